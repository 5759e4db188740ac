"""Writes charges as combinations of the accidental symmetries of the Standard Model and hypercharge.

Source: arXiv:1909.02021, Eq. (2.8), and arXiv:2107.07518, Eq. (2.17).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from zmodel.charges.elimination import Row, pivot, reduced_rows
from zmodel.derive.standard_model import (
    GENERATIONS,
    HYPERCHARGE,
    Member,
    StandardModel,
    find_standard_model,
    recognise_fermions,
)
from zmodel.model import Model

Particle = tuple[str, int]
"""A field and a generation of it."""

Generator = dict[Particle, Fraction]
"""The charges of fields; those that are left out are zero."""

LEPTON_NUMBERS = ("L_e", "L_mu", "L_tau")


@dataclass(frozen=True)
class Roles:
    """Who is who in the Standard Model part of a model.

    Attributes:
        members: by multiplet of the Warsaw basis, and "n" for right-handed neutrinos.
        higgs: the Higgs doublet, if there is one.
    """

    members: Mapping[str, Sequence[Member]]
    higgs: Member | None


def find_roles(model: Model) -> Roles | None:
    """The roles of fields, if there are three generations of quarks and leptons."""
    members = recognise_fermions(model)
    if any(len(members.get(name, ())) != GENERATIONS for name in "qudle"):
        return None
    found = find_standard_model(model)
    return Roles(members, found.higgs if isinstance(found, StandardModel) else None)


def write_generator(model: Model, roles: Roles, charges: Mapping[Particle, Row]) -> dict[str, Row] | None:
    """Coefficients of generators whose sum gives the charges of fermions and of the Higgs doublet.

    The generators are L_e, L_mu, L_tau, hypercharge Y, baryon number B or that of each generation (B_1, B_2, B_3),
    and numbers of other fermions and of the Higgs doublet. Lepton numbers count right-handed neutrinos of the same
    generation if that gives all of their charges.

    Args:
        model: what the charges belong to.
        roles: of its fields.
        charges: of all fields, linear in the unknowns.

    Returns:
        The coefficients that do not vanish, in the unknowns, or None if the charges are no such combination.
    """
    higgs = None if roles.higgs is None else roles.higgs.field
    shown = {(name, i): row for (name, i), row in charges.items() if model.field(name).is_fermion or name == higgs}
    neutrinos = roles.members.get("n", ())
    if len(neutrinos) == GENERATIONS:
        found = _solve(_generators(model, shown, roles, neutrinos), shown)
        numbers = {_label(model, (member.field, member.generation)) for member in neutrinos}
        if found is not None and not numbers & set(found):
            return _joined(found)
    found = _solve(_generators(model, shown, roles, ()), shown)
    return None if found is None else _joined(found)


def _generators(
    model: Model, charges: Mapping[Particle, Row], roles: Roles, neutrinos: Sequence[Member]
) -> dict[str, Generator]:
    members = roles.members
    generators: dict[str, Generator] = {}
    for i, name in enumerate(LEPTON_NUMBERS):
        generators[name] = _numbers([members["l"][i], members["e"][i], *neutrinos[i : i + 1]], Fraction(1))
    generators["Y"] = dict(_hypercharges(roles))
    for i in range(GENERATIONS):
        generators[f"B_{i + 1}"] = _numbers([members[name][i] for name in "qud"], Fraction(1, 3))
    known = {(member.field, member.generation) for name in "qudle" for member in members[name]}
    for particle in charges:
        if particle not in known:
            generators[_label(model, particle)] = {particle: Fraction(1)}
    return generators


def _numbers(members: Sequence[Member], value: Fraction) -> Generator:
    return {(member.field, member.generation): value * member.sign for member in members}


def _hypercharges(roles: Roles) -> Iterator[tuple[Particle, Fraction]]:
    for name in "qudle":
        for member in roles.members[name]:
            yield (member.field, member.generation), HYPERCHARGE[name] * member.sign
    if roles.higgs is not None:
        yield (roles.higgs.field, roles.higgs.generation), HYPERCHARGE["H"] * roles.higgs.sign


def _label(model: Model, particle: Particle) -> str:
    name, generation = particle
    return name if model.field(name).generations == 1 else f"{name}_{generation + 1}"


def _solve(generators: Mapping[str, Generator], charges: Mapping[Particle, Row]) -> dict[str, Row] | None:
    """The coefficients that do not vanish; None if there are none that fit."""
    names = list(generators)
    rows = [
        (*(generators[name].get(particle, Fraction(0)) for name in names), *row) for particle, row in charges.items()
    ]
    found: dict[str, Row] = {}
    for reduced in reduced_rows(rows):
        if pivot(reduced) >= len(names):
            return None
        if any(reduced[len(names) :]):
            found[names[pivot(reduced)]] = reduced[len(names) :]
    return {name: found[name] for name in names if name in found}


def _joined(coefficients: dict[str, Row]) -> dict[str, Row]:
    """One baryon number in place of three equal ones."""
    names = [f"B_{i + 1}" for i in range(GENERATIONS)]
    rows = [coefficients.get(name) for name in names]
    if rows[0] is None or any(row != rows[0] for row in rows):
        return coefficients
    joined = {("B" if name == names[0] else name): row for name, row in coefficients.items()}
    return {name: row for name, row in joined.items() if name not in names}
