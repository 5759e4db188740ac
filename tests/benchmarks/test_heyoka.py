"""Beside heyoka, a Taylor integrator for batches: points of the surface of paper A, Fig. 8 (top), to the Planck scale.

Both integrate the same points on one processor at equal tolerance until a coupling passes 1000, with real couplings and
without masses; what building takes does not count. heyoka gets its expressions from the emitted Python, which is
evaluated on them. Target: at least 20 times faster than heyoka's batches. Seen with heyoka 7.13, on one processor each,
in eight processes one after the other: 13.5 to 20.6 times at 1e-8, 19.4 in the middle (heyoka itself takes 0.30 to 0.46
ms a point, depending on the process), so some of them met the target. With the points in random order, whose neighbours
end at different scales, it was 22 to 28 times. By the clock `zmodel scan` is faster by the number of processors again,
all of which it uses, where that integrator uses one.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray
from pytest_benchmark.fixture import BenchmarkFixture
from tests.helpers.emitted import emit
from tests.helpers.models import compile_file, point
from tests.helpers.running import runner

from zmodel.run import Integrator, RunOptions, Status

WIDTH = 8
"""Points side by side in heyoka: of 4, 8 and 16 the fastest."""

STEPS = 48, 32
"""Of alpha(y) in 10^-3 .. 10 and alpha(delta_t) in 10^-6 .. 1."""

BEGIN, END = np.log(5e3), np.log(1.22e19)
LARGE = 1000.0

Numbers = NDArray[np.float64]


@pytest.mark.parametrize("method", ["ours", "heyoka", "heyoka, compact"])
@pytest.mark.parametrize("some", ["all", "reached"])
@pytest.mark.parametrize("tolerance", [1e-6, 1e-8])
def test_surface(benchmark: BenchmarkFixture, tmp_path: Path, method: str, some: str, tolerance: float) -> None:
    """All points of the surface, or only those that reach the Planck scale, whose numbers there agree."""
    heyoka = pytest.importorskip("heyoka")
    analysis = compile_file("paper_a/bm3")
    found = runner(analysis, real=True, massless=True)
    starts = surface({value.name: value.value for value in point(analysis, "fig9").values}, found.states)
    exact = integrate(found.integrator, starts, RunOptions(rtol=1e-11))
    reached = exact.status == Status.REACHED
    assert 0 < reached.sum() < reached.size
    chosen = np.flatnonzero(reached if some == "reached" else np.ones_like(reached))
    chosen = chosen[: chosen.size // WIDTH * WIDTH]
    starts, expected, reached = starts[:, chosen], exact.values[:, chosen], reached[chosen]
    benchmark.group = f"BM3 at {tolerance:g}, {chosen.size} points, {some}"
    if method == "ours":
        ends = benchmark(integrate, found.integrator, starts, RunOptions(rtol=tolerance)).values
    else:
        module = emit(analysis, tmp_path, "2").python
        names = [name for name in module.COUPLINGS if name in found.places]
        places = [found.places[name] for name in names]
        expected = expected[places]
        taylor = taylor_integrator(heyoka, module, names, tolerance, compact=method != "heyoka")
        ends = benchmark(integrate_batches, taylor, starts[places])
    assert np.allclose(ends[:, reached], expected[:, reached], rtol=1e3 * tolerance, atol=1e3 * tolerance)


def surface(start: dict[str, Any], states: Any) -> Numbers:
    """States of the grid."""
    loop = 1 / (4 * np.pi) ** 2
    y, delta = np.meshgrid(np.logspace(-3, 1, STEPS[0]), np.logspace(-6, 0, STEPS[1]), indexing="ij")
    varied = {"y": np.sqrt(y.ravel() / loop), "delta_t": delta.ravel() / loop}
    array: Numbers = states({**start, **varied}, y.size)
    return array


def integrate(integrator: Integrator, starts: Numbers, options: RunOptions) -> Any:
    points = starts.shape[1]
    return integrator.integrate(starts, np.full(points, BEGIN), np.full(points, END), options, threads=1)


def taylor_integrator(heyoka: Any, module: Any, names: list[str], tolerance: float, compact: bool) -> Any:
    """heyoka's batch integrator of the beta functions, for real couplings."""
    # They occur as abs(x)**2 only.
    heyoka.expression.__abs__ = lambda self: self
    variables = heyoka.make_vars(*names)
    rates = module.beta(dict(zip(names, variables, strict=True)), 2)
    system = [(variable, rates[name]) for name, variable in zip(names, variables, strict=True)]
    return heyoka.taylor_adaptive_batch(system, np.zeros((len(names), WIDTH)), tol=tolerance, compact_mode=compact)


def integrate_batches(taylor: Any, starts: Numbers) -> Numbers:
    """Values where trajectories end, (numbers, points); a batch is done when all of its points are."""
    ends = np.empty_like(starts)
    for first in range(0, starts.shape[1], WIDTH):
        batch = slice(first, first + WIDTH)
        taylor.state[:] = starts[:, batch]
        taylor.set_time(BEGIN)
        left = np.full(WIDTH, END - BEGIN)
        while left.any():
            taylor.step(left)
            left = np.where(np.abs(taylor.state).max(axis=0) < LARGE, END - taylor.time, 0.0)
        ends[:, batch] = taylor.state
    return ends
