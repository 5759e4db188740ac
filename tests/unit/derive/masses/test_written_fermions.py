"""Currents do not depend on how a file writes its fermions: in one field or several, or as conjugate fields."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import pytest
import sympy
from numpy.typing import NDArray
from tests.helpers.models import compile_text
from tests.helpers.written_fermions import USUAL, FieldWriting, Turn, model_text, random_writing

from zmodel.derive.breaking import derive_masses
from zmodel.derive.currents import derive_currents
from zmodel.derive.masses.currents import MassBasisCurrents, derive_mass_basis_currents
from zmodel.derive.masses.fermions import derive_fermion_masses

Complex = NDArray[np.complex128]


def currents(text: str) -> MassBasisCurrents:
    analysis = compile_text(text)
    table = derive_currents(analysis.model, derive_masses(analysis.model))
    return derive_mass_basis_currents(analysis.model, derive_fermion_masses(analysis.model, analysis.couplings), table)


def known_values() -> dict[str, complex]:
    """All angles, couplings and masses, and unitary CKM and PMNS matrices."""
    source = np.random.default_rng(7)
    values = {f"{kind}_{name}": source.uniform(0.2, 1.3) for name in "QUDLE" for kind in ("th", "ph")}
    for name in ("CKM", "PMNS"):
        matrix = np.linalg.qr(source.normal(size=(3, 3)) + 1j * source.normal(size=(3, 3)))[0]
        values |= {f"{name}[{i + 1},{j + 1}]": complex(matrix[i, j]) for i in range(3) for j in range(3)}
    return values | {"ga": 0.3, "g1": 0.35, "g2": 0.65, "v_h": 0.246, "MA": 1.0}


VALUES = known_values()


def number(matrix: sympy.Matrix, values: Mapping[str, complex] = VALUES) -> Complex:
    replaced = sympy.Matrix(matrix).xreplace({s: sympy.sympify(values[s.name]) for s in matrix.free_symbols})
    return np.array(replaced.evalf().tolist(), dtype=complex)


def assert_same_currents(one: MassBasisCurrents, two: MassBasisCurrents, *values: Mapping[str, complex]) -> None:
    """Couplings of all bosons, flavour-changing and charged ones included; `values` of the one and the other."""
    first, second = values or (VALUES, VALUES)
    assert {basis.name for basis in one.bases} == {basis.name for basis in two.bases}
    for boson, matrices in one.exact.items():
        for basis, matrix in matrices.items():
            assert np.allclose(number(matrix, first), number(two.exact[boson][basis], second)), (boson, basis)
    found, others = ({(c.boson, c.to.name, c.source.name): c.couplings for c in item.charged} for item in (one, two))
    assert found.keys() == others.keys()
    for key, matrix in found.items():
        assert np.allclose(number(matrix, first), number(others[key], second)), key


@pytest.mark.parametrize("seed", range(8))
def test_how_fermions_are_written_changes_no_current(seed: int) -> None:
    writing, turns = random_writing(np.random.default_rng(seed))
    assert_same_currents(currents(model_text(USUAL, turns)), currents(model_text(writing, turns)))


def vector_axial(text: str) -> dict[str, Complex]:
    """Of each fermion the vector and axial couplings of the Z', as the report has them."""
    analysis = compile_text(text)
    table = derive_currents(analysis.model, derive_masses(analysis.model))
    sectors = derive_fermion_masses(analysis.model, analysis.couplings)
    found = derive_mass_basis_currents(analysis.model, sectors, table)
    couplings = found.diagonal(table.bosons["Z'"], found.exact["Z'"])
    pairs = {species.name: table.vector_axial(couplings, species) for species in table.species}
    return {name: number(sympy.Matrix([[p.vector, p.axial] for p in item])) for name, item in pairs.items()}


@pytest.mark.parametrize("seed", [0, 3])
def test_how_fermions_are_written_changes_no_vector_or_axial_coupling(seed: int) -> None:
    writing, turns = random_writing(np.random.default_rng(seed))
    usual, other = (vector_axial(model_text(item, turns)) for item in (USUAL, writing))
    assert set(usual) == set(other) == {"u", "d", "nu", "e"}
    assert all(np.allclose(usual[name], other[name]) for name in usual)


