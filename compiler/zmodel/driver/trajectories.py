"""The report of trajectories."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any

from zmodel.driver.run import Run
from zmodel.emit.conventions import conventions_of_numbers
from zmodel.emit.report import Report, Table
from zmodel.run import Status
from zmodel.run.table import summary
from zmodel.run.trajectory import Trajectory

_ENDINGS = {
    Status.REACHED: "reaches",
    Status.POLE: "a pole at",
    Status.NOT_FINITE: "no finite numbers beyond",
    Status.STRONG: "too strong at",
    Status.TOO_LONG: "too many steps, at",
}


def run_header(run: Run, rtol: float) -> dict[str, Any]:
    """What files of trajectories say beside them.

    Args:
        run: over the model, with the orders in loops.
        rtol: the precision of steps.
    """
    return {
        "model": run.model.name,
        "title": run.model.title,
        "conventions": conventions_of_numbers(run.model),
        "loops": str(run.loops),
        "rtol": rtol,
    }


def trajectories_report(title: str, found: Mapping[str, Trajectory]) -> Report:
    """A table for each trajectory: every coupling at both ends.

    Args:
        title: of the report.
        found: trajectories by name of their points.
    """
    tables = tuple(_table(name, trajectory) for name, trajectory in found.items())
    ends = [{"point": name, **summary(trajectory)} for name, trajectory in found.items()]
    return Report(title, tables, {"runs": [*ends]})


def _table(point: str, trajectory: Trajectory) -> Table:
    rows = []
    for label, element in trajectory.elements.items():
        ends = trajectory.values[label][0], trajectory.last.get(label, math.nan)
        rows.append((label, *map(_number, ends), *(_alpha(value, element.power) for value in ends)))
    begin, end = _energy(trajectory.mu[0]), _energy(trajectory.scale)
    columns = ("coupling", f"at {begin}", f"at {end}", f"alpha at {begin}", f"alpha at {end}")
    note = "" if math.isnan(trajectory.unstable) else f"the vacuum is not stable at {_energy(trajectory.unstable)}"
    return Table(f"{point}: {_ending(trajectory)}", columns, tuple(rows), note)


def _ending(trajectory: Trajectory) -> str:
    return f"{_ENDINGS[trajectory.status]} {_energy(trajectory.scale)}"


def _energy(scale: float) -> str:
    return f"{scale:.6g} GeV"


def _number(value: complex) -> str:
    if math.isnan(value.real):
        return ""
    return f"{value.real:.6g}" + (f" {value.imag:+.6g} i" if value.imag else "")


def _alpha(value: complex, power: int) -> str:
    """(g/(4 pi))^2 for power 1, lambda/(4 pi)^2 for 2."""
    if not power or math.isnan(value.real):
        return ""
    return _number((abs(value) ** 2 if power == 1 else value) / (4 * math.pi) ** 2)
