"""What the bosons of the U(1)s couple to, straight from the charges: no vacuum value and no sympy needed.

L contains g_X X_mu sum q fbar gamma^mu f. With vector and axial charges q_V - q_A gamma5 (paper D, Eq. (3.2)):
q_V = (q_L + q_R)/2 and q_A = (q_L - q_R)/2.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from zmodel.algebra import Polynomial
from zmodel.derive.species import FermionComponent, Species, derive_species, fermion_components
from zmodel.model import Model


@dataclass(frozen=True)
class VectorAxial:
    """Vector and axial charge of one generation."""

    vector: Polynomial
    axial: Polynomial


@dataclass(frozen=True)
class GaugeCurrents:
    """Charges of every fermion under every U(1).

    Attributes:
        components: components of all fermions.
        species: the Dirac and Weyl fermions that they pair up to.
        charges: per U(1) and component name one charge per generation.
        vector_axial: per U(1) and species name one pair per generation; what has no partner counts with its own half.
    """

    components: tuple[FermionComponent, ...]
    species: tuple[Species, ...]
    charges: Mapping[str, Mapping[str, tuple[Polynomial, ...]]]
    vector_axial: Mapping[str, Mapping[str, tuple[VectorAxial, ...]]]


def derive_gauge_currents(model: Model) -> GaugeCurrents:
    """The currents of all gauged U(1)s, in the basis of the model file."""
    components, species = fermion_components(model), derive_species(model)
    names = [group.name for group in model.abelian_groups]
    charges = {
        name: {c.name: c.weights.get((name, 0), (model.ring.zero,) * c.generations) for c in components}
        for name in names
    }
    pairs = {name: {item.name: _vector_axial(model, item, charges[name]) for item in species} for name in names}
    return GaugeCurrents(components, species, charges, pairs)


def _vector_axial(
    model: Model, species: Species, charges: Mapping[str, tuple[Polynomial, ...]]
) -> tuple[VectorAxial, ...]:
    zero = model.ring.zero
    none = (zero,) * species.generations
    left, right = (none if half is None else half.values(charges, zero) for half in (species.left, species.right))
    return tuple(VectorAxial((a + b) / 2, (a - b) / 2) for a, b in zip(left, right, strict=True))
