"""`point` blocks: units, alpha(), exact values."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction

from zmodel.model.draft import Draft
from zmodel.model.expression import GEV, EvaluationError, Value, evaluate, exact_value
from zmodel.model.expressions import InvalidError, Scope, resolve_expression
from zmodel.model.model import Point, PointValue
from zmodel.model.terms import generation_shape
from zmodel.syntax import ast

ALPHA_NORM = (4 * math.pi) ** 2
"""alpha(g) = g^2/(4 pi)^2, alpha(Y) = |Y|^2/(4 pi)^2, alpha(lambda) = lambda/(4 pi)^2 (paper A, Eq. 46)."""


@dataclass(frozen=True)
class _Quantities:
    """What a point may give values to.

    Attributes:
        shapes: the shape of every coupling and parameter.
        squared: couplings whose alpha() is quadratic, see `ALPHA_NORM`.
        linear: couplings whose alpha() is linear.
    """

    shapes: Mapping[str, tuple[int, ...]]
    squared: frozenset[str]
    linear: frozenset[str]


def resolve_points(draft: Draft) -> tuple[Point, ...]:
    """The points; wrong values are reported and left out."""
    quantities = _quantities(draft)
    scope = Scope(draft.context, unit_names(), decimals=True, wanted="constant or unit")
    points: dict[str, Point] = {}
    for statement in draft.of_type(ast.PointStatement):
        name = statement.name.name
        if name in points:
            related = [(points[name].span, "the first one")]
            draft.context.report("Z111", f"two points are called `{name}`", statement.name.span, related=related)
            continue
        points[name] = _resolve_point(statement, quantities, scope)
    return tuple(points.values())


def unit_names() -> frozenset[str]:
    """The units of energy."""
    return frozenset(GEV)


def quantity_unit(node: ast.Quantity, scope: Scope) -> Fraction:
    """The unit of a quantity in GeV; GeV where none is written.

    Raises:
        InvalidError: after reporting an unknown unit.
    """
    if node.unit is None:
        return GEV["GeV"]
    name = node.unit.name
    if name not in GEV:
        hints = scope.context.suggest(name, GEV) or ["known units: " + ", ".join(GEV)]
        raise scope.fail("Z122", f"no unit is called `{name}`", node.unit.span, hints)
    return GEV[name]


def quantity_names(draft: Draft) -> frozenset[str]:
    """Everything that a point may give a value to: parameters, vacuum values, masses, mixings and couplings."""
    return frozenset(_quantities(draft).shapes)


def _quantities(draft: Draft) -> _Quantities:
    gauge = {group.coupling for group in draft.groups.values() if group.coupling is not None}
    shapes: dict[str, tuple[int, ...]] = dict.fromkeys([*draft.known_parameters, *draft.mixings, *gauge], ())
    squared: set[str] = set(gauge)
    linear: set[str] = set()
    for coupling in draft.couplings.values():
        shape = generation_shape(coupling.monomials[0], draft.fields)
        if coupling.kept:
            own: dict[str, tuple[int, ...]] = dict.fromkeys([kept.name for kept in coupling.kept], ())
        else:
            own = {coupling.name: shape}
        shapes |= own
        if coupling.kind == "yukawa":
            squared |= own.keys()
        elif coupling.kind == "potential":
            linear |= own.keys()
    return _Quantities(shapes, frozenset(squared), frozenset(linear))


# ------------------------------------------------------------------ one point
def _resolve_point(statement: ast.PointStatement, quantities: _Quantities, scope: Scope) -> Point:
    values: dict[tuple[str, tuple[int, ...]], PointValue] = {}
    for node in statement.values:
        try:
            items = list(_resolve_value(node, quantities, scope))
        except InvalidError:
            continue
        if any((item.name, item.indices) in values for item in items):
            scope.context.report("Z121", f"`{node.name.name}` is given twice", node.name.span)
        values |= {(item.name, item.indices): item for item in items}
    return Point(statement.name.name, _resolve_scale(statement, scope), tuple(values.values()), statement.span)


def _resolve_scale(statement: ast.PointStatement, scope: Scope) -> float | None:
    if statement.scale is None:
        return None
    try:
        value, _ = _resolve_quantity(statement.scale, scope)
    except InvalidError:
        return None
    if isinstance(value, complex) or value <= 0:
        scope.context.report("Z123", "a scale is a positive energy", statement.scale.span)
        return None
    return value


def _resolve_value(node: ast.PointValue, quantities: _Quantities, scope: Scope) -> Iterator[PointValue]:
    """One value, or one per element when a matrix is written out.

    Raises:
        InvalidError: after reporting what is wrong.
    """
    name = node.name.name
    if node.function is not None and node.function.name != "alpha":
        message = f"`{node.function.name}` is no function of couplings"
        raise scope.fail("Z122", message, node.function.span, ["the only one is alpha"])
    if name not in quantities.shapes:
        scope.context.unknown_name(name, node.name.span, "coupling or parameter", quantities.shapes)
        raise InvalidError
    if node.function is not None and name not in quantities.squared | quantities.linear:
        message = f"`{name}` is not a dimensionless coupling, so it has no alpha"
        raise scope.fail("Z115", message, node.name.span)
    shape = quantities.shapes[name]
    indices = () if node.entry is None else node.entry.indices
    fits = len(indices) == len(shape) and all(1 <= i <= n for i, n in zip(indices, shape, strict=True))
    if node.entry is not None and not fits:
        message = f"`{name}` is a {_shape_name(shape)}" if shape else f"`{name}` is a single number"
        raise scope.fail("Z124", message, node.entry.span)
    start = tuple(index - 1 for index in indices)
    for found, quantity in _elements(node.quantity, name, start, shape, scope):
        value, exact = _resolve_quantity(quantity, scope)
        if node.function is not None:
            value, exact = _from_alpha(value, name in quantities.linear, quantity, scope), None
        yield PointValue(name, found, value, exact)


def _shape_name(shape: tuple[int, ...]) -> str:
    if len(shape) == 1:
        return f"list of {shape[0]}"
    return " x ".join(map(str, shape)) + " matrix"


def _elements(
    quantity: ast.Quantity, name: str, indices: tuple[int, ...], shape: tuple[int, ...], scope: Scope
) -> Iterator[tuple[tuple[int, ...], ast.Quantity]]:
    """The numbers of a matrix that is written as a list of rows, each with its indices."""
    if len(indices) == len(shape):
        yield indices, quantity
        return
    expression = quantity.value
    if not isinstance(expression, ast.ListLiteral):
        entry = ", ".join("1" for _ in shape)
        hint = f"give an entry, {name}[{entry}] = ..., or all of them in brackets"
        raise scope.fail("Z124", f"`{name}` is a {_shape_name(shape)}", quantity.span, [hint])
    if len(expression.items) != shape[len(indices)]:
        message = f"`{name}` is a {_shape_name(shape)}, but {len(expression.items)} entries are given here"
        raise scope.fail("Z124", message, expression.span)
    for i, item in enumerate(expression.items):
        inner = replace(quantity, span=item.span, value=item)
        yield from _elements(inner, name, (*indices, i), shape, scope)


# ------------------------------------------------------------------ numbers
def _resolve_quantity(node: ast.Quantity, scope: Scope) -> tuple[Value, Fraction | None]:
    """The number (in GeV where it has a unit), and the exact value where it is rational.

    Raises:
        InvalidError: after reporting what is wrong.
    """
    unit = quantity_unit(node, scope)
    expression = resolve_expression(node.value, scope)
    exact = exact_value(expression)
    try:
        number = evaluate(expression, {name: float(value) for name, value in GEV.items()}) * float(unit)
    except EvaluationError as error:
        raise scope.fail("Z123", f"this has no finite value: {error}", node.span) from None
    if not math.isfinite(abs(number)):
        raise scope.fail("Z123", "this number is too large", node.span)
    return number, None if exact is None else exact * unit


def _from_alpha(value: Value, linear: bool, node: ast.Quantity, scope: Scope) -> float:
    if isinstance(value, complex) or (value < 0 and not linear):
        raise scope.fail("Z123", "this alpha is a square and cannot be negative or complex", node.span)
    return ALPHA_NORM * value if linear else math.sqrt(ALPHA_NORM * value)
