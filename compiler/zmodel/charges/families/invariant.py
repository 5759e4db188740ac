"""Combinations of charges that do not change if multiples of the charges under other U(1)s are added."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from zmodel.algebra.polynomial import constant_value
from zmodel.charges.elimination import Row
from zmodel.charges.families.generators import Particle
from zmodel.model import Model


def invariant_charges(model: Model, group: str, charges: Mapping[Particle, Row]) -> tuple[Row, ...]:
    """Charges of fermions, shifted so that scalars become neutral: with the SM, those for X_H = 0.

    If X cancels anomalies, so does X + a Y. What pairs of charges have to do with each other is seen best where a does
    not matter, see arXiv:2107.07518, Eq. (2.10). Charges under U(1)s without a charged scalar are left as they are.

    Args:
        model: with known charges under its other U(1)s.
        group: name of the U(1) with unknown charges.
        charges: of all fields under that.
    """
    others = [g.name for g in model.abelian_groups if g.name != group]
    shifted = {particle: (row, _known_charges(model, particle, others)) for particle, row in charges.items()}
    for k in range(len(others)):
        reference = next(
            (values for (name, _), values in shifted.items() if not model.field(name).is_fermion and values[1][k]), None
        )
        if reference is not None:
            shifted = {particle: _shifted(values, reference, k) for particle, values in shifted.items()}
    return tuple(row for (name, _), (row, _) in shifted.items() if model.field(name).is_fermion)


def _known_charges(model: Model, particle: Particle, groups: list[str]) -> Row:
    found = (constant_value(model.charge(particle[0], name, particle[1])) for name in groups)
    return tuple(Fraction(0) if value is None else value for value in found)


def _shifted(values: tuple[Row, Row], reference: tuple[Row, Row], k: int) -> tuple[Row, Row]:
    """Takes off a multiple of a reference, so that the charge under the k-th group vanishes."""
    factor = values[1][k] / reference[1][k]
    row, known = (
        tuple(a - factor * b for a, b in zip(first, second, strict=True))
        for first, second in zip(values, reference, strict=True)
    )
    return row, known
