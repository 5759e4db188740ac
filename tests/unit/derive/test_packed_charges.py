"""Charges as digits of one number."""

from __future__ import annotations

from fractions import Fraction
from itertools import combinations_with_replacement, product

import pytest
from tests.helpers.models import compile_text

from zmodel.derive.packed_charges import pack_charges

# Digits that are too short for sums would take ten of one for one of the next.
CHARGES = {
    "whole": [(10, 0), (-1, 0), (0, -1), (3, 1)],
    "fractions": [(Fraction(5, 2), 0), (Fraction(-1, 3), 0), (0, Fraction(1, 6)), (-1, Fraction(1, 2))],
    "one digit": [(7, 0), (-3, 0), (1, 0), (2, 0)],
}


@pytest.mark.parametrize("name", CHARGES)
@pytest.mark.parametrize("legs", [2, 4])
def test_sums_vanish_exactly_if_all_charges_do(name: str, legs: int) -> None:
    """All products of so many fields and conjugated fields."""
    fields = "\n".join(f"scalar S{i} (X: {x}, Z: {z})" for i, (x, z) in enumerate(CHARGES[name]))
    model = compile_text(f"model m\ngauge X = U(1) coupling gx\ngauge Z = U(1) coupling gz\n{fields}").model
    packed = pack_charges(model, legs)
    factors = list(product(range(len(CHARGES[name])), (1, -1)))
    zeros = 0
    for chosen in combinations_with_replacement(factors, legs):
        sums = [sum(sign * CHARGES[name][i][axis] for i, sign in chosen) for axis in (0, 1)]
        assert (sum(sign * packed[f"S{i}"][0] for i, sign in chosen) == 0) == (sums == [0, 0])
        zeros += sums == [0, 0]
    assert zeros


def test_only_the_groups_that_are_asked_for_count() -> None:
    model = compile_text(
        "model m\ngauge X = U(1) coupling g\nglobal Z = U(1)\nscalar S (X: 1, Z: 2)\nscalar T (X: 1)"
    ).model
    both, one = pack_charges(model, 2), pack_charges(model, 2, ["X"])
    assert both["S"] != both["T"]
    assert one["S"] == one["T"]
