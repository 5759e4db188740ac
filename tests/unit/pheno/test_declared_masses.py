"""Masses of bosons that a point gives twice."""

from __future__ import annotations

import numpy as np
import pytest
from tests.helpers.smeft import resolve_text

from zmodel.pheno.declared_masses import check_declared_masses
from zmodel.pheno.inputs import gather_inputs, numbers

TEXT = """
model t
use sm
gauge X = U(1) coupling gX boson Zp mass M_Zp
param a : rational
scalar S (X: 2) vev v/sqrt(2)
scalar R (X: a, Y: 0) vev w*exp(i*pi/5)
scalar T (SU2L: 3, X: 1) vev (0, u, 0)
point p at 1 TeV {{ gX = 0.4; a = 3; v = 800; u = 300; {numbers} }}
"""
GIVEN = float(0.4 * np.sqrt(4 * 800**2 + 2 * 9 * 500**2))


def messages(numbers_of_point: str) -> list[str]:
    model = resolve_text(TEXT.format(numbers=numbers_of_point))
    (point,) = model.points
    found = tuple(check_declared_masses(model, point, numbers(gather_inputs(model, point))))
    assert all(item.span is not None and item.span.text == numbers_of_point.split()[-1] for item in found)
    return [f"{item.code} {item.message}" for item in found]


def test_scalars_that_leave_the_weak_group_alone_count() -> None:
    expected = f"Z516 `M_Zp` is 1000 GeV at this point, where vacuum values give {GIVEN:.6g} GeV"
    assert messages("w = 500; M_Zp = 1000") == [expected]


@pytest.mark.parametrize("text", [f"w = 500; M_Zp = {GIVEN:.0f}", "w = 500", "M_Zp = 1000"])
def test_masses_that_agree_or_are_not_given_twice(text: str) -> None:
    assert messages(text) == []
