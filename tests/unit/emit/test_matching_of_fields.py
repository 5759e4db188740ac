"""Emitted matching of a heavy field: C, Python and the derivation agree; matrices may be given whole."""

from __future__ import annotations

from itertools import product
from pathlib import Path

import numpy as np
import pytest
from tests.helpers.emitted import Emitted, build_c, emit, manifest
from tests.helpers.models import compile_file, compile_text

from zmodel.derive.matching import derive_matching
from zmodel.derive.wcxf import evaluate_matching
from zmodel.driver import Run, compile_model


def test_leptoquark(tmp_path: Path) -> None:
    analysis = compile_file("examples/r2")
    emitted = emit(analysis, tmp_path)
    smeft = manifest(emitted)["smeft"]
    assert isinstance(smeft, dict)
    rng = np.random.default_rng(3)
    matrices = {name: rng.normal(size=(3, 3)) + 1j * rng.normal(size=(3, 3)) for name in ("yL", "yR")}
    entries = {
        f"{name}[{i + 1},{j + 1}]": complex(matrix[i, j])
        for name, matrix in matrices.items()
        for i, j in product(range(3), repeat=2)
    }
    derived = evaluate_matching(derive_matching(analysis.model)[0], {**entries, "M2": 4e6})
    whole = emitted.python.smeft({**matrices, "M2": 4e6})
    single = emitted.python.smeft({**entries, "M2": 4e6})
    assert whole.keys() == single.keys() == derived.keys()
    numbers: list[float] = []
    for item in smeft["inputs"]:
        value = 4e6 if item["name"] == "M2" else entries[item["name"]]
        numbers += [np.real(value), np.imag(value)] if item["complex"] else [value]
    flat = build_c(emitted)("s", 1, 1, numbers, 2 * len(whole))
    scale = max(abs(value) for value in derived.values())
    for i, (key, value) in enumerate(whole.items()):
        assert abs(value - derived[key]) <= 1e-13 * scale, key
        assert abs(value - single[key]) <= 1e-13 * scale, key
        assert abs(value - complex(flat[2 * i], flat[2 * i + 1])) <= 1e-13 * scale, key
    batch = emitted.python.smeft({name: np.stack([m, 2 * m]) for name, m in matrices.items()} | {"M2": 4e6})
    assert np.allclose(batch["lu_1123"], [whole["lu_1123"], 4 * whole["lu_1123"]])


def test_no_numbers_where_the_squared_mass_is_not_positive(tmp_path: Path) -> None:
    """`zmodel observables` refuses such a point; emitted code gives nan, not coefficients of the wrong sign."""
    emitted = emit(compile_file("examples/r2"), tmp_path)
    smeft = manifest(emitted)["smeft"]
    assert isinstance(smeft, dict)
    call = build_c(emitted)
    for squared, is_number in ((4e6, True), (-4e6, False)):
        found = emitted.python.smeft({"yL": np.ones((3, 3)), "yR": np.ones((3, 3)), "M2": np.array([squared])})
        assert all(np.isfinite(value.real).all() == is_number for value in found.values())
        numbers = [
            number
            for item in smeft["inputs"]
            for number in ([1.0, 0.0] if item["complex"] else [squared if item["name"] == "M2" else 1.0])
        ]
        flat = call("s", 1, 1, numbers, 2 * len(found))
        assert all(np.isfinite(number) == is_number for number in flat[::2])


SEESAW = """model seesaw
use sm
scalar S (SU2L: 3, Y: 1)
fermion F right
param M_S, M_F : real
yukawa y = L L S
yukawa z = bar(L) tilde(H) F
mass M = bar(cc(F)) F
potential { k = H H dag(S); m2 = dag(S) S; p = (dag(H) H) (dag(S) S); q = (dag(S) S)^2; r = (dag(S) dag(S)) (S S)
            t = dag(H) S dag(S) H : chain1234 }
integrate S at M_S
integrate F at M_F
"""


