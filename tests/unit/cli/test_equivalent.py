"""`zmodel equivalent`."""

from __future__ import annotations

import json
from pathlib import Path

from tests.helpers.command import Command

from zmodel.resources import library_path

PAPERS = library_path().parent
MALAPHORIC = str(PAPERS / "paper_c" / "malaphoric.zmodel")
SHIFTED = str(PAPERS / "paper_c" / "shifted.zmodel")
MU_TAU = str(PAPERS / "paper_d" / "mu_tau.zmodel")


def test_equivalent_models(zmodel: Command) -> None:
    outcome = zmodel("equivalent", MALAPHORIC, SHIFTED)
    assert outcome.status == 0
    assert "the same physics for particular kinetic mixing" in outcome.out
    assert "h[Y,X] - 2 h[X,X] = 0" in outcome.out
    data = json.loads(zmodel("equivalent", MALAPHORIC, SHIFTED, "--json").out)
    assert data["equivalent"] is True
    assert data["conditions"] == ["malaphoric: h[Y,X] - 2 h[X,X] = 0"]
    assert data["charges"] == [["1", "0"], ["2", "1"]]
    assert r"\toprule" in zmodel("equivalent", MALAPHORIC, SHIFTED, "--latex").out


def test_different_models(zmodel: Command) -> None:
    outcome = zmodel("equivalent", MALAPHORIC, MU_TAU, "--json")
    data = json.loads(outcome.out)
    assert outcome.status == 1 and data["equivalent"] is False and data["differences"]
    assert "not the same physics" in zmodel("equivalent", MALAPHORIC, MU_TAU).out


def test_files_with_errors(zmodel: Command) -> None:
    outcome = zmodel("equivalent", MALAPHORIC, "no_such_file.zmodel")
    assert outcome.status == 1 and "Z001" in outcome.err
    assert json.loads(zmodel("equivalent", "no_such_file.zmodel", MALAPHORIC, "--json").out)["diagnostics"]


LIBRARY = "model {} \nuse sm\ngauge X = U(1) coupling gX\nmixing eta (Y, X)\n"
FIRST = LIBRARY.format("first") + "scalar S (X: 1)\npotential { k = dag(S) S }\npoint p at 1 TeV { gX = 0.1 }\n"
SECOND = LIBRARY.format("second") + "potential { k = dag(S) S }\nscalar   S (X: 1)\npoint p at 1 TeV { gX = 0.1 }\n"


def test_diff_of_models_that_are_written_otherwise(zmodel: Command) -> None:
    outcome = zmodel("diff", MALAPHORIC, SHIFTED)
    assert outcome.status == 1
    assert "~ the charge `X` of shifted is 2 Y + X of malaphoric" in outcome.out
    data = json.loads(zmodel("diff", MALAPHORIC, SHIFTED, "--json").out)
    assert data["verdict"] == "rewritten" and data["equivalent"] is True
    groups = next(section for section in data["sections"] if section["title"] == "Groups")
    assert {line["kind"] for line in groups["lines"]} == {"rewritten"}


def test_diff_tells_what_is_different(zmodel: Command) -> None:
    outcome = zmodel("diff", MALAPHORIC, MU_TAU)
    assert outcome.status == 1 and "not the same physics" in outcome.out
    assert "! X of `L` is [0, -3, 0] in malaphoric" in outcome.out


def test_diff_of_equal_models(zmodel: Command, tmp_path: Path) -> None:
    for name, text in (("first", FIRST), ("second", SECOND), ("third", SECOND.replace("0.1", "0.2"))):
        (tmp_path / f"{name}.zmodel").write_text(text, encoding="utf-8")
    first, second, third = (str(tmp_path / f"{name}.zmodel") for name in ("first", "second", "third"))
    outcome = zmodel("diff", first, second)
    assert outcome.status == 0 and outcome.out == "first and second: no difference\n"
    outcome = zmodel("diff", first, third)
    assert outcome.status == 1 and "! point `p`: gX is 0.1 in first, 0.2 in second" in outcome.out


def test_diff_of_files_with_errors(zmodel: Command) -> None:
    outcome = zmodel("diff", MALAPHORIC, "no_such_file.zmodel")
    assert outcome.status == 1 and "Z001" in outcome.err and not outcome.out
    assert zmodel("diff", MALAPHORIC).status == 2
