"""Published formulas for gauge boson masses and mixing, papers A, B and D."""

from __future__ import annotations

from functools import cache

import numpy as np
import pytest
import sympy
from tests.helpers.models import MODEL_FILES, load

from zmodel.derive.breaking import GaugeSpectrum, derive_masses
from zmodel.derive.currents import CurrentTable, derive_currents
from zmodel.driver import load_model
from zmodel.model import Model
from zmodel.source import SourceFile

PAPER_D = """model m "paper D, Eq. (A.3)"
use sm
gauge X = U(1) coupling gX boson X mass m_X
mixing epsilon_plus (Y, X) as epsilon
param x_q, x_l, x_e : rational
charges X { Q = x_q; U = x_q; D = x_q; L = x_l; E = x_e }
"""
g1, g2, gX, g4, v, v_h, v_Phi, v_phi, m_X = sympy.symbols("g1 g2 gX g4 v v_h v_Phi v_phi m_X", positive=True)
a_Y, a_e, eta, epsilon, F_phi, F_H = sympy.symbols("a_Y a_e eta epsilon F_phi F_H", real=True)


@cache
def model(path: str) -> Model:
    if path == "paper_d":
        text = PAPER_D
        name = str(MODEL_FILES / "lib" / "test.zmodel")
    else:
        file = MODEL_FILES / f"{path}.zmodel"
        text, name = file.read_text(encoding="utf-8"), str(file)
    found, diagnostics = load_model(SourceFile(name, text), load)
    assert found is not None, diagnostics
    return found


@cache
def spectrum(path: str) -> GaugeSpectrum:
    return derive_masses(model(path))


@cache
def currents(path: str) -> CurrentTable:
    return derive_currents(model(path), spectrum(path))


def vanishes(expression: sympy.Expr) -> bool:
    return bool(sympy.simplify(sympy.expand(expression)) == 0)


# ------------------------------------------------------------------ paper A
def test_a08_mass_of_the_z_prime() -> None:
    """Paper A, Eq. (23): M_Z' = |F_phi| g4 v_phi, without kinetic mixing and for F_H = 0."""
    z_prime = spectrum("paper_a/symbolic").boson("Z'")
    assert z_prime.heavy_limit is not None
    assert z_prime.heavy_limit.leading_mass == sympy.Abs(F_phi) * g4 * v_phi
    exact = z_prime.mass_squared.subs({eta: 0, F_H: 0})
    point = {F_phi: sympy.Rational(-1, 9), g4: 0.7, v_phi: 900, v_h: 246, g1: 0.36, g2: 0.65}
    assert float(exact.subs(point)) == pytest.approx((0.7 * 900 / 9) ** 2, rel=1e-10)


def test_a09_rho_analytically() -> None:
    """Paper A, Eq. (20), prints 1/rho = 1 + eta^2 s^2/(1 - z^2) with z = M_Z/M_Z' at eta = 0.

    What follows from Eq. (18) and H with Y = 1/2, F_H = 0, with rho = M_W^2/(M_Z^2 cos^2) to second order in eta:

    * tan(theta_W) = g1/g2, with g1 of Eq. (18):  rho = 1 + eta^2 s^2/(1 - z^2);
    * e = g2 sin(theta_W), the angle measured at low energies: rho = 1 + eta^2 s^2 z^2/(1 - z^2).

    A heavy Z' (z < 1) pushes the Z down and rho above 1 in both. The printed formula for 1/rho is the second of these
    if z stands for M_Z'/M_Z: 1/rho = 1 - eta^2 s^2 z^2/(1 - z^2) = 1 + eta^2 s^2/(1 - 1/z^2). With z as defined in the
    paper it is the first one for rho instead of 1/rho, so its sign of delta rho, and with it the statement that the
    fit of Eq. (21) has the opposite sign, does not hold for a heavy Z'.
    """
    rho = spectrum("paper_a/bm2").rho
    assert rho is not None and rho.second_order is not None and rho.coupling_second_order is not None
    assert rho.z_squared is not None
    assert vanishes(rho.z_squared - (g1**2 + g2**2) * v_h**2 / 4 / (g4 * v_phi / 9) ** 2)
    sine, z2 = g1**2 / (g1**2 + g2**2), rho.z_squared
    assert vanishes(rho.coupling_sin_squared - sine)
    assert vanishes(rho.sin_squared.subs(eta, 0) - sine)
    assert vanishes(rho.coupling_second_order - 1 - eta**2 * sine / (1 - z2))
    assert vanishes(rho.second_order - 1 - eta**2 * sine * z2 / (1 - z2))
    inverse = 2 - rho.second_order
    assert vanishes(inverse - 1 - eta**2 * sine / (1 - 1 / z2))


