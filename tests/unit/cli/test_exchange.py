"""`zmodel observables` with --wcxf, --with and --couplings."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest
from tests.helpers.command import Command

from zmodel.resources import library_path

MALAPHORIC = str(library_path().parent / "paper_c" / "malaphoric.zmodel")
POINT = ("observables", MALAPHORIC, "--point", "best_fit")


def test_wcxf_file(zmodel: Command, tmp_path: Path) -> None:
    target = tmp_path / "out.json"
    outcome = zmodel(*POINT, "--wcxf", str(target))
    assert outcome.status == 0, outcome.err
    assert "Z511" in outcome.err
    assert outcome.out == f"wrote {target}: 155 coefficients in the basis Warsaw at 3000 GeV\n"
    data = json.loads(target.read_text(encoding="utf-8"))
    assert (data["eft"], data["basis"], data["scale"], len(data["values"])) == ("SMEFT", "Warsaw", 3000.0, 155)
    assert zmodel(*POINT, "--wcxf", str(tmp_path / "again.json")).status == 0
    assert (tmp_path / "again.json").read_bytes() == target.read_bytes()


def test_other_basis_in_yaml_and_data_about_it(zmodel: Command, tmp_path: Path) -> None:
    target = tmp_path / "out.yml"
    outcome = zmodel(*POINT, "--wcxf", str(target), "--basis", "Warsaw up", "--json")
    data = json.loads(outcome.out)
    assert (data["file"], data["basis"], data["scale"]) == (str(target), "Warsaw up", 3000.0)
    assert [item["code"] for item in data["diagnostics"]] == ["Z511"]
    assert "basis: Warsaw up\n" in target.read_text(encoding="utf-8")


def test_errors_leave_an_old_file_alone(zmodel: Command, tmp_path: Path) -> None:
    model = tmp_path / "light.zmodel"
    text = Path(MALAPHORIC).read_text(encoding="utf-8")
    model.write_text(text.replace("M_X = 3 TeV; g1", "M_X = 30 GeV; g1"), encoding="utf-8")
    target = tmp_path / "out.json"
    target.write_text("old", encoding="utf-8")
    outcome = zmodel("observables", str(model), "--point", "best_fit", "--wcxf", str(target))
    assert outcome.status == 1
    assert "error[Z415]: `X` is light: its mass is 30 GeV at this point" in outcome.err
    assert target.read_text(encoding="utf-8") == "old"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["light.zmodel", "out.json"]
    outcome = zmodel("observables", str(model), "--point", "best_fit", "--with", "flavio", "--json")
    assert outcome.status == 1
    assert "Z415" in [item["code"] for item in json.loads(outcome.out)["diagnostics"]]


def test_file_that_cannot_be_written(zmodel: Command, tmp_path: Path) -> None:
    outcome = zmodel(*POINT, "--wcxf", str(tmp_path / "none" / "out.json"))
    assert outcome.status == 1
    assert "error[Z005]" in outcome.err


@pytest.mark.parametrize("program", ["flavio", "smelli"])
def test_without_the_extra(zmodel: Command, program: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, program, None)
    outcome = zmodel(*POINT, "--with", program)
    assert outcome.status == 1
    assert f"error[Z416]: {program} cannot be loaded" in outcome.err
    assert "pip install zmodel[flavour]" in outcome.err
    assert "Traceback" not in outcome.err


@pytest.mark.parametrize("form", [[], ["--latex"]])
def test_couplings(zmodel: Command, form: list[str]) -> None:
    outcome = zmodel(*POINT, "--couplings", *form)
    assert outcome.status == 0, outcome.err
    assert "7655.35 GeV" in outcome.out and "vector" in outcome.out


def test_couplings_as_json(zmodel: Command) -> None:
    data = json.loads(zmodel("observables", MALAPHORIC, "--point", "unmixed", "--couplings", "--json").out)
    (boson,) = data["bosons"]
    assert boson["mass"] == pytest.approx(3000)
    assert boson["fermions"]["mu"] == {"vector": pytest.approx(-0.36), "axial": 0}
    assert boson["fermions"]["e"] == {"vector": 0, "axial": 0}


def test_couplings_without_numbers(zmodel: Command, tmp_path: Path) -> None:
    model = tmp_path / "bare.zmodel"
    text = Path(MALAPHORIC).read_text(encoding="utf-8")
    model.write_text(text.replace("gX = 0.078; ", ""), encoding="utf-8")
    outcome = zmodel("observables", str(model), "--point", "best_fit", "--couplings")
    assert outcome.status == 1
    assert "error[Z415]: couplings have no value at this point: no value for gX" in outcome.err


@pytest.mark.parametrize(
    "options",
    [
        ["--wcxf", "out.txt"],
        ["--wcxf", "out.json", "--with", "flavio"],
        ["--couplings", "--with", "smelli"],
        ["--only", "quarks"],
        ["--with", "wilson"],
        ["--wcxf", "out.json", "--basis", "Warsaw mass"],
    ],
)
def test_wrong_usage(zmodel: Command, options: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert zmodel(*POINT, *options).status == 2
    assert list(tmp_path.iterdir()) == []


def test_numbers_need_a_point(zmodel: Command) -> None:
    outcome = zmodel("observables", MALAPHORIC, "--with", "flavio")
    assert outcome.status == 2
    assert "--point" in outcome.err


def test_kinetic_mixing_that_no_boson_can_have(zmodel: Command, tmp_path: Path) -> None:
    model = tmp_path / "large.zmodel"
    lines = ["model large", "use sm", "gauge X = U(1) coupling gX", "mixing epsilon (Y, X)", "scalar phi (X: 1) vev v"]
    lines.append("point p { gX = 0.1; epsilon = 2; v = 1 TeV }")
    model.write_text("\n".join(lines), encoding="utf-8")
    outcome = zmodel("observables", str(model), "--point", "p", "--couplings")
    assert outcome.status == 1
    assert "error[Z415]" in outcome.err and "large.zmodel:6:" in outcome.err
