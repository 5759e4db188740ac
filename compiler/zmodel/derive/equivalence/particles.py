"""Fields of a model as particles: what is left of them without their names."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from fractions import Fraction

from zmodel.algebra import Polynomial, Ring
from zmodel.algebra.polynomial import constant_value
from zmodel.groups import Irrep
from zmodel.model import Field, Model

Irreps = tuple[tuple[str, Irrep], ...]
"""Representations by name of the group, without singlets, in the order of the names."""

Kind = tuple[str, bool, Irreps]
"""Spin, whether real, and representations."""

PolynomialMatrix = tuple[tuple[Polynomial, ...], ...]


Number = Fraction | Polynomial
"""A number where it is one; else a polynomial in parameters of charges."""


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

    @property
    def kind(self) -> Kind:
        """What no change of the basis of U(1)s alters."""
        return self.spin, self.is_real, self.irreps

    @property
    def has_twin(self) -> bool:
        """Whether it and its conjugate are one particle, of which either may be declared: complex bosons."""
        return self.spin != "fermion" and not self.is_real

    @property
    def is_self_conjugate(self) -> bool:
        """Whether a complex boson may be exchanged with its conjugate."""
        return self.has_twin and self.conjugate.kind == self.kind and all(q.is_zero() for q in self.charges)


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


def as_number(value: Polynomial) -> Number:
    """A constant as a number, other polynomials as they are."""
    number = constant_value(value)
    return value if number is None else number
