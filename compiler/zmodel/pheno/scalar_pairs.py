"""Couplings of neutral bosons to pairs of scalar mass eigenstates, where several scalars have vacuum values.

A boson A of mass M_A eats the Goldstone boson i X_A <phi>/M_A, with the generator X_A that it multiplies. Goldstone
bosons of others are states like the physical ones, and stand for these bosons where the equivalence theorem holds.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from zmodel.algebra.connected import connected_parts
from zmodel.derive.breaking.numeric import evaluate_spectrum
from zmodel.derive.breaking.results import GaugeSpectrum
from zmodel.derive.couplings import derive_couplings
from zmodel.derive.masses.scalar_modes import ScalarMode
from zmodel.derive.masses.scalar_states import ScalarSector, UnknownScalarsError, evaluate_scalars
from zmodel.derive.species import Species
from zmodel.model import Model
from zmodel.model.expression import Value
from zmodel.pheno.labels import fermion_labels, field_label
from zmodel.pheno.vectors import NeutralVector, ScalarPair

Array = NDArray[np.complex128]

DEPENDENT = 1e-6
"""What is left of the Goldstone direction of a boson of which others have all."""

ROUNDING = 1e-24
"""Squared couplings below this, over those of all components, are zero."""


@dataclass(frozen=True)
class _MassiveBoson:
    """A real massive boson: its name, its mass in GeV, and how much of it each field contains."""

    name: str
    mass: float
    content: Mapping[str, float]


@dataclass(frozen=True)
class _State:
    """A scalar, or what a longitudinal boson has become: its name, its mass in GeV, and its components."""

    name: str
    mass: float
    is_boson: bool
    vector: Array


def with_scalar_pairs(
    model: Model,
    spectrum: GaugeSpectrum,
    species: Sequence[Species],
    vectors: tuple[NeutralVector, ...],
    values: Mapping[str, Value],
) -> tuple[NeutralVector, ...]:
    """The bosons with pairs of mass eigenstates in place of scalars of the role `mixed`, or with the reason why not.

    Args:
        model: a resolved model.
        spectrum: of the gauge bosons.
        species: fermions, whose names no scalar gets.
        vectors: from `neutral_vectors`.
        values: by name; see `gather_inputs`.
    """
    if not any(scalar.role == "mixed" for vector in vectors for scalar in vector.scalars):
        return vectors
    try:
        sectors = evaluate_scalars(model, derive_couplings(model)[0], spectrum, values)
        bosons = (*(_MassiveBoson(v.name, v.mass, v.content) for v in vectors), *_others(spectrum, vectors, values))
    except UnknownScalarsError as error:
        return tuple(replace(vector, unknown_pairs=str(error)) for vector in vectors)
    taken = {label for item in species for label in fermion_labels(item, species)} | {boson.name for boson in bosons}
    included = {field_label(mode.field, species) for sector in sectors for mode in sector.modes}
    return tuple(
        replace(
            vector,
            scalars=tuple(scalar for scalar in vector.scalars if scalar.name not in included),
            pairs=tuple(pair for sector in sectors for pair in _pairs(sector, vector, bosons, taken)),
        )
        for vector in vectors
    )


# ------------------------------------------------------------------ bosons
def _others(
    spectrum: GaugeSpectrum, vectors: Sequence[NeutralVector], values: Mapping[str, Value]
) -> Iterator[_MassiveBoson]:
    """Massive bosons but for the neutral ones that are known, as real fields: W1 and W2 are two, both called W+."""
    known = {name for vector in vectors for name in vector.content}
    fields = [name for name in spectrum.fields if name not in known]
    names = _names(spectrum)
    mixing = [pair for pair in (*spectrum.mass_entries, *spectrum.kinetic_entries) if known.isdisjoint(pair)]
    for part in connected_parts(fields, mixing):
        block = replace(spectrum, fields=part)
        matrices = (block.mass_matrix(part), block.kinetic_matrix(part))
        symbols = {str(symbol) for matrix in matrices for symbol in matrix.free_symbols}
        if symbols - set(values):
            raise UnknownScalarsError(f"masses of bosons need values of {', '.join(sorted(symbols - set(values)))}")
        states = evaluate_spectrum(block, {name: float(values[name].real) for name in symbols})
        left = list(range(len(part)))
        for row, name in enumerate(part):
            k = max(left, key=lambda number: abs(states.vectors[row, number]))
            left.remove(k)
            if states.masses_squared[k] > 0:
                content = dict(zip(part, map(float, states.vectors[:, k]), strict=True))
                yield _MassiveBoson(names.get(name, name), float(np.sqrt(states.masses_squared[k])), content)


def _names(spectrum: GaugeSpectrum) -> dict[str, str]:
    """By field of the model file the name of the complex boson that it becomes part of."""
    bosons = {boson.origin: boson.name for boson in spectrum.bosons if boson.is_complex}
    complex_fields = [item for item in spectrum.canonical if item.is_complex and item.origin in bosons]
    return {name: bosons[item.origin].rstrip("+") for item in complex_fields for name in item.fields}


# ------------------------------------------------------------------ pairs
def _pairs(
    sector: ScalarSector, vector: NeutralVector, bosons: Sequence[_MassiveBoson], taken: set[str]
) -> Iterator[ScalarPair]:
    """All pairs of two states, but for the Goldstone boson of the decaying boson itself."""
    states = (*_goldstones(sector, vector, bosons), *_scalars(sector, taken))
    rotation = np.array([state.vector for state in states]).reshape(len(states), sector.states.shape[0]).T
    couplings = rotation.conj().T @ _current(sector, vector) @ rotation
    for i, first in enumerate(states):
        for j in range(i if sector.is_complex else i + 1, len(states)):
            second = states[j]
            squared = float(abs(couplings[i, j]) ** 2) * (2 if sector.is_complex and i != j else 1)
            if squared > ROUNDING * sum(coupling**2 for coupling in vector.components.values()):
                masses = tuple(state.mass for state in (first, second) if state.is_boson)
                yield ScalarPair((first.name, second.name), squared, (first.mass, second.mass), masses)


def _scalars(sector: ScalarSector, taken: set[str]) -> Iterator[_State]:
    for number, (name, mass) in enumerate(zip(sector.names, sector.masses, strict=True)):
        while name in taken:
            name += "'"
        yield _State(name, mass, False, sector.states[:, number])


def _goldstones(sector: ScalarSector, vector: NeutralVector, bosons: Sequence[_MassiveBoson]) -> Iterator[_State]:
    """The Goldstone bosons of all bosons but one, orthonormal; those of W1 and W2 are one complex scalar."""
    known: list[Array] = []
    for boson in sorted(bosons, key=lambda item: (item.name != vector.name, item.mass)):
        direction = sum(c * sector.directions[name] for name, c in boson.content.items())
        direction = np.asarray(direction * (np.sqrt(2) if sector.is_complex else 1) / boson.mass)
        for other in known:
            direction = direction - other * np.vdot(other, direction)
        length = np.linalg.norm(direction)
        if length > DEPENDENT:
            known.append(direction / length)
            if boson.name != vector.name:
                yield _State(boson.name, boson.mass, True, known[-1])


def _current(sector: ScalarSector, vector: NeutralVector) -> Array:
    """L = V^mu phi^* g i<->d_mu phi of complex modes; of real ones V^mu S g d_mu S with antisymmetric g."""
    result = np.zeros((sector.states.shape[0],) * 2, dtype=complex)
    places = {(mode.field, mode.component, mode.part): k for k, mode in enumerate(sector.modes)}
    for k, mode in enumerate(sector.modes):
        coupling = vector.components[mode.field, mode.component]
        if mode.is_complex:
            result[k, k] = coupling * _sign(mode)
        elif mode.part == "imaginary":
            real = places[mode.field, mode.component, "real"]
            result[k, real], result[real, k] = coupling, -coupling
    return result


def _sign(mode: ScalarMode) -> int:
    """-1 of a mode that is the conjugate of its component."""
    ((_, _, is_conjugated),) = mode.derivative
    return -1 if is_conjugated else 1
