"""Numbers and names of SU(n) irreps, against R. Slansky, Phys. Rept. 79 (1981) 1, and against weights."""

from __future__ import annotations

from contextlib import suppress
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zmodel.groups import (
    Irrep,
    RepresentationError,
    adjoint,
    antifundamental,
    antisymmetric,
    from_dimension_name,
    fundamental,
    singlet,
    symmetric,
    weights,
)
from zmodel.groups.weyl import weyl_dimension


@st.composite
def small_irreps(draw: st.DrawFn, max_dimension: int = 300) -> Irrep:
    n = draw(st.integers(2, 6))
    labels = draw(st.tuples(*[st.integers(0, 3)] * (n - 1)))
    while weyl_dimension(labels) > max_dimension:
        largest = labels.index(max(labels))
        labels = (*labels[:largest], labels[largest] - 1, *labels[largest + 1 :])
    return Irrep(n, labels)


# n, labels, dimension, 2 x index, cubic index, n-ality
TABLE = [
    (2, (0,), 1, 0, 0, 0),
    (2, (1,), 2, 1, 0, 1),
    (2, (2,), 3, 4, 0, 0),
    (2, (3,), 4, 10, 0, 1),
    (3, (1, 0), 3, 1, 1, 1),
    (3, (0, 1), 3, 1, -1, 2),
    (3, (2, 0), 6, 5, 7, 2),
    (3, (1, 1), 8, 6, 0, 0),
    (3, (3, 0), 10, 15, 27, 0),
    (3, (2, 1), 15, 20, 14, 1),
    (3, (2, 2), 27, 54, 0, 0),
    (4, (0, 1, 0), 6, 2, 0, 2),
    (4, (2, 0, 0), 10, 6, 8, 2),
    (4, (1, 0, 1), 15, 8, 0, 0),
    (5, (1, 0, 0, 0), 5, 1, 1, 1),
    (5, (0, 1, 0, 0), 10, 3, 1, 2),
    (5, (2, 0, 0, 0), 15, 7, 9, 2),
    (5, (1, 0, 0, 1), 24, 10, 0, 0),
    (5, (0, 0, 1, 1), 40, 22, -16, 2),
    (5, (0, 1, 0, 1), 45, 24, -6, 1),
    (5, (0, 1, 1, 0), 75, 50, 0, 0),
    (6, (0, 1, 0, 0, 0), 15, 4, 2, 2),
    (6, (0, 0, 1, 0, 0), 20, 6, 0, 3),
    (8, (0, 0, 0, 1, 0, 0, 0), 70, 20, 0, 4),
]


@pytest.mark.parametrize(("n", "labels", "dimension", "index", "cubic", "n_ality"), TABLE)
def test_table(n: int, labels: tuple[int, ...], dimension: int, index: int, cubic: int, n_ality: int) -> None:
    irrep = Irrep(n, labels)
    assert irrep.dimension == dimension
    assert irrep.dynkin_index == Fraction(index, 2)
    assert irrep.cubic_index == cubic
    assert irrep.n_ality == n_ality
    assert irrep.conjugate.cubic_index == -cubic


@pytest.mark.parametrize("n", [2, 3, 5, 7, 64])
def test_closed_forms(n: int) -> None:
    assert singlet(n).dimension == 1
    assert singlet(n).is_singlet
    assert fundamental(n).dimension == antifundamental(n).dimension == n
    assert adjoint(n).dimension == n**2 - 1
    assert adjoint(n).casimir == n
    assert adjoint(n).dynkin_index == n
    assert symmetric(n).dimension == n * (n + 1) // 2
    assert symmetric(n).dynkin_index == Fraction(n + 2, 2)
    assert antisymmetric(n).dimension == n * (n - 1) // 2
    assert antisymmetric(n).dynkin_index == Fraction(n - 2, 2)
    if n > 2:
        assert symmetric(n).cubic_index == n + 4
        assert antisymmetric(n).cubic_index == n - 4
    assert fundamental(n).casimir == Fraction(n**2 - 1, 2 * n)


def test_coincidences_of_small_groups() -> None:
    assert antisymmetric(2).is_singlet
    assert antisymmetric(3) == antifundamental(3)
    assert symmetric(2) == adjoint(2)
    assert antifundamental(2) == fundamental(2)


@given(small_irreps())
def test_indices_are_traces_over_weights(irrep: Irrep) -> None:
    """Tr H^2 and Tr H^3 of diagonal generators, summed over the weights."""
    n = irrep.n
    isospin = sum(count * Fraction(w[0] - w[1], 2) ** 2 for w, count in weights(irrep).items())
    assert irrep.dynkin_index == isospin
    cube = sum(count * (sum(w) - n * w[-1]) ** 3 for w, count in weights(irrep).items())
    cube_of_fundamental = n - 1 + (1 - n) ** 3
    assert cube == (0 if n == 2 else irrep.cubic_index * cube_of_fundamental)


