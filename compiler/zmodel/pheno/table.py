"""The observables that a model has at a point: which apply is read off its content."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np

from zmodel.algebra.polynomial import constant_value
from zmodel.derive.breaking.results import GaugeSpectrum
from zmodel.derive.currents import CurrentTable
from zmodel.derive.rotations import CKM, PMNS
from zmodel.model import Model
from zmodel.model.expression import EvaluationError
from zmodel.model.model import MatrixExpression, Point
from zmodel.pheno.charge_sums import charge_sum
from zmodel.pheno.decays import Decays, decays_of
from zmodel.pheno.flavour_rotations import rotation_notes
from zmodel.pheno.inputs import BEYOND_NUMBERS, Input, MissingInputError, gather_inputs, numbers
from zmodel.pheno.leptoquark_pairs import leptoquark_observables
from zmodel.pheno.low_energy import electroweak_observables, low_energy_notes, low_energy_observables
from zmodel.pheno.observable import Observable
from zmodel.pheno.running import landau_pole, loop_factor
from zmodel.pheno.scalar_pairs import with_scalar_pairs
from zmodel.pheno.vectors import NeutralVector, neutral_vectors

SHOWN_FRACTION = 1e-6
"""Smaller branching fractions are left out."""

HADRONS = 3.0
"""Masses in GeV below which decays to hadrons need data, as in DarkCast."""

REFERENCE_SCALE = 91.188
"""Scale in GeV of couplings where a point gives none."""


@dataclass(frozen=True)
class ObservableTable:
    """All observables of a model at a point.

    Attributes:
        observables: in the order of the model's bosons.
        inputs: the numbers that entered, by name; entries of CKM and PMNS only if they did.
        missing: names without a value, for which reason observables of bosons could not be computed.
        notes: what is assumed or left out.
    """

    observables: tuple[Observable, ...]
    inputs: Mapping[str, Input]
    missing: tuple[str, ...]
    notes: tuple[str, ...]


def derive_observables(
    model: Model, point: Point | None, spectrum: GaugeSpectrum | None, currents: CurrentTable | None
) -> ObservableTable:
    """Computes everything that applies.

    Args:
        model: with the point's exact parameters put in.
        point: gives couplings, vacuum values and masses.
        spectrum: None if no boson has a mass.
        currents: of the same model; None with `spectrum`.
    """
    inputs = gather_inputs(model, point, () if spectrum is None else spectrum.masses)
    observables: list[Observable] = []
    missing: tuple[str, ...] = ()
    notes: list[str] = []
    vectors: tuple[NeutralVector, ...] = ()
    with np.errstate(all="ignore"):
        if spectrum is not None and currents is not None:
            try:
                vectors = neutral_vectors(model, spectrum, currents, numbers(inputs))
                vectors = with_scalar_pairs(model, spectrum, currents.species, vectors, numbers(inputs))
                notes += rotation_notes(model, currents.species)
            except MissingInputError as error:
                missing = error.names
            except (EvaluationError, np.linalg.LinAlgError) as error:
                notes.append(f"masses and couplings have no value at this point: {error}")
        for what, found in _all_observables(model, point, spectrum, vectors, inputs, notes):
            try:
                observables += found
            except ArithmeticError:
                notes.append(f"{what}: {BEYOND_NUMBERS}.")
    unused = _unused_matrices(model)
    shown = {name: item for name, item in inputs.items() if name.partition("[")[0] not in unused}
    return ObservableTable(tuple(observables), shown, missing, tuple(notes))


def _all_observables(
    model: Model,
    point: Point | None,
    spectrum: GaugeSpectrum | None,
    vectors: tuple[NeutralVector, ...],
    inputs: Mapping[str, Input],
    notes: list[str],
) -> Iterator[tuple[str, Iterator[Observable]]]:
    """What there is, each with what it is about; further notes are added."""
    z = next((vector for vector in vectors if vector.name == "Z"), None)
    for vector in vectors:
        if vector is not z:
            yield f"Observables of {vector.name}", _vector_observables(vector, z, notes)
    yield "Observables of the Z", electroweak_observables(vectors, numbers(inputs), spectrum)
    yield "Leptoquarks", leptoquark_observables(model, numbers(inputs))
    yield "Running", _running_observables(model, point, inputs)


def _vector_observables(vector: NeutralVector, z: NeutralVector | None, notes: list[str]) -> Iterator[Observable]:
    found = decays_of(vector)
    yield from _decay_observables(vector, found)
    notes += _decay_notes(vector, found)
    yield from low_energy_observables(vector, found, z)
    notes += low_energy_notes(vector, z)


def _unused_matrices(model: Model) -> set[str]:
    """CKM without rotations; PMNS unless one names it, or is of half a lepton doublet, whose other half it gives."""
    unused = set() if model.rotations else {CKM}
    leptons = any(r.component and len(model.field(r.field).irreps) == 1 for r in model.rotations)
    if not leptons and not any(_names(rotation.matrix, PMNS) for rotation in model.rotations):
        unused.add(PMNS)
    return unused


def _names(matrix: MatrixExpression, name: str) -> bool:
    return matrix.reference == name or any(_names(factor, name) for factor in matrix.factors)


# ------------------------------------------------------------------ decays
def _decay_observables(vector: NeutralVector, decays: Decays) -> Iterator[Observable]:
    name, width = vector.name, decays.width
    couplings = (f"couplings of {name}",)
    yield Observable(f"M({name})", vector.mass, "GeV", ("couplings", "vacuum values"), "diagonalisation at tree level")
    yield Observable(f"Gamma({name})", width, "GeV", (*couplings, "masses"), "paper A, Eqs. (60), (61)")
    yield Observable(f"Gamma/M({name})", width / vector.mass, "", (*couplings, "masses"), "paper A, Eqs. (60), (61)")
    for channel in decays.channels:
        fraction = channel.width / width
        if fraction > SHOWN_FRACTION:
            title = f"BR({name} -> {channel.name})"
            yield Observable(title, fraction, "", (*couplings, "masses"), "paper A, Eqs. (60), (61)")
    invisible = sum(channel.width for channel in decays.channels if channel.invisible)
    if invisible:
        title = f"BR({name} -> invisible)"
        yield Observable(title, invisible / width, "", (*couplings, "masses"), "paper A, Tab. 6")


def _decay_notes(vector: NeutralVector, decays: Decays) -> Iterator[str]:
    if decays.unknown:
        yield f"{vector.name} is taken to be too light for {', '.join(decays.unknown)}: no masses are known."
    if vector.mass < HADRONS and any(channel.coloured for channel in decays.channels):
        yield f"{vector.name}: widths to quarks are those of free ones, which hadrons are not below {HADRONS:g} GeV."
    if decays.rough:
        names = ", ".join(decays.rough)
        yield f"{vector.name}: masses of {names} are without what vacuum values and mixing add to them."
    for reason in decays.skipped:
        yield f"{vector.name}: no decay to {reason}."


# ------------------------------------------------------------------ running
def _running_observables(model: Model, point: Point | None, inputs: Mapping[str, Input]) -> Iterator[Observable]:
    """One-loop Landau poles of the U(1)s without kinetic mixing, and how large couplings are."""
    scale = REFERENCE_SCALE if point is None or point.scale is None else point.scale
    for group in model.gauge_groups:
        found = inputs.get(group.coupling or "")
        if found is None:
            continue
        value = abs(found.value)
        title = f"alpha({group.coupling})"
        yield Observable(title, loop_factor(value), "", (group.coupling or "",), "paper A, Eq. (46)")
        coefficient = constant_value(charge_sum(model, group.name, group.name)) if group.is_abelian else None
        if coefficient is not None and not model.vectors:
            title = f"Landau pole of {group.coupling}, one loop"
            pole = landau_pole(float(coefficient), value, scale)
            yield Observable(title, pole, "GeV", (group.coupling or "", f"{scale:.6g} GeV"), "paper A, Eq. (75)")
