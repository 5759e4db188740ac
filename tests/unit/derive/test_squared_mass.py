"""M^2 of scalars, however their mass terms are written."""

from __future__ import annotations

from fractions import Fraction

import pytest
from tests.helpers.models import compile_text

from zmodel.derive.squared_mass import SquaredMass, squared_mass


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # V = M^2 S^2/2 and M^2 S^* S; what is not hermitian has its conjugate beside it.
        ("scalar S real\npotential { a = 1/2 S^2 }", (("a", 1),)),
        ("scalar S real\nscalar T real\npotential { a = S^2 + T^2; b = S^2 }", (("a", 2), ("b", 2))),
        ("scalar S\npotential { a = 1/4 dag(S) S }", (("a", Fraction(1, 4)),)),
        ("scalar S\nscalar T\npotential { a = dag(S) S + dag(S) T }", (("a", 2),)),
        ("scalar S real (SU2L: 3)\npotential { a = S S }", (("a", 2),)),
        ("scalar S (SU3c: 6, Y: 1)\npotential { a = -2/3 dag(S) S }", (("a", Fraction(-2, 3)),)),
        # No mass terms that keep the components together, or of another field.
        ("scalar S\nscalar T\npotential { a = S S; b = dag(T) T; c = (dag(S) S)^2; d = dag(S) T }", ()),
    ],
)  # fmt: skip
def test_squared_masses(text: str, expected: SquaredMass) -> None:
    analysis = compile_text(f"model m\nuse sm {{ except Yu, Yd, Ye }}\n{text}")
    model = analysis.model
    assert squared_mass(model, model.field("S"), analysis.couplings.couplings) == expected
