"""Paper C, malaphoric B3 - L2 (arXiv:2409.06804)."""

from __future__ import annotations

import json
from importlib.util import find_spec
from itertools import product

import numpy as np
import pytest
import sympy
from tests.papers.derived import analysis
from tests.papers.ledger import Row

from zmodel.derive.equivalence import compare_models
from zmodel.derive.matching import MatchingResult, derive_matching
from zmodel.derive.wcxf import wcxf_document
from zmodel.derive.wet import WetInputs, express_b_mixing, express_b_to_s_ll, mass_difference_ratio
from zmodel.exchange.programs import load_program
from zmodel.model.expression import Add, Constant, Expression, Function, Multiply, Name, Power, Value, evaluate

HYPERCHARGE = {"q": 1 / 6, "l": -1 / 2, "u": 2 / 3, "d": -1 / 3, "e": -1.0}


def matching(path: str) -> MatchingResult:
    (result,), diagnostics = derive_matching(analysis(path).model)
    assert diagnostics == ()
    return result


def random_values(seed: int) -> dict[str, Value]:
    rng = np.random.default_rng(seed)
    values: dict[str, Value] = {f"X_{f}{i}": rng.uniform(-2, 2) for f in "qlude" for i in (1, 2, 3)}
    values |= {"X_H": rng.uniform(-2, 2), "gX": 0.3, "g1": 0.36, "epsilon": -0.7, "M_X": 3000.0}
    unitary = np.linalg.qr(rng.normal(size=(3, 3)) + 1j * rng.normal(size=(3, 3)))[0]
    return values | {f"V{i + 1}{j + 1}": complex(unitary[i, j]) for i, j in product(range(3), repeat=2)}


def printed_coefficients(values: dict[str, Value]) -> dict[str, complex]:
    """Eqs. (2.8) to (2.30), with (2.8)-(2.11) and (2.13) converted to the non-redundant basis."""
    mixing, coupling = values["g1"] * values["epsilon"], values["gX"]
    square = values["M_X"] ** 2
    v = np.array([[values[f"V{i}{j}"] for j in (1, 2, 3)] for i in (1, 2, 3)])

    def current(name: str) -> np.ndarray:
        """g_X X - g' epsilon Y; for q the matrix of Eq. (2.12)."""
        charges = coupling * np.diag([values[f"X_{name}{i}"] for i in (1, 2, 3)])
        rotated = v.conj().T @ charges @ v if name == "q" else charges
        return np.asarray(rotated - mixing * HYPERCHARGE[name] * np.eye(3))

    g = {name: current(name) for name in HYPERCHARGE}
    higgs = coupling * values["X_H"] - mixing / 2
    result: dict[str, complex] = {"phiBox": -(higgs**2) / (2 * square), "phiD": -2 * higgs**2 / square}
    indices = range(3)
    for operator, name in (("ll", "l"), ("ee", "e"), ("uu", "u"), ("dd", "d"), ("qq1", "q")):
        for i, j, k, m in product(indices, repeat=4):
            # (ij)(kl) and (kl)(ij) are one operator: both terms of the redundant sum belong to it.
            orders = {(i, j, k, m), (k, m, i, j)}
            total = sum(g[name][a, b] * g[name][c, d] for a, b, c, d in orders)
            result[f"{operator}_{i + 1}{j + 1}{k + 1}{m + 1}"] = -total / (2 * square)
    pairs = {
        "le": "le", "lu": "lu", "ld": "ld", "eu": "eu", "ed": "ed", "ud1": "ud",
        "lq1": "lq", "qe": "qe", "qu1": "qu", "qd1": "qd",
    }  # fmt: skip
    for operator, (first, second) in pairs.items():
        for i, j, k, m in product(indices, repeat=4):
            value = -g[first][i, j] * g[second][k, m] / square
            result[f"{operator}_{i + 1}{j + 1}{k + 1}{m + 1}"] = value
    for operator, name in (("phil1", "l"), ("phie", "e"), ("phid", "d"), ("phiu", "u"), ("phiq1", "q")):
        for i, j in product(indices, repeat=2):
            result[f"{operator}_{i + 1}{j + 1}"] = -higgs * g[name][i, j] / square
    return {key: complex(value) for key, value in result.items()}


def test_C01_smeft_coefficients(row: Row) -> None:
    assert row.want == "exact"
    result = matching("paper_c/general")
    for seed in (1, 2, 3):
        values = random_values(seed)
        printed = printed_coefficients(values)
        for key in result.coefficients:
            assert evaluate(result.coefficient(key), values) == pytest.approx(printed[key], rel=1e-11), key
        # Nothing else: what is not derived vanishes or is another spelling of something derived.
        classes = {spelling for key in result.coefficients for spelling in spellings(key)}
        assert all(abs(value) < 1e-20 for key, value in printed.items() if key not in classes)
    row.record(f"{len(result.coefficients)} coefficients equal")


def spellings(key: str) -> set[str]:
    """All index orders of one operator and of its hermitian conjugate."""
    if "_" not in key:
        return {key}
    operator, digits = key.split("_")
    if len(digits) == 2:
        return {key, f"{operator}_{digits[::-1]}"}
    i, j, k, m = digits
    orders = {i + j + k + m, j + i + m + k}
    if operator in ("ll", "ee", "uu", "dd", "qq1"):
        orders |= {k + m + i + j, m + k + j + i}
    return {f"{operator}_{order}" for order in orders}


