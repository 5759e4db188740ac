"""The commands of `zmodel`."""

from __future__ import annotations

import errno
import gc
import os
import sys
from collections import deque
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from zmodel import __version__
from zmodel.cli.analysis import analyse_path
from zmodel.cli.atlas import atlas
from zmodel.cli.equivalent import diff, equivalent
from zmodel.cli.explain import explain
from zmodel.cli.files import protect, write_folder
from zmodel.cli.fmt import fmt
from zmodel.cli.importing import import_command
from zmodel.cli.lsp import lsp
from zmodel.cli.observables import observables
from zmodel.cli.options import limit_option, loops_option
from zmodel.cli.output import print_diagnostics, print_json
from zmodel.cli.plot import plot_command
from zmodel.cli.report import report
from zmodel.cli.reporting import format_options, report_command
from zmodel.cli.run import run_command
from zmodel.cli.scan import scan_command
from zmodel.cli.solve import solve
from zmodel.derive.beta.loops import LoopOrders
from zmodel.derive.operators import HIGHEST_DIMENSION
from zmodel.diagnostics import Diagnostic, DiagnosticError, unforeseen_error
from zmodel.driver import Analysis, Run, compile_model

if TYPE_CHECKING:
    from zmodel.emit.bundle import Target
    from zmodel.model import Model

TARGETS: tuple[Target, ...] = ("python", "c", "latex", "json")
TARGET_HELP = (
    "Emit only this; may be repeated. `masses`, NAME_masses.py with masses at a point, and `pyrate`, NAME.model for "
    "PyR@TE 3, are left out otherwise."
)
Diagnostics = tuple[Diagnostic, ...]

_NO_ROOM = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO}
"""Errors of a disk that is full, or fails."""


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="zmodel")
def commands() -> None:
    """Compiles model files of particle physics: checks them, derives their physics, emits Python and C."""


def main() -> None:
    """Runs the command line; every failure ends in a diagnostic and an exit status."""
    # A command makes so little garbage that a rare look is enough.
    gc.set_threshold(100_000)
    try:
        commands(standalone_mode=False)
    except click.exceptions.Exit as stop:
        sys.exit(stop.exit_code)
    except click.ClickException as error:
        error.show()
        sys.exit(error.exit_code)
    except (click.Abort, KeyboardInterrupt):
        click.echo("stopped", err=True)
        sys.exit(130)
    except DiagnosticError as error:
        print_diagnostics(error.diagnostics)
        sys.exit(1)
    except BrokenPipeError:
        _drop_output()
        sys.exit(1)
    except OSError as error:
        if error.errno not in _NO_ROOM:
            print_diagnostics([unforeseen_error(error)])
        else:
            # Files name themselves; what is left is what is printed.
            _drop_output()
            print_diagnostics([Diagnostic("Z005", f"cannot write output: {error.strerror}")])
        sys.exit(1)
    except Exception as error:  # the one place where a bug becomes a message
        print_diagnostics([unforeseen_error(error)])
        sys.exit(1)


