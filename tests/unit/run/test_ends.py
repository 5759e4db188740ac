"""How trajectories end, upwards and downwards: at poles, where numbers stop making sense, at strong couplings."""

from __future__ import annotations

import math
import sys
from functools import cache

import numpy as np
import pytest
from tests.helpers.models import compile_text
from tests.helpers.running import Runner, runner

from zmodel.run import RunOptions, Status, Trajectories
from zmodel.run.integrator import energies

LOOP = 1 / (16 * np.pi**2)
SM = "model sm_top\nuse sm { except Yu, Yd, Ye }\nyukawa Yu = bar(Q) tilde(H) U keep (3,3) as yt\n"
MATRICES = "model sm_matrices\nuse sm\n"
PHI4 = """model phi4
gauge X = U(1) coupling g
scalar phi (X: 1)
potential { lambda = (dag(phi) phi)^2; m2 = dag(phi) phi }
"""
ONE_LOOP = RunOptions(loops=1)


@cache
def build(text: str) -> Runner:
    return runner(compile_text(text))


def integrate(
    text: str, values: dict[str, object], begin: object, end: object, options: RunOptions = ONE_LOOP, samples: int = 0
) -> Trajectories:
    """From one logarithm of a scale to another; as many points as there are."""
    points = max(np.size(value) for value in (begin, end, *values.values()))
    start = build(text).states(values, points)
    scales = (np.broadcast_to(np.asarray(t, dtype=float), points) for t in (begin, end))
    return build(text).integrator.integrate(start, *scales, options, samples)


# ------------------------------------------------------------------ poles
def test_a_pole_below() -> None:
    """1/g3^2 vanishes 16 pi^2/(2*7 g3^2) below the start: Lambda_QCD of six flavours."""
    g3 = np.array([0.8, 1.16, 2.0])
    found = integrate(SM, {"g1": 0.36, "g2": 0.65, "g3": g3}, np.log(173.0), np.log(1e-40))
    assert (found.status == Status.POLE).all()
    assert found.t == pytest.approx(np.log(173.0) - 1 / (14 * LOOP * g3**2), abs=1e-6)


def test_a_pole_above() -> None:
    """The same for g1 upwards, with 41/6 in the place of -7."""
    g1 = np.array([0.5, 1.0, 4.0])
    found = integrate(SM, {"g1": g1, "g2": 0.65, "g3": 1.16}, 0.0, 600.0)
    assert (found.status == Status.POLE).all()
    assert found.t == pytest.approx(1 / (2 * 41 / 6 * LOOP * g1**2), abs=1e-6)


@pytest.mark.parametrize("lambda0", [0.5, -0.5, 3.0, -3.0])
def test_poles_of_quartics_have_another_power(lambda0: float) -> None:
    """dlambda/dt = 20 lambda^2/(16 pi^2) for V = lambda |phi|^4: above for positive, below for negative lambda."""
    pole = 1 / (20 * LOOP * lambda0)
    found = integrate(PHI4, {"lambda": lambda0}, 0.0, 2 * pole)
    assert found.status[0] == Status.POLE
    assert found.t[0] == pytest.approx(pole, rel=1e-6)
    away = integrate(PHI4, {"lambda": lambda0}, 0.0, -2 * pole)
    assert away.status[0] == Status.REACHED
    assert away.values[build(PHI4).places["lambda"], 0] == pytest.approx(lambda0 / 3, rel=1e-6)


@pytest.mark.parametrize("rtol", [1e-4, 1e-5, 1e-6])
@pytest.mark.parametrize("end", [-30.0, 30.0])
def test_coarse_steps_end_as_fine_ones_do(rtol: float, end: float) -> None:
    """Steps that end beyond a pole have errors of any size, and tell nothing about stability."""
    start = {"lambda": np.geomspace(0.05, 200.0, 3000), "g": 0.1}
    coarse = integrate(PHI4, start, 0.0, end, RunOptions(rtol=rtol))
    fine = integrate(PHI4, start, 0.0, end, RunOptions(rtol=1e-11))
    assert np.array_equal(coarse.status, fine.status)
    poles = fine.status == Status.POLE
    assert poles.any() == (end < 0)  # at two loops a large lambda comes from a pole and goes to a fixed point
    assert coarse.t[poles] == pytest.approx(fine.t[poles], rel=1e-3)


