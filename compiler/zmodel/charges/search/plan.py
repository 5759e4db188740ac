"""How a search is laid out: unknowns that are fixed one value at a time, and blocks that equations add up over."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from zmodel.charges.problem import SearchProblem

MAX_CLUSTER = 3
"""Unknowns in one nonlinear cluster; of larger ones some unknowns are fixed."""

MIN_DIVIDED = 4
"""Interchangeable unknowns that are told apart by their signs."""


@dataclass(frozen=True)
class Plan:
    """The layout, as positions of unknowns.

    Attributes:
        outer: unknowns that a loop runs over; classes of interchangeable unknowns are in it as a whole.
        blocks: with the outer unknowns fixed, each equation is a sum of functions of one block each.
        divided: blocks of many interchangeable unknowns, of which each is a block of its own but for the order.
    """

    outer: tuple[int, ...]
    blocks: tuple[tuple[int, ...], ...]
    divided: tuple[tuple[int, ...], ...] = ()


def make_plan(problem: SearchProblem) -> Plan:
    """Finds the unknowns that must be fixed, those with most partners first, and the blocks that remain."""
    partners = _partners(problem)
    outer: set[int] = set()
    while True:
        clusters = _components(partners, outer)
        large = [cluster for cluster in clusters if len(cluster) > MAX_CLUSTER]
        if not large:
            break
        busiest = max((len(partners[i] - outer), i) for cluster in large for i in cluster)[1]
        outer.update(next(members for members in problem.classes if busiest in members))
    joined = {i: set(cluster) for cluster in clusters for i in cluster}
    for members in problem.classes:
        if members[0] in outer:
            continue
        union = set().union(*(joined[i] for i in members))
        for i in union:
            joined[i] = union
    blocks = {tuple(sorted(block)) for block in joined.values()}
    divided = {b for b in blocks if b in problem.classes and len(b) >= MIN_DIVIDED and not partners[b[0]] - outer}
    return Plan(tuple(sorted(outer)), tuple(sorted(blocks - divided)), tuple(sorted(divided)))


def _couplings(problem: SearchProblem) -> Iterator[frozenset[int]]:
    """Sets of unknowns that some equation or bound depends on not as a sum."""
    for equation in problem.equations:
        for _, powers in equation:
            yield frozenset(position for position, _ in powers)
    for form in problem.bounded:
        yield form.support


def _partners(problem: SearchProblem) -> dict[int, set[int]]:
    partners: dict[int, set[int]] = {i: set() for i in range(len(problem.unknowns))}
    for group in _couplings(problem):
        for first, second in combinations(sorted(group), 2):
            partners[first].add(second)
            partners[second].add(first)
    return partners


def _components(partners: dict[int, set[int]], without: set[int]) -> list[frozenset[int]]:
    remaining = set(partners) - without
    components = []
    while remaining:
        found: set[int] = set()
        todo = [min(remaining)]
        while todo:
            position = todo.pop()
            if position not in found:
                found.add(position)
                todo += partners[position] - without
        components.append(frozenset(found))
        remaining -= found
    return components
