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


EXTREME = """model extreme
use sm
gauge X = U(1) coupling gX
charges X { L = [0, 1, -1]; E = [0, 1, -1] }
scalar S (X: 1) vev v_S
potential { mS2 = dag(S) S; lS = (dag(S) S)^2; hS = (dag(H) H) (dag(S) S) }
"""


@pytest.mark.parametrize(
    ("values", "note"),
    [
        ("gX = 1e200; v_S = 1 TeV", "masses and couplings have no value at this point: the numbers"),
        ("gX = 1e150; v_S = 1e150", "masses and couplings have no value at this point: the numbers"),
        ("gX = 1e100; v_S = 1e-90", "Observables of Z': the numbers of this point are too large or too small."),
        ("gX = 1e100; v_S = 1 TeV", "masses and couplings have no value at this point: a neutral boson"),
        ("gX = 1; v_S = 1 TeV; v_h = 1e-200", "masses and couplings have no value at this point: a neutral boson"),
        ("gX = 1e-200; v_S = 1 TeV", "masses and couplings have no value at this point: a neutral boson"),
        ("gX = 0; v_S = 1 TeV", "masses and couplings have no value at this point: a neutral boson"),
    ],
)
def test_numbers_that_are_too_large_or_too_small(zmodel: Command, tmp_path: Path, values: str, note: str) -> None:
    path = tmp_path / "extreme.zmodel"
    path.write_text(f"{EXTREME}point p at 1 TeV {{ {values} }}\n", encoding="utf-8")
    outcome = zmodel("observables", str(path), "--point", "p", "--json")
    assert outcome.status == 0, outcome.err
    data = json.loads(outcome.out, parse_constant=lambda name: pytest.fail(f"{name} is no JSON"))
    assert any(text.startswith(note) for text in data["notes"])
    assert any(item["name"] == "alpha(g1)" for item in data["observables"])
    assert zmodel("observables", str(path), "--point", "p").status == 0


@pytest.mark.parametrize("values", ["gX = 1e200; M_X = 1e4", "gX = 1; M_X = 1e200"])
def test_coefficients_that_are_too_large_or_too_small(zmodel: Command, tmp_path: Path, values: str) -> None:
    path = tmp_path / "extreme.zmodel"
    point = f"point p at 3 TeV {{ {values}; epsilon = 0; theta_sb = 0; g1 = 0.357 }}\n"
    path.write_text(Path(MALAPHORIC).read_text(encoding="utf-8") + point, encoding="utf-8")
    outcome = zmodel("observables", str(path), "--point", "p", "--wcxf", str(tmp_path / "out.json"))
    assert outcome.status == 1 and "error[Z415]: no coefficients at this point" in outcome.err
    assert "is not finite" in outcome.err or "too large or too small" in outcome.err
    assert not (tmp_path / "out.json").exists()


def test_the_standard_model_has_running_only(zmodel: Command, tmp_path: Path) -> None:
    data = json.loads(zmodel("observables", str(library_path() / "sm.zmodel"), "--json").out)
    names = [item["name"] for item in data["observables"]]
    assert "Landau pole of g1, one loop" in names and not any(name.startswith("M(") for name in names)
    path = tmp_path / "plain.zmodel"
    path.write_text("model plain\ngauge X = U(1) coupling g\nscalar phi (X: 1)\n", encoding="utf-8")
    outcome = zmodel("observables", str(path), "--json")
    assert outcome.status == 0
    assert json.loads(outcome.out)["observables"] == []
