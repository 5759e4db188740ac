"""The weak effective theory from SMEFT at tree level: formulas of b -> s l l, and numbers at a point."""

from __future__ import annotations

from collections.abc import Mapping

from zmodel.derive.matching import Result
from zmodel.derive.symbolic import TooManyTermsError
from zmodel.derive.wet import (
    WetInputs,
    express_b_to_s_ll,
    match_b_mixing,
    match_b_to_s_ll,
    match_b_to_s_ll_scalar,
    match_b_to_s_nunu,
    match_trident,
)
from zmodel.emit.expression_text import expression_formula
from zmodel.emit.formula import Formula
from zmodel.emit.report import Cell, Json, Table
from zmodel.model.expression import ZERO
from zmodel.pheno.constants import ckm_matrix, constant

ROUNDING = 1e-14

BOTTOM_MASS = 2.87
"""m_b(M_Z) in GeV, MS-bar: m_b(m_b) of `pheno.constants` with QCD of five flavours, alpha_s(M_Z) = 0.1180."""


def formula_table(results: tuple[Result, ...]) -> list[Table]:
    """C9 and C10 over K, where they are not too long to be written out."""
    try:
        found = express_b_to_s_ll(results)
    except TooManyTermsError:
        return []
    rows: list[tuple[Cell, ...]] = [(name, expression_formula(value)) for name, value in found.items() if value != ZERO]
    note = "flavio's names; K = pi/(sqrt(2) alpha G_F V_tb V_ts^*), sW2 = sin^2 theta_W."
    return [Table("b -> s l l, in units of K", ("coefficient", "value"), tuple(rows), note)] if rows else []


def number_tables(coefficients: Mapping[str, complex]) -> tuple[list[Table], dict[str, Json]]:
    """Everything at the scale of matching, without running: b -> s l l, b -> s nu nu, B_s mixing and tridents.

    Args:
        coefficients: by WCxf key in the basis `Warsaw`, in GeV^-2.
    """
    ckm = ckm_matrix()
    factor = ckm[2][2] * ckm[2][1].conjugate()
    inputs = WetInputs(constant("G_F"), constant("alpha_em(M_Z)"), constant("sin2_theta_W"), factor)
    found = match_b_to_s_ll(coefficients, inputs)
    found |= match_b_to_s_ll_scalar(coefficients, inputs, BOTTOM_MASS)
    found |= match_b_to_s_nunu(coefficients, inputs)
    mixing = match_b_mixing(coefficients)
    units = {name: "GeV^-1" if name.startswith(("CS", "CP")) else "1" for name in found} | dict.fromkeys(
        mixing, "GeV^-2"
    )
    numbers = {name: _rounded(value) for name, value in {**found, **mixing}.items() if value}
    rows: list[tuple[Cell, ...]] = [(name, _text(value), units[name]) for name, value in numbers.items()]
    note = (
        "At the scale of matching, without running; alpha(M_Z), m_b(M_Z) and CKM as measured. flavio's names and signs."
    )
    tables = [Table("Weak effective theory", ("coefficient", "value", "unit"), tuple(rows), note)] if rows else []
    trident = match_trident(coefficients, inputs)
    couplings = {"g_L": trident.left, "g_R": trident.right, "ratio": trident.ratio}
    lines: list[tuple[Cell, ...]] = [
        (Formula("g_L(mu)", "g_L^{\\mu}"), f"{trident.left:.6f}"),
        (Formula("g_R(mu)", "g_R^{\\mu}"), f"{trident.right:.6f}"),
        (Formula("sigma/sigma_SM", "\\sigma/\\sigma_{SM}"), f"{trident.ratio:.6f}"),
    ]
    tables.append(Table("Neutrino tridents", ("quantity", "value"), tuple(lines), "nu_mu N -> nu_mu mu mu N."))
    data: dict[str, Json] = {
        "coefficients": {name: _json(value) for name, value in numbers.items()},
        "trident": dict(couplings.items()),
    }
    return tables, data


def _rounded(value: complex) -> complex:
    """Without an imaginary part that is rounding."""
    return complex(value.real) if abs(value.imag) <= ROUNDING * abs(value) else value


def _text(value: complex) -> str:
    return f"{value.real:.6e} {value.imag:+.6e} i" if value.imag else f"{value.real:.6e}"


def _json(value: complex) -> Json:
    return {"Re": value.real, "Im": value.imag} if value.imag else value.real
