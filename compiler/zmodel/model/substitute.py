"""Numbers for parameters: a model with symbolic charges becomes one with fixed charges."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction

from zmodel.model.model import Field, Model, Point


def substitute_parameters(model: Model, values: Mapping[str, Fraction]) -> Model:
    """The model with rational numbers put in for parameters in all charges, without points that have others."""

    def fixed(field: Field) -> Field:
        charges = {
            group: tuple(model.ring.substitute(charge, values) for charge in entries)
            for group, entries in field.charges.items()
        }
        kept = {group: entries for group, entries in charges.items() if not all(charge.is_zero() for charge in entries)}
        return replace(field, charges=kept)

    def agrees(point: Point) -> bool:
        return all(values.get(name, value) == value for name, value in point_parameters(model, point).items())

    points = tuple(point for point in model.points if agrees(point))
    return replace(model, fields=tuple(fixed(field) for field in model.fields), points=points)


def point_parameters(model: Model, point: Point) -> dict[str, Fraction]:
    """The exact values that a point gives to parameters of the charges."""
    return {
        value.name: value.exact
        for value in point.values
        if value.exact is not None and value.name in model.ring.symbols
    }
