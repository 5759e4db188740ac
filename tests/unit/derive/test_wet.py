"""b -> s l l of paper C, Eqs. (4.4) and (A.1) to (A.3), and against wilson's matching."""

from __future__ import annotations

import json
import random
import warnings
from math import pi, sqrt

import pytest
import sympy as sp
from tests.helpers.smeft import MALAPHORIC, boson_text, match_text, random_charges, to_sympy

from zmodel.derive.wcxf import evaluate_matching, wcxf_document
from zmodel.derive.wet import B_TO_S_LL, WetInputs, express_b_to_s_ll, match_b_to_s_ll
from zmodel.model.expression import ZERO, evaluate

ROTATION = "[[1, 0, 0], [0, cos(a), sin(a)], [0, -sin(a), cos(a)]]"
MIXED = boson_text(
    *random_charges(random.Random(5)),
    "mixing epsilon (Y, X)",
    f"param a : angle\nrotation Q.down = {ROTATION}\nrotation D = {ROTATION}",
)
MIXED_VALUES = {"gX": 0.3, "g1": 0.36, "epsilon": 0.2, "a": 0.4, "M_X": 30000.0}
"""All of C9, C10 and their primed partners are there."""

G_X, G_Y, EPSILON, THETA, MASS, SINE_SQUARED = sp.symbols("gX g1 epsilon theta_sb M_X sW2", real=True)


def test_malaphoric_model() -> None:
    """Eq. (4.4), exactly."""
    found = express_b_to_s_ll([match_text(MALAPHORIC)])
    universal = G_Y * EPSILON * (SINE_SQUARED - 1)
    factor = -G_X * sp.sin(2 * THETA) / MASS**2
    for name, bracket in {"C9_bsmumu": 3 * G_X + universal, "C9_bsee": universal, "C9_bstautau": universal}.items():
        assert sp.expand(sp.expand_trig(to_sympy(found[name]) - factor * bracket)) == 0
    assert all(value == ZERO for name, value in found.items() if not name.startswith("C9_"))
    assert found.keys() == B_TO_S_LL.keys()


def test_coefficients_of_the_malaphoric_model() -> None:
    """Eqs. (A.2), (A.3)."""
    result = match_text(MALAPHORIC)
    xi = -G_X * sp.sin(THETA) * sp.cos(THETA)
    for key, formula in {
        "lq1_2223": -(-3 * G_X + G_Y * EPSILON / 2) * xi,
        "lq1_1123": -G_Y * EPSILON * xi / 2,
        "qe_2322": -(-3 * G_X + G_Y * EPSILON) * xi,
        "qe_2311": -G_Y * EPSILON * xi,
        "phiq1_23": G_Y * EPSILON * xi / 2,
    }.items():
        assert sp.expand(to_sympy(result.coefficient(key)) - formula / MASS**2) == 0


def test_numbers_agree_with_the_expressions() -> None:
    """In paper C's normalisation, K = 2 sqrt 2 pi^2/(e^2 G_F), and in flavio's."""
    result, values = match_text(MIXED), MIXED_VALUES
    inputs = WetInputs(fermi_constant=1.166e-5, alpha_em=1 / 128, sine_squared=0.23, ckm_factor=1)
    found = match_b_to_s_ll(evaluate_matching(result, values), inputs)
    expressions = express_b_to_s_ll([result])
    k = 2 * sqrt(2) * pi**2 / (4 * pi / 128 * 1.166e-5)
    for name, value in found.items():
        assert value != 0
        assert value == pytest.approx(k * evaluate(expressions[name], {**values, "sW2": 0.23}))
    flavio = WetInputs(1.166e-5, 1 / 128, 0.23, -0.04 + 0.001j)
    assert match_b_to_s_ll(evaluate_matching(result, values), flavio)["C9_bsmumu"] == pytest.approx(
        found["C9_bsmumu"] / (-0.04 + 0.001j)
    )


def test_empty_set_of_coefficients() -> None:
    inputs = WetInputs(1.166e-5, 1 / 128, 0.23, 1)
    assert set(match_b_to_s_ll({}, inputs).values()) == {0}
    assert set(express_b_to_s_ll([]).values()) == {ZERO}


def test_against_wilson() -> None:
    """wilson's tree-level matching at the Z mass, with its own electroweak inputs; it solves for s_W^2 itself."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        wilson = pytest.importorskip("wilson")
        from ckmutil.ckm import ckm_tree  # type: ignore[import-not-found]

        def low(values: dict[str, complex]) -> dict[str, complex]:
            document = {"eft": "SMEFT", "basis": "Warsaw", "scale": 91.1876, "values": values}
            coefficients = wilson.wcxf.WC.load(json.dumps(document))
            return dict(coefficients.match("WET", "JMS").translate("flavio").dict)

        vertex = low({"phiq1_23": 1e-9})
        values = wcxf_document(match_text(MIXED), MIXED_VALUES)["values"]
        found = low(values)
    p = wilson.parameters.p
    ckm = ckm_tree(p["Vus"], p["Vub"], p["Vcb"], p["gamma"])
    sine_squared = (1 + (vertex["C9_bsmumu"] / vertex["C10_bsmumu"]).real) / 4
    assert sine_squared == pytest.approx(0.2315, abs=1e-3)
    inputs = WetInputs(p["GF"], p["alpha_e"], sine_squared, ckm[2, 2] * ckm[2, 1].conj())
    expected = match_b_to_s_ll(evaluate_matching(match_text(MIXED), MIXED_VALUES), inputs)
    size = max(abs(value) for value in expected.values())
    for name, value in expected.items():
        assert found[name] == pytest.approx(value, rel=2e-3, abs=2e-3 * size), name
