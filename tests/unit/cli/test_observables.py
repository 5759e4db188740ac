"""`zmodel observables`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.helpers.command import Command

from zmodel.resources import library_path

FILES = library_path().parent
MALAPHORIC = str(FILES / "paper_c" / "malaphoric.zmodel")


def test_json(zmodel: Command) -> None:
    outcome = zmodel("observables", MALAPHORIC, "--point", "unmixed", "--json")
    assert outcome.status == 0, outcome.err
    data = json.loads(outcome.out)
    values = {item["name"]: item["value"] for item in data["observables"]}
    assert values["M(Z')"] == pytest.approx(3000)
    fractions = [value for name, value in values.items() if name.startswith("BR(") and "invisible" not in name]
    assert sum(fractions) == pytest.approx(1, abs=1e-4)
    assert values["rho - 1, tree level"] == 0
    assert data["missing"] == []
    assert data["inputs"]["gX"] == {"value": 0.12, "origin": "point unmixed"}
    assert data["inputs"]["CKM[1,3]"]["value"]["Im"] < 0
    assert all(item["reference"] for item in data["observables"])


def test_text_and_latex(zmodel: Command) -> None:
    text = zmodel("observables", MALAPHORIC, "--point", "best_fit").out
    assert "Gamma(Z')" in text and "paper B, Eq. (5.9)" in text and "CODATA 2022" in text
    latex = zmodel("observables", MALAPHORIC, "--point", "best_fit", "--latex").out
    assert r"\begin{longtable}" in latex


def test_without_numbers(zmodel: Command) -> None:
    outcome = zmodel("observables", str(FILES / "paper_a" / "bm2.zmodel"))
    assert outcome.status == 0
    assert "Without numbers for eta, g4, v_phi" in " ".join(outcome.out.split())


def test_the_standard_model_has_running_only(zmodel: Command, tmp_path: Path) -> None:
    data = json.loads(zmodel("observables", str(library_path() / "sm.zmodel"), "--json").out)
    names = [item["name"] for item in data["observables"]]
    assert "Landau pole of g1, one loop" in names and not any(name.startswith("M(") for name in names)
    path = tmp_path / "plain.zmodel"
    path.write_text("model plain\ngauge X = U(1) coupling g\nscalar phi (X: 1)\n", encoding="utf-8")
    outcome = zmodel("observables", str(path), "--json")
    assert outcome.status == 0
    assert json.loads(outcome.out)["observables"] == []
