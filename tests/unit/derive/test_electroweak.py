"""Parts that groups play, and the electric charge from weights alone."""

from __future__ import annotations

from fractions import Fraction

import pytest
from tests.helpers.models import MODEL_FILES, load

from zmodel.derive.electroweak import (
    colour_group,
    colour_groups,
    hypercharge_group,
    touched_groups,
    vacuum_scalars,
    weak_group,
)
from zmodel.derive.unbroken import electric_charge
from zmodel.driver import load_model
from zmodel.model import Model
from zmodel.source import SourceFile


def model(text: str) -> Model:
    found, diagnostics = load_model(SourceFile(str(MODEL_FILES / "lib" / "test.zmodel"), 'model m "m"\n' + text), load)
    assert found is not None, diagnostics
    return found


def test_standard_model() -> None:
    found = model("use sm\nscalar S (SU3c: 3) vev (0, 0, 0)")
    names = [group.name for group in (weak_group(found), hypercharge_group(found), colour_group(found)) if group]
    assert names == ["SU2L", "Y", "SU3c"]
    assert [group.name for group in touched_groups(found)] == ["SU2L"]
    assert [field.name for field in vacuum_scalars(found)] == ["H"]
    assert electric_charge(found) == {("SU2L", 0): Fraction(1, 2), ("Y", 0): 1}


@pytest.mark.parametrize("charge", ["1/2", "-3", "a_H"])
def test_a_charge_of_the_higgs_under_x_leaves_t3_plus_y(charge: str) -> None:
    text = """use sm {{ except H }}
gauge X = U(1) coupling gX
param a_H : rational
scalar H (SU2L: 2, Y: 1/2, X: {}) vev (0, v)
scalar phi (X: 1) vev w"""
    assert electric_charge(model(text.format(charge))) == {("SU2L", 0): Fraction(1, 2), ("Y", 0): 1}


def test_massless_x_is_left_out_of_the_charge() -> None:
    text = "use sm { except H }\ngauge X = U(1) coupling gX\nscalar H (SU2L: 2, Y: 1/2, X: 3) vev (0, v)"
    assert electric_charge(model(text)) == {("SU2L", 0): Fraction(1, 2), ("Y", 0): 1}


def test_normalisation_and_absence() -> None:
    # A hypercharge of twice the size, and Q(E) = -1 all the same.
    text = """gauge S = SU(2) coupling g
gauge Y = U(1) coupling h
fermion L left (S: 2, Y: -1)
fermion E right (Y: -2)
scalar H (S: 2, Y: 1) vev (0, v)"""
    assert electric_charge(model(text)) == {("S", 0): Fraction(1, 2), ("Y", 0): Fraction(1, 2)}
    assert electric_charge(model(text + "\nscalar K (S: 2, Y: 1) vev (w, 0)")) is None
    assert electric_charge(model("use sm { except H }")) is None


def test_names_do_not_matter() -> None:
    text = """gauge C = SU(3) coupling a
gauge D = SU(3) coupling b
gauge R = SU(2) coupling c
gauge L = SU(2) coupling d
gauge P = U(1) coupling k
gauge Q = U(1) coupling l
fermion f left (L: 2, Q: 1/2)
fermion h right (R: 2, Q: 1/2)
scalar H (L: 2, Q: 1/2) vev (0, v)
scalar S (C: 3) vev (w, 0, 0)"""
    found = model(text)
    names = [group.name for group in (weak_group(found), hypercharge_group(found), colour_group(found)) if group]
    assert names == ["L", "Q", "D"]


QUARKS = "fermion q left (C: 3, L: 3)\nfermion u right (C: 3)"


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (QUARKS, ["C"]),  # 3-3-1: L acts on left-handed fermions alone
        ("fermion q left (C: 3)\nfermion p left (L: 3)\nfermion u right (C: 3)\nfermion v right (L: 3)", ["C", "L"]),
        ("fermion q left (L: 3, C: 3)\nfermion u right (L: 3, C: 3)\nscalar F (L: 3) vev (w, 0, 0)", ["C"]),
        ("fermion q left (C: 3, L: 3bar)\nfermion l left (L: 3)", ["C", "L"]),
        (QUARKS + "\nscalar F (C: 3) vev (w, 0, 0)", ["C"]),
    ],
)
def test_colour_among_several_su3(text: str, names: list[str]) -> None:
    """Chiral, deconstructed, horizontal; where nothing tells them apart, all of them."""
    groups = "gauge L = SU(3) coupling a\ngauge C = SU(3) coupling b\n"
    assert sorted(group.name for group in colour_groups(model(groups + text))) == names


def test_the_electron_is_the_unit() -> None:
    """E of charge -2 under T3 + Y: all charges are halved."""
    text = """gauge S = SU(2) coupling g
gauge Y = U(1) coupling h
fermion E right (Y: -2)
scalar H (S: 2, Y: 1/2) vev (0, v)"""
    assert electric_charge(model(text)) == {("S", 0): Fraction(1, 4), ("Y", 0): Fraction(1, 2)}
    # Two of them, or a charge of zero, are no unit.
    whole = {("S", 0): Fraction(1, 2), ("Y", 0): 1}
    assert electric_charge(model(text.replace("(Y: -2)", "(S: 2, Y: -2)"))) == whole
    assert electric_charge(model(text.replace("(Y: -2)", "(Y: 0)"))) == whole


def test_charges_that_depend_on_a_parameter_as_one() -> None:
    """The charge follows from quotients of polynomials, of which one is a number and one is none."""
    text = """gauge S = SU(2) coupling g
gauge Y = U(1) coupling h
gauge X = U(1) coupling k
param a : rational
scalar H (S: 2, Y: {}) vev (0, v)
scalar phi (Y: {}, X: {}) vev w"""
    found = electric_charge(model(text.format("1/2", "2*a", "3*a")))
    assert found == {("S", 0): Fraction(1, 2), ("Y", 0): 1, ("X", 0): Fraction(-2, 3)}
    assert electric_charge(model(text.format("1/2", "2*a", "3*a + 1"))) is None
