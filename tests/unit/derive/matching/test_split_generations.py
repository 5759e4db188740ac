"""Generations that are fields of their own, with a line for each coupling, give what one field with a matrix gives."""

from __future__ import annotations

from itertools import product

import numpy as np
import pytest
from tests.helpers.smeft import resolve_text

from zmodel.derive.matching import derive_matching
from zmodel.derive.wcxf import evaluate_matching

SPLIT = """
fermion Q12[2] left (SU3c: 3, SU2L: 2, Y: 1/6)
fermion Q3 left (SU3c: 3, SU2L: 2, Y: 1/6)
fermion U1 right (SU3c: 3, Y: 2/3)
fermion U23[2] right (SU3c: 3, Y: 2/3)
yukawa Ya = bar(Q12) tilde(H) U1
yukawa Yb = bar(Q12) tilde(H) U23
yukawa Yc = bar(Q3) tilde(H) U1
yukawa Yd = bar(U23) dag(tilde(H)) Q3
"""

HEAVY = {
    "singlet": (
        "fermion FL left (SU3c: 3, Y: 2/3)\nfermion FR right (SU3c: 3, Y: 2/3)\nmass m = bar(FL) FR\n"
        "integrate FL at M\n",
        "yukawa y = bar(Q) tilde(H) FR\n",
        "yukawa y12 = bar(Q12) tilde(H) FR\nyukawa y3 = bar(Q3) tilde(H) FR\n",
    ),
    "triplet": ("scalar S real (SU2L: 3)\npotential { k = dag(H) S H; m2 = 1/2 S S }\nintegrate S at M\n", "", ""),
    "doublet": (
        "scalar S (SU2L: 2, Y: 1/2)\npotential { k = dag(S) H dag(H) H; m2 = dag(S) S }\nintegrate S at M\n",
        "yukawa y = bar(Q) tilde(S) U\n",
        "yukawa y1 = bar(Q12) tilde(S) U1\nyukawa y2 = bar(Q3) tilde(S) U1\n"
        "yukawa y3 = bar(U23) dag(tilde(S)) Q12\nyukawa y4 = bar(Q3) tilde(S) U23\n",
    ),
}


@pytest.mark.parametrize("case", HEAVY)
def test_split_generations(case: str) -> None:
    heavy, whole, split = HEAVY[case]
    rng = np.random.default_rng(5)
    entries = {(i, j): complex(*rng.normal(size=2)) for i, j in product((1, 2, 3), repeat=2)}
    more = {(i, j): complex(*rng.normal(size=2)) for i, j in product((1, 2, 3), repeat=2)}
    vector = [complex(*rng.normal(size=2)) for _ in range(3)]
    common = {"m": 2.0, "m2": 3.0, "k": 0.7, "lambda": 0.4, "M": 1.0}

    def coefficients(text: str, values: dict[str, complex]) -> dict[str, complex]:
        results, diagnostics = derive_matching(resolve_text(text))
        assert not diagnostics, [d.message for d in diagnostics]
        return {name: value for name, value in evaluate_matching(results, {**common, **values}).items() if value}

    one = {f"Yu[{i},{j}]": value for (i, j), value in entries.items()}
    one |= {f"y[{i},{j}]": value for (i, j), value in more.items()} | {f"y[{i + 1}]": vector[i] for i in range(3)}
    several = {f"Ya[{i}]": entries[i, 1] for i in (1, 2)} | {"Yc": entries[3, 1]}
    several |= {f"Yb[{i},{j - 1}]": entries[i, j] for i, j in product((1, 2), (2, 3))}
    several |= {f"Yd[{j - 1}]": entries[3, j].conjugate() for j in (2, 3)}
    if case == "singlet":
        several |= {"y12[1]": vector[0], "y12[2]": vector[1], "y3": vector[2]}
    else:
        several |= {f"y1[{i}]": more[i, 1] for i in (1, 2)} | {"y2": more[3, 1]}
        several |= {f"y3[{j - 1},{i}]": more[i, j].conjugate() for i, j in product((1, 2), (2, 3))}
        several |= {f"y4[{j - 1}]": more[3, j] for j in (2, 3)}
    start = "model t\nuse sm { except %s }\nparam M : real\n"
    expected = coefficients(start % "Yd, Ye" + whole + heavy, one)
    found = coefficients(start % "Q, U, Ye" + SPLIT + split + heavy, several)
    assert sum(name.startswith("uphi") for name in expected) == 9
    assert found == pytest.approx(expected)
