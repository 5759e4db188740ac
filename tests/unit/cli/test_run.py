"""`zmodel run`."""

from __future__ import annotations

import json
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from tests.helpers.command import Command
from tests.helpers.models import MODEL_FILES

BM3 = str(MODEL_FILES / "paper_a" / "bm3.zmodel")
BARE = str(MODEL_FILES / "paper_a" / "bm3_bare.zmodel")


def test_json(zmodel: Command) -> None:
    """LANGUAGE.md: `{"reached": 1.22e19, "pole": null, "values": {"g1": 0.5}}`."""
    data = json.loads(zmodel("run", BM3, "--point", "fig9", "--to", "M_Pl", "--json").out)
    assert data["reached"] == 1.22e19 and data["pole"] is None and 0.3 < abs(data["values"]["eta"]) < 1
    assert data["status"] == "reached" and data["unstable_at"] is None and data["diagnostics"] == []
    data = json.loads(zmodel("run", BARE, "--point", "fig9", "--to", "M_Pl", "--json").out)
    assert data["pole"] == data["reached"] == pytest.approx(3.38e7, rel=0.01)


def test_text(zmodel: Command) -> None:
    outcome = zmodel("run", BARE, "--point", "fig9", "--to", "M_Pl")
    assert outcome.status == 0 and "fig9: a pole at 3.37" in outcome.out and "alpha at 5000 GeV" in outcome.out
    down = zmodel("run", BM3, "--point", "fig9", "--to", "4 TeV")
    assert down.status == 0 and "reaches 4000 GeV" in down.out


def test_files(zmodel: Command, tmp_path: Path) -> None:
    arguments = ("run", BM3, "--point", "fig9", "--to", "1e6", "--samples", "9")
    assert zmodel(*arguments, "-o", str(tmp_path / "a.parquet")).status == 0
    assert zmodel(*arguments, "-o", str(tmp_path / "a.json")).status == 0
    table = pq.read_table(tmp_path / "a.parquet")
    data = json.loads((tmp_path / "a.json").read_text())
    assert table["u"].to_pylist() == data["runs"][0]["couplings"]["u"] and table.num_rows == 9
    assert (data["model"], data["title"]) == ("bm3", "Flavorful U(1)' benchmark 3")


@pytest.mark.parametrize("option", ["--rtol", "--strong"])
@pytest.mark.parametrize("number", ["nan", "inf", "-inf", "1e400", "0", "-1", "x"])
def test_numbers_of_options_are_positive_and_finite(zmodel: Command, option: str, number: str) -> None:
    outcome = zmodel("run", BM3, "--point", "fig9", "--to", "1e6", option, number)
    assert outcome.status == 2 and f"Invalid value for '{option}'" in outcome.err


def test_several_points(zmodel: Command, tmp_path: Path) -> None:
    model = tmp_path / "m.zmodel"
    model.write_text(
        "model m\ngauge C = SU(3) coupling g\nfermion q[6] left (C: 3)\nfermion r[6] right (C: 3)\n"
        "point p at 10 { g = 1 }\npoint q at 100 { g = 1.2 }\n"
    )
    data = json.loads(zmodel("run", str(model), "--point", "p", "--point", "q", "--to", "1 TeV", "--json").out)
    assert [item["point"] for item in data["runs"]] == ["p", "q"]
    assert data["runs"][0]["values"]["g"] < data["runs"][1]["values"]["g"] < 1.2


def test_loops_and_limits(zmodel: Command) -> None:
    one, two = (
        json.loads(zmodel("run", BM3, "--point", "fig9", "--to", "1e6", "--loops", loops, "--json").out)
        for loops in ("1", "2")
    )
    assert one["values"]["g4"] != two["values"]["g4"]
    strong = json.loads(zmodel("run", BM3, "--point", "fig9", "--to", "M_Pl", "--strong", "0.32", "--json").out)
    assert strong["status"] == "strong" and strong["reached"] < 1e19


@pytest.mark.parametrize(
    ("arguments", "status", "message"),
    [
        (("--to", "5 parsec"), 1, "error[Z122]"),
        (("--to", "-1"), 1, "error[Z123]"),
        (("--to", "1e6", "-o", "out.csv"), 2, ".parquet or .json"),
        (("--to", "1e6", "-o", "no/such/folder.json"), 1, "error[Z005]"),
        (("--to", "1e6", "--point", "nowhere"), 2, "it has: fig9"),
        ((), 2, "--to"),
    ],
)
def test_mistakes(zmodel: Command, arguments: tuple[str, ...], status: int, message: str) -> None:
    outcome = zmodel("run", BM3, "--point", "fig9", *arguments)
    assert outcome.status == status and message in outcome.err and outcome.out == ""


def test_numbers_that_are_not_finite_at_the_start_are_an_error_and_leave_no_file(
    zmodel: Command, tmp_path: Path
) -> None:
    text = """model m
gauge Y = U(1) coupling gY
gauge X = U(1) coupling gX
mixing epsilon (Y, X)
fermion A left (Y: 1, X: 1)
fermion B right (Y: 1, X: 1)
point p at 1 TeV { gY = 1e150; gX = 0.5; epsilon = 0.5 }
"""
    (tmp_path / "m.zmodel").write_text(text)
    output = tmp_path / "out.parquet"
    done = zmodel("run", str(tmp_path / "m.zmodel"), "--point", "p", "--to", "1e6", "-o", str(output))
    assert done.status == 1 and "no finite numbers at the start" in done.err
    assert not output.exists()
