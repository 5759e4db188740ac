"""Every exact result against matrices written out in NumPy, at random points."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache

import numpy as np
import pytest
import sympy
from tests.helpers.gauge_bosons import (
    MovedScalar,
    Real,
    bidoublet,
    doublet,
    mass_matrix,
    singlet,
    squared_masses,
    triplet,
)
from tests.helpers.models import MODEL_FILES, load

from zmodel.derive.breaking import Boson, GaugeSpectrum, derive_masses
from zmodel.derive.breaking.numeric import evaluate_spectrum
from zmodel.driver import load_model
from zmodel.model import Model
from zmodel.source import SourceFile

Values = Mapping[str, float]
ROOT2 = np.sqrt(2)


@dataclass(frozen=True)
class Case:
    """A model, the gauge fields that the reference knows, its scalars and its kinetic matrix."""

    text: str
    names: tuple[str, ...]
    scalars: Callable[[Values], list[MovedScalar]]
    kinetic: Callable[[Values], Real] | None = None
    massless: int = 1


def _kinetic(size: int, entries: Mapping[tuple[int, int], float]) -> Real:
    matrix = np.eye(size)
    for (i, j), value in entries.items():
        matrix[i, j] = matrix[j, i] = value
    return matrix


SM_FIELDS = ("W1", "W2", "W3", "B")
CASES: dict[str, Case] = {
    "sm": Case(
        'model m "m"\nuse sm',
        SM_FIELDS,
        lambda p: [doublet([0, p["v_h"] / ROOT2], p["g2"], {"B": p["g1"] / 2})],
    ),
    "paper_b": Case(
        """model m "m"
use sm { except H }
gauge X = U(1) coupling gX boson X
param a_Y : rational
scalar H (SU2L: 2, Y: -1/2, X: -a_Y/2) vev (v/sqrt(2), 0)
scalar Phi (X: 1) vev v_Phi/sqrt(2)""",
        (*SM_FIELDS, "X"),
        lambda p: [
            doublet([p["v"] / ROOT2, 0], p["g2"], {"B": -p["g1"] / 2, "X": -p["gX"] * p["a_Y"] / 2}),
            singlet(p["v_Phi"] / ROOT2, {"X": p["gX"]}),
        ],
    ),
    "bm2": Case(
        """model m "m"
use sm
gauge X = U(1) coupling g4 boson X
mixing eta (Y, X)
scalar phi (X: 1/9) vev v_phi/sqrt(2)""",
        (*SM_FIELDS, "X"),
        lambda p: [
            doublet([0, p["v_h"] / ROOT2], p["g2"], {"B": p["g1"] / 2}),
            singlet(p["v_phi"] / ROOT2, {"X": p["g4"] / 9}),
        ],
        # Paper A, Eq. (18).
        lambda p: np.linalg.inv(_kinetic(5, {(3, 4): p["eta"]})),
    ),
    "two_u1": Case(
        """model m "m"
use sm
gauge X = U(1) coupling gX boson X
gauge K = U(1) coupling gK boson C
mixing epsilon (Y, X) as e1
mixing epsilon (Y, K) as e2
mixing epsilon (X, K) as e3
scalar phi (X: 1, K: 2) vev v_1/sqrt(2)
scalar chi (X: -1, K: 1) vev v_2/sqrt(2)""",
        (*SM_FIELDS, "X", "C"),
        lambda p: [
            doublet([0, p["v_h"] / ROOT2], p["g2"], {"B": p["g1"] / 2}),
            singlet(p["v_1"] / ROOT2, {"X": p["gX"], "C": 2 * p["gK"]}),
            singlet(p["v_2"] / ROOT2, {"X": -p["gX"], "C": p["gK"]}),
        ],
        lambda p: _kinetic(6, {(3, 4): p["e1"], (3, 5): p["e2"], (4, 5): p["e3"]}),
    ),
    "complex_triplet": Case(
        """model m "m"
