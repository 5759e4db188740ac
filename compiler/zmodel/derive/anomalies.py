"""Gauge, mixed and gravitational anomalies, and the global SU(2) anomaly.

Every fermion counts as a left-handed Weyl spinor: a right-handed field enters with the conjugate
representation and the negated charge. Values are sums over components and generations of products of charges,
of the Dynkin index (1/2 for the fundamental) and of the cubic index (1 for the fundamental). Source: e.g.
paper D, Eqs. (2.2)-(2.7).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations_with_replacement

from zmodel.algebra import Polynomial
from zmodel.model import Field, Group, Model


@dataclass(frozen=True)
class Contribution:
    """What one field adds to an anomaly."""

    field: str
    value: Polynomial


@dataclass(frozen=True)
class Anomaly:
    """One anomaly coefficient, a polynomial in the model's parameters."""

    name: str
    value: Polynomial
    contributions: tuple[Contribution, ...]

    @property
    def cancels(self) -> bool:
        """Whether it vanishes identically."""
        return bool(self.value.is_zero())


@dataclass(frozen=True)
class WittenAnomaly:
    """The global anomaly of an SU(2): `doublets` counts twice the Dynkin index over all Weyl spinors."""

    group: str
    doublets: int

    @property
    def cancels(self) -> bool:
        """Whether the number is even (Witten 1982)."""
        return self.doublets % 2 == 0


@dataclass(frozen=True)
class AnomalyReport:
    """All anomalies of the gauge group."""

    anomalies: tuple[Anomaly, ...]
    witten: tuple[WittenAnomaly, ...]

    @property
    def free(self) -> bool:
        """Whether the model is free of all anomalies, identically in its parameters."""
        return all(a.cancels for a in self.anomalies) and all(w.cancels for w in self.witten)


def derive_anomalies(model: Model) -> AnomalyReport:
    """Computes all anomaly coefficients of a resolved model."""
    simple = [group for group in model.gauge_groups if not group.is_abelian]
    abelian = list(model.abelian_groups)
    anomalies: list[Anomaly] = []
    anomalies += [_cubic(model, group) for group in simple if group.n > 2]
    anomalies += [_mixed(model, group, factor) for group in simple for factor in abelian]
    anomalies += [_abelian(model, (factor,)) for factor in abelian]
    anomalies += [_abelian(model, triple) for triple in combinations_with_replacement(abelian, 3)]
    witten = tuple(_witten(model, group) for group in simple if group.n == 2)
    return AnomalyReport(tuple(anomalies), witten)


def _handedness(field: Field) -> int:
    return 1 if field.chirality == "left" else -1


def _multiplicity(field: Field, *without: str) -> int:
    """Components of a field that do not belong to the given groups."""
    size = field.dimension
    for group in without:
        if group in field.irreps:
            size //= field.irreps[group].dimension
    return size


def _anomaly(model: Model, name: str, contributions: Iterator[Contribution]) -> Anomaly:
    kept = tuple(contribution for contribution in contributions if not contribution.value.is_zero())
    total = model.ring.zero
    for contribution in kept:
        total = total + contribution.value
    return Anomaly(name, total, kept)


def _cubic(model: Model, group: Group) -> Anomaly:
    def contributions() -> Iterator[Contribution]:
        for field in model.fermions:
            if group.name in field.irreps:
                index = field.irreps[group.name].cubic_index * _handedness(field)
                count = _multiplicity(field, group.name) * field.generations
                yield Contribution(field.name, model.ring.constant(index * count))

    return _anomaly(model, f"{group.name}^3", contributions())


def _mixed(model: Model, group: Group, factor: Group) -> Anomaly:
    def contributions() -> Iterator[Contribution]:
        for field in model.fermions:
            if group.name in field.irreps:
                weight = field.irreps[group.name].dynkin_index * _multiplicity(field, group.name) * _handedness(field)
                charges = _charge_products(model, field, (factor,))
                yield Contribution(field.name, charges * model.ring.constant(weight))

    return _anomaly(model, f"{group.name}^2 {factor.name}", contributions())


def _abelian(model: Model, factors: tuple[Group, ...]) -> Anomaly:
    def contributions() -> Iterator[Contribution]:
        for field in model.fermions:
            # The product of charges is odd in the handedness for one and for three U(1)s.
            charges = _charge_products(model, field, factors)
            yield Contribution(field.name, charges * (field.dimension * _handedness(field)))

    return _anomaly(model, _abelian_name(factors), contributions())


def _charge_products(model: Model, field: Field, factors: tuple[Group, ...]) -> Polynomial:
    """Sum over generations of the product of charges."""
    total = model.ring.zero
    for generation in range(field.generations):
        product = model.ring.one
        for factor in factors:
            product = product * model.charge(field.name, factor.name, generation)
        total = total + product
    return total


def _abelian_name(factors: tuple[Group, ...]) -> str:
    if len(factors) == 1:
        return f"grav^2 {factors[0].name}"
    names = [factor.name for factor in factors]
    powers = [(name, names.count(name)) for name in dict.fromkeys(names)]
    return " ".join(name if power == 1 else f"{name}^{power}" for name, power in powers)


def _witten(model: Model, group: Group) -> WittenAnomaly:
    count = 0
    for field in model.fermions:
        if group.name in field.irreps:
            index = 2 * field.irreps[group.name].dynkin_index
            count += int(index) * _multiplicity(field, group.name) * field.generations
    return WittenAnomaly(group.name, count)
