"""The electric charge and all that is conserved in models without a weak SU(2)."""

from __future__ import annotations

from fractions import Fraction

import numpy as np
import pytest
import sympy
from tests.helpers.model_331 import MODEL_331, fermion_masses_331, scalar_masses_331
from tests.helpers.models import compile_text

from zmodel.derive.breaking import derive_masses
from zmodel.derive.flavour.mass_matrix import fermion_masses
from zmodel.derive.flavour.sectors import sectors
from zmodel.derive.masses.fermions import FermionSector, derive_fermion_masses
from zmodel.derive.masses.scalars import ScalarSpectrum, derive_scalar_masses
from zmodel.derive.unbroken import electric_charge, unbroken_charges
from zmodel.driver import Analysis

QED = """
gauge SU3c = SU(3) coupling g3 boson G
gauge Q = U(1) coupling e boson B
fermion qL[2] left (SU3c: 3, Q: 2/3)
fermion qR[2] right (SU3c: 3, Q: 2/3)
fermion n right
scalar S real vev v_s
scalar P (SU3c: 3, Q: 2/3)
mass mq = bar(qL) qR
mass mn = n n
yukawa y = bar(qL) qR S
"""
TRIPLETS = "gauge L = SU(3) coupling g boson W\ngauge N = U(1) coupling k boson B\n"
DECONSTRUCTED = """
gauge A = SU(3) coupling ga
gauge B = SU(3) coupling gb
gauge Q = U(1) coupling e
fermion q left (A: 3, Q: 2/3)
fermion p right (B: 3, Q: 2/3)
fermion o left (A: 8)
scalar S (A: 3, B: 3bar) vev (v,0,0, 0,v,0, 0,0,v)
yukawa y = bar(q) S p
mass k = o o
"""
GRAND = f"""
gauge G = SU(5) coupling g
scalar S real (G: 24) vev ({"0, " * 22}w, sqrt(3/5)*w)
scalar H (G: 5) vev (0, 0, 0, 0, v)
"""
BROKEN = """
gauge C = SU(3) coupling g3
gauge X = U(1) coupling gX
fermion a[2] left (C: 3, X: 1)
fermion b[2] right (C: 3)
fermion n left (X: 1)
fermion s right
scalar S (X: 1) vev v
scalar t (C: 3)
scalar u (C: 3bar)
yukawa y = bar(a) b S
yukawa z = bar(n) s S
mass m = s s
potential { mS = dag(S) S; mt = dag(t) t; mu = dag(u) u; mx = t u }
"""
SEVERAL = """
gauge X = U(1) coupling gX
gauge Y = U(1) coupling gY
fermion a left (X: 1)
fermion b right (X: 1)
fermion c[2] left (Y: [1, 2])
fermion d[2] right (Y: [1, 2])
fermion n left
mass m = bar(a) b
mass M = bar(c) d
mass k = n n
"""


NAMES = ("ve", "vr", "vc", "l1", "l2", "l3", "l12", "l13", "l23", "k12", "k13", "k23")


def analysis(text: str) -> Analysis:
    return compile_text(f"model m\n{text}")


def fermions(found: Analysis) -> dict[str, FermionSector]:
    return {item.name: item for item in derive_fermion_masses(found.model, found.couplings)}


def scalars(found: Analysis) -> ScalarSpectrum:
    spectrum = derive_scalar_masses(found.model, found.couplings)
    assert spectrum is not None
    return spectrum


def symbol(name: str) -> sympy.Symbol:
    return sympy.Symbol(name, complex=True)