use sm
scalar T (SU2L: 3, Y: 1) vev (0, 0, v_T)""",
        SM_FIELDS,
        lambda p: [
            doublet([0, p["v_h"] / ROOT2], p["g2"], {"B": p["g1"] / 2}),
            triplet(np.array([[0, 0], [np.sqrt(2) * p["v_T"], 0]], dtype=complex), p["g2"], {"B": p["g1"]}),
        ],
    ),
    "real_triplet": Case(
        """model m "m"
use sm
scalar T real (SU2L: 3) vev (0, v_T, 0)""",
        SM_FIELDS,
        lambda p: [
            doublet([0, p["v_h"] / ROOT2], p["g2"], {"B": p["g1"] / 2}),
            triplet(np.diag([p["v_T"], -p["v_T"]]).astype(complex), p["g2"], {}, is_real=True),
        ],
    ),
    "left_right": Case(
        """model m "m"
gauge SU2L = SU(2) coupling gL boson WL
gauge SU2R = SU(2) coupling gR boson WR
gauge BL = U(1) coupling gB boson B
fermion QL[3] left (SU2L: 2, BL: 1/6)
fermion QR[3] right (SU2R: 2, BL: 1/6)
scalar P (SU2L: 2, SU2R: 2) vev (0, k_1, k_2, 0)
scalar DR (SU2R: 3, BL: 1) vev (0, 0, v_R)""",
        ("WL1", "WL2", "WL3", "WR1", "WR2", "WR3", "B"),
        lambda p: [
            bidoublet(np.array([[0, p["k_1"]], [p["k_2"], 0]], dtype=complex), p["gL"], p["gR"]),
            triplet(np.array([[0, 0], [np.sqrt(2) * p["v_R"], 0]], dtype=complex), p["gR"], {"B": p["gB"]}, "WR"),
        ],
    ),
    "left_right_phase": Case(
        """model m "m"
gauge SU2L = SU(2) coupling gL boson WL
gauge SU2R = SU(2) coupling gR boson WR
gauge BL = U(1) coupling gB boson B
scalar P (SU2L: 2, SU2R: 2) vev (0, k_1, i*k_2, 0)
scalar DR (SU2R: 3, BL: 1) vev (0, 0, v_R)""",
        ("WL1", "WL2", "WL3", "WR1", "WR2", "WR3", "B"),
        lambda p: [
            bidoublet(np.array([[0, p["k_1"]], [1j * p["k_2"], 0]]), p["gL"], p["gR"]),
            triplet(np.array([[0, 0], [np.sqrt(2) * p["v_R"], 0]], dtype=complex), p["gR"], {"B": p["gB"]}, "WR"),
        ],
    ),
    "left_right_angle": Case(
        """model m "m"
gauge SU2L = SU(2) coupling gL boson WL
gauge SU2R = SU(2) coupling gR boson WR
gauge BL = U(1) coupling gB boson B
param xi : angle
scalar P (SU2L: 2, SU2R: 2) vev (0, k_1, k_2*exp(i*xi), 0)
scalar DR (SU2R: 3, BL: 1) vev (0, 0, v_R)""",
        ("WL1", "WL2", "WL3", "WR1", "WR2", "WR3", "B"),
        lambda p: [
            bidoublet(np.array([[0, p["k_1"]], [np.exp(1j * p["xi"]) * p["k_2"], 0]]), p["gL"], p["gR"]),
            triplet(np.array([[0, 0], [np.sqrt(2) * p["v_R"], 0]], dtype=complex), p["gR"], {"B": p["gB"]}, "WR"),
        ],
    ),
    "charge_broken": Case(
        """model m "m"
use sm
scalar K (SU2L: 2, Y: 1/2) vev (w/sqrt(2), i*u/sqrt(2))""",
        SM_FIELDS,
        lambda p: [
            doublet([0, p["v_h"] / ROOT2], p["g2"], {"B": p["g1"] / 2}),
            doublet([p["w"] / ROOT2, 1j * p["u"] / ROOT2], p["g2"], {"B": p["g1"] / 2}),
        ],
        massless=0,
    ),
    "two_doublets": Case(
        """model m "m"
