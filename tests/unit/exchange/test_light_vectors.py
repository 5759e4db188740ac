"""Vector and axial couplings per fermion."""

from __future__ import annotations

import pytest
from tests.helpers.models import compile_text
from tests.unit.pheno.points import bosons

from zmodel.exchange.light_vectors import vector_couplings

LIGHT = """model light
use sm
gauge X = U(1) coupling gX boson X
charges X { Q = 1/3; U = 1/3; D = 1/3; L = [-1, -1, -1]; E = [-1, -1, -2] }
scalar phi (X: 1) vev v_phi/sqrt(2)
point p { gX = 0.001; v_phi = 10 GeV }
"""


def test_a_light_boson_without_mixing() -> None:
    vectors = tuple(bosons(compile_text(LIGHT), "p").values())
    (table,) = vector_couplings(vectors)
    assert table.mass == pytest.approx(0.01)
    assert list(table.fermions) == ["e", "mu", "tau", "nu_e", "nu_mu", "nu_tau", "d", "s", "b", "u", "c", "t"]
    pairs = {name: (numbers.vector, numbers.axial) for name, numbers in table.fermions.items()}
    assert pairs["e"] == pytest.approx((-1e-3, 0), abs=1e-12)
    assert pairs["tau"] == pytest.approx((-1.5e-3, 0.5e-3))
    assert pairs["nu_tau"] == pytest.approx((-1e-3, 0))
    assert pairs["t"] == pytest.approx((1e-3 / 3, 0), abs=1e-12)
    assert table.largest_change == 0


def test_couplings_that_change_flavour_are_named() -> None:
    text = LIGHT.replace("= 1/3", "= [0, 0, 1]")
    rotation = "rotation Q.down = [[1, 0, 0], [0, 3/5, 4/5], [0, -4/5, 3/5]]\n"
    (table,) = vector_couplings(tuple(bosons(compile_text(text + rotation), "p").values()))
    assert table.largest_change == pytest.approx(1e-3 * 12 / 25)
    assert table.fermions["s"].vector == pytest.approx(1e-3 * 16 / 25 / 2)
