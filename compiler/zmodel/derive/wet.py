"""b -> s l l in the weak effective theory, from SMEFT at tree level.

Paper C, Eqs. (A.1) and (4.3), after Aebischer et al., arXiv:1512.02830. L = (4 G_F/sqrt 2) V sum C_i O_i with
O_9 = e^2/(16 pi^2) (sbar gamma P_L b)(lbar gamma l), O_10 with gamma gamma_5, primed ones with P_R. V is V_tb
V_ts^* for flavio and 1 in paper C's Eq. (4.2). The terms (1 - 4 s_W^2) are Z exchange with a changed Z-b-s
vertex. No scalar operators: C_ledq is taken to vanish, as for a vector.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import reduce
from math import pi, sqrt
from types import MappingProxyType
from typing import NamedTuple

from zmodel.derive.matching import MatchingResult
from zmodel.derive.symbolic import Symbolic, named, rational, symbolic, zero
from zmodel.model.expression import Expression

SINE_SQUARED = "sW2"
"""The name of s_W^2, the squared sine of the weak mixing angle, in expressions."""

LEPTONS = ("ee", "mumu", "tautau")


class WetTerm(NamedTuple):
    """(constant + sine_squared s_W^2) times the SMEFT coefficient `key`, in units of K."""

    constant: int
    sine_squared: int
    key: str


@dataclass(frozen=True)
class WetInputs:
    """What turns C/K into C.

    Attributes:
        fermi_constant: G_F in GeV^-2.
        alpha_em: e^2/(4 pi) at the matching scale.
        sine_squared: s_W^2.
        ckm_factor: V_tb V_ts^* for flavio's normalisation, 1 for paper C's.
    """

    fermi_constant: float
    alpha_em: float
    sine_squared: float
    ckm_factor: complex

    @property
    def factor(self) -> complex:
        """K = 2 sqrt 2 pi^2/(e^2 G_F), paper C, below Eq. (4.4), over the CKM factor; in GeV^2."""
        return pi / (sqrt(2) * self.alpha_em * self.fermi_constant * self.ckm_factor)


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


def express_b_to_s_ll(results: Iterable[MatchingResult]) -> dict[str, Expression]:
    """C/K multiplied out, by flavio's names; exactly 0 where all terms cancel. The name `sW2` is s_W^2."""
    several = tuple(results)
    sine_squared = named(SINE_SQUARED)

    def total(terms: tuple[WetTerm, ...]) -> Symbolic:
        parts = (
            symbolic(result.coefficient(t.key))
            * (rational(Fraction(t.constant)) + rational(t.sine_squared) * sine_squared)
            for result in several
            for t in terms
        )
        return reduce(Symbolic.__add__, parts, zero())

    return {name: total(terms).expression() for name, terms in B_TO_S_LL.items()}
