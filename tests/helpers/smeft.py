"""Models with a heavy boson for tests of the matching, and the redundant form of what they give."""

from __future__ import annotations

import random
from collections.abc import Mapping
from fractions import Fraction

import numpy as np
import sympy as sp
from numpy.typing import NDArray
from tests.helpers.models import load

from zmodel.derive.matching import MatchingResult, derive_matching
from zmodel.diagnostics import Diagnostic
from zmodel.driver import load_model
from zmodel.model import Model
from zmodel.model.expression import Add, Constant, Expression, Function, Multiply, Name, Power
from zmodel.source import SourceFile

Array = NDArray[np.complex128]

CHARGED = ("Q", "U", "D", "L", "E")

MALAPHORIC = """
model malaphoric "B3 - L2 with kinetic mixing"
use sm
gauge X = U(1) coupling gX boson X mass M_X
mixing epsilon (Y, X)
charges X { Q = [0,0,1]; U = [0,0,1]; D = [0,0,1]; L = [0,-3,0]; E = [0,-3,0] }
fermion N[3] right (X: [0,-3,0])
scalar theta (X: 1) vev v_theta
param theta_sb : angle
rotation Q.down = [[1, 0, 0], [0, cos(theta_sb), sin(theta_sb)], [0, -sin(theta_sb), cos(theta_sb)]]
rotation Q.up   = Q.down * dag(CKM)
integrate X at M_X
point best_fit at 3 TeV { gX = 0.078; epsilon = -0.92; theta_sb = -0.17; M_X = 3 TeV; g1 = 0.357 }
"""

MALAPHORIC_VALUES = {"gX": 0.078, "epsilon": -0.92, "theta_sb": -0.17, "M_X": 3000.0, "g1": 0.357}


def resolve_text(text: str) -> Model:
    """The model of a text that must be free of errors; its physics is not tested."""
    model, diagnostics = load_model(SourceFile("test.zmodel", text), load)
    assert model is not None, [f"{d.code} {d.message}" for d in diagnostics]
    return model


def match_text(text: str) -> MatchingResult:
    """The matching of a text with one boson to integrate out."""
    results, diagnostics = derive_matching(resolve_text(text))
    assert len(results) == 1 and not diagnostics, [d.message for d in diagnostics]
    return results[0]


def matching_errors(text: str) -> tuple[Diagnostic, ...]:
    """What is wrong with the matching of a text."""
    results, diagnostics = derive_matching(resolve_text(text))
    assert not results and all(d.code == "Z402" for d in diagnostics)
    return diagnostics


def charge_lines(charges: Mapping[str, list[Fraction]], higgs: Fraction) -> str:
    """Statements that charge the fields of `use sm { except H }`, and a Higgs doublet."""
    entries = "; ".join(f"{name} = [{', '.join(map(str, values))}]" for name, values in charges.items())
    return f"charges X {{ {entries} }}\nscalar H (SU2L: 2, Y: 1/2, X: {higgs}) vev (0, v_h/sqrt(2))\n"


def boson_text(charges: Mapping[str, list[Fraction]], higgs: Fraction, mixing: str = "", more: str = "") -> str:
    """A model file with a heavy boson X of the given charges and one line of kinetic mixing."""
    return (
        "model boson\nuse sm { except H }\ngauge X = U(1) coupling gX boson X mass M_X\n"
        f"{mixing}\n{charge_lines(charges, higgs)}{more}\nintegrate X at M_X\n"
    )


def random_charges(generator: random.Random) -> tuple[dict[str, list[Fraction]], Fraction]:
    """Charges of all fields and of the Higgs doublet."""

    def draw() -> Fraction:
        return Fraction(generator.randint(-9, 9), generator.randint(1, 6))

    return {name: [draw() for _ in range(3)] for name in CHARGED}, draw()


def random_unitary(generator: np.random.Generator, size: int = 3) -> Array:
    """A unitary matrix."""
    matrix = generator.normal(size=(size, size)) + 1j * generator.normal(size=(size, size))
    return np.linalg.qr(matrix)[0].astype(np.complex128)


def to_sympy(expression: Expression) -> sp.Expr:
    """An expression for sympy; all names are real except those that begin with V, CKM, YQ or m_."""
    match expression:
        case Constant(value):
            return sp.Rational(value.numerator, value.denominator)
        case Name(name):
            return sp.Symbol(name) if name.startswith(("V", "CKM", "YQ", "m_")) else sp.Symbol(name, real=True)
        case Function("conj", argument):
            return sp.conjugate(to_sympy(argument))
        case Function(name, argument):
            return getattr(sp, name)(to_sympy(argument))
        case Add(terms):
            return sp.Add(*map(to_sympy, terms))
        case Multiply(factors):
            return sp.Mul(*map(to_sympy, factors))
        case Power(base, exponent):
            return sp.Pow(to_sympy(base), to_sympy(exponent))
