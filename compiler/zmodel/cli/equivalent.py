"""`zmodel equivalent` and `zmodel diff`: whether two models are the same physics, and what differs."""

from __future__ import annotations

import sys

import click

from zmodel.cli.analysis import analyse_path
from zmodel.cli.options import json_form, latex_form, limit_option
from zmodel.cli.output import on_terminal, print_diagnostics, print_json, print_report
from zmodel.diagnostics import Diagnostic, DiagnosticError
from zmodel.driver import Analysis

COLOURS = {"first": "red", "second": "green", "changed": "yellow", "rewritten": "cyan"}


@click.command("equivalent")
@click.argument("first", type=click.Path())
@click.argument("second", type=click.Path())
@json_form
@latex_form
@limit_option
def equivalent(first: str, second: str, form: str | None) -> None:
    """Tells whether FIRST and SECOND are the same physics.

    Names of fields, groups and couplings, the order of generations, conjugation, norms of couplings and the basis of
    U(1)s make no difference. Exit status 0 if they are the same, perhaps for particular kinetic mixing, 1 if not, or if
    a file has errors.
    """
    from zmodel.derive.equivalence import compare_models
    from zmodel.emit.reports.equivalence import equivalence_report

    (here, there), diagnostics = _analyse_both(first, second, form == "json")
    found = compare_models(here.model, here.couplings, there.model, there.couplings)
    report = equivalence_report(here.model, there.model, found)
    if form == "json":
        print_json(report.data, diagnostics)
    else:
        print_diagnostics(diagnostics)
        print_report(report, form or "text")
    if not found.holds:
        sys.exit(1)


@click.command("diff")
@click.argument("first", type=click.Path())
@click.argument("second", type=click.Path())
@click.option("--json", "as_json", is_flag=True, help="Print data for other programs.")
@limit_option
def diff(first: str, second: str, as_json: bool) -> None:
    """Tells in words what differs between FIRST and SECOND.

    Lines begin with - or + for what only one model has, ! for what is changed, ~ for the same physics in other words.
    Exit status 0 if nothing differs but layout and order, 1 if anything does, or if a file has errors.
    """
    from zmodel.emit.reports.difference import difference_between, difference_data, difference_lines

    (here, there), diagnostics = _analyse_both(first, second, as_json)
    found = difference_between(here.model, here.couplings, there.model, there.couplings)
    if as_json:
        print_json(difference_data(found), diagnostics)
    else:
        print_diagnostics(diagnostics)
        for style, line in difference_lines(found):
            text = click.style(line, fg=COLOURS.get(style), bold=style in ("title", "section"))
            click.echo(text, color=on_terminal(sys.stdout))
    if found.verdict != "identical":
        sys.exit(1)


def _analyse_both(first: str, second: str, as_json: bool) -> tuple[tuple[Analysis, Analysis], tuple[Diagnostic, ...]]:
    """Analyses two files; if one of them has errors, those of both are printed, and the process ends with status 1."""
    diagnostics: tuple[Diagnostic, ...] = ()
    analyses = []
    for path in (first, second):
        try:
            run, found = analyse_path(path, None)
        except DiagnosticError as error:
            run, found = None, error.diagnostics
        diagnostics += tuple(found)
        if run is not None:
            analyses.append(run.analysis)
    if len(analyses) < 2:
        if as_json:
            print_json({}, diagnostics)
        else:
            print_diagnostics(diagnostics)
        sys.exit(1)
    return (analyses[0], analyses[1]), diagnostics
