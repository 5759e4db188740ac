"""Conditions for a stable potential as a graph and comparisons of its nodes with zero."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from itertools import combinations

from zmodel.derive.potential.matrices import ModuliMatrix
from zmodel.derive.potential.quartics import LinearForm
from zmodel.derive.potential.stability import Stability
from zmodel.emit.kernel.graph import Graph

CLOSED_FORM = 3
"""Fields up to which a condition is written with square roots; above, with determinants."""


@dataclass(frozen=True)
class Comparison:
    """Whether a node is positive, or else whether it is not."""

    node: int
    positive: bool


@dataclass(frozen=True)
class StabilityProgram:
    """When the quartic potential is bounded from below.

    Attributes:
        inputs: couplings and whether they are complex, in the order of the couplings.
        graph: the operations.
        clauses: all must hold; one holds if any of its comparisons does.
    """

    inputs: Mapping[str, bool]
    graph: Graph
    clauses: tuple[tuple[Comparison, ...], ...]


def stability_program(stability: Stability, complex_couplings: Mapping[str, bool]) -> StabilityProgram | None:
    """Builds the graph, or gives None if the conditions are not sufficient as well as necessary.

    Args:
        stability: of the model.
        complex_couplings: every coupling of the potential and whether it is complex.
    """
    if not stability.exact:
        return None
    entries = [entry for matrix in stability.matrices for entry in matrix.entries.values()]
    used = {term.coupling for entry in entries for choice in entry.choices for term in choice}
    inputs = {name: is_complex for name, is_complex in complex_couplings.items() if name in used}
    graph = Graph()
    clauses: dict[tuple[Comparison, ...], None] = {}
    for matrix in stability.matrices:
        conditions = _Conditions(matrix, inputs, graph)
        clauses |= dict.fromkeys(conditions.clause(subset) for subset in matrix.conditions)
    return StabilityProgram(inputs, graph, tuple(clauses))


@dataclass
class _Conditions:
    """Turns a matrix into comparisons."""

    matrix: ModuliMatrix
    inputs: Mapping[str, bool]
    graph: Graph
    _minors: dict[tuple[tuple[str, ...], tuple[str, ...]], int] = field(default_factory=dict)

    def clause(self, subset: tuple[str, ...]) -> tuple[Comparison, ...]:
        """The condition of one set of fields, given those of its subsets."""
        if len(subset) <= CLOSED_FORM:
            return (Comparison(self._margin(subset), positive=True),)
        return (Comparison(self._minor(subset, subset), positive=True), *self._cofactor_tests(subset))

    # -------------------------------------------------------------- square roots
    def _margin(self, subset: tuple[str, ...]) -> int:
        """What must be positive: V_a; V_ab + 2 sqrt(V_a V_b); and the condition of three fields."""
        g = self.graph
        if len(subset) == 1:
            return self._entry(subset[0], subset[0])
        if len(subset) == 2:
            return self._pair(*subset)
        roots = {name: g.function("sqrt", self._entry(name, name)) for name in subset}
        pairs = list(combinations(subset, 2))
        others = [next(name for name in subset if name not in pair) for pair in pairs]
        terms = [g.multiply([g.constant(2), *roots.values()])]
        terms += [g.multiply([self._entry(*pair), roots[other]]) for pair, other in zip(pairs, others, strict=True)]
        terms.append(g.function("sqrt", g.multiply([self._pair(*pair) for pair in pairs])))
        return g.add(terms)

    def _pair(self, first: str, second: str) -> int:
        g = self.graph
        root = g.function("sqrt", g.multiply([self._entry(first, first), self._entry(second, second)]))
        return g.add([self._entry(first, second), g.multiply([g.constant(2), root])])

    # -------------------------------------------------------------- determinants
    def _cofactor_tests(self, subset: tuple[str, ...]) -> Iterator[Comparison]:
        """One cofactor of the last row that is not positive is enough."""
        rows = subset[:-1]
        for i in range(len(subset)):
            columns = subset[:i] + subset[i + 1 :]
            sign = self.graph.constant((-1) ** (len(subset) - 1 + i))
            yield Comparison(self.graph.multiply([sign, self._minor(rows, columns)]), positive=False)

    def _minor(self, rows: tuple[str, ...], columns: tuple[str, ...]) -> int:
        """A determinant of V_ij with V_ij/2 off the diagonal, expanded along its first row."""
        g = self.graph
        if not rows:
            return g.constant(1)
        key = (rows, columns)
        if key not in self._minors:
            terms = []
            for i, column in enumerate(columns):
                factors = [g.constant((-1) ** i), self._element(rows[0], column)]
                if g.constant_value(factors[1]) != 0:
                    terms.append(g.multiply([*factors, self._minor(rows[1:], columns[:i] + columns[i + 1 :])]))
            self._minors[key] = g.add(terms) if terms else g.constant(0)
        return self._minors[key]

    def _element(self, row: str, column: str) -> int:
        half = self.graph.constant(1 if row == column else Fraction(1, 2))
        return self.graph.multiply([half, self._entry(row, column)])

    # -------------------------------------------------------------- entries
    def _entry(self, first: str, second: str) -> int:
        order = self.matrix.fields
        pair = (first, second) if order.index(first) <= order.index(second) else (second, first)
        entry = self.matrix.entries.get(pair)
        if entry is None:
            return self.graph.constant(0)
        return self.graph.minimum([self._linear(choice) for choice in entry.choices])

    def _linear(self, form: LinearForm) -> int:
        g = self.graph
        terms = []
        for term in form:
            value = g.input(term.coupling, (), self.inputs[term.coupling])
            if term.absolute:
                value = g.function("sqrt", g.absolute_square(value))
            terms.append(g.multiply([g.constant(term.factor), value]))
        return g.add(terms) if terms else g.constant(0)
