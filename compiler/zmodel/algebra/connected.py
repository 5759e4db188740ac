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
    import networkx as nx

    graph = nx.Graph()
    graph.add_nodes_from(nodes)
    graph.add_edges_from(edges)
    order = {node: i for i, node in enumerate(graph)}
    parts = (tuple(sorted(part, key=order.__getitem__)) for part in nx.connected_components(graph))
    return tuple(sorted(parts, key=lambda part: order[part[0]]))
