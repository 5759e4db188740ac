"""Paper B (arXiv:1909.02021), Sec. 4: b -> s l l in the effective theory."""

from __future__ import annotations

import sympy
from tests.helpers.smeft import to_sympy
from tests.papers.derived import analysis
from tests.papers.ledger import Row

from zmodel.derive.matching import derive_matching
from zmodel.derive.wet import express_b_to_s_ll
from zmodel.model.expression import ZERO


def test_B09_b_to_s_ll(row: Row) -> None:
    """Eqs. (4.2) to (4.5), contact terms only, and with them Z exchange through Z-Z' mixing, which cancels C10."""
    assert row.want == "exact up to the common sign"
    results, diagnostics = derive_matching(analysis("paper_b/matching").model)
    assert diagnostics == ()
    charges = dict(zip(("ee", "mumu", "tautau"), sympy.symbols("a_e a_mu a_tau", real=True), strict=True))
    a_y, sine_squared = sympy.symbols("a_Y sW2", real=True)
    strange, bottom, mass = sympy.symbols("YQ[2] YQ[3] m_Q")
    # In L, C9 K^-1 multiplies (sbar_L gamma b_L)(lbar gamma l)/2; the printed C9 = (C_L + C_R)/2 multiplies it once.
    printed = -strange * sympy.conjugate(bottom) / (2 * mass * sympy.conjugate(mass))  # |Y_Qb Y_Qs^*|, sign as printed
    contact, full = (express_b_to_s_ll(results, z_exchange=flag) for flag in (False, True))
    for lepton, charge in charges.items():
        c9, c10 = (to_sympy(contact[f"{name}_bs{lepton}"]) / 2 for name in ("C9", "C10"))
        assert sympy.expand(c9 + printed * (charge - sympy.Rational(3, 4) * a_y)) == 0  # Eq. (4.4)
        assert sympy.expand(c10 - printed * a_y / 4) == 0  # Eq. (4.5)
        c9, c10 = (to_sympy(full[f"{name}_bs{lepton}"]) / 2 for name in ("C9", "C10"))
        assert sympy.expand(c9 + printed * (charge - a_y * (1 - sine_squared))) == 0
        assert c10 == 0
        assert full[f"C9p_bs{lepton}"] == full[f"C10p_bs{lepton}"] == ZERO
