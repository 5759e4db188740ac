"""Expressions of the model: what vacuum values, rotations and points are written in.

They are the syntax tree's expressions with names resolved, `let` put in and positions dropped.
"""

from __future__ import annotations

import cmath
import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from fractions import Fraction

Value = float | complex


class EvaluationError(ValueError):
    """An expression has no finite numerical value."""


@dataclass(frozen=True)
class Constant:
    """An exact rational number."""

    value: Fraction


@dataclass(frozen=True)
class Name:
    """A parameter, vacuum value, mass or coupling."""

    name: str


@dataclass(frozen=True)
class Function:
    """A function from `FUNCTIONS` of one argument."""

    name: str
    argument: Expression


@dataclass(frozen=True)
class Add:
    """A sum."""

    terms: tuple[Expression, ...]


@dataclass(frozen=True)
class Multiply:
    """A product."""

    factors: tuple[Expression, ...]


@dataclass(frozen=True)
class Power:
    """`base ^ exponent`; a quotient is a power -1."""

    base: Expression
    exponent: Expression


Expression = Constant | Name | Function | Add | Multiply | Power

ZERO = Constant(Fraction(0))
ONE = Constant(Fraction(1))
MINUS_ONE = Constant(Fraction(-1))

FUNCTIONS: Mapping[str, Callable[[complex], complex]] = {
    "sqrt": cmath.sqrt,
    "sin": cmath.sin,
    "cos": cmath.cos,
    "tan": cmath.tan,
    "asin": cmath.asin,
    "acos": cmath.acos,
    "atan": cmath.atan,
    "exp": cmath.exp,
    "log": cmath.log,
    "conj": lambda z: z.conjugate(),
}
CONSTANTS: Mapping[str, Value] = {"pi": math.pi, "i": 1j}


def names_in(expression: Expression) -> frozenset[str]:
    """The names that an expression depends on, constants of nature such as pi left out."""
    match expression:
        case Constant():
            return frozenset()
        case Name(name):
            return frozenset() if name in CONSTANTS else frozenset([name])
        case Function(_, argument):
            return names_in(argument)
        case Add(parts) | Multiply(parts):
            return frozenset().union(*(names_in(part) for part in parts))
        case Power(base, exponent):
            return names_in(base) | names_in(exponent)


def evaluate(expression: Expression, values: Mapping[str, Value]) -> Value:
    """The numerical value; real where it is real.

    Args:
        expression: any expression.
        values: a number for each name that occurs.

    Raises:
        EvaluationError: if a name has no value, or the result is not finite.
    """
    try:
        value = _evaluate(expression, values)
    except (ZeroDivisionError, OverflowError, ValueError) as error:
        raise EvaluationError(str(error)) from None
    if not cmath.isfinite(value):
        raise EvaluationError("not a finite number")
    return value.real if value.imag == 0 else value


def _evaluate(expression: Expression, values: Mapping[str, Value]) -> complex:
    match expression:
        case Constant(number):
            return complex(number)
        case Name(name):
            if name in CONSTANTS:
                return complex(CONSTANTS[name])
            if name not in values:
                raise EvaluationError(f"{name} has no value")
            return complex(values[name])
        case Function(name, argument):
            return FUNCTIONS[name](_evaluate(argument, values))
        case Add(terms):
            return sum((_evaluate(term, values) for term in terms), 0j)
        case Multiply(factors):
            return math.prod((_evaluate(factor, values) for factor in factors), start=1 + 0j)
        case Power(base, exponent):
            return _power(_evaluate(base, values), _evaluate(exponent, values))


def _power(base: complex, exponent: complex) -> complex:
    """Real powers of positive numbers stay exactly real, unlike in complex arithmetic."""
    if base.imag == 0 and exponent.imag == 0 and (base.real > 0 or exponent.real == int(exponent.real)):
        return complex(math.pow(base.real, exponent.real))
    return base**exponent


def exact_value(expression: Expression) -> Fraction | None:
    """The rational number that an expression is, or None when it is not one or is not obvious."""
    match expression:
        case Constant(value):
            return value
        case Add(terms):
            values = [exact_value(term) for term in terms]
            return None if None in values else sum((v for v in values if v is not None), Fraction(0))
        case Multiply(factors):
            values = [exact_value(factor) for factor in factors]
            return (
                None if None in values else math.prod((v for v in values if v is not None), start=Fraction(1))
            )
        case Power(base, exponent):
            b, e = exact_value(base), exact_value(exponent)
            if b is None or e is None or e.denominator != 1 or abs(e) > 400 or (b == 0 and e < 0):
                return None
            return b ** int(e) if b.numerator.bit_length() * abs(int(e)) < 20_000 else None
    return None
