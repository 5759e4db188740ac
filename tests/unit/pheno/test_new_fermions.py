"""Masses of new fermions against their closed forms, and what does not depend on the basis of generations."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.helpers.models import compile_text
from tests.unit.pheno.points import bosons

from zmodel.pheno.decays import decays_of
from zmodel.pheno.new_fermions import takagi
from zmodel.pheno.widths import width_to_fermions, width_to_majorana

MASS = 2000.0
WEYL = width_to_fermions(MASS, 1.0, 0.0)
"""Of a massless Weyl fermion of unit coupling."""


def widths(lines: str, point: str) -> tuple[float, dict[str, float]]:
    """Total width and widths by channel of a boson of mass 2 TeV with coupling 0.3."""
    text = f"model m\nuse sm\ngauge X = U(1) coupling gX boson Zp mass M_Zp\n{lines}\n"
    text += f"point p at 1 TeV {{ g1 = 0.36; g2 = 0.65; gX = 0.3; M_Zp = {MASS}; v_h = 246; {point} }}\n"
    found = decays_of(bosons(compile_text(text), "p")["Z'"])
    return found.width / 0.3**2, {channel.name: channel.width / 0.3**2 for channel in found.channels}


@pytest.mark.parametrize(("coupling", "mass"), [(0.05, 0.05 * 5000 / math.sqrt(2)), (0.5, None)])
def test_a_mass_from_a_vacuum_value(coupling: float, mass: float | None) -> None:
    """L = -y S Tbar_L T_R: m = y v/sqrt(2), and no decay above half the boson's mass."""
    lines = """scalar S (X: 1) vev v_s/sqrt(2)
        fermion TL left (SU3c: 3, Y: -1/3, X: 1)
        fermion TR right (SU3c: 3, Y: -1/3, X: 0)
        yukawa yT = bar(TL) S TR"""
    total, _ = widths(lines, f"v_s = 5000; yT = {coupling}*i")
    assert total == pytest.approx(0 if mass is None else 3 * width_to_fermions(MASS, 1, 0, (mass, mass)))


@settings(max_examples=8)
@given(st.integers(0, 2**32))
def test_generations_of_dirac_fermions_in_any_basis(seed: int) -> None:
    """M = U diag V^dag with equal charges: the masses decide."""
    random = np.random.default_rng(seed)
    left, right = (np.linalg.qr(random.normal(size=(2, 2)) + 1j * random.normal(size=(2, 2)))[0] for _ in "LR")
    matrix = left @ np.diag([400, 800]) @ right.conj().T
    entries = ", ".join("[" + ", ".join(f"{x.real:.17g} + {x.imag:.17g}*i" for x in row) + "]" for row in matrix)
    lines = """fermion F[2] left (SU2L: 2, Y: -1/2, X: 1)
        fermion G[2] right (SU2L: 2, Y: -1/2, X: 1)
        mass mF = bar(F) G"""
    _, channels = widths(lines, f"mF = [{entries}]".replace("+ -", "- "))
    expected = [width_to_fermions(MASS, 1, 1, (mass, mass)) for mass in (400, 400, 800, 800)]
    assert sorted(w for w in channels.values() if w > 1e-9) == pytest.approx(sorted(expected), rel=1e-9)


def test_two_majorana_fermions_of_equal_mass_are_a_dirac_fermion() -> None:
    """M N_2 N_3 of opposite charges: a Dirac fermion with a vector coupling."""
    lines = "fermion N[3] right (X: [0, 1, -1])\nmass MN = 1/2 N N"
    total, channels = widths(lines, "MN = [[500, 0, 0], [0, 0, 800], [0, 800, 0]]")
    assert total == pytest.approx(width_to_fermions(MASS, 1, 1, (800, 800)), rel=1e-12)
    assert max(channels, key=lambda name: channels[name]) == "N[2] N[3]"


def test_majorana_masses_from_a_vacuum_value() -> None:
    """Three equal masses y sqrt(2) v of L = -y S N N; paper A, Eq. (60) for Majorana fermions."""
    lines = "fermion N[3] right (X: -1)\nscalar S (X: 2) vev v_s/sqrt(2)\nyukawa yS = N N S"
    diagonal = "yS = [[0.1, 0, 0], [0, 0.1, 0], [0, 0, 0.1]]"
    total, _ = widths(lines, f"v_s = 5000; {diagonal}")
    mass = 0.1 * math.sqrt(2) * 5000
    assert total == pytest.approx(3 * width_to_majorana(MASS, 1, mass))


def test_masses_that_the_point_does_not_give() -> None:
    lines = "fermion N[2] right (X: 1)\nscalar S (X: -2) vev v_s/sqrt(2)\nyukawa yS = N N S"
    total, _ = widths(lines, "v_s = 5000")
    assert total == 0


