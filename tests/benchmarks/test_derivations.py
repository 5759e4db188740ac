"""Single passes inside one process, so that a slower one is seen before users wait for it."""

from __future__ import annotations

import pytest
from pytest_benchmark.fixture import BenchmarkFixture
from tests.helpers.models import compile_file

from zmodel.derive.beta.derive import derive_betas
from zmodel.driver import Run, compile_model

MODELS = ("lib/sm", "paper_a/bm2", "paper_b/accidental")


@pytest.mark.parametrize("path", MODELS)
@pytest.mark.benchmark(group="analyse")
def test_analyse(benchmark: BenchmarkFixture, path: str) -> None:
    benchmark(compile_file, path)


@pytest.mark.parametrize("path", MODELS)
@pytest.mark.benchmark(group="beta functions, one loop")
def test_beta_functions(benchmark: BenchmarkFixture, path: str) -> None:
    analysis = compile_file(path)
    benchmark(derive_betas, analysis.model, analysis.couplings, 1)


@pytest.mark.parametrize("path", MODELS)
@pytest.mark.benchmark(group="derive and emit")
def test_compile(benchmark: BenchmarkFixture, path: str) -> None:
    analysis = compile_file(path)
    benchmark(lambda: compile_model(Run(analysis), ("python", "c", "latex", "json")))