def _drop_output() -> None:
    """Sends what is still to be printed nowhere, since Python would fail on it once more when it ends."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)


# ------------------------------------------------------------------ reports
def _add_report(name: str, text: str) -> None:
    """Registers a command that prints one report."""

    @commands.command(name, help=text)
    @click.argument("file", type=click.Path())
    @format_options
    def command(file: str, form: str | None, point: str | None) -> None:
        report_command(name, file, point, form)


_add_report("anomalies", "Gauge, gravitational and global anomalies, with what each field adds.")
_add_report("potential", "The scalar potential: terms that the file lacks, and when it is bounded from below.")
_add_report("flavour", "Ranks of mass matrices, mixing, Majorana textures, and insertions of spurions.")
_add_report("branching", "What each `breaking` of the gauge group leaves: decompositions and massive vectors.")
_add_report("matching", "Tree-level SMEFT coefficients of what the file integrates out.")


# ------------------------------------------------------------------ commands with options of their own
def _add_mass_report(name: str, text: str) -> None:
    """Registers a command whose report has series in what is small."""

    @commands.command(name, help=text)
    @click.argument("file", type=click.Path())
    @format_options
    @click.option(
        "--order", type=click.IntRange(1, 4), default=2, help="Order of series, in heavy masses or `small`; 2."
    )
    def command(file: str, form: str | None, point: str | None, order: int) -> None:
        def configure(run: Run) -> None:
            run.order = order

        report_command(name, file, point, form, configure)


_add_mass_report("masses", "Masses and mixing of gauge bosons, scalars and fermions from the vacuum values.")
_add_mass_report("currents", "Couplings of the gauge bosons to mass eigenstates, flavour violation included.")


@commands.command(help="Beta functions of all couplings.")
@click.argument("file", type=click.Path())
@format_options
@loops_option
def rge(file: str, form: str | None, point: str | None, loops: LoopOrders) -> None:
    """Prints the beta functions."""

    def configure(run: Run) -> None:
        run.loops = loops

    report_command("rge", file, point, form, configure)


@commands.command(help="Every operator that the symmetries allow, declared or not, with its texture over generations.")
@click.argument("file", type=click.Path())
@format_options
@click.option(
    "--dimension",
    type=click.IntRange(2, HIGHEST_DIMENSION),
    default=4,
    show_default=True,
    help="Highest mass dimension of the operators.",
)
def couplings(file: str, form: str | None, point: str | None, dimension: int) -> None:
    """Prints the operators."""

    def configure(run: Run) -> None:
        run.dimension = dimension

    report_command("couplings", file, point, form, configure)


@commands.command(help="Parse, resolve, test every term and every `require`.")
@click.argument("files", nargs=-1, required=True, type=click.Path())
@click.option("--json", "as_json", is_flag=True, help="Print data for other programs.")
@click.option("--point", metavar="NAME", help="Put in the charges of this point of the file.")
@limit_option
def check(files: tuple[str, ...], as_json: bool, point: str | None) -> None:
    """Checks files; exit status 1 if any has errors."""
    results: list[dict[str, Any]] = []
    found: list[Diagnostic] = []
    for path in files:
        try:
            run, diagnostics = analyse_path(path, point)
        except DiagnosticError as error:
            run, diagnostics = None, error.diagnostics
        found += diagnostics
        results.append({"file": path, "ok": run is not None})
        if run is not None and not as_json:
            click.echo(f"{path}: {_summary(run.analysis)}")
    ok = all(result["ok"] for result in results)
    if as_json:
        print_json({"ok": ok, "files": list(results)}, found)
    else:
        print_diagnostics(found)
    if not ok:
        sys.exit(1)


def _summary(analysis: Analysis) -> str:
    model = analysis.model
    verdict = "anomaly free" if analysis.anomalies.free else "anomalies do not cancel"
    return f"ok, {len(model.fields)} fields, {len(analysis.couplings.couplings)} couplings, {verdict}"


@commands.command("compile", help="Write everything as source: DIR/NAME/NAME.py, .h, .c, .tex, .json and a Makefile.")
@click.argument("files", nargs=-1, required=True, type=click.Path())
@click.option(
    "-o",
    "--output",
    "output",
    required=True,
    type=click.Path(),
    help="Folder that receives one folder per model.",
)
@loops_option
@click.option("--target", "targets", multiple=True, type=click.Choice((*TARGETS, "masses", "pyrate")), help=TARGET_HELP)
@click.option("--point", metavar="NAME", help="Put in the charges of this point of the file.")
@limit_option
def compile_command(
    files: tuple[str, ...], output: str, loops: LoopOrders, targets: tuple[Target, ...], point: str | None
) -> None:
    """Compiles files; a file with errors leaves no output and old output as it was."""
    waiting = deque((path, *_analysed(path, point)) for path in files)
    _refuse_one_folder_for_two([(path, run.model) for path, run, _ in waiting if run is not None])
    failed = False
    while waiting:
        path, run, diagnostics = waiting.popleft()
        try:
            failed |= not _compile_one(path, run, diagnostics, Path(output), loops, targets or TARGETS)
        except DiagnosticError as error:
            print_diagnostics(error.diagnostics)
            failed = True
    if failed:
        sys.exit(1)


def _analysed(path: str, point: str | None) -> tuple[Run | None, Diagnostics]:
    try:
        return analyse_path(path, point)
    except DiagnosticError as error:
        return None, tuple(error.diagnostics)


def _refuse_one_folder_for_two(models: Sequence[tuple[str, Model]]) -> None:
    """Raises DiagnosticError if models have one name; there are systems on which the case of letters is none of it."""
    known: dict[str, str] = {}
    for path, model in models:
        folder = model.name.lower()
        if folder in known:
            message = f"{path} and {known[folder]} would be written to one folder, {model.name}"
            hints = ("rename one of the models, or compile them into folders of their own",)
            raise DiagnosticError([Diagnostic("Z005", message, model.span, hints=hints)])
        known[folder] = path


def _compile_one(
    path: str,
    run: Run | None,
    diagnostics: Diagnostics,
    output: Path,
    loops: LoopOrders,
    targets: tuple[Target, ...],
) -> bool:
    files = None
    if run is not None:
        run.loops = loops
        files = compile_model(run, targets)
        diagnostics += tuple(run.diagnostics)
    print_diagnostics(diagnostics)
    if run is None or files is None:
        return False
    from zmodel.emit.bundle import output_names

    name = run.model.name
    known = output_names(name)
    for written in known:
        protect(output / name / written, Path(path))
    write_folder(output / name, files, known)
    click.echo(f"{path}: wrote {output / name} ({', '.join(sorted(files))})")
    return True


commands.add_command(fmt)
commands.add_command(observables)
commands.add_command(solve)
commands.add_command(lsp)
commands.add_command(diff)
commands.add_command(equivalent)
commands.add_command(import_command)
commands.add_command(atlas)
commands.add_command(run_command)
commands.add_command(scan_command)
commands.add_command(plot_command)
commands.add_command(explain)
commands.add_command(report)
