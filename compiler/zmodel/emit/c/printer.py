"""Operations in C99; the graph has real scalars only."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from zmodel.emit.kernel.graph import Node
from zmodel.emit.kernel.schedule import ATOM, PRODUCT, SUM, UNARY, Text, join_sum


class CPrinter:
    """Prints a node as a C expression of type double."""

    def is_simple(self, node: Node) -> bool:
        """Constants are repeated rather than named."""
        return node.operation == "constant"

    def print_node(self, node: Node, arguments: Sequence[Text]) -> Text:
        """The expression of one operation."""
        match node.operation:
            case "constant":
                return _constant(node.data)
            case "add":
                return Text(join_sum(arguments), SUM)
            case "multiply":
                return _product(arguments)
            case "divide":
                return Text(f"{arguments[0].within(PRODUCT)}/{arguments[1].within(UNARY)}", PRODUCT)
            case "function":
                return Text(f"{node.data}({arguments[0].text})", ATOM)
        raise AssertionError(f"no C for {node.operation}")


def _constant(value: object) -> Text:
    assert isinstance(value, Fraction)
    if value.denominator == 1:
        return Text(f"{value.numerator}.0", ATOM if value >= 0 else SUM)
    return Text(f"{value.numerator}.0/{value.denominator}.0", PRODUCT if value >= 0 else SUM)


def _product(arguments: Sequence[Text]) -> Text:
    """A product; a constant factor comes first, and -1 is a sign."""
    first, *rest = arguments
    if first.text == "-1.0" and rest:
        return Text(f"-{_product(rest).within(PRODUCT)}", SUM)
    is_number = not any(char.isalpha() or char == "(" for char in first.text)
    parts = [first.text if is_number else first.within(PRODUCT)]
    parts += [argument.within(UNARY) for argument in rest]
    text = "*".join(parts)
    return Text(text, SUM if text.startswith("-") else PRODUCT)