def test_generations_without_a_mass_of_their_own() -> None:
    """They are taken for heavy as the others are, and named; those that do not couple are not."""
    lines = "fermion N[3] right (X: [1, 0, 2])\nyukawa yS = N N S keep (1,1) as ys\nscalar S (X: -2) vev v_s/sqrt(2)"
    text = f"model m\nuse sm\ngauge X = U(1) coupling gX boson Zp mass M_Zp\n{lines}\n"
    text += "point p at 1 TeV { g1 = 0.36; g2 = 0.65; gX = 0.3; M_Zp = 2000; v_h = 246; v_s = 1000; ys = 0.1 }\n"
    found = decays_of(bosons(compile_text(text), "p")["Z'"])
    assert found.unknown == ("N[3]",)
    assert {"N[1] N[1]"} == {channel.name for channel in found.channels if channel.name.startswith("N")}


LEFT_RIGHT = """model m
gauge C = SU(3) coupling g3
gauge W = SU(2) coupling g2 boson W
gauge A = U(1) coupling g boson B
gauge X = U(1) coupling gX boson X
mixing eta (A, X)
fermion Q[3] left (C: 3, W: 2, A: {Q}, X: 1/3)
fermion U[3] right (C: 3, A: {U}, X: 1/3)
fermion D[3] right (C: 3, A: {D}, X: 1/3)
fermion L[3] left (W: 2, A: {L}, X: -1)
fermion E[3] right (A: {E}, X: -1)
fermion N[3] right (A: {N}, X: -1)
scalar H (W: 2, A: {H}) vev (0, v_h/sqrt(2))
scalar S (A: {S}, X: 2) vev v_s/sqrt(2)
yukawa yS = N N S keep (1,1) as y1, (2,2) as y2, (3,3) as y3
point p at 1 TeV {{ g = 0.5; g2 = 0.65; gX = {gX}; eta = {eta}; v_h = 246; v_s = 4000; y1 = 0.05; y2 = 0.1; y3 = 2 }}
"""


def test_the_basis_of_charges_does_not_matter() -> None:
    """T3R and B - L without kinetic mixing are Y = T3R + (B - L)/2 and B - L with it: h[Y,X] = -g^2/2."""
    hypercharge = {"Q": "1/6", "U": "2/3", "D": "-1/3", "L": "-1/2", "E": "-1", "N": "0", "H": "1/2", "S": "0"}
    isospin = {"Q": "0", "U": "1/2", "D": "-1/2", "L": "0", "E": "-1/2", "N": "1/2", "H": "1/2", "S": "-1"}
    both = math.hypot(0.45, 0.25)
    channels = []
    for charges, eta, coupling in ((hypercharge, -0.5 / (2 * both), both), (isospin, 0.0, 0.45)):
        text = LEFT_RIGHT.format(**charges, eta=eta, gX=coupling)
        decays = decays_of(bosons(compile_text(text), "p")["Z'"])
        assert decays.unknown == ()
        channels.append({channel.name: channel.width for channel in decays.channels})
    assert channels[0] == pytest.approx(channels[1], rel=1e-9)
    assert channels[0]["N[1] N[1]"] > 1.01 * channels[0]["N[2] N[2]"] and "N[3] N[3]" not in channels[0]


@given(st.integers(0, 2**32), st.integers(1, 4), st.integers(0, 4))
def test_takagi(seed: int, size: int, massless: int) -> None:
    """U^T M U = diag(masses) with a unitary U, equal and vanishing masses included."""
    random = np.random.default_rng(seed)
    unitary = np.linalg.qr(random.normal(size=(size, size)) + 1j * random.normal(size=(size, size)))[0]
    wanted = np.sort(random.integers(1, 4, size=size) * 100.0)[::-1]
    wanted[max(size - massless, 0) :] = 0
    masses, states = takagi(unitary.conj() @ np.diag(wanted) @ unitary.conj().T)
    assert masses == pytest.approx(wanted, abs=1e-9)
    assert states.T @ (unitary.conj() @ np.diag(wanted) @ unitary.conj().T) @ states == pytest.approx(
        np.diag(wanted).astype(complex), abs=1e-8
    )
    assert states.conj().T @ states == pytest.approx(np.eye(size), abs=1e-12)


def test_a_massless_weyl_fermion() -> None:
    total, _ = widths("fermion N right (X: 1)", "lambda = 0.1")
    assert total == pytest.approx(WEYL)


def test_antiparticles_of_leptons() -> None:
    """The neutral, singly and doubly charged fermions of one triplet have one mass."""
    lines = """scalar S (X: 1) vev v_s
        fermion TL left (SU2L: 3, Y: 1, X: 1)
        fermion TR right (SU2L: 3, Y: 1, X: 0)
        yukawa yT = bar(TL) TR S"""
    total, _ = widths(lines, "v_s = 5000; yT = 0.14")
    assert total == pytest.approx(3 * width_to_fermions(MASS, 1, 0, (700, 700)))


