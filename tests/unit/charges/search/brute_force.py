"""Nested loops over all charges: anomalies field by field, equivalence by comparing sets of charged fields."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from fractions import Fraction
from itertools import product
from math import gcd
from typing import NamedTuple

from zmodel.model import Field, Model

Charges = dict[tuple[str, int], Fraction]
"""By field and generation."""


class Weyl(NamedTuple):
    """A fermion: what tells it from others, its weight in each simple group, and its place in the list of charges."""

    name: tuple[str, int]
    kind: str
    sign: int
    hypercharge: Fraction
    size: int
    indices: dict[str, Fraction]


def classes(model: Model, bound: int, accept: Callable[[Charges], bool] = lambda charges: True) -> set[object]:
    """Inequivalent solutions for the unknowns of X within a bound, as sets of fields with charges."""
    weyl = fermions(model)
    return {canonical(weyl, charges) for charges in solutions(model, bound) if accept(charges)}


def solutions(model: Model, bound: int) -> Iterator[Charges]:
    """All assignments, permutations and all."""
    symbols = [name for name in model.ring.symbols if name.startswith("?")]
    weyl = fermions(model)
    forms = {item.name: model.ring.terms(model.charge(item.name[0], "X", item.name[1])) for item in weyl}
    known = {"": 1}
    for values in product(range(-bound, bound + 1), repeat=len(symbols)):
        known.update(zip(symbols, values, strict=True))
        charges = {
            name: sum((c * known[powers[0][0] if powers else ""] for c, powers in terms), Fraction(0))
            for name, terms in forms.items()
        }
        within = all(value.denominator == 1 and abs(value) <= bound for value in charges.values())
        if within and not any(anomalies(weyl, charges)):
            yield charges


def fermions(model: Model) -> list[Weyl]:
    return [
        Weyl(
            (field.name, i),
            repr(
                (
                    field.chirality,
                    sorted((g, irrep.labels) for g, irrep in field.irreps.items()),
                    hypercharge(model, field),
                )
            ),
            1 if field.chirality == "left" else -1,
            hypercharge(model, field),
            field.dimension,
            {g: irrep.dynkin_index * field.dimension / irrep.dimension for g, irrep in field.irreps.items()},
        )
        for field in model.fermions
        for i in range(field.generations)
    ]


def hypercharge(model: Model, field: Field) -> Fraction:
    terms = model.ring.terms(model.charge(field.name, "Y"))
    return terms[0][0] if terms else Fraction(0)


def anomalies(weyl: list[Weyl], charges: Charges) -> Iterator[Fraction]:
    for x, y in ((1, 0), (1, 2), (2, 1), (3, 0)):
        yield sum((w.sign * w.size * charges[w.name] ** x * w.hypercharge**y for w in weyl), Fraction(0))
    for group in sorted({group for w in weyl for group in w.indices}):
        yield sum((w.sign * w.indices.get(group, 0) * charges[w.name] for w in weyl), Fraction(0))


def canonical(weyl: list[Weyl], charges: Charges) -> object:
    scale = gcd(*(int(value) for value in charges.values())) or 1
    images = [tuple(sorted((w.kind, sign * charges[w.name] / scale) for w in weyl)) for sign in (1, -1)]
    return min(images)
