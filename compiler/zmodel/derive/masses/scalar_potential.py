"""First and second derivatives of the scalar potential in the vacuum, and the conditions for it to be a minimum."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

import sympy

from zmodel.derive.breaking.rational import cancelled
from zmodel.derive.breaking.tidy import conjugate, tidy
from zmodel.derive.components import vacuum_coefficients
from zmodel.derive.couplings import Coupling, CouplingTable
from zmodel.derive.electroweak import vacuum_support
from zmodel.derive.masses.scalar_modes import Atom, ScalarMode, representative
from zmodel.derive.scalar_polynomial import ScalarKey, conjugate_scalar_polynomial, scalar_polynomial
from zmodel.derive.to_sympy import Expr, Symbols, phases_split, to_sympy
from zmodel.model import Model

MASS_DIMENSION = 2
"""Fields in a term whose coupling is a squared mass."""


@dataclass(frozen=True)
class Derivatives:
    """Derivatives of V with respect to atoms, where all scalars have their vacuum values; zeros are left out."""

    first: Mapping[Atom, Expr]
    second: Mapping[tuple[Atom, Atom], Expr]


@dataclass(frozen=True)
class MinimumCondition:
    """dV/d(mode) = 0 in the vacuum.

    Attributes:
        mode: name of the real scalar.
        value: the derivative, what earlier conditions fix put in.
        fixes: the coupling (or its real or imaginary part) that the condition fixes; None if it has no mass parameter.
        solution: what that coupling is, in terms of vacuum values and couplings that are not fixed.
    """

    mode: str
    value: Expr
    fixes: Expr | None
    solution: Expr | None


def coupling_value(coupling: Coupling) -> Expr:
    """A coupling of the potential: a real symbol, or re(c) + i im(c)."""
    if coupling.is_real:
        return sympy.Symbol(coupling.name, real=True)
    symbol = sympy.Symbol(coupling.name, complex=True)
    return sympy.re(symbol) + sympy.I * sympy.im(symbol)


def potential_derivatives(model: Model, table: CouplingTable, symbols: Symbols) -> Derivatives:
    """Differentiates V = sum c P (+ c^* P^*) and puts in the vacuum values."""
    values = _vacuum_values(model, symbols)
    first: dict[Atom, list[Expr]] = {}
    second: dict[tuple[Atom, Atom], list[Expr]] = {}
    for coupling in table.couplings.values():
        if coupling.kind != "potential":
            continue
        polynomial = scalar_polynomial(coupling.monomials, model)
        value = coupling_value(coupling)
        _differentiate(model, polynomial, value, values, first, second)
        if not coupling.is_real:
            mirrored = conjugate_scalar_polynomial(polynomial, model)
            _differentiate(model, mirrored, conjugate(value), values, first, second)
    return Derivatives(
        {key: total for key, terms in first.items() if (total := sympy.expand(sympy.Add(*terms))) != 0},
        {pair: total for pair, terms in second.items() if (total := sympy.expand(sympy.Add(*terms))) != 0},
    )


def _vacuum_values(model: Model, symbols: Symbols) -> dict[tuple[str, bool, int], Expr]:
    values = {}
    for field in model.scalars:
        support = vacuum_support(field)
        coefficients = vacuum_coefficients(model, field) if support else ()
        for m in support:
            value = phases_split(to_sympy(coefficients[m], symbols))
            values[field.name, False, m] = value
            values[field.name, True, m] = conjugate(value)
    return values


def _differentiate(
    model: Model,
    polynomial: Mapping[ScalarKey, Fraction],
    coupling: Expr,
    values: Mapping[tuple[str, bool, int], Expr],
    first: dict[Atom, list[Expr]],
    second: dict[tuple[Atom, Atom], list[Expr]],
) -> None:
    """Adds the derivatives of coupling * polynomial; only products with at most two fields without a value count."""
    for key, number in polynomial.items():
        if sum(component not in values for component in key) > 2:
            continue
        factor = coupling * sympy.Rational(number.numerator, number.denominator)
        atoms = [representative(model, model.field(name), m, barred) for name, barred, m in key]
        for p, (atom, sign) in enumerate(atoms):
            rest = _rest(key, (p,), values)
            if rest is not None:
                first.setdefault(atom, []).append(factor * int(sign) * rest)
            for q, (other, other_sign) in enumerate(atoms):
                rest = _rest(key, (p, q), values) if p != q else None
                if rest is not None:
                    second.setdefault((atom, other), []).append(factor * int(sign * other_sign) * rest)


def _rest(key: ScalarKey, left_out: Sequence[int], values: Mapping[tuple[str, bool, int], Expr]) -> Expr | None:
    """The vacuum value of what is left of a product; None if it vanishes."""
    factors = [values.get(component) for position, component in enumerate(key) if position not in left_out]
    if any(factor is None for factor in factors):
        return None
    return sympy.Mul(*factors)


# ------------------------------------------------------------------ the minimum
def minimum_conditions(
    table: CouplingTable, derivatives: Derivatives, modes: Sequence[ScalarMode]
) -> tuple[MinimumCondition, ...]:
    """The conditions, solved for the mass parameters that are linear in them."""
    unknowns = _mass_parameters(table)
    found: list[tuple[ScalarMode, Expr, Expr | None]] = []
    solutions: dict[Expr, Expr] = {}
    for mode in modes:
        terms = [c * derivatives.first[a] for a, c in mode.derivative.items() if a in derivatives.first]
        value = sympy.expand(sympy.Add(*terms).xreplace(solutions)) if terms else sympy.Integer(0)
        value = sympy.expand(cancelled(value)) if solutions and value != 0 else value
        if value == 0:
            continue
        unknown = next((u for u in unknowns if u not in solutions and value.coeff(u) != 0), None)
        found.append((mode, value, unknown))
        if unknown is None:
            continue
        slope = value.coeff(unknown)
        solution = tidy_sum(-(value - slope * unknown) / slope)
        solutions = {u: tidy_sum(s.xreplace({unknown: solution})) for u, s in solutions.items()}
        solutions[unknown] = solution
    return tuple(
        MinimumCondition(mode.name, value, unknown, None if unknown is None else solutions[unknown])
        for mode, value, unknown in found
    )


def tidy_sum(expression: Expr) -> Expr:
    """A rational function, multiplied out if its denominator is a number."""
    top, bottom = sympy.fraction(cancelled(sympy.expand(expression)))
    return sympy.expand(top / bottom) if not bottom.free_symbols else tidy(top / bottom)


def _mass_parameters(table: CouplingTable) -> list[Expr]:
    """Squared masses, real ones first; of complex ones the imaginary part before the real one.

    Phases of the vacuum are what imaginary parts are there to fix.
    """
    masses = [c for c in table.couplings.values() if c.kind == "potential" and c.dimension == MASS_DIMENSION]
    real = [coupling_value(coupling) for coupling in masses if coupling.is_real]
    symbols = [sympy.Symbol(coupling.name, complex=True) for coupling in masses if not coupling.is_real]
    return [*real, *(sympy.im(symbol) for symbol in symbols), *(sympy.re(symbol) for symbol in symbols)]
