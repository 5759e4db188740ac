"""Masses of bosons from vacuum values, alone and mixed, and mixing with vector-like fermions."""

from __future__ import annotations

from itertools import product

import numpy as np
import pytest
from tests.helpers.smeft import MALAPHORIC, MALAPHORIC_VALUES, match_text, matching_errors, resolve_text

from zmodel.derive.matching import MatchingResult, derive_matching
from zmodel.derive.matching.results import CurrentMatrix
from zmodel.derive.wcxf import evaluate_matching
from zmodel.model.expression import evaluate, names_in

HYPERCHARGE = {"Q": 1 / 6, "U": 2 / 3, "D": -1 / 3, "L": -1 / 2, "E": -1, "H": 1 / 2}
CHARGES = {
    "A": {"Q": [0, 0, 1], "U": [0, 0, 1], "D": [0, 0, 1], "L": [0, -3, 0], "E": [0, -3, 0], "H": 0.5},
    "C": {"Q": [1, 2, 1], "U": [3, 0, 1], "D": [0, 1, 1], "L": [1, 1, 0], "E": [0, 2, 4], "H": 0},
    "F": {"Q": [0, 1, 0], "U": [0, 0, 2], "D": [1, 0, 0], "L": [0, 0, 1], "E": [1, 0, 1], "H": 1},
}
SCALARS = {"S1": {"A": 1, "C": 2, "F": 0}, "S2": {"A": -1, "C": 1, "F": 1}, "S3": {"A": 0, "C": 1, "F": -2}}
OPERATORS = {"phil1": "L", "phie": "E", "phiq1": "Q", "phiu": "U", "phid": "D"}


def three_bosons(names: str, mixing: str = "") -> str:
    lines = ["model t", "use sm { except H }"]
    lines += [f"gauge {name} = U(1) coupling g{name} boson X{name}" for name in names]
    for name in names:
        entries = "; ".join(f"{field} = {charge}" for field, charge in CHARGES[name].items() if field != "H")
        lines.append(f"charges {name} {{ {entries} }}")
    higgs = ", ".join(f"{name}: {CHARGES[name]['H']}" for name in names).replace("0.5", "1/2")
    lines.append(f"scalar H (SU2L: 2, Y: 1/2, {higgs}) vev (0, v_h/sqrt(2))")
    for scalar, charges in SCALARS.items():
        lines.append(f"scalar {scalar} ({', '.join(f'{n}: {charges[n]}' for n in names)}) vev v{scalar}/sqrt(2)")
    lines += [mixing, *(f"integrate X{name} at 5 TeV" for name in names)]
    return "\n".join(lines)


@pytest.mark.parametrize("names", ["A", "AC", "CA", "ACF", "FCA"])
@pytest.mark.parametrize("mixed", [False, True])
def test_bosons_with_a_common_mass_matrix(names: str, mixed: bool) -> None:
    """L_eff = -J (M^2)^-1 J/2, whatever the order; J takes hypercharge along by kinetic mixing."""
    mixing = f"mixing epsilon (Y, {names[0]}) as k" if mixed else ""
    results, diagnostics = derive_matching(resolve_text(three_bosons(names, mixing)))
    assert not diagnostics, [d.message for d in diagnostics]
    values = {"gA": 0.3, "gC": 0.5, "gF": 0.7, "vS1": 5e3, "vS2": 7e3, "vS3": 4e3, "g1": 0.36, "k": 0.4}
    found = evaluate_matching(results, values)
    coupling = np.array([values[f"g{name}"] for name in names])
    matrix = np.zeros((len(names), len(names)))
    for scalar, charges in SCALARS.items():
        vector = coupling * np.array([charges[name] for name in names]) * values[f"v{scalar}"]
        matrix += np.outer(vector, vector)
    inverse = np.linalg.inv(matrix)

    def current(field: str, generation: int = 0) -> np.ndarray:
        charges = [CHARGES[n][field] for n in names]
        numbers = [c[generation] if isinstance(c, list) else c for c in charges]
        total = coupling * np.array(numbers, dtype=float)
        if mixed:
            total[0] -= values["k"] * values["g1"] * HYPERCHARGE[field]
        return total

    for operator, field in OPERATORS.items():
        for i in range(3):
            expected = -current("H") @ inverse @ current(field, i)
            assert found.get(f"{operator}_{i + 1}{i + 1}", 0j) == pytest.approx(expected, rel=1e-9, abs=1e-18)
    for i, j in product(range(3), repeat=2):
        expected = -current("L", i) @ inverse @ current("Q", j)
        assert found.get(f"lq1_{i + 1}{i + 1}{j + 1}{j + 1}", 0j) == pytest.approx(expected, rel=1e-9, abs=1e-18)
    assert found["phiD"] == pytest.approx(-2 * current("H") @ inverse @ current("H"), rel=1e-9)


