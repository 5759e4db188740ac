"""The matching to SMEFT as a graph from couplings, angles and masses to WCxf names."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from zmodel.emit.kernel.build import expression_node
from zmodel.emit.kernel.graph import Graph
from zmodel.model.expression import Expression, names_in


if TYPE_CHECKING:
    from zmodel.derive.matching import MatchingResult


@dataclass(frozen=True)
class MatchingProgram:
    """SMEFT coefficients in WCxf's non-redundant Warsaw basis.

    Attributes:
        inputs: names of the quantities needed, sorted.
        graph: the operations.
        coefficients: the node of each coefficient that does not vanish identically, in GeV^-2.
        scale: the matching scale in GeV, a node.
        notes: what a user should know.
    """

    inputs: tuple[str, ...]
    graph: Graph
    coefficients: Mapping[str, int]
    scale: int
    notes: tuple[str, ...]


def matching_program(result: MatchingResult) -> MatchingProgram:
    """Builds the graph of all coefficients."""
    expressions: list[Expression] = [result.higgs, result.mass, result.scale]
    expressions += [entry for matrix in result.currents.values() for row in matrix for entry in row]
    inputs = tuple(sorted(set().union(*(names_in(expression) for expression in expressions))))
    graph = Graph()
    symbols = {name: graph.input(name) for name in inputs}
    elements = {
        (field, i, j): expression_node(graph, entry, symbols)
        for field, matrix in result.currents.items()
        for i, row in enumerate(matrix)
        for j, entry in enumerate(row)
    }
    elements["H", 0, 0] = expression_node(graph, result.higgs, symbols)
    inverse_square = graph.divide(
        graph.constant(1), graph.power(expression_node(graph, result.mass, symbols), 2)
    )
    coefficients = {}
    for key, terms in result.coefficients.items():
        products = [
            graph.multiply([graph.constant(factor), elements[first], elements[second]])
            for factor, first, second in terms
        ]
        node = graph.multiply([graph.add(products), inverse_square])
        if graph.constant_value(node) != 0:
            coefficients[key] = node
    scale = expression_node(graph, result.scale, symbols)
    return MatchingProgram(inputs, graph, coefficients, scale, result.notes)
