"""Sums, products and quotients as text: what all target languages share."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from fractions import Fraction

from zmodel.emit.kernel.graph import Node
from zmodel.emit.kernel.schedule import PRODUCT, SUM, UNARY, Text, join_sum


@dataclass(frozen=True)
class Arithmetic:
    """How a language spells arithmetic.

    Attributes:
        number: a rational constant.
        times: the sign of a product, with the space around it.
        over: the sign of a quotient.
    """

    number: Callable[[Fraction], Text]
    times: str
    over: str

    def print_node(self, node: Node, arguments: Sequence[Text]) -> Text | None:
        """The expression of an arithmetic operation; None for any other."""
        match node.operation:
            case "constant":
                assert isinstance(node.data, Fraction)
                return self.number(node.data)
            case "add":
                return Text(join_sum(arguments), SUM)
            case "multiply":
                return self._product(arguments)
            case "divide":
                numerator, denominator = arguments
                return Text(f"{numerator.within(PRODUCT)}{self.over}{denominator.within(UNARY)}", PRODUCT)
        return None

    def _product(self, arguments: Sequence[Text]) -> Text:
        """A product; a constant factor comes first, and -1 is a sign."""
        first, *rest = arguments
        if first.text == self.number(Fraction(-1)).text and rest:
            return Text(f"-{self._product(rest).within(PRODUCT)}", SUM)
        # A negative constant needs no brackets at the beginning of a product; a sum does.
        is_number = not any(char.isalpha() or char == "(" for char in first.text)
        parts = [first.text if is_number else first.within(PRODUCT)]
        parts += [argument.within(UNARY) for argument in rest]
        text = self.times.join(parts)
        return Text(text, SUM if text.startswith("-") else PRODUCT)


def nested_calls(function: str, arguments: Sequence[Text]) -> str:
    """A function of two arguments, applied to several."""
    first, *rest = arguments
    return f"{function}({first.text}, {nested_calls(function, rest)})" if rest else first.text
