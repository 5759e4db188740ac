"""`[set]` and `[vary]`: what numbers are given to, and which."""

from __future__ import annotations

import cmath
import math
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from zmodel.model.expression import Value
from zmodel.model.expressions import InvalidError, Scope
from zmodel.model.model import PointValue
from zmodel.model.points import TOO_LARGE, check_pure, resolve_quantity, unit_names
from zmodel.model.quantities import Quantities, Target, resolve_target
from zmodel.model.scan.reading import Table, as_number
from zmodel.model.scan.scan_file import Axis
from zmodel.source import Span
from zmodel.syntax.parser import parse_quantity, parse_target

MAX_AXES = 24
MAX_POINTS = 10**10
MAX_SEED = 2**64 - 1
MAX_LOG10 = 300.0
"""Exponents of ten of numbers that vary; floating-point numbers end at 308."""
LARGEST = 10.0**MAX_LOG10
"""Size of numbers that vary, so that neither their differences nor values of their alpha overflow."""

_SPACINGS = ("log10", "range", "values")
_OPTIONS = ("random", "seed")


@dataclass
class Targets:
    """What numbers can be given to, each once.

    Attributes:
        quantities: of the model.
        scope: where errors go.
        given: where each label has got its number.
    """

    quantities: Quantities
    scope: Scope
    given: dict[str, Span] = field(default_factory=dict)

    def take(self, table: Table, key: str) -> Target | None:
        """What a key stands for, or None after reporting what is wrong."""
        span = table.key(key)
        node = table.sheet.parse(span, key, parse_target)
        if node is None:
            return None
        try:
            target = resolve_target(node, self.quantities, self.scope)
        except InvalidError:
            return None
        if target.label in self.given:
            related = [(self.given[target.label], "first here")]
            self.scope.context.report("Z121", f"`{target.label}` gets a number twice", span, related=related)
            return None
        self.given[target.label] = span
        return target


def constant_scope(table: Table) -> Scope:
    """Of numbers that depend on nothing."""
    return Scope(table.sheet.context, unit_names(), decimals=True, wanted="constant or unit")


def constant(table: Table, key: str, pure: str | None = None) -> Value | None:
    """A number, or a text with an expression and a unit (in GeV then); None after reporting that it is none.

    Args:
        table: that holds it.
        key: its place.
        pure: the coupling that it is for, if that has no dimension.
    """
    value = table.values[key]
    if isinstance(value, str):
        node = table.sheet.parse(table.span(key), value, parse_quantity)
        try:
            number = None if node is None else resolve_quantity(node, constant_scope(table))[0]
            if node is not None and pure is not None:
                check_pure(pure, node, constant_scope(table))
            return number
        except InvalidError:
            return None
    number = as_number(value)
    if number is None or not math.isfinite(number):
        table.wrong(key, "a finite number, or an expression in quotes")
        return None
    return number


# ------------------------------------------------------------------ [set]
def read_fixed(table: Table, targets: Targets) -> Iterator[PointValue]:
    """The numbers that are set."""
    for key in table.values:
        target = targets.take(table, key)
        is_pure = target is not None and targets.quantities.is_pure(target.name)
        number = constant(table, key, target.name if target is not None and is_pure else None)
        if target is None or number is None:
            continue
        if target.power and (isinstance(number, complex) or (target.power == 1 and number < 0)):
            table.report("Z123", "this alpha cannot be complex, nor negative if it is a square", table.span(key))
            continue
        value = target.value_of(number)
        if not cmath.isfinite(value):
            table.report("Z123", TOO_LARGE, table.span(key))
            continue
        yield PointValue(target.name, target.indices, value, None, table.span(key))


# ------------------------------------------------------------------ [vary]
def read_draws(table: Table) -> tuple[int | None, int]:
    """The number of random points, None for a grid, and the seed."""
    options = Table({key: table.values[key] for key in _option_keys(table)}, table.path, table.sheet)
    draws, seed = options.integer("random", 1, MAX_POINTS), options.integer("seed", 0, MAX_SEED)
    if "seed" in options.values and "random" not in options.values:
        table.report("Z604", "a seed without random numbers", table.key("seed"), ["add `random = 1000`"])
    return draws, seed or 0