@pytest.mark.parametrize("large", [30.0, 300.0, 1e5])
def test_what_counts_as_large_hardly_moves_a_pole(large: float) -> None:
    found = integrate(SM, {"g1": 1.0, "g2": 0.65, "g3": 1.16}, 0.0, 100.0, RunOptions(loops=1, large=large))
    assert found.status[0] == Status.POLE
    assert np.abs(found.values).max() > large
    assert found.t[0] == pytest.approx(1 / (2 * 41 / 6 * LOOP), abs=1e-4)


# ------------------------------------------------------------------ other ends
def test_numbers_that_make_no_sense() -> None:
    """The state may be finite where its derivative is not: then nothing can be integrated, either."""
    g1 = np.array([np.nan, np.inf, -np.inf, 1e150, 0.36])
    for end in (10.0, -5.0):
        found = integrate(SM, {"g1": g1, "g2": 0.65, "g3": 1.16}, 0.0, end)
        assert found.status.tolist() == [Status.NOT_FINITE] * 4 + [Status.REACHED]
        assert (found.t[:4] == 0).all()


@pytest.mark.parametrize(("name", "gamma", "end"), [("g1", 41 / 6, 200.0), ("g3", -7, -20.0)])
def test_trajectories_end_where_an_alpha_reaches_its_limit(name: str, gamma: float, end: float) -> None:
    """Upwards g1 grows, downwards g3; 1/g^2 is linear, and the limit is g^2/(4 pi)^2 = strong."""
    strong, start = 0.02, {"g1": 0.6, "g2": 0.6, "g3": 1.1}
    options = RunOptions(loops=1, strong=strong, rtol=1e-10, checks=500)
    found = integrate(SM, {**start, "lambda": -1e-3}, 0.0, end, options, samples=500)
    assert found.status[0] == Status.STRONG
    assert found.t[0] == pytest.approx((1 / start[name] ** 2 - LOOP / strong) / (2 * gamma * LOOP), rel=1e-8)
    assert found.values[build(SM).places[name], 0] ** 2 * LOOP == pytest.approx(strong, rel=1e-8)
    beyond = np.abs(np.linspace(0.0, end, 500)) > abs(found.t[0])
    assert 0 < beyond.sum() < 500
    assert np.array_equal(np.isnan(found.samples[0, :, 0]), beyond)


def test_a_start_that_is_strong_is_the_end() -> None:
    found = integrate(SM, {"g1": 3.0, "g2": 0.6, "g3": 1.1}, 1.0, 9.0, RunOptions(loops=1, strong=0.02))
    assert found.status[0] == Status.STRONG
    assert found.t[0] == pytest.approx(1.0, abs=1e-9)


@pytest.mark.parametrize("rtol", [1e-3, 1e-6, 1e-9])
@pytest.mark.parametrize(("options", "status"), [({"strong": 0.02}, Status.STRONG), ({"large": 1.7}, Status.POLE)])
@pytest.mark.parametrize("end", [-9.0, 9.0, 1.0])
def test_limits_hold_at_the_start(rtol: float, options: dict[str, float], status: Status, end: float) -> None:
    """Whether couplings go down from there, soon or late: that does not depend on the length of steps."""
    values = {"g1": 0.36, "g2": 0.6, "g3": np.array([1.1, 1.8, 2.6])}
    chosen = RunOptions(loops=1, rtol=rtol, checks=3, **options)
    found = integrate(SM, values, 1.0, end, chosen, samples=3)
    assert found.status[1:].tolist() == [status] * 2 and (found.t[1:] == 1.0).all()
    place = build(SM).places["g3"]
    assert found.values[place].tolist()[1:] == [1.8, 2.6] and found.samples[place, 0].tolist() == [1.1, 1.8, 2.6]
    assert np.isnan(found.samples[:, 1:, 1:]).all() == (end != 1.0)


@pytest.mark.parametrize("text", [SM, MATRICES])
def test_without_absolute_errors_zeros_stay_zeros(text: str) -> None:
    values = {"g1": np.array([0.36, 0.0]), "g2": np.array([0.65, 0.6]), "g3": 1.16}
    found = integrate(text, values, 0.0, 30.0, RunOptions(atol=0.0, loops=1))
    expected = integrate(text, values, 0.0, 30.0)
    assert (found.status == Status.REACHED).all()
    assert found.values == pytest.approx(expected.values, rel=1e-6, abs=1e-12)
    assert found.values[build(text).places["g1"], 1] == 0


