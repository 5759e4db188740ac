"""All couplings against the scale, as in paper A (arXiv:2109.06201), Figs. 3, 4, 6, 9 and 11."""

from __future__ import annotations

import math
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from zmodel.figures import PALETTE, draw, figure_bytes

Numbers = NDArray[np.float64]

PLANCK_MASS = 1.22e19
"""GeV; beyond it plots are grey."""

LOWEST, HIGHEST = 1e-5, 10.0
"""What is seen of alpha."""

LOWEST_SCALE, HIGHEST_SCALE = math.ulp(0), sys.float_info.max * (1 - 1e-12)
"""GeV; floating-point numbers end there, with some room for rounding."""

FAR = 1e100
"""GeV; matplotlib's own ticks go beyond the ends of axes, where there may be no floating-point numbers."""

NARROWEST = 1 + 1e-9
"""Of the ratio between the scales that are seen."""

WIDTH, HEIGHT = 5.6, 3.8
LABEL_STEP = 0.056
"""Distance of labels at the ends of curves, in heights of a panel."""


@dataclass(frozen=True, eq=False)
class Curve:
    """A coupling on its way.

    Attributes:
        label: text of matplotlib.
        values: alpha, or what else is shown, at each scale; nan where the theory does not have it. Negative ones are
            drawn dashed.
    """

    label: str
    values: Numbers


@dataclass(frozen=True, eq=False)
class Panel:
    """The trajectory of one point.

    Attributes:
        title: above it.
        mu: scales in GeV, upwards or downwards.
        curves: all couplings.
        pole: GeV, where it ends in a pole; None if it does not.
    """

    title: str
    mu: Numbers
    curves: tuple[Curve, ...]
    pole: float | None = None


@dataclass(frozen=True, eq=False)
class TrajectoryFigure:
    """Trajectories of one or more points, below each other.

    Attributes:
        panels: one for each point.
        vertical: what the vertical axes show, text of matplotlib.
    """

    panels: tuple[Panel, ...]
    vertical: str = r"$|\alpha_i|$"


def draw_trajectories(data: TrajectoryFigure, path: Path) -> None:
    """Draws trajectories: sizes on logarithmic axes, dashed where negative, grey beyond the Planck scale.

    Raises:
        ValueError: if the ending of the path is none of a figure's.
        MissingExtraError: without matplotlib.
        OSError: if the file cannot be written.
    """
    draw(path, WIDTH, HEIGHT * len(data.panels), partial(_paint, data))


def trajectories_bytes(data: TrajectoryFigure, form: str, dots_per_inch: int = 300) -> bytes:
    """The same drawing as the content of a file, `.svg`, `.png` or `.pdf`.

    Raises:
        MissingExtraError: without matplotlib.
    """
    return figure_bytes(form, WIDTH, HEIGHT * len(data.panels), partial(_paint, data), dots_per_inch)


def _paint(data: TrajectoryFigure, figure: Any) -> None:
    plots = figure.subplots(len(data.panels), squeeze=False)[:, 0]
    for plot, panel in zip(plots, data.panels, strict=True):
        plot.set_ylabel(data.vertical)
        _paint_panel(plot, panel)


def _paint_panel(plot: Any, panel: Panel) -> None:
    left, right = _horizontal_limits(panel)
    plot.set(xscale="log", yscale="log", xlim=(left, right), ylim=(LOWEST, HIGHEST), title=panel.title)
    if right > FAR:
        plot.set_xticks(powers_of_ten(left, right))
        plot.set_xticks([], minor=True)
    plot.set_xlabel(r"$\mu$ / GeV")
    if right > PLANCK_MASS:
        plot.axvspan(PLANCK_MASS, right, color="0.85", linewidth=0)
    if panel.pole is not None:
        plot.axvline(min(panel.pole, right), color="0.4", linewidth=0.8, linestyle=":")
    ends = []
    order = panel.mu.argsort()
    for i, curve in enumerate(panel.curves):
        color = PALETTE[i % len(PALETTE)]
        mu, values = with_zeros(panel.mu[order], curve.values[order])
        # What vanishes leaves the panel downwards.
        sizes = np.maximum(np.abs(values), LOWEST / 100)
        for sign, style in ((1, "-"), (-1, (0, (4, 2)))):
            if (sign * values > 0).any():
                shown = np.where(sign * values >= 0, sizes, np.nan)
                plot.plot(mu, shown, color=color, linestyle=style, linewidth=1.2)
        seen = np.flatnonzero((sizes >= LOWEST) & (sizes <= HIGHEST))
        if seen.size:
            last = seen[mu[seen].argmax()]
            ends.append((curve.label, color, mu[last], sizes[last]))
    _paint_labels(plot, ends, right)


