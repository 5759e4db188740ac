"""Connected parts of a graph."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from typing import TypeVar

Node = TypeVar("Node", bound=Hashable)


def connected_parts(nodes: Iterable[Node], edges: Iterable[tuple[Node, Node]]) -> tuple[tuple[Node, ...], ...]:
    """The sets of nodes that edges join, directly or through others.

    Args:
        nodes: all of them.
        edges: pairs of nodes; a pair may be one node twice.

    Returns:
        The parts in the order of their first nodes, each in the order of the nodes.
    """
    part_of = {node: [node] for node in nodes}
    order = {node: i for i, node in enumerate(part_of)}
    for first, second in edges:
        small, large = sorted((part_of[first], part_of[second]), key=len)
        if small is not large:
            large += small
            part_of.update((node, large) for node in small)
    parts = {id(part): part for part in part_of.values()}.values()
    return tuple(tuple(sorted(part, key=order.__getitem__)) for part in parts)
