"""Rational functions: from sympy to exact polynomials and back, cancelled or factored.

The engine is python-flint, as everywhere in zmodel; sympy's own `cancel` and `factor` take a hundred times as long.
Symbols, functions such as cos(beta), square roots and i are generators; their squares are replaced, and denominators
are made free of roots and i, so that a quotient that vanishes has no terms. Other powers are left to sympy.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import prod

import sympy
from flint import fmpq

from zmodel.algebra import Polynomial, Ring
from zmodel.derive.to_sympy import Expr, Symbol

Factor = tuple[Expr, int]
Quotient = tuple[Polynomial, Polynomial]
"""Numerator and denominator."""

PRIMES = 2**15
"""As far as factors of numbers under roots are looked for, as sympy does to take squares out."""


@dataclass(frozen=True)
class RationalField:
    """The field of rational functions in the generators of an expression.

    Attributes:
        generators: square roots of what is made of the others, those of outer roots first; symbols, functions and i.
        ring: of the numerators and denominators.
    """

    generators: tuple[Expr, ...]
    ring: Ring

    @cached_property
    def _known(self) -> dict[Expr, Polynomial]:
        names = zip(self.generators, self.ring.symbols, strict=True)
        return {generator: self.ring.symbol(name) for generator, name in names}

    @cached_property
    def _by_name(self) -> dict[str, Expr]:
        return dict(zip(self.ring.symbols, self.generators, strict=True))

    def fraction(self, expression: Expr) -> Quotient:
        """Numerator and denominator, coprime, with sin^2 + cos^2 = 1 used."""
        return self.reduced(*self._fraction(expression))

    def reduced(self, top: Polynomial, bottom: Polynomial) -> Quotient:
        """A quotient in lowest terms: squares of sines and of roots are replaced, and no root is in the denominator."""
        top, bottom = coprime(self._replaced(top), self._replaced(bottom))
        for position, generator in enumerate(self.generators):
            if (generator == sympy.I or generator.is_Pow) and bottom.degrees()[position]:
                mirror = self.ring.mirrored(bottom, self.ring.symbols[position])
                product = self._replaced(bottom * mirror)
                if not product.is_zero():
                    top, bottom = coprime(self._replaced(top * mirror), product)
        return top, bottom

    def _replaced(self, polynomial: Polynomial) -> Polynomial:
        for relation in self._relations:
            polynomial = polynomial % relation
        return polynomial

    @cached_property
    def _relations(self) -> tuple[Polynomial, ...]:
        return tuple(self._found_relations())

    def _found_relations(self) -> Iterator[Polynomial]:
        for generator in self.generators:
            if generator == sympy.I:
                yield self._known[generator] ** 2 + 1
            elif generator.is_Pow:
                top, bottom = self._fraction(generator.base)
                yield bottom * self._known[generator] ** 2 - top
            elif isinstance(generator, sympy.sin):
                cosine = self._known.get(sympy.cos(generator.args[0]))
                if cosine is not None:
                    yield self._known[generator] ** 2 + cosine**2 - 1

    def _fraction(self, expression: Expr) -> tuple[Polynomial, Polynomial]:
        if expression.is_Rational:
            return self.ring.constant(int(expression.p)), self.ring.constant(int(expression.q))
        known = self._known.get(expression)
        if known is not None:
            return known, self.ring.one
        if expression.is_Pow:
            base, exponent = expression.as_base_exp()
            if exponent.is_Integer:
                top, bottom = self._fraction(base)
            else:
                top, bottom = prod((self._known[root] for root in _roots(base)), start=self.ring.one), self.ring.one
            power = int(exponent if exponent.is_Integer else 2 * exponent)
            return (top**power, bottom**power) if power > 0 else (bottom**-power, top**-power)
        pairs = [self._fraction(argument) for argument in expression.args]
        if expression.is_Mul:
            top, bottom = self.ring.one, self.ring.one
            for a, b in pairs:
                top, bottom = top * a, bottom * b
            return coprime(top, bottom)
        return self._sum(pairs)

    def _sum(self, pairs: Sequence[tuple[Polynomial, Polynomial]]) -> tuple[Polynomial, Polynomial]:
        tops: list[Polynomial] = []
        bottoms: list[Polynomial] = []
        for top, bottom in pairs:
            if bottom in bottoms:
                position = bottoms.index(bottom)
                tops[position] = tops[position] + top
            else:
                tops.append(top)
                bottoms.append(bottom)
        top, bottom = tops[0], bottoms[0]
        for a, b in zip(tops[1:], bottoms[1:], strict=True):
            top, bottom = coprime(top * b + a * bottom, bottom * b)
        return coprime(top, bottom)

    def expression(self, polynomial: Polynomial) -> Expr:
        """A polynomial as an expanded sympy expression."""
        by_name = self._by_name
        terms = [
            sympy.Mul(sympy.Rational(c.numerator, c.denominator), *(by_name[name] ** int(e) for name, e in powers))
            for c, powers in self.ring.terms(polynomial)
        ]
        return sympy.Add(*terms)


def _name(generator: Expr) -> str:
    return str(generator.name) if generator.is_Symbol else str(generator)


def coprime(top: Polynomial, bottom: Polynomial) -> Quotient:
    """A quotient in lowest terms, the leading coefficient of its denominator 1."""
    if bottom.is_constant():
        return top / bottom.leading_coefficient(), bottom / bottom.leading_coefficient()
    common = top.gcd(bottom)
    if not common.is_constant():
        top, bottom = top // common, bottom // common
    leading = bottom.leading_coefficient()
    return top / leading, bottom / leading


def rational_field(expressions: Sequence[Expr]) -> RationalField | None:
    """The field that expressions belong to, or None if they belong to none: where other powers than roots occur."""
    generators: set[Expr] = set()
    stack = list(expressions)
    while stack:
        node = stack.pop()
        if node.is_Rational:
            continue
        if node.is_Add or node.is_Mul or (node.is_Pow and node.exp.is_Integer):
            stack += node.args[:1] if node.is_Pow else node.args
        elif node.is_Symbol or node in (sympy.I, sympy.pi) or (node.is_Function and not node.has(sympy.I)):
            generators.add(node)
        elif node.is_Pow and (2 * node.exp).is_Integer:
            generators.update(_roots(node.base))
            stack.append(node.base)
        else:
            return None
    ordered = sorted(generators, key=_rank)
    return RationalField(tuple(ordered), Ring(tuple(map(_name, ordered))))


def _roots(base: Expr) -> tuple[Expr, ...]:
    """What the square root is a product of: those of primes are independent of each other, that of 6 is not."""
    if not base.is_Integer:
        return (sympy.sqrt(base),)
    return tuple(
        sympy.sqrt(prime) for prime, power in sympy.factorint(base, limit=PRIMES).items() for _ in range(power)
    )


def _rank(generator: Expr) -> tuple[int, str]:
    """Roots come first, outer ones before those inside, so that it is their squares that the relations replace."""
    roots = sum(part.is_Pow and not part.exp.is_Integer for part in sympy.preorder_traversal(generator))
    return -roots, _name(generator)


def cancelled(expression: Expr) -> Expr:
    """Numerator over denominator, both expanded and coprime."""
    field = rational_field([expression])
    if field is None:
        return sympy.cancel(expression)
    top, bottom = field.fraction(expression)
    return field.expression(top) / field.expression(bottom)


def factor(expression: Expr) -> tuple[Expr, list[Factor]]:
    """A number, and irreducible polynomials with their powers."""
    field = rational_field([expression])
    if field is None:
        return _factor_with_sympy(expression)
    top, bottom = field.fraction(expression)
    if top.is_zero():
        return sympy.Integer(0), []
    content, found = sympy.Integer(1), []
    for part, sign in ((top, 1), (bottom, -1)):
        number, factors = part.factor()
        content *= sympy.Rational(int(number.p), int(number.q)) ** sign
        for polynomial, power in factors:
            scale = abs(field.ring.content(polynomial))
            content *= sympy.Rational(scale.numerator, scale.denominator) ** (sign * int(power))
            primitive = polynomial / fmpq(scale.numerator, scale.denominator)
            found.append((field.expression(primitive), sign * int(power)))
    return content, sorted(found, key=lambda item: sympy.default_sort_key(item[0])) if len(found) > 1 else found


def _factor_with_sympy(expression: Expr) -> tuple[Expr, list[Factor]]:
    if not expression.free_symbols:
        return expression, []
    top, bottom = sympy.fraction(sympy.cancel(expression))
    content, found = sympy.Integer(1), []
    for part, sign in ((top, 1), (bottom, -1)):
        for argument in sympy.Mul.make_args(part):
            base, power = argument.as_base_exp()
            if not argument.free_symbols:
                content *= argument**sign
            elif not power.is_Integer:
                found.append((argument, sign))  # a root, which is no polynomial
            else:
                # In its roots, which sympy.factor_list of an expression loses or stumbles over.
                number, factors = sympy.Poly(base).factor_list()
                content *= number ** (sign * int(power))
                found += [(factor.as_expr(), sign * int(power) * times) for factor, times in factors]
    return content, found


def coefficients(expression: Expr, small: Sequence[Symbol], order: int) -> dict[tuple[int, ...], Expr]:
    """The Taylor coefficients of a rational function in some symbols around zero, up to a total order.

    Args:
        expression: finite where the symbols vanish.
        small: the symbols to expand in.
        order: highest total power.

    Returns:
        The coefficient, cancelled, of each product of powers of the symbols that occurs.
    """
    field = rational_field([expression, *small])
    if field is None or any(generator.is_Pow and generator.has(*small) for generator in field.generators):
        raise ValueError(f"not a rational function: {expression}")
    top, bottom = field.fraction(expression)
    tops, bottoms = _by_order(field, top, small), _by_order(field, bottom, small)
    zero = field.ring.zero
    # q_n = (t_n - sum_k q_{n-k} b_k)/b_0, with all q_n over a power of b_0.
    leading = bottoms[0]
    quotients: list[tuple[Polynomial, Polynomial]] = []
    for n in range(order + 1):
        number, power = tops.get(n, zero), field.ring.one
        for k in range(1, n + 1):
            q, d = quotients[n - k]
            number, power = number * d - q * bottoms.get(k, zero) * power, power * d
        quotients.append(coprime(number, power * leading))
    result: dict[tuple[int, ...], Expr] = {}
    for number, denominator in quotients:
        for powers, part in _split(field, number, small).items():
            result[powers] = field.expression(part) / field.expression(denominator)
    return result


def _by_order(field: RationalField, polynomial: Polynomial, small: Sequence[Symbol]) -> dict[int, Polynomial]:
    """The parts of a polynomial by total power in some symbols."""
    result: dict[int, Polynomial] = {}
    for powers, part in _split(field, polynomial, small).items():
        monomial = field.ring.one
        for symbol, power in zip(small, powers, strict=True):
            monomial *= field.ring.symbol(_name(symbol)) ** power
        order = sum(powers)
        result[order] = result.get(order, field.ring.zero) + part * monomial
    return result


def _split(field: RationalField, polynomial: Polynomial, small: Sequence[Symbol]) -> dict[tuple[int, ...], Polynomial]:
    """The coefficient of each product of powers of some symbols."""
    result: dict[tuple[int, ...], Polynomial] = {}
    names = [_name(symbol) for symbol in small]
    for coefficient, powers in field.ring.terms(polynomial):
        exponents = dict(powers)
        key = tuple(int(exponents.get(name, 0)) for name in names)
        rest = field.ring.constant(coefficient)
        for name, power in powers:
            if name not in names:
                rest *= field.ring.symbol(name) ** int(power)
        result[key] = result.get(key, field.ring.zero) + rest
    return result
