"""Combinations of charges that do not change if multiples of the charges under other U(1)s are added."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from itertools import chain, combinations

from zmodel.algebra.polynomial import constant_value
from zmodel.charges.elimination import Row
from zmodel.charges.families.generators import Particle
from zmodel.model import Model


def invariant_charges(model: Model, group: str, charges: Mapping[Particle, Row]) -> tuple[Row, ...]:
    """Charges of fermions, shifted so that scalars become neutral: with the SM, those for X_H = 0.

    If X cancels anomalies, so does X + a Y. What pairs of charges have to do with each other is seen best where a does
    not matter, see arXiv:2107.07518, Eq. (2.10). Without a charged scalar, the mean charges of two fermions are made
    equal, as if there were one that couples them.

    Args:
        model: with known charges under its other U(1)s.
        group: name of the U(1) with unknown charges.
        charges: of all fields under that.
    """
    others = [g.name for g in model.abelian_groups if g.name != group]
    shifted = {particle: (row, _known_charges(model, particle, others)) for particle, row in charges.items()}
    for k in range(len(others)):
        reference = _reference(model, shifted, k)
        if reference is not None:
            shifted = {particle: _combined(values, reference, -values[1][k]) for particle, values in shifted.items()}
    return tuple(row for (name, _), (row, _) in shifted.items() if model.field(name).is_fermion)


Values = tuple[Row, Row]
"""A charge as a row of the unknowns, and known charges under the other U(1)s."""


def _known_charges(model: Model, particle: Particle, groups: list[str]) -> Row:
    found = (constant_value(model.charge(particle[0], name, particle[1])) for name in groups)
    return tuple(Fraction(0) if value is None else value for value in found)


def _reference(model: Model, charges: Mapping[Particle, Values], k: int) -> Values | None:
    """A charge that is taken to vanish, scaled so that its charge under the k-th group is 1."""
    means = {field.name: _mean(charges, field.name, field.generations) for field in model.fields}
    scalars = [means[field.name] for field in model.fields if not field.is_fermion]
    fermions = [means[field.name] for field in model.fields if field.is_fermion]
    pairs = (_combined(second, first, Fraction(-1)) for first, second in combinations(fermions, 2))
    found = next((values for values in chain(scalars, pairs) if values[1][k]), None)
    return None if found is None else _scaled(found, 1 / found[1][k])


def _mean(charges: Mapping[Particle, Values], name: str, generations: int) -> Values:
    total = charges[name, 0]
    for generation in range(1, generations):
        total = _combined(total, charges[name, generation], Fraction(1))
    return _scaled(total, Fraction(1, generations))


def _combined(first: Values, second: Values, factor: Fraction) -> Values:
    row, known = (
        tuple(a + factor * b for a, b in zip(left, right, strict=True))
        for left, right in zip(first, second, strict=True)
    )
    return row, known


def _scaled(values: Values, factor: Fraction) -> Values:
    row, known = (tuple(factor * value for value in part) for part in values)
    return row, known
