"""Ranges of overlaps: random directions lie within, and simple directions reach both ends."""

from __future__ import annotations

from fractions import Fraction
from itertools import combinations_with_replacement, product

import numpy as np
import pytest
from tests.helpers.models import compile_text

from zmodel.derive.potential.orbits import Overlap, Polynomial, directions, overlaps, value_at

GROUPS = "model m\ngauge C = SU(3) coupling g3; gauge W = SU(2) coupling g2; global F = SU(3)\n"
MODEL = compile_text(GROUPS + "scalar R (C: 3, W: 2)\nscalar B (W: 2)\nscalar D (W: 2)\nscalar S (C: 3, F: 3)").model
LEAST = {("B", "B", "W"): 1, ("D", "D", "W"): 1, ("S", "S", "CF"): 1}
"""Of purities: the reciprocal of the number of singular values; a pure state is one as a whole."""
LEAST |= {("R", "R", "C"): 2, ("R", "R", "W"): 2, ("R", "R", "CW"): 1, ("S", "S", "C"): 3, ("S", "S", "F"): 3}
FOUND = [
    overlap
    for first, second in combinations_with_replacement(MODEL.scalars, 2)
    if (first.name, second.name) != ("R", "S")  # whose joint directions are many
    for overlap in overlaps(MODEL, first, second)
    # Of one field the conjugated overlaps depend on the others: 1 minus a purity, or nothing.
    if overlap.polynomial and not (first == second and overlap.conjugate)
]


def complex_value(polynomial: Polynomial, values: dict[str, np.ndarray]) -> float:
    total = 0j
    for key, value in polynomial.items():
        total += float(value) * np.prod([np.conj(values[n][i]) if bar else values[n][i] for n, bar, i in key])
    assert abs(total.imag) < 1e-9 * abs(total) + 1e-12
    return float(total.real)


@pytest.mark.parametrize("overlap", FOUND, ids=lambda o: f"{''.join(o.fields)}-{''.join(o.groups)}-{o.conjugate}")
def test_ranges(overlap: Overlap) -> None:
    rng = np.random.default_rng(1)
    for _ in range(20):
        values = {f.name: rng.normal(size=f.dimension) + 1j * rng.normal(size=f.dimension) for f in MODEL.scalars}
        ratio = complex_value(overlap.polynomial, values) / complex_value(overlap.norms, values)
        assert float(overlap.lower) - 1e-12 <= ratio <= float(overlap.upper) + 1e-12
    own = [directions(MODEL, MODEL.field(name)) for name in dict.fromkeys(overlap.fields)]
    reached = set()
    for vectors in product(*own):
        chosen = dict(zip(dict.fromkeys(overlap.fields), vectors, strict=True))
        reached.add(value_at(overlap.polynomial, chosen) / value_at(overlap.norms, chosen))
    assert (min(reached), max(reached)) == (overlap.lower, overlap.upper)
    known = LEAST.get((*overlap.fields, "".join(overlap.groups)))
    assert overlap.lower == (Fraction(1, known) if known else 0)
    assert overlap.upper == 1


def test_overlaps_of_doublets() -> None:
    """|B^dag D|^2 and |B^T eps D|^2, each the square of a bilinear."""
    (plain, mirrored) = overlaps(MODEL, MODEL.field("B"), MODEL.field("D"))
    rng = np.random.default_rng(2)
    b, d = rng.normal(size=(2, 2)) + 1j * rng.normal(size=(2, 2))
    values = {"B": b, "D": d}
    assert complex_value(plain.polynomial, values) == pytest.approx(abs(np.vdot(b, d)) ** 2)
    assert complex_value(mirrored.polynomial, values) == pytest.approx(abs(b[0] * d[1] - b[1] * d[0]) ** 2)
    assert len(plain.root) == len(mirrored.root) == 2