@pytest.mark.parametrize(
    ("n", "labels", "reality"),
    [
        (2, (1,), "pseudoreal"),
        (2, (2,), "real"),
        (2, (3,), "pseudoreal"),
        (3, (1, 0), "complex"),
        (3, (1, 1), "real"),
        (4, (0, 1, 0), "real"),
        (4, (1, 0, 1), "real"),
        (5, (0, 1, 1, 0), "real"),
        (6, (0, 0, 1, 0, 0), "pseudoreal"),
        (6, (1, 0, 0, 0, 1), "real"),
        (8, (0, 0, 0, 1, 0, 0, 0), "real"),
        (10, (0, 0, 0, 0, 1, 0, 0, 0, 0), "pseudoreal"),
    ],
)
def test_reality(n: int, labels: tuple[int, ...], reality: str) -> None:
    assert Irrep(n, labels).reality == reality


@pytest.mark.parametrize(
    ("n", "text", "labels", "name"),
    [
        (2, "1", (0,), "1"),
        (2, "2", (1,), "2"),
        (2, "3", (2,), "3"),
        (2, " 7 ", (6,), "7"),
        (3, "3", (1, 0), "3"),
        (3, "3bar", (0, 1), "3bar"),
        (3, "6bar", (0, 2), "6bar"),
        (3, "8", (1, 1), "8"),
        (3, "10", (3, 0), "10"),
        (3, "27", (2, 2), "27"),
        (3, "[2,1]", (2, 1), "[2,1]"),
        (3, "[ 1, 1 ]", (1, 1), "8"),
        (4, "6", (0, 1, 0), "6"),
        (4, "10bar", (0, 0, 2), "10bar"),
        (5, "5bar", (0, 0, 0, 1), "5bar"),
        (5, "10", (0, 1, 0, 0), "10"),
        (5, "15", (2, 0, 0, 0), "15"),
        (5, "24", (1, 0, 0, 1), "24"),
        (5, "45", (0, 1, 0, 1), "45"),
    ],
)
def test_names(n: int, text: str, labels: tuple[int, ...], name: str) -> None:
    irrep = from_dimension_name(n, text)
    assert irrep.labels == labels
    assert irrep.name == name


@given(small_irreps())
def test_names_are_read_back(irrep: Irrep) -> None:
    assert from_dimension_name(irrep.n, irrep.name) == irrep
    assert from_dimension_name(irrep.n, irrep.dynkin_name) == irrep
    assert irrep.conjugate.conjugate == irrep
    assert irrep.is_barred + irrep.conjugate.is_barred == (irrep.reality == "complex")


@pytest.mark.parametrize(
    ("n", "text", "suggestions"),
    [
        (3, "15", ("[2,1]", "[4,0]")),
        (3, "15bar", ("[0,4]", "[1,2]")),
        (4, "20", ("[0,2,0]", "[1,1,0]", "[3,0,0]")),
        (3, "7", ("6", "8", "6bar")),
        (5, "23", ("15", "24", "15bar")),
        (2, "2bar", ("2",)),
        (3, "8bar", ("8",)),
        (3, "-3", ("3", "3bar")),
        (3, "3*", ("3", "3bar")),
        (3, "triplet", ("3", "[1,0]")),
        (3, "0", ("1", "3", "3bar")),
        (3, "100001", ()),
        (3, "9" * 50, ("99999", "99999bar")),
        (3, "[999999,999999]", ()),
        (3, "[1]", ()),
        (3, "[1,-1]", ("1", "1bar")),
        (65, "65", ()),
        (1, "1", ()),
    ],
)
def test_errors_name_what_exists(n: int, text: str, suggestions: tuple[str, ...]) -> None:
    with pytest.raises(RepresentationError) as caught:
        from_dimension_name(n, text)
    assert set(caught.value.suggestions) == set(suggestions)
    assert str(caught.value)


@pytest.mark.parametrize(("n", "labels"), [(1, ()), (65, (0,) * 64), (3, (1,)), (3, (1, -1))])
def test_irreps_that_do_not_exist(n: int, labels: tuple[int, ...]) -> None:
    with pytest.raises(RepresentationError):
        Irrep(n, labels)


def test_search_in_large_groups_and_dimensions() -> None:
    """Without bounds it would not end."""
    for n in (2, 3, 4, 8, 64):
        for dimension in (99_999, 100_000, 41_664):
            with suppress(RepresentationError):
                assert from_dimension_name(n, str(dimension)).dimension == dimension


def test_search_finds_every_irrep() -> None:
    by_dimension: dict[int, list[tuple[int, ...]]] = {}
    for a in range(12):
        for b in range(12):
            for c in range(12):
                by_dimension.setdefault(weyl_dimension((a, b, c)), []).append((a, b, c))
    for dimension in range(1, 301):
        expected = by_dimension.get(dimension, [])
        names = [f"[{a},{b},{c}]" for a, b, c in expected]
        found = []
        for bar in ("", "bar"):
            try:
                found.append(from_dimension_name(4, f"{dimension}{bar}").dynkin_name)
            except RepresentationError as error:
                found += [s for s in error.suggestions if s.startswith("[") and s in names]
        assert set(found) == set(names)
