"""Best fits and profiles against brute force."""

from __future__ import annotations

import math

import numpy as np
import pytest

from zmodel.pheno.gaussian import GaussianLikelihood, best_fit, delta_chi_squared

LIKELIHOOD = GaussianLikelihood(
    ("a", "b", "c"), (1.0, -2.0, 0.5), (0.3, 0.5, 0.2), ((1, 0.6, 0.1), (0.6, 1, -0.2), (0.1, -0.2, 1))
)


def test_chi_squared() -> None:
    assert LIKELIHOOD.chi_squared(np.array(LIKELIHOOD.means)) == 0
    single = GaussianLikelihood(("a",), (1.0,), (0.5,), ((1.0,),))
    assert single.chi_squared(np.array([2.0])) == pytest.approx(4)
    with pytest.raises(np.linalg.LinAlgError):
        GaussianLikelihood(("a", "b"), (0, 0), (1, 1), ((1, 1.2), (1.2, 1))).weight.sum()


def test_profile_is_the_minimum() -> None:
    directions = np.array([[1.0, -1.0, 0.3], [0.2, 0.4, 1.0], [0.0, 0.0, 0.0]])
    scales, values = LIKELIHOOD.profile(directions)
    grid = np.linspace(-5, 5, 200001)
    for direction, scale, value in zip(directions[:2], scales, values, strict=False):
        everywhere = LIKELIHOOD.chi_squared(grid[:, None] * direction)
        assert value == pytest.approx(everywhere.min(), abs=1e-7)
        assert scale == pytest.approx(grid[everywhere.argmin()], abs=1e-4)
    assert scales[2] == 0 and values[2] == LIKELIHOOD.chi_squared(np.zeros(3))


def test_best_fit_of_a_line() -> None:
    """Two parameters that enter linearly: the normal equations."""
    design = np.array([[1.0, 0.5], [-1.0, 0.3], [0.2, 1.0]])
    weight, means = LIKELIHOOD.weight, np.array(LIKELIHOOD.means)
    expected = np.linalg.solve(design.T @ weight @ design, design.T @ weight @ means)
    fit = best_fit(LIKELIHOOD, lambda x: design @ x, (0.0, 0.0))
    assert fit.parameters == pytest.approx(tuple(expected), rel=1e-8)
    assert fit.chi_squared == pytest.approx(float(LIKELIHOOD.chi_squared(design @ expected)), rel=1e-10)


def test_best_fit_of_a_product() -> None:
    fit = best_fit(LIKELIHOOD, lambda x: np.array([x[0], x[0] * x[1], x[0] * x[2]]), (0.5, 0.0, 0.0))
    assert fit.parameters == pytest.approx((1.0, -2.0, 0.5), rel=1e-7)
    assert fit.chi_squared == pytest.approx(0, abs=1e-12)


def test_regions() -> None:
    assert delta_chi_squared(1) == pytest.approx(2.2957, rel=1e-4)
    assert delta_chi_squared(2) == pytest.approx(6.1801, rel=1e-4)
    assert delta_chi_squared(2, 1) == 4
    assert math.exp(-delta_chi_squared(2) / 2) == pytest.approx(1 - 0.9545, rel=1e-3)
    with pytest.raises(ValueError, match="one or two"):
        delta_chi_squared(1, 3)
