"""Unbroken charges, names and warnings for vacua of other groups."""

from __future__ import annotations

import pytest
import sympy
from tests.helpers.models import MODEL_FILES, load

from zmodel.derive.breaking import GaugeSpectrum, derive_masses
from zmodel.driver import load_model
from zmodel.source import SourceFile

HEADER = 'model m "m"\n'


def spectrum(text: str) -> GaugeSpectrum:
    model, diagnostics = load_model(SourceFile(str(MODEL_FILES / "lib" / "test.zmodel"), HEADER + text), load)
    assert model is not None, diagnostics
    return derive_masses(model)


def masses(found: GaugeSpectrum) -> dict[str, sympy.Expr]:
    return {boson.name: boson.mass_squared for boson in found.bosons}


def test_standard_model() -> None:
    found = spectrum("use sm")
    g1, g2, v = (sympy.Symbol(name, positive=True) for name in ("g1", "g2", "v_h"))
    assert found.fields[-4:] == ("W1", "W2", "W3", "B")
    assert masses(found) == {"A": 0, "W+": g2**2 * v**2 / 4, "Z": v**2 * (g1**2 + g2**2) / 4, "G": 0}
    assert found.boson("G").multiplicity == 8 and not found.boson("G").is_complex and found.boson("W+").is_complex
    assert found.boson("W+").charge == 1 and found.boson("Z").charge == 0
    assert found.boson("W+").mass == g2 * v / 2
    (photon,) = found.unbroken
    assert photon.generator == {"W3": 1, "B": 1}
    assert photon.coupling == g1 * g2 / sympy.sqrt(g1**2 + g2**2)
    assert found.rho is not None and found.rho.exact == found.rho.second_order == 1
    assert found.diagnostics == () and found.angles == ()


def test_nothing_broken() -> None:
    found = spectrum("use sm { except H }")
    assert [(b.name, b.multiplicity, b.mass_squared) for b in found.bosons] == [("B", 1, 0), ("G", 8, 0), ("W", 3, 0)]
    assert found.rho is None and found.diagnostics == ()


def test_rho_needs_a_photon_a_w_and_a_z() -> None:
    """None for a broken U(1), a broken charge, and SU(2) alone."""
    doublet = "gauge S = SU(2) coupling g\nscalar H (S: 2) vev (0, v)"
    broken = "use sm\nscalar K (SU2L: 2, Y: 1/2) vev (w, 0)"
    for text in ("gauge X = U(1) coupling g\nscalar p (X: 1) vev w", doublet, broken):
        assert spectrum(text).rho is None


def test_the_angle_of_couplings_needs_t3_plus_y() -> None:
    """With hypercharges of twice the size, or parts of another U(1) in the charge, h_YY is not what it is made of."""
    groups = "gauge S = SU(2) coupling g\ngauge Y = U(1) coupling h\ngauge X = U(1) coupling k\n"
    known = spectrum(groups + "scalar H (S: 2, Y: 1/2) vev (0, v)\nscalar p (X: 1) vev w").rho
    twice = spectrum(groups + "scalar H (S: 2, Y: 1) vev (0, v)\nscalar p (X: 1) vev w").rho
    shared = spectrum(groups + "scalar H (S: 2, Y: 1/2) vev (0, v)\nscalar p (Y: 1, X: 1) vev w").rho
    assert known is not None and twice is not None and shared is not None
    g, h, k = (sympy.Symbol(name, positive=True) for name in "ghk")
    assert known.coupling_sin_squared == h**2 / (g**2 + h**2)
    assert sympy.cancel(known.sin_squared - known.coupling_sin_squared) == 0
    assert twice.coupling_sin_squared is None and shared.coupling_sin_squared is None
    # The coupling of T3 + Y/2 has 1/e^2 = 1/g^2 + 1/(2 h)^2, that of T3 + Y - X has 1/g^2 + 1/h^2 + 1/k^2.
    assert sympy.cancel(1 / twice.sin_squared - 1 - g**2 / (4 * h**2)) == 0
    assert sympy.cancel(1 / shared.sin_squared - 1 - g**2 / h**2 - g**2 / k**2) == 0


