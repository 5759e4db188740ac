"""Beside heyoka, a Taylor integrator for batches: random points of paper A's third benchmark, up to the Planck scale.

Both integrate the same points on one processor at equal tolerance; what building takes does not count. heyoka gets its
expressions from the emitted Python, which is evaluated on them. Target: at least 20 times faster than heyoka's batches.
Seen with heyoka 7.13: 24 us for each point at 1e-6, where heyoka takes 110 us (280 us if compact), and 36 us at 1e-8,
where it takes 190 us (460 us): 5 times faster, and 12 times if compact.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray
from pytest_benchmark.fixture import BenchmarkFixture
from tests.helpers.emitted import emit
from tests.helpers.models import compile_file
from tests.helpers.random_points import random_states

from zmodel.driver import Run, integrator_source, module_source
from zmodel.run import Integrator, RunOptions, Status

WIDTH = 8
"""Points side by side in heyoka: of 4, 8 and 16 the fastest."""

POINTS = 64 * WIDTH
BEGIN, END = np.log(5e3), np.log(1.22e19)
METHODS = ["ours", "heyoka", "heyoka, compact"]

Numbers = NDArray[np.float64]


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize("tolerance", [1e-6, 1e-8])
def test_trajectories(benchmark: BenchmarkFixture, tmp_path: Path, method: str, tolerance: float) -> None:
    """All points reach the end; a hundredth of a second is 20 us for each."""
    heyoka = pytest.importorskip("heyoka")
    analysis = compile_file("paper_a/bm3")
    run = Run(analysis)
    source = integrator_source(run)
    assert source is not None
    layout = module_source(run).layout
    ours = Integrator(source)
    candidates = random_states(layout, 4 * POINTS, seed=8)
    options = RunOptions(rtol=tolerance)
    exact = integrate(ours, candidates, RunOptions(rtol=1e-11))
    chosen = np.flatnonzero(exact.status == Status.REACHED)[:POINTS]
    assert chosen.size == POINTS
    starts, expected = candidates[:, chosen], exact.values[:, chosen]
    benchmark.group = f"BM3 at {tolerance:g}, {POINTS} points"
    if method == "ours":
        found = benchmark(integrate, ours, starts, options).values
    else:
        places = [slot.offset for slot in layout.running]
        expected = expected[places]
        module = emit(analysis, tmp_path, "2").python
        taylor = taylor_integrator(heyoka, module, tolerance, compact=method != "heyoka")
        found = benchmark(integrate_batches, taylor, starts[places])
    assert np.allclose(found, expected, rtol=1e3 * tolerance, atol=1e3 * tolerance)


def integrate(integrator: Integrator, starts: Numbers, options: RunOptions) -> Any:
    points = starts.shape[1]
    return integrator.integrate(starts, np.full(points, BEGIN), np.full(points, END), options, threads=1)


def taylor_integrator(heyoka: Any, module: Any, tolerance: float, compact: bool) -> Any:
    """heyoka's batch integrator of the beta functions, for real couplings."""
    # They occur as abs(x)**2 only.
    heyoka.expression.__abs__ = lambda self: self
    names = list(module.COUPLINGS)
    variables = heyoka.make_vars(*names)
    rates = module.beta(dict(zip(names, variables, strict=True)), 2)
    system = [(variable, rates[name]) for name, variable in zip(names, variables, strict=True)]
    return heyoka.taylor_adaptive_batch(system, np.zeros((len(names), WIDTH)), tol=tolerance, compact_mode=compact)


def integrate_batches(taylor: Any, starts: Numbers) -> Numbers:
    """Values at the end, (numbers, points)."""
    ends = np.empty_like(starts)
    for first in range(0, starts.shape[1], WIDTH):
        batch = slice(first, first + WIDTH)
        taylor.state[:] = starts[:, batch]
        taylor.set_time(BEGIN)
        taylor.propagate_until([END] * WIDTH)
        ends[:, batch] = taylor.state
    return ends
