"""Paper C, Eqs. (2.8) to (2.30), symbolically; numbers; invariances; ways to say the same; errors."""

from __future__ import annotations

import random
import re
from fractions import Fraction
from itertools import product

import numpy as np
import pytest
import sympy as sp
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.helpers.smeft import (
    CHARGED,
    MALAPHORIC,
    MALAPHORIC_VALUES,
    boson_text,
    match_text,
    matching_errors,
    random_charges,
    random_unitary,
    resolve_text,
    to_sympy,
)

from zmodel.derive.matching import MatchingResult, derive_matching
from zmodel.derive.rotations import entry_name
from zmodel.derive.smeft_basis import real_keys, vector_exchange
from zmodel.derive.wcxf import evaluate_matching
from zmodel.model.expression import ZERO, EvaluationError, Name

HYPERCHARGE = {"q": "1/6", "u": "2/3", "d": "-1/3", "l": "-1/2", "e": "-1", "H": "1/2"}
PARAMETERS = [f"X_{name}{i}" for name in "qudle" for i in (1, 2, 3)]
GENERAL = f"""
model general
use sm {{ except H }}
gauge X = U(1) coupling gX boson X mass M_X
mixing epsilon (Y, X)
param {", ".join(PARAMETERS)}, X_H : rational
charges X {{ {"; ".join(f"{n.upper()} = [X_{n}1, X_{n}2, X_{n}3]" for n in "qudle")} }}
scalar H (SU2L: 2, Y: 1/2, X: X_H) vev (0, v_h/sqrt(2))
param V11, V12, V13, V21, V22, V23, V31, V32, V33 : complex
rotation Q.down = [[V11, V12, V13], [V21, V22, V23], [V31, V32, V33]]
rotation Q.up = Q.down * dag(CKM)
integrate X at M_X
"""


# ------------------------------------------------------------------ paper C, Eqs. (2.8) to (2.30)
def expected_general() -> dict[str, sp.Expr]:
    """The equations as printed, with the conversion to WCxf that the text describes."""
    g_x, g_y, epsilon, mass, x_h = sp.symbols("gX g1 epsilon M_X X_H", real=True)
    half = sp.Rational(1, 2)
    hypercharge = {name: sp.Rational(text) for name, text in HYPERCHARGE.items()}

    def charge(name: str, i: int) -> sp.Expr:
        """g_X X_i - g' epsilon Y."""
        return g_x * sp.Symbol(f"X_{name}{i}", real=True) - g_y * epsilon * hypercharge[name]

    def v(i: int, j: int) -> sp.Expr:
        return sp.Symbol(f"V{i}{j}")

    def xi(i: int, j: int) -> sp.Expr:
        """Eq. (2.12)."""
        rotated = sum(sp.conjugate(v(k, i)) * sp.Symbol(f"X_q{k}", real=True) * v(k, j) for k in (1, 2, 3))
        return g_x * rotated - hypercharge["q"] * g_y * epsilon * sp.KroneckerDelta(i, j)

    higgs = g_x * x_h - g_y * epsilon * half
    pairs = list(product((1, 2, 3), repeat=2))
    result: dict[str, sp.Expr] = {"phiBox": -(higgs**2) / (2 * mass**2), "phiD": -2 * higgs**2 / mass**2}
    for operator, name in (("ll", "l"), ("ee", "e"), ("uu", "u"), ("dd", "d")):  # (2.8)-(2.11)
        for i, j in pairs:
            if j >= i:
                factor = 2 - (i == j)
                result[f"{operator}_{i}{i}{j}{j}"] = -factor * charge(name, i) * charge(name, j) / (2 * mass**2)
    for i, j, k, m in product((1, 2, 3), repeat=4):  # (2.13)
        for key in {f"qq1_{i}{j}{k}{m}", f"qq1_{k}{m}{i}{j}"}:
            if key in vector_exchange():
                result[key] = result.get(key, 0) - xi(i, j) * xi(k, m) / (2 * mass**2)
                break
    distinct = {"le": "le", "lu": "lu", "ld": "ld", "eu": "eu", "ed": "ed", "ud1": "ud"}  # (2.14)-(2.19)
    for operator, (first, second) in distinct.items():
        for i, j in pairs:
            result[f"{operator}_{i}{i}{j}{j}"] = -charge(first, i) * charge(second, j) / mass**2
    for i, j in pairs:
        if j >= i:
            for k in (1, 2, 3):
                result[f"lq1_{k}{k}{i}{j}"] = -charge("l", k) * xi(i, j) / mass**2  # (2.20)
                for operator, name in (("qe", "e"), ("qu1", "u"), ("qd1", "d")):  # (2.21)-(2.23)
                    result[f"{operator}_{i}{j}{k}{k}"] = -charge(name, k) * xi(i, j) / mass**2
            result[f"phiq1_{i}{j}"] = -higgs * xi(i, j) / mass**2  # (2.24)
    for operator, name in (("phil1", "l"), ("phie", "e"), ("phid", "d"), ("phiu", "u")):  # (2.25)-(2.28)
        for i in (1, 2, 3):
            result[f"{operator}_{i}{i}"] = -higgs * charge(name, i) / mass**2
    return result


