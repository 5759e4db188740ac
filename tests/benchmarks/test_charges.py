"""Integer search: the atlas of the SM with three right-handed neutrinos, counted and listed."""

from __future__ import annotations

import pytest
from pytest_benchmark.fixture import BenchmarkFixture
from tests.helpers.models import compile_file

from zmodel.charges import SearchProblem, count, search_problem, solutions


@pytest.fixture(scope="module")
def atlas() -> SearchProblem:
    return search_problem(compile_file("paper_d/sm_neutrinos").model, "X")


@pytest.mark.parametrize(("bound", "expected"), [(4, 24552), (10, 21546920)])
@pytest.mark.benchmark(group="count charges")
def test_count(benchmark: BenchmarkFixture, atlas: SearchProblem, bound: int, expected: int) -> None:
    assert benchmark(count, atlas, bound) == expected


@pytest.mark.benchmark(group="list charges")
def test_list(benchmark: BenchmarkFixture, atlas: SearchProblem) -> None:
    assert benchmark(lambda: sum(map(len, solutions(atlas, 10)))) == 21546920
