"""What is a subgroup and what is not, by comparison with explicit matrices."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction as F
from itertools import combinations, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zmodel.groups import (
    AbelianSubgroup,
    Block,
    EmbeddingError,
    SimpleSubgroup,
    Subgroup,
    check_subgroups,
    compose,
    whole_group,
)
from zmodel.groups.basis import Matrix, commutator

N = 4


def charge(name: str, *values: int) -> AbelianSubgroup:
    return AbelianSubgroup(name, (("G", tuple(map(F, values))),), ())


def image(subgroup: Subgroup, i: int, j: int) -> Matrix:
    """The generator E_ij of a simple subgroup in the fundamental of G; of a U(1) its only one."""
    if isinstance(subgroup, AbelianSubgroup):
        return {(k, k): value for k, value in enumerate(dict(subgroup.diagonals)["G"]) if value}
    entries: dict[tuple[int, int], F] = {}
    for block in subgroup.blocks:
        a, b = block.indices[i], block.indices[j]
        entries[(b, a) if block.conjugated else (a, b)] = F(-1 if block.conjugated else 1)
    return entries


def all_images(subgroup: Subgroup) -> list[Matrix]:
    return [image(subgroup, i, j) for i, j in product(range(subgroup.n), repeat=2) if i != j or subgroup.n == 1]


def commute(first: Subgroup, second: Subgroup) -> bool:
    return not any(commutator(a, b) for a, b in product(all_images(first), all_images(second)))


@st.composite
def simple_subgroups(draw: st.DrawFn) -> SimpleSubgroup:
    order = draw(st.permutations(range(N)))
    size = draw(st.sampled_from([2, 2, 3, 4]))
    count = draw(st.integers(1, N // size))
    blocks = [Block("G", tuple(order[size * k : size * (k + 1)]), draw(st.booleans())) for k in range(count)]
    return SimpleSubgroup(f"S{order[0]}", tuple(blocks))


CHARGES = st.lists(st.integers(-1, 1), min_size=N - 1, max_size=N - 1).filter(any)
SUBGROUPS = st.one_of(simple_subgroups(), CHARGES.map(lambda values: charge("X", *values, -sum(values))))


@given(SUBGROUPS, SUBGROUPS)
def test_commuting_subgroups_are_told_from_others(first: Subgroup, second: Subgroup) -> None:
    dependent = first.n == second.n == 1 and image(first, 0, 0) in (
        image(second, 0, 0),
        {key: -value for key, value in image(second, 0, 0).items()},
    )
    if commute(first, second) and not dependent:
        check_subgroups([first, second])
    else:
        with pytest.raises(EmbeddingError, match="linearly dependent" if dependent else "do not commute"):
            check_subgroups([first, second])


@given(simple_subgroups())
def test_the_images_close_like_the_subgroup(subgroup: SimpleSubgroup) -> None:
    n = subgroup.n
    for i, j in combinations(range(n), 2):
        for k in set(range(n)) - {i, j}:
            assert commutator(image(subgroup, i, j), image(subgroup, j, k)) == image(subgroup, i, k)


def blocks(*indices: tuple[int, ...]) -> tuple[Block, ...]:
    return tuple(Block("G", item) for item in indices)


WRONG: Mapping[str, tuple[tuple[Subgroup, ...], tuple[str, ...]]] = {
    "`A` has the index 2 of `G` twice": ((SimpleSubgroup("A", blocks((0, 1), (1, 2))),), ("A",)),
    "`A` and `X` do not commute": ((SimpleSubgroup("A", blocks((0, 1))), charge("X", 1, -1, 0, 0)), ("A", "X")),
    "the generator of `X` is zero": ((AbelianSubgroup("X", (), ()),), ("X",)),
    "the generator of `X` has the trace 2 in `G`, must be 0": ((charge("X", 1, 1, 0, 0),), ("X",)),
    "the generators of X, Y, Z are linearly dependent": (
        (charge("X", 1, -1, 0, 0), charge("Y", 0, 1, -1, 0), charge("Z", 1, 0, -1, 0)),
        ("X", "Y", "Z"),
    ),
}


@pytest.mark.parametrize("message", WRONG)
def test_what_is_no_subgroup(message: str) -> None:
    subgroups, names = WRONG[message]
    with pytest.raises(EmbeddingError) as caught:
        check_subgroups(subgroups)
    assert str(caught.value) == message
    assert caught.value.names == names


def test_a_conjugated_block_of_a_conjugated_block() -> None:
    outer = (SimpleSubgroup("A", (Block("G", (3, 2, 1), conjugated=True),)), charge("X", -3, 1, 1, 1))
    inner = SimpleSubgroup("B", (Block("A", (2, 0), conjugated=True),))
    assert compose(inner, outer, {"G": 4}) == SimpleSubgroup("B", (Block("G", (1, 3)),))
    generator = AbelianSubgroup("Y", (("A", (F(1), F(0), F(-1))),), (("X", F(1, 2)),))
    expected = AbelianSubgroup("Y", (("G", (F(-3, 2), F(3, 2), F(1, 2), F(-1, 2))),), ())
    assert compose(generator, outer, {"G": 4}) == expected


@pytest.mark.parametrize("n", [1, 2, 5])
def test_a_factor_is_a_subgroup_of_itself(n: int) -> None:
    whole = whole_group("G", n)
    assert whole.n == n
    check_subgroups([whole])
    assert compose(whole, [whole], {"G": n}) == whole