def test_equations_of_paper_c() -> None:
    result = match_text(GENERAL)
    expected = expected_general()
    assert set(result.coefficients) == set(expected)
    for key, formula in expected.items():
        assert sp.expand(to_sympy(result.coefficient(key)) - formula) == 0, key


def test_currents_of_paper_c() -> None:
    result = match_text(GENERAL)
    assert result.mixing == "epsilon" and result.boson == "X" and result.group == "X"
    assert result.mass == result.scale == Name("M_X")
    assert result.hypercharge_coupling == Name("g1")
    assert not any(name.startswith("CKM") for name in result.names)
    assert result.currents["u"][0][1] == ZERO
    assert result.coefficient("ll_1112") == ZERO


# ------------------------------------------------------------------ numbers
def test_malaphoric_numbers() -> None:
    """The model of paper C, Sec. 3, at its best-fit point, by hand."""
    g_x, epsilon, theta, mass, g_y = MALAPHORIC_VALUES.values()
    sine, cosine = np.sin(theta), np.cos(theta)
    shift = -epsilon * g_y
    higgs = shift / 2
    xi = {
        "11": shift / 6,
        "22": shift / 6 + g_x * sine**2,
        "33": shift / 6 + g_x * cosine**2,
        "23": -g_x * sine * cosine,
    }
    muon, electron, e_right, mu_right = (-3 * g_x - shift / 2, -shift / 2, -shift, -3 * g_x - shift)
    expected = {
        "phiD": -2 * higgs**2,
        "phiBox": -(higgs**2) / 2,
        "phil1_22": -higgs * muon,
        "phiq1_23": -higgs * xi["23"],
        "phiu_33": -higgs * (g_x + 2 * shift / 3),
        "ll_1122": -electron * muon,
        "ll_2222": -(muon**2) / 2,
        "ee_1122": -e_right * mu_right,
        "qq1_2323": -(xi["23"] ** 2) / 2,
        "qq1_2332": -(xi["23"] ** 2),
        "qq1_2233": -xi["22"] * xi["33"],
        "qq1_1123": -xi["11"] * xi["23"],
        "lq1_2223": -muon * xi["23"],
        "qe_2322": -xi["23"] * mu_right,
        "ud1_3311": -(g_x + 2 * shift / 3) * (-shift / 3),
    }
    found = evaluate_matching(match_text(MALAPHORIC), MALAPHORIC_VALUES)
    for key, value in expected.items():
        assert found[key] == pytest.approx(value / mass**2, rel=1e-13), key
    assert "phiq1_12" not in found and "ll_1221" not in found and "lq3_2223" not in found
    assert all(value != 0 and value.imag == 0 for value in found.values())


def test_zero_mixing_leaves_zeros_out() -> None:
    found = evaluate_matching(match_text(MALAPHORIC), {**MALAPHORIC_VALUES, "epsilon": 0})
    assert "phiD" not in found and "ll_1111" not in found
    assert found["ll_2222"] == pytest.approx(-4.5 * 0.078**2 / 3000**2)


