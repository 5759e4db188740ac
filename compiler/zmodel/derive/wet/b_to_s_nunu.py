"""b -> s nu nu: L = (4 G_F/sqrt 2) V_tb V_ts^* (alpha/4 pi) sum C O.

O_L = (sbar gamma P_L b)(nubar gamma (1 - gamma_5) nu), O_R with P_R. C_lq1 - C_lq3 multiplies (nubar_L gamma nu_L)
(sbar_L gamma b_L); Z exchange with a changed Z-b-s vertex adds C_phiq1 + C_phiq3, and likewise for right-handed quarks:
Buras, Girrbach-Noe, Niehoff and Straub, arXiv:1409.4557.
"""

from __future__ import annotations

from collections.abc import Mapping

from zmodel.derive.wet.inputs import WetInputs

NEUTRINOS = ("nuenue", "numunumu", "nutaunutau")


def match_b_to_s_nunu(coefficients: Mapping[str, complex], inputs: WetInputs) -> dict[str, complex]:
    """C_L and C_R of equal neutrino flavours, by flavio's names, e.g. `CL_bsnumunumu`.

    Args:
        coefficients: SMEFT coefficients in the basis `Warsaw` by WCxf key, in GeV^-2; missing ones vanish.
        inputs: electroweak numbers.
    """

    def get(key: str) -> complex:
        return coefficients.get(key, 0j)

    found: dict[str, complex] = {}
    for number, pair in enumerate(NEUTRINOS, start=1):
        flavour = f"{number}{number}23"
        left = get(f"lq1_{flavour}") - get(f"lq3_{flavour}") + get("phiq1_23") + get("phiq3_23")
        right = get(f"ld_{flavour}") + get("phid_23")
        found[f"CL_bs{pair}"] = inputs.factor * left
        found[f"CR_bs{pair}"] = inputs.factor * right
    return found
