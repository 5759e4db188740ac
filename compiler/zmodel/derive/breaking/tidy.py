"""Rational functions in the form in which one would write them, and their roots."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import sympy

from zmodel.derive.breaking.rational import Factor, factor
from zmodel.derive.to_sympy import Expr, Symbol


def tidy(expression: Expr, mixings: Sequence[Symbol] = ()) -> Expr:
    """A rational function as a product of factors that are positive where the mixings vanish, like 1 - eta^2."""
    content, factors = factored(expression, mixings)
    return content * sympy.Mul(*(base**power for base, power in factors))


def collect_roots(expression: Expr, mixings: Sequence[Symbol] = ()) -> Expr:
    """A sum of rational functions times square roots, one tidy term for each product of roots."""
    parts: dict[Expr, list[Expr]] = {}
    for term in root_terms(expression):
        roots, rational = sympy.Integer(1), sympy.Integer(1)
        for item in sympy.Mul.make_args(term):
            base, exponent = item.as_base_exp()
            if exponent.is_Rational and exponent.q == 2:
                half = sympy.Rational(1, 2)
                roots *= base**half
                rational *= base ** (exponent - half)
            else:
                rational *= item
        parts.setdefault(roots, []).append(rational)
    return sympy.Add(*(roots * tidy(sympy.Add(*terms), mixings) for roots, terms in parts.items()))


def root_terms(expression: Expr) -> Iterator[Expr]:
    """The terms of a sum, sums that hold roots multiplied out."""
    if expression.is_Add:
        for argument in expression.args:
            yield from root_terms(argument)
        return
    inner = next((f for f in expression.args if f.is_Add and _holds_root(f)), None) if expression.is_Mul else None
    if inner is None:
        yield expression
        return
    rest = sympy.Mul(*(f for f in expression.args if f is not inner))
    for argument in inner.args:
        yield from root_terms(argument * rest)


def _holds_root(expression: Expr) -> bool:
    return any(
        part.is_Pow and part.exp.is_Rational and part.exp.q == 2 for part in sympy.preorder_traversal(expression)
    )


def conjugate(expression: Expr) -> Expr:
    """The complex conjugate; what is made of real numbers is real, as roots of norms, masses and vacuum values are."""
    if _is_real(expression):
        return expression
    conjugated = sympy.conjugate(expression)
    real = {found: found.args[0] for found in conjugated.atoms(sympy.conjugate) if _is_real(found.args[0])}
    return conjugated.xreplace(real) if real else conjugated


def _is_real(expression: Expr) -> bool:
    if expression.has(sympy.I) or not all(symbol.is_real for symbol in expression.free_symbols):
        return False
    roots = (power for power in expression.atoms(sympy.Pow) if not power.exp.is_Integer)
    return not any(power.base.is_number and power.base.is_negative for power in roots)


def root(expression: Expr, mixings: Sequence[Symbol] = ()) -> Expr:
    """The square root of a positive rational function, factor by factor.

    Factors of odd power are taken to be positive one by one, as those of masses and norms are.
    """
    content, factors = factored(expression, mixings)
    half = sympy.Rational(1, 2)
    roots = [sympy.sqrt(base**power) if power % 2 == 0 else base ** (power * half) for base, power in factors]
    return sympy.sqrt(content) * sympy.Mul(*roots)


def factored(expression: Expr, mixings: Sequence[Symbol]) -> tuple[Expr, list[Factor]]:
    """A number, and polynomials with their powers."""
    content, factors = factor(expression)
    found: list[Factor] = []
    for polynomial, power in _joined(factors, mixings):
        if _is_negative(polynomial, mixings):
            polynomial, content = -polynomial, content * sympy.Integer(-1) ** power
        found.append((polynomial, power))
    return content, found


def _joined(factors: Sequence[Factor], mixings: Sequence[Symbol]) -> list[Factor]:
    """Joins factors that differ by the sign of a mixing: (1 - eta)(1 + eta)."""
    mirrored = {mixing: -mixing for mixing in mixings}
    result: list[Factor] = []
    rest = list(factors)
    while rest:
        base, power = rest.pop(0)
        if base.free_symbols & set(mixings):
            mirror = sympy.expand(base.xreplace(mirrored))
            other = next((item for item in rest if item[1] == power and item[0] in (mirror, -mirror)), None)
            if other is not None:
                rest.remove(other)
                base = sympy.expand(base * other[0])
        result.append((base, power))
    return result


def _is_negative(base: Expr, mixings: Sequence[Symbol]) -> bool:
    at_zero = base.xreplace(dict.fromkeys(mixings, sympy.Integer(0)))
    return bool((at_zero if at_zero != 0 else base).could_extract_minus_sign())
