"""Dense, component-level MS-bar beta functions of a general renormalisable gauge theory.

This module is an oracle: it knows nothing of the compiler, stores every coupling as a full
NumPy tensor and contracts it with ``einsum``. Its formulas are those of the classic route,

* M. E. Machacek and M. T. Vaughn, Nucl. Phys. B222 (1983) 83, B236 (1984) 221, B249 (1985) 70
  (cited below as MV I, II, III);
* M. Luo, H. Wang, Y. Xiao, hep-ph/0211440 (products of gauge groups, real scalars);
* R. Fonseca, M. Malinsky, F. Staub, 1308.1674 (several U(1) factors with kinetic mixing);
* I. Schienbein, F. Staub, T. Steudtner, K. Svirina, 1809.06797 (dummy-field method: no
  wave-function renormalisation on a leg that is a dummy; scalar wave functions that mix),

and not the tensor basis of Poole and Thomsen, 1906.04625, which the compiler uses.

Conventions. Real scalars phi_a, left-handed Weyl fermions psi_i,

    L = kinetic - 1/2 (y_aij psi_i psi_j phi_a + M_ij psi_i psi_j + h.c.)
        - 1/4! lam_abcd phi_a phi_b phi_c phi_d - 1/3! h3_abc phi_a phi_b phi_c
        - 1/2 m2_ab phi_a phi_b - t_a phi_a ,

with D = d - i g T_A A_A for a simple factor and D = d - i q_a A_a with the kinetic term
-1/4 F_a (h^-1)_ab F_b for the U(1) factors. All generators are hermitian; on the real scalars
they are i times an antisymmetric real matrix. Every beta function is d/dln(mu) without its
factor 1/(16 pi^2)^loops.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from itertools import permutations

import numpy as np
from numpy.typing import NDArray

Real = NDArray[np.float64]
Complex = NDArray[np.complex128]


@dataclass(frozen=True)
class SimpleFactor:
    """One simple gauge group.

    Attributes:
        name: Name of its coupling.
        coupling: Value g of the coupling.
        casimir: Quadratic Casimir of the adjoint, N for SU(N).
        fermions: Generators on the Weyl fermions, shape (dim G, nF, nF), hermitian.
        scalars: Generators on the real scalars, shape (dim G, nS, nS), hermitian and
            purely imaginary.
    """

    name: str
    coupling: float
    casimir: float
    fermions: Complex
    scalars: Complex


@dataclass(frozen=True)
class AbelianSector:
    """All U(1) factors together.

    Attributes:
        names: Names of the factors.
        h: Coupling matrix, shape (nU, nU), symmetric and positive definite: the propagator
            of the fields A_a in D = d - i q_a A_a. For one factor it is g^2.
        fermions: Charge matrices of the Weyl fermions, shape (nU, nF, nF), hermitian.
        scalars: Generators on the real scalars, shape (nU, nS, nS), hermitian and imaginary.
    """

    names: tuple[str, ...]
    h: Real
    fermions: Complex
    scalars: Complex


@dataclass(frozen=True)
class Theory:
    """A gauge theory in components; see the module docstring for the Lagrangian.

    Attributes:
        simple: Simple gauge factors.
        abelian: The U(1) factors, or None.
        y: Yukawa couplings, shape (nS, nF, nF), symmetric in the last two indices.
        lam: Quartic couplings, shape (nS, nS, nS, nS), totally symmetric.
        m2: Scalar masses, shape (nS, nS), symmetric.
        h3: Cubic couplings, shape (nS, nS, nS), totally symmetric.
        fermion_mass: Majorana-form mass matrix M, shape (nF, nF), symmetric.
        tadpole: t, shape (nS,).
    """

    simple: tuple[SimpleFactor, ...]
    abelian: AbelianSector | None
    y: Complex
    lam: Real
    m2: Real
    h3: Real
    fermion_mass: Complex
    tadpole: Real

    @property
    def n_scalars(self) -> int:
        return int(self.y.shape[0])

    @property
    def n_fermions(self) -> int:
        return int(self.y.shape[1])

    @cached_property
    def fermion_generators(self) -> Complex:
        """All generators on the fermions: simple factors in order, then the U(1)s."""
        parts = [factor.fermions for factor in self.simple]
        if self.abelian is not None:
            parts.append(self.abelian.fermions)
        empty = np.zeros((0, self.n_fermions, self.n_fermions), dtype=complex)
        return np.concatenate([empty, *parts])

    @cached_property
    def scalar_generators(self) -> Complex:
        """All generators on the real scalars, in the same order."""
        parts = [factor.scalars for factor in self.simple]
        if self.abelian is not None:
            parts.append(self.abelian.scalars)
        empty = np.zeros((0, self.n_scalars, self.n_scalars), dtype=complex)
        return np.concatenate([empty, *parts])

    @cached_property
    def coupling_matrix(self) -> Real:
        """Block-diagonal matrix of g^2 (simple factors) and h (U(1)s) over all generators."""
        sizes = [len(factor.fermions) for factor in self.simple]
        total = sum(sizes) + (0 if self.abelian is None else len(self.abelian.h))
        matrix = np.zeros((total, total))
        start = 0
        for factor, size in zip(self.simple, sizes, strict=True):
            block = slice(start, start + size)
            matrix[block, block] = factor.coupling**2 * np.eye(size)
            start += size
        if self.abelian is not None:
            matrix[start:, start:] = self.abelian.h
        return matrix

    @cached_property
    def fermion_casimir(self) -> Complex:
        """g^2 C2(F) summed over all factors, a matrix in fermion space."""
        t = self.fermion_generators
        return np.asarray(np.einsum("ab,aij,bjk->ik", self.coupling_matrix, t, t, optimize=True))

    @cached_property
    def scalar_casimir(self) -> Real:
        """g^2 C2(S) summed over all factors, a matrix in the space of real scalars."""
        t = self.scalar_generators
        product = np.einsum("ab,aij,bjk->ik", self.coupling_matrix, t, t, optimize=True)
        return np.ascontiguousarray(product.real)

    @cached_property
    def fermion_self_energy(self) -> Complex:
        """Y2(F) = Y^dagger_a Y_a of MV II."""
        return np.asarray(np.einsum("aki,akj->ij", self.y.conj(), self.y, optimize=True))

    @cached_property
    def scalar_self_energy(self) -> Real:
        """Y2(S)_ab = 1/2 Tr(Y^dagger_a Y_b + Y^dagger_b Y_a) of MV II."""
        product = np.einsum("aij,bij->ab", self.y.conj(), self.y, optimize=True)
        return np.ascontiguousarray(product.real)

    @cached_property
    def y_dummy(self) -> Complex:
        """Yukawa couplings with the mass matrix appended as coupling of the dummy scalar."""
        return np.concatenate([self.y, self.fermion_mass[None]])

    @cached_property
    def lam_dummy(self) -> Real:
        """Quartic couplings with a last, dummy scalar that carries h3, m2 and t.

        With phi_dummy = 1 the potential 1/4! lam phi^4 turns into the full potential, so
        lam_abcD = h3_abc, lam_abDD = 2 m2_ab and lam_aDDD = 6 t_a. Constants are left out.
        """
        n = self.n_scalars
        full = np.zeros((n + 1,) * 4)
        full[:n, :n, :n, :n] = self.lam
        full[n, :n, :n, :n] = full[:n, n, :n, :n] = self.h3
        full[:n, :n, n, :n] = full[:n, :n, :n, n] = self.h3
        for i in range(4):
            for j in range(i):
                index: list[slice | int] = [slice(0, n)] * 4
                index[i] = index[j] = n
                full[tuple(index)] = 2.0 * self.m2
        for leg in range(4):
            np.moveaxis(full, leg, 0)[:n, n, n, n] = 6.0 * self.tadpole
        return full

    def check(self, tolerance: float = 1e-10) -> None:
        """Raise ValueError unless symmetries and gauge invariance of all couplings hold."""
        problems = [name for name, size in violations(self).items() if size > tolerance]
        if problems:
            raise ValueError("inconsistent theory: " + ", ".join(problems))


@dataclass(frozen=True)
class Betas:
    """Beta functions of a Theory at one loop order, without 1/(16 pi^2)^loops.

    Attributes:
        simple: Coupling name -> dg/dt.
        inverse_h: d(h^-1)/dt of the U(1) sector, shape (nU, nU).
        y, lam, m2, h3, fermion_mass, tadpole: Derivatives of the arrays of the same name.
    """

    simple: dict[str, float] = field(default_factory=dict)
    inverse_h: Real = field(default_factory=lambda: np.zeros((0, 0)))
    y: Complex = field(default_factory=lambda: np.zeros((0, 0, 0), dtype=complex))
    lam: Real = field(default_factory=lambda: np.zeros((0, 0, 0, 0)))
    m2: Real = field(default_factory=lambda: np.zeros((0, 0)))
    h3: Real = field(default_factory=lambda: np.zeros((0, 0, 0)))
    fermion_mass: Complex = field(default_factory=lambda: np.zeros((0, 0), dtype=complex))
    tadpole: Real = field(default_factory=lambda: np.zeros(0))


def violations(theory: Theory) -> dict[str, float]:
    """Largest violation of each consistency condition of the arrays of a Theory."""
    t, s = theory.fermion_generators, theory.scalar_generators
    y, mass = theory.y, theory.fermion_mass
    moved_y = (
        np.einsum("aji,bjk->abik", t, y, optimize=True)
        + np.einsum("bij,ajk->abik", y, t, optimize=True)
        + np.einsum("acb,cij->abij", s, y, optimize=True)
    )
    moved_mass = np.einsum("aji,jk->aik", t, mass) + np.einsum("ij,ajk->aik", mass, t)
    moved = {
        "lam": np.einsum("xea,ebcd->xabcd", s, theory.lam, optimize=True),
        "h3": np.einsum("xea,ebc->xabc", s, theory.h3, optimize=True),
        "m2": np.einsum("xea,eb->xab", s, theory.m2, optimize=True),
        "tadpole": np.einsum("xea,e->xa", s, theory.tadpole),
    }
    found = {
        "hermitian fermion generators": largest(t - t.conj().transpose(0, 2, 1)),
        "hermitian scalar generators": largest(s - s.conj().transpose(0, 2, 1)),
        "imaginary scalar generators": largest(s.real),
        "symmetric y": largest(y - y.transpose(0, 2, 1)),
        "symmetric fermion mass": largest(mass - mass.T),
        "gauge invariant y": largest(moved_y),
        "gauge invariant fermion mass": largest(moved_mass),
    }
    for name in ("lam", "h3", "m2", "tadpole"):
        tensor = getattr(theory, name)
        rank = tensor.ndim
        swapped = (tensor.swapaxes(0, other) for other in range(1, rank))
        found[f"symmetric {name}"] = max((largest(tensor - other) for other in swapped), default=0.0)
        # Sum over the legs: move the transformed index to each place in turn.
        total = sum(np.moveaxis(moved[name], 1, leg) for leg in range(1, rank + 1))
        found[f"gauge invariant {name}"] = largest(np.asarray(total))
    return found


def largest(array: Real | Complex) -> float:
    """Largest absolute value in an array, 0 for an empty one."""
    return float(np.max(np.abs(array))) if array.size else 0.0


def symmetrised(tensor: Real) -> Real:
    """Sum of a rank-four tensor over the 24 permutations of its indices."""
    # Pairing (ab)(cd), then the three ways to pair: cheaper than 24 transpositions.
    pairs = tensor + tensor.transpose(1, 0, 2, 3)
    pairs = pairs + pairs.transpose(0, 1, 3, 2)
    pairs = pairs + pairs.transpose(2, 3, 0, 1)
    return pairs + pairs.transpose(0, 2, 1, 3) + pairs.transpose(0, 3, 2, 1)


def symmetrised_by_permutation(tensor: Real) -> Real:
    """The same as `symmetrised`, spelled out; kept to test it."""
    return np.asarray(sum(tensor.transpose(order) for order in permutations(range(4))))


def with_legs(tensor: Real, matrix: Real) -> Real:
    """Apply a symmetric matrix to each leg of a symmetric quartic tensor and add up.

    The tensor may have a trailing dummy index value on which the matrix does not act.
    """
    n = matrix.shape[0]
    result = np.zeros_like(tensor)
    for leg in range(4):
        source = np.moveaxis(tensor, leg, 0)[:n]
        np.moveaxis(result, leg, 0)[:n] += np.tensordot(matrix, source, axes=1)
    return result


def split_quartic(full: Real) -> tuple[Real, Real, Real, Real]:
    """Read lam, h3, m2 and t off a quartic tensor with a trailing dummy index value."""
    return (
        np.ascontiguousarray(full[:-1, :-1, :-1, :-1]),
        np.ascontiguousarray(full[:-1, :-1, :-1, -1]),
        0.5 * full[:-1, :-1, -1, -1],
        full[:-1, -1, -1, -1] / 6.0,
    )


def one_loop_gauge(theory: Theory) -> tuple[dict[str, float], Real]:
    """One-loop running of the gauge sector (MV I; 1308.1674 for several U(1)s).

    dg/dt = g^3 (-11/3 C2(G) + 2/3 S2(Weyl) + 1/6 S2(real scalars)) and
    d(h^-1)_ab/dt = -2 (2/3 Tr_F q_a q_b + 1/6 Tr_S q_a q_b).
    """
    simple: dict[str, float] = {}
    for factor in theory.simple:
        coefficient = -11 / 3 * factor.casimir + 2 / 3 * index_of(factor.fermions) + 1 / 6 * index_of(factor.scalars)
        simple[factor.name] = coefficient * factor.coupling**3
    if theory.abelian is None:
        return simple, np.zeros((0, 0))
    q, s = theory.abelian.fermions, theory.abelian.scalars
    gamma = 2 / 3 * np.einsum("aij,bji->ab", q, q) + 1 / 6 * np.einsum("aij,bji->ab", s, s)
    return simple, -2.0 * gamma.real


def index_of(generators: Complex) -> float:
    """Dynkin index S2 of a (reducible) representation: Tr T_A T_B = S2 delta_AB."""
    return float(np.einsum("aij,aji->", generators, generators).real) / len(generators)


def one_loop_yukawa(theory: Theory) -> Complex:
    """One-loop running of the Yukawa couplings and, as last entry, of the fermion mass (MV II).

    beta_a = 1/2 [Y2(F)^T Y_a + Y_a Y2(F)] + 2 Y_b Y_a^dagger Y_b + Y_b Y2(S)_ab
    - 3 {g^2 C2(F), Y_a}; the dummy scalar of the mass term has no wave function.
    """
    y, full, n = theory.y, theory.y_dummy, theory.n_scalars
    half = 0.5 * theory.fermion_self_energy - 3.0 * theory.fermion_casimir
    right = full @ half
    beta = right + right.transpose(0, 2, 1)
    vertex = np.zeros_like(full)
    for matrix in y:
        vertex += 2.0 * (matrix @ full.conj() @ matrix)
    beta += vertex
    beta[:n] += np.tensordot(theory.scalar_self_energy, y, axes=1)
    return beta


def one_loop_quartic(theory: Theory) -> Real:
    """One-loop running of the quartic couplings, with the dummy index for h3, m2 and t (MV III).

    beta = 1/8 sum_perm lam_abef lam_efcd - sum_perm Tr Y_a Y_b^dagger Y_c Y_d^dagger
    + legs(Y2(S)) - 3 legs(g^2 C2(S)) + 3/8 sum_perm g^4 {T_A, T_B}_ab {T_A, T_B}_cd.
    """
    n, lam = theory.n_scalars, theory.lam_dummy
    beta = symmetrised(scalar_bubble(lam, lam, n)) / 8.0
    beta -= symmetrised(yukawa_box(theory.y_dummy))
    beta += with_legs(lam, theory.scalar_self_energy - 3.0 * theory.scalar_casimir)
    beta[:n, :n, :n, :n] += 3.0 * gauge_box(theory)
    return beta


def scalar_bubble(left: Real, right: Real, n: int) -> Real:
    """left_abef right_efcd with e, f running over the n dynamical scalars."""
    size = left.shape[0]
    first = left[:, :, :n, :n].reshape(size * size, n * n)
    second = right[:n, :n].reshape(n * n, size * size)
    return (first @ second).reshape((size,) * 4)


def yukawa_box(y: Complex) -> Real:
    """Real part of Tr Y_a Y_b^dagger Y_c Y_d^dagger for all a, b, c, d."""
    n, size = y.shape[0], y.shape[1]
    pairs = np.einsum("aij,bkj->abik", y, y.conj(), optimize=True)
    first = pairs.reshape(n * n, size * size)
    second = pairs.transpose(0, 1, 3, 2).reshape(n * n, size * size)
    return np.ascontiguousarray((first @ second.T).real).reshape((n,) * 4)


def gauge_box(theory: Theory) -> Real:
    """A_abcd of MV III: 1/8 sum_perm g^4 {T_A, T_B}_ab {T_A, T_B}_cd."""
    t, g2 = theory.scalar_generators, theory.coupling_matrix
    product = np.einsum("xab,ybc->xyac", t, t, optimize=True)
    anti = (product + product.transpose(1, 0, 2, 3)).real
    raised = np.einsum("xu,yv,uvab->xyab", g2, g2, anti, optimize=True)
    return symmetrised(np.einsum("xyab,xycd->abcd", anti, raised, optimize=True)) / 8.0


def one_loop(theory: Theory) -> Betas:
    """All one-loop beta functions of a theory, without the factor 1/(16 pi^2)."""
    simple, inverse_h = one_loop_gauge(theory)
    y = one_loop_yukawa(theory)
    lam, h3, m2, tadpole = split_quartic(one_loop_quartic(theory))
    return Betas(simple, inverse_h, y[:-1], lam, m2, h3, y[-1], tadpole)


# ---------------------------------------------------------------- two loops


def weighted_self_energy(theory: Theory, adjoint: float, fermion: float, scalar: float) -> Real:
    """G2 (adjoint C2(G) + fermion Tr_F T T + scalar Tr_S T T) G2, a matrix over all generators.

    It is what multiplies T_A T_B in the g^4 terms with C2(G), S2(F) and S2(S) of MV II and III;
    in matrix form it holds for U(1) factors with kinetic mixing too (1308.1674).
    """
    t, s, g2 = theory.fermion_generators, theory.scalar_generators, theory.coupling_matrix
    matrix = fermion * np.einsum("aij,bji->ab", t, t, optimize=True).real
    matrix = matrix + scalar * np.einsum("aij,bji->ab", s, s, optimize=True).real
    casimirs = [np.full(len(factor.fermions), factor.casimir) for factor in theory.simple]
    if theory.abelian is not None:
        casimirs.append(np.zeros(len(theory.abelian.h)))
    matrix = matrix + adjoint * np.diag(np.concatenate([np.zeros(0), *casimirs]))
    return np.asarray(g2 @ matrix @ g2)


def contracted_generators(matrix: Real, generators: Complex) -> Complex:
    """matrix_AB T_A T_B for a set of generators."""
    return np.asarray(np.einsum("ab,aij,bjk->ik", matrix, generators, generators, optimize=True))


def structure_constants(factor: SimpleFactor) -> Real:
    """f_ABC of a simple factor, from the commutators of all its fields."""
    total: Complex = np.zeros((len(factor.fermions),) * 3, dtype=complex)
    for t in (factor.fermions, factor.scalars):
        product = np.einsum("aij,bjk->abik", t, t, optimize=True)
        commutator = product - product.transpose(1, 0, 2, 3)
        total = total + np.einsum("abij,cji->abc", commutator, t, optimize=True)
    index = index_of(factor.fermions) + index_of(factor.scalars)
    return np.ascontiguousarray((-1j * total).real) / index if index else total.real


def two_loop_gauge(theory: Theory) -> tuple[dict[str, float], Real]:
    """Two-loop running of the gauge sector (MV I; 1308.1674 for several U(1)s).

    For a simple factor, with fermions as Weyl and scalars as real fields,
    dg/dt = g^3 {-34/3 C2(G)^2 g^2 + Tr_F [2 g^2 C2(F) + 10/3 g^2 C2(G)] T T
    + Tr_S [2 g^2 C2(S) + 1/3 g^2 C2(G)] T T - Tr_F [Y2(F) T T]} / dim G ,
    and d(h^-1)_ab/dt is -2 times the same with C2(G) = 0 and T_a T_b not summed.
    """

    def polarisation(t: Complex, s: Complex, self_coupling: float) -> Real:
        fermions = 2.0 * theory.fermion_casimir - theory.fermion_self_energy
        fermions = fermions + 10 / 3 * self_coupling * np.eye(theory.n_fermions)
        scalars = 2.0 * theory.scalar_casimir + self_coupling / 3 * np.eye(theory.n_scalars)
        total = np.einsum("ij,ajk,bki->ab", fermions, t, t, optimize=True)
        total = total + np.einsum("ij,ajk,bki->ab", scalars, s, s, optimize=True)
        return np.ascontiguousarray(total.real)

    simple: dict[str, float] = {}
    for factor in theory.simple:
        own = factor.coupling**2 * factor.casimir
        matter = polarisation(factor.fermions, factor.scalars, own)
        coefficient = float(np.trace(matter)) / len(matter) - 34 / 3 * own * factor.casimir
        simple[factor.name] = coefficient * factor.coupling**3
    if theory.abelian is None:
        return simple, np.zeros((0, 0))
    return simple, -2.0 * polarisation(theory.abelian.fermions, theory.abelian.scalars, 0.0)


def scalar_wave_function(theory: Theory) -> Real:
    """Two-loop terms that act on a scalar leg only, in Yukawa and quartic couplings alike.

    1/12 lam_acde lam_bcde - 3/2 H2_ab - Hbar2_ab + 5 Y2F_ab of MV II, with
    H2 = Re Tr Y_a Y_b^dagger Y_c Y_c^dagger, Hbar2 = Re Tr Y_a Y_c^dagger Y_b Y_c^dagger and
    Y2F = Re Tr g^2 C2(F) Y_a^dagger Y_b.
    """
    y, n = theory.y, theory.n_scalars
    flat = theory.lam.reshape(n, n**3)
    result = flat @ flat.T / 12.0
    line = 5.0 * theory.fermion_casimir - 1.5 * theory.fermion_self_energy
    inner = y @ line - sandwiched(y, y.conj())
    result += np.einsum("aij,bji->ab", y.conj(), inner, optimize=True).real
    return np.asarray(0.5 * (result + result.T))


def sandwiched(y: Complex, inner: Complex) -> Complex:
    """sum_b Y_b inner_a Y_b for a stack of matrices."""
    total = np.zeros_like(inner)
    for matrix in y:
        total += matrix @ inner @ matrix
    return total


def two_loop_yukawa(theory: Theory) -> Complex:
    """Two-loop running of the Yukawa couplings and, as last entry, of the fermion mass.

    MV II in the form of hep-ph/0211440, Eq. (33) and following, with kappa = 1/2. Terms on an
    external scalar leg (`scalar_wave_function`) are left out for the dummy scalar of the mass.
    """
    y, full, n = theory.y, theory.y_dummy, theory.n_scalars
    bar, c2f, y2f = full.conj(), theory.fermion_casimir, theory.fermion_self_energy
    c2s, y2s = theory.scalar_casimir, theory.scalar_self_energy
    t, g2 = theory.fermion_generators, theory.coupling_matrix

    # Everything that acts on one fermion leg: Y_a L + L^T Y_a.
    dressed = np.tensordot(y2s, y, axes=1)  # Y2(S)_bc Y_c
    charged = np.tensordot(c2s, y, axes=1)  # g^2 C2(S)_bc Y_c
    leg = -np.einsum("bij,jk,bkl->il", y.conj(), y2f.T, y, optimize=True) / 8.0
    leg = leg - 0.75 * np.einsum("bij,bjk->ik", y.conj(), dressed, optimize=True)
    leg = leg - 1.75 * y2f @ c2f
    leg = leg - 0.25 * np.einsum("bij,jk,bkl->il", y.conj(), c2f.T, y, optimize=True)
    leg = leg + 4.5 * np.einsum("bij,bjk->ik", y.conj(), charged, optimize=True)
    leg = leg - 1.5 * c2f @ c2f
    leg = leg + contracted_generators(weighted_self_energy(theory, -97 / 6, 5 / 3, 11 / 12), t)
    right = full @ leg
    beta = right + right.transpose(0, 2, 1)

    # Vertices Y_b (...) Y_b; `middle` is sandwiched, `outer` gets C2(F) on the outer legs.
    middle = bar @ (5.0 * c2f.T - y2f.T)
    middle = middle + middle.transpose(0, 2, 1)
    beta += sandwiched(y, middle)
    vertex = sandwiched(y, bar)
    outer = 3.0 * vertex @ c2f
    beta += outer + outer.transpose(0, 2, 1)
    for first, second in zip(6.0 * charged - 2.0 * dressed, y, strict=True):
        beta += first @ bar @ second
    beta[:n] -= 12.0 * np.tensordot(c2s, vertex[:n], axes=1)
    beta += 2.0 * (crossed_vertex(y, bar) - ladder_vertex(y, bar))
    beta -= 2.0 * quartic_vertex(theory)
    exchange = np.zeros_like(full)
    for first, second in zip(t, np.tensordot(g2, t, axes=1), strict=True):
        around = np.einsum("bij,jk,bkl->il", y, first, y.conj(), optimize=True)
        exchange += 6.0 * (around @ full @ second)
    beta += exchange + exchange.transpose(0, 2, 1)

    # The scalar leg.
    scalar = weighted_self_energy(theory, 49 / 4, -1.0, -1 / 4)
    wave = contracted_generators(scalar, theory.scalar_generators).real
    wave = wave - 10.5 * c2s @ c2s + scalar_wave_function(theory)
    beta[:n] += np.tensordot(wave, y, axes=1)
    twelve = 6.0 * np.tensordot(c2s, y, axes=1) @ c2f
    beta[:n] += twelve + twelve.transpose(0, 2, 1)
    return np.asarray(beta)


def crossed_vertex(y: Complex, bar: Complex) -> Complex:
    """Sum over b, c of Y_c Y_b^dagger Y_a Y_c^dagger Y_b for each a; `bar` is conj(Y_a)."""
    total = np.zeros_like(bar)
    present = [matrix for matrix in y if matrix.any()]
    for first in present:
        for second in present:
            total += (first @ second.conj()) @ bar.conj() @ (first.conj() @ second)
    return total


def ladder_vertex(y: Complex, bar: Complex) -> Complex:
    """Sum over b, c of Y_c Y_b^dagger Y_a Y_b^dagger Y_c for each a; `bar` is conj(Y_a)."""
    inner = sandwiched(y.conj(), bar.conj())
    return sandwiched(y, inner)


def quartic_vertex(theory: Theory) -> Complex:
    """lam_abcd Y_b Y_c^dagger Y_d, with the cubic coupling for the dummy scalar."""
    y, n = theory.y, theory.n_scalars
    lam = theory.lam_dummy[:, :n, :n, :n]
    total = np.zeros_like(theory.y_dummy)
    for b in range(n):
        inner = np.tensordot(lam[:, b], y, axes=1)  # a c ij
        total += np.einsum("ij,cjk,ackl->ail", y[b], y.conj(), inner, optimize=True)
    return total


def two_loop_quartic(theory: Theory) -> Real:
    """Two-loop running of the quartic couplings, with the dummy index for h3, m2 and t.

    MV III in the form of hep-ph/0211440, Eq. (43) and following, with kappa = 1/2.
    """
    n, lam, y = theory.n_scalars, theory.lam_dummy, theory.y_dummy
    c2s, g2, t = theory.scalar_casimir, theory.coupling_matrix, theory.scalar_generators
    inner = lam[:, :n, :n, :n]

    # lam^3, lam^2 Y^2 and lam^2 g^2.
    beta = -symmetrised(scalar_bubble(lam, crossed_bubble(inner), n)) / 4.0
    line = 0.25 * c2s - 0.25 * theory.scalar_self_energy
    beta += symmetrised(scalar_bubble(np.tensordot(lam[..., :n], line, axes=1), lam[:n], n))
    exchanged = np.zeros((n + 1, n + 1, n, n), dtype=complex)
    for first, second in zip(t, np.tensordot(g2, t, axes=1), strict=True):
        exchanged += np.einsum("abef,eg,fh->abgh", lam[:, :, :n, :n], first, second, optimize=True)
    beta -= 0.75 * symmetrised(scalar_bubble(exchanged.real, lam, n))

    # lam Y^4: 4 Hbar^lambda; then all that acts on one scalar leg.
    box = np.transpose(yukawa_box(y), (0, 2, 1, 3))[:, :, :n, :n]  # Tr Y_c Y_e^+ Y_d Y_f^+
    beta += symmetrised(np.einsum("abef,cdef->abcd", lam[:, :, :n, :n], box, optimize=True))
    leg = scalar_wave_function(theory) + 1.5 * c2s @ c2s
    weights = weighted_self_energy(theory, 35 / 3, -5 / 3, -11 / 12)
    leg = leg - contracted_generators(weights, t).real
    beta += with_legs(lam, leg)

    # Y^6, and g^2 Y^4: 2 (H^Y + 2 Hbar^Y + 2 H^3) + 2 g^2 (H^S - H^F).
    beta += two_loop_yukawa_traces(theory)
    beta += 0.5 * with_legs(symmetrised(yukawa_box(y)), c2s)

    # g^4 lam, g^4 Y^2 and g^6.
    gauge = gauge_lines(theory, g2, g2)
    beta += two_loop_mixed(theory, gauge)
    weights = weighted_self_energy(theory, 161 / 6, -16 / 3, -7 / 3)
    beta[:n, :n, :n, :n] += symmetrised(gauge_lines(theory, weights, g2)) / 8.0
    beta[:n, :n, :n, :n] -= 7.5 * with_legs(symmetrised(gauge) / 8.0, c2s)
    beta[:n, :n, :n, :n] += 27.0 / 8.0 * symmetrised(structure_lines(theory))
    return beta


def crossed_bubble(lam: Real) -> Real:
    """X_efcd = lam_cegh lam_dfgh; the first index of `lam` may include the dummy."""
    size, n = lam.shape[:2]
    flat = lam.reshape(size * n, n * n)
    product = (flat @ flat.T).reshape(size, n, size, n)  # c e d f
    return np.ascontiguousarray(product.transpose(1, 3, 0, 2))


def two_loop_yukawa_traces(theory: Theory) -> Real:
    """The purely fermionic g^0 and g^2 traces of the quartic beta function.

    sum_perm of 2 Tr Y2(F) Y_a^+ Y_b Y_c^+ Y_d + 4 Re Tr Y_e Y_a^+ Y_e Y_b^+ Y_c Y_d^+
    + 2 Tr Y_a Y_b^+ Y_e Y_c^+ Y_d Y_e^+ - 2 g^2 Tr {C2(F), Y_a} Y_b^+ Y_c Y_d^+ .
    """
    y, full = theory.y, theory.y_dummy
    bar = full.conj()
    size, f = full.shape[0], full.shape[1]
    pairs = np.einsum("aij,bjk->abik", full, bar, optimize=True)  # Y_a Y_b^+
    # First factor Y_a' Y_b^+ with a dressed Y_a'.
    line = 2.0 * theory.fermion_self_energy - 4.0 * theory.fermion_casimir
    dressed = full @ line + 4.0 * sandwiched(y, bar)
    first = np.einsum("aij,bjk->abik", dressed, bar, optimize=True).reshape(size * size, -1)
    turned = pairs.transpose(0, 1, 3, 2).reshape(size * size, -1)
    total = (first @ turned.T).real
    # Y_e^+ Y_a Y_b^+ Y_e, summed over e, against Y_c^+ Y_d = (Y_d Y_c^+)^T.
    around = np.zeros_like(pairs)
    for matrix in y:
        around += matrix.conj() @ pairs @ matrix
    last = pairs.transpose(1, 0, 2, 3).reshape(size * size, f * f)
    total += 2.0 * (around.reshape(size * size, f * f) @ last.T).real
    return symmetrised(total.reshape((size,) * 4))


def gauge_lines(theory: Theory, left: Real, right: Real) -> Real:
    """left_AC right_BD {T_A, T_B}_ab {T_C, T_D}_cd on the real scalars."""
    t = theory.scalar_generators
    product = np.einsum("xab,ybc->xyac", t, t, optimize=True)
    anti = (product + product.transpose(1, 0, 2, 3)).real
    raised = np.einsum("xu,yv,uvab->xyab", left, right, anti, optimize=True)
    return np.asarray(np.einsum("xyab,xycd->abcd", anti, raised, optimize=True))


def structure_lines(theory: Theory) -> Real:
    """g^6 f_ACE f_BDE {T_A, T_B}_ab {T_C, T_D}_cd, summed over simple factors."""
    n = theory.n_scalars
    total = np.zeros((n,) * 4)
    for factor in theory.simple:
        f, t = structure_constants(factor), factor.scalars
        product = np.einsum("xab,ybc->xyac", t, t, optimize=True)
        anti = (product + product.transpose(1, 0, 2, 3)).real
        double = np.einsum("ace,bde->abcd", f, f, optimize=True)
        raised = np.einsum("xyuv,uvab->xyab", double, anti, optimize=True)
        total += factor.coupling**6 * np.einsum("xyab,xycd->abcd", anti, raised, optimize=True)
    return total


def two_loop_mixed(theory: Theory, gauge: Real) -> Real:
    """g^4 (5/2 A^lambda + 1/2 Abar^lambda - 2 (B^Y - 10 Bbar^Y)) of MV III."""
    n, lam = theory.n_scalars, theory.lam_dummy
    g2, t, s = theory.coupling_matrix, theory.fermion_generators, theory.scalar_generators
    beta = np.zeros_like(lam)

    # A^lambda = 1/4 sum_perm lam_abef {A, B}_ef {A, B}_cd; Abar with {A, B}_ce {A, B}_df.
    straight = np.einsum("abef,efcd->abcd", lam[:, :, :n, :n], gauge, optimize=True)
    crossed = np.einsum("abef,cedf->abcd", lam[:, :, :n, :n], gauge, optimize=True)
    partial = np.zeros_like(lam)
    partial[:, :, :n, :n] = (2.5 * straight + 0.5 * crossed) / 4.0
    beta += symmetrised(partial)

    # B^Y and Bbar^Y: {A, B}_ab times fermion loops with two gauge bosons and two scalars.
    y = theory.y_dummy
    product = np.einsum("xab,ybc->xyac", s, s, optimize=True)
    anti = (product + product.transpose(1, 0, 2, 3)).real
    raised = np.einsum("xu,yv,uvab->xyab", g2, g2, anti, optimize=True)
    squares = np.einsum("xij,yjk->xyik", t, t, optimize=True)
    loops = np.einsum("aik,bij->abkj", y, y.conj(), optimize=True)  # (Y_b^+ Y_a)_jk
    trace = 2.0 * np.einsum("xykj,abkj->xyab", squares, loops, optimize=True)
    moved = np.einsum("xji,ajk->xaik", t, y, optimize=True)  # T^T Y_a
    right = np.einsum("yij,bjk->ybik", t, y.conj(), optimize=True)  # T Y_b^+
    trace = trace - 10.0 * np.einsum("xaik,ybki->xyab", moved, right, optimize=True)
    partial = np.zeros_like(lam)
    partial[:n, :n] = np.einsum("xyab,xycd->abcd", raised, trace.real, optimize=True) / 4.0
    return beta - 2.0 * symmetrised(partial)


def two_loop(theory: Theory) -> Betas:
    """All two-loop beta functions of a theory, without the factor 1/(16 pi^2)^2."""
    simple, inverse_h = two_loop_gauge(theory)
    y = two_loop_yukawa(theory)
    lam, h3, m2, tadpole = split_quartic(two_loop_quartic(theory))
    return Betas(simple, inverse_h, y[:-1], lam, m2, h3, y[-1], tadpole)
