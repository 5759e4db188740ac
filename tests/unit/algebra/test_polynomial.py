"""Exact polynomials: arithmetic, evaluation and printing, against Fractions and sympy."""

from __future__ import annotations

from fractions import Fraction

import pytest
import sympy
from hypothesis import given, settings
from hypothesis import strategies as st

from zmodel.algebra import Polynomial, Ring
from zmodel.algebra.polynomial import constant_value, format_monomial, format_sum, fraction, most_terms

SYMBOLS = ("a_e", "?L2", "a_Y")
RING = Ring(SYMBOLS)
FRACTIONS = st.fractions(min_value=-20, max_value=20, max_denominator=12)
TERMS = st.dictionaries(
    st.tuples(*(st.integers(0, 3) for _ in SYMBOLS)), FRACTIONS.filter(lambda x: x != 0), max_size=5
)
POINTS = st.tuples(*(FRACTIONS for _ in SYMBOLS))
Terms = dict[tuple[int, ...], Fraction]


def polynomial(terms: Terms, ring: Ring = RING) -> Polynomial:
    total = ring.zero
    for powers, coefficient in terms.items():
        term = ring.constant(coefficient)
        for name, power in zip(SYMBOLS, powers, strict=True):
            term = term * ring.symbol(name) ** power
        total = total + term
    return total


def value(terms: Terms, point: tuple[Fraction, ...]) -> Fraction:
    total = Fraction(0)
    for powers, coefficient in terms.items():
        for x, power in zip(point, powers, strict=True):
            coefficient *= x**power
        total += coefficient
    return total


def to_sympy(text: str) -> sympy.Expr:
    names = {"a_e": sympy.Symbol("a_e"), "L2": sympy.Symbol("L2"), "a_Y": sympy.Symbol("a_Y")}
    return sympy.parse_expr(text.replace("?", "").replace("^", "**"), local_dict=names, evaluate=True)


def number(p: Polynomial, point: tuple[Fraction, ...]) -> Fraction:
    result = constant_value(RING.substitute(p, dict(zip(SYMBOLS, point, strict=True))))
    assert result is not None
    return result


@settings(deadline=None)
@given(TERMS, TERMS, POINTS)
def test_arithmetic_is_that_of_values(p: Terms, q: Terms, point: tuple[Fraction, ...]) -> None:
    a, b = polynomial(p), polynomial(q)
    x, y = value(p, point), value(q, point)
    assert number(a + b, point) == x + y
    assert number(a * b, point) == x * y
    assert number(a - 3 * b, point) == x - 3 * y


@settings(deadline=None)
@given(TERMS)
def test_terms_come_back_exactly(p: Terms) -> None:
    terms = RING.terms(polynomial(p))
    named = {tuple(dict(powers).get(name, 0) for name in SYMBOLS): c for c, powers in terms}
    assert named == p
    assert all(type(power) is int and power > 0 for _, powers in terms for _, power in powers)
    assert all(type(c) is Fraction for c, _ in terms)


@settings(deadline=None)
@given(TERMS, POINTS)
def test_partial_substitution(p: Terms, point: tuple[Fraction, ...]) -> None:
    partly = RING.substitute(polynomial(p), {"?L2": point[1], "unknown": Fraction(1)})
    assert "?L2" not in RING.used_symbols(partly)
    rest = RING.substitute(partly, {"a_e": point[0], "a_Y": point[2]})
    assert constant_value(rest) == value(p, point)


@settings(deadline=None)
@given(TERMS, POINTS)
def test_a_larger_ring_holds_the_same_polynomial(p: Terms, point: tuple[Fraction, ...]) -> None:
    larger = Ring(("b", "a_Y", "c", "?L2", "a_e"))
    embedded = larger.embed(polynomial(p), RING)
    values = dict(zip(SYMBOLS, point, strict=True))
    assert constant_value(larger.substitute(embedded, values)) == value(p, point)
    assert larger.embed(RING.symbol("?L2"), RING) == larger.symbol("?L2")


@settings(deadline=None)
@given(TERMS)
def test_what_is_printed_is_the_polynomial(p: Terms) -> None:
    expected = to_sympy(" + ".join(f"({c})*a_e**{i}*L2**{j}*a_Y**{k}" for (i, j, k), c in p.items()) or "0")
    a = polynomial(p)
    assert sympy.expand(to_sympy(RING.format(a)) - expected) == 0
    assert sympy.expand(to_sympy(RING.format_factored(a)) - expected) == 0


