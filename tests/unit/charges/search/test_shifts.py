"""Solutions up to multiples of the hypercharge."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

import numpy as np
import pytest
from tests.helpers.models import compile_text
from tests.helpers.resolving import resolve_text

from zmodel.charges import (
    LinearForm,
    SearchError,
    SearchProblem,
    count,
    search_problem,
    shift_direction,
    solutions,
    without_shifts,
)
from zmodel.charges.problem import Branch
from zmodel.charges.search.equivalence import Sieve
from zmodel.derive.requirements import unknown_conditions

TEXT = """model test
use sm { except H }
gauge X = U(1) coupling gX
charges X { Q = ?q; U = [?, ?, ?]; D = [?, ?, ?]; L = [?, ?, ?]; E = [?, ?, ?] }
"""
MODELS = {
    "one charge for Q": (TEXT, 6),
    "all charges": (TEXT.replace("Q = ?q", "Q = [?, ?, ?]"), 4),
    "neutrinos": (TEXT.replace("Q = ?q", "Q = [?, ?, ?]") + "fermion N[3] right (X: [?, ?, ?])\n", 2),
    # Solved charges are sums of others and must stay within the bound, too.
    "couplings": (
        """model test
use sm
gauge X = U(1) coupling gX
fermion N[2] right (X: [?, ?])
charges X { Q = ?q; U = ?u; D = ?d; L = [?, ?, ?]; E = [?, ?, ?]; H = ? }
require allowed Yu all, Yd all, Ye diagonal
""",
        12,
    ),
}
Charges = dict[tuple[str, int], Fraction]


def problem_of(text: str) -> tuple[SearchProblem, tuple[int, ...]]:
    analysis = compile_text(text)
    conditions = unknown_conditions(analysis.model, analysis.couplings)
    problem = search_problem(analysis.model, "X", conditions)
    return problem, shift_direction(analysis.model, problem, "Y")


def listed(problem: SearchProblem, bound: int) -> list[list[int]]:
    return [row for chunk in solutions(problem, bound) for row in chunk.tolist()]


def class_of(problem: SearchProblem, row: list[int], along: tuple[int, ...]) -> object:
    """Charges of each kind without their part along a direction, normalised, as sorted fractions."""
    kinds = [(kind, [value_of(form, row) for form in kind]) for kind in problem.kinds]
    steps = [[value_of(form, along) for form in kind] for kind, _ in kinds]
    chosen = next(i for i, values in enumerate(steps) if sum(values))
    part = sum(kinds[chosen][1]) / sum(steps[chosen])
    rest = [[v - part * s for v, s in zip(k[1], values, strict=True)] for k, values in zip(kinds, steps, strict=True)]
    scale = max((abs(v) for values in rest for v in values), default=Fraction(0)) or Fraction(1)
    return max(tuple(tuple(sorted(sign * v / scale for v in values)) for values in rest) for sign in (1, -1))


def value_of(form: LinearForm, row: Sequence[int]) -> Fraction:
    total = form.constant + sum(c * v for c, v in zip(form.coefficients, row, strict=True))
    return Fraction(total, form.denominator)


@pytest.mark.parametrize(("text", "bound"), MODELS.values(), ids=MODELS.keys())
def test_one_of_each_class_is_left(text: str, bound: int) -> None:
    problem, direction = problem_of(text)
    found = listed(problem, bound)
    kept = [row for c in without_shifts(problem, direction, solutions(problem, bound), bound) for row in c.tolist()]
    classes = [class_of(problem, row, direction) for row in kept]
    assert len(set(classes)) == len(classes)
    assert set(classes) == {class_of(problem, row, direction) for row in found}
    assert count(problem, bound, direction) == len(kept)
    assert 1 < len(kept) < len(found)
    along_y = class_of(problem, list(direction), direction)
    assert [row for row in kept if class_of(problem, row, direction) == along_y] == [[0] * len(direction)]


@pytest.mark.parametrize("name", ["one charge for Q", "all charges"])
def test_the_smallest_charges_are_left(name: str) -> None:
    text, bound = MODELS[name]
    problem, direction = problem_of(text)
    smallest: dict[object, int] = {}
    for row in listed(problem, bound):
        key = class_of(problem, row, direction)
        smallest[key] = min(smallest.get(key, bound), max(map(abs, row)))
    for chunk in without_shifts(problem, direction, solutions(problem, bound), bound):
        for row in chunk.tolist():
            assert max(map(abs, row)) == smallest[class_of(problem, row, direction)]


def test_a_smaller_bound_gives_a_part() -> None:
    problem, direction = problem_of(MODELS["all charges"][0])
    small, large = (
        {tuple(r) for c in without_shifts(problem, direction, solutions(problem, b), b) for r in c.tolist()}
        for b in (3, 4)
    )
    assert small == {row for row in large if max(map(abs, row)) <= 3}


@pytest.mark.parametrize(("text", "bound"), MODELS.values(), ids=MODELS.keys())
def test_memory_finds_as_many(text: str, bound: int) -> None:
    problem, direction = problem_of(text)
    sieve = Sieve(problem, bound, direction)
    assert sum(len(sieve.fresh(chunk)) for chunk in solutions(problem, bound)) == count(problem, bound, direction)


def test_charges_that_are_sums_of_unknowns() -> None:
    text = TEXT.replace("U = [?, ?, ?]", "U = [?s + ?t, ?s - ?t, ?s]")
    problem, direction = problem_of(text)
    assert not problem.plain
    found = listed(problem, 7)
    classes = {class_of(problem, row, direction) for row in found}
    assert count(problem, 7, direction) == len(classes) < len(found)


def test_direction_is_the_hypercharge() -> None:
    model = resolve_text(TEXT)
    problem = search_problem(model, "X")
    direction = dict(zip(problem.unknowns, shift_direction(model, problem, "Y"), strict=True))
    assert direction["?q"] == 1
    assert [direction[f"?{name}2"] for name in "UDLE"] == [4, -2, -3, -6]


@pytest.mark.parametrize(
    ("text", "group", "message"),
    [
        (TEXT.replace("U = [?, ?, ?]", "U = ?q"), "Y", "can have"),
        (TEXT, "X", "another gauged"),
        (TEXT + "global B = U(1)\ncharges B { Q = 1/3; U = 1/3; D = 1/3 }\n", "B", "another gauged"),
        (TEXT.replace("Q = ?q", "Q = 1"), "Y", "fixed to numbers"),
        (TEXT + "gauge Z = U(1) coupling gZ\n", "Z", "no fermion"),
    ],
)
def test_shifts_that_are_refused(text: str, group: str, message: str) -> None:
    model = resolve_text(text)
    with pytest.raises(SearchError, match=message):
        shift_direction(model, search_problem(model, "X"), group)


def test_conditions_that_shifts_break() -> None:
    model = resolve_text(TEXT)
    problem = search_problem(model, "X")
    charged = LinearForm(tuple(int(name == "?q") for name in problem.unknowns))
    with pytest.raises(SearchError, match="do not meet"):
        shift_direction(model, replace(problem, clauses=((Branch((), (charged,)),),)), "Y")


def test_zero_stays_zero() -> None:
    problem, direction = problem_of(TEXT)
    zero = np.zeros((1, len(direction)), dtype=np.int16)
    assert [len(chunk) for chunk in without_shifts(problem, direction, [zero], 0)] == [1]