def test_mass_from_the_vacuum_value() -> None:
    """M = gX |X_S| v for the vacuum value v/sqrt(2): the same as declared with that number."""
    declared = match_text(MALAPHORIC)
    text = MALAPHORIC.replace(" mass M_X", "").replace("integrate X at M_X", "integrate X at 3 TeV")
    text = text.replace("scalar theta (X: 1) vev v_theta", "scalar theta (X: 2) vev v_theta/sqrt(2)")
    derived = match_text(text.replace("M_X = 3 TeV; ", ""))
    values = {**MALAPHORIC_VALUES, "v_theta": 3000 / (2 * 0.078)}
    assert abs(complex(evaluate(derived.mass, values))) == pytest.approx(3000)
    assert evaluate_matching(derived, values) == pytest.approx(evaluate_matching(declared, MALAPHORIC_VALUES))


@pytest.mark.parametrize("vacuum", ["v/sqrt(2)", "v/2"])
def test_charges_and_vacuum_values_with_denominators(vacuum: str) -> None:
    """M^2 = 2 (g X v)^2: g^2 v^2/4 is a square, g^2 v^2/8 is not."""
    text = f"model t\nuse sm\ngauge A = U(1) coupling g boson Z2\nscalar S (A: 1/2) vev {vacuum}\n"
    mass = match_text(text + "integrate Z2 at 5 TeV").mass
    expected = 0.3 * 700 / 2 if vacuum == "v/sqrt(2)" else 0.3 * 700 / 8**0.5
    assert complex(evaluate(mass, {"g": 0.3, "v": 700})) == pytest.approx(expected)
    assert ("sqrt" in str(mass)) == (vacuum == "v/2")


@pytest.mark.parametrize("vacuum", ["i*v/sqrt(2)", "v*exp(i*a)/sqrt(2)", "z"])
def test_complex_vacuum_values(vacuum: str) -> None:
    """M^2 = 2 g^2 |<S>|^2."""
    text = "model t\nuse sm\nparam a : angle\nparam z : complex\ngauge A = U(1) coupling g boson Z2\n"
    mass = match_text(text + f"scalar S (A: 1) vev {vacuum}\nintegrate Z2 at 5 TeV").mass
    values = {"g": 0.3, "v": 700, "a": 0.4, "z": complex(300, 400) * 1.4 / 2**0.5}
    assert complex(evaluate(mass, values)) == pytest.approx(210)


def test_mass_of_a_boson_that_does_not_mix() -> None:
    """M_2 = g2 |X_S| v is written without what gives the other boson its mass, which may be zero."""
    text = (
        "model t\nuse sm\ngauge A = U(1) coupling g1p boson X1\ngauge C = U(1) coupling g2p boson X2\n"
        "scalar R (A: 1) vev w1\nscalar S (A: 2) vev w2\nscalar T (C: 3) vev v/sqrt(2)\n"
        "integrate X1 at 1 TeV\nintegrate X2 at 1 TeV"
    )
    results, diagnostics = derive_matching(resolve_text(text))
    assert not diagnostics
    first, second = (result.mass for result in results if isinstance(result, MatchingResult))
    assert complex(evaluate(first, {"g1p": 0.5, "w1": 100, "w2": 300})) == pytest.approx(0.5 * (2 * 370_000) ** 0.5)
    assert names_in(second) == {"g2p", "v"}
    assert complex(evaluate(second, {"g2p": 0.4, "v": 100})) == pytest.approx(120)


def test_vacuum_values_with_charges_of_the_standard_model() -> None:
    """A triplet's is of the order of v_h, and what it adds belongs to dimension eight, as the doublet's does."""
    text = "model t\nuse sm\ngauge A = U(1) coupling g boson Z2\nscalar T (SU2L: 3, A: 1) vev (0, w, 0)\n"
    mass = match_text(text + "scalar S (A: 1) vev v/sqrt(2)\nintegrate Z2 at 5 TeV").mass
    assert complex(evaluate(mass, {"g": 0.3, "v": 700, "w": 2})) == pytest.approx(210)
    (diagnostic,) = matching_errors(text + "integrate Z2 at 5 TeV")
    assert "`Z2` has no mass" in diagnostic.message


def test_one_vacuum_value_for_two_bosons() -> None:
    text = (
        "model t\nuse sm\ngauge A = U(1) boson X1\ngauge C = U(1) boson X2\nscalar S (A: 1, C: 2) vev v\n"
        "integrate X1 at 1 TeV\nintegrate X2 at 1 TeV"
    )
    (diagnostic,) = matching_errors(text)
    assert "`X2` has no mass" in diagnostic.message


# ------------------------------------------------------------------ vector-like partners
PARTNER = """
model t
use sm
gauge X = U(1) coupling gX boson X
charges X {{ {charges} }}
scalar S (X: 2) vev w/sqrt(2)
{fermions}
mass m = {mass}
yukawa y = {yukawa}
integrate X at 5 TeV
"""


