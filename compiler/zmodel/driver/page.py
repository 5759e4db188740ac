"""One page with everything that is derived from a model, and with the model file itself."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from zmodel import __version__
from zmodel.derive.beta.loops import LoopOrders
from zmodel.diagnostics import DiagnosticError
from zmodel.driver.analysis import Analysis, Diagnostics, check_at_point
from zmodel.driver.integration import prepare_running
from zmodel.driver.outputs import make_report
from zmodel.driver.run import TWO_LOOPS, Run
from zmodel.driver.running import Prepare, run_point
from zmodel.model import Model
from zmodel.model.model import Point
from zmodel.source import SourceFile

if TYPE_CHECKING:
    from zmodel.emit.html.listing import Colouring
    from zmodel.emit.html.parts import Block, Part
    from zmodel.emit.report import Table

SAMPLES = 250
"""Scales of a figure."""

_SECTIONS = {
    "overview": "Groups and parameters",
    "fields": "Fields",
    "anomalies": "Anomalies",
    "couplings": "Couplings and textures",
    "potential": "Potential and stability",
    "flavour": "Flavour structure",
    "branching": "Broken groups",
    "masses": "Masses and mixing",
    "currents": "Currents",
    "rge": "Beta functions",
    "matching": "Matching to SMEFT",
}
"""Titles of the sections by the report that they show."""

_KINDS = {"overview": ("group", "mixing", "parameter"), "fields": ("field",), "couplings": ("coupling",)}
_NOTHING_INTEGRATED = "The file integrates nothing out (`integrate NAME at SCALE`), so nothing is matched to SMEFT."


@dataclass(frozen=True)
class PageOptions:
    """What a page shows.

    Attributes:
        loops: of the beta functions.
        points: names of points; None for all.
        prepare: makes a theory ready to run, `prepare_running` or something that remembers.
    """

    loops: LoopOrders = TWO_LOOPS
    points: tuple[str, ...] | None = None
    prepare: Prepare = prepare_running


@dataclass
class _Results:
    """What sections have in common: results of derivations that ended without an error."""

    analysis: Analysis
    loops: LoopOrders
    point: Point | None = None
    found: dict[str, Any] = field(default_factory=dict)

    def run(self) -> Run:
        """A run that knows them; after an error a run cannot go on, so each section has its own."""
        return Run(self.analysis, loops=self.loops, point=self.point, results=dict(self.found))


def make_page(
    analysis: Analysis, file: SourceFile, said: Diagnostics, colouring: Colouring, options: PageOptions
) -> str:
    """The page, HTML. What cannot be derived is told where it would stand.

    Args:
        analysis: of the model.
        file: the model file.
        said: what the analysis has found.
        colouring: of listings.
        options: what is shown.
    """
    from zmodel.emit.html.model_page import model_page
    from zmodel.emit.html.parts import Block, Part

    model = analysis.model
    parts = [Part("messages", "Messages", (Block(messages=said),))] if said else []
    parts += _derivations(_Results(analysis, options.loops))
    shown = [table for part in parts for block in part.blocks for table in block.tables]
    for point in model.points:
        if options.points is None or point.name in options.points:
            parts.append(_point_part(model, point, options, shown))
    return model_page(model, file, _summary(analysis, options.loops), parts, colouring, __version__)


def _summary(analysis: Analysis, loops: LoopOrders) -> str:
    model = analysis.model
    verdict = "free of anomalies" if analysis.anomalies.free else "anomalies do not cancel"
    counts = f"{len(model.fields)} fields, {len(analysis.couplings.couplings)} couplings"
    return f"{counts}, {verdict}; beta functions at loop orders {loops} (gauge, Yukawa, potential)"


def _derivations(results: _Results) -> Iterator[Part]:
    from zmodel.emit.html.parts import Block, Part

    model = results.analysis.model
    for name, title in _SECTIONS.items():
        if name == "branching" and not model.breakings:
            continue
        if name == "matching" and not model.integrations:
            block = Block(words=_NOTHING_INTEGRATED)
        else:
            block = _report_block(results, name)
        yield Part(name, title, (block,), _KINDS.get(name, ()))


def _report_block(results: _Results, name: str, title: str = "") -> Block:
    """The tables of a report, or why there are none."""
    from zmodel.emit.html.parts import Block

    run = results.run()
    try:
        report = make_report(run, name)
    except DiagnosticError as error:
        return Block(title=title, messages=(*run.diagnostics, *error.diagnostics))
    said = tuple(run.diagnostics)
    if report is None:
        return Block(title=title, messages=said)
    results.found.update(run.results)
    words = "" if any(table.rows for table in report.tables) else "The model has nothing to show here."
    return Block(tuple(table for table in report.tables if table.rows or table.note), title, words, messages=said)


# ------------------------------------------------------------------ points
def _point_part(model: Model, point: Point, options: PageOptions, shown: Sequence[Table]) -> Part:
    """What is known at a point, without the tables that hold for all of them and are shown already."""
    from zmodel.emit.html.parts import Block, Part
    from zmodel.emit.reports.point import point_report

    blocks = [Block(point_report(model, point).tables)]
    analysis, point, said = check_at_point(model, point)
    if analysis is None:
        blocks.append(Block(title="With these values", messages=said))
    else:
        results = _Results(analysis, options.loops, point)
        blocks.append(_report_block(results, "observables", "Observables"))
        if model.integrations:
            block = _report_block(results, "matching", "SMEFT coefficients")
            blocks.append(replace(block, tables=tuple(table for table in block.tables if table not in shown)))
        blocks.append(_running_block(results.run(), point, options.prepare))
    return Part(f"point-{point.name}", f"Point {point.name}", tuple(blocks))


def _running_block(run: Run, point: Point, prepare: Prepare) -> Block:
    """The couplings on their way to the Planck scale."""
    from zmodel.driver.trajectories import trajectories_report
    from zmodel.emit.html.parts import Block
    from zmodel.model.points import parse_energy
    from zmodel.run import RunOptions

    title = "Running to the Planck scale"
    goal, _ = parse_energy("M_Pl", "M_Pl")
    if point.scale is None or goal is None or point.scale >= goal:
        return Block(title=title, words="Not run: the point has no scale below the Planck scale.")
    options = RunOptions(loops=run.loops.highest, checks=SAMPLES)
    try:
        trajectory = run_point(run, goal, options, SAMPLES, prepare)
    except DiagnosticError as error:
        return Block(title=title, words="Not run:", messages=(*run.diagnostics, *error.diagnostics))
    if trajectory is None:
        return Block(title=title, words="Not run:", messages=tuple(run.diagnostics))
    tables = trajectories_report(title, {point.name: trajectory}).tables
    figure, words = _figure(run.model, point, lambda: {point.name: trajectory})
    return Block(tables, title, words, figure, tuple(run.diagnostics))


def _figure(model: Model, point: Point, found: Callable[[], dict[str, Any]]) -> tuple[str, str]:
    """A figure, or a line that says why there is none."""
    from zmodel.emit.formula import latex_name
    from zmodel.emit.html.figures import figure_html
    from zmodel.figures import MissingExtraError
    from zmodel.run.plots import trajectories_bytes, trajectory_figure

    try:
        svg = trajectories_bytes(trajectory_figure(model.name, found(), latex_name), ".svg")
    except MissingExtraError as error:
        return "", f"{str(error)[0].upper()}{str(error)[1:]}."
    words = f"Sizes of all couplings from {point.name} upwards, dashed where they are negative"
    return figure_html(svg, f"figure-{point.name}", words), ""
