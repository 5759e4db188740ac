"""Polynomials in nodes, with the most frequent factors taken out again and again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from fractions import Fraction

from zmodel.emit.kernel.graph import Graph

Term = tuple[Fraction, tuple[tuple[int, int], ...]]
"""A coefficient and powers of nodes, in order of the nodes."""


def horner(graph: Graph, terms: Iterable[Term]) -> int:
    """A sum of terms as a node; like terms are collected."""
    collected: dict[tuple[tuple[int, int], ...], Fraction] = {}
    for coefficient, powers in terms:
        collected[powers] = collected[powers] + coefficient if powers in collected else coefficient
    return _horner(graph, [(collected[powers], powers) for powers in sorted(collected) if collected[powers]])


def _horner(graph: Graph, terms: list[Term]) -> int:
    if len(terms) <= 1:
        return _monomial(graph, *terms[0]) if terms else graph.constant(0)
    counts: Counter[int] = Counter(node for _, powers in terms for node, _ in powers)
    factor, count = min(counts.items(), key=lambda item: (-item[1], item[0])) if counts else (0, 0)
    if count < 2:
        return graph.add([_monomial(graph, *term) for term in terms])
    holding: list[Term] = []
    rest: list[Term] = []
    for term in terms:
        (holding if any(node == factor for node, _ in term[1]) else rest).append(term)
    power = min(dict(powers)[factor] for _, powers in holding)
    quotient = [(c, _divide(powers, factor, power)) for c, powers in holding]
    taken = graph.multiply([graph.power(factor, power), _horner(graph, sorted(quotient, key=lambda t: t[1]))])
    if not rest:
        return taken
    return graph.add([*_summands(graph, _horner(graph, rest)), taken])


def _summands(graph: Graph, number: int) -> tuple[int, ...]:
    node = graph.nodes[number]
    return node.arguments if node.operation == "add" else (number,)


def _divide(powers: tuple[tuple[int, int], ...], factor: int, power: int) -> tuple[tuple[int, int], ...]:
    return tuple((n, e - power if n == factor else e) for n, e in powers if n != factor or e > power)


def _monomial(graph: Graph, coefficient: Fraction, powers: tuple[tuple[int, int], ...]) -> int:
    return graph.multiply([graph.constant(coefficient), *(graph.power(node, e) for node, e in powers)])
