"""Every emitted file says by which conventions its numbers hold, or where they stand."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from tests.helpers.models import compile_file, point

from zmodel import __version__
from zmodel.derive.beta.loops import LoopOrders
from zmodel.driver import Run, compile_model
from zmodel.driver.running import run_point
from zmodel.driver.trajectories import run_header
from zmodel.emit.bundle import TARGETS, Target
from zmodel.emit.conventions import convention_lines, conventions_of_numbers
from zmodel.emit.html.escape import escape
from zmodel.emit.html.model_page import model_page
from zmodel.model.conventions import CONVENTIONS, why_not_ours
from zmodel.run import RunOptions
from zmodel.run.table import trajectories_json
from zmodel.source import SourceFile


def words(text: str) -> str:
    """Text without line ends and signs of comments."""
    return " ".join(re.sub(r"^(\s*(?:\*|%|#|\"))+", " ", text, flags=re.MULTILINE).split())


@pytest.mark.parametrize("path", ["paper_b/accidental", "paper_c/malaphoric"])
def test_files_carry_their_conventions(path: str) -> None:
    """With kinetic mixing and without; object files are built from files that have them."""
    run = Run(compile_file(path), LoopOrders.up_to(1))
    name = run.analysis.model.name
    # PyR@TE knows no symbolic charges.
    exchange: tuple[Target, ...] = ("pyrate",) if name == "malaphoric" else ()
    files = compile_model(run, (*TARGETS, "masses", *exchange))
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


def test_computed_numbers_carry_them() -> None:
    """Trajectories, as `zmodel run -o` writes them, and the page of a report; manifests are tested beside datasets."""
    analysis = compile_file("paper_a/bm2")
    run = Run(analysis, LoopOrders.up_to(1), point=point(analysis, "fig6"))
    trajectory = run_point(run, 1e4, RunOptions(loops=1), 3)
    assert trajectory is not None
    header = run_header(run, 1e-8)
    lines = conventions_of_numbers(analysis.model)
    assert json.loads(trajectories_json(header, {"fig6": trajectory}))["conventions"] == lines
    assert why_not_ours(lines) is None and any("GeV" in line for line in lines)
    assert set(lines) > set(convention_lines(analysis.model, __version__)[1:])
    page = model_page(analysis.model, SourceFile("x", ""), "", (), lambda file: (), __version__)
    assert all(escape(line) in page for line in lines)


def test_what_other_files_state() -> None:
    assert why_not_ours(None) == why_not_ours("MS-bar") == why_not_ours([1])
    assert "MS-bar" in str(why_not_ours(["something else"]))
    assert why_not_ours([*CONVENTIONS, "more"]) is None