@settings(deadline=None)
@given(TERMS)
def test_used_symbols(p: Terms) -> None:
    used = {name for powers in p for name, power in zip(SYMBOLS, powers, strict=True) if power}
    assert RING.used_symbols(polynomial(p)) == tuple(name for name in SYMBOLS if name in used)


@settings(deadline=None)
@given(FRACTIONS)
def test_constants(x: Fraction) -> None:
    assert constant_value(RING.constant(x)) == x
    assert constant_value(RING.constant(x) + RING.symbol("a_e")) is None
    assert constant_value(RING.symbol("a_e") - RING.symbol("a_e")) == 0


def test_equal_rings_share_polynomials() -> None:
    assert Ring(SYMBOLS).symbol("a_e") == RING.symbol("a_e")
    assert Ring(SYMBOLS) == RING


def test_a_ring_without_symbols_holds_numbers() -> None:
    ring = Ring(())
    assert constant_value(ring.constant(Fraction(2, 3)) * ring.one + ring.zero) == Fraction(2, 3)
    assert ring.format(ring.constant(-2)) == "-2"


def test_unknown_symbols_are_refused() -> None:
    with pytest.raises(KeyError):
        RING.symbol("nobody")


@pytest.mark.parametrize(
    ("text", "build"),
    [
        ("0", lambda x, y: x - x),
        ("-3/4", lambda x, y: RING.constant(Fraction(-3, 4))),
        ("a_e", lambda x, y: x),
        ("-a_e", lambda x, y: -x),
        ("2*a_e/3 - a_Y^2", lambda x, y: x * RING.constant(Fraction(2, 3)) - y**2),
        ("-a_e^2*a_Y/5 + 1", lambda x, y: 1 - x**2 * y / 5),
    ],
)
def test_format(text, build) -> None:  # type: ignore[no-untyped-def]
    assert RING.format(build(RING.symbol("a_e"), RING.symbol("a_Y"))) == text


@pytest.mark.parametrize(
    ("text", "build"),
    [
        ("0", lambda x, y: x - x),
        ("-3/4", lambda x, y: RING.constant(Fraction(-3, 4))),
        ("a_e - a_Y", lambda x, y: x - y),
        ("-a_e", lambda x, y: -x),
        ("1/2*(a_e - a_Y)", lambda x, y: (x - y) / 2),
        ("3*(a_e - a_Y)*(a_e + a_Y)^2", lambda x, y: 3 * (x - y) * (x + y) ** 2),
        ("-1/6*a_e^3", lambda x, y: -(x**3) / 6),
    ],
)
def test_format_factored(text, build) -> None:  # type: ignore[no-untyped-def]
    assert RING.format_factored(build(RING.symbol("a_e"), RING.symbol("a_Y"))) == text


def test_printing_of_parts() -> None:
    assert format_monomial(Fraction(-2, 3), [("a", 2), ("b", 1)]) == "-2*a^2*b/3"
    assert format_monomial(Fraction(1), []) == "1"
    assert format_sum(["-a", "b", "-2*c"]) == "-a + b - 2*c"
    assert format_sum([]) == "0"


def test_fraction_of_a_flint_number() -> None:
    (coefficient,) = RING.constant(Fraction(-7, 3)).to_dict().values()
    assert fraction(coefficient) == Fraction(-7, 3)


@given(TERMS, TERMS, st.integers(1, 3))
def test_products_have_no_more_terms_than_foreseen(first: Terms, second: Terms, power: int) -> None:
    a, b = polynomial(first), polynomial(second)
    assert len(a * b**power) <= most_terms([(a, 1), (b, power)])


def test_terms_of_a_power_of_a_sum_of_symbols() -> None:
    """(a + b + c)^12 has 91 terms, as many as there are monomials; its cube no more than monomials of degree 36."""
    total = sum(map(RING.symbol, SYMBOLS), RING.zero)
    assert most_terms([(total, 12)]) == 91 == len(total**12)
    assert most_terms([(total**12, 3)]) == 39 * 38 * 37 // 6
