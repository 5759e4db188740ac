"""Vacuum values as elements of a finite field: what a generic vacuum looks like, exactly."""

from __future__ import annotations

import random
from dataclasses import dataclass, field

from zmodel.derive.residues import PRIME, residue
from zmodel.model.expression import Add, Constant, Expression, Multiply, Power


@dataclass
class VacuumResidues:
    """Values of expressions when every symbol, root and phase in them is an independent random number.

    Equal expressions have equal values, rational numbers their own.
    """

    source: random.Random
    known: dict[Expression, int] = field(default_factory=dict)

    def value(self, expression: Expression) -> int:
        """The value of an expression."""
        if expression not in self.known:
            self.known[expression] = self._evaluate(expression)
        return self.known[expression]

    def _evaluate(self, expression: Expression) -> int:
        match expression:
            case Constant(number):
                return residue(number)
            case Add(terms):
                return sum(map(self.value, terms)) % PRIME
            case Multiply(factors):
                result = 1
                for factor in factors:
                    result = result * self.value(factor) % PRIME
                return result
            case Power(base, Constant(exponent)) if exponent.denominator == 1 and self.value(base):
                return pow(self.value(base), exponent.numerator, PRIME)
        return self.source.randrange(1, PRIME)