def test_generations_of_conjugates() -> None:
    """Fermions of charge -1, or of charge +1 with the transposed matrix."""
    scalar = "scalar S (X: 1) vev v_s"
    particles = """fermion FL[2] left (Y: -1, X: [1, 2])
        fermion FR[2] right (Y: -1, X: [1, 1])
        mass mF = bar(FL) FR
        yukawa yF = bar(FL) S FR"""
    antiparticles = """fermion GL[2] left (Y: 1, X: [-1, -1])
        fermion GR[2] right (Y: 1, X: [-1, -2])
        mass mF = bar(GL) GR
        yukawa yF = bar(GL) S GR"""
    first = "v_s = 5000; mF = [[300 + 200*i, 100*i], [0, 0]]; yF = [[0, 0], [0.05, 0.08*i]]"
    second = "v_s = 5000; mF = [[300 + 200*i, 0], [100*i, 0]]; yF = [[0, 0.05], [0, 0.08*i]]"
    total, _ = widths(f"{scalar}\n{particles}", first)
    assert widths(f"{scalar}\n{antiparticles}", second)[0] == pytest.approx(total)


def test_masses_of_generations_that_terms_and_vacuum_values_share() -> None:
    """A mass term for one generation and a vacuum value for the other: one matrix, whatever is larger."""
    lines = """scalar S (X: 1) vev v_s
        fermion FL[2] left (Y: -2, X: [2, 1])
        fermion FR[2] right (Y: -2, X: [1, 0])
        mass mF = bar(FL) FR
        yukawa yF = bar(FL) S FR"""
    total, _ = widths(lines, "v_s = 5000; mF = [[0, 0], [300, 0]]; yF = [[0.08, 0], [0, 0.12*i]]")
    matrix = np.array([[400, 0], [300, 600j]])
    left, masses, right = np.linalg.svd(matrix)
    couplings = [v.conj().T @ np.diag(charges) @ v for v, charges in ((left, [2, 1]), (right.conj().T, [1, 0]))]
    pairs = [(i, j) for i in range(2) for j in range(2)]
    expected = sum(width_to_fermions(MASS, *(g[p] for g in couplings), (masses[p[0]], masses[p[1]])) for p in pairs)
    assert total == pytest.approx(expected)


def test_octets_of_one_chirality() -> None:
    """The mass term of two left-handed octets joins component 12 to 21."""
    lines = """fermion F[2] left (SU3c: 8, Y: 1, X: [1, 2])
        fermion G[2] left (SU3c: 8, Y: -1, X: [-1, -2])
        mass mF = F G"""
    total, _ = widths(lines, "mF = [[300, 0], [0, 700]]")
    expected = [q**2 * width_to_fermions(MASS, 1, 1, (mass, mass), 8) for q, mass in ((1, 300), (2, 700))]
    assert total == pytest.approx(sum(expected))


def test_a_triplet_with_a_majorana_mass() -> None:
    """Its charged components are one Dirac fermion with the mass of the neutral one, and an axial current."""
    lines = "fermion T right (SU2L: 3, X: -1)\nscalar S (X: 2) vev v_s/sqrt(2)\nyukawa yS = T T S"
    total, channels = widths(lines, "v_s = 5000; yS = 0.1")
    mass = 0.1 * math.sqrt(2) * 5000
    charged = width_to_fermions(MASS, 1, -1, (mass, mass))
    assert total == pytest.approx(width_to_majorana(MASS, 1, mass) + charged)
    assert channels["T.T3=1 T.T3=1"] == pytest.approx(charged)


def majorana_widths(masses: np.ndarray, states: np.ndarray, charges: list[float]) -> dict[tuple[int, int], float]:
    """By pair of mass eigenstates, of spinors with these charges."""
    currents = states.conj().T @ np.diag(charges) @ states
    result = {}
    for i, j in np.ndindex(currents.shape):
        if i == j:
            result[i, i] = width_to_majorana(MASS, currents[i, i].real, masses[i])
        elif i < j:
            pair = (masses[i], masses[j])
            result[i, j] = width_to_fermions(MASS, currents[i, j], -currents[i, j].conjugate(), pair)
    return {pair: width for pair, width in result.items() if width}


