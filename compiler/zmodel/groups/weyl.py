"""Dimensions of SU(n) irreps, and the search for the irreps of a given dimension."""

from __future__ import annotations

from functools import lru_cache
from math import prod

MAX_N = 64
MAX_DIMENSION = 100_000

Labels = tuple[int, ...]


def weyl_dimension(labels: Labels) -> int:
    """Dimension of the SU(n) irrep with n-1 Dynkin labels.

    Weyl's formula, the product over i <= j of 1 + (a_i + ... + a_j)/(j - i + 1); R. Slansky, Phys. Rept. 79
    (1981) 1, section 5.
    """
    numerators, denominators = [], []
    for first in range(len(labels)):
        total = 0
        for length, label in enumerate(labels[first:], start=1):
            total += label
            if total:
                numerators.append(total + length)
                denominators.append(length)
    return prod(numerators) // prod(denominators)


@lru_cache(maxsize=4096)
def labels_of_dimension(n: int, dimension: int) -> tuple[Labels, ...]:
    """Dynkin labels of all SU(n) irreps of this dimension, sorted."""
    if n == 2:
        # Every dimension occurs once; the search below would walk through all smaller ones.
        return ((dimension - 1,),) if dimension >= 1 else ()
    return _search(n, dimension)[0]


def nearest_dimensions(n: int, dimension: int) -> tuple[int, int]:
    """The largest dimension of an SU(n) irrep below the given one (at least 1), and the smallest above it."""
    if n == 2:
        return max(dimension - 1, 1), dimension + 1
    _, below, above = _search(n, dimension)
    return below, above


@lru_cache(maxsize=4096)
def _search(n: int, dimension: int) -> tuple[tuple[Labels, ...], int, int]:
    """The irreps of a dimension, and the nearest dimensions below and above it.

    The dimension grows with every label, so a branch ends at the first irrep that is too large. Each irrep
    is reached once, by raising its labels from left to right; the smallest of the irreps where a branch
    ended is the smallest above the dimension.
    """
    singlet = (0,) * (n - 1)
    found, below, above = [], 1, 0
    if dimension == 1:
        found.append(singlet)
    branches = [(singlet, 0)]
    while branches:
        labels, start = branches.pop()
        for k in range(start, n - 1):
            child = (*labels[:k], labels[k] + 1, *labels[k + 1 :])
            size = weyl_dimension(child)
            if size > dimension:
                above = min(above, size) if above else size
                continue
            branches.append((child, k))
            if size == dimension:
                found.append(child)
            else:
                below = max(below, size)
    return tuple(sorted(found)), below, above