# ------------------------------------------------------------------ the electric charge
@pytest.mark.parametrize(
    ("text", "charge"),
    [
        (QED, {("Q", 0): 1}),
        (MODEL_331, {("SU3L", 0): Fraction(1, 2), ("SU3L", 1): Fraction(-1, 6), ("N", 0): 1}),
        # SU(2) x U(1) is left, and its T3 is no charge.
        (TRIPLETS + "scalar c (L: 3, N: -1/3) vev (0, 0, u)", {("N", 0): 1, ("L", 1): Fraction(-1, 6)}),
        # With T3 = diag(1, -1, 0)/2 what is left is 2 N + T3 + diag(1, 1, -2)/6 = 2 N + diag(2, -1, -1)/3.
        (
            TRIPLETS + "scalar c (L: 3, N: -1/3) vev (u, 0, 0)",
            {("L", 0): Fraction(1, 2), ("L", 1): Fraction(1, 6), ("N", 0): 2},
        ),
        (DECONSTRUCTED, {("Q", 0): 1}),
        (DECONSTRUCTED + "scalar T (A: 3, B: 3bar) vev (w,0,0, 0,w,0, 0,0,w)\nscalar R real vev r", {("Q", 0): 1}),
        (GRAND, {("G", 2): 1}),
        (BROKEN, None),
        (SEVERAL, None),
        ("gauge X = U(1) coupling g\nparam a : rational\nscalar S (X: a)", {("X", 0): 1}),
        ("gauge X = U(1) coupling g\ngauge Y = U(1) coupling h mass M", {("X", 0): 1}),
        ("gauge X = U(1) coupling g\ngauge Y = U(1) coupling h mass M\nscalar S real vev v", {("X", 0): 1}),
        (
            "gauge X = U(1) coupling g\ngauge Z = U(1) coupling h\nscalar S (X: 1, Z: -2) vev v",
            {("X", 0): 2, ("Z", 0): 1},
        ),
        ("gauge X = U(1) coupling g mass M", None),
    ],
)
def test_electric_charge(text: str, charge: dict[tuple[str, int], Fraction] | None) -> None:
    assert electric_charge(analysis(text).model) == charge


@pytest.mark.parametrize(("text", "number"), [(QED, 1), (MODEL_331, 1), (DECONSTRUCTED, 3), (GRAND, 3), (BROKEN, 0)])
def test_number_of_unbroken_charges(text: str, number: int) -> None:
    """Those of an unbroken group that is part of broken ones are among them."""
    assert len(unbroken_charges(analysis(text).model)) == number


def test_gauge_bosons_have_charges_in_the_units_of_the_electric_charge() -> None:
    found = derive_masses(analysis(QED).model)
    assert [(boson.name, boson.charge) for boson in found.bosons] == [("B", 0), ("G", 0)]
    found = derive_masses(analysis(GRAND).model)
    (charge,) = found.unbroken
    assert set(charge.generator) == {"G15"}
    # Leptoquarks, and the W: in units of the quarks' charge 1/3.
    assert [abs(found.boson(name).charge or 0) for name in ("G12", "G14", "G15'", "G45")] == [0, 4, 1, 3]


# ------------------------------------------------------------------ fermions
def test_charged_or_coloured_fermions_have_dirac_matrices() -> None:
    found = fermions(analysis(QED))
    quarks = found["u"]
    assert not quarks.is_majorana and quarks.charge == Fraction(2, 3)
    assert [str(p) for p in quarks.rows] == ["qL 1", "qL 2"] and [str(p) for p in quarks.columns] == ["qR 1", "qR 2"]
    (value,) = {s for s in quarks.matrix.free_symbols if s.name == "v_s"}
    assert sympy.expand(quarks.matrix[0, 1] - symbol("mq[1,2]") - value * symbol("y[1,2]")) == 0
    assert found["nu"].is_majorana and found["nu"].matrix[0, 0] == 2 * sympy.conjugate(symbol("mn"))


def test_colour_alone_makes_fermions_complex() -> None:
    found = fermions(analysis(BROKEN))
    assert {name: item.is_majorana for name, item in found.items()} == {"a, b": False, "n, s": True}
    assert found["a, b"].matrix.shape == (2, 2)
    assert not found["a, b"].matrix.has(sympy.conjugate)


def test_every_unbroken_charge_tells_fermions_apart() -> None:
    """Also where it tells generations of a field apart."""
    found = fermions(analysis(SEVERAL))
    assert {name: item.is_majorana for name, item in found.items()} == {
        "a, b": False,
        "c, d": False,
        "c 2, d 2": False,
        "n": True,
    }
    assert found["a, b"].matrix == sympy.Matrix([[symbol("m")]])
    assert found["c 2, d 2"].matrix == sympy.Matrix([[symbol("M[2,2]")]])


def test_generations_have_charges_of_their_own() -> None:
    """A global charge does not count."""
    found = fermions(analysis(SEVERAL.replace("gauge X = U(1) coupling gX", "global X = U(1)")))
    assert {name: item.charge for name, item in found.items()} == {"nu": 0, "c, d": 1, "c 2, d 2": 2}
    assert [str(particle) for particle in found["nu"].rows] == ["a 1", "b 1", "n 1"]


