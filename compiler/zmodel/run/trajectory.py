"""Trajectories of single points, through thresholds, as tables."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from zmodel.derive.beta.abelian_numbers import above_threshold, below_threshold
from zmodel.derive.beta.mixing import AbelianSector
from zmodel.derive.heavy_exchange import HeavyScalars
from zmodel.run.fallback import ScipyIntegrator
from zmodel.run.integrator import Integrator, RunOptions, Status, Trajectories, energies
from zmodel.run.layout import Element, StateLayout, is_real

Numbers = NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class Piece:
    """A theory and where it holds.

    Attributes:
        integrator: of its beta functions.
        layout: of its states.
        sector: of its U(1)s.
        begin: GeV.
        end: likewise.
        heavy: scalars that come or go where it begins, if that is a threshold.
        comes_in: whether the fields of that threshold are there in this theory, and not in the one before.
    """

    integrator: Integrator | ScipyIntegrator
    layout: StateLayout
    sector: AbelianSector
    begin: float
    end: float
    heavy: HeavyScalars | None = None
    comes_in: bool = False

    @property
    def logarithms(self) -> tuple[float, float]:
        """ln(mu/GeV) where it begins and ends."""
        return math.log(self.begin), math.log(self.end)

    def energies(self, logarithms: Any) -> Any:
        """Scales in GeV, those at both ends as they are given and not nearly."""
        return energies(logarithms, self.begin, self.end)


@dataclass(frozen=True, eq=False)
class Trajectory:
    """The running of one point.

    Attributes:
        elements: couplings by label, of all theories on the way.
        mu: scales in GeV.
        values: of each coupling there; nan where a theory has none of it.
        status: how it ends.
        scale: GeV, where it ends; of a pole, where it lies.
        unstable: GeV, the first checked scale where the potential is not stable; nan if there is none.
        last: values at the end.
    """

    elements: Mapping[str, Element]
    mu: Numbers
    values: Mapping[str, NDArray[Any]]
    status: Status
    scale: float
    unstable: float
    last: Mapping[str, complex]


def follow(pieces: Sequence[Piece], start: Mapping[str, Any], options: RunOptions, samples: int) -> Trajectory:
    """Integrates one point through its theories.

    Couplings go on as they are at a threshold, but for those of U(1)s that mix with what is gone or comes in, and for
    those of the potential to which exchange and vacuum values of heavy scalars contribute. Those of what is integrated
    out end there, and those of what comes in begin with the values of the point (matching at tree level).

    Args:
        pieces: one after the other.
        start: numbers of the point by label.
        options: precision and limits; `checks` is the number of checked scales of the whole way.
        samples: about the number of scales in the table, at least two for each piece.

    Raises:
        ValueError: if nothing finite is at the start, or U(1) couplings cannot be matched at a threshold.
    """
    values, real = dict(start), is_real(start)
    first, last = pieces[0].logarithms[0], pieces[-1].logarithms[1]
    whole = abs(last - first)
    scales: list[Numbers] = []
    tables: list[dict[str, NDArray[Any]]] = []
    elements: dict[str, Element] = {}
    status, end, unstable = Status.REACHED, first, math.nan
    sector = pieces[0].sector
    for piece in pieces:
        values |= matched(sector, piece.sector, values)
        sector = piece.sector
        values |= _shifted(piece, values)
        share = abs(piece.logarithms[1] - piece.logarithms[0]) / whole if whole else 1.0
        chosen = replace(options, checks=max(2, round(options.checks * share)) if options.checks else 0)
        count = max(2, round(samples * share))
        result, mu = _integrate(piece, values, chosen, count)
        inside = np.isfinite(result.samples[0, :, 0]) if len(result.samples) else np.ones(count, dtype=bool)
        if not scales and not inside.any():
            raise ValueError("beta functions are no finite numbers at the start")
        scales.append(mu[inside])
        tables.append(piece.layout.numbers(result.samples[:, inside, 0], real))
        elements |= {element.label: element for element in piece.layout.elements}
        values |= {label: column[0] for label, column in piece.layout.numbers(result.values, real).items()}
        status, end = Status(int(result.status[0])), float(result.t[0])
        unstable = float(piece.energies(result.unstable[0])) if math.isnan(unstable) else unstable
        if status != Status.REACHED:
            break
    return Trajectory(
        elements,
        np.concatenate(scales),
        _joined(tables, scales),
        status,
        pieces[-1].end if status == Status.REACHED else float(energies(end)),
        unstable,
        {label: values[label] for label in tables[-1]},
    )


def matched(before: AbelianSector, behind: AbelianSector, values: Mapping[str, Any]) -> dict[str, float]:
    """The U(1) couplings behind a threshold where it changes them."""
    if before.names == behind.names:
        return {}
    if set(behind.names) < set(before.names):
        return below_threshold(before, behind, values)
    return above_threshold(before, behind, values)


def _shifted(piece: Piece, values: Mapping[str, Any]) -> dict[str, Any]:
    """The couplings of the potential behind a threshold that changes them."""
    if piece.heavy is None:
        return {}
    sign = -1 if piece.comes_in else 1
    found = piece.heavy.shift(values, piece.begin).couplings
    shifted = {name: values.get(name, 0) + sign * value for name, value in found.items()}
    return {name: value.real if value.imag == 0 else value for name, value in shifted.items()}


def _integrate(
    piece: Piece, values: Mapping[str, Any], options: RunOptions, samples: int
) -> tuple[Trajectories, Numbers]:
    """Integrates over a piece; returns the scales in GeV of the samples, too, which end at a pole if there is one."""
    begin, end = piece.logarithms

    def integrate(end: float, options: RunOptions) -> Trajectories:
        states = piece.layout.states(values)
        return piece.integrator.integrate(states, np.array([begin]), np.array([end]), options, samples)

    result = integrate(end, options)
    if result.status[0] == Status.POLE:
        end = float(result.t[0])
        result = replace(result, samples=integrate(end, replace(options, checks=0)).samples)
    return result, piece.energies(np.linspace(begin, end, samples))


def _joined(tables: Sequence[Mapping[str, NDArray[Any]]], scales: Sequence[Numbers]) -> dict[str, NDArray[Any]]:
    """One column for each label, nan where a theory does not have it."""

    def column(label: str) -> NDArray[Any]:
        is_complex = any(label in table and np.iscomplexobj(table[label]) for table in tables)
        none = complex(math.nan, math.nan) if is_complex else math.nan
        parts = zip(tables, scales, strict=True)
        return np.concatenate([table.get(label, np.full(len(mu), none)) for table, mu in parts])

    return {label: column(label) for label in dict.fromkeys(label for table in tables for label in table)}
