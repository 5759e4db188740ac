"""Random couplings of models like those of paper A."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from zmodel.run.layout import Element, StateLayout

KNOWN = {"g1": 8.46e-4, "g2": 2.52e-3, "g3": 6.09e-3, "yt": 4.00e-3, "yb": 1.02e-6}
"""alpha of Standard Model couplings at 5 TeV, paper A, Tab. 4."""

RANGES = {"gauge": (-3.0, -2.0), "yukawa": (-3.0, 0.0), "quartic": (-5.0, -1.5)}
"""log10 of alpha; about half of the points meet a pole."""


def random_states(layout: StateLayout, points: int, seed: int) -> NDArray[np.float64]:
    """States (inputs, points) with random dimensionless couplings; all else is zero.

    Quartics have either sign in one of four points, and are positive in the others.
    """
    random = np.random.default_rng(seed)

    def values(element: Element) -> NDArray[np.float64]:
        if element.slot.kind == "mixing":
            return random.uniform(-0.5, 0.5, points)
        if element.label in KNOWN:
            return 4 * np.pi * np.sqrt(KNOWN[element.label] * random.uniform(0.9, 1.1, points))
        alpha = 10 ** random.uniform(*RANGES[element.slot.kind], points)
        if element.slot.kind != "quartic":
            return 4 * np.pi * np.sqrt(alpha)
        signs = np.where(np.arange(points) % 4 == 0, random.choice([-1, 1], points), 1)
        return (4 * np.pi) ** 2 * alpha * signs

    chosen = [element for element in layout.elements if element.slot.kind in ("mixing", *RANGES)]
    return layout.states({element.label: values(element) for element in chosen}, points)
