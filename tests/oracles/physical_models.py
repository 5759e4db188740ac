"""Physical models as component tensors, written by hand and independent of the compiler.

`Builder` turns multiplets with Standard Model representations and U(1) charges into explicit
component fields; each `*_model` function then writes the Lagrangian of one model with it. A
`Model` maps a dict of couplings to a `Theory` and projects `Betas` back on those couplings.

Conventions. Right-handed fermions enter as left-handed conjugates. A Yukawa coupling
``Y = bar(F) phi f`` means L contains -Y_ij bar(F_i) phi f_j + h.c., a potential coupling
``c = term`` means V contains c * term (plus its conjugate if the term is not hermitian, c being
complex then). tilde(H)_i = eps_ij H_j^*, eps_12 = 1. Hypercharge is not GUT-normalised. With
two U(1) factors the coupling matrix is h = [[gA^2, eta gA gB], [eta gA gB, gB^2]].
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from itertools import product
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from .general_rge import AbelianSector, Betas, Complex, Real, SimpleFactor, Theory, largest

Number = float | complex | Fraction
Value = float | complex | Complex
Couplings = Mapping[str, Value]
Kind = Literal["y", "fermion_mass", "lam", "h3", "m2"]

PAULI: Complex = np.array([[[0, 1], [1, 0]], [[0, -1j], [1j, 0]], [[1, 0], [0, -1]]])
EPSILON: Real = np.array([[0.0, 1.0], [-1.0, 0.0]])


def gell_mann() -> Complex:
    """The eight Gell-Mann matrices, shape (8, 3, 3)."""
    matrices = np.zeros((8, 3, 3), dtype=complex)
    for symmetric, antisymmetric, i, j in ((0, 1, 0, 1), (3, 4, 0, 2), (5, 6, 1, 2)):
        matrices[symmetric, i, j] = matrices[symmetric, j, i] = 1.0
        matrices[antisymmetric, i, j] = -1j
        matrices[antisymmetric, j, i] = 1j
    matrices[2] = np.diag([1.0, -1.0, 0.0])
    matrices[7] = np.diag([1.0, 1.0, -2.0]) / math.sqrt(3.0)
    return matrices


@dataclass(frozen=True)
class Multiplet:
    """A complex field as an array of its components.

    Attributes:
        colour: Dimension of the SU(3)c representation: 1, 3 or -3 for the conjugate.
        weak: Dimension of the SU(2)L representation: 1 or 2.
        charges: One U(1) charge vector per flavour, shape (flavours, nU).
        index: Component number, shape (flavours, |colour|, weak). For fermions the number of
            the left-handed Weyl component; for scalars that of the complex component.
        right: True for a right-handed fermion, whose components are those of its conjugate.
    """

    colour: int
    weak: int
    charges: Real
    index: NDArray[np.int64]
    right: bool = False


@dataclass
class Builder:
    """Collects fields and hands out tensors; the scalars must be complete before any tensor.

    Attributes:
        n_abelian: Number of U(1) factors.
    """

    n_abelian: int
    fermions: list[Multiplet] = field(default_factory=list)
    scalars: list[Multiplet] = field(default_factory=list)

    @staticmethod
    def _count(fields: Sequence[Multiplet]) -> int:
        return sum(multiplet.index.size for multiplet in fields)

    @property
    def n_weyl(self) -> int:
        return self._count(self.fermions)

    @property
    def n_complex(self) -> int:
        return self._count(self.scalars)

    def _multiplet(
        self,
        fields: list[Multiplet],
        colour: int,
        weak: int,
        charges: Sequence[Sequence[Number]],
        right: bool,
    ) -> Multiplet:
        shape = (len(charges), abs(colour), weak)
        start = self._count(fields)
        index = np.arange(start, start + math.prod(shape)).reshape(shape)
        values = np.array([[float(_real(q)) for q in row] for row in charges])
        if values.shape != (len(charges), self.n_abelian):
            raise ValueError(f"need {self.n_abelian} charges per flavour, got {values.shape}")
        fields.append(Multiplet(colour, weak, values, index, right))
        return fields[-1]

    def left(self, colour: int, weak: int, charges: Sequence[Sequence[Number]]) -> Multiplet:
        """Add a left-handed fermion."""
        return self._multiplet(self.fermions, colour, weak, charges, right=False)

    def right(self, colour: int, weak: int, charges: Sequence[Sequence[Number]]) -> Multiplet:
        """Add a right-handed fermion, given by its own (not its conjugate's) charges."""
        return self._multiplet(self.fermions, colour, weak, charges, right=True)

    def scalar(self, colour: int, weak: int, charges: Sequence[Sequence[Number]]) -> Multiplet:
        """Add a complex scalar."""
        return self._multiplet(self.scalars, colour, weak, charges, right=False)

    def generators(self, kind: Literal["fermion", "scalar"]) -> tuple[Complex, Complex, Complex]:
        """Generators of SU(3)c, SU(2)L and the U(1)s on the complex components."""
        fields = self.fermions if kind == "fermion" else self.scalars
        size = self._count(fields)
        strong = np.zeros((8, size, size), dtype=complex)
        weak = np.zeros((3, size, size), dtype=complex)
        abelian = np.zeros((self.n_abelian, size, size), dtype=complex)
        for multiplet in fields:
            for flavour, block in enumerate(multiplet.index):
                flat = block.ravel()
                place = np.ix_(range(8), flat, flat)
                colour = colour_generators(multiplet.colour)
                strong[place] = np.stack([np.kron(t, np.eye(multiplet.weak)) for t in colour])
                place = np.ix_(range(3), flat, flat)
                doublet = PAULI / 2 if multiplet.weak == 2 else np.zeros((3, 1, 1))
                weak[place] = np.stack([np.kron(np.eye(abs(multiplet.colour)), t) for t in doublet])
                abelian[:, flat, flat] = multiplet.charges[flavour][:, None]
            if multiplet.right:
                flat = multiplet.index.ravel()
                for generators in (strong, weak, abelian):
                    block = generators[:, flat[:, None], flat]
                    generators[:, flat[:, None], flat] = -block.conj()
        return strong, weak, abelian

    def form(self, component: int) -> Complex:
        """Complex scalar number `component` as a linear form in the real scalars.

        z = (phi_a + i phi_b)/sqrt(2), a = component, b = n_complex + component.
        """
        vector = np.zeros(2 * self.n_complex, dtype=complex)
        vector[component] = 1 / math.sqrt(2)
        vector[self.n_complex + component] = 1j / math.sqrt(2)
        return vector

    def forms(self, multiplet: Multiplet) -> Complex:
        """Linear forms of all components: the multiplet's index shape plus (2 n_complex,)."""
        shape = (*multiplet.index.shape, 2 * self.n_complex)
        return np.array([self.form(int(i)) for i in multiplet.index.ravel()]).reshape(shape)

    def yukawa_basis(
        self,
        left: Multiplet,
        right: Multiplet,
        scalar: Complex,
    ) -> Complex:
        """Tensors of bar(left_i) scalar right_j, shape (nL, nR, nS, nF, nF).

        Args:
            left: Left-handed field.
            right: Right-handed field.
            scalar: Linear forms S[x, y] so that the operator is
                sum_xy conj(left_x) S[x, y] right_y over weak components x, y (colour is
                contracted with delta). A constant mass term uses a form with one entry, 1.

        Returns:
            For each (i, j) the tensor y that makes -1/2 y_aPQ psi_P psi_Q phi_a the hermitian
            conjugate of the operator (with minus sign): its coefficient is conj(Y_ij).
        """
        n_left, n_right = len(left.index), len(right.index)
        basis = np.zeros((n_left, n_right, scalar.shape[-1], self.n_weyl, self.n_weyl), dtype=complex)
        colours = range(abs(left.colour))
        for i, j, c in product(range(n_left), range(n_right), colours):
            for x, y in product(range(left.weak), range(right.weak)):
                p, q = int(left.index[i, c, x]), int(right.index[j, c, y])
                coefficient = scalar[x, y].conj()
                basis[i, j, :, p, q] += coefficient
                basis[i, j, :, q, p] += coefficient
        return basis

    def majorana_basis(self, right: Multiplet, scalar: Complex) -> Complex:
        """Tensors of right_i right_j scalar for singlets; the coefficient is conj(Y_ij).

        The full sum over i and j is meant, L = -(Y_ij N_i N_j phi + h.c.), so that with a
        symmetric Y the off-diagonal product appears twice; there is no factor 1/2.
        """
        n = len(right.index)
        basis = np.zeros((n, n, scalar.shape[-1], self.n_weyl, self.n_weyl), dtype=complex)
        for i, j in product(range(n), repeat=2):
            p, q = int(right.index[i, 0, 0]), int(right.index[j, 0, 0])
            basis[i, j, :, p, q] += scalar.conj()
            basis[i, j, :, q, p] += scalar.conj()
        return basis


def _real(number: Number) -> float | Fraction:
    if isinstance(number, complex):
        raise TypeError("a charge must be real")
    return number


def colour_generators(colour: int) -> Complex:
    """SU(3) generators of the singlet (1), triplet (3) or antitriplet (-3)."""
    if abs(colour) == 1:
        return np.zeros((8, 1, 1), dtype=complex)
    fundamental = gell_mann() / 2
    return fundamental if colour == 3 else -fundamental.conj()


def on_real_scalars(generators: Complex) -> Complex:
    """Generators on (Re, Im) * sqrt(2) of complex scalars: i times antisymmetric matrices."""
    re, im = generators.real, generators.imag
    top = np.concatenate([-im, -re], axis=2)
    bottom = np.concatenate([re, -im], axis=2)
    return -1j * np.concatenate([top, bottom], axis=1)


def bilinear(left: Complex, right: Complex) -> Complex:
    """Matrix A of sum_x conj(left_x) right_x = phi^T A phi."""
    first = left.reshape(-1, left.shape[-1])
    second = right.reshape(-1, right.shape[-1])
    return np.asarray(first.conj().T @ second)


def quartic_tensor(pairs: Sequence[tuple[Complex, Complex]]) -> Complex:
    """Fourth derivatives of sum (phi^T A phi)(phi^T B phi) over the pairs (A, B)."""
    total = sum(np.multiply.outer(a + a.T, b + b.T) for a, b in pairs)
    result = np.asarray(total)
    mixed = result + result.transpose(2, 3, 0, 1)
    return np.asarray(mixed + mixed.transpose(0, 2, 1, 3) + mixed.transpose(0, 3, 2, 1))


@dataclass(frozen=True)
class Coupling:
    """How one coupling enters a Theory.

    Attributes:
        kind: The array of Theory it belongs to.
        basis: Tensors, shape = shape of the coupling + shape of the array. The array is the sum
            of conj(value) * basis for fermionic kinds, and of Re(value * basis) for bosonic
            ones (times 2 unless hermitian).
        hermitian: The term is its own conjugate: its coupling is real (bosonic kinds only).
        symmetric: The coupling is a symmetric matrix (Majorana type).
    """

    kind: Kind
    basis: Complex
    hermitian: bool = False
    symmetric: bool = False

    @property
    def shape(self) -> tuple[int, ...]:
        rank = {"y": 3, "fermion_mass": 2, "lam": 4, "h3": 3, "m2": 2}[self.kind]
        return self.basis.shape[: self.basis.ndim - rank]

    @property
    def fermionic(self) -> bool:
        return self.kind in ("y", "fermion_mass")

    def tensor(self, value: Value) -> Complex:
        """The contribution of this coupling to its array."""
        array = np.asarray(value, dtype=complex)
        if array.shape != self.shape:
            raise ValueError(f"expected shape {self.shape}, got {array.shape}")
        if self.symmetric and largest(array - array.T) > 0:
            raise ValueError("coupling must be symmetric")
        if self.fermionic:
            return np.asarray(np.tensordot(array.conj(), self.basis, axes=array.ndim))
        term = np.tensordot(array, self.basis, axes=array.ndim)
        return np.asarray(term.real + 0j if self.hermitian else 2 * term.real + 0j)


@dataclass(frozen=True)
class Model:
    """A model in components together with the names of its couplings.

    Attributes:
        name: Short name.
        builder: Its fields.
        abelian: Names of the U(1) couplings; with two, `mixing` names the eta parameter.
        couplings: All couplings other than the gauge couplings.
        mixing: Name of the kinetic mixing parameter, if there are two U(1)s.
    """

    name: str
    builder: Builder
    abelian: tuple[str, ...]
    couplings: dict[str, Coupling]
    mixing: str = "eta"

    @property
    def gauge_names(self) -> tuple[str, ...]:
        """Names of all gauge couplings."""
        mixing = (self.mixing,) if len(self.abelian) == 2 else ()
        return ("g3", "g2", *self.abelian, *mixing)

    @property
    def shapes(self) -> dict[str, tuple[int, ...]]:
        """Shape of every coupling."""
        gauge: dict[str, tuple[int, ...]] = dict.fromkeys(self.gauge_names, ())
        return gauge | {name: coupling.shape for name, coupling in self.couplings.items()}

    def theory(self, values: Couplings) -> Theory:
        """The Theory at given values; couplings that are missing vanish.

        Raises:
            ValueError: If a name is unknown or a shape is wrong.
        """
        unknown = set(values) - set(self.shapes)
        if unknown:
            raise ValueError(f"unknown couplings: {sorted(unknown)}")
        fermions = self.builder.generators("fermion")
        strong, weak, charges = self.builder.generators("scalar")
        scalars = [on_real_scalars(t) for t in (strong, weak, charges)]
        factors = tuple(
            SimpleFactor(name, _float(values.get(name, 0.0)), casimir, on_fermions, on_scalars)
            for name, casimir, on_fermions, on_scalars in (
                ("g3", 3.0, fermions[0], scalars[0]),
                ("g2", 2.0, fermions[1], scalars[1]),
            )
        )
        abelian = AbelianSector(self.abelian, self.coupling_matrix(values), fermions[2], scalars[2])
        n, f = 2 * self.builder.n_complex, self.builder.n_weyl
        arrays: dict[str, Complex] = {
            "y": np.zeros((n, f, f), dtype=complex),
            "fermion_mass": np.zeros((f, f), dtype=complex),
            "lam": np.zeros((n,) * 4, dtype=complex),
            "h3": np.zeros((n,) * 3, dtype=complex),
            "m2": np.zeros((n, n), dtype=complex),
        }
        for name, coupling in self.couplings.items():
            if name in values:
                arrays[coupling.kind] = arrays[coupling.kind] + coupling.tensor(values[name])
        return Theory(
            simple=factors,
            abelian=abelian,
            y=arrays["y"],
            lam=np.ascontiguousarray(arrays["lam"].real),
            m2=np.ascontiguousarray(arrays["m2"].real),
            h3=np.ascontiguousarray(arrays["h3"].real),
            fermion_mass=arrays["fermion_mass"],
            tadpole=np.zeros(n),
        )

    def coupling_matrix(self, values: Couplings) -> Real:
        """The matrix h of the U(1) sector."""
        g = np.array([_float(values.get(name, 0.0)) for name in self.abelian])
        h = np.diag(g**2)
        if len(g) == 2:
            h[0, 1] = h[1, 0] = _float(values.get(self.mixing, 0.0)) * g[0] * g[1]
        return h

    def project(self, values: Couplings, betas: Betas) -> dict[str, Value]:
        """Beta functions of the named couplings from those of the component arrays.

        Raises:
            ValueError: If the beta functions leave the space spanned by the couplings, which
                means that the model is not closed under the renormalisation group.
        """
        result = self.project_gauge(values, betas)
        for kind in ("y", "fermion_mass", "lam", "h3", "m2"):
            result |= self._project_kind(kind, getattr(betas, kind))
        return result

    def project_gauge(self, values: Couplings, betas: Betas) -> dict[str, Value]:
        """Beta functions of the gauge couplings and of the kinetic mixing."""
        result: dict[str, Value] = dict(betas.simple)
        h = self.coupling_matrix(values)
        dh = -h @ betas.inverse_h @ h
        g = np.sqrt(np.diag(h))
        for i, name in enumerate(self.abelian):
            result[name] = float(dh[i, i] / (2 * g[i]))
        if len(g) == 2:
            eta = h[0, 1] / (g[0] * g[1])
            drift = dh[0, 0] / h[0, 0] + dh[1, 1] / h[1, 1]
            result[self.mixing] = float(dh[0, 1] / (g[0] * g[1]) - eta * drift / 2)
        return result

    def _project_kind(self, kind: str, beta: Real | Complex) -> dict[str, Value]:
        selected = {name: c for name, c in self.couplings.items() if c.kind == kind}
        rows: list[Complex] = []
        for coupling in selected.values():
            flat = coupling.basis.reshape(-1, beta.size)
            if coupling.fermionic:
                rows.append(flat)
            elif coupling.hermitian:
                rows.append(flat.real.astype(complex))
            else:
                rows.extend([(2 * flat.real).astype(complex), (-2 * flat.imag).astype(complex)])
        matrix = np.concatenate([*rows, np.zeros((0, beta.size))])
        target = beta.reshape(-1).astype(complex)
        gram, moment = matrix.conj() @ matrix.T, matrix.conj() @ target
        solution = np.linalg.lstsq(gram, moment, rcond=1e-12)[0]
        rest = largest(target - solution @ matrix)
        if rest > 1e-8 * max(1.0, largest(target)):
            raise ValueError(f"{self.name}: beta of {kind} is not closed, rest {rest:.2e}")
        result: dict[str, Value] = {}
        start = 0
        for name, coupling in selected.items():
            size = math.prod(coupling.shape)
            if coupling.fermionic:
                value = solution[start : start + size].conj().reshape(coupling.shape)
                result[name] = value if coupling.shape else complex(value)
                start += size
            elif coupling.hermitian:
                result[name] = float(solution[start].real)
                start += 1
            else:
                result[name] = complex(solution[start].real, solution[start + 1].real)
                start += 2
        return result


def _float(value: Value) -> float:
    number = complex(np.asarray(value))
    if number.imag:
        raise ValueError("a gauge coupling must be real")
    return number.real


def tilde(doublet: Complex) -> Complex:
    """tilde(H)_i = eps_ij H_j^* on the linear forms of a doublet, shape (2, nS)."""
    return np.asarray(EPSILON @ doublet.conj())


def column(doublet: Complex) -> Complex:
    """Forms S[x, 0] of a doublet between a left doublet and a right singlet."""
    return doublet[:, None, :]


def potential(pairs: Sequence[tuple[Complex, Complex]], *, hermitian: bool = True) -> Coupling:
    """A quartic coupling from pairs of quadratic forms."""
    return Coupling("lam", quartic_tensor(pairs), hermitian)


def cubic(form: Complex, linear: Complex, *, hermitian: bool = False) -> Coupling:
    """A cubic coupling c * (phi^T A phi)(b . phi)."""
    part = np.multiply.outer(form + form.T, linear)
    tensor = np.asarray(part + part.transpose(0, 2, 1) + part.transpose(2, 1, 0))
    return Coupling("h3", tensor, hermitian)


def scalar_mass(form: Complex, *, hermitian: bool = True) -> Coupling:
    """A scalar mass term c * phi^T A phi."""
    return Coupling("m2", form + form.T, hermitian)


@dataclass(frozen=True)
class StandardFields:
    """The Standard Model multiplets inside a Builder."""

    Q: Multiplet
    U: Multiplet
    D: Multiplet
    L: Multiplet
    E: Multiplet


SM_HYPERCHARGE = {
    "Q": Fraction(1, 6),
    "U": Fraction(2, 3),
    "D": Fraction(-1, 3),
    "L": Fraction(-1, 2),
    "E": Fraction(-1),
}


def charge_rows(name: str, extra: Mapping[str, Sequence[Number]] | None) -> list[list[Number]]:
    """Hypercharge, and the second charge if there is one, for three generations."""
    second = [[]] * 3 if extra is None else [[q] for q in extra[name]]
    return [[SM_HYPERCHARGE[name], *rest] for rest in second]


def standard_fermions(builder: Builder, extra: Mapping[str, Sequence[Number]] | None = None) -> StandardFields:
    """Add three generations; `extra` gives the second U(1)'s charges per generation."""
    return StandardFields(
        Q=builder.left(3, 2, charge_rows("Q", extra)),
        U=builder.right(3, 1, charge_rows("U", extra)),
        D=builder.right(3, 1, charge_rows("D", extra)),
        L=builder.left(1, 2, charge_rows("L", extra)),
        E=builder.right(1, 1, charge_rows("E", extra)),
    )


def standard_yukawas(builder: Builder, fields: StandardFields, higgs: Complex, suffix: str = "") -> dict[str, Coupling]:
    """Yu, Yd, Ye of a doublet with hypercharge 1/2."""
    up, down = column(tilde(higgs)), column(higgs)
    return {
        f"Yu{suffix}": Coupling("y", builder.yukawa_basis(fields.Q, fields.U, up)),
        f"Yd{suffix}": Coupling("y", builder.yukawa_basis(fields.Q, fields.D, down)),
        f"Ye{suffix}": Coupling("y", builder.yukawa_basis(fields.L, fields.E, down)),
    }


def standard_model() -> Model:
    """The Standard Model: g3 g2 g1, Yu Yd Ye (3x3 complex), lambda = (H^dag H)^2, mH2."""
    builder = Builder(1)
    fields = standard_fermions(builder)
    h = builder.scalar(1, 2, [[Fraction(1, 2)]])
    higgs = builder.forms(h)[0, 0]
    hh = bilinear(higgs, higgs)
    couplings = standard_yukawas(builder, fields, higgs)
    couplings["lambda"] = potential([(hh, hh)])
    couplings["mH2"] = scalar_mass(hh)
    return Model("sm", builder, ("g1",), couplings)


def b_minus_l_model() -> Model:
    """SM + U(1)_{B-L} with three nu_R (charge -1) and chi of charge 2.

    Couplings beside the SM's: gX, eta; Ynu = bar(L) tilde(H) N; YN = N N chi, full sum over a
    symmetric matrix without 1/2; lambda_chi = (dag(chi) chi)^2,
    lambda_mix = (dag(H) H)(dag(chi) chi); mchi2.
    """
    builder = Builder(2)
    third = Fraction(1, 3)
    charges: dict[str, Sequence[Number]] = {
        "Q": [third] * 3,
        "U": [third] * 3,
        "D": [third] * 3,
        "L": [-1] * 3,
        "E": [-1] * 3,
    }
    fields = standard_fermions(builder, charges)
    neutrino = builder.right(1, 1, [[0, -1]] * 3)
    h = builder.scalar(1, 2, [[Fraction(1, 2), 0]])
    c = builder.scalar(1, 1, [[0, 2]])
    higgs, chi = builder.forms(h)[0, 0], builder.forms(c)[0, 0, 0]
    hh, cc = bilinear(higgs, higgs), bilinear(chi, chi)
    couplings = standard_yukawas(builder, fields, higgs)
    couplings |= {
        "Ynu": Coupling("y", builder.yukawa_basis(fields.L, neutrino, column(tilde(higgs)))),
        "YN": Coupling("y", builder.majorana_basis(neutrino, chi), symmetric=True),
        "lambda": potential([(hh, hh)]),
        "lambda_chi": potential([(cc, cc)]),
        "lambda_mix": potential([(hh, cc)]),
        "mH2": scalar_mass(hh),
        "mchi2": scalar_mass(cc),
    }
    return Model("b_minus_l", builder, ("g1", "gX"), couplings)


def _fractions(text: str) -> list[Fraction]:
    return [Fraction(word) for word in text.split()]


# Tab. 3 of arXiv:2109.06201: Q U D L E nu (three generations each), psi, phi. F_H = 0.
BENCHMARK_CHARGES: dict[int, dict[str, list[Fraction]]] = {
    number: {name: _fractions(text) for name, text in table.items()}
    for number, table in {
        1: {
            "Q": "1/20 1/20 -1/10",
            "U": "1/20 1/20 -1/10",
            "D": "1/20 1/20 -1/10",
            "L": "0 -9/10 9/10",
            "E": "0 -9/10 9/10",
            "N": "0 0 0",
            "psi": "1",
            "phi": "1/5",
        },
        2: {
            "Q": "-1/4 -1/4 1/6",
            "U": "-1/4 -1/4 1/6",
            "D": "-1/4 -1/4 1/6",
            "L": "0 1 0",
            "E": "0 0 1",
            "N": "1/12 -1/12 1",
            "psi": "11/12",
            "phi": "1/9",
        },
        3: {
            "Q": "-1/8 -1/8 0",
            "U": "-1/8 -1/8 0",
            "D": "-1/8 -1/8 0",
            "L": "0 1/2 1/4",
            "E": "0 1/4 1/2",
            "N": "0 1/4 1/2",
            "psi": "1",
            "phi": "1/8",
        },
        4: {
            "Q": "0 0 1/9",
            "U": "0 0 1/9",
            "D": "0 0 1/9",
            "L": "0 1/3 -2/3",
            "E": "0 1/3 -2/3",
            "N": "0 1/3 -2/3",
            "psi": "1",
            "phi": "1/6",
        },
    }.items()
}


def benchmark_model(number: int) -> Model:
    """Benchmark 1 to 4 of the flavorful U(1)' paper, BM1 without right-handed neutrinos.

    Couplings: g1 g2 g3 g4 eta; yt, yb (the (3,3) entries of bar(Q) tilde(H) U and bar(Q) H D),
    y = bar(psiL) S psiR; lambda s u v delta delta_t w; mH2 mphi2 mS2.
    """
    charge = BENCHMARK_CHARGES[number]
    builder = Builder(2)
    fields = standard_fermions(builder, charge)
    if number != 1:
        builder.right(1, 1, [[0, q] for q in charge["N"]])
    psi_left = builder.left(1, 1, [[0, charge["psi"][0]]] * 3)
    psi_right = builder.right(1, 1, [[0, charge["psi"][0]]] * 3)
    h = builder.scalar(1, 2, [[Fraction(1, 2), 0]])
    p = builder.scalar(1, 1, [[0, charge["phi"][0]]])
    s = builder.scalar(1, 1, [[0, 0]] * 9)
    higgs, phi = builder.forms(h)[0, 0], builder.forms(p)[0, 0, 0]
    matrix = builder.forms(s).reshape(3, 3, -1)  # S_ij with i of psi_L and j of psi_R
    y = np.asarray(
        sum(
            builder.yukawa_basis(psi_left, psi_right, matrix[i : i + 1, j : j + 1])[i, j]
            for i, j in product(range(3), repeat=2)
        )
    )
    yukawas = standard_yukawas(builder, fields, higgs)
    hh, pp, ss = bilinear(higgs, higgs), bilinear(phi, phi), bilinear(matrix, matrix)
    # (S^dag S)_ij = sum_k conj(S_ki) S_kj
    dagger_s = {(i, j): bilinear(matrix[:, i], matrix[:, j]) for i, j in product(range(3), repeat=2)}
    couplings = {
        "yt": Coupling("y", yukawas["Yu"].basis[2, 2]),
        "yb": Coupling("y", yukawas["Yd"].basis[2, 2]),
        "y": Coupling("y", y),
        "lambda": potential([(hh, hh)]),
        "s": potential([(pp, pp)]),
        "u": potential([(dagger_s[i, j], dagger_s[j, i]) for i, j in dagger_s]),
        "v": potential([(ss, ss)]),
        "delta": potential([(hh, ss)]),
        "delta_t": potential([(hh, pp)]),
        "w": potential([(pp, ss)]),
        "mH2": scalar_mass(hh),
        "mphi2": scalar_mass(pp),
        "mS2": scalar_mass(ss),
    }
    return Model(f"bm{number}", builder, ("g1", "g4"), couplings)


def thdm_model() -> Model:
    """The general two-Higgs-doublet model with two sets of Yukawa matrices.

    V = m11 H1^dag H1 + m22 H2^dag H2 + (m12 H1^dag H2 + h.c.) + lambda1 (H1^dag H1)^2
    + lambda2 (H2^dag H2)^2 + lambda3 (H1^dag H1)(H2^dag H2) + lambda4 (H1^dag H2)(H2^dag H1)
    + [lambda5 (H1^dag H2)^2 + lambda6 (H1^dag H1)(H1^dag H2) + lambda7 (H2^dag H2)(H1^dag H2)
    + h.c.]: monomials without the common factors 1/2 of lambda1, lambda2, lambda5 and with a
    plus sign at m12. Yukawas Yu1 Yd1 Ye1 (with H1), Yu2 Yd2 Ye2 (with H2).
    """
    builder = Builder(1)
    fields = standard_fermions(builder)
    first = builder.scalar(1, 2, [[Fraction(1, 2)]])
    second = builder.scalar(1, 2, [[Fraction(1, 2)]])
    h1, h2 = builder.forms(first)[0, 0], builder.forms(second)[0, 0]
    f11, f22, f12, f21 = (bilinear(a, b) for a, b in ((h1, h1), (h2, h2), (h1, h2), (h2, h1)))
    couplings = standard_yukawas(builder, fields, h1, "1")
    couplings |= standard_yukawas(builder, fields, h2, "2")
    couplings |= {
        "lambda1": potential([(f11, f11)]),
        "lambda2": potential([(f22, f22)]),
        "lambda3": potential([(f11, f22)]),
        "lambda4": potential([(f12, f21)]),
        "lambda5": potential([(f12, f12)], hermitian=False),
        "lambda6": potential([(f11, f12)], hermitian=False),
        "lambda7": potential([(f22, f12)], hermitian=False),
        "m11": scalar_mass(f11),
        "m22": scalar_mass(f22),
        "m12": scalar_mass(f12, hermitian=False),
    }
    return Model("thdm", builder, ("g1",), couplings)


def vector_like_quark_model(a_e: float = 0.59, a_mu: float = 1.0, a_tau: float = 0.0, a_y: float = 0.87) -> Model:
    """The gauged-accidental-symmetry model with a vector-like quark doublet.

    H has hypercharge -1/2: Yu = bar(Q) H U, Yd = bar(Q) tilde(H) D (3x3), Ye the three diagonal
    entries of bar(L) tilde(H) E, YQ_i = bar(Q_i) QR4 Phi, m_Q = bar(QL4) QR4. The potential,
    absent from the paper's list of terms, is lambda = (dag(H) H)^2,
    lambda_Phi = (dag(Phi) Phi)^2, lambda_mix = (dag(H) H)(dag(Phi) Phi), mH2, mPhi2. U(1)
    couplings g1, gX and kinetic mixing eta.
    """
    accidental = np.array([a_e, a_mu, a_tau])
    quark = -float(accidental.sum()) / 9
    charges: dict[str, Sequence[Number]] = {
        "Q": [quark + a_y / 6] * 3,
        "U": [quark + 2 * a_y / 3] * 3,
        "D": [quark - a_y / 3] * 3,
        "L": [float(a) for a in accidental - a_y / 2],
        "E": [float(a) for a in accidental - a_y],
    }
    builder = Builder(2)
    fields = standard_fermions(builder, charges)
    builder.right(1, 1, [[0, float(a)] for a in accidental])
    heavy: list[list[Number]] = [[Fraction(1, 6), quark + a_y / 6 - 1]]
    heavy_left, heavy_right = builder.left(3, 2, heavy), builder.right(3, 2, heavy)
    h = builder.scalar(1, 2, [[Fraction(-1, 2), -a_y / 2]])
    p = builder.scalar(1, 1, [[0, 1]])
    higgs, phi = builder.forms(h)[0, 0], builder.forms(p)[0, 0, 0]
    up, down = column(higgs), column(tilde(higgs))
    delta = np.eye(2, dtype=complex)[:, :, None]
    leptons = builder.yukawa_basis(fields.L, fields.E, down)
    hh, pp = bilinear(higgs, higgs), bilinear(phi, phi)
    couplings = {
        "Yu": Coupling("y", builder.yukawa_basis(fields.Q, fields.U, up)),
        "Yd": Coupling("y", builder.yukawa_basis(fields.Q, fields.D, down)),
        "Ye": Coupling("y", np.stack([leptons[i, i] for i in range(3)])),
        "YQ": Coupling("y", builder.yukawa_basis(fields.Q, heavy_right, np.asarray(delta * phi))[:, 0]),
        "m_Q": Coupling(
            "fermion_mass",
            builder.yukawa_basis(heavy_left, heavy_right, delta)[0, 0, 0],
        ),
        "lambda": potential([(hh, hh)]),
        "lambda_Phi": potential([(pp, pp)]),
        "lambda_mix": potential([(hh, pp)]),
        "mH2": scalar_mass(hh),
        "mPhi2": scalar_mass(pp),
    }
    return Model("vector_like_quark", builder, ("g1", "gX"), couplings)


def singlet_model() -> Model:
    """SM quarks, a neutral complex singlet sigma and a vector-like charged lepton F (Y = 3).

    It has every kind of coupling: fermion mass and cubic terms included. Yu = bar(Q) tilde(H) U;
    yS = bar(FL) sigma FR, yT = bar(FL) dag(sigma) FR, M = bar(FL) FR; lambda = (dag(H) H)^2,
    lambda_s = (dag(sigma) sigma)^2, lambda_hs = (dag(H) H)(dag(sigma) sigma) and complex
    lambda_a = (dag(H) H) sigma^2, lambda_b = (dag(sigma) sigma) sigma^2, lambda_c = sigma^4;
    complex kappa_h = (dag(H) H) sigma, kappa_s = (dag(sigma) sigma) sigma, kappa_3 = sigma^3;
    mH2, ms2 = dag(sigma) sigma and complex bs2 = sigma^2. The tadpole of sigma is left out.
    """
    builder = Builder(1)
    fields = standard_fermions(builder)
    heavy_left, heavy_right = builder.left(1, 1, [[3]]), builder.right(1, 1, [[3]])
    h, s = builder.scalar(1, 2, [[Fraction(1, 2)]]), builder.scalar(1, 1, [[0]])
    higgs, sigma = builder.forms(h)[0, 0], builder.forms(s)[0, 0, 0]
    hh, ss = bilinear(higgs, higgs), bilinear(sigma, sigma)
    square = np.multiply.outer(sigma, sigma)

    def heavy(scalar: Complex) -> Complex:
        basis = builder.yukawa_basis(heavy_left, heavy_right, scalar[None, None])
        return np.asarray(basis[0, 0])

    couplings = {
        "Yu": standard_yukawas(builder, fields, higgs)["Yu"],
        "yS": Coupling("y", heavy(sigma)),
        "yT": Coupling("y", heavy(sigma.conj())),
        "M": Coupling("fermion_mass", heavy(np.ones(1, dtype=complex))[0]),
        "lambda": potential([(hh, hh)]),
        "lambda_s": potential([(ss, ss)]),
        "lambda_hs": potential([(hh, ss)]),
        "lambda_a": potential([(hh, square)], hermitian=False),
        "lambda_b": potential([(ss, square)], hermitian=False),
        "lambda_c": potential([(square, square)], hermitian=False),
        "kappa_h": cubic(hh, sigma),
        "kappa_s": cubic(ss, sigma),
        "kappa_3": cubic(square, sigma),
        "mH2": scalar_mass(hh),
        "ms2": scalar_mass(ss),
        "bs2": scalar_mass(square, hermitian=False),
    }
    return Model("singlet", builder, ("g1",), couplings)
