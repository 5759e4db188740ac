"""`zmodel solve`: families of anomaly-free charges, and model files with what is found."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path

import click

from zmodel.cli.analysis import analyse_path
from zmodel.cli.files import protect, write_file
from zmodel.cli.output import print_diagnostics
from zmodel.cli.reporting import format_options, report_command
from zmodel.diagnostics import Diagnostic, DiagnosticError
from zmodel.driver import Run, own_files, write_solution
from zmodel.files import file_loader, read_source

OPEN_QUESTIONS = ("Z305", "Z504")
"""What other commands say about unknown charges, and what this one answers."""


@click.command("solve")
@click.argument("file", type=click.Path())
@format_options
@click.option("--group", metavar="X", help="The U(1), if several have unknown charges.")
@click.option("--max-charge", "bound", metavar="N", type=click.IntRange(0), help="List integer solutions up to N.")
@click.option("--shown", metavar="K", type=click.IntRange(0), default=20, show_default=True, help="How many of them.")
@click.option("--family", metavar="K", type=click.IntRange(1), help="Write the K-th family as a model file.")
@click.option("--solution", metavar="K", type=click.IntRange(1), help="Write the K-th integer solution.")
@click.option("-o", "--output", metavar="NEW", type=click.Path(), help="The model file that is written.")
def solve(
    file: str,
    form: str | None,
    point: str | None,
    group: str | None,
    bound: int | None,
    shown: int,
    family: int | None,
    solution: int | None,
    output: str | None,
) -> None:
    """Solves for the charges that FILE leaves unknown (`?`).

    They cancel all anomalies and meet every `require`. The result is families with free parameters and, if the file has
    a line `search X in -N..N` or with --max-charge, the first integer solutions; `zmodel atlas` counts and stores all.
    """

    def configure(run: Run) -> None:
        run.group, run.bound = group, bound
        run.shown = shown if solution is None else solution

    if output is None and family is None and solution is None:
        report_command("solve", file, point, form, configure, OPEN_QUESTIONS)
        return
    if output is None or (family is None) == (solution is None):
        raise click.UsageError("-o writes what --family K or --solution K names, one of them")
    if form is not None or point is not None:
        raise click.UsageError("-o goes with none of --json, --latex and --point")
    try:
        _write(file, configure, family, solution, Path(output))
    except DiagnosticError as error:
        print_diagnostics(error.diagnostics)
        sys.exit(1)


def _write(path: str, configure: Callable[[Run], None], family: int | None, solution: int | None, output: Path) -> None:
    run, diagnostics = analyse_path(path, None)
    if run is None:
        raise DiagnosticError(diagnostics)
    configure(run)
    source = read_source(Path(path), path, run.limits)
    used = own_files(source, file_loader(limits=run.limits), run.limits)
    protect(output, Path(path), *(Path(file.name) for file in used))
    text = write_solution(run, source, family, solution)
    if used and output.resolve().parent != Path(path).resolve().parent:
        hint = "write the new file beside the old one"
        message = f"{path} uses files of its own folder, which {output} would not find"
        raise DiagnosticError([Diagnostic("Z414", message, run.model.span, hints=(hint,))])
    write_file(output, text)
    click.echo(f"{path}: wrote {os.fspath(output)}")
    # Free charges are still unknown. Declared couplings are no conditions, so the new charges may forbid one.
    print_diagnostics((*run.diagnostics, *analyse_path(os.fspath(output), None)[1]))
