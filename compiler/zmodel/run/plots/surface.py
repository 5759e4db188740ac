"""What becomes of points, in the colours of paper A (arXiv:2109.06201), Figs. 5, 7, 8 and 10."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from zmodel.figures import draw, plain

Numbers = NDArray[np.float64]

COLORS: Mapping[str, str] = {
    "pole": "#d7301f",
    "unstable": "#a6a6a6",
    "higgs_unstable": "#7f4f24",
    "higgs_metastable": "#ffd23f",
    "V+": "#2166ac",
    "V-": "#92c5de",
    "other": "#f2f2f2",
}
"""Of the paper's classes, and of what no class holds."""

FURTHER = ("#1b7837", "#762a83", "#5aae61", "#c2a5cf", "#e08214", "#01665e", "#35978f", "#543005")
"""Of further classes, in order."""

BINS = 60
"""Of bounds, for numbers that are drawn at random."""

MOST_DOTS = 20_000
"""Of random points; more would cover each other."""


@dataclass(frozen=True)
class Axis:
    """One of the numbers that vary.

    Attributes:
        label: text of matplotlib.
        scale: how it is shown; `symlog` is logarithmic for both signs, with a gap between them.
        low: where it begins; minus where it ends if it has both signs.
        high: where it ends.
        cross: the number at the point itself, if it is known.
        gap: where the gap between both signs ends.
    """

    label: str
    scale: Literal["linear", "log", "symlog"]
    low: float
    high: float
    cross: float | None = None
    gap: float = 0.0


@dataclass(frozen=True, eq=False)
class Classes:
    """Classes of points.

    Attributes:
        names: of all classes, in order.
        codes: for each point the place of its class.
    """

    names: tuple[str, ...]
    codes: NDArray[np.int64]

    @property
    def shares(self) -> dict[str, float]:
        """The share of each class that has any points."""
        counts = np.bincount(self.codes.ravel(), minlength=len(self.names))
        return {name: count / self.codes.size for name, count in zip(self.names, counts, strict=True) if count}

    @property
    def colors(self) -> dict[str, str]:
        """A colour for each class, the same whichever of them have points."""
        others = iter(FURTHER * len(self.names))
        return {name: COLORS.get(name) or next(others) for name in self.names}


@dataclass(frozen=True, eq=False)
class Contours:
    """Lines on which a further number is constant.

    Attributes:
        label: text of matplotlib.
        values: (number of y, number of x).
    """

    label: str
    values: Numbers


@dataclass(frozen=True, eq=False)
class SurfaceFigure:
    """A grid in two numbers.

    Attributes:
        title: above it.
        x: horizontal axis.
        y: vertical axis.
        places: numbers along x and along y, rising.
        classes: with codes (number of y, number of x).
        contours: of a further number, if one is wanted.
    """

    title: str
    x: Axis
    y: Axis
    places: tuple[Numbers, Numbers]
    classes: Classes
    contours: Contours | None = None


@dataclass(frozen=True, eq=False)
class ScatterFigure:
    """Random points in two numbers, (points,) each."""

    title: str
    x: Axis
    y: Axis
    places: tuple[Numbers, Numbers]
    classes: Classes


@dataclass(frozen=True, eq=False)
class BoundsFigure:
    """One number after the other: which share of points each class has along it.

    Attributes:
        title: above all.
        axes: what varies.
        places: the numbers of all points, for each axis.
        classes: of the points.
        is_grid: whether all points have one of few numbers, and not random ones.
    """

    title: str
    axes: tuple[Axis, ...]
    places: tuple[Numbers, ...]
    classes: Classes
    is_grid: bool


def draw_surface(data: SurfaceFigure | ScatterFigure | BoundsFigure, path: Path) -> None:
    """Draws classes of points: a grid as cells, random points as dots, bounds as shares along each axis.

    Raises:
        ValueError: if the ending of the path is none of a figure's.
        MissingExtraError: without matplotlib.
        OSError: if the file cannot be written.
    """
    if isinstance(data, BoundsFigure):
        rows = len(data.axes)
        draw(path, 5.4, 0.6 + (1.5 if rows == 1 else 1.15 * rows), lambda figure: _paint_bounds(figure, data))
    else:
        draw(path, 5.4, 3.7, lambda figure: _paint_plane(figure, data))


