"""Radiative lepton masses from compiled models."""

from __future__ import annotations

import cmath
import math

import pytest
from tests.helpers.models import MODEL_FILES, compile_file, compile_text

from zmodel.model.expression import Value
from zmodel.pheno.constants import constant
from zmodel.pheno.leptoquark_pairs import leptoquark_observables
from zmodel.pheno.magnetic_moments import degenerate_moment

MASS, SOFT, V_PHI = 6000.0, 400.0, 2000.0
VALUES: dict[str, Value] = {
    "eta_L[3,2]": 1.2,
    "eta_R[3,2]": -0.8,
    "m2_plus": MASS**2,
    "m2_minus": MASS**2,
    "v_phi": V_PHI,
    "A": SOFT**2 * math.sqrt(2) / V_PHI,
}


def observables(path: str, values: dict[str, Value]) -> dict[str, float]:
    return {item.name: item.value for item in leptoquark_observables(compile_file(path).model, values)}


def test_radiative_muon() -> None:
    """Paper D, Eqs. (4.4), (4.5): m_t << m_S and m~ << m_S."""
    found = observables("paper_d/radiative_muon", VALUES)
    assert list(found) == ["m_mu from Splus, Sminus", "Delta a_mu from Splus, Sminus"]
    top = constant("m_t")
    leading = 3 / (16 * math.pi**2) * top * 0.96 * (SOFT / MASS) ** 2
    assert found["m_mu from Splus, Sminus"] == pytest.approx(leading, rel=0.02)
    moment = found["Delta a_mu from Splus, Sminus"] * constant("m_mu") / leading
    assert moment == pytest.approx(degenerate_moment(constant("m_mu"), MASS, top, 5 / 3), rel=0.03)


def test_two_insertions_of_phi() -> None:
    """The quartic term of the other file is not declared; a line for it gives m~^2 = lambda <phi>^2."""
    text = """
        model probe
        use "radiative_muon_quartic.zmodel"
        potential { k = phi^2 dag(Splus) Sminus }
        """
    model = compile_text(text, folder="paper_d").model
    values = {name: value for name, value in VALUES.items() if name != "A"} | {"k": 2 * (SOFT / V_PHI) ** 2}
    found = [item.value for item in leptoquark_observables(model, values)]
    assert found == pytest.approx(list(observables("paper_d/radiative_muon", VALUES).values()), rel=1e-12)


@pytest.mark.parametrize("name", ["eta_L[3,2]", "m2_plus", "v_phi", "A"])
def test_nothing_without_a_number(name: str) -> None:
    assert observables("paper_d/radiative_muon", {k: v for k, v in VALUES.items() if k != name}) == {}


def test_models_with_lepton_masses_have_none() -> None:
    assert observables("paper_d/r2_mu_tau", VALUES) == {}


def test_factors_of_terms_and_sums_of_terms() -> None:
    """A coupling of half the size with a factor of 2, and a mixing that comes in two parts, one of them conjugated."""
    text = (MODEL_FILES / "paper_d" / "radiative_muon.zmodel").read_text(encoding="utf-8")
    text = text.replace("= bar(U) Splus L", "= 2 * bar(U) Splus L")
    text = text.replace("A        =", "B = dag(chi) dag(Sminus) Splus\n  A        =")
    text += "scalar chi (X: 2) vev v_phi/sqrt(2)\n"
    model = compile_text(text, folder="paper_d").model
    mixing = VALUES["A"].real
    values = VALUES | {"eta_L[3,2]": 0.6, "A": 0.75 * mixing * 1j, "B": -0.25j * mixing}
    found = [item.value for item in leptoquark_observables(model, values)]
    assert found == pytest.approx(list(observables("paper_d/radiative_muon", VALUES).values()), rel=1e-12)


def test_phases_of_fields_do_not_matter() -> None:
    """The charm and the top in the loop, with phases of both that a phase of the muon, or of S_+, turns."""
    values = VALUES | {"eta_L[2,2]": 3.0, "eta_R[2,2]": 2.0 + 1.0j}
    plain = observables("paper_d/radiative_muon", values)
    for angle in (0.7, math.pi / 2, math.pi):
        phase = cmath.exp(1j * angle)
        turned = {n: v * phase if n.startswith("eta_L") else v for n, v in values.items()}
        assert observables("paper_d/radiative_muon", turned) == pytest.approx(plain, rel=1e-12)


def test_terms_that_are_written_as_their_conjugates() -> None:
    text = (MODEL_FILES / "paper_d" / "radiative_muon.zmodel").read_text(encoding="utf-8")
    text = (
        text.replace("bar(U) Splus L ", "bar(L) dag(Splus) U")
        .replace("bar(Q) Sminus E", "bar(E) dag(Sminus) Q")
        .replace("column 2", "row 2")
    )
    values = VALUES | {"eta_L[2,2]": 3.0, "eta_R[2,2]": 2.0 + 1.0j}
    turned = {
        name if name[:4] != "eta_" else f"{name[:6]}{name[8]},{name[6]}]": complex(value).conjugate()
        for name, value in values.items()
    }
    found = [item.value for item in leptoquark_observables(compile_text(text, folder="paper_d").model, turned)]
    assert found == pytest.approx(list(observables("paper_d/radiative_muon", values).values()), rel=1e-12)


