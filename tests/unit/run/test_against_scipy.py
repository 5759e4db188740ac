"""The compiled integrator against SciPy's DOP853 and the emitted Python, on random points of paper A's benchmarks."""

from __future__ import annotations

import math
from itertools import count
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray
from scipy.integrate import solve_ivp
from tests.helpers.emitted import Emitted, emit
from tests.helpers.models import compile_file
from tests.helpers.random_points import random_states

from zmodel.driver import Run, integrator_source, module_source
from zmodel.run import Integrator, RunOptions, Status

POINTS = 12
"""Of each benchmark; with `--benchmark-enable` 200, for which SciPy takes two to twenty minutes each."""

PATIENCE = 6_000
"""Evaluations that SciPy may take for a point, unless all are compared: where couplings are huge it takes more."""

BEGIN, END = np.log(5e3), np.log(1.22e19)
HUGE = 1e6

Numbers = NDArray[np.float64]


@pytest.mark.parametrize("name", ["bm1", "bm2", "bm3", "bm4"])
def test_ends_and_poles_of_random_points(name: str, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    """Final values to 1e-6; poles, where there is one, at the same places."""
    all_of_them = bool(request.config.getoption("benchmark_enable"))
    points = 200 if all_of_them else POINTS
    analysis = compile_file(f"paper_a/{name}")
    run = Run(analysis)
    source = integrator_source(run)
    assert source is not None
    layout = module_source(run).layout
    start = random_states(layout, points, seed=3)
    options = RunOptions()
    found = Integrator(source).integrate(start, np.full(points, BEGIN), np.full(points, END), options)
    assert {Status.REACHED, Status.POLE} == set(found.status)
    emitted = emit(analysis, tmp_path, "2")
    places = {slot.name: slot.offset for slot in layout.running}
    compared = 0
    for p in range(points):
        values = {name: start[place, p] for name, place in places.items()}
        try:
            exact = solve(emitted, values, options.large, math.inf if all_of_them else PATIENCE)
        except TimeoutError:
            continue
        compared += 1
        strong, huge = exact.t_events
        assert found.status[p] == (Status.POLE if strong.size else Status.REACHED)
        if found.status[p] == Status.REACHED:
            assert np.allclose(found.values[list(places.values()), p], exact.y[:, -1], rtol=1e-6, atol=1e-9)
        elif strong.size == 1 and huge.size:
            assert abs(found.t[p] - huge[0]) < 1e-4
        else:  # by convention a coupling that comes back from there counts as a pole, too
            assert strong[0] < found.t[p] < strong[0] + 0.01
    assert compared == points if all_of_them else compared >= points / 3


def solve(emitted: Emitted, values: dict[str, float], large: float, patience: float) -> Any:
    """A trajectory, until a coupling is huge; events are where one is large, and where one is huge."""
    evaluations = count()

    def slope(_: float, x: Numbers) -> list[float]:
        if next(evaluations) > patience:
            raise TimeoutError
        return list(emitted.python.beta(dict(zip(values, x, strict=True)), 2).values())

    def is_large(_: float, x: Numbers) -> float:
        return float(np.abs(x).max()) - large

    def is_huge(_: float, x: Numbers) -> float:
        return float(np.abs(x).max()) - HUGE

    is_huge.terminal = True  # type: ignore[attr-defined]
    start, events = list(values.values()), [is_large, is_huge]
    return solve_ivp(slope, (BEGIN, END), start, method="DOP853", rtol=1e-9, atol=1e-12, events=events)
