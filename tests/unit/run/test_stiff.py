"""Stiff trajectories: van der Pol's oscillator, whose stiffness is a parameter, against SciPy's Radau.

y1' = y2, y2' = ((1 - y1^2) y2 - y1)/eps. For eps = 1e-6 an explicit method would take some 10^6 steps to t = 2,
which `OPTIONS` rules out.
"""

from __future__ import annotations

from functools import cache

import numpy as np
import pytest
from scipy import integrate

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
