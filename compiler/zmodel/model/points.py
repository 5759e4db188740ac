"""`point` blocks: units, alpha(), exact values."""

from __future__ import annotations

import cmath
import math
from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

from zmodel.diagnostics import Diagnostic
from zmodel.model.context import Context
from zmodel.model.draft import Draft
from zmodel.model.expression import GEV, EvaluationError, Value, evaluate, exact_value
from zmodel.model.expressions import InvalidError, Scope, resolve_expression
from zmodel.model.model import Point, PointValue
from zmodel.model.quantities import Quantities, Target, draft_quantities, resolve_target, shape_name
from zmodel.source import SourceFile
from zmodel.syntax import ast
from zmodel.syntax.parser import parse_quantity

TOO_LARGE = "this number is too large"
"""Of what is no finite floating-point number in GeV, or in the coupling behind an alpha."""


def resolve_points(draft: Draft) -> tuple[Point, ...]:
    """The points; wrong values are reported and left out."""
    quantities = draft_quantities(draft)
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
        similar, hints = scope.context.similar(name, GEV), ["known units: " + ", ".join(GEV)]
        raise scope.fail("Z122", f"no unit is called `{name}`", node.unit.span, hints, similar)
    return GEV[name]


def quantity_names(draft: Draft) -> frozenset[str]:
    """Everything that a point may give a value to: parameters, vacuum values, masses, mixings and couplings."""
    return frozenset(draft_quantities(draft).shapes)


# ------------------------------------------------------------------ one point
def _resolve_point(statement: ast.PointStatement, quantities: Quantities, scope: Scope) -> Point:
    values: dict[tuple[str, tuple[int, ...]], PointValue] = {}
    for node in statement.values:
        try:
            items = list(_resolve_value(node, quantities, scope))
        except InvalidError:
            continue
        if any((item.name, item.indices) in values for item in items):
            scope.context.report("Z121", f"`{node.target.name.name}` is given twice", node.target.name.span)
        values |= {(item.name, item.indices): item for item in items}
    return Point(statement.name.name, _resolve_scale(statement, scope), tuple(values.values()), statement.span)


def _resolve_scale(statement: ast.PointStatement, scope: Scope) -> float | None:
    if statement.scale is None:
        return None
    try:
        value, _ = resolve_quantity(statement.scale, scope)
    except InvalidError:
        return None
    if isinstance(value, complex) or value <= 0:
        scope.context.report("Z123", "a scale is a positive energy", statement.scale.span)
        return None
    return value


def _resolve_value(node: ast.PointValue, quantities: Quantities, scope: Scope) -> Iterator[PointValue]:
    """One value, or one per element when a matrix is written out.

    Raises:
        InvalidError: after reporting what is wrong.
    """
    target = resolve_target(node.target, quantities, scope, whole=True)
    for found, quantity in _elements(node.quantity, target.name, target.indices, quantities.shapes[target.name], scope):
        value, exact = resolve_quantity(quantity, scope)
        if quantities.is_pure(target.name):
            check_pure(target.name, quantity, scope)
        if target.power:
            value, exact = _from_alpha(value, target, quantity, scope), None
        yield PointValue(target.name, found, value, exact, quantity.span)


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
        raise scope.fail("Z124", f"`{name}` is a {shape_name(shape)}", quantity.span, [hint])
    if len(expression.items) != shape[len(indices)]:
        message = f"`{name}` is a {shape_name(shape)}, but {len(expression.items)} entries are given here"
        raise scope.fail("Z124", message, expression.span)
    for i, item in enumerate(expression.items):
        inner = replace(quantity, span=item.span, value=item)
        yield from _elements(inner, name, (*indices, i), shape, scope)


# ------------------------------------------------------------------ numbers
def resolve_quantity(node: ast.Quantity, scope: Scope) -> tuple[Value, Fraction | None]:
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
        raise scope.fail("Z123", TOO_LARGE, node.span)
    return number, None if exact is None else exact * unit


def is_energy(node: ast.Quantity, scope: Scope) -> bool:
    """Whether a number that depends on units alone depends on them: it is another one in other units.

    Raises:
        InvalidError: after reporting what is wrong.
    """
    expression = resolve_expression(node.value, scope)
    one, other = ({name: float(value) * factor for name, value in GEV.items()} for factor in (1.0, 2.0))
    try:
        return node.unit is not None or not cmath.isclose(evaluate(expression, one), evaluate(expression, other))
    except EvaluationError:  # in other units alone
        return True


def check_pure(name: str, node: ast.Quantity, scope: Scope) -> None:
    """A coupling without a dimension is no energy.

    Raises:
        InvalidError: after reporting that it is given one.
    """
    if is_energy(node, scope):
        raise scope.fail("Z122", f"`{name}` has no dimension, and this is an energy", node.span)


def _from_alpha(value: Value, target: Target, node: ast.Quantity, scope: Scope) -> float:
    if isinstance(value, complex) or (value < 0 and target.power == 1):
        raise scope.fail("Z123", "this alpha is a square and cannot be negative or complex", node.span)
    found = float(target.value_of(value))
    if not math.isfinite(found):
        raise scope.fail("Z123", TOO_LARGE, node.span)
    return found


def parse_energy(text: str, name: str) -> tuple[float | None, tuple[Diagnostic, ...]]:
    """Reads a positive energy such as `10 TeV`, `M_Pl` or `1e10`, in GeV.

    Args:
        text: as written.
        name: of the place, for diagnostics.
    """
    node, found = parse_quantity(SourceFile(name, text))
    if node is None:
        return None, found
    context = Context()
    scope = Scope(context, unit_names(), decimals=True, wanted="constant or unit")
    try:
        value, _ = resolve_quantity(node, scope)
    except InvalidError:
        return None, tuple(context.diagnostics)
    if isinstance(value, complex) or value <= 0:
        return None, (Diagnostic("Z123", "a scale is a positive energy", node.span),)
    return value, ()
