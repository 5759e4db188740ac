"""Decay channels of a neutral vector boson."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product

from zmodel.pheno.constants import constant
from zmodel.pheno.vectors import FermionCouplings, NeutralVector, ScalarCouplings
from zmodel.pheno.widths import width_to_fermions, width_to_majorana, width_to_scalars

EQUIVALENCE = 4.0
"""Masses in units of 2 M_W from which on Z' -> W W, Z h is given by Goldstone bosons; corrections are (2 M_W/M)^2."""

NEGLIGIBLE = 1e-6
"""Parts of all squared couplings to scalars that need no note."""


@dataclass(frozen=True)
class Channel:
    """One final state.

    Attributes:
        name: such as `mu mu`, `s b` (both conjugate states together), `H H` (all components together) or `Z Re(S)`.
        labels: of the particles.
        width: in GeV.
        invisible: whether it is a pair of fermions without electric charge and colour.
        coloured: whether it has colour.
    """

    name: str
    labels: tuple[str, str]
    width: float
    invisible: bool
    coloured: bool


@dataclass(frozen=True)
class Decays:
    """All decays at tree level.

    Attributes:
        mass: of the boson, in GeV.
        channels: open ones, as declared.
        unknown: particles that couple but have no known mass and are taken for too heavy.
        skipped: particles whose decays are not described, with the reason.
        rough: scalars whose masses are those of their own terms alone, though others add to them.
    """

    mass: float
    channels: tuple[Channel, ...]
    unknown: tuple[str, ...]
    skipped: tuple[str, ...]
    rough: tuple[str, ...]

    @property
    def width(self) -> float:
        """The total width in GeV."""
        return sum(channel.width for channel in self.channels)

    def fraction(self, *names: str) -> float:
        """The summed branching fraction of channels by name; those that are closed or do not exist count zero."""
        total = self.width
        return sum(c.width for c in self.channels if c.name in names) / total if total else 0.0


def decays_of(vector: NeutralVector) -> Decays:
    """Decays to two fermions or two scalars.

    Quarks are free but for the lowest hadronic thresholds: for masses below some 3 GeV hadronic widths are no more than
    an order of magnitude, and pi0 gamma is neglected. A weak doublet that alone breaks the weak group stands for the
    W W and Z h of the equivalence theorem; of the only singlet with a vacuum value one real mode is the boson's own
    third polarisation, and the other one alone is no final state (paper A's Eq. (61) counts it, see docs/errata.md).
    With other vacuum values there are decays to pairs of mass eigenstates.
    """
    channels: list[Channel] = []
    unknown: list[str] = []
    skipped: list[str] = []
    rough: list[str] = []
    for fermion in vector.fermions.values():
        channels += _fermion_channels(vector, fermion)
        unknown += _without_mass(fermion)
    skipped += _light_with_heavy(vector)
    mixed = dict.fromkeys(scalar.name for scalar in vector.scalars if scalar.role == "mixed")
    if mixed:
        skipped.append(f"{', '.join(mixed)}: {vector.unknown_pairs}")
    for name in dict.fromkeys(scalar.name for scalar in vector.scalars if scalar.role != "mixed"):
        components = [scalar for scalar in vector.scalars if scalar.name == name]
        role, mass = components[0].role, components[0].mass
        if role == "singlet":
            skipped.append(f"{name}: its only partner is eaten by the boson")
        elif role == "higgs" and vector.mass < EQUIVALENCE * 2 * constant("M_W"):
            skipped.append(f"{name}: W W and Z h only for M far above 2 M_W")
        elif role == "" and mass is None:
            unknown.append(name)
        else:
            width = sum(_scalar_width(vector, scalar) for scalar in components)
            channels.append(Channel(f"{name} {name}", (name, name), width, False, False))
            rough += [name] if not role and components[0].has_further_mass else []
    pairs, doubtful = _pair_channels(vector)
    channels += pairs
    if doubtful:
        skipped.append(f"{', '.join(doubtful)}: longitudinal bosons only for M far above twice their masses")
    found = tuple(channel for channel in channels if channel.width > 0)
    return Decays(vector.mass, found, tuple(unknown), tuple(skipped), tuple(rough))


def _without_mass(fermion: FermionCouplings) -> Iterator[str]:
    """Generations that couple but have no known mass, without their numbers if that is all of them."""
    unknown = [
        label
        for i, label in enumerate(fermion.labels)
        if fermion.masses[i] is None and any(coupling[i].any() for coupling in (fermion.left, fermion.right))
    ]
    names = dict.fromkeys(label.partition("[")[0] for label in unknown)
    yield from names if len(unknown) == len(fermion.labels) else unknown


def _light_with_heavy(vector: NeutralVector) -> Iterator[str]:
    """Open pairs of a light fermion and a heavy one that it is mixed with."""
    mixed = dict.fromkeys(frozenset((name, other)) for name, others in vector.admixed.items() for other in others)
    for pair in mixed:
        # In the order of the table.
        first, second = (fermion for name, fermion in vector.fermions.items() if name in pair)
        masses = product(first.masses, second.masses)
        if any(a is not None and b is not None and a + b < vector.mass for a, b in masses):
            yield f"{first.name} {second.name}: couplings of a light and a heavy fermion that mix are left out"


def _pair_channels(vector: NeutralVector) -> tuple[list[Channel], list[str]]:
    """Pairs of mass eigenstates, and names of open ones to which the equivalence theorem does not apply."""
    widths: dict[tuple[str, str], float] = {}
    doubtful: dict[str, None] = {}
    total = sum(pair.squared for pair in vector.pairs)
    for pair in vector.pairs:
        width = width_to_scalars(vector.mass, math.sqrt(pair.squared), pair.masses)
        if all(vector.mass >= EQUIVALENCE * 2 * mass for mass in pair.bosons):
            widths[pair.names] = widths.get(pair.names, 0.0) + width
        elif width > 0 and pair.squared > NEGLIGIBLE * total:
            doubtful[" ".join(pair.names)] = None
    return [Channel(" ".join(names), names, width, False, False) for names, width in widths.items()], list(doubtful)


def _fermion_channels(vector: NeutralVector, fermion: FermionCouplings) -> Iterator[Channel]:
    invisible = fermion.charge == 0 and not fermion.coloured
    for i, first in enumerate(fermion.labels):
        for j in range(i, len(fermion.labels)):
            width = _fermion_width(vector.mass, fermion, i, j)
            labels = (first, fermion.labels[j])
            yield Channel(" ".join(labels), labels, width, invisible, fermion.coloured)


def _fermion_width(mass: float, fermion: FermionCouplings, i: int, j: int) -> float:
    first, second = fermion.masses[i], fermion.masses[j]
    if first is None or second is None:
        return 0.0
    left, right = complex(fermion.left[i, j]), complex(fermion.right[i, j])
    if fermion.majorana:
        coupling = left + right  # one of them is there
        if i == j:
            return width_to_majorana(mass, coupling.real, first, fermion.multiplicity)
        # Two Majorana fermions are one final state, and couple as Nbar_i gamma^mu (g P_L - g^* P_R) N_j.
        return width_to_fermions(mass, coupling, -coupling.conjugate(), (first, second), fermion.multiplicity)
    states = 1 if i == j else 2
    return states * width_to_fermions(mass, left, right, (first, second), fermion.multiplicity)


def _scalar_width(vector: NeutralVector, scalar: ScalarCouplings) -> float:
    masses = (0.0, 0.0) if scalar.mass is None or scalar.role else (scalar.mass, scalar.mass)
    return width_to_scalars(vector.mass, scalar.coupling, masses, scalar.multiplicity)
