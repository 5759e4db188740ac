"""Sums with numbers or polynomials in front, as text."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from zmodel.algebra import Ring
from zmodel.derive.equivalence.particles import Number, as_number


def linear_text(terms: Iterable[tuple[Number, str]], ring: Ring) -> str:
    """`Y + 2/3 X`; what is zero is left out."""
    text = ""
    for value, name in terms:
        number = value if isinstance(value, Fraction) else as_number(value)
        if number == 0:
            continue
        if not isinstance(number, Fraction):
            text += f"{' + ' if text else ''}({ring.format(number)}) {name}"
            continue
        sign = ("-" if number < 0 else "") if not text else (" - " if number < 0 else " + ")
        size = "" if abs(number) == 1 else f"{abs(number)} "
        text += f"{sign}{size}{name}"
    return text or "0"
