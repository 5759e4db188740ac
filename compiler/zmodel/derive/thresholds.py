"""What the exchange of heavy scalars does to quartic couplings at a threshold, at tree level.

V = S^*_a J_a + h.c. + M^2 n_a S^*_a S_a with quadratic J leaves -J^*_a J_a/(M^2 n_a). Of a real field, whose V is
S_a J_a + M^2 n_a S^*_a S_a/2, it is half of that. Terms with more fields matter for operators of higher dimension only.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from zmodel.algebra.combinations import combination
from zmodel.derive.components import component_norms
from zmodel.derive.couplings import Coupling
from zmodel.derive.electroweak import vacuum_support
from zmodel.derive.scalar_polynomial import ScalarKey, conjugate_scalar_polynomial, scalar_polynomial
from zmodel.model import Field, Leg, Model

Number = tuple[str, bool]
"""A coupling, and whether its conjugate is meant."""

SquaredMass = tuple[tuple[str, Fraction], ...]
"""Couplings and factors: M^2 is the sum of their products, of real parts where a coupling is complex."""

Polynomial = Mapping[ScalarKey, Fraction]
Couplings = Mapping[str, Coupling]


@dataclass(frozen=True)
class Share:
    """A part weight * first * second/M^2 of a quartic coupling of the theory without a heavy field.

    Attributes:
        quartic: the coupling.
        field: the heavy field.
        weight: a number.
        first, second: cubic couplings.
    """

    quartic: str
    field: str
    weight: Fraction
    first: Number
    second: Number


@dataclass(frozen=True)
class QuarticShifts:
    """How quartic couplings change where heavy scalars are integrated out.

    Attributes:
        shares: parts that are added.
        masses: by heavy field, the couplings of its mass terms and their factors in M^2, if it has any.
        real: names of quartic couplings that are real.
        left_out: cubic couplings whose exchange gives what the light theory has no coupling for.
        mixing: couplings of tadpoles of heavy fields, of mass terms that are not M^2 S^* S, and of those that light
            fields share, which are not looked at.
        vacuum: couplings of light fields to heavy ones that have vacuum values, which are not looked at either.
    """

    shares: tuple[Share, ...]
    masses: Mapping[str, SquaredMass]
    real: frozenset[str]
    left_out: tuple[str, ...]
    mixing: tuple[str, ...]
    vacuum: tuple[str, ...]

    def shifts(self, values: Mapping[str, Any], scale: float) -> dict[str, complex]:
        """By how much couplings are larger below the threshold.

        Args:
            values: numbers at the threshold; what is left out vanishes.
            scale: of the threshold in GeV, which is M where a field has no positive M^2.
        """
        total: dict[str, complex] = defaultdict(complex)
        for share in self.shares:
            squared = float("nan")
            if share.field in self.masses:
                terms = self.masses[share.field]
                squared = sum(float(factor) * complex(values.get(name, 0)).real for name, factor in terms)
            product = _number(values, share.first) * _number(values, share.second)
            total[share.quartic] += float(share.weight) * product / (squared if squared > 0 else scale**2)
        return {name: complex(value.real) if name in self.real else value for name, value in total.items()}


def _number(values: Mapping[str, Any], number: Number) -> complex:
    value = complex(values.get(number[0], 0))
    return value.conjugate() if number[1] else value


def quartic_shifts(
    model: Model, couplings: Couplings, light: Model, light_couplings: Couplings, removed: Collection[str]
) -> QuarticShifts:
    """What integrating out scalars gives.

    Args:
        model: with the heavy fields.
        couplings: of it.
        light: the model without them.
        light_couplings: of that.
        removed: names of what is integrated out; what is no scalar does nothing.
    """
    heavy = [field for field in model.scalars if field.name in removed]
    columns = dict(_columns(light, light_couplings))
    shares: list[Share] = []
    left_out: list[str] = []
    masses = {}
    for field in heavy:
        mass = squared_mass(model, field, couplings)
        if mass:
            masses[field.name] = mass
        sources = _sources(model, field, couplings, {other.name for other in heavy})
        for (first, second), polynomial in _products(model, field, couplings, sources).items():
            weights = combination(polynomial, list(columns.values()))
            if weights is None:
                left_out += [first[0], second[0]]
                continue
            shares += [
                Share(name, field.name, weight, first, second)
                for (name, conjugated), weight in zip(columns, weights, strict=True)
                if weight and not conjugated
            ]
    real = frozenset(name for name, coupling in light_couplings.items() if coupling.is_real)
    mixing = tuple(_mixing(model, couplings, {field.name for field in heavy}))
    vacuum = tuple(_at_vacuum_values(couplings, heavy))
    return QuarticShifts(tuple(shares), masses, real, tuple(dict.fromkeys(left_out)), mixing, vacuum)


def squared_mass(model: Model, field: Field, couplings: Couplings) -> SquaredMass:
    """M^2 of a scalar, empty without a mass term; V = M^2 S^* S, or M^2 S^2/2 of a real field."""
    norms = component_norms(model, field)
    found = []
    for coupling in couplings.values():
        # V has the conjugate, too, of what is not hermitian as a whole.
        parts = (1 if coupling.is_real else 2) * (2 if field.is_real else 1)
        for factor, legs, tensor in coupling.monomials:
            if coupling.kind == "potential" and _massive(model, legs) == field.name:
                number = next(value / norms[i] for (i, _), value in sorted(tensor.items()))
                found.append((coupling.name, parts * factor * number))
    return tuple(found)


def _massive(model: Model, legs: tuple[Leg, ...]) -> str:
    """The scalar that a product of fields is the mass term of, or nothing."""
    names = {leg.field for leg in legs}
    if len(legs) != 2 or len(names) != 1:
        return ""
    (name,) = names
    return name if model.field(name).is_real or legs[0].conjugated != legs[1].conjugated else ""


def _terms(model: Model, couplings: Couplings) -> Iterator[tuple[Number, Polynomial]]:
    """The potential as a sum of couplings times polynomials."""
    for coupling in couplings.values():
        if coupling.kind == "potential":
            polynomial = scalar_polynomial(coupling.monomials, model)
            yield (coupling.name, False), polynomial
            if not coupling.is_real:
                yield (coupling.name, True), conjugate_scalar_polynomial(polynomial, model)


def _columns(model: Model, couplings: Couplings) -> Iterator[tuple[Number, Polynomial]]:
    for number, polynomial in _terms(model, couplings):
        if all(len(key) == 4 for key in polynomial):
            yield number, polynomial


def _sources(
    model: Model, field: Field, couplings: Couplings, heavy: set[str]
) -> dict[int, dict[Number, dict[ScalarKey, Fraction]]]:
    """J_a by component and coupling."""
    sources: dict[int, dict[Number, dict[ScalarKey, Fraction]]] = {}
    for number, polynomial in _terms(model, couplings):
        for key, value in polynomial.items():
            mine = [atom for atom in key if atom[0] in heavy]
            if len(key) == 3 and len(mine) == 1 and mine[0][0] == field.name and (field.is_real or mine[0][1]):
                rest = tuple(atom for atom in key if atom != mine[0])
                sources.setdefault(mine[0][2], {}).setdefault(number, {})[rest] = value
    return sources


def _products(
    model: Model, field: Field, couplings: Couplings, sources: Mapping[int, Mapping[Number, Polynomial]]
) -> dict[tuple[Number, Number], dict[ScalarKey, Fraction]]:
    """-J^*_a J_a/n_a by couplings."""
    norms = component_norms(model, field)
    products: dict[tuple[Number, Number], dict[ScalarKey, Fraction]] = {}
    for a, parts in sources.items():
        weight = -1 / norms[a] * (Fraction(1, 2) if field.is_real else 1)
        for (name, conjugated), polynomial in parts.items():
            other = conjugate_scalar_polynomial(polynomial, model)
            first = (name, not (conjugated or couplings[name].is_real))
            for second, factor in parts.items():
                pair = (first, second) if first <= second else (second, first)
                _add_product(products.setdefault(pair, {}), other, factor, weight)
    found = {pair: {key: value for key, value in total.items() if value} for pair, total in products.items()}
    return {pair: total for pair, total in found.items() if total}


def _add_product(total: dict[ScalarKey, Fraction], left: Polynomial, right: Polynomial, weight: Fraction) -> None:
    for first, a in left.items():
        for second, b in right.items():
            key = tuple(sorted(first + second))
            total[key] = total.get(key, Fraction(0)) + weight * a * b


def _mixing(model: Model, couplings: Couplings, heavy: set[str]) -> Iterator[str]:
    for coupling in couplings.values():
        products = [legs for _, legs, _ in coupling.monomials]
        joins = coupling.kind == "potential" and any(leg.field in heavy for legs in products for leg in legs)
        if joins and any(len(legs) <= 2 and _massive(model, legs) not in heavy for legs in products):
            yield coupling.name


def _at_vacuum_values(couplings: Couplings, heavy: Collection[Field]) -> Iterator[str]:
    """Couplings that have other masses and exchanges where heavy fields have their vacuum values."""
    names = {field.name for field in heavy}
    with_values = {field.name for field in heavy if vacuum_support(field)}
    for coupling in couplings.values():
        products = [{leg.field for leg in legs} for _, legs, _ in coupling.monomials]
        if coupling.kind == "potential" and any(fields & with_values and fields - names for fields in products):
            yield coupling.name
