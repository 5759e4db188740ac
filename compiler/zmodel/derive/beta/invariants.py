"""Two-point building blocks of the general formulas: Casimirs, indices and self-energies."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from zmodel.algebra import Polynomial
from zmodel.algebra.flavour import FlavourSum, total
from zmodel.derive.beta.theory import FlavourMatrix, GaugeIndex, Theory, gauge_metric, scalar_generators
from zmodel.model import Field


@dataclass(frozen=True)
class Blocks:
    """Lazily computed two-point functions of a theory; each is computed once."""

    theory: Theory

    # -------------------------------------------------------------- Casimirs
    @cached_property
    def fermion_casimirs(self) -> dict[str, FlavourSum]:
        """C2(F) of every fermion multiplet, a diagonal flavour matrix with coupling constants included."""
        return {field.name: self._fermion_casimir(field) for field in self.theory.model.fermions}

    def _fermion_casimir(self, field: Field) -> FlavourSum:
        # Quadratic in the charges, so the sign of a right-handed field's does not matter.
        alphabet = self.theory.alphabet
        result = alphabet.scalar(self._simple_casimir(field))
        names = [g.name for g in self.theory.model.abelian_groups if (g.name, field.name) in alphabet.charges]
        for a in names:
            for b in names:
                product = alphabet.diagonal(a, field.name) * alphabet.diagonal(b, field.name)
                result = result + product.scale(self.theory.h[a, b])
        return result

    @cached_property
    def scalar_casimirs(self) -> dict[str, Polynomial]:
        """C2(S) of every scalar multiplet with coupling constants included."""
        return {field.name: self._scalar_casimir(field) for field in self.theory.model.scalars}

    def _scalar_casimir(self, field: Field) -> Polynomial:
        theory = self.theory
        result = self._simple_casimir(field)
        for a in theory.model.abelian_groups:
            for b in theory.model.abelian_groups:
                if a.name in field.charges and b.name in field.charges:
                    charges = field.charges[a.name][0] * field.charges[b.name][0]
                    result = result + theory.h[a.name, b.name] * theory.ring.embed(charges, theory.model.ring)
        return result

    def _simple_casimir(self, field: Field) -> Polynomial:
        ring = self.theory.ring
        result = ring.zero
        for group in self.theory.model.gauge_groups:
            if group.name in field.irreps:
                casimir = field.irreps[group.name].casimir
                result = result + ring.symbol(group.coupling or "") ** 2 * ring.constant(casimir)
        return result

    # -------------------------------------------------------------- self-energies
    @cached_property
    def scalar_self_energy(self) -> dict[int, dict[int, FlavourSum]]:
        """Y2(S)_ab = tr(y_a ybar_b) + tr(ybar_a y_b), the trace over both halves of the doubled fermions."""
        theory = self.theory
        result: dict[int, dict[int, FlavourSum]] = {}
        for a in range(len(theory.scalars)):
            for b in range(len(theory.scalars)):
                value = self._trace(theory.yukawa[a], theory.yukawa_bar[b])
                value = value + self._trace(theory.yukawa_bar[a], theory.yukawa[b])
                if value:
                    result.setdefault(a, {})[b] = value
        return result

    def _trace(self, first: FlavourMatrix, second: FlavourMatrix) -> FlavourSum:
        fermions, ring = self.theory.fermions, self.theory.ring
        return total(
            (
                (value * other)
                .trace(fermions[i].generations)
                .scale(ring.constant(fermions[i].weight * fermions[j].weight))
                for i, row in first.items()
                for j, value in row.items()
                if (other := second.get(j, {}).get(i)) is not None
            ),
            self.theory.alphabet.zero,
        )

    @cached_property
    def fermion_self_energy(self) -> FlavourMatrix:
        """sum_b y_b ybar_b between lower fermion indices; its conjugate stands on the other side of y_a."""
        theory = self.theory
        result: FlavourMatrix = {}
        for b, scalar in enumerate(theory.scalars):
            bar = theory.yukawa_bar[scalar.partner]
            for i, row in theory.yukawa[b].items():
                product = self.row_times(row, bar)
                target = result.setdefault(i, {})
                for j, value in product.items():
                    value = value.scale(theory.ring.constant(scalar.weight))
                    target[j] = target[j] + value if j in target else value
        return result

    # -------------------------------------------------------------- sparse products
    def row_times(self, row: dict[int, FlavourSum], matrix: FlavourMatrix) -> dict[int, FlavourSum]:
        """A row of a matrix times a matrix; the summed index is raised with its weight."""
        fermions, ring = self.theory.fermions, self.theory.ring
        result: dict[int, FlavourSum] = {}
        for k, left in row.items():
            weight = fermions[k].weight
            for j, right in matrix.get(k, {}).items():
                value = left * right
                if weight != 1:
                    value = value.scale(ring.constant(weight))
                result[j] = result[j] + value if j in result else value
        return result

    # -------------------------------------------------------------- quartics and gauge tensors
    @cached_property
    def quartic_pairs(self) -> dict[tuple[int, int], dict[tuple[int, int], Polynomial]]:
        """lambda_abcd by the sorted pair (a, b), then by the sorted pair (c, d)."""
        result: dict[tuple[int, int], dict[tuple[int, int], Polynomial]] = {}
        for key, value in self.theory.quartic.items():
            for i in range(4):
                for j in range(i + 1, 4):
                    rest = [key[k] for k in range(4) if k not in (i, j)]
                    result.setdefault((key[i], key[j]), {})[rest[0], rest[1]] = value
        return result

    @cached_property
    def gauge_metric(self) -> dict[GaugeIndex, tuple[tuple[GaugeIndex, Polynomial], ...]]:
        """G^AB, coupling constants included."""
        return gauge_metric(self.theory)

    @cached_property
    def scalar_generators(self) -> dict[GaugeIndex, dict[int, dict[int, Polynomial]]]:
        """theta_ab of every generator."""
        return scalar_generators(self.theory)

    @cached_property
    def generators_at(self) -> dict[int, tuple[tuple[GaugeIndex, dict[int, Polynomial]], ...]]:
        """For each scalar the generators that act on it, with that row of theta."""
        result: dict[int, list[tuple[GaugeIndex, dict[int, Polynomial]]]] = {}
        for index, theta in self.scalar_generators.items():
            for a, row in theta.items():
                result.setdefault(a, []).append((index, row))
        return {a: tuple(rows) for a, rows in result.items()}