@pytest.mark.parametrize(
    ("field", "representation", "left", "mass", "yukawa"),
    [
        ("Q", "SU3c: 3, SU2L: 2, Y: 1/6", True, "bar(FL) FR", "bar(Q) FR S"),
        ("Q", "SU3c: 3, SU2L: 2, Y: 1/6", True, "bar(FR) FL", "bar(FR) dag(S) Q"),
        ("D", "SU3c: 3, Y: -1/3", False, "bar(FL) FR", "bar(FL) S D"),
        ("E", "Y: -1", False, "bar(FR) FL", "bar(E) dag(S) FL"),
    ],
)
def test_mixing_with_a_vector_like_fermion(field: str, representation: str, left: bool, mass: str, yukawa: str) -> None:
    """The 4 x 4 mass matrix diagonalised: the current between the three massless states, to second order in y w/m.

    Phases follow the gauge eigenstates, so the light states are those nearest to them: the projector on massless
    states, with its square root, turns gauge eigenstates into them.
    """
    heavy_charge = 3 - 2 if left else 3 + 2
    text = PARTNER.format(
        charges=f"{field} = 3; H = 1",
        fermions=f"fermion FL left ({representation}, X: {heavy_charge})\n"
        f"fermion FR right ({representation}, X: {heavy_charge})",
        mass=mass,
        yukawa=yukawa,
    )
    text = text.replace("use sm", "use sm { except Yu, Yd, Ye }")
    result = match_text(text)
    vector = np.array([0.3 + 0.2j, -0.1 + 0.4j, 0.5j])
    values = {"gX": 0.5, "m": 2.0e3 + 500j, "w": 0.2, **{f"y[{i + 1}]": complex(vector[i]) for i in range(3)}}
    found = np.array([[complex(evaluate(e, values)) for e in row] for row in result.currents[field.lower()]])
    y, m = vector, values["m"]
    if mass.startswith("bar(FR)"):
        m = np.conj(m)
    if yukawa.startswith(("bar(FR)", "bar(E)")):
        y = y.conj()
    # qbar_L (y w/sqrt 2; m) F_R, or Fbar_L (y w/sqrt 2, m) (d; F)_R: the heavy state in terms of gauge eigenstates.
    row = np.append(y * 0.2 / np.sqrt(2), m)
    heavy = (row if left else row.conj()) / np.linalg.norm(row)
    projector = np.eye(4) - np.outer(heavy, heavy.conj())
    block = projector[:, :3]
    gram = block.conj().T @ block
    values_, vectors = np.linalg.eigh(gram)
    light = block @ (vectors @ np.diag(values_**-0.5) @ vectors.conj().T)
    charges = np.diag([3.0, 3.0, 3.0, heavy_charge]) * 0.5
    full = light.conj().T @ charges @ light
    change = np.abs(full - 1.5 * np.eye(3)).max()
    assert change > 1e-10
    assert np.abs(full - found).max() < 1e-5 * change


def test_two_partners_of_one_multiplet_add_up() -> None:
    """To leading order each mixes by itself: bar(Q) GR S is a coupling of G alone, though F has a mass, too."""
    partners = ("F", -1), ("G", 5)

    def current(*chosen: tuple[str, int]) -> CurrentMatrix:
        lines = ["model t", "use sm { except Yu, Yd, Ye }", "gauge X = U(1) coupling gX boson X"]
        lines += ["charges X { Q = 3; H = 1 }", "scalar S (X: 4) vev w/sqrt(2)", "scalar T (X: -2) vev w/sqrt(2)"]
        for name, charge in chosen:
            representation = f"(SU3c: 3, SU2L: 2, Y: 1/6, X: {charge})"
            lines += [f"fermion {name}{side[0].upper()} {side} {representation}" for side in ("left", "right")]
            lines.append(f"mass m{name} = bar({name}L) {name}R")
            lines.append(f"yukawa y{name} = bar(Q) {name}R {'S' if name == 'F' else 'T'}")
        lines.append("integrate X at 5 TeV")
        return match_text("\n".join(lines)).currents["q"]

    both, first, second = current(*partners), current(partners[0]), current(partners[1])
    values = {"gX": 0.5, "w": 0.2, "mF": 2.0e3 + 500j, "mG": -1.0e3 + 200j}
    values |= {f"y{name}[{i}]": complex(i, ord(name) - 70 + i) for name, _ in partners for i in (1, 2, 3)}
    unmixed = 1.5 * np.eye(3)

    def numbers(matrix: CurrentMatrix) -> np.ndarray:
        return np.array([[complex(evaluate(entry, values)) for entry in row] for row in matrix]) - unmixed

    assert np.abs(numbers(first)).max() > 1e-10
    assert np.abs(numbers(second)).max() > 1e-10
    assert np.allclose(numbers(both), numbers(first) + numbers(second), rtol=1e-12, atol=1e-18)