def test_names_without_declared_bosons() -> None:
    found = spectrum("gauge S = SU(2) coupling g\ngauge R = U(1) coupling h\nscalar H (S: 2, R: 1/2) vev (0, v)")
    assert found.fields == ("S1", "S2", "S3", "R")
    assert set(masses(found)) == {"A", "S+", "Z"}


@pytest.mark.parametrize(
    ("scalar", "rho"),
    [
        ("scalar T (SU2L: 3, Y: 1) vev (0, 0, v_T)", "(v_h**2 + 4*v_T**2)/(v_h**2 + 8*v_T**2)"),
        ("scalar T real (SU2L: 3) vev (0, v_T, 0)", "(v_h**2 + 4*v_T**2)/v_h**2"),
        ("scalar F (SU2L: 4, Y: 1/2) vev (0, 0, v_T, 0)", "(v_h**2 + 14*v_T**2)/(v_h**2 + 2*v_T**2)"),
        ("scalar S (SU2L: 7, Y: 2) vev (0, 0, 0, 0, 0, v_T, 0)", "1"),
    ],
)
def test_rho_of_other_representations(scalar: str, rho: str) -> None:
    """PDG: rho = sum (4 T (T+1) - Y^2) |v|^2 c/(2 Y^2 |v|^2); the septet with Y = 2 keeps rho = 1."""
    found = spectrum(f"use sm\n{scalar}")
    symbols = {name: sympy.Symbol(name, positive=True) for name in ("v_h", "v_T")}
    assert found.rho is not None
    assert sympy.cancel(found.rho.exact - sympy.sympify(rho, symbols)) == 0
    assert found.diagnostics == ()


def test_the_neutral_component_is_named() -> None:
    """Q = T3 + Y; the components of the triplet are Delta++, Delta+ and Delta0."""
    (found,) = spectrum("use sm\nscalar Delta (SU2L: 3, Y: 1) vev (0, v_T, 0)").diagnostics
    assert found.hints == ("T3 + Y vanishes for component 3 of `Delta`",)


def test_charged_vacuum_value_is_reported() -> None:
    found = spectrum("use sm\nscalar K (SU2L: 2, Y: 1/2) vev (w/sqrt(2), 0)")
    assert [d.code for d in found.diagnostics] == ["Z403"]
    assert "photon" in found.diagnostics[0].message
    assert found.unbroken == () and all(boson.charge is None for boson in found.bosons)


def test_broken_colour_is_reported() -> None:
    found = spectrum("use sm\nscalar S (SU3c: 3, Y: -1/3) vev (u, 0, 0)")
    assert [d.code for d in found.diagnostics] == ["Z403"]
    assert "`S` breaks SU3c" in found.diagnostics[0].message
    # Colour SU(2) stays, and a combination of hypercharge with colour.
    assert sum(value == 0 for value in masses(found).values()) == 3


def test_diagonal_subgroup_is_no_photon() -> None:
    text = """gauge A1 = SU(2) coupling ga boson P
gauge B1 = SU(2) coupling gb boson R
scalar S (A1: 2, B1: 2) vev (0, u, -u, 0)"""
    found = spectrum(text)
    assert found.unbroken == ()
    ga, gb, u = (sympy.Symbol(name, positive=True) for name in ("ga", "gb", "u"))
    assert sorted(map(str, masses(found).values())) == sorted(["0", "0"] + 2 * [str(u**2 * (ga**2 + gb**2))])


def test_left_right_electric_charge() -> None:
    """Q = T3L + T3R + (B-L)/2, with a U(1) that has half of B-L; 1/e^2 = 1/gL^2 + 1/gR^2 + 1/gB^2."""
    text = """gauge SU2L = SU(2) coupling gL boson WL
gauge SU2R = SU(2) coupling gR boson WR
gauge BL = U(1) coupling gB boson B
fermion QL[3] left (SU2L: 2, BL: 1/6)
scalar P (SU2L: 2, SU2R: 2) vev (0, k_1, k_2, 0)
scalar DR (SU2R: 3, BL: 1) vev (0, 0, v_R)"""
    found = spectrum(text)
    (photon,) = found.unbroken
    assert photon.generator == {"WL3": 1, "WR3": 1, "B": 1}
    couplings = [sympy.Symbol(name, positive=True) for name in ("gL", "gR", "gB")]
    assert sympy.cancel(1 / photon.coupling**2 - sum(1 / g**2 for g in couplings)) == 0
    assert found.boson("WR+").charge == 1
    assert {angle.symbol.name for angle in found.angles} == {"alpha_w", "alpha_z"}


