"""`zmodel solve`: what is printed, and model files that are written."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.helpers.command import Command

from zmodel.resources import library_path

PAPERS = library_path().parent
FRAMEWORK = str(PAPERS / "paper_b" / "framework.zmodel")
NEUTRINOS = str(PAPERS / "paper_d" / "sm_neutrinos.zmodel")

MODEL = """model small "A family"   # title and comments stay
use sm { except H }
gauge X = U(1) coupling gX
let shift = ?q - 0
charges X { Q = shift; U = ?u; D = 2*?q - ?u; L = [?, ?, ?] }
fermion E2[1] right (X: ?)   # left out below
charges X { E = ? }
require anomaly_free
search X in -3..3   # goes
"""


@pytest.fixture
def model(tmp_path: Path) -> Path:
    path = tmp_path / "model.zmodel"
    path.write_text(MODEL.replace("fermion E2[1] right (X: ?)", "fermion N[3] right (X: [?, ?, ?])"), encoding="utf-8")
    return path


def test_families_as_text(zmodel: Command) -> None:
    outcome = zmodel("solve", FRAMEWORK)
    assert outcome.status == 0
    assert "3 families of charges under X" in outcome.out
    assert "a_e L_e + a_mu L_mu + a_tau L_tau + a_Y Y - (a_e + a_mu + a_tau)/3 B" in outcome.out
    assert outcome.err == ""


def test_families_as_data(zmodel: Command) -> None:
    outcome = zmodel("solve", FRAMEWORK, "--json")
    data = json.loads(outcome.out)
    assert data["group"] == "X" and data["free"] == [] and data["complete"] is True
    assert data["stages"] == {"unknowns": 19, "after_requirements": 8, "after_linear_anomalies": 6}
    whole, *inside = data["families"]
    assert (whole["solved"], whole["dimension"], whole["origin"]) == (False, 5, "open")
    assert [family["dimension"] for family in inside] == [4, 4]
    assert whole["equations"][0]["text"].count("^3") == 6
    assert inside[-1]["charges"]["H"] == ["-a_Y/2"]
    assert inside[-1]["generator"]["coefficients"]["B"] == "-a_e/3 - a_mu/3 - a_tau/3"
    assert len(inside[-1]["integer_basis"]) == 4
    assert data["solutions"] is None and data["diagnostics"] == []


def test_families_as_latex(zmodel: Command) -> None:
    out = zmodel("solve", FRAMEWORK, "--latex").out
    assert r"a_{e}\,L_{e}" in out and r"\frac{\left(a_{e} + a_{\mu} + a_{\tau}\right)}{3}\,B" in out


def test_integer_solutions(zmodel: Command, model: Path) -> None:
    data = json.loads(zmodel("solve", str(model), "--json", "--shown", "4").out)
    found = data["solutions"]
    assert found["max_charge"] == 3
    assert len(found["charges"]) == 4 < found["count"]
    assert found["columns"][:3] == ["Q1", "Q2", "Q3"]
    more = json.loads(zmodel("solve", str(model), "--json", "--max-charge", "1").out)["solutions"]
    assert more["max_charge"] == 1 and more["count"] < found["count"]


def test_as_many_solutions_as_the_atlas_counts(zmodel: Command) -> None:
    found = json.loads(zmodel("solve", NEUTRINOS, "--json", "--max-charge", "2").out)["solutions"]
    assert (
        found["count"] == json.loads(zmodel("atlas", NEUTRINOS, "--count", "--json", "--max-charge", "2").out)["count"]
    )


# ------------------------------------------------------------------ files
def test_a_family_becomes_a_model_file(zmodel: Command, model: Path) -> None:
    data = json.loads(zmodel("solve", str(model), "--json").out)
    number = next(i for i, family in enumerate(data["families"], 1) if family["solved"])
    new = model.with_name("new.zmodel")
    outcome = zmodel("solve", str(model), "--family", str(number), "-o", str(new))
    assert outcome.status == 0 and str(new) in outcome.out
    text = new.read_text(encoding="utf-8")
    assert f'model small_family{number} "A family"   # title and comments stay\n' in text
    assert "search" not in text and "?" not in text and "# left out below" in text
    assert text.index("param ") < text.index("let shift")
    assert zmodel("check", str(new)).out.endswith("anomaly free\n")


def test_an_integer_solution_becomes_a_model_file(zmodel: Command, model: Path) -> None:
    new = model.with_name("new.zmodel")
    for number in (1, 2, 17):
        assert zmodel("solve", str(model), "--solution", str(number), "-o", str(new)).status == 0
        text = new.read_text(encoding="utf-8")
        assert text.startswith(f"# Solution {number} of ") and "?" not in text and "param" not in text
        assert zmodel("check", str(new)).out.endswith("anomaly free\n")


def test_free_unknowns_stay_in_a_solution(zmodel: Command, tmp_path: Path) -> None:
    text = (PAPERS / "paper_d" / "muoquark.zmodel").read_text(encoding="utf-8")
    (tmp_path / "m.zmodel").write_text(text, encoding="utf-8")
    new = tmp_path / "new.zmodel"
    outcome = zmodel("solve", str(tmp_path / "m.zmodel"), "--solution", "5", "-o", str(new))
    assert outcome.status == 0 and "Z502" in outcome.err and "nothing fixes the unknown charge `?phi`" in outcome.err
    written = new.read_text(encoding="utf-8")
    assert "scalar phi (X: ?phi)" in written and " Nothing fixes ?phi.\n" in written.splitlines(keepends=True)[0]


def test_free_unknowns_are_named_with_the_solutions(zmodel: Command) -> None:
    muoquark = str(PAPERS / "paper_d" / "muoquark.zmodel")
    assert "Free, since nothing fixes them: ?phi." in zmodel("solve", muoquark, "--shown", "1").out
    assert json.loads(zmodel("solve", muoquark, "--json").out)["solutions"]["free"] == ["?phi"]


def test_unknowns_that_drop_out_of_the_anomalies_are_written(zmodel: Command, tmp_path: Path) -> None:
    path, new = tmp_path / "m.zmodel", tmp_path / "new.zmodel"
    path.write_text(
        "model m\ngauge X = U(1) coupling gX\nfermion A left (X: ?)\nfermion B right (X: ?)\n"
        "fermion C[3] left (X: [?, ?, ?])\nmass m = bar(A) B\nrequire anomaly_free\nrequire allowed m\n"
        "search X in -2..2\n",
        encoding="utf-8",
    )
    outcome = zmodel("solve", str(path), "--solution", "5", "-o", str(new))
    assert outcome.status == 0 and outcome.err == ""
    assert "fermion B right (X: 2)\nfermion C[3] left (X: [-1, 0, 1])" in new.read_text(encoding="utf-8")
    assert json.loads(zmodel("atlas", str(path), "--count", "--json").out)["count"] == 6


def test_parameters_of_the_model_stay(zmodel: Command, tmp_path: Path) -> None:
    path, new = tmp_path / "m.zmodel", tmp_path / "new.zmodel"
    path.write_text(
        "model m\nuse sm { except Ye }\ngauge X = U(1) coupling gX\nparam a, b : rational\n"
        "let q = -(a + b)/9\ncharges X { Q = q; U = q; D = q; L = [a, b, 0]; E = [a, b, 0] }\n"
        "fermion N[3] right (X: [?, ?, ?])\n",
        encoding="utf-8",
    )
    families = json.loads(zmodel("solve", str(path), "--json").out)["families"]
    number = next(i for i, family in enumerate(families, 1) if family["charges"]["N"] == ["a", "b", "0"])
    assert zmodel("solve", str(path), "--family", str(number), "-o", str(new)).status == 0
    assert new.read_text(encoding="utf-8").count("param") == 1
    fixed = next(i for i, f in enumerate(families, 1) if f["solved"] and f["unknowns"]["b"] != "b")
    outcome = zmodel("solve", str(path), "--family", str(fixed), "-o", str(new))
    assert outcome.status == 1 and "put that into the file first" in outcome.err


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("--family", "1"), "still has equations"),
        (("--family", "99"), "no number 99"),
        (("--solution", "1"), "need a bound"),
        (("--solution", "99999", "--max-charge", "0"), "no number 99999"),
    ],
)
def test_what_cannot_be_written(zmodel: Command, tmp_path: Path, arguments: tuple[str, ...], message: str) -> None:
    new = tmp_path / "new.zmodel"
    outcome = zmodel("solve", FRAMEWORK, *arguments, "-o", str(new))
    assert outcome.status == 1 and "Z413" in outcome.err and message in outcome.err
    assert list(tmp_path.iterdir()) == []


def test_unknowns_of_a_used_file(zmodel: Command, tmp_path: Path) -> None:
    (tmp_path / "base.zmodel").write_text(
        "model b\ngauge X = U(1) coupling g\nfermion a left (X: ?)\n", encoding="utf-8"
    )
    path, new = tmp_path / "m.zmodel", tmp_path / "new.zmodel"
    path.write_text('model m\nuse "base.zmodel"\nfermion b left (X: ?)\n', encoding="utf-8")
    outcome = zmodel("solve", str(path), "--family", "1", "-o", str(new))
    assert outcome.status == 1 and "?a stand in a file that this one uses" in outcome.err and not new.exists()


def test_a_file_that_uses_its_neighbours_stays_beside_them(zmodel: Command, tmp_path: Path) -> None:
    (tmp_path / "base.zmodel").write_text("model b\ngauge X = U(1) coupling g\n", encoding="utf-8")
    (tmp_path / "out").mkdir()
    path = tmp_path / "m.zmodel"
    path.write_text('model m\nuse "base.zmodel"\nfermion a left (X: ?)\nfermion b left (X: ?)\n', encoding="utf-8")
    outcome = zmodel("solve", str(path), "--family", "1", "-o", str(tmp_path / "out" / "new.zmodel"))
    assert outcome.status == 1 and "Z414" in outcome.err and list((tmp_path / "out").iterdir()) == []
    assert zmodel("solve", str(path), "--family", "1", "-o", str(tmp_path / "new.zmodel")).status == 0


def test_a_folder_that_is_not_there(zmodel: Command, model: Path, tmp_path: Path) -> None:
    outcome = zmodel("solve", str(model), "--solution", "1", "-o", str(tmp_path / "none" / "new.zmodel"))
    assert outcome.status == 1 and "Z005" in outcome.err


@pytest.mark.parametrize(
    "arguments",
    ["--family 1", "-o x", "--family 1 --solution 1 -o x", "--family 1 --json -o x", "--family 1 --point p -o x"],
)
def test_options_that_do_not_go_together(zmodel: Command, arguments: str) -> None:
    outcome = zmodel("solve", FRAMEWORK, *arguments.split())
    assert outcome.status == 2 and "-o" in outcome.err


def test_nothing_to_solve(zmodel: Command) -> None:
    outcome = zmodel("solve", str(library_path() / "sm.zmodel"))
    assert outcome.status == 1 and "Z408" in outcome.err


def test_charges_that_are_not_linear(zmodel: Command, tmp_path: Path) -> None:
    path = tmp_path / "m.zmodel"
    path.write_text("model m\ngauge X = U(1) coupling g\nfermion a left (X: ?x*?x)\n", encoding="utf-8")
    outcome = zmodel("solve", str(path))
    assert outcome.status == 1 and "Z409" in outcome.err and ":2:" in outcome.err


def test_no_charges_at_all(zmodel: Command, tmp_path: Path) -> None:
    path = tmp_path / "m.zmodel"
    path.write_text(
        "model m\ngauge X = U(1) coupling g\nfermion a left (X: 1)\nfermion b left (X: ?)\nfermion c left (X: 1)\n"
    )
    outcome = zmodel("solve", str(path))
    assert outcome.status == 0 and "no families" in outcome.out and "No charges meet all conditions" in outcome.out
