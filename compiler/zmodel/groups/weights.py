"""Weights of SU(n) irreps, the decomposition of tensor products, and the number of invariants."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import pairwise, product

from zmodel.groups.irrep import Irrep, RepresentationError, singlet

MAX_OPERATIONS = 4_000_000

Weight = tuple[int, ...]


@lru_cache(maxsize=256)
def weights(irrep: Irrep) -> Mapping[Weight, int]:
    """Weights with their multiplicities.

    A weight is the tuple of how often each of the n fundamental indices occurs in a tensor of the Young
    diagram's shape; equal shifts of all n entries are the same weight of SU(n). Found by the branching rule
    U(n) -> U(n-1), the patterns of Gelfand and Tsetlin: the last entry is what a smaller diagram lacks.

    Raises:
        RepresentationError: if there are too many.
    """
    if irrep.dimension * irrep.n > MAX_OPERATIONS:
        raise RepresentationError(f"{irrep.dynkin_name} of SU({irrep.n}) has too many components")
    branches: Mapping[tuple[Weight, Weight], int] = {(irrep.partition, ()): 1}
    for _ in range(irrep.n):
        branches = _branch(branches)
    return {weight: multiplicity for (_, weight), multiplicity in branches.items()}


def _branch(branches: Mapping[tuple[Weight, Weight], int]) -> Counter[tuple[Weight, Weight]]:
    """Take the last index out of diagrams; the second of each pair holds the entries taken out so far."""
    result: Counter[tuple[Weight, Weight]] = Counter()
    for (partition, taken), multiplicity in branches.items():
        rows = pairwise(partition)
        for smaller in product(*(range(low, high + 1) for high, low in rows)):
            last = sum(partition) - sum(smaller)
            result[smaller, (last, *taken)] += multiplicity
    return result


@lru_cache(maxsize=4096)
def _product_of_two(large: Irrep, small: Irrep) -> dict[Irrep, int]:
    """Decomposition of a product by Klimyk's formula.

    The weights of one factor are added to the highest weight of the other and reflected into the dominant
    chamber; see J. Fuchs and C. Schweigert, Symmetries, Lie Algebras and Representations, section 15.
    """
    n = large.n
    start = [row + n - i for i, row in enumerate(large.partition)]
    content: Counter[Irrep] = Counter()
    for weight, multiplicity in weights(small).items():
        shifted = [a + b for a, b in zip(start, weight, strict=True)]
        if len(set(shifted)) < n:
            continue
        sign = permutation_sign(shifted)
        shifted.sort(reverse=True)
        labels = tuple(a - b - 1 for a, b in pairwise(shifted))
        content[Irrep(n, labels)] += sign * multiplicity
    return {irrep: count for irrep, count in content.items() if count}


def permutation_sign(values: Sequence[int]) -> int:
    """Sign of the permutation that sorts distinct numbers into falling order."""
    inversions = sum(a < b for i, a in enumerate(values) for b in values[i + 1 :])
    return -1 if inversions % 2 else 1


def tensor_product(irreps: Sequence[Irrep]) -> dict[Irrep, int]:
    """Irreps in a product of at least one irrep of one group, with their multiplicities, sorted.

    Raises:
        RepresentationError: if the product is too large.
    """
    largest, *others = sorted(irreps, key=lambda irrep: irrep.dimension, reverse=True)
    content: dict[Irrep, int] = {largest: 1}
    for other in others:
        if len(content) * len(weights(other)) * other.n > MAX_OPERATIONS:
            raise RepresentationError(f"the product {' x '.join(i.name for i in irreps)} is too large")
        total: Counter[Irrep] = Counter()
        for irrep, multiplicity in content.items():
            large, small = (irrep, other) if irrep.dimension >= other.dimension else (other, irrep)
            for found, count in _product_of_two(large, small).items():
                total[found] += multiplicity * count
        content = dict(total)
    return dict(sorted(content.items()))


def invariant_count(irreps: Sequence[Irrep]) -> int:
    """Number of independent invariants in a product of irreps of one group.

    Raises:
        RepresentationError: if the product is too large.
    """
    if not irreps:
        return 1
    first, *others = sorted(irreps, key=lambda irrep: irrep.dimension, reverse=True)
    # A product contains a singlet as often as it contains, without one factor, that factor's conjugate.
    return tensor_product(others or [singlet(first.n)]).get(first.conjugate, 0)