@pytest.mark.parametrize(("begin", "end"), [(np.nan, 1.0), (0.0, np.nan), (np.nan, np.nan)])
def test_scales_that_make_no_sense(begin: float, end: float) -> None:
    found = integrate(SM, {"g1": 0.36, "g2": 0.6, "g3": 1.1}, begin, end)
    assert found.status[0] == Status.NOT_FINITE


def test_a_quartic_of_either_sign_is_strong() -> None:
    """alpha = |lambda|/(4 pi)^2."""
    found = integrate(PHI4, {"lambda": np.array([1.0, -1.0])}, 0.0, [5.0, -5.0], RunOptions(loops=1, strong=0.01))
    assert (found.status == Status.STRONG).all()
    up, down = found.values[build(PHI4).places["lambda"]]
    assert up * LOOP == pytest.approx(0.01)
    assert down == pytest.approx(-up)


def test_steps_can_be_too_many() -> None:
    found = integrate(SM, {"g1": 0.36, "g2": 0.65, "g3": 1.16}, 0.0, 40.0, RunOptions(loops=1, max_steps=5))
    assert found.status[0] == Status.TOO_LONG
    assert 0 < found.t[0] < 40


def test_no_way_to_go() -> None:
    found = integrate(SM, {"g1": 0.36, "g2": 0.65, "g3": 1.16}, 3.0, 3.0, RunOptions(loops=1, checks=4), samples=3)
    assert found.status[0] == Status.REACHED
    assert found.t[0] == 3.0
    assert (found.samples[:, :, 0] == found.values).all()


# ------------------------------------------------------------------ neighbours
@pytest.mark.parametrize("text", [SM, MATRICES])
def test_neighbours_threads_and_chunks_make_no_difference(text: str) -> None:
    """Points of all ends and both directions, with samples and checks: all bytes are the same."""
    points = 300
    random = np.random.default_rng(5)
    g1 = random.uniform(0.3, 0.5, points)
    g1[::7], g1[3::50], g1[5::60] = 4.0, np.nan, 1e150
    values = {"g1": g1, "g2": random.uniform(0.4, 0.7, points), "g3": random.uniform(0.8, 1.3, points)}
    values["lambda"] = random.uniform(-0.05, 0.3, points)
    start = build(text).states(values, points)
    if text is MATRICES:
        running = slice(build(text).places["Yu"], build(text).places["Yu"] + 18)
        start[running] = random.uniform(-0.3, 0.3, (18, points))
    begin = random.uniform(4.0, 6.0, points)
    end = np.where(np.arange(points) % 3 == 0, 0.5, random.uniform(20.0, 50.0, points))
    options = RunOptions(strong=0.05, checks=40, large=50.0)
    integrator = build(text).integrator
    whole = integrator.integrate(start, begin, end, options, samples=5, threads=2)
    assert {Status.REACHED, Status.STRONG, Status.NOT_FINITE} <= set(whole.status.tolist())
    assert np.isfinite(whole.unstable).any()
    order = random.permutation(points)
    again = integrator.integrate(start[:, order], begin[order], end[order], options, samples=5, threads=1)
    same(again, whole, order)
    for first, last in ((0, 1), (1, 12), (12, 29), (29, 300)):
        chunk = slice(first, last)
        some = integrator.integrate(start[:, chunk], begin[chunk], end[chunk], options, samples=5, threads=3)
        same(some, whole, np.arange(first, last))


def same(some: Trajectories, whole: Trajectories, points: np.ndarray) -> None:
    for name in ("values", "t", "status", "samples", "unstable"):
        expected = np.ascontiguousarray(getattr(whole, name)[..., points])
        assert np.ascontiguousarray(getattr(some, name)).tobytes() == expected.tobytes(), name


def test_energies_of_any_logarithm_are_numbers() -> None:
    assert energies(np.array([-800.0, 0.0, 800.0])) == pytest.approx([5e-324, 1.0, sys.float_info.max], rel=1e-12)
    assert energies(math.log(1e306)) == pytest.approx(1e306, rel=1e-12)
    assert math.isnan(energies(math.nan))
