"""B_s mixing from left-handed currents: H = C (sbar gamma_mu P_L b)^2 + h.c., C in GeV^-2.

All coefficients are at the scale where the new particles are integrated out; `running` is what the renormalisation
group makes of their ratio to the Standard Model's on the way to m_b.
"""

from __future__ import annotations

import math


def tree_coefficient(coupling: complex, mass: float) -> complex:
    """C = g_bs^2/(2 M^2) of a vector with L = V_mu (g_bs sbar gamma^mu P_L b + h.c.).

    From H = J^2/(2 M^2); with the derived g_bs of paper B, Eq. (3.11), it is the first term of its Eq. (5.6) over 8.

    Args:
        coupling: g_bs.
        mass: M in GeV.
    """
    return coupling**2 / (2 * mass**2)


def box_coefficient(product: complex, fermion_mass: float, scalar_mass: float = 0.0) -> complex:
    """C of the box of a vector-like quark Q and a complex scalar Phi, L = -Y_i qbar_i Q Phi + h.c.

    C = (Y_b Y_s^*)^2/(128 pi^2) times the integral of K^2/((K + m_Q^2)^2 (K + m_Phi^2)^2) over K > 0, which is
    F(x, x)/m_Phi^2 of Arnan, Hofer, Mescia and Crivellin, JHEP 04 (2017) 043. For m_Phi = 0 it is 1/m_Q^2: the second
    term of paper B, Eq. (5.6), over 8.

    Args:
        product: Y_b Y_s^*.
        fermion_mass: m_Q in GeV, not 0.
        scalar_mass: m_Phi in GeV.
    """
    return product**2 / (128 * math.pi**2) * _box_integral((scalar_mass / fermion_mass) ** 2) / fermion_mass**2


def _box_integral(x: float) -> float:
    """(1 - x^2 + 2 x ln x)/(1 - x)^3: 1 at x = 0 and 1/3 at x = 1."""
    if x == 0:
        return 1.0
    d = 1 - x
    if abs(d) < 1e-3:
        # The closed form loses all digits here: the sum of 2 d^n/((n+2) (n+3)).
        return sum(2 * d**n / ((n + 2) * (n + 3)) for n in range(6))
    return (1 - x**2 + 2 * x * math.log(x)) / d**3


def standard_coefficient(
    fermi_constant: float, w_mass: float, ckm_factor: complex, loop: float, qcd: float = 1.0
) -> complex:
    """C of the Standard Model, G_F^2 M_W^2/(4 pi^2) (V_tb V_ts^*)^2 S_0 eta.

    Buras, Jamin, Weisz, Nucl. Phys. B347 (1990) 491. It is paper B, Eq. (5.5), over 8 for eta = 1 (its QCD corrections
    cancel in the ratio), and 4 G_F/sqrt(2) (V_tb V_ts^*)^2 R_SM^loop of paper C, Eq. (4.6).

    Args:
        fermi_constant: G_F in GeV^-2.
        w_mass: M_W in GeV.
        ckm_factor: V_tb V_ts^*.
        loop: S_0(m_t^2/M_W^2).
        qcd: eta, 0.838 in the normalisation of R_SM^loop.
    """
    return (fermi_constant * w_mass * ckm_factor) ** 2 * loop * qcd / (4 * math.pi**2)


def mixing_ratio(coefficient: complex, standard: complex, running: float = 1.0) -> float:
    """|M_12/M_12^SM| = Delta M_s/Delta M_s^SM = |1 + eta C/C_SM|; paper B, Eq. (5.5), and paper C, Eq. (4.6).

    Args:
        coefficient: C of new particles.
        standard: C_SM.
        running: eta(M), 0.79 to 0.74 for M from 1 to 10 TeV if C_SM contains its eta_B.
    """
    return abs(1 + running * coefficient / standard)


def mixing_fraction(coupling: complex, mass: float, bound: float) -> float:
    """r_Bs = |g_bs/M|^2 over its bound; paper A, Tab. 6 (see docs/errata.md for Eqs. (41) and (44)).

    Args:
        coupling: g_bs.
        mass: M in GeV.
        bound: in TeV^-2.
    """
    return abs(coupling / (mass / 1000)) ** 2 / bound
