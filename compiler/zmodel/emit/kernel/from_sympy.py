"""Expressions of sympy as nodes of a graph."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

import sympy

from zmodel.derive.to_sympy import Expr
from zmodel.emit.kernel.graph import Graph

FUNCTIONS: Mapping[type, str] = {
    sympy.sin: "sin",
    sympy.cos: "cos",
    sympy.tan: "tan",
    sympy.asin: "asin",
    sympy.acos: "acos",
    sympy.atan: "atan",
    sympy.exp: "exp",
    sympy.log: "log",
}


class UnprintableError(ValueError):
    """An expression has a part that no graph has."""


def sympy_node(graph: Graph, expression: Expr, symbols: Mapping[str, int]) -> int:
    """The node of a real expression.

    Args:
        graph: receives the operations.
        expression: of sums, products, integer and half-integer powers, absolute values and elementary functions;
            absolute values may be of complex expressions.
        symbols: a node for each symbol, by name.

    Raises:
        UnprintableError: if it has anything else.
    """

    def node(part: Expr) -> int:
        return sympy_node(graph, part, symbols)

    if isinstance(expression, sympy.Rational):
        return graph.constant(Fraction(int(expression.p), int(expression.q)))
    if isinstance(expression, sympy.Float):
        return graph.constant(Fraction(repr(float(expression))))
    if isinstance(expression, sympy.Symbol) and expression.name in symbols:
        return symbols[expression.name]
    if isinstance(expression, sympy.Add):
        return graph.add([node(term) for term in expression.args])
    if isinstance(expression, sympy.Mul):
        return _product(graph, expression, symbols)
    if isinstance(expression, sympy.Pow):
        return _power(graph, node(expression.base), expression.exp)
    if isinstance(expression, sympy.Abs):
        real, imaginary = sympy.expand(expression.args[0], complex=True).as_real_imag()
        if imaginary == 0:
            return graph.function("sqrt", graph.power(node(real), 2))
        return graph.function("sqrt", graph.add([graph.power(node(real), 2), graph.power(node(imaginary), 2)]))
    name = FUNCTIONS.get(type(expression))
    if name is None:
        raise UnprintableError(str(expression))
    return graph.function(name, node(expression.args[0]))


def _product(graph: Graph, expression: Expr, symbols: Mapping[str, int]) -> int:
    numerator, denominator = expression.as_numer_denom()
    if denominator == 1:
        return graph.multiply([sympy_node(graph, factor, symbols) for factor in expression.args])
    return graph.divide(sympy_node(graph, numerator, symbols), sympy_node(graph, denominator, symbols))


def _power(graph: Graph, base: int, exponent: Expr) -> int:
    if not isinstance(exponent, sympy.Rational) or exponent.q not in (1, 2):
        raise UnprintableError(f"power {exponent}")
    if exponent.q == 2:
        base = graph.function("sqrt", base)
    return graph.power(base, int(exponent.p))
