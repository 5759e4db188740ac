"""Expressions of the model: what vacuum values, rotations and points are written in.

They are the syntax tree's expressions with names resolved, `let` put in and positions dropped.
"""

from __future__ import annotations

import cmath
import math
import operator
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
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
    """A function of one argument: one of `FUNCTIONS`, or `ABS`."""

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
ABS = "abs"
"""The absolute value, in expressions that are only ever numbers: it is no function that can be differentiated."""

CONSTANTS: Mapping[str, Value] = {"pi": math.pi, "i": 1j}
GEV: Mapping[str, Fraction] = {
    "MeV": Fraction(1, 1000),
    "GeV": Fraction(1),
    "TeV": Fraction(1000),
    "M_Pl": Fraction("1.22e19"),
}
"""Units of energy in GeV; the Planck mass is the one of the papers, 1.22e19 GeV."""

# Exact numbers and powers beyond these stay as they are written; floating point has an answer for them.
_MAX_EXPONENT = 400
_MAX_BITS = 8_000


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


def exceeds_floats(expression: Expression) -> bool:
    """Whether a number in an expression is too large for a floating-point number."""
    match expression:
        case Constant(value):
            return abs(value) > sys.float_info.max
        case Name():
            return False
        case Function(_, argument):
            return exceeds_floats(argument)
        case Add(parts) | Multiply(parts):
            return any(exceeds_floats(part) for part in parts)
        case Power(base, exponent):
            return exceeds_floats(base) or exceeds_floats(exponent)


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
    except EvaluationError:
        raise
    except ZeroDivisionError:
        raise EvaluationError("division by zero") from None
    except OverflowError:
        raise EvaluationError("too large for a floating-point number") from None
    except ValueError:
        raise EvaluationError("a function is not defined there") from None
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
            value = _evaluate(argument, values)
            return complex(abs(value)) if name == ABS else FUNCTIONS[name](_upper(value))
        case Add(terms):
            return sum((_evaluate(term, values) for term in terms), 0j)
        case Multiply(factors):
            return math.prod((_evaluate(factor, values) for factor in factors), start=1 + 0j)
        case Power(base, exponent):
            return _power(_upper(_evaluate(base, values)), _evaluate(exponent, values))


def _upper(number: complex) -> complex:
    """Takes the sign of a zero imaginary part away: real numbers lie on the upper side of branch cuts."""
    return number + 0j


def _power(base: complex, exponent: complex) -> complex:
    """Real powers of positive numbers stay exactly real, unlike in complex arithmetic."""
    if base.imag == 0 and exponent.imag == 0 and (base.real > 0 or exponent.real == int(exponent.real)):
        return complex(math.pow(base.real, exponent.real))
    return base**exponent


# ------------------------------------------------------------------ exact numbers
def add(terms: Sequence[Expression]) -> Expression:
    """The sum, which is a number if all terms are."""
    if len(terms) == 1:
        return terms[0]
    value = exact_value(Add(tuple(terms)))
    return Add(tuple(terms)) if value is None else Constant(value)


def multiply(factors: Sequence[Expression]) -> Expression:
    """The product, which is a number if all factors are."""
    if len(factors) == 1:
        return factors[0]
    value = exact_value(Multiply(tuple(factors)))
    return Multiply(tuple(factors)) if value is None else Constant(value)


def raise_to(base: Expression, exponent: Expression) -> Expression:
    """The power, which is a number if it is an integer power of a number."""
    if exponent == ONE:
        return base
    value = exact_value(Power(base, exponent))
    return Power(base, exponent) if value is None else Constant(value)


def exact_value(expression: Expression) -> Fraction | None:
    """The rational number that an expression is, or None when it is not one or is not obvious."""
    match expression:
        case Constant(value):
            return value
        case Add(terms):
            return _accumulate(terms, operator.add, Fraction(0))
        case Multiply(factors):
            return _accumulate(factors, operator.mul, Fraction(1))
        case Power(base, exponent):
            return _exact_power(exact_value(base), exact_value(exponent))
    return None


def _accumulate(
    parts: Iterable[Expression], operation: Callable[[Fraction, Fraction], Fraction], start: Fraction
) -> Fraction | None:
    total = start
    for part in parts:
        value = exact_value(part)
        if value is None:
            return None
        total = operation(total, value)
        if _bits(total) > _MAX_BITS:
            return None
    return total


def _exact_power(base: Fraction | None, exponent: Fraction | None) -> Fraction | None:
    if base is None or exponent is None or exponent.denominator != 1 or (base == 0 and exponent < 0):
        return None
    if abs(exponent) > _MAX_EXPONENT or _bits(base) * abs(exponent) > _MAX_BITS:
        return None
    return Fraction(base ** int(exponent))


def _bits(value: Fraction) -> int:
    return max(value.numerator.bit_length(), value.denominator.bit_length())
