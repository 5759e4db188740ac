"""`zmodel equivalent`."""

from __future__ import annotations

import json

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
