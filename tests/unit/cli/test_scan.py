"""`zmodel scan`."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import numpy as np
import pyarrow.parquet as pq
import pytest
from tests.helpers.command import Command
from tests.helpers.models import MODEL_FILES

from zmodel import native

BM3 = str(MODEL_FILES / "paper_a" / "bm3.zmodel")
SM = "model m\nuse sm\nparam M : real\npoint p at 1 TeV { g1 = 0.36; g2 = 0.64; g3 = 1.06; lambda = 0.1; M = 2 TeV }\n"
SCAN = """point = "fig9"
to = "M_Pl"
rtol = 1e-6
[vary]
"alpha(y)" = { log10 = [-1.5, 1], steps = 5 }
"alpha(delta_t)" = { log10 = [-6, 0], steps = 4 }
[classes]
pole = "pole"
"V+" = "stable"
"""


@pytest.fixture
def scan(tmp_path: Path) -> str:
    path = tmp_path / "scan.toml"
    path.write_text(SCAN)
    return str(path)


def test_json(zmodel: Command, scan: str) -> None:
    """LANGUAGE.md: `{"points": 75000, "classes": {"V+": 17000}, "seconds": 2.5}`."""
    data = json.loads(zmodel("scan", BM3, scan, "--json").out)
    assert data["points"] == 20 and set(data["classes"]) == {"pole", "V+", "other"} and data["seconds"] > 0
    assert sum(data["classes"].values()) == 20 and data["diagnostics"] == []


def test_text_and_dataset(zmodel: Command, scan: str, tmp_path: Path) -> None:
    output = str(tmp_path / "data")
    first = zmodel("scan", BM3, scan, "-o", output)
    assert first.status == 0 and "bm3: 20 points" in first.out and "data: 1 parts" in first.out
    again = json.loads(zmodel("scan", BM3, scan, "-o", output, "--json").out)
    assert (again["found_before"], again["parts"]) == (20, 1)
    Path(scan).write_text(SCAN.replace("steps = 4", "steps = 3"))
    refused = zmodel("scan", BM3, scan, "-o", output)
    assert refused.status == 1 and "error[Z431]" in refused.err
    assert "differs in what varies, `alpha(delta_t)`, `steps`: 4 there, 3 asked for" in refused.err
    foreign = tmp_path / "foreign"
    foreign.mkdir()
    (foreign / "thesis.tex").write_text("")
    refused = zmodel("scan", BM3, scan, "-o", str(foreign), "--json")
    assert refused.status == 1 and json.loads(refused.out)["diagnostics"][0]["code"] == "Z431"
    assert [path.name for path in foreign.iterdir()] == ["thesis.tex"]


def test_errors_point_into_the_scan_file(zmodel: Command, scan: str) -> None:
    Path(scan).write_text(SCAN.replace('"stable"', '"alpha(lambd) < 0"'))
    outcome = zmodel("scan", BM3, scan)
    assert outcome.status == 1 and outcome.out == ""
    assert "scan.toml:9:15" in outcome.err and "did you mean `lambda`?" in outcome.err
    assert zmodel("scan", BM3, "no_such_file.toml").status == 1
    assert zmodel("scan", "no_such_file.zmodel", scan).status == 1


def test_another_model_is_told(zmodel: Command, scan: str) -> None:
    Path(scan).write_text('model = "bm4.zmodel"\n' + SCAN)
    outcome = zmodel("scan", BM3, scan)
    assert outcome.status == 0 and "warning[Z514]" in outcome.err


def test_open_couplings(zmodel: Command, tmp_path: Path) -> None:
    model, scan = tmp_path / "m.zmodel", tmp_path / "s.toml"
    model.write_text(SM)
    scan.write_text('point = "p"\nto = "10 TeV"\n[vary]\nlambda = { range = [0, 1], steps = 3 }\n')
    outcome = zmodel("scan", str(model), str(scan))
    assert outcome.status == 0 and "warning[Z512]" in outcome.err and "Yu, Yd, Ye" in outcome.err
    model.write_text(SM.replace("g3 = 1.06; ", ""))
    outcome = zmodel("scan", str(model), str(scan), "-o", str(tmp_path / "data"))
    assert outcome.status == 1 and "error[Z430]" in outcome.err and not (tmp_path / "data").exists()


def test_columns_of_matching_and_observables(zmodel: Command, tmp_path: Path) -> None:
    """Nothing runs; numbers at each point, against those at one."""
    malaphoric = str(MODEL_FILES / "paper_c" / "malaphoric.zmodel")
    scan = tmp_path / "s.toml"
    text = """point = "best_fit"
observables = ["M(Z')", "Gamma(Z')"]
matching = ["lq1_2223"]
[set]
v_theta = "10 TeV"
[vary]
gX = { values = [0.078, 0.156] }
[columns]
ratio = "gX/0.078"
[classes]
large = "abs(lq1_2223) > 3e-10"
"""
    scan.write_text(text)
    outcome = zmodel("scan", malaphoric, str(scan), "-o", str(tmp_path / "data"))
    assert outcome.status == 0, outcome.err
    table = pq.read_table(tmp_path / "data" / "part-00000.parquet")
    assert table.column_names == ["class", "status", "gX", "lq1_2223.re", "lq1_2223.im", "M(Z')", "Gamma(Z')", "ratio"]
    zmodel("observables", malaphoric, "--point", "best_fit", "--wcxf", str(tmp_path / "one.json"))
    wanted = json.loads((tmp_path / "one.json").read_text())["values"]["lq1_2223"]
    assert complex(table["lq1_2223.re"][0].as_py(), table["lq1_2223.im"][0].as_py()) == pytest.approx(
        complex(wanted["Re"], wanted.get("Im", 0)) if isinstance(wanted, dict) else wanted
    )
    assert table["ratio"].to_pylist() == [1.0, 2.0]
    assert table["M(Z')"].to_pylist() == pytest.approx([3000 / (1 - 0.92**2) ** 0.5] * 2, rel=1e-3)
    assert table["Gamma(Z')"][1].as_py() > 1.1 * table["Gamma(Z')"][0].as_py() > 0
    own = """[observables]
