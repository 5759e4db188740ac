"""Stiff trajectories: van der Pol's oscillator, whose stiffness is a parameter, against SciPy's Radau.

y1' = y2, y2' = ((1 - y1^2) y2 - y1)/eps. For eps = 1e-6 an explicit method would take some 10^6 steps to t = 2,
which `OPTIONS` rules out.
"""

from __future__ import annotations

from functools import cache

import numpy as np
import pytest
from scipy import integrate
from tests.helpers.models import compile_text
from tests.helpers.running import Runner, runner

from zmodel.run import Integrator, IntegratorSource, RunOptions, Status, Trajectories

HEADER = "#include <stddef.h>\n"
SOURCE = """
int vdp_beta_batch(size_t n, const double *x, int loops, double *dx)
{
    for (size_t p = 0; p < n; p++) {
        const double y1 = x[p], y2 = x[n + p], eps = x[2*n + p], sign = x[3*n + p];
        dx[p] = sign*y2;
        dx[n + p] = sign*((1.0 - y1*y1)*y2 - y1)/eps;
    }
    return loops != 1;
}

int vdp_jacobian(const double *x, int loops, double *j)
{
    const double y1 = x[0], y2 = x[1], eps = x[2], sign = x[3];
    j[0] = 0.0;
    j[1] = sign;
    j[2] = sign*(-2.0*y1*y2 - 1.0)/eps;
    j[3] = sign*(1.0 - y1*y1)/eps;
    return loops != 1;
}
"""
# At t = 2 for eps = 1e-6, from (2, -0.66): Hairer, Wanner, Solving Ordinary Differential Equations II, Sec. IV.10.
PUBLISHED = 1.706167732170469, -0.8928097010248125
OPTIONS = RunOptions(rtol=1e-9, atol=1e-12, max_steps=50_000, loops=1)


@cache
def van_der_pol() -> Integrator:
    return Integrator(IntegratorSource(HEADER, SOURCE, "vdp", 2, 4, (0, 0), has_conditions=False))


def run(eps: np.ndarray, sign: int = 1, end: float = 2.0, samples: int = 0, threads: int = 2) -> Trajectories:
    """From t = 0 upwards, or from t = end downwards with everything reversed."""
    points = len(eps)
    states = np.array([np.full(points, 2.0), np.full(points, -0.66), eps, np.full(points, float(sign))])
    begin, last = np.zeros(points), np.full(points, end)
    ends = (begin, last) if sign > 0 else (last, begin)
    return van_der_pol().integrate(states, *ends, OPTIONS, samples, threads)


@cache
def reference(eps: float, end: float) -> integrate.OdeSolution:
    """SciPy's Radau at a tight tolerance."""

    def slope(_: float, y: np.ndarray) -> list[float]:
        return [y[1], ((1 - y[0] ** 2) * y[1] - y[0]) / eps]

    def jacobian(_: float, y: np.ndarray) -> list[list[float]]:
        return [[0, 1], [(-2 * y[0] * y[1] - 1) / eps, (1 - y[0] ** 2) / eps]]

    found = integrate.solve_ivp(
        slope, (0, end), [2.0, -0.66], method="Radau", jac=jacobian, rtol=1e-11, atol=1e-13, dense_output=True
    )
    assert found.success
    return found.sol


@pytest.mark.parametrize("sign", [1, -1])
def test_published_values(sign: int) -> None:
    found = run(np.array([1e-6]), sign)
    assert found.status[0] == Status.REACHED
    assert found.values[:, 0] == pytest.approx(PUBLISHED, rel=1e-6)


@pytest.mark.parametrize("eps", [1e-2, 1e-3, 1e-4, 1e-5])
def test_another_implicit_method_agrees(eps: float) -> None:
    found = run(np.array([eps]), end=1.5, samples=16)
    assert found.status[0] == Status.REACHED
    exact = reference(eps, 1.5)(np.linspace(0, 1.5, 16))
    # Where the solution jumps its derivative is of order 1/eps, and an error in time counts as much.
    smooth = np.abs(exact[1]) < 2
    assert smooth.sum() > 10
    assert np.allclose(found.samples[:, smooth, 0], exact[:, smooth], rtol=2e-6, atol=1e-7)
    assert found.values[:, 0] == pytest.approx(exact[:, -1], rel=2e-6)


def test_trajectories_that_are_not_stiff_do_not_notice() -> None:
    """Bytes are the same with stiff neighbours and without, and on several processors."""
    eps = np.geomspace(1.0, 1e-5, 120)
    mixed = np.random.default_rng(1).permutation(eps)
    whole = run(mixed, samples=9)
    assert (whole.status == Status.REACHED).all()
    calm = run(mixed[mixed > 0.1], samples=9)
    assert whole.values[:, mixed > 0.1].tobytes() == calm.values.tobytes()
    assert np.ascontiguousarray(whole.samples[:, :, mixed > 0.1]).tobytes() == calm.samples.tobytes()
    again = run(mixed[::-1], samples=9, threads=1)
    assert np.ascontiguousarray(again.values[:, ::-1]).tobytes() == whole.values.tobytes()
    for p in np.flatnonzero(mixed < 1e-4)[:3]:
        alone = run(mixed[p : p + 1])
        assert alone.values[:, 0].tobytes() == np.ascontiguousarray(whole.values[:, p]).tobytes()


# ------------------------------------------------------------------ a model file
# At one loop g2 does not run: 22/3 = 2/3 * 11. If it is large the Yukawa coupling falls at once, like
# exp(-9/2 g2^2/(16 pi^2) t), and stays zero, while the couplings of the scalar, a singlet of SU(2), run slowly.
CONFORMAL = """model conformal
gauge W = SU(2) coupling g2
gauge X = U(1) coupling gX
fermion Q[11] left (W: 2, X: 1)
fermion P[11] right (W: 2)
scalar S (X: 1)
yukawa Y = bar(Q) S P keep (1,1) as y
potential { lambda = (dag(S) S)^2; m2 = dag(S) S }
"""


@cache
def conformal() -> Runner:
    return runner(compile_text(CONFORMAL))


def test_the_emitted_jacobian_serves() -> None:
    """With g2 = 300 an explicit method would take 9/2*300^2/(4 pi)^2*40/6 = 17000 steps for 40 e-folds."""
    found = conformal()
    values = {"g2": np.array([300.0, 0.5]), "gX": 0.3, "lambda": 0.05, "y": np.array([0.01, 0.0])}
    ends = found.integrator.integrate(
        found.states(values, 2), np.zeros(2), np.full(2, 40.0), RunOptions(loops=1, max_steps=2000), samples=21
    )
    assert (ends.status == Status.REACHED).all()
    assert ends.values[found.places["g2"]] == pytest.approx([300.0, 0.5], rel=1e-12)
    assert abs(ends.values[found.places["y"], 0]) < 1e-9
    for name in ("gX", "lambda"):
        stiff, calm = ends.samples[found.places[name]].T
        assert stiff == pytest.approx(calm, rel=1e-7)
        assert calm[-1] != pytest.approx(calm[0], rel=0.1)