@pytest.mark.parametrize("z", [0.05, 0.3, 3.0])
def test_a09_rho_numerically(z: float) -> None:
    """The same from the matrices of Eq. (18), diagonalised with NumPy: rho - 1 is positive for z < 1."""
    g_1, g_2, vev, kinetic_mixing = 0.36, 0.65, 246.0, 1e-3
    z_mass = vev * np.hypot(g_1, g_2) / 2
    mass = np.array([[g_1, -g_2, 0]]).T @ np.array([[g_1, -g_2, 0]]) * vev**2 / 4
    mass[2, 2] = (z_mass / z) ** 2
    inverse_kinetic = np.array([[1, 0, kinetic_mixing], [0, 1, 0], [kinetic_mixing, 0, 1]])
    # The kinetic matrix in (B, W3, X) is the inverse of this one, as in Eq. (18).
    root = np.linalg.cholesky(inverse_kinetic)
    masses = np.linalg.eigvalsh(root.T @ mass @ root)
    z_squared = masses[np.argmin(abs(masses - z_mass**2))]
    w_squared = (g_2 * vev / 2) ** 2
    # 1/e^2 = 1/g2^2 + (h^-1)_YY
    electric_squared = 1 / (1 / g_2**2 + 1 / (g_1**2 * (1 - kinetic_mixing**2)))
    physical_sine, sine = electric_squared / g_2**2, g_1**2 / (g_1**2 + g_2**2)
    from_coupling = w_squared / (z_squared * (1 - sine)) - 1
    physical = w_squared / (z_squared * (1 - physical_sine)) - 1
    assert from_coupling == pytest.approx(kinetic_mixing**2 * sine / (1 - z**2), rel=1e-4)
    assert physical == pytest.approx(kinetic_mixing**2 * sine * z**2 / (1 - z**2), rel=1e-4)
    assert (physical > 0) == (z < 1)
    # Eq. (20) as printed, but for z = M_Z'/M_Z and the physical angle.
    assert 1 / (1 + physical) - 1 == pytest.approx(kinetic_mixing**2 * sine / (1 - 1 / z**2), rel=1e-4)
    rho = spectrum("paper_a/bm2").rho
    assert rho is not None
    point = {g1: g_1, g2: g_2, g4: 1.0, v_h: vev, v_phi: 9 * z_mass / z, eta: kinetic_mixing}
    assert float(rho.exact.subs(point).evalf(40)) - 1 == pytest.approx(physical, rel=1e-6)


# ------------------------------------------------------------------ paper B
def test_b05_mass_matrix_and_rotation() -> None:
    """Paper B, Eqs. (3.14) and (3.15), with the charge of Phi set to 1."""
    found = spectrum("paper_b/accidental")
    printed = (v**2 / 4) * sympy.Matrix(
        [
            [g1**2, -g1 * g2, a_Y * g1 * gX],
            [-g1 * g2, g2**2, -a_Y * g2 * gX],
            [a_Y * g1 * gX, -a_Y * g2 * gX, a_Y**2 * gX**2 + 4 * gX**2 * v_Phi**2 / v**2],
        ]
    )
    fields = ("B", "W3", "X")
    assert (found.mass_matrix(fields) - printed).applyfunc(sympy.expand).is_zero_matrix
    (angle,) = found.angles
    alpha = angle.symbol
    cosine, sine = g2 / sympy.sqrt(g1**2 + g2**2), g1 / sympy.sqrt(g1**2 + g2**2)
    rotation = sympy.Matrix(
        [
            [cosine, -sine * sympy.cos(alpha), sine * sympy.sin(alpha)],
            [sine, cosine * sympy.cos(alpha), -cosine * sympy.sin(alpha)],
            [0, sympy.sin(alpha), sympy.cos(alpha)],
        ]
    )
    for column, name in enumerate(("A", "Z", "Z'")):
        content = found.boson(name).content
        assert content is not None
        for row, field in enumerate(fields):
            entry = sum(c * found.canonical_field(part).fields.get(field, 0) for part, c in content.items())
            assert vanishes(entry - rotation[row, column])
    assert found.boson("A").mass_squared == 0
    # tan(2 alpha) diagonalises the mass matrix exactly.
    mixed = (rotation.T * printed * rotation)[1, 2]
    point = {g1: 0.34, g2: 0.64, gX: 0.5, a_Y: 0.87, v: 246.0, v_Phi: 2000.0}
    solution = sympy.atan(angle.tan_double.subs(point)) / 2
    assert abs(float(mixed.subs(point).subs(alpha, solution))) < 1e-10 * float(printed[2, 2].subs(point))


