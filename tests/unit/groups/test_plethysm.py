"""Invariants in symmetric and antisymmetric powers, against known numbers and dimensions."""

from __future__ import annotations

from fractions import Fraction
from math import factorial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zmodel.groups import Irrep, RepresentationError, from_dimension_name, fundamental, invariant_count
from zmodel.groups.plethysm import adams_invariants, cycle_types


def invariants_of_power(irrep: Irrep, size: int, *, antisymmetric: bool = False) -> Fraction:
    """Number of invariants in a symmetric or antisymmetric power of one irrep."""
    return sum(
        (
            share * (sign if antisymmetric else 1) * adams_invariants(tuple((irrep, length) for length in lengths))
            for lengths, share, sign in cycle_types(size)
        ),
        Fraction(0),
    )


@pytest.mark.parametrize(
    ("n", "name", "size", "symmetric", "antisymmetric"),
    [
        (2, "2", 2, 0, 1),  # eps_ij
        (2, "3", 2, 1, 0),
        (2, "3", 3, 0, 1),  # eps_ABC
        (2, "5", 3, 1, 0),  # the determinant of a traceless symmetric 3 x 3 matrix
        (2, "4", 4, 1, 1),  # the discriminant of a cubic form, and eps_abcd
        (3, "3", 3, 0, 1),
        (3, "6", 3, 1, 0),  # the determinant of a symmetric matrix
        (3, "8", 3, 1, 1),  # d_ABC and f_ABC
        (3, "8", 4, 1, 0),
        (5, "24", 4, 2, 0),  # tr^2(A^2) and tr A^4
        (5, "10", 2, 0, 0),
    ],
)
def test_known_numbers_of_invariants(n: int, name: str, size: int, symmetric: int, antisymmetric: int) -> None:
    irrep = from_dimension_name(n, name)
    assert invariants_of_power(irrep, size) == symmetric
    assert invariants_of_power(irrep, size, antisymmetric=True) == antisymmetric


IRREPS = st.sampled_from([from_dimension_name(3, name) for name in ("3", "3bar", "6", "8", "10")])


@given(st.lists(IRREPS, min_size=1, max_size=4))
def test_without_powers_it_is_the_number_of_invariants_of_the_product(irreps: list[Irrep]) -> None:
    assert adams_invariants(tuple((irrep, 1) for irrep in irreps)) == invariant_count(irreps)


@given(IRREPS)
def test_the_square_is_the_sum_of_its_two_parts(irrep: Irrep) -> None:
    parts = invariants_of_power(irrep, 2) + invariants_of_power(irrep, 2, antisymmetric=True)
    assert parts == invariant_count([irrep, irrep])


@pytest.mark.parametrize("size", range(1, 7))
def test_cycle_types_cover_all_permutations(size: int) -> None:
    types = list(cycle_types(size))
    assert all(sum(lengths) == size for lengths, _, _ in types)
    assert sum(share for _, share, _ in types) == 1
    assert sum(share * sign for _, share, sign in types) == (1 if size == 1 else 0)
    assert all(factorial(size) * share % 1 == 0 for _, share, _ in types)


def test_a_product_beyond_all_measure_is_refused() -> None:
    large = Irrep(8, (3, 0, 0, 1, 0, 0, 2))
    with pytest.raises(RepresentationError, match="too large"):
        adams_invariants(((large, 2), (large, 1), (fundamental(8), 1), (large, 1)))