use sm { except H }
param beta : angle
scalar H1 (SU2L: 2, Y: 1/2) vev (0, v*cos(beta)/sqrt(2))
scalar H2 (SU2L: 2, Y: 1/2) vev (0, v*sin(beta)/sqrt(2))""",
        SM_FIELDS,
        lambda p: [doublet([0, p["v"] / ROOT2], p["g2"], {"B": p["g1"] / 2})],
    ),
    "roots": Case(
        """model m "m"
use sm
gauge X = U(1) coupling gX boson X
mixing epsilon (Y, X)
scalar phi (X: 1) vev sqrt(v_phi^2 - v_1^2/20)
scalar chi (X: 2) vev (v_1 + sqrt(3)*v_2)/2""",
        (*SM_FIELDS, "X"),
        lambda p: [
            doublet([0, p["v_h"] / ROOT2], p["g2"], {"B": p["g1"] / 2}),
            singlet(np.sqrt(p["v_phi"] ** 2 - p["v_1"] ** 2 / 20), {"X": p["gX"]}),
            singlet((p["v_1"] + np.sqrt(3) * p["v_2"]) / 2, {"X": 2 * p["gX"]}),
        ],
        lambda p: _kinetic(5, {(3, 4): p["epsilon"]}),
    ),
    "root_of_two": Case(
        """model m "m"
use sm
gauge X = U(1) coupling gX boson X
mixing eta (Y, X)
scalar phi (X: 1) vev (1 + sqrt(2))*v_phi""",
        (*SM_FIELDS, "X"),
        lambda p: [
            doublet([0, p["v_h"] / ROOT2], p["g2"], {"B": p["g1"] / 2}),
            singlet((1 + ROOT2) * p["v_phi"], {"X": p["gX"]}),
        ],
        lambda p: np.linalg.inv(_kinetic(5, {(3, 4): p["eta"]})),
    ),
    "lagrangian_mass": Case(
        """model m "m"
