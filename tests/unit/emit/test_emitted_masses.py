"""The emitted module of masses: decompositions, and masses and currents against derivations."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

import numpy as np
import pytest
import sympy
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray
from tests.helpers.model_331 import MODEL_331, fermion_masses_331
from tests.helpers.models import compile_file, compile_text

from zmodel.derive.breaking import derive_masses
from zmodel.derive.breaking.numeric import evaluate_spectrum
from zmodel.derive.currents import derive_currents
from zmodel.derive.masses.fermions import derive_fermion_masses
from zmodel.derive.masses.mass_basis import derive_mass_basis, neutral_couplings
from zmodel.driver import Analysis, Run, compile_model

Complex = NDArray[np.complex128]


def emitted(analysis: Analysis, folder: Path) -> ModuleType:
    """The module, imported."""
    run = Run(analysis)
    files = compile_model(run, ("masses",))
    assert files is not None, run.diagnostics
    ((name, text),) = files.items()
    path = folder / name
    path.write_text(text, encoding="utf-8")
    spec = importlib.util.spec_from_file_location(path.stem, path)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def vector_like(tmp_path_factory: pytest.TempPathFactory) -> ModuleType:
    return emitted(compile_file("paper_b/accidental"), tmp_path_factory.mktemp("vector_like"))


def point(small: float = 0.02) -> dict[str, object]:
    """A point of paper B with small mixing and hierarchical down quarks."""
    return {
        "YQ": np.array([0.3 + 0.1j, -0.8 + 0.5j, 1.1 - 0.4j]),
        "Yu": np.diag([1e-5, 4e-3, 0.9]).astype(complex),
        "Yd": np.diag([1e-3, 3e-2, 1.0]).astype(complex),
        "Ye": np.diag([3e-6, 6e-4, 1e-2]).astype(complex),
        "Ynu": np.zeros((3, 3), dtype=complex),
        **{"a_e": 0.59, "a_mu": 1.0, "a_tau": 0.0, "a_Y": 0.87, "g1": 0.36, "g2": 0.65, "gX": 0.4},
        **{"lambda": 0.13, "lambda_Phi": 0.2, "lambda_mix": 0.05, "m_Q": 1 + 0.3j, "v": 0.1 * small, "v_Phi": small},
    }


# ------------------------------------------------------------------ decompositions
def symmetric(values: list[float], size: int) -> Complex:
    flat = np.array(values[: 2 * size * size]).reshape(2, size, size)
    matrix: Complex = flat[0] + 1j * flat[1]
    return matrix + matrix.T


numbers = st.lists(st.sampled_from([0.0, 0.0, 1.0, -1.0, 0.5, 1e-3, 2.0]), min_size=50, max_size=50)


@settings(max_examples=200, deadline=None)
@given(numbers, st.integers(1, 5))
def test_takagi(vector_like: ModuleType, values: list[float], size: int) -> None:
    """U^T M U = diag(m) with a unitary U, also for equal and for vanishing masses."""
    matrix = symmetric(values, size)
    masses, unitary = vector_like.takagi(matrix)
    scale = max(1.0, abs(matrix).max())
    assert np.allclose(unitary.conj().T @ unitary, np.eye(size), atol=1e-12)
    assert np.allclose(unitary.T @ matrix @ unitary, np.diag(masses), atol=1e-12 * scale)
    assert (masses >= 0).all() and (np.diff(masses) >= 0).all()
    assert np.allclose(masses, np.sort(np.linalg.svd(matrix, compute_uv=False)), atol=1e-12 * scale)


@settings(max_examples=100, deadline=None)
@given(numbers, st.integers(1, 4), st.integers(1, 4))
def test_singular_values(vector_like: ModuleType, values: list[float], rows: int, columns: int) -> None:
    matrix = symmetric(values, 5)[:rows, :columns]
    masses, left, right = vector_like.singular_values(matrix)
    diagonal = np.zeros((rows, columns))
    diagonal[range(len(masses)), range(len(masses))] = masses
    assert np.allclose(left.conj().T @ matrix @ right, diagonal, atol=1e-12)
    assert (masses >= 0).all() and (np.diff(masses) >= 0).all()


def test_pair_of_majorana_spinors(vector_like: ModuleType) -> None:
    """A Dirac mass in a Majorana matrix: two equal masses, which an eigenvalue decomposition of M M^* would not fix."""
    matrix = np.array([[0, 2 - 1j], [2 - 1j, 0]])
    masses, unitary = vector_like.takagi(matrix)
    assert np.allclose(masses, np.sqrt(5))
    assert np.allclose(unitary.T @ matrix @ unitary, np.diag(masses))


# ------------------------------------------------------------------ models
def test_masses_are_those_of_the_derivation(vector_like: ModuleType) -> None:
    values = point()
    analysis = compile_file("paper_b/accidental")
    squared, _ = vector_like.gauge_bosons(values)
    plain = {name: value for name, value in values.items() if isinstance(value, float)}
    expected = evaluate_spectrum(derive_masses(analysis.model), plain | {"g3": 1.0}).masses_squared
    assert np.allclose(squared, expected[8:])  # without the gluons
    found = vector_like.scalars(values)
    v, big = plain["v"], plain["v_Phi"]
    matrix = [[0.26 * v**2, 0.05 * v * big], [0.05 * v * big, 0.4 * big**2]]
    assert np.allclose(found["Re(H.up)"][0], np.linalg.eigvalsh(matrix))
    assert all(found[name][0] == 0 for name in ("Im(H.up)", "conj(H.down)", "Im(Phi)"))
    masses, _, _ = vector_like.fermions(values)["e"]
    assert np.allclose(masses, v / np.sqrt(2) * np.array([3e-6, 6e-4, 1e-2]))
    minimum = vector_like.minimum(values)
    assert minimum["mH2"] == pytest.approx(-0.13 * v**2 - 0.025 * big**2)
    assert set(vector_like.INPUTS) == set(values)


def test_currents_agree_with_the_series(vector_like: ModuleType) -> None:
    """The exact couplings of Z' to down quarks tend to the series of second order as epsilon goes to zero."""
    analysis = compile_file("paper_b/accidental")
    sectors = derive_fermion_masses(analysis.model, analysis.couplings)
    (basis,) = (b for b in derive_mass_basis(analysis.model, sectors) if b.name == "d_L")
    matrix = neutral_couplings(analysis.model, basis, derive_currents(analysis.model).gauge["X"])
    errors = []
    for small in (2e-2, 1e-2):
        values = point(small)
        squared, found = vector_like.currents(values)
        flat: dict[str, complex] = {f"YQ[{i + 1}]": complex(y) for i, y in enumerate(np.asarray(values["YQ"]))}
        flat |= {name: value for name, value in values.items() if isinstance(value, (int, float, complex))}
        series = sympy.Matrix(matrix).xreplace({s: sympy.sympify(flat[s.name]) for s in matrix.free_symbols})
        expected = np.array(series.evalf().tolist(), dtype=complex)
        z_prime = int(np.argmax(squared))
        exact = found["d"]["left"][z_prime]
        assert np.allclose(exact, exact.conj().T)
        # Phases of mass eigenstates are free, and Z-Z' mixing is of the order of (v/v_Phi)^2 = 0.01.
        errors.append(abs(abs(exact[1, 2]) - abs(expected[1, 2])) / abs(expected[1, 2]))
    assert errors[0] < 0.02
    # The photon couples to everything with its charge.
    photon = int(np.argmin(abs(squared)))
    e = values["g1"] * values["g2"] / np.hypot(values["g1"], values["g2"])  # type: ignore[operator, call-overload]
    assert np.allclose(found["d"]["left"][photon] * np.sign(found["d"]["left"][photon][0, 0]), e / 3 * np.eye(4))
    assert np.allclose(abs(found["nu"]["left"][photon]), 0)


