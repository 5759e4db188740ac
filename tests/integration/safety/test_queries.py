"""`zmodel atlas` and its SQL from end to end: the names of a hostile model, and queries that reach for files."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.helpers.command import Command, commands
from tests.helpers.datasets import contents
from tests.helpers.models import diagnose

from zmodel.charges.atlas.derived import quoted

# Words of SQL and of DuckDB, names of the view's own, names that differ in the case of letters only, long ones.
NAMES = (
    *("SELECT", "FROM", "table", "order", "group", "rowid", "solutions", "SOLUTIONS", "main", "temp", "NULL", "values"),
    *("category", "memory", "read_csv", "columns", "pg_catalog", "COPY", "PRAGMA", "current_date", "duckdb_settings"),
    *("ψ", "Ψ", "psi", "_", "__", "a", "A", "a_times_2", "L" * 64, "L" * 62 + "_1"),
)
TITLE = "'; DROP VIEW solutions; -- \\ */ ${HOME} %s {0}"
SECRET = "nothing to be seen"


@pytest.fixture
def zmodel(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Command:
    return commands(monkeypatch, capsys)


def hostile_model() -> tuple[str, list[str]]:
    """Its text, and the names of its fields, which come in pairs that cancel anomalies: ?u or ?v/2, and minus that."""
    text = f'model hostile "{TITLE}"\ngauge X = U(1) coupling gX\nfermion c[3] left (X: [?u, ?v, ?w])\n'
    names: list[str] = []
    for name in NAMES:
        charge = ("?u", "-?u", "?v/2", "-?v/2")[len(names) % 4]
        line = f"fermion {name} left (X: {charge})\n"
        if diagnose(text + line)[0] is not None:
            text += line
            names.append(name)
    last = len(names) // 2 * 2
    return "\n".join(text.splitlines()[: 3 + last]) + "\n", names[:last]


def test_names_of_a_hostile_model(zmodel: Command, tmp_path: Path) -> None:
    text, names = hostile_model()
    assert {"SELECT", "FROM", "solutions", "SOLUTIONS", "rowid", "L" * 64, "a", "A"} <= set(names)
    model, folder = tmp_path / "hostile.zmodel", tmp_path / 'it\'s; DROP "VIEW" -- ψ'
    model.write_text(text, encoding="utf-8")
    built = zmodel("atlas", str(model), "--max-charge", "2", "-o", str(folder))
    assert built.status == 0, built.err
    outcome = zmodel("atlas", "query", str(folder), "SELECT * FROM solutions", "--json")
    found = json.loads(outcome.out)
    assert outcome.status == 0 and found["complete"], outcome
    columns = found["columns"]
    assert len({name.lower() for name in columns}) == len(columns)
    # Of two names that SQL does not tell apart the second one has `_` behind; every charge is that of its field.
    manifest = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    shown = {field: entry["name"] for field, entry in zip(["c1", "c2", "c3", *names], manifest["columns"], strict=True)}
    assert all(name.rstrip("_") == field.rstrip("_") or not field.isascii() for field, name in shown.items())
    rows = [dict(zip(columns, row, strict=True)) for row in found["rows"]]
    assert len(rows) > 2
    for row in rows:
        u, half = row["c1"], row["c2"] / 2
        for number, name in enumerate(names):
            assert row[shown[name]] == (u, -u, half, -half)[number % 4], name
    # Each of them can be asked for by its quoted name.
    asked = ", ".join(map(quoted, shown.values()))
    again = json.loads(zmodel("atlas", "query", str(folder), f"SELECT {asked} FROM solutions", "--json").out)
    assert again["columns"] == list(shown.values()) and len(again["rows"]) == len(rows)


@pytest.mark.parametrize(
    "sql",
    [
        "SELECT * FROM read_csv('{file}')",
        "SELECT * FROM read_text('{file}')",
        "SELECT * FROM read_blob('{file}')",
        "SELECT * FROM read_json('{file}')",
        "SELECT * FROM sniff_csv('{file}')",
        "SELECT * FROM parquet_metadata('{file}')",
        "SELECT * FROM glob('{folder}/*')",
        "SELECT * FROM query('SELECT * FROM read_text(''{file}'')')",
        "WITH x AS (FROM '{file}') SELECT * FROM x",
        "SELECT (SELECT content FROM read_text('{file}')) FROM solutions",
        "COPY solutions TO '{folder}/new.csv'",
        "COPY (SELECT 1) TO '{file}'",
        "ATTACH '{folder}/new.db'",
        "INSTALL httpfs",
        "LOAD '{file}'",
        "PRAGMA enable_external_access=true",
        "SET GLOBAL enable_external_access = true",
        "EXPLAIN ANALYZE SELECT 1",
        "INSERT INTO solutions VALUES (1)",
        "CREATE SECRET (TYPE s3)",
        "EXPORT DATABASE '{folder}/new'",
        "SELECT 1; COPY (SELECT 1) TO '{folder}/new.csv'",
    ],
)
def test_queries_reach_no_files(sql: str, data: Path, zmodel: Command, tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_text(f"a\n{SECRET}\n")
    before = contents(data)
    outcome = zmodel("atlas", "query", str(data), sql.format(file=file, folder=tmp_path))
    assert outcome.status == 1 and "error[Z412]" in outcome.err
    assert SECRET not in outcome.out + outcome.err
    # Nor do they where the answer goes to a file.
    outcome = zmodel(
        "atlas", "query", str(data), sql.format(file=file, folder=tmp_path), "-o", str(tmp_path / "o.parquet")
    )
    assert outcome.status == 1 and "error[Z412]" in outcome.err
    assert [path.name for path in tmp_path.iterdir()] == ["file"] and SECRET in file.read_text()
    assert contents(data) == before


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    from tests.helpers.datasets import written

    text = "model m\ngauge X = U(1) coupling g\nfermion a[3] left (X: [?, ?, ?])\n"
    return written(tmp_path_factory.mktemp("data") / "data", text, 2)
