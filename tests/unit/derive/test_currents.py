"""Couplings of gauge bosons to fermions."""

from __future__ import annotations

from fractions import Fraction
from functools import cache

import numpy as np
import pytest
import sympy
from tests.helpers.models import MODEL_FILES, load

from zmodel.derive.breaking import GaugeSpectrum, derive_masses
from zmodel.derive.breaking.numeric import evaluate_spectrum
from zmodel.derive.currents import CurrentTable, derive_currents
from zmodel.derive.gauge_currents import derive_gauge_currents
from zmodel.derive.species import derive_species
from zmodel.driver import load_model
from zmodel.model import Model
from zmodel.source import SourceFile

HEADER = 'model m "m"\n'
g1, g2, g3, gX = sympy.symbols("g1 g2 g3 gX", positive=True)


def model(text: str) -> Model:
    found, diagnostics = load_model(SourceFile(str(MODEL_FILES / "lib" / "test.zmodel"), HEADER + text), load)
    assert found is not None, diagnostics
    return found


@cache
def file(path: str) -> Model:
    source = MODEL_FILES / f"{path}.zmodel"
    found, diagnostics = load_model(SourceFile(str(source), source.read_text(encoding="utf-8")), load)
    assert found is not None, diagnostics
    return found


@cache
def derived(path: str) -> tuple[GaugeSpectrum, CurrentTable]:
    spectrum = derive_masses(file(path))
    return spectrum, derive_currents(file(path), spectrum)


# ------------------------------------------------------------------ Standard Model
def test_standard_model() -> None:
    """Photon e Q; Z: g_Z (T3 - s^2 Q); W: g2/sqrt(2) on doublets; gluons on quarks."""
    spectrum, table = derived("lib/sm")
    e, root = spectrum.unbroken[0].coupling, sympy.sqrt(g1**2 + g2**2)
    sine = g1**2 / root**2
    for component in table.components:
        q = sympy.Rational(str(component.electric_charge))
        t3 = {"up": 1, "down": -1, "": 0}[component.label] * sympy.Rational(1, 2)
        photon = table.bosons["A"].get(component.name, (0, 0, 0))
        assert all(value == q * e for value in photon)
        for value in table.bosons["Z"][component.name]:
            assert sympy.simplify(value - root * (t3 - sine * q)) == 0
    assert {(c.to, c.source, c.coupling) for c in table.charged} == {
        ("Q.up", "Q.down", g2 / sympy.sqrt(2)),
        ("L.up", "L.down", g2 / sympy.sqrt(2)),
    }
    assert {(c.boson, c.component, c.coupling) for c in table.coloured} == {
        ("G", name, g3) for name in ("Q.up", "Q.down", "U", "D")
    }
    assert table.heavy_limit == table.light_limit == {}


def test_vector_and_axial_couplings_of_the_z() -> None:
    """g_V = g_Z (T3/2 - s^2 Q) and g_A = g_Z T3/2 in g_V - g_A gamma5."""
    _, table = derived("lib/sm")
    root = sympy.sqrt(g1**2 + g2**2)
    charges = {"u": (2, 3), "d": (-1, 3), "e": (-1, 1), "nu": (0, 1)}
    assert [species.name for species in table.species] == ["u", "d", "nu", "e"]
    for species in table.species:
        q = sympy.Rational(*charges[species.name])
        t3 = sympy.Rational(1 if species.name in ("u", "nu") else -1, 2)
        for pair in table.vector_axial(table.bosons["Z"], species):
            assert sympy.simplify(pair.vector - root * (t3 / 2 - g1**2 / root**2 * q)) == 0
            assert sympy.simplify(pair.axial - root * t3 / 2) == 0


def test_gauge_basis_needs_no_spectrum() -> None:
    table = derive_currents(file("paper_b/accidental"))
    assert set(table.gauge) == {"W3", "B", "X"}
    assert table.canonical == table.bosons == table.first_order == {} and table.charged == ()
    assert table.gauge["B"]["E"] == (-g1, -g1, -g1)


# ------------------------------------------------------------------ paper D, Secs. 3.5.1 to 3.5.5
LEPTONS = {
    "paper_d/mu_tau": [(0, 0), (1, 0), (-1, 0)],
    "paper_d/b_3mu": [(0, 0), (-3, 0), (0, 0)],
    "paper_d/e_mu": [(1, 0), (-1, 0), (0, 0)],
    "paper_d/chiral_mu_tau": [(0, -1), (Fraction(13, 2), Fraction(1, 2)), (Fraction(-13, 2), Fraction(1, 2))],
}


