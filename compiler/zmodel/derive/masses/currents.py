"""Currents of all gauge bosons between mass eigenstates of fermions."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

import sympy

from zmodel.derive.breaking.small.counting import ORDER
from zmodel.derive.currents import Couplings, CurrentTable
from zmodel.derive.masses.fermions import FermionSector
from zmodel.derive.masses.mass_basis import (
    FermionBasis,
    all_bases,
    charged_couplings,
    charged_entries,
    neutral_couplings,
)
from zmodel.derive.rotations import left_out
from zmodel.derive.to_sympy import Expr, Matrix
from zmodel.model import Model


@dataclass(frozen=True)
class ChargedMatrix:
    """L contains couplings_ij boson_mu bar(to_i) gamma^mu source_j + h.c.

    Attributes:
        boson: its name.
        to: the fermions that it raises to.
        source: those that it starts from.
        components: names of the components of fields whose currents these are.
        couplings: between mass eigenstates.
    """

    boson: str
    to: FermionBasis
    source: FermionBasis
    components: frozenset[tuple[str, str]]
    couplings: Matrix


@dataclass(frozen=True)
class MassBasisCurrents:
    """Where gauge and mass eigenstates of fermions differ.

    Attributes:
        bases: the mass eigenstates.
        rotations: by basis, gauge eigenstates = matrix * mass eigenstates.
        fields: by field and basis the couplings between mass eigenstates of fermions: of real canonical fields, or of
            the fields of the model file where there is no vacuum.
        exact: the same for real bosons, exact in their mixing.
        leading: the same to leading order in the ratio of scales, for bosons that mix; in declared small parameters up
            to the order of the series.
        charged: couplings of complex bosons.
        notes: which rotations of the file are left out.
    """

    bases: tuple[FermionBasis, ...]
    rotations: Mapping[str, Matrix]
    fields: Mapping[str, Mapping[str, Matrix]]
    exact: Mapping[str, Mapping[str, Matrix]]
    leading: Mapping[str, Mapping[str, Matrix]]
    charged: tuple[ChargedMatrix, ...]
    notes: tuple[str, ...]

    def diagonal(self, couplings: Couplings, matrices: Mapping[str, Matrix]) -> dict[str, tuple[Expr, ...]]:
        """Couplings by component with the diagonal ones of mass eigenstates in place of those of gauge eigenstates.

        Args:
            couplings: of one boson to gauge eigenstates.
            matrices: of the same boson, by basis.
        """
        found: dict[str, dict[int, Expr]] = {}
        for basis in self.bases:
            matrix = matrices[basis.name]
            for i, particle in enumerate(basis.gauge):
                found.setdefault(particle.component, {})[particle.generation] = basis.signs[i] * matrix[i, i]
        result = dict(couplings)
        for component, values in found.items():
            if component in couplings or any(value != 0 for value in values.values()):
                before = couplings.get(component, (sympy.Integer(0),) * (max(values) + 1))
                result[component] = tuple(values.get(i, value) for i, value in enumerate(before))
        return result


def derive_mass_basis_currents(
    model: Model, sectors: Sequence[FermionSector], currents: CurrentTable, order: int = ORDER
) -> MassBasisCurrents:
    """Rotates the currents of a model; paper A, Eqs. (80)-(90), paper B, Eqs. (3.8)-(3.11).

    Args:
        model: with its rotations.
        sectors: from `derive_fermion_masses`.
        currents: from `derive_currents`.
        order: of the series in mixing with heavy fermions.
    """
    everything = all_bases(model, sectors, order)
    bases = tuple(basis for basis in everything if not basis.is_trivial)

    def matrices(table: Mapping[str, Couplings]) -> dict[str, dict[str, Matrix]]:
        return {
            name: {basis.name: neutral_couplings(model, basis, couplings) for basis in bases}
            for name, couplings in table.items()
        }

    fields = matrices(currents.canonical or currents.gauge)
    exact = {
        boson: {basis.name: _combined(content, fields, basis) for basis in bases}
        for boson, content in currents.contents.items()
    }
    return MassBasisCurrents(
        bases,
        {basis.name: basis.matrix(model) for basis in bases},
        fields,
        exact or fields,
        matrices(approximate_couplings(currents)),
        tuple(_charged(model, everything, currents)) if bases else (),
        tuple(left_out(model, [part for basis in everything for item in basis.segments for part in item.parts])),
    )


def _combined(content: Mapping[str, Expr], fields: Mapping[str, Mapping[str, Matrix]], basis: FermionBasis) -> Matrix:
    """The couplings of a combination of canonical fields."""
    size = len(basis.gauge)
    return Matrix(sum((c * fields[name][basis.name] for name, c in content.items()), Matrix.zeros(size, size)))


def approximate_couplings(currents: CurrentTable) -> Mapping[str, Couplings]:
    """The couplings of bosons that mix in declared small parameters, else to leading order in a ratio of scales.

    They are as they add up: reports write out vector and axial couplings.
    """
    if currents.series:
        return currents.series
    contents = {**currents.light_contents, **currents.heavy_contents}
    return {name: currents.combined(content) for name, content in contents.items()}


def _charged(model: Model, bases: Sequence[FermionBasis], currents: CurrentTable) -> list[ChargedMatrix]:
    found = []
    for boson in dict.fromkeys(current.boson for current in currents.charged):
        couplings = {(c.to, c.source): c.coupling for c in currents.charged if c.boson == boson}
        for to, source in _pairs(bases):
            components = frozenset(pair for _, pair, _ in charged_entries(to, source, couplings))
            if components and not (to.is_trivial and source.is_trivial):
                matrix = charged_couplings(model, to, source, couplings)
                if any(entry != sympy.Integer(0) for entry in matrix):
                    found.append(ChargedMatrix(boson, to, source, components, matrix))
    return found


def _pairs(bases: Sequence[FermionBasis]) -> Iterator[tuple[FermionBasis, FermionBasis]]:
    """What a boson may join: fermions of equal chirality, else one and antiparticles, if possible Majorana fermions."""
    for (i, to), (j, source) in product(enumerate(bases), repeat=2):
        if to.chirality == source.chirality:
            yield to, source
        elif to.is_majorana:
            yield to.conjugate, source
        elif source.is_majorana:
            yield to, source.conjugate
        elif i < j:
            yield to.conjugate, source
            yield to, source.conjugate
