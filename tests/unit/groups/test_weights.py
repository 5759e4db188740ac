"""Tensor products and numbers of invariants."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from zmodel.groups import (
    Irrep,
    RepresentationError,
    adjoint,
    from_dimension_name,
    fundamental,
    invariant_count,
    singlet,
    tensor_product,
    weights,
)


def irreps(n: int, text: str) -> list[Irrep]:
    return [from_dimension_name(n, name) for name in text.split()]


@pytest.mark.parametrize(
    ("n", "factors", "content"),
    [
        (2, "2 2", {"1": 1, "3": 1}),
        (2, "2 2 2", {"2": 2, "4": 1}),
        (3, "3 3", {"3bar": 1, "6": 1}),
        (3, "3 3bar", {"1": 1, "8": 1}),
        (3, "3 3 3", {"1": 1, "8": 2, "10": 1}),
        (3, "8 8", {"1": 1, "8": 2, "10": 1, "10bar": 1, "27": 1}),
        (3, "6 3", {"8": 1, "10": 1}),
        (5, "5bar 10", {"5": 1, "45": 1}),
        (5, "10 10", {"5bar": 1, "45bar": 1, "50": 1}),
        (5, "5bar 5bar", {"10bar": 1, "15bar": 1}),
    ],
)
def test_products(n: int, factors: str, content: dict[str, int]) -> None:
    assert {irrep.name: count for irrep, count in tensor_product(irreps(n, factors)).items()} == content


@pytest.mark.parametrize(
    ("n", "factors", "count"),
    [
        (2, "", 1),
        (2, "2", 0),
        (2, "1 1", 1),
        (2, "2 2 2 2", 2),
        (2, "2 2 3", 1),
        (2, "3 3 3 3", 3),
        (3, "8 8 8", 2),
        (3, "3 3bar 8", 1),
        (3, "3 3 3", 1),
        (3, "6 3bar 3bar", 1),
        (3, "8 8 8 8", 8),
        (3, "8 8 8 8 8", 32),
        (4, "15 15 15 15", 9),
        (5, "10 10 5", 1),
        (5, "5bar 5bar 10", 1),
        (5, "24 24 24", 2),
        (5, "10 5bar 5bar", 1),
        (5, "10 5bar 45bar", 1),
        (5, "10 10 5bar", 0),
    ],
)
def test_numbers_of_invariants(n: int, factors: str, count: int) -> None:
    assert invariant_count(irreps(n, factors)) == count


@given(st.integers(2, 4), st.data())
@settings(deadline=None)
def test_dimensions_and_indices_add_up(n: int, data: st.DataObject) -> None:
    labels = st.tuples(*[st.integers(0, 2)] * (n - 1))
    left, right = Irrep(n, data.draw(labels)), Irrep(n, data.draw(labels))
    content = tensor_product([left, right])
    assert sum(i.dimension * count for i, count in content.items()) == left.dimension * right.dimension
    total = sum(i.dynkin_index * count for i, count in content.items())
    assert total == left.dynkin_index * right.dimension + left.dimension * right.dynkin_index
    anomaly = sum(i.cubic_index * count for i, count in content.items())
    assert anomaly == left.cubic_index * right.dimension + left.dimension * right.cubic_index
    assert all(count > 0 for count in content.values())
    assert content.get(singlet(n), 0) == (left == right.conjugate)


def test_weights() -> None:
    assert weights(fundamental(3)) == {(1, 0, 0): 1, (0, 1, 0): 1, (0, 0, 1): 1}
    assert weights(adjoint(3))[1, 1, 1] == 2
    assert sum(weights(from_dimension_name(5, "75")).values()) == 75


def test_products_that_are_too_large() -> None:
    with pytest.raises(RepresentationError):
        weights(Irrep(3, (400, 400)))
    with pytest.raises(RepresentationError):
        tensor_product([Irrep(3, (60, 60))] * 4)
