"""Phases that protect terms: the lattice of declared terms, and the symmetries it stands for."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.helpers.models import compile_text

from zmodel.derive.beta.rephasing import Lattice, Rephasing

VECTORS = st.lists(st.tuples(*[st.integers(-3, 3)] * 3), min_size=1, max_size=4)
PHASES = [Fraction(i, 24) for i in range(24)]


@given(VECTORS, st.lists(st.integers(-3, 3), min_size=4, max_size=4))
def test_combinations_are_in_the_lattice(vectors: list[tuple[int, ...]], factors: list[int]) -> None:
    lattice = Lattice()
    for vector in vectors:
        lattice.add(vector)
    combination = tuple(sum(f * v[i] for f, v in zip(factors, vectors, strict=False)) for i in range(3))
    assert combination in lattice


@given(st.tuples(*[st.integers(-2, 2)] * 2), st.tuples(*[st.integers(-2, 2)] * 2), st.tuples(*[st.integers(-4, 4)] * 2))
def test_what_is_not_in_the_lattice_is_no_combination(
    first: tuple[int, ...], second: tuple[int, ...], wanted: tuple[int, ...]
) -> None:
    lattice = Lattice()
    lattice.add(first)
    lattice.add(second)
    # With entries as small as these every solution has a small representative.
    combinations = {
        tuple(m * a + n * b for a, b in zip(first, second, strict=True)) for m in range(-24, 25) for n in range(-24, 25)
    }
    assert (wanted in lattice) == (wanted in combinations)


def rephasing(text: str) -> Rephasing:
    analysis = compile_text("model test\n" + text)
    return Rephasing(analysis.model, analysis.couplings.couplings.values())


DOUBLETS = "gauge W = SU(2) coupling g\nscalar A (W: 2)\nscalar B (W: 2)\n"


@pytest.mark.parametrize(
    ("term", "one_each", "two_each"),
    [
        ("(dag(A) A) (dag(B) B)", False, False),
        ("(dag(A) B)^2", False, True),  # a parity is left
        ("(dag(A) A) (dag(A) B)", True, True),
    ],
)
def test_phases_of_two_doublets(term: str, one_each: bool, two_each: bool) -> None:
    symmetry = rephasing(DOUBLETS + f"potential {{ l = {term} }}")
    pair = [("A", 0, True), ("B", 0, False)]
    assert symmetry.allows(pair) == one_each
    assert symmetry.allows(pair * 2) == two_each


def test_real_fields_have_a_sign() -> None:
    symmetry = rephasing("scalar s real\nscalar t real\npotential { l = s^3 t }")
    assert symmetry.allows([("s", 0, False), ("t", 0, False)])
    assert symmetry.allows([("s", 0, False)] * 2)
    assert not symmetry.allows([("s", 0, False)])


def test_generations_have_phases_of_their_own() -> None:
    text = "fermion N[3] right\nscalar s real\nyukawa Y = N N s  keep (1,2) as a, (3,3) as b"
    symmetry = rephasing(text)
    coupling = compile_text("model test\n" + text).couplings.couplings["Y"]
    allowed = {indices for indices in coupling.texture if symmetry.allows_entry(coupling, indices)}
    assert allowed == {(0, 1), (1, 0), (2, 2)}
