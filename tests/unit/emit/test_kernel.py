"""Graphs of operations: what is shared, and what differentiation leaves out."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from math import prod
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.helpers.models import compile_file

from zmodel.derive.beta.derive import derive_betas
from zmodel.derive.beta.loops import LoopOrders
from zmodel.emit.kernel.differentiate import tangents
from zmodel.emit.kernel.graph import ENTIRE, Graph
from zmodel.emit.kernel.scalarize import scalarize
from zmodel.emit.kernel.share import share_sums
from zmodel.emit.program import BetaProgram, beta_program
from zmodel.emit.python.printer import PythonPrinter
from zmodel.model.expression import FUNCTIONS


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


def test_common_parts_of_sums_are_computed_once() -> None:
    """3 a + 6 b + c and x (a + 2 b) + d hold multiples of a + 2 b."""
    graph = Graph()
    a, b, c, d, x = (graph.input(name) for name in "abcdx")

    def times(number: int, node: int) -> int:
        return graph.multiply([graph.constant(number), node])

    first = graph.add([times(3, a), times(6, b), c])
    second = graph.add([graph.multiply([x, graph.add([a, times(2, b)])]), d])
    shared, outputs = share_sums(graph, [first, second])
    sums = [shared.nodes[n] for n in shared.reachable(outputs) if shared.nodes[n].operation == "add"]
    assert sorted(len(node.arguments) for node in sums) == [2, 2, 2]
    values = {"a": 2.0, "b": 3.0, "c": 5.0, "d": 7.0, "x": 11.0}
    assert [evaluate(shared, n, values) for n in outputs] == [evaluate(graph, n, values) for n in (first, second)]


@given(st.data())
def test_sharing_changes_no_value(data: st.DataObject) -> None:
    """Of polynomials with whole coefficients, exactly."""
    graph = Graph()
    inputs = [graph.input(name) for name in "abcde"]
    nodes = list(inputs)
    for _ in range(data.draw(st.integers(1, 12))):
        chosen = data.draw(st.lists(st.tuples(st.integers(-3, 3), st.sampled_from(nodes)), min_size=1, max_size=5))
        terms = [graph.multiply([graph.constant(number), node]) for number, node in chosen]
        nodes.append(graph.add(terms) if data.draw(st.booleans()) else graph.multiply([n for _, n in chosen[:2]]))
    outputs = nodes[len(inputs) :]
    shared, found = share_sums(graph, outputs)
    values = dict(zip("abcde", (Fraction(n, 7) for n in (3, -5, 8, 13, -17)), strict=True))
    assert [evaluate(shared, n, values) for n in found] == [evaluate(graph, n, values) for n in outputs]


def test_whole_numbers_beyond_64_bits_are_floats_in_python() -> None:
    """NumPy 1 has no square root of what such a number makes of one of its own."""
    graph = Graph()
    for number, text in ((2**63 - 1, f"{2**63 - 1}"), (2**63, f"{2**63}.0"), (-(10**30), f"-{10**30}.0")):
        printed = PythonPrinter().print_node(graph.nodes[graph.constant(number)], [])
        assert printed.text == text


def read_parts(graph: Graph, name: str, is_complex: bool) -> tuple[int, int]:
    """The parts of a complex input as two real ones."""
    return graph.input(f"Re {name}"), graph.input(f"Im {name}") if is_complex else graph.constant(0)


@pytest.mark.parametrize("name", sorted(ENTIRE))
@pytest.mark.parametrize("z", [0.3 - 0.8j, -1.1 + 0.2j])
def test_functions_of_complex_numbers_in_real_ones(name: str, z: complex) -> None:
    graph = Graph()
    value = graph.input("z", (), True)
    arguments = [value, graph.multiply([graph.imaginary_unit(), value]), graph.power(value, 2)]
    outputs = {str(n): graph.function(name, argument) for n, argument in enumerate(arguments)}
    parts, pairs = scalarize(graph, outputs, read_parts)
    for pair, argument in zip(pairs.values(), (z, 1j * z, z**2), strict=True):
        assert isinstance(pair, tuple)
        real, imaginary = (evaluate(parts, part, {"Re z": z.real, "Im z": z.imag}) for part in pair)
        assert complex(real, imaginary) == pytest.approx(FUNCTIONS[name](argument), rel=1e-14)


def evaluate(graph: Graph, number: int, values: Mapping[str, Any]) -> Any:
    """The value of a node of real arithmetic and functions."""
    node = graph.nodes[number]
    arguments = [evaluate(graph, argument, values) for argument in node.arguments]
    match node.operation:
        case "input":
            return values[str(node.data)]
        case "constant":
            return node.data
        case "add":
            return sum(arguments)
        case "multiply":
            return prod(arguments)
        case "power":
            assert isinstance(node.data, int)
            return arguments[0] ** node.data
        case "divide":
            return arguments[0] / arguments[1]
        case "function":
            return FUNCTIONS[str(node.data)](*arguments).real
    raise AssertionError(node.operation)
