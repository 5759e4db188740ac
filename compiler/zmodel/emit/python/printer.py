"""Operations in NumPy."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from zmodel.emit.kernel.graph import Node
from zmodel.emit.kernel.schedule import ATOM, PRODUCT, SUM, UNARY, Text, join_sum

FUNCTIONS = {
    "sqrt": "np.sqrt",
    "sin": "np.sin",
    "cos": "np.cos",
    "tan": "np.tan",
    "asin": "np.arcsin",
    "acos": "np.arccos",
    "atan": "np.arctan",
    "exp": "np.exp",
    "log": "np.log",
}


class PythonPrinter:
    """Prints a node as a Python expression; matrices are NumPy arrays."""

    def is_simple(self, node: Node) -> bool:
        """Constants, conjugates of names and elements are repeated rather than named."""
        return node.operation in ("constant", "input", "identity", "unit")

    def print_node(self, node: Node, arguments: Sequence[Text]) -> Text:
        """The expression of one operation."""
        texts = [argument.text for argument in arguments]
        match node.operation:
            case "constant":
                return _constant(node.data)
            case "add":
                return Text(join_sum(arguments), SUM)
            case "multiply":
                return _product(arguments)
            case "divide":
                return Text(f"{arguments[0].within(PRODUCT)} / {arguments[1].within(UNARY)}", PRODUCT)
            case "power":
                return Text(f"{arguments[0].within(ATOM)}**{node.data}", UNARY)
            case "function":
                return Text(f"{FUNCTIONS[str(node.data)]}({texts[0]})", ATOM)
            case "conjugate":
                return Text(f"{arguments[0].within(ATOM)}.conjugate()", ATOM)
            case "absolute_square":
                return Text(f"abs({texts[0]})**2", UNARY)
            case "real" | "imaginary":
                return Text(f"{arguments[0].within(ATOM)}.{'real' if node.operation == 'real' else 'imag'}", ATOM)
            case "scale":
                return _product(arguments)
            case "matmul":
                return Text(f"{arguments[0].within(PRODUCT)} @ {arguments[1].within(UNARY)}", PRODUCT)
            case "transpose":
                return Text(f"{arguments[0].within(ATOM)}.T", ATOM)
            case "trace":
                return Text(f"np.trace({texts[0]})", ATOM)
            case _:
                return _matrix(node, texts, arguments)


def _matrix(node: Node, texts: list[str], arguments: Sequence[Text]) -> Text:
    match node.operation, node.data:
        case "element", (int(row), int(column)):
            return Text(f"{arguments[0].within(ATOM)}[{row}, {column}]", ATOM)
        case "unit", (int(row), int(column)):
            return Text(f"_unit({row}, {column}, {node.shape})", ATOM)
        case "diagonal", _:
            return Text(f"np.diag([{', '.join(texts)}])", ATOM)
        case "identity", _:
            return Text(f"np.eye({node.shape[0]})", ATOM)
    raise AssertionError(f"no Python for {node.operation}")


def _constant(value: object) -> Text:
    assert isinstance(value, Fraction)
    if value.denominator == 1:
        return Text(str(value.numerator), ATOM if value >= 0 else SUM)
    return Text(f"{value.numerator} / {value.denominator}", PRODUCT if value >= 0 else SUM)


def _product(arguments: Sequence[Text]) -> Text:
    """A product; a constant factor comes first, and -1 is a sign."""
    first, *rest = arguments
    if first.text == "-1" and rest:
        return Text(f"-{_product(rest).within(PRODUCT)}", SUM)
    parts = [first.text if first.precedence >= PRODUCT else _bracket(first)]
    parts += [argument.within(UNARY) for argument in rest]
    text = " * ".join(parts)
    return Text(text, SUM if text.startswith("-") else PRODUCT)


def _bracket(text: Text) -> str:
    """A negative constant needs no brackets at the beginning of a product, a sum does."""
    body = text.text.lstrip("-")
    return text.text if all(char.isdigit() or char in " /" for char in body) else f"({text.text})"
