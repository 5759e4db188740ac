"""Coordinates of polynomials with respect to independent ones."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st
from sympy import Matrix

from zmodel.derive.potential.quartics import _Frame
from zmodel.derive.scalar_polynomial import ScalarKey

NUMBERS = st.sampled_from([Fraction(0), *(Fraction(n, d) for n in (-3, -1, 1, 2) for d in (1, 2))])
VECTORS = st.lists(st.lists(NUMBERS, min_size=4, max_size=4), min_size=1, max_size=5)
KEYS: list[ScalarKey] = [((name, False, 0),) for name in "abcd"]


def polynomial(vector: list[Fraction]) -> dict[ScalarKey, Fraction]:
    return {key: value for key, value in zip(KEYS, vector, strict=True) if value}


@given(VECTORS, st.lists(NUMBERS, min_size=4, max_size=4))
def test_coordinates(vectors: list[list[Fraction]], wanted: list[Fraction]) -> None:
    """A frame takes what raises the rank, and writes what lies in its span as a combination of that."""
    frame = _Frame()
    chosen: list[list[Fraction]] = []
    for vector in vectors:
        is_new = Matrix([*chosen, vector]).rank() > len(chosen)
        assert frame.add(polynomial(vector)) == is_new
        chosen += [vector] if is_new else []
    found = frame.solve(polynomial(wanted))
    if Matrix([*chosen, wanted]).rank() > len(chosen):
        assert found is None
    else:
        assert found is not None
        sums = [sum((found.get(n, 0) * v[i] for n, v in enumerate(chosen)), Fraction(0)) for i in range(4)]
        assert sums == wanted
