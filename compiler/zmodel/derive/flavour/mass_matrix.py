"""The mass matrix of all fermions after all vacuum values, with a random number for every coupling.

It is M in L = -1/2 M_ab psi_a psi_b + h.c. over left-handed Weyl spinors psi, those behind right-handed fields
included, with every allowed entry of every declared coupling. The numbers are elements of a finite field, so ranks
and zeros at such a point are those of a generic point.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from itertools import product

from zmodel.derive.components import vacuum_coefficients
from zmodel.derive.contraction import component_indices
from zmodel.derive.couplings import Coupling, CouplingTable
from zmodel.derive.electroweak import vacuum_scalars, vacuum_support
from zmodel.derive.flavour.vacuum_residues import VacuumResidues
from zmodel.derive.lorentz import is_daggered
from zmodel.derive.residues import PRIME, residue
from zmodel.derive.species import fermion_components, resolved_groups
from zmodel.derive.unbroken import Numbers, Terms, conserved_charges
from zmodel.groups import Irrep
from zmodel.model import Field, Group, Leg, Model

MAX_STATES = 600
"""Weyl spinors of a model, all components and generations counted."""


@dataclass(frozen=True, order=True)
class State:
    """A left-handed Weyl spinor: component of a field (colour included) and generation."""

    field: str
    component: int
    generation: int


@dataclass(frozen=True)
class Particle:
    """A spinor with the components of unbroken groups taken together.

    Attributes:
        name: component of a field, such as `Q.up`; with the index of a broken global symmetry, if there is one.
        generation: from 0.
        electric_charge: of this generation of the field; None if there is no photon, or it is no number.
        irreps: of the field under unbroken simple groups, by group.
        charges: all conserved ones, of this generation.
    """

    name: str
    generation: int
    electric_charge: Fraction | None
    irreps: tuple[tuple[str, Irrep], ...]
    charges: tuple[Terms, ...]

    @property
    def numbers(self) -> Numbers:
        """What tells it from particles that it cannot mix with."""
        return Numbers(self.charges, self.irreps)

    @property
    def component(self) -> str:
        """The component of the field, without an index of a global symmetry."""
        return self.name.partition("[")[0]

    @property
    def copy(self) -> tuple[str, int]:
        """What gauge bosons keep: the index of a global symmetry, and the generation."""
        return self.name.removeprefix(self.component), self.generation

    def __str__(self) -> str:
        return f"{self.name} {self.generation + 1}"


Matrix = Mapping[tuple[State, State], int]


@dataclass(frozen=True)
class FermionMasses:
    """The symmetric mass matrix.

    Attributes:
        particles: what each state is, in the model's order.
        entries: of the matrix, without zeros.
    """

    particles: Mapping[State, Particle]
    entries: Matrix


class TooManyStatesError(ValueError):
    """The model has more fermion components than can be worked with."""


def fermion_masses(model: Model, table: CouplingTable) -> FermionMasses:
    """The mass matrix of a model at a random point.

    Raises:
        TooManyStatesError: if there are more than `MAX_STATES` Weyl spinors.
    """
    count = sum(field.dimension * field.generations for field in model.fermions)
    if count > MAX_STATES:
        raise TooManyStatesError(f"{count} fermion components, more than {MAX_STATES}")
    source = random.Random(count)
    vacuum = VacuumResidues(source)
    entries: dict[tuple[State, State], int] = {}
    for coupling in table.couplings.values():
        if coupling.kind != "potential":
            for (first, second), value in _entries(model, coupling, source, vacuum):
                for pair in ((first, second), (second, first)):
                    entries[pair] = (entries.get(pair, 0) + value) % PRIME
    return FermionMasses(_particles(model), {pair: value for pair, value in entries.items() if value})


def _entries(
    model: Model, coupling: Coupling, source: random.Random, vacuum: VacuumResidues
) -> Iterator[tuple[tuple[State, State], int]]:
    """What one coupling adds, before symmetrisation."""
    ((coefficient, legs, tensor),) = coupling.monomials
    spinors = [i for i, leg in enumerate(legs) if model.field(leg.field).is_fermion]
    bosons = [i for i in range(len(legs)) if i not in spinors]
    generations = [range(model.field(legs[i].field).generations) for i in spinors]
    axes = coupling.axes
    numbers = {
        chosen: source.randrange(1, PRIME)
        for chosen in product(*generations)
        if coupling.entries[tuple(chosen[spinors.index(axis)] for axis in axes)].allowed
    }
    for components, value in tensor.items():
        factor = residue(coefficient) * residue(Fraction(value)) % PRIME
        for i in bosons:
            factor = factor * _vacuum_value(model, legs[i], components[i], vacuum) % PRIME
        if factor:
            for chosen, number in numbers.items():
                first, second = (
                    State(legs[i].field, components[i], generation)
                    for i, generation in zip(spinors, chosen, strict=True)
                )
                yield (first, second), factor * number % PRIME


def _vacuum_value(model: Model, leg: Leg, component: int, vacuum: VacuumResidues) -> int:
    """The vacuum value of a component of a leg; real, since phases play no part in ranks."""
    field = model.field(leg.field)
    return vacuum.value(vacuum_coefficients(model, field)[component]) if component in vacuum_support(field) else 0


def _particles(model: Model) -> dict[State, Particle]:
    """The component of each state with the indices of unbroken groups left out."""
    resolved = {group.name for group in resolved_groups(model)}
    broken = {group.name for group in model.groups if group.is_global and _is_broken(model, group)}
    components = {(item.field, item.index): item for item in fermion_components(model)}
    conserved = conserved_charges(model)
    result: dict[State, Particle] = {}
    for field in model.fermions:
        carried = [group.name for group in model.groups if group.name in field.irreps]
        unbroken = tuple((name, field.irreps[name]) for name in carried if name not in resolved | broken)
        indices = component_indices(model, field)
        for position, values in enumerate(indices):
            first = tuple(v if name in resolved else 0 for name, v in zip(carried, values, strict=True))
            flavours = [str(v + 1) for name, v in zip(carried, values, strict=True) if name in broken]
            component = components[field.name, indices.index(first)]
            name = component.name + (f"[{','.join(flavours)}]" if flavours else "")
            for generation in range(field.generations):
                state = State(field.name, position, generation)
                electric = conserved.electric_charge(field, component.index, generation)
                charges = conserved.charges_of(field, component.index, generation)
                result[state] = Particle(name, generation, electric, unbroken, charges)
    return result


def _is_broken(model: Model, group: Group) -> bool:
    return any(group.name in field.irreps for field in vacuum_scalars(model))


def weyl_sign(model: Model, field: Field) -> int:
    """+1 if the left-handed Weyl spinor behind a field has its charges, -1 if it has those of the conjugate."""
    return -1 if is_daggered(model, Leg(field.name, False, False, False, field.span)) else 1
