"""Sums of words at a random point: entries that vanish for reasons that no single term shows."""

from __future__ import annotations

import pytest
from tests.helpers.models import compile_text

from zmodel.algebra.flavour import FlavourSum
from zmodel.algebra.letters import CONJUGATED, DAGGERED, TRANSPOSED
from zmodel.derive.beta.probe import Probe
from zmodel.derive.beta.theory import Theory, build_theory, coupling_matrix_value

CHARGED = """model test
gauge X = U(1) coupling g
fermion F[3] left (X: [0, 0, 1])
fermion G[3] right (X: [0, 1, 1])
fermion N[3] right
scalar s real
scalar t real
yukawa Y = bar(F) s G
yukawa S = N N s
yukawa T = N N t  keep (1,2) as a, (3,3) as b
"""


@pytest.fixture(scope="module")
def theory() -> Theory:
    analysis = compile_text(CHARGED)
    return build_theory(analysis.model, analysis.couplings)


@pytest.fixture(scope="module")
def probe(theory: Theory) -> Probe:
    return Probe(theory.alphabet, {coupling.name: coupling for coupling in theory.couplings})


def matrix(theory: Theory, name: str) -> FlavourSum:
    coupling = next(coupling for coupling in theory.couplings if coupling.name == name)
    return coupling_matrix_value(coupling, theory.alphabet, theory.model)


def test_entries_that_charges_forbid_are_zero(theory: Theory, probe: Probe) -> None:
    assert probe.nonzero_entries(matrix(theory, "Y")) == {(0, 0), (1, 0), (2, 1), (2, 2)}


def test_products_of_textures(theory: Theory, probe: Probe) -> None:
    y = matrix(theory, "Y")
    assert probe.nonzero_entries(y.operate(DAGGERED) * y) == {(0, 0), (1, 1), (1, 2), (2, 1), (2, 2)}


def test_charges_and_texture_cancel(theory: Theory, probe: Probe) -> None:
    y, left, right = matrix(theory, "Y"), theory.alphabet.diagonal("X", "F"), theory.alphabet.diagonal("X", "G")
    commutator = left * y + (y * right).scale(-1)
    assert commutator.terms
    assert probe.vanishes(commutator)
    assert not probe.vanishes(left * y)


def test_symmetric_matrices_are_symmetric(theory: Theory, probe: Probe) -> None:
    s = matrix(theory, "S")
    assert probe.vanishes(s + s.operate(TRANSPOSED).scale(-1))
    assert len(probe.nonzero_entries(s)) == 9


def test_kept_entries_and_traces(theory: Theory, probe: Probe) -> None:
    s, t = matrix(theory, "S"), matrix(theory, "T")
    assert probe.nonzero_entries(t) == {(0, 1), (1, 0), (2, 2)}
    assert probe.nonzero_entries((t * s.operate(DAGGERED)).trace(3)) == {(0, 0)}
    assert probe.vanishes((t * s.operate(DAGGERED)).trace(3) + (s.operate(DAGGERED) * t).trace(3).scale(-1))


def test_traces_multiply(theory: Theory, probe: Probe) -> None:
    """Two traces that are equal because of the charges are so as factors, too."""
    y, left, right = matrix(theory, "Y"), theory.alphabet.diagonal("X", "F"), theory.alphabet.diagonal("X", "G")
    conjugated = y.operate(DAGGERED)
    first, second = (left * y * conjugated).trace(3), (y * right * conjugated).trace(3)
    assert probe.vanishes(first * y + (second * y).scale(-1))
    assert probe.vanishes(first * first + (first * second).scale(-1))
    assert not probe.vanishes(first * second + first.scale(-1))


def test_entries_of_symmetric_and_antisymmetric_matrices() -> None:
    """Entries are scalars, of which no rule of words knows that they are equal or opposite."""
    text = (
        "model t\ngauge W = SU(2) coupling g\nfermion N[3] right\nfermion L[3] left (W: 2)\nscalar s\nscalar h\n"
        "yukawa S = N N s\nyukawa A = L L h"
    )
    analysis = compile_text(text)
    theory = build_theory(analysis.model, analysis.couplings)
    probe = Probe(theory.alphabet, {coupling.name: coupling for coupling in theory.couplings})
    assert {coupling.symmetry for coupling in theory.couplings} == {"symmetric", "antisymmetric"}
    for name, sign in (("S", -1), ("A", 1)):
        value = matrix(theory, name)
        assert probe.vanishes(value.element(0, 2) + value.element(2, 0).scale(sign))
        assert not probe.vanishes(value.element(0, 2) + value.element(2, 0).scale(-sign))
        assert not probe.vanishes(value.element(0, 1) + value.element(0, 2).scale(-1))
    # A^T = -A and (A Abar A)^T = -A Abar A: neither has a diagonal.
    a = matrix(theory, "A")
    off_diagonal = {(i, j) for i in range(3) for j in range(3) if i != j}
    assert probe.nonzero_entries(a) == probe.nonzero_entries(a * a.operate(DAGGERED) * a) == off_diagonal


def test_a_coupling_and_its_conjugate_are_independent(theory: Theory, probe: Probe) -> None:
    """An imaginary part does not vanish."""
    y = matrix(theory, "Y")
    difference = y + y.operate(CONJUGATED).scale(-1)
    assert probe.nonzero_entries(difference) == probe.nonzero_entries(y)
