"""What several sums have in common is computed once.

`3 a + 6 b + c` and `a + 2 b + d` both hold a multiple of `a + 2 b`. Pairs of terms are taken out one after the other,
the most frequent first; pairs of pairs make longer sums. The same is known from the design of digital filters: R. I.
Hartley, IEEE Trans. Circuits Syst. II 43 (1996) 677.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from heapq import heapify, heappop, heappush
from itertools import combinations, product

from zmodel.emit.kernel.graph import Graph, Node

Pair = tuple[int, int, Fraction]
"""Two terms, and the coefficient of the second one if that of the first one is 1."""

MOST_PAIRS = 300_000
"""Of all sums together; larger programs stay as they are."""


def share_sums(graph: Graph, outputs: Sequence[int]) -> tuple[Graph, list[int]]:
    """Rewrites a graph so that common parts of its sums of numbers are nodes.

    Args:
        graph: the operations.
        outputs: nodes that are asked for.

    Returns:
        A new graph of what these need, and their nodes in it.
    """
    order = graph.reachable(outputs)
    sums = {number: _coefficients(graph, number) for number in order if _is_sum(graph.nodes[number])}
    if sum(len(terms) * (len(terms) - 1) // 2 for terms in sums.values()) > MOST_PAIRS:
        return graph, list(outputs)
    parts = _Parts(sums, len(graph.nodes))
    parts.take_out()
    copy = _Copy(graph, parts)
    for number in order:  # so that what stays as it is stays in its order
        copy.node(number)
    return copy.target, [copy.known[number] for number in outputs]


def _is_sum(node: Node) -> bool:
    return node.operation == "add" and node.shape == () and not node.is_complex


def _coefficients(graph: Graph, number: int) -> dict[int, Fraction]:
    """The terms of a sum without their constant factors."""
    terms: dict[int, Fraction] = {}
    for argument in graph.nodes[number].arguments:
        constant, rest = graph.split_constant(argument)
        # A constant is a multiple of the node 1.
        base = graph.constant(1) if rest is None else rest
        terms[base] = terms.get(base, Fraction(0)) + (Fraction(1) if constant is None else constant)
    return {base: coefficient for base, coefficient in terms.items() if coefficient}


@dataclass
class _Parts:
    """Sums as their terms, and the pairs that have been taken out of them.

    Attributes:
        sums: terms with their coefficients, of sums and of pairs.
        free: a number that no node has, for the next pair.
        places: the sums that hold a pair.
        pairs: numbers of those that have been taken out.
    """

    sums: dict[int, dict[int, Fraction]]
    free: int
    places: dict[Pair, set[int]] = field(default_factory=dict)
    pairs: set[int] = field(default_factory=set)

    def take_out(self) -> None:
        """Takes out pairs as long as any occurs twice."""
        for number in self.sums:
            for pair in self._pairs(number):
                self.places.setdefault(pair, set()).add(number)
        waiting = [(-len(places), pair) for pair, places in self.places.items() if len(places) > 1]
        heapify(waiting)
        while waiting:
            count, pair = heappop(waiting)
            places = self.places.get(pair, set())
            if len(places) < 2:
                continue
            if len(places) != -count:
                heappush(waiting, (-len(places), pair))
                continue
            for found in self._replace(pair, sorted(places)):
                heappush(waiting, (-len(self.places[found]), found))

    def _replace(self, pair: Pair, places: Sequence[int]) -> Iterator[Pair]:
        """Makes a pair a term of its own; returns pairs that may have become frequent."""
        first, second, ratio = pair
        part, self.free = self.free, self.free + 1
        fresh: set[Pair] = set()
        del self.places[pair]
        for number in places:
            terms = self.sums[number]
            others = [term for term in terms if term not in (first, second)]
            for old in product((first, second), others):
                self.places[_pair(terms, *sorted(old))].discard(number)
            terms[part] = terms.pop(first)
            del terms[second]
            for other in others:
                new = _pair(terms, other, part)
                self.places.setdefault(new, set()).add(number)
                fresh.add(new)
        self.sums[part] = {first: Fraction(1), second: ratio}
        self.pairs.add(part)
        yield from sorted(new for new in fresh if len(self.places[new]) > 1)

    def _pairs(self, number: int) -> Iterator[Pair]:
        terms = self.sums[number]
        return (_pair(terms, first, second) for first, second in combinations(sorted(terms), 2))


def _pair(terms: Mapping[int, Fraction], first: int, second: int) -> Pair:
    return first, second, terms[second] / terms[first]


@dataclass
class _Copy:
    """A graph in which the parts are nodes."""

    source: Graph
    parts: _Parts
    target: Graph = field(default_factory=Graph)
    known: dict[int, int] = field(default_factory=dict)

    def node(self, number: int) -> None:
        """Makes the node of the new graph for one of the old graph, and before it what that needs."""
        waiting = [number]
        while waiting:
            last = waiting[-1]
            missing = [n for n in self._needs(last) if n not in self.known]
            if missing:
                waiting += missing
                continue
            waiting.pop()
            if last not in self.known:
                self.known[last] = self._build(last)

    def _needs(self, number: int) -> Sequence[int]:
        return tuple(self.parts.sums[number]) if number in self.parts.sums else self.source.nodes[number].arguments

    def _build(self, number: int) -> int:
        if number in self.parts.sums:
            terms = self.parts.sums[number].items()
            return self.target.add(
                [self.target.multiply([self.target.constant(c), self.known[base]]) for base, c in terms]
            )
        node = self.source.nodes[number]
        return self.target.copy(node, tuple(self.known[argument] for argument in node.arguments))
