"""Potential terms as polynomials in the components of scalar fields."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from zmodel.derive.components import real_partner
from zmodel.derive.contraction import Tensor
from zmodel.model import Leg, Model

ScalarKey = tuple[tuple[str, bool, int], ...]
"""Sorted components (field, conjugated, index)."""


def scalar_polynomial(
    monomials: tuple[tuple[Fraction, tuple[Leg, ...], Tensor], ...], model: Model
) -> dict[ScalarKey, Fraction]:
    """A potential term as a polynomial: sorted components (field, conjugated, index) to coefficient."""
    result: dict[ScalarKey, Fraction] = {}
    for coefficient, legs, tensor in monomials:
        for indices, value in tensor.items():
            key = tuple(sorted((leg.field, leg.conjugated, i) for leg, i in zip(legs, indices, strict=True)))
            result[key] = result.get(key, Fraction(0)) + coefficient * value
    return {key: value for key, value in result.items() if value}


def conjugate_scalar_polynomial(polynomial: Mapping[ScalarKey, Fraction], model: Model) -> dict[ScalarKey, Fraction]:
    """The complex conjugate; components of real fields are conjugated by their reality condition."""
    return {
        tuple(sorted(conjugate_component(model, component) for component in key)): value
        for key, value in polynomial.items()
    }


def conjugate_component(model: Model, component: tuple[str, bool, int]) -> tuple[str, bool, int]:
    """The conjugate of a scalar component."""
    name, conjugated, index = component
    field = model.field(name)
    if not field.is_real:
        return name, not conjugated, index
    return name, False, real_partner(model, field)[index]
