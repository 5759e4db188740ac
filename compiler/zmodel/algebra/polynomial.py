"""Exact polynomials over the rationals in named symbols; the engine is python-flint's fmpq_mpoly.

`Polynomial` is flint's own type: it adds, multiplies, factors and compares exactly. A `Ring` fixes the
symbols and their order, makes polynomials and prints them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from math import comb, gcd, lcm, prod

from flint import Ordering, fmpq, fmpq_mpoly, fmpq_mpoly_ctx, fmpz

Polynomial = fmpq_mpoly


@dataclass(frozen=True)
class Ring:
    """The polynomials over Q in the given symbols, ordered lexicographically."""

    symbols: tuple[str, ...]

    @cached_property
    def _context(self) -> fmpq_mpoly_ctx:
        # flint insists on identifiers of its own choosing, so the symbols live here and not there.
        return fmpq_mpoly_ctx.get(tuple(f"x{i}" for i in range(len(self.symbols))), Ordering.lex)

    @cached_property
    def _generators(self) -> dict[str, Polynomial]:
        return dict(zip(self.symbols, self._context.gens(), strict=True))

    @cached_property
    def zero(self) -> Polynomial:
        """The polynomial 0."""
        return self._context.constant(0)

    @cached_property
    def one(self) -> Polynomial:
        """The polynomial 1."""
        return self._context.constant(1)

    def symbol(self, name: str) -> Polynomial:
        """The polynomial that consists of one symbol.

        Raises:
            KeyError: if the ring does not have it.
        """
        return self._generators[name]

    @cached_property
    def _constants(self) -> dict[Fraction | int, Polynomial]:
        return {}

    def constant(self, value: Fraction | int) -> Polynomial:
        """A rational number as a polynomial."""
        known = self._constants.get(value)
        if known is None:
            known = self._constants[value] = self._context.constant(_rational(value))
        return known

    def embed(self, polynomial: Polynomial, source: Ring) -> Polynomial:
        """The same polynomial, read from a ring whose symbols are among those of this one."""
        position = [self.symbols.index(name) for name in source.symbols]
        terms = {}
        for exponents, coefficient in polynomial.to_dict().items():
            target = [0] * len(self.symbols)
            for index, exponent in zip(position, exponents, strict=True):
                target[index] = exponent
            terms[tuple(target)] = coefficient
        return self._context.from_dict(terms)

    def substitute(self, polynomial: Polynomial, values: Mapping[str, Fraction]) -> Polynomial:
        """Replaces symbols by rational numbers."""
        known: dict[str | int, int | fmpz | fmpq] = {
            f"x{i}": _rational(values[name]) for i, name in enumerate(self.symbols) if name in values
        }
        return polynomial.subs(known) if known else polynomial

    def mirrored(self, polynomial: Polynomial, name: str) -> Polynomial:
        """The polynomial with a symbol replaced by minus the symbol."""
        gens = [-symbol if other == name else symbol for other, symbol in self._generators.items()]
        return polynomial.compose(*gens, ctx=self._context)

    def terms(self, polynomial: Polynomial) -> tuple[tuple[Fraction, tuple[tuple[str, int], ...]], ...]:
        """Coefficient and powers of each monomial, in the ring's order."""
        result = []
        for exponents, coefficient in polynomial.to_dict().items():
            powers = tuple((name, int(e)) for name, e in zip(self.symbols, exponents, strict=True) if e)
            result.append((fraction(coefficient), powers))
        return tuple(result)

    def used_symbols(self, polynomial: Polynomial) -> tuple[str, ...]:
        """The symbols that the polynomial depends on, in the ring's order."""
        degrees = polynomial.degrees()
        return tuple(name for name, degree in zip(self.symbols, degrees, strict=True) if degree > 0)

    def with_positive_lead(self, polynomial: Polynomial) -> Polynomial:
        """The polynomial or its negative: the one whose first term has a positive coefficient."""
        terms = self.terms(polynomial)
        return -polynomial if terms and terms[0][0] < 0 else polynomial

    def content(self, polynomial: Polynomial) -> Fraction:
        """The number whose removal leaves coprime integer coefficients, the first of them positive; 0 for 0."""
        coefficients = [coefficient for coefficient, _ in self.terms(polynomial)]
        return _content(coefficients) if coefficients else Fraction(0)

    def primitive(self, polynomial: Polynomial) -> Polynomial:
        """The multiple with coprime integer coefficients, the first of them positive."""
        return polynomial / _rational(self.content(polynomial)) if not polynomial.is_zero() else polynomial

    def format(self, polynomial: Polynomial) -> str:
        """Prints as the language writes it: `2*a_Y/3 - a_e^2`."""
        return format_sum(format_monomial(c, powers) for c, powers in self.terms(polynomial))

    def format_factored(self, polynomial: Polynomial) -> str:
        """Prints the factorisation over Q: `3*(a_e + a_mu)*(a_e - a_mu)^2`."""
        if polynomial.is_zero():
            return "0"
        unit, found = polynomial.factor()
        content, factors = _integer_factors(fraction(unit), found)
        if not factors:
            return str(content)
        if len(factors) == 1 and factors[0][1] == 1:
            factor = f"({self.format(factors[0][0])})"
            return self.format(polynomial) if abs(content) == 1 else _prefix(content, factor)
        return _prefix(content, "*".join(self._format_factor(f, power) for f, power in factors))

    def _format_factor(self, factor: Polynomial, power: int) -> str:
        text = self.format(factor)
        if len(factor.to_dict()) > 1:
            text = f"({text})"
        return text if power == 1 else f"{text}^{power}"


