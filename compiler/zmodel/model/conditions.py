"""Conditions on numbers, as scan files have them: comparisons of expressions, joined by `and`, `or` and `not`."""

from __future__ import annotations

from collections.abc import Iterator, Set
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Literal

from zmodel.model.context import Context
from zmodel.model.expression import (
    ABS,
    CONSTANTS,
    Constant,
    Expression,
    Function,
    Name,
    exceeds_floats,
    multiply,
    names_in,
    raise_to,
)
from zmodel.model.expressions import InvalidError, Scope, resolve_expression
from zmodel.model.points import is_energy, quantity_unit, unit_names
from zmodel.model.quantities import Quantities, check_indices, entry_label
from zmodel.syntax import ast

INVERSE_ALPHA_NORM = raise_to(multiply([Constant(Fraction(4)), Name("pi")]), Constant(Fraction(-2)))
"""1/(4 pi)^2, see `quantities.ALPHA_NORM`."""


@dataclass(frozen=True)
class Comparison:
    """Of two real numbers."""

    left: Expression
    operator: Literal["<", ">", "<=", ">=", "==", "!="]
    right: Expression


@dataclass(frozen=True)
class Logic:
    """Conditions joined by `and` or `or`, or one behind `not`."""

    operator: Literal["and", "or", "not"]
    operands: tuple[Condition, ...]


@dataclass(frozen=True)
class Flag:
    """A word that holds or does not, such as `pole`."""

    name: str


Condition = Comparison | Logic | Flag


def words_in(condition: Condition) -> frozenset[str]:
    """The names and words that a condition depends on."""
    return frozenset(_words(condition))


def _words(condition: Condition) -> Iterator[str]:
    match condition:
        case Flag(name):
            yield name
        case Comparison(left, _, right):
            yield from names_in(left) | names_in(right)
        case Logic(_, operands):
            for operand in operands:
                yield from _words(operand)


# ------------------------------------------------------------------ names
@dataclass(frozen=True)
class NumberScope:
    """What words mean in conditions and in expressions of numbers.

    Attributes:
        context: where errors go.
        quantities: of the model; an entry of an array is called `Yd[2,3]`.
        numbers: further names of numbers.
        flags: words that hold or do not.
    """

    context: Context
    quantities: Quantities
    numbers: Set[str] = field(default_factory=frozenset)
    flags: Set[str] = field(default_factory=frozenset)

    @property
    def scope(self) -> Scope:
        """For numbers."""
        scalars = {name for name, shape in self.quantities.shapes.items() if not shape}
        known = frozenset(scalars | self.numbers) | unit_names()
        wanted = "coupling, parameter or column"
        return Scope(self.context, known, decimals=True, wanted=wanted, extension=self._extension)

    def _extension(self, node: ast.Expression, scope: Scope) -> Expression | None:
        match node:
            case ast.Symbol(span, name) if self.quantities.shapes.get(name):
                check_indices(name, (), self.quantities, span, scope)
            case ast.ElementName(span, name, indices):
                if name not in self.quantities.shapes:
                    arrays = {other for other, shape in self.quantities.shapes.items() if shape}
                    scope.context.unknown_name(name, span, "coupling", arrays, node.name_span)
                    raise InvalidError
                check_indices(name, indices, self.quantities, span, scope)
                return Name(entry_label(name, tuple(index - 1 for index in indices)))
            case ast.Call(_, "abs", (argument,)):
                return Function(ABS, resolve_expression(argument, scope))
            case ast.Call(_, "alpha", (ast.Symbol(_, name) | ast.ElementName(_, name) as argument,)):
                value = resolve_expression(argument, scope)
                return self._alpha(argument, name, value, scope)
        return None

    def _alpha(self, node: ast.Expression, name: str, value: Expression, scope: Scope) -> Expression:
        power = self.quantities.alpha_power(name)
        if not power:
            message = f"`{name}` is not a dimensionless coupling, so it has no alpha"
            raise scope.fail("Z115", message, node.span)
        size = raise_to(Function(ABS, value), Constant(Fraction(2))) if power == 1 else value
        return multiply([size, INVERSE_ALPHA_NORM])


def resolve_condition(node: ast.Condition, scope: NumberScope) -> Condition:
    """Looks names up.

    Raises:
        InvalidError: after reporting what is wrong.
    """
    match node:
        case ast.Logic(_, operator, operands):
            return Logic(operator, tuple(resolve_condition(operand, scope) for operand in operands))
        case ast.Comparison(_, left, operator, right):
            comparison = Comparison(resolve_number(left, scope), operator, resolve_number(right, scope))
            _check_dimensions(left, right, scope)
            _check_dimensions(right, left, scope)
            return comparison
        case ast.Symbol(_, name) if name in scope.flags:
            return Flag(name)
        case ast.Symbol(span, name) if name not in scope.scope.known and name not in scope.quantities.shapes:
            scope.context.unknown_name(name, span, "word for conditions", scope.flags)
            raise InvalidError
    hints = ["words that stand alone: " + ", ".join(sorted(scope.flags))]
    raise scope.scope.fail("Z124", "a number is no condition", node.span, hints)


def _check_dimensions(node: ast.Quantity, energy: ast.Quantity, scope: NumberScope) -> None:
    """What is made of couplings without a dimension is not compared with an energy.

    Raises:
        InvalidError: after reporting that it is.
    """
    numbers = scope.scope
    names, others = (names_in(resolve_expression(item.value, numbers)) - CONSTANTS.keys() for item in (node, energy))
    pure = all(scope.quantities.is_pure(name.partition("[")[0]) for name in names)
    if names and pure and node.unit is None and others <= unit_names() and is_energy(energy, numbers):
        name = min(names)
        raise numbers.fail("Z122", f"`{name}` has no dimension, and this is an energy", energy.span)


def resolve_number(node: ast.Quantity, scope: NumberScope) -> Expression:
    """An expression of numbers, in GeV where it has a unit.

    Raises:
        InvalidError: after reporting what is wrong.
    """
    numbers = scope.scope
    unit = quantity_unit(node, numbers)
    value = resolve_expression(node.value, numbers)
    value = value if unit == 1 else multiply([Constant(unit), value])
    if exceeds_floats(value):
        raise numbers.fail("Z123", "a number in this is too large for a floating-point number", node.span)
    return value