# ------------------------------------------------------------------ two numbers
def _paint_plane(figure: Any, data: SurfaceFigure | ScatterFigure) -> None:
    from matplotlib.colors import ListedColormap

    plot = figure.add_subplot()
    for name, axis in (("x", data.x), ("y", data.y)):
        _paint_axis(plot, name, axis)
    plot.set_title(data.title)
    colors = ListedColormap([data.classes.colors[name] for name in data.classes.names])
    limits = {"cmap": colors, "vmin": -0.5, "vmax": len(data.classes.names) - 0.5, "rasterized": True}
    if isinstance(data, SurfaceFigure):
        across, along = (_cells(places, axis) for places, axis in zip(data.places, (data.x, data.y), strict=True))
        plot.pcolormesh(across.edges, along.edges, _spread(data.classes.codes, across, along), **limits)
        if data.contours is not None:
            _paint_contours(plot, across, along, data.contours)
    else:
        some = slice(None, None, -(-data.classes.codes.size // MOST_DOTS))
        x, y = data.places
        plot.scatter(x[some], y[some], c=data.classes.codes[some], s=4, linewidths=0, **limits)
    if data.x.cross is not None and data.y.cross is not None:
        plot.plot([data.x.cross], [data.y.cross], "kx", markersize=7, markeredgewidth=1.6)
    _paint_legend(figure, data.classes)


def _paint_contours(plot: Any, x: _Cells, y: _Cells, contours: Contours) -> None:
    values = np.ma.masked_invalid(_spread(contours.values, x, y))
    found = plot.contour(x.places, y.places, values, colors="black", linewidths=0.7)
    plot.clabel(found, fontsize=7)
    plot.plot([], [], color="black", linewidth=0.7, label=contours.label)
    plot.legend(loc="lower left", frameon=True, framealpha=0.8)


# ------------------------------------------------------------------ one number
def _paint_bounds(figure: Any, data: BoundsFigure) -> None:
    figure.suptitle(data.title, fontsize=10)
    plots = figure.subplots(len(data.axes), squeeze=False)[:, 0]
    for plot, axis, places in zip(plots, data.axes, data.places, strict=True):
        _paint_axis(plot, "x", axis)
        edges, heights = class_shares(axis, places, data.classes, data.is_grid)
        lower = np.zeros(len(edges) - 1)
        for name, share in zip(data.classes.names, heights, strict=True):
            plot.stairs(lower + share, edges, baseline=lower, fill=True, color=data.classes.colors[name], linewidth=0)
            lower = lower + share
        plot.set(ylim=(0, 1), yticks=(0, 0.5, 1), ylabel="share")
        if data.is_grid and len(data.axes) == 1:  # each number has one class
            plot.set(yticks=(), ylabel="")
        if axis.cross is not None:
            plot.axvline(axis.cross, color="black", linewidth=1, linestyle=(0, (4, 2)))
    _paint_legend(figure, data.classes)


def class_shares(axis: Axis, places: Numbers, classes: Classes, is_grid: bool) -> tuple[Numbers, Numbers]:
    """The share of each class along an axis.

    Returns:
        Edges of bins, and shares, (classes, bins), which add up to one where there are points.
    """
    edges = _cells(np.unique(places), axis).edges if is_grid else _bins(axis)
    counts = np.array([np.histogram(places[classes.codes == i], edges)[0] for i in range(len(classes.names))])
    total = counts.sum(axis=0)
    return edges, counts / np.where(total > 0, total, 1)


# ------------------------------------------------------------------ parts of all
def _paint_axis(plot: Any, name: str, axis: Axis) -> None:
    set_scale = plot.set_xscale if name == "x" else plot.set_yscale
    set_scale(axis.scale, **({"linthresh": axis.gap} if axis.scale == "symlog" else {}))
    plot.set(**{f"{name}lim": (axis.low, axis.high), f"{name}label": axis.label})


def _bins(axis: Axis) -> Numbers:
    """Borders of bins that are equally wide on the axis; between both signs is one more, which is empty."""
    match axis.scale:
        case "linear":
            return np.linspace(axis.low, axis.high, BINS + 1)
        case "log":
            return np.geomspace(axis.low, axis.high, BINS + 1)
        case "symlog":
            one_sign = np.geomspace(axis.gap, axis.high, BINS // 2 + 1)
            return np.concatenate([-one_sign[::-1], one_sign])


@dataclass(frozen=True, eq=False)
class _Cells:
    """Cells around rising numbers, and empty ones where an axis of both signs has no numbers.

    Attributes:
        edges: borders of all cells.
        filled: for each number the place of its cell.
        places: the number of each cell; 0 for empty ones.
    """

    edges: Numbers
    filled: NDArray[np.int64]
    places: Numbers


def _cells(numbers: Numbers, axis: Axis) -> _Cells:
    if axis.scale == "symlog":
        below, above = -numbers[numbers < 0][::-1], numbers[numbers > 0]
        left, right = (_edges(sizes, axis.gap, axis.high, is_log=True) for sizes in (below, above))
        edges = np.concatenate([-left[::-1], right])
        filled = np.concatenate([np.arange(below.size), np.arange(above.size) + left.size])
    else:
        edges = _edges(numbers, axis.low, axis.high, axis.scale == "log")
        filled = np.arange(numbers.size)
    places = np.zeros(edges.size - 1)
    places[filled] = numbers
    return _Cells(edges, filled, places)


def _edges(numbers: Numbers, low: float, high: float, is_log: bool) -> Numbers:
    """Borders of cells around rising numbers; the outer ones reach to the ends."""
    on_axis = np.log(numbers) if is_log else numbers
    inner = on_axis[1:] / 2 + on_axis[:-1] / 2
    return np.concatenate([[low], np.exp(inner) if is_log else inner, [high]])


def _spread(values: NDArray[Any], x: _Cells, y: _Cells) -> Numbers:
    """The values of a grid in its cells; nan, which is not drawn, in empty ones."""
    spread = np.full((y.places.size, x.places.size), np.nan)
    spread[np.ix_(y.filled, x.filled)] = values
    return spread


def _paint_legend(figure: Any, classes: Classes) -> None:
    from matplotlib.patches import Patch

    entries = [
        Patch(facecolor=classes.colors[name], edgecolor="0.3", linewidth=0.4, label=f"{class_label(name)}  {share:.1%}")
        for name, share in classes.shares.items()
    ]
    figure.legend(handles=entries, loc="outside right upper", handlelength=1.1, handleheight=1.1)


def class_label(name: str) -> str:
    """`V+` with its sign as an exponent, `higgs_unstable` with a space, and nothing that matplotlib would interpret."""
    signed = re.fullmatch(r"([A-Za-z]+)([+-])", name)
    if signed:
        return f"${signed[1]}^{{{signed[2]}}}$"
    return plain(name.replace("_", " "))
