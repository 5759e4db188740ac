"""Baryon number, lepton number and the lepton numbers of the generations.

Fermions of the Standard Model have them by definition. Those of other fields are unknowns: terms are gone through
in a given order, and all entries of a term are linear equations for the unknowns. A term that can conserve a
number, given the terms before it, fixes it; another one violates it and fixes nothing. What stays free is zero.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from math import lcm

from zmodel.derive.candidates import Content
from zmodel.derive.standard_model import Member
from zmodel.model import Model

NUMBERS = ("B", "L", "L_e", "L_mu", "L_tau")
FAMILIES = ("L_e", "L_mu", "L_tau")

Multiplets = Mapping[str, tuple[Member, ...]]
"""Which fields are the q, u, d, l, e and neutrinos of each generation, by these names."""

Particle = tuple[str, int]
"""A field and a generation of it."""

Term = tuple[Content, Iterable[tuple[int, ...]]]
"""Factors of a term, and the generations of each factor for every entry that it has."""


@dataclass(frozen=True)
class QuantumNumbers:
    """B, L, L_e, L_mu and L_tau of every generation of every field, as whole multiples of 1/scale."""

    scale: int
    values: Mapping[str, Mapping[Particle, int]]

    def violated(self, factors: Content, entries: Iterable[tuple[int, ...]]) -> tuple[str, ...]:
        """The numbers that some of the entries of a term do not conserve."""
        chosen = list(entries)
        return tuple(name for name in NUMBERS if any(self._change(name, factors, entry) for entry in chosen))

    def _change(self, number: str, factors: Content, entry: tuple[int, ...]) -> int:
        values = self.values[number]
        total = 0
        for factor, generation in zip(factors, entry, strict=True):
            value = values[factor.field, generation]
            total += -value if factor.conjugated else value
        return total


def assign_numbers(model: Model, multiplets: Multiplets, terms: Iterable[Term]) -> QuantumNumbers:
    """Numbers of all fields of a model, such that terms conserve them where they can.

    Args:
        model: a resolved model.
        multiplets: its fermions of the Standard Model.
        terms: in the order in which they are asked, with the entries that count.
    """
    equations = [
        [
            [(factor.field, generation, factor.conjugated) for factor, generation in zip(factors, entry, strict=True)]
            for entry in entries
        ]
        for factors, entries in terms
    ]
    known = _known(model, multiplets)
    solved = {name: _solve(model, known[name], equations) for name in NUMBERS}
    scale = lcm(*(value.denominator for values in solved.values() for value in values.values()))
    return QuantumNumbers(
        scale,
        {name: {key: int(value * scale) for key, value in values.items()} for name, values in solved.items()},
    )


# ------------------------------------------------------------------ the Standard Model
def _known(model: Model, multiplets: Multiplets) -> dict[str, dict[Particle, Fraction]]:
    """Numbers of the fermions of the Standard Model, and of real fields, which have none."""
    known: dict[str, dict[Particle, Fraction]] = {name: {} for name in NUMBERS}
    for multiplet, members in multiplets.items():
        baryon, lepton = (Fraction(1, 3), Fraction(0)) if multiplet in "qud" else (Fraction(0), Fraction(1))
        for position, member in enumerate(members):
            particle = (member.field, member.generation)
            known["B"][particle] = baryon * member.sign
            known["L"][particle] = lepton * member.sign
            for family, value in _family_numbers(members, position, lepton):
                known[family][particle] = value * member.sign
    for field in model.fields:
        if field.is_real:
            for values in known.values():
                values.update({(field.name, generation): Fraction(0) for generation in range(field.generations)})
    return known


def _family_numbers(members: tuple[Member, ...], position: int, lepton: Fraction) -> Iterator[tuple[str, Fraction]]:
    """L_e, L_mu and L_tau; of more neutrinos than generations the Lagrangian has to tell."""
    if not lepton or len(members) <= len(FAMILIES):
        for index, family in enumerate(FAMILIES):
            yield family, lepton if index == position else Fraction(0)


# ------------------------------------------------------------------ linear equations
Row = dict[Particle, Fraction]
Legs = list[tuple[str, int, bool]]
Solution = tuple[Row, Fraction]
"""A field's number in terms of others that are still free, plus a constant."""


def _solve(model: Model, known: Mapping[Particle, Fraction], terms: Iterable[list[Legs]]) -> dict[Particle, Fraction]:
    """One number of all fields; terms that contradict earlier ones are left out."""
    solved: dict[Particle, Solution] = {}
    for equations in terms:
        new = _solutions(known, equations, solved)
        if new:
            solved = {particle: _put_in(*solution, new) for particle, solution in solved.items()} | new
    values = dict(known)
    for field in model.fields:
        for generation in range(field.generations):
            particle = (field.name, generation)
            if particle not in values:
                _, values[particle] = solved.get(particle, ({}, Fraction(0)))
    return values


def _solutions(
    known: Mapping[Particle, Fraction], equations: Iterable[Legs], solved: Mapping[Particle, Solution]
) -> dict[Particle, Solution] | None:
    """What the equations of one term add to earlier ones, or None if they contradict them or each other."""
    new: dict[Particle, Solution] = {}
    for legs in equations:
        row: Row = {}
        constant = Fraction(0)
        for field, generation, conjugated in legs:
            sign = -1 if conjugated else 1
            particle = (field, generation)
            if particle in known:
                constant += sign * known[particle]
            else:
                row[particle] = row.get(particle, Fraction(0)) + sign
        row = {particle: factor for particle, factor in row.items() if factor}
        if row:
            row, constant = _put_in(*_put_in(row, constant, solved), new)
        if row:
            pivot, lead = row.popitem()
            solution = ({key: -value / lead for key, value in row.items()}, -constant / lead)
            new = {particle: _put_in(*other, {pivot: solution}) for particle, other in new.items()}
            new[pivot] = solution
        elif constant:
            return None
    return new


def _put_in(row: Row, constant: Fraction, solved: Mapping[Particle, Solution]) -> Solution:
    """A linear form with solved unknowns put in; their solutions hold no solved ones."""
    result: Row = {}
    for particle, factor in row.items():
        rest, value = solved.get(particle, ({particle: Fraction(1)}, Fraction(0)))
        constant += factor * value
        for key, coefficient in rest.items():
            result[key] = result.get(key, Fraction(0)) + factor * coefficient
    return {key: value for key, value in result.items() if value}, constant
