"""Polynomials in names and functions of them: what rotations and charges become when they are multiplied out.

The polynomials of `algebra` have rational numbers and symbols only; a rotation holds sines, cosines and
phases, whose products simplify. A small dict of monomials is all that 3 x 3 matrices need.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache, reduce
from math import isqrt

from zmodel.algebra import Polynomial, Ring
from zmodel.model.expression import (
    MINUS_ONE,
    ZERO,
    Add,
    Constant,
    Expression,
    Function,
    Multiply,
    Name,
    Power,
)

Atom = Name | Function | Power | Add
Monomial = tuple[tuple[Atom, int], ...]

MAX_EXPANDED_POWER = 8
"""Higher powers of sums stay powers: expanding them would help nobody."""

MAX_TERMS = 1000
MAX_PRODUCTS = 20_000
"""No rotation that a person writes gives a sum of as many terms, or a product of sums of as many."""

ODD_FUNCTIONS = frozenset({"sin", "tan", "asin", "atan"})
AT_ZERO = {"sin": 0, "tan": 0, "asin": 0, "atan": 0, "cos": 1, "exp": 1, "sqrt": 0}


class TooManyTermsError(ValueError):
    """An expression grows beyond `MAX_TERMS` or `MAX_PRODUCTS` when it is multiplied out."""


@dataclass(frozen=True)
class Symbolic:
    """A sum of rational numbers times powers of atoms; equal polynomials have equal terms.

    Known are i^2 = -1, sin^2 + cos^2 = 1, sqrt(x)^2 = x and exp(x) exp(y) = exp(x + y); no other identity is.

    Attributes:
        terms: the coefficient of each monomial, none of them zero.
    """

    terms: Mapping[Monomial, Fraction]

    def __add__(self, other: Symbolic) -> Symbolic:
        """The sum."""
        return _collect((*self.terms.items(), *other.terms.items()))

    def __neg__(self) -> Symbolic:
        """Minus the value."""
        return Symbolic({monomial: -coefficient for monomial, coefficient in self.terms.items()})

    def __sub__(self, other: Symbolic) -> Symbolic:
        """The difference."""
        return self + (-other)

    def __mul__(self, other: Symbolic) -> Symbolic:
        """The product, simplified.

        Raises:
            TooManyTermsError: if it is too long.
        """
        if (factor := self.number) is not None:
            return other._scaled(factor)
        if (factor := other.number) is not None:
            return self._scaled(factor)
        if len(self.terms) * len(other.terms) > MAX_PRODUCTS:
            raise TooManyTermsError
        products: list[tuple[Monomial, Fraction]] = []
        for first, a in self.terms.items():
            for second, b in other.terms.items():
                product = _multiply_monomials(first, second)
                products += [(monomial, a * b * c) for monomial, c in product.terms.items()]
        return _collect(products)

    def _scaled(self, factor: Fraction) -> Symbolic:
        if factor == 1:
            return self
        return Symbolic({monomial: c * factor for monomial, c in self.terms.items()} if factor else {})

    @property
    def is_zero(self) -> bool:
        """Whether the value vanishes identically."""
        return not self.terms

    @property
    def number(self) -> Fraction | None:
        """The value, if it is a rational number."""
        if self.is_zero:
            return Fraction(0)
        return self.terms.get(()) if len(self.terms) == 1 else None

    def conjugate(self, complex_names: frozenset[str] | None) -> Symbolic:
        """The complex conjugate.

        Square roots and arcus functions count as real where their argument is.

        Args:
            complex_names: names that are not real; None if no name is known to be real.
        """
        terms: list[tuple[Monomial, Fraction]] = []
        for monomial, coefficient in self.terms.items():
            factors = (_power(_conjugate(atom, complex_names), exponent) for atom, exponent in monomial)
            terms += reduce(Symbolic.__mul__, factors, rational(coefficient)).terms.items()
        return _collect(terms)

    def expression(self) -> Expression:
        """The value as a tree."""
        terms = [_term(self.terms[monomial], monomial) for monomial in sorted(self.terms, key=_order)]
        if not terms:
            return ZERO
        return terms[0] if len(terms) == 1 else Add(tuple(terms))


# ------------------------------------------------------------------ making them
def zero() -> Symbolic:
    """The number 0."""
    return Symbolic({})


def rational(value: Fraction | int) -> Symbolic:
    """A rational number."""
    return Symbolic({(): Fraction(value)} if value else {})


def named(name: str) -> Symbolic:
    """A name."""
    return _single(Name(name))


def from_polynomial(polynomial: Polynomial, ring: Ring) -> Symbolic:
    """A polynomial of a ring, its symbols read as names."""
    return _collect(
        (_sorted({Name(name): exponent for name, exponent in powers}), coefficient)
        for coefficient, powers in ring.terms(polynomial)
    )


def symbolic(expression: Expression, complex_names: frozenset[str] | None = None) -> Symbolic:
    """An expression multiplied out.

    Args:
        expression: any expression.
        complex_names: what `conj` acts on, see `Symbolic.conjugate`.
    """
    match expression:
        case Constant(value):
            return rational(value)
        case Name():
            return _single(expression)
        case Add(terms):
            return _collect(item for term in terms for item in symbolic(term, complex_names).terms.items())
        case Multiply(factors):
            parts = (symbolic(factor, complex_names) for factor in factors)
            return reduce(Symbolic.__mul__, parts, rational(1))
        case Function("conj", argument):
            return symbolic(argument, complex_names).conjugate(complex_names)
        case Function(function, argument):
            return _function(function, symbolic(argument, complex_names))
        case Power(base, exponent):
            return _general_power(symbolic(base, complex_names), symbolic(exponent, complex_names))


def inverse(value: Symbolic) -> Symbolic:
    """One over a value."""
    return _power(value, -1)


def square_root(value: Symbolic) -> Symbolic:
    """The square root; its square is the value again."""
    return _function("sqrt", value)


def unexpanded(value: Symbolic) -> Symbolic:
    """The value as one factor, so that products with it are not multiplied out."""
    expression = value.expression()
    return _single(expression) if isinstance(expression, Add) else value


def _single(atom: Atom) -> Symbolic:
    return Symbolic({((atom, 1),): Fraction(1)})


def _collect(terms: Iterable[tuple[Monomial, Fraction]]) -> Symbolic:
    total: dict[Monomial, Fraction] = {}
    for monomial, coefficient in terms:
        total[monomial] = total.get(monomial, Fraction(0)) + coefficient
    if len(total) > MAX_TERMS:
        raise TooManyTermsError
    return Symbolic({monomial: coefficient for monomial, coefficient in total.items() if coefficient})


# ------------------------------------------------------------------ products and powers
def _multiply_monomials(first: Monomial, second: Monomial) -> Symbolic:
    exponents = dict(first)
    for atom, exponent in second:
        exponents[atom] = exponents.get(atom, 0) + exponent
    return _simplify(exponents)


def _simplify(exponents: Mapping[Atom, int]) -> Symbolic:
    """A product of powers, by the identities named at `Symbolic`."""
    kept: dict[Atom, int] = {}
    replaced: list[Symbolic] = []
    phase = zero()
    sign = Fraction(1)
    for atom, exponent in exponents.items():
        match atom:
            case Name("i"):
                kept[atom] = exponent % 2
                sign = Fraction((-1) ** (exponent % 4 // 2))
            case Function("sin", argument) if exponent > 1:
                kept[atom] = exponent % 2
                cosine = _single(Function("cos", argument))
                replaced.append(_power(rational(1) - cosine * cosine, exponent // 2))
            case Function("sqrt", argument) if abs(exponent) > 1:
                whole = int(exponent / 2)
                kept[atom] = exponent - 2 * whole
                replaced.append(_power(symbolic(argument), whole))
            case Function("exp", argument):
                phase = phase + symbolic(argument) * rational(exponent)
            case _:
                kept[atom] = exponent
    if not phase.is_zero:
        kept[Function("exp", phase.expression())] = 1
    return reduce(Symbolic.__mul__, replaced, Symbolic({_sorted(kept): sign}))


def _power(base: Symbolic, exponent: int) -> Symbolic:
    if len(base.terms) == 1:
        ((monomial, coefficient),) = base.terms.items()
        return _simplify({atom: e * exponent for atom, e in monomial}) * rational(coefficient**exponent)
    if base.is_zero and exponent > 0:
        return zero()
    if 0 <= exponent <= MAX_EXPANDED_POWER:
        return reduce(Symbolic.__mul__, [base] * exponent, rational(1))
    if exponent > 0:
        return _single(Power(base.expression(), Constant(Fraction(exponent))))
    return Symbolic({((Power(base.expression(), MINUS_ONE), -exponent),): Fraction(1)})


def _general_power(base: Symbolic, exponent: Symbolic) -> Symbolic:
    number = exponent.number
    if number is not None and number.denominator == 1:
        return _power(base, int(number))
    if number is not None and number.denominator == 2:
        return _power(square_root(base), number.numerator)
    return _single(Power(base.expression(), exponent.expression()))


# ------------------------------------------------------------------ functions
def _function(function: str, argument: Symbolic) -> Symbolic:
    """A function of a simplified argument; the sign of the argument is drawn out where that is possible."""
    if argument.is_zero and function in AT_ZERO:
        return rational(AT_ZERO[function])
    if function == "sqrt" and argument.number is not None:
        root = _rational_root(argument.number)
        if root is not None:
            return rational(root)
    if function == "cos" or function in ODD_FUNCTIONS:
        leading = min(argument.terms, key=_order)
        if argument.terms[leading] < 0:
            positive = _single(Function(function, (-argument).expression()))
            return positive if function == "cos" else -positive
    return _single(Function(function, argument.expression()))


def _rational_root(number: Fraction) -> Fraction | None:
    if number < 0:
        return None
    root = Fraction(isqrt(number.numerator), isqrt(number.denominator))
    return root if root**2 == number else None


def _conjugate(atom: Atom, complex_names: frozenset[str] | None) -> Symbolic:
    match atom:
        case Name("i"):
            return -_single(atom)
        case Name("pi"):
            return _single(atom)
        case Name(name):
            is_real = complex_names is not None and name not in complex_names
            return _single(atom if is_real else Function("conj", atom))
        case Function("conj", argument):
            return symbolic(argument)
        case Function(function, argument):
            return _function(function, symbolic(argument).conjugate(complex_names))
        case Add():
            return unexpanded(symbolic(atom).conjugate(complex_names))
        case Power(base, exponent):
            pair = (symbolic(part).conjugate(complex_names) for part in (base, exponent))
            return _general_power(*pair)


# ------------------------------------------------------------------ order and trees
def _kind(atom: Atom) -> int:
    """Names come before functions, functions before powers, powers before sums."""
    kinds = (Name, Function, Power, Add)
    return kinds.index(type(atom))


@lru_cache(maxsize=1024)
def _atom_order(atom: Atom) -> tuple[int, str]:
    return _kind(atom), atom.name if isinstance(atom, Name) else repr(atom)


def _sorted(exponents: Mapping[Atom, int]) -> Monomial:
    return tuple(sorted(((a, e) for a, e in exponents.items() if e), key=lambda item: _atom_order(item[0])))


def _order(monomial: Monomial) -> tuple[tuple[tuple[int, str], int], ...]:
    return tuple((_atom_order(atom), -exponent) for atom, exponent in monomial)


def _term(coefficient: Fraction, monomial: Monomial) -> Expression:
    factors: list[Expression] = [
        atom if exponent == 1 else Power(atom, Constant(Fraction(exponent))) for atom, exponent in monomial
    ]
    if coefficient != 1 or not factors:
        factors.insert(0, Constant(coefficient))
    return factors[0] if len(factors) == 1 else Multiply(tuple(factors))
