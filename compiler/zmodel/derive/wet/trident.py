"""Muon pairs from muon neutrinos on nuclei (neutrino tridents), at tree level and linear in SMEFT coefficients.

L = -2 sqrt 2 G_F (nubar_mu gamma P_L nu_mu)(mubar gamma (g_L P_L + g_R P_R) mu), with g_L = 1/2 + s_W^2 and g_R = s_W^2
in the Standard Model. Contact terms, W and Z exchange with changed vertices are those of Jenkins, Manohar and Stoffer,
arXiv:1709.04486, App. C; G_F, alpha and M_Z are the inputs, so that G_F of muon decay and s_W^2 shift, too. C_phiWB is
taken to vanish.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import sqrt

from zmodel.derive.wet.inputs import WetInputs


@dataclass(frozen=True)
class Trident:
    """The couplings of muons to muon neutrinos, and what they do to the trident cross section.

    Attributes:
        left: g_L.
        right: g_R.
        ratio: the cross section over the Standard Model's, (g_V^2 + g_A^2)/(same), where the muon mass is negligible.
    """

    left: float
    right: float
    ratio: float


def match_trident(coefficients: Mapping[str, complex], inputs: WetInputs) -> Trident:
    """The trident couplings.

    Args:
        coefficients: SMEFT coefficients in the basis `Warsaw` by WCxf key, in GeV^-2; missing ones vanish.
        inputs: electroweak numbers; alpha_em and the CKM factor do not matter.
    """

    def get(key: str) -> float:
        return coefficients.get(key, 0j).real

    sine = inputs.sine_squared
    vacuum = 1 / (sqrt(2) * inputs.fermi_constant)
    fermi = vacuum * (get("phil3_11") + get("phil3_22") - get("ll_1221") / 2)
    neutral = fermi + vacuum * get("phiD") / 2
    sine_shift = sine * (1 - sine) / (1 - 2 * sine) * neutral
    singlet, triplet = vacuum * get("phil1_22"), vacuum * get("phil3_22")
    neutrino = -(singlet - triplet) / 2
    left, right = sine - 0.5, sine
    delta_left = -vacuum * get("ll_2222") - fermi + 2 * triplet
    delta_left += -neutral * left + 2 * neutrino * left + sine_shift - (singlet + triplet) / 2
    delta_right = -vacuum * get("le_2222") / 2
    delta_right += -neutral * right + 2 * neutrino * right + sine_shift - vacuum * get("phie_22") / 2
    g_left, g_right = 0.5 + sine + delta_left, sine + delta_right
    standard = (0.5 + sine) ** 2 + sine**2
    return Trident(g_left, g_right, (g_left**2 + g_right**2) / standard)
