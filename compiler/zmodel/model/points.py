"""`point` blocks: units, alpha(), exact values."""

from __future__ import annotations

import math
from collections.abc import Mapping
from fractions import Fraction

from zmodel.model.context import Context
from zmodel.model.expression import EvaluationError, Value, evaluate, exact_value
from zmodel.model.expressions import Invalid, Scope, resolve_expression
from zmodel.model.model import Point, PointValue
from zmodel.syntax import ast

GEV = {"MeV": Fraction(1, 1000), "GeV": Fraction(1), "TeV": Fraction(1000), "M_Pl": Fraction("1.22e19")}
"""Units of energy in GeV; the Planck mass is the one of the papers, 1.22e19 GeV."""

ALPHA_NORM = (4 * math.pi) ** 2
"""alpha(g) = g^2/(4 pi)^2, alpha(Y) = |Y|^2/(4 pi)^2, alpha(lambda) = lambda/(4 pi)^2 (paper A, Eq. 46)."""


def unit_scope(context: Context) -> Scope:
    """The scope of numbers: no names but units and constants."""
    return Scope(context, {}, {name: "unit" for name in GEV}, decimals=True)


def resolve_quantity(node: ast.Quantity, context: Context) -> tuple[Value, Fraction | None]:
    """The number (in GeV where it has a unit), and the exact value where it is rational.

    Raises:
        Invalid: after reporting what is wrong.
    """
    scope = unit_scope(context)
    unit = Fraction(1)
    if node.unit is not None:
        if node.unit.name not in GEV:
            known = ", ".join(GEV)
            raise scope.fail(
                "Z122", f"no unit is called `{node.unit.name}`", node.unit.span, (f"known units: {known}",)
            )
        unit = GEV[node.unit.name]
    expression = resolve_expression(node.value, scope)
    exact = exact_value(expression)
    if exact is not None:
        return _finite(float(exact * unit), node, scope), exact * unit
    try:
        return evaluate(expression, {name: float(value) for name, value in GEV.items()}) * float(unit), None
    except EvaluationError as error:
        raise scope.fail("Z123", f"this has no finite value: {error}", node.span) from None


def _finite(value: float, node: ast.Quantity, scope: Scope) -> float:
    if not math.isfinite(value):
        raise scope.fail("Z123", "this has no finite value", node.span)
    return value


def resolve_point(
    statement: ast.PointStatement,
    shapes: Mapping[str, tuple[int, ...]],
    quartics: frozenset[str],
    context: Context,
) -> Point:
    """A point; wrong values are reported and left out.

    Args:
        statement: the block.
        shapes: the shape of every coupling and parameter that may be given.
        quartics: names whose alpha() is linear, see `ALPHA_NORM`.
        context: where errors go.
    """
    scale: float | None = None
    if statement.scale is not None:
        try:
            value, _ = resolve_quantity(statement.scale, context)
            scale = value if isinstance(value, float) and value > 0 else None
            if scale is None:
                context.report("Z123", "a scale is a positive energy", statement.scale.span)
        except Invalid:
            pass
    values: list[PointValue] = []
    seen: set[tuple[str, tuple[int, ...]]] = set()
    for node in statement.values:
        for item in _resolve_value(node, shapes, quartics, context):
            if (item.name, item.indices) in seen:
                context.report("Z121", f"`{item.name}` is given twice", node.name.span)
                break
            seen.add((item.name, item.indices))
            values.append(item)
    return Point(statement.name.name, scale, tuple(values), statement.span)


def _resolve_value(
    node: ast.PointValue, shapes: Mapping[str, tuple[int, ...]], quartics: frozenset[str], context: Context
) -> list[PointValue]:
    name = node.name.name
    if name not in shapes:
        context.unknown_name(name, node.name.span, "coupling or parameter", shapes)
        return []
    indices = () if node.entry is None else tuple(index - 1 for index in node.entry.indices)
    shape = shapes[name]
    if node.entry is not None and (
        len(indices) != len(shape) or any(not 0 <= i < size for i, size in zip(indices, shape, strict=True))
    ):
        context.report("Z124", f"`{name}` has the shape {list(shape)}", node.entry.span)
        return []
    try:
        return _entries(node, name, indices, shape, name in quartics, context)
    except Invalid:
        return []


def _entries(
    node: ast.PointValue,
    name: str,
    indices: tuple[int, ...],
    shape: tuple[int, ...],
    linear: bool,
    context: Context,
) -> list[PointValue]:
    """One value, or one per element when a matrix is written out in full."""
    expression = node.quantity.value
    if isinstance(expression, ast.ListLiteral) and len(indices) < len(shape):
        if len(expression.items) != shape[len(indices)]:
            message = f"`{name}` has the shape {list(shape)}, but {len(expression.items)} entries are given"
            context.report("Z124", message, expression.span)
            return []
        result = []
        for i, item in enumerate(expression.items):
            inner = ast.PointValue(
                item.span, node.name, ast.Quantity(item.span, item, node.quantity.unit), node.is_alpha
            )
            result += _entries(inner, name, (*indices, i), shape, linear, context)
        return result
    if len(indices) < len(shape):
        message = f"`{name}` is a matrix of shape {list(shape)}"
        hint = f"give an entry, {name}[{', '.join('3' for _ in shape)}] = ..., or the whole matrix as a list of rows"
        context.report("Z124", message, node.span, hints=(hint,))
        return []
    value, exact = resolve_quantity(node.quantity, context)
    if node.is_alpha:
        return [PointValue(name, indices, _from_alpha(value, linear, node, context), None)]
    return [PointValue(name, indices, value, exact)]


def _from_alpha(value: Value, linear: bool, node: ast.PointValue, context: Context) -> float:
    if isinstance(value, complex) or (value < 0 and not linear):
        context.report("Z123", "this alpha is a square and cannot be negative or complex", node.quantity.span)
        raise Invalid
    return ALPHA_NORM * value if linear else math.sqrt(ALPHA_NORM * value)