# ------------------------------------------------------------------ rotations of all fields, against matrix products
def rotation_text(name: str, prefix: str) -> str:
    names = [[f"{prefix}{i}{j}" for j in (1, 2, 3)] for i in (1, 2, 3)]
    rows = [", ".join(row) for row in names]
    return f"param {', '.join(rows)} : complex\nrotation {name} = [[{'], ['.join(rows)}]]\n"


def matrix_values(prefix: str, matrix: np.ndarray) -> dict[str, complex]:
    return {f"{prefix}{i + 1}{j + 1}": complex(matrix[i, j]) for i, j in product(range(3), repeat=2)}


def ckm_values(matrix: np.ndarray) -> dict[str, complex]:
    return {entry_name("CKM", i, j): complex(matrix[i, j]) for i, j in product(range(3), repeat=2)}


def numerical_currents(
    charges: dict[str, list[Fraction]], rotations: dict[str, np.ndarray], g_x: float, shift: float
) -> dict[str, np.ndarray]:
    currents = {}
    for name in CHARGED:
        key = name.lower()
        diagonal = np.diag([g_x * float(c) + shift * float(Fraction(HYPERCHARGE[key])) for c in charges[name]])
        rotation = rotations.get(name, np.eye(3))
        currents[key] = rotation.conj().T @ diagonal @ rotation
    return currents


def assert_currents(result: MatchingResult, values: dict[str, complex], expected: dict[str, np.ndarray]) -> None:
    """By way of coefficients, so that their evaluation is tested, too; units of 1/M^2."""
    found = evaluate_matching(result, {**values, "M_X": 1.0})
    higgs = complex(values["higgs"])
    for operator, name in {"phil1": "l", "phie": "e", "phiq1": "q", "phiu": "u", "phid": "d"}.items():
        for i in range(3):
            for j in range(i, 3):
                value = found.get(f"{operator}_{i + 1}{j + 1}", 0j)
                assert value == pytest.approx(-higgs * expected[name][i, j], rel=1e-9, abs=1e-12)


@pytest.mark.parametrize("seed", range(3))
def test_rotations_of_all_fields(seed: int) -> None:
    generator = np.random.default_rng(seed)
    charges, higgs = random_charges(random.Random(seed))
    charges["E"] = [charges["E"][0]] * 2 + [charges["E"][2]]
    prefixes = {"Q": "Vq", "U": "Vu", "D": "Vd", "L": "Vl", "E": "Ve"}
    lines = "".join(
        rotation_text(f"{name}.down" if name in "QL" else name, prefix) for name, prefix in prefixes.items()
    )
    result = match_text(boson_text(charges, higgs, "mixing epsilon (Y, X)", lines))
    rotations = {name: random_unitary(generator) for name in CHARGED}
    values: dict[str, complex] = {"gX": 0.7, "g1": 0.36, "epsilon": 0.4}
    for name, prefix in prefixes.items():
        values |= matrix_values(prefix, rotations[name])
    values["higgs"] = 0.7 * float(higgs) - 0.36 * 0.4 / 2
    assert_currents(result, values, numerical_currents(charges, rotations, 0.7, -0.36 * 0.4))


def test_rotation_of_up_quarks_alone_brings_the_ckm_matrix_in() -> None:
    """V_dL = V_uL CKM."""
    generator = np.random.default_rng(1)
    charges, higgs = random_charges(random.Random(1))
    result = match_text(boson_text(charges, higgs, "", rotation_text("Q.up", "Vu")))
    up, ckm = random_unitary(generator), random_unitary(generator)
    values = {"gX": 1.0, "g1": 0.36, "higgs": float(higgs), **matrix_values("Vu", up), **ckm_values(ckm)}
    assert_currents(result, values, numerical_currents(charges, {"Q": up @ ckm}, 1.0, 0))
    aligned = match_text(boson_text(charges, higgs, "", "rotation Q.up = [[1,0,0],[0,1,0],[0,0,1]]"))
    assert_currents(aligned, values, numerical_currents(charges, {"Q": ckm}, 1.0, 0))


