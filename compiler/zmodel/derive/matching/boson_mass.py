"""Masses of heavy U(1) bosons: as declared, or from vacuum values of scalars without Standard Model charges.

|D S|^2 holds (sum_a g_a X_S,a X_a)^2 |<S>|^2, which is M^2_ab X_a X_b/2. The Higgs doublet's part is of relative order
v_h^2/M^2 and belongs to dimension eight. Bosons whose masses mix are integrated out one after the other: the first
leaves -J_1^2/(2 M^2_11), and the next couples to J_2 - (M^2_12/M^2_11) J_1, with M^2_22 - (M^2_12)^2/M^2_11 for M^2.
This is -J_a (M^2)^-1_ab J_b/2 in squares.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import reduce
from math import isqrt

from zmodel.derive.rotations import known_entries
from zmodel.derive.standard_model import StandardModel
from zmodel.derive.symbolic import (
    Monomial,
    Symbolic,
    from_polynomial,
    inverse,
    named,
    rational,
    square_root,
    symbolic,
    zero,
)
from zmodel.model import Field, Group, Model
from zmodel.model.expression import Expression

Rows = tuple[tuple[Symbolic, ...], ...]


@dataclass(frozen=True)
class HeavyBoson:
    """A combination of currents, and what divides its square.

    Attributes:
        group: the U(1) that is integrated out at this step.
        mass: M of M^2 X_mu X^mu/2 in GeV, for a kinetic term of its own.
        parts: the groups whose currents the boson couples to, the group itself first with weight one.
    """

    group: Group
    mass: Expression
    parts: tuple[tuple[Group, Symbolic], ...]


def heavy_bosons(
    model: Model, standard_model: StandardModel, groups: tuple[Group, ...]
) -> tuple[Mapping[str, HeavyBoson], tuple[Group, ...]]:
    """The bosons of some U(1)s, to be integrated out in this order.

    Returns:
        The bosons by name of their U(1), and those that have no mass.
    """
    matrix = _mass_matrix(model, standard_model, groups)
    size = range(len(groups))
    minors = [rational(1), *(_determinant(matrix, range(k + 1)) for k in size)]
    massless = tuple(groups[k] for k in size if minors[k + 1].is_zero)
    if massless:
        return {}, massless[:1]
    weights = [{k: rational(1)} for k in size]
    rows = [list(row) for row in matrix]
    for k in size:
        for j in size[k + 1 :]:
            if rows[j][k].is_zero:
                continue
            ratio = rows[j][k] * inverse(minors[k + 1] * inverse(minors[k]))
            for a, weight in weights[k].items():
                weights[j][a] = weights[j].get(a, zero()) - ratio * weight
            for m in size:
                rows[j][m] = rows[j][m] - ratio * rows[k][m]
    found: dict[str, HeavyBoson] = {}
    for k in size:
        square = minors[k + 1] * inverse(minors[k]) if any(j != k for j in weights[k]) else matrix[k][k]
        parts = tuple((groups[a], weight) for a, weight in weights[k].items())
        found[groups[k].name] = HeavyBoson(groups[k], _root(square).expression(), parts)
    return found, ()


def masses_mix(model: Model, standard_model: StandardModel, groups: tuple[Group, ...]) -> bool:
    """Whether some vacuum value gives two bosons a common mass term."""
    matrix = _mass_matrix(model, standard_model, groups)
    return any(not entry.is_zero for i, row in enumerate(matrix) for entry in row[i + 1 :])


def _mass_matrix(model: Model, standard_model: StandardModel, groups: tuple[Group, ...]) -> Rows:
    """M^2_ab; the declared mass of a boson stands for its diagonal entry."""
    singlets = tuple(s for s in model.scalars if s.vev and is_singlet(model, standard_model, s))
    rows = [list(row) for row in vacuum_masses(model, singlets, groups)]
    for a, group in enumerate(groups):
        if group.mass is not None:
            rows[a][a] = named(group.mass) * named(group.mass)
    return tuple(tuple(row) for row in rows)


def vacuum_masses(model: Model, scalars: tuple[Field, ...], groups: tuple[Group, ...]) -> Rows:
    """The part of M^2_ab that the vacuum values of some scalars give."""
    names = known_entries(model)
    rows = [[zero()] * len(groups) for _ in groups]
    for scalar in scalars:
        size = reduce(Symbolic.__add__, (_square(value, names) for value in scalar.vev), zero())
        couplings = [
            named(group.coupling or "") * from_polynomial(model.charge(scalar.name, group.name, 0), model.ring)
            for group in groups
        ]
        for a, first in enumerate(couplings):
            for b, second in enumerate(couplings):
                rows[a][b] += rational(2) * first * second * size
    return tuple(tuple(row) for row in rows)


def _square(value: Expression, complex_names: frozenset[str]) -> Symbolic:
    number = symbolic(value, complex_names)
    return number * number.conjugate(complex_names)


def _determinant(matrix: Rows, indices: range) -> Symbolic:
    """Of the leading minor."""
    return minor(matrix, tuple(indices), tuple(indices))


def minor(matrix: Rows, rows: tuple[int, ...], columns: tuple[int, ...]) -> Symbolic:
    """The determinant of some rows and columns, by expansion along the last of these rows."""
    if not rows:
        return rational(1)
    total = zero()
    for place, column in enumerate(columns):
        entry = matrix[rows[-1]][column]
        if not entry.is_zero:
            rest = minor(matrix, rows[:-1], columns[:place] + columns[place + 1 :])
            total += rational((-1) ** (len(columns) - 1 - place)) * entry * rest
    return total


def is_singlet(model: Model, standard_model: StandardModel, scalar: Field) -> bool:
    """Whether a scalar has no charges of the Standard Model."""
    charged = {standard_model.colour, standard_model.weak} & set(scalar.irreps)
    return not charged and model.charge(scalar.name, standard_model.hypercharge, 0).is_zero()


def _root(square: Symbolic) -> Symbolic:
    """The square root, without a root sign where the square is one term that is a square; its sign is free."""
    if len(square.terms) == 1:
        ((monomial, coefficient),) = square.terms.items()
        top, bottom = isqrt(coefficient.numerator), isqrt(coefficient.denominator)
        if Fraction(top**2, bottom**2) == coefficient and all(power % 2 == 0 for _, power in monomial):
            half: Monomial = tuple((atom, power // 2) for atom, power in monomial)
            return Symbolic({half: Fraction(top, bottom)})
    return square_root(square)
