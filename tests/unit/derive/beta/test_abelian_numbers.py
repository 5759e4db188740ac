"""U(1) couplings as numbers, and heavy U(1) bosons taken out."""

from __future__ import annotations

import math
from functools import cache

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.linalg import eigh
from tests.helpers.models import compile_text

from zmodel.derive.beta.abelian_numbers import (
    above_threshold,
    below_threshold,
    coupling_numbers,
    is_fixed,
    is_positive,
    variables_of,
)
from zmodel.derive.beta.mixing import AbelianSector, abelian_sector, definitions
from zmodel.driver import check_model
from zmodel.model import Model
from zmodel.model.decouple import decoupled
from zmodel.model.expression import evaluate
from zmodel.model.model import MIXING_FORMS

COUPLINGS = st.floats(0.2, 1.5)
MIXINGS = st.floats(-0.6, 0.6)
FORMS_AND_PAIRS = [(form, "Y, X") for form in MIXING_FORMS] + [
    (form, "X, Y")
    for form in MIXING_FORMS
    if form != "dark_epsilon"  # there the first is hypercharge
]


def model(form: str, pair: str = "Y, X") -> Model:
    text = f"model m\nuse sm\ngauge X = U(1) coupling gX boson X\nmixing {form} ({pair}) as k\nscalar p (X: 1)\n"
    return compile_text(text).model


@cache
def sectors(form: str, pair: str = "Y, X") -> tuple[AbelianSector, AbelianSector]:
    """With X and without."""
    above = model(form, pair)
    analysis, _ = check_model(decoupled(above, {"X"}))
    assert analysis is not None
    return abelian_sector(above), abelian_sector(analysis.model)


def numbers(g1: float, gx: float, k: float) -> dict[str, float]:
    return {"g1": g1, "gX": gx, "k": k, "g2": 2.0}


@pytest.mark.parametrize("form", MIXING_FORMS)
@given(COUPLINGS, COUPLINGS, MIXINGS)
def test_variables_and_the_matrix(form: str, g1: float, gx: float, k: float) -> None:
    above, _ = sectors(form)
    values = numbers(g1, gx, k)
    h = coupling_numbers(above, values)
    assert variables_of(above, h, values) == pytest.approx({"g1": g1, "gX": gx, "k": k}, abs=1e-12)
    if form in ("epsilon", "epsilon_plus", "dark_epsilon"):
        known: dict[str, float] = dict(values)
        for name, expression in definitions(above):
            known[name] = float(evaluate(expression, known).real)
        assert h[0, 1] == pytest.approx(known["h[Y,X]"]) and h[0, 0] == pytest.approx(known["h[Y,Y]"])


@pytest.mark.parametrize(("form", "pair"), FORMS_AND_PAIRS)
@given(COUPLINGS, COUPLINGS, MIXINGS)
def test_the_massless_boson_is_what_is_left(form: str, pair: str, g1: float, gx: float, k: float) -> None:
    """Kinetic matrix h^-1 and a mass for X alone, diagonalised: the massless one has the coupling g1 below."""
    above, below = sectors(form, pair)
    values = numbers(g1, gx, k)
    kinetic = np.linalg.inv(coupling_numbers(above, values))
    mass = np.zeros((2, 2))
    mass[above.names.index("X"), above.names.index("X")] = 1
    squares, modes = eigh(mass, kinetic)
    massless = modes[:, 0]
    assert squares[0] == pytest.approx(0, abs=1e-12) and abs(massless[above.names.index("X")]) < 1e-9
    [found] = below_threshold(above, below, values).values()
    assert found == pytest.approx(abs(massless[above.names.index("Y")]))


def test_known_forms() -> None:
    """eta of paper A: g1^2 becomes g1^2 (1 - eta^2), as in docs/errata.md; epsilon leaves g1 as it is (paper C)."""
    values = numbers(0.4, 1.1, 0.5)
    assert below_threshold(*sectors("eta"), values) == pytest.approx({"g1": 0.4 * math.sqrt(0.75)})
    for form in ("epsilon", "epsilon_plus", "dark_epsilon", "triangular"):
        assert below_threshold(*sectors(form), values) == pytest.approx({"g1": 0.4})


@pytest.mark.parametrize("form", MIXING_FORMS)
@given(COUPLINGS, COUPLINGS, MIXINGS)
def test_up_and_down_again(form: str, g1: float, gx: float, k: float) -> None:
    above, below = sectors(form)
    low = numbers(g1, gx, k)
    high = above_threshold(below, above, low)
    assert below_threshold(above, below, {**low, **high})["g1"] == pytest.approx(g1, rel=1e-9)


def test_three_groups() -> None:
    text = """model m
use sm
gauge X = U(1) coupling gX boson X
gauge Z = U(1) coupling gZ boson Z1
mixing eta (Y, X) as k
mixing eta (X, Z) as l
mixing eta (Y, Z) as m1
scalar p (X: 1)
scalar q (Z: 1)
"""
    whole = compile_text(text).model
    rest, _ = check_model(decoupled(whole, {"X"}))
    assert rest is not None
    above, below = abelian_sector(whole), abelian_sector(rest.model)
    values = {"g1": 0.4, "gX": 0.9, "gZ": 0.7, "k": 0.3, "l": -0.2, "m1": 0.1}
    low = below_threshold(above, below, values)
    assert low.keys() == {"g1", "gZ", "m1"}
    assert above_threshold(below, above, {**values, **low}) == pytest.approx({n: values[n] for n in low}, rel=1e-9)

    # A mixing that is not given is one that vanishes.
    silent = {name: value for name, value in values.items() if name != "m1"}
    zero = {**values, "m1": 0.0}
    assert below_threshold(above, below, silent) == below_threshold(above, below, zero)
    assert above_threshold(below, above, silent) == above_threshold(below, above, zero)
    # X mixes with both, so that a mixing of theirs that is not there below is needed above: m1 = k l.
    assert above_threshold(below, above, silent)["m1"] == pytest.approx(values["k"] * values["l"])


def test_kinetic_terms_that_are_not_positive() -> None:
    with pytest.raises(ValueError, match="not positive"):
        coupling_numbers(sectors("eta")[0], numbers(0.4, 0.9, 1.5))


@pytest.mark.parametrize("form", MIXING_FORMS)
def test_where_kinetic_terms_are_positive(form: str) -> None:
    """Each point by itself; c_W is 0.8 here, and dark_epsilon is divided by it."""
    sector = sectors(form)[0]
    mixings = np.array([0.0, 0.7, -0.79, 0.81, -0.99, 1.0, -1.5, np.nan])
    found = is_positive(sector, {"g1": 0.6, "g2": 0.8, "g3": 1.0, "gX": 0.3, "k": mixings})
    if form == "triangular":
        assert found is True
        return
    limit = 0.8 if form == "dark_epsilon" else 1.0
    assert found.tolist() == [bool(abs(mixing) < limit) for mixing in mixings]
    assert [bool(is_positive(sector, {"g1": 0.6, "g2": 0.8, "k": k})) for k in (0.5, 1.0)] == [True, False]


def test_what_kinetic_terms_depend_on() -> None:
    assert is_fixed(sectors("eta")[0], {"g1", "gX"}) and not is_fixed(sectors("eta")[0], {"k"})
    assert not is_fixed(sectors("dark_epsilon")[0], {"g1"}) and is_fixed(sectors("dark_epsilon")[0], {"gX"})
    assert is_fixed(sectors("triangular")[0], {"k"})
