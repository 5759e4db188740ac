"""What is emitted, before any target language: quantities, and graphs from them to beta functions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from zmodel.algebra.flavour import FlavourSum
from zmodel.algebra.letters import Symmetry
from zmodel.derive.beta.derive import BetaFunctions
from zmodel.derive.beta.loops import LoopOrders
from zmodel.derive.beta.mixing import definitions
from zmodel.derive.beta.theory import conjugate_name, matrix_shape
from zmodel.derive.couplings import Coupling
from zmodel.emit.kernel.build import Builder, expression_node
from zmodel.emit.kernel.graph import Graph
from zmodel.model import Model

LOOP_FACTOR = 0.006332573977646111
"""1/(16 pi^2), to the last digit of a double."""

LOOP_FACTOR_INPUT = "1/(16 pi^2)"
"""What a graph calls it; no coupling can have this name."""

DIMENSIONFUL = ("fermion mass", "mass", "trilinear", "tadpole")
"""Kinds that no dimensionless coupling depends on, in MS-bar."""

QuantityKind = Literal[
    "gauge", "mixing", "yukawa", "fermion mass", "quartic", "trilinear", "mass", "tadpole", "parameter"
]


@dataclass(frozen=True)
class Quantity:
    """A number or array that the emitted code takes.

    Attributes:
        name: as in the model file.
        kind: what it is.
        shape: () for a number; one axis per generation index.
        is_complex: whether it may be complex.
        texture: allowed entries of an array, in order; empty for numbers.
        symmetry: under exchange of the two indices of an array.
    """

    name: str
    kind: QuantityKind
    shape: tuple[int, ...]
    is_complex: bool
    texture: tuple[tuple[int, ...], ...] = ()
    symmetry: Symmetry = "none"


@dataclass(frozen=True)
class BetaProgram:
    """The right-hand sides of the renormalisation group as a graph.

    Attributes:
        couplings: what runs, in the order of the output.
        parameters: charges that the beta functions depend on but that do not run.
        orders: loop orders by sector.
        graph: the operations; an array with one axis is a column, or a row if it belongs to the second
        fermion.
        terms: for each loop order the nodes of the couplings that have it, without loop factors.
        sums: for each number of loops the node of each coupling, loop factors included.
    """

    couplings: tuple[Quantity, ...]
    parameters: tuple[Quantity, ...]
    orders: LoopOrders
    graph: Graph
    terms: Mapping[int, Mapping[str, int]]
    sums: Mapping[int, Mapping[str, int]]


def beta_program(model: Model, betas: BetaFunctions, *, real: bool = False, massless: bool = False) -> BetaProgram:
    """Builds the graph of all beta functions.

    Args:
        model: a resolved model.
        betas: its beta functions.
        real: whether all couplings start real, and so stay real: numbers then have no imaginary part, which is half of
            the work; matrices are complex all the same.
        massless: whether masses and trilinear couplings are left out, on which no other coupling depends.

    Raises:
        UnevaluableError: if a charge is an unknown.
    """
    couplings = tuple(_quantity(model, betas, name) for name in _ordered_names(model, betas))
    couplings = tuple(q for q in couplings if not (massless and q.kind in DIMENSIONFUL))
    if real:
        couplings = tuple(q if q.shape else replace(q, is_complex=False) for q in couplings)
    parameters = tuple(Quantity(name, "parameter", (), False) for name in _used_parameters(model, betas))
    graph = Graph()
    symbols: dict[str, int] = {}
    for quantity in (*couplings, *parameters):
        shape = _matrix_shape(model, betas, quantity)
        node = graph.input(quantity.name, shape or (), quantity.is_complex)
        symbols[quantity.name] = node
        if not quantity.shape:
            symbols[conjugate_name(quantity.name)] = graph.conjugate(node)
    for name, expression in definitions(betas.sector):
        symbols[name] = expression_node(graph, expression, symbols)
    builder = Builder(graph, betas.alphabet, symbols, frozenset(quantity.name for quantity in parameters))
    # Traces are cut into products that matrices have brought, so matrices come first.
    ordered = sorted(couplings, key=lambda quantity: not quantity.shape)
    by_name = betas.by_name
    factor = graph.input(LOOP_FACTOR_INPUT)

    def output(quantity: Quantity, parts: Sequence[tuple[FlavourSum, Mapping[int, int]]]) -> int:
        node = builder.value(parts, _matrix_shape(model, betas, quantity))
        return node if quantity.is_complex else graph.real(node)

    terms = {
        loop: {q.name: output(q, [(by_name[q.name][loop], {})]) for q in ordered if loop in by_name[q.name]}
        for loop in betas.loops
    }
    sums = {
        loops: {
            q.name: output(q, [(by_name[q.name][n], {factor: n}) for n in by_name[q.name] if n <= loops])
            for q in ordered
        }
        for loops in betas.loops
    }
    return BetaProgram(
        couplings, parameters, betas.orders, graph, _in_order(terms, couplings), _in_order(sums, couplings)
    )


def _in_order(
    nodes: Mapping[int, Mapping[str, int]], couplings: tuple[Quantity, ...]
) -> Mapping[int, Mapping[str, int]]:
    return {n: {q.name: by_name[q.name] for q in couplings if q.name in by_name} for n, by_name in nodes.items()}


def _ordered_names(model: Model, betas: BetaFunctions) -> list[str]:
    """Gauge couplings in the order of their groups, kinetic mixings, then the others as declared."""
    gauge = [group.coupling for group in model.gauge_groups if group.coupling is not None]
    return [*gauge, *(mixing.name for mixing in model.mixings), *betas.couplings]


def _quantity(model: Model, betas: BetaFunctions, name: str) -> Quantity:
    if name in betas.simple or name in betas.abelian:
        is_mixing = any(mixing.name == name for mixing in model.mixings)
        return Quantity(name, "mixing" if is_mixing else "gauge", (), False)
    coupling = betas.table[name]
    shape = () if coupling.kept else coupling.shape
    texture = coupling.texture if shape else ()
    symmetry = coupling.symmetry if shape else "none"
    return Quantity(name, _kind(coupling), shape, not coupling.is_real, texture, symmetry)


def _kind(coupling: Coupling) -> QuantityKind:
    if coupling.kind == "potential":
        kinds: dict[int, QuantityKind] = {1: "tadpole", 2: "mass", 3: "trilinear", 4: "quartic"}
        return kinds[coupling.dimension]
    return "yukawa" if coupling.kind == "yukawa" else "fermion mass"


def _matrix_shape(model: Model, betas: BetaFunctions, quantity: Quantity) -> tuple[int, int] | None:
    if not quantity.shape:
        return None
    return matrix_shape(betas.table[quantity.name], model)


def _used_parameters(model: Model, betas: BetaFunctions) -> list[str]:
    """Symbols of charges that occur in any beta function."""
    ring = betas.alphabet.ring
    candidates = set(model.ring.symbols)
    used: set[str] = set()

    def visit(value: FlavourSum) -> None:
        for coefficient in value.terms.values():
            used.update(name for name in ring.used_symbols(coefficient) if name in candidates)

    for per_loop in betas.by_name.values():
        for value in per_loop.values():
            visit(value)
    for entries in betas.alphabet.charges.values():
        for entry in entries:
            used.update(name for name in ring.used_symbols(entry) if name in candidates)
    return [name for name in model.ring.symbols if name in used]
