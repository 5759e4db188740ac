"""The compiled integrator, against exact solutions and another program's method."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from typing import Any

import numpy as np
import pytest
from scipy import integrate
from tests.helpers.models import compile_text
from tests.helpers.running import Runner, runner

from zmodel.run import Integrator, RunOptions, Status
from zmodel.run.integrator import _as_doubles

LOOP = 1 / (16 * np.pi**2)
B_MINUS_L = """model b_minus_l
use sm
gauge X = U(1) coupling gX
mixing triangular (Y, X) as gt
charges X { Q = 1/3; U = 1/3; D = 1/3; L = -1; E = -1 }
fermion N[3] right (X: -1)
scalar chi (X: 2)
potential { l_chi = (dag(chi) chi)^2; l_H_chi = (dag(H) H) (dag(chi) chi); m2_chi = dag(chi) chi }
yukawa YN = N N chi keep (3,3) as yN
"""
SM = "model sm_top\nuse sm { except Yu, Yd, Ye }\nyukawa Yu = bar(Q) tilde(H) U keep (3,3) as yt\n"


@cache
def build(text: str) -> tuple[Integrator, Mapping[str, int]]:
    """The integrator of a model, and the place of the real part of each number."""
    found = runner(compile_text(text))
    return found.integrator, found.places


def states(text: str, values: dict[str, object], points: int = 1) -> np.ndarray:
    return Runner(*build(text)).states(values, points)


def scales(points: int, begin: float = 173.0, end: float = 1.22e19) -> tuple[np.ndarray, np.ndarray]:
    return np.full(points, np.log(begin)), np.full(points, np.log(end))


def bytes_in_between(array: np.ndarray) -> np.ndarray:
    """The same numbers, one byte behind where a double may lie."""
    shifted = np.frombuffer(b"x" + array.tobytes(), dtype=array.dtype, offset=1).reshape(array.shape)
    assert not shifted.flags.aligned and not shifted.flags.writeable
    return shifted


@pytest.mark.parametrize(
    "form",
    [
        bytes_in_between,
        np.asfortranarray,
        lambda array: np.repeat(array, 2, axis=-1)[..., ::2],
        lambda array: np.flip(np.ascontiguousarray(np.flip(array))),
        lambda array: array.astype(">f8"),
        lambda array: array.astype(np.longdouble),
        lambda array: np.frombuffer(array.tobytes()).reshape(array.shape),
    ],
    ids=["misaligned", "Fortran order", "every other number", "backwards", "big-endian", "long double", "read-only"],
)
def test_any_array_that_holds_the_numbers(form: Callable[[np.ndarray], np.ndarray]) -> None:
    """C gets a copy where it could not read the array itself; what is given stays as it is."""
    integrator, _ = build(SM)
    start = states(SM, {"g1": 0.36, "g2": 0.65, "g3": 1.16, "yt": np.linspace(0.5, 0.9, 5), "lambda": 0.1}, 5)
    begin, end = scales(5, end=1e5)
    options = RunOptions(rtol=1e-5, loops=1)
    known = integrator.integrate(start, begin, end, options)
    given = [form(array) for array in (start, begin, end)]
    copies = [array.copy() for array in given]
    found = integrator.integrate(*given, options)
    assert found.values.tobytes() == known.values.tobytes() and found.t.tobytes() == known.t.tobytes()
    assert integrator.beta(given[0], 1).tobytes() == integrator.beta(start, 1).tobytes()
    assert np.array_equal(integrator.stable(given[0]), integrator.stable(start))
    assert all(np.array_equal(array, copy) for array, copy in zip(given, copies, strict=True))


def test_arrays_are_handed_to_c_as_doubles() -> None:
    array = np.ones((3, 4))
    assert _as_doubles(array) is array
    for given in (bytes_in_between(array), array.T, array.astype(">f8"), array[:, ::2], array.astype(np.float32)):
        handed = _as_doubles(given)
        assert handed.flags.aligned and handed.flags.c_contiguous and handed.dtype == np.float64
        assert handed.dtype.isnative and np.array_equal(handed, given)


@pytest.mark.parametrize("rtol", [1e-4, 1e-7, 1e-10])
def test_inverse_couplings_run_linearly_at_one_loop(rtol: float) -> None:
    """d(h^-1)_ab/dlnmu = -2 Gamma_ab/(16 pi^2), with Gamma = ((41/6, 16/3), (16/3, 12)) for B - L."""
    integrator, places = build(B_MINUS_L)
    g, gt, gx = 0.36, np.array([0.0, 0.1, -0.2]), 0.25
    start = states(B_MINUS_L, {"g1": g, "gt": gt, "gX": gx, "g2": 0.65, "g3": 1.16}, 3)
    begin, end = scales(3, end=1e12)
    found = integrator.integrate(start, begin, end, RunOptions(rtol=rtol, loops=1))
    assert (found.status == Status.REACHED).all()
    gamma = np.array([[41 / 6, 16 / 3], [16 / 3, 12]])
    for p in range(3):
        matrix = np.array([[g, 0], [gt[p], gx]]).T
        inverse = np.linalg.inv(matrix @ matrix.T) - 2 * LOOP * gamma * (end[p] - begin[p])
        h = np.linalg.inv(inverse)
        values = {name: found.values[places[name], p] for name in ("g1", "gt", "gX")}
        triangular = np.array([[values["g1"], 0], [values["gt"], values["gX"]]]).T
        assert np.abs(triangular @ triangular.T - h).max() < 10 * rtol * np.abs(h).max()


def test_another_method_agrees() -> None:
    """SciPy's DOP853 at a tighter tolerance, final values to 1e-6, on random points that do not meet a pole."""
    integrator, _ = build(SM)
    random = np.random.default_rng(1)
    points = 40
    start = states(
        SM,
        {name: random.uniform(low, high, points) for name, (low, high) in RANGES.items()},
        points,
    )
    begin, end = scales(points)
    found = integrator.integrate(start, begin, end, RunOptions())
    reached = np.flatnonzero(found.status == Status.REACHED)
    assert len(reached) > 20
    for p in reached:
        exact = reference(integrator, start[:, p], begin[p], end[p])
        assert np.allclose(found.values[:, p], exact.y[:, -1], rtol=1e-6, atol=1e-9)


