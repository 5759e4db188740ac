"""Formulas against numerical integrals, limits and numbers of the Standard Model."""

from __future__ import annotations

import math

import numpy as np
import pytest

from zmodel.pheno.constants import CONSTANTS, FERMION_MASSES, ckm_matrix, constant, fermi_vacuum_value, pmns_matrix
from zmodel.pheno.dineutrino import dineutrino_ratio, dineutrino_shift
from zmodel.pheno.electroweak_tests import rho_parameter, tree_couplings, trident_ratio, universality_ratio
from zmodel.pheno.lepton_colliders import annihilation, z_couplings
from zmodel.pheno.meson_mixing import (
    box_coefficient,
    mixing_fraction,
    mixing_ratio,
    standard_coefficient,
    tree_coefficient,
)
from zmodel.pheno.quadrature import integrate_unit
from zmodel.pheno.running import MixingRunning, landau_pole, largest_coupling, loop_factor


def test_constants() -> None:
    assert all(c.source and c.uncertainty >= 0 for c in CONSTANTS.values())
    assert all(constant(name) > 0 for names in FERMION_MASSES.values() for name in names)
    assert fermi_vacuum_value(constant("G_F")) == pytest.approx(246.22, rel=1e-5)


def test_constants_are_those_of_codata() -> None:
    codata = pytest.importorskip("scipy.constants").physical_constants
    assert CONSTANTS["alpha_em"].value == pytest.approx(codata["fine-structure constant"][0], rel=1e-9)
    assert constant("G_F") == pytest.approx(codata["Fermi coupling constant"][0], rel=1e-6)
    for name, long in (("m_e", "electron"), ("m_mu", "muon")):
        assert constant(name) == pytest.approx(codata[f"{long} mass energy equivalent in MeV"][0] / 1000, rel=1e-8)


def test_ckm() -> None:
    """PDG 2024, Eq. (12.27): moduli of the fit."""
    matrix = np.array(ckm_matrix())
    assert np.allclose(matrix @ matrix.conj().T, np.eye(3), atol=1e-14)
    moduli = [[0.97435, 0.22501, 0.003732], [0.22487, 0.97349, 0.04183], [0.00858, 0.04111, 0.999118]]
    assert np.allclose(np.abs(matrix), moduli, rtol=2e-3)
    jarlskog = (matrix[0, 1] * matrix[1, 2] * matrix[0, 2].conj() * matrix[1, 1].conj()).imag
    assert jarlskog == pytest.approx(3.12e-5, rel=0.03)
    assert (matrix[2, 2] * matrix[2, 1].conj()).real == pytest.approx(-0.041, rel=0.02)


def test_pmns() -> None:
    """NuFIT 5.2: moduli within the 3 sigma ranges of its table, and the Jarlskog invariant of angles and phase."""
    matrix = np.array(pmns_matrix())
    assert np.allclose(matrix @ matrix.conj().T, np.eye(3), atol=1e-14)
    lowest = [[0.803, 0.514, 0.143], [0.244, 0.498, 0.632], [0.272, 0.473, 0.623]]
    highest = [[0.845, 0.578, 0.155], [0.498, 0.690, 0.770], [0.517, 0.672, 0.761]]
    assert (np.abs(matrix) > lowest).all() and (np.abs(matrix) < highest).all()
    jarlskog = (matrix[0, 1] * matrix[1, 2] * matrix[0, 2].conj() * matrix[1, 1].conj()).imag
    largest = np.prod([math.sqrt(x * (1 - x)) for x in (0.303, 0.451, 0.02225)]) * math.sqrt(1 - 0.02225)
    assert jarlskog == pytest.approx(largest * math.sin(math.radians(232)), rel=1e-12)


# ------------------------------------------------------------------ meson mixing
@pytest.mark.parametrize("scalar_mass", [0.0, 700.0, 1999.0, 2000.0, 9000.0])
def test_box(scalar_mass: float) -> None:
    """The Euclidean loop: integral of K^2/((K + m^2)^2 (K + M^2)^2), K = m^2 x/(1-x)."""
    mass = 2000.0

    def integrand(x: float, y: float) -> float:
        k = mass**2 * x / y
        return k**2 / ((k + mass**2) ** 2 * (k + scalar_mass**2) ** 2) * mass**2 / y**2

    expected = 0.3**2 / (128 * math.pi**2) * integrate_unit(integrand)
    assert box_coefficient(0.3, mass, scalar_mass) == pytest.approx(expected, rel=1e-6)


def test_mixing_of_the_standard_model() -> None:
    """R_SM^loop of paper C, Eq. (4.6), is its C over 4 G_F/sqrt(2) (V_tb V_ts^*)^2."""
    fermi = constant("G_F")
    unit = 4 * fermi / math.sqrt(2) * 0.04**2
    got = standard_coefficient(fermi, constant("M_W"), -0.04, constant("S_0"), 0.838) / unit
    assert got == pytest.approx(1.3397e-3, rel=0.03)


def test_mixing_ratio() -> None:
    """Paper C, Eq. (4.6)."""
    fermi, mass, g_x, theta, running = 1.1663787e-5, 3000.0, 0.12, -0.11, 0.77
    loop = 1.3397e-3
    printed = 1 + running * g_x**2 * math.sin(2 * theta) ** 2 / (8 * loop * mass**2) * math.sqrt(2) / (
        4 * fermi * 0.04**2
    )
    tree = tree_coefficient(g_x * math.sin(theta) * math.cos(theta), mass)
    standard = 4 * fermi / math.sqrt(2) * 0.04**2 * loop
    assert mixing_ratio(tree, standard, running) == pytest.approx(printed, rel=1e-12)
    assert mixing_fraction(0.01, 5000.0, 1.24e-5) == pytest.approx(4e-6 / 1.24e-5)


