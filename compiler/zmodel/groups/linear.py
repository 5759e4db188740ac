"""Exact linear algebra over the rationals with sparse vectors: mappings from indices to coefficients."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from fractions import Fraction
from math import gcd, lcm
from typing import TypeVar

Key = TypeVar("Key", bound=tuple[int, ...])
Rational = Fraction | int


def dot(left: Mapping[Key, Rational], right: Mapping[Key, Rational]) -> Fraction:
    """Sum of the products of entries with the same key."""
    short, long = (left, right) if len(left) <= len(right) else (right, left)
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


def independent_positions(vectors: Iterable[Mapping[Key, Rational]], at_most: int | None = None) -> list[int]:
    """Positions of the vectors that are not combinations of earlier ones; stops when `at_most` are found."""
    rows: list[tuple[Key, dict[Key, int]]] = []
    positions: list[int] = []
    if at_most == 0:
        return positions
    for position, vector in enumerate(vectors):
        # Integers are several times faster than fractions. A row has no pivot of an earlier row, so that one
        # pass in the order of the rows eliminates all pivots.
        rest = coprime(vector)
        for pivot, row in rows:
            if pivot in rest:
                rest = _eliminate(rest, pivot, row)
        if not rest:
            continue
        rest = coprime(rest)
        rows.append((next(iter(rest)), rest))
        positions.append(position)
        if len(positions) == at_most:
            break
    return positions


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
    return len(independent_positions(vectors))
