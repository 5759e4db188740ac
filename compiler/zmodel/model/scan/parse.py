"""Scan files: from text to data."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Set
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import TypeVar

from zmodel.diagnostics import Diagnostic
from zmodel.model.context import Context
from zmodel.model.expression import GEV
from zmodel.model.model import Model, Point
from zmodel.model.quantities import declared_places, entry_label, model_quantities
from zmodel.model.scan.axes import MAX_POINTS, Targets, constant, constant_scope, read_axes, read_draws, read_fixed
from zmodel.model.scan.questions import Words, read_questions
from zmodel.model.scan.reading import Table, at_home, read_toml
from zmodel.model.scan.scan_file import Axis, ScanFile
from zmodel.source import SourceFile, Span
from zmodel.syntax.lexing import spelled_out

KEYS = (
    *("model", "point", "from", "to", "loops", "rtol", "atol", "strong", "check_along"),
    *("observables", "matching", "keep", "set", "vary", "columns", "classes"),
)
RTOL, ATOL, LOOPS = 1e-8, 1e-14, "2"
"""What holds where a scan file says nothing."""

_RUNNING_KEYS = ("from", "loops", "rtol", "atol", "strong", "check_along")
"""What is said about trajectories."""

_SMALLEST, _LARGEST_TOLERANCE = 1e-15, 0.1
_LARGEST = 1e300
MAX_CHECKS = 100_000

_T = TypeVar("_T")


@dataclass(frozen=True)
class _Scales:
    """From where to where trajectories go, in GeV; None where nothing runs."""

    begin: float | None
    end: float | None


def parse_scan(
    file: SourceFile,
    model: Model,
    check_loops: Callable[[str], object] = str,
    twins: Mapping[str, str] = MappingProxyType({}),
) -> tuple[ScanFile | None, tuple[Diagnostic, ...]]:
    """Reads a scan file.

    Args:
        file: its text.
        model: what is scanned.
        check_loops: raises a ValueError with a message for the user if a text is no order of loops.
        twins: labels of entries whose numbers follow from those of others, by the labels of these.

    Returns:
        The scan, or None if there are errors; and all diagnostics.
    """
    context = Context()
    for item in model.fields:
        context.declared[item.name] = ("field", item.span)
    for group in model.groups:
        context.declared[group.name] = ("group", group.span)
    table = read_toml(file, context)
    scan = None if table is None else _read(table, model, check_loops, twins)
    diagnostics = sorted(map(at_home, context.diagnostics), key=lambda item: item.sort_key)
    return (None if context.reported["error"] else scan), tuple(diagnostics)


def _read(table: Table, model: Model, check_loops: Callable[[str], object], twins: Mapping[str, str]) -> ScanFile:
    table.check_keys(KEYS, "in a scan file")
    if "to" not in table.values:
        hint = 'say where the running ends: `to = "10 TeV"`'
        table.refuse_keys(_RUNNING_KEYS, "without `to`, as nothing runs", [hint])
    point = _read_point(table, model)
    scales = _read_scales(table, point)
    targets = Targets(model_quantities(model), constant_scope(table))
    fixed = tuple(read_fixed(table.table("set"), targets))
    vary = table.table("vary")
    draws, seed = read_draws(vary)
    axes = read_axes(vary, targets, drawn="random" in vary.values)
    _check_points(vary, axes, draws)
    known = {entry_label(value.name, value.indices) for value in point.values} if point else set()
    running = targets.quantities.shapes.keys() - {parameter.name for parameter in model.parameters}
    known |= targets.given.keys()
    given = known | {twins[label] for label in known & twins.keys()} | GEV.keys()
    words = Words(targets.quantities, declared_places(model), given, running, runs="to" in table.values)
    if words.runs:
        axes = tuple(_stored(axis, running) for axis in axes)
    questions = read_questions(table, words, [axis.column for axis in axes])
    span = table.key("point") if "point" in table.values else Span(table.sheet.file, 0, 0)
    return ScanFile(
        model=table.text("model"),
        point=point,
        fixed=fixed,
        axes=axes,
        draws=draws,
        seed=seed,
        begin=scales.begin,
        end=scales.end,
        rtol=_or(table.number("rtol", _SMALLEST, _LARGEST_TOLERANCE), RTOL),
        atol=_or(table.number("atol", 0.0, _LARGEST_TOLERANCE), ATOL),
        loops=_read_loops(table, check_loops),
        check_along=table.integer("check_along", 2, MAX_CHECKS),
        strong=table.number("strong", _SMALLEST, _LARGEST),
        classes=questions.classes,
        columns=questions.columns,
        observables=questions.observables,
        matching=questions.matching,
        keep=questions.keep,
        span=span,
    )


def _stored(axis: Axis, running: Set[str]) -> Axis:
    """Names the column of a coupling that runs and varies by itself after its start."""
    is_end = axis.target.power == 0 and axis.target.name in running
    return replace(axis, column=f"start({axis.shown})") if is_end else axis


def _or(value: _T | None, otherwise: _T) -> _T:
    return otherwise if value is None else value


def _read_point(table: Table, model: Model) -> Point | None:
    name = table.text("point")
    if name is None:
        return None
    points = {point.name: point for point in model.points}
    spelled = spelled_out(name.name)
    if spelled not in points:
        table.sheet.context.unknown_name(spelled, name.span, "point", points)
    return points.get(spelled)


# ------------------------------------------------------------------ scales and orders
def _read_scales(table: Table, point: Point | None) -> _Scales:
    """Where trajectories start and end; what is wrong is reported."""
    begin = _scale(table, "from") if "from" in table.values else point.scale if point else None
    if "to" not in table.values:
        return _Scales(begin, None)
    end = _scale(table, "to")
    point_is_known = "point" not in table.values or point is not None
    if begin is None and "from" not in table.values and point_is_known:
        hint = 'say where the running starts: `from = "5 TeV"`'
        message = "there is no scale to start from" if point is None else f"the point `{point.name}` has no scale"
        table.report("Z604", message, table.span("to"), [hint])
    if begin is not None and begin == end:
        table.report("Z605", "the running ends where it starts", table.span("to"))
    return _Scales(begin, end)


def _scale(table: Table, key: str) -> float | None:
    value = constant(table, key)
    if value is None:
        return None
    if isinstance(value, complex) or not 0 < value < math.inf:
        table.report("Z123", "a scale is a positive energy", table.span(key))
        return None
    return value


def _read_loops(table: Table, check_loops: Callable[[str], object]) -> str:
    """`2` or `"3-2-2"`."""
    value = table.values.get("loops", LOOPS)
    if isinstance(value, bool) or not isinstance(value, (int, str)):
        table.wrong("loops", 'a whole number, or orders such as "3-2-2"')
        return LOOPS
    try:
        check_loops(str(value))
    except ValueError as error:
        table.report("Z605", str(error), table.span("loops"))
    return str(value)


def _check_points(vary: Table, axes: tuple[Axis, ...], draws: int | None) -> None:
    points = math.prod(axis.size for axis in axes)
    if draws is not None and not axes and vary.values.keys() <= {"random", "seed"}:
        vary.report("Z604", "nothing varies, so there is nothing to draw", vary.key("random"))
    elif draws is None and points > MAX_POINTS:
        message = f"a grid of {points:,} points, the limit is {MAX_POINTS:,}"
        vary.report("Z605", message, vary.sheet.places[vary.path].key)