def test_rotation_of_neutrinos_alone_brings_the_pmns_matrix_in() -> None:
    """V_eL = V_nuL PMNS^dag, as PMNS = V_eL^dag V_nuL."""
    generator = np.random.default_rng(2)
    charges, higgs = random_charges(random.Random(2))
    result = match_text(boson_text(charges, higgs, "", rotation_text("L.up", "Vn")))
    up, pmns = random_unitary(generator), random_unitary(generator)
    values = {"gX": 1.0, "g1": 0.36, "higgs": float(higgs), **matrix_values("Vn", up)}
    values |= {entry_name("PMNS", i, j): complex(pmns[i, j]) for i, j in product(range(3), repeat=2)}
    assert_currents(result, values, numerical_currents(charges, {"L": up @ pmns.conj().T}, 1.0, 0))


@pytest.mark.parametrize("upper", [True, False])
def test_rotations_of_the_conjugate_of_a_doublet(upper: bool) -> None:
    """Its upper component is the charged lepton, its lower one the neutrino, and both turn with conjugate matrices."""
    generator = np.random.default_rng(3)
    charges, higgs = random_charges(random.Random(3))
    text = boson_text(charges, higgs, "", rotation_text("L.up", "V").replace("L.up", "Lc.up" if upper else "Lc.down"))
    opposite = ", ".join(str(-charge) for charge in charges["L"])
    text = text.replace("except H }", "except H, L }\nfermion Lc[3] right (SU2L: 2, Y: 1/2)")
    text = re.sub(r"\bL\s*=\s*\[[^\]]*\]", f"Lc = [{opposite}]", text)
    declared, pmns = random_unitary(generator), random_unitary(generator)
    values = {"gX": 1.0, "g1": 0.36, "higgs": float(higgs), **matrix_values("V", declared)}
    values |= {entry_name("PMNS", i, j): complex(pmns[i, j]) for i, j in product(range(3), repeat=2)}
    rotation = declared.conj() if upper else declared.conj() @ pmns.conj().T
    assert_currents(match_text(text), values, numerical_currents(charges, {"L": rotation}, 1.0, 0))


def test_the_ckm_matrix_drops_out() -> None:
    with_up = match_text(MALAPHORIC)
    without = match_text(MALAPHORIC.replace("rotation Q.up   = Q.down * dag(CKM)", ""))
    from_up = match_text(MALAPHORIC.replace("rotation Q.down", "rotation U").replace("Q.down", "U"))
    assert with_up == without
    assert from_up.currents["q"] == with_up.currents["q"]
    assert from_up.currents["u"] != with_up.currents["u"]


def test_equal_charges_need_no_rotation() -> None:
    text = MALAPHORIC.replace("Q = [0,0,1]", "Q = 1")
    result = match_text(text)
    assert "theta_sb" not in result.names
    values = {name: value for name, value in MALAPHORIC_VALUES.items() if name != "theta_sb"}
    assert "phiq1_23" not in evaluate_matching(result, values)


# ------------------------------------------------------------------ the same model in other words
def coefficients(text: str, **values: complex) -> dict[str, complex]:
    return evaluate_matching(match_text(text), {"gX": 0.3, "g1": 0.36, "M_X": 1000.0, **values})


def assert_equal(first: dict[str, complex], second: dict[str, complex], scale: float = 1e-9) -> None:
    for key in first.keys() | second.keys():
        assert first.get(key, 0) == pytest.approx(second.get(key, 0), rel=1e-9, abs=1e-9 * scale), key


def test_generations_one_by_one_and_conjugates() -> None:
    charges = {"Q": [1, 2, 3], "U": [0, 0, 0], "D": [5, 6, 7], "L": [Fraction(1, 2)] * 3, "E": [-1, 1, 2]}
    exact = {name: [Fraction(value) for value in values] for name, values in charges.items()}
    whole = boson_text(exact, Fraction(1, 3), "mixing epsilon (Y, X)")
    apart = """
model apart
use sm { except Q, D, E, H }
gauge X = U(1) coupling gX boson X mass M_X
mixing epsilon (Y, X)
fermion q12[2] left (SU3c: 3, SU2L: 2, Y: 1/6, X: [1, 2])
fermion q3 left (SU3c: 3, SU2L: 2, Y: 1/6, X: 3)
fermion dc[3] left (SU3c: 3bar, Y: 1/3, X: [-5, -6, -7])
fermion Ec[3] left (Y: 1, X: [1, -1, -2])
charges X { L = 1/2 }
scalar H (SU2L: 2, Y: -1/2, X: -1/3) vev (v_h/sqrt(2), 0)
integrate X at M_X
"""
    assert_equal(coefficients(whole, epsilon=0.3), coefficients(apart, epsilon=0.3))


