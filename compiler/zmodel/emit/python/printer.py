"""Operations in NumPy."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from zmodel.emit.kernel.arithmetic import Arithmetic, nested_calls
from zmodel.emit.kernel.graph import Node
from zmodel.emit.kernel.schedule import ATOM, PRODUCT, SUM, UNARY, Text

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


_LARGEST = 2**63 - 1


def _number(value: Fraction) -> Text:
    if value.denominator == 1:
        # NumPy 1 makes objects of whole numbers that do not fit into 64 bits.
        point = ".0" if abs(value.numerator) > _LARGEST else ""
        return Text(f"{value.numerator}{point}", ATOM if value >= 0 else SUM)
    return Text(f"{value.numerator} / {value.denominator}", PRODUCT if value >= 0 else SUM)


_ARITHMETIC = Arithmetic(_number, times=" * ", over=" / ")


class PythonPrinter:
    """Prints a node as a Python expression.

    Matrices are NumPy arrays whose last two axes are rows and columns; axes before them, and all axes of numbers,
    count points.
    """

    def is_simple(self, node: Node, arguments: Sequence[Text]) -> bool:
        """Constants are repeated rather than named."""
        return node.operation in ("constant", "imaginary_unit", "input", "identity", "unit")

    def print_node(self, node: Node, arguments: Sequence[Text]) -> Text:
        """The expression of one operation."""
        if node.operation == "scale":
            factor, matrix = arguments
            return Text(f"_factor({factor.text}) * {matrix.within(UNARY)}", PRODUCT)
        return _ARITHMETIC.print_node(node, arguments) or _scalar(node, arguments) or _matrix(node, arguments)


def _scalar(node: Node, arguments: Sequence[Text]) -> Text | None:
    match node.operation:
        case "imaginary_unit":
            return Text("1j", ATOM)
        case "power":
            return Text(f"{arguments[0].within(ATOM)}**{node.data}", UNARY)
        case "minimum":
            return Text(nested_calls("np.minimum", arguments), ATOM)
        case "function":
            return Text(f"{FUNCTIONS[str(node.data)]}({arguments[0].text})", ATOM)
        case "conjugate":
            return Text(f"{arguments[0].within(ATOM)}.conjugate()", ATOM)
        case "absolute_square":
            return Text(f"abs({arguments[0].text})**2", UNARY)
        case "real":
            return Text(f"{arguments[0].within(ATOM)}.real", ATOM)
        case "imaginary":
            return Text(f"{arguments[0].within(ATOM)}.imag", ATOM)
    return None


def _matrix(node: Node, arguments: Sequence[Text]) -> Text:
    match node.operation, node.data:
        case "matmul", _:
            return Text(f"{arguments[0].within(PRODUCT)} @ {arguments[1].within(UNARY)}", PRODUCT)
        case "transpose", _:
            return Text(f"{arguments[0].within(ATOM)}.swapaxes(-1, -2)", ATOM)
        case "adjoint", _:
            return Text(f"_adjoint({arguments[0].text})", ATOM)
        case "trace", _:
            return Text(f"np.trace({arguments[0].text}, axis1=-2, axis2=-1)", ATOM)
        case "inner", _:
            return Text(f"_inner({arguments[0].text}, {arguments[1].text})", ATOM)
        case "element", (int(row), int(column)):
            return Text(f"{arguments[0].within(ATOM)}[..., {row}, {column}]", ATOM)
        case "unit", (int(row), int(column)):
            return Text(f"_unit({row}, {column}, {node.shape})", ATOM)
        case "diagonal", _:
            return Text(f"_diagonal({', '.join(argument.text for argument in arguments)})", ATOM)
        case "identity", _:
            return Text(f"np.eye({node.shape[0]})", ATOM)
    raise AssertionError(f"no Python for {node.operation}")