def test_a_charge_inside_of_an_unbroken_group_tells_fermions_apart() -> None:
    """SU(2) is left, whose T3 the upper component of a doublet shares with the conjugate of a lower one."""
    text = "scalar c (L: 3, N: -1/3) vev (0, 0, u)\nfermion a left (L: 3, N: 1/6)\nfermion b right (L: 3, N: 1/6)\n"
    found = fermions(analysis(f"{TRIPLETS}{text}mass m = bar(a) b"))
    assert [(item.charge, item.is_majorana, item.matrix.shape) for item in found.values()] == [
        (0, False, (2, 2)),
        (Fraction(1, 2), False, (1, 1)),
    ]


def test_colour_inside_of_broken_groups_makes_fermions_complex() -> None:
    found = fermions(analysis(DECONSTRUCTED))
    assert not any(found[f"q.{i}, p.{i}"].is_majorana for i in (1, 2, 3))
    # Of the octet the two colourless components are neutral.
    assert [name for name, item in found.items() if item.is_majorana] == ["o.7, o.8"]


def test_331_fermions_have_the_masses_of_the_whole_matrix() -> None:
    """One singular value of M for each Dirac fermion, which the matrix of all Weyl spinors has twice per colour."""
    found = fermions(analysis(MODEL_331))
    assert {name: (item.matrix.shape, item.is_majorana) for name, item in found.items()} == {
        "nu": ((6, 6), True),
        "e": ((3, 3), False),
        "d": ((5, 5), False),
        "u": ((4, 4), False),
    }
    source = np.random.default_rng(3)
    names = sorted({s for item in found.values() for s in item.matrix.free_symbols}, key=str)
    values = {s: complex(*source.normal(size=2)) if s.is_real is None else source.uniform(1, 2) for s in names}
    masses = {
        name: list(np.linalg.svd(np.array(item.matrix.xreplace(values).evalf().tolist(), dtype=complex))[1])
        for name, item in found.items()
    }
    expected = [*masses["e"] * 2, *masses["d"] * 6, *masses["u"] * 6, *masses["nu"]]
    whole = fermion_masses_331({s.name: value for s, value in values.items()})
    assert np.allclose(whole, whole.T)
    assert np.allclose(np.sort(np.linalg.svd(whole, compute_uv=False)), np.sort(expected), atol=1e-12)
    # M is the matrix itself and not its conjugate.
    assert not any(found[name].matrix.has(sympy.conjugate) for name in "edu")


def test_sectors_of_331() -> None:
    found = analysis(MODEL_331)
    masses = fermion_masses(found.model, found.couplings)
    ranks = {s.name: (s.charge, s.rank, s.massless) for s in sectors(found.model, masses)}
    third = Fraction(1, 3)
    assert ranks == {"nu": (0, 0, 6), "e": (-1, 3, 0), "d": (-third, 5, 0), "u": (2 * third, 4, 0)}


WITHOUT_PHOTON = """
gauge C = SU(3) coupling g3
gauge W = SU(2) coupling g2
gauge Y = U(1) coupling g1
gauge D = U(1) coupling gD
fermion q[2] left (C: 3, W: 2, Y: 1/6)
fermion u[2] right (C: 3, Y: 2/3)
fermion l left (W: 2, Y: -1/2)
fermion e right (Y: -1)
fermion x left (W: 2, Y: -1/2, D: 1)
fermion z right (Y: -1, D: 1)
scalar H (W: 2, Y: 1/2) vev (0, v)
scalar P (Y: 1) vev w
scalar t (Y: 1, D: 2)
yukawa yu = bar(q) tilde(H) u
yukawa ye = bar(l) H e
yukawa yx = bar(x) H z
potential { mH = dag(H) H; mP = dag(P) P; mt = dag(t) t }
"""


def test_without_a_photon_colour_and_other_charges_make_fermions_complex() -> None:
    """An SU(2) is broken with its U(1): leptons are Majorana fermions, but not quarks, or what has a dark charge."""
    found = fermions(analysis(WITHOUT_PHOTON))
    assert {name: (item.is_majorana, item.matrix.shape) for name, item in found.items()} == {
        "q.up, u": (False, (2, 2)),
        "q.down": (False, (2, 0)),
        "l.up": (True, (1, 1)),
        "l.down, e": (True, (2, 2)),
        "x.up": (False, (1, 0)),
        "x.down, z": (False, (1, 1)),
    }
    assert all(item.charge is None for item in found.values())
    v = next(s for s in found["x.down, z"].matrix.free_symbols if s.name == "v")
    assert found["x.down, z"].matrix == sympy.Matrix([[symbol("yx") * v]])
    assert found["q.up, u"].matrix[0, 1] == symbol("yu[1,2]") * v


