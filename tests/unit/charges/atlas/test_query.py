"""SQL on datasets: what it sees, and what it cannot."""

from __future__ import annotations

from pathlib import Path

import pyarrow.parquet as pq
import pytest
from tests.helpers.datasets import SM_NEUTRINOS, ask, contents, rewrite_manifest, search_of, written
from tests.unit.charges.atlas.test_dataset import SUMS

from zmodel import __version__
from zmodel.charges.atlas import dataset
from zmodel.charges.atlas.dataset import write_dataset
from zmodel.charges.atlas.derived import DERIVED_NAMES, quoted
from zmodel.charges.atlas.query import QueryError, query_dataset, save_query
from zmodel.dataset import DatasetError, read_folder
from zmodel.model.conventions import CONVENTIONS


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return written(tmp_path_factory.mktemp("data") / "it's one", SM_NEUTRINOS, 3)


def test_columns(data: Path) -> None:
    _, answer = query_dataset(data, "SELECT * FROM solutions")
    assert answer.columns == (*(f"{field}{i}" for field in "QUDLEN" for i in (1, 2, 3)), *DERIVED_NAMES)
    assert ask(data, "SELECT count(*), max(L1), sum(Q1 + Q2 + Q3) FROM solutions")[0][0] == 4116


def test_charges_do_not_overflow(data: Path) -> None:
    assert ask(data, "SELECT max(100 * L3 * L3) FROM solutions") == [(900,)]


def test_fractions(tmp_path: Path) -> None:
    written(tmp_path, SUMS, 4)
    assert ask(tmp_path, "SELECT count(*) FROM solutions WHERE phi <> s / 2 OR phi_times_2 <> s") == [(0,)]
    assert ask(tmp_path, "SELECT count(*) > 0 FROM solutions WHERE phi <> floor(phi)") == [(True,)]
    assert not set(DERIVED_NAMES) & set(query_dataset(tmp_path, "FROM solutions")[1].columns)


@pytest.mark.parametrize("stated", [None, ["D = d + i g T A"]])
def test_datasets_with_other_conventions_are_not_read(stated: object, tmp_path: Path) -> None:
    written(tmp_path, SUMS, 3)
    assert read_folder(tmp_path).header["conventions"] == list(CONVENTIONS)
    rewrite_manifest(tmp_path, conventions=stated)
    with pytest.raises(DatasetError, match="conventions"):
        query_dataset(tmp_path, "FROM solutions")


def test_no_rows(tmp_path: Path) -> None:
    text = "model none\ngauge X = U(1) coupling gX\nfermion a[3] left (X: [1, 1, ?])\n"
    written(tmp_path, text, 9)
    assert ask(tmp_path, "SELECT count(*) FROM solutions") == [(0,)]


def test_no_columns(tmp_path: Path) -> None:
    """Whatever charge the two have, there is no anomaly, so that nothing is searched for."""
    written(tmp_path, "model free\ngauge X = U(1) coupling g\nfermion a left (X: ?u)\nfermion b right (X: ?u)\n", 3)
    with pytest.raises(DatasetError, match="no columns"):
        query_dataset(tmp_path, "SELECT 1")


def test_incomplete_datasets_can_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dataset, "CHUNK", 100)

    def stop(_: object) -> None:
        raise InterruptedError

    with pytest.raises(InterruptedError):
        write_dataset(tmp_path, search_of(SM_NEUTRINOS, 3), __version__, stop)
    manifest, answer = query_dataset(tmp_path, "SELECT count(*) FROM solutions")
    assert not manifest.complete
    assert list(answer.rows) == [(manifest.rows,)]


