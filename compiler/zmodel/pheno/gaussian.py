"""Gaussian likelihoods: best fits, and chi^2 with a normalisation profiled out."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]


@dataclass(frozen=True)
class GaussianLikelihood:
    """Several correlated measurements.

    Attributes:
        names: of the quantities.
        means: their central values.
        errors: their standard deviations.
        correlation: their correlation matrix, row by row.
    """

    names: tuple[str, ...]
    means: tuple[float, ...]
    errors: tuple[float, ...]
    correlation: tuple[tuple[float, ...], ...]

    @cached_property
    def weight(self) -> Array:
        """The inverse covariance, shape (n, n).

        Raises:
            numpy.linalg.LinAlgError: if the covariance is not positive.
        """
        errors = np.asarray(self.errors)
        covariance = np.asarray(self.correlation) * np.outer(errors, errors)
        np.linalg.cholesky(covariance)
        return np.asarray(np.linalg.inv(covariance), dtype=float)

    def chi_squared(self, values: Array) -> Array:
        """Values of shape (..., n) give chi^2 of shape (...)."""
        pulls = np.asarray(values) - np.asarray(self.means)
        return np.asarray(np.einsum("...i,ij,...j", pulls, self.weight, pulls))

    def profile(self, directions: Array) -> tuple[Array, Array]:
        """The normalisation C that fits values C * direction best, and chi^2 there.

        C = d.W.m/(d.W.d), because chi^2 is quadratic in C.

        Args:
            directions: of shape (..., n).

        Returns:
            C and chi^2, each of shape (...); C is 0 where the direction vanishes.
        """
        means = np.asarray(self.means)
        overlap = np.asarray(np.einsum("...i,ij,j", directions, self.weight, means))
        norm = np.asarray(np.einsum("...i,ij,...j", directions, self.weight, directions))
        scale = np.divide(overlap, norm, out=np.zeros_like(overlap), where=norm > 0)
        return scale, self.chi_squared(scale[..., None] * directions)


@dataclass(frozen=True)
class Fit:
    """A best fit: parameters and chi^2."""

    parameters: tuple[float, ...]
    chi_squared: float


def best_fit(
    likelihood: GaussianLikelihood, prediction: Callable[[Array], Array], start: Sequence[float], steps: int = 200
) -> Fit:
    """Minimises chi^2 by the method of Levenberg and Marquardt.

    Args:
        likelihood: of n quantities.
        prediction: from parameters, shape (k,), to the n quantities.
        start: first guess of the parameters.
        steps: at most.
    """
    root = np.linalg.cholesky(likelihood.weight).T

    def pulls(x: Array) -> Array:
        return np.asarray(root @ (prediction(x) - np.asarray(likelihood.means)))

    x, damping = np.asarray(start, dtype=float), 1e-3
    current = pulls(x)
    for _ in range(steps):
        jacobian = np.column_stack([_derivative(pulls, x, k) for k in range(x.size)])
        normal, gradient = jacobian.T @ jacobian, jacobian.T @ current
        step = np.linalg.solve(normal + damping * np.diag(np.diag(normal) + 1e-12), -gradient)
        trial = pulls(x + step)
        if trial @ trial <= current @ current:
            x, current, damping = x + step, trial, damping / 5
            if np.abs(step).max() < 1e-12 * (1 + np.abs(x).max()):
                break
        else:
            damping *= 4
    return Fit(tuple(float(value) for value in x), float(current @ current))


def _derivative(function: Callable[[Array], Array], x: Array, k: int) -> Array:
    step = np.zeros_like(x)
    step[k] = 1e-6 * max(1.0, abs(x[k]))
    return np.asarray((function(x + step) - function(x - step)) / (2 * step[k]))


def delta_chi_squared(sigmas: float, parameters: int = 2) -> float:
    """Delta chi^2 of a region of one or two parameters with the probability of `sigmas` standard deviations.

    Raises:
        ValueError: for another number of parameters.
    """
    if parameters == 1:
        return sigmas**2
    if parameters == 2:
        return -2 * math.log(math.erfc(sigmas / math.sqrt(2)))
    raise ValueError("regions of one or two parameters only")
