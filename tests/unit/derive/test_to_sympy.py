"""Expressions, charges and rotations in sympy."""

from __future__ import annotations

import sympy
from tests.helpers.models import MODEL_FILES, load

from zmodel.derive.rotations import Part, component_word
from zmodel.derive.to_sympy import known_matrix, model_symbols, phases_split, polynomial_to_sympy, to_sympy, word_matrix
from zmodel.driver import load_model
from zmodel.model import Model
from zmodel.model.expression import evaluate
from zmodel.source import SourceFile

TEXT = """model m "m"
use sm
gauge X = U(1) coupling gX boson X mass M_X
mixing epsilon (Y, X)
param a, b : rational
param t : angle
param z : complex
charges X { Q = [a/3, -b^2, a*b - 1] }
fermion N right (X: ?n)
scalar S (X: 1) vev exp(i*t)*v*sqrt(2)*(1 + cos(t)^2)/3
rotation Q.down = [[1, 0, 0], [0, cos(t), sin(t)], [0, -sin(t), cos(t)]]
rotation Q.up = Q.down * dag(CKM)
"""


def model() -> Model:
    found, diagnostics = load_model(SourceFile(str(MODEL_FILES / "lib" / "test.zmodel"), TEXT), load)
    assert found is not None, diagnostics
    return found


def test_assumptions() -> None:
    symbols = model_symbols(model())
    assert all(symbols[name].is_positive for name in ("g1", "g2", "g3", "gX", "v", "v_h", "M_X"))
    assert all(symbols[name].is_real and symbols[name].is_positive is None for name in ("a", "t", "epsilon", "?n"))
    assert symbols["z"].is_real is None


def test_expressions_keep_their_value() -> None:
    found = model()
    symbols = model_symbols(found)
    (vev,) = found.field("S").vev
    value = complex(to_sympy(vev, symbols).subs({symbols["v"]: 0.7, symbols["t"]: 0.3}))
    assert abs(value - complex(evaluate(vev, {"v": 0.7, "t": 0.3}))) < 1e-14


def test_charges() -> None:
    found = model()
    symbols = model_symbols(found)
    a, b = symbols["a"], symbols["b"]
    charges = [polynomial_to_sympy(found.charge("Q", "X", i), found.ring, symbols) for i in range(3)]
    assert charges == [a / 3, -(b**2), a * b - 1]
    assert polynomial_to_sympy(found.charge("N", "X"), found.ring, symbols) == symbols["?n"]
    assert polynomial_to_sympy(found.ring.zero, found.ring, symbols) == 0


def test_rotations() -> None:
    found = model()
    symbols = model_symbols(found)
    down, up = (
        word_matrix(component_word(found, (Part("Q", component, 1),), "CKM"), 3, symbols)
        for component in ("down", "up")
    )
    assert sympy.simplify(down * down.T) == sympy.eye(3)
    assert up == down * known_matrix("CKM").H
    assert [str(entry) for entry in known_matrix("CKM")] == [f"CKM[{i},{j}]" for i in (1, 2, 3) for j in (1, 2, 3)]


def test_real_and_imaginary_parts_of_phases() -> None:
    a, b, c = sympy.Symbol("a", real=True), sympy.Symbol("b", real=True), sympy.Symbol("c", complex=True)
    split = phases_split(2 * sympy.exp(a - 2 * sympy.I * b) + sympy.exp(a) + sympy.exp(sympy.sqrt(sympy.I * c)))
    expected = 2 * sympy.exp(a) * (sympy.cos(2 * b) - sympy.I * sympy.sin(2 * b)) + sympy.exp(a)
    assert split == expected + sympy.exp(sympy.sqrt(sympy.I * c))
    assert phases_split(sympy.exp(sympy.I * (a + b))) == sympy.cos(a + b) + sympy.I * sympy.sin(a + b)
