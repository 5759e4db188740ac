"""What a scan computes at a point: plain data, so that any process can do it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from zmodel.derive.beta.abelian_numbers import is_positive
from zmodel.derive.beta.mixing import AbelianSector
from zmodel.model.expression import CONSTANTS, Value
from zmodel.model.scan import ScanFile
from zmodel.run.arrays import evaluate, finite, holds, is_complex, real_numbers
from zmodel.run.fallback import ModuleSource, ScipyIntegrator
from zmodel.run.integrator import Integrator, IntegratorSource, RunOptions, Status, Trajectories, energies
from zmodel.run.layout import StateLayout, is_real
from zmodel.run.maps import MapSource, call
from zmodel.run.scan.points import axis_numbers

OTHER = "other"
"""The class of points that no condition names."""

STABLE = "stable"
FLAGS = {
    "reached": Status.REACHED,
    "pole": Status.POLE,
    "not_finite": Status.NOT_FINITE,
    "strong": Status.STRONG,
    "too_long": Status.TOO_LONG,
}
"""Words of conditions for how a trajectory ends, as in `zmodel.model.scan.questions`."""

UNSTABLE = "unstable_at"
SCALE = "scale"
STATUS = "status"
CLASS = "class"


@dataclass(frozen=True)
class Course:
    """What couplings of a scan run through.

    Attributes:
        source: what runs.
        module: the same in Python where there is no C compiler, else None.
        layout: of its states.
        sector: its U(1)s, if numbers vary that decide whether kinetic terms are positive; else None.
        begin: ln(mu/GeV) where the running starts.
        end: where it ends.
        options: of the integrator.
    """

    source: IntegratorSource
    module: ModuleSource | None
    layout: StateLayout
    sector: AbelianSector | None
    begin: float
    end: float
    options: RunOptions

    def follow(self, values: Mapping[str, Any], points: int) -> Trajectories:
        """The trajectories of points with these numbers, by label.

        Raises:
            BuildError: if there is no C compiler.
        """
        states = self.layout.states(values, points)
        if self.sector is not None:
            states[:, ~is_positive(self.sector, values)] = np.nan  # there is no theory
        begin, end = np.full(points, self.begin), np.full(points, self.end)
        return _load(self.source, self.module).integrate(states, begin, end, self.options, threads=1)


@dataclass(frozen=True)
class ScanTask:
    """A scan that is ready to be computed, point by point.

    Attributes:
        scan: what is varied, and what is asked.
        start: numbers of the point, and those that are set, by label.
        twins: entries of symmetric matrices that are others, which vary, times a sign.
        course: None if nothing runs.
        maps: emitted functions whose results are columns.
    """

    scan: ScanFile
    start: tuple[tuple[str, Value], ...]
    twins: tuple[tuple[str, str, int], ...]
    course: Course | None
    maps: tuple[MapSource, ...]

    @property
    def outcomes(self) -> tuple[str, ...]:
        """The names of classes."""
        return tuple(dict.fromkeys((*(item.name for item in self.scan.classes), OTHER)))


@dataclass(frozen=True, eq=False)
class Points:
    """What is found at some points.

    Attributes:
        numbers: columns by name; real or complex, and nan where there is no finite number.
        status: how trajectories end, a `Status` each.
        outcome: the class of each, a position in `ScanTask.outcomes`.
    """

    numbers: Mapping[str, NDArray[Any]]
    status: NDArray[np.int32]
    outcome: NDArray[np.int8]


def compute(task: ScanTask, first: int, last: int) -> Points:
    """The points first .. last - 1 of a scan.

    Raises:
        BuildError: if there is no C compiler.
    """
    scan, count = task.scan, last - first
    varied = axis_numbers(scan, first, last)
    values: dict[str, Any] = dict(task.start) | {
        axis.label: axis.target.value_of(shown) for axis, shown in zip(scan.axes, varied, strict=True)
    }
    values |= {label: sign * values[other] for label, other, sign in task.twins}
    all_real = is_real(values)
    numbers: dict[str, NDArray[Any]] = {axis.column: shown for axis, shown in zip(scan.axes, varied, strict=True)}
    asked = (*scan.observables, *scan.matching)
    for source in task.maps:
        outputs = call(source, values, count)
        found = {item.column: column for name, column in outputs.items() for item in asked if item.name == name}
        values |= found
        numbers |= found
    numbers |= _own_columns(scan, values, count)
    status = np.zeros(count, dtype=np.int32)
    if task.course is not None:
        end = task.course.follow(values, count)
        status = end.status
        ends = [scale for scale in (scan.begin, scan.end) if scale is not None]
        running = task.course.layout.numbers(end.values, all_real)
        scale = np.where(status == Status.REACHED, scan.end, energies(end.t))  # the scale itself, not nearly
        values |= {**running, SCALE: scale, UNSTABLE: energies(end.unstable, *ends)}
        numbers |= {SCALE: values[SCALE], UNSTABLE: values[UNSTABLE], **running}
    values |= _flags(status, values.get(UNSTABLE))
    if scan.keep is not None:
        kept = {item.name for item in scan.keep}
        numbers = {name: column for name, column in numbers.items() if name in kept}
    numbers = {name: finite(column) for name, column in numbers.items()}
    return Points(numbers, status, _classify(task, values, count))


def _own_columns(scan: ScanFile, values: dict[str, Any], count: int) -> dict[str, NDArray[Any]]:
    """The file's own columns as they are kept; they are added to the values, which other expressions see.

    Whether a column is complex may not depend on the points at hand: it is if it is made of a complex number. All
    others are kept as real numbers, and as none where the value is not real, such as a root of a negative number.
    """
    complex_names = {name for name, value in {**CONSTANTS, **values}.items() if np.iscomplexobj(value)}
    kept: dict[str, NDArray[Any]] = {}
    for column in scan.columns:
        value = values[column.name] = evaluate(column.expression, values, count)
        if is_complex(column.expression, complex_names):
            complex_names.add(column.name)
            kept[column.name] = value.astype(np.complex128)
        else:
            complex_names.discard(column.name)  # such as a column called i
            kept[column.name] = real_numbers(value)
    return kept


@lru_cache(maxsize=4)
def _load(source: IntegratorSource, module: ModuleSource | None) -> Integrator | ScipyIntegrator:
    return Integrator(source) if module is None else ScipyIntegrator(source, module)


def _flags(status: NDArray[np.int32], unstable: NDArray[np.float64] | None) -> dict[str, NDArray[np.bool_]]:
    """What conditions may ask of a trajectory."""
    flags = {name: status == code for name, code in FLAGS.items()}
    return flags | {STABLE: np.isnan(unstable) if unstable is not None else np.ones(len(status), dtype=bool)}


def _classify(task: ScanTask, values: Mapping[str, Any], count: int) -> NDArray[np.int8]:
    """The first class whose condition holds."""
    outcome = np.full(count, task.outcomes.index(OTHER), dtype=np.int8)
    for item in reversed(task.scan.classes):
        outcome[holds(item.condition, values, count)] = task.outcomes.index(item.name)
    return outcome