RANGES = {"g1": (0.3, 0.5), "g2": (0.4, 0.7), "g3": (0.8, 1.3), "yt": (0.3, 1.0), "lambda": (-0.1, 0.3)}


def reference(integrator: Integrator, start: np.ndarray, begin: float, end: float) -> Any:
    size = integrator.source.size

    def slope(_: float, values: np.ndarray) -> np.ndarray:
        return integrator.beta(np.concatenate([values, start[size:]])[:, None], 2)[:, 0]

    return integrate.solve_ivp(slope, (begin, end), start[:size], method="DOP853", rtol=1e-11, atol=1e-13)


def test_a_landau_pole_is_found_where_it_is() -> None:
    """At one loop 1/g^2 of a U(1) vanishes 16 pi^2/(2 Gamma g^2) above the start: Gamma = 41/6."""
    integrator, places = build(SM)
    start = states(SM, {"g1": np.array([3.0, 6.0]), "g2": 0.6, "g3": 1.1}, 2)
    begin, end = scales(2, end=1e30)
    found = integrator.integrate(start, begin, end, RunOptions(loops=1))
    expected = begin + 1 / (2 * LOOP * 41 / 6) / start[places["g1"]] ** 2
    assert (found.status == Status.POLE).all()
    assert np.allclose(found.t, expected, rtol=1e-6)


QED = "model qed\ngauge Q = U(1) coupling e\nfermion PL left (Q: 1)\nfermion PR right (Q: 1)\n"


@pytest.mark.parametrize("rtol", [1e-5, 1e-8, 1e-11])
@pytest.mark.parametrize("upwards", [True, False])
def test_samples_before_and_behind_a_pole(rtol: float, upwards: bool) -> None:
    """Steps are not even in ln(mu) there (templates/run/pace.c), and samples are: 1/e^2 runs by -8/3/(16 pi^2)."""
    integrator, places = build(QED)
    low, near = 5.0, 5.0 + 0.9999 * 4.0**-2 / (8 / 3 * LOOP)
    begin, end = np.array([low, near] if upwards else [near, low])[:, None]
    exact = 4.0**-2 - 8 / 3 * LOOP * (np.linspace(begin[0], end[0], 333) - low)
    start = states(QED, {"e": exact[:1] ** -0.5})
    found = integrator.integrate(start, begin, end, RunOptions(rtol=rtol, loops=1), samples=333)
    assert found.status[0] == Status.REACHED
    errors = np.abs(found.samples[places["e"], :, 0] ** -2 - exact)
    assert (errors < 5 * rtol * np.maximum(exact, exact[0])).all()


@pytest.mark.parametrize(("loops", "too_few", "enough"), [(1, 22, 31), (2, 33, 48)])
def test_steps_become_no_shorter_before_a_pole(loops: int, too_few: int, enough: int) -> None:
    """From 4 to 1000 in 27 and 41 steps; DOP853 alone has to make its steps in ln(mu) shorter, 41 and 66 of them."""
    integrator, _ = build(QED)
    start = states(QED, {"e": 4.0})
    for steps, status in ((too_few, Status.TOO_LONG), (enough, Status.POLE)):
        options = RunOptions(rtol=1e-8, loops=loops, max_steps=steps)
        assert integrator.integrate(start, *scales(1, end=1e30), options).status[0] == status


