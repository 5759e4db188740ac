"""Numbers of invariants in symmetric and antisymmetric powers of irreps, by characters.

The character of the k-th Adams operation of an irrep is its character at g^k: all weights times k. Symmetric
and antisymmetric powers are averages of products of these over the cycle types of permutations.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from fractions import Fraction
from functools import lru_cache
from itertools import pairwise
from math import factorial, prod

from zmodel.groups.irrep import Irrep, RepresentationError, singlet
from zmodel.groups.weights import MAX_OPERATIONS, permutation_sign, weights


@lru_cache(maxsize=16384)
def adams_invariants(powers: tuple[tuple[Irrep, int], ...]) -> int:
    """Multiplicity of the singlet in a product of Adams operations of irreps of one SU(n).

    Args:
        powers: irreps and their k; with k = 1 throughout this is the number of invariants. Sort them, for the
            sake of the cache.

    Raises:
        RepresentationError: if the product is too large.
    """
    if not powers:
        return 1
    # The last factor only has to meet its conjugate, so it is the largest one that is an irrep.
    *others, (irrep, power) = sorted(powers, key=lambda item: (item[1] == 1, item[0].dimension, item))
    content: Mapping[Irrep, int] = {singlet(irrep.n): 1}
    for other, k in others:
        content = _times(content, other, k)
    if power == 1:
        return content.get(irrep.conjugate, 0)
    return _times(content, irrep, power).get(singlet(irrep.n), 0)


def _times(content: Mapping[Irrep, int], irrep: Irrep, power: int) -> dict[Irrep, int]:
    """A sum of irreps times an Adams operation, by Klimyk's formula as in `zmodel.groups.weights`."""
    n = irrep.n
    if len(content) * len(weights(irrep)) * n > MAX_OPERATIONS:
        raise RepresentationError(f"a product with {irrep.name} of SU({n}) is too large")
    result: Counter[Irrep] = Counter()
    for large, count in content.items():
        start = [row + n - i for i, row in enumerate(large.partition)]
        for weight, multiplicity in weights(irrep).items():
            shifted = [a + power * b for a, b in zip(start, weight, strict=True)]
            if len(set(shifted)) < n:
                continue
            sign = permutation_sign(shifted)
            shifted.sort(reverse=True)
            labels = tuple(a - b - 1 for a, b in pairwise(shifted))
            result[Irrep(n, labels)] += sign * multiplicity * count
    return {found: count for found, count in result.items() if count}


def cycle_types(size: int) -> Iterator[tuple[tuple[int, ...], Fraction, int]]:
    """Cycle lengths, share among all permutations, and sign of each class of the symmetric group."""
    for lengths in _partitions(size, size):
        multiplicities = Counter(lengths)
        order = prod(length**count * factorial(count) for length, count in multiplicities.items())
        yield lengths, Fraction(1, order), -1 if (size - len(lengths)) % 2 else 1


def _partitions(size: int, largest: int) -> Iterator[tuple[int, ...]]:
    if size == 0:
        yield ()
    for first in range(min(size, largest), 0, -1):
        for rest in _partitions(size - first, first):
            yield (first, *rest)
