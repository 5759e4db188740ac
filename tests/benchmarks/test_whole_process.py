"""Whole processes, as a user waits for them. Targets, in seconds on a 2-core machine, stand in the docstrings."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from zmodel.resources import library_path

BM2 = str(library_path().parent / "paper_a" / "bm2.zmodel")


def zmodel(*arguments: str) -> None:
    subprocess.run([sys.executable, "-m", "zmodel", *arguments], check=True, capture_output=True)


@pytest.mark.benchmark(group="process")
def test_interpreter(benchmark: BenchmarkFixture) -> None:
    """The floor: Python that does nothing."""
    benchmark.pedantic(subprocess.run, ([sys.executable, "-c", ""],), rounds=5)


@pytest.mark.benchmark(group="process")
def test_check_bm2(benchmark: BenchmarkFixture) -> None:
    """Target: 0.6 s."""
    benchmark.pedantic(zmodel, ("check", BM2), rounds=5)


@pytest.mark.benchmark(group="process")
def test_compile_bm2_at_one_loop(benchmark: BenchmarkFixture, tmp_path: Path) -> None:
    """Target: 3 s."""
    benchmark.pedantic(zmodel, ("compile", BM2, "-o", str(tmp_path)), rounds=5)
