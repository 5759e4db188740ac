"""Polynomials in the components of fields, as formulas with indices become them."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from zmodel.exchange.pyrate import numbers
from zmodel.exchange.pyrate.numbers import Value

MAX_TERMS = 200_000
"""Products of components that one formula is multiplied out to."""

Atom = tuple[str, bool, int]
"""A component: field, whether conjugated, index."""

Key = tuple[tuple[Atom, ...], tuple[Atom, ...]]
"""A product of components: fermions in written order, scalars sorted."""

Polynomial = Mapping[Key, Value]
UNIT: Polynomial = {((), ()): Fraction(1)}


class TensorError(ValueError):
    """A formula that makes no sense, or that cannot be worked with."""


class UnsupportedError(TensorError):
    """A formula that may make sense, but has no counterpart in our language."""


def number(value: Value) -> Polynomial:
    """A number as a polynomial; it must not be zero."""
    return {((), ()): value}


def add_product(total: dict[Key, Value], left: Polynomial, right: Polynomial, weight: Fraction) -> None:
    """Adds a product, the left one's fermions first; sums that vanish stay."""
    for (fermions, scalars), a in left.items():
        scaled = numbers.multiply(a, weight)
        for (more_fermions, more_scalars), b in right.items():
            merged = tuple(sorted(scalars + more_scalars)) if scalars and more_scalars else scalars + more_scalars
            key = (fermions + more_fermions, merged)
            value = numbers.multiply(scaled, b)
            known = total.get(key)
            total[key] = value if known is None else numbers.add(known, value)


def times(left: Polynomial, right: Polynomial) -> Polynomial:
    """A product.

    Raises:
        UnsupportedError: if it has too many terms.
    """
    if len(left) * len(right) > MAX_TERMS:
        raise UnsupportedError(f"multiplied out, it has more than {MAX_TERMS} products")
    total: dict[Key, Value] = {}
    add_product(total, left, right, Fraction(1))
    return {key: value for key, value in total.items() if value != 0}


def plus(left: Polynomial, right: Polynomial) -> Polynomial:
    """A sum."""
    total = dict(left)
    for key, value in right.items():
        known = total.get(key)
        total[key] = value if known is None else numbers.add(known, value)
    return {key: value for key, value in total.items() if value != 0}


def scaled(polynomial: Polynomial, factor: Value) -> Polynomial:
    """A multiple, by a factor that is not zero."""
    return {key: numbers.multiply(value, factor) for key, value in polynomial.items()}