MIXED: dict[str, Value] = VALUES | {
    "eta_L[1,2]": 9.0 - 2.0j,
    "eta_L[2,2]": 3.0,
    "eta_R[1,2]": 7.0j,
    "eta_R[2,2]": 2.0 + 1.0j,
}
"""Couplings of all quarks."""


def spelled(replacements: dict[str, str], values: dict[str, Value]) -> list[float]:
    """The observables of the paper's file with other words in it."""
    text = (MODEL_FILES / "paper_d" / "radiative_muon.zmodel").read_text(encoding="utf-8")
    text = text[: text.index("require ")]
    for old, new in replacements.items():
        assert old in text
        text = text.replace(old, new)
    return [item.value for item in leptoquark_observables(compile_text(text, folder="paper_d").model, values)]


def test_fields_of_single_generations() -> None:
    """Of up quarks only the first field counted, so that the top was left out or everything."""
    replacements = {
        "{ except Ye }": "{ except Ye, U, E }",
        "; E = [-7, 1, 6]": "",
        "fermion N": "fermion u[2] right (SU3c: 3, Y: 2/3)\nfermion t left (SU3c: 3bar, Y: -2/3)\n"
        "fermion e right (Y: -1, X: -7)\nfermion mu right (Y: -1, X: 1)\nfermion tau right (Y: -1, X: 6)\nfermion N",
        "bar(U) Splus L": "2 * bar(u) Splus L\nyukawa eta_t = t Splus L keep (2) as yt",
        "bar(Q) Sminus E": "bar(Q) Sminus mu",
    }
    values: dict[str, Value] = {n: v for n, v in VALUES.items() if not n.startswith("eta")}
    values |= {"eta_L[1,2]": 4.5 - 1.0j, "eta_L[2,2]": 1.5, "yt": 1.2}
    values |= {"eta_R[1]": 7.0j, "eta_R[2]": 2.0 + 1.0j, "eta_R[3]": -0.8}
    plain = list(observables("paper_d/radiative_muon", MIXED).values())
    assert spelled(replacements, values) == pytest.approx(plain, rel=1e-12)


def test_leptoquarks_that_are_declared_as_conjugates() -> None:
    """One alone, where it mixes by phi Splus Sminus, and both with doublets that are declared as conjugates."""
    plain = list(observables("paper_d/radiative_muon", MIXED).values())
    plus = {
        "Splus  (SU3c: 3, SU2L: 2, Y: 7/6, X: 1)": "Splus (SU3c: 3bar, SU2L: 2, Y: -7/6, X: -1)",
        "bar(U) Splus L": "bar(U) dag(Splus) L",
        "phi dag(Splus) Sminus": "-phi Sminus Splus\n  B = chi Splus Sminus",
        "scalar phi": "scalar chi (X: 2) vev v_phi/sqrt(2)\nscalar phi",
    }
    mixing = complex(MIXED["A"])
    values = MIXED | {"A": 0.25 * mixing, "B": 0.75 * mixing}
    assert spelled(plus, values) == pytest.approx(plain, rel=1e-12)
    both = {
        "{ except Ye }": "{ except Ye, L, Q }",
        "{ L = [-6, -1, 7]; ": "{ Lc = [6, 1, -7]; ",
        "fermion N": "fermion Lc[3] right (SU2L: 2, Y: 1/2)\n"
        "fermion Qc[3] right (SU3c: 3bar, SU2L: 2, Y: -1/6)\nfermion N",
        "Splus  (SU3c: 3, SU2L: 2, Y: 7/6, X: 1)": "Splus (SU3c: 3bar, SU2L: 2, Y: -7/6, X: -1)",
        "Sminus (SU3c: 3, SU2L: 2, Y: 7/6, X: -1)": "Sminus (SU3c: 3bar, SU2L: 2, Y: -7/6, X: 1)",
        "bar(U) Splus L": "bar(U) dag(Splus) cc(Lc)",
        "bar(Q) Sminus E": "bar(cc(Qc)) dag(Sminus) E",
        "phi dag(Splus) Sminus": "phi Splus dag(Sminus)",
    }
    assert spelled(both, MIXED) == pytest.approx(plain, rel=1e-12)


def test_rotations_of_the_file_are_applied() -> None:
    """A rotation of up quarks that the couplings undo."""
    plain = list(observables("paper_d/radiative_muon", MIXED).values())
    cosine, sine = math.cos(0.4), math.sin(0.4)
    rotation = "rotation U = [[1, 0, 0], [0, cos(2/5), sin(2/5)], [0, -sin(2/5), cos(2/5)]]\n"
    charm, top = (complex(MIXED[f"eta_L[{i},2]"]) for i in (2, 3))
    values = MIXED | {"eta_L[2,2]": cosine * charm + sine * top, "eta_L[3,2]": cosine * top - sine * charm}
    assert spelled({"fermion N": f"{rotation}fermion N"}, values) == pytest.approx(plain, rel=1e-12)
