"""Operations in C99: real numbers as expressions, complex matrices as calls."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from zmodel.emit.kernel.arithmetic import Arithmetic, nested_calls
from zmodel.emit.kernel.graph import Graph, Node
from zmodel.emit.kernel.schedule import ATOM, PRODUCT, SUM, Text


def _number(value: Fraction) -> Text:
    if value.denominator == 1:
        return Text(f"{value.numerator}.0", ATOM if value >= 0 else SUM)
    return Text(f"{value.numerator}.0/{value.denominator}.0", PRODUCT if value >= 0 else SUM)


_ARITHMETIC = Arithmetic(_number, times="*", over="/")


class CPrinter:
    """Prints a node of a scalarized graph."""

    def __init__(self, graph: Graph) -> None:
        self.graph = graph

    def is_simple(self, node: Node, arguments: Sequence[Text]) -> bool:
        """Constants, elements and multiples of what has a name are repeated rather than named."""
        if node.operation == "multiply" and len(arguments) == 2:
            return self.graph.constant_value(node.arguments[0]) is not None and arguments[1].text.isidentifier()
        return node.operation in ("constant", "part")

    def print_node(self, node: Node, arguments: Sequence[Text]) -> Text | None:
        """A C expression of type double, or None for a matrix."""
        if node.shape:
            return None
        match node.operation:
            case "minimum":
                return Text(nested_calls("minimum", arguments), ATOM)
            case "function":
                return Text(f"{node.data}({arguments[0].text})", ATOM)
            case "part":
                return Text(f"{arguments[0].text}[{node.data}]", ATOM)
            case "inner_re" | "inner_im":
                rows, inner = self.graph.shape(node.arguments[0])
                left, right = (argument.text for argument in arguments)
                return Text(f"{node.operation}({rows}, {inner}, {left}, {right})", ATOM)
        text = _ARITHMETIC.print_node(node, arguments)
        assert text is not None, f"no C for {node.operation}"
        return text

    def matrix_statements(self, node: Node, target: str, arguments: Sequence[Text]) -> list[str]:
        """Statements that declare and fill a matrix: real and imaginary parts one after the other, by rows."""
        rows, columns = node.shape
        size = 2 * rows * columns
        texts = [argument.text for argument in arguments]
        match node.operation:
            case "matmul":
                inner = self.graph.shape(node.arguments[0])[1]
                return [
                    f"double {target}[{size}];",
                    f"multiply({rows}, {inner}, {columns}, {texts[0]}, {texts[1]}, {target});",
                ]
            case "transpose" | "adjoint" as operation:
                return [f"double {target}[{size}];", f"{operation}({rows}, {columns}, {texts[0]}, {target});"]
            case "conjugate":
                return [f"double {target}[{size}];", f"conjugate({size}, {texts[0]}, {target});"]
            case "combine":
                return [f"double {target}[{size}] = {{0.0}};", *self._sum(node, target, texts)]
        return [f"const double {target}[{size}] = {{{', '.join(_constant_matrix(node, texts))}}};"]

    def _sum(self, node: Node, target: str, texts: Sequence[str]) -> list[str]:
        lines = []
        size = 2 * node.shape[0] * node.shape[1]
        for i in range(0, len(texts), 3):
            matrix, real, imaginary = texts[i : i + 3]
            if self.graph.constant_value(node.arguments[i + 2]) == 0:
                lines.append(f"add({size}, {real}, {matrix}, {target});")
            else:
                lines.append(f"add_complex({size}, {real}, {imaginary}, {matrix}, {target});")
        return lines


def _constant_matrix(node: Node, entries: Sequence[str]) -> list[str]:
    """The numbers of a diagonal, unit or identity matrix."""
    rows, columns = node.shape
    numbers = ["0.0"] * (2 * rows * columns)
    match node.operation, node.data:
        case "unit", (int(row), int(column)):
            numbers[2 * (row * columns + column)] = "1.0"
        case _:
            for i in range(rows):
                numbers[2 * i * (columns + 1)] = entries[i] if entries else "1.0"
    return numbers