def test_kept_entries_complex_couplings_and_seesaw(tmp_path: Path) -> None:
    text = """
        model seesaw
        use sm { except H, lambda }
        scalar H1 (SU2L: 2, Y: 1/2)  vev (0, v1/sqrt(2))
        scalar H2 (SU2L: 2, Y: 1/2)  vev (0, v2/sqrt(2))
        fermion N[2] right
        yukawa Yu = bar(Q) tilde(H1) U keep (3,3) as yt
        yukawa Yn = bar(L) tilde(H2) N
        mass MN = N N
        potential { m11 = dag(H1) H1;  m22 = dag(H2) H2;  m12 = dag(H1) H2;  l5 = (dag(H1) H2)^2 }
        """
    module = emitted(compile_text(text), tmp_path)
    source = np.random.default_rng(4)
    values: dict[str, object] = {"v1": 1.0, "v2": 0.7, "g1": 0.36, "g2": 0.65, "yt": 0.9j, "m12": -0.4 + 0.1j}
    values |= {"l5": 0.2 - 0.3j, "MN": np.array([[40.0, 3j], [3j, 60.0]])}
    values["Yn"] = source.normal(size=(3, 2)) + 1j * source.normal(size=(3, 2))
    masses, _, _ = module.fermions(values)["u"]
    assert np.allclose(masses, [0, 0, 0.9 / np.sqrt(2)])
    neutrinos, _, unitary = module.fermions(values)["nu"]
    dirac = np.conj(values["Yn"]) * 0.7 / np.sqrt(2)
    light = -dirac @ np.linalg.inv(2 * np.conj(np.asarray(values["MN"]))) @ dirac.T
    assert np.allclose(neutrinos[:3], np.sort(np.linalg.svd(light, compute_uv=False)), rtol=2e-3, atol=1e-12)
    assert np.allclose(unitary.conj().T @ unitary, np.eye(5))
    neutral = next(found for name, found in module.scalars(values).items() if name.startswith("Re(H1"))
    assert min(abs(neutral[0])) < 1e-12  # the Goldstone boson of the Z
    assert module.minimum(values)["im(m12)"] == pytest.approx(-0.7 * -0.3)


