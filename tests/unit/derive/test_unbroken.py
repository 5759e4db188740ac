"""The electric charge in models without a weak SU(2)."""

from __future__ import annotations

from fractions import Fraction

import pytest
from tests.helpers.model_331 import MODEL_331
from tests.helpers.models import compile_text

from zmodel.derive.breaking import derive_masses
from zmodel.derive.unbroken import electric_charge, unbroken_charges
from zmodel.driver import Analysis

QED = """
gauge SU3c = SU(3) coupling g3 boson G
gauge Q = U(1) coupling e boson B
fermion qL[2] left (SU3c: 3, Q: 2/3)
fermion qR[2] right (SU3c: 3, Q: 2/3)
fermion n right
scalar S real vev v_s
scalar P (SU3c: 3, Q: 2/3)
mass mq = bar(qL) qR
mass mn = n n
yukawa y = bar(qL) qR S
"""
TRIPLETS = "gauge L = SU(3) coupling g boson W\ngauge N = U(1) coupling k boson B\n"
DECONSTRUCTED = """
gauge A = SU(3) coupling ga
gauge B = SU(3) coupling gb
gauge Q = U(1) coupling e
fermion q left (A: 3, Q: 2/3)
fermion p right (B: 3, Q: 2/3)
fermion o left (A: 8)
scalar S (A: 3, B: 3bar) vev (v,0,0, 0,v,0, 0,0,v)
yukawa y = bar(q) S p
mass k = o o
"""
GRAND = f"""
gauge G = SU(5) coupling g
scalar S real (G: 24) vev ({"0, " * 22}w, sqrt(3/5)*w)
scalar H (G: 5) vev (0, 0, 0, 0, v)
"""
BROKEN = """
gauge C = SU(3) coupling g3
gauge X = U(1) coupling gX
fermion a[2] left (C: 3, X: 1)
fermion b[2] right (C: 3)
fermion n left (X: 1)
fermion s right
scalar S (X: 1) vev v
scalar t (C: 3)
scalar u (C: 3bar)
yukawa y = bar(a) b S
yukawa z = bar(n) s S
mass m = s s
potential { mS = dag(S) S; mt = dag(t) t; mu = dag(u) u; mx = t u }
"""
SEVERAL = """
gauge X = U(1) coupling gX
gauge Y = U(1) coupling gY
fermion a left (X: 1)
fermion b right (X: 1)
fermion c[2] left (Y: [1, 2])
fermion d[2] right (Y: [1, 2])
fermion n left
mass m = bar(a) b
mass M = bar(c) d
mass k = n n
"""


def analysis(text: str) -> Analysis:
    return compile_text(f"model m\n{text}")


# ------------------------------------------------------------------ the electric charge
@pytest.mark.parametrize(
    ("text", "charge"),
    [
        (QED, {("Q", 0): 1}),
        (MODEL_331, {("SU3L", 0): Fraction(1, 2), ("SU3L", 1): Fraction(-1, 6), ("N", 0): 1}),
        # SU(2) x U(1) is left, and its T3 is no charge.
        (TRIPLETS + "scalar c (L: 3, N: -1/3) vev (0, 0, u)", {("N", 0): 1, ("L", 1): Fraction(-1, 6)}),
        (DECONSTRUCTED, {("Q", 0): 1}),
        (GRAND, {("G", 2): 1}),
        (BROKEN, None),
        (SEVERAL, None),
        ("gauge X = U(1) coupling g\nparam a : rational\nscalar S (X: a)", {("X", 0): 1}),
        ("gauge X = U(1) coupling g\ngauge Y = U(1) coupling h mass M", {("X", 0): 1}),
        ("gauge X = U(1) coupling g mass M", None),
    ],
)
def test_electric_charge(text: str, charge: dict[tuple[str, int], Fraction] | None) -> None:
    assert electric_charge(analysis(text).model) == charge


@pytest.mark.parametrize(("text", "number"), [(QED, 1), (MODEL_331, 1), (DECONSTRUCTED, 3), (GRAND, 3), (BROKEN, 0)])
def test_number_of_unbroken_charges(text: str, number: int) -> None:
    """Those of an unbroken group that is part of broken ones are among them."""
    assert len(unbroken_charges(analysis(text).model)) == number


def test_gauge_bosons_have_charges_in_the_units_of_the_electric_charge() -> None:
    found = derive_masses(analysis(QED).model)
    assert [(boson.name, boson.charge) for boson in found.bosons] == [("B", 0), ("G", 0)]
    found = derive_masses(analysis(GRAND).model)
    (charge,) = found.unbroken
    assert set(charge.generator) == {"G15"}
    # Leptoquarks, and the W: in units of the quarks' charge 1/3.
    assert [abs(found.boson(name).charge or 0) for name in ("G12", "G14", "G15'", "G45")] == [0, 4, 1, 3]
