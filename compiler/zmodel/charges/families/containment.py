"""Which components are the same, or part of another one, once interchangeable unknowns are permuted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from itertools import chain, combinations_with_replacement, permutations, product
from math import prod
from random import Random

import numpy as np
from flint import nmod_mat
from numpy.typing import NDArray

from zmodel.charges.families.decompose import (
    PRIME,
    Component,
    decompose,
    factors,
    from_row,
    linear_row,
    unknowns_ring,
    whole_space,
)
from zmodel.charges.symmetry import Block, BlockClass

MAX_ORDERS = 50_000
"""Orders of interchangeable unknowns that are tried; beyond them equivalent components may be listed twice."""

MAX_BLOCKS = 7
"""Interchangeable unknowns of one kind that are permuted."""


@dataclass(frozen=True)
class Placed:
    """A component, and what permutations of interchangeable unknowns do to it.

    Attributes:
        component: a linear space with equations.
        classes: of interchangeable unknowns.
    """

    component: Component
    classes: tuple[BlockClass, ...]

    @cached_property
    def profile(self) -> tuple[int, ...]:
        """Numbers that permutations do not change, and that are not larger for a part of a component."""
        rows = [[_modular(value) for value in linear_row(image)] for image in self.component.images]
        numbers = [len(self.component.free)]
        for first, second in combinations_with_replacement(self.classes, 2):
            members = sorted({*chain(*first), *chain(*second)})
            numbers.append(nmod_mat(len(members), len(rows[0]), [x for i in members for x in rows[i]], PRIME).rank())
        return tuple(numbers)

    @cached_property
    def orders(self) -> NDArray[np.int64]:
        """Permutations of unknowns with different images, one row each, the identity first."""
        orders = np.arange(len(self.component.images))[None, :]
        if any(len(blocks) > MAX_BLOCKS for blocks in self.classes):
            return orders
        choices = [list(self._arrangements(blocks)) for blocks in self.classes]
        if prod(map(len, choices)) > MAX_ORDERS:
            return orders
        orders = np.repeat(orders, prod(map(len, choices)), axis=0)
        columns = [position for blocks in self.classes for position in chain(*blocks)]
        orders[:, columns] = [[*chain(*choice)] for choice in product(*choices)]
        return orders

    def _arrangements(self, blocks: BlockClass) -> Iterator[Block]:
        """Where the positions of the blocks come from when they are permuted."""
        seen = set()
        for order in permutations(blocks):
            positions = tuple(chain(*order))
            key = tuple(str(self.component.images[i]) for i in positions)
            if key not in seen:
                seen.add(key)
                yield positions

    @cached_property
    def points(self) -> NDArray[np.int64]:
        """A typical point of the linear space for each order of the unknowns, modulo `PRIME`."""
        random = Random(len(self.component.images))
        chosen = {position: random.randrange(PRIME) for position in self.component.free}
        rows = [linear_row(image) for image in self.component.images]
        point = [sum(_modular(row[i]) * value for i, value in chosen.items()) + _modular(row[-1]) for row in rows]
        result: NDArray[np.int64] = np.array([value % PRIME for value in point], dtype=np.int64)[self.orders]
        return result

    @cached_property
    def equations(self) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """Coefficients and constants of the linear equations, modulo `PRIME`."""
        rows = [[_modular(value) for value in row] for row in self.component.rows]
        matrix = np.array(rows, dtype=np.int64).reshape(len(rows), len(self.component.images) + 1)
        return matrix[:, :-1], matrix[:, -1]


def _modular(value: Fraction) -> int:
    return value.numerator * pow(value.denominator, -1, PRIME) % PRIME


def without_contained(components: Iterable[Component], classes: tuple[BlockClass, ...]) -> tuple[Component, ...]:
    """Leaves out what is part of a component that is kept, larger ones first; of equal ones the first is kept."""
    placed = [Placed(component, classes) for component in components]
    kept: list[Placed] = []
    for item in sorted(placed, key=lambda item: (-_size(item.component), len(item.component.equations))):
        if not any(is_contained(item, other) for other in kept):
            kept.append(item)
    return tuple(item.component for item in kept)


def _size(component: Component) -> int:
    return len(component.free) if component.dimension is None else component.dimension


def is_contained(inner: Placed, outer: Placed) -> bool:
    """Whether some permutation of a component lies in another one.

    Equations of the outer component must hold identically or be among those of the inner one; whether they follow from
    those is not looked at.
    """
    if any(part > whole for part, whole in zip(inner.profile, outer.profile, strict=True)):
        return False
    matrix, constants = outer.equations
    missed = (inner.points @ matrix.T + constants) % PRIME
    return any(
        _lies_in(inner.component, outer.component, order) for order in inner.orders[~missed.any(axis=1)].tolist()
    )


def _lies_in(inner: Component, outer: Component, order: Sequence[int]) -> bool:
    """Whether a component, its unknowns permuted, lies in another one."""
    images = [inner.images[position] for position in order]
    if any(image != outer_image.compose(*images) for image, outer_image in zip(images, outer.images, strict=True)):
        return False
    for equation in outer.equations:
        value = equation.compose(*images)
        if not value.is_zero() and not any(factor in inner.equations for factor in factors(value)):
            return False
    return True


def permuted(component: Component, order: Sequence[int]) -> Component:
    """The component whose unknowns have the values of others: that at position i has the value of `order[i]`."""
    generators = unknowns_ring(len(order)).gens()
    place = {old: new for new, old in enumerate(order)}
    images = [generators[place[position]] for position in range(len(order))]
    equations = [from_row(row).compose(*images) for row in component.rows]
    (space,) = decompose(whole_space(len(order)), equations)
    rest = tuple(equation.compose(*images).compose(*space.images) for equation in component.equations)
    return Component(space.images, rest, component.codimension)
