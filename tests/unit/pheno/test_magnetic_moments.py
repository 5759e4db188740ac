"""Loop integrals against limits, closed forms and a general formula for internal fermions of any mass."""

from __future__ import annotations

import math

import pytest

from zmodel.pheno.magnetic_moments import (
    LeptoquarkPair,
    axial_integral,
    degenerate_moment,
    vector_integral,
    vector_moment,
)
from zmodel.pheno.quadrature import integrate_unit


def test_quadrature() -> None:
    assert integrate_unit(lambda x, y: 1.0) == pytest.approx(1, rel=1e-14)
    assert integrate_unit(lambda x, y: math.log(x) * math.log(y)) == pytest.approx(2 - math.pi**2 / 6, rel=1e-13)
    assert integrate_unit(lambda x, y: 1 / (y + 1e-12 * x)) == pytest.approx(12 * math.log(10), rel=1e-9)


def test_schwinger_term() -> None:
    alpha = 1 / 137.036
    got = vector_moment(math.sqrt(4 * math.pi * alpha), 0, 0.1, 1e-9)
    assert got == pytest.approx(alpha / (2 * math.pi), rel=1e-6)


@pytest.mark.parametrize("ratio", [1e-6, 1e-4])
def test_heavy_vector(ratio: float) -> None:
    assert vector_integral(ratio) == pytest.approx(2 / 3, rel=1e-6)
    assert axial_integral(ratio) == pytest.approx(-10 / 3, rel=1e-6)


def test_light_vector() -> None:
    """The longitudinal mode is a pseudoscalar of coupling 2 g_A m/M, whose moment is -y^2/(16 pi^2)."""
    ratio = 1e4
    assert ratio**2 * vector_integral(ratio) == pytest.approx(1, rel=1e-3)
    assert vector_moment(0, 1, ratio, 1) == pytest.approx(-((2 * ratio) ** 2) / (16 * math.pi**2), rel=1e-3)


def test_closed_form_at_equal_masses() -> None:
    """At r = 1 the denominator is 1 - x + x^2."""
    root = math.pi / (3 * math.sqrt(3))
    # 2 x^2 (1-x) = -2 x D + 2 x, D = 1 - x + x^2, and the integral of x/D is pi/(3 sqrt(3)).
    assert vector_integral(1) == pytest.approx(-1 + 2 * root, rel=1e-13)
    # 2 x (1-x) (4-x) + 4 x^3 = (6 x - 4) D - 2 x + 4 ... and the integral of 1/D is twice that of x/D.
    numerator = [2 * x * (1 - x) * (4 - x) + 4 * x**3 - ((6 * x - 4) * (1 - x + x**2) - 2 * x + 4) for x in (0.1, 0.7)]
    assert numerator == pytest.approx([0, 0], abs=1e-14)
    assert axial_integral(1) == pytest.approx(-(3 - 4 - 2 * root + 8 * root), rel=1e-13)


def leveille(flip: float, ratio: float) -> float:
    """A neutral vector and an internal fermion of `flip` times the lepton's mass, Leveille, Nucl. Phys. B137 (1978) 63.

    An axial coupling is a vector one with the opposite sign of the internal mass.
    """

    def integrand(x: float, y: float) -> float:
        gauge = 2 * x * y * (x - 2 * (1 - flip))
        goldstone = ratio**2 * (1 - flip) ** 2 * x**2 * (1 + flip - x)
        return (gauge + goldstone) / (y * (1 - ratio**2 * x) + (flip * ratio) ** 2 * x)

    return integrate_unit(integrand)


@pytest.mark.parametrize("ratio", [0.1, 1.0, 12.0])
def test_vector_and_axial_are_one_formula(ratio: float) -> None:
    assert vector_integral(ratio) == pytest.approx(leveille(1, ratio), rel=1e-12)
    assert axial_integral(ratio) == pytest.approx(leveille(-1, ratio), rel=1e-12)


@pytest.mark.parametrize("flip", [17.0, 0.005])
def test_another_lepton_in_the_loop_of_a_heavy_vector(flip: float) -> None:
    """m^2/(4 pi^2 M^2) (g_V^2 (m_F/m - 2/3) - g_A^2 (m_F/m + 2/3)), Leveille's integral for M -> infinity."""
    lepton, mass = 0.1, 1e5
    factor = (lepton / mass) ** 2 / (4 * math.pi**2)
    got = vector_moment(0.3j, 0.1, lepton, mass, flip * lepton)
    assert got == pytest.approx(factor * (0.09 * (flip - 2 / 3) - 0.01 * (flip + 2 / 3)), rel=1e-4)


def test_lepton_in_the_loop_against_another_form() -> None:
    assert vector_moment(1, 0, 1, 12.0, 17.0) == pytest.approx(
        leveille(17.0, 1 / 12) / (144 * 8 * math.pi**2), rel=1e-10
    )


# ------------------------------------------------------------------ leptoquarks
def printed_mass(x: float) -> float:
    return x * math.log(x) / (1 - x)


def printed_moment(x: float, charge: float) -> float:
    """Paper D, Eq. (4.7)."""
    y = 1 - x
    first = (3 * x - 1) / y**2 + 2 * x**2 * math.log(x) / y**3
    return first + 2 * charge * (1 / y + x * math.log(x) / y**2)


@pytest.mark.parametrize("charge", [5 / 3, 1 / 3, -2 / 3])
@pytest.mark.parametrize("masses", [(1000.0, 3000.0), (100.0, 250.0), (2000.0, 2001.0)])
def test_leptoquarks_are_the_printed_formula(charge: float, masses: tuple[float, float]) -> None:
    top, muon = 170.0, 0.1057
    pair = LeptoquarkPair(masses, 0.7, 0.5, charge, top)
    x1, x2 = ((m / top) ** 2 for m in masses)
    mass_loops = printed_mass(x1) - printed_mass(x2)
    assert pair.lepton_mass() == pytest.approx(3 * 0.35 * top / (32 * math.pi**2) * mass_loops, rel=1e-8)
    ratio = (printed_moment(x1, charge) - printed_moment(x2, charge)) / mass_loops  # F of Eq. (4.7)
    assert pair.moment(muon) == pytest.approx(muon * pair.lepton_mass() / top**2 * ratio, rel=1e-8)


def test_degenerate_leptoquarks() -> None:
    """Eqs. (4.4), (4.5) for m~ << m_S and m_t << m_S."""
    m, soft, top, muon, charge = 50000.0, 1000.0, 170.0, 0.1057, 5 / 3
    masses = (math.sqrt(m**2 - soft**2), math.sqrt(m**2 + soft**2))
    pair = LeptoquarkPair(masses, 1.0, 1.0, charge, top)
    assert pair.lepton_mass() == pytest.approx(3 / (16 * math.pi**2) * top * (soft / m) ** 2, rel=1e-3)
    moment = pair.moment(muon) * muon / pair.lepton_mass()
    assert moment == pytest.approx(degenerate_moment(muon, m, top, charge), rel=1e-3)


def test_leptoquark_degenerate_with_the_quark() -> None:
    """The closed form has poles at x = 1; the integral has none."""
    pair = LeptoquarkPair((170.0, 170.001), 1.0, 1.0, 5 / 3, 170.0)
    assert math.isfinite(pair.moment(0.1))
    # f'(1) = 1/2 for -x ln x/(1-x), and dx is 2 dm/m.
    assert pair.lepton_mass() == pytest.approx(3 * 170 / (32 * math.pi**2) * 0.001 / 170, rel=1e-4)
