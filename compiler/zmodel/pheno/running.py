"""Running at one loop in closed form, and where perturbation theory ends."""

from __future__ import annotations

import math
from dataclasses import dataclass


def landau_pole(coefficient: float, coupling: float, scale: float) -> float:
    """Where a coupling diverges at one loop, dg/dlnmu = b g^3/(16 pi^2): mu exp(8 pi^2/(b g^2)), in GeV.

    Paper A, Eqs. (74), (75), with B_4 = 2 b and alpha = g^2/(4 pi)^2. Infinite if b is not positive or the pole is
    beyond what a double holds.

    Args:
        coefficient: b.
        coupling: g at `scale`.
        scale: in GeV.
    """
    if coefficient <= 0 or coupling * coupling == 0:
        return math.inf
    try:
        return scale * math.exp(landau_logarithm(coefficient, coupling))
    except OverflowError:
        return math.inf


def landau_logarithm(coefficient: float, coupling: float) -> float:
    """ln(pole/scale) = 8 pi^2/(b g^2) of `landau_pole`, also of sympy expressions.

    Args:
        coefficient: b.
        coupling: g.
    """
    return 8 * math.pi**2 / (coefficient * coupling * coupling)


def loop_factor(coupling: float) -> float:
    """alpha(g) = g^2/(4 pi)^2, the expansion parameter of paper A, Eq. (46); 1 at g = 4 pi."""
    ratio = coupling / (4 * math.pi)
    return ratio * ratio  # infinite where the power of a floating-point number is an error


def largest_coupling(width_fraction: float, coupling: float, limit: float = 0.3) -> float:
    """The gauge coupling at which Gamma/M reaches a limit; Gamma is proportional to g^2. Paper B, below Eq. (5.1).

    Args:
        width_fraction: Gamma/M at `coupling`.
        coupling: a gauge coupling.
        limit: of Gamma/M.
    """
    return coupling * math.sqrt(limit / width_fraction)


@dataclass(frozen=True)
class MixingRunning:
    """Kinetic mixing +(eps/2) B X at one loop for g_X, eps << g_1, with g_X constant; paper D, App. A.3.

    dg_1/dt = s_BB g_1^3/(48 pi^2) and deps/dt = (g_1/(48 pi^2)) (2 s_BX g_X + s_BB g_1 eps), t = ln(mu/mu_0).

    Attributes:
        s_bb: 2 sum over Weyl fermions plus sum over complex scalars of Y^2; paper D, Eq. (A.10).
        s_bx: the same of Y X.
        g_1: hypercharge coupling at mu_0, not GUT-normalised.
        g_x: the other coupling.
    """

    s_bb: float
    s_bx: float
    g_1: float
    g_x: float

    @property
    def pole(self) -> float:
        """T = 24 pi^2/(s_BB g_1^2(0)), where g_1 diverges; Eq. (A.13)."""
        return 24 * math.pi**2 / (self.s_bb * self.g_1**2)

    @property
    def slope(self) -> float:
        """The slope b = g_X s_BX/sqrt(24 pi^2 s_BB); Eq. (A.14) prints g_1 for g_X, see docs/errata.md."""
        return self.g_x * self.s_bx / math.sqrt(24 * math.pi**2 * self.s_bb)

    def hypercharge(self, t: float) -> float:
        """g_1(t), Eq. (A.13)."""
        return math.sqrt(24 * math.pi**2 / self.s_bb / (self.pole - t))

    def mixing(self, start: float, t: float) -> float:
        """eps(t) for eps(0) = `start`: (sqrt(T) eps_0 + b t)/sqrt(T - t), Eq. (A.14)."""
        return (math.sqrt(self.pole) * start + self.slope * t) / math.sqrt(self.pole - t)
