"""SQL on a dataset of solutions through DuckDB, which sees the dataset and nothing else."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from zmodel.charges.atlas.derived import derived_columns, quoted
from zmodel.charges.atlas.manifest import roles_of
from zmodel.dataset import DatasetError, Manifest, read_whole
from zmodel.model.conventions import why_not_ours
from zmodel.workshop import workshop

if TYPE_CHECKING:
    import duckdb

VIEW = "solutions"
BATCH = 1 << 14
_SQL_TYPES = {"int8": "TINYINT", "int16": "SMALLINT", "int32": "INTEGER", "int64": "BIGINT"}


class QueryError(Exception):
    """SQL that cannot be run on a dataset."""


@dataclass(frozen=True, eq=False)
class Answer:
    """The answer to a query.

    Attributes:
        columns: their names.
        rows: in order; they are computed as they are asked for.
    """

    columns: tuple[str, ...]
    rows: Iterator[tuple[Any, ...]]


def query_dataset(folder: Path, sql: str) -> tuple[Manifest, Answer]:
    """Runs a query on a dataset, complete or not.

    Args:
        folder: of the dataset.
        sql: one SELECT on the view `solutions`.

    Raises:
        DatasetError: if the folder holds no dataset.
        QueryError: if the query is none, or fails; also while rows are asked for.
    """
    manifest, connection = _open(folder)
    result = _execute(connection, sql)
    return manifest, Answer(tuple(column[0] for column in result.description or ()), _rows(result))


def save_query(folder: Path, sql: str, output: Path) -> int:
    """Writes the answer to a query to a Parquet file, and gives the number of its rows.

    Raises:
        DatasetError: if the folder holds no dataset.
        QueryError: if the query is none, or fails.
        OSError: if the file cannot be written.
    """
    import duckdb
    import pyarrow.parquet as pq

    _, connection = _open(folder)
    rows = 0
    try:
        relation: Any = connection.sql(_statement(connection, sql))
        # The second name is that of older versions.
        batches = (getattr(relation, "to_arrow_reader", None) or relation.fetch_arrow_reader)(BATCH * 8)
        with workshop(output.parent) as place:
            fresh = place / "answer.parquet"
            # What Python opens gives Python's own errors, with their reasons.
            with fresh.open("wb") as file, pq.ParquetWriter(file, batches.schema, compression="zstd") as writer:
                for batch in batches:
                    writer.write_batch(batch)
                    rows += batch.num_rows
            fresh.replace(output)
    except duckdb.Error as error:
        raise QueryError(_message(error)) from None
    return rows


def view_columns(manifest: Manifest) -> Mapping[str, str]:
    """The columns of the view and their SQL expressions in stored ones.

    Charges are 32 or 64 bits wide there, so that products of them do not overflow.
    """
    columns: dict[str, str] = {}
    for column in manifest.header["columns"]:
        wide = "BIGINT" if column["type"] == "int64" else "INTEGER"
        columns[column["stored"]] = f"{quoted(column['stored'])}::{wide}"
        if column["denominator"] != 1:
            columns[column["name"]] = f"{quoted(column['stored'])} / {int(column['denominator'])}"
    return {**columns, **derived_columns(roles_of(manifest))}


def _open(folder: Path) -> tuple[Manifest, duckdb.DuckDBPyConnection]:
    """A connection that has the view, and no way to anything else."""
    import duckdb

    manifest = read_whole(folder)
    if manifest.header["kind"] != "atlas":
        raise DatasetError(f"it holds no solutions but a {manifest.header['kind']}")
    if reason := why_not_ours(manifest.header.get("conventions")):
        raise DatasetError(reason)
    if not manifest.header["columns"]:
        raise DatasetError("nothing was searched for, so it has no columns")
    paths = [str((folder / chunk.file).absolute()) for chunk in manifest.chunks]
    if any(set(path) & set("*?[") for path in paths):
        raise DatasetError("DuckDB takes `*`, `?` and `[` in its path for patterns; rename the folder")
    columns = [f"{expression} AS {quoted(name)}" for name, expression in view_columns(manifest).items()]
    files = f"[{', '.join(map(_literal, paths))}]"
    connection = duckdb.connect(":memory:")
    try:
        for name, value in (
            ("allowed_paths", files),
            ("temp_directory", "''"),  # memory that overflows goes nowhere
            ("python_enable_replacements", "false"),  # names of tables are no variables of this program
            ("autoinstall_known_extensions", "false"),
            ("autoload_known_extensions", "false"),
            ("enable_external_access", "false"),
            ("lock_configuration", "true"),
        ):
            connection.execute(f"SET {name} = {value}")
        source = f"read_parquet({files})" if paths else f"({_empty(manifest)})"
        connection.execute(f"CREATE VIEW {VIEW} AS SELECT {', '.join(columns)} FROM {source}")
    except duckdb.Error as error:
        raise DatasetError(f"it cannot be read: {_message(error)}") from None
    return manifest, connection


def _empty(manifest: Manifest) -> str:
    """A table without rows."""
    columns = (f"NULL::{_SQL_TYPES[c['type']]} AS {quoted(c['stored'])}" for c in manifest.header["columns"])
    return f"SELECT {', '.join(columns)} WHERE FALSE"


def _literal(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def _statement(connection: duckdb.DuckDBPyConnection, sql: str) -> duckdb.Statement:
    """The one SELECT of a query: nothing else can have an effect. Whatever reads files is locked out besides."""
    import duckdb

    statements = connection.extract_statements(sql)
    if len(statements) != 1 or statements[0].type != duckdb.StatementType.SELECT:
        raise QueryError("a query is one SELECT statement")
    return statements[0]


def _execute(connection: duckdb.DuckDBPyConnection, sql: str) -> duckdb.DuckDBPyConnection:
    import duckdb

    try:
        return connection.execute(_statement(connection, sql))
    except duckdb.Error as error:
        raise QueryError(_message(error)) from None


def _rows(result: duckdb.DuckDBPyConnection) -> Iterator[tuple[Any, ...]]:
    import duckdb

    try:
        while batch := result.fetchmany(BATCH):
            yield from batch
    except duckdb.Error as error:
        raise QueryError(_message(error)) from None


def _message(error: Exception) -> str:
    """What DuckDB says, without the copy of the query."""
    lines = [line.strip() for line in str(error).splitlines() if line.strip()]
    return " ".join(line for line in lines if not line.startswith(("LINE ", "^")))
