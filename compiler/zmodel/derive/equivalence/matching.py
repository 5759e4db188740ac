"""Finds which of several equal particles is which, by the terms that they take part in.

Particles are nodes and products of them edges; nodes are told apart by what edges they belong to until that changes
nothing any more (colour refinement), and where some are left alike, one of them is tried after the other.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import product
from typing import Literal

from zmodel.derive.equivalence.basis import Change
from zmodel.derive.equivalence.operators import Content, Term
from zmodel.derive.equivalence.particles import Particle
from zmodel.derive.equivalence.spans import plain_content

MAX_LEAVES = 60
"""Assignments of particles that are compared term by term."""

MAX_NODES = 5_000
"""Steps of the search for them."""

Agreement = Literal["yes", "no", "never"]
Colours = tuple[list[int], list[int]]
Edge = tuple[object, tuple[tuple[int, int], ...]]


@dataclass(frozen=True)
class Graph:
    """Who meets whom in the terms of a model.

    Attributes:
        edges: a label, and particles with signs: 0 for those that are their own conjugates.
        incident: for each particle the positions of its edges.
    """

    edges: tuple[Edge, ...]
    incident: tuple[tuple[int, ...], ...]


def term_graph(terms: Sequence[Term], items: Sequence[Particle], signs: Sequence[int], free: frozenset[int]) -> Graph:
    """The products of particles that a Lagrangian has.

    Args:
        terms: of the Lagrangian.
        items: its particles.
        signs: of each particle in its class.
        free: those that may be taken for their conjugates.
    """
    real = frozenset(i for i, item in enumerate(items) if item.is_real)
    labels: dict[Content, Counter[object]] = defaultdict(Counter)
    for term in terms:
        contents = {plain_content(content, real) for content in term.contents}
        for content in contents:
            labels[content][len(contents)] += 1
    edges: list[Edge] = []
    incident: list[list[int]] = [[] for _ in items]
    for content in sorted(labels):
        nodes = []
        for i, conjugated in content:
            sign = 0 if i in real or i in free else signs[i] * (-1 if conjugated != items[i].is_conjugate else 1)
            nodes.append((i, sign))
            if not incident[i] or incident[i][-1] != len(edges):
                incident[i].append(len(edges))
        # How many couplings a content has may differ between equal models; whether it stands alone may not.
        edges.append((tuple(sorted(map(str, set(labels[content])))), tuple(nodes)))
    return Graph(tuple(edges), tuple(map(tuple, incident)))


def assignments(
    change: Change,
    here: Sequence[Particle],
    there: Sequence[Particle],
    graphs: tuple[Graph, Graph],
    labels: tuple[Sequence[object], Sequence[object]],
) -> Iterator[tuple[int, ...]]:
    """For each particle of one model one of the other, in all ways that look promising.

    Args:
        change: of names and basis.
        here: particles of the first model.
        there: particles of the second model.
        graphs: their terms.
        labels: of the particles, which must be equal for those that are taken for one another.
    """
    start: Colours = ([0] * len(here), [0] * len(there))
    for number, (old, new) in enumerate(change.classes):
        for side, members in enumerate((old, new)):
            for i in members:
                start[side][i] = number
    numbers: dict[object, int] = {}
    for side in (0, 1):
        for i, colour in enumerate(start[side]):
            start[side][i] = numbers.setdefault((colour, labels[side][i]), len(numbers))
    steps = [0]

    def search(colours: Colours) -> Iterator[tuple[int, ...]]:
        steps[0] += 1
        refined = _refine(colours, graphs)
        if refined is None or steps[0] > MAX_NODES:
            return
        mine, other = refined
        sizes = Counter(mine)
        left = [i for i, colour in enumerate(mine) if sizes[colour] > 1]
        if not left:
            place = {colour: j for j, colour in enumerate(other)}
            yield tuple(place[colour] for colour in mine)
            return
        node = min(left, key=lambda i: (sizes[mine[i]], i))
        fresh = max(mine) + 1
        candidates = [j for j, colour in enumerate(other) if colour == mine[node]]
        for j in sorted(candidates, key=lambda j: (_unlike(here[node], there[j]), j)):
            marked = (list(mine), list(other))
            marked[0][node] = marked[1][j] = fresh
            yield from search(marked)

    yield from search(start)


def _unlike(mine: Particle, other: Particle) -> tuple[bool, bool]:
    return mine.field != other.field, mine.generation != other.generation


def _refine(colours: Colours, graphs: tuple[Graph, Graph]) -> Colours | None:
    """Tells nodes apart by their edges until nothing changes; None if both models do not have as many of each."""
    while True:
        if Counter(colours[0]) != Counter(colours[1]):
            return None
        numbers: dict[object, int] = {}
        fresh: list[list[int]] = []
        for graph, known in zip(graphs, colours, strict=True):
            shapes = [_shape(edge, known) for edge in graph.edges]
            views: list[int] = []
            for node, colour in enumerate(known):
                view = Counter(_view(graph.edges[e], shapes[e], node) for e in graph.incident[node])
                signature = (colour, tuple(sorted(view.items(), key=repr)))
                views.append(numbers.setdefault(signature, len(numbers)))
            fresh.append(views)
        if len(set(fresh[0])) == len(set(colours[0])) and len(set(fresh[1])) == len(set(colours[1])):
            return (fresh[0], fresh[1]) if Counter(fresh[0]) == Counter(fresh[1]) else None
        colours = (fresh[0], fresh[1])


def _shape(edge: Edge, colours: Sequence[int]) -> tuple[object, tuple[tuple[int, int], ...], int]:
    """The colours of an edge, and the sign of its conjugation; 0 if it is its own conjugate."""
    label, nodes = edge
    straight = tuple(sorted((colours[i], sign) for i, sign in nodes))
    mirrored = tuple(sorted((colours[i], -sign) for i, sign in nodes))
    if straight == mirrored:
        return label, straight, 0
    return (label, straight, 1) if straight < mirrored else (label, mirrored, -1)


def _view(edge: Edge, shape: tuple[object, tuple[tuple[int, int], ...], int], node: int) -> tuple[object, ...]:
    """How a node sees one of its edges."""
    label, colours, sign = shape
    own = tuple(sorted(s * sign if sign else abs(s) for i, s in edge[1] if i == node))
    return label, colours, own


def first_agreement(
    candidates: Iterator[tuple[int, ...]],
    free: Sequence[int],
    agrees: Callable[[tuple[int, ...], frozenset[int]], Agreement],
) -> tuple[tuple[int, ...], frozenset[int]] | None:
    """The first assignment, and particles that are conjugated in it, with which all terms agree.

    Args:
        candidates: assignments.
        free: particles that may be taken for their conjugates.
        agrees: compares all terms; where it says `never`, other assignments are not tried.
    """
    for count, candidate in enumerate(candidates):
        if count >= MAX_LEAVES:
            return None
        for flips in product((False, True), repeat=min(len(free), 6)):
            turned = frozenset(i for i, flip in zip(free, flips, strict=False) if flip)
            found = agrees(candidate, turned)
            if found == "yes":
                return candidate, turned
            if found == "never":
                return None
    return None


def natural_assignment(change: Change, here: Sequence[Particle], there: Sequence[Particle]) -> tuple[int, ...]:
    """Equal particles in their order, those of equal names first."""
    result: dict[int, int] = {}
    for old, new in change.classes:
        rest = list(new)
        names = {(there[j].field, there[j].generation): j for j in new}
        waiting = []
        for i in old:
            j = names.get((here[i].field, here[i].generation))
            if j is None:
                waiting.append(i)
            else:
                result[i] = j
                rest.remove(j)
        result.update(zip(waiting, rest, strict=True))
    return tuple(result[i] for i in range(len(here)))
