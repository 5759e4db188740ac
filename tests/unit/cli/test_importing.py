"""`zmodel import`."""

from __future__ import annotations

import json
from pathlib import Path

from tests.helpers import pyrate_models
from tests.helpers.command import Command


def test_a_model_file_that_compiles(zmodel: Command, tmp_path: Path) -> None:
    source, target = tmp_path / "sm.model", tmp_path / "sm.zmodel"
    source.write_text(pyrate_models.STANDARD_MODEL, encoding="utf-8")
    outcome = zmodel("import", str(source), "-o", str(target))
    assert (outcome.status, outcome.out) == (0, f"{source}: wrote {target} (4 of 5 couplings)\n")
    assert "warning[Z522]" in outcome.err
    assert zmodel("import", str(source)).out == target.read_text(encoding="utf-8")
    assert zmodel("check", str(target)).status == 0
    assert zmodel("fmt", "--check", str(target)).status == 0


def test_data_for_other_programs(zmodel: Command, tmp_path: Path) -> None:
    source = tmp_path / "sm.model"
    source.write_text(pyrate_models.STANDARD_MODEL, encoding="utf-8")
    data = json.loads(zmodel("import", str(source), "--json").out)
    assert data["model"] == "SM"
    assert data["text"].startswith('model SM "SM"\n')
    assert data["items"][-1] == {
        "section": "ScalarMasses",
        "name": "mu",
        "formula": "-Hbar[i] H[i]",
        "status": "taken",
        "statement": "mu = -dag(H) H",
        "note": "",
    }
    assert [item["code"] for item in data["diagnostics"]] == ["Z522"]


def test_a_bad_file_leaves_an_old_one_alone(zmodel: Command, tmp_path: Path) -> None:
    source, target = tmp_path / "bad.model", tmp_path / "old.zmodel"
    source.write_text(pyrate_models.B_MINUS_L.replace("chibar chi)**2", "chibar chi)^2"), encoding="utf-8")
    target.write_text("old", encoding="utf-8")
    outcome = zmodel("import", str(source), "-o", str(target))
    assert (outcome.status, outcome.out) == (1, "")
    assert f"{source}:" in outcome.err and "error[Z703]" in outcome.err
    assert target.read_text(encoding="utf-8") == "old"
    assert list(tmp_path.iterdir()) != [] and not list(tmp_path.glob(".*"))
    failed = json.loads(zmodel("import", str(source), "--json").out)
    assert [item["code"] for item in failed["diagnostics"]] == ["Z703"]
    assert "Z001" in zmodel("import", str(tmp_path / "none.model")).err
    assert zmodel("import").status == 2
