"""Expressions and conditions over many points mean what they mean point by point."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from zmodel.model import expression
from zmodel.model.conditions import Comparison, Flag, Logic
from zmodel.model.expression import Add, Constant, EvaluationError, Expression, Function, Multiply, Name, Power
from zmodel.run.arrays import evaluate, holds

NUMBERS = st.floats(-50, 50).map(lambda x: round(x, 3))
LEAVES = st.one_of(
    st.fractions(-9, 9, max_denominator=8).map(Constant), st.sampled_from([Name("x"), Name("y"), Name("pi")])
)


def compound(inner: st.SearchStrategy[Expression]) -> st.SearchStrategy[Expression]:
    several = st.lists(inner, min_size=2, max_size=3).map(tuple)
    return st.one_of(
        st.builds(Add, several),
        st.builds(Multiply, several),
        st.builds(Power, inner, st.integers(-3, 3).map(lambda n: Constant(expression.Fraction(n)))),
        st.builds(Function, st.sampled_from(sorted(expression.FUNCTIONS)), inner),
    )


EXPRESSIONS = st.recursive(LEAVES, compound, max_leaves=6)


@given(EXPRESSIONS, st.lists(st.tuples(NUMBERS, NUMBERS), min_size=1, max_size=4))
def test_values_are_those_of_single_points(node: Expression, points: list[tuple[float, float]]) -> None:
    columns = dict(zip("xy", np.array(points).T, strict=True))
    found = evaluate(node, columns, len(points))
    for value, (x, y) in zip(found, points, strict=True):
        try:
            wanted = complex(expression.evaluate(node, {"x": x, "y": y}))
        except EvaluationError:
            assert np.isnan(value)
            continue
        if abs(wanted) < 1e100:
            assert value == pytest.approx(wanted, rel=1e-6, abs=1e-6 * max(1, abs(wanted)))


def test_what_has_no_value_is_not_a_number() -> None:
    x = {"x": np.array([0.0, 1.0, -1.0, 1e200])}
    inverse = Power(Name("x"), Constant(expression.Fraction(-1)))
    assert np.isnan(evaluate(inverse, x, 4)).tolist() == [True, False, False, False]
    assert np.isnan(evaluate(Function("log", Name("x")), x, 4)).tolist() == [True, False, False, False]
    assert np.isnan(evaluate(Power(Name("x"), Constant(expression.Fraction(9))), x, 4)).tolist()[-1]
    assert evaluate(Constant(expression.Fraction(1, 2)), {}, 3).tolist() == [0.5] * 3


def test_what_has_no_value_stays_without_one() -> None:
    x = {"x": np.array([0.0, 2.0])}
    inverse = Power(Name("x"), Constant(expression.Fraction(-1)))
    for node in (Power(inverse, Constant(expression.Fraction(-1))), Function("exp", Multiply((Name("i"), inverse)))):
        assert np.isnan(evaluate(node, x, 2)).tolist() == [True, False]
    assert np.isnan(evaluate(Function("exp", Function("log", Name("x"))), x, 2)).tolist() == [True, False]


def test_an_entry_that_the_model_forbids_is_zero() -> None:
    assert evaluate(Name("Yd[1,3]"), {"Yd[1,2]": 1.0}, 2).tolist() == [0.0, 0.0]
    with pytest.raises(KeyError):
        evaluate(Name("no_column"), {}, 2)


def test_comparisons_need_real_numbers() -> None:
    columns = {"x": np.array([1.0, -1.0, np.nan, np.inf]), "ok": np.array([True, False, True, False])}
    one, zero = Constant(expression.Fraction(1)), Constant(expression.Fraction(0))

    def found(left: Expression, sign: str, right: Expression) -> list[bool]:
        return holds(Comparison(left, sign, right), columns, 4).tolist()  # type: ignore[arg-type]

    x = Name("x")
    assert found(x, "<", one) == [False, True, False, False]
    assert found(x, ">=", one) == [True, False, False, False]
    assert found(x, "!=", one) == [False, True, False, False]
    assert found(x, "==", x) == [True, True, False, False]
    assert found(Function("sqrt", x), ">", zero) == [True, False, False, False]  # i is not compared


def test_logic() -> None:
    columns = {"a": np.array([True, True, False, False]), "b": np.array([True, False, True, False])}
    a, b = Flag("a"), Flag("b")
    assert holds(Logic("and", (a, b)), columns, 4).tolist() == [True, False, False, False]
    assert holds(Logic("or", (a, b)), columns, 4).tolist() == [True, True, True, False]
    assert holds(Logic("not", (a,)), columns, 4).tolist() == [False, False, True, True]
    assert holds(Flag("c"), {"c": True}, 2).tolist() == [True, True]


def test_units_and_constants() -> None:
    value = evaluate(Multiply((Name("TeV"), Name("pi"))), {}, 1)
    assert value[0] == pytest.approx(1000 * math.pi)


def test_powers_do_not_depend_on_other_points() -> None:
    """(-0.7)^101 is real, whether or not another point has a root of a negative number."""
    power = Power(Name("a"), Name("b"))
    bases, exponents = np.array([-0.7, -0.7, 2.0, -0.7]), np.array([101.0, 0.5, 0.5, 0.0])
    together = evaluate(power, {"a": bases, "b": exponents}, 4)
    alone = [evaluate(power, {"a": bases[i : i + 1], "b": exponents[i : i + 1]}, 1)[0] for i in range(4)]
    assert together.tolist() == [complex(value) for value in alone]
    assert together[0] == pytest.approx(-(0.7**101), rel=1e-14) and together[0].imag == 0
