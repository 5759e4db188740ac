"""Which number of a state is which coupling."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from zmodel.model.quantities import entry_label
from zmodel.run.layout import Slot, StateLayout, is_real

ALL = tuple((i, j) for i in range(3) for j in range(3))
LAYOUT = StateLayout(
    (
        Slot("g", "gauge", (), False, (), "none", 0),
        Slot("Y", "yukawa", (3, 3), True, ((0, 0), (1, 2)), "none", 1),
        Slot("M", "fermion mass", (3, 3), False, ALL, "symmetric", 19),
        Slot("l", "quartic", (), True, (), "none", 28),
    ),
    (Slot("q", "parameter", (), False, (), "none", 30),),
)


def test_labels_and_powers() -> None:
    labels = [element.label for element in LAYOUT.elements]
    assert labels[:3] == ["g", "Y[1,1]", "Y[2,3]"] and labels[-1] == "l" and len(labels) == 13
    assert [LAYOUT.places[name].power for name in ("g", "Y[2,3]", "M[1,2]", "l", "q")] == [1, 1, 0, 2, 0]
    assert entry_label("v", (2,)) == "v[3]" and LAYOUT.inputs == 31


@given(st.dictionaries(st.sampled_from(["g", "Y[1,1]", "Y[2,3]", "M[3,3]", "l"]), st.floats(-9, 9)))
def test_numbers_come_back(values: dict[str, float]) -> None:
    states = LAYOUT.states(values, 2)
    numbers = LAYOUT.numbers(states, real=True)
    assert all(np.array_equal(numbers[name], [values.get(name, 0)] * 2) for name in numbers)
    assert is_real(numbers)


def test_complex_numbers_and_points() -> None:
    given = {"Y[2,3]": np.array([1 + 2j, 3]), "l": 1j, "q": 5, "unknown": 7}
    states = LAYOUT.states(given, 2)
    numbers = LAYOUT.numbers(states)
    assert np.array_equal(numbers["Y[2,3]"], [1 + 2j, 3]) and np.array_equal(numbers["l"], [1j, 1j])
    assert np.array_equal(states[30], [5, 5]) and not is_real(given)
    assert np.array_equal(states[1 + 2 * 5 : 3 + 2 * 5], [[1, 3], [2, 0]])  # row 2, column 3 of 3 x 3
