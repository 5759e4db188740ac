"""Matching in emitted C: at least 10^6 points per second on one core for the malaphoric model."""

from __future__ import annotations

import ctypes
import subprocess
from pathlib import Path

import numpy as np
import pytest
from pytest_benchmark.fixture import BenchmarkFixture
from tests.benchmarks.test_emitted_code import FLAGS, address
from tests.helpers.emitted import emit, manifest
from tests.helpers.models import compile_file

POINTS = 1000
LOOP = """
#include "{name}.h"

void many(int count, int inputs, const double *x, double *out)
{{
    int i;

    for (i = 0; i < count; i++)
        {name}_smeft(x + (long)i*inputs, out + 2L*i*{macro}_SMEFT_SIZE);
}}
"""


@pytest.mark.benchmark(group="emitted C")
def test_matching_in_c(benchmark: BenchmarkFixture, tmp_path: Path) -> None:
    """1000 points with angles, couplings, mixing and mass of their own, each with all its coefficients."""
    emitted = emit(compile_file("paper_c/malaphoric"), tmp_path)
    smeft = manifest(emitted)["smeft"]
    assert isinstance(smeft, dict)
    inputs, size = len(smeft["inputs"]), len(emitted.python.smeft({item["name"]: 0.3 for item in smeft["inputs"]}))
    text = LOOP.format(name=emitted.name, macro=emitted.name.upper())
    (emitted.folder / "many.c").write_text(text, encoding="utf-8")
    library = emitted.folder / "many.so"
    sources = ["many.c", f"{emitted.name}.c"]
    subprocess.run(
        ["gcc", *FLAGS, "-fPIC", "-shared", *sources, "-o", str(library), "-lm"], cwd=emitted.folder, check=True
    )
    points = np.random.default_rng(1).uniform(0.1, 0.9, size=(POINTS, inputs))
    out = np.zeros((POINTS, size, 2))
    call = ctypes.CDLL(str(library)).many
    benchmark(call, POINTS, inputs, address(points), address(out))
    names = [item["name"] for item in smeft["inputs"]]
    expected = emitted.python.smeft(dict(zip(names, points[7], strict=True)))
    assert np.allclose(out[7, :, 0], list(expected.values()), rtol=1e-12)
