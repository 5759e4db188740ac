"""Gauge bosons that mix, as series in declared small parameters."""

from __future__ import annotations

from collections.abc import Mapping

import sympy

from zmodel.derive.breaking.mass_matrix import MassMatrix
from zmodel.derive.breaking.results import SeriesState
from zmodel.derive.breaking.small.counting import power_counting
from zmodel.derive.breaking.small.eigenstates import series_eigenstates
from zmodel.derive.to_sympy import Matrix
from zmodel.model import Model


def small_series(
    model: Model, matrix: MassMatrix, fields: tuple[int, ...], names: Mapping[int, str], order: int
) -> dict[int, SeriesState]:
    """The mass eigenstates of fields that mix.

    Args:
        model: with what it declares small.
        matrix: of the sector.
        fields: positions of those that mix.
        names: of the canonical fields by position.
        order: of the series.

    Returns:
        By position; nothing if nothing is declared small, or if that does not make the mixing small.
    """
    counting = power_counting(model)
    if counting is None or len(fields) == 1:
        return {}
    form, norms = Matrix(matrix.total.extract(fields, fields)), [matrix.norms[i] for i in fields]
    states = series_eigenstates(form, norms, counting, order, matrix.mixings) or ()
    return {
        field: SeriesState(
            sympy.Add(*state.mass_squared),
            sympy.Add(*state.mass_squared[:1]),
            {names[fields[k]]: value for k, value in state.content.items()},
        )
        for field, state in zip(fields, states, strict=bool(states))
    }
