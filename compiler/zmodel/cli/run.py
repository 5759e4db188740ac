"""`zmodel run`: trajectories of points."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from zmodel.cli.analysis import analyse_path
from zmodel.cli.files import protect, write_file
from zmodel.cli.options import Positive, limit_option, loops_option, scale_of
from zmodel.cli.output import exit_on_errors, print_diagnostics, print_json, print_report
from zmodel.cli.plot import check_ending, figure_errors
from zmodel.derive.beta.loops import LoopOrders
from zmodel.diagnostics import Diagnostic, DiagnosticError
from zmodel.driver import Run
from zmodel.driver.running import run_point
from zmodel.prepared import prepared

if TYPE_CHECKING:
    from zmodel.run import RunOptions
    from zmodel.run.trajectory import Trajectory

SAMPLES = 250
"""Scales of a table, as in footnote 4 of paper A."""

FORMS = (".parquet", ".json")


@click.command("run")
@click.argument("file", type=click.Path())
@click.option("--point", "points", metavar="NAME", multiple=True, required=True, help="Start here; may be repeated.")
@click.option("--to", metavar="SCALE", required=True, help="Go there: 1e10 (GeV), '10 TeV', M_Pl.")
@loops_option
@click.option("--rtol", type=Positive(1e-13, 1e-2), default=1e-8, show_default=True, help="Precision of steps.")
@click.option(
    "--samples",
    type=click.IntRange(2, 100_000),
    default=SAMPLES,
    show_default=True,
    help="Scales in files and plots, at which the vacuum's stability is looked at, too.",
)
@click.option("--strong", metavar="ALPHA", type=Positive(0, min_open=True), help="Stop where an alpha exceeds this.")
@click.option("-o", "--output", metavar="OUT", type=click.Path(), help="Write all scales to OUT, .parquet or .json.")
@click.option("--plot", metavar="FIGURE", type=click.Path(), help="Draw all couplings: a .pdf, .svg or .png file.")
@click.option("--json", "as_json", is_flag=True, help="Print data for other programs.")
@limit_option
def run_command(
    file: str,
    points: tuple[str, ...],
    to: str,
    loops: LoopOrders,
    rtol: float,
    samples: int,
    strong: float | None,
    output: str | None,
    plot: str | None,
    as_json: bool,
) -> None:
    """Integrates the beta functions from points of FILE, upwards or downwards.

    What FILE integrates out (`integrate X at M_X`) takes part above that scale only: couplings go on as they are at a
    threshold, and those of what comes in start with the values of the point. A trajectory ends before SCALE at a pole;
    where the derived conditions for a stable vacuum fail first is told, too.
    """
    if output is not None and Path(output).suffix not in FORMS:
        raise click.BadParameter(f"{output} must end in {' or '.join(FORMS)}", param_hint="-o")
    if plot is not None:
        check_ending(plot)
    from zmodel.driver.trajectories import run_header, trajectories_report
    from zmodel.run import RunOptions

    options = RunOptions(rtol=rtol, strong=strong, loops=loops.highest, checks=samples)
    diagnostics: list[Diagnostic] = []
    found: dict[str, Trajectory] = {}
    with exit_on_errors(as_json, diagnostics):
        for written in filter(None, (output, plot)):
            protect(Path(written), Path(file))
        goal = scale_of(to, "--to")
        for name in points:
            run, found[name] = _follow(file, name, loops, goal, options, samples, diagnostics)
        header = run_header(run, rtol)
        if output is not None:
            _write(Path(output), header, found)
        if plot is not None:
            _draw(plot, run.model.title or run.model.name, found)
    if as_json:
        print_json(_data(found), diagnostics)
        return
    print_diagnostics(diagnostics)
    print_report(trajectories_report(run.model.title or run.model.name, found), "text")


def _follow(
    file: str,
    point: str,
    loops: LoopOrders,
    goal: float,
    options: RunOptions,
    samples: int,
    diagnostics: list[Diagnostic],
) -> tuple[Run, Trajectory]:
    """The trajectory of a point; what is said about it is added to the diagnostics."""
    run, found = analyse_path(file, point)
    if run is not None:
        run.loops = loops
        trajectory = run_point(run, goal, options, samples, prepared)
        found += tuple(run.diagnostics)
    diagnostics += (item for item in dict.fromkeys(found) if item not in diagnostics)
    if run is None or trajectory is None:
        raise DiagnosticError([])
    return run, trajectory


def _data(found: Mapping[str, Trajectory]) -> dict[str, Any]:
    """One trajectory, or a list of them."""
    from zmodel.run.table import summary

    ends = [{"point": name, **summary(trajectory)} for name, trajectory in found.items()]
    return ends[0] if len(ends) == 1 else {"runs": ends}


def _write(output: Path, header: Mapping[str, Any], found: Mapping[str, Trajectory]) -> None:
    from zmodel.run.table import trajectories_json, trajectories_parquet

    write_file(
        output, trajectories_json(header, found) if output.suffix == ".json" else trajectories_parquet(header, found)
    )


def _draw(plot: str, title: str, found: Mapping[str, Trajectory]) -> None:
    from zmodel.emit.formula import latex_name

    with figure_errors("the trajectory", plot):
        from zmodel.run.plots import draw_trajectories, trajectory_figure

        draw_trajectories(trajectory_figure(title, found, latex_name), Path(plot))
