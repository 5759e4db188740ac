"""Couplings between mass eigenstates of fermions, against numerical diagonalisation and unitarity."""

from __future__ import annotations

import numpy as np
import pytest
import sympy
from numpy.typing import NDArray
from tests.helpers.models import compile_file, compile_text

from zmodel.derive.breaking import derive_masses
from zmodel.derive.currents import CurrentTable, derive_currents
from zmodel.derive.masses.currents import derive_mass_basis_currents
from zmodel.derive.masses.fermions import FermionSector, derive_fermion_masses
from zmodel.derive.masses.mass_basis import FermionBasis, charged_couplings, derive_mass_basis, neutral_couplings
from zmodel.driver import Analysis

Complex = NDArray[np.complex128]
gX = sympy.Symbol("gX", positive=True)

THIRD_FAMILY = """
    model m
    use sm
    gauge X = U(1) coupling gX boson X mass M_X
    charges X { Q = [0, 0, 1]; U = [0, 0, 1]; D = [0, 0, 1]; L = [0, 0, -3]; E = [0, 0, -3] }
    scalar theta (X: 1) vev v_theta
    """
MIXED = """
    model m
    use "accidental.zmodel"
    """


def bases(analysis: Analysis) -> dict[str, FermionBasis]:
    sectors = derive_fermion_masses(analysis.model, analysis.couplings)
    return {basis.name: basis for basis in derive_mass_basis(analysis.model, sectors)}


def table(analysis: Analysis) -> CurrentTable:
    return derive_currents(analysis.model, derive_masses(analysis.model))


def sector(analysis: Analysis, name: str) -> FermionSector:
    return {s.name: s for s in derive_fermion_masses(analysis.model, analysis.couplings)}[name]


def number(matrix: sympy.Matrix, values: dict[str, complex]) -> Complex:
    replaced = sympy.Matrix(matrix).xreplace({s: sympy.sympify(values[s.name]) for s in matrix.free_symbols})
    return np.array(replaced.evalf().tolist(), dtype=complex)


def random_unitary(source: np.random.Generator) -> Complex:
    return np.linalg.qr(source.normal(size=(3, 3)) + 1j * source.normal(size=(3, 3)))[0]


def ckm_values(matrix: Complex, name: str = "CKM") -> dict[str, complex]:
    return {f"{name}[{i + 1},{j + 1}]": complex(matrix[i, j]) for i in range(3) for j in range(3)}


# ------------------------------------------------------------------ declared rotations
def test_without_rotations_and_mixing_there_is_nothing_to_do() -> None:
    assert bases(compile_text(THIRD_FAMILY)) == {}


@pytest.mark.parametrize(
    ("rotation", "other"),
    [
        ("rotation Q.down = CKM", "u_L"),
        ("rotation Q.up = dag(CKM)", "d_L"),
        ("rotation L.down = PMNS * dag(PMNS)", "e_L"),
    ],
)
def test_rotations_that_cancel_leave_a_component_alone(rotation: str, other: str) -> None:
    assert other not in bases(compile_text(f"{THIRD_FAMILY}\n{rotation}"))


def test_down_and_up_quarks_are_related_by_the_ckm_matrix() -> None:
    """g' = V_d^dag g V_d for down and V g' V^dag for up quarks, whatever V_d; the W couples with V."""
    text = THIRD_FAMILY + "param t : angle\nrotation Q.down = [[1, 0, 0], [0, cos(t), sin(t)], [0, -sin(t), cos(t)]]"
    analysis = compile_text(text)
    found, currents = bases(analysis), table(analysis)
    assert set(found) == {"u_L", "d_L"}
    v = random_unitary(np.random.default_rng(2))
    values = ckm_values(v) | {"t": 0.4, "gX": 1.0, "g2": np.sqrt(2)}
    down, up = (
        number(neutral_couplings(analysis.model, found[name], currents.gauge["X"]), values) for name in ("d_L", "u_L")
    )
    rotation = np.array([[1, 0, 0], [0, np.cos(0.4), np.sin(0.4)], [0, -np.sin(0.4), np.cos(0.4)]])
    assert np.allclose(down, rotation.T @ np.diag([0, 0, 1]) @ rotation)
    assert np.allclose(up, v @ down @ v.conj().T)
    assert np.allclose(number(found["u_L"].matrix(analysis.model), values), rotation @ v.conj().T)
    charged = {(c.to, c.source): c.coupling for c in currents.charged}
    w = charged_couplings(analysis.model, found["u_L"], found["d_L"], charged)
    # Not only numerically: the rotation of Q.down drops out.
    assert all(
        w[i, j]
        == sympy.Symbol(f"CKM[{i + 1},{j + 1}]", complex=True) * sympy.Symbol("g2", positive=True) / sympy.sqrt(2)
        for i in range(3)
        for j in range(3)
    )


