"""Gauge theories written out in components, for any representations of SU(n) given as explicit NumPy tensors.

The reference for what the compiler derives where `tests/oracles/physical_models.py` has no model: adjoints, sextets,
antisymmetric tensors, Majorana-type couplings. Nothing here comes from the compiler. A field of SU(n) is a tensor
sum_m phi_m B_m with orthonormal components phi_m; terms are contractions of the tensors B; generators act on their
indices. The result is a `Theory` of `tests/oracles/general_rge.py`, whose docstring has the Lagrangian.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from functools import reduce
from itertools import combinations_with_replacement, permutations, product
from typing import Literal, get_args

import numpy as np
from numpy.typing import NDArray
from tests.helpers.evaluate import Value
from tests.oracles.general_rge import AbelianSector, Betas, SimpleFactor, Theory, one_loop
from tests.oracles.physical_models import on_real_scalars

Array = NDArray[np.complex128]
EPS2 = np.array([[0.0, 1.0], [-1.0, 0.0]], dtype=complex)


def epsilon(n: int) -> Array:
    """The totally antisymmetric tensor with eps_12...n = 1."""
    tensor = np.zeros((n,) * n, dtype=complex)
    for order in permutations(range(n)):
        inversions = sum(order[i] > order[j] for i in range(n) for j in range(i + 1, n))
        tensor[order] = (-1) ** inversions
    return tensor


def gell_mann(n: int) -> Array:
    """The n^2-1 generalised Gell-Mann (for n = 2 Pauli) matrices, tr(a b) = 2 delta_ab."""
    matrices = []
    for i in range(n):
        for j in range(i + 1, n):
            for value in (1, -1j):
                matrix = np.zeros((n, n), dtype=complex)
                matrix[i, j], matrix[j, i] = value, np.conj(value)
                matrices.append(matrix)
    for k in range(1, n):
        matrices.append(np.diag([1.0 + 0j] * k + [-k] + [0] * (n - k - 1)) * math.sqrt(2 / (k * (k + 1))))
    return np.array(matrices)


@dataclass(frozen=True)
class Representation:
    """An irrep of SU(n) as tensors.

    Attributes:
        n: of SU(n).
        tensors: the tensor of each component, shape (dimension, n, ..., n).
        signs: +1 for each upper (fundamental) index, -1 for each lower one.
        metric: the kinetic term is metric * |tensor|^2, in which the components are orthonormal.
    """

    n: int
    tensors: Array
    signs: tuple[int, ...]
    metric: float = 1.0

    @property
    def dimension(self) -> int:
        return len(self.tensors)

    @property
    def generators(self) -> Array:
        """(T^A)_mn on the components, from T^A = lambda^A/2 on upper and -T^A^* on lower indices."""
        fundamental = gell_mann(self.n) / 2
        result = np.zeros((len(fundamental), self.dimension, self.dimension), dtype=complex)
        flat = self.tensors.reshape(self.dimension, -1)
        for number, matrix in enumerate(fundamental):
            for slot, sign in enumerate(self.signs):
                acting = matrix if sign > 0 else -matrix.conj()
                moved = np.moveaxis(np.tensordot(self.tensors, acting, axes=(slot + 1, 1)), -1, slot + 1)
                result[number] += self.metric * flat.conj() @ moved.reshape(self.dimension, -1).T
        return result


def fundamental(n: int) -> Representation:
    return Representation(n, np.eye(n, dtype=complex), (1,))


def antifundamental(n: int) -> Representation:
    return Representation(n, np.eye(n, dtype=complex), (-1,))


def adjoint(n: int) -> Representation:
    """phi^A lambda^A with canonical phi^A: the kinetic term is tr(Phi^dag Phi)/2."""
    return Representation(n, gell_mann(n), (1, -1), 0.5)


def two_index(n: int, sign: int) -> Representation:
    """Symmetric (+1) or antisymmetric (-1) tensors Phi_ab with the kinetic term Phi*_ab Phi_ab."""
    tensors = []
    for i in range(n):
        for j in range(i if sign > 0 else i + 1, n):
            tensor = np.zeros((n, n), dtype=complex)
            tensor[i, j] += 1
            tensor[j, i] += sign
            tensors.append(tensor / np.linalg.norm(tensor))
    return Representation(n, np.array(tensors), (1, 1))


def symmetric(n: int, rank: int) -> Representation:
    """Symmetric tensors with so many indices and the kinetic term |tensor|^2."""
    tensors = []
    for indices in combinations_with_replacement(range(n), rank):
        tensor = np.zeros((n,) * rank, dtype=complex)
        for order in set(permutations(indices)):
            tensor[order] = 1
        tensors.append(tensor / np.linalg.norm(tensor))
    return Representation(n, np.array(tensors), (1,) * rank)


@dataclass(frozen=True)
class Multiplet:
    """A field; `start` is the number of its first component of the first generation.

    Components are numbered generation by generation, and within one in the order of `sizes`.
    """

    name: str
    chirality: Literal["left", "right", ""]
    generations: int
    representations: Mapping[str, Representation]
    charges: Mapping[str, Sequence[float]]
    real: bool
    start: int
    sizes: tuple[int, ...]

    @property
    def dimension(self) -> int:
        return math.prod(self.sizes)


Leg = tuple[str, bool]
"""Name of a field, and whether it stands conjugated."""
GroupTensors = Mapping[str, Array]
"""For each group a tensor with one axis per leg of a term; an axis of a leg that is a singlet has length 1."""


Kind = Literal["y", "fermion_mass", "lam", "h3", "m2", "tadpole"]
"""The array of a theory that a term is in."""


@dataclass(frozen=True)
class _Term:
    kind: Kind
    shape: tuple[int, ...]
    build: Callable[[Array], Array]
    symmetry: int
    is_real: bool

    def parameters(self) -> list[Array]:
        """Values of the coupling that span it over the real numbers."""
        values = []
        for index in product(*(range(n) for n in self.shape)):
            if self.symmetry and (index[0] > index[1] or (self.symmetry < 0 and index[0] == index[1])):
                continue
            for unit in (1,) if self.is_real else (1, 1j):
                value = np.zeros(self.shape, dtype=complex)
                value[index] = unit
                if self.symmetry and index[0] != index[1]:
                    value[index[::-1]] = self.symmetry * unit
                values.append(value)
        return values


@dataclass
class ComponentModel:
    """Collects fields, then terms, and gives beta functions of their couplings.

    Attributes:
        simple: n and coupling of each SU(n) by group name.
        abelian: coupling of each U(1) by group name; with two of them `eta` is their mixing.
    """

    simple: Mapping[str, tuple[int, str]]
    abelian: Mapping[str, str]
    fermions: dict[str, Multiplet] = field(default_factory=dict)
    scalars: dict[str, Multiplet] = field(default_factory=dict)
    terms: dict[str, _Term] = field(default_factory=dict)

    # -------------------------------------------------------------- fields
    def fermion(
        self,
        name: str,
        chirality: Literal["left", "right"],
        representations: Mapping[str, Representation] | None = None,
        generations: int = 1,
        **charges: float | Fraction | Sequence[float | Fraction],
    ) -> None:
        """Adds a fermion; a charge is one number or one per generation."""
        self._add(self.fermions, name, chirality, generations, representations or {}, charges, real=False)

    def scalar(
        self,
        name: str,
        representations: Mapping[str, Representation] | None = None,
        *,
        real: bool = False,
        **charges: float | Fraction,
    ) -> None:
        """Adds a scalar; all of them must be there before the first term."""
        self._add(self.scalars, name, "", 1, representations or {}, charges, real=real)

    def _add(self, fields, name, chirality, generations, representations, charges, *, real):  # type: ignore[no-untyped-def]
        per_generation = {
            group: [float(q) for q in (charge if isinstance(charge, Sequence) else [charge] * generations)]
            for group, charge in charges.items()
        }
        sizes = tuple(representations[g].dimension if g in representations else 1 for g in self.simple)
        last = list(fields.values())[-1] if fields else None
        start = last.start + last.generations * last.dimension if last else 0
        fields[name] = Multiplet(name, chirality, generations, representations, per_generation, real, start, sizes)

    @property
    def n_weyl(self) -> int:
        return sum(f.generations * f.dimension for f in self.fermions.values())

    @property
    def n_real(self) -> int:
        return sum((1 if f.real else 2) * f.dimension for f in self.scalars.values())

    def _forms(self, name: str, conjugated: bool) -> Array:
        """Components of a scalar as linear forms in the real scalars: real fields first, then Re, then Im."""
        multiplet = self.scalars[name]
        real = [f for f in self.scalars.values() if f.real]
        complex_ = [f for f in self.scalars.values() if not f.real]
        n_real, n_complex = sum(f.dimension for f in real), sum(f.dimension for f in complex_)
        group = real if multiplet.real else complex_
        offset = sum(f.dimension for f in group[: group.index(multiplet)])
        forms = np.zeros((multiplet.dimension, n_real + 2 * n_complex), dtype=complex)
        for m in range(multiplet.dimension):
            if multiplet.real:
                forms[m, offset + m] = 1
            else:
                forms[m, n_real + offset + m] = 1 / math.sqrt(2)
                forms[m, n_real + n_complex + offset + m] = (-1j if conjugated else 1j) / math.sqrt(2)
        return forms

    # -------------------------------------------------------------- terms
    def yukawa(self, name: str, legs: Sequence[Leg], tensors: GroupTensors, symmetry: int = 0) -> None:
        """Adds L = -Y_ij f_i f_j phi + h.c.; the legs are two fermions and, unless it is a mass, a scalar.

        The coupling has one axis per fermion with several generations, in the order of the legs. `symmetry` is
        that of Y when both fermions are the same field.
        """
        tensor = self._combined(legs, tensors)
        first, second = self.fermions[legs[0][0]], self.fermions[legs[1][0]]
        daggered = [
            conjugated == (f.chirality == "left") for f, (_, conjugated) in zip((first, second), legs, strict=False)
        ]
        assert daggered[0] == daggered[1], f"{name} is not Lorentz invariant"
        if len(legs) == 3:
            forms = self._forms(*legs[2])
            spread = np.einsum("xyk,ka->axy", tensor, forms)
        else:
            spread = tensor[None, :, :]
        sizes = (first.generations, second.generations)

        def build(value: Array) -> Array:
            matrix = np.asarray(value, dtype=complex).reshape(sizes)
            array = np.zeros((len(spread), self.n_weyl, self.n_weyl), dtype=complex)
            for i, j in product(range(sizes[0]), range(sizes[1])):
                rows = first.start + i * first.dimension + np.arange(first.dimension)
                columns = second.start + j * second.dimension + np.arange(second.dimension)
                for a, block in enumerate(spread):
                    array[a][np.ix_(rows, columns)] += matrix[i, j] * block
            array = array + array.transpose(0, 2, 1)
            array = array.conj() if daggered[0] else array
            return array if len(legs) == 3 else array[0]

        shape = tuple(n for n in sizes if n > 1)
        self.terms[name] = _Term("y" if len(legs) == 3 else "fermion_mass", shape, build, symmetry, False)

    def potential(self, name: str, legs: Sequence[Leg], tensors: GroupTensors, *, real: bool = True) -> None:
        """Adds V = c * term, plus the conjugate unless `real`; one to four scalar legs."""
        tensor = self._combined(legs, tensors)
        for leg in reversed(legs):
            tensor = np.tensordot(tensor, self._forms(*leg), axes=(len(legs) - 1, 0)).transpose(
                len(legs) - 1, *range(len(legs) - 1)
            )
        derivative = np.asarray(sum(tensor.transpose(order) for order in permutations(range(len(legs)))))
        kinds: dict[int, Kind] = {1: "tadpole", 2: "m2", 3: "h3", 4: "lam"}

        def build(value: Array) -> Array:
            array = complex(value) * derivative
            return np.asarray(array if real else array + array.conj())

        if real:
            assert np.allclose(derivative.imag, 0), f"{name} is not hermitian"
        self.terms[name] = _Term(kinds[len(legs)], (), build, 0, real)

    def _combined(self, legs: Sequence[Leg], tensors: GroupTensors) -> Array:
        """One tensor over the components of each leg from one per group."""
        fields = [self.fermions.get(name) or self.scalars[name] for name, _ in legs]
        total = np.ones((1,) * len(legs), dtype=complex)
        for number, group in enumerate(self.simple):
            sizes = tuple(f.sizes[number] for f in fields)
            factor = tensors.get(group, np.ones((1,) * len(legs), dtype=complex))
            assert factor.shape == sizes, f"{group}: {factor.shape} instead of {sizes}"
            total = np.kron(total, factor)
        return total

    # -------------------------------------------------------------- the theory
    def _generators(self, fields: Mapping[str, Multiplet], group: str) -> tuple[Array, Array]:
        """Generators on the fields, and 1 where a component is of a right-handed field."""
        size = sum(f.generations * f.dimension for f in fields.values())
        number = self.simple[group][0] ** 2 - 1 if group in self.simple else 1
        result = np.zeros((number, size, size), dtype=complex)
        right = np.zeros(size, dtype=bool)
        for f in fields.values():
            for i in range(f.generations):
                place = f.start + i * f.dimension + np.arange(f.dimension)
                right[place] = f.chirality == "right"
                if group in self.simple and group in f.representations:
                    factors = [np.eye(n) for n in f.sizes]
                    slot = list(self.simple).index(group)
                    for a, matrix in enumerate(f.representations[group].generators):
                        factors[slot] = matrix
                        result[a][np.ix_(place, place)] = reduce(np.kron, factors)
                elif group in f.charges:
                    result[0][place, place] = f.charges[group][i]
        return result, right

    def _fermion_generators(self, group: str) -> Array:
        generators, right = self._generators(self.fermions, group)
        return np.where(right[None, :, None] & right[None, None, :], -generators.conj(), generators)

    def _scalar_generators(self, group: str) -> Array:
        real = {f.name: f for f in self.scalars.values() if f.real}
        complex_ = {f.name: f for f in self.scalars.values() if not f.real}
        first = self._generators(_renumbered(real), group)[0]
        second = on_real_scalars(self._generators(_renumbered(complex_), group)[0])
        size = first.shape[1] + second.shape[1]
        result = np.zeros((len(first), size, size), dtype=complex)
        result[:, : first.shape[1], : first.shape[1]] = first
        result[:, first.shape[1] :, first.shape[1] :] = second
        return result

    def theory(self, values: Mapping[str, Value]) -> Theory:
        """The theory at a point."""
        simple = tuple(
            SimpleFactor(
                coupling,
                float(np.real(values[coupling])),
                float(n),
                self._fermion_generators(group),
                self._scalar_generators(group),
            )
            for group, (n, coupling) in self.simple.items()
        )
        sector = None
        if self.abelian:
            sector = AbelianSector(
                tuple(self.abelian.values()),
                self._h(values),
                np.concatenate([self._fermion_generators(group) for group in self.abelian]),
                np.concatenate([self._scalar_generators(group) for group in self.abelian]),
            )
        n, f = self.n_real, self.n_weyl
        arrays: dict[str, Array] = {
            "y": np.zeros((n, f, f), dtype=complex),
            "fermion_mass": np.zeros((f, f), dtype=complex),
            "lam": np.zeros((n,) * 4, dtype=complex),
            "h3": np.zeros((n,) * 3, dtype=complex),
            "m2": np.zeros((n, n), dtype=complex),
            "tadpole": np.zeros(n, dtype=complex),
        }
        for name, term in self.terms.items():
            arrays[term.kind] = arrays[term.kind] + term.build(np.asarray(values[name]))
        theory = Theory(
            simple,
            sector,
            arrays["y"],
            arrays["lam"].real.copy(),
            arrays["m2"].real.copy(),
            arrays["h3"].real.copy(),
            arrays["fermion_mass"],
            arrays["tadpole"].real.copy(),
        )
        theory.check()
        return theory

    def _h(self, values: Mapping[str, Value]) -> NDArray[np.float64]:
        g = np.array([float(np.real(values[name])) for name in self.abelian.values()])
        h = np.diag(g**2)
        if len(g) == 2:
            h[0, 1] = h[1, 0] = float(np.real(values["eta"])) * g[0] * g[1]
        return h

    # -------------------------------------------------------------- beta functions
    def betas(self, values: Mapping[str, Value], compute: Callable[[Theory], Betas] = one_loop) -> dict[str, Value]:
        """Beta functions of all couplings, without loop factors.

        A kind of coupling of which the model has none, such as quartics, is left out though it be generated.

        Raises:
            AssertionError: if the terms of a kind are not closed under the renormalisation group.
        """
        betas = compute(self.theory(values))
        result: dict[str, Value] = dict(betas.simple)
        h = self._h(values)
        dh = -h @ betas.inverse_h @ h
        names = list(self.abelian.values())
        for i, name in enumerate(names):
            result[name] = dh[i, i] / (2 * math.sqrt(h[i, i]))
        if len(names) == 2:
            g, drift = np.sqrt(np.diag(h)), dh[0, 0] / h[0, 0] + dh[1, 1] / h[1, 1]
            result["eta"] = (dh[0, 1] - h[0, 1] * drift / 2) / (g[0] * g[1])
        for kind in get_args(Kind):
            result |= self._project(kind, np.asarray(getattr(betas, kind), dtype=complex))
        return result

    def _project(self, kind: str, beta: Array) -> dict[str, Value]:
        spans = [
            (name, value, term.build(value).ravel())
            for name, term in self.terms.items()
            if term.kind == kind
            for value in term.parameters()
        ]
        if not spans:
            return {}
        target, scale = beta.ravel(), max(1.0, float(np.abs(beta).max()))
        filled = np.any([row != 0 for _, _, row in spans], axis=0)
        rows = np.array([np.concatenate([row[filled].real, row[filled].imag]) for _, _, row in spans])
        found = np.concatenate([target[filled].real, target[filled].imag])
        solution = np.linalg.lstsq(rows @ rows.T, rows @ found, rcond=1e-13)[0]
        rest = max(np.abs(found - solution @ rows).max(), np.abs(target[~filled]).max(initial=0))
        assert rest < 1e-9 * scale, f"{kind}: not closed, rest {rest:.1e}"
        result: dict[str, Value] = {}
        for (name, value, _), size in zip(spans, solution, strict=True):
            result[name] = result.get(name, 0) + size * value
        return {name: value if np.ndim(value) else complex(value) for name, value in result.items()}

    def random_values(self, seed: int) -> dict[str, Value]:
        """A random point: gauge couplings of order one, complex couplings where they may be complex."""
        rng = np.random.default_rng(seed)
        values: dict[str, Value] = {}
        for name in (*(coupling for _, coupling in self.simple.values()), *self.abelian.values()):
            values[name] = float(rng.uniform(0.3, 1.2))
        if len(self.abelian) == 2:
            values["eta"] = float(rng.uniform(-0.6, 0.6))
        for name, term in self.terms.items():
            basis = term.parameters()
            value = sum(float(x) * v for x, v in zip(rng.uniform(-0.7, 0.7, len(basis)), basis, strict=True))
            values[name] = np.asarray(value) if term.shape else complex(np.asarray(value))
        return values


def _renumbered(fields: Mapping[str, Multiplet]) -> dict[str, Multiplet]:
    """The fields with components numbered from zero."""
    result: dict[str, Multiplet] = {}
    start = 0
    for name, f in fields.items():
        result[name] = Multiplet(name, f.chirality, f.generations, f.representations, f.charges, f.real, start, f.sizes)
        start += f.generations * f.dimension
    return result