def to_sympy(expression: Expression) -> sympy.Expr:
    match expression:
        case Constant(value):
            return sympy.Rational(value.numerator, value.denominator)
        case Name(name):
            return sympy.Symbol(name, real=True)
        case Function(name, argument):
            return getattr(sympy, name)(to_sympy(argument))
        case Add(terms):
            return sympy.Add(*map(to_sympy, terms))
        case Multiply(factors):
            return sympy.Mul(*map(to_sympy, factors))
        case Power(base, exponent):
            return to_sympy(base) ** to_sympy(exponent)


def test_C02_wcxf_document(row: Row) -> None:
    """Structure and values below Eqs. (2.11), (2.13), (2.23); wilson itself judges where it is installed."""
    assert row.want == "valid"
    found = analysis("paper_c/malaphoric")
    (point,) = (item for item in found.model.points if item.name == "best_fit")
    values = {value.name: value.value for value in point.values}
    result = matching("paper_c/malaphoric")
    document = wcxf_document(result, values)
    assert (document["eft"], document["basis"], document["scale"]) == ("SMEFT", "Warsaw", 3000.0)
    # One spelling of each operator, j >= i for those with one pair of equal fields, and all of them real here.
    assert not any((spellings(key) - {key}) & set(document["values"]) for key in document["values"])
    assert all(isinstance(value, float) for value in document["values"].values())
    # (2.8) at i = 1, j = 2 with the factor 2 of the non-redundant basis.
    mixing, coupling = values["g1"] * values["epsilon"], values["gX"]
    electron, muon = mixing / 2, -3 * coupling + mixing / 2
    assert document["values"]["ll_1122"] == pytest.approx(-electron * muon / 3000.0**2, rel=1e-12)
    if find_spec("wilson") is not None:
        load_program("wilson").wcxf.WC.load(json.dumps(document)).validate()


def test_C03_b_to_s_ll(row: Row) -> None:
    assert row.want == "exact"
    found = {name: to_sympy(value) for name, value in express_b_to_s_ll([matching("paper_c/malaphoric")]).items()}
    g_x, g_y, epsilon, theta, mass, sine_squared = sympy.symbols("gX g1 epsilon theta_sb M_X sW2", real=True)
    universal = g_y * epsilon * (sine_squared - 1)
    front = -g_x * sympy.sin(2 * theta) / mass**2
    printed = {"C9_bsmumu": front * (3 * g_x + universal), "C9_bsee": front * universal}  # Eq. (4.4)
    for name, value in printed.items():
        assert sympy.expand(sympy.expand_trig(found[name] - value)) == 0, name
    assert found["C10_bsmumu"] == found["C10_bsee"] == 0
    primed = [value for name, value in found.items() if name.split("_")[0].endswith("p")]
    assert primed and all(value == 0 for value in primed)


def test_C05_mass_difference_of_the_b_s_mesons(row: Row) -> None:
    """Eq. (4.6): the same as without kinetic mixing, from the derived coefficient of (sbar_L gamma b_L)^2."""
    assert row.want == "exact"
    found = {name: to_sympy(value) for name, value in express_b_mixing([matching("paper_c/malaphoric")]).items()}
    assert all(value == 0 for name, value in found.items() if name != "CVLL_bsbs")
    g_x, theta, mass = sympy.symbols("gX theta_sb M_X", real=True)
    # Of H = (4 G_F/sqrt 2) (V_tb V_ts^*)^2 C^LL O the C^LL/R is eta times the fraction in Eq. (4.6).
    printed = g_x**2 * sympy.sin(2 * theta) ** 2 / (8 * mass**2)
    assert sympy.simplify(-found["CVLL_bsbs"] - printed) == 0
    number = complex(found["CVLL_bsbs"].subs({g_x: 0.1, theta: -0.17, mass: 3000.0}))
    running, fermi, ckm = 0.77, 1.1663787e-5, -0.04
    ratio = mass_difference_ratio(number, WetInputs(fermi, 1 / 137.036, 0.23, ckm), running)
    front = running * 0.1**2 * np.sin(-0.34) ** 2 / (8 * 1.3397e-3 * 3000.0**2)
    assert ratio == pytest.approx(abs(1 + front * np.sqrt(2) / (4 * fermi * ckm**2)), rel=1e-12)
    assert ratio > 1


def test_C06_kinetic_mixing_and_shifted_charges(row: Row) -> None:
    """B3 - L2 with kinetic mixing is 3 B3 - 3 L2 + 2 Y without it, for one value of the mixing; L_mu - L_tau is not."""
    assert row.want == "equivalent"
    mixed, shifted = analysis("paper_c/malaphoric"), analysis("paper_c/shifted")
    found = compare_models(mixed.model, mixed.couplings, shifted.model, shifted.couplings)
    assert found.holds and found.change is not None
    assert found.change.matrix == ((1, 0), (2, 1))
    row.record("equivalent: X is 3 B3 - 3 L2 + 2 Y")
    # h = ((g1^2 + 4 gX^2, 2 gX^2), (2 gX^2, gX^2)) in the basis of the mixed model, arXiv:2107.07518, Eq. (A.2).
    terms = {relation.pair: dict((pair, value) for value, pair in relation.terms) for relation in found.relations}
    assert terms["Y", "Y"] == {("Y", "Y"): 1, ("X", "X"): 4}
    assert terms["Y", "X"] == {("X", "X"): 2}
    assert terms["X", "X"] == {("X", "X"): 1}
    (condition,) = found.conditions
    assert (condition.other, dict((pair, value) for value, pair in condition.terms)) == (
        "malaphoric",
        {("Y", "X"): 1, ("X", "X"): -2},
    )
    other = analysis("paper_d/mu_tau")
    assert not compare_models(mixed.model, mixed.couplings, other.model, other.couplings).holds
