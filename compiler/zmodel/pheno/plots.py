"""Figures of observables."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from zmodel.figures import draw
from zmodel.pheno.gaussian import Array, delta_chi_squared


def plot_regions(path: Path, axes: tuple[Array, Array], chi_squared: Array, labels: tuple[str, str]) -> None:
    """The regions of one and two standard deviations in two parameters, and the best point.

    Args:
        path: of the figure; its ending says the format.
        axes: x of shape (n,) and y of shape (m,).
        chi_squared: profiled, of shape (m, n).
        labels: of x and y, in matplotlib's TeX.
    """

    def paint(figure: Any) -> None:
        plot = figure.add_subplot()
        relative = chi_squared - chi_squared.min()
        levels = [0.0, delta_chi_squared(1), delta_chi_squared(2)]
        plot.contourf(*axes, relative, levels=levels, colors=["tab:blue", "lightblue"])
        row, column = np.unravel_index(int(relative.argmin()), relative.shape)
        plot.plot(axes[0][column], axes[1][row], "k+")
        plot.set(xlabel=labels[0], ylabel=labels[1])

    draw(path, 4.5, 4, paint)


def plot_curves(
    path: Path, x: Sequence[float], curves: Mapping[str, Sequence[float]], labels: tuple[str, str], log_y: bool = True
) -> None:
    """Curves over a logarithmic axis, such as partial widths over the mass; zeros are left out of a logarithmic y axis.

    Args:
        path: of the figure.
        x: abscissae.
        curves: ordinates by name.
        labels: of x and y.
        log_y: whether the y axis is logarithmic.
    """

    def paint(figure: Any) -> None:
        plot = figure.add_subplot()
        for name, values in curves.items():
            numbers = np.asarray(values, dtype=float)
            plot.plot(x, np.where(numbers > 0, numbers, np.nan) if log_y else numbers, label=name)
        plot.set(xscale="log", yscale="log" if log_y else "linear", xlabel=labels[0], ylabel=labels[1])
        plot.legend()

    draw(path, 5, 3.6, paint)