def _horizontal_limits(panel: Panel) -> tuple[float, float]:
    """The scales that are seen, with some room behind a pole, and for the grey area if a trajectory comes near it."""
    ends = [float(panel.mu.min()), float(panel.mu.max()), *([] if panel.pole is None else [panel.pole])]
    low, high = min(ends), max(ends)
    if high > PLANCK_MASS / 100:
        high = max(high, 10 * PLANCK_MASS)
    elif panel.pole is not None:
        room = high**0.05 / low**0.05
        low, high = (low / room, high) if panel.pole == low else (low, high * room)
    if high <= NARROWEST * low:
        low, high = low / 2, high * 2
    return max(low, LOWEST_SCALE), min(high, HIGHEST_SCALE)


def powers_of_ten(left: float, right: float) -> list[float]:
    """At most nine of those in an interval of scales, equally spaced."""
    first, last = math.ceil(math.log10(left)), math.floor(math.log10(right))
    return [10.0**power for power in range(first, last + 1, max(1, (last - first + 8) // 8))]


def with_zeros(mu: Numbers, values: Numbers) -> tuple[Numbers, Numbers]:
    """Adds the points where a curve changes sign, between its points on a logarithmic axis."""
    before = np.flatnonzero(np.sign(values[:-1]) * np.sign(values[1:]) < 0)
    share = values[before] / (values[before] - values[before + 1])
    crossings = mu[before] ** (1 - share) * mu[before + 1] ** share
    return np.insert(mu, before + 1, crossings), np.insert(values, before + 1, 0.0)


def _paint_labels(plot: Any, ends: Sequence[tuple[str, str, float, float]], right: float) -> None:
    """Labels beside the panel, each with a line to the end of its curve, (label, color, mu, size)."""
    ordered = sorted(ends, key=lambda end: end[3])
    decades = np.log10(HIGHEST / LOWEST)
    heights = np.array([np.log10(size / LOWEST) / decades for _, _, _, size in ordered])
    for (label, color, mu, size), height in zip(ordered, spread_out(heights, LABEL_STEP), strict=True):
        beside = {"xytext": (1.03, height), "textcoords": "axes fraction", "va": "center", "color": color}
        line = {"arrowstyle": "-", "color": color, "linewidth": 0.5, "shrinkA": 1, "shrinkB": 0, "relpos": (0, 0.5)}
        plot.annotate(label, (mu, size), **beside, arrowprops=line, annotation_clip=False)
        plot.plot([mu], [size], color=color, marker="." if mu < right else "", markersize=3)


def spread_out(heights: Numbers, step: float) -> Numbers:
    """Moves heights between 0 and 1, in rising order, until they are a step apart, by least squares.

    What is left of heights without the steps below them may not fall: blocks that would are joined at their mean.
    """
    if not heights.size:
        return heights
    gaps = min(step, 1 / heights.size) * np.arange(heights.size)
    blocks: list[list[float]] = []
    for rest in (heights - gaps).tolist():
        blocks.append([rest])
        while len(blocks) > 1 and np.mean(blocks[-2]) > np.mean(blocks[-1]):
            blocks[-2:] = [blocks[-2] + blocks[-1]]
    means = np.concatenate([np.full(len(block), np.mean(block)) for block in blocks])
    spread: Numbers = np.clip(means, 0, 1 - gaps[-1]) + gaps
    return spread
