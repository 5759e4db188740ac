"""Numbers of fields from linear equations, one for each entry of a term."""

from __future__ import annotations

from fractions import Fraction

import pytest
from tests.helpers.models import compile_text

from zmodel.derive.candidates import Content, Factor
from zmodel.derive.operators.numbers import assign_numbers
from zmodel.derive.standard_model import recognise_fermions

MODEL = compile_text("model m\nuse sm\nscalar A (Y: -4)\nscalar S (Y: 2)\nscalar K real").model
ASS: Content = (Factor("A", False), Factor("S", False), Factor("S", False))
SSA: Content = (Factor("S", False), Factor("S", False), Factor("A", False))
EES: Content = (Factor("E", False), Factor("E", False), Factor("S", False))


@pytest.mark.parametrize("first", [ASS, SSA])
@pytest.mark.parametrize("is_first", [True, False])
def test_a_field_that_occurs_twice(first: Content, is_first: bool) -> None:
    """S has L = -2 from E E S, and A has L = 4 from A S S, whichever of the two terms is asked first."""
    terms = [(first, [(0, 0, 0)]), (EES, [(0, 0, 0)])]
    numbers = assign_numbers(MODEL, recognise_fermions(MODEL), terms if is_first else terms[::-1])
    found = {
        name: {f: Fraction(numbers.values[name][f, 0], numbers.scale) for f in "ASK"} for name in ("L", "L_e", "B")
    }
    lepton = {"A": 4, "S": -2, "K": 0}
    assert found == {"L": lepton, "L_e": lepton, "B": dict.fromkeys("ASK", 0)}
    assert numbers.violated(first, [(0, 0, 0)]) == numbers.violated(EES, [(0, 0, 0)]) == ()
    # The other generations of E have S break their own numbers.
    assert numbers.violated(EES, [(1, 1, 0)]) == ("L_e", "L_mu")


def test_without_terms_new_fields_have_no_numbers() -> None:
    numbers = assign_numbers(MODEL, recognise_fermions(MODEL), [])
    assert {numbers.values[name][f, 0] for name in ("B", "L", "L_mu") for f in "ASK"} == {0}
    assert Fraction(numbers.values["B"]["Q", 2], numbers.scale) == Fraction(1, 3)
    assert numbers.violated(EES, [(0, 0, 0)]) == ("L", "L_e")
