"""Emitted masses and widths against numerical diagonalisation, in Python and C."""

from __future__ import annotations

import ctypes
import subprocess
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import sympy
from tests.helpers.emitted import STRICT, import_module
from tests.helpers.models import compile_file
from tests.unit.pheno.points import bosons

from zmodel.derive.beta.loops import LoopOrders
from zmodel.derive.breaking import derive_masses
from zmodel.driver import Run, compile_model
from zmodel.emit.kernel.from_sympy import UnprintableError, sympy_node
from zmodel.emit.kernel.graph import Graph
from zmodel.pheno.decays import decays_of
from zmodel.pheno.inputs import gather_inputs, numbers

POINTS: Mapping[str, dict[str, float]] = {
    "paper_d/mu_tau": {"X_N": 1.0, "gX": 0.01, "epsilon": 0.03, "m_X": 30.0},
    "paper_d/b_3mu": {"gX": 1e-3, "epsilon": 1e-2, "m_X": 0.7},
    "paper_b/accidental": {"a_e": 0.59, "a_mu": 1.0, "a_tau": 0.0, "a_Y": 0.87, "gX": 0.9, "v_Phi": 3000.0},
    "paper_a/bm2": {"g4": 0.97, "eta": 0.1, "v_phi": 46000.0},
}


def emitted(path: str, folder: Path, target: str) -> dict[str, str]:
    run = Run(compile_file(path), LoopOrders.up_to(1))
    files = compile_model(run, ("python",) if target == "python" else ("c",))
    assert files is not None, run.diagnostics
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")
    return files


def in_c(path: str, folder: Path) -> Callable[[Mapping[str, float]], dict[str, float]]:
    """The emitted C function by names, from a shared library."""
    name = Path(path).name
    emitted(path, folder, "c")
    library = folder / f"{name}.so"
    command = ["gcc", *STRICT, "-O1", "-shared", "-fPIC", "-o", str(library), str(folder / f"{name}.c"), "-lm"]
    subprocess.run(command, check=True)
    code = ctypes.CDLL(str(library))

    def names(which: str) -> list[str]:
        table = (ctypes.c_char_p * 1000).in_dll(code, f"{name}_observables_{which}")
        found = []
        for entry in table:
            if entry is None:
                return found
            found.append(entry.decode())
        raise AssertionError("no end")

    inputs, outputs = names("inputs"), names("names")

    def call(values: Mapping[str, float]) -> dict[str, float]:
        out = (ctypes.c_double * len(outputs))()
        getattr(code, f"{name}_observables")((ctypes.c_double * len(inputs))(*(values[n] for n in inputs)), out)
        return dict(zip(outputs, out, strict=True))

    return call


def expected(path: str, values: Mapping[str, float]) -> dict[str, float]:
    """By diagonalisation of matrices, fermions without mass terms alone."""
    boson = bosons(compile_file(path), None, dict(values))["Z'"]
    heavy = {"QL4.up", "QL4.down", "N"} if path != "paper_a/bm2" else set()
    fermions = {name: f for name, f in boson.fermions.items() if name not in heavy}
    decays = decays_of(replace(boson, fermions=fermions, scalars=()))
    result = {"M(Z')": boson.mass, "Gamma(Z')": decays.width}
    result |= {f"BR(Z' -> {c.name})": c.width / decays.width for c in decays.channels}
    return result | {"BR(Z' -> invisible)": sum(c.width for c in decays.channels if c.invisible) / decays.width}


def all_values(path: str) -> dict[str, float]:
    model = compile_file(path).model
    measured = numbers(gather_inputs(model, None, derive_masses(model).masses))
    return {name: float(v.real) for name, v in measured.items() if not name.startswith("CKM")} | POINTS[path]


def check(found: Mapping[str, float], path: str) -> None:
    wanted = expected(path, POINTS[path])
    assert set(wanted) <= set(found)
    for name, value in found.items():
        assert value == pytest.approx(wanted.get(name, 0.0), rel=1e-6, abs=1e-12), name


@pytest.mark.parametrize("path", POINTS)
def test_python(path: str, tmp_path: Path) -> None:
    name = Path(path).name
    emitted(path, tmp_path, "python")
    module = import_module(tmp_path / f"{name}.py")
    values = all_values(path)
    check(module.observables(values), path)
    with pytest.raises(KeyError, match="no value for g1"):
        module.observables({n: v for n, v in values.items() if n != "g1"})
    # Many points at once.
    several = module.observables({n: np.array([v, v]) for n, v in values.items()})
    assert several["Gamma(Z')"].shape == (2,)


@pytest.mark.parametrize("path", POINTS)
def test_c(path: str, tmp_path: Path) -> None:
    check(in_c(path, tmp_path)(all_values(path)), path)


def test_models_without_such_a_boson(tmp_path: Path) -> None:
    emitted("lib/sm", tmp_path, "python")
    module = import_module(tmp_path / "sm.py")
    with pytest.raises(ValueError, match="no massive neutral boson"):
        module.observables({})


def test_expressions() -> None:
    x, y = sympy.symbols("x y", real=True)
    graph = Graph()
    nodes = {"x": graph.input("x"), "y": graph.input("y")}
    sympy_node(graph, sympy.Abs(x) + sympy.sqrt(y) / (1 + x) ** 2 - sympy.atan(x * y), nodes)
    for expression in (sympy.gamma(x), x ** sympy.Rational(1, 3), sympy.Symbol("z")):
        with pytest.raises(UnprintableError):
            sympy_node(graph, expression, nodes)
