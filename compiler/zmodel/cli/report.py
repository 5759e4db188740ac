"""`zmodel report`: everything about a model on one page."""

from __future__ import annotations

from pathlib import Path

import click

from zmodel.cli.files import protect, write_file
from zmodel.cli.options import given_limits, limit_option, loops_option
from zmodel.cli.output import exit_on_errors, print_diagnostics
from zmodel.derive.beta.loops import LoopOrders
from zmodel.diagnostics import Diagnostic, DiagnosticError
from zmodel.driver import analyse
from zmodel.files import file_loader, read_source
from zmodel.model import Model
from zmodel.prepared import prepared

ENDINGS = (".html", ".htm")


@click.command("report")
@click.argument("file", type=click.Path())
@click.option("-o", "--output", metavar="PAGE", required=True, type=click.Path(), help="The page, a .html file.")
@loops_option
@click.option(
    "--point", "points", metavar="NAME", multiple=True, help="Only this point; may be repeated. Default: all."
)
@limit_option
def report(file: str, output: str, loops: LoopOrders, points: tuple[str, ...]) -> None:
    """Writes one page about FILE, which needs nothing but a browser.

    Fields, anomalies, couplings with textures, potential and stability, masses, currents, beta functions, matching to
    SMEFT; for each point of FILE its observables and the running of its couplings; and FILE itself, with links.
    """
    if Path(output).suffix.lower() not in ENDINGS:
        raise click.BadParameter(f"{output} must end in {' or '.join(ENDINGS)}", param_hint="-o")
    diagnostics: list[Diagnostic] = []
    with exit_on_errors(False, diagnostics):
        protect(Path(output), Path(file))
        limits = given_limits()
        source = read_source(Path(file), file, limits)
        analysis, found = analyse(source, file_loader(limits=limits), limits=limits)
        diagnostics += found
        if analysis is None:
            raise DiagnosticError([])
        _check_points(analysis.model, file, points)
        from zmodel.driver.page import PageOptions, make_page
        from zmodel.editors.colouring import coloured_pieces

        options = PageOptions(loops, points or None, prepared)
        write_file(Path(output), make_page(analysis, source, found, coloured_pieces, options))
    print_diagnostics(diagnostics)
    click.echo(f"{file}: wrote {output}")


def _check_points(model: Model, file: str, points: tuple[str, ...]) -> None:
    """Refuses points that the file does not have.

    Raises:
        BadParameter: then.
    """
    known = [point.name for point in model.points]
    for name in points:
        if name not in known:
            listed = ", ".join(known) or "none"
            raise click.BadParameter(f"{file} has no point called {name!r}; it has: {listed}", param_hint="--point")
