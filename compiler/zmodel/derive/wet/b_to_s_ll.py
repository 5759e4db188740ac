"""b -> s l l in the weak effective theory, from SMEFT at tree level.

Paper C, Eqs. (A.1) and (4.3), after Aebischer et al., arXiv:1512.02830. L = (4 G_F/sqrt 2) V sum C_i O_i with
O_9 = e^2/(16 pi^2) (sbar gamma P_L b)(lbar gamma l), O_10 with gamma gamma_5, primed ones with P_R. V is V_tb
V_ts^* for flavio and 1 in paper C's Eq. (4.2). The terms (1 - 4 s_W^2) are Z exchange with a changed Z-b-s
vertex. Scalar operators come from C_ledq alone: (lbar_i P_R l_j)(sbar P_L b) and the conjugate of the one with b
and s exchanged.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from fractions import Fraction
from functools import reduce
from types import MappingProxyType
from typing import NamedTuple

from zmodel.derive.matching import Result
from zmodel.derive.symbolic import Symbolic, named, rational, symbolic, zero
from zmodel.derive.wet.inputs import SINE_SQUARED, WetInputs
from zmodel.model.expression import Expression

LEPTONS = ("ee", "mumu", "tautau")


class WetTerm(NamedTuple):
    """(constant + sine_squared s_W^2) times the SMEFT coefficient `key`, in units of K."""

    constant: int
    sine_squared: int
    key: str


def _terms() -> Mapping[str, tuple[WetTerm, ...]]:
    table: dict[str, tuple[WetTerm, ...]] = {}
    for number, lepton in enumerate(LEPTONS, start=1):
        left = f"{number}{number}23"
        # In qe the quarks come first.
        left_quark_right_lepton = f"qe_23{number}{number}"
        for coefficient, sign, vertex in (("C9", 1, (-1, 4)), ("C10", -1, (1, 0))):
            table[f"{coefficient}_bs{lepton}"] = (
                WetTerm(1, 0, left_quark_right_lepton),
                WetTerm(sign, 0, f"lq1_{left}"),
                WetTerm(sign, 0, f"lq3_{left}"),
                WetTerm(*vertex, "phiq1_23"),
                WetTerm(*vertex, "phiq3_23"),
            )
            table[f"{coefficient}p_bs{lepton}"] = (
                WetTerm(1, 0, f"ed_{left}"),
                WetTerm(sign, 0, f"ld_{left}"),
                WetTerm(*vertex, "phid_23"),
            )
    return MappingProxyType(table)


B_TO_S_LL: Mapping[str, tuple[WetTerm, ...]] = _terms()
"""C/K by flavio's names, paper C, Eq. (A.1)."""


def match_b_to_s_ll(coefficients: Mapping[str, complex], inputs: WetInputs) -> dict[str, complex]:
    """C9, C10 and their primed partners for e, mu and tau.

    Args:
        coefficients: SMEFT coefficients in the basis `Warsaw` by WCxf key, in GeV^-2; missing ones vanish.
        inputs: electroweak numbers.

    Returns:
        Values by flavio's names, e.g. `C9_bsmumu`.
    """

    def value(terms: tuple[WetTerm, ...]) -> complex:
        total = 0j
        for term in terms:
            weight = term.constant + term.sine_squared * inputs.sine_squared
            total += weight * coefficients.get(term.key, 0j)
        return inputs.factor * total

    return {name: value(terms) for name, terms in B_TO_S_LL.items()}


def match_b_to_s_ll_scalar(
    coefficients: Mapping[str, complex], inputs: WetInputs, bottom_mass: float
) -> dict[str, complex]:
    """CS, CP and their primed partners for e, mu and tau, in GeV^-1.

    O_S = m_b (sbar P_R b)(lbar l) and O_P with lbar gamma_5 l, primed with P_L, so that C_P = -C_S and C_P' = C_S',
    as in Alonso, Grinstein and Martin Camalich, arXiv:1407.7044.

    Args:
        coefficients: SMEFT coefficients in the basis `Warsaw` by WCxf key, in GeV^-2; missing ones vanish.
        inputs: electroweak numbers.
        bottom_mass: the running mass at the matching scale, in GeV.
    """
    found: dict[str, complex] = {}
    for number, lepton in enumerate(LEPTONS, start=1):
        right = coefficients.get(f"ledq_{number}{number}32", 0j).conjugate()
        left = coefficients.get(f"ledq_{number}{number}23", 0j)
        front = inputs.factor / bottom_mass
        found |= {f"CS_bs{lepton}": front * right, f"CP_bs{lepton}": -front * right}
        found |= {f"CSp_bs{lepton}": front * left, f"CPp_bs{lepton}": front * left}
    return found


def express_b_to_s_ll(results: Iterable[Result], *, z_exchange: bool = True) -> dict[str, Expression]:
    """C/K multiplied out, by flavio's names; exactly 0 where all terms cancel. The name `sW2` is s_W^2.

    Args:
        results: of the heavy fields.
        z_exchange: False leaves out Z exchange with a changed Z-b-s vertex, of the same order as the contact terms.
    """
    several = tuple(results)
    sine_squared = named(SINE_SQUARED)

    def total(terms: tuple[WetTerm, ...]) -> Symbolic:
        parts = (
            symbolic(result.coefficient(t.key))
            * (rational(Fraction(t.constant)) + rational(t.sine_squared) * sine_squared)
            for result in several
            for t in terms
            if z_exchange or not t.key.startswith("phi")
        )
        return reduce(Symbolic.__add__, parts, zero())

    return {name: total(terms).expression() for name, terms in B_TO_S_LL.items()}
