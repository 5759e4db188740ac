"""Solutions up to multiples of the hypercharge."""

from __future__ import annotations

from fractions import Fraction

import pytest
from tests.helpers.resolving import resolve_text

from zmodel.charges import SearchError, search_problem, shift_direction, solutions, without_shifts

TEXT = """model test
use sm { except H }
gauge X = U(1) coupling gX
charges X { Q = ?q; U = [?, ?, ?]; D = [?, ?, ?]; L = [?, ?, ?]; E = [?, ?, ?] }
"""


def same_class(first: list[int], second: list[int], along: tuple[int, ...]) -> bool:
    """Whether first = p second + r along with p > 0, or both are multiples of it."""
    i = next(k for k, value in enumerate(along) if value)
    images = []
    for vector in (first, second):
        rest = [Fraction(v) - Fraction(vector[i], along[i]) * a for v, a in zip(vector, along, strict=True)]
        scale = next((abs(value) for value in rest if value), Fraction(1))
        images.append([value / scale for value in rest])
    return images[0] == images[1]


def test_one_of_each_class_is_left() -> None:
    model = resolve_text(TEXT)
    problem = search_problem(model, "X")
    direction = shift_direction(model, problem, "Y")
    found = [row for chunk in solutions(problem, 6) for row in chunk.tolist()]
    kept = [row for chunk in without_shifts(problem, direction, solutions(problem, 6)) for row in chunk.tolist()]

    def equivalent(first: list[int], second: list[int]) -> bool:
        opposite = [-second[i] for i in problem.mirror]
        return same_class(first, second, direction) or same_class(first, opposite, direction)

    assert 1 < len(kept) < len(found)
    assert not any(equivalent(a, b) for i, a in enumerate(kept) for b in kept[:i])
    assert all(any(equivalent(a, b) for b in kept) for a in found)
    assert [row for row in kept if equivalent(row, list(direction))] == [[0] * len(direction)]


def test_direction_is_the_hypercharge() -> None:
    model = resolve_text(TEXT)
    problem = search_problem(model, "X")
    direction = dict(zip(problem.unknowns, shift_direction(model, problem, "Y"), strict=True))
    assert direction["?q"] == 1
    assert [direction[f"?{name}2"] for name in "UDLE"] == [4, -2, -3, -6]


def test_charges_that_cannot_be_shifted() -> None:
    model = resolve_text(TEXT.replace("U = [?, ?, ?]", "U = ?q"))
    with pytest.raises(SearchError, match="can have"):
        shift_direction(model, search_problem(model, "X"), "Y")
