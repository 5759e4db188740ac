"""Couplings of light fermions that mix with heavy vector-like ones, against the whole mass matrix."""

from __future__ import annotations

from fractions import Fraction

import numpy as np
import pytest
from tests.helpers.models import compile_text, point
from tests.unit.pheno.points import bosons

from zmodel.derive.breaking import derive_masses
from zmodel.derive.currents import derive_currents
from zmodel.derive.species import derive_species
from zmodel.driver import Analysis
from zmodel.pheno.decays import decays_of
from zmodel.pheno.heavy_admixtures import heavy_admixtures
from zmodel.pheno.inputs import MissingInputError, gather_inputs, numbers
from zmodel.pheno.vectors import NeutralVector, neutral_vectors

CHARGES = {name: Fraction(value) for name, value in {"a_e": "59/100", "a_mu": "1", "a_tau": "0", "a_Y": "0"}.items()}
Y = np.array([0.1, 0.3, 0.5 + 0.2j])
NUMBERS = "gX = 0.3; v_Phi = 3 TeV; m_Q = 20 TeV"
YUKAWAS = "YQ[1] = 0.1; YQ[2] = 0.3; YQ[3] = 0.5 + 0.2*i"


def analysis(file: str, values: str) -> Analysis:
    return compile_text(f'model m\nuse "{file}.zmodel"\npoint p {{ {values} }}', CHARGES, "paper_b")


def z_prime(found: Analysis) -> NeutralVector:
    spectrum = derive_masses(found.model)
    inputs = gather_inputs(found.model, point(found, "p"), spectrum.masses)
    currents = derive_currents(found.model, spectrum)
    vectors = neutral_vectors(found.model, spectrum, currents, numbers(inputs))
    return {vector.name: vector for vector in vectors}["Z'"]


def test_against_the_whole_mass_matrix() -> None:
    """Paper B, Eqs. (3.3) to (3.8): right to second order in epsilon, and to first in the masses of light quarks."""
    found = z_prime(analysis("accidental", f"{NUMBERS}; {YUKAWAS}"))
    epsilon = 3000 * Y / (20000 * np.sqrt(2))
    mass = np.zeros((4, 4), dtype=complex)
    mass[:3, :3] = np.diag([0.002, 0.05, 2.5])
    mass[:, 3] = 20000 * np.array([*epsilon, 1])
    squared, vectors = np.linalg.eigh(mass @ mass.conj().T)
    light = vectors[:, :3] / np.exp(1j * np.angle(np.diag(vectors[:3, :3])))
    assert squared[2] ** 0.5 == pytest.approx(2.5, rel=0.01)
    charge = -float(CHARGES["a_e"] + CHARGES["a_mu"] + CHARGES["a_tau"]) / 9
    exact = 0.3 * light.conj().T @ np.diag([charge, charge, charge, charge - 1]) @ light
    left = found.fermions["d"].left
    sign = np.sign(left[0, 0].real * exact[0, 0].real)
    plain = 0.3 * charge * np.eye(3)
    assert np.max(abs(exact - plain)) > 5e-4
    assert np.max(abs(sign * left - exact)) < 0.01 * np.max(abs(exact - plain))
    assert np.allclose(sign * found.coupling("d", 1, 2), -0.3 * (3000 / 20000) ** 2 * Y[1] * Y[2].conj() / 2)
    assert np.allclose(found.fermions["u"].left, left)
    assert np.allclose(sign * found.fermions["d"].right, plain)


def test_rotations_act_on_what_mixing_leaves() -> None:
    """Paper B, Eq. (3.9): L_u = V L_d V^dag."""
    plain, rotated = (z_prime(analysis(file, f"{NUMBERS}; {YUKAWAS}")) for file in ("accidental", "mass_basis"))
    ckm = numbers(gather_inputs(analysis("mass_basis", NUMBERS).model, None))
    v = np.array([[ckm[f"CKM[{i},{j}]"] for j in (1, 2, 3)] for i in (1, 2, 3)])
    assert np.allclose(rotated.fermions["d"].left, plain.fermions["d"].left)
    assert np.allclose(rotated.fermions["u"].left, v @ plain.fermions["d"].left @ v.conj().T)


def test_small_parameters_change_no_numbers() -> None:
    plain = analysis("accidental", f"{NUMBERS}; {YUKAWAS}")
    text = f'model m\nuse "accidental.zmodel"\nsmall v_Phi order 3\npoint p {{ {NUMBERS}; {YUKAWAS} }}'
    declared = compile_text(text, CHARGES, "paper_b")
    assert np.allclose(z_prime(declared).fermions["d"].left, z_prime(plain).fermions["d"].left)


