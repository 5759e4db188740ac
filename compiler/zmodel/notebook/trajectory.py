"""Trajectories of couplings that show themselves as a figure and a table."""

from __future__ import annotations

import base64
import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from zmodel.diagnostics import DiagnosticError, did_you_mean
from zmodel.driver import Run
from zmodel.driver.running import run_point
from zmodel.driver.trajectories import trajectories_report
from zmodel.emit.formula import latex_name
from zmodel.emit.html import escape
from zmodel.figures import MissingExtraError
from zmodel.model.quantities import Target
from zmodel.notebook.errors import ModelError, UsageError
from zmodel.notebook.results import Result
from zmodel.prepared import prepared
from zmodel.run import RunOptions, Status
from zmodel.run.plots import TrajectoryFigure, trajectories_bytes, trajectory_figure
from zmodel.run.trajectory import Trajectory

PRECISION = 1e-13, 1e-2
SAMPLES = 2, 100_000

SCREEN = 150
"""Dots per inch of a picture that stands in a notebook, in place of the SVG where this cannot be shown."""


@dataclass(frozen=True, eq=False, repr=False, kw_only=True)
class TrajectoryResult(Result):
    """The running of one point.

    Attributes:
        name: of the point.
        trajectory: scales, couplings at them, and how it ends.
    """

    name: str
    trajectory: Trajectory

    @property
    def mu(self) -> NDArray[np.float64]:
        """Scales in GeV."""
        return self.trajectory.mu

    @property
    def couplings(self) -> Mapping[str, NDArray[Any]]:
        """Each coupling at all scales; nan where the theory does not have it."""
        return self.trajectory.values

    @property
    def pole(self) -> float | None:
        """Scale in GeV of the pole at which it ends; None if it does not."""
        return self.trajectory.scale if self.trajectory.status == Status.POLE else None

    @property
    def reached(self) -> float:
        """Scale in GeV at which it ends."""
        return self.trajectory.scale

    def alpha(self, coupling: str) -> NDArray[np.float64]:
        """g^2/(4 pi)^2 or lambda/(4 pi)^2 of a dimensionless coupling at all scales.

        Raises:
            UsageError: if there is no such coupling.
        """
        powers = {label: item.power for label, item in self.trajectory.elements.items() if item.power}
        if coupling not in powers:
            similar = did_you_mean(coupling, powers)
            hint = f"did you mean {similar[0]!r}?" if similar else f"there are {', '.join(powers)}"
            raise UsageError(f"{coupling!r} is no coupling with an alpha; {hint}")
        target = Target(coupling, (), 1 if powers[coupling] == 1 else 2)
        return np.asarray(np.real(target.number_of(self.couplings[coupling])), dtype=np.float64)

    @property
    def figure(self) -> TrajectoryFigure:
        """All couplings against the scale, for `zmodel.run.plots.draw_trajectories`."""
        return trajectory_figure(self.report.title, {self.name: self.trajectory}, latex_name)

    def _repr_latex_(self) -> None:
        """Nothing: documents that are made from a notebook would take the table and leave the figure out."""

    def _repr_mimebundle_(self, include: object = None, exclude: object = None) -> dict[str, Any]:
        """The figure beside the table; without matplotlib the table alone."""
        bundle: dict[str, Any] = {"text/plain": repr(self)}
        try:
            svg = trajectories_bytes(self.figure, ".svg")
            bundle["image/png"] = base64.b64encode(trajectories_bytes(self.figure, ".png", SCREEN)).decode()
            picture = _picture(svg, f"running couplings of {self.name}")
        except MissingExtraError as error:
            picture = f"<p>{escape(str(error))}</p>"
        bundle["text/html"] = picture + self._repr_html_()
        return bundle


def _picture(svg: bytes, words: str) -> str:
    """An image without scripts or names that could meet others of the page."""
    data = base64.b64encode(svg).decode()
    style = "max-width:100%;background:white"
    return f'<img alt="{escape(words)}" style="{style}" src="data:image/svg+xml;base64,{data}">'


def follow_point(run: Run, goal: float, rtol: float, samples: int, strong: float | None) -> TrajectoryResult:
    """Integrates from the point of a run to another scale.

    Args:
        run: at a point.
        goal: GeV.
        rtol: relative error of steps.
        samples: about the number of scales.
        strong: alpha at which to stop.

    Raises:
        UsageError: if a number is out of its range.
        ModelError: if the model cannot run from there.
    """
    if not PRECISION[0] <= rtol <= PRECISION[1]:
        raise UsageError(f"rtol is {PRECISION[0]} to {PRECISION[1]}, not {rtol}")
    if not SAMPLES[0] <= samples <= SAMPLES[1]:
        raise UsageError(f"samples are {SAMPLES[0]} to {SAMPLES[1]}, not {samples}")
    if strong is not None and not 0 < strong < math.inf:
        raise UsageError(f"strong is a positive alpha, not {strong}")
    assert run.point is not None, "a trajectory starts at a point"
    options = RunOptions(rtol=rtol, strong=strong, loops=run.loops.highest, checks=samples)
    try:
        trajectory = run_point(run, goal, options, samples, prepared)
    except DiagnosticError as error:
        raise ModelError((*run.diagnostics, *error.diagnostics)) from None
    if trajectory is None:
        raise ModelError(run.diagnostics)
    name = run.point.name
    title = run.model.title or run.model.name
    report = trajectories_report(title, {name: trajectory})
    said = tuple(dict.fromkeys(run.diagnostics))
    return TrajectoryResult(report=report, diagnostics=said, name=name, trajectory=trajectory)
