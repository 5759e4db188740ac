"""Bosons of model files at a point."""

from __future__ import annotations

from collections.abc import Mapping

from tests.helpers.models import compile_file, point

from zmodel.derive.breaking import derive_masses
from zmodel.derive.currents import derive_currents
from zmodel.driver import Analysis
from zmodel.model.expression import Value
from zmodel.model.substitute import point_parameters
from zmodel.pheno.inputs import gather_inputs, numbers
from zmodel.pheno.vectors import NeutralVector, neutral_vectors


def at_point(path: str, name: str) -> Analysis:
    """A model file with the exact parameters of a point."""
    model = compile_file(path).model
    return compile_file(path, point_parameters(model, next(p for p in model.points if p.name == name)))


def bosons(analysis: Analysis, name: str | None, values: Mapping[str, Value] | None = None) -> dict[str, NeutralVector]:
    """Massive neutral bosons by name.

    Args:
        analysis: of the model.
        name: of the point, or None.
        values: that replace those of the point and measured ones.
    """
    spectrum = derive_masses(analysis.model)
    currents = derive_currents(analysis.model, spectrum)
    inputs = gather_inputs(analysis.model, None if name is None else point(analysis, name), spectrum.masses)
    found = neutral_vectors(analysis.model, spectrum, currents, {**numbers(inputs), **(values or {})})
    return {vector.name: vector for vector in found}
