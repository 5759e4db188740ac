"""`zmodel atlas query`: SQL on datasets of charges."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from zmodel.cli.files import protect
from zmodel.cli.options import form_option, json_form
from zmodel.cli.output import exit_on_errors, on_terminal, print_json
from zmodel.diagnostics import Diagnostic, DiagnosticError

if TYPE_CHECKING:
    from zmodel.charges.atlas.query import Answer
    from zmodel.emit.report import Json

SHOWN_ROWS = 50
"""Rows of an answer on a terminal."""

FORM = ".parquet"


@click.command("query")
@click.argument("dataset", type=click.Path())
@click.argument("sql")
@json_form
@form_option("csv", "Print comma-separated values.")
@click.option("-o", "--output", metavar="FILE", type=click.Path(), help="Write the answer to FILE, a .parquet file.")
def query(dataset: str, sql: str, form: str | None, output: str | None) -> None:
    """Answers an SQL query on the view `solutions` of a dataset.

    The query can read nothing but the dataset, and changes nothing.
    """
    if form is not None and output is not None:
        raise click.UsageError("-o writes Parquet; leave out --json and --csv")
    if output is not None and Path(output).suffix != FORM:
        raise click.BadParameter(f"{output} must end in {FORM}", param_hint="-o")
    with exit_on_errors(form == "json", []), _query_errors(Path(dataset)):
        if output is not None:
            _save(Path(dataset), sql, Path(output))
        else:
            _print_answer(Path(dataset), sql, form)


@contextmanager
def _query_errors(folder: Path) -> Iterator[None]:
    from zmodel.charges.atlas.query import QueryError
    from zmodel.dataset import DatasetError

    try:
        yield
    except DatasetError as error:
        raise DiagnosticError([Diagnostic("Z411", f"{folder} is not a dataset: {error}")]) from None
    except QueryError as error:
        hint = '`zmodel atlas query DATASET "DESCRIBE solutions"` lists the columns'
        raise DiagnosticError([Diagnostic("Z412", str(error), hints=(hint,))]) from None


def _save(folder: Path, sql: str, output: Path) -> None:
    from zmodel.charges.atlas.query import save_query

    protect(output)
    try:
        rows = save_query(folder, sql, output)
    except OSError as error:
        raise DiagnosticError([Diagnostic("Z005", f"cannot write {output}: {error.strerror}")]) from None
    click.echo(f"{output}: {rows:,} rows")


def _print_answer(folder: Path, sql: str, form: str | None) -> None:
    from zmodel.charges.atlas.query import query_dataset

    manifest, answer = query_dataset(folder, sql)
    if form == "json":
        rows: list[Json] = [[_plain(value) for value in row] for row in answer.rows]
        print_json({"complete": manifest.complete, "columns": list(answer.columns), "rows": rows}, [])
        return
    if not manifest.complete:
        click.echo(f"{folder} is not complete: {manifest.rows:,} solutions so far", err=True)
    if form == "csv":
        import csv

        writer = csv.writer(sys.stdout, lineterminator="\n")
        writer.writerow(answer.columns)
        writer.writerows([str(v).lower() if isinstance(v, bool) else v for v in row] for row in answer.rows)
    else:
        _print_table(answer)


def _plain(value: Any) -> Json:
    """A value that JSON has."""
    if value is None or isinstance(value, bool | int | str):
        return value
    if isinstance(value, float):
        return value if abs(value) < float("inf") else None
    if isinstance(value, list | tuple):
        return [_plain(item) for item in value]
    return {str(k): _plain(v) for k, v in value.items()} if isinstance(value, dict) else str(value)


def _print_table(answer: Answer) -> None:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    terminal = on_terminal(sys.stdout)
    table = Table()
    for name in answer.columns:
        table.add_column(Text(name), overflow="fold")
    more = False
    for number, row in enumerate(answer.rows):
        more = terminal and number == SHOWN_ROWS
        if more:
            break
        table.add_row(*(Text("" if value is None else str(value)) for value in row))
    # Other programs get every column whole.
    console = Console(width=None if terminal else 10_000, highlight=False)
    console.print(table)
    if more:
        console.print(Text(f"the first {SHOWN_ROWS} rows; --csv, --json and -o give all", style="italic"))
