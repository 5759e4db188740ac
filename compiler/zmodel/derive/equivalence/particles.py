"""Fields of a model as particles: what is left of them without their names."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from zmodel.algebra import Polynomial, Ring
from zmodel.groups import Irrep
from zmodel.model import Field, Model

Irreps = tuple[tuple[str, Irrep], ...]
"""Representations by name of the group, without singlets, in the order of the names."""

Matrix = tuple[tuple[Fraction, ...], ...]


@dataclass(frozen=True)
class Particle:
    """One generation of a field; fermions as left-handed Weyl spinors.

    Attributes:
        field: name.
        generation: counted from 0.
        spin: fermion, scalar or vector.
        is_real: of scalars and vectors.
        irreps: of the spinor, scalar or vector.
        charges: under the U(1)s, in the order that `abelian_names` gives.
        is_conjugate: whether this is the conjugate of the declared field: of right-handed fermions.
    """

    field: str
    generation: int
    spin: str
    is_real: bool
    irreps: Irreps
    charges: tuple[Polynomial, ...]
    is_conjugate: bool

    @property
    def conjugate(self) -> Particle:
        """The antiparticle."""
        irreps = tuple((name, irrep.conjugate) for name, irrep in self.irreps)
        charges = tuple(-charge for charge in self.charges)
        return replace(self, irreps=irreps, charges=charges, is_conjugate=not self.is_conjugate)

    def key(self, ring: Ring) -> tuple[object, ...]:
        """What tells it from others."""
        irreps = tuple((name, irrep.labels) for name, irrep in self.irreps)
        return self.spin, self.is_real, irreps, tuple(map(ring.format, self.charges))


def abelian_names(model: Model) -> tuple[str, ...]:
    """The U(1)s: gauged ones first, then global ones."""
    groups = sorted((g for g in model.groups if g.is_abelian), key=lambda group: group.is_global)
    return tuple(group.name for group in groups)


def particles(model: Model, ring: Ring) -> tuple[Particle, ...]:
    """All particles, charges in a ring that has the model's parameters."""
    return tuple(
        _particle(model, ring, field, generation) for field in model.fields for generation in range(field.generations)
    )


def _particle(model: Model, ring: Ring, field: Field, generation: int) -> Particle:
    irreps = tuple(sorted((name, irrep) for name, irrep in field.irreps.items() if not irrep.is_singlet))
    charges = tuple(ring.embed(model.charge(field.name, name, generation), model.ring) for name in abelian_names(model))
    found = Particle(field.name, generation, field.spin, field.is_real, irreps, charges, False)
    return found.conjugate if field.chirality == "right" else found


def renamed(particle: Particle, groups: Mapping[str, tuple[str, bool]]) -> Particle:
    """A particle with its simple groups called otherwise, some of them by the conjugate of their fundamental."""
    irreps = []
    for name, irrep in particle.irreps:
        new, mirrored = groups[name]
        irreps.append((new, irrep.conjugate if mirrored else irrep))
    return replace(particle, irreps=tuple(sorted(irreps)))


def rotated(particle: Particle, ring: Ring, matrix: Matrix) -> Particle:
    """A particle with its charges in another basis of the U(1)s: new = matrix * old."""
    return replace(particle, charges=tuple(_combination(ring, row, particle.charges) for row in matrix))


def _combination(ring: Ring, row: Sequence[Fraction], charges: Sequence[Polynomial]) -> Polynomial:
    total = ring.zero
    for factor, charge in zip(row, charges, strict=True):
        total = total + charge * ring.constant(factor)
    return total


def canonical(particle: Particle, ring: Ring) -> Particle:
    """Of a boson and its conjugate, which are one particle, the one whose key is smaller; fermions as they are."""
    if particle.spin == "fermion" or particle.is_real:
        return particle
    other = particle.conjugate
    return min((particle, other), key=lambda item: repr(item.key(ring)))