@pytest.mark.parametrize("path", LEPTONS)
def test_d17_vector_and_axial_charges_of_leptons(path: str) -> None:
    """Paper D, Eqs. (3.12) to (3.15), as q_V - q_A gamma5 of Eq. (3.2); neutrinos have q_V = q_A = q_L/2."""
    found = file(path)
    currents = derive_gauge_currents(found)
    leptons = currents.vector_axial["X"]["e"]
    assert [(pair.vector, pair.axial) for pair in leptons] == [
        (found.ring.constant(Fraction(v)), found.ring.constant(Fraction(a))) for v, a in LEPTONS[path]
    ]
    for pair, charge in zip(currents.vector_axial["X"]["nu"], currents.charges["X"]["L.up"], strict=True):
        assert pair.vector == pair.axial == charge / 2


def test_d17_third_family_quarks() -> None:
    found = file("paper_d/b3_8mu_tau")
    currents = derive_gauge_currents(found)
    constant = found.ring.constant
    for name in ("u", "d"):
        assert [pair.vector for pair in currents.vector_axial["X"][name]][:2] == [constant(0)] * 2
    assert all(pair.axial == 0 for pair in currents.vector_axial["X"]["e"])
    charges = {abs(int(str(pair.vector))) for pair in currents.vector_axial["X"]["e"]}
    assert charges == {0, 1, 8}


# ------------------------------------------------------------------ species
def test_species_of_paper_b() -> None:
    species = {item.name: item for item in derive_species(file("paper_b/accidental"))}
    assert set(species) == {"u", "d", "nu", "e", "QL4.up", "QL4.down"}
    for part in ("up", "down"):
        heavy = species[f"QL4.{part}"]
        assert heavy.right is not None and heavy.right.name == f"QR4.{part}"
    # Eq. (A.1): neutrinos are Dirac fermions here.
    assert species["nu"].right is not None and species["nu"].right.name == "N"
    assert species["u"].left is not None and species["u"].left.electric_charge == Fraction(2, 3)


def test_majorana_masses_keep_neutrinos_apart() -> None:
    species = {item.name: item for item in derive_species(file("paper_d/mu_tau"))}
    assert species["nu"].right is None and species["N"].left is None


def test_charged_fermions_pair_up_without_yukawas() -> None:
    """Paper A leaves lepton Yukawas out; the charged leptons are Dirac fermions all the same."""
    species = {item.name: item for item in derive_species(file("paper_a/bm2"))}
    assert species["e"].left is not None and species["e"].right is not None
    assert (species["e"].left.name, species["e"].right.name) == ("L.down", "E")
    assert species["psiL"].right is None


def test_new_charged_fermions_pair_up_by_charge_and_colour() -> None:
    """Each with one of its own."""
    text = """use sm
fermion a left (SU3c: 3, Y: 5/3)
fermion b right (Y: 5/3)
fermion c right (SU3c: 3, Y: 5/3)
fermion d left (SU3c: 3, Y: 5/3)
fermion e right (SU3c: 3, Y: 5/3)
"""
    pairs = [(item.left and item.left.name, item.right and item.right.name) for item in derive_species(model(text))]
    assert pairs[-3:] == [("a", "c"), ("d", "e"), (None, "b")]


def test_mass_terms_without_scalars_tell_the_halves_of_dirac_fermions() -> None:
    """Charges alone would join the fields in the order of the file, and neutral ones not at all."""
    text = "".join(f"fermion {name}L left (Y: {y})\nfermion {name}R right (Y: {y})\n" for name, y in
                   (("F", 1), ("K", 1), ("N", 0)))  # fmt: skip
    masses = "mass m1 = bar(FL) KR\nmass m2 = bar(KL) FR\nmass m3 = bar(NL) NR\n"
    pairs = {
        (item.left.name, item.right.name) for item in derive_species(model("use sm\n" + text + masses))
        if item.left is not None and item.right is not None
    }  # fmt: skip
    assert {("FL", "KR"), ("KL", "FR"), ("NL", "NR")} <= pairs


def test_a_single_generation_has_the_usual_names() -> None:
    text = """gauge C = SU(3) coupling g3
gauge W = SU(2) coupling g2
gauge Y = U(1) coupling g1
scalar H (W: 2, Y: 1/2) vev (0, v)
fermion Q left (C: 3, W: 2, Y: 1/6)
fermion U right (C: 3, Y: 2/3)
fermion D right (C: 3, Y: -1/3)
fermion L left (W: 2, Y: -1/2)
fermion E right (Y: -1)
"""
    assert [item.name for item in derive_species(model(text))] == ["u", "d", "nu", "e"]


def test_components_of_larger_multiplets_have_names_of_their_own() -> None:
    """T3 would not tell the components of a sextet of SU(3) apart."""
    text = "gauge L = SU(3) coupling g\nscalar a (L: 3) vev (0, 0, u)\nfermion x left (L: 3)\nfermion y left (L: 6)\n"
    names = [item.name for item in derive_species(model(text))]
    assert names == [*(f"x.{number}" for number in (1, 2, 3)), *(f"y.{number}" for number in range(1, 7))]


