"""Which signs fields can absorb, and which U(1)s may be turned into one another."""

from __future__ import annotations

import pytest
from tests.helpers.models import compile_text

from zmodel.algebra import Ring
from zmodel.derive.equivalence.kinetic import _same_pairs
from zmodel.derive.equivalence.spans import _can_be_made

S = (0, False)


@pytest.mark.parametrize(
    ("powers", "signs", "of_complex", "of_real"),
    [
        # s -> i s turns the sign of s^2 but not of s^4; a real field has no such phase.
        ((2, 4), (-1, 1), True, False),
        ((2, 4), (1, -1), False, False),
        ((1, 3), (-1, -1), True, True),
        ((1, 3), (1, -1), False, False),
        ((3, 4), (-1, 1), True, True),
    ],
)
def test_signs_of_powers(powers: tuple[int, ...], signs: tuple[int, ...], of_complex: bool, of_real: bool) -> None:
    contents = [(S,) * power for power in powers]
    assert _can_be_made(contents, signs, frozenset()) is of_complex
    assert _can_be_made(contents, signs, frozenset((0,))) is of_real


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([[1, 0, 0], [0, 1, 0], [0, 0, 1]], True),
        ([[0, 2, 0], [3, 0, 0], [0, 0, 1]], True),
        ([[0, 0, 1], [0, 1, 0], [1, 0, 0]], False),  # B and C would mix in place of A and B
        ([[1, 0, 1], [0, 1, 0], [0, 0, 1]], False),  # A and C do not mix, so that no sum of them is one of them
    ],
)
def test_pairs_that_mix(rows: list[list[int]], expected: bool) -> None:
    """Of three U(1)s two mix: each may get a factor, and those two may be exchanged."""
    groups = "\n".join(f"gauge {name} = U(1) coupling g{name}" for name in "ABC")
    model = compile_text(f"model m\n{groups}\nmixing eta (A, B)\nscalar S (A: 1, B: 2, C: 3)").model
    ring = Ring(())
    matrix = tuple(tuple(ring.constant(value) for value in row) for row in rows)
    assert _same_pairs(model, model, matrix) is expected
