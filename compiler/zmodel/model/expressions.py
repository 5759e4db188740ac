"""Syntax expressions to model expressions, charges and matrices."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from zmodel.algebra import Polynomial, Ring
from zmodel.algebra.polynomial import constant_value
from zmodel.model.context import Context
from zmodel.model.expression import (
    CONSTANTS,
    FUNCTIONS,
    MINUS_ONE,
    ONE,
    Add,
    Constant,
    Expression,
    Function,
    Multiply,
    Name,
    Power,
    exact_value,
)
from zmodel.source import Span
from zmodel.syntax import ast

MAX_CHARGE_EXPONENT = 16
MAX_CHARGE_TERMS = 2000


class Invalid(Exception):
    """An expression has been reported as wrong; caught where the statement is resolved."""


@dataclass(frozen=True)
class Scope:
    """What names mean inside expressions.

    Attributes:
        context: where errors go.
        lets: expressions by the name of their `let`.
        known: names that may stand in an expression.
        open_names: whether a new name is welcome (vacuum values declare their symbols by using them).
        decimals: whether decimal numbers are allowed (points only).
    """

    context: Context
    lets: Mapping[str, ast.Expression]
    known: Mapping[str, str]
    open_names: bool = False
    decimals: bool = False

    def fail(self, code: str, message: str, span: Span, hints: tuple[str, ...] = ()) -> Invalid:
        """Reports and returns the exception to raise."""
        self.context.report(code, message, span, hints=hints)
        return Invalid()

    def unknown(self, name: str, span: Span) -> Invalid:
        """Reports a name that means nothing here."""
        self.context.unknown_name(name, span, "parameter", (*self.known, *self.lets))
        return Invalid()


# ------------------------------------------------------------------ scalar expressions
def resolve_expression(node: ast.Expression, scope: Scope) -> Expression:
    """Resolves names and puts `let` in.

    Raises:
        Invalid: after reporting what is wrong.
    """
    match node:
        case ast.Number(span, value, decimal):
            if decimal and not scope.decimals:
                raise scope.fail(
                    "Z116", "a decimal number where an exact one is needed", span, _exact_hint(value)
                )
            return Constant(value)
        case ast.Symbol(span, name):
            return _resolve_symbol(name, span, scope)
        case ast.Sum(_, terms):
            return Add(tuple(_signed(sign, resolve_expression(term, scope)) for sign, term in terms))
        case ast.Product(_, factors):
            return Multiply(tuple(_factor(op, factor, scope) for op, factor in factors))
        case ast.Power(_, base, exponents):
            return _resolve_power(base, exponents, scope)
        case ast.Call(span, function, arguments):
            if function not in FUNCTIONS:
                known = ", ".join(sorted(FUNCTIONS))
                raise scope.fail(
                    "Z122", f"no function is called `{function}`", span, (f"known functions: {known}",)
                )
            if len(arguments) != 1:
                raise scope.fail("Z124", f"`{function}` takes one argument, not {len(arguments)}", span)
            return Function(function, resolve_expression(arguments[0], scope))
        case ast.Unknown(span):
            raise scope.fail("Z117", "an unknown charge `?` cannot stand here", span)
        case ast.ListLiteral(span):
            raise scope.fail("Z124", "a list cannot stand here", span)
        case ast.Component(span):
            raise scope.fail("Z124", "a rotation cannot stand here", span)


def _exact_hint(value: Fraction) -> tuple[str, ...]:
    return (f"write {value}",) if value.denominator <= 10_000 else ()


def _resolve_symbol(name: str, span: Span, scope: Scope) -> Expression:
    if name in scope.known:
        return Name(name)
    if name in scope.lets:
        return resolve_expression(scope.lets[name], scope)
    if name in CONSTANTS or (scope.open_names and name not in scope.context.declared):
        return Name(name)
    raise scope.unknown(name, span)


def _signed(sign: int, value: Expression) -> Expression:
    if sign > 0:
        return value
    return Constant(-value.value) if isinstance(value, Constant) else Multiply((MINUS_ONE, value))


def _factor(operator: str, factor: ast.Expression, scope: Scope) -> Expression:
    value = resolve_expression(factor, scope)
    if operator == "*":
        return value
    if exact_value(value) == 0:
        raise scope.fail("Z117", "division by zero", factor.span)
    return Power(value, MINUS_ONE)


def _resolve_power(base: ast.Expression, exponents: tuple[ast.Expression, ...], scope: Scope) -> Expression:
    if len(exponents) > 1:
        raise scope.fail("Z104", "a tower of powers", exponents[1].span, ("use brackets",))
    value, exponent = resolve_expression(base, scope), resolve_expression(exponents[0], scope)
    number = exact_value(exponent)
    if number is not None and abs(number) > 400:
        raise scope.fail("Z104", "an exponent beyond 400", exponents[0].span)
    if exact_value(value) == 0 and number is not None and number < 0:
        raise scope.fail("Z117", "division by zero", exponents[0].span)
    return value if exponent == ONE else Power(value, exponent)


# ------------------------------------------------------------------ charges
def resolve_charges(
    node: ast.Expression, generations: int, ring: Ring, field: str, scope: Scope
) -> tuple[Polynomial, ...]:
    """The charge of each generation; a single value holds for all of them.

    Raises:
        Invalid: after reporting what is wrong.
    """
    unknowns = [unknown_name("", field, g, generations) for g in range(generations)]
    values = _charges(node, ring, scope, generations, unknowns)
    if len(values) == 1 and generations > 1:
        return values * generations
    return values


def unknown_name(name: str, field: str, generation: int, generations: int) -> str:
    """The parameter that an unknown charge becomes: `?q` is q, `?` of L's second generation is L2."""
    if name:
        return name
    return f"{field}{generation + 1}" if generations > 1 else field


