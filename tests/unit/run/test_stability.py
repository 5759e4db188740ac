"""Stability of the potential along trajectories, against the condition of two fields written out here."""

from __future__ import annotations

from functools import cache

import numpy as np
import pytest
from tests.helpers.models import compile_text
from tests.helpers.running import Runner, runner

from zmodel.run import RunOptions, Status, Trajectories

PORTAL = """model portal
use sm { except Yu, Yd, Ye }
yukawa Yu = bar(Q) tilde(H) U keep (3,3) as yt
gauge X = U(1) coupling gX
mixing triangular (Y, X) as gt
charges X { Q = 0; U = 0; D = 0; L = 0; E = 0 }
scalar chi (X: 2)
potential { l_chi = (dag(chi) chi)^2; l_H_chi = (dag(H) H) (dag(chi) chi); m2_chi = dag(chi) chi }
"""
NO_SCALARS = """model qed
gauge em = U(1) coupling e boson A
fermion psi left (em: 1)
fermion chi left (em: -1)
"""
POINTS = 300


@cache
def build(text: str) -> Runner:
    return runner(compile_text(text))


def starts() -> np.ndarray:
    """Potentials that start stable and not, and end there or not."""
    random = np.random.default_rng(3)
    ranges = {"g1": (0.3, 0.5), "g2": (0.4, 0.7), "g3": (0.8, 1.3), "gX": (0.1, 0.5), "yt": (0.3, 1.1)}
    ranges |= {"lambda": (-0.02, 0.4), "l_chi": (-0.02, 0.4), "l_H_chi": (-0.4, 0.4)}
    values = {name: random.uniform(low, high, POINTS) for name, (low, high) in ranges.items()}
    return build(PORTAL).states(values, POINTS)


def integrate(checks: int, samples: int = 0, threads: int = 2, end: float = 1e17) -> Trajectories:
    scales = np.full(POINTS, np.log(173.0)), np.full(POINTS, np.log(end))
    return build(PORTAL).integrator.integrate(starts(), *scales, RunOptions(checks=checks), samples, threads)


def bounded(numbers: np.ndarray) -> np.ndarray:
    """V = a |H|^4 + b |chi|^4 + c |H|^2 |chi|^2 > 0: a > 0, b > 0 and c > -2 sqrt(a b)."""
    a, b, c = (numbers[build(PORTAL).places[name]] for name in ("lambda", "l_chi", "l_H_chi"))
    with np.errstate(invalid="ignore"):
        return (a > 0) & (b > 0) & (c > -2 * np.sqrt(a * b))


@pytest.mark.parametrize("end", [1e17, 1.0])
def test_the_first_scale_without_stability_is_that_of_the_samples(end: float) -> None:
    found = integrate(61, samples=61, end=end)
    scales = np.linspace(np.log(173.0), np.log(end), 61)
    unstable = ~bounded(found.samples) & ~np.isnan(found.samples[0])
    first = np.where(unstable.any(axis=0), scales[unstable.argmax(axis=0)], np.nan)
    assert np.allclose(found.unstable, first, rtol=0, atol=1e-12, equal_nan=True)
    inside = np.isfinite(first) & (first != scales[0])
    assert inside.sum() > 20
    assert np.isnan(first).sum() > 20


def test_conditions_on_the_way_see_more_than_at_the_end() -> None:
    found, end = integrate(250), integrate(1)
    reached = found.status == Status.REACHED
    assert (found.values[:, reached] == end.values[:, reached]).all()
    stable = bounded(found.values)
    assert np.array_equal(np.isnan(end.unstable[reached]), stable[reached])
    assert set(end.unstable[np.isfinite(end.unstable)]) == {np.log(1e17)}
    assert np.isfinite(found.unstable[reached & ~stable]).all()
    assert np.isfinite(found.unstable[reached & stable]).any()


def test_threads_make_no_difference() -> None:
    assert integrate(50, threads=1).unstable.tobytes() == integrate(50, threads=2).unstable.tobytes()


def test_nothing_is_looked_at_without_being_asked() -> None:
    assert np.isnan(integrate(0).unstable).all()
    with pytest.raises(ValueError, match="at no scale or more"):
        RunOptions(checks=-1)


def test_states_are_stable_or_not() -> None:
    states = starts()
    states[build(PORTAL).places["lambda"], 0] = np.nan
    stable = build(PORTAL).integrator.stable(states)
    assert np.array_equal(stable, bounded(states))
    assert 0 < stable.sum() < POINTS
    assert not stable[0]


def test_a_model_without_conditions_says_so() -> None:
    found = build(NO_SCALARS)
    assert not found.integrator.source.has_conditions
    assert build(PORTAL).integrator.source.has_conditions
    state = found.states({"e": 0.3})
    with pytest.raises(ValueError, match="no conditions"):
        found.integrator.stable(state)
    ends = found.integrator.integrate(state, np.zeros(1), np.ones(1), RunOptions(checks=9))
    assert np.isnan(ends.unstable).all()