def test_su5_breaks_to_the_standard_model() -> None:
    """<24> along diag(2, 2, 2, -3, -3): 12 massless and 12 equally heavy bosons, M_X^2 = 25 g^2 v^2/4."""
    zeros = ", ".join(["0"] * 22)
    found = spectrum(
        f"gauge G5 = SU(5) coupling g5 boson V\nscalar S real (G5: 24) vev ({zeros}, sqrt(6)*5*v/4, sqrt(10)*3*v/4)"
    )
    g5, v = (sympy.Symbol(name, positive=True) for name in ("g5", "v"))
    counts: dict[sympy.Expr, int] = {}
    for boson in found.bosons:
        counts[boson.mass_squared] = counts.get(boson.mass_squared, 0) + (2 if boson.is_complex else 1)
    assert counts == {sympy.Integer(0): 12, 25 * g5**2 * v**2 / 4: 12}
    # Hypercharge alone commutes with SU(3) x SU(2).
    (charge,) = found.unbroken
    ratio = charge.generator["V24"] / charge.generator["V15"]
    # T15 = diag(1,1,1,-3,0)/(2 sqrt 6), T24 = diag(1,1,1,1,-4)/(2 sqrt 10)
    assert sympy.simplify(ratio - sympy.sqrt(sympy.Rational(27, 45))) == 0


def test_leptoquark_of_4321() -> None:
    """SU(4) x SU(3) x SU(2) x U(1): a leptoquark of charge 2/3, a coloron and a Z'; colour and the photon are left."""
    text = """gauge SU4 = SU(4) coupling g4 boson U
gauge SU3p = SU(3) coupling g3 boson C
gauge SU2L = SU(2) coupling g2 boson W
gauge Xp = U(1) coupling g1 boson B
fermion l left (SU2L: 2, Xp: -1/2)
scalar O3 (SU4: 4bar, SU3p: 3, Xp: 1/6) vev (w_3, 0, 0,  0, w_3, 0,  0, 0, w_3,  0, 0, 0)
scalar O1 (SU4: 4bar, Xp: -1/2) vev (0, 0, 0, w_1)
scalar H (SU2L: 2, Xp: 1/2) vev (0, v_h/sqrt(2))"""
    found = spectrum(text)
    g3, g4, w1, w3 = (sympy.Symbol(name, positive=True) for name in ("g3", "g4", "w_1", "w_3"))
    assert found.diagnostics == ()
    for name in ("U14", "U24", "U34"):
        boson = found.boson(name)
        assert boson.charge == sympy.Rational(2, 3)
        assert sympy.expand(boson.mass_squared - g4**2 * (w1**2 + w3**2) / 2) == 0
    values = list(masses(found).values())
    assert values.count(w3**2 * (g3**2 + g4**2)) == 5  # three complex and two real colorons
    assert values.count(0) == 6  # photon, and three complex and two real gluons
    (photon,) = found.unbroken
    assert photon.generator == {"W3": 1, "U15": sympy.sqrt(6) / 3, "B": 1}


def test_331_has_no_weak_su2() -> None:
    text = """gauge SU3L = SU(3) coupling gL boson W
gauge N = U(1) coupling gN boson B
scalar chi (SU3L: 3, N: -1/3) vev (0, 0, u)
scalar rho (SU3L: 3, N: 2/3) vev (0, v, 0)
scalar eta (SU3L: 3, N: -1/3) vev (w, 0, 0)"""
    found = spectrum(text)
    (photon,) = found.unbroken
    assert photon.generator == {"W3": 1, "W8": -1 / sympy.sqrt(3), "B": 1}
    assert [found.boson(name).charge for name in ("W12", "W13", "W23")] == [1, 0, -1]


