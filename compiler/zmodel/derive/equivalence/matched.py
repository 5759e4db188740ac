"""What is taken for the same in two models, whether they are the same physics or not."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from zmodel.algebra import Polynomial, Ring
from zmodel.derive.equivalence.operators import Image
from zmodel.derive.equivalence.particles import Particle, PolynomialMatrix, abelian_names
from zmodel.model import Model


@dataclass(frozen=True)
class Matching:
    """The best matching of groups and particles.

    Attributes:
        ring: of charges.
        models: both.
        particles: of both.
        groups: simple groups of the first by name: that of the second, and whether its fundamental is the conjugate.
        matrix: charges of the second = matrix * charges of the first; rows and columns may be zero.
        positions: for each particle of the first the position of its partner.
        conjugated: for each particle of the first whether its field is the conjugate of its partner's.
        images: the partners with their components, of particles that have the same representations.
        is_exact: whether all charges are the same.
    """

    ring: Ring
    models: tuple[Model, Model]
    particles: tuple[tuple[Particle, ...], tuple[Particle, ...]]
    groups: Mapping[str, tuple[str, bool]]
    matrix: PolynomialMatrix
    positions: tuple[int | None, ...]
    conjugated: tuple[bool, ...]
    images: tuple[Image | None, ...]
    is_exact: bool

    @cached_property
    def groups_by_name(self) -> dict[str, str]:
        """Groups of the first model and their partners; a U(1) belongs to the one whose charge it is most like."""
        found = {name: other for name, (other, _) in self.groups.items()}
        old, new = (abelian_names(model) for model in self.models)
        for name, row in sorted(zip(new, self.matrix, strict=True), key=lambda item: item[0] not in old):
            candidates = [g for g, q in zip(old, row, strict=True) if not q.is_zero() and g not in found]
            if candidates:
                found[name if name in candidates else candidates[-1]] = name
        return found

    @cached_property
    def names(self) -> dict[str, str]:
        """Names of the first model that are others in the second: of groups, their couplings, and fields."""
        first, second = self.models
        found: dict[str, str] = {}
        for name, other in self.groups_by_name.items():
            mine, partner = first.group(name), second.group(other)
            for a, b in ((name, other), (mine.coupling, partner.coupling), (mine.boson, partner.boson)):
                if a and b:
                    found[a] = b
        pairs: dict[str, set[str]] = {}
        for i, j in enumerate(self.positions):
            if j is not None:
                pairs.setdefault(self.particles[0][i].field, set()).add(self.particles[1][j].field)
        found |= {name: next(iter(others)) for name, others in pairs.items() if len(others) == 1}
        return {a: b for a, b in found.items() if a != b}

    def charges(self, position: int) -> tuple[Polynomial, ...]:
        """Charges of a particle of the first model in the second's basis, of its partner and not its conjugate."""
        here, there = self.particles
        mine, partner = here[position], self.positions[position]
        flipped = self.conjugated[position] != (
            partner is not None and mine.is_conjugate != there[partner].is_conjugate
        )
        found = []
        for row in self.matrix:
            total = self.ring.zero
            for factor, charge in zip(row, mine.charges, strict=True):
                total = total + factor * charge
            found.append(-total if flipped else total)
        return tuple(found)

    def keeps(self, row: int) -> bool:
        """Whether a U(1) of the second model is one of the first."""
        entries = [value for value in self.matrix[row] if not value.is_zero()]
        return len(entries) == 1 and entries[0] == self.ring.one