def test_b06_leading_order() -> None:
    """Paper B, Eqs. (3.16) and (3.17)."""
    found = spectrum("paper_b/accidental")
    z_prime = found.boson("Z'").heavy_limit
    assert z_prime is not None
    assert vanishes(z_prime.mass_squared - (v * a_Y * gX / 2) ** 2 * (1 + 4 * v_Phi**2 / (a_Y * v) ** 2))
    assert z_prime.leading_mass == gX * v_Phi
    (angle,) = found.angles
    assert angle.first == "Z0"
    assert vanishes(angle.coefficient - a_Y * gX / sympy.sqrt(g1**2 + g2**2))
    z_mass = (g1**2 + g2**2) * v**2 / 4
    assert vanishes(angle.leading - angle.coefficient * z_mass / z_prime.leading_mass_squared)


def test_b08_couplings_of_the_z_to_charged_leptons() -> None:
    """Paper B, Eqs. (3.19), (5.10), (5.11), with kappa of Eq. (5.12)."""
    table = currents("paper_b/accidental")
    (angle,) = spectrum("paper_b/accidental").angles
    sine_alpha = sympy.sin(angle.symbol)
    root = sympy.sqrt(g1**2 + g2**2)
    kappa_left = -g2 * (g2 / root) / 2 + g1 * (g1 / root) / 2
    kappa_right = g1 * (g1 / root)
    for generation, name in enumerate(("a_e", "a_mu", "a_tau")):
        a = sympy.Symbol(name, real=True)
        z = table.first_order["Z"]
        assert vanishes(z["L.down"][generation] - kappa_left - (2 * a - a_Y) * gX * sine_alpha / 2)
        assert vanishes(z["E"][generation] - kappa_right - (a - a_Y) * gX * sine_alpha)
        x = table.gauge["X"]
        assert vanishes(x["L.down"][generation] - (2 * a - a_Y) * gX / 2)
        assert vanishes(x["L.up"][generation] - (2 * a - a_Y) * gX / 2)
        assert vanishes(x["E"][generation] - (a - a_Y) * gX)
        assert vanishes(x["N"][generation] - a * gX)
        leading = table.first_order["Z'"]["L.down"][generation].subs(angle.symbol, 0)
        assert vanishes(leading - (2 * a - a_Y) * gX / 2)
    assert vanishes(table.gauge["W3"]["L.down"][0] + g2 / 2)
    assert vanishes(table.gauge["B"]["L.down"][0] + g1 / 2)
    assert vanishes(table.gauge["B"]["E"][0] + g1)


