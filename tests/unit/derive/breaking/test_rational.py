"""Rational functions against sympy's own algorithms."""

from __future__ import annotations

import pytest
import sympy

from zmodel.derive.breaking.rational import cancelled, coefficients, factor, rational_field
from zmodel.derive.breaking.tidy import collect_roots, conjugate, root, root_terms, tidy

x, y = sympy.symbols("x y", positive=True)
e, f, b = sympy.symbols("e f b", real=True)
EXAMPLES = [
    sympy.Integer(0),
    sympy.Rational(-3, 7),
    x**2 / (x * y + y**2) - x / y + 1,
    (x**2 - y**2) ** 2 / (x + y) ** 3 + e / (1 - e**2),
    1 / (1 / x + 1 / y) - (x + e) ** 3 / (4 * x - 6 * y),
]


@pytest.mark.parametrize("expression", EXAMPLES, ids=str)
def test_cancelled(expression: sympy.Expr) -> None:
    found = cancelled(expression)
    assert sympy.cancel(found - expression) == 0
    top, bottom = sympy.fraction(found)
    assert sympy.gcd(top, bottom).is_number


@pytest.mark.parametrize("expression", EXAMPLES, ids=str)
def test_factors(expression: sympy.Expr) -> None:
    content, factors = factor(expression)
    assert content.is_Rational
    assert sympy.cancel(content * sympy.Mul(*(base**power for base, power in factors)) - expression) == 0
    assert all(sympy.Poly(base).content() == 1 for base, _ in factors)


def test_trigonometric_identity() -> None:
    assert cancelled(x * sympy.cos(b) ** 2 + x * sympy.sin(b) ** 2) == x
    assert tidy((sympy.cos(b) ** 2 - 1) / sympy.sin(b) ** 2) == -1


def test_roots_and_i_are_cancelled() -> None:
    assert cancelled(1 / (x - sympy.sqrt(2)) - 1 / (x + sympy.sqrt(2))) == 2 * sympy.sqrt(2) / (x**2 - 2)
    assert cancelled((x**2 - 2 * y**2) / (x - sympy.sqrt(2) * y)) == x + sympy.sqrt(2) * y
    assert cancelled((x**2 + y**2) / (x + sympy.I * y)) == x - sympy.I * y
    nested = sympy.sqrt(1 + sympy.sqrt(2))
    assert cancelled((nested * x) ** 2 - x**2 - sympy.sqrt(2) * x**2) == 0
    assert cancelled(1 / (nested - x) - (nested + x) / (1 + sympy.sqrt(2) - x**2)) == 0
    assert cancelled(sympy.I * x / x) == sympy.I
    assert tidy(sympy.I * x) == sympy.I * x


def test_roots_of_numbers_know_each_other() -> None:
    """Vacuum values along diag(1, 1, -2)/sqrt(6) stand beside v/sqrt(2)."""
    two, three, six = (sympy.sqrt(number) for number in (2, 3, 6))
    for expression in (
        (two * x + three * y) ** 2 - 2 * x**2 - 3 * y**2 - 2 * six * x * y,
        1 / (six * x - two * y) - (three * x + y) / (two * (3 * x**2 - y**2)),
    ):
        field = rational_field([expression])
        assert field is not None and field.fraction(expression)[0].is_zero()


@pytest.mark.parametrize(
    "expression",
    [
        sympy.sqrt(2) * x / (3 * y * (x + sympy.sqrt(2) * y)),
        sympy.sqrt(2) * (x**2 - y**2) / 3,
        5 * sympy.I / (x + sympy.I * y) ** 2,
    ],
    ids=str,
)
def test_factors_with_roots_of_numbers_and_i(expression: sympy.Expr) -> None:
    content, factors = factor(expression)
    assert content.is_number
    assert sympy.simplify(content * sympy.Mul(*(base**power for base, power in factors)) / expression) == 1


