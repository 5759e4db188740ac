"""Syntax expressions to model expressions: names looked up, `let` put in, functions and exponents checked."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction

from zmodel.diagnostics import Edit
from zmodel.limits import hint
from zmodel.model.context import Context
from zmodel.model.expression import (
    CONSTANTS,
    FUNCTIONS,
    MINUS_ONE,
    Constant,
    Expression,
    Function,
    Name,
    add,
    exact_value,
    multiply,
    raise_to,
)
from zmodel.source import Span
from zmodel.syntax import ast


class InvalidError(Exception):
    """An expression has been reported as wrong; caught where the statement is resolved."""


@dataclass(frozen=True)
class Let:
    """What a `let` stands for.

    Attributes:
        node: as written.
        value: the expression, or None for a list of charges, which stands only in charges.
        size: number of nodes, with earlier `let`s put in.
        depth: levels of nesting, likewise.
    """

    node: ast.Expression
    value: Expression | None
    size: int
    depth: int


@dataclass(frozen=True)
class Scope:
    """What names mean inside expressions.

    Attributes:
        context: where errors go.
        known: names that may stand in an expression.
        lets: likewise, and what they stand for.
        open_names: whether a new name is welcome (vacuum values declare their symbols by using them).
        decimals: whether decimal numbers are allowed (points only).
        wanted: what a name must be, for messages.
        advice: what to do where it is not, likewise.
        extension: the meaning of what only some places know, such as entries of couplings, or None for all else.
    """

    context: Context
    known: frozenset[str]
    lets: Mapping[str, Let] = field(default_factory=dict)
    open_names: bool = False
    decimals: bool = False
    wanted: str = "parameter"
    advice: tuple[str, ...] = ()
    extension: Callable[[ast.Expression, Scope], Expression | None] = lambda _node, _scope: None

    def fail(
        self,
        code: str,
        message: str,
        span: Span,
        hints: Iterable[str] = (),
        similar: Sequence[str] = (),
        place: Span | None = None,
        fixes: Iterable[Edit] = (),
    ) -> InvalidError:
        """Reports, see `Context.report`, and returns the exception to raise."""
        self.context.report(code, message, span, hints=hints, similar=similar, place=place, fixes=fixes)
        return InvalidError()

    def unknown(self, name: str, span: Span) -> InvalidError:
        """Reports a name that means nothing here, and returns the exception to raise."""
        self.context.unknown_name(name, span, self.wanted, {*self.known, *self.lets}, hints=self.advice)
        return InvalidError()


def resolve_expression(node: ast.Expression, scope: Scope) -> Expression:
    """Resolves names and puts `let` in; what is a rational number becomes one.

    Raises:
        InvalidError: after reporting what is wrong.
    """
    check_size(node, scope)
    return _resolve(node, scope)


def check_size(node: ast.Expression, scope: Scope) -> tuple[int, int]:
    """Size and depth of an expression with every `let` put in.

    Raises:
        InvalidError: after reporting that it is too large or too deep.
    """
    size, depth = _measure(node, scope.lets)
    limits = scope.context.limits
    if size > limits.expression_size:
        message = f"an expression of more than {limits.expression_size} numbers and names"
        raise scope.fail("Z104", message, node.span, [hint("expression_size")])
    if depth > limits.expression_depth:
        message = f"an expression nested more than {limits.expression_depth} deep"
        raise scope.fail("Z104", message, node.span, [hint("expression_depth")])
    return size, depth


def _measure(node: ast.Expression, lets: Mapping[str, Let]) -> tuple[int, int]:
    if isinstance(node, ast.Symbol) and node.name in lets:
        return lets[node.name].size, lets[node.name].depth
    inner = [_measure(operand, lets) for operand in ast.operands(node)]
    return 1 + sum(size for size, _ in inner), 1 + max((depth for _, depth in inner), default=0)


def _resolve(node: ast.Expression, scope: Scope) -> Expression:
    found = scope.extension(node, scope)
    if found is not None:
        return found
    match node:
        case ast.Number():
            return Constant(number_value(node, scope))
        case ast.Symbol(span, name):
            return _resolve_symbol(name, span, scope)
        case ast.Sum(_, terms):
            return add([_signed(sign, _resolve(term, scope)) for sign, term in terms])
        case ast.Product(_, factors):
            return multiply([_resolve_factor(operator, factor, scope) for operator, factor in factors])
        case ast.Power():
            return _resolve_power(node, scope)
        case ast.Call():
            return _resolve_call(node, scope)
        case ast.Unknown(span):
            raise scope.fail("Z117", "an unknown charge `?` cannot stand here", span)
        case ast.ListLiteral(span):
            raise scope.fail("Z124", "a list cannot stand here", span)
        case ast.Component(span):
            raise scope.fail("Z124", "the component of a field cannot stand here", span)
        case ast.ElementName(span):
            raise scope.fail("Z124", "the entry of a coupling cannot stand here", span)
        case ast.Comparison(span) | ast.Logic(span):
            raise scope.fail("Z124", "a condition cannot stand here", span)


def number_value(node: ast.Number, scope: Scope) -> Fraction:
    """The value of a number, which must be exact unless the scope allows decimals.

    Raises:
        InvalidError: after reporting a decimal number where none may stand.
    """
    if node.decimal and not scope.decimals:
        hints = (f"write {node.value}",) if node.value.denominator <= 10_000 else ()
        fixes = (Edit(node.span, _exact_text(node)),) if hints else ()
        raise scope.fail("Z116", "a decimal number where an exact one is needed", node.span, hints, fixes=fixes)
    return node.value


def _exact_text(node: ast.Number) -> str:
    """A decimal number as a fraction, in brackets where what stands beside it binds more strongly than `/`."""
    text, file = str(node.value), node.span.file.text
    before, after = file[: node.span.start].rstrip()[-1:], file[node.span.end :].lstrip()[:1]
    return f"({text})" if "/" in text and (before in "/^*" or after == "^") else text


def _resolve_symbol(name: str, span: Span, scope: Scope) -> Expression:
    if name in scope.lets:
        value = scope.lets[name].value
        if value is None:
            raise scope.fail("Z124", f"`{name}` stands for a list of charges, which cannot stand here", span)
        return value
    if name in scope.known or name in CONSTANTS or (scope.open_names and name not in scope.context.declared):
        return Name(name)
    raise scope.unknown(name, span)


def _signed(sign: int, value: Expression) -> Expression:
    return value if sign > 0 else multiply([MINUS_ONE, value])


def _resolve_factor(operator: str, factor: ast.Expression, scope: Scope) -> Expression:
    value = _resolve(factor, scope)
    if operator == "*":
        return value
    if exact_value(value) == 0:
        raise scope.fail("Z117", "division by zero", factor.span)
    return raise_to(value, MINUS_ONE)


def _resolve_power(node: ast.Power, scope: Scope) -> Expression:
    exponent_node = single_exponent(node, scope)
    base, exponent = _resolve(node.base, scope), _resolve(exponent_node, scope)
    number = exact_value(exponent)
    most = scope.context.limits.exponent
    if number is not None and abs(number) > most:
        raise scope.fail("Z104", f"an exponent beyond {most}", exponent_node.span, [hint("exponent")])
    if number is not None and number < 0 and exact_value(base) == 0:
        raise scope.fail("Z117", "division by zero", node.span)
    return raise_to(base, exponent)


def single_exponent(node: ast.Power, scope: Scope) -> ast.Expression:
    """The exponent of a power that has only one.

    Raises:
        InvalidError: after reporting `a^b^c`, which grows beyond everything and is read in two ways.
    """
    if len(node.exponents) > 1:
        raise scope.fail("Z104", "a tower of powers", node.exponents[1].span, ["use brackets"])
    return node.exponents[0]


def _resolve_call(node: ast.Call, scope: Scope) -> Expression:
    name, arguments = node.function, node.arguments
    if name == "dag":
        hints = ["the complex conjugate of a number is conj(...)"]
        raise scope.fail("Z122", "a dagger is for fields and matrices", node.span, hints)
    if name not in FUNCTIONS:
        hints = ["known functions: " + ", ".join(FUNCTIONS)]
        similar = scope.context.similar(name, FUNCTIONS)
        message = f"no function is called `{name}`"
        raise scope.fail("Z122", message, node.span, hints, similar, node.name_span)
    if len(arguments) != 1:
        raise scope.fail("Z124", f"`{name}` takes one argument, not {len(arguments)}", node.span)
    return Function(name, _resolve(arguments[0], scope))
