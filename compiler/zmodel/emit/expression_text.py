"""Expressions of the model as text and LaTeX."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction

from zmodel.emit.formula import Formula, latex_name
from zmodel.model.expression import Add, Constant, Expression, Function, Multiply, Name, Power

SUM, PRODUCT, POWER, ATOM = range(4)


@dataclass(frozen=True)
class _Style:
    """How names, numbers, quotients and roots are spelled."""

    name: Callable[[str], str]
    times: str
    quotient: Callable[[str, str], str]
    function: Callable[[str, str], str]
    power: Callable[[str, str], str]


_TEXT = _Style(
    name=lambda name: name,
    times="*",
    quotient=lambda a, b: f"{a}/{b}",
    function=lambda name, argument: f"{name}({argument})",
    power=lambda base, exponent: f"{base}^{exponent}",
)
_LATEX = _Style(
    name=latex_name,
    times=" ",
    quotient=lambda a, b: f"\\frac{{{a}}}{{{b}}}",
    function=lambda name, argument: (
        f"\\sqrt{{{argument}}}" if name == "sqrt" else f"\\operatorname{{{name}}}({argument})"
    ),
    power=lambda base, exponent: f"{{{base}}}^{{{exponent}}}",
)


def expression_formula(expression: Expression) -> Formula:
    """An expression in both spellings."""
    return Formula(_format(expression, _TEXT)[0], _format(expression, _LATEX)[0])


def _format(expression: Expression, style: _Style) -> tuple[str, int]:
    match expression:
        case Constant(value):
            return _number(value, style)
        case Name(name):
            return style.name(name), ATOM
        case Function(name, argument):
            return style.function(name, _format(argument, style)[0]), ATOM
        case Add(terms):
            return _sum([_format(term, style)[0] for term in terms]), SUM
        case Multiply(factors):
            return _product(factors, style)
        case Power(base, exponent):
            if isinstance(exponent, Constant) and exponent.value < 0:
                return _product((expression,), style)
            return style.power(_within(base, ATOM, style), _within(exponent, ATOM, style)), POWER


def _within(expression: Expression, precedence: int, style: _Style) -> str:
    text, own = _format(expression, style)
    return text if own >= precedence else f"({text})"


def _number(value: Fraction, style: _Style) -> tuple[str, int]:
    if value.denominator == 1:
        return str(value.numerator), ATOM if value >= 0 else SUM
    sign = "-" if value < 0 else ""
    return sign + style.quotient(str(abs(value.numerator)), str(value.denominator)), SUM if value < 0 else PRODUCT


def _sum(terms: list[str]) -> str:
    text = ""
    for term in terms:
        if not text:
            text = term
        else:
            text += f" - {term[1:]}" if term.startswith("-") else f" + {term}"
    return text or "0"


def _product(factors: tuple[Expression, ...], style: _Style) -> tuple[str, int]:
    """A product with its number first and negative powers below the line."""
    number = Fraction(1)
    above: list[str] = []
    below: list[str] = []
    for factor in _flat(factors):
        match factor:
            case Constant(value):
                number *= value
            case Power(base, Constant(exponent)) if exponent < 0:
                below.append(_within(base if exponent == -1 else Power(base, Constant(-exponent)), POWER, style))
            case _:
                above.append(_within(factor, POWER, style))
    if number == 0:
        return "0", ATOM
    sign = "-" if number < 0 else ""
    if abs(number.numerator) != 1 or not above:
        above.insert(0, str(abs(number.numerator)))
    if number.denominator != 1:
        below.insert(0, str(number.denominator))
    text = style.times.join(above)
    if below:
        divisor = style.times.join(below)
        text = style.quotient(text, f"({divisor})" if len(below) > 1 and style is _TEXT else divisor)
    return sign + text, SUM if sign else PRODUCT


def _flat(factors: tuple[Expression, ...]) -> list[Expression]:
    result: list[Expression] = []
    for factor in factors:
        result += _flat(factor.factors) if isinstance(factor, Multiply) else [factor]
    return result
