"""Lists that go on where they were interrupted."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest
from tests.helpers.models import compile_text
from tests.unit.charges.search.test_brute_force import FREE, HEAD
from tests.unit.charges.search.test_shifts import MODELS, problem_of

from zmodel.charges import SearchProblem, dark_sector_problem, search_problem
from zmodel.charges.search import jobs
from zmodel.charges.search.listing import BEGINNING, Step, list_steps


def free(name: str) -> SearchProblem:
    return search_problem(compile_text(HEAD + FREE[name].replace("; ", "\n")).model, "X")


PROBLEMS = {
    "two jobs": (dark_sector_problem(3), 12),
    "signs": (dark_sector_problem(6), 6),
    "a loop outside": (free("chain"), 3),
    "memory": (free("forms"), 9),
    "fractions": (free("fractions"), 4),
    "fixed charges": (free("fixed"), 5),
}
"""With bounds that give many steps."""


def check_restarts(steps: list[Step], restart: Iterator[tuple[int, Iterator[Step]]]) -> None:
    expected = [step.records.tobytes() for step in steps]
    for number, rest in restart:
        found = list(rest)
        assert [step.records.tobytes() for step in found] == expected[number:]
        assert [step.next for step in found] == [step.next for step in steps[number:]]


@pytest.mark.parametrize("round_size", [8, 1 << 22])
@pytest.mark.parametrize("name", PROBLEMS)
def test_restarts(name: str, round_size: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(jobs, "ROUND_SIZE", round_size)
    problem, bound = PROBLEMS[name]
    steps = list(list_steps(problem, bound))
    chosen = sorted({1, 2, len(steps) // 2, len(steps) - 1, len(steps)} & set(range(1, len(steps) + 1)))
    restarts = (
        (n, list_steps(problem, bound, steps[n - 1].next, earlier=[s.records for s in steps[:n]])) for n in chosen
    )
    check_restarts(steps, restarts)


def test_restarts_without_shifts() -> None:
    problem, direction = problem_of(MODELS["couplings"][0])
    steps = list(list_steps(problem, 12, direction=direction))
    restarts = (
        (n, list_steps(problem, 12, steps[n - 1].next, direction)) for n in range(1, len(steps), len(steps) // 5)
    )
    check_restarts(steps, restarts)


def test_the_part_that_is_done_grows() -> None:
    for problem, bound in PROBLEMS.values():
        done = [step.done for step in list_steps(problem, bound)]
        assert done == sorted(done)
        assert all(0 <= part <= 1 for part in done)


def test_the_beginning_is_the_zero_solution() -> None:
    first = next(list_steps(dark_sector_problem(4), 3))
    assert first.next > BEGINNING
    assert np.array_equal(first.records, np.zeros((1, 4)))
    assert len(next(list_steps(free("fixed"), 3)).records) == 0
