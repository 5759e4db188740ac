"""Integrators of models, and states by the names of couplings."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import prod

import numpy as np
from numpy.typing import NDArray

from zmodel.driver import Analysis, Run, integrator_source
from zmodel.run import Integrator


@dataclass(frozen=True)
class Runner:
    """An integrator, and where the real part of each coupling and parameter lies in a state."""

    integrator: Integrator
    places: Mapping[str, int]

    def states(self, values: Mapping[str, object], points: int = 1) -> NDArray[np.float64]:
        """States with these numbers, all others zero; (inputs, points)."""
        array = np.zeros((self.integrator.source.inputs, points))
        for name, value in values.items():
            array[self.places[name]] = value
        return array


def runner(analysis: Analysis, *, real: bool = False, massless: bool = False) -> Runner:
    """The compiled integrator of an analysed model, for real couplings alone or without masses if asked for."""
    run = Run(analysis, real=real, massless=massless)
    source = integrator_source(run)
    assert source is not None
    places, offset = {}, 0
    program = run.results["beta_program"]
    for quantity in (*program.couplings, *program.parameters):
        places[quantity.name] = offset
        offset += prod(quantity.shape) * (2 if quantity.is_complex else 1)
    return Runner(Integrator(source), places)