def test_left_right_species_and_charged_currents() -> None:
    text = """gauge SU2L = SU(2) coupling gL boson WL
gauge SU2R = SU(2) coupling gR boson WR
gauge BL = U(1) coupling gB boson B
fermion QL[3] left (SU2L: 2, BL: 1/6)
fermion QR[3] right (SU2R: 2, BL: 1/6)
scalar P (SU2L: 2, SU2R: 2) vev (0, k_1, k_2, 0)
scalar DR (SU2R: 3, BL: 1) vev (0, 0, v_R)
yukawa Y = bar(QL) P QR"""
    found = model(text)
    species = derive_species(found)
    assert {(s.left.name, s.right.name) for s in species if s.left and s.right} == {
        ("QL.up", "QR.up"),
        ("QL.down", "QR.down"),
    }
    table = derive_currents(found, derive_masses(found))
    right = {c.boson: c.coupling for c in table.charged if c.to == "QR.up"}
    g_r = sympy.Symbol("gR", positive=True)
    alpha = sympy.Symbol("alpha_w", real=True)
    assert right == {"WL+": g_r * sympy.sin(alpha) / sympy.sqrt(2), "WR+": g_r * sympy.cos(alpha) / sympy.sqrt(2)}


# ------------------------------------------------------------------ independent route, sum rules
@pytest.mark.parametrize("path", ["paper_a/bm2", "paper_b/accidental", "paper_c/malaphoric", "paper_d/chiral_mu_tau"])
def test_couplings_against_numerical_eigenvectors(path: str) -> None:
    """Every coupling is sum_a (coupling of field a) e_a with the eigenvector e of the full matrices."""
    spectrum, table = derived(path)
    point = {"g1": 0.36, "g2": 0.65, "g3": 1.1, "gX": 0.4, "g4": 0.4, "eta": 0.12, "epsilon": -0.2, "v_h": 0.246}
    point |= {
        "v": 0.246,
        "v_Phi": 1.3,
        "v_phi": 9.0,
        "M_X": 0.7,
        "m_X": 0.7,
        "a_Y": 0.87,
        "a_e": 0.59,
        "a_mu": 1.0,
        "a_tau": 0.2,
    }
    angles = {angle.symbol: sympy.atan(angle.tan_double) / 2 for angle in spectrum.angles}

    def number(expression: sympy.Expr) -> float:
        full = sympy.sympify(expression).xreplace(angles)
        symbols = sorted(full.free_symbols, key=str)
        return float(sympy.lambdify(symbols, full, "numpy")(*(point[str(symbol)] for symbol in symbols)))

    numeric = evaluate_spectrum(spectrum, point)
    neutral = [name for name in ("W3", "B", "X") if name in spectrum.fields]
    rows = [numeric.fields.index(name) for name in neutral]
    for boson in ("Z", "Z'"):
        target = number(spectrum.boson(boson).mass_squared)
        column = int(np.argmin(abs(numeric.masses_squared - target)))
        vector = numeric.vectors[rows, column]
        origin = neutral.index(spectrum.boson(boson).origin)
        vector = vector * np.sign(vector[origin])
        for component in table.components:
            for generation in range(component.generations):
                expected = sum(
                    vector[i] * number(table.gauge[name].get(component.name, (0,) * component.generations)[generation])
                    for i, name in enumerate(neutral)
                )
                found = table.bosons[boson].get(component.name, (0,) * component.generations)[generation]
                assert number(found) == pytest.approx(expected, rel=1e-8, abs=1e-10)


def test_sum_rule_of_squared_couplings() -> None:
    """Sum over mass eigenstates of g^2 equals that over canonical fields: rotations are orthogonal."""
    spectrum, table = derived("paper_b/accidental")
    for component in ("L.down", "E", "U"):
        total = sum(table.bosons[name][component][0] ** 2 for name in ("Z", "Z'"))
        before = sum(table.canonical[name][component][0] ** 2 for name in ("Z0", "X0"))
        assert sympy.simplify(sympy.expand(total - before)) == 0
    assert spectrum.boson("Z").content is not None


@pytest.mark.parametrize("size", [2, 3, 4, 5])
def test_the_w_raises_normalised_components(size: int) -> None:
    """From T3 = m to m + 1 it couples with g/sqrt(2) sqrt(j(j+1) - m(m+1)), up to phases of the components."""
    found = model(f"use sm\nfermion T left (SU2L: {size}, Y: 1)\n")
    charged = derive_currents(found, derive_masses(found)).charged
    j = sympy.Rational(size - 1, 2)
    expected = [g2**2 / 2 * (j * (j + 1) - m * (m + 1)) for m in (j - 1 - k for k in range(size - 1))]
    assert [sympy.expand(c.coupling**2) for c in charged if c.to.startswith("T.")] == expected
