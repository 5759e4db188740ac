"""Numbers in place of parameters."""

from __future__ import annotations

from fractions import Fraction

from tests.helpers.resolving import resolve_text

from zmodel.model.substitute import point_parameters, substitute_parameters

TEXT = """\
model m
gauge X = U(1)
param a, b
fermion N[2] left (X: [a - b, b])
fermion P left (X: a - 1)
point p { a = 1; b = 0.5; g_X = 0.3 }
"""


def test_parameters_are_replaced_in_charges() -> None:
    model = resolve_text(TEXT)
    fixed = substitute_parameters(model, {"a": Fraction(2), "b": Fraction(1, 2)})
    assert [fixed.ring.format(fixed.charge("N", "X", g)) for g in range(2)] == ["3/2", "1/2"]
    assert fixed.charge("P", "X") == 1


def test_charges_that_become_zero_are_left_out() -> None:
    fixed = substitute_parameters(resolve_text(TEXT), {"a": Fraction(1)})
    assert "X" not in fixed.field("P").charges
    assert fixed.ring.format(fixed.charge("N", "X")) == "-b + 1"


def test_a_point_gives_its_exact_values_of_charge_parameters() -> None:
    model = resolve_text(TEXT)
    assert point_parameters(model, model.points[0]) == {"a": Fraction(1), "b": Fraction(1, 2)}