@pytest.mark.parametrize("component", ["up", "down"])
@pytest.mark.parametrize("multiplet", ["Q", "L"])
def test_the_w_couples_conjugate_doublets_with_the_mixing_matrix(multiplet: str, component: str) -> None:
    """R = eps f^* = (f_2^*, -f_1^*): the W couples with g V_CKM and g V_PMNS^dag, as without conjugates."""
    writing = {**USUAL, multiplet: (FieldWriting(1, True), FieldWriting(2, True))}
    found = currents(model_text(writing, {multiplet: Turn(component, 1)}))
    (w,) = found.charged
    assert (w.to.name, w.source.name) == {"Q": ("u_L", "d_L"), "L": ("nu", "e_L")}[multiplet]
    name = {"Q": "CKM", "L": "PMNS"}[multiplet]
    mixing = np.array([[VALUES[f"{name}[{i},{j}]"] for j in (1, 2, 3)] for i in (1, 2, 3)])
    expected = mixing if multiplet == "Q" else mixing.conj().T
    assert np.allclose(number(w.couplings), VALUES["g2"] / np.sqrt(2) * expected)


HEAVY = """fermion F left (Y: -1)
fermion {field}
mass mF = bar(F) {right}
yukawa yF = {term}
"""


@pytest.mark.parametrize("sizes", [(3,), (2, 1)])
@pytest.mark.parametrize("is_light_conjugate", [False, True])
@pytest.mark.parametrize("is_heavy_conjugate", [False, True])
def test_mixing_with_heavy_fermions(is_light_conjugate: bool, is_heavy_conjugate: bool, sizes: tuple[int, ...]) -> None:
    """bar(Lc) tilde(H) cc(G) is bar(L) H G conjugated, whose coupling is the conjugate one."""
    written = ("G right (Y: -1)", "G", "cc(G)"), ("Gc left (Y: 1)", "cc(Gc)", "Gc")
    field, right, other = written[is_heavy_conjugate]
    term = f"bar(L1c) tilde(H) {other}" if is_light_conjugate else f"bar(L1) H {right}"
    writing = {**USUAL, "L": tuple(FieldWriting(size, is_light_conjugate) for size in sizes)}
    turns = {"L": Turn("down", 0)}
    plain = HEAVY.format(field="G right (Y: -1)", right="G", term="bar(L1) H G")
    one = currents(model_text(USUAL, turns, plain))
    two = currents(model_text(writing, turns, HEAVY.format(field=field, right=right, term=term)))
    y = 0.2 - 0.1j
    first, second = ({"mF": 0.8 + 0.3j, "yF[1]": value} for value in (y, y.conjugate() if is_light_conjugate else y))
    assert_same_currents(one, two, VALUES | first, VALUES | second)


LEFT_RIGHT = """
    model m
    gauge SU2L = SU(2) coupling gL boson WL
    gauge SU2R = SU(2) coupling gR boson WR
    gauge BL = U(1) coupling gB boson B
    fermion LL[2] left (SU2L: 2, BL: -1/2)
    fermion LR[2] right (SU2R: 2, BL: -1/2)
    scalar Phi (SU2L: 2, SU2R: 2) vev (0, k1/sqrt(2), 0, 0)
    scalar DR (SU2R: 3, BL: 1) vev (0, 0, vR/sqrt(2))
    yukawa hl = bar(LL) Phi LR
    yukawa fR = LR LR DR
    """


