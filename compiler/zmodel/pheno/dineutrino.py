"""b -> s nu nubar from left-handed quark currents."""

from __future__ import annotations

import math
from collections.abc import Sequence


def dineutrino_shift(
    quark: complex,
    neutrino: complex,
    mass: float,
    *,
    fermi_constant: float,
    alpha_em: float,
    ckm_factor: complex,
    standard: float,
) -> complex:
    """Amplitude of a heavy vector over that of the Standard Model: F a of paper A, Eq. (59).

    2 g_bs g_nu/(N M^2 X_SM) with N = -sqrt(2) G_F alpha V_tb V_ts^*/pi, paper A, Eq. (35).

    Args:
        quark: g_bs of L = V_mu g_bs sbar gamma^mu P_L b + h.c.
        neutrino: coupling of one neutrino.
        mass: M in GeV, far above m_b.
        fermi_constant: G_F in GeV^-2.
        alpha_em: as in X_SM, which multiplies it.
        ckm_factor: V_tb V_ts^*.
        standard: X_SM, -12.64.
    """
    normalisation = -math.sqrt(2) * fermi_constant * alpha_em * ckm_factor / math.pi
    return 2 * quark * neutrino / (normalisation * mass**2 * standard)


def dineutrino_ratio(left: Sequence[complex], others: Sequence[complex] = ()) -> float:
    """B(B -> H nu nubar) over the Standard Model's, the same for all H; paper A, Eq. (59).

    Args:
        left: shifts of the three left-handed neutrinos, which interfere.
        others: shifts of pairs that do not: of two flavours, and of light right-handed neutrinos.
    """
    return (sum(abs(1 + shift) ** 2 for shift in left) + sum(abs(shift) ** 2 for shift in others)) / 3
