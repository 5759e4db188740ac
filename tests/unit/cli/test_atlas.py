"""`zmodel atlas`: counts, datasets, queries, and what goes wrong."""

from __future__ import annotations

import csv
import io
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from tests.helpers.command import Command

from zmodel import native
from zmodel.charges.search import kernel
from zmodel.resources import library_path

PAPER_D = library_path().parent / "paper_d"
SM_NEUTRINOS = str(PAPER_D / "sm_neutrinos.zmodel")
MUOQUARK = str(PAPER_D / "muoquark.zmodel")

ONE_OF_TWO = """model two
gauge X = U(1) coupling gX
gauge Z = U(1) coupling gZ
fermion a[3] left (X: [?, ?, ?], Z: [1, 0, -1])
"""
TWO_GROUPS = """model two
gauge X = U(1) coupling gX
gauge Z = U(1) coupling gZ
fermion a[3] left (X: [?, ?, ?])
fermion b[3] left (Z: [?, ?, ?])
"""


@pytest.fixture
def model(tmp_path: Path) -> Callable[[str], str]:
    def write(text: str) -> str:
        path = tmp_path / "model.zmodel"
        path.write_text(text, encoding="utf-8")
        return str(path)

    return write


@pytest.fixture
def no_compiler(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setenv("CC", "no-such-compiler")
    native._find_compiler.cache_clear()
    kernel._library.cache_clear()


@pytest.fixture(autouse=True)
def fresh_caches() -> object:
    yield
    native._find_compiler.cache_clear()
    kernel._library.cache_clear()


def test_counts(zmodel: Command) -> None:
    outcome = zmodel("atlas", SM_NEUTRINOS, "--max-charge", "3", "--count", "--json")
    data = json.loads(outcome.out)
    assert outcome.status == 0 and outcome.err == ""
    assert data.pop("seconds") > 0
    assert data == {
        "model": "sm_neutrinos",
        "group": "X",
        "max_charge": 3,
        "modulo": None,
        "unknowns": 18,
        "free": [],
        "count": 4116,
        "diagnostics": [],
    }
    assert "4,116 inequivalent charges under X up to 3" in zmodel("atlas", SM_NEUTRINOS, "--max-charge", "3").out


def test_the_bound_of_the_file(zmodel: Command) -> None:
    assert json.loads(zmodel("atlas", SM_NEUTRINOS, "--json").out)["count"] == 21546920


def test_shifts(zmodel: Command) -> None:
    data = json.loads(zmodel("atlas", SM_NEUTRINOS, "--max-charge", "3", "--modulo", "Y", "--json").out)
    assert (data["count"], data["modulo"]) == (4074, "Y")
    outcome = zmodel("atlas", SM_NEUTRINOS, "--max-charge", "3", "--modulo", "Z")
    assert "error[Z408]: the model has no gauged U(1) `Z`" in outcome.err


def test_free_charges_are_a_warning(zmodel: Command) -> None:
    outcome = zmodel("atlas", MUOQUARK, "--json")
    data = json.loads(outcome.out)
    assert (data["count"], data["free"]) == (273, ["?phi"])
    (warning,) = (item for item in data["diagnostics"] if item["code"] == "Z502")
    assert (warning["line"], warning["column"], warning["severity"]) == (9, 8, "warning")
    assert "Z502" in zmodel("atlas", MUOQUARK).err


@pytest.mark.parametrize(
    ("text", "arguments", "code", "message", "place"),
    [
        (TWO_GROUPS, (), "Z408", "several groups", (3, 1)),
        (TWO_GROUPS, ("--group", "X"), "Z409", "give the charge of `b` under Z: one U(1)", (2, 1)),
        (ONE_OF_TWO, ("--group", "Z"), "Z408", "no charge under Z is unknown", (3, 1)),
        (TWO_GROUPS, ("--group", "W"), "Z408", "no gauged U(1) `W`", (1, 1)),
        ("model m\nuse sm\n", (), "Z408", "no charge of the model is unknown", (1, 1)),
        ("model m\ngauge X = U(1) coupling g\nfermion a left (X: ?)\n", None, "Z408", "up to which", (2, 1)),
        (
            "model m\ngauge X = U(1) coupling g\nfermion a left (X: ?)\nsearch X in 0..3\n",
            None,
            "Z408",
            "not symmetric",
            (4, 1),
        ),
        ("model m\ngauge X = U(1) coupling g\nfermion a left (X: ?^2)\n", (), "Z409", "not linear", (2, 1)),
        (
            "model m\nparam p : rational\ngauge X = U(1) coupling g\nfermion a[2] left (X: [?, p])\n",
            (),
            "Z409",
            "depends on the parameter `p`",
            (3, 1),
        ),
        (
            "model m\ngauge X = U(1) coupling g\nfermion a[2] left (X: [?, ?])\n",
            ("--max-charge", "10001"),
            "Z409",
            "not between 0 and 10000",
            (2, 1),
        ),
        ("model m\nuse sm\nyukawa y = bar(Q) H U\n", (), "Z203", "y violates Y", (3, 12)),
    ],
)
def test_errors(
    text: str,
    arguments: tuple[str, ...] | None,
    code: str,
    message: str,
    place: tuple[int, int],
    zmodel: Command,
    model: Callable[[str], str],
) -> None:
    options = (
        () if arguments is None else arguments if "--max-charge" in arguments else (*arguments, "--max-charge", "3")
    )
    outcome = zmodel("atlas", model(text), "--json", *options)
    assert outcome.status == 1 and outcome.err == ""
    (found,) = (item for item in json.loads(outcome.out)["diagnostics"] if item["severity"] == "error")
    assert found["code"] == code
    assert message in found["message"] + found["label"]
    assert (found["line"], found["column"]) == place
    text_outcome = zmodel("atlas", model(text), *options)
    assert text_outcome.status == 1
    assert f"error[{code}]" in text_outcome.err and "Traceback" not in text_outcome.err


def test_a_bound_that_is_too_large(zmodel: Command, tmp_path: Path) -> None:
    for options in ((), ("-o", str(tmp_path / "data"))):
        outcome = zmodel("atlas", SM_NEUTRINOS, "--max-charge", "3000", *options)
        assert outcome.status == 1
        assert "error[Z409]" in outcome.err and "limit" in outcome.err
    assert not list(tmp_path.iterdir())


def test_parameters_of_a_point(zmodel: Command, model: Callable[[str], str]) -> None:
    text = "model m\nparam p : rational\ngauge X = U(1) coupling g\nfermion a[3] left (X: [?, ?, p])\n"
    path = model(text + "point one { p = 1 }\n")
    data = json.loads(zmodel("atlas", path, "--max-charge", "3", "--point", "one", "--json").out)
    assert data["count"] == 1  # 0, -1, 1


def test_wrong_usage(zmodel: Command) -> None:
    for arguments in (("--count", "-o", "x"), ("--max-charge", "-1"), ("--max-charge", "x")):
        outcome = zmodel("atlas", SM_NEUTRINOS, *arguments)
        assert outcome.status == 2 and "Usage" in outcome.err
    assert zmodel("atlas").status == 2
    assert zmodel("atlas", "query", "x").status == 2


def test_help_tells_both_forms(zmodel: Command) -> None:
    for name in ("-h", "--help"):
        text = zmodel("atlas", name).out
        assert "zmodel atlas FILE" in text and "query DATASET" in text
        assert "--max-charge" in text and "--csv" in text
    assert "DATASET" in zmodel("atlas", "query", "-h").out


def test_no_compiler(zmodel: Command, no_compiler: None) -> None:
    outcome = zmodel("atlas", SM_NEUTRINOS, "--max-charge", "1", "--json")
    data = json.loads(outcome.out)
    assert (outcome.status, data["count"]) == (0, 38)
    assert [item["code"] for item in data["diagnostics"]] == ["Z510"]
    for arguments in (("--max-charge", "10"), ("--max-charge", "1", "--modulo", "Y")):
        outcome = zmodel("atlas", SM_NEUTRINOS, *arguments)
        assert outcome.status == 1 and "error[Z410]" in outcome.err


def test_no_compiler_for_a_dataset(zmodel: Command, no_compiler: None, tmp_path: Path) -> None:
    outcome = zmodel("atlas", SM_NEUTRINOS, "--max-charge", "1", "-o", str(tmp_path / "data"))
    assert outcome.status == 1 and "error[Z410]" in outcome.err
    assert not (tmp_path / "data").exists()


# ------------------------------------------------------------------ datasets
@pytest.fixture
def data(zmodel: Command, tmp_path: Path) -> str:
    folder = str(tmp_path / "data")
    outcome = zmodel("atlas", SM_NEUTRINOS, "--max-charge", "3", "-o", folder)
    assert outcome.status == 0 and outcome.err == ""
    assert "1 parts" in outcome.out
    return folder


def test_datasets(zmodel: Command, data: str) -> None:
    again = json.loads(zmodel("atlas", SM_NEUTRINOS, "--max-charge", "3", "-o", data, "--json").out)
    assert (again["count"], again["found_before"], again["parts"], again["dataset"]) == (4116, 4116, 1, data)
    outcome = zmodel("atlas", SM_NEUTRINOS, "--max-charge", "2", "-o", data)
    assert outcome.status == 1
    assert "error[Z411]" in outcome.err and "differs in the largest charge: 3 there, 2 asked for" in outcome.err


def test_folders_that_cannot_be_written(zmodel: Command, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    for path in (tmp_path / "file", tmp_path / "file" / "inner"):
        outcome = zmodel("atlas", SM_NEUTRINOS, "--max-charge", "1", "-o", str(path))
        assert outcome.status == 1
        assert "error[Z005]" in outcome.err


def test_queries(zmodel: Command, data: str, tmp_path: Path) -> None:
    sql = (
        "SELECT category, count(*) AS n, NULL AS nothing FROM solutions WHERE quark_universal_h0 GROUP BY 1 ORDER BY n"
    )
    found = json.loads(zmodel("atlas", "query", data, sql, "--json").out)
    assert found["columns"] == ["category", "n", "nothing"] and found["complete"] is True
    rows = list(csv.reader(io.StringIO(zmodel("atlas", "query", data, sql, "--csv").out)))
    assert rows == [found["columns"], *([a, str(b), ""] for a, b, _ in found["rows"])]
    table = zmodel("atlas", "query", data, sql).out
    assert "category" in table and "vector" in table and "\x1b" not in table
    output = str(tmp_path / "answer.parquet")
    assert f"{output}: {len(found['rows'])} rows" in zmodel("atlas", "query", data, sql, "-o", output).out
    assert pq.read_table(output).column("n").to_pylist() == [row[1] for row in found["rows"]]


def test_values_that_json_lacks(zmodel: Command, data: str) -> None:
    sql = "SELECT 1/0::DOUBLE, [L1, 2], {'a': 1.5}, DATE '2021-07-15', class1, 10::HUGEINT FROM solutions LIMIT 1"
    found = json.loads(zmodel("atlas", "query", data, sql, "--json").out)["rows"]
    assert found[0][0] is None and found[0][1][1] == 2
    assert found[0][2:4] == [{"a": "1.5"}, "2021-07-15"] or found[0][2] == {"a": 1.5}
    assert isinstance(found[0][4], bool) and found[0][5] == 10
    assert zmodel("atlas", "query", data, "SELECT class1 FROM solutions LIMIT 1", "--csv").out in (
        "class1\ntrue\n",
        "class1\nfalse\n",
    )


def test_long_answers_on_a_terminal(zmodel: Command, data: str, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = zmodel("atlas", "query", data, "SELECT L1 FROM solutions").out
    assert len(whole.splitlines()) > 4116
    monkeypatch.setattr("zmodel.cli.atlas_query.on_terminal", lambda _: True)
    short = zmodel("atlas", "query", data, "SELECT L1 FROM solutions").out
    assert len(short.splitlines()) < 60
    assert "first 50 rows" in short


def test_queries_that_fail(zmodel: Command, data: str, tmp_path: Path) -> None:
    for sql in ("SELECT nothing FROM solutions", "DROP VIEW solutions", "SELECT * FROM read_text('/etc/passwd')"):
        outcome = zmodel("atlas", "query", data, sql)
        assert outcome.status == 1 and outcome.out == ""
        assert "error[Z412]" in outcome.err and "DESCRIBE" in outcome.err
    found = json.loads(zmodel("atlas", "query", data, "nonsense", "--json").out)
    assert found["diagnostics"][0]["code"] == "Z412"
    outcome = zmodel("atlas", "query", str(tmp_path), "SELECT 1")
    assert outcome.status == 1 and "error[Z411]" in outcome.err
    outcome = zmodel("atlas", "query", data, "SELECT 1", "-o", str(tmp_path / "no" / "where.parquet"))
    assert outcome.status == 1 and "error[Z005]" in outcome.err
    assert zmodel("atlas", "query", data, "SELECT 1", "--csv", "-o", "x").status == 2


def test_progress_is_shown_on_terminals(tmp_path: Path) -> None:
    pty = pytest.importorskip("pty")
    ours, theirs = pty.openpty()
    arguments = [SM_NEUTRINOS, "--max-charge", "3", "-o", str(tmp_path / "data")]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), "TERM": "xterm"}
    done = subprocess.run(
        [sys.executable, "-m", "zmodel", "atlas", *arguments], stdout=subprocess.PIPE, stderr=theirs, env=environment
    )
    os.close(theirs)
    shown = os.read(ours, 1 << 16).decode()
    os.close(ours)
    assert done.returncode == 0 and b"4,116 inequivalent" in done.stdout
    assert "4,116 solutions" in shown and "100%" in shown and "left" in shown


def test_descriptions_need_no_heavy_package() -> None:
    """Neither help nor the registration of the command loads what it uses."""
    code = (
        "import sys; sys.argv = ['zmodel', 'atlas', '--help']\nfrom zmodel.cli import main\n"
        "try:\n    main()\nexcept SystemExit:\n    pass\n"
        "heavy = {'sympy', 'networkx', 'numpy', 'pyarrow', 'duckdb'} & set(sys.modules)\nassert not heavy, heavy"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, env={"PYTHONPATH": ":".join(sys.path)}
    )
    assert done.returncode == 0, done.stderr
