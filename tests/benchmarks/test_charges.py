"""Integer search: the atlas of the SM with three right-handed neutrinos, counted, listed, stored and asked."""

from __future__ import annotations

import subprocess
import sys
from itertools import count as numbers
from pathlib import Path
from typing import Any

import pytest
from pytest_benchmark.fixture import BenchmarkFixture
from tests.helpers.datasets import SM_NEUTRINOS, UNIVERSAL, ask, search_of, written

from zmodel import __version__
from zmodel.charges import count, solutions
from zmodel.charges.atlas.dataset import write_dataset
from zmodel.charges.request import Search
from zmodel.dataset import Manifest
from zmodel.resources import library_path

MODEL = str(library_path().parent / f"{SM_NEUTRINOS}.zmodel")


@pytest.fixture(scope="module")
def atlas() -> Search:
    return search_of(SM_NEUTRINOS)


@pytest.mark.parametrize(("bound", "expected"), [(4, 24552), (10, 21546920), (14, 324627816)])
@pytest.mark.benchmark(group="count charges")
def test_count(benchmark: BenchmarkFixture, atlas: Search, bound: int, expected: int) -> None:
    assert benchmark.pedantic(count, (atlas.problem, bound), rounds=3, warmup_rounds=1) == expected


@pytest.mark.benchmark(group="count charges")
def test_count_without_shifts(benchmark: BenchmarkFixture) -> None:
    search = search_of(SM_NEUTRINOS, 6, "Y")
    assert benchmark.pedantic(count, (search.problem, 6, search.direction), rounds=3) == 387679


@pytest.mark.benchmark(group="list charges")
def test_list(benchmark: BenchmarkFixture, atlas: Search) -> None:
    assert benchmark.pedantic(lambda: sum(map(len, solutions(atlas.problem, 10)))) == 21546920


@pytest.mark.benchmark(group="list charges")
def test_dataset(benchmark: BenchmarkFixture, atlas: Search, tmp_path: Path) -> None:
    """Target: 60 s and 2 GB; and the 276 solutions of arXiv:2107.07518 among all."""
    folders = numbers()

    def write() -> tuple[Manifest, int]:
        return write_dataset(tmp_path / str(next(folders)), atlas, __version__)

    manifest, _ = benchmark.pedantic(write)
    assert manifest.rows == 21546920
    found = ask(tmp_path / "0", "SELECT category, count(*) FROM solutions WHERE quark_universal_h0 GROUP BY ALL")
    assert dict(found) == {"vector": 255, "chiral": 21}


@pytest.mark.benchmark(group="list charges")
def test_quark_universal_dataset(benchmark: BenchmarkFixture, tmp_path: Path) -> None:
    """Target: 2 s, from the text of the model to the classes."""
    folders = numbers()

    def classes() -> list[tuple[Any, ...]]:
        folder = written(tmp_path / str(next(folders)), UNIVERSAL, 10)
        return ask(folder, "SELECT count(*), sum(class1::INT), sum(class2::INT), sum(class3::INT) FROM solutions")

    [(rows, *rest)] = benchmark.pedantic(classes, rounds=3)
    assert rows == 276 and all(rest)


@pytest.mark.benchmark(group="process")
def test_whole_process(benchmark: BenchmarkFixture) -> None:
    """Target: 5 s."""
    command = [sys.executable, "-m", "zmodel", "atlas", MODEL, "--count"]

    def run() -> str:
        return subprocess.run(command, check=True, capture_output=True, text=True).stdout

    assert "21,546,920" in benchmark.pedantic(run, rounds=3, warmup_rounds=1)
