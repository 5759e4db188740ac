"""Paper A (arXiv:2109.06201), Sec. III: b -> s mu mu of the four benchmarks."""

from __future__ import annotations

from fractions import Fraction
from itertools import product

import numpy as np
import pytest
from tests.helpers.models import compile_file
from tests.papers.ledger import Row, inputs

from zmodel.derive.matching import derive_matching
from zmodel.derive.wcxf import evaluate_matching
from zmodel.derive.wet import WetInputs, match_b_to_s_ll
from zmodel.model.expression import Value

BENCHMARKS = (1, 2, 3, 4)


def b_to_s_mu_mu(number: int, alpha4: float) -> tuple[complex, complex]:
    """C9(mu) and C10(mu) of a benchmark at its matching scale, with V_tb V_ts^* and alpha of the ledger."""
    model = compile_file("paper_a/b_to_s_mu_mu").model
    (point,) = (point for point in model.points if point.name == f"bm{number}")
    values: dict[str, Value] = {value.name: value.value for value in point.values}
    # The charges are those of the benchmark's own file.
    own = compile_file(f"paper_a/bm{number}").model
    for field in "QUDLE":
        for generation in range(3):
            assert own.ring.format(own.charge(field, "X", generation)) == str(
                Fraction(values[f"F_{field}{generation + 1}"]).limit_denominator(1000)
            )
    values["g4"] = 4 * np.pi * np.sqrt(alpha4)
    values["v_phi"] = values["mu0"] / (values["F_phi"] * values["g4"])  # M_Z' = mu0, Eq. (23)
    angle = np.arcsin(-2 * inputs()["VtbVtsconj"]) / 2
    ckm = np.array([[1, 0, 0], [0, np.cos(angle), np.sin(angle)], [0, -np.sin(angle), np.cos(angle)]])
    values |= {f"CKM[{i + 1},{j + 1}]": complex(ckm[i, j]) for i, j in product(range(3), repeat=2)}
    results, diagnostics = derive_matching(model)
    assert diagnostics == ()
    fermi, alpha = inputs()["G_F"], float(Fraction(1) / Fraction(inputs()["alpha_em"].removeprefix("1/")))
    wet = match_b_to_s_ll(evaluate_matching(results, values), WetInputs(fermi, alpha, 0.23, inputs()["VtbVtsconj"]))
    assert wet["C9p_bsmumu"] == wet["C10p_bsmumu"] == wet["C9_bsee"] == 0  # Eq. (38), and no charge of electrons
    return wet["C9_bsmumu"], wet["C10_bsmumu"]


def test_A12_wilson_coefficients(row: Row) -> None:
    alpha4 = (1.87e-2, 5.97e-3, 4.60e-2, 2.45e-2)
    for number, alpha, want in zip(BENCHMARKS, alpha4, row.want, strict=True):
        found = b_to_s_mu_mu(number, alpha)
        row.record(found)
        assert found == pytest.approx(want, rel=row.tol, abs=1e-12)


def test_A13_coupling_from_the_best_fit(row: Row) -> None:
    """C9 of Tab. 6 is proportional to alpha4 at a given M_Z', Eq. (34)."""
    best_fit = (-0.83, -0.41, -0.71, -0.83)
    slopes = [b_to_s_mu_mu(number, 1.0)[0].real for number in BENCHMARKS]
    row.assert_close([c9 / slope for c9, slope in zip(best_fit, slopes, strict=True)])
