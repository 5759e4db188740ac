"""Which signs fields can absorb, and which U(1)s and parameters may be turned into one another."""

from __future__ import annotations

import pytest
from tests.helpers.models import compile_text

from zmodel.algebra import Ring
from zmodel.derive.equivalence import compare_models
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


def holds(first: str, second: str) -> bool:
    here, there = compile_text(f"model a\n{first}"), compile_text(f"model b\n{second}")
    return compare_models(here.model, here.couplings, there.model, there.couplings).holds


@pytest.mark.parametrize(
    ("charge", "expected"),
    [("a", True), ("2*a - 1", True), ("a + c", True), ("a + a^2", False), ("a + a*c", False)],
)
def test_parameters_that_charges_are_linear_in(charge: str, expected: bool) -> None:
    """b is a sum of other parameters, one of which may as well be zero; what is not linear is not looked for."""
    text = "gauge X = U(1) coupling g\nparam {} : rational\nscalar S (X: {})\nscalar T (X: 1)\nscalar V (X: 3)"
    second = text.format("a", charge).replace("scalar S", "param c : rational\nscalar S")
    assert holds(text.format("b", "b"), second) is expected


def test_parameters_in_one_u1_and_in_two() -> None:
    text = "gauge X = U(1) coupling g\ngauge Z = U(1) coupling h\nparam b : rational\nparam c : rational\n"
    text += "scalar S (X: b, Z: {})\nscalar T (X: 1, Z: 2)\nscalar V (X: 3, Z: 1)"
    assert not holds(text.format("1"), text.format("c"))
    assert not holds(text.format("c"), text.format("1"))
