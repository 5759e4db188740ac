"""From components back to couplings: weights are a dual basis, and couplings that cannot be told apart are named."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sympy import Matrix

from zmodel.derive.beta.project import DegenerateCouplings, project

ENTRIES = st.sampled_from([Fraction(0), *(Fraction(n, d) for n in (-6, -2, -1, 1, 3) for d in (1, 2))])
COLUMNS = st.lists(st.lists(ENTRIES, min_size=5, max_size=5).filter(any), min_size=1, max_size=4)


def named(columns: list[list[Fraction]]) -> dict[str, dict[int, Fraction]]:
    return {f"c{n}": {i: f for i, f in enumerate(column) if f} for n, column in enumerate(columns)}


def value(weights: tuple[tuple[int, Fraction], ...], column: Mapping[int, Fraction]) -> Fraction:
    """What a projection gives for a tensor with the components of one coupling."""
    return sum((factor * column.get(key, 0) for key, factor in weights), Fraction(0))


@given(COLUMNS)
def test_weights_give_their_coupling_and_no_other(columns: list[list[Fraction]]) -> None:
    couplings = named(columns)
    if Matrix(columns).rank() < len(columns):
        with pytest.raises(DegenerateCouplings):
            project(couplings)
        return
    found = project(couplings)
    assert list(found) == list(couplings)
    for name, weights in found.items():
        assert {other: value(weights, column) for other, column in couplings.items()} == {
            other: int(other == name) for other in couplings
        }


def test_couplings_that_are_not_apart_are_named() -> None:
    """b and c are proportional; a and d have components of their own. A conjugate is named as its coupling."""
    columns = {
        "a": {1: Fraction(1)},
        "b": {2: Fraction(2), 3: Fraction(4)},
        "c^*": {2: Fraction(1), 3: Fraction(2)},
        "d": {4: Fraction(1)},
    }
    with pytest.raises(DegenerateCouplings) as caught:
        project(columns)
    assert caught.value.names == ("b", "c")


def test_only_couplings_that_share_components_with_the_one_that_depends_are_named() -> None:
    """w and z are proportional; x is connected to them through y alone."""
    one = Fraction(1)
    columns = {"x": {1: one, 2: one}, "y": {2: one, 3: one}, "w": {3: one, 4: one}, "z": {3: one, 4: one}}
    with pytest.raises(DegenerateCouplings) as caught:
        project(columns)
    assert caught.value.names == ("y", "w", "z")


def test_three_that_depend_on_each_other() -> None:
    """No two of them are proportional, and pivots are not one."""
    columns = {
        "a": {0: Fraction(2), 1: Fraction(3)},
        "b": {1: Fraction(3), 2: Fraction(5)},
        "c": {0: Fraction(2), 1: Fraction(6), 2: Fraction(5)},
    }
    with pytest.raises(DegenerateCouplings):
        project(columns)
    columns["c"][2] = Fraction(4)
    assert value(project(columns)["c"], columns["c"]) == 1
