"""`zmodel observables`: phenomenology at a point, by the compiler and by other programs."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from zmodel.cli.analysis import analyse_path
from zmodel.cli.files import protect, write_file
from zmodel.cli.output import exit_on_errors, print_diagnostics, print_json
from zmodel.cli.reporting import format_options, report_command
from zmodel.diagnostics import Diagnostic, DiagnosticError
from zmodel.driver import Run, derive

if TYPE_CHECKING:
    from zmodel.exchange.document import Form

FORMS: dict[str, Form] = {".json": "json", ".yaml": "yaml", ".yml": "yaml"}
BASES = ("Warsaw", "Warsaw up")


@click.command("observables")
@click.argument("file", type=click.Path())
@format_options
@click.option("--wcxf", "output", metavar="OUT", help="Write the SMEFT coefficients to OUT, .json or .yaml, instead.")
@click.option(
    "--basis",
    type=click.Choice(BASES),
    help=f"Of the coefficients: aligned down, up.  [default: {BASES[0]}]",
)
@click.option("--with", "program", type=click.Choice(("flavio", "smelli")), help="Run this on the SMEFT coefficients.")
@click.option(
    "--only",
    multiple=True,
    metavar="NAME",
    help="An observable of flavio with its bin, such as '<Rmue>(B+->Kll) 1.1 6', or a likelihood of smelli, such as "
    "quarks; may be repeated.",
)
@click.option("--couplings", is_flag=True, help="Vector and axial couplings per fermion, as DarkCast takes them.")
def observables(
    file: str,
    form: str | None,
    point: str | None,
    output: str | None,
    basis: str | None,
    program: str | None,
    only: tuple[str, ...],
    couplings: bool,
) -> None:
    """Prints every observable that the model has, at a point of FILE.

    Widths and branching fractions of its neutral bosons, B mixing and dineutrino ratios, magnetic moments, rho,
    universality of Z decays, neutrino tridents, a muon collider, Landau poles: with units, inputs and the source of the
    formula. Couplings of the Standard Model that the point leaves open take measured values.

    With --wcxf or --with it is the coefficients of what the file integrates out that go to other programs.
    """
    if sum(map(bool, (output, program, couplings))) > 1:
        raise click.UsageError("--wcxf, --with and --couplings are one command each")
    if output is not None and form == "latex":
        raise click.UsageError("--wcxf and --latex exclude each other")
    if only and program is None:
        raise click.UsageError("--only is for --with")
    if basis is not None and output is None and program is None:
        raise click.UsageError("--basis is for --wcxf and --with")
    if point is None and (output or program or couplings):
        raise click.UsageError("numbers for other programs need a --point")

    chosen = basis or BASES[0]

    def configure(run: Run) -> None:
        run.basis, run.only = chosen, only

    if output is not None:
        _write(file, point, Path(output), chosen, form == "json")
        return
    name = "vector_couplings" if couplings else program or "observables"
    report_command(name, file, point, form, configure)


def _write(file: str, point: str | None, output: Path, basis: str, as_json: bool) -> None:
    """Writes the WCxf document; on errors an old file stays."""
    text_form = FORMS.get(output.suffix)
    if text_form is None:
        raise click.BadParameter(f"{output} must end in {', '.join(FORMS)}", param_hint="--wcxf")
    diagnostics: list[Diagnostic] = []
    with exit_on_errors(as_json, diagnostics):
        protect(output, Path(file))
        run, found = analyse_path(file, point)
        diagnostics += found
        if run is None:
            raise DiagnosticError([])
        run.basis = basis
        complete = derive(run, ("wcxf",))
        diagnostics += run.diagnostics
        if not complete:
            raise DiagnosticError([])
        from zmodel.exchange import document_text

        document = run.results["wcxf"]
        write_file(output, document_text(document, text_form))
    count, scale = len(document["values"]), document["scale"]
    if as_json:
        print_json({"file": str(output), "basis": basis, "scale": scale, "coefficients": count}, diagnostics)
        return
    print_diagnostics(diagnostics)
    click.echo(f"wrote {output}: {count} coefficients in the basis {basis} at {scale:.6g} GeV")