# ------------------------------------------------------------------ paper D
def test_d14_non_unitary_transformation() -> None:
    """Paper D, Eq. (A.5): A -> A + c eps/r X, Z -> Z - s eps/r X, X -> X/r, r = sqrt(1 - eps^2).

    With B = c A - s Z and W3 = s A + c Z. (The paper's line below Eq. (A.4) prints B = c Z - s A.)
    """
    found = spectrum("paper_d")
    root = sympy.sqrt(g1**2 + g2**2)
    cosine, sine, r = g2 / root, g1 / root, sympy.sqrt(1 - epsilon**2)
    new = {name: found.canonical_field(name).fields for name in ("A", "Z0", "X0")}

    def old(field: dict[str, sympy.Expr]) -> tuple[sympy.Expr, sympy.Expr, sympy.Expr]:
        b, w, x = (field.get(name, 0) for name in ("B", "W3", "X"))
        return cosine * b + sine * w, -sine * b + cosine * w, x

    expected = {"A": (1, 0, 0), "Z0": (0, 1, 0), "X0": (cosine * epsilon / r, -sine * epsilon / r, 1 / r)}
    for name, values in expected.items():
        for derived, printed in zip(old(dict(new[name])), values, strict=True):
            assert vanishes(derived - printed)
    # The mass terms of Eq. (A.6).
    (angle,) = found.angles
    z_mass = (g1**2 + g2**2) * v_h**2 / 4
    squares = found.boson("Z").mass_squared + found.boson("Z'").mass_squared
    assert vanishes(squares - z_mass - z_mass * (sine * epsilon / r) ** 2 - m_X**2 / r**2)
    assert vanishes(angle.determinant - z_mass * m_X**2 / r**2)


def test_d14_effective_charge_of_a_light_boson() -> None:
    """Paper D, Eqs. (A.7), (A.8): q_eff = q_X + c_w e eps q_EM/g_X up to O(g_X eps, eps^2, eps m_X^2/M_Z^2)."""
    table, found = currents("paper_d"), spectrum("paper_d")
    photon = found.unbroken[0]
    assert photon.boson == "A" and photon.generator == {"W3": 1, "B": 1}
    electric, cosine = photon.coupling, g2 / sympy.sqrt(g1**2 + g2**2)
    charges = {"Q.up": "x_q", "U": "x_q", "Q.down": "x_q", "D": "x_q", "L.up": "x_l", "L.down": "x_l", "E": "x_e"}
    for component in table.components:
        coupling = table.light_limit["Z'"][component.name][0]
        first_order = coupling.subs(epsilon, 0) + epsilon * sympy.diff(coupling, epsilon).subs(epsilon, 0)
        own = sympy.Symbol(charges[component.name], real=True)
        q_em = sympy.Rational(str(component.electric_charge))
        assert vanishes(first_order / gX - own - cosine * electric * epsilon * q_em / gX)


def test_d14_couplings_of_a_heavy_boson() -> None:
    """To leading order a heavy X couples to (g_X J_X + eps g' J_Y)/r: plus for +(eps/2) B X, minus for the opposite."""
    table = currents("paper_d")
    hypercharge = {"Q.up": "1/6", "Q.down": "1/6", "U": "2/3", "D": "-1/3", "L.up": "-1/2", "L.down": "-1/2", "E": "-1"}
    charges = {"Q.up": "x_q", "U": "x_q", "Q.down": "x_q", "D": "x_q", "L.up": "x_l", "L.down": "x_l", "E": "x_e"}
    for name, value in hypercharge.items():
        own = sympy.Symbol(charges[name], real=True)
        coupling = table.heavy_limit["Z'"][name][0].subs(v_h, 0)
        expected = (gX * own + epsilon * g1 * sympy.Rational(value)) / sympy.sqrt(1 - epsilon**2)
        assert vanishes(coupling - expected)
    malaphoric = currents("paper_c/malaphoric")
    eps = sympy.Symbol("epsilon", real=True)
    coupling = malaphoric.heavy_limit["Z'"]["E"][1].subs(v_h, 0)
    assert vanishes(coupling * sympy.sqrt(1 - eps**2) - (-3 * gX + eps * g1))


def test_mass_symbol_stands_for_the_vacuum_value() -> None:
    """`mass M_X` is the mass that the singlet scalars give; it replaces their vacuum value."""
    found = spectrum("paper_c/malaphoric")
    (mass,) = found.masses
    theta = sympy.Symbol("v_theta", positive=True)
    assert mass.value == sympy.sqrt(2) * gX * theta and mass.replaces == theta and not mass.is_added
    assert found.mass_entries["X", "X"] == mass.symbol**2
    added = spectrum("paper_d").masses[0]
    assert added.is_added and added.value is None
    assert spectrum("paper_d").mass_entries["X", "X"] == m_X**2