def test_paper_c() -> None:
    """R^dag diag(0, 0, 1) R has flavour-changing entries -sin(t) cos(t) for s and b; electrons stay as they are."""
    analysis = compile_file("paper_c/malaphoric")
    found, currents = bases(analysis), table(analysis)
    theta = sympy.Symbol("theta_sb", real=True)
    matrix = neutral_couplings(analysis.model, found["d_L"], currents.gauge["X"])
    assert matrix[1, 2] == -gX * sympy.sin(theta) * sympy.cos(theta)
    assert sympy.simplify(matrix.trace() - gX) == 0
    assert "e_L" not in found


def test_leptons_are_related_by_the_pmns_matrix() -> None:
    analysis = compile_text(THIRD_FAMILY + "rotation L.down = [[1, 0, 0], [0, 0, 1], [0, -1, 0]]")
    found, currents = bases(analysis), table(analysis)
    v = random_unitary(np.random.default_rng(3))
    values = ckm_values(v, "PMNS") | {"gX": 1.0}
    electrons, neutrinos = (
        number(neutral_couplings(analysis.model, found[name], currents.gauge["X"]), values) for name in ("e_L", "nu")
    )
    assert np.allclose(electrons, np.diag([0, -3, 0]))
    assert np.allclose(neutrinos, v.conj().T @ electrons @ v)


def test_universal_couplings_stay_diagonal() -> None:
    """Photon, and Z without mixing: exactly, as CKM is unitary."""
    analysis = compile_text(THIRD_FAMILY + "rotation Q.up = dag(CKM) * CKM * CKM\nrotation D = CKM")
    found, currents = bases(analysis), table(analysis)
    for name in ("u_L", "d_R"):
        for boson in ("A", "Z"):
            matrix = neutral_couplings(analysis.model, found[name], currents.bosons[boson])
            assert matrix == matrix[0, 0] * sympy.eye(3)


# ------------------------------------------------------------------ mixing with heavy fermions
def exact(analysis: Analysis, name: str, values: dict[str, complex]) -> tuple[Complex, Complex]:
    """Singular vectors of the full matrix, lightest first."""
    left, _, right = np.linalg.svd(number(sector(analysis, name).matrix, values))
    return left[:, ::-1], right.conj().T[:, ::-1]


def test_vector_like_quark_against_singular_vectors() -> None:
    """Paper B: the couplings of Z' to down quarks from the exact 4 x 4 matrix; the series is good to second order."""
    analysis = compile_text(MIXED, folder="paper_b")
    found, currents = bases(analysis), table(analysis)
    charges = {"a_e": 0.59, "a_mu": 1.0, "a_tau": 0.0, "a_Y": 0.87, "gX": 1.0}
    errors = []
    for small in (2e-2, 1e-2):
        values: dict[str, complex] = {f"Yd[{i},{j}]": 0 for i in (1, 2, 3) for j in (1, 2, 3)}
        values |= {"Yd[1,1]": 1e-3, "Yd[2,2]": 3e-2, "Yd[3,3]": 1.0, "m_Q": 1 + 0.3j, "v": 0.1 * small, **charges}
        values |= {"v_Phi": small, "YQ[1]": 0.3 + 0.1j, "YQ[2]": -0.8 + 0.5j, "YQ[3]": 1.1 - 0.4j}
        left, _ = exact(analysis, "d", values)
        # Phases: the diagonal of the light part of U_L is positive.
        left = left * np.exp(-1j * np.angle(np.diag(left)))
        q = -1.59 / 9 + 0.87 / 6
        couplings = left.conj().T @ np.diag([q, q, q, q - 1]) @ left
        series = number(neutral_couplings(analysis.model, found["d_L"], currents.gauge["X"]), values)
        assert np.allclose(series, series.conj().T)
        errors.append(abs(couplings - series)[:3, :3].max())
        expected = abs(small**2 * values["YQ[3]"] * values["YQ[2]"] / 2 / abs(values["m_Q"]) ** 2)
        assert abs(series[1, 2]) == pytest.approx(expected)
    assert errors[1] < errors[0] / 8


def test_traces_are_kept() -> None:
    """The trace of a coupling matrix is the same in every basis, order by order."""
    analysis = compile_text(MIXED + "rotation Q.up = dag(CKM)", folder="paper_b")
    found, currents = bases(analysis), table(analysis)
    for boson in ("Z", "Z'"):
        couplings = currents.bosons[boson]
        before = sum(couplings["Q.down"]) + couplings["QL4.down"][0]
        after = neutral_couplings(analysis.model, found["d_L"], couplings).trace()
        assert sympy.expand(before - after) == 0


def test_charged_current_with_vector_like_quarks() -> None:
    """Doublets mix alike in up and down quarks, so that the W still couples with the CKM matrix and with 1."""
    analysis = compile_text(MIXED + "rotation Q.up = dag(CKM)", folder="paper_b")
    found, currents = bases(analysis), table(analysis)
    charged = {(c.to, c.source): c.coupling for c in currents.charged}
    w = charged_couplings(analysis.model, found["u_L"], found["d_L"], charged)
    coupling = sympy.Symbol("g2", positive=True) / sympy.sqrt(2)
    assert w[3, 3] == coupling and w[0, 3] == w[3, 0] == 0
    assert w[1, 2] == coupling * sympy.Symbol("CKM[2,3]", complex=True)


