"""`zmodel equivalent`: whether two models are the same physics."""

from __future__ import annotations

import sys

import click

from zmodel.cli.analysis import analyse_path
from zmodel.cli.output import print_diagnostics, print_json, print_report
from zmodel.diagnostics import Diagnostic, DiagnosticError


@click.command("equivalent")
@click.argument("first", type=click.Path())
@click.argument("second", type=click.Path())
@click.option("--json", "form", flag_value="json", help="Print data for other programs.")
@click.option("--latex", "form", flag_value="latex", help="Print LaTeX tables.")
def equivalent(first: str, second: str, form: str | None) -> None:
    """Tells whether FIRST and SECOND are the same physics.

    Names of fields, groups and couplings, the order of generations and the basis of U(1)s make no difference. Exit
    status 0 if they are the same, perhaps for particular kinetic mixing, 1 if not.
    """
    from zmodel.derive.equivalence import compare_models
    from zmodel.emit.reports.equivalence import equivalence_report

    diagnostics: tuple[Diagnostic, ...] = ()
    analyses = []
    for path in (first, second):
        try:
            run, found = analyse_path(path, None)
        except DiagnosticError as error:
            run, found = None, error.diagnostics
        diagnostics += tuple(found)
        analyses.append(None if run is None else run.analysis)
    here, there = analyses
    if here is None or there is None:
        if form == "json":
            print_json({}, diagnostics)
        else:
            print_diagnostics(diagnostics)
        sys.exit(1)
    equivalence = compare_models(here.model, here.couplings, there.model, there.couplings)
    report = equivalence_report(here.model, there.model, equivalence)
    if form == "json":
        print_json(report.data, diagnostics)
    else:
        print_diagnostics(diagnostics)
        print_report(report, form or "text")
    if not equivalence.holds:
        sys.exit(1)
