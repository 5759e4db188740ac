"""Expressions and conditions over many points at once, with the meaning that they have point by point."""

from __future__ import annotations

import operator
from collections.abc import Callable, Mapping
from functools import reduce
from typing import Any

import numpy as np
from numpy.typing import NDArray

from zmodel.model.conditions import Comparison, Condition, Flag, Logic
from zmodel.model.expression import CONSTANTS, GEV, Add, Constant, Expression, Function, Multiply, Name, Power

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
        columns: a number, or one for each point, by name.
        points: number of them.
    """
    with np.errstate(all="ignore"):
        value = np.broadcast_to(np.asarray(_evaluate(expression, columns)), points)
    finite = np.where(np.isfinite(value), value, np.nan)
    return finite.real if np.iscomplexobj(finite) and not np.any(finite.imag) else finite


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
            sides = [_real(evaluate(side, columns, points)) for side in (left, right)]
            known = ~np.isnan(sides[0]) & ~np.isnan(sides[1])
            return np.asarray(_COMPARISONS[sign](*sides) & known)
        case Logic("not", (operand,)):
            return ~holds(operand, columns, points)
        case Logic(word, operands):
            join = np.logical_and if word == "and" else np.logical_or
            return reduce(join, (holds(operand, columns, points) for operand in operands))


def _real(values: NDArray[Any]) -> NDArray[np.float64]:
    return np.where(values.imag == 0, values.real, np.nan)


def _evaluate(expression: Expression, columns: Mapping[str, Any]) -> Any:
    match expression:
        case Constant(number):
            return float(number)
        case Name(name):
            if name in columns:
                return columns[name]
            return CONSTANTS[name] if name in CONSTANTS else float(GEV[name])
        case Function(name, argument):
            return _FUNCTIONS[name](_evaluate(argument, columns))
        case Add(terms):
            return reduce(operator.add, (_evaluate(term, columns) for term in terms))
        case Multiply(factors):
            return reduce(operator.mul, (_evaluate(factor, columns) for factor in factors))
        case Power(base, exponent):
            return _power(_evaluate(base, columns), _evaluate(exponent, columns))


def _power(base: Any, exponent: Any) -> Any:
    """Whole powers stay real; roots of negative numbers are complex."""
    if np.all(np.asarray(exponent) == np.round(np.real(exponent))):
        return np.float_power(base, exponent) if not np.iscomplexobj(base) else base**exponent
    return np.emath.power(base, exponent)