def read_axes(table: Table, targets: Targets, drawn: bool) -> tuple[Axis, ...]:
    """What varies.

    Args:
        table: `[vary]`.
        targets: what can vary.
        drawn: whether numbers are drawn, so that no steps are needed.
    """
    keys = [key for key in table.values if key not in _option_keys(table)]
    if len(keys) > MAX_AXES:
        table.report("Z605", f"at most {MAX_AXES} numbers vary", table.key(keys[MAX_AXES]))
        return ()
    found = [(key, targets.take(table, key), table.table(key)) for key in keys]
    axes = [
        _read_axis(key, target, inner, drawn) for key, target, inner in found if target is not None and inner.values
    ]
    return tuple(axis for axis in axes if axis is not None)


def _option_keys(table: Table) -> tuple[str, ...]:
    """`random` and `seed`, unless they are names of what varies."""
    return tuple(key for key in _OPTIONS if key in table.values and not isinstance(table.values[key], dict))


def _read_axis(key: str, target: Target, table: Table, drawn: bool) -> Axis | None:
    span = table.sheet.places[table.path].key
    table.check_keys((*_SPACINGS, "steps", "sign"), "for a number that varies")
    spacings = [name for name in _SPACINGS if name in table.values]
    if len(spacings) != 1:
        what = "several ranges" if spacings else "no range"
        hint = "give one of `log10 = [-3, 1]`, `range = [0, 1]` and `values = [0, 0.5, 1]`"
        table.report("Z604", f"`{key}` has {what}", span, [hint])
        return None
    both = _both_signs(table, spacings[0])
    if spacings[0] == "values":
        axis = _listed(key, target, table, span)
    else:
        axis = _spaced(key, target, table, span, drawn, both)
    return None if axis is None or not _fits(axis, table) else axis


def _listed(key: str, target: Target, table: Table, span: Span) -> Axis | None:
    table.refuse_keys(["steps"], "for a list of values")
    values = table.numbers("values")
    if values is None:
        return None
    for place, value in enumerate(values):
        if abs(value) > LARGEST:
            message = f"the numbers of `{key}` must be between {-LARGEST:g} and {LARGEST:g}"
            table.report("Z605", message, table.span("values", place))
            return None
    return Axis(target, key, key, "values", values=values, span=span)


def _spaced(key: str, target: Target, table: Table, span: Span, drawn: bool, both: bool) -> Axis | None:
    if drawn:
        table.refuse_keys(["steps"], "beside `random`, which draws the numbers")
    spacing: Literal["log10", "range"] = "log10" if "log10" in table.values else "range"
    bounds, steps = table.numbers(spacing, 2), table.integer("steps", 1, MAX_POINTS)
    if "steps" not in table.values and not drawn:
        hint = "add `steps = 100`, or `random = 1000` for numbers that are drawn"
        table.report("Z604", f"`{key}` has no number of steps", span, [hint])
        return None
    if bounds is None or (steps is None and not drawn):
        return None
    low, high = bounds
    limit = MAX_LOG10 if spacing == "log10" else LARGEST
    if low > high or max(-low, high) > limit:
        message = f"the bounds of `{key}` must be in rising order, between {-limit:g} and {limit:g}"
        table.report("Z605", message, table.span(spacing))
        return None
    return Axis(target, key, key, spacing, low, high, 0 if drawn else steps or 0, both_signs=both, span=span)


def _both_signs(table: Table, spacing: str) -> bool:
    """Whether `sign = "both"` is there."""
    sign = table.text("sign")
    if sign is None:
        return False
    if sign.name != "both" or spacing != "log10":
        hint = 'with `log10`, `sign = "both"` takes negative numbers, too'
        table.report("Z605", "`sign` can only be `both`, beside `log10`", sign.span, [hint])
        return False
    return True


def _fits(axis: Axis, table: Table) -> bool:
    """Reports negative numbers for what is a square."""
    negative = axis.both_signs or (axis.spacing != "log10" and min(axis.values, default=axis.low) < 0)
    if axis.target.power != 1 or not negative:
        return True
    key = "sign" if axis.both_signs else axis.spacing
    hint = f"let `{axis.label}` vary instead"
    table.report("Z123", f"`{axis.shown}` is a square and cannot be negative", table.span(key), [hint])
    return False
