"""Charges of singlets: the search against the parametrisation of arXiv:1905.13729."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zmodel.charges import count, dark_sector_problem, find_parameters, parametrised_charges, parametrised_solutions
from zmodel.charges import solutions as search
from zmodel.charges.dark.sector import primitive

BOUNDS = {4: 12, 5: 40, 6: 20, 7: 16, 8: 14}


def found(fermions: int, bound: int) -> set[tuple[int, ...]]:
    return {tuple(row) for chunk in search(dark_sector_problem(fermions), bound) for row in chunk.tolist()}


def is_chiral(charges: tuple[int, ...]) -> bool:
    return all(-charge not in charges for charge in charges)


@pytest.mark.parametrize("fermions", BOUNDS)
def test_every_chiral_solution_has_parameters(fermions: int) -> None:
    chiral = sorted(filter(is_chiral, found(fermions, BOUNDS[fermions])))
    assert bool(chiral) == (fermions > 4)  # two cubes are no sum of two other cubes of the same sum
    for charges in chiral:
        parameters = find_parameters(charges)
        assert parameters is not None
        assert primitive(parametrised_charges(*parameters)) == charges


@pytest.mark.parametrize(("fermions", "parameter_bound"), [(3, 3), (4, 6), (5, 6), (6, 4), (7, 3), (8, 2)])
def test_parametrised_solutions_are_found(fermions: int, parameter_bound: int) -> None:
    bound = BOUNDS.get(fermions, 10)
    inside = {c for c in parametrised_solutions(fermions, parameter_bound) if max(map(abs, c)) <= bound}
    assert inside and inside <= found(fermions, bound)


@pytest.mark.parametrize("fermions", range(1, 9))
def test_counts_agree_with_lists(fermions: int) -> None:
    assert count(dark_sector_problem(fermions), 6) == len(found(fermions, 6))


def test_smallest_chiral_sets() -> None:
    # The smallest sets of five and of six charges in the literature, see arXiv:1905.13729.
    assert set(filter(is_chiral, found(5, 9))) == {(-8, -7, 1, 5, 9)}
    assert set(filter(is_chiral, found(6, 5))) == {(-4, -4, 1, 1, 1, 5)}


@given(st.data())
def test_parametrised_charges_solve_the_equations(data: st.DataObject) -> None:
    size = data.draw(st.integers(1, 5))
    numbers = st.integers(-50, 50)
    l_charges = data.draw(st.lists(numbers, min_size=size - 1, max_size=size))
    k_charges = data.draw(st.lists(numbers, min_size=size, max_size=size))
    charges = parametrised_charges(k_charges, l_charges)
    assert len(charges) == len(k_charges) + len(l_charges) + 2
    assert sum(charges) == sum(charge**3 for charge in charges) == 0


def test_wrong_numbers_of_parameters() -> None:
    with pytest.raises(ValueError, match="as many"):
        parametrised_charges([1], [1, 2])
    with pytest.raises(ValueError, match="three"):
        next(parametrised_solutions(2, 1))
    with pytest.raises(ValueError, match="at least one"):
        dark_sector_problem(0)
