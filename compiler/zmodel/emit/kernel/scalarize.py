"""Complex numbers to pairs of real ones: the graph that C wants. Matrices stay whole.

In the result every number is real and every matrix complex; `part` and the traces of products lead from one to
the other.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction

from zmodel.emit.kernel.graph import Graph, Node

Pair = tuple[int, int]
"""Real and imaginary part as nodes of the new graph."""

InputReader = Callable[[Graph, str, bool], Pair]
"""Gives the parts of a number: (new graph, name, is_complex) to a pair."""


@dataclass
class Scalarizer:
    """Rewrites one graph into another.

    Attributes:
        source: the graph to be rewritten.
        read_input: how complex numbers are taken apart.
        target: the new graph.
    """

    source: Graph
    read_input: InputReader
    target: Graph = field(default_factory=Graph)
    _numbers: dict[int, Pair] = field(default_factory=dict)
    _matrices: dict[int, int] = field(default_factory=dict)

    def rewrite(self, outputs: Sequence[int]) -> list[Pair | int]:
        """The pairs of numbers and the nodes of matrices."""
        for number in self.source.reachable(outputs):
            node = self.source.nodes[number]
            if node.shape:
                self._matrices[number] = self._matrix(node)
            else:
                self._numbers[number] = self._number(node)
        return [self._matrices[n] if self.source.shape(n) else self._numbers[n] for n in outputs]

    # -------------------------------------------------------------- real arithmetic on pairs
    def _is_zero(self, number: int) -> bool:
        return self.target.constant_value(number) == 0

    def _sum(self, pairs: Sequence[Pair]) -> Pair:
        return self.target.add([re for re, _ in pairs]), self.target.add([im for _, im in pairs])

    def _negative(self, number: int) -> int:
        return self.target.multiply([self.target.constant(-1), number])

    def _product(self, a: Pair, b: Pair) -> Pair:
        t = self.target
        real_part = t.add([t.multiply([a[0], b[0]]), self._negative(t.multiply([a[1], b[1]]))])
        imaginary_part = t.add([t.multiply([a[0], b[1]]), t.multiply([a[1], b[0]])])
        return real_part, imaginary_part

    def _products(self, pairs: Sequence[Pair]) -> Pair:
        """A product; real factors are multiplied in one go."""
        real = [re for re, im in pairs if self._is_zero(im)]
        result: Pair | None = None
        for pair in pairs:
            if not self._is_zero(pair[1]):
                result = pair if result is None else self._product(result, pair)
        factor = self.target.multiply(real) if real else self.target.constant(1)
        if result is None:
            return factor, self.target.constant(0)
        return self.target.multiply([factor, result[0]]), self.target.multiply([factor, result[1]])

    def _power(self, base: Pair, exponent: int) -> Pair:
        if exponent == 1:
            return base
        half = self._power(base, exponent // 2)
        square = self._products([half, half])
        return square if exponent % 2 == 0 else self._products([base, square])

    def _quotient(self, a: Pair, b: Pair) -> Pair:
        t = self.target
        if self._is_zero(b[1]):
            return t.divide(a[0], b[0]), (a[1] if self._is_zero(a[1]) else t.divide(a[1], b[0]))
        norm = t.add([t.multiply([part, part]) for part in b])
        re, im = self._product(a, (b[0], self._negative(b[1])))
        return t.divide(re, norm), t.divide(im, norm)

    def _function(self, name: str, argument: Pair) -> Pair:
        t = self.target
        if self._is_zero(argument[1]):
            return t.function(name, argument[0]), argument[1]
        match name:
            case "exp":
                return self._exponential(argument)
            case "sin" | "cos":
                return self._sine_or_cosine(name, argument)
            case "tan":
                return self._quotient(self._function("sin", argument), self._function("cos", argument))
        raise AssertionError(f"no complex {name}")

    def _exponential(self, argument: Pair) -> Pair:
        """e^(a + i b) = e^a (cos b + i sin b)."""
        t = self.target
        real, imaginary = argument
        phase = t.function("cos", imaginary), t.function("sin", imaginary)
        return phase if self._is_zero(real) else self._products([(t.function("exp", real), t.constant(0)), phase])

    def _sine_or_cosine(self, name: str, argument: Pair) -> Pair:
        """2 cos z = e^(i z) + e^(-i z), and 2 i sin z is the difference."""
        t = self.target
        real, imaginary = argument
        up = self._exponential((self._negative(imaginary), real))
        down = self._exponential((imaginary, self._negative(real)))
        half, minus_half = t.constant(Fraction(1, 2)), t.constant(Fraction(-1, 2))
        if name == "cos":
            return self._products([(half, t.constant(0)), self._sum([up, down])])
        difference = self._sum([up, (self._negative(down[0]), self._negative(down[1]))])
        return self._products([(t.constant(0), minus_half), difference])

    # -------------------------------------------------------------- numbers
    def _number(self, node: Node) -> Pair:
        t, zero = self.target, self.target.constant(0)
        match node.operation:
            case "trace":
                matrix, size = self._matrices[node.arguments[0]], self.source.shape(node.arguments[0])[0]
                places = range(0, 2 * size * size, 2 * (size + 1))
                return self._sum([(t.part(matrix, i), t.part(matrix, i + 1)) for i in places])
            case "element":
                assert isinstance(node.data, tuple)
                columns = self.source.shape(node.arguments[0])[1]
                place = 2 * (node.data[0] * columns + node.data[1])
                matrix = self._matrices[node.arguments[0]]
                return t.part(matrix, place), t.part(matrix, place + 1)
            case "inner":
                left, right = (self._matrices[a] for a in node.arguments)
                return t.inner_part(left, right, "inner_re"), t.inner_part(left, right, "inner_im")
        pairs = [self._numbers[a] for a in node.arguments]
        match node.operation, node.data:
            case "input", str(name):
                return self.read_input(t, name, node.is_complex)
            case "constant", Fraction() as value:
                return t.constant(value), zero
            case "add", _:
                return self._sum(pairs)
            case "multiply", _:
                return self._products(pairs)
            case "power", int(exponent):
                return self._power(pairs[0], exponent)
            case "divide", _:
                return self._quotient(*pairs)
            case "minimum", _:
                return t.minimum([re for re, _ in pairs]), zero
            case "imaginary_unit", _:
                return zero, t.constant(1)
            case "function", str(name):
                return self._function(name, pairs[0])
            case "conjugate", _:
                return pairs[0][0], self._negative(pairs[0][1])
            case "absolute_square", _:
                return t.add([t.multiply([part, part]) for part in pairs[0]]), zero
            case "real", _:
                return pairs[0][0], zero
            case "imaginary", _:
                return pairs[0][1], zero
        raise AssertionError(f"no number is a {node.operation}")

    # -------------------------------------------------------------- matrices
    def _matrix(self, node: Node) -> int:
        t = self.target
        match node.operation, node.data:
            case "input", str(name):
                return t.input(name, node.shape, True)
            case "add", _:
                return t.combine([term for a in node.arguments for term in self._scaled(a)], node.shape)
            case "scale", _:
                factor, matrix = node.arguments
                return t.combine([(self._matrices[matrix], *self._numbers[factor])], node.shape)
            case "diagonal", _:
                return t.diagonal([self._numbers[a][0] for a in node.arguments])
            case "identity", _:
                return t.identity(node.shape[0])
            case "unit", (int(row), int(column)):
                return t.unit(row, column, (node.shape[0], node.shape[1]))
        matrices = [self._matrices[a] for a in node.arguments]
        match node.operation:
            case "matmul":
                return t.matmul(*matrices)
            case "transpose":
                return t.transpose(*matrices)
            case "adjoint":
                return t.adjoint(*matrices)
            case "conjugate":
                return t.conjugate(*matrices)
        raise AssertionError(f"no matrix is a {node.operation}")

    def _scaled(self, number: int) -> list[tuple[int, int, int]]:
        """A summand as terms of a linear combination."""
        node = self.source.nodes[number]
        one, zero = self.target.constant(1), self.target.constant(0)
        if node.operation != "scale":
            return [(self._matrices[number], one, zero)]
        factor, matrix = node.arguments
        return [(self._matrices[matrix], *self._numbers[factor])]


def scalarize(
    source: Graph, outputs: Mapping[str, int], read_input: InputReader
) -> tuple[Graph, dict[str, Pair | int]]:
    """Rewrites named outputs: pairs of real numbers, or matrices."""
    scalarizer = Scalarizer(source, read_input)
    values = scalarizer.rewrite(list(outputs.values()))
    return scalarizer.target, dict(zip(outputs, values, strict=True))
