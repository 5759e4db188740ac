"""The points of a scan by number: positions in a grid, or draws that depend on seed and number alone."""

from __future__ import annotations

from collections.abc import Sequence
from math import prod

import numpy as np
from numpy.typing import NDArray

from zmodel.model.scan import Axis, ScanFile

Numbers = NDArray[np.float64]

DRAWS_OF_A_COUNTER = 4
"""Philox makes four numbers at a time (Salmon, Moraes, Dror, Shaw, SC 2011)."""


def grid_numbers(axes: Sequence[Axis], first: int, last: int) -> list[Numbers]:
    """The numbers of each axis at points first .. last - 1 of the grid; the last axis varies fastest."""
    number = np.arange(first, last)
    result = []
    inner = prod(axis.size for axis in axes)
    for axis in axes:
        inner //= axis.size
        result.append(grid_of(axis)[number // inner % axis.size])
    return result


def grid_of(axis: Axis) -> Numbers:
    """All numbers of an axis in order."""
    if axis.spacing == "values":
        return np.array(axis.values)
    return spread(axis, np.linspace(0.0, 1.0, axis.steps))


def drawn_numbers(axes: Sequence[Axis], seed: int, first: int, last: int) -> list[Numbers]:
    """Random numbers of each axis for points first .. last - 1.

    Args:
        axes: what is drawn.
        seed: of the draws.
        first: a multiple of four, so that draws begin with a counter of their own.
        last: behind the last one.
    """
    width = len(axes)
    generator = np.random.Philox(key=seed)
    generator.advance(first * width // DRAWS_OF_A_COUNTER)
    uniform = np.random.Generator(generator).random((last - first, width))
    return [_drawn(axis, uniform[:, position]) for position, axis in enumerate(axes)]


def _drawn(axis: Axis, uniform: Numbers) -> Numbers:
    if axis.spacing == "values":
        return np.array(axis.values)[(uniform * len(axis.values)).astype(np.int64)]
    return spread(axis, uniform)


def axis_numbers(scan: ScanFile, first: int, last: int) -> list[Numbers]:
    """The numbers of each axis of a scan for points first .. last - 1."""
    if scan.draws is None:
        return grid_numbers(scan.axes, first, last)
    return drawn_numbers(scan.axes, scan.seed, first, last)


def spread(axis: Axis, uniform: Numbers) -> Numbers:
    """Numbers between 0 and 1 on the range of an axis; with both signs, the lower half is negative."""
    if axis.both_signs:
        sign = np.where(uniform < 0.5, -1.0, 1.0)
        return sign * _between(axis, np.abs(2 * uniform - 1))
    return _between(axis, uniform)


def _between(axis: Axis, uniform: Numbers) -> Numbers:
    numbers = axis.low + (axis.high - axis.low) * uniform
    numbers = np.where(uniform == 1.0, axis.high, numbers)  # the bound itself, not nearly
    return np.power(10.0, numbers) if axis.spacing == "log10" else numbers
