"""Polynomials at a random point of a finite field: an exact and fast test of whether they vanish identically.

A polynomial that vanishes identically vanishes at every point; one that does not is zero at a random point of
the field with 2^61 - 1 elements with a probability of its degree over 2^61.
"""

from __future__ import annotations

import random
from dataclasses import dataclass
from fractions import Fraction

from zmodel.algebra import Polynomial, Ring
from zmodel.algebra.polynomial import fraction

PRIME = 2**61 - 1


def residue(value: Fraction | int) -> int:
    """A rational number in the field."""
    return value.numerator * pow(value.denominator, -1, PRIME) % PRIME


@dataclass(frozen=True)
class RandomPoint:
    """A value for each symbol of a ring."""

    values: tuple[int, ...]

    @classmethod
    def of(cls, ring: Ring, source: random.Random) -> RandomPoint:
        """A point with all symbols independent."""
        return cls(tuple(source.randrange(1, PRIME) for _ in ring.symbols))

    def evaluate(self, polynomial: Polynomial) -> int:
        """The value of a polynomial of the ring."""
        total = 0
        for exponents, coefficient in polynomial.to_dict().items():
            term = residue(fraction(coefficient))
            for value, exponent in zip(self.values, exponents, strict=True):
                if exponent:
                    term = term * pow(value, int(exponent), PRIME) % PRIME
            total += term
        return total % PRIME
