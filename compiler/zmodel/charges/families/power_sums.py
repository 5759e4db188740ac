"""Equations as sums of powers of charges, which say more than their expanded form."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from zmodel.algebra import Polynomial, Ring
from zmodel.charges.elimination import pivot, reduced_rows

PowerSum = tuple[tuple[Fraction, Polynomial], ...]
"""Coefficients, and what is raised to a power."""


def power_sum(ring: Ring, equation: Polynomial, forms: Iterable[Polynomial]) -> PowerSum | None:
    """Writes a homogeneous equation as a combination of powers of linear forms.

    Args:
        ring: of the equation.
        equation: of some degree.
        forms: that may occur, those that are preferred first.

    Returns:
        Coefficients and forms, or None if the equation is not such a sum.
    """
    degree = equation.total_degree()
    plain = {ring.format(form): form for form in map(ring.primitive, forms) if not form.is_constant()}
    powers = [form**degree for form in plain.values()]
    columns = [{monomial: c for c, monomial in ring.terms(value)} for value in (*powers, equation)]
    monomials = sorted({monomial for column in columns for monomial in column})
    rows = reduced_rows([tuple(column.get(m, Fraction(0)) for column in columns) for m in monomials])
    if any(pivot(row) == len(powers) for row in rows):
        return None
    candidates = list(plain.values())
    return tuple((row[-1], candidates[pivot(row)]) for row in rows if row[-1])
