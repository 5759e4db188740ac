"""Which contractions are made, and in which order."""

from __future__ import annotations

import pytest

from zmodel.groups import Irrep, Leg, RepresentationError, from_dimension_name, invariants
from zmodel.groups.wiring import SlotClass, Wiring, wirings


def vectors(signs: str) -> list[SlotClass]:
    return [SlotClass(leg, (0,), 1 if sign == "+" else -1, False) for leg, sign in enumerate(signs)]


def matrices(count: int) -> list[SlotClass]:
    return [SlotClass(leg, (slot,), 1 - 2 * slot, False) for leg in range(count) for slot in (0, 1)]


@pytest.mark.parametrize(
    ("signs", "n", "count"),
    [
        ("+-", 3, 1),
        ("+-+-", 3, 2),
        ("++", 3, 0),
        ("++", 2, 1),
        ("++++", 2, 3),
        ("+++-", 2, 3),
        ("++++++", 3, 10),
    ],
)
def test_numbers(signs: str, n: int, count: int) -> None:
    assert len(wirings(vectors(signs), n)) == count


@pytest.mark.parametrize(("count", "wanted"), [(2, 1), (3, 2), (4, 9), (5, 44)])
def test_matrices_have_no_self_contraction(count: int, wanted: int) -> None:
    """The derangements."""
    assert len(wirings(matrices(count), 5)) == wanted


def test_equivalent_indices_are_counted_once() -> None:
    up = SlotClass(0, (0, 1), 1, False)
    assert len(wirings([up, SlotClass(1, (0, 1), -1, False)], 5)) == 1
    assert len(wirings([up, *(SlotClass(leg, (0,), -1, False) for leg in (1, 2))], 5)) == 1


def test_contractions_that_vanish_by_symmetry_are_left_out() -> None:
    symmetric, antisymmetric = SlotClass(0, (0, 1), 1, False), SlotClass(1, (0, 1), -1, True)
    assert wirings([symmetric, antisymmetric], 5) == []
    pair = [SlotClass(leg, (0, 1), 1, leg == 0) for leg in (0, 1)]
    assert wirings(pair, 4) == []


def test_nearest_neighbours_come_first() -> None:
    assert wirings(vectors("-+-+"), 3)[0].components == ((0, 1), (2, 3))
    assert wirings(vectors("--++"), 3)[0].components == ((0, 3), (1, 2))
    assert wirings(vectors("++++"), 2)[0].epsilons == (((0, 0), (1, 0)), ((2, 0), (3, 0)))
    six = wirings(vectors("++++++"), 3)[0]
    assert six.epsilons == (((0, 0), (1, 0), (2, 0)), ((3, 0), (4, 0), (5, 0)))


def test_matrices_act_to_the_right() -> None:
    """eps_ijk a_i (Phi b)_j c_k is more natural than eps_ijk (Phi a)_i b_j c_k."""
    legs = [Leg(from_dimension_name(3, name), label=label) for label, name in zip("aPbc", "3833", strict=True)]
    first, _ = invariants(legs, 3)
    assert first.description == "eps_ijk a_i (P^A lambda^A)_jl b_l c_k"
    forward = wirings(matrices(3), 3)[0]
    # The lower (second) index of each matrix with the upper index of the next.
    assert forward.deltas == (((0, 1), (1, 0)), ((1, 1), (2, 0)), ((2, 1), (0, 0)))


def test_components_and_restriction() -> None:
    wiring = Wiring((((0, 0), (3, 0)), ((1, 0), (2, 0))), (((4, 0), (5, 0), (6, 0)),))
    assert wiring.components == ((0, 3), (1, 2), (4, 5, 6))
    assert wiring.restricted((1, 2)) == Wiring((((1, 0), (2, 0)),), ())
    assert wiring.restricted((4, 5, 6)).epsilons == wiring.epsilons


def test_too_many() -> None:
    with pytest.raises(RepresentationError, match="more than"):
        wirings(vectors("+-" * 8), 3)


def test_columns_of_equal_height_are_exchangeable_and_limit_epsilons() -> None:
    """[0, 2, 0] of SU(4), two antisymmetric pairs: an epsilon with more than two of its indices vanishes."""
    legs = [Leg(Irrep(4, (0, 2, 0)))] * 3
    classes = [item for position, leg in enumerate(legs) for item in leg.slot_classes(position)]
    found = wirings(classes, 4)
    assert len(found) == 62  # of 405 contractions without these two rules
    for wiring in found:
        for epsilon in wiring.epsilons:
            assert max([leg for leg, _ in epsilon].count(position) for position in range(3)) <= 2
    # tr S^3 of a traceless symmetric tensor of SO(6).
    assert len(invariants(legs, 4)) == 1
