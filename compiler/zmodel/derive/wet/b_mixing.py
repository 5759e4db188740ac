"""B_s mixing: L = C_VLL (sbar_L gamma b_L)^2 + C_VLR (sbar_L gamma b_L)(sbar_R gamma b_R) + ... + h.c.

C_VRR is that of right-handed quarks, and O_SLR = (sbar P_L b)(sbar P_R b). The octet operator qd8 is -1/6 of O_VLR and,
by a Fierz identity, -1 of O_SLR. Coefficients are in GeV^-2, without a further factor, at the matching scale.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from fractions import Fraction
from functools import reduce
from math import sqrt

from zmodel.derive.matching import Result
from zmodel.derive.symbolic import Symbolic, rational, symbolic, zero
from zmodel.derive.wet.inputs import WetInputs
from zmodel.model.expression import Expression

LOOP_FACTOR = 1.3397e-3
"""R of the Standard Model's box, paper C, below Eq. (4.6)."""

B_MIXING: Mapping[str, Mapping[str, Fraction]] = {
    "CVLL_bsbs": {"qq1_2323": Fraction(1), "qq3_2323": Fraction(1)},
    "CVRR_bsbs": {"dd_2323": Fraction(1)},
    "CVLR_bsbs": {"qd1_2323": Fraction(1), "qd8_2323": Fraction(-1, 6)},
    "CSLR_bsbs": {"qd8_2323": Fraction(-1)},
}
"""By flavio's names the SMEFT coefficients and their weights."""


def match_b_mixing(coefficients: Mapping[str, complex]) -> dict[str, complex]:
    """C_VLL, C_VRR, C_VLR and C_SLR in GeV^-2 from coefficients in the basis `Warsaw`; missing ones vanish."""
    return {
        name: sum((float(weight) * coefficients.get(key, 0j) for key, weight in weights.items()), 0j)
        for name, weights in B_MIXING.items()
    }


def express_b_mixing(results: Iterable[Result]) -> dict[str, Expression]:
    """The same as expressions, multiplied out."""
    several = tuple(results)

    def total(weights: Mapping[str, Fraction]) -> Symbolic:
        parts = (symbolic(r.coefficient(key)) * rational(w) for r in several for key, w in weights.items())
        return reduce(Symbolic.__add__, parts, zero())

    return {name: total(weights).expression() for name, weights in B_MIXING.items()}


def mass_difference_ratio(
    vector_left: complex, inputs: WetInputs, running: float, loop_factor: float = LOOP_FACTOR
) -> float:
    """Delta M_s over its Standard Model value, from C_VLL alone: paper C, Eq. (4.6), paper A, Eqs. (92), (93).

    H = (4 G_F/sqrt 2)(V_tb V_ts^*)^2 C^LL (sbar_L gamma b_L)^2 + h.c. = -C_VLL (sbar_L gamma b_L)^2 + h.c.; the ratio
    is |1 + eta C^LL/R|.

    Args:
        vector_left: C_VLL in GeV^-2.
        inputs: electroweak numbers; the CKM factor must be V_tb V_ts^*.
        running: eta, what running from the matching scale does: 0.79 at 1 TeV, 0.74 at 10 TeV.
        loop_factor: R of the Standard Model.
    """
    standard = 4 * inputs.fermi_constant / sqrt(2) * inputs.ckm_factor**2
    return abs(1 - running * vector_left / (standard * loop_factor))