def test_rotation_of_a_conjugate_is_conjugated() -> None:
    charges = "X: [1, 2, 3]"
    phase = "[[1, 0, 0], [0, cos(a), sin(a)*exp(i*b)], [0, -sin(a)*exp(-i*b), cos(a)]]"
    texts = [
        f"model m\nuse sm {{ except D }}\ngauge X = U(1) coupling gX boson X mass M_X\nmixing epsilon (Y, X)\n"
        f"param a, b : angle\nfermion {field}\nrotation {field.split('[')[0]} = {rotation}\nintegrate X at M_X"
        for field, rotation in (
            (f"d[3] right (SU3c: 3, Y: -1/3, {charges})", phase),
            ("dc[3] left (SU3c: 3bar, Y: 1/3, X: [-1, -2, -3])", phase.replace("i*b", "-i*b").replace("--", "")),
        )
    ]
    first, second = (coefficients(text, epsilon=0.2, a=0.4, b=0.9) for text in texts)
    assert first["phid_23"].imag != 0
    assert_equal(first, second)


def test_split_generations_rotate_among_themselves() -> None:
    text = """
model split
use sm { except Q }
gauge X = U(1) coupling gX boson X mass M_X
mixing epsilon (Y, X)
param a : angle
fermion q1 left (SU3c: 3, SU2L: 2, Y: 1/6, X: 1)
fermion q23[2] left (SU3c: 3, SU2L: 2, Y: 1/6, X: [0, 2])
rotation q23.down = [[cos(a), sin(a)], [-sin(a), cos(a)]]
integrate X at M_X
"""
    found = coefficients(text, epsilon=0.2, a=0.3)
    higgs = -0.2 * 0.36 / 2
    assert found["phiq1_23"] == pytest.approx(higgs * 0.3 * 2 * np.sin(0.3) * np.cos(0.3) / 1e6)
    assert "phiq1_12" not in found


def test_a_copy_of_hypercharge() -> None:
    """X = Y without mixing: J is the hypercharge current, as for B itself."""
    text = (
        "model copy\nuse sm\ngauge X = U(1) coupling gX boson X mass M_X\n"
        "charges X { Q = 1/6; U = 2/3; D = -1/3; L = -1/2; E = -1; H = 1/2 }\nintegrate X at M_X"
    )
    found = coefficients(text)
    assert found["le_1122"] == pytest.approx(-0.09 * 0.5 / 1e6)
    assert found["phiD"] == pytest.approx(-2 * 0.09 * 0.25 / 1e6)


generations = st.permutations([0, 1, 2])


@settings(max_examples=20, deadline=None)
@given(st.integers(0, 10**6), generations, generations)
def test_permuting_generations_permutes_coefficients(seed: int, quarks: list[int], leptons: list[int]) -> None:
    charges, higgs = random_charges(random.Random(seed))
    order = {"Q": quarks, "U": quarks, "D": quarks, "L": leptons, "E": leptons}
    permuted = {name: [values[i] for i in order[name]] for name, values in charges.items()}
    before, after = (
        coefficients(boson_text(c, higgs, "mixing epsilon (Y, X)"), epsilon=0.3) for c in (charges, permuted)
    )

    def renamed(key: str) -> str:
        """The key of `before` that becomes `key`; without rotations only diagonal currents exist."""
        operator, _, digits = key.partition("_")
        fields = [name for name in operator if name in "qudle"] if not operator.startswith("phi") else [operator[3]]
        if operator in ("phiD", "phiBox"):
            return key
        pairs = [str(order[name.upper()][int(d) - 1] + 1) * 2 for name, d in zip(fields, digits[::2], strict=True)]
        return f"{operator}_{''.join(sorted(pairs) if fields[0] == fields[-1] else pairs)}"

    assert_equal({key: before[renamed(key)] for key in after}, after)


