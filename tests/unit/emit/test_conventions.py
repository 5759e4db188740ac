"""Every emitted file says by which conventions its numbers hold, or where they stand."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from tests.helpers.models import compile_file

from zmodel import __version__
from zmodel.derive.beta.loops import LoopOrders
from zmodel.driver import Run, compile_model
from zmodel.emit.conventions import convention_lines


def words(text: str) -> str:
    """Text without line ends and signs of comments."""
    return " ".join(re.sub(r"^(\s*(?:\*|%|#|\"))+", " ", text, flags=re.MULTILINE).split())


@pytest.mark.parametrize("path", ["paper_b/accidental", "paper_c/malaphoric"])
def test_files_carry_their_conventions(path: str) -> None:
    """With kinetic mixing and without; object files are built from files that have them."""
    run = Run(compile_file(path), LoopOrders.up_to(1))
    name = run.analysis.model.name
    files = compile_model(run, ("python", "c", "latex", "json", "masses"))
    assert files is not None
    lines = convention_lines(run.analysis.model, __version__)
    assert any("Kinetic mixing, form" in line for line in lines) == (name == "malaphoric")
    for file, text in files.items():
        if file == "Makefile":
            continue
        if Path(file).suffix == ".c":
            assert f"see {name}.h for conventions" in text and f'#include "{name}.h"' in text
        else:
            missing = [line for line in lines if words(line) not in words(text)]
            assert missing == [], file