@pytest.mark.parametrize(
    "sql",
    [
        "SELECT * FROM read_text('{outside}')",
        "SELECT * FROM read_csv('{outside}')",
        "SELECT * FROM '{outside}'",
        "SELECT * FROM glob('{folder}/*')",
        "SELECT * FROM read_parquet('{folder}/../other.parquet')",
        "COPY (SELECT 1) TO '{folder}/part-00000.parquet'",
        "COPY (SELECT 1) TO '{outside}'",
        "ATTACH '{outside}' AS other",
        "EXPORT DATABASE '{folder}'",
        "INSTALL httpfs",
        "LOAD httpfs",
        "SET enable_external_access = true",
        "SET temp_directory = '{folder}'",
        "RESET lock_configuration",
        "CREATE TABLE t AS SELECT 1",
        "DROP VIEW solutions",
        "CREATE OR REPLACE VIEW solutions AS SELECT 1",
        "SELECT 1; SELECT 2",
        "SELECT 1; DROP VIEW solutions",
        "SELECT leaked FROM secret",
        "",
        "nonsense",
        "SELECT no_such_column FROM solutions",
        "SELECT CAST(category AS INT) FROM solutions",
        "PRAGMA database_list",
        "CALL pragma_version()",
    ],
)
def test_queries_that_are_refused(sql: str, data: Path) -> None:
    import pyarrow as pa

    secret = pa.table({"leaked": [1]})
    outside = data.parent / "outside.csv"
    outside.write_text("mine\n")
    before = contents(data)
    with pytest.raises(QueryError):
        ask(data, sql.format(outside=outside, folder=data).replace("it's", "it''s"))
    assert contents(data) == before
    assert outside.read_text() == "mine\n"
    assert secret.num_rows == 1


def test_answers_can_be_saved(data: Path, tmp_path: Path) -> None:
    output = tmp_path / "answer.parquet"
    assert (
        save_query(data, "SELECT L1, category FROM solutions WHERE quark_universal_h0", output)
        == pq.read_table(output).num_rows
    )
    assert [path.name for path in tmp_path.iterdir()] == ["answer.parquet"]
    for sql in ("SELECT nothing FROM solutions", "DROP VIEW solutions", "SELECT CAST(category AS INT) FROM solutions"):
        with pytest.raises(QueryError):
            save_query(data, sql, output)
    assert pq.read_table(output).column_names == ["L1", "category"]
    assert [path.name for path in tmp_path.iterdir()] == ["answer.parquet"]


def test_folders_that_are_no_datasets(tmp_path: Path, data: Path) -> None:
    for path in (tmp_path, tmp_path / "nowhere", data / "manifest.json"):
        with pytest.raises(DatasetError, match="no manifest"):
            ask(path, "SELECT 1")
    strange = written(tmp_path / "a[1]", SM_NEUTRINOS, 1)
    with pytest.raises(DatasetError, match="patterns"):
        ask(strange, "SELECT 1")
    lost = written(tmp_path / "lost", SM_NEUTRINOS, 1)
    (lost / "part-00000.parquet").unlink()
    with pytest.raises(DatasetError, match="missing"):
        ask(lost, "SELECT 1")


def test_damaged_datasets_are_not_read(tmp_path: Path) -> None:
    written(tmp_path, SUMS, 3)
    part = tmp_path / "part-00000.parquet"
    content = bytearray(part.read_bytes())
    content[8] ^= 1
    part.write_bytes(content)
    with pytest.raises(DatasetError, match=r"part-00000.parquet is damaged"):
        query_dataset(tmp_path, "FROM solutions")
    with pytest.raises(DatasetError, match=r"part-00000.parquet is damaged"):
        save_query(tmp_path, "FROM solutions", tmp_path.parent / "answer.parquet")


def test_manifests_put_no_sql_in(tmp_path: Path) -> None:
    """Names in a manifest are identifiers, whatever they are."""
    written(tmp_path, SM_NEUTRINOS, 1)
    columns = read_folder(tmp_path).header["columns"]
    name = "Q1\" FROM read_text('/etc/passwd')) --"
    columns[0] = {**columns[0], "stored": name, "name": name}
    rewrite_manifest(tmp_path, columns=columns)
    with pytest.raises(DatasetError, match="cannot be read"):
        ask(tmp_path, "SELECT 1")
    assert quoted('a"b') == '"a""b"'
