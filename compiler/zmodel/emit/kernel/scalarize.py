"""Matrices to elements and complex numbers to pairs: the graph that C and the vector unit want.

The result has real scalars only. Elements that are zero by a texture cost nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction

from zmodel.emit.kernel.graph import Graph, Node

Pair = tuple[int, int]
"""Real and imaginary part as nodes of the new graph."""

Block = tuple[tuple[Pair, ...], ...]
"""A matrix of pairs; a scalar is a 1 x 1 block."""

InputReader = Callable[[Graph, str, tuple[int, ...], bool], Block]
"""Gives the parts of an input: (new graph, name, shape, is_complex) to a block."""


@dataclass
class Scalarizer:
    """Rewrites one graph into another.

    Attributes:
        source: the graph to be rewritten.
        read_input: how inputs are taken apart.
        target: the new graph.
    """

    source: Graph
    read_input: InputReader
    target: Graph = field(default_factory=Graph)
    _blocks: dict[int, Block] = field(default_factory=dict)

    def rewrite(self, outputs: Sequence[int]) -> list[Block]:
        """The blocks of some outputs."""
        for number in self.source.reachable(outputs):
            if number not in self._blocks:
                self._blocks[number] = self._block(self.source.nodes[number])
        return [self._blocks[number] for number in outputs]

    # -------------------------------------------------------------- real arithmetic on pairs
    def _constant(self, value: Fraction | int) -> Pair:
        return self.target.constant(value), self.target.constant(0)

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

    # -------------------------------------------------------------- nodes
    def _block(self, node: Node) -> Block:
        arguments = [self._blocks[a] for a in node.arguments]
        scalars = [block[0][0] for block in arguments]
        match node.operation:
            case "input":
                assert isinstance(node.data, str)
                return self.read_input(self.target, node.data, node.shape, node.is_complex)
            case "constant":
                assert isinstance(node.data, Fraction)
                return ((self._constant(node.data),),)
            case "add":
                return self._elementwise(arguments, self._sum)
            case "multiply":
                return ((self._products(scalars),),)
            case "power":
                assert isinstance(node.data, int)
                return ((self._power(scalars[0], node.data),),)
            case "divide":
                return ((self._quotient(*scalars),),)
            case "function":
                assert isinstance(node.data, str) and self._is_zero(scalars[0][1])
                return (((self.target.function(node.data, scalars[0][0]), self.target.constant(0)),),)
            case "conjugate":
                return self._elementwise(arguments, lambda pairs: (pairs[0][0], self._negative(pairs[0][1])))
            case "absolute_square":
                t = self.target
                square = t.add([t.multiply([part, part]) for part in scalars[0]])
                return (((square, t.constant(0)),),)
            case "real":
                return self._elementwise(arguments, lambda pairs: (pairs[0][0], self.target.constant(0)))
            case "imaginary":
                return (((scalars[0][1], self.target.constant(0)),),)
            case "scale":
                factor = scalars[0]
                return self._elementwise(arguments[1:], lambda pairs: self._products([factor, pairs[0]]))
            case "matmul":
                return self._matmul(*arguments)
            case "transpose":
                return tuple(zip(*arguments[0], strict=True))
            case "trace":
                return ((self._sum([row[i] for i, row in enumerate(arguments[0])]),),)
            case "element":
                assert isinstance(node.data, tuple)
                row, column = node.data
                return ((arguments[0][int(row)][int(column)],),)
            case "diagonal":
                zero, size = self._constant(0), len(scalars)
                return tuple(tuple(scalars[i] if i == j else zero for j in range(size)) for i in range(size))
            case _:
                return self._constant_matrix(node)

    def _elementwise(self, blocks: Sequence[Block], operation: Callable[[Sequence[Pair]], Pair]) -> Block:
        rows, columns = len(blocks[0]), len(blocks[0][0])
        return tuple(tuple(operation([block[i][j] for block in blocks]) for j in range(columns)) for i in range(rows))

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
        norm = t.add([t.power(b[0], 2), t.power(b[1], 2)])
        re, im = self._product(a, (b[0], self._negative(b[1])))
        return t.divide(re, norm), t.divide(im, norm)

    def _matmul(self, left: Block, right: Block) -> Block:
        columns = list(zip(*right, strict=True))
        return tuple(
            tuple(self._sum([self._product(a, b) for a, b in zip(row, column, strict=True)]) for column in columns)
            for row in left
        )

    def _constant_matrix(self, node: Node) -> Block:
        rows, columns = node.shape

        def entry(i: int, j: int) -> Fraction:
            return Fraction(int(i == j if node.operation == "identity" else (i, j) == node.data))

        return tuple(tuple(self._constant(entry(i, j)) for j in range(columns)) for i in range(rows))


def scalarize(source: Graph, outputs: Mapping[str, int], read_input: InputReader) -> tuple[Graph, dict[str, Block]]:
    """Rewrites named outputs to real scalars."""
    scalarizer = Scalarizer(source, read_input)
    blocks = scalarizer.rewrite(list(outputs.values()))
    return scalarizer.target, dict(zip(outputs, blocks, strict=True))
