"""Operations in C99; the graph has real scalars only."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from zmodel.emit.kernel.arithmetic import Arithmetic
from zmodel.emit.kernel.graph import Node
from zmodel.emit.kernel.schedule import ATOM, PRODUCT, SUM, Text


def _number(value: Fraction) -> Text:
    if value.denominator == 1:
        return Text(f"{value.numerator}.0", ATOM if value >= 0 else SUM)
    return Text(f"{value.numerator}.0/{value.denominator}.0", PRODUCT if value >= 0 else SUM)


_ARITHMETIC = Arithmetic(_number, times="*", over="/")


class CPrinter:
    """Prints a node as a C expression of type double."""

    def is_simple(self, node: Node) -> bool:
        """Constants are repeated rather than named."""
        return node.operation == "constant"

    def print_node(self, node: Node, arguments: Sequence[Text]) -> Text:
        """The expression of one operation."""
        if node.operation == "function":
            return Text(f"{node.data}({arguments[0].text})", ATOM)
        text = _ARITHMETIC.print_node(node, arguments)
        assert text is not None, f"no C for {node.operation}"
        return text
