"""Beta functions of whole models against the hand-written component theories of `tests/oracles/physical_models.py`."""

from __future__ import annotations

import json
from fractions import Fraction
from functools import cache

import numpy as np
import pytest
from tests.helpers.evaluate import Value, evaluate_betas, evaluate_flavour
from tests.helpers.models import compile_text
from tests.oracles import physical_models as oracle
from tests.oracles.freeze import ANOMALOUS, betas_of, random_point

from zmodel.derive.beta.derive import BetaFunctions, derive_betas
from zmodel.derive.beta.loops import HIGHEST

ORDERS = range(1, max(HIGHEST.values()) + 1)
FULL_ORDERS = range(1, min(HIGHEST.values()) + 1)
"""Loop orders that every sector has."""

TEXTS = {
    "sm": "model sm_alone\nuse sm",
    "b_minus_l": """
        model b_minus_l
        use sm
        gauge X = U(1) coupling gX
        mixing eta (Y, X)
        charges X { Q = 1/3; U = 1/3; D = 1/3; L = -1; E = -1 }
        fermion N[3] right (X: -1)
        scalar chi (X: 2)
        yukawa Ynu = bar(L) tilde(H) N
        yukawa YN  = N N chi
        potential {
          mchi2      = dag(chi) chi
          lambda_chi = (dag(chi) chi)^2
          lambda_mix = (dag(H) H) (dag(chi) chi)
        }
        require anomaly_free
        """,
    "thdm": """
        model thdm
        use sm { except H }
        scalar H1 (SU2L: 2, Y: 1/2)
        scalar H2 (SU2L: 2, Y: 1/2)
        yukawa Yu1 = bar(Q) tilde(H1) U; yukawa Yd1 = bar(Q) H1 D; yukawa Ye1 = bar(L) H1 E
        yukawa Yu2 = bar(Q) tilde(H2) U; yukawa Yd2 = bar(Q) H2 D; yukawa Ye2 = bar(L) H2 E
        potential {
          m11 = dag(H1) H1;  m22 = dag(H2) H2;  m12 = dag(H1) H2
          lambda1 = (dag(H1) H1)^2
          lambda2 = (dag(H2) H2)^2
          lambda3 = (dag(H1) H1) (dag(H2) H2)
          lambda4 = (dag(H1) H2) (dag(H2) H1)
          lambda5 = (dag(H1) H2)^2
          lambda6 = (dag(H1) H1) (dag(H1) H2)
          lambda7 = (dag(H2) H2) (dag(H1) H2)
        }
        """,
    "vector_like_quark": """
        model vector_like_quark
        use sm { except H }
        gauge X = U(1) coupling gX
        mixing eta (Y, X)
        param a_e, a_mu, a_tau, a_Y
        let Xq = -(a_e + a_mu + a_tau)/9
        charges X {
          Q = Xq + a_Y/6;  U = Xq + 2*a_Y/3;  D = Xq - a_Y/3
          L = [a_e, a_mu, a_tau] - a_Y/2;  E = [a_e, a_mu, a_tau] - a_Y
        }
        fermion N[3] right (X: [a_e, a_mu, a_tau])
        scalar  H   (SU2L: 2, Y: -1/2, X: -a_Y/2)
        scalar  Phi (X: 1)
        fermion QL4 left  (SU3c: 3, SU2L: 2, Y: 1/6, X: Xq + a_Y/6 - 1)
        fermion QR4 right (SU3c: 3, SU2L: 2, Y: 1/6, X: Xq + a_Y/6 - 1)
        mass   m_Q = bar(QL4) QR4
        yukawa Yu  = bar(Q) H U
        yukawa Yd  = bar(Q) tilde(H) D
        yukawa Ye  = bar(L) tilde(H) E
        yukawa YQ  = bar(Q) QR4 Phi
        potential {
          mH2 = dag(H) H;  mPhi2 = dag(Phi) Phi
          lambda     = (dag(H) H)^2
          lambda_Phi = (dag(Phi) Phi)^2
          lambda_mix = (dag(H) H) (dag(Phi) Phi)
        }
        """,
    "singlet": """
        model singlet
        use sm { except H }
        scalar H (SU2L: 2, Y: 1/2)
        fermion FL left  (Y: 3)
        fermion FR right (Y: 3)
        scalar sigma
        yukawa Yu = bar(Q) tilde(H) U
        yukawa yS = bar(FL) sigma FR
        yukawa yT = bar(FL) dag(sigma) FR
        mass   M  = bar(FL) FR
        potential {
          lambda    = (dag(H) H)^2
          lambda_s  = (dag(sigma) sigma)^2
          lambda_hs = (dag(H) H) (dag(sigma) sigma)
          lambda_a  = (dag(H) H) sigma^2
          lambda_b  = (dag(sigma) sigma) sigma^2
          lambda_c  = sigma^4
          kappa_h = (dag(H) H) sigma;  kappa_s = (dag(sigma) sigma) sigma;  kappa_3 = sigma^3
          mH2 = dag(H) H;  ms2 = dag(sigma) sigma;  bs2 = sigma^2
        }
        """,
}
MODELS = {
    "sm": oracle.standard_model(),
    "b_minus_l": oracle.b_minus_l_model(),
    "thdm": oracle.thdm_model(),
    "vector_like_quark": oracle.vector_like_quark_model(),
    "singlet": oracle.singlet_model(),
}
CHARGES = {"a_e": 0.59, "a_mu": 1.0, "a_tau": 0.0, "a_Y": 0.87}


