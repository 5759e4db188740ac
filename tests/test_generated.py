"""The committed output of the compiler is what it writes now, byte for byte."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from tests.helpers.models import compile_file

from zmodel.derive.beta.loops import LoopOrders
from zmodel.driver import Run, compile_model

GENERATED = Path(__file__).parent.parent / "generated"
MODELS = {
    "bm2": ("paper_a/bm2", 1),
    "bm3": ("paper_a/bm3", 2),
    "accidental": ("paper_b/accidental", 1),
    "malaphoric": ("paper_c/malaphoric", 1),
}
"""Model files and loops; one loop keeps the output short enough to be read."""


@pytest.mark.parametrize("name", MODELS)
def test_generated_output_is_up_to_date(name: str, request: pytest.FixtureRequest) -> None:
    path, loops = MODELS[name]
    run = Run(compile_file(path), LoopOrders.up_to(loops))
    files = compile_model(run, ("python", "c", "latex", "json"))
    assert files is not None, run.diagnostics
    folder = GENERATED / name
    if request.config.getoption("--update-golden"):
        folder.mkdir(parents=True, exist_ok=True)
        for old in folder.iterdir():
            old.unlink()
        for file, text in files.items():
            (folder / file).write_bytes(text.encode())
    committed = {path.name: path.read_bytes().decode() for path in folder.iterdir()}
    assert sorted(committed) == sorted(files)
    for file, text in files.items():
        assert committed[file] == text, f"{file} differs; see generated/README.md"


def test_nothing_else_is_there() -> None:
    assert {path.name for path in GENERATED.iterdir()} == {*MODELS, "README.md"}


@pytest.mark.skipif(shutil.which("g++") is None, reason="needs g++")
@pytest.mark.parametrize("name", MODELS)
def test_headers_are_cpp_too(name: str) -> None:
    command = ["g++", "-x", "c++", "-std=c++11", "-fsyntax-only", "-Wall", "-Wextra", "-Werror", "-pedantic"]
    subprocess.run([*command, str(GENERATED / name / f"{name}.h")], check=True)