def test_without_a_u1_colour_makes_fermions_complex() -> None:
    text = """
gauge C = SU(3) coupling g3
gauge W = SU(2) coupling g2
fermion q left (C: 3, W: 2)
fermion u[2] right (C: 3)
fermion l[2] left (W: 2)
fermion n right
scalar H (W: 2) vev (0, v)
yukawa y = bar(q) H u
yukawa z = bar(q) tilde(H) u
yukawa k = bar(l) H n
"""
    found = fermions(analysis(text))
    # u joins both components of q.
    assert {name: (item.is_majorana, item.matrix.shape) for name, item in found.items()} == {
        "q.up, q.down, u": (False, (2, 2)),
        "l.up": (True, (2, 2)),
        "l.down, n": (True, (3, 3)),
    }


@pytest.mark.parametrize("vacuum", ["", "scalar S vev w\n"])
def test_an_unbroken_su2_leaves_charges_of_u1s(vacuum: str) -> None:
    """Without vacuum values that it feels there is no electric charge; a bare mass joins what has equal charges."""
    text = f"""
gauge W = SU(2) coupling g2
gauge Y = U(1) coupling g1
fermion a left (W: 2, Y: 1)
fermion b right (W: 2, Y: 1)
mass m = bar(a) b
{vacuum}"""
    found = fermions(analysis(text))
    assert found and not any(item.is_majorana for item in found.values())
    assert all(item.matrix == sympy.Matrix([[symbol("m")]]) for item in found.values())


def test_a_charge_that_is_a_parameter_makes_no_other_fermion_neutral() -> None:
    text = "use sm\nparam q : rational\nfermion F left (Y: q)\nfermion G right (Y: q)\nmass m = bar(F) G\n"
    found = fermions(analysis(text))
    assert [name for name, item in found.items() if item.is_majorana] == ["nu"]
    assert found["F, G"].matrix == sympy.Matrix([[symbol("m")]])
    assert {name: found[name].charge for name in ("u", "d", "e")} == {
        "u": Fraction(2, 3),
        "d": Fraction(-1, 3),
        "e": Fraction(-1),
    }


# ------------------------------------------------------------------ scalars
def test_scalars_without_a_photon_are_complex_if_they_have_a_charge() -> None:
    spectrum = scalars(analysis(WITHOUT_PHOTON))
    assert [[mode.name for mode in block.modes] for block in spectrum.blocks if block.is_complex] == [["t"]]


def test_331_scalars_with_a_charge_are_complex() -> None:
    """Two blocks of charge 1, in closed form, and all masses are those of the potential in 18 real fields."""
    spectrum = scalars(analysis(MODEL_331))
    charged = [block for block in spectrum.blocks if block.is_complex]
    assert [[mode.name for mode in block.modes] for block in charged] == [
        ["conj(eta[2])", "rho[1]"],
        ["rho[3]", "conj(chi[2])"],
    ]
    assert {block.charge for block in charged} == {1}
    assert {block.charge for block in spectrum.blocks if not block.is_complex} == {0}
    source = np.random.default_rng(5)
    values = {name: float(source.uniform(0.5, 1.5)) for name in NAMES} | {"re(f)": -1.3, "im(f)": 0.0}
    values |= {str(c.fixes): number(c.solution, values) for c in spectrum.conditions if c.fixes is not None}
    found: list[float] = []
    for block in spectrum.blocks:
        matrix = np.array([[number(entry, values) for entry in row] for row in block.matrix.tolist()])
        found += [*np.linalg.eigvalsh(matrix)] * (2 if block.is_complex else 1)
    assert np.allclose(np.sort(found), np.linalg.eigvalsh(scalar_masses_331(values)), atol=1e-5)
    assert np.sum(np.abs(found) < 1e-9) == 8  # Goldstone bosons


def number(expression: sympy.Expr, values: dict[str, float]) -> float:
    put_in = {atom: values[str(atom)] for atom in expression.atoms(sympy.re, sympy.im)}
    expression = expression.xreplace(put_in)
    return float(expression.xreplace({s: values[s.name] for s in expression.free_symbols}))


def test_colour_and_anticolour_mix_as_complex_scalars() -> None:
    spectrum = scalars(analysis(BROKEN))
    block = spectrum.block("t[1]")
    assert [mode.name for mode in block.modes] == ["t[1]", "conj(u[1])"] and block.masses_squared is not None
    assert not spectrum.block("Re(S)").is_complex
