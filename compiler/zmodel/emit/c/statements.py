"""A scalarized graph as C statements."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from zmodel.emit.c.printer import CPrinter
from zmodel.emit.kernel.graph import Graph
from zmodel.emit.kernel.schedule import Assignment, schedule
from zmodel.emit.wrap import wrap_assignment

WIDTH = 110


@dataclass(frozen=True)
class Output:
    """Where a result goes: `target` is a place for a number, an address for a matrix.

    Attributes:
        node: of the result.
        target: in C.
        step: from one double of a matrix to the next.
    """

    node: int
    target: str
    step: str = "1"


@dataclass(frozen=True)
class Input:
    """A name of the function, and the statements that define it."""

    name: str
    lines: tuple[str, ...]


def statements(graph: Graph, outputs: Sequence[Output], inputs: Mapping[str, Input]) -> list[str]:
    """Local copies of inputs, temporaries, results."""
    assignments, results = scheduled(graph, outputs, inputs)
    lines = input_lines(graph, outputs, inputs)
    for item in assignments:
        lines += assignment_lines(graph, item)
    return [
        *([*lines, ""] if lines else []),
        *(line for output, text in zip(outputs, results, strict=True) for line in store(graph, output, text)),
    ]


def scheduled(
    graph: Graph, outputs: Sequence[Output], inputs: Mapping[str, Input]
) -> tuple[list[Assignment], list[str]]:
    """The temporaries that some outputs need, and the text of each output."""
    nodes = [output.node for output in outputs]
    names = {}
    for number in graph.reachable(nodes):
        node = graph.nodes[number]
        if node.operation == "input":
            name = str(node.data)
            names[number] = inputs[name].name
    assignments, texts = schedule(graph, nodes, CPrinter(graph), names)
    return assignments, [texts[node].text for node in nodes]


def input_lines(graph: Graph, outputs: Sequence[Output], inputs: Mapping[str, Input]) -> list[str]:
    """The definitions of those inputs that are used."""
    return [line for item in used_inputs(graph, outputs, inputs) for line in item.lines]


def used_inputs(graph: Graph, outputs: Sequence[Output], inputs: Mapping[str, Input]) -> list[Input]:
    """Those inputs that some outputs need."""
    found = (graph.nodes[n] for n in graph.reachable(output.node for output in outputs))
    return [inputs[str(node.data)] for node in found if node.operation == "input"]


def assignment_lines(graph: Graph, item: Assignment) -> list[str]:
    """The definition of a temporary."""
    node = graph.nodes[item.number]
    if node.shape:
        return CPrinter(graph).matrix_statements(node, item.target, item.arguments)
    return wrap_assignment(f"const double {item.target} = ", f"{item.text};", WIDTH)


def store(graph: Graph, output: Output, text: str) -> list[str]:
    """Puts a result in its place."""
    shape = graph.shape(output.node)
    if shape:
        return [f"store({2 * shape[0] * shape[1]}, {text}, {output.target}, {output.step});"]
    return wrap_assignment(f"{output.target} = ", f"{text};", WIDTH)


def unused_lines(lines: Sequence[str], *parameters: str) -> list[str]:
    """Statements that keep compilers from complaining of parameters that do not occur in a function's lines."""
    words = set(re.findall(r"\w+", "\n".join(lines)))
    return [f"(void){name};" for name in parameters if name not in words]
