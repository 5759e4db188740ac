"""The squared mass of a scalar from its mass terms."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from zmodel.derive.components import component_norms
from zmodel.derive.couplings import Coupling
from zmodel.model import Field, Leg, Model

SquaredMass = tuple[tuple[str, Fraction], ...]
"""Couplings and factors: M^2 is the sum of their products, of real parts where a coupling is complex."""


def squared_mass(model: Model, field: Field, couplings: Mapping[str, Coupling]) -> SquaredMass:
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
