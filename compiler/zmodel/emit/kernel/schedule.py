"""A graph to a list of assignments: what is used once is written in place, everything else gets a name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from zmodel.emit.kernel.graph import Graph, Node

MAX_INLINE = 70

SUM, PRODUCT, UNARY, ATOM = range(4)
"""Precedence of a printed expression, loosest first."""


@dataclass(frozen=True)
class Text:
    """A printed expression and its precedence."""

    text: str
    precedence: int

    def within(self, precedence: int) -> str:
        """The text, in brackets if it binds more loosely than asked for."""
        return self.text if self.precedence >= precedence else f"({self.text})"


class Printer(Protocol):
    """Prints single operations of a graph in a target language."""

    def print_node(self, node: Node, arguments: Sequence[Text]) -> Text | None:
        """The expression of one operation; None if it takes statements, so that the result must have a name."""
        ...

    def is_simple(self, node: Node, arguments: Sequence[Text]) -> bool:
        """Whether the operation is so cheap that it is repeated rather than named."""
        ...


@dataclass(frozen=True)
class Assignment:
    """`target = text`, or an operation that takes statements if there is no text."""

    target: str
    text: str
    number: int
    arguments: tuple[Text, ...]


def schedule(
    graph: Graph, outputs: Iterable[int], printer: Printer, inputs: Mapping[int, str]
) -> tuple[list[Assignment], dict[int, Text]]:
    """Orders the operations that some outputs need.

    Args:
        graph: the operations.
        outputs: nodes that are asked for.
        printer: of the target language.
        inputs: the text of each input node.

    Returns:
        Assignments to temporaries t1, t2, ... and the expression of each output.
    """
    wanted = list(outputs)
    results = set(wanted)
    order = graph.reachable(wanted)
    uses = Counter(argument for number in order for argument in graph.nodes[number].arguments)
    uses.update(wanted)
    texts: dict[int, Text] = {}
    assignments: list[Assignment] = []
    for number in order:
        node = graph.nodes[number]
        if number in inputs:
            texts[number] = Text(inputs[number], ATOM)
            continue
        arguments = tuple(texts[a] for a in node.arguments)
        text = printer.print_node(node, arguments)
        if text is None or not (
            printer.is_simple(node, arguments) or _is_in_place(text, uses[number], number in results)
        ):
            target = f"t{len(assignments) + 1}"
            assignments.append(Assignment(target, text.text if text else "", number, arguments))
            text = Text(target, ATOM)
        texts[number] = text
    return assignments, {number: texts[number] for number in wanted}


def _is_in_place(text: Text, uses: int, is_result: bool) -> bool:
    return uses == 1 and (is_result or len(text.text) <= MAX_INLINE)


def join_sum(terms: Sequence[Text], minus: str = "-") -> str:
    """`a + b - c`: terms that begin with a minus are subtracted."""
    parts: list[str] = []
    for term in terms:
        text = term.within(SUM)
        if not parts:
            parts.append(text)
        elif text.startswith(minus):
            parts.append(f" - {text[len(minus) :]}")
        else:
            parts.append(f" + {text}")
    return "".join(parts)