use sm
gauge X = U(1) coupling gX boson X mass M_X
mixing epsilon_plus (Y, X) as epsilon""",
        (*SM_FIELDS, "X"),
        lambda p: [
            doublet([0, p["v_h"] / ROOT2], p["g2"], {"B": p["g1"] / 2}),
            singlet(p["M_X"] / ROOT2, {"X": 1.0}),
        ],
        lambda p: _kinetic(5, {(3, 4): -p["epsilon"]}),
    ),
}
HEAVY = {"v_Phi", "v_phi", "v_1", "v_2", "v_R", "M_X"}
MIXINGS = {"eta", "epsilon", "e1", "e2", "e3"}


def resolve(text: str) -> Model:
    model, diagnostics = load_model(SourceFile(str(MODEL_FILES / "lib" / "test.zmodel"), text), load)
    assert model is not None, diagnostics
    return model


@cache
def spectrum_of(name: str) -> GaugeSpectrum:
    return derive_masses(resolve(CASES[name].text))


def random_point(spectrum: GaugeSpectrum, seed: int, scale: float = 30.0) -> dict[str, float]:
    generator = random.Random(seed)
    entries = (*spectrum.mass_entries.values(), *spectrum.kinetic_entries.values())
    names = sorted({str(symbol) for entry in entries for symbol in entry.free_symbols} | {"g2", "g1"})
    point = {name: generator.uniform(0.2, 0.9) for name in names}
    for name in point:
        point[name] *= scale if name in HEAVY else 0.4 if name in MIXINGS else 1
    return point


def number(expression: sympy.Expr, spectrum: GaugeSpectrum, point: Values) -> complex:
    """Mixing angles put in, the value at a point."""
    angles = {angle.symbol: sympy.atan(angle.tan_double) / 2 for angle in spectrum.angles}
    full = sympy.sympify(expression).xreplace(angles)
    symbols = sorted(full.free_symbols, key=str)
    return complex(sympy.lambdify(symbols, full, "numpy")(*(point[str(symbol)] for symbol in symbols)))


def numbers(matrix: sympy.ImmutableDenseMatrix, point: Values) -> Real:
    """A real matrix at a point."""
    symbols = sorted(matrix.free_symbols, key=str)
    return np.array(sympy.lambdify(symbols, matrix, "numpy")(*(point[str(symbol)] for symbol in symbols)), dtype=float)


@pytest.mark.parametrize("seed", [1, 2])
@pytest.mark.parametrize("name", CASES)
def test_matrices_in_the_fields_of_the_file(name: str, seed: int) -> None:
    case, spectrum = CASES[name], spectrum_of(name)
    point = random_point(spectrum, seed)
    mass = mass_matrix(case.names, case.scalars({**dict.fromkeys(("beta",), 0.0), **point}))
    derived = numbers(spectrum.mass_matrix(case.names), point)
    np.testing.assert_allclose(derived, mass, rtol=1e-12, atol=1e-12)
    kinetic = np.eye(len(case.names)) if case.kinetic is None else case.kinetic(point)
    derived_kinetic = numbers(spectrum.kinetic_matrix(case.names), point)
    np.testing.assert_allclose(derived_kinetic, kinetic, rtol=1e-12, atol=1e-12)


@pytest.mark.parametrize("seed", [1, 2])
@pytest.mark.parametrize("name", CASES)
def test_masses(name: str, seed: int) -> None:
    """Exact masses are eigenvalues; what has no closed form is found to second order in the ratio of scales."""
    case, spectrum = CASES[name], spectrum_of(name)
    point = random_point(spectrum, seed)
    kinetic = np.eye(len(case.names)) if case.kinetic is None else case.kinetic(point)
    expected = squared_masses(mass_matrix(case.names, case.scalars(point)), kinetic)
    numeric = evaluate_spectrum(spectrum, point).masses_squared
    np.testing.assert_allclose(numeric[-len(expected) :], expected, rtol=1e-10, atol=1e-10)
    assert sum(abs(value) < 1e-12 for value in expected) == case.massless
    bosons = [boson for boson in spectrum.bosons if boson.multiplicity == 1]
    values = [_best_mass(boson) for boson in bosons]
    if None in values:
        return
    found = [
        number(value, spectrum, point).real
        for boson, value in zip(bosons, values, strict=True)
        for _ in range(2 if boson.is_complex else 1)
    ]
    tolerance = 1e-10 if all(boson.mass_squared is not None for boson in bosons) else 1e-3
    np.testing.assert_allclose(sorted(found), expected, rtol=tolerance, atol=1e-12)
    trace = np.trace(np.linalg.solve(kinetic, mass_matrix(case.names, case.scalars(point))))
    np.testing.assert_allclose(sum(found), trace, rtol=tolerance)


def _best_mass(boson: Boson) -> sympy.Expr | None:
    if boson.mass_squared is not None:
        return boson.mass_squared
    return None if boson.heavy_limit is None else boson.heavy_limit.mass_squared


@pytest.mark.parametrize("name", CASES)
def test_canonical_fields_are_orthonormal_and_diagonalise(name: str) -> None:
    """e^dag K e = 1 for canonical fields, and for real ones e^T M e has exact eigenstates as eigenvectors."""
    case, spectrum = CASES[name], spectrum_of(name)
    point = random_point(spectrum, 7)
    kinetic = numbers(spectrum.kinetic_matrix(case.names), point)
    mass = numbers(spectrum.mass_matrix(case.names), point)
    columns = {
        field.name: np.array([number(field.fields.get(n, 0), spectrum, point) for n in case.names])
        for field in spectrum.canonical
    }
    vectors = np.array(list(columns.values()))
    np.testing.assert_allclose(vectors.conj() @ kinetic @ vectors.T, np.eye(len(vectors)), atol=1e-12)
    for boson in spectrum.bosons:
        if boson.multiplicity > 1 or boson.content is None or boson.mass_squared is None:
            continue
        vector = sum(number(c, spectrum, point) * columns[field] for field, c in boson.content.items())
        value = number(boson.mass_squared, spectrum, point)
        np.testing.assert_allclose(mass @ vector, value * (kinetic @ vector), atol=1e-9)


@pytest.mark.parametrize("name", ["paper_b", "bm2", "two_u1", "left_right", "lagrangian_mass"])
def test_series_converge(name: str) -> None:
    """The error of the heavy limit falls as the fourth power of the ratio of scales, in masses and states."""
    case, spectrum = CASES[name], spectrum_of(name)
    errors = []
    for scale in (20.0, 80.0):
        point = random_point(spectrum, 3, scale)
        kinetic = np.eye(len(case.names)) if case.kinetic is None else case.kinetic(point)
        expected = squared_masses(mass_matrix(case.names, case.scalars(point)), kinetic)
        worst = 0.0
        for boson in spectrum.bosons:
            if boson.heavy_limit is not None:
                value = number(boson.heavy_limit.mass_squared, spectrum, point).real
                worst = max(worst, min(abs(value / m - 1) for m in expected if m > 1e-9))
        errors.append(worst)
    assert errors[1] < errors[0] / 100


def _light_limit_errors(name: str, scale: float) -> tuple[float, float, float]:
    """Of the squared masses of the Z and the light boson, relative, and of both states."""
    spectrum = spectrum_of(name)
    point = random_point(spectrum, 4, scale)
    exact = {boson.name: boson for boson in (spectrum.boson("Z"), spectrum.boson("Z'"))}
    errors, states = [], 0.0
    for boson in exact.values():
        limit = boson.light_limit
        assert limit is not None and boson.mass_squared is not None and boson.content is not None
        masses = [number(value, spectrum, point).real for value in (limit.mass_squared, boson.mass_squared)]
        errors.append(abs(masses[0] / masses[1] - 1))
        for field, value in boson.content.items():
            found = number(limit.content.get(field, sympy.Integer(0)), spectrum, point)
            states = max(states, abs(found - number(value, spectrum, point)))
    return errors[0], errors[1], states


@pytest.mark.parametrize("name", ["paper_b", "bm2", "lagrangian_mass"])
def test_light_limits_converge(name: str) -> None:
    """With r the ratio of scales, the Z's mass is right to r^2 and wrong at r^4, all else is wrong at r^2."""
    first, second = (_light_limit_errors(name, scale) for scale in (0.1, 0.025))
    assert second[0] < first[0] / 100
    assert second[1] < first[1] / 10
    assert second[2] < first[2] / 10


