"""Expressions of the model: values, exact numbers, names."""

from __future__ import annotations

import math
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zmodel.model.expression import (
    MINUS_ONE,
    ONE,
    ZERO,
    Add,
    Constant,
    EvaluationError,
    Expression,
    Function,
    Multiply,
    Name,
    Power,
    add,
    evaluate,
    exact_value,
    multiply,
    names_in,
    raise_to,
)

X = Name("x")
HALF = Constant(Fraction(1, 2))


def number(value: int) -> Constant:
    return Constant(Fraction(value))


def test_names() -> None:
    expression = Add((X, Multiply((Name("y"), Name("pi"))), Power(Name("z"), Function("sqrt", Name("w"))), ONE))
    assert names_in(expression) == {"x", "y", "z", "w"}


@pytest.mark.parametrize(
    ("expression", "value"),
    [
        (ZERO, 0.0),
        (Power(X, HALF), math.sqrt(3)),
        (Power(number(2), MINUS_ONE), 0.5),
        (Power(number(-2), number(3)), -8.0),
        (Function("sqrt", number(-4)), 2j),
        (Function("conj", Name("i")), -1j),
        (Multiply((Name("i"), Name("i"))), -1.0),
        (Function("cos", Name("pi")), -1.0),
        (Add((X, MINUS_ONE)), 2.0),
    ],
)
def test_values(expression: Expression, value: complex) -> None:
    found = evaluate(expression, {"x": 3.0})
    assert found == pytest.approx(value)
    assert isinstance(found, type(value))


@pytest.mark.parametrize(
    ("expression", "message"),
    [
        (Name("y"), "y has no value"),
        (Power(ZERO, MINUS_ONE), "a function is not defined there"),
        (Function("log", ZERO), "a function is not defined there"),
        (Constant(Fraction(10**400)), "too large"),
        (Power(number(10), number(400)), "too large"),
        (Multiply((Constant(Fraction(10**300)), Constant(Fraction(10**300)))), "not a finite number"),
        (Function("exp", number(1000)), "too large"),
        (Power(Name("i"), Name("j")), "j has no value"),
    ],
)
def test_what_has_no_value(expression: Expression, message: str) -> None:
    with pytest.raises(EvaluationError, match=message):
        evaluate(expression, {})


def test_numbers_are_put_together_exactly() -> None:
    assert add([HALF, HALF, ONE]) == number(2)
    assert multiply([HALF, number(3)]) == Constant(Fraction(3, 2))
    assert raise_to(HALF, number(-3)) == number(8)
    assert add([X]) == X
    assert multiply([X]) == X
    assert raise_to(X, ONE) == X
    assert add([X, ONE]) == Add((X, ONE))
    assert raise_to(number(2), HALF) == Power(number(2), HALF)
    assert raise_to(ZERO, MINUS_ONE) == Power(ZERO, MINUS_ONE)


@pytest.mark.parametrize(
    "expression",
    [
        X,
        Function("sqrt", number(4)),
        Add((ONE, X)),
        Multiply((ZERO, X)),
        Power(number(2), HALF),
        Power(number(2), number(401)),
        Power(Constant(Fraction(1, 10**60)), number(400)),
        Power(ZERO, MINUS_ONE),
        Multiply((Constant(Fraction(3) ** 4000),) * 2),
        Add(tuple(Constant(Fraction(1, 10**59 + n)) for n in range(2000))),
    ],
)
def test_what_is_no_exact_number(expression: Expression) -> None:
    assert exact_value(expression) is None


@given(st.lists(st.fractions(max_denominator=50), min_size=1, max_size=6), st.integers(-5, 5))
def test_exact_values_agree_with_fractions(values: list[Fraction], exponent: int) -> None:
    constants = [Constant(value) for value in values]
    assert exact_value(add(constants)) == sum(values)
    assert exact_value(multiply(constants)) == math.prod(values)
    if values[0] or exponent >= 0:
        assert exact_value(raise_to(constants[0], number(exponent))) == values[0] ** exponent
