"""Potential terms as polynomials in the components of scalar fields."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from zmodel.derive.components import conjugate_components
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
        heads = [(leg.field, leg.conjugated) for leg in legs]
        for indices, value in tensor.items():
            key = tuple(sorted([(*head, index) for head, index in zip(heads, indices, strict=True)]))
            term = value if coefficient == 1 else coefficient * value
            # Few products of components occur twice, and to add zero costs as much as to add anything else.
            known = result.get(key)
            result[key] = term if known is None else known + term
    return {key: value for key, value in result.items() if value}


def conjugate_scalar_polynomial(polynomial: Mapping[ScalarKey, Fraction], model: Model) -> dict[ScalarKey, Fraction]:
    """The complex conjugate; components of real fields are conjugated by their reality condition."""
    names = {name for key in polynomial for name, _, _ in key if model.field(name).is_real}
    real = {name: conjugate_components(model, model.field(name)) for name in names}
    result: dict[ScalarKey, Fraction] = {}
    for key, value in polynomial.items():
        changed = []
        for name, conjugated, index in key:
            if name in real:
                partner, factor = real[name][index]
                changed.append((name, False, partner))
                value *= factor
            else:
                changed.append((name, not conjugated, index))
        result[tuple(sorted(changed))] = value
    return result