def test_two_massless_bosons() -> None:
    """An unbroken X beside the photon: the photon couples to T3 + Y alone, X to what is free of kinetic mixing."""
    found = spectrum("use sm\ngauge X = U(1) coupling gX boson X\nmixing epsilon (Y, X)")
    photon, other = found.unbroken
    g1, g2 = (sympy.Symbol(name, positive=True) for name in ("g1", "g2"))
    assert photon.generator == {"W3": 1, "B": 1}
    assert photon.coupling == g1 * g2 / sympy.sqrt(g1**2 + g2**2)
    assert other.boson == "X" and other.generator["X"] == 1


def test_massive_boson_without_scalars() -> None:
    """A declared mass of a simple group that no scalar breaks belongs to all of its bosons."""
    found = spectrum("gauge D = SU(2) coupling gD boson V mass M_V")
    (boson,) = found.bosons
    mass = sympy.Symbol("M_V", positive=True)
    assert (boson.multiplicity, boson.mass_squared) == (3, mass**2)
    assert found.mass_entries == {(f"V{i}", f"V{i}"): mass**2 for i in (1, 2, 3)}
    assert found.kinetic_entries == {(f"V{i}", f"V{i}"): 1 for i in (1, 2, 3)}


def test_complex_vacuum_values() -> None:
    """A phase that mixes W_L and W_R does not change masses."""
    text = """gauge SU2L = SU(2) coupling gL boson WL
gauge SU2R = SU(2) coupling gR boson WR
gauge BL = U(1) coupling gB boson B
fermion QL left (SU2L: 2, BL: 1/6)
param a : angle
scalar P (SU2L: 2, SU2R: 2) vev (0, k_1, {second}, 0)
scalar DR (SU2R: 3, BL: 1) vev (0, 0, v_R)"""
    plain = spectrum(text.replace("{second}", "k_2"))
    turned = spectrum(text.replace("{second}", "i*k_2"))
    values = {"gL": 0.6, "gR": 0.5, "gB": 0.4, "k_1": 1.0, "k_2": 0.7, "v_R": 9.0}
    point = {sympy.Symbol(name, positive=True): value for name, value in values.items()}
    for name in ("WL+", "WR+", "Z", "Z'"):
        squares = [complex(found.boson(name).mass_squared.subs(point)) for found in (plain, turned)]
        assert squares[1] == pytest.approx(squares[0], rel=1e-12)


def test_phases_and_zeros_in_vacuum_values() -> None:
    """An overall phase drops out, and a value that cancels to zero breaks nothing."""
    g2, v = (sympy.Symbol(name, positive=True) for name in ("g2", "v"))
    turned = spectrum("use sm { except H }\nparam a : angle\nscalar H (SU2L: 2, Y: 1/2) vev (0, v*exp(i*a)/sqrt(2))")
    assert sympy.simplify(turned.boson("W+").mass_squared - g2**2 * v**2 / 4) == 0
    assert turned.boson("A").mass_squared == 0
    zero = spectrum("use sm { except H }\nscalar H (SU2L: 2, Y: 1/2) vev (0, v - v)")
    assert all(boson.mass_squared == 0 for boson in zero.bosons)


def test_several_scalars_of_one_charge() -> None:
    """What two vacuum values give cannot be replaced by one mass symbol; its meaning is reported."""
    found = spectrum(
        """use sm
gauge X = U(1) coupling gX boson X mass M_X
scalar a (X: 1) vev v_a/sqrt(2)
scalar b (X: 2) vev v_b/sqrt(2)"""
    )
    gx, va, vb = (sympy.Symbol(name, positive=True) for name in ("gX", "v_a", "v_b"))
    (mass,) = found.masses
    assert mass.replaces is None and not mass.is_added
    assert sympy.expand(mass.value**2 - gx**2 * (va**2 + 4 * vb**2)) == 0
    assert sympy.expand(found.boson("Z'").mass_squared - mass.value**2) == 0


def test_unknown_charges() -> None:
    """Charges that are still to be found are symbols like any other."""
    found = spectrum("use sm\ngauge X = U(1) coupling gX boson X\nscalar phi (X: ?c) vev w/sqrt(2)")
    charge, gx, w = sympy.Symbol("?c", real=True), *(sympy.Symbol(n, positive=True) for n in ("gX", "w"))
    assert found.boson("Z'").mass == gx * w * sympy.Abs(charge)
