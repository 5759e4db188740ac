"""Exact numbers of model files: rational ones, square roots, and the imaginary unit.

Nearly all numbers are rational and stay `Fraction`s; a `Surd` is made where a root or an i occurs.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from math import gcd
from typing import Union

MAX_RADICAND = 10**9
"""Roots of larger numbers are not taken: no normalisation has one, and their squares have to be found."""

Value = Union[Fraction, "Surd"]


class NumberTooLargeError(ValueError):
    """A root of a number that is too large, or of a negative one."""


@dataclass(frozen=True)
class Surd:
    """A sum of rational numbers times sqrt(n) and 1 or i; n has no square factor.

    Attributes:
        terms: the coefficients by n and by whether i stands beside the root, none of them zero.
    """

    terms: Mapping[tuple[int, bool], Fraction]


IMAGINARY_UNIT = Surd({(1, True): Fraction(1)})


def square_root(number: Fraction) -> Value:
    """The positive root of a positive rational number.

    Raises:
        NumberTooLargeError: if the number is not positive, or its parts are too large.
    """
    product = number.numerator * number.denominator
    if not 0 < product <= MAX_RADICAND:
        raise NumberTooLargeError(f"the square root of {number}")
    outside, inside, factor = 1, product, 2
    while factor * factor <= inside:
        while inside % (factor * factor) == 0:
            inside //= factor * factor
            outside *= factor
        factor += 1
    return _simplified({(inside, False): Fraction(outside, number.denominator)})


def add(first: Value, second: Value) -> Value:
    """The sum."""
    if isinstance(first, Fraction) and isinstance(second, Fraction):
        return first + second
    total = dict(_terms(first))
    for unit, value in _terms(second).items():
        total[unit] = total.get(unit, Fraction(0)) + value
    return _simplified(total)


def multiply(first: Value, second: Value) -> Value:
    """The product."""
    if isinstance(first, Fraction) and isinstance(second, Fraction):
        return first * second
    total: dict[tuple[int, bool], Fraction] = {}
    for (m, first_i), a in _terms(first).items():
        for (n, second_i), b in _terms(second).items():
            # sqrt(m) sqrt(n) = common sqrt(m n / common^2), as neither has a square in it.
            common = gcd(m, n)
            unit = (m * n // common**2, first_i != second_i)
            value = a * b * common * (-1 if first_i and second_i else 1)
            total[unit] = total.get(unit, Fraction(0)) + value
    return _simplified(total)


def invert(number: Value) -> Value:
    """One over a number with a single term.

    Raises:
        ZeroDivisionError: if it is zero.
        NumberTooLargeError: if it is a sum.
    """
    if isinstance(number, Fraction):
        return 1 / number
    if len(number.terms) != 1:
        raise NumberTooLargeError("one over a sum of roots")
    (((radicand, imaginary), value),) = number.terms.items()
    return _simplified({(radicand, imaginary): 1 / (value * radicand) * (-1 if imaginary else 1)})


def unit_of(number: Value) -> Value | None:
    """The root and i in a number with a single term; None for a sum."""
    terms = _terms(number)
    if len(terms) != 1:
        return None
    return _simplified({next(iter(terms)): Fraction(1)})


def conjugate(number: Value) -> Value:
    """The complex conjugate."""
    if isinstance(number, Fraction):
        return number
    return Surd({unit: -value if unit[1] else value for unit, value in number.terms.items()})


def is_imaginary(number: Value) -> bool:
    """Whether a number with a single term has an i."""
    return isinstance(number, Surd) and all(imaginary for _, imaginary in number.terms)


def show(number: Value) -> str:
    """A number as a formula: `2*sqrt(2)/3`, `i`, `-1/2`."""
    words = []
    for (radicand, imaginary), value in sorted(_terms(number).items()):
        factors = (["i"] if imaginary else []) + ([f"sqrt({radicand})"] if radicand > 1 else [])
        top = abs(value.numerator)
        if top != 1 or not factors:
            factors.insert(0, str(top))
        word = "*".join(factors) + (f"/{value.denominator}" if value.denominator > 1 else "")
        words.append(("-" if value < 0 else "+") + word)
    return " ".join(words).removeprefix("+") or "0"


def _terms(number: Value) -> Mapping[tuple[int, bool], Fraction]:
    if isinstance(number, Surd):
        return number.terms
    return {(1, False): number} if number else {}


def _simplified(terms: Mapping[tuple[int, bool], Fraction]) -> Value:
    kept = {unit: value for unit, value in terms.items() if value}
    if not kept:
        return Fraction(0)
    return kept[1, False] if set(kept) == {(1, False)} else Surd(kept)
