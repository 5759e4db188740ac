"""Whole processes, as a user waits for them. Targets, in seconds on a 2-core machine, stand in the docstrings."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from zmodel.resources import library_path

PAPER_A = library_path().parent / "paper_a"
BM2 = str(PAPER_A / "bm2.zmodel")
BM3 = str(PAPER_A / "bm3.zmodel")
Run = Callable[..., None]


@pytest.fixture
def python(tmp_path: Path) -> Run:
    """Runs Python with bytecode kept from the first process on, as pip writes it when it installs."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    environment["PYTHONPYCACHEPREFIX"] = str(tmp_path / "bytecode")

    def run(*arguments: str) -> None:
        subprocess.run([sys.executable, *arguments], check=True, capture_output=True, env=environment)

    return run


@pytest.mark.benchmark(group="process")
def test_interpreter(benchmark: BenchmarkFixture, python: Run) -> None:
    """The floor: Python that does nothing."""
    benchmark.pedantic(python, ("-c", ""), rounds=10, warmup_rounds=1)


@pytest.mark.benchmark(group="process")
@pytest.mark.parametrize("file", [BM2, BM3], ids=["bm2", "bm3"])
def test_check(benchmark: BenchmarkFixture, python: Run, file: str) -> None:
    """Target: 0.2 s."""
    benchmark.pedantic(python, ("-m", "zmodel", "check", file), rounds=10, warmup_rounds=1)


@pytest.mark.benchmark(group="process")
@pytest.mark.parametrize("file", [BM2, BM3], ids=["bm2", "bm3"])
def test_compile_at_one_loop(benchmark: BenchmarkFixture, python: Run, file: str, tmp_path: Path) -> None:
    """Target: 0.4 s."""
    arguments = ("-m", "zmodel", "compile", file, "-o", str(tmp_path / "out"))
    benchmark.pedantic(python, arguments, rounds=10, warmup_rounds=1)