def test_a_point_that_says_nothing_of_mixing() -> None:
    left = z_prime(analysis("accidental", "gX = 0.3; v_Phi = 3 TeV")).fermions["d"].left
    assert np.allclose(left, left[0, 0] * np.eye(3))


def test_missing_numbers_are_named() -> None:
    with pytest.raises(MissingInputError) as caught:
        z_prime(analysis("accidental", f"{NUMBERS}; YQ[2] = 0.3"))
    assert caught.value.names == ("YQ[1]", "YQ[3]")


def test_models_without_heavy_fermions() -> None:
    model = compile_text("model m\nuse sm").model
    assert heavy_admixtures(model, derive_species(model), {}) == {}


def test_conjugate_fields() -> None:
    """A right-handed quark that is written as a left-handed antiquark mixes alike, with the opposite current."""
    head = (
        "model m\nuse sm\ngauge X = U(1) coupling gX\nscalar s (X: 1) vev w\nfermion BL left (SU3c: 3, Y: -1/3, X: 1)\n"
    )
    plain = head + "fermion BR right (SU3c: 3, Y: -1/3, X: 1)\nmass M = bar(BL) BR\nyukawa y = bar(BL) D s\n"
    turned = head + (
        "fermion Bc left (SU3c: 3bar, Y: 1/3, X: -1)\nfermion Dc[3] left (SU3c: 3bar, Y: 1/3)\nmass M = BL Bc\n"
        "yukawa y = BL Dc dag(s)\n"
    )
    values = {"w": 100.0, "M": 2000.0, **{f"y[{i + 1}]": complex(y) for i, y in enumerate(Y)}}
    models = compile_text(plain).model, compile_text(turned.replace("use sm", "use sm { except D }"), None).model
    one, two = (
        heavy_admixtures(model, derive_species(model), values)[name]
        for model, name in zip(models, ("D", "Dc"), strict=True)
    )
    weights = [{(a.component, a.generation): a.weights for a in found} for found in (one, two)]
    assert np.allclose(weights[0]["BR", 0], np.outer(Y.conj(), Y) * (100 / 2000) ** 2)
    # y multiplies BL Dc here, whose conjugate is bar(BL) D: a transposition by that.
    assert np.allclose(weights[1]["Bc", 0], -weights[0]["BR", 0].T)


@pytest.mark.parametrize("mass", ["1 TeV", "20 TeV"])
def test_open_decays_to_a_light_and_a_heavy_quark_are_told(mass: str) -> None:
    """They are of second order in the mixing, as what mixing does to the light quarks."""
    found = z_prime(analysis("accidental", f"gX = 1; v_Phi = 3 TeV; m_Q = {mass}; {YUKAWAS}"))
    notes = [reason for reason in decays_of(found).skipped if "heavy" in reason]
    assert found.mass > 2000
    assert len(notes) == (2 if mass == "1 TeV" else 0)
    assert all(note.startswith(start) for note, start in zip(notes, ("u Q", "d Q"), strict=False))


def test_heavy_generations_in_any_basis() -> None:
    """A heavy matrix that is not diagonal has symbols for its inverse in the series; there were no observables then."""
    text = """model m
        use sm
        gauge X = U(1) coupling gX
        charges X { L = 1; E = 1 }
        fermion KL[2] left (SU2L: 2, Y: -1/2, X: 2)
        fermion KR[2] right (SU2L: 2, Y: -1/2, X: 2)
        scalar S (X: 1) vev v_S
        mass mK = bar(KL) KR
        yukawa y = bar(L) dag(S) KR
        """
    numbers_of = "point p at 3 TeV {{ gX = 0.3; v_S = 3000; g1 = 0.36; g2 = 0.64; v_h = 246; mK = {}; y = {} }}"
    # The second basis has KR turned by an angle of cosine 3/5.
    bases = (
        ("[[300, 0], [0, 500]]", "[[0.01, 0.02], [0, 0.03], [0, 0]]"),
        ("[[180, 240], [-400, 300]]", "[[-0.01, 0.02], [-0.024, 0.018], [0, 0]]"),
    )
    first, second = (bosons(compile_text(text + numbers_of.format(*basis)), "p")["Z'"].fermions["e"] for basis in bases)
    assert abs(first.left[0, 1]) > 1e-6
    assert second.left == pytest.approx(first.left, rel=1e-9)