@settings(max_examples=20, deadline=None)
@given(st.integers(0, 10**6), st.fractions(-2, 2, max_denominator=6))
def test_adding_hypercharge_is_a_shift_of_the_mixing(seed: int, a: Fraction) -> None:
    """X -> X + a Y together with epsilon -> epsilon + a g_X/g' changes nothing."""
    charges, higgs = random_charges(random.Random(seed))
    shifted = {n: [c + a * Fraction(HYPERCHARGE[n.lower()]) for c in values] for n, values in charges.items()}
    line = "mixing epsilon (Y, X)"
    before = coefficients(boson_text(charges, higgs, line), epsilon=0.3)
    after = coefficients(boson_text(shifted, higgs + a / 2, line), epsilon=0.3 + float(a) * 0.3 / 0.36)
    assert_equal(before, after, scale=max(abs(value) for value in before.values()))


# ------------------------------------------------------------------ notes and errors
def test_notes() -> None:
    notes = " ".join(match_text(MALAPHORIC).notes)
    assert "M_X^2 X_mu X^mu/2" in notes
    assert "right-handed neutrinos N are left out" in notes
    assert "heavy fields left out, with what their own exchange gives: theta" in notes


def test_nothing_to_integrate() -> None:
    assert derive_matching(resolve_text("model m\nuse sm")) == ((), ())


START = "model m\nuse sm\n"
BOSON = "gauge X = U(1) coupling gX boson X mass M_X\n"
DARK = "gauge Dark = U(1) boson Z2 mass M_2\n"
STRETCH = "rotation U = [[1,0,0],[0,2,0],[0,0,1]]\n"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (START + "gauge X = U(1) boson X\nintegrate X at 3 TeV", "the boson `X` has no mass"),
        (START + "integrate H at 3 TeV", "`H` belongs to the Standard Model"),
        (START + "scalar S vev w\nintegrate S at 3 TeV", "`S` has a vacuum value"),
        (START + "fermion F[2] right\nmass m = bar(cc(F)) F\nintegrate F at 3 TeV", "`F` has several generations"),
        (START + "integrate W at 80 GeV", "`W` is the boson of SU(2)"),
        (START + BOSON + "integrate X at M_X\nintegrate X at M_X", "`X` is integrated out twice"),
        (
            START.replace("sm", "sm { except E }") + BOSON + "integrate X at M_X",
            "what remains is not the Standard Model",
        ),
        (
            START + BOSON + "gauge Dark = U(1) boson A\nintegrate X at M_X",
            "the boson `A` of Dark stays light: there is no SMEFT with it",
        ),
        (START + BOSON + DARK + "integrate X at M_X", "the boson `Z2` of Dark stays light"),
        (
            START + BOSON + DARK + "scalar S (X: 1, Dark: 1) vev v_S\n"
            "integrate X at M_X\nintegrate Z2 at M_2",
            "vacuum values mix the masses of X and Dark",
        ),
        (
            START + BOSON + "rotation Q.up = dag(CKM)\nrotation Q.down = [[0,1,0],[1,0,0],[0,0,1]]\nintegrate X at M_X",
            "`Q.up` and `Q.down` are not related by the CKM matrix",
        ),
        (
            START + BOSON + "rotation Q.down = CKM\nrotation Q.up = CKM * CKM\nintegrate X at M_X",
            "`Q.up` and `Q.down` are not related by the CKM matrix",
        ),
        (START + BOSON + STRETCH + "integrate X at M_X", "the rotation of `U` is not unitary"),
        (
            "model m\nuse sm { except Q }\n" + BOSON + "fermion q[2] left (SU3c: 3, SU2L: 2, Y: 1/6)\n"
            "fermion q3 left (SU3c: 3, SU2L: 2, Y: 1/6)\nrotation q.up = [[0,1],[1,0]]\nintegrate X at M_X",
            "`q.up` belongs to a field of fewer than three generations",
        ),
    ],
)  # fmt: skip
def test_errors(text: str, message: str) -> None:
    diagnostics = matching_errors(text)
    assert len(diagnostics) == 1
    assert message in diagnostics[0].message
    assert diagnostics[0].span is not None


