"""Limits of the search and of the compiled kernel."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.unit.charges.search.test_shifts import MODELS, problem_of

from zmodel.charges import SearchError, SearchProblem, count, dark_sector_problem, solutions
from zmodel.charges.search import jobs, kernel
from zmodel.charges.search.states import multisets


def rows(problem: SearchProblem, bound: int) -> set[tuple[int, ...]]:
    return {tuple(row) for chunk in solutions(problem, bound) for row in chunk.tolist()}


@pytest.mark.parametrize("size", [2, 16, 300])
def test_rounds_change_nothing(size: int, monkeypatch: pytest.MonkeyPatch) -> None:
    problem = dark_sector_problem(7)
    expected = rows(problem, 8)
    monkeypatch.setattr(jobs, "ROUND_SIZE", size)
    found = rows(problem, 8)
    assert found == expected
    assert count(problem, 8) == len(expected)


def test_threads_change_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    problem = dark_sector_problem(6)
    texts = set()
    for threads in (1, 2, 5):
        monkeypatch.setattr(kernel, "thread_count", lambda number=threads: number)
        assert count(problem, 10) == len(rows(problem, 10))
        texts.add(np.concatenate(list(solutions(problem, 10))).tobytes())
    assert len(texts) == 1


def test_results_that_exceed_the_first_buffer(monkeypatch: pytest.MonkeyPatch) -> None:
    problem = dark_sector_problem(6)
    expected = rows(problem, 10)
    monkeypatch.setattr(kernel, "FIRST_CAPACITY", 1)
    assert rows(problem, 10) == expected


TABLES_AND_HASHES = {
    **{f"{n} singlets": (dark_sector_problem(n), 14 - n) for n in (1, 2, 3, 5, 7)},
    **{name: (problem_of(text)[0], bound) for name, (text, bound) in MODELS.items()},
    "no other equation": (SearchProblem("X", ("?a", "?b"), (((1, ((0, 1),)), (3, ((1, 1),))),), ((0,), (1,))), 50),
    "two others": (
        SearchProblem(
            "X",
            ("?a", "?b", "?c", "?d"),
            (
                tuple((c, ((i, 1),)) for i, c in enumerate((1, 1, -1, -1))),
                tuple((c, ((i, 2),)) for i, c in enumerate((1, 1, -1, -1))),
                tuple((c, ((i, 3),)) for i, c in enumerate((1, 1, -1, -1))),
                tuple((c, ((i, 4),)) for i, c in enumerate((1, 1, -1, -1))),
            ),
            ((0, 1), (2, 3)),
        ),
        9,
    ),
    # Numbers that are too large to be positions in a table.
    "wide": (replace(dark_sector_problem(3), classes=((0,), (1,), (2,))), 400),
}


@pytest.mark.parametrize("round_size", [64, 1 << 22])
@pytest.mark.parametrize("name", TABLES_AND_HASHES)
def test_tables_count_as_hashes_do(name: str, round_size: int, monkeypatch: pytest.MonkeyPatch) -> None:
    problem, bound = TABLES_AND_HASHES[name]
    monkeypatch.setattr(jobs, "ROUND_SIZE", round_size if bound < 100 else 1 << 22)
    with_tables = count(problem, bound)
    monkeypatch.setattr(kernel, "USE_TABLES", False)
    assert with_tables == count(problem, bound) > 0


@given(st.lists(st.tuples(st.integers(-50, 50), st.integers(-1000, 1000)), min_size=1), st.integers(50, 80))
def test_packed_numbers_are_split(parts: list[tuple[int, int]], half_unit: int) -> None:
    unit = 2 * half_unit + 1
    lower, upper = kernel.split_rest(np.array([a + unit * b for a, b in parts]), unit)
    assert list(zip(lower.tolist(), upper.tolist(), strict=True)) == parts


@pytest.mark.parametrize("bound", [-1, 32_001])
def test_bounds_out_of_range(bound: int) -> None:
    with pytest.raises(SearchError, match="not between"):
        count(dark_sector_problem(3), bound)
    with pytest.raises(SearchError, match="not between"):
        next(solutions(dark_sector_problem(3), bound))


def test_zero_bound_leaves_the_zero_solution() -> None:
    assert count(dark_sector_problem(5), 0) == 1
    assert rows(dark_sector_problem(5), 0) == {(0,) * 5}


def test_bounds_that_exceed_the_integers() -> None:
    equation = ((2**40, ((0, 3),)), (1, ((1, 3),)))
    problem = SearchProblem("X", ("?a", "?b"), (equation,), ((0,), (1,)))
    assert count(problem, 10) == 1
    with pytest.raises(SearchError, match="64 bits"):
        count(problem, 1000)


def test_too_many_states() -> None:
    product = ((1, ((0, 1), (1, 1), (2, 1))),)
    problem = SearchProblem("X", ("?a", "?b", "?c"), (product,), ((0,), (1,), (2,)))
    with pytest.raises(SearchError, match="limit"):
        count(problem, 500)


def test_multisets() -> None:
    found = multisets(3, -2, 2)
    assert len(found) == 35 == len(np.unique(found, axis=0))
    assert (np.diff(found, axis=1) >= 0).all()
