"""Polynomials as vectors: multiples and sums of others, exactly."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Any, TypeVar

_K = TypeVar("_K", bound=tuple[Any, ...])


def ratio(first: Mapping[_K, Fraction], second: Mapping[_K, Fraction]) -> Fraction | None:
    """The number that the second has to be multiplied with to give the first."""
    if first.keys() != second.keys() or not first:
        return None
    key = next(iter(first))
    factor = first[key] / second[key]
    return factor if all(value == factor * second[key] for key, value in first.items()) else None


def combination(wanted: Mapping[_K, Fraction], vectors: Sequence[Mapping[_K, Fraction]]) -> list[Fraction] | None:
    """Numbers to add up vectors with to what is wanted; zero for those that are not needed."""
    rows: list[tuple[dict[_K, Fraction], _K, list[Fraction]]] = []
    zero = [Fraction(0)] * len(vectors)
    for position, vector in enumerate(vectors):
        weights = list(zero)
        weights[position] = Fraction(1)
        rest, weights = _reduced(dict(vector), weights, rows)
        if rest:
            rows.append((rest, min(rest), weights))
    rest, weights = _reduced(dict(wanted), list(zero), rows)
    return None if rest else [-weight for weight in weights]


def _reduced(
    rest: dict[_K, Fraction],
    weights: list[Fraction],
    rows: Sequence[tuple[dict[_K, Fraction], _K, list[Fraction]]],
) -> tuple[dict[_K, Fraction], list[Fraction]]:
    """A vector without the pivots of rows, and how it has been made."""
    for row, pivot, made in rows:
        if pivot in rest:
            factor = rest[pivot] / row[pivot]
            for key, value in row.items():
                rest[key] = rest.get(key, Fraction(0)) - factor * value
            rest = {key: value for key, value in rest.items() if value}
            weights = [weight - factor * other for weight, other in zip(weights, made, strict=True)]
    return rest, weights