# ------------------------------------------------------------------ dineutrinos and electroweak tests
def test_dineutrino() -> None:
    inputs = {"fermi_constant": 1.1663787e-5, "alpha_em": 1 / 137.036, "ckm_factor": -0.04, "standard": -12.64}
    shift = dineutrino_shift(-0.01, 0.3, 5000.0, **inputs)
    # The same from coefficients of (sbar gamma P_L b)(nubar gamma P_L nu): g g'/M^2 over that of the SM.
    standard = -(4 * 1.1663787e-5 / math.sqrt(2)) * (-0.04) * (1 / 137.036 / (4 * math.pi)) * (-12.64)
    assert shift == pytest.approx(-0.01 * 0.3 / 5000.0**2 / standard, rel=1e-12)
    assert dineutrino_ratio([0, 0, 0]) == 1
    assert dineutrino_ratio([0.3, -0.3, 0]) == pytest.approx(1 + 2 * 0.09 / 3)
    assert dineutrino_ratio([0, 0, 0], [0.3]) == pytest.approx(1.03)


def test_universality_and_rho() -> None:
    assert universality_ratio((0.3, 0.2), (0.3, 0.2)) == 1
    g1, g2 = tree_couplings(80.4, 91.2, 246.0)
    assert math.sqrt(g1**2 + g2**2) * 123 == pytest.approx(91.2)
    assert rho_parameter(80.4, 91.2, g1**2 / (g1**2 + g2**2)) == pytest.approx(1)


def test_trident_of_mu_minus_tau() -> None:
    """Altmannshofer et al., arXiv:1406.2332, Eq. (9) with equal weights: (1 + (1 + 4 s^2 + 2 v^2 g'^2/M^2)^2)/(...)."""
    g, mass, v, s2 = 0.3, 200.0, 246.22, 0.23
    x = 2 * (v * g / mass) ** 2
    got = trident_ratio(g, g, 0.0, mass, vacuum_value=v, sine_squared=s2)
    printed = (1 + (1 + 4 * s2 + x) ** 2) / (1 + (1 + 4 * s2) ** 2)
    assert got == pytest.approx(printed, rel=0.03)
    assert trident_ratio(0, 1, 1, mass, vacuum_value=v, sine_squared=s2) == 1


def test_annihilation() -> None:
    e2 = 4 * math.pi / 137.036
    e = math.sqrt(e2)
    got = annihilation((-e, -e), [((-e, -e), 1)], 0.0, 0.0, 100.0)
    assert got == pytest.approx(4 * math.pi / 137.036**2 / 300.0, rel=1e-12)
    # On resonance 12 pi B B'/M^2.
    z, width = 91.188, 2.4955
    g = z_couplings(-1 / 2, -1, 0.2313, 0.65)
    partial = (g[0] ** 2 + g[1] ** 2) * z / (24 * math.pi)
    assert annihilation(g, [(g, 1)], z, width, z**2) == pytest.approx(12 * math.pi * (partial / width) ** 2 / z**2)


# ------------------------------------------------------------------ running
def test_landau_pole() -> None:
    b, g, scale = 41 / 6, 0.36, 1000.0
    pole = landau_pole(b, g, scale)
    t = 0.999 * math.log(pole / scale)
    steps = 20000
    value = g
    for _ in range(steps):
        # The midpoint rule on dg/dt = b g^3/(16 pi^2).
        half = value + b * value**3 / (16 * math.pi**2) * t / steps / 2
        value += b * half**3 / (16 * math.pi**2) * t / steps
    assert value == pytest.approx(g / math.sqrt(1 - 0.999), rel=1e-3)
    assert landau_pole(-7, 1.0, scale) == landau_pole(1, 0.0, scale) == landau_pole(1, 1e-3, scale) == math.inf


def test_running_of_extreme_couplings() -> None:
    assert math.isinf(loop_factor(1e200)) and loop_factor(1e-200) == 0
    assert landau_pole(1.0, 1e200, 91.0) == 91.0 and math.isinf(landau_pole(1.0, 1e-200, 91.0))


def test_mixing_running_solves_its_equation() -> None:
    run = MixingRunning(43 / 2, 8.0, 0.36, 0.01)
    h = 1e-4
    for t in (0.0, 10.0, 36.0):
        eps, g = run.mixing(0.02, t), run.hypercharge(t)
        slope = (run.mixing(0.02, t + h) - run.mixing(0.02, t - h)) / (2 * h)
        assert slope == pytest.approx(g / (48 * math.pi**2) * (2 * 8.0 * 0.01 + 43 / 2 * g * eps), rel=1e-6)
        growth = (run.hypercharge(t + h) - run.hypercharge(t - h)) / (2 * h)
        assert growth == pytest.approx(43 / 2 * g**3 / (48 * math.pi**2), rel=1e-6)
    assert run.mixing(0.02, 0) == pytest.approx(0.02) and run.hypercharge(0) == pytest.approx(0.36)


def test_perturbativity() -> None:
    assert loop_factor(4 * math.pi) == pytest.approx(1)
    assert largest_coupling(0.071, 1.0) == pytest.approx(math.sqrt(0.3 / 0.071))