def most_terms(factors: Sequence[tuple[Polynomial, int]]) -> int:
    """A number of terms that a product of powers does not exceed, known without multiplying out.

    There are no more than choices of terms, nor than monomials of its degree in its symbols.
    """
    choices = prod(comb(len(base) + power - 1, power) for base, power in factors)
    if choices <= 1:
        return choices
    symbols = {i for base, _ in factors for i, degree in enumerate(base.degrees()) if degree}
    degree = sum(int(base.total_degree()) * power for base, power in factors)
    return min(choices, comb(len(symbols) + degree, degree))


def constant_value(polynomial: Polynomial) -> Fraction | None:
    """The number that a constant polynomial is, or None if it depends on a symbol."""
    if not polynomial.is_constant():
        return None
    terms = polynomial.to_dict()
    return fraction(next(iter(terms.values()))) if terms else Fraction(0)


def fraction(value: fmpq) -> Fraction:
    """A flint rational as a Python one."""
    return Fraction(int(value.p), int(value.q))


def _rational(value: Fraction | int) -> fmpq:
    return fmpq(value.numerator, value.denominator)


def _integer_factors(
    content: Fraction, factors: Iterable[tuple[Polynomial, int]]
) -> tuple[Fraction, list[tuple[Polynomial, int]]]:
    """Factors with coprime integer coefficients, leading one positive, in a fixed order."""
    result = []
    for factor, power in factors:
        coefficients = [fraction(c) for c in factor.to_dict().values()]
        scale = _content(coefficients)
        result.append((factor / _rational(scale), power))
        content *= scale**power
    return content, sorted(result, key=lambda item: (item[0].total_degree(), item[1], str(item[0])))


def _content(coefficients: list[Fraction]) -> Fraction:
    """The rational number whose removal leaves coprime integers, with the sign of the first one."""
    numerator = gcd(*(c.numerator for c in coefficients))
    denominator = lcm(*(c.denominator for c in coefficients))
    return Fraction(numerator if coefficients[0] > 0 else -numerator, denominator)


def _prefix(content: Fraction, text: str) -> str:
    if content == 1:
        return text
    return f"-{text}" if content == -1 else f"{content}*{text}"


def format_monomial(coefficient: Fraction, powers: Iterable[tuple[str, int]]) -> str:
    """`-2*a_Y^2/3` from -2/3 and ((a_Y, 2),)."""
    body = "*".join(name if power == 1 else f"{name}^{power}" for name, power in powers)
    if not body:
        return str(coefficient)
    sign = "-" if coefficient < 0 else ""
    size = abs(coefficient)
    numerator = body if size.numerator == 1 else f"{size.numerator}*{body}"
    return sign + (numerator if size.denominator == 1 else f"{numerator}/{size.denominator}")


def format_sum(terms: Iterable[str]) -> str:
    """Joins printed terms with their signs; an empty sum is 0."""
    text = ""
    for term in terms:
        if not text:
            text = term
        elif term.startswith("-"):
            text += f" - {term[1:]}"
        else:
            text += f" + {term}"
    return text or "0"
