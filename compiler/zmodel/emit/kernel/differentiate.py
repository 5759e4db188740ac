"""Forward differentiation of a scalarized graph: the tangent of every node in one direction.

Tangents are nodes of the same graph, so they share all intermediate results with what is differentiated and with
each other. A node that does not depend on the direction has no tangent, and nothing is computed for it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from zmodel.emit.kernel.graph import Graph, Node


def tangents(graph: Graph, order: Sequence[int], seeds: Mapping[int, int]) -> dict[int, int]:
    """The derivatives along one direction of all nodes that depend on it.

    Args:
        graph: receives the new nodes.
        order: what is differentiated and all that it needs, each node after its arguments.
        seeds: the derivatives of inputs; those that are left out stay fixed.
    """
    found = dict(seeds)
    for number in order:
        node = graph.nodes[number]
        if number not in found and any(argument in found for argument in node.arguments):
            found[number] = _number(graph, number, node, found) if not node.shape else _matrix(graph, node, found)
    return found


def _number(graph: Graph, number: int, node: Node, found: Mapping[int, int]) -> int:
    arguments = node.arguments
    match node.operation:
        case "add":
            return graph.add([found[a] for a in arguments if a in found])
        case "multiply":
            return _product(graph, arguments, found)
        case "divide":
            return _quotient(graph, number, arguments, found)
        case "function" if node.data == "sqrt":
            return graph.divide(found[arguments[0]], graph.multiply([graph.constant(2), number]))
        case "part":
            assert isinstance(node.data, int)
            return graph.part(found[arguments[0]], node.data)
        case "inner_re" | "inner_im" as part:
            left, right = arguments
            changes = [graph.inner_part(found[a], b, part) for a, b in ((left, right), (right, left)) if a in found]
            if left == right or (part == "inner_re" and graph.adjoint(left) == right):
                return graph.multiply([graph.constant(2), changes[0]])
            return graph.add(changes)
    raise AssertionError(f"no derivative of {node.operation} {node.data}")


def _product(graph: Graph, factors: tuple[int, ...], found: Mapping[int, int]) -> int:
    """The product rule; equal factors are differentiated once."""
    terms = []
    for factor, power in Counter(factors).items():
        if factor in found:
            rest = list(factors)
            rest.remove(factor)
            terms.append(graph.multiply([graph.constant(power), found[factor], *rest]))
    return graph.add(terms)


def _quotient(graph: Graph, number: int, arguments: tuple[int, ...], found: Mapping[int, int]) -> int:
    """d(a/b) = (da - (a/b) db)/b."""
    numerator, denominator = arguments
    terms = [found[numerator]] if numerator in found else []
    if denominator in found:
        terms.append(graph.multiply([graph.constant(-1), number, found[denominator]]))
    return graph.divide(graph.add(terms), denominator)


def _matrix_product(graph: Graph, factors: tuple[int, ...], found: Mapping[int, int]) -> int:
    """The product rule; the changes of A A^dag, and of H H for a hermitian H, are adjoints of each other."""
    left, right = factors
    products = [graph.matmul(found[left], right)] if left in found else []
    if right == graph.adjoint(left) or (left == right and _is_hermitian(graph, left)):
        products.append(graph.adjoint(products[0]))
    elif right in found:
        products.append(graph.matmul(left, found[right]))
    one, zero = graph.constant(1), graph.constant(0)
    if len(products) == 1:
        return products[0]
    return graph.combine([(product, one, zero) for product in products], graph.shape(products[0]))


def _is_hermitian(graph: Graph, matrix: int) -> bool:
    """Whether a matrix is of the form A A^dag."""
    node = graph.nodes[matrix]
    return node.operation == "matmul" and node.arguments[1] == graph.adjoint(node.arguments[0])


def _matrix(graph: Graph, node: Node, found: Mapping[int, int]) -> int:
    arguments = node.arguments
    match node.operation:
        case "matmul":
            return _matrix_product(graph, arguments, found)
        case "transpose":
            return graph.transpose(found[arguments[0]])
        case "adjoint":
            return graph.adjoint(found[arguments[0]])
        case "conjugate":
            return graph.conjugate(found[arguments[0]])
        case "combine":
            zero = graph.constant(0)
            terms = []
            for i in range(0, len(arguments), 3):
                matrix, real, imaginary = arguments[i : i + 3]
                terms.append((matrix, found.get(real, zero), found.get(imaginary, zero)))
                if matrix in found:
                    terms.append((found[matrix], real, imaginary))
            return graph.combine(terms, node.shape)
    raise AssertionError(f"no derivative of {node.operation}")