@cache
def betas(name: str) -> BetaFunctions:
    analysis = compile_text(TEXTS[name])
    return derive_betas(analysis.model, analysis.couplings, max(ORDERS))


def assert_close(got: dict[str, Value], expected: dict[str, Value], tolerance: float = 1e-12) -> None:
    assert set(got) == set(expected)
    for name, value in expected.items():
        size = float(np.abs(value).max())
        np.testing.assert_allclose(got[name], value, rtol=tolerance, atol=tolerance * size, err_msg=name)


def given(name: str, values: dict[str, Value]) -> dict[str, Value]:
    """A point of the oracle as the compiled model wants it."""
    if name != "vector_like_quark":
        return dict(values)
    # The oracle runs the three diagonal entries that the charges allow.
    return values | CHARGES | {"Ye": np.diag(np.asarray(values["Ye"]))}


@pytest.mark.parametrize("seed", [11, 12])
@pytest.mark.parametrize("loop", ORDERS)
@pytest.mark.parametrize("name", TEXTS)
def test_all_couplings_at_a_complex_point(name: str, loop: int, seed: int) -> None:
    model = MODELS[name]
    values = random_point(model, seed, mixed=True)
    expected = betas_of(model, values, loop)
    if name == "vector_like_quark" and "Ye" in expected:
        expected |= {"Ye": np.diag(np.asarray(expected["Ye"]))}
    assert_close(evaluate_betas(betas(name), given(name, values), loop), expected)


@pytest.mark.parametrize("xi", ["0.0", "0.37", "1.0"])
@pytest.mark.parametrize("loop", FULL_ORDERS)
@pytest.mark.parametrize("name", TEXTS)
def test_anomalous_dimensions_of_all_fields(name: str, loop: int, xi: str) -> None:
    frozen = json.loads(ANOMALOUS.read_text(encoding="utf-8"))["models"][name][str(loop)][xi]
    beta = betas(name)
    values = given(name, random_point(MODELS[name], 202, mixed=True)) | {beta.gauge_parameter: float(xi)}
    assert {" ".join(pair) for pair in beta.anomalous} >= set(frozen)
    for (first, second), orders in beta.anomalous.items():
        data = np.asarray(frozen.get(f"{first} {second}", [0, 0]))
        expected = data[..., 0] + 1j * data[..., 1]
        got = evaluate_flavour(orders[loop], values, len(expected) if expected.ndim else None)
        np.testing.assert_allclose(got, expected, rtol=1e-10, atol=1e-10, err_msg=f"{first} {second}")


# ------------------------------------------------------------------ other ways to write the Standard Model
@pytest.mark.parametrize("loop", FULL_ORDERS)
def test_order_of_fields_bars_and_factors_of_a_term(loop: int) -> None:
    analysis = compile_text("""
        model reordered
        gauge Y = U(1) coupling g1; gauge SU2L = SU(2) coupling g2; gauge SU3c = SU(3) coupling g3
        scalar H (SU2L: 2, Y: 1/2)
        fermion E[3] right (Y: -1)
        fermion L[3] left (SU2L: 2, Y: -1/2)
        fermion D[3] right (SU3c: 3, Y: -1/3)
        fermion U[3] right (SU3c: 3, Y: 2/3)
        fermion Q[3] left (SU3c: 3, SU2L: 2, Y: 1/6)
        yukawa Yu = bar(U) dag(tilde(H)) Q
        yukawa Yd = bar(Q) H D
        yukawa Ye = bar(E) dag(H) L
        potential { mH2 = 2 dag(H) H; lambda = 1/2 (dag(H) H)^2 }
        """)
    model = MODELS["sm"]
    values = random_point(model, 5, mixed=True)
    expected = betas_of(model, values, loop)
    factor: dict[str, float] = {"mH2": 2, "lambda": 0.5}
    changed = {n: np.asarray(v).conj().T if n in ("Yu", "Ye") else v for n, v in values.items()}
    changed |= {name: np.asarray(values[name]) / f for name, f in factor.items()}
    got = evaluate_betas(derive_betas(analysis.model, analysis.couplings, loop), changed, loop)
    got |= {name: np.asarray(got[name]).conj().T for name in ("Yu", "Ye")}
    got |= {name: np.asarray(got[name]) * f for name, f in factor.items()}
    assert_close(got, expected)


