"""Exact linear algebra over the rationals with sparse vectors: mappings from indices to coefficients."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from fractions import Fraction
from math import gcd, lcm
from typing import Generic, TypeVar

Key = TypeVar("Key", bound=tuple[int, ...])
Rational = Fraction | int


def dot(left: Mapping[Key, Rational], right: Mapping[Key, Rational]) -> Fraction:
    """Sum of the products of entries with the same key."""
    short, long = (left, right) if len(left) <= len(right) else (right, left)
    # Plain integers are several times faster than fractions, so the sum becomes one at the end only.
    return Fraction(sum(value * long[key] for key, value in short.items() if key in long))


def add_multiple(
    vector: Mapping[Key, Rational], factor: Rational, other: Mapping[Key, Rational]
) -> dict[Key, Rational]:
    """The vector plus a factor times another, without zeros."""
    result = dict(vector)
    for key, value in other.items():
        total = result.get(key, 0) + factor * value
        if total:
            result[key] = total
        else:
            result.pop(key, None)
    return result


def coprime(vector: Mapping[Key, Rational]) -> dict[Key, int]:
    """The multiple of a vector with coprime integer entries, the one of the smallest key positive."""
    nonzero = {key: value for key, value in vector.items() if value}
    if not nonzero:
        return {}
    denominator = lcm(*(value.denominator for value in nonzero.values()))
    integers = {key: value.numerator * (denominator // value.denominator) for key, value in nonzero.items()}
    divisor = gcd(*integers.values())
    first = min(integers)
    if integers[first] < 0:
        divisor = -divisor
    return {key: value // divisor for key, value in integers.items()}


class Span(Generic[Key]):
    """The space that vectors span, as it grows."""

    def __init__(self) -> None:
        self._rows: list[tuple[Key, dict[Key, int]]] = []

    @property
    def dimension(self) -> int:
        """Number of linearly independent vectors so far."""
        return len(self._rows)

    def add(self, vector: Mapping[Key, Rational]) -> bool:
        """Add a vector; returns whether it was outside the space."""
        # Integers are several times faster than fractions. A row has no pivot of an earlier row, so one pass
        # in the order of the rows eliminates all pivots.
        rest = coprime(vector)
        for pivot, row in self._rows:
            if pivot in rest:
                rest = _eliminate(rest, pivot, row)
        if not rest:
            return False
        rest = coprime(rest)
        self._rows.append((next(iter(rest)), rest))
        return True


def _eliminate(vector: dict[Key, int], pivot: Key, row: dict[Key, int]) -> dict[Key, int]:
    """The multiple of a vector minus a multiple of a row that has no entry at the pivot."""
    divisor = gcd(vector[pivot], row[pivot])
    factor, other = row[pivot] // divisor, vector[pivot] // divisor
    result = dict(vector) if factor == 1 else {key: factor * value for key, value in vector.items()}
    for key, value in row.items():
        total = result.get(key, 0) - other * value
        if total:
            result[key] = total
        else:
            del result[key]
    return result


def rank(vectors: Iterable[Mapping[Key, Rational]]) -> int:
    """Number of linearly independent vectors."""
    span: Span[Key] = Span()
    for vector in vectors:
        span.add(vector)
    return span.dimension