def _charges(
    node: ast.Expression, ring: Ring, scope: Scope, generations: int, unknowns: list[str]
) -> tuple[Polynomial, ...]:
    match node:
        case ast.ListLiteral(span, items):
            if len(items) != generations:
                message = f"{len(items)} charges for {generations} generation{'s' * (generations > 1)}"
                raise scope.fail("Z113", message, span)
            return tuple(_single_charge(item, ring, scope, unknowns[i]) for i, item in enumerate(items))
        case ast.Unknown(_, ""):
            return tuple(ring.symbol(f"?{name}") for name in unknowns)
        case ast.Sum(_, terms):
            total: tuple[Polynomial, ...] = (ring.zero,)
            for sign, term in terms:
                values = _charges(term, ring, scope, generations, unknowns)
                total = _broadcast(total, values, lambda a, b, s=sign: a + s * b)
            return total
        case ast.Product(_, factors):
            result: tuple[Polynomial, ...] = (ring.one,)
            for operator, factor in factors:
                values = _charges(factor, ring, scope, generations, unknowns)
                if operator == "/":
                    values = tuple(_inverse(value, factor.span, scope, ring) for value in values)
                result = _broadcast(result, values, lambda a, b: a * b)
            _check_size(result, node.span, scope)
            return result
        case ast.Symbol(_, name) if name in scope.lets:
            return _charges(scope.lets[name], ring, scope, generations, unknowns)
    return (_single_charge(node, ring, scope, unknowns[0]),)


def _broadcast(a: tuple[Polynomial, ...], b: tuple[Polynomial, ...], operation) -> tuple[Polynomial, ...]:  # type: ignore[no-untyped-def]
    if len(a) == 1:
        a = a * len(b)
    elif len(b) == 1:
        b = b * len(a)
    return tuple(operation(x, y) for x, y in zip(a, b, strict=True))


def _single_charge(node: ast.Expression, ring: Ring, scope: Scope, unknown: str) -> Polynomial:
    match node:
        case ast.Number(span, value, decimal):
            if decimal:
                raise scope.fail(
                    "Z116", "a decimal number where an exact one is needed", span, _exact_hint(value)
                )
            return ring.constant(value)
        case ast.Unknown(_, name):
            return ring.symbol(f"?{name or unknown}")
        case ast.Symbol(span, name):
            if name in ring.symbols:
                return ring.symbol(name)
            if name in scope.lets:
                return _single_charge(scope.lets[name], ring, scope, unknown)
            raise scope.unknown(name, span)
        case ast.Power(span, base, exponents):
            return _charge_power(node, ring, scope, unknown)
        case ast.Sum() | ast.Product():
            values = _charges(node, ring, scope, 1, [unknown])
            return values[0]
        case ast.Call(span) | ast.Component(span) | ast.ListLiteral(span):
            raise scope.fail(
                "Z117", "a charge is a polynomial in parameters with rational coefficients", span
            )


def _charge_power(node: ast.Power, ring: Ring, scope: Scope, unknown: str) -> Polynomial:
    if len(node.exponents) > 1:
        raise scope.fail("Z104", "a tower of powers", node.exponents[1].span, ("use brackets",))
    base = _single_charge(node.base, ring, scope, unknown)
    exponent = constant_value(_single_charge(node.exponents[0], ring, scope, unknown))
    if exponent is None or exponent.denominator != 1:
        raise scope.fail("Z117", "the exponent in a charge is a whole number", node.exponents[0].span)
    if abs(exponent) > MAX_CHARGE_EXPONENT:
        raise scope.fail(
            "Z104", f"an exponent beyond {MAX_CHARGE_EXPONENT} in a charge", node.exponents[0].span
        )
    if exponent < 0:
        base = _inverse(base, node.base.span, scope, ring)
    result = base ** abs(int(exponent))
    _check_size((result,), node.span, scope)
    return result


def _inverse(value: Polynomial, span: Span, scope: Scope, ring: Ring) -> Polynomial:
    number = constant_value(value)
    if number is None:
        raise scope.fail("Z117", "a charge cannot be divided by a parameter", span)
    if number == 0:
        raise scope.fail("Z117", "division by zero", span)
    return ring.constant(1 / number)


def _check_size(values: tuple[Polynomial, ...], span: Span, scope: Scope) -> None:
    if any(len(value.to_dict()) > MAX_CHARGE_TERMS for value in values):
        raise scope.fail("Z104", f"a charge with more than {MAX_CHARGE_TERMS} terms", span)
