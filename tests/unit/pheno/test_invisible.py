"""Invisible particles beside the three neutrinos, and models with other numbers of generations."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.helpers.emitted import import_module
from tests.helpers.models import compile_text

from zmodel.derive.beta.loops import LoopOrders
from zmodel.derive.breaking import derive_masses
from zmodel.derive.currents import derive_currents
from zmodel.driver import Analysis, Run, compile_model
from zmodel.pheno.inputs import gather_inputs, numbers
from zmodel.pheno.table import ObservableTable, derive_observables
from zmodel.pheno.vectors import neutral_vectors

LIGHT = """
model light
use sm { except Yu, Yd }
gauge X = U(1) coupling gX boson X
mixing epsilon (Y, X) as eps
charges X { Q = [0, 0, 1]; L = [0, -3, 1]; E = [0, -3, 1] }
fermion N[3] CHARGES
scalar S (X: 1) vev v_S
param t : angle
rotation Q.down = [[1, 0, 0], [0, cos(t), sin(t)], [0, -sin(t), cos(t)]]
rotation Q.up = Q.down * dag(CKM)
TERM
point p { gX = 0.4; eps = 0.3; v_S = 5000; t = 0.05 }
"""
COLLIDER = "sigma(mu mu -> Z' -> invisible)/sigma(mu mu -> Z -> nu nu) at 3 TeV"
DINEUTRINOS = "B(B -> K(*) nu nu)/SM from Z'"


def compiled(charges: str, term: str = "") -> Analysis:
    return compile_text(LIGHT.replace("CHARGES", charges).replace("TERM", term))


def table(analysis: Analysis) -> ObservableTable:
    spectrum = derive_masses(analysis.model)
    return derive_observables(
        analysis.model, analysis.model.points[0], spectrum, derive_currents(analysis.model, spectrum)
    )


def values(analysis: Analysis) -> dict[str, float]:
    return {item.name: item.value for item in table(analysis).observables}


def test_massless_fermions_are_missing_energy(tmp_path: Path) -> None:
    """The same with and without a Yukawa coupling to neutrinos, as a right-handed field and as its conjugate."""
    forms = {
        "plain": compiled("right (X: [0, -3, 1])"),
        "conjugate": compiled("left (X: [0, 3, -1])"),
        "joined": compiled("right (X: [0, -3, 1])", "yukawa Ynu = bar(L) tilde(H) N"),
    }
    found = {name: values(analysis) for name, analysis in forms.items()}
    for name in (DINEUTRINOS, COLLIDER, "Gamma(Z')"):
        assert [item[name] for item in found.values()] == pytest.approx([found["plain"][name]] * 3, rel=1e-9), name
    without = values(compiled("right (X: 0)"))
    assert found["plain"][DINEUTRINOS] > without[DINEUTRINOS] + 1e-3
    files = compile_model(Run(forms["plain"], LoopOrders.up_to(1)), ("python",))
    assert files is not None
    (tmp_path / "light.py").write_text(files["light.py"], encoding="utf-8")
    inputs = {name: float(item.value.real) for name, item in table(forms["plain"]).inputs.items()}
    emitted = import_module(tmp_path / "light.py").observables(inputs)
    for name in (DINEUTRINOS, COLLIDER):
        assert emitted[name] == pytest.approx(found["plain"][name], rel=1e-9)


def test_one_generation() -> None:
    """What needs further generations is left out."""
    text = """
        model one
        gauge SU3c = SU(3) coupling g3 boson G
        gauge SU2L = SU(2) coupling g2 boson W
        gauge Y = U(1) coupling g1 boson B
        gauge X = U(1) coupling gX boson X
        fermion Q left (SU3c: 3, SU2L: 2, Y: 1/6, X: 1/3)
        fermion U right (SU3c: 3, Y: 2/3, X: 1/3)
        fermion D right (SU3c: 3, Y: -1/3, X: 1/3)
        fermion L left (SU2L: 2, Y: -1/2, X: -1)
        fermion E right (Y: -1, X: -1)
        scalar H (SU2L: 2, Y: 1/2) vev (0, v_h/sqrt(2))
        scalar S (X: 1) vev v_S
        point p { gX = 0.5; v_S = 1500; v_h = 246; g1 = 0.35; g2 = 0.65 }
        """
    found = table(compile_text(text))
    names = {item.name for item in found.observables}
    assert {"BR(Z' -> e e)", "Delta a_e from Z'", "rho - 1, tree level"} <= names
    assert not names & {DINEUTRINOS, COLLIDER, "Gamma(Z -> e e)/Gamma(Z -> mu mu) - 1"}
    assert len(found.notes) == 1  # of S alone


@pytest.mark.parametrize(("charges", "mixing"), [("H = 0", "0.3"), ("H = 1/4", "0"), ("H = 0", "0")])
def test_the_z_matters_where_it_mixes(charges: str, mixing: str) -> None:
    """Z exchange in b -> s nu nu is of the order of that of the Z', which a note says."""
    text = LIGHT.replace("CHARGES", "right (X: 0)").replace("TERM", "").replace("except Yu, Yd", "except Yu, Yd, Ye")
    analysis = compile_text(
        text.replace("charges X {", f"charges X {{ {charges};").replace("eps = 0.3", f"eps = {mixing}")
    )
    spectrum = derive_masses(analysis.model)
    currents = derive_currents(analysis.model, spectrum)
    inputs = numbers(gather_inputs(analysis.model, analysis.model.points[0], spectrum.masses))
    bosons = neutral_vectors(analysis.model, spectrum, currents, inputs)
    z, heavy = (abs(sum(v.coupling("d", 1, 2) * v.coupling("nu", i, i) for i in range(3))) / v.mass**2 for v in bosons)
    notes = [note for note in table(analysis).notes if "shifted couplings of the Z" in note]
    is_mixed = (charges, mixing) != ("H = 0", "0")
    assert len(notes) == is_mixed
    assert (z > 0.02 * heavy) == is_mixed


def test_heavy_leptons_in_loops_are_told() -> None:
    text = """
        model heavy
        use sm { except Yu, Yd, Ye }
        gauge X = U(1) coupling gX boson X
        charges X { L = [0, 1, -1]; E = [0, 1, -1] }
        fermion FL left (Y: -1, X: 2)
        fermion FR right (Y: -1, X: 2)
        scalar S (X: 1) vev v_S
        mass mF = bar(FL) FR
        yukawa yF = bar(FL) S E
        point p { gX = 0.5; v_S = 300; mF = 900; yF = [0, NUMBER, 0] }
        """
    for number, count in (("0.2", 1), ("0", 0)):
        notes = table(compile_text(text.replace("NUMBER", number))).notes
        assert sum("heavy leptons" in note for note in notes) == count


@pytest.mark.parametrize("charges", ["", "D = [0, 0, 1]"])
def test_right_handed_quarks_are_told(charges: str) -> None:
    """Their operators have other matrix elements: what is left out with them is named."""
    text = LIGHT.replace("CHARGES", "right (X: 0)").replace("TERM", "rotation D = Q.down")
    found = table(compile_text(text.replace("charges X {", f"charges X {{ {charges};" if charges else "charges X {")))
    assert any("right-handed quarks" in note for note in found.notes) == bool(charges)
    assert any("B_s" in item.name or "r_Bs" in item.name for item in found.observables) == (not charges)