def agreeing(text: str, folder: Path, seed: int) -> tuple[Emitted, set[str]]:
    """Emitted code whose Python and C agree with the derivation at a random point, and names of coefficients."""
    analysis = compile_text(text)
    emitted = emit(analysis, folder)
    smeft = manifest(emitted)["smeft"]
    assert isinstance(smeft, dict)
    rng = np.random.default_rng(seed)
    values: dict[str, complex] = {}
    for item in smeft["inputs"]:
        values[item["name"]] = complex(*rng.normal(size=2)) if item["complex"] else float(rng.normal())
    derived = evaluate_matching(derive_matching(analysis.model)[0], values)
    found = emitted.python.smeft(values)
    assert found.keys() == derived.keys()
    numbers = [
        part
        for value in values.values()
        for part in ((value.real, value.imag) if isinstance(value, complex) else (value,))
    ]
    flat = build_c(emitted)("s", 1, 1, numbers, 2 * len(found))
    scale = max(abs(value) for value in derived.values())
    for i, (key, value) in enumerate(found.items()):
        assert abs(value - derived[key]) <= 1e-13 * scale, key
        assert abs(value - complex(flat[2 * i], flat[2 * i + 1])) <= 1e-13 * scale, key
    return emitted, set(found)


def test_seesaws(tmp_path: Path) -> None:
    """Coefficients of dimensions five and six, complex numbers in all of them."""
    emitted, found = agreeing(SEESAW, tmp_path, 5)
    assert found >= {"llphiphi_12", "phiD", "uphi_12", "phil1_12", "ll_1221"}
    units = "GeV^-2 (llphiphi: GeV^-1)"
    assert units in (emitted.folder / "seesaw.h").read_text() and units in (emitted.folder / "seesaw.py").read_text()


def test_whole_matrices_are_checked(tmp_path: Path) -> None:
    """As in `beta`: of a symmetric matrix only one triangle is read, and a number in the other one would be lost."""
    smeft = emit(compile_text(SEESAW), tmp_path).python.smeft
    numbers = {"k": 100.0, "m2": 4e6, "p": 0.1, "t": 0.2, "lambda": 0.1, "M": 1e6, "z": np.ones(3)}
    yukawas = {"Yu": np.eye(3), "Yd": np.eye(3), "Ye": np.eye(3)}
    upper = np.triu(np.ones((3, 3)))
    with pytest.raises(ValueError, match="y is not symmetric"):
        smeft({**numbers, **yukawas, "y": upper})
    with pytest.raises(ValueError, match=r"z has shape \(4,\)"):
        smeft({**numbers, **yukawas, "y": np.ones((3, 3)), "z": np.ones(4)})
    assert smeft({**numbers, **yukawas, "y": upper + upper.T})["llphiphi_12"]


PHASES = """model phases
use sm
gauge X = U(1) coupling g_X boson X mass M_X
charges X { L = [0, 1, -1]; E = [0, 1, -1] }
param a, b : angle
rotation E = [[cos(a), sin(a)*exp(i*b), 0], [-sin(a)*exp(-i*b), cos(a), 0], [0, 0, i]]
rotation L.down = [[cos(pi/5), i*sin(pi/5), 0], [i*sin(pi/5), cos(pi/5), 0], [0, 0, 1]]
integrate X at M_X
"""


def test_phases_in_rotations(tmp_path: Path) -> None:
    """The imaginary unit, pi and phases, which are left in coefficients that change flavour."""
    emitted, found = agreeing(PHASES, tmp_path, 7)
    assert {"le_1212", "ll_1222", "ee_1222"} <= found
    numbers = emitted.python.smeft({"a": 0.3, "b": 0.7, "g_X": 0.5, "M_X": 1e3})
    assert all(np.imag(numbers[name]) for name in ("le_1212", "ll_1222", "ee_1222"))


def test_functions_with_branch_cuts_have_no_complex_arguments() -> None:
    analysis = compile_text(PHASES.replace("exp(-i*b)", "log(i*b)"))
    run = Run(analysis)
    assert compile_model(run, ("python",)) is None
    assert [(item.code, item.message) for item in run.diagnostics if item.severity == "error"] == [
        ("Z404", "emitted code has no `log` of a complex number")
    ]