@pytest.mark.parametrize("name", ["paper_b", "bm2", "lagrangian_mass"])
def test_mixing_angle_for_light_and_heavy_bosons(name: str) -> None:
    """The state called Z is mostly Z0, whichever of the two bosons is heavier; masses follow their names."""
    spectrum = spectrum_of(name)
    for scale in (0.01, 400.0):
        point = random_point(spectrum, 5, scale)
        point.update({key: value * 0.1 for key, value in point.items() if key in MIXINGS | {"gX", "g4"}})
        z, other = spectrum.boson("Z"), spectrum.boson("Z'")
        (angle,) = spectrum.angles
        assert abs(number(angle.symbol, spectrum, point)) <= np.pi / 4
        z_mass, other_mass = (number(b.mass_squared, spectrum, point).real for b in (z, other))
        assert (z_mass < other_mass) == (scale > 1)
        np.testing.assert_allclose(z_mass * other_mass, number(angle.determinant, spectrum, point), rtol=1e-7)
        limit = z.heavy_limit if scale > 1 else z.light_limit
        assert limit is not None
        np.testing.assert_allclose(number(limit.mass_squared, spectrum, point), z_mass, rtol=1e-4)


@pytest.mark.parametrize("name", ["bm2", "two_u1", "lagrangian_mass"])
def test_without_kinetic_mixing_the_z_is_the_standard_models(name: str) -> None:
    spectrum = spectrum_of(name)
    z = spectrum.boson("Z")
    point = random_point(spectrum, 9)
    point.update(dict.fromkeys(MIXINGS & set(point), 0.0))
    expected = point["v_h"] ** 2 * (point["g1"] ** 2 + point["g2"] ** 2) / 4
    values = [z.mass_squared, None if z.heavy_limit is None else z.heavy_limit.mass_squared]
    for value in values:
        if value is not None:
            np.testing.assert_allclose(number(value, spectrum, point), expected, rtol=1e-12)
