"""Beside heyoka, a Taylor integrator for batches: points of the surface of paper A, Fig. 8 (top), to the Planck scale.

Both integrate the same points at equal tolerance until a coupling passes 1000, with real couplings and without masses;
what building takes does not count. heyoka gets beta functions in two ways: as sums of terms, as they are printed and as
its users have them, and factored, from the emitted Python, which is evaluated on its expressions: then it profits from
what our compiler does. Each in the mode of compilation that is faster. Its batch integrator uses one processor, `zmodel
scan` all of them. Target: at least 20 times faster than heyoka's batches.

Seen with heyoka 7.13 on two processors, all 75,000 points of the surface at 1e-8, in runs one after another. heyoka
takes 128 to 172 s for sums of terms and 24 to 39 s factored. On one processor, too, ours takes 1.3 to 2.0 s: 63 to
111 times faster than sums of terms, 16 to 29 times faster than factored (18 runs, 19 in the middle). On both ours
takes 0.66 to 1.2 s: 120 to 219 times, and 23 to 57 times faster. The whole process of `zmodel scan`, which also
imports, classifies and writes, takes 1.4 to 1.9 s: 67 to 124 times, and 15 to 24 times faster. A single trajectory to
the Planck scale at 1e-6 takes heyoka's batches 1.1 ms, and ours 0.019 ms.
"""

from __future__ import annotations

import operator
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import reduce
from typing import Any

import numpy as np
import pytest
import sympy
from numpy.typing import NDArray
from pytest_benchmark.fixture import BenchmarkFixture
from tests.helpers.emitted import emit
from tests.helpers.models import compile_file, point
from tests.helpers.running import runner

from zmodel.run import RunOptions, Status

WIDTH = 8
"""Points side by side in heyoka: of 4, 8 and 16 the fastest."""

STEPS = 48, 32
"""Of alpha(y) in 10^-3 .. 10 and alpha(delta_t) in 10^-6 .. 1."""

ALL_STEPS = 300, 250
"""The same in the figure."""

BEGIN, END = np.log(5e3), np.log(1.22e19)
LARGE = 1000.0

Numbers = NDArray[np.float64]


@dataclass(frozen=True)
class Surface:
    """Points of the surface, and what integrates them."""

    runner: Any
    module: Any
    starts: Numbers

    @property
    def names(self) -> list[str]:
        return [name for name in self.module.COUPLINGS if name in self.runner.places]

    @property
    def places(self) -> list[int]:
        return [self.runner.places[name] for name in self.names]

    def ours(self, starts: Numbers, tolerance: float, threads: int | None = 1) -> Any:
        begin, end = np.full(starts.shape[1], BEGIN), np.full(starts.shape[1], END)
        return self.runner.integrator.integrate(starts, begin, end, RunOptions(rtol=tolerance), threads=threads)


@pytest.fixture(scope="module")
def surface(tmp_path_factory: pytest.TempPathFactory) -> Callable[[tuple[int, int]], Surface]:
    pytest.importorskip("heyoka")
    analysis = compile_file("paper_a/bm3")
    found = runner(analysis, real=True, massless=True)
    start = {value.name: value.value for value in point(analysis, "fig9").values}
    module = emit(analysis, tmp_path_factory.mktemp("emitted"), "2").python
    return lambda steps: Surface(found, module, grid(start, found.states, steps))


@pytest.mark.parametrize("method", ["ours", "heyoka", "heyoka, factored"])
@pytest.mark.parametrize("some", ["all", "reached"])
@pytest.mark.parametrize("tolerance", [1e-6, 1e-8])
def test_surface(benchmark: BenchmarkFixture, surface: Any, method: str, some: str, tolerance: float) -> None:
    """All points of a coarse surface, or only those that reach the Planck scale, whose numbers there agree."""
    found = surface(STEPS)
    exact = found.ours(found.starts, 1e-11)
    reached = exact.status == Status.REACHED
    assert 0 < reached.sum() < reached.size
    chosen = np.flatnonzero(reached if some == "reached" else np.ones_like(reached))
    chosen = chosen[: chosen.size // WIDTH * WIDTH]
    starts, expected, reached = found.starts[:, chosen], exact.values[:, chosen], reached[chosen]
    benchmark.group = f"BM3 at {tolerance:g}, {chosen.size} points, {some}, one processor"
    if method == "ours":
        ends = benchmark(found.ours, starts, tolerance).values[found.places]
    else:
        taylor = taylor_integrator(found, tolerance, factored=method != "heyoka")
        ends = benchmark(integrate_batches, taylor, starts[found.places])
    expected = expected[found.places]
    assert np.allclose(ends[:, reached], expected[:, reached], rtol=1e3 * tolerance, atol=1e3 * tolerance)


@pytest.mark.parametrize("method", ["ours", "ours, all processors", "heyoka", "heyoka, factored"])
def test_whole_surface(benchmark: BenchmarkFixture, surface: Any, method: str) -> None:
    """The 75,000 points of the figure at 1e-8."""
    found = surface(ALL_STEPS if benchmark.enabled else STEPS)
    points = found.starts.shape[1]
    benchmark.group = f"BM3 at 1e-08, {points} points"
    if method.startswith("heyoka"):
        taylor = taylor_integrator(found, 1e-8, factored=method != "heyoka")
        ends = benchmark.pedantic(integrate_batches, (taylor, found.starts[found.places]), rounds=2)
        poles = np.abs(ends).max(axis=0) >= LARGE
    else:
        threads = 1 if method == "ours" else None
        ends = benchmark.pedantic(found.ours, (found.starts, 1e-8, threads), rounds=4)
        poles = ends.status == Status.POLE
    assert poles.mean() == pytest.approx(51_226 / 75_000, abs=0.02)


def grid(start: dict[str, Any], states: Any, steps: tuple[int, int]) -> Numbers:
    """States of the grid."""
    loop = 1 / (4 * np.pi) ** 2
    y, delta = np.meshgrid(np.logspace(-3, 1, steps[0]), np.logspace(-6, 0, steps[1]), indexing="ij")
    varied = {"y": np.sqrt(y.ravel() / loop), "delta_t": delta.ravel() / loop}
    array: Numbers = states({**start, **varied}, y.size)
    return array


def taylor_integrator(surface: Surface, tolerance: float, factored: bool) -> Any:
    """heyoka's batch integrator of the beta functions, for real couplings; sums of terms are faster in compact mode."""
    import heyoka

    names = surface.names
    variables = dict(zip(names, heyoka.make_vars(*names), strict=True))
    if factored:
        # They occur as abs(x)**2 only.
        heyoka.expression.__abs__ = lambda self: self
        rates = surface.module.beta(variables, 2)
    else:
        symbols = {name: sympy.Symbol(name, real=True) for name in names}
        rates = {name: sum_of_terms(rate, variables) for name, rate in surface.module.beta(symbols, 2).items()}
    system = [(variables[name], rates[name]) for name in names]
    start = np.zeros((len(names), WIDTH))
    return heyoka.taylor_adaptive_batch(system, start, tol=tolerance, compact_mode=not factored)


def sum_of_terms(polynomial: Any, variables: Mapping[str, Any]) -> Any:
    """The same polynomial in heyoka's variables, term by term."""
    terms = []
    for term in sympy.Add.make_args(sympy.expand(polynomial)):
        number, powers = term.as_coeff_Mul()
        factors = [variables[base.name] for base, power in powers.as_powers_dict().items() for _ in range(int(power))]
        terms.append(reduce(operator.mul, factors, float(number)))
    return reduce(operator.add, terms)


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
