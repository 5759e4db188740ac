"""`zmodel observables`: phenomenology at a point."""

from __future__ import annotations

import click

from zmodel.cli.reporting import format_options, report_command


@click.command("observables")
@click.argument("file", type=click.Path())
@format_options
def observables(file: str, form: str | None, point: str | None) -> None:
    """Prints every observable that the model has, at a point of FILE.

    Widths and branching fractions of its neutral bosons, B mixing and dineutrino ratios, magnetic moments, rho,
    universality of Z decays, neutrino tridents, a muon collider, Landau poles: with units, inputs and the source of the
    formula. Couplings of the Standard Model that the point leaves open take measured values.
    """
    report_command("observables", file, point, form)
