"""Emitted code at two loops: right-hand sides in C and Python, the Jacobian in C, and what gcc takes to compile them.

One call of a benchmark in C makes 1000 evaluations or works on 1000 points, so milliseconds read as microseconds.
Targets for BM3 on a 2-core machine: 200 ns per evaluation, 40 ns per point of a batch.
"""

from __future__ import annotations

import ctypes
import subprocess
from pathlib import Path
from typing import cast

import numpy as np
import pytest
from pytest_benchmark.fixture import BenchmarkFixture
from tests.helpers.emitted import Emitted, emit, flatten, layout, random_values
from tests.helpers.models import compile_file

MODELS = {"sm": "lib/sm", "bm3": "paper_a/bm3", "malaphoric": "paper_c/malaphoric"}
POINTS = 1000
FLAGS = [
    "-std=c99",
    "-O3",
    "-march=native",
    "-fno-math-errno",
    "-fno-trapping-math",
    "-fassociative-math",
    "-fno-signed-zeros",
    "-freciprocal-math",
]

# Calls a function again and again; each state depends on the result before, so that no call can be left out.
REPEAT = """
#include "{name}.h"

void repeat_{function}(int count, double *x, double *out)
{{
    while (count-- > 0) {{
        {name}_{function}(x, {loops}, out);
        x[0] += 1e-12*out[0];
    }}
}}
"""


@pytest.fixture(scope="module", params=MODELS)
def emitted(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Emitted:
    return emit(compile_file(MODELS[request.param]), tmp_path_factory.mktemp(request.param), "2")


def build(emitted: Emitted, function: str) -> ctypes.CDLL:
    text = REPEAT.format(name=emitted.name, function=function, loops=2)
    (emitted.folder / "repeat.c").write_text(text, encoding="utf-8")
    library = emitted.folder / f"{function}.so"
    compile_c([*FLAGS, "-fPIC", "-shared", "repeat.c", f"{emitted.name}.c", "-o", str(library), "-lm"], emitted.folder)
    return ctypes.CDLL(str(library))


def compile_c(arguments: list[str], folder: Path) -> None:
    subprocess.run(["gcc", *arguments], cwd=folder, check=True)


def states(emitted: Emitted) -> tuple[np.ndarray, int]:
    """A state per column, and how many of its doubles run."""
    items = layout(emitted)
    points = [flatten(emitted.python, random_values(items, seed), items) for seed in range(POINTS)]
    running = [item for item in items if item["kind"] != "parameter"]
    values = random_values(items, 0)
    return np.ascontiguousarray(np.array(points).T), len(flatten(emitted.python, values, running))


def address(array: np.ndarray) -> ctypes.c_void_p:
    return cast(ctypes.c_void_p, array.ctypes.data_as(ctypes.c_void_p))


@pytest.mark.benchmark(group="emitted C")
@pytest.mark.parametrize("function", ["beta", "jacobian"])
def test_one_point_in_c(benchmark: BenchmarkFixture, emitted: Emitted, function: str) -> None:
    """1000 evaluations."""
    library = build(emitted, function)
    points, size = states(emitted)
    state, out = points[:, 0].copy(), np.empty(size * size)
    benchmark(library[f"repeat_{function}"], POINTS, address(state), address(out))


@pytest.mark.benchmark(group="emitted C")
def test_batch_in_c(benchmark: BenchmarkFixture, emitted: Emitted) -> None:
    """1000 points."""
    library = build(emitted, "beta")
    points, size = states(emitted)
    out = np.empty(size * POINTS)
    benchmark(library[f"{emitted.name}_beta_batch"], ctypes.c_size_t(POINTS), address(points), 2, address(out))


@pytest.mark.benchmark(group="emitted Python")
def test_one_point_in_python(benchmark: BenchmarkFixture, emitted: Emitted) -> None:
    benchmark(emitted.python.beta, random_values(layout(emitted), 1))


@pytest.mark.benchmark(group="emitted Python")
def test_many_points_in_python(benchmark: BenchmarkFixture, emitted: Emitted) -> None:
    """1000 points."""
    values = [random_values(layout(emitted), seed) for seed in range(POINTS)]
    benchmark(emitted.python.beta, {name: np.array([point[name] for point in values]) for name in values[0]})


@pytest.mark.benchmark(group="gcc")
def test_gcc(benchmark: BenchmarkFixture, emitted: Emitted) -> None:
    benchmark.pedantic(compile_c, (["-std=c99", "-O2", "-c", f"{emitted.name}.c"], emitted.folder), rounds=3)
