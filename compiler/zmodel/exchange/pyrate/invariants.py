"""Tensors that are there without a field, and sums over indices.

Components are those of `zmodel.groups`: of an adjoint phi^a the coefficients of the matrices E_ij and of diagonal ones,
phi^A lambda^A = sum_X phi_X t_X, so that all stays rational. An index of the adjoint is raised with tr(t_X t_Y)/2.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from itertools import permutations, product

from zmodel.exchange.pyrate import numbers
from zmodel.exchange.pyrate.polynomials import Polynomial, TensorError, UnsupportedError, number
from zmodel.groups import Irrep, adjoint, algebra_basis, basis, component_conjugation, fundamental, generators
from zmodel.groups.weights import permutation_sign


@dataclass(frozen=True)
class Kind:
    """What an index runs over: components of an irrep, or of its conjugate.

    The fundamental and its conjugate are one kind, as an index of either meets both `kd` and `Eps`.
    """

    irrep: Irrep
    conjugated: bool = False

    @property
    def size(self) -> int:
        """How many values the index has."""
        return self.irrep.dimension

    @property
    def is_adjoint(self) -> bool:
        """Whether components are those of a matrix."""
        return self.irrep == adjoint(self.irrep.n)


@dataclass(frozen=True)
class Tensor:
    """A polynomial for each choice of its indices; no entry is zero."""

    kinds: tuple[Kind, ...]
    entries: Mapping[tuple[int, ...], Polynomial]


# ------------------------------------------------------------------ sums over indices
@lru_cache(maxsize=256)
def metric(first: Kind, second: Kind) -> Mapping[tuple[int, int], Fraction]:
    """What multiplies A_x B_y in a sum over an index that A and B have."""
    if first.irrep.dimension == first.irrep.n and first.irrep.n == second.irrep.n and first.size == second.size:
        return {(i, i): Fraction(1) for i in range(first.size)}
    if first.irrep != second.irrep:
        raise TensorError(f"an index of {first.size} values meets one of {second.size}, or of another kind")
    norms = basis(first.irrep).norms
    if first.conjugated != second.conjugated:
        return {(m, m): norm for m, norm in enumerate(norms)}
    if first.irrep.reality != "real":
        raise UnsupportedError(f"components of the {first.irrep.name} are contracted in a basis of PyR@TE's own")
    return component_conjugation(first.irrep)


@lru_cache(maxsize=256)
def partners(first: Kind, second: Kind) -> Mapping[int, tuple[tuple[int, Fraction], ...]]:
    """The metric by its first index."""
    found: dict[int, list[tuple[int, Fraction]]] = defaultdict(list)
    for (x, y), weight in metric(first, second).items():
        found[x].append((y, weight))
    return {x: tuple(pairs) for x, pairs in found.items()}


# ------------------------------------------------------------------ tensors
def generator_tensor(irrep: Irrep) -> Tensor:
    """`t(group, rep)`: an index of the adjoint, and row and column of the representation.

    What PyR@TE has for other representations than fundamental and adjoint is in a basis of its own. So row and column
    are of kinds that meet only fields and conjugate fields of that representation, in whose invariants no basis shows.
    """
    n = irrep.n
    matrices = _raised_generators(n)
    if irrep.dimension == n:
        kinds = (Kind(adjoint(n)), Kind(irrep), Kind(irrep))
        entries: dict[tuple[int, ...], Polynomial] = {
            (x, i, j): number(value) for x, matrix in enumerate(matrices) for (i, j), value in matrix.items()
        }
        if irrep != fundamental(n):
            entries = {
                (x, j, i): number(-value) for x, matrix in enumerate(matrices) for (i, j), value in matrix.items()
            }
        return Tensor(kinds, entries)
    if irrep != adjoint(n):
        norms, algebra = basis(irrep).norms, _generators_by_component(irrep)
        entries = {}
        for x in range(len(algebra)):
            partner, weight = _raised(n, x)
            for (i, j), value in algebra[partner].items():
                entries[x, i, j] = number(value / (2 * weight * norms[j]))
        return Tensor((Kind(adjoint(n)), Kind(irrep), Kind(irrep, True)), entries)
    traces: dict[tuple[int, ...], Polynomial] = {place: number(-2 * x) for place, x in _triple_traces(n).items()}
    return Tensor((Kind(irrep),) * 3, traces)


@lru_cache(maxsize=64)
def invariant_tensor(name: str, kind: Kind, rank: int) -> Tensor:
    """`kd` or `Eps` with so many indices of a kind.

    Raises:
        TensorError: if there is none; UnsupportedError if it is in a basis of PyR@TE's own.
    """
    if name == "kd":
        if rank != 2:
            raise TensorError(f"`kd` has {rank} indices")
        entries: dict[tuple[int, ...], Polynomial]
        if kind.is_adjoint:
            # The inverse of the metric: contracted with it on one index, a vector stays what it is.
            entries = {(x, y): number(1 / weight) for (x, y), weight in metric(kind, kind).items()}
        else:
            entries = {(i, i): number(Fraction(1)) for i in range(kind.size)}
        return Tensor((kind, kind), entries)
    if kind.size != rank:
        raise TensorError(f"`Eps` with {rank} indices of {kind.size} values each")
    if kind.size == kind.irrep.n:
        order = {place: Fraction(permutation_sign([-i for i in place])) for place in permutations(range(rank))}
        return Tensor((kind,) * rank, {place: number(sign) for place, sign in order.items()})
    if kind.is_adjoint:
        # tr([T^a, T^b] T^c) = i eps^abc/2 for SU(2), the one group whose adjoint has as many values as Eps has indices.
        factor = numbers.multiply(Fraction(-2), numbers.IMAGINARY_UNIT)
        traces = _triple_traces(kind.irrep.n).items()
        return Tensor((kind,) * rank, {place: number(numbers.multiply(factor, value)) for place, value in traces})
    raise UnsupportedError(f"`Eps` of components of the {kind.irrep.name}")


def _generators_by_component(irrep: Irrep) -> list[Mapping[tuple[int, int], Fraction]]:
    """The generators of an irrep, in the order of the components of the adjoint."""
    elements, matrices = algebra_basis(irrep.n), generators(irrep)
    return [matrices[elements.index(tensor)] for tensor in basis(adjoint(irrep.n)).tensors]


@lru_cache(maxsize=16)
def _raised_generators(n: int) -> tuple[Mapping[tuple[int, int], Fraction], ...]:
    """T^X with sum_XY T^X G_XY phi^Y = phi^A T^A = Phi/2."""
    vectors = basis(adjoint(n))
    result = []
    for x in range(len(vectors.tensors)):
        partner, weight = _raised(n, x)
        tensor = vectors.tensors[partner]
        result.append({(index[0], index[1]): value / (2 * weight) for index, value in tensor.items()})
    return tuple(result)


def _raised(n: int, x: int) -> tuple[int, Fraction]:
    """The component that the metric of the adjoint gives to one, and its entry."""
    ((partner, weight),) = partners(Kind(adjoint(n)), Kind(adjoint(n)))[x]
    return partner, weight


@lru_cache(maxsize=16)
def _triple_traces(n: int) -> Mapping[tuple[int, int, int], Fraction]:
    """tr([T^X, T^Y] T^Z), raised like the generators."""
    matrices = _raised_generators(n)
    rows = [_by_row(matrix) for matrix in matrices]
    found: dict[tuple[int, int, int], Fraction] = defaultdict(Fraction)
    size = range(len(matrices))
    for x, y in product(size, size):
        for (i, j), a in matrices[x].items():
            for k, b in rows[y].get(j, ()):
                for z in size:
                    c = matrices[z].get((k, i))
                    if c is not None:
                        found[x, y, z] += a * b * c
                        found[y, x, z] -= a * b * c
    return {place: value for place, value in found.items() if value}


def _by_row(matrix: Mapping[tuple[int, int], Fraction]) -> Mapping[int, list[tuple[int, Fraction]]]:
    rows: dict[int, list[tuple[int, Fraction]]] = defaultdict(list)
    for (i, j), value in matrix.items():
        rows[i].append((j, value))
    return rows
