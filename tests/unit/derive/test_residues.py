"""Rational numbers and polynomials in a finite field."""

from __future__ import annotations

from fractions import Fraction
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from zmodel.algebra import Ring
from zmodel.derive.residues import PRIME, RandomPoint, residue

FRACTIONS = st.fractions(-100, 100, max_denominator=60)


@settings(max_examples=25)
@given(FRACTIONS, FRACTIONS)
def test_residues_add_and_multiply_like_fractions(a: Fraction, b: Fraction) -> None:
    assert residue(a + b) == (residue(a) + residue(b)) % PRIME
    assert residue(a * b) == residue(a) * residue(b) % PRIME
    assert residue(a) * a.denominator % PRIME == a.numerator % PRIME


@settings(max_examples=25)
@given(st.lists(st.tuples(FRACTIONS, st.integers(0, 3), st.integers(0, 3)), max_size=5))
def test_values_of_polynomials(terms: list[tuple[Fraction, int, int]]) -> None:
    ring = Ring(("x", "y"))
    x, y = ring.symbol("x"), ring.symbol("y")
    polynomial = sum((ring.constant(c) * x**m * y**n for c, m, n in terms), ring.zero)
    point = RandomPoint.of(ring, Random(1))
    a, b = point.values
    assert a != b and all(0 < value < PRIME for value in point.values)
    assert point.evaluate(polynomial) == sum(residue(c) * a**m * b**n for c, m, n in terms) % PRIME