def test_heavy_singlets_break_the_universality_of_the_z() -> None:
    """A vector-like singlet lepton: Z couples to e_L with g(T3) + |theta|^2 (0 - T3) g, flavour violation included."""
    text = """
        model m
        use sm
        fermion EL left (Y: -1)
        fermion ER right (Y: -1)
        mass ME = bar(EL) ER
        yukawa Yx = bar(L) H ER
        """
    analysis = compile_text(text)
    found, currents = bases(analysis), table(analysis)
    matrix = neutral_couplings(analysis.model, found["e_L"], currents.bosons["Z"])
    v_h = sympy.Symbol("v_h", positive=True)
    theta = [
        sympy.Symbol(f"Yx[{i}]", complex=True) * v_h / sympy.Symbol("ME", complex=True) / sympy.sqrt(2)
        for i in (1, 2, 3)
    ]
    root = sympy.sqrt(sympy.Symbol("g1", positive=True) ** 2 + sympy.Symbol("g2", positive=True) ** 2)
    difference = matrix[0, 1] - root / 2 * theta[0] * sympy.conjugate(theta[1])
    assert sympy.simplify(difference) == 0
    photon = neutral_couplings(analysis.model, found["e_L"], currents.bosons["A"])
    assert photon == photon[0, 0] * sympy.eye(4)


def test_majorana_neutrinos_have_opposite_charges_for_conjugates() -> None:
    """In nu = (nu_L, N^c) a boson couples to N^c with minus the charge of N; heavy and light mix at first order."""
    text = THIRD_FAMILY.replace("E = [0, 0, -3] }", "E = [0, 0, -3] }\nfermion N right\nyukawa Yn = bar(L) tilde(H) N")
    text += "mass MN = N N"
    analysis = compile_text(text)
    found, currents = bases(analysis), table(analysis)
    basis = found["nu"]
    assert basis.signs == (1, 1, 1, -1) and basis.order == 1
    matrix = neutral_couplings(analysis.model, basis, currents.bosons["Z"])
    assert matrix[0, 1] == 0 and matrix[0, 3] != 0
    # N alone does not couple.
    assert sympy.expand(matrix.trace() - sum(currents.bosons["Z"]["L.up"])) == 0


# ------------------------------------------------------------------ all currents together
SEESAW = """
    model m
    use sm
    gauge X = U(1) coupling gX boson X mass M_X
    charges X { L = [1, 2, 0]; E = [1, 2, 0] }
    fermion N[3] right (X: [5, -5, 0])
    yukawa Yn = bar(L) tilde(H) N
    mass MN = N N
    """


def test_a_neutrino_couples_in_the_generation_that_mixes() -> None:
    """To second order N3 has what nu_3 loses, and the others, as without mixing, do not couple to the Z."""
    analysis = compile_text(SEESAW)
    sectors = derive_fermion_masses(analysis.model, analysis.couplings)
    currents = table(analysis)
    found = derive_mass_basis_currents(analysis.model, sectors, currents, 3)
    before = currents.bosons["Z"]
    after = found.diagonal(before, found.exact["Z"])
    assert "N" not in before and after["N"][:2] == (0, 0) and after["N"][2] != 0
    # N^c has the opposite coupling of N.
    assert sympy.expand(after["L.up"][2] - after["N"][2] - before["L.up"][2]) == 0
    assert after["L.up"][:2] == before["L.up"][:2] and after["L.down"] == before["L.down"]


def test_the_w_couples_what_a_doublet_of_several_fields_mixes() -> None:
    """Q and a vector-like doublet are two fields of one basis, of which each couples with its own partner."""
    analysis = compile_text(MIXED + "rotation Q.up = dag(CKM)", folder="paper_b")
    sectors = derive_fermion_masses(analysis.model, analysis.couplings)
    found = derive_mass_basis_currents(analysis.model, sectors, table(analysis))
    assert ("W+", "u_L", "d_L") in {(item.boson, item.to.name, item.source.name) for item in found.charged}


def test_masses_from_a_singlet_are_above_those_from_doublets() -> None:
    """The same mixing as with a bare mass, with y w in place of it."""
    text = """
        model m
        use sm
        gauge X = U(1) coupling gX boson X
        scalar phi (X: 1) vev w
        fermion EL left (Y: -1, X: 1)
        fermion ER right (Y: -1)
        yukawa yE = bar(EL) phi ER
        yukawa Yx = bar(L) H ER
        """
    analysis = compile_text(text)
    matrix = neutral_couplings(analysis.model, bases(analysis)["e_L"], table(analysis).bosons["Z"])
    v_h, w, g1, g2 = sympy.symbols("v_h w g1 g2", positive=True)
    y, a, b = (sympy.Symbol(name, complex=True) for name in ("yE", "Yx[1]", "Yx[2]"))
    expected = sympy.sqrt(g1**2 + g2**2) / 2 * a * sympy.conjugate(b) * v_h**2 / (2 * w**2 * y * sympy.conjugate(y))
    assert sympy.simplify(matrix[0, 1] - expected) == 0
