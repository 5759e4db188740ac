"""Sums of rational functions times square roots, up to an order in small parameters."""

from __future__ import annotations

from collections.abc import Sequence

import sympy

from zmodel.derive.breaking.small.counting import PowerCounting
from zmodel.derive.breaking.small.laurent import series_field
from zmodel.derive.breaking.tidy import collect_roots, root, root_terms
from zmodel.derive.to_sympy import Expr, Symbol


def expand_roots(expression: Expr, counting: PowerCounting, order: int, mixings: Sequence[Symbol] = ()) -> Expr:
    """The terms up to an order.

    Args:
        expression: sums and products of rational functions and of square roots of such.
        counting: what is small.
        order: the highest order that is kept.
        mixings: small parameters that make factors positive where they vanish.

    Returns:
        The truncated series; what is no rational function beside roots is returned as it is.
    """
    if not counting.is_small(expression):
        return expression
    found: dict[int, list[Expr]] = {}
    for term in root_terms(expression):
        for number, part in _parts(term, counting, order, mixings).items():
            found.setdefault(number, []).append(part)
    return sympy.Add(*(collect_roots(sympy.Add(*found[number]), mixings) for number in sorted(found)))


def _parts(term: Expr, counting: PowerCounting, order: int, mixings: Sequence[Symbol]) -> dict[int, Expr]:
    """One product by orders: what is small in roots is drawn out of them."""
    bases: list[tuple[Expr, int]] = []
    rational, scale = sympy.Integer(1), sympy.Integer(1)
    for item in sympy.Mul.make_args(term):
        base, exponent = item.as_base_exp()
        if not (exponent.is_Rational and exponent.q == 2):
            rational *= item
        elif counting.is_small(base):
            bases.append((base, int(2 * exponent)))
        else:
            scale *= item
    field = series_field([rational, *(base for base, _ in bases)], counting)
    if field is None:
        return {0: term}
    starts = [field.series(base, 1).start for base, _ in bases]
    # The first term of a root counts half the order of its square.
    shift = sum(power * start for (_, power), start in zip(bases, starts, strict=True)) // 2
    length = order + 1 - shift - field.series(rational, 1).start
    if length <= 0:
        return {}
    series = field.series(rational, length)
    for base, power in bases:
        inside = field.series(base, length)
        factor = inside.square_root_of_ratio()
        for _ in range(abs(power)):
            series = series * factor if power > 0 else series / factor
        scale *= root(field.expression(inside.terms[0]), mixings) ** power
    return {number + shift: scale * part for number, part in series.expressions(order - shift).items()}
