"""Every form of kinetic mixing: h, and running that agrees with dh/dlnmu = h S h.

The matrices below are written from docs/conventions.md, not taken from the compiler.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import pytest
from numpy.typing import NDArray
from tests.helpers.evaluate import evaluate_betas, evaluate_flavour
from tests.helpers.models import compile_text, diagnose

from zmodel.derive.beta.derive import BetaFunctions, derive_betas
from zmodel.derive.beta.mixing import abelian_sector, definitions
from zmodel.model.expression import evaluate

Real = NDArray[np.float64]
FORMS = ["eta", "epsilon", "epsilon_plus", "dark_epsilon", "triangular"]
# In dark_epsilon the first-named group is hypercharge.
CASES = [
    (form, pair, declared)
    for form in FORMS
    for pair in ("YX", "XY")
    for declared in ("YX", "XY")
    if (form, pair) != ("dark_epsilon", "XY")
]
POINT = {"g1": 0.68, "gX": 0.46, "g2": 0.55, "m": 0.31, "y": 0.4, "l": 0.3, "ls": 0.2, "lm": 0.1}


def expected_h(form: str, pair: str, values: Mapping[str, float]) -> Real:
    """h of the groups (Y, X) for `mixing FORM (pair) as m`."""
    g, gx, m = values["g1"], values["gX"], values["m"]
    if form == "eta":
        return np.array([[g**2, m * g * gx], [m * g * gx, gx**2]])
    if form == "triangular":
        # Row = charge, column = boson: the first-named group keeps its own coupling.
        factor = np.array([[g, m], [0, gx]] if pair == "YX" else [[g, 0], [m, gx]])
        return factor @ factor.T
    weak_cosine = values["g2"] / np.hypot(g, values["g2"])
    kinetic = {"epsilon": m, "epsilon_plus": -m, "dark_epsilon": m / weak_cosine}[form]
    inverse = np.array([[1 / g**2, kinetic / (g * gx)], [kinetic / (g * gx), 1 / gx**2]])
    return np.linalg.inv(inverse)


def betas(form: str, pair: str, declared: str) -> BetaFunctions:
    groups = {"Y": "gauge Y = U(1) coupling g1", "X": "gauge X = U(1) coupling gX"}
    text = f"""
        model two_abelian_groups
        gauge W = SU(2) coupling g2
        {groups[declared[0]]}
        {groups[declared[1]]}
        mixing {form} ({pair[0]}, {pair[1]}) as m
        fermion A left (Y: 1, X: 2)
        fermion B right (Y: -1, X: 3)
        fermion D[2] left (W: 2, Y: 1/2, X: [1, 2])
        scalar H (W: 2, Y: 1/2, X: -5)
        scalar s (Y: 2, X: -1)
        yukawa y = bar(A) s B
        potential {{ l = (dag(H) H)^2; ls = (dag(s) s)^2; lm = (dag(H) H) (dag(s) s) }}
        """
    analysis = compile_text(text)
    return derive_betas(analysis.model, analysis.couplings, 1)


def complete(beta: BetaFunctions, values: Mapping[str, float]) -> dict[str, float]:
    """The values with those of symbols that are functions of them."""
    result = dict(values)
    for name, expression in definitions(beta.sector):
        result[name] = float(np.real(evaluate(expression, result)))
    return result


def matrix_of(beta: BetaFunctions, entries: str, values: Mapping[str, float]) -> Real:
    """h, or S at one loop, over (Y, X)."""
    if entries == "h":
        flavours = {pair: beta.alphabet.scalar(value) for pair, value in beta.h.items()}
    else:
        flavours = dict(beta.abelian_running[1])
    return np.array([[np.real(evaluate_flavour(flavours[a, b], values)) for b in "YX"] for a in "YX"])


@pytest.mark.parametrize(("form", "pair", "declared"), CASES)
def test_coupling_matrix(form: str, pair: str, declared: str) -> None:
    beta = betas(form, pair, declared)
    h = matrix_of(beta, "h", complete(beta, POINT))
    np.testing.assert_allclose(h, expected_h(form, pair, POINT), rtol=1e-13)


@pytest.mark.parametrize(("form", "pair", "declared"), CASES)
def test_running_is_that_of_the_coupling_matrix(form: str, pair: str, declared: str) -> None:
    beta = betas(form, pair, declared)
    values = complete(beta, POINT)
    h, s = expected_h(form, pair, POINT), matrix_of(beta, "S", values)
    rates = evaluate_betas(beta, values, 1)
    step = 1e-5
    change = np.zeros((2, 2))
    for name in ("g1", "gX", "g2", "m"):
        up, down = ({**POINT, name: POINT[name] + sign * step} for sign in (1, -1))
        slope = (expected_h(form, pair, up) - expected_h(form, pair, down)) / (2 * step)
        change += slope * np.real(rates[name])
    np.testing.assert_allclose(change, h @ s @ h, rtol=1e-7)


@pytest.mark.parametrize(("form", "pair", "declared"), CASES)
def test_other_couplings_depend_on_the_coupling_matrix_only(form: str, pair: str, declared: str) -> None:
    """The variables of one form are converted to those of another; y and the quartics run the same."""
    beta, other = betas(form, pair, declared), betas("eta", "YX", "YX")
    h = expected_h(form, pair, POINT)
    g, gx = np.sqrt(np.diag(h))
    converted = {**POINT, "g1": float(g), "gX": float(gx), "m": float(h[0, 1] / (g * gx))}
    got = evaluate_betas(beta, complete(beta, POINT), 1)
    expected = evaluate_betas(other, converted, 1)
    for name in ("y", "l", "ls", "lm", "g2"):
        np.testing.assert_allclose(got[name], expected[name], rtol=1e-12, err_msg=name)


def test_three_abelian_groups() -> None:
    """Each pair mixes; S is over three groups, and h keeps its diagonal of squared couplings."""
    analysis = compile_text("""
        model three_abelian_groups
        gauge A = U(1) coupling a; gauge B = U(1) coupling b; gauge C = U(1) coupling c
        mixing eta (A, B) as ab; mixing eta (B, C) as bc; mixing eta (C, A) as ca
        fermion f[2] left (A: [1, 2], B: 3, C: -1)
        scalar s (A: 1, B: -2, C: 4)
        potential { l = (dag(s) s)^2 }
        """)
    beta = derive_betas(analysis.model, analysis.couplings, 1)
    values = {"a": 0.3, "b": 0.5, "c": 0.7, "ab": 0.1, "bc": -0.2, "ca": 0.4, "l": 0.2}
    g = np.array([values[name] for name in "abc"])
    eta = np.array([[1, 0.1, 0.4], [0.1, 1, -0.2], [0.4, -0.2, 1]])
    h = eta * np.outer(g, g)
    fermions, scalar = np.array([[1, 3, -1], [2, 3, -1]]), np.array([1, -2, 4])
    s = 2 * (2 / 3 * sum(np.outer(q, q) for q in fermions) + 1 / 3 * np.outer(scalar, scalar))
    rate = h @ s @ h
    got = evaluate_betas(beta, values, 1)
    np.testing.assert_allclose([got[name] for name in "abc"], np.diag(rate) / (2 * g), rtol=1e-12)
    for name, i, j in (("ab", 0, 1), ("bc", 1, 2), ("ca", 2, 0)):
        expected = rate[i, j] / (g[i] * g[j]) - eta[i, j] * (rate[i, i] / g[i] ** 2 + rate[j, j] / g[j] ** 2) / 2
        np.testing.assert_allclose(got[name], expected, rtol=1e-12, err_msg=name)
    casimir = scalar @ h @ scalar
    np.testing.assert_allclose(got["l"], 20 * 0.2**2 - 12 * casimir * 0.2 + 6 * casimir**2, rtol=1e-12)


ABELIAN = "gauge A = U(1) coupling a\ngauge B = U(1) coupling b\ngauge C = U(1) coupling c\n"
WEAK = "gauge W = SU(2) coupling g\n"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("mixing dark_epsilon (A, B)", "needs exactly one gauged SU(2)"),
        (WEAK + "gauge V = SU(2) coupling h\nmixing dark_epsilon (A, B)", "needs exactly one gauged SU(2)"),
        # c_W is that of one hypercharge.
        (WEAK + "mixing dark_epsilon (A, C) as m\nmixing dark_epsilon (B, C) as n", "needs one hypercharge"),
        (
            "mixing triangular (A, B) as m\nmixing triangular (B, C) as n\nmixing triangular (C, A) as o",
            "go in a circle",
        ),
    ],
)
def test_forms_without_a_meaning(text: str, message: str) -> None:
    _, diagnostics = diagnose("model t\n" + ABELIAN + text)
    assert [message in found.message for found in diagnostics if found.severity == "error"] == [True]


def test_triangular_mixings_in_any_order() -> None:
    """A keeps its own coupling, then B, then C, whatever comes first in the file."""
    text = "model t\n" + ABELIAN + "mixing triangular (B, A) as m\nmixing triangular (C, B) as n"
    assert abelian_sector(compile_text(text).model).names == ("C", "B", "A")
