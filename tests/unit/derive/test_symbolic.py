"""Identities of the small polynomials, and agreement with direct evaluation."""

import cmath
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zmodel.algebra import Ring
from zmodel.derive.symbolic import (
    Symbolic,
    from_polynomial,
    inverse,
    named,
    rational,
    square_root,
    symbolic,
    unexpanded,
    zero,
)
from zmodel.model.expression import (
    MINUS_ONE,
    ONE,
    ZERO,
    Add,
    Constant,
    Expression,
    Function,
    Multiply,
    Name,
    Power,
    evaluate,
)

X, Y, UNIT = Name("x"), Name("y"), Name("i")
HALF = Constant(Fraction(1, 2))


def function(name: str, argument: Expression) -> Symbolic:
    return symbolic(Function(name, argument))


def test_sine_and_cosine() -> None:
    sine, cosine = function("sin", X), function("cos", X)
    assert sine * sine + cosine * cosine == rational(1)
    assert function("sin", Multiply((MINUS_ONE, X))) == -sine
    assert function("cos", Multiply((MINUS_ONE, X))) == cosine
    assert (function("sin", ZERO), function("cos", ZERO)) == (zero(), rational(1))


def test_phases() -> None:
    phase = function("exp", Multiply((UNIT, X)))
    assert phase * phase.conjugate(frozenset()) == rational(1)
    assert phase * phase == function("exp", Multiply((Constant(Fraction(2)), UNIT, X)))
    assert named("i") * named("i") == rational(-1)


def test_roots() -> None:
    root = function("sqrt", Add((X, Y)))
    assert root * root == named("x") + named("y")
    assert symbolic(Power(Constant(Fraction(9, 4)), HALF)) == rational(Fraction(3, 2))
    assert square_root(rational(2)) * square_root(rational(2)) == rational(2)
    assert symbolic(Power(Add((X, Y)), HALF)) == root
    assert inverse(root) * inverse(root) == inverse(named("x") + named("y"))
    assert inverse(square_root(rational(2))) * inverse(square_root(rational(2))) == rational(Fraction(1, 2))


def test_inverses() -> None:
    assert named("x") * inverse(named("x")) == rational(1)
    both = named("x") + named("y")
    assert inverse(both) * inverse(both) == symbolic(Power(Add((X, Y)), Constant(Fraction(-2))))


def test_conjugation() -> None:
    assert named("x").conjugate(frozenset()) == named("x")
    conjugate = named("x").conjugate(frozenset({"x"}))
    assert conjugate == function("conj", X) != named("x")
    assert conjugate.conjugate(frozenset({"x"})) == named("x")
    assert symbolic(Function("conj", Add((X, UNIT))), frozenset()) == named("x") - named("i")


def test_the_order_of_a_sum_does_not_matter() -> None:
    assert (
        symbolic(Add((X, Multiply((Y, X)), ONE))).expression() == symbolic(Add((ONE, Multiply((X, Y)), X))).expression()
    )
    assert (named("x") - named("x")).expression() == ZERO


def test_from_polynomial() -> None:
    ring = Ring(("x", "y"))
    x, y = ring.symbol("x"), ring.symbol("y")
    assert from_polynomial((x - 2 * y) ** 2, ring) == (named("x") - rational(2) * named("y")) * (
        named("x") - rational(2) * named("y")
    )


def test_number() -> None:
    assert zero().number == 0 and rational(3).number == 3
    assert named("x").number is None and (named("x") + rational(1)).number is None


def test_sums_that_are_not_multiplied_out() -> None:
    x, y = named("x"), named("y")
    assert unexpanded(x * y) == x * y and unexpanded(zero()) == zero()
    factor = unexpanded(x + named("i") * y)
    product = factor * factor.conjugate(frozenset({"y"})) * factor * x
    assert len(product.terms) == 1
    values = {"x": 0.3, "y": -0.7 + 0.2j}
    z = 0.3 + 1j * values["y"]
    assert evaluate(product.expression(), values) == pytest.approx(abs(z) ** 2 * z * 0.3)


expressions = st.recursive(
    st.sampled_from([X, Y, UNIT, ONE, MINUS_ONE, Constant(Fraction(2, 3))]),
    lambda inner: st.one_of(
        st.tuples(inner, inner).map(Add),
        st.tuples(inner, inner).map(Multiply),
        st.tuples(st.sampled_from(["sin", "cos", "conj"]), inner).map(lambda pair: Function(*pair)),
        st.tuples(inner, st.sampled_from([2, 3])).map(lambda pair: Power(pair[0], Constant(Fraction(pair[1])))),
    ),
    max_leaves=6,
)


@given(expressions)
def test_the_value_is_kept(expression: Expression) -> None:
    values = {"x": 0.3, "y": -0.7 + 0.2j}
    before = complex(evaluate(expression, values))
    after = complex(evaluate(symbolic(expression, frozenset({"y"})).expression(), values))
    if cmath.isfinite(before):
        assert after == pytest.approx(before, rel=1e-9, abs=1e-9)
