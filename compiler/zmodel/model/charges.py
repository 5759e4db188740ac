"""Charges: syntax expressions to polynomials in parameters and unknowns, one per generation."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from math import comb

from zmodel.algebra import Polynomial, Ring
from zmodel.algebra.polynomial import constant_value
from zmodel.limits import hint
from zmodel.model.context import counted
from zmodel.model.expressions import InvalidError, Scope, check_size, number_value, single_exponent
from zmodel.source import Span
from zmodel.syntax import ast

MAX_COEFFICIENT_BITS = 1000

Charges = tuple[Polynomial, ...]
"""One charge for all generations, or one for each."""


@dataclass(frozen=True)
class ChargeScope:
    """What names mean inside charges.

    Attributes:
        scope: of expressions in general.
        ring: of the parameters and unknowns.
        lets: the charges that `let`s stand for, as far as they have been needed; None if one is no charge.
    """

    scope: Scope
    ring: Ring
    lets: dict[str, Charges | None] = field(default_factory=dict)


@dataclass(frozen=True)
class _Place:
    """What an expression is the charge of: the unknowns of its generations; None inside a `let`."""

    unknowns: tuple[str, ...] | None
    in_list: bool = False


def resolve_charges(node: ast.Expression, unknowns: tuple[str, ...], scope: ChargeScope) -> Charges:
    """The charge of each generation; a single value holds for all of them.

    Args:
        node: the expression.
        unknowns: what `?` means for each generation.
        scope: what names mean.

    Raises:
        InvalidError: after reporting what is wrong.
    """
    check_size(node, scope.scope)
    values = _charges(node, _Place(unknowns), scope)
    if any(_bits(value) > MAX_COEFFICIENT_BITS for value in values):
        raise scope.scope.fail("Z104", "a charge with numbers of too many digits", node.span)
    return values * len(unknowns) if len(values) == 1 else values


def _charges(node: ast.Expression, place: _Place, scope: ChargeScope) -> Charges:
    match node:
        case ast.Number():
            return (scope.ring.constant(number_value(node, scope.scope)),)
        case ast.Symbol(span, name):
            return _symbol(name, span, place, scope)
        case ast.Unknown(_, name):
            symbols = [f"?{name}"] if name else place.unknowns or ()
            return tuple(_generator(symbol, scope) for symbol in symbols)
        case ast.ListLiteral():
            return _list(node, place, scope)
        case ast.Sum(_, terms):
            total: Charges = (scope.ring.zero,)
            for sign, term in terms:
                operation = _plus if sign > 0 else _minus
                total = _each(operation, total, _charges(term, place, scope), term.span, scope)
            return total
        case ast.Product(_, factors):
            result: Charges = (scope.ring.one,)
            for operator, factor in factors:
                values = _charges(factor, place, scope)
                if operator == "/":
                    values = tuple(_inverse(value, factor.span, scope) for value in values)
                result = _each(_times, result, values, factor.span, scope)
            return result
        case ast.Power():
            return _power(node, place, scope)
        case ast.Call(span) | ast.Component(span) | ast.ElementName(span) | ast.Comparison(span) | ast.Logic(span):
            message = "a charge is a polynomial in parameters with rational coefficients"
            raise scope.scope.fail("Z117", message, span)


# ------------------------------------------------------------------ names and lists
def _symbol(name: str, span: Span, place: _Place, scope: ChargeScope) -> Charges:
    if name in scope.scope.lets:
        return _let(name, span, place, scope)
    if name in scope.ring.symbols:
        return (scope.ring.symbol(name),)
    if name in scope.scope.known:
        raise scope.scope.fail("Z117", f"a charge cannot depend on the complex parameter `{name}`", span)
    raise scope.scope.unknown(name, span)


def _generator(symbol: str, scope: ChargeScope) -> Polynomial:
    if symbol not in scope.ring.symbols:
        raise InvalidError  # the ring is full, which has been reported
    return scope.ring.symbol(symbol)


def _let(name: str, span: Span, place: _Place, scope: ChargeScope) -> Charges:
    """What a `let` stands for; worked out at its first use, since not every `let` is a charge."""
    if name not in scope.lets:
        scope.lets[name] = None
        scope.lets[name] = _charges(scope.scope.lets[name].node, _Place(None), scope)
    values = scope.lets[name]
    if values is None:
        raise InvalidError  # its first use has been reported
    if len(values) > 1 and place.unknowns is not None:
        if place.in_list:
            raise scope.scope.fail("Z124", f"`{name}` is a list, which cannot stand inside a list", span)
        _check_length(len(values), len(place.unknowns), span, scope)
    return values


def _list(node: ast.ListLiteral, place: _Place, scope: ChargeScope) -> Charges:
    if place.in_list:
        raise scope.scope.fail("Z124", "a list of charges cannot stand inside a list", node.span)
    if place.unknowns is None:
        inner = [_Place(None, in_list=True)] * len(node.items)
    else:
        _check_length(len(node.items), len(place.unknowns), node.span, scope)
        inner = [_Place((unknown,), in_list=True) for unknown in place.unknowns]
    return tuple(_charges(item, at, scope)[0] for item, at in zip(node.items, inner, strict=True))


def _check_length(length: int, generations: int, span: Span, scope: ChargeScope) -> None:
    if length != generations:
        message = f"{counted(length, 'charge')} for {counted(generations, 'generation')}"
        raise scope.scope.fail("Z113", message, span)


# ------------------------------------------------------------------ arithmetic
def _plus(a: Polynomial, b: Polynomial) -> Polynomial:
    return a + b


def _minus(a: Polynomial, b: Polynomial) -> Polynomial:
    return a - b


def _times(a: Polynomial, b: Polynomial) -> Polynomial:
    return a * b


def _each(
    operation: Callable[[Polynomial, Polynomial], Polynomial],
    a: Charges,
    b: Charges,
    span: Span,
    scope: ChargeScope,
) -> Charges:
    """Combines two charges generation by generation."""
    if len(a) == 1:
        a = a * len(b)
    elif len(b) == 1:
        b = b * len(a)
    if len(a) != len(b):
        raise scope.scope.fail("Z124", f"a list of {len(b)} combined with one of {len(a)}", span)
    return tuple(_bounded(operation(x, y), span, scope) for x, y in zip(a, b, strict=True))


def _bounded(value: Polynomial, span: Span, scope: ChargeScope) -> Polynomial:
    if len(value) > scope.scope.context.limits.charge_terms:
        raise _too_many_terms(span, scope)
    return value


def _too_many_terms(span: Span, scope: ChargeScope) -> InvalidError:
    message = f"a charge of more than {scope.scope.context.limits.charge_terms} terms"
    return scope.scope.fail("Z104", message, span, [hint("charge_terms")])


def _bits(value: Polynomial) -> int:
    return max((max(int(c.p).bit_length(), int(c.q).bit_length()) for c in value.coeffs()), default=0)


def _inverse(value: Polynomial, span: Span, scope: ChargeScope) -> Polynomial:
    number = constant_value(value)
    if number is None:
        raise scope.scope.fail("Z117", "a charge cannot be divided by a parameter", span)
    if number == 0:
        raise scope.scope.fail("Z117", "division by zero", span)
    return scope.ring.constant(1 / number)


def _power(node: ast.Power, place: _Place, scope: ChargeScope) -> Charges:
    exponent_node = single_exponent(node, scope.scope)
    exponent = _whole_number(exponent_node, place, scope)
    bases = _charges(node.base, place, scope)
    if exponent < 0:
        bases = tuple(_inverse(base, node.base.span, scope) for base in bases)
    for base in bases:
        # The number of terms before any of them cancel: known without working the power out.
        terms = comb(len(base) + abs(exponent) - 1, abs(exponent))
        if len(base) > 1 and terms > scope.scope.context.limits.charge_terms:
            raise _too_many_terms(node.span, scope)
    return tuple(base ** abs(exponent) for base in bases)


def _whole_number(node: ast.Expression, place: _Place, scope: ChargeScope) -> int:
    exponents = {constant_value(value) for value in _charges(node, place, scope)}
    exponent = exponents.pop()
    if exponents or exponent is None or exponent.denominator != 1:
        raise scope.scope.fail("Z117", "the exponent in a charge is a whole number", node.span)
    most = scope.scope.context.limits.charge_exponent
    if abs(exponent) > most:
        message = f"an exponent beyond {most} in a charge"
        raise scope.scope.fail("Z104", message, node.span, [hint("charge_exponent")])
    return int(exponent)
