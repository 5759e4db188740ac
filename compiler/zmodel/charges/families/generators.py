"""Writes charges as combinations of the accidental symmetries of the Standard Model and hypercharge.

Source: arXiv:1909.02021, Eq. (2.8), and arXiv:2107.07518, Eq. (2.17).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from flint import fmpq, fmpq_mat

from zmodel.algebra.polynomial import fraction
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


class Speller:
    """Writes charges of fermions and of the Higgs doublet as combinations of generators.

    The generators are L_e, L_mu, L_tau, hypercharge Y, baryon number B or that of each generation (B_1, B_2, B_3),
    and numbers of other fermions and of the Higgs doublet. Lepton numbers count right-handed neutrinos of the same
    generation if that gives all of their charges.

    Args:
        model: what the charges belong to.
        roles: of its fields.
        charges: of all fields, as rows of the unknowns.
    """

    def __init__(self, model: Model, roles: Roles, charges: Mapping[Particle, Row]) -> None:
        higgs = None if roles.higgs is None else roles.higgs.field
        shown = {key: row for key, row in charges.items() if model.field(key[0]).is_fermion or key[0] == higgs}
        neutrinos = roles.members.get("n", ())
        self._neutrinos = frozenset(_label(model, (member.field, member.generation)) for member in neutrinos)
        # The first of these is taken if no number of neutrinos is left.
        choices = [neutrinos, ()] if len(neutrinos) == GENERATIONS else [()]
        self._systems = [_System.of(_generators(model, shown, roles, choice), shown) for choice in choices]

    def spell(self, unknowns: Sequence[Row]) -> dict[str, Row] | None:
        """The coefficients that do not vanish, or None if the charges are no such combination.

        Args:
            unknowns: what each unknown is, in terms of those that are free.
        """
        values = fmpq_mat([[_rational(value) for value in row] for row in unknowns])
        for system in self._systems:
            found = system.solve(values)
            if found is not None and (system is self._systems[-1] or not self._neutrinos & set(found)):
                return _joined(found)
        return None


@dataclass(frozen=True)
class _System:
    """Generators as columns of a matrix, which is solved once for all charges.

    Attributes:
        names: of the generators.
        solution: gives the coefficients of generators when it multiplies the unknowns.
        residual: vanishes when it multiplies the unknowns, if their charges are a combination of generators.
    """

    names: tuple[str, ...]
    solution: fmpq_mat
    residual: fmpq_mat

    @classmethod
    def of(cls, generators: Mapping[str, Generator], charges: Mapping[Particle, Row]) -> _System:
        rows = [
            [*(generator.get(particle, Fraction(0)) for generator in generators.values()), *row]
            for particle, row in charges.items()
        ]
        reduced = reduced_rows([tuple(row) for row in rows])
        width = len(generators)
        found = {list(generators)[pivot(row)]: row[width:] for row in reduced if pivot(row) < width}
        rest = [row[width:] for row in reduced if pivot(row) >= width]
        size = len(next(iter(charges.values())))
        return cls(tuple(found), _matrix(found.values(), size), _matrix(rest, size))

    def solve(self, unknowns: fmpq_mat) -> dict[str, Row] | None:
        """The coefficients that do not vanish; None if there are none that fit."""
        if any(value for row in (self.residual * unknowns).tolist() for value in row):
            return None
        rows = (self.solution * unknowns).tolist()
        found = {name: tuple(map(fraction, row)) for name, row in zip(self.names, rows, strict=True)}
        return {name: row for name, row in found.items() if any(row)}


def _matrix(rows: Iterable[Row], size: int) -> fmpq_mat:
    chosen = list(rows)
    return fmpq_mat(len(chosen), size, [_rational(value) for row in chosen for value in row])


def _rational(value: Fraction) -> fmpq:
    return fmpq(value.numerator, value.denominator)


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


def _joined(coefficients: dict[str, Row]) -> dict[str, Row]:
    """One baryon number in place of three equal ones."""
    names = [f"B_{i + 1}" for i in range(GENERATIONS)]
    rows = [coefficients.get(name) for name in names]
    if rows[0] is None or any(row != rows[0] for row in rows):
        return coefficients
    joined = {("B" if name == names[0] else name): row for name, row in coefficients.items()}
    return {name: row for name, row in joined.items() if name not in names}
