"""The points of a scan: grids and draws."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.helpers.scans import scan_of

from zmodel.run.scan.points import axis_numbers

HEAD = 'point = "fig9"\n'
GRID = """[vary]
"alpha(y)" = { log10 = [-3, 1], steps = 5 }
"g4" = { range = [1, 2], steps = 3 }
"eta" = { values = [0.5, -0.25] }
"""
DRAWS = """[vary]
random = 1000
seed = 7
"alpha(y)" = { log10 = [-3, 1] }
"delta" = { log10 = [-2, 0], sign = "both" }
"eta" = { values = [0.5, -0.25, 0.125] }
"""


def test_a_grid_goes_through_the_last_axis_first() -> None:
    scan = scan_of("paper_a/bm3", HEAD + GRID)[0].scan
    assert scan.points == 30
    y, g4, eta = axis_numbers(scan, 0, 30)
    assert eta[:4].tolist() == [0.5, -0.25, 0.5, -0.25]
    assert g4[:6].tolist() == [1, 1, 1.5, 1.5, 2, 2]
    assert y[::6].tolist() == pytest.approx([1e-3, 1e-2, 1e-1, 1, 10])
    assert len({*zip(y, g4, eta, strict=True)}) == 30


@settings(deadline=None)
@given(st.sampled_from([GRID, DRAWS]), st.integers(0, 28), st.integers(0, 30))
def test_points_do_not_depend_on_how_they_are_asked_for(text: str, first: int, count: int) -> None:
    scan = scan_of("paper_a/bm3", HEAD + text)[0].scan
    first -= first % 4 if scan.draws else 0
    last = min(first + count, scan.points)
    whole = axis_numbers(scan, 0, scan.points)
    part = axis_numbers(scan, first, last)
    assert all(np.array_equal(some, every[first:last]) for some, every in zip(part, whole, strict=True))


def test_draws_are_uniform_in_what_was_asked_for() -> None:
    scan = scan_of("paper_a/bm3", HEAD + DRAWS.replace("1000", "40000"))[0].scan
    y, delta, eta = axis_numbers(scan, 0, scan.points)
    assert abs(np.mean(np.log10(y)) + 1) < 0.03 and np.log10(y).min() >= -3 and np.log10(y).max() <= 1
    assert abs(np.mean(delta > 0) - 0.5) < 0.01 and abs(np.mean(np.log10(abs(delta))) + 1) < 0.02
    assert [abs(np.mean(eta == value) - 1 / 3) < 0.01 for value in (0.5, -0.25, 0.125)] == [True] * 3
    assert abs(np.corrcoef(np.log10(y), np.log10(abs(delta)))[0, 1]) < 0.02


@pytest.mark.parametrize(("low", "high", "steps"), [(-0.1, 0.3, 5), (0.1, 0.7, 4), (-0.7, -0.1, 7), (1e-9, 0.3, 3)])
def test_grids_end_at_their_bounds(low: float, high: float, steps: int) -> None:
    text = HEAD + f'[vary]\n"g4" = {{ range = [{low}, {high}], steps = {steps} }}\n'
    (numbers,) = axis_numbers(scan_of("paper_a/bm3", text)[0].scan, 0, steps)
    assert numbers == pytest.approx(np.linspace(low, high, steps), rel=1e-14)
    assert (numbers[0], numbers[-1]) == (low, high)


def test_seeds_differ() -> None:
    scans = [scan_of("paper_a/bm3", HEAD + DRAWS.replace("seed = 7", f"seed = {seed}"))[0].scan for seed in (7, 8)]
    first, second = (axis_numbers(scan, 0, 1000)[0] for scan in scans)
    assert not np.any(first == second)


def test_both_signs_on_a_grid() -> None:
    text = '[vary]\ndelta = { log10 = [-1, 1], steps = 6, sign = "both" }\n'
    scan = scan_of("paper_a/bm3", HEAD + text)[0].scan
    [delta] = axis_numbers(scan, 0, scan.points)
    assert sorted(delta) == pytest.approx(sorted([-10, -(10**0.2), -(10**-0.6), 10**-0.6, 10**0.2, 10]), rel=1e-12)
