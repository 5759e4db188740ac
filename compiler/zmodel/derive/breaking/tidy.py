"""Rational functions in the form in which one would write them, and their roots."""

from __future__ import annotations

from collections.abc import Sequence

import sympy

Expr = sympy.Expr
Factor = tuple[Expr, int]


def tidy(expression: Expr, mixings: Sequence[sympy.Symbol] = ()) -> Expr:
    """A rational function as a product of factors that are positive where the mixings vanish, like 1 - eta^2."""
    content, factors = factored(expression, mixings)
    return content * sympy.Mul(*(factor**power for factor, power in factors))


def conjugate(expression: Expr) -> Expr:
    """The complex conjugate; roots of norms and masses are real."""
    is_real = not expression.has(sympy.I) and all(symbol.is_real for symbol in expression.free_symbols)
    return expression if is_real else sympy.conjugate(expression)


def root(expression: Expr, mixings: Sequence[sympy.Symbol] = ()) -> Expr:
    """The square root of a positive rational function, factor by factor.

    Factors of odd power are taken to be positive one by one, as those of masses and norms are.
    """
    content, factors = factored(expression, mixings)
    half = sympy.Rational(1, 2)
    roots = [sympy.sqrt(factor**power) if power % 2 == 0 else factor ** (power * half) for factor, power in factors]
    return sympy.sqrt(content) * sympy.Mul(*roots)


def factored(expression: Expr, mixings: Sequence[sympy.Symbol]) -> tuple[Expr, list[Factor]]:
    """A number, and polynomials with their powers."""
    top, bottom = sympy.fraction(sympy.cancel(expression))
    content: Expr = sympy.Integer(1)
    found: list[Factor] = []
    for part, sign in ((top, 1), (bottom, -1)):
        number, factors = sympy.factor_list(part)
        content *= number**sign
        for factor, power in _joined(factors, mixings):
            if _is_negative(factor, mixings):
                factor, content = -factor, content * (-1) ** power
            found.append((factor, sign * power))
    return content, found


def _joined(factors: Sequence[Factor], mixings: Sequence[sympy.Symbol]) -> list[Factor]:
    """Joins factors that differ by the sign of a mixing: (1 - eta)(1 + eta)."""
    mirrored = {mixing: -mixing for mixing in mixings}
    result: list[Factor] = []
    rest = [(factor, int(power)) for factor, power in factors]
    while rest:
        factor, power = rest.pop(0)
        mirror = sympy.expand(factor.xreplace(mirrored))
        other = next((item for item in rest if item[1] == power and sympy.expand(item[0]) in (mirror, -mirror)), None)
        if other is not None and factor.free_symbols & set(mixings):
            rest.remove(other)
            factor = sympy.expand(factor * other[0])
        result.append((factor, power))
    return result


def _is_negative(factor: Expr, mixings: Sequence[sympy.Symbol]) -> bool:
    at_zero = factor.xreplace(dict.fromkeys(mixings, sympy.Integer(0)))
    return bool((at_zero if at_zero != 0 else factor).could_extract_minus_sign())