def test_dirac_fermions_of_331_have_each_mass_once(tmp_path: Path) -> None:
    """There is no weak SU(2); d and u quarks are 5 and 4 Dirac fermions, and only neutrinos are Majorana."""
    module = emitted(compile_text(f"model m331\n{MODEL_331}"), tmp_path)
    assert module.MAJORANA == ("nu",)
    source = np.random.default_rng(8)
    shapes = {"ye": (3, 3), "yT": (4,), "yt": (4,), "yb": (5,), "yD": (2, 5), "yd": (2, 5), "yu": (2, 4)}
    values: dict[str, object] = {n: source.normal(size=s) + 1j * source.normal(size=s) for n, s in shapes.items()}
    values |= {"ve": 0.15, "vr": 0.2, "vc": 5.0}
    flat = {n: complex(v) for n, v in values.items() if isinstance(v, float)}
    for name in shapes:
        for place, entry in np.ndenumerate(np.asarray(values[name])):
            flat[f"{name}[{','.join(str(i + 1) for i in place)}]"] = complex(entry)
    found = {name: masses for name, (masses, *_) in module.fermions(values).items()}
    assert {name: len(masses) for name, masses in found.items()} == {"nu": 6, "e": 3, "d": 5, "u": 4}
    all_masses = np.sort(np.concatenate([found["nu"], *[found["e"]] * 2, *[found["d"]] * 6, *[found["u"]] * 6]))
    assert np.allclose(np.linalg.svd(fermion_masses_331(flat), compute_uv=False)[::-1], all_masses)
