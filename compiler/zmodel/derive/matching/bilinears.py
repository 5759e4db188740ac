"""Products of two light fermions that a heavy boson couples to, as Weyl spinors of the Warsaw basis.

Everything is written with the left-handed spinors q, u^c, d^c, l, e^c and their conjugates. L = -(S^*_a O_a + S_a
O^*_a) for the components a of the heavy field; O_a = sum over bilinears of T_a,mn Y_ij f_i,m f'_j,n with rational T,
generations i, j and components m, n = (colour, weak). For a vector f is conjugated, f' is not, and f^dag sigmabar^mu f'
is meant.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import NamedTuple

from zmodel.derive.contraction import component_indices
from zmodel.derive.couplings import Coupling
from zmodel.derive.matching.entries import coupling_entry
from zmodel.derive.matching.errors import MatchingError
from zmodel.derive.rotations import Matrix, identity, multiply
from zmodel.derive.standard_model import GENERATIONS, MULTIPLETS, StandardModel
from zmodel.derive.symbolic import Symbolic, zero
from zmodel.model import Leg, Model


class Spinor(NamedTuple):
    """A Weyl spinor: the name of its multiplet, and whether it is conjugated."""

    multiplet: str
    dagger: bool

    @property
    def conjugate(self) -> Spinor:
        """Its conjugate."""
        return Spinor(self.multiplet, not self.dagger)


class Component(NamedTuple):
    """Which component of a multiplet; 0 where it is a singlet."""

    colour: int
    weak: int


Tensor = Mapping[tuple[int, Component, Component], Fraction]


@dataclass(frozen=True)
class Bilinear:
    """One product of two light fermions.

    Attributes:
        coupling: name of the coupling that it is multiplied with.
        first, second: the spinors.
        tensor: T by component of the heavy field and of the two spinors.
        matrix: Y over their generations, mass eigenstates of the basis `Warsaw`.
        declared: the coupling of the file over generations in written order, for mass eigenstates.
    """

    coupling: str
    first: Spinor
    second: Spinor
    tensor: Tensor
    matrix: Matrix
    declared: Matrix


@dataclass(frozen=True)
class Surroundings:
    """What bilinears are read in."""

    model: Model
    standard_model: StandardModel
    rotations: Mapping[str, Matrix]
    complex_names: frozenset[str]


@dataclass(frozen=True)
class _Place:
    """Where the generations of a leg are in the Standard Model; `sign` is -1 for a field that is the conjugate."""

    multiplet: str
    generations: Mapping[int, int]
    sign: int


def light_spinor(surroundings: Surroundings, leg: Leg) -> Spinor | None:
    """The Weyl spinor of a leg, or None if it is no light fermion of the Standard Model.

    Raises:
        MatchingError: if generations of its field belong to several multiplets, as by their hypercharges.
    """
    place = _place(surroundings.standard_model, leg.field)
    if place is None:
        return None
    right = surroundings.model.field(leg.field).chirality == "right"
    return Spinor(place.multiplet, leg.conjugated != right)


def read_bilinear(surroundings: Surroundings, coupling: Coupling, heavy: int, light: tuple[int, int]) -> Bilinear:
    """A Yukawa coupling as the part of O_a that it gives.

    Args:
        surroundings: the model.
        coupling: with one heavy boson and two light fermions.
        heavy: position of the boson among the legs.
        light: positions of the fermions.
    """
    model = surroundings.model
    factor, legs, tensor = coupling.monomials[0]
    is_vector = model.field(legs[heavy].field).is_vector
    spinors = [_spinor(surroundings, legs[i]) for i in light]
    # A leg S_a multiplies O^*_a, so O_a holds the conjugate of what is written.
    reverse = not legs[heavy].conjugated
    if reverse:
        spinors = [spinor.conjugate for spinor in spinors]
    order = (1, 0) if is_vector and spinors[1].dagger else (0, 1)
    sign = factor
    if is_vector:
        barred = next(i for i in (0, 1) if legs[light[i]].barred)
        written_dagger = _spinor(surroundings, legs[light[barred]]).dagger
        # fbar gamma f' of right-handed fields is -f'^c^dag sigmabar f^c.
        sign = factor if written_dagger else -factor
    places = [_place_of(surroundings.standard_model, legs[i].field) for i in light]
    components = [light_components(surroundings, legs[i].field) for i in light]
    entries: dict[tuple[int, Component, Component], Fraction] = {}
    for indices, value in tensor.items():
        weight = Fraction(value) * sign
        parts: list[Component] = []
        for i, position in enumerate(light):
            component, phase = components[i][indices[position]]
            parts.append(component)
            weight *= phase
        entry = (indices[heavy], parts[order[0]], parts[order[1]])
        entries[entry] = entries.get(entry, Fraction(0)) + weight
    matrix = _matrix(surroundings, coupling, light, places)
    if reverse:
        matrix = tuple(tuple(entry.conjugate(surroundings.complex_names) for entry in row) for row in matrix)
    matrix = _rotate(surroundings, matrix, (spinors[0], spinors[1]))
    declared = matrix
    if reverse:
        declared = tuple(tuple(entry.conjugate(surroundings.complex_names) for entry in row) for row in matrix)
    if order == (1, 0):
        matrix = tuple(zip(*matrix, strict=True))
    first, second = (spinors[i] for i in order)
    return Bilinear(coupling.name, first, second, {k: v for k, v in entries.items() if v}, matrix, declared)


def _spinor(surroundings: Surroundings, leg: Leg) -> Spinor:
    spinor = light_spinor(surroundings, leg)
    if spinor is None:
        raise ValueError(f"{leg.field} is no light fermion")
    return spinor


def _place(standard_model: StandardModel, field: str) -> _Place | None:
    found: list[_Place] = []
    for name, members in standard_model.multiplets.items():
        mine = {member.generation: i for i, member in enumerate(members) if member.field == field}
        if mine:
            found.append(_Place(name, mine, next(member.sign for member in members if member.field == field)))
    if len(found) > 1:
        names = " and ".join(place.multiplet for place in found)
        raise MatchingError(f"`{field}` holds generations of {names}: declare a field for each, to match its couplings")
    return found[0] if found else None


def _place_of(standard_model: StandardModel, field: str) -> _Place:
    place = _place(standard_model, field)
    if place is None:
        raise ValueError(f"{field} is no light fermion")
    return place


def light_components(surroundings: Surroundings, name: str) -> list[tuple[Component, int]]:
    """For each component of a field that of its multiplet, and a sign.

    A doublet that is declared as its own conjugate, R = eps l^*, has its components exchanged, R = (l_2^*, -l_1^*).
    """
    model, standard_model = surroundings.model, surroundings.standard_model
    field = model.field(name)
    place = _place_of(standard_model, name)
    names = [group.name for group in model.groups if group.name in field.irreps]
    doublet = MULTIPLETS[place.multiplet].quantum.weak == 2
    found: list[tuple[Component, int]] = []
    for indices in component_indices(model, field):
        by_group = dict(zip(names, indices, strict=True))
        weak, phase = by_group.get(standard_model.weak, 0), 1
        if doublet and place.sign < 0:
            weak, phase = 1 - weak, -1 if weak else 1
        found.append((Component(by_group.get(standard_model.colour, 0), weak), phase))
    return found


def _matrix(surroundings: Surroundings, coupling: Coupling, light: tuple[int, int], places: list[_Place]) -> Matrix:
    rows: list[list[Symbolic]] = [[zero()] * GENERATIONS for _ in range(GENERATIONS)]
    for indices in coupling.entries:
        at = [indices[coupling.axes.index(position)] if position in coupling.axes else 0 for position in light]
        if all(generation in place.generations for generation, place in zip(at, places, strict=True)):
            i, j = (place.generations[generation] for generation, place in zip(at, places, strict=True))
            rows[i][j] += coupling_entry(coupling, indices)
    return tuple(tuple(row) for row in rows)


def light_entries(surroundings: Surroundings, coupling: Coupling, light: int) -> tuple[Symbolic, ...]:
    """The entries of a coupling with one light fermion, by its generation in the Standard Model."""
    place = _place_of(surroundings.standard_model, coupling.monomials[0][1][light].field)
    entries = [zero()] * GENERATIONS
    for indices in coupling.entries:
        generation = indices[coupling.axes.index(light)] if light in coupling.axes else 0
        if generation in place.generations:
            entries[place.generations[generation]] += coupling_entry(coupling, indices)
    return tuple(entries)


def rotate_vector(surroundings: Surroundings, entries: tuple[Symbolic, ...], multiplet: str) -> tuple[Symbolic, ...]:
    """The entries that multiply a left-handed Weyl spinor, for its mass eigenstates."""
    rotation = surroundings.rotations[multiplet]
    if MULTIPLETS[multiplet].chirality == "right":
        rotation = tuple(tuple(entry.conjugate(surroundings.complex_names) for entry in row) for row in rotation)
    (rotated,) = multiply((entries,), rotation)
    return rotated


def _rotate(surroundings: Surroundings, matrix: Matrix, spinors: tuple[Spinor, Spinor]) -> Matrix:
    """Y for mass eigenstates: gauge eigenstates are V times these for q, l, V^* for u^c, d^c, e^c."""
    unit = identity(GENERATIONS)
    for axis, spinor in enumerate(spinors):
        rotation = surroundings.rotations[spinor.multiplet]
        if rotation == unit:
            continue
        if spinor.dagger != (MULTIPLETS[spinor.multiplet].chirality == "right"):
            rotation = tuple(tuple(entry.conjugate(surroundings.complex_names) for entry in row) for row in rotation)
        transposed: Matrix = tuple(zip(*rotation, strict=True))
        matrix = multiply(transposed, matrix) if axis == 0 else multiply(matrix, rotation)
    return matrix
