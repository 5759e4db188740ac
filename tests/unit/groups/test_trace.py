"""tr(...) of a product of matrices, group by group."""

from __future__ import annotations

from fractions import Fraction
from itertools import product

import pytest

from zmodel.groups import (
    Irrep,
    Leg,
    RepresentationError,
    adjoint,
    antifundamental,
    basis,
    cyclic_pairing,
    fundamental,
    invariants,
    singlet,
    symmetric,
)


def bifundamental(n: int, pattern: str) -> tuple[list[Leg], list[Leg]]:
    """Legs S and s = dag(S) in the group of the rows (fundamental) and of the columns (antifundamental)."""
    rows = [Leg(fundamental(n), letter == "s", "S", row=True) for letter in pattern]
    columns = [Leg(antifundamental(n), letter == "s", "S", row=False) for letter in pattern]
    return rows, columns


def test_pairing_of_bifundamentals() -> None:
    rows, columns = bifundamental(3, "sSsS")
    assert cyclic_pairing(rows) == ((0, 1), (2, 3))
    assert cyclic_pairing(columns) == ((1, 2), (3, 0))
    rows, columns = bifundamental(3, "SsSs")
    assert cyclic_pairing(rows) == ((1, 2), (3, 0))
    assert cyclic_pairing(columns) == ((0, 1), (2, 3))


@pytest.mark.parametrize("n", [2, 3])
def test_trace_of_four_bifundamentals(n: int) -> None:
    """tr(S^dag S S^dag S) = S*_ia S_ib S*_jb S_ja."""
    rows, columns = bifundamental(n, "sSsS")
    (left,) = invariants(rows, n, cyclic=True)
    (right,) = invariants(columns, n, cyclic=True)
    assert left.tensor == {(i, i, j, j): 1 for i, j in product(range(n), repeat=2)}
    assert right.tensor == {(a, b, b, a): 1 for a, b in product(range(n), repeat=2)}
    assert left.name == "trace"
    assert left.description == "tr(dag(S) S dag(S) S)"


def test_trace_of_two_doublet_indices() -> None:
    """A bidoublet has an upper index on both sides, as SU(2) has no 2bar; dag makes the trace invariant."""
    legs = [Leg(fundamental(2), True, "Phi", row=False), Leg(fundamental(2), False, "Phi", row=False)]
    (item,) = invariants(legs, 2, cyclic=True)
    assert item.tensor == {(0, 0): 1, (1, 1): 1}


@pytest.mark.parametrize("row", [True, False])
def test_trace_with_tilde(row: bool) -> None:
    """tr(dag(tilde(Phi)) Phi) with tilde(Phi) = eps Phi* eps^T: eps_ij Phi_j in each group, so 2 det(Phi)."""
    legs = [
        Leg(fundamental(2), False, "Phi", tilde=True, row=row),
        Leg(fundamental(2), False, "Phi", row=row),
    ]
    (item,) = invariants(legs, 2, cyclic=True)
    # tilde(Phi)*_i = eps_ij Phi_j, so that the contraction with Phi_i is eps_ij Phi_j Phi_i.
    assert item.tensor == {(1, 0): 1, (0, 1): -1}
    assert item.description == "tr(dag(tilde(Phi)) Phi)"


@pytest.mark.parametrize("n", [2, 3])
@pytest.mark.parametrize("conjugated", [(False, False), (True, False), (True, False, True, False), (False,) * 3])
def test_trace_of_adjoints(n: int, conjugated: tuple[bool, ...]) -> None:
    """The literal trace of the matrices phi^A lambda^A, so tr(Phi Phi) = 2 phi^A phi^A."""
    legs = [Leg(adjoint(n), flag, "Phi") for flag in conjugated]
    found = invariants(legs, n, cyclic=True)
    tensors = basis(adjoint(n)).tensors
    expected = {}
    for components in product(range(n**2 - 1), repeat=len(legs)):
        product_matrix = {(i, i): Fraction(1) for i in range(n)}
        for component, flag in zip(components, conjugated, strict=True):
            step: dict[tuple[int, int], Fraction] = {}
            for (i, j), x in product_matrix.items():
                for (a, b), y in tensors[component].items():
                    row, column = (b, a) if flag else (a, b)
                    if j == row:
                        step[i, column] = step.get((i, column), Fraction(0)) + x * y
            product_matrix = step
        value = sum((x for (i, j), x in product_matrix.items() if i == j), Fraction(0))
        if value:
            expected[components] = value
    assert found[0].tensor == expected


def test_trace_of_two_adjoints_is_twice_the_sum() -> None:
    legs = [Leg(adjoint(3)), Leg(adjoint(3))]
    (pair,) = invariants(legs, 3)
    (trace,) = invariants(legs, 3, cyclic=True)
    assert trace.tensor == {index: 2 * value for index, value in pair.tensor.items()}


def test_bifundamentals_around_an_adjoint() -> None:
    """tr(dag(S) Phi S) in the group of the rows of S is S*_i Phi_ij S_j; in that of its columns S*_a S_a."""
    rows = [Leg(fundamental(3), True), Leg(adjoint(3)), Leg(fundamental(3))]
    (item,) = invariants(rows, 3, cyclic=True)
    (expected,) = invariants(rows, 3)
    assert item.tensor == expected.tensor
    assert cyclic_pairing(rows) == ((0, 1), (1, 2))


def test_symmetric_tensors() -> None:
    """tr(S S^dag S S^dag) of 6 of SU(3) is invariant."""
    legs = [Leg(symmetric(3), flag) for flag in (False, True, False, True)]
    (item,) = invariants(legs, 3, cyclic=True)
    assert item.tensor in [other.tensor for other in invariants(legs, 3)]


def test_singlets_are_passed_over() -> None:
    one, scalar = Leg(adjoint(2), label="Phi"), Leg(singlet(2), label="s")
    (item,) = invariants([one, scalar, one], 2, cyclic=True)
    (plain,) = invariants([one, one], 2, cyclic=True)
    assert item.tensor == {(a, 0, b): value for (a, b), value in plain.tensor.items()}
    assert invariants([scalar, scalar], 2, cyclic=True)[0].tensor == {(0, 0): 1}


def test_traces_that_are_not_invariant() -> None:
    assert invariants([Leg(adjoint(3))], 3, cyclic=True) == ()
    # tr(S S) with rows in the 3 and columns in the 3 of one group: upper meets upper.
    upper = [Leg(fundamental(3), row=False), Leg(fundamental(3), row=True)]
    assert invariants(upper, 3, cyclic=True) == ()


def test_traces_that_are_not_products_of_matrices() -> None:
    rows, _ = bifundamental(3, "SS")
    with pytest.raises(RepresentationError, match="product of matrices"):
        cyclic_pairing(rows)
    with pytest.raises(RepresentationError, match="product of matrices"):
        invariants(rows[:1], 3, cyclic=True)
    with pytest.raises(RepresentationError, match="not a matrix"):
        invariants([Leg(Irrep(3, (3, 0)))] * 2, 3, cyclic=True)
