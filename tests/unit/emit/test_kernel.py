"""Graphs of operations: what is shared, and what differentiation leaves out."""

from __future__ import annotations

import pytest
from tests.helpers.models import compile_file

from zmodel.derive.beta.derive import derive_betas
from zmodel.derive.beta.loops import LoopOrders
from zmodel.emit.kernel.differentiate import tangents
from zmodel.emit.kernel.graph import Graph
from zmodel.emit.program import BetaProgram, beta_program


def program(path: str, loops: str) -> BetaProgram:
    analysis = compile_file(path)
    return beta_program(analysis.model, derive_betas(analysis.model, analysis.couplings, LoopOrders.parse(loops)))


def derivative(graph: Graph, output: int, seeds: dict[int, int]) -> int | None:
    return tangents(graph, graph.reachable([output]), seeds).get(output)


def test_product_rule() -> None:
    """d(3 x x y)/dx = 6 x y, as one product."""
    graph = Graph()
    x, y = graph.input("x"), graph.input("y")
    output = graph.multiply([graph.constant(3), x, x, y])
    assert derivative(graph, output, {x: graph.constant(1)}) == graph.multiply([graph.constant(6), x, y])


def test_quotient_and_root() -> None:
    """d(x/sqrt(y)) shares the root and the quotient with what is differentiated."""
    graph = Graph()
    x, y = graph.input("x"), graph.input("y")
    one = graph.constant(1)
    root = graph.function("sqrt", y)
    output = graph.divide(x, root)
    assert derivative(graph, output, {x: one}) == graph.divide(one, root)
    change = graph.divide(one, graph.multiply([graph.constant(2), root]))
    expected = graph.divide(graph.multiply([graph.constant(-1), output, change]), root)
    assert derivative(graph, output, {y: one}) == expected


def test_nothing_is_computed_where_nothing_depends() -> None:
    graph = Graph()
    x, y, z = (graph.input(name) for name in "xyz")
    output = graph.add([graph.multiply([x, y]), y])
    before = len(graph.nodes)
    assert derivative(graph, output, {z: graph.constant(1)}) is None
    assert len(graph.nodes) == before + 1  # the constant one


def test_hermitian_products_are_differentiated_once() -> None:
    """d(Y Y^dag) = X + X^dag with one product X."""
    graph = Graph()
    matrix, seed = graph.input("Y", (3, 3), True), graph.input("d Y", (3, 3), True)
    square = graph.matmul(matrix, graph.adjoint(matrix))
    output = graph.matmul(square, square)
    tangent = derivative(graph, output, {matrix: seed})
    assert tangent is not None
    needed = graph.reachable([tangent])
    assert sum(graph.nodes[n].operation == "matmul" and n not in (square, output) for n in needed) == 2


@pytest.mark.parametrize("path", ["lib/sm", "paper_c/malaphoric"])
def test_no_product_of_matrices_twice(path: str) -> None:
    """A product and its adjoint, transpose or conjugate are computed once, for traces as for beta functions."""
    graph = program(path, "2").graph
    products = {n: node.arguments for n, node in enumerate(graph.nodes) if node.operation == "matmul"}
    for left, right in products.values():
        if graph.adjoint(left) != right:
            assert (graph.adjoint(right), graph.adjoint(left)) not in products.values()
        assert (graph.transpose(right), graph.transpose(left)) not in products.values()
        assert (graph.conjugate(left), graph.conjugate(right)) not in products.values()


def test_sums_take_each_sector_as_far_as_it_goes() -> None:
    """At 2-1-1 the sum of two loops is that of one loop for the quartic, and not for the gauge coupling."""
    orders = program("lib/sm", "2-1-1")
    assert set(orders.terms[2]) == {"g1", "g2", "g3"}
    assert orders.sums[2]["lambda"] == orders.sums[1]["lambda"]
    assert orders.sums[2]["g3"] != orders.sums[1]["g3"]
