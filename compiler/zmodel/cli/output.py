"""What is printed: reports as tables, JSON or LaTeX, and diagnostics."""

from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, TextIO

import click

from zmodel.diagnostics import Diagnostic, DiagnosticError, render

if TYPE_CHECKING:
    from zmodel.emit.report import Json, Report

PLAIN_WIDTH = 140


def print_diagnostics(diagnostics: Sequence[Diagnostic]) -> None:
    """Draws diagnostics on standard error; somebody who looks at them is told where to read more."""
    if diagnostics:
        watched = on_terminal(sys.stderr)
        click.echo(render(diagnostics, colour=watched, width=_width()), err=True, color=watched)
        if watched:
            codes = {diagnostic.code for diagnostic in diagnostics}
            code = codes.pop() if len(codes) == 1 else "CODE"
            click.echo(f"`zmodel explain {code}` tells more, with examples", err=True)


def print_json(data: dict[str, Json], diagnostics: Sequence[Diagnostic]) -> None:
    """Prints data with its diagnostics."""
    found: list[object] = [diagnostic.as_json() for diagnostic in diagnostics]
    click.echo(json.dumps({**data, "diagnostics": found}, indent=1))


@contextmanager
def exit_on_errors(as_json: bool, diagnostics: list[Diagnostic]) -> Iterator[None]:
    """Prints diagnostics that are raised, behind those there are, and ends the process with status 1."""
    try:
        yield
    except DiagnosticError as error:
        diagnostics += error.diagnostics
        if as_json:
            print_json({}, diagnostics)
        else:
            print_diagnostics(diagnostics)
        sys.exit(1)


def on_terminal(stream: TextIO | None) -> bool:
    """Whether somebody looks at a stream; nobody does if it is closed, which Python says by None."""
    return stream is not None and stream.isatty()


def print_report(report: Report, form: str) -> None:
    """Prints a report as `text` or `latex`."""
    from zmodel.emit.report import report_latex

    if form == "latex":
        click.echo(report_latex(report), nl=False)
        return
    if sys.stdout is None:  # closed
        return
    from rich.console import Console

    from zmodel.emit.report_text import draw_report

    draw_report(report, Console(width=None if on_terminal(sys.stdout) else PLAIN_WIDTH, highlight=False))


def _width() -> int:
    return min(shutil.get_terminal_size((100, 24)).columns, 120)