def test_right_handed_currents_of_majorana_neutrinos() -> None:
    """psi = W psi' of left-handed spinors has cc(N) = W_N nu, so that the current bar(N) e_R is W_N bar(nu) e_R."""
    analysis = compile_text(LEFT_RIGHT)
    sectors = derive_fermion_masses(analysis.model, analysis.couplings)
    table = derive_currents(analysis.model, derive_masses(analysis.model))
    found = derive_mass_basis_currents(analysis.model, sectors, table)
    (charged,) = (c for c in found.charged if c.boson == "WR+" and c.source.name == "e_R")
    source = np.random.default_rng(1)
    # The inverse of the heavy block is a matrix of symbols; the light block is what small masses leave.
    heavy = source.normal(size=(2, 2)) + 1j * source.normal(size=(2, 2))
    heavy = heavy + heavy.T
    names = {str(s): s for c in (charged.couplings, found.rotations["nu"]) for s in c.free_symbols}
    values = {name: complex(*source.normal(size=2)) * 1e-3 for name in names if name.startswith("hl")}
    values |= {f"nu_inverse[{i + 1},{j + 1}]": np.linalg.inv(heavy)[i, j] for i in range(2) for j in range(i, 2)}
    values |= {"k1": 1.0, "gR": 1.0}
    w = number(found.rotations["nu"], values)
    (nu,) = (sector for sector in sectors if sector.name == "nu")
    mass = number(nu.matrix.xreplace({s: 0 for s in nu.matrix.free_symbols if s.name.startswith("fR")}), values)
    mass[2:, 2:] = heavy
    assert abs((w.T @ mass @ w)[:2, 2:]).max() < 1e-5 * abs(mass[:2, 2:]).max()
    assert np.allclose(number(charged.couplings, values | {"alpha_w": 0}), w[2:].T / np.sqrt(2), atol=1e-12)


def test_both_chiralities_of_a_triplet() -> None:
    """The seesaw of type III: what the W does to T+ and T0 and to T0 and T-, with the gauge-invariant mass of both.

    t of nu_L, e_L and cc(e_R) is C_L from e_L to nu and -C_R^T from nu to cc(e_R): the mass terms nu M nu/2 and
    cc(e_R) M_e^dag e_L are invariant if M C_L = C_R M_e^dag.
    """
    analysis = compile_text(
        "model m\nuse sm\nfermion T right (SU2L: 3)\nyukawa yT = bar(L) tilde(H) T\nmass mT = T T\n"
    )
    sectors = {s.name: s for s in derive_fermion_masses(analysis.model, analysis.couplings)}
    table = derive_currents(analysis.model, derive_masses(analysis.model))
    found = derive_mass_basis_currents(analysis.model, tuple(sectors.values()), table)
    values = {f"Ye[{i},{j}]": 0 for i in (1, 2, 3) for j in (1, 2, 3)} | {"v_h": 1e-12, "g2": 1.0, "mT": 0.8 + 0.3j}
    values |= {f"yT[{i}]": 0.1 * i for i in (1, 2, 3)}
    nu, left, right = (number(found.rotations[name], values) for name in ("nu", "e_L", "e_R"))
    charged = {(c.to.name, c.source.name): number(c.couplings, values) for c in found.charged}
    assert set(charged) == {("nu", "e_L"), ("nu", "e_R")}
    c_left = nu @ charged["nu", "e_L"] @ left.conj().T
    c_right = nu.conj() @ charged["nu", "e_R"] @ right.conj().T
    majorana, dirac = (number(sectors[name].matrix, values) for name in ("nu", "e"))
    assert abs(c_left[3, 3]) == pytest.approx(1) and abs(c_right[3, 3]) == pytest.approx(1)
    assert (majorana @ c_left)[3, 3] == pytest.approx((c_right @ dirac.conj().T)[3, 3])


def test_rotations_of_other_multiplets() -> None:
    """All components of a triplet turn alike; of a doublet of an unbroken group there is no `F.up`, which is said."""
    text = (
        "model m\nuse sm\ngauge A = U(1) coupling ga boson ZA mass MA\nparam th_Q : angle\n"
        "fermion T[2] left (SU2L: 3, Y: 1, A: [1, 0])\nrotation T = [[cos(th_Q), sin(th_Q)], [-sin(th_Q), cos(th_Q)]]\n"
    )
    found = currents(text)
    assert len(found.bases) == 3 and not found.notes
    for basis in found.bases:
        first, second = (i for i, particle in enumerate(basis.gauge) if particle.name.startswith("T."))
        changing = basis.signs[first] * number(found.exact["Z'"][basis.name])[first, second]
        assert changing == pytest.approx(VALUES["ga"] * np.cos(VALUES["th_Q"]) * np.sin(VALUES["th_Q"]))
    other = "gauge S = SU(2) coupling gs\nfermion F[2] left (S: 2)\nrotation F.up = T\n"
    assert currents(text + other).notes == (
        "A rotation is not applied: no fermion is `F.up` with all its generations.",
    )
