"""Cross sections in the s channel at lepton colliders, unpolarised, all masses neglected, in GeV^-2."""

from __future__ import annotations

import math
from collections.abc import Iterable

Chiral = tuple[float, float]
"""Left- and right-handed coupling."""


def annihilation(initial: Chiral, final: Iterable[tuple[Chiral, int]], mass: float, width: float, s: float) -> float:
    """Sigma(l l -> V -> f fbar) of one vector.

    s/(48 pi) (g_L^2 + g_R^2) sum N (g_L'^2 + g_R'^2)/((s - M^2)^2 + M^2 Gamma^2), paper A, Eqs. (69), (70); with M = 0
    and g_L = g_R = e it is 4 pi alpha^2/(3 s). Interference with other vectors and the t channel are left out.

    Args:
        initial: couplings of the lepton.
        final: couplings of each final fermion and its multiplicity.
        mass: M in GeV.
        width: Gamma in GeV.
        s: in GeV^2.
    """
    start = initial[0] ** 2 + initial[1] ** 2
    end = sum(number * (g[0] ** 2 + g[1] ** 2) for g, number in final)
    return s / (48 * math.pi) * start * end / ((s - mass**2) ** 2 + (mass * width) ** 2)


def z_couplings(isospin: float, charge: float, sine_squared: float, weak_coupling: float) -> Chiral:
    """g_L and g_R of the Standard Model's Z, (T3 - Q sin^2 theta_W) g2/cos theta_W; paper A, below Eq. (70).

    Args:
        isospin: T3 of the left-handed fermion.
        charge: Q.
        sine_squared: sin^2 theta_W.
        weak_coupling: g2.
    """
    unit = weak_coupling / math.sqrt(1 - sine_squared)
    return unit * (isospin - charge * sine_squared), -unit * charge * sine_squared
