"""Vector and axial couplings of neutral bosons to single fermions, which is what DarkCast recasts limits with.

DarkCast (arXiv:1801.04847, with axial couplings arXiv:2206.08563) takes a mass, one overall coupling, and for each of
these fermions a vector and an axial coupling; of neutrinos it takes that of the left-handed ones.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np

from zmodel.pheno.vectors import FermionCouplings, NeutralVector

SPECIES = ("e", "nu", "d", "u")
RELATIVE_NOISE = 1e-12
"""Couplings below this fraction of the largest one are rounding."""


@dataclass(frozen=True)
class VectorAxialNumbers:
    """L = V_mu fbar gamma^mu (vector - axial gamma5) f; of a neutrino V_mu nubar_L gamma^mu vector nu_L."""

    vector: float
    axial: float


@dataclass(frozen=True)
class VectorCouplings:
    """The couplings of one boson.

    Attributes:
        boson: its name.
        mass: in GeV.
        fermions: by name: e, mu, tau, nu_e, nu_mu, nu_tau, d, s, b, u, c, t.
        largest_change: the largest coupling between two different fermions, which no table of this kind holds.
    """

    boson: str
    mass: float
    fermions: Mapping[str, VectorAxialNumbers]
    largest_change: float


@dataclass(frozen=True)
class VectorCouplingTable:
    """The couplings of all bosons, and what is left out."""

    bosons: tuple[VectorCouplings, ...]
    notes: tuple[str, ...]


def vector_couplings(vectors: tuple[NeutralVector, ...]) -> tuple[VectorCouplings, ...]:
    """The couplings of all bosons but the Z, in mass eigenstates."""
    return tuple(_couplings(vector) for vector in vectors if vector.name != "Z")


def _couplings(vector: NeutralVector) -> VectorCouplings:
    species = [vector.fermions[name] for name in SPECIES if name in vector.fermions]
    matrices = [matrix for item in species for matrix in (item.left, item.right)]
    size = max((float(np.abs(matrix).max(initial=0.0)) for matrix in matrices), default=0.0)
    change = max((float(np.abs(m - np.diag(np.diag(m))).max(initial=0.0)) for m in matrices), default=0.0)
    least = RELATIVE_NOISE * size
    fermions = {name: numbers for item in species for name, numbers in _diagonal(item, least)}
    return VectorCouplings(vector.name, vector.mass, fermions, change if change > least else 0.0)


def _diagonal(item: FermionCouplings, least: float) -> Iterator[tuple[str, VectorAxialNumbers]]:
    for i, label in enumerate(item.labels):
        left, right = float(item.left[i, i].real), float(item.right[i, i].real)
        vector, axial = (left, 0.0) if item.name == "nu" else ((left + right) / 2, (left - right) / 2)
        yield label, VectorAxialNumbers(*(0.0 if abs(x) <= least else x for x in (vector, axial)))
