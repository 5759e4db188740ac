"""Components of an SU(n) irrep as tensors with fundamental indices, and the generators in these components.

A field in the irrep is the tensor sum_m phi_m t_m, with phi_m its components and t_m the tensors of a
`Basis`. Nothing is divided by a square root: the basis is orthogonal, not orthonormal, and the kinetic term
is sum_m g_m |phi_m|^2 with the rational norms g_m.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from itertools import permutations

from zmodel.groups.irrep import Irrep, RepresentationError, adjoint
from zmodel.groups.linear import add_multiple, coprime, dot
from zmodel.groups.weights import permutation_sign

MAX_TENSOR_COMPONENTS = 200_000
MAX_GENERATOR_ENTRIES = 4_000_000

Index = tuple[int, ...]
Tensor = Mapping[Index, Fraction]
Matrix = Mapping[tuple[int, int], Fraction]


@dataclass(frozen=True)
class Basis:
    """The components of an irrep.

    Attributes:
        irrep: the irrep.
        slots: one entry per index of the tensors: +1 for an upper (fundamental) index, -1 for a lower one.
        tensors: the tensor of each component, its nonzero entries by zero-based indices. Not to be altered.
        norms: g_m of the kinetic term sum_m g_m |phi_m|^2.
        classes: for each slot the number of its symmetry class; the tensors are symmetric in the slots of a
            class or antisymmetric, as `antisymmetric` says for each class.
        antisymmetric: whether each class is antisymmetric.
    """

    irrep: Irrep
    slots: tuple[int, ...]
    tensors: tuple[Tensor, ...]
    norms: tuple[Fraction, ...]
    classes: tuple[int, ...]
    antisymmetric: tuple[bool, ...]


@lru_cache(maxsize=256)
def basis(irrep: Irrep) -> Basis:
    """The components of an irrep, in the order of the first index of their tensors.

    - Singlet: one component, no slots. Fundamental: e_i. Norms 1.
    - Tensors with k symmetric or antisymmetric indices: the sum over the permutations of e_a e_b ...; the
      kinetic term is Phi*_ab Phi^ab, so g = 2 for a < b and g = 1 for a = b when k = 2.
    - Adjoint: the matrix Phi = phi^A lambda^A with tr(lambda^A lambda^B) = 2 delta^AB, in slots (+1, -1) and
      components E_ij (i != j, row by row), then diag(1, -1, 0, ...), diag(1, 1, -2, 0, ...), .... The kinetic
      term is phi^A* phi^A = tr(Phi^dag Phi)/2, so g = 1/2 for E_ij and k(k+1)/2 for the k-th diagonal one.
      That of SU(2) is in the order of T3 like all its irreps, the highest first: E_12, diag(1, -1), E_21.
    - All others: the module that the highest weight generates in a product of antisymmetric tensors, with
      upper indices for columns of the Young diagram up to half of n and lower ones for longer columns; traces
      vanish. The kinetic term is Phi*_ab.. Phi^ab...
    - A barred irrep has the tensors of its conjugate with all slots reversed.

    Raises:
        RepresentationError: if the tensors have more than 200000 entries.
    """
    if irrep.is_barred:
        mirror = basis(irrep.conjugate)
        slots = tuple(-sign for sign in mirror.slots)
        return Basis(irrep, slots, mirror.tensors, mirror.norms, mirror.classes, mirror.antisymmetric)
    if irrep == adjoint(irrep.n):
        return _adjoint_basis(irrep)
    return _tensor_basis(irrep)


def _adjoint_basis(irrep: Irrep) -> Basis:
    tensors: tuple[Tensor, ...] = tuple(dict[Index, Fraction](matrix.items()) for matrix in algebra_basis(irrep.n))
    if irrep.n == 2:
        raising, lowering, third = tensors
        tensors = (raising, third, lowering)
    norms = tuple(dot(tensor, tensor) / 2 for tensor in tensors)
    return Basis(irrep, (1, -1), tensors, norms, (0, 1), (False, False))


def _tensor_basis(irrep: Irrep) -> Basis:
    columns = _columns(irrep)
    slots = tuple(sign for sign, height in columns for _ in range(height))
    if irrep.n ** len(slots) > MAX_TENSOR_COMPONENTS:
        raise RepresentationError(f"the tensors of {irrep.name} of SU({irrep.n}) have too many components")
    integer_tensors = _lower_from(_highest_weight_tensor(irrep.n, columns), slots, irrep.n)
    if len(integer_tensors) != irrep.dimension:
        raise AssertionError(f"{irrep}: {len(integer_tensors)} components instead of {irrep.dimension}")
    integer_tensors.sort(key=min)
    tensors = tuple({index: Fraction(x) for index, x in tensor.items()} for tensor in integer_tensors)
    norms = tuple(dot(tensor, tensor) for tensor in tensors)
    classes, antisymmetric = _symmetry_classes(columns)
    return Basis(irrep, slots, tensors, norms, classes, antisymmetric)


def _columns(irrep: Irrep) -> list[tuple[int, int]]:
    """Sign and height of each column of the Young diagram; a column above n/2 becomes lower indices."""
    columns = []
    for height, label in enumerate(irrep.labels, start=1):
        column = (1, height) if 2 * height <= irrep.n else (-1, irrep.n - height)
        columns += [column] * label
    return columns


def _symmetry_classes(columns: list[tuple[int, int]]) -> tuple[tuple[int, ...], tuple[bool, ...]]:
    """Columns of height one and equal sign are symmetric among each other; a higher one is antisymmetric."""
    classes: list[int] = []
    antisymmetric: list[bool] = []
    single: dict[int, int] = {}
    for sign, height in columns:
        if height == 1 and sign in single:
            classes.append(single[sign])
            continue
        if height == 1:
            single[sign] = len(antisymmetric)
        classes += [len(antisymmetric)] * height
        antisymmetric.append(height > 1)
    return tuple(classes), tuple(antisymmetric)


def _highest_weight_tensor(n: int, columns: list[tuple[int, int]]) -> dict[Index, int]:
    """The product of the antisymmetrised first basis vectors (upper) and last ones (lower) of each column."""
    result: dict[Index, int] = {(): 1}
    for sign, height in columns:
        first = 0 if sign > 0 else n - height
        column = {order: permutation_sign([-i for i in order]) for order in permutations(range(first, first + height))}
        result = {index + order: x * y for index, x in result.items() for order, y in column.items()}
    return result


def _lower_from(highest: dict[Index, int], slots: tuple[int, ...], n: int) -> list[dict[Index, int]]:
    """Orthogonal tensors that span the module generated by lowering a highest-weight tensor.

    Tensors of different weight are orthogonal; those of equal weight, which lie the same number of lowerings
    below the highest, are made so by Gram and Schmidt. Each is scaled to coprime integers.
    """
    found = [highest]
    level = [highest]
    while level:
        by_weight: dict[tuple[int, ...], list[dict[Index, int]]] = defaultdict(list)
        for tensor in level:
            for i in range(n - 1):
                lowered = lower(tensor, slots, i)
                if lowered:
                    known = by_weight[_weight(next(iter(lowered)), slots, n)]
                    rest = _orthogonal_part(lowered, known)
                    if rest:
                        known.append(rest)
        level = [tensor for tensors in by_weight.values() for tensor in tensors]
        found += level
    return found


def lower(tensor: Mapping[Index, int], slots: tuple[int, ...], i: int) -> dict[Index, int]:
    """The action of the lowering operator E_(i+1)i, with zero-based i, on an integer tensor.

    Upper indices transform with the matrix, lower ones with minus its transpose.
    """
    result: dict[Index, int] = defaultdict(int)
    for index, value in tensor.items():
        for slot, sign in enumerate(slots):
            old, new = (i, i + 1) if sign > 0 else (i + 1, i)
            if index[slot] == old:
                result[(*index[:slot], new, *index[slot + 1 :])] += sign * value
    return {index: value for index, value in result.items() if value}


def _weight(index: Index, slots: tuple[int, ...], n: int) -> tuple[int, ...]:
    counts = [0] * n
    for value, sign in zip(index, slots, strict=True):
        counts[value] += sign
    return tuple(counts)


@lru_cache(maxsize=256)
def component_weights(irrep: Irrep) -> tuple[tuple[int, ...], ...]:
    """The weight of each component: how often each fundamental index occurs, lower ones counted negative."""
    components = basis(irrep)
    return tuple(_weight(min(tensor), components.slots, irrep.n) for tensor in components.tensors)


def _orthogonal_part(tensor: dict[Index, int], others: Iterable[Mapping[Index, int]]) -> dict[Index, int]:
    """What is orthogonal to the other tensors, with coprime integer entries."""
    for other in others:
        overlap = dot(tensor, other)
        if overlap:
            tensor = coprime(add_multiple(tensor, -overlap / dot(other, other), other))
    return coprime(tensor)


@lru_cache(maxsize=64)
def algebra_basis(n: int) -> tuple[Matrix, ...]:
    """The basis of the complexified algebra of SU(n), as n x n matrices: the tensors of the adjoint.

    E_ij for i != j, row by row, then the orthogonal diagonal ones diag(1, ..., 1, -k, 0, ...) with k ones.
    """
    one = Fraction(1)
    ladder: list[Matrix] = [{(i, j): one} for i in range(n) for j in range(n) if i != j]
    diagonal: list[Matrix] = [{**{(i, i): one for i in range(k)}, (k, k): Fraction(-k)} for k in range(1, n)]
    return (*ladder, *diagonal)


def algebra_metric(n: int) -> dict[tuple[int, int], Fraction]:
    """K of sum_A T^A (x) T^A = sum_XY K_XY X (x) Y, with X and Y from `algebra_basis`.

    Normalised to tr(T^A T^B) = delta^AB/2 in the fundamental: 1/2 for E_ij with E_ji, 1/(2k(k+1)) for the
    k-th diagonal element with itself.
    """
    pairs = [(i, j) for i in range(n) for j in range(n) if i != j]
    positions = {pair: x for x, pair in enumerate(pairs)}
    metric = {(x, positions[j, i]): Fraction(1, 2) for (i, j), x in positions.items()}
    for k in range(1, n):
        x = len(pairs) + k - 1
        metric[x, x] = Fraction(1, 2 * k * (k + 1))
    return metric


@lru_cache(maxsize=256)
def generators(irrep: Irrep, conjugated: bool = False) -> tuple[Matrix, ...]:
    """The elements of `algebra_basis` as matrices in the components of an irrep.

    They act as (X phi)_m = sum_n X_mn phi_n on the components; when `conjugated`, on those of phi*, so that
    sum_m g_m phi*_m chi_m is invariant. Not to be altered.

    Raises:
        RepresentationError: if the matrices would have too many entries.
    """
    n = irrep.n
    if n**2 * irrep.dimension > MAX_GENERATOR_ENTRIES:
        raise RepresentationError(f"the generators of {irrep.name} of SU({n}) are too large")
    components = basis(irrep)
    norms = components.norms
    slots = tuple(-sign for sign in components.slots) if conjugated else components.slots
    # The lowering operators next to the diagonal come first; transposition in the metric g makes raising ones
    # of them, and commutators make the others.
    ladder: dict[tuple[int, int], Matrix] = {}
    for i, matrix in enumerate(_lowering_matrices(components, slots)):
        ladder[i + 1, i] = matrix
        ladder[i, i + 1] = {(k, m): x * norms[m] / norms[k] for (m, k), x in matrix.items()}
    for distance in range(2, n):
        for i in range(n - distance):
            j = i + distance
            ladder[i, j] = commutator(ladder[i, j - 1], ladder[j - 1, j])
            ladder[j, i] = commutator(ladder[j, j - 1], ladder[j - 1, i])
    sign = -1 if conjugated else 1
    weights = [tuple(sign * x for x in weight) for weight in component_weights(irrep)]
    diagonal: list[Matrix] = []
    for k in range(1, n):
        charges = [Fraction(sum(weight[:k]) - k * weight[k]) for weight in weights]
        diagonal.append({(m, m): charge for m, charge in enumerate(charges) if charge})
    return (*(ladder[i, j] for i in range(n) for j in range(n) if i != j), *diagonal)


def _lowering_matrices(components: Basis, slots: tuple[int, ...]) -> list[Matrix]:
    """E_21, E_32, ... in the components, from the overlaps of the lowered tensors with the tensors."""
    tensors = [{index: int(x) for index, x in tensor.items()} for tensor in components.tensors]
    squares = [dot(tensor, tensor) for tensor in tensors]
    at_index: dict[Index, list[int]] = defaultdict(list)
    for m, tensor in enumerate(tensors):
        for index in tensor:
            at_index[index].append(m)
    matrices: list[Matrix] = []
    for i in range(components.irrep.n - 1):
        matrix: dict[tuple[int, int], Fraction] = {}
        for column, tensor in enumerate(tensors):
            lowered = lower(tensor, slots, i)
            for row in sorted({m for index in lowered for m in at_index.get(index, ())}):
                overlap = dot(tensors[row], lowered)
                if overlap:
                    matrix[row, column] = overlap / squares[row]
        matrices.append(matrix)
    return matrices


def commutator(left: Matrix, right: Matrix) -> Matrix:
    """The commutator of two sparse matrices."""
    result: dict[tuple[int, int], Fraction] = defaultdict(Fraction)
    for first, second, sign in ((left, right, 1), (right, left, -1)):
        by_row: dict[int, list[tuple[int, Fraction]]] = defaultdict(list)
        for (row, column), value in second.items():
            by_row[row].append((column, sign * value))
        for (row, middle), value in first.items():
            for column, other in by_row.get(middle, ()):
                result[row, column] += value * other
    return {position: value for position, value in result.items() if value}