def test_fields_that_a_majorana_matrix_mixes() -> None:
    """Inelastic dark matter: M o1 o2 splits by Majorana masses, and the boson couples the two mass eigenstates."""
    lines = """scalar S (X: 2) vev v_s
        fermion j left (X: 1)
        fermion k left (X: -1)
        mass M = j k
        yukawa yj = j j dag(S)
        yukawa yk = k k S"""
    _, channels = widths(lines, "v_s = 3000; M = 900; yj = 0.01; yk = 0.02")
    small, large = sorted(np.abs(np.linalg.eigvalsh([[60, 900], [900, 120]])))
    assert set(channels) == {"j j", "j k", "k k"}
    angle = math.atan(2 * 900 / (120 - 60)) / 2
    cosine, sine = math.cos(2 * angle), math.sin(2 * angle)
    # Mass eigenstates (cos j - sin k) i and sin j + cos k.
    assert channels["j k"] == pytest.approx(width_to_fermions(MASS, sine, sine, (small, large)))
    assert channels["j j"] + channels["k k"] == pytest.approx(
        sum(width_to_majorana(MASS, cosine, mass) for mass in (small, large))
    )


def test_a_singlet_and_the_neutral_part_of_a_doublet() -> None:
    """Three Majorana fermions by two mass terms and the Higgs doublet, of fields of both chiralities."""
    lines = """fermion DL left (SU2L: 2, Y: 1/2, X: 2)
        fermion DR right (SU2L: 2, Y: 1/2, X: 2)
        fermion c right (X: 2)
        scalar S (X: 4) vev v_s
        mass mD = bar(DR) DL
        yukawa y = bar(DL) H c
        yukawa z = bar(cc(c)) dag(S) c"""
    _, channels = widths(lines, "v_s = 1000; mD = 300 + 200*i; y = 2.5 - i; z = 0.3")
    dirac, mixed = 300 + 200j, (2.5 + 1j) * 246 / math.sqrt(2)
    masses, states = takagi(np.array([[0, dirac, mixed], [dirac, 0, 0], [mixed, 0, 600]]))
    expected = majorana_widths(masses, states, [2, -2, -2])
    found = {name: width for name, width in channels.items() if "up" not in name}
    assert sorted(found.values()) == pytest.approx(sorted(expected.values()))
    assert found.keys() >= {"DL.down DR.down", "DR.down DR.down"}


def test_an_inverse_seesaw() -> None:
    """Right-handed neutrinos that have their masses with singlets are no massless partners of the left-handed ones."""
    lines = """fermion N[3] right (X: -1)
        fermion K[3] left (X: -1)
        scalar S (X: 2) vev v_s
        charges X { L = -1; E = -1 }
        yukawa yN = bar(L) tilde(H) N
        mass M = bar(K) N"""
    point = "M = [[300, 0, 0], [0, 800, 0], [0, 0, 1200]]; yN = [[1, 0, 0], [0, 1, 0], [0, 0, 1]]"
    _, channels = widths(lines, point)
    heavy = [width_to_fermions(MASS, 1, 1, (mass, mass)) for mass in (300, 800)]
    assert [channels[f"K[{i}] K[{i}]"] for i in (1, 2)] == pytest.approx(heavy)
    assert {"K[3] K[3]", "N[1] N[1]"}.isdisjoint(channels)
    assert channels["nu_e nu_e"] == pytest.approx(WEYL)
    _, channels = widths(
        f"{lines}\nyukawa k = K K S", f"{point}; v_s = 1; k = [[1e-6, 0, 0], [0, 1e-6, 0], [0, 0, 1e-6]]"
    )
    assert [channels[f"K[{i}] N[{i}]"] for i in (1, 2)] == pytest.approx(heavy)
    assert channels["nu_e nu_e"] == pytest.approx(WEYL)


@pytest.mark.parametrize(
    "second",
    [
        "fermion BL left (X: 3, Y: 2)\nfermion BR right (X: 3, Y: 2)\nmass mB = bar(BL) BR\nyukawa y = bar(BL) S AR",
        "fermion BL right (X: -3, Y: -2)\nfermion BR left (X: -3, Y: -2)\nmass mB = bar(BL) BR\n"
        "yukawa y = bar(AR) dag(S) cc(BL)",
    ],
)
def test_two_dirac_fermions_that_mix(second: str) -> None:
    """Of different charges, so that the boson couples to the two mass eigenstates together, too."""
    lines = f"""scalar S (X: 2) vev v_s
        fermion AL left (X: 1, Y: 2)
        fermion AR right (X: 1, Y: 2)
        mass mA = bar(AL) AR
        {second}"""
    _, channels = widths(lines, "v_s = 1000; mA = 300; mB = 500; y = 0.4")
    left, masses, right = np.linalg.svd([[300, 0], [400, 500]])
    first, second_current = (u.T @ np.diag([1, 3]) @ u for u in (left, right.T))
    expected = [
        (1 if i == j else 2) * width_to_fermions(MASS, first[i, j], second_current[i, j], (masses[i], masses[j]))
        for i, j in ((0, 0), (0, 1), (1, 1))
    ]
    found = [channels[name] for name in ("BL BL", "AL BL", "AL AL")]
    assert found == pytest.approx(expected, rel=1e-6)
