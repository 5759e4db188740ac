"""Laurent series with rational functions as coefficients, in a small quantity that the coefficients contain.

The n-th term is homogeneous of degree n in the small parameters, so the sum of the terms is the series itself.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

from zmodel.algebra import Polynomial
from zmodel.derive.breaking.rational import Quotient, RationalField, rational_field
from zmodel.derive.breaking.small.counting import PowerCounting
from zmodel.derive.breaking.tidy import conjugate
from zmodel.derive.to_sympy import Expr


class VanishingSeriesError(ArithmeticError):
    """A series is divided by that vanishes as far as it is known."""


@dataclass(frozen=True)
class SeriesField:
    """Rational functions with an order for each of their generators."""

    field: RationalField
    counting: PowerCounting

    @cached_property
    def _orders(self) -> dict[str, int]:
        pairs = zip(self.field.ring.symbols, self.field.generators, strict=True)
        return {name: self.counting.order(generator) for name, generator in pairs}

    def series(self, expression: Expr, length: int) -> Laurent:
        """The first terms of an expression, from the lowest order that it has."""
        top, bottom = (self._by_order(part) for part in self.field.fraction(expression))
        return Laurent.of(self, top, length) / Laurent.of(self, bottom, length)

    def _by_order(self, polynomial: Polynomial) -> dict[int, Polynomial]:
        ring = self.field.ring
        parts: dict[int, Polynomial] = {}
        for coefficient, powers in ring.terms(polynomial):
            monomial = ring.constant(coefficient)
            for name, power in powers:
                monomial *= ring.symbol(name) ** power
            order = sum(self._orders[name] * power for name, power in powers)
            parts[order] = parts.get(order, ring.zero) + monomial
        return parts

    def constant(self, number: Fraction | int, length: int) -> Laurent:
        """A number."""
        return Laurent.of(self, {0: self.field.ring.constant(number)}, length)

    def add(self, first: Quotient, second: Quotient) -> Quotient:
        """The sum of two coefficients."""
        (a, b), (c, d) = first, second
        return self.field.reduced(a + c, b) if b == d else self.field.reduced(a * d + c * b, b * d)

    def multiply(self, first: Quotient, second: Quotient) -> Quotient:
        """The product of two coefficients."""
        return self.field.reduced(first[0] * second[0], first[1] * second[1])

    def expression(self, coefficient: Quotient) -> Expr:
        """A coefficient in sympy."""
        return self.field.expression(coefficient[0]) / self.field.expression(coefficient[1])


def series_field(expressions: Sequence[Expr], counting: PowerCounting) -> SeriesField | None:
    """The field that holds expressions and their conjugates; None if they are no rational functions and roots."""
    both = [item for expression in expressions for item in (expression, conjugate(expression))]
    field = rational_field(both)
    if field is None or any(generator.is_Pow and counting.is_small(generator) for generator in field.generators):
        return None
    return SeriesField(field, counting)


@dataclass(frozen=True)
class Laurent:
    """Terms of orders `start`, `start` + 1, ...; all from `end` on are unknown.

    The first term does not vanish; a series that is zero as far as it is known has no terms.
    """

    field: SeriesField
    start: int
    terms: tuple[Quotient, ...]

    @classmethod
    def of(cls, field: SeriesField, parts: dict[int, Polynomial], length: int) -> Laurent:
        """A polynomial by orders, of which so many count from the lowest one."""
        orders = [order for order, part in parts.items() if not part.is_zero()]
        start = min(orders, default=length)
        ring = field.field.ring
        terms = [(parts.get(start + n, ring.zero), ring.one) for n in range(length)] if orders else []
        return cls(field, start, tuple(terms))

    @property
    def end(self) -> int:
        """The first order that is not known."""
        return self.start + len(self.terms)

    @property
    def is_zero(self) -> bool:
        """Whether all known terms vanish."""
        return not self.terms

    def coefficient(self, order: int) -> Quotient:
        """The term of one order below `end`."""
        ring = self.field.field.ring
        return self.terms[order - self.start] if order >= self.start else (ring.zero, ring.one)

    def _normalised(self, start: int, terms: Sequence[Quotient]) -> Laurent:
        zeros = next((n for n, (top, _) in enumerate(terms) if not top.is_zero()), len(terms))
        return Laurent(self.field, start + zeros, tuple(terms[zeros:]))

    def __add__(self, other: Laurent) -> Laurent:
        """The sum, as far as both are known."""
        start, end = min(self.start, other.start), min(self.end, other.end)
        terms = [self.field.add(self.coefficient(n), other.coefficient(n)) for n in range(start, end)]
        return self._normalised(min(start, end), terms)

    def __neg__(self) -> Laurent:
        """Minus the series."""
        return Laurent(self.field, self.start, tuple((-top, bottom) for top, bottom in self.terms))

    def __sub__(self, other: Laurent) -> Laurent:
        """The difference."""
        return self + -other

    def __mul__(self, other: Laurent) -> Laurent:
        """The product, as far as it is known."""
        start, length = self.start + other.start, min(len(self.terms), len(other.terms))
        return Laurent(self.field, start, tuple(self._convolved(self.terms, other.terms, n) for n in range(length)))

    def _convolved(self, first: Sequence[Quotient], second: Sequence[Quotient], n: int) -> Quotient:
        ring = self.field.field.ring
        total: Quotient = ring.zero, ring.one
        for k in range(n + 1):
            if not first[k][0].is_zero() and not second[n - k][0].is_zero():
                total = self.field.add(total, self.field.multiply(first[k], second[n - k]))
        return total

    def __truediv__(self, other: Laurent) -> Laurent:
        """The quotient, as far as it is known.

        Raises:
            VanishingSeriesError: if the divisor has no terms.
        """
        if other.is_zero:
            raise VanishingSeriesError
        top, bottom = other.terms[0]
        inverse = bottom, top
        length = min(len(self.terms), len(other.terms))
        terms: list[Quotient] = []
        for n in range(length):
            # q_n b_0 = t_n - sum_k q_{n-k} b_k, with q_n still zero.
            known = self._convolved([*terms, (top - top, bottom)], other.terms, n)
            rest = self.field.add(self.terms[n], (-known[0], known[1]))
            terms.append(self.field.multiply(rest, inverse))
        return Laurent(self.field, self.start - other.start, tuple(terms))

    def square_root_of_ratio(self) -> Laurent:
        """sqrt(S/S_0) with the first term S_0, by the binomial series in S/S_0 - 1."""
        length = len(self.terms)
        zero = self.terms[0][0] * 0, self.terms[0][1]
        leading = Laurent(self.field, self.start, (self.terms[0], *[zero] * (length - 1)))
        total = power = self.field.constant(1, length)
        small = self / leading - power
        binomial = Fraction(1)
        for n in range(1, length):
            power = power * small
            binomial *= (Fraction(1, 2) - n + 1) / n
            total = total + self.field.constant(binomial, length) * power
        return total

    def conjugate(self) -> Laurent:
        """The complex conjugate; small quantities count alike."""
        ring = self.field.field
        terms = tuple(ring.fraction(conjugate(self.field.expression(term))) for term in self.terms)
        return Laurent(self.field, self.start, terms)

    def expressions(self, last: int) -> dict[int, Expr]:
        """The terms in sympy by order, up to an order; zeros are left out."""
        shown = enumerate(self.terms[: max(last + 1 - self.start, 0)], start=self.start)
        return {order: self.field.expression(term) for order, term in shown if not term[0].is_zero()}
