"""Which charges the vacuum leaves: the electric charge, and all that keeps particles from mixing.

Of diagonal generators those are unbroken that annihilate every component with a vacuum value. With a weak SU(2) the
electric charge is the one with T3. Without one it is among those that commute with everything unbroken: the one with T3
of the leading group, as in 331 models, or the only one there is. No sympy is needed.
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from math import prod

from zmodel.algebra import Polynomial
from zmodel.derive.components import field_generators, vacuum_coefficients
from zmodel.derive.electroweak import (
    Axis,
    axes,
    component_charge,
    component_weight,
    hypercharge_group,
    isospin_axis,
    touched_groups,
    vacuum_scalars,
    vacuum_support,
    weak_group,
)
from zmodel.derive.flavour.rank import rank
from zmodel.derive.flavour.vacuum_residues import VacuumResidues
from zmodel.derive.residues import PRIME, residue
from zmodel.groups import Irrep
from zmodel.model import Field, Model

Charge = Mapping[Axis, Polynomial]
"""A combination of diagonal generators."""

Terms = tuple[tuple[Fraction, tuple[tuple[str, int], ...]], ...]
"""The terms of a polynomial, see `Ring.terms`."""

Ladder = tuple[str, int]
"""Group, and number of an element E_ij in its `algebra_basis`."""


# ------------------------------------------------------------------ charges
def electric_charge(model: Model) -> Mapping[Axis, Fraction] | None:
    """The electric charge as a combination of diagonal generators, Q = T3 + ...; None if there is none.

    It is the combination with T3 that annihilates every component with a vacuum value and has as few other parts as
    possible; Q = T3 + Y wherever hypercharge can do it. Without T3 it is in units of a U(1). What it is in units of
    comes first. None also if it depends on parameters.
    """
    weak = weak_group(model)
    if weak is not None and weak not in touched_groups(model):
        return None
    found = unbroken_charges(model) if weak is not None else _central_charges(model)
    isospin = isospin_axis(model)
    for charge in found:
        if isospin is not None and isospin in charge:
            return _with_unit_of_electron(model, _in_units(model, charge, isospin, Fraction(1, 2)))
    if weak is not None or len(found) != 1:
        return None
    return _in_units(model, found[0], _unit_axis(model, found[0]), Fraction(1))


def may_be_neutral(model: Model, field: Field) -> bool:
    """Whether the first component has no electric charge that is known; without vacuum values none is."""
    charge = electric_charge(model) if vacuum_scalars(model) else None
    return charge is None or component_charge(model, field, 0, charge) == 0


def unbroken_charges(model: Model) -> tuple[Charge, ...]:
    """A basis of all diagonal generators that the vacuum leaves, of touched simple groups and U(1)s."""
    return _orthogonal(model, _vacuum_weights(model))


def _central_charges(model: Model) -> tuple[Charge, ...]:
    """A basis of those that commute with everything unbroken."""
    return _orthogonal(model, [*_vacuum_weights(model), *_unbroken_roots(model)])


def _vacuum_weights(model: Model) -> list[Charge]:
    """Components with vacuum values, and U(1)s with a declared mass: an unbroken charge annihilates them."""
    fields = vacuum_scalars(model)
    massive = [
        {(group.name, 0): model.ring.one}
        for group in model.abelian_groups
        if group.mass is not None and not any(group.name in field.charges for field in fields)
    ]
    return [*(component_weight(model, field, m) for field in fields for m in vacuum_support(field)), *massive]


def _orthogonal(model: Model, rows: Iterable[Charge]) -> tuple[Charge, ...]:
    """A basis of the generators under which all weights vanish; each has one column that is no pivot."""
    columns = axes(model)
    pivots = _eliminate([dict(row) for row in rows], columns)
    found = []
    for free in columns:
        if free not in pivots:
            involved = {axis: row for axis, row in pivots.items() if free in row}
            charge = {free: prod((row[axis] for axis, row in involved.items()), start=model.ring.one)}
            for axis, row in involved.items():
                others = (other[key] for key, other in involved.items() if key != axis)
                charge[axis] = -row[free] * prod(others, start=model.ring.one)
            found.append(charge)
    return tuple(found)


def _unbroken_roots(model: Model) -> Iterator[Charge]:
    """The roots of ladder elements, of one group or summed over several, that annihilate the vacuum.

    Ladder elements of equal charge under all that is unbroken may be summed; fewer independent changes of the vacuum
    than elements mean that a sum of them changes nothing.
    """
    vacuum = VacuumResidues(random.Random(0))
    moved: dict[tuple[Ladder, tuple[str, int, int]], int] = {}
    roots: dict[Ladder, dict[Axis, Polynomial]] = {}
    for group in touched_groups(model):
        pairs = [(i, j) for i in range(group.n) for j in range(group.n) if i != j]
        for number, (i, j) in enumerate(pairs):
            ladder = group.name, number
            weight = {(group.name, k - 1): _diagonal(k, i) - _diagonal(k, j) for k in range(1, group.n)}
            roots[ladder] = {axis: model.ring.constant(value) for axis, value in weight.items() if value}
            for field in vacuum_scalars(model):
                if group.name not in field.irreps:
                    continue
                generators, values = field_generators(model, field, group), vacuum_coefficients(model, field)
                # An element is unbroken if its conjugate is, too.
                for side, element in enumerate((number, pairs.index((j, i)))):
                    for (m, n), entry in generators[element].items():
                        if n in vacuum_support(field):
                            place = ladder, (field.name, m, side)
                            moved[place] = (moved.get(place, 0) + residue(entry) * vacuum.value(values[n])) % PRIME
    places = list(dict.fromkeys(place for _, place in moved))
    unbroken = unbroken_charges(model)
    alike: dict[tuple[Terms, ...], list[Ladder]] = {}
    for ladder, root in roots.items():
        alike.setdefault(tuple(_value(model, root, charge) for charge in unbroken), []).append(ladder)
    for ladders in alike.values():
        if rank(moved, ladders, places) < len(ladders):
            yield roots[ladders[0]]


def _diagonal(k: int, i: int) -> int:
    """An entry of diag(1, ..., 1, -k, 0, ...)."""
    return 1 if i < k else -k if i == k else 0


def _unit_axis(model: Model, charge: Charge) -> Axis:
    """The generator that a charge without T3 holds once: the last U(1), hypercharge only if there is no other."""
    hypercharge = hypercharge_group(model)
    abelian = [group for group in model.abelian_groups if (group.name, 0) in charge]
    chosen = sorted(abelian, key=lambda group: group != hypercharge)
    return (chosen[-1].name, 0) if chosen else next(axis for axis in axes(model) if axis in charge)


def _in_units(model: Model, charge: Charge, axis: Axis, unit: Fraction) -> dict[Axis, Fraction] | None:
    """The multiple of a charge with a given coefficient; None if the others are no numbers."""
    result = {axis: unit}
    for other, value in charge.items():
        if other != axis:
            ratio = _ratio(model, value, charge[axis])
            if ratio is None:
                return None
            result[other] = ratio * unit
    return result


def _with_unit_of_electron(model: Model, charge: dict[Axis, Fraction] | None) -> dict[Axis, Fraction] | None:
    """The charge in units in which the right-handed fermion E, if there is one and it is charged, has -1."""
    electron = next((field for field in model.fermions if field.name == "E" and field.dimension == 1), None)
    value = None if electron is None or charge is None else component_charge(model, electron, 0, charge)
    return charge if not value or charge is None else {axis: -part / value for axis, part in charge.items()}


# ------------------------------------------------------------------ what is charged
@dataclass(frozen=True)
class Numbers:
    """What the vacuum conserves of a particle: particles of different numbers never mix.

    Attributes:
        charges: the electric charge; all unbroken ones besides, unless it is that of a weak SU(2).
        irreps: under simple groups that the vacuum leaves alone, by group.
    """

    charges: tuple[Terms, ...]
    irreps: tuple[tuple[str, Irrep], ...]

    @property
    def conjugate(self) -> Numbers:
        """Those of the antiparticle."""
        return Numbers(
            tuple(tuple((-number, powers) for number, powers in charge) for charge in self.charges),
            tuple((group, irrep.conjugate) for group, irrep in self.irreps),
        )

    @property
    def is_neutral(self) -> bool:
        """Whether a particle may be its own antiparticle."""
        return self == self.conjugate

    @property
    def is_positive(self) -> bool:
        """Whether the first charge that does not vanish is positive; else the first complex irrep decides."""
        leading = [charge[0][0] > 0 for charge in self.charges if charge]
        irreps = [irrep.labels > irrep.conjugate.labels for _, irrep in self.irreps if irrep != irrep.conjugate]
        return next(iter(leading + irreps), True)


@dataclass(frozen=True)
class Conserved:
    """What a model conserves.

    Attributes:
        model: the model.
        electric: its electric charge.
        charges: all that count.
        groups: simple groups that the vacuum leaves alone and that keep scalars complex.
    """

    model: Model
    electric: Mapping[Axis, Fraction] | None
    charges: tuple[Charge, ...]
    groups: tuple[str, ...]

    def electric_charge(self, field: Field, component: int, generation: int = 0) -> Fraction | None:
        """The electric charge of a component; None if there is none, or it is no number."""
        if self.electric is None:
            return None
        return component_charge(self.model, field, component, self.electric, generation)

    def charges_of(self, field: Field, component: int, generation: int = 0) -> tuple[Terms, ...]:
        """The charges of a component, as the field is declared."""
        weight = component_weight(self.model, field, component, generation)
        return tuple(_value(self.model, weight, charge) for charge in self.charges)

    def numbers(self, field: Field, component: int) -> Numbers:
        """The conserved numbers of a component under gauge groups, as the field is declared."""
        irreps = tuple((name, field.irreps[name]) for name in self.groups if name in field.irreps)
        return Numbers(self.charges_of(field, component), irreps)


def conserved_charges(model: Model) -> Conserved:
    """The electric charge; all that is unbroken besides, unless it is that of a weak SU(2).

    There files often leave out what breaks other U(1)s.
    """
    electric = electric_charge(model)
    charges: tuple[Charge, ...] = ()
    if electric is not None:
        charges = ({axis: model.ring.constant(value) for axis, value in electric.items()},)
    if electric is not None and weak_group(model) is not None:
        return Conserved(model, electric, charges, ())
    unbroken = unbroken_charges(model)
    if not charges or len(unbroken) > 1:
        charges += unbroken
    touched = touched_groups(model)
    groups = tuple(g.name for g in model.gauge_groups if not g.is_abelian and g not in touched)
    return Conserved(model, electric, charges, groups)


def _value(model: Model, weight: Charge, charge: Charge) -> Terms:
    """The charge of a weight."""
    total = model.ring.zero
    for axis, coefficient in charge.items():
        if axis in weight:
            total += weight[axis] * coefficient
    return model.ring.terms(total)


# ------------------------------------------------------------------ linear algebra
def _eliminate(rows: list[dict[Axis, Polynomial]], columns: tuple[Axis, ...]) -> dict[Axis, dict[Axis, Polynomial]]:
    """Gauss-Jordan elimination without division; one row per pivot, pivots as early in the columns as possible."""
    pivots: dict[Axis, dict[Axis, Polynomial]] = {}
    rows = [row for row in rows if row]
    for column in columns:
        chosen = next((row for row in rows if column in row), None)
        if chosen is None:
            continue
        rows = [reduced for row in rows if row is not chosen and (reduced := _cleared(row, chosen, column))]
        pivots = {axis: _cleared(row, chosen, column) for axis, row in pivots.items()}
        pivots[column] = chosen
    return pivots


def _cleared(row: dict[Axis, Polynomial], pivot: dict[Axis, Polynomial], column: Axis) -> dict[Axis, Polynomial]:
    if column not in row:
        return row
    result = {axis: pivot[column] * value for axis, value in row.items()}
    for axis, value in pivot.items():
        change = row[column] * value
        result[axis] = result[axis] - change if axis in result else -change
    return {axis: value for axis, value in result.items() if not value.is_zero()}


def _ratio(model: Model, numerator: Polynomial, denominator: Polynomial) -> Fraction | None:
    """The quotient if it is a number."""
    (coefficient, powers), *_ = model.ring.terms(denominator)
    matching = [c for c, p in model.ring.terms(numerator) if p == powers]
    if not matching:
        return None
    value = matching[0] / coefficient
    return value if numerator == denominator * model.ring.constant(value) else None
