"""What commands that print one report have in common."""

from __future__ import annotations

import sys
from collections.abc import Callable, Collection
from typing import Any

import click

from zmodel.cli.analysis import analyse_path
from zmodel.cli.options import json_form, latex_form, limit_option
from zmodel.cli.output import print_diagnostics, print_json, print_report
from zmodel.diagnostics import DiagnosticError
from zmodel.driver import Run, make_report


def format_options(function: Callable[..., Any]) -> Callable[..., Any]:
    """`--json`, `--latex`, `--point` and `--limit`."""
    function = limit_option(function)
    function = json_form(function)
    function = latex_form(function)
    function = click.option("--point", metavar="NAME", help="Put in the charges of this point of the file.")(function)
    return function


def report_command(
    name: str,
    path: str,
    point: str | None,
    form: str | None,
    configure: Callable[[Run], None] | None = None,
    without: Collection[str] = (),
) -> None:
    """Runs one derivation and prints it; exit status 1 on errors.

    Args:
        name: of the report.
        path: of the model file.
        point: whose parameters are put in.
        form: json or latex; else text.
        configure: sets options of the run.
        without: codes of diagnostics that this report has no use for.
    """
    try:
        run, diagnostics = analyse_path(path, point)
        report = None
        if run is not None:
            if configure is not None:
                configure(run)
            report = make_report(run, name)
            diagnostics += tuple(run.diagnostics)
    except DiagnosticError as error:
        report, diagnostics = None, error.diagnostics
    diagnostics = tuple(diagnostic for diagnostic in diagnostics if diagnostic.code not in without)
    if form == "json":
        print_json({} if report is None else report.data, diagnostics)
    else:
        print_diagnostics(diagnostics)
        if report is not None:
            print_report(report, form or "text")
    if report is None:
        sys.exit(1)