width = "Gamma(Z')"
mass  = "M(Z')"
[matching]
C = "lq1_2223"
"""
    named = text.replace('observables = ["M(Z\')", "Gamma(Z\')"]\nmatching = ["lq1_2223"]\n', "")
    named = named.replace('ratio = "gX/0.078"', 'ratio = "width/mass"').replace("abs(lq1_2223) > 3e-10", "ratio > 0.2")
    scan.write_text(named.replace("[set]", own + "[set]"))
    outcome = zmodel("scan", malaphoric, str(scan), "-o", str(tmp_path / "named"))
    assert outcome.status == 0, outcome.err
    again = pq.read_table(tmp_path / "named" / "part-00000.parquet")
    assert again.column_names == ["class", "status", "gX", "C.re", "C.im", "mass", "width", "ratio"]
    assert again["mass"] == table["M(Z')"] and again["width"] == table["Gamma(Z')"]
    ratio = np.array(again["ratio"])
    assert ratio == pytest.approx(np.array(again["width"]) / np.array(again["mass"]), rel=1e-14)
    assert again["class"].to_pylist() == ["large" if value > 0.2 else "other" for value in ratio]
    scan.write_text(text.replace("lq1_2223", "lq1_222"))
    refused = zmodel("scan", malaphoric, str(scan))
    assert refused.status == 1 and "error[Z110]" in refused.err and "did you mean `lq1_2222`" in refused.err


def test_what_is_not_finite_is_told(zmodel: Command, tmp_path: Path) -> None:
    """1/M_X^2 at M_X = 0, a pole beyond all numbers, roots that are not real: nan in the dataset, and counted."""
    scan, data = tmp_path / "s.toml", tmp_path / "data"
    scan.write_text(
        """point = "best_fit"
[observables]
pole = "Landau pole of g1/mu, one loop"
[matching]
C = "lq1_2223"
[set]
v_theta = 1
[vary]
M_X = { values = [0, 3000, 4000] }
g1 = { values = [1e-8, 0.35] }
[columns]
root = "sqrt(M_X - 3500)"
fine = "M_X"
""".replace("pole =", "far =")
    )
    malaphoric = str(MODEL_FILES / "paper_c" / "malaphoric.zmodel")
    outcome = zmodel("scan", malaphoric, str(scan), "-o", str(data))
    assert outcome.status == 0, outcome.err
    table = pq.read_table(data / "part-00000.parquet")
    assert not any(np.isinf(table[name]).any() for name in table.column_names[2:])
    wanted = {"far": 3, "C": 2, "root": 4}
    assert {name: int(np.isnan(table[f"{name}.re" if name == "C" else name]).sum()) for name in wanted} == wanted
    for name, count in wanted.items():
        assert f"  {name} has no number at {count} points" in outcome.out
    again = json.loads(zmodel("scan", malaphoric, str(scan), "-o", str(data), "--json").out)
    assert again["no_number"] == wanted


def test_stability_that_is_not_known(zmodel: Command, tmp_path: Path, scan: str) -> None:
    model = tmp_path / "m.zmodel"
    model.write_text(
        "model m\ngauge C = SU(3) coupling g\nfermion q left (C: 3)\nfermion r right (C: 3)\npoint p at 10 { g = 1 }\n"
    )
    Path(scan).write_text(
        'point = "p"\nto = 100\n[vary]\ng = { range = [0.1, 1], steps = 2 }\n[classes]\nx = "stable"\n'
    )
    outcome = zmodel("scan", str(model), scan)
    assert outcome.status == 1 and "error[Z433]" in outcome.err


def test_help_needs_no_heavy_package() -> None:
    code = (
        "import sys; sys.argv = ['zmodel', 'scan', '--help']\nfrom zmodel.cli import main\n"
        "try:\n    main()\nexcept SystemExit:\n    pass\n"
        "heavy = {'sympy', 'networkx', 'numpy', 'scipy', 'pyarrow', 'distributed', 'matplotlib'} & set(sys.modules)\n"
        "assert not heavy, heavy"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, env={"PYTHONPATH": ":".join(sys.path)}
    )
    assert done.returncode == 0, done.stderr


def test_without_a_compiler(zmodel: Command, scan: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    Path(scan).write_text(SCAN.replace("steps = 5", "steps = 2").replace("steps = 4", "steps = 2"))
    with_compiler = json.loads(zmodel("scan", BM3, scan, "--json").out)

    def no_compiler(*_: object) -> object:
        raise native.BuildError("no C compiler")

    monkeypatch.setattr("zmodel.run.integrator.load_library", no_compiler)
    without = json.loads(zmodel("scan", BM3, scan, "--json").out)
    assert [item["code"] for item in without["diagnostics"]] == ["Z515"]
    assert without["classes"] == with_compiler["classes"]
