"""The matching to SMEFT as a graph from couplings, angles and masses to WCxf names."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from zmodel.derive.matching.results import ExchangeResult, MatchingResult
from zmodel.derive.warsaw import WEINBERG
from zmodel.emit.kernel.build import expression_node
from zmodel.emit.kernel.graph import Graph

if TYPE_CHECKING:
    from zmodel.derive.matching import Result
    from zmodel.derive.smeft_basis import CurrentElement


@dataclass(frozen=True)
class MatchingInput:
    """A quantity that the coefficients depend on; elements of mixing matrices are complex."""

    name: str
    is_complex: bool


@dataclass(frozen=True)
class MatchingProgram:
    """SMEFT coefficients in WCxf's non-redundant Warsaw basis.

    Attributes:
        inputs: the quantities needed, sorted by name.
        graph: the operations.
        coefficients: the node of each coefficient that does not vanish identically, in `units`.
        notes: what a user should know.
    """

    inputs: tuple[MatchingInput, ...]
    graph: Graph
    coefficients: Mapping[str, int]
    notes: tuple[str, ...]

    @property
    def units(self) -> str:
        """Of the coefficients."""
        has_weinberg = any(name.startswith(WEINBERG) for name in self.coefficients)
        return f"GeV^-2 ({WEINBERG}: GeV^-1)" if has_weinberg else "GeV^-2"


def matching_program(results: tuple[Result, ...], complex_names: frozenset[str]) -> MatchingProgram:
    """Builds the graph of all coefficients; those of several fields add up.

    Args:
        results: one per heavy field.
        complex_names: the names that may have complex values, besides those that the results name.
    """
    names = sorted(frozenset().union(*(result.names for result in results)))
    all_complex = complex_names.union(*(result.complex_names for result in results))
    inputs = tuple(MatchingInput(name, name in all_complex) for name in names)
    graph = Graph()
    symbols = {item.name: graph.input(item.name, (), item.is_complex) for item in inputs}
    terms: dict[str, list[int]] = {}
    for result in results:
        match result:
            case MatchingResult():
                found = _boson(result, graph, symbols)
            case ExchangeResult():
                found = _field(result, graph, symbols)
        for key, node in found.items():
            terms.setdefault(key, []).append(node)
    coefficients = {key: graph.add(nodes) for key, nodes in terms.items()}
    kept = {key: node for key, node in coefficients.items() if graph.constant_value(node) != 0}
    notes = tuple(dict.fromkeys(note for result in results for note in result.notes))
    return MatchingProgram(inputs, graph, kept, notes)


def _boson(result: MatchingResult, graph: Graph, symbols: Mapping[str, int]) -> dict[str, int]:
    elements: dict[CurrentElement, int] = {}

    def element(which: CurrentElement) -> int:
        if which not in elements:
            elements[which] = expression_node(graph, result.element(which), symbols)
        return elements[which]

    mass = expression_node(graph, result.mass, symbols)
    inverse_square = graph.divide(graph.constant(1), graph.power(mass, 2))
    coefficients = {}
    for key, products in result.coefficients.items():
        factors = [graph.multiply([graph.constant(p.weight), element(p.first), element(p.second)]) for p in products]
        coefficients[key] = graph.multiply([graph.add(factors), inverse_square])
    return coefficients


def _field(result: ExchangeResult, graph: Graph, symbols: Mapping[str, int]) -> dict[str, int]:
    """The coefficients; nan where M^2 of the potential is not positive, and there is nothing to integrate out."""
    found = {
        key: graph.add([expression_node(graph, term, symbols) for term in terms]) for key, terms in result.terms.items()
    }
    inverse_square = graph.real(expression_node(graph, result.inverse_square, symbols))
    if result.kind == "fermion" or graph.constant_value(inverse_square) is not None:
        return found
    root = graph.function("sqrt", inverse_square)
    one = graph.divide(root, root)
    return {key: graph.multiply([one, node]) for key, node in found.items()}