def test_errors_accumulate() -> None:
    text = (
        START
        + "gauge X = U(1) boson X\ngauge Dark = U(1)\nrotation U = [[1,0,0],[0,2,0],[0,0,1]]\nintegrate X at 3 TeV"
    )
    messages = [d.message for d in matching_errors(text)]
    assert [m.split("`")[0] + m.split("`")[2] for m in messages] == [
        "the boson  has no mass",
        "the boson  of Dark stays light: there is no SMEFT with it",
        "the rotation of  is not unitary",
    ]


def test_mixing_without_a_meaning() -> None:
    text = START + BOSON + "gauge SU2R = SU(2)\nmixing dark_epsilon (Y, X)\nintegrate X at M_X"
    (diagnostic,) = matching_errors(text)
    assert "exactly one gauged SU(2)" in diagnostic.message


def test_a_rotation_beyond_all_bounds() -> None:
    names = [f"a{i}" for i in range(12)]
    entry = "*".join(f"(1 + {name})" for name in names)
    text = (
        START
        + BOSON
        + f"param {', '.join(names)} : real\nrotation U = [[{entry},0,0],[0,1,0],[0,0,1]]\nintegrate X at M_X"
    )
    results, (diagnostic,) = derive_matching(resolve_text(text))
    assert results == () and diagnostic.code == "Z104"


def test_a_missing_field_is_named() -> None:
    (diagnostic,) = matching_errors(START.replace("sm", "sm { except E }") + BOSON + "integrate X at M_X")
    assert diagnostic.notes == ("no right-handed charged leptons (1, 1, -1): 3 generations are needed",)
    assert diagnostic.hints


@pytest.mark.parametrize(
    ("changed", "message"),
    [
        ({"M_X": 0}, "mass"),
        ({"gX": 0.1 + 0.2j}, "hermitian"),
        ({"epsilon": 1j}, "must be real"),
        ({"theta_sb": 1j}, "not unitary|not hermitian"),
    ],
)
def test_values_that_make_no_sense(changed: dict[str, complex], message: str) -> None:
    with pytest.raises(EvaluationError, match=message):
        evaluate_matching(match_text(MALAPHORIC), {**MALAPHORIC_VALUES, **changed})


def test_a_value_is_missing() -> None:
    with pytest.raises(EvaluationError, match="theta_sb has no value"):
        values = {name: value for name, value in MALAPHORIC_VALUES.items() if name != "theta_sb"}
        evaluate_matching(match_text(MALAPHORIC), values)


def test_a_rotation_is_unitary_for_some_values_only() -> None:
    result = match_text(GENERAL)
    values: dict[str, complex] = dict.fromkeys((*PARAMETERS, "X_H"), 1.0)
    values |= {"gX": 1.0, "g1": 0.36, "epsilon": 0.1, "M_X": 1000.0}
    unitary = matrix_values("V", random_unitary(np.random.default_rng(0)))
    found = evaluate_matching(result, values | unitary)
    assert all(value.imag == 0 for key, value in found.items() if key in real_keys())
    with pytest.raises(EvaluationError, match="rotation of q is not unitary"):
        evaluate_matching(result, values | unitary | {"V11": 2.0})


def test_ckm_entries_of_limited_accuracy() -> None:
    """Entries with a few digits will do; all of Wolfenstein's first order will not."""
    charges, higgs = random_charges(random.Random(4))
    text = boson_text(charges, higgs, "", "rotation Q.up = [[1,0,0],[0,1,0],[0,0,1]]")
    digits = np.array([[0.9743, 0.2253, 0.0], [-0.2253, 0.9743, 0.0], [0.0, 0.0, 1.0]])
    assert "phiq1_12" in coefficients(text, **ckm_values(digits))
    with pytest.raises(EvaluationError, match="rotation of q is not unitary"):
        coefficients(text, **ckm_values(np.array([[1, 0.22, 0], [-0.22, 1, 0], [0, 0, 1]])))