def test_trajectories_end_where_couplings_are_strong() -> None:
    integrator, places = build(SM)
    start = states(SM, {"g1": 3.0, "g2": 0.6, "g3": 1.1})
    begin, end = scales(1, end=1e30)
    found = integrator.integrate(start, begin, end, RunOptions(loops=1, strong=0.1))
    assert found.status[0] == Status.STRONG
    assert found.values[places["g1"], 0] ** 2 * LOOP > 0.1
    assert found.t[0] < end[0]


def test_numbers_that_make_no_sense() -> None:
    integrator, _ = build(SM)
    start = states(SM, {"g1": np.array([np.nan, np.inf, 0.4]), "g2": 0.6, "g3": 1.1}, 3)
    found = integrator.integrate(start, *scales(3), RunOptions())
    assert found.status.tolist() == [Status.NOT_FINITE, Status.NOT_FINITE, Status.REACHED]


def test_there_and_back_again() -> None:
    integrator, _ = build(SM)
    start = states(SM, {"g1": 0.36, "g2": 0.65, "g3": 1.16, "yt": 0.94, "lambda": 0.13})
    begin, end = scales(1)
    there = integrator.integrate(start, begin, end, RunOptions(rtol=1e-11))
    back = start.copy()
    back[: integrator.source.size] = there.values
    again = integrator.integrate(back, end, begin, RunOptions(rtol=1e-11))
    assert np.allclose(again.values, start[: integrator.source.size], rtol=1e-8, atol=1e-12)


def test_points_threads_and_order_make_no_difference() -> None:
    """Bytes are the same for one point and for many, on one processor and on several."""
    integrator, _ = build(SM)
    random = np.random.default_rng(2)
    points = 1500
    values = {name: random.uniform(low, high, points) for name, (low, high) in RANGES.items()}
    values["g1"][::7] = 4.0
    start = states(SM, values, points)
    begin, end = scales(points)
    whole = integrator.integrate(start, begin, end, RunOptions(), threads=2)
    assert {Status.REACHED, Status.POLE} <= set(whole.status.tolist())
    again = integrator.integrate(start[:, ::-1], begin, end, RunOptions(), threads=1)
    assert whole.values.tobytes() == np.ascontiguousarray(again.values[:, ::-1]).tobytes()
    for count in (1, 7, 31, 33):
        some = integrator.integrate(start[:, :count], begin[:count], end[:count], RunOptions())
        assert np.ascontiguousarray(whole.values[:, :count]).tobytes() == some.values.tobytes()
        assert np.array_equal(whole.t[:count], some.t)


def test_samples_lie_on_the_trajectory() -> None:
    integrator, places = build(SM)
    start = states(SM, {"g1": np.array([0.36, 4.0]), "g2": 0.65, "g3": 1.16, "yt": 0.94, "lambda": 0.13}, 2)
    begin, end = scales(2)
    found = integrator.integrate(start, begin, end, RunOptions(), samples=50)
    size = integrator.source.size
    assert found.samples.shape == (size, 50, 2)
    assert np.allclose(found.samples[:, 0], start[:size], rtol=1e-12)
    assert np.allclose(found.samples[:, -1, 0], found.values[:, 0], rtol=1e-12)
    for k in (7, 23, 41):
        t = begin + (end - begin) * k / 49
        exact = integrator.integrate(start[:, :1], begin[:1], t[:1], RunOptions(rtol=1e-11))
        assert np.allclose(found.samples[:, k, 0], exact.values[:, 0], rtol=1e-6, atol=1e-9)
    beyond = begin[1] + (end[1] - begin[1]) * np.arange(50) / 49 > found.t[1]
    assert np.array_equal(np.isnan(found.samples[places["g1"], :, 1]), beyond)


@pytest.mark.parametrize("samples", [-1, 1])
def test_shapes_that_do_not_fit(samples: int) -> None:
    integrator, _ = build(SM)
    start = states(SM, {"g1": 0.3})
    with pytest.raises(ValueError, match="two places"):
        integrator.integrate(start, *scales(1), RunOptions(), samples=samples)
    with pytest.raises(ValueError, match="each point"):
        integrator.integrate(start[:-1], *scales(1), RunOptions())
    with pytest.raises(ValueError, match="loop order"):
        integrator.integrate(start, *scales(1), RunOptions(loops=7))
