"""A directed acyclic graph of numerical operations.

Equal operations are one node, so common subexpressions are shared by construction. Values are real or complex
numbers or matrices of fixed shape. A graph knows no physics and no target language.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from fractions import Fraction
from typing import Literal

Operation = Literal[
    "input",  # data: name
    "constant",  # data: Fraction
    "imaginary_unit",
    "add",  # sum of any number of values of one shape
    "multiply",  # product of scalars
    "power",  # data: integer exponent >= 2
    "divide",
    "minimum",  # of real values; not a number if one of them is not
    "function",  # data: name of a function of one argument, which may be complex for those of `ENTIRE`
    "conjugate",
    "absolute_square",  # |z|^2
    "real",
    "imaginary",
    "scale",  # scalar times matrix
    "matmul",
    "transpose",
    "adjoint",
    "trace",
    "inner",  # trace of the product of two matrices
    "element",  # data: (row, column)
    "diagonal",  # arguments: the entries of a diagonal matrix
    "unit",  # data: (row, column), of a matrix with a single one
    "identity",
    # Only in scalarized graphs, whose numbers are real and whose matrices are complex:
    "part",  # data: place of a double in a matrix, real and imaginary parts one after the other
    "inner_re",
    "inner_im",
    "combine",  # arguments: matrix, real part and imaginary part of its coefficient, and so on
]

ENTIRE = frozenset({"exp", "sin", "cos", "tan"})
"""Functions that have complex arguments: without branch cuts, they are sums and quotients of exponentials."""


@dataclass(frozen=True)
class Node:
    """One operation. `arguments` are numbers of earlier nodes; `shape` is () for scalars."""

    operation: Operation
    arguments: tuple[int, ...]
    data: str | Fraction | int | tuple[int, int] | None
    shape: tuple[int, ...]
    is_complex: bool


@dataclass
class Graph:
    """Builds and holds nodes; each method returns the number of its node."""

    nodes: list[Node] = field(default_factory=list)
    _numbers: dict[Node, int] = field(default_factory=dict)

    def _add(self, node: Node) -> int:
        known = self._numbers.get(node)
        if known is None:
            known = self._numbers[node] = len(self.nodes)
            self.nodes.append(node)
        return known

    def _complex(self, arguments: Iterable[int]) -> bool:
        return any(self.nodes[a].is_complex for a in arguments)

    def shape(self, number: int) -> tuple[int, ...]:
        """Shape of a value."""
        return self.nodes[number].shape

    def constant_value(self, number: int) -> Fraction | None:
        """The number that a node is, if it is a constant."""
        node = self.nodes[number]
        return node.data if node.operation == "constant" and isinstance(node.data, Fraction) else None

    # -------------------------------------------------------------- leaves
    def input(self, name: str, shape: tuple[int, ...] = (), is_complex: bool = False) -> int:
        """A quantity that the caller of the emitted code gives."""
        return self._add(Node("input", (), name, shape, is_complex))

    def constant(self, value: Fraction | int) -> int:
        """A rational number."""
        return self._add(Node("constant", (), value if isinstance(value, Fraction) else Fraction(value), (), False))

    def imaginary_unit(self) -> int:
        """The number i."""
        return self._add(Node("imaginary_unit", (), None, (), True))

    def identity(self, size: int) -> int:
        """The unit matrix."""
        return self._add(Node("identity", (), None, (size, size), False))

    def diagonal(self, entries: Sequence[int]) -> int:
        """A diagonal matrix."""
        shape = (len(entries), len(entries))
        return self._add(Node("diagonal", tuple(entries), None, shape, self._complex(entries)))

    def unit(self, row: int, column: int, shape: tuple[int, int]) -> int:
        """A matrix with a single one."""
        return self._add(Node("unit", (), (row, column), shape, False))

    # -------------------------------------------------------------- scalars and matrices
    def add(self, terms: Sequence[int]) -> int:
        """A sum; constants are added up."""
        values = [self.constant_value(t) for t in terms]
        constant = sum(value for value in values if value is not None)
        rest = [t for t, value in zip(terms, values, strict=True) if value is None]
        if constant or not rest:
            rest.append(self.constant(constant))
        if len(rest) == 1:
            return rest[0]
        return self._add(Node("add", tuple(rest), None, self.shape(rest[0]), self._complex(rest)))

    def multiply(self, factors: Sequence[int]) -> int:
        """A product of scalars; constants are multiplied and come first."""
        constant = Fraction(1)
        rest: list[int] = []
        for factor in factors:
            value, remaining = self.split_constant(factor)
            if value is not None:
                constant *= value
            if remaining is not None:
                rest.append(remaining)
        if constant == 0 or not rest:
            return self.constant(constant)
        ordered = sorted(rest)
        if constant != 1:
            ordered.insert(0, self.constant(constant))
        if len(ordered) == 1:
            return ordered[0]
        return self._add(Node("multiply", tuple(ordered), None, (), self._complex(ordered)))

    def split_constant(self, number: int) -> tuple[Fraction | None, int | None]:
        """A value as constant times the rest, so that signs and factors move out of products."""
        value = self.constant_value(number)
        if value is not None:
            return value, None
        node = self.nodes[number]
        leading = self.constant_value(node.arguments[0]) if node.operation == "multiply" else None
        if leading is None:
            return None, number
        return leading, self.multiply(node.arguments[1:])

    def power(self, base: int, exponent: int) -> int:
        """An integer power; negative ones are quotients."""
        value = self.constant_value(base)
        if value is not None and (value or exponent >= 0):
            return self.constant(value**exponent)
        if exponent < 0:
            return self.divide(self.constant(1), self.power(base, -exponent))
        if exponent == 0:
            return self.constant(1)
        if exponent == 1:
            return base
        return self._add(Node("power", (base,), exponent, (), self.nodes[base].is_complex))

    def divide(self, numerator: int, denominator: int) -> int:
        """A quotient of scalars."""
        value = self.constant_value(denominator)
        if value:
            return self.multiply([self.constant(1 / value), numerator])
        arguments = (numerator, denominator)
        return self._add(Node("divide", arguments, None, (), self._complex(arguments)))

    def minimum(self, values: Sequence[int]) -> int:
        """The least of some real values."""
        distinct = tuple(dict.fromkeys(values))
        return distinct[0] if len(distinct) == 1 else self._add(Node("minimum", distinct, None, (), False))

    def function(self, name: str, argument: int) -> int:
        """A function that is real where its argument is."""
        return self._add(Node("function", (argument,), name, (), self.nodes[argument].is_complex))

    def conjugate(self, value: int) -> int:
        """The complex conjugate, element by element; real values stay as they are."""
        node = self.nodes[value]
        if not node.is_complex:
            return value
        if node.operation == "conjugate":
            return node.arguments[0]
        return self._add(Node("conjugate", (value,), None, node.shape, True))

    def absolute_square(self, value: int) -> int:
        """|z|^2 of a scalar."""
        if not self.nodes[value].is_complex:
            return self.power(value, 2)
        return self._add(Node("absolute_square", (value,), None, (), False))

    def real(self, value: int) -> int:
        """The real part."""
        node = self.nodes[value]
        return value if not node.is_complex else self._add(Node("real", (value,), None, node.shape, False))

    def imaginary(self, value: int) -> int:
        """The imaginary part of a scalar."""
        node = self.nodes[value]
        return self.constant(0) if not node.is_complex else self._add(Node("imaginary", (value,), None, (), False))

    # -------------------------------------------------------------- matrices
    def scale(self, factor: int, matrix: int) -> int:
        """A scalar times a matrix."""
        if self.constant_value(factor) == 1:
            return matrix
        arguments = (factor, matrix)
        return self._add(Node("scale", arguments, None, self.shape(matrix), self._complex(arguments)))

    def matmul(self, left: int, right: int) -> int:
        """The matrix product."""
        if self.nodes[left].operation == "identity":
            return right
        if self.nodes[right].operation == "identity":
            return left
        shape = (self.shape(left)[0], self.shape(right)[1])
        return self._add(Node("matmul", (left, right), None, shape, self._complex((left, right))))

    def transpose(self, matrix: int) -> int:
        """The transposed matrix."""
        node = self.nodes[matrix]
        if node.operation == "transpose":
            return node.arguments[0]
        return self._add(Node("transpose", (matrix,), None, node.shape[::-1], node.is_complex))

    def adjoint(self, matrix: int) -> int:
        """The conjugate of the transposed matrix."""
        node = self.nodes[matrix]
        if node.operation == "adjoint":
            return node.arguments[0]
        return self._add(Node("adjoint", (matrix,), None, node.shape[::-1], node.is_complex))

    def inner(self, left: int, right: int) -> int:
        """The trace of a product, for which the product itself is not needed."""
        arguments = (min(left, right), max(left, right))
        return self._add(Node("inner", arguments, None, (), self._complex(arguments)))

    def trace(self, matrix: int) -> int:
        """The trace of a square matrix."""
        return self._add(Node("trace", (matrix,), None, (), self.nodes[matrix].is_complex))

    def element(self, matrix: int, row: int, column: int) -> int:
        """One element of a matrix."""
        return self._add(Node("element", (matrix,), (row, column), (), self.nodes[matrix].is_complex))

    # -------------------------------------------------------------- complex matrices among real numbers
    def part(self, matrix: int, place: int) -> int:
        """One double of a matrix: the real or imaginary part of an element."""
        return self._add(Node("part", (matrix,), place, (), False))

    def inner_part(self, left: int, right: int, part: Literal["inner_re", "inner_im"]) -> int:
        """Real or imaginary part of the trace of a product."""
        return self._add(Node(part, (min(left, right), max(left, right)), None, (), False))

    def combine(self, terms: Sequence[tuple[int, int, int]], shape: tuple[int, ...]) -> int:
        """A sum of matrices with complex coefficients (matrix, real part, imaginary part)."""
        arguments: list[int] = []
        for matrix, real, imaginary in terms:
            if self.constant_value(real) != 0 or self.constant_value(imaginary) != 0:
                arguments += [matrix, real, imaginary]
        return self._add(Node("combine", tuple(arguments), None, shape, True))

    # -------------------------------------------------------------- use
    def copy(self, node: Node, arguments: tuple[int, ...]) -> int:
        """The operation of another graph's node with arguments of this one."""
        if node.operation == "multiply":
            return self.multiply(arguments)
        return self._add(replace(node, arguments=arguments))

    def reachable(self, outputs: Iterable[int]) -> list[int]:
        """The nodes that some outputs need, in an order in which they can be computed."""
        needed = set(outputs)
        for number in range(len(self.nodes) - 1, -1, -1):
            if number in needed:
                needed.update(self.nodes[number].arguments)
        return sorted(needed)
