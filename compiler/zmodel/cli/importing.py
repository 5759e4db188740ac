"""`zmodel import`: model files of other programs."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import click

from zmodel.cli.files import protect, write_file
from zmodel.cli.options import given_limits, limit_option
from zmodel.cli.output import exit_on_errors, print_diagnostics, print_json
from zmodel.diagnostics import Diagnostic
from zmodel.files import read_source

if TYPE_CHECKING:
    from zmodel.emit.report import Json


@click.command("import")
@click.argument("file", type=click.Path())
@click.option("-o", "--output", metavar="NEW", type=click.Path(), help="The model file; standard output if left out.")
@click.option("--json", "as_json", is_flag=True, help="Print what has become of each coupling, for other programs.")
@limit_option
def import_command(file: str, output: str | None, as_json: bool) -> None:
    """Writes a model file from a PyR@TE 3 file.

    Groups, fields, vacuum values and all couplings are taken over. Each term is compared with ours in components, so
    factors and signs are those of FILE; where a root or an i has to go into the coupling, a warning gives the relation.
    What cannot be taken over is a warning and a comment in the new file.
    """
    found: list[Diagnostic] = []
    with exit_on_errors(as_json, found):
        if output is not None:
            protect(Path(output), Path(file))
        limits = given_limits()
        source = read_source(Path(file), file, limits)
        from zmodel.exchange.pyrate import import_model

        imported = import_model(source, limits)
        found += imported.diagnostics
        if output is not None:
            write_file(Path(output), imported.text)
    if as_json:
        items: list[Json] = [
            {
                "section": item.section,
                "name": item.name,
                "formula": item.formula,
                "status": item.status,
                "statement": item.statement,
                "note": item.note,
            }
            for item in imported.items
        ]
        data: dict[str, Json] = {"model": imported.name, "items": items}
        print_json(data if output is not None else {**data, "text": imported.text}, found)
        return
    print_diagnostics(found)
    if output is None:
        click.echo(imported.text, nl=False)
        return
    count = sum(bool(item.statement) for item in imported.items)
    click.echo(f"{file}: wrote {os.fspath(output)} ({count} of {len(imported.items)} couplings)")
