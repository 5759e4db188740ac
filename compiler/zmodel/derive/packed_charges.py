"""All U(1) charges of a field as one whole number, which adds up exactly."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from fractions import Fraction
from math import lcm

from zmodel.model import Model


def pack_charges(model: Model, legs: int, groups: Collection[str] | None = None) -> Mapping[str, tuple[int, ...]]:
    """Charges as digits of one number, such that sums of so many charges vanish only if all their digits do.

    Every monomial in the parameters of every U(1) is a digit, so a sum of packed charges is zero exactly if the
    charges cancel identically.

    Args:
        model: a resolved model.
        legs: how many charges will be added, with either sign.
        groups: the U(1)s that count; all of them, global ones included, if not given.

    Returns:
        For each field one number per generation.
    """
    names = [g.name for g in model.groups if g.is_abelian and (groups is None or g.name in groups)]
    digits: dict[object, int] = {}
    charges: dict[str, list[dict[int, Fraction]]] = {}
    for field in model.fields:
        charges[field.name] = [{} for _ in range(field.generations)]
        for name in names:
            for generation, charge in enumerate(field.charges.get(name, ())):
                for coefficient, powers in model.ring.terms(charge):
                    digit = digits.setdefault((name, powers), len(digits))
                    charges[field.name][generation][digit] = coefficient
    coefficients = [value for rows in charges.values() for row in rows for value in row.values()]
    scale = lcm(*(value.denominator for value in coefficients))
    base = 2 * legs * max((int(abs(value) * scale) for value in coefficients), default=0) + 1
    return {
        field: tuple(sum(int(value * scale) * base**digit for digit, value in row.items()) for row in rows)
        for field, rows in charges.items()
    }
