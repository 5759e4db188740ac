"""Linear spaces inside a component that solve its equations: charges that are equal, opposite or zero.

Equations of anomalies are sums of powers of charges, so they vanish identically, or fall into factors, once enough
charges are paired up: vector-like pairs of fermions are the plainest case.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from zmodel.charges.elimination import Row
from zmodel.charges.families.containment import Placed, is_contained
from zmodel.charges.families.decompose import Component, Poly, decompose, from_row, linear_row, quadratic_rank
from zmodel.charges.symmetry import BlockClass, System, direction, plain_unknown, remaining_classes

MAX_DEPTH = 2
"""Pairs that are chosen one after the other; each may bring about others, as factors of equations."""

MAX_DECOMPOSITIONS = 2000
"""Choices of pairs that are looked at for one component."""


def paired_families(
    component: Component, charges: Sequence[Row], system: System, classes: tuple[BlockClass, ...]
) -> tuple[tuple[Component, ...], bool]:
    """Linear spaces in a component.

    Args:
        component: with equations.
        charges: of fermions, as rows.
        system: what the unknowns have to meet, for its symmetries.
        classes: of interchangeable unknowns.

    Returns:
        The spaces, and whether all choices of `MAX_DEPTH` pairs were looked at.
    """
    found: list[Placed] = []
    level = [Placed(component, classes)] if _is_promising(component.equations, MAX_DEPTH) else []
    budget = MAX_DECOMPOSITIONS
    for depth in range(1, MAX_DEPTH + 1):
        following: list[Placed] = []
        for start in level:
            for relation in _relations(start, charges, system):
                if not budget:
                    return tuple(item.component for item in found), False
                budget -= 1
                for part in _parts(start.component, relation, MAX_DEPTH - depth):
                    known = following if part.equations else found
                    if not _is_known(part, known, classes):
                        known.append(Placed(part, classes))
        level = following
    return tuple(item.component for item in found), True


def _is_known(component: Component, known: Sequence[Placed], classes: tuple[BlockClass, ...]) -> bool:
    placed = Placed(component, classes)
    return any(is_contained(placed, other) for other in known)


def _is_promising(equations: Iterable[Poly], pairs: int) -> bool:
    """Whether so many further linear equations can be enough for quadratic ones.

    Each takes two off the rank of a quadratic form at most, and a form falls into factors if its rank is two or less.
    """
    return all(quadratic_rank(equation) <= 2 + 2 * pairs for equation in equations if equation.total_degree() == 2)


def _parts(component: Component, relation: Poly, pairs: int) -> Iterator[Component]:
    """The components of what solves a relation, too, as far as further pairs may solve them."""
    for space in decompose(Component(component.images), [relation]):
        quadratic = (equation for equation in component.equations if equation.total_degree() == 2)
        if _is_promising((equation.compose(*space.images) for equation in quadratic), pairs):
            # Of few equations that are left a basis tells little, and it is slow.
            for part in decompose(space, component.equations, groebner=False):
                if not part.equations or (pairs and _is_promising(part.equations, pairs)):
                    yield part


def _relations(space: Placed, charges: Sequence[Row], system: System) -> Iterator[Poly]:
    """Equations for a pair of charges or for one, one for each orbit of the symmetries that the component leaves."""
    component = space.component
    reduced = dataclasses.replace(system, equalities=(*system.equalities, *component.rows))
    classes = remaining_classes(reduced, space.classes)
    seen = set()
    for row in _representatives(charges, classes):
        image = from_row(row).compose(*component.images)
        key = direction(linear_row(image))
        if image.total_degree() >= 1 and key not in seen:
            seen.add(key)
            yield from_row(row)


def _representatives(charges: Sequence[Row], classes: Sequence[BlockClass]) -> Iterator[Row]:
    """Differences, sums and single charges; of those that an exchange of unknowns turns into each other, the first."""
    distinct = list(dict.fromkeys(row for row in charges if any(row[:-1])))
    for sign in (-1, 1):
        for first, second in combinations(distinct, 2):
            if _is_first(classes, first, second):
                yield tuple(a + sign * b for a, b in zip(first, second, strict=True))
    yield from (row for row in distinct if _is_first(classes, row))


def _is_first(classes: Sequence[BlockClass], *rows: Row) -> bool:
    """Whether unknowns come from the first blocks that they can come from."""
    used: dict[BlockClass, int] = {}
    for position in map(plain_unknown, rows):
        for blocks in classes:
            place = next((k for k, block in enumerate(blocks) if position in block), None)
            if place is not None:
                if place > used.get(blocks, 0):
                    return False
                used[blocks] = max(used.get(blocks, 0), place + 1)
    return True
