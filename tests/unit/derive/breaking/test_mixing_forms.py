"""Every form of kinetic mixing is a view of one coupling matrix h: the physics is the same."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import pytest
import sympy
from tests.helpers.models import MODEL_FILES, load

from zmodel.derive.breaking import derive_masses
from zmodel.derive.currents import derive_currents
from zmodel.driver import load_model
from zmodel.source import SourceFile

TEXT = """model m "m"
use sm {{ except H }}
gauge X = U(1) coupling gX boson X
mixing {form} ({order}) as k
charges X {{ Q = 1/3; U = 1/3; D = 1/3; L = [0, -3, 0]; E = [0, -3, 0] }}
scalar H (SU2L: 2, Y: 1/2, X: {higgs}) vev (0, v_h/sqrt(2))
scalar phi (X: 2) vev v_phi/sqrt(2)
"""
# Triangular: g, g', g_tilde. The others follow from h = G G^T, docs/conventions.md "Kinetic mixing".
G_PURE, G_OWN, G_TILDE, G_WEAK = 0.36, 0.5, -0.11, 0.65


def parameters(form: str) -> dict[str, float]:
    """The couplings of each form for the same h."""
    h = np.array([[G_PURE**2 + G_TILDE**2, G_TILDE * G_OWN], [G_TILDE * G_OWN, G_OWN**2]])
    inverse = np.linalg.inv(h)
    epsilon = inverse[0, 1] / np.sqrt(inverse[0, 0] * inverse[1, 1])
    inverse_form = {"g1": inverse[0, 0] ** -0.5, "gX": inverse[1, 1] ** -0.5}
    cosine = G_WEAK / np.hypot(G_WEAK, inverse_form["g1"])
    return {
        "triangular": {"g1": G_PURE, "gX": G_OWN, "k": G_TILDE},
        "eta": {"g1": h[0, 0] ** 0.5, "gX": h[1, 1] ** 0.5, "k": h[0, 1] / np.sqrt(h[0, 0] * h[1, 1])},
        "epsilon": {**inverse_form, "k": epsilon},
        "epsilon_plus": {**inverse_form, "k": -epsilon},
        "dark_epsilon": {**inverse_form, "k": epsilon * cosine},
    }[form]


def observables(form: str, order: str = "Y, X", higgs: str = "0") -> Mapping[str, float]:
    text = TEXT.format(form=form, order=order, higgs=higgs)
    model, diagnostics = load_model(SourceFile(str(MODEL_FILES / "lib" / "test.zmodel"), text), load)
    assert model is not None, diagnostics
    spectrum = derive_masses(model)
    table = derive_currents(model, spectrum)
    point = {**parameters(form), "g2": G_WEAK, "v_h": 0.246, "v_phi": 0.9}
    if order == "X, Y":
        # X keeps the pure coupling here: another triangular G for the same h.
        h = np.array([[G_PURE**2 + G_TILDE**2, G_TILDE * G_OWN], [G_TILDE * G_OWN, G_OWN**2]])
        tilde = h[0, 1] / np.sqrt(h[0, 0])
        point.update({"g1": np.sqrt(h[0, 0]), "k": tilde, "gX": np.sqrt(h[1, 1] - tilde**2)})
    angles = {angle.symbol: sympy.atan(angle.tan_double) / 2 for angle in spectrum.angles}

    def number(expression: sympy.Expr) -> float:
        full = sympy.sympify(expression).xreplace(angles)
        symbols = sorted(full.free_symbols, key=str)
        return float(sympy.lambdify(symbols, full, "numpy")(*(point[str(symbol)] for symbol in symbols)))

    rho = spectrum.rho
    assert rho is not None and rho.exact is not None
    assert rho.coupling_sin_squared is not None
    result = {
        "e": number(spectrum.unbroken[0].coupling),
        "rho": number(rho.exact),
        "s2": number(rho.sin_squared),
        "s2_h": number(rho.coupling_sin_squared),
    }
    for boson in ("W+", "Z", "Z'"):
        result[f"m2 {boson}"] = number(spectrum.boson(boson).mass_squared)
    sign = np.sign(number(table.bosons["Z'"]["E"][1]))
    for boson in ("A", "Z", "Z'"):
        for component, values in table.bosons[boson].items():
            for generation, value in enumerate(values):
                result[f"{boson} {component} {generation}"] = number(value) * (sign if boson == "Z'" else 1)
    return result


@pytest.mark.parametrize("form", ["eta", "epsilon", "epsilon_plus", "dark_epsilon"])
def test_forms_agree(form: str) -> None:
    expected = observables("triangular")
    found = observables(form)
    assert found.keys() == expected.keys()
    for key, value in expected.items():
        assert found[key] == pytest.approx(value, rel=1e-9, abs=1e-12), key


def test_forms_agree_for_a_charged_higgs() -> None:
    expected, found = observables("triangular", higgs="1/2"), observables("epsilon", higgs="1/2")
    for key, value in expected.items():
        assert found[key] == pytest.approx(value, rel=1e-9, abs=1e-12), key


def test_shift_of_the_charges_is_a_shift_of_the_mixing() -> None:
    """X -> X + a Y for all fields equals gt -> gt - a g' (paper D, App. A.1)."""
    text = TEXT.format(form="triangular", order="Y, X", higgs="0")
    shifted = text.replace("L = [0, -3, 0]; E = [0, -3, 0]", "L = [-1/4, -13/4, -1/4]; E = [-1/2, -7/2, -1/2]")
    shifted = shifted.replace("Q = 1/3; U = 1/3; D = 1/3", "Q = 5/12; U = 2/3; D = 1/6").replace("X: 0)", "X: 1/4)")
    masses = []
    for source, tilde in ((text, G_TILDE), (shifted, G_TILDE - G_OWN / 2)):
        model, _ = load_model(SourceFile(str(MODEL_FILES / "lib" / "test.zmodel"), source), load)
        assert model is not None
        spectrum = derive_masses(model)
        values = {"g1": G_PURE, "gX": G_OWN, "k": tilde, "g2": G_WEAK, "v_h": 0.246, "v_phi": 0.9}
        symbols = {s: values[str(s)] for b in spectrum.bosons if b.mass_squared for s in b.mass_squared.free_symbols}
        masses.append([float(b.mass_squared.subs(symbols)) for b in spectrum.bosons if b.mass_squared])
    np.testing.assert_allclose(masses[0], masses[1], rtol=1e-10)
