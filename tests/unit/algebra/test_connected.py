"""Connected parts of graphs."""

from __future__ import annotations

import random

from zmodel.algebra.connected import connected_parts


def test_parts_and_their_order() -> None:
    edges = [("d", "b"), ("a", "a"), ("f", "d")]
    assert connected_parts("abcdef", edges) == (("a",), ("b", "d", "f"), ("c",), ("e",))
    assert connected_parts((), ()) == ()


def test_random_graphs_against_reachability() -> None:
    source = random.Random(2)
    for size in range(1, 12):
        edges = [(source.randrange(size), source.randrange(size)) for _ in range(size * 2 // 3)]
        reached = {i: {i} for i in range(size)}
        for _ in range(size):
            for a, b in edges:
                joined = reached[a] | reached[b]
                for node in joined:
                    reached[node] = reached[node] | joined
        assert connected_parts(range(size), edges) == tuple(sorted({tuple(sorted(part)) for part in reached.values()}))
