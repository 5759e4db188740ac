"""The least value of quartic potentials on the unit sphere, by descent from random directions."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import numpy as np
from numpy.typing import NDArray

Real = NDArray[np.float64]
Fields = Mapping[str, NDArray[np.complex128]]
Couplings = Mapping[str, NDArray[np.float64] | NDArray[np.complex128]]
Potential = Callable[[Fields, Couplings], Real]
"""V of fields with axes (starts, points, ...) and couplings with the axis (points,)."""


def least_values(
    potential: Potential, shapes: Mapping[str, tuple[int, ...]], real: frozenset[str], values: Couplings, seed: int
) -> Real:
    """The least V/|phi|^4 that is found for each point.

    Args:
        potential: written out by hand, so that nothing is shared with the compiler.
        shapes: of the fields.
        real: those of them that are real.
        values: couplings, one number per point.
        seed: of the directions that the descent starts from.
    """
    points = len(next(iter(values.values())))
    sizes = {name: int(np.prod(shape)) * (1 if name in real else 2) for name, shape in shapes.items()}

    def evaluate(x: Real) -> Real:
        """V for x with axes (starts, points, coordinates)."""
        fields, start = {}, 0
        for name, shape in shapes.items():
            part = x[..., start : start + sizes[name]]
            start += sizes[name]
            whole = part if name in real else part[..., ::2] + 1j * part[..., 1::2]
            fields[name] = whole.reshape(*x.shape[:-1], *shape)
        return np.asarray(potential(fields, values)).real

    dimension = sum(sizes.values())
    rng = np.random.default_rng(seed)
    x = rng.standard_normal((16, points, dimension))
    # Some directions begin near the planes where few fields are different from zero.
    x *= np.exp(1.5 * np.repeat(rng.standard_normal((16, points, len(sizes))), list(sizes.values()), axis=-1))
    x /= np.linalg.norm(x, axis=-1, keepdims=True)
    best = evaluate(x)
    step = np.full(best.shape, 0.3)
    for _ in range(120):
        shifts = 1e-6 * np.eye(dimension)
        gradient = np.stack([evaluate(x + s) - evaluate(x - s) for s in shifts], axis=-1) / 2e-6
        gradient -= np.sum(gradient * x, axis=-1, keepdims=True) * x
        trial = x - step[..., np.newaxis] * gradient
        trial /= np.linalg.norm(trial, axis=-1, keepdims=True)
        found = evaluate(trial)
        better = found < best
        x = np.where(better[..., np.newaxis], trial, x)
        best = np.where(better, found, best)
        step = np.where(better, step * 1.4, step * 0.4)
    least: Real = best.min(axis=0)
    return least
