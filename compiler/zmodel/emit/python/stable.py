"""The lines of the emitted `stable(values)`."""

from __future__ import annotations

from zmodel.emit.kernel.schedule import UNARY, schedule
from zmodel.emit.names import PYTHON_RESERVED, NameTable
from zmodel.emit.python.printer import PythonPrinter
from zmodel.emit.stability_program import StabilityProgram
from zmodel.emit.wrap import wrap_assignment

READ_NUMBER = "_number(values[{!r}])"
"""How emitted functions that do not check their values read one."""


def stable_lines(program: StabilityProgram, width: int) -> list[str]:
    """The body of the function."""
    names = NameTable(PYTHON_RESERVED | {"missing", "result"})
    graph = program.graph
    nodes = [comparison.node for clause in program.clauses for comparison in clause]
    inputs = {}
    reads = []
    for number in graph.reachable(nodes):
        if graph.nodes[number].operation == "input":
            name = str(graph.nodes[number].data)
            inputs[number] = names[name]
            reads.append(f"{names[name]} = {READ_NUMBER.format(name)}")
    assignments, texts = schedule(graph, nodes, PythonPrinter(), inputs)
    lines = []
    for assignment in assignments:
        lines += wrap_assignment(f"{assignment.target} = ", assignment.text, width)
    for i, clause in enumerate(program.clauses):
        tests = [f"({texts[c.node].within(UNARY)} {'>' if c.positive else '<='} 0)" for c in clause]
        start = "result = " if i == 0 else "result = result & "
        condition = " | ".join(tests) if len(tests) == 1 else f"({' | '.join(tests)})"
        lines += wrap_assignment(start, condition, width)
    return [
        f"missing = [name for name in {tuple(program.inputs)!r} if name not in values]",
        "if missing:",
        "    raise KeyError(f\"no value for {', '.join(missing)}\")",
        *reads,
        "# Roots of negative numbers are not positive, as it should be.",
        *lines,
        "return result if np.ndim(result) else bool(result)",
    ]
