"""Expressions and conditions over many points at once, with the meaning that they have point by point."""

from __future__ import annotations

import operator
from collections.abc import Callable, Collection, Mapping
from functools import reduce
from typing import Any

import numpy as np
from numpy.typing import NDArray

from zmodel.model.conditions import Comparison, Condition, Flag, Logic
from zmodel.model.expression import ABS, CONSTANTS, GEV, Add, Constant, Expression, Function, Multiply, Name, Power

_FUNCTIONS: Mapping[str, Callable[[Any], Any]] = {
    "sqrt": np.emath.sqrt,
    "sin": np.sin,
    "cos": np.cos,
    "tan": np.tan,
    "asin": np.emath.arcsin,
    "acos": np.emath.arccos,
    "atan": np.arctan,
    "exp": np.exp,
    "log": np.emath.log,
    "conj": np.conj,
    ABS: np.abs,
}
_COMPARISONS: Mapping[str, Callable[[Any, Any], Any]] = {
    "<": operator.lt,
    ">": operator.gt,
    "<=": operator.le,
    ">=": operator.ge,
    "==": operator.eq,
    "!=": operator.ne,
}


def evaluate(expression: Expression, columns: Mapping[str, Any], points: int) -> NDArray[Any]:
    """The value at each point; nan where there is none.

    Args:
        expression: with names of columns.
        columns: a number, or one for each point, by name; an entry of a matrix that has none is zero.
        points: number of them.
    """
    with np.errstate(all="ignore"):
        value = np.broadcast_to(np.asarray(_evaluate(expression, columns)), points)
    found = finite(value)
    return found.real if np.iscomplexobj(found) and not np.any(found.imag) else found


def holds(condition: Condition, columns: Mapping[str, Any], points: int) -> NDArray[np.bool_]:
    """Where a condition holds. A comparison with a number that is not finite, or not real, does not hold.

    Args:
        condition: with names of columns.
        columns: a number or truth value, or one for each point, by name.
        points: number of them.
    """
    match condition:
        case Flag(name):
            return np.broadcast_to(np.asarray(columns[name], dtype=bool), points)
        case Comparison(left, sign, right):
            sides = [real_numbers(evaluate(side, columns, points)) for side in (left, right)]
            known = ~np.isnan(sides[0]) & ~np.isnan(sides[1])
            return np.asarray(_COMPARISONS[sign](*sides) & known)
        case Logic("not", (operand,)):
            return ~holds(operand, columns, points)
        case Logic(word, operands):
            join = np.logical_and if word == "and" else np.logical_or
            return reduce(join, (holds(operand, columns, points) for operand in operands))


def is_complex(expression: Expression, names: Collection[str]) -> bool:
    """Whether an expression is made of complex numbers, of which these names are some."""
    match expression:
        case Constant():
            return False
        case Name(name):
            return name in names
        case Function(name, _) if name == ABS:
            return False
        case Function(_, argument):
            return is_complex(argument, names)
        case Add(parts) | Multiply(parts):
            return any(is_complex(part, names) for part in parts)
        case Power(base, exponent):
            return is_complex(base, names) or is_complex(exponent, names)


def finite(values: Any) -> NDArray[Any]:
    """Not a number for what is infinite, so that 1/(1/0) and exp(log(0)) are no numbers either."""
    return np.where(np.isfinite(values), values, np.nan)


def _upper(values: Any) -> Any:
    """Takes the sign of zeros away, see `zmodel.model.expression`."""
    return values + 0.0


def real_numbers(values: NDArray[Any]) -> NDArray[np.float64]:
    """The same numbers; nan for those that are not real."""
    return np.where(values.imag == 0, values.real, np.nan)


def _evaluate(expression: Expression, columns: Mapping[str, Any]) -> Any:
    match expression:
        case Constant(number):
            return float(number)
        case Name(name):
            if name in columns:
                return columns[name]
            if name.endswith("]"):
                return 0.0  # an entry that the model forbids
            return CONSTANTS[name] if name in CONSTANTS else float(GEV[name])
        case Function(name, argument):
            return finite(_FUNCTIONS[name](_upper(_evaluate(argument, columns))))
        case Add(terms):
            return reduce(operator.add, (_evaluate(term, columns) for term in terms))
        case Multiply(factors):
            return reduce(operator.mul, (_evaluate(factor, columns) for factor in factors))
        case Power(base, exponent):
            return finite(_power(_upper(_evaluate(base, columns)), _evaluate(exponent, columns)))


def _power(base: Any, exponent: Any) -> Any:
    """Whole powers stay real; roots of negative numbers are complex. Not even nan^0 or 1^nan is a number."""
    number, power = np.real(base), np.real(exponent)
    is_real = (np.imag(base) == 0) & (np.imag(exponent) == 0) & ((number >= 0) | (power == np.round(power)))
    value = np.float_power(number, power)
    if not np.all(is_real):
        value = np.where(is_real, value, np.asarray(base, dtype=np.complex128) ** exponent)
    return np.where(np.isnan(base) | np.isnan(exponent), np.nan, value)