@pytest.mark.parametrize("loop", FULL_ORDERS)
def test_left_handed_conjugates_stand_for_right_handed_fields(loop: int) -> None:
    analysis = compile_text("""
        model conjugates
        gauge Y = U(1) coupling g1; gauge SU2L = SU(2) coupling g2; gauge SU3c = SU(3) coupling g3
        scalar H (SU2L: 2, Y: 1/2)
        fermion e[3] left (Y: 1)
        fermion L[3] left (SU2L: 2, Y: -1/2)
        fermion d[3] left (SU3c: 3bar, Y: 1/3)
        fermion u[3] left (SU3c: 3bar, Y: -2/3)
        fermion Q[3] left (SU3c: 3, SU2L: 2, Y: 1/6)
        yukawa Yu = bar(cc(Q)) u H
        yukawa Yd = bar(cc(d)) dag(H) Q
        yukawa Ye = L e dag(H)
        potential { mH2 = dag(H) H; lambda = (dag(H) H)^2 }
        require anomaly_free
        """)
    model = MODELS["sm"]
    values = random_point(model, 6, mixed=True)
    expected = betas_of(model, values, loop)

    def conjugated(items: dict[str, Value]) -> dict[str, Value]:
        """The coupling of the conjugate term, with rows and columns in written order."""
        changed = {name: np.asarray(items[name]).conj() for name in ("Yu", "Yd", "Ye")}
        return items | {"Yu": changed["Yu"], "Yd": changed["Yd"].T, "Ye": changed["Ye"]}

    got = evaluate_betas(derive_betas(analysis.model, analysis.couplings, loop), conjugated(values), loop)
    assert_close(conjugated(got), expected)


# ------------------------------------------------------------------ kept entries
@pytest.mark.parametrize("loop", FULL_ORDERS)
def test_kept_entries_run_as_entries_of_the_matrix(loop: int) -> None:
    analysis = compile_text("""
        model kept
        use sm { except Yu, Yd }
        gauge X = U(1) coupling gX
        mixing eta (Y, X)
        charges X { Q = 1/3; U = 1/3; D = 1/3; L = -1; E = -1 }
        fermion N[3] right (X: -1)
        scalar chi (X: 2)
        yukawa Yu  = bar(Q) tilde(H) U    keep (3,3) as yt, (2,3) as yct
        yukawa Yd  = bar(Q) H D           keep (3,3) as yb
        yukawa Ynu = bar(L) tilde(H) N    keep (1,2) as y12, (3,2) as y32
        yukawa YN  = N N chi              keep (1,2) as k12, (3,3) as k33
        potential {
          mchi2      = dag(chi) chi
          lambda_chi = (dag(chi) chi)^2
          lambda_mix = (dag(H) H) (dag(chi) chi)
        }
        """)
    kept: dict[str, dict[tuple[int, int], str]] = {
        "Yu": {(2, 2): "yt", (1, 2): "yct"},
        "Yd": {(2, 2): "yb"},
        "Ynu": {(0, 1): "y12", (2, 1): "y32"},
        "YN": {(0, 1): "k12", (2, 2): "k33"},
    }
    model = MODELS["b_minus_l"]
    values = random_point(model, 7, mixed=True)
    sparse = dict(values)
    numbers: dict[str, Value] = {}
    for name, entries in kept.items():
        matrix = np.zeros((3, 3), dtype=complex)
        for (i, j), entry in entries.items():
            matrix[i, j] = numbers[entry] = complex(np.asarray(values[name])[i, j])
            if name == "YN":
                matrix[j, i] = matrix[i, j]
        sparse[name] = matrix
    full = betas_of(model, sparse, loop)
    expected = {name: value for name, value in full.items() if name not in kept}
    for name, entries in kept.items():
        expected |= {entry: complex(np.asarray(full[name])[index]) for index, entry in entries.items()}
    start = {name: value for name, value in values.items() if name not in kept} | numbers
    got = evaluate_betas(derive_betas(analysis.model, analysis.couplings, loop), start, loop)
    assert_close(got, expected)


# ------------------------------------------------------------------ numbers from the literature
def test_gauge_coefficients_of_the_standard_model() -> None:
    beta = betas("sm")
    coefficients = {"g1": Fraction(41, 6), "g2": Fraction(-19, 6), "g3": Fraction(-7)}
    ring = beta.alphabet.ring
    for name, expected in coefficients.items():
        assert beta.by_name[name][1] == beta.alphabet.scalar(ring.symbol(name) ** 3 * ring.constant(expected))


def test_running_of_the_coupling_matrix_of_b_minus_l() -> None:
    beta = betas("b_minus_l")
    constant = beta.alphabet.ring.constant
    gamma = {("Y", "Y"): Fraction(41, 6), ("Y", "X"): Fraction(16, 3), ("X", "X"): Fraction(12)}
    for pair, value in gamma.items():
        assert beta.abelian_running[1][pair] == beta.alphabet.scalar(constant(2 * value))
        assert beta.abelian_running[1][pair[::-1]] == beta.abelian_running[1][pair]
