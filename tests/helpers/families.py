"""Families of charges of models in text."""

from __future__ import annotations

from fractions import Fraction

from zmodel.charges.elimination import pivot, reduced_rows
from zmodel.charges.families import Family, FamilyReport, find_families
from zmodel.derive.requirements import unknown_conditions
from zmodel.driver import Analysis


def solve(analysis: Analysis, group: str = "X") -> FamilyReport:
    """The families under a U(1) of an analysed model."""
    return find_families(analysis.model, group, unknown_conditions(analysis.model, analysis.couplings))


def parameter_values(family: Family, unknowns: dict[str, Fraction]) -> dict[str, Fraction] | None:
    """Parameters for which a family has these charges; None if its linear equations do not allow them."""
    ring = family.ring
    rows = []
    for name, value in unknowns.items():
        terms = {powers: c for c, powers in ring.terms(family.parameters.unknowns[name])}
        coefficients = [terms.get(((symbol, 1),), Fraction(0)) for symbol in ring.symbols]
        rows.append((*coefficients, value - terms.get((), Fraction(0))))
    found = {symbol: Fraction(0) for symbol in ring.symbols}
    for row in reduced_rows(rows):
        if pivot(row) == len(ring.symbols):
            return None
        found[ring.symbols[pivot(row)]] = row[-1]
    return found


def holds(family: Family, unknowns: dict[str, Fraction]) -> bool:
    """Whether charges are of a family, and solve the equations that it leaves."""
    values = parameter_values(family, unknowns)
    if values is None:
        return False
    return all(family.ring.substitute(equation.value, values).is_zero() for equation in family.equations)
