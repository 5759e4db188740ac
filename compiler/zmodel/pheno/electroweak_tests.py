"""Tests of the electroweak sector: universality of Z decays, rho, neutrino tridents."""

from __future__ import annotations

import math


def universality_ratio(first: tuple[float, float], second: tuple[float, float]) -> float:
    """R = Gamma(Z -> l l)/Gamma(Z -> l' l') = (g_L^2 + g_R^2)/(g_L'^2 + g_R'^2), paper B, Eq. (5.9); massless leptons.

    Args:
        first: left- and right-handed coupling of the Z to l.
        second: the same of l'.
    """
    return (first[0] ** 2 + first[1] ** 2) / (second[0] ** 2 + second[1] ** 2)


def rho_parameter(w_mass: float, z_mass: float, sine_squared: float) -> float:
    """The rho parameter M_W^2/(M_Z^2 cos^2 theta_W) at tree level, paper B, Eq. (5.18).

    theta_W is that of e = g2 sin(theta_W).

    Args:
        w_mass: in GeV.
        z_mass: of the lighter eigenstate, in GeV.
        sine_squared: sin^2 theta_W.
    """
    return w_mass**2 / (z_mass**2 * (1 - sine_squared))


TRIDENT_WEIGHT = 1.13
"""Weight of the axial coupling with the cuts of CCFR: paper B, Eq. (5.22); Altmannshofer et al., arXiv:1902.06765."""


def trident_ratio(
    neutrino: float, vector: float, axial: float, mass: float, *, vacuum_value: float, sine_squared: float
) -> float:
    """sigma(nu_mu -> nu_mu mu mu) over the Standard Model's; paper B, Eqs. (5.22) to (5.24).

    A heavy vector adds 2 v^2 g_nu g_V/M^2 to 1 + 4 sin^2 theta_W, and 2 v^2 g_nu g_A/M^2 to 1. It holds for M far above
    the momentum transfer, some GeV.

    Args:
        neutrino: coupling of the left-handed muon neutrino.
        vector: g_V of the muon.
        axial: g_A of the muon, L = V_mu mubar gamma^mu (g_V - g_A gamma5) mu.
        mass: M in GeV.
        vacuum_value: v = (sqrt(2) G_F)^(-1/2) in GeV.
        sine_squared: sin^2 theta_W.
    """
    scale = 2 * (vacuum_value / mass) ** 2 * neutrino
    standard = 1 + 4 * sine_squared
    numerator = (standard + scale * vector) ** 2 + TRIDENT_WEIGHT * (1 + scale * axial) ** 2
    return numerator / (standard**2 + TRIDENT_WEIGHT)


def tree_couplings(w_mass: float, z_mass: float, vacuum_value: float) -> tuple[float, float]:
    """g1 (not GUT-normalised) and g2 that give these masses at tree level without new particles.

    Args:
        w_mass: in GeV.
        z_mass: in GeV.
        vacuum_value: v in GeV.
    """
    return 2 * math.sqrt(z_mass**2 - w_mass**2) / vacuum_value, 2 * w_mass / vacuum_value