ROOT = sympy.sqrt((1 - e**2) / (1 + f**2))


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ((1 + sympy.I * x) * (1 - sympy.I * x), 1 + x**2),
        ((ROOT + x) * (ROOT - x), (1 - e**2) / (1 + f**2) - x**2),
        (1 / (ROOT - x) + 1 / (ROOT + x), 2 * ROOT / ((1 - e**2) / (1 + f**2) - x**2)),
        (sympy.sqrt(x + y) ** 3 - sympy.sqrt(x + y), (x + y - 1) * sympy.sqrt(x + y)),
        ((sympy.I * ROOT) ** 2 * sympy.sqrt(x + y) ** -1, -(1 - e**2) * sympy.sqrt(x + y) / ((1 + f**2) * (x + y))),
    ],
    ids=str,
)
def test_equal_expressions_with_roots_are_one_element_of_the_field(first: sympy.Expr, second: sympy.Expr) -> None:
    """Squares of roots and of i are replaced, so that the difference vanishes; what is not equal does not."""
    field = rational_field([first])
    assert field is not None
    assert field.fraction(first - second)[0].is_zero()
    assert not field.fraction(first - 2 * second)[0].is_zero()


def test_tidy_keeps_factors_positive_without_mixing() -> None:
    expression = (e - 1) * (e + 1) * (e**2 * x**2 - x**2 - y**2)
    assert tidy(expression, [e]) == (1 - e**2) * (x**2 + y**2 - e**2 * x**2)
    assert tidy(-expression, [e]).args == (-1, *tidy(expression, [e]).args)
    assert tidy((1 - e) ** 2 * (1 + e) * x, [e]) == (1 - e) ** 2 * (1 + e) * x
    assert tidy((1 - e) * (1 + e + x), [e]) == (1 - e) * (1 + e + x)


def test_roots() -> None:
    assert root(x**2 * e**2) == x * sympy.Abs(e)
    assert root((x**2 + y**2) ** 2 / (1 - e**2), [e]) == (x**2 + y**2) / sympy.sqrt(1 - e**2)
    expression = x / sympy.sqrt(x + y) * (x * sympy.sqrt(x + y) + y / sympy.sqrt(x + y))
    assert collect_roots(expression) == tidy(x * (x + y / (x + y)))
    assert set(root_terms(y * (x + sympy.sqrt(x + y)) + e)) == {x * y, y * sympy.sqrt(x + y), e}
    assert collect_roots((1 + sympy.sqrt(x)) ** 2).equals(1 + 2 * sympy.sqrt(x) + x)
    assert conjugate(sympy.sqrt(1 - e**2)) == sympy.sqrt(1 - e**2)
    assert conjugate(sympy.I * x) == -sympy.I * x
    assert conjugate(sympy.I * sympy.sqrt(x - y)) == -sympy.I * sympy.sqrt(x - y)
    assert conjugate(x * sympy.sqrt(1 - sympy.sqrt(5))) == -sympy.I * x * sympy.sqrt(sympy.sqrt(5) - 1)


def test_taylor_coefficients() -> None:
    expression = x * (1 + e) / (y - e * x + f**2)
    found = coefficients(expression, [e, f], 2)
    expected = sympy.series(sympy.series(expression, e, 0, 3).removeO(), f, 0, 3).removeO()
    total = sum(value * e**p * f**q for (p, q), value in found.items())
    truncated = sum(c * e**p * f**q for (p, q), c in sympy.Poly(sympy.expand(expected), e, f).terms() if p + q <= 2)
    assert sympy.cancel(total - truncated) == 0
    assert all(p + q <= 2 for p, q in found)
    found = coefficients((1 + sympy.sqrt(2)) / (sympy.sqrt(x - y) - e), [e], 1)
    assert sympy.expand(found[1,] - (1 + sympy.sqrt(2)) / (x - y)) == 0
    with pytest.raises(ValueError, match="not a rational function"):
        coefficients(sympy.sqrt(e), [e], 1)


ROOTS = [
    sympy.sqrt(x**2 + 1),
    2 * sympy.sqrt(x**2 + 2 * x * e + e**2 + f**2) / (x**2 - x * y),
    3 * x ** sympy.Rational(3, 2) * (1 + sympy.sqrt(x)) ** 2 / (x - y),
    x * sympy.exp(sympy.I * b) / sympy.sqrt(y),
    5 * x * sympy.exp(sympy.I * b) / (3 * y),
    (x * sympy.sqrt(y) + sympy.sqrt(y)) / (sympy.sqrt(2) * x),
]


@pytest.mark.parametrize("expression", ROOTS, ids=str)
def test_roots_are_not_lost(expression: sympy.Expr) -> None:
    content, factors = factor(expression)
    product = content * sympy.Mul(*(base**power for base, power in factors))
    values = {x: 1.3, y: 0.7, e: 0.4, f: -0.6, b: 0.9}
    for found in (product, tidy(expression)):
        assert abs(complex((found - expression).subs(values).evalf())) < 1e-12
