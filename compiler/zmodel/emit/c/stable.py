"""The lines of the emitted `NAME_stable`."""

from __future__ import annotations

from zmodel.emit.c.layout import Slot, StateReader, local_names
from zmodel.emit.c.statements import WIDTH, Input, Output, assignment_lines, input_lines, scheduled
from zmodel.emit.kernel.scalarize import scalarize
from zmodel.emit.stability_program import StabilityProgram
from zmodel.emit.wrap import wrap_assignment


def stable_lines(program: StabilityProgram, slots: tuple[Slot, ...]) -> list[str]:
    """The body of the loop over points; place i of point p of n is x[i*n + p]."""
    comparisons = [comparison for clause in program.clauses for comparison in clause]
    reader = StateReader({slot.quantity.name: slot.offset for slot in slots})
    wanted = {str(comparison.node): comparison.node for comparison in comparisons}
    graph, values = scalarize(program.graph, wanted, reader)
    parts = {}
    for comparison in comparisons:
        value = values[str(comparison.node)]
        assert not isinstance(value, int), "a comparison of matrices"
        parts[comparison.node] = value[0]
    names = local_names(slots)
    inputs = {
        f"x[{place}]": Input(names[f"x[{place}]"], (f"const double {names[f'x[{place}]']} = x[{place}*n + p];",))
        for slot in slots
        if not slot.quantity.shape
        for place in range(slot.offset, slot.offset + slot.size)
    }
    outputs = [Output(node, "") for node in dict.fromkeys(parts.values())]
    assignments, texts = scheduled(graph, outputs, inputs)
    text = dict(zip((output.node for output in outputs), texts, strict=True))
    lines = input_lines(graph, outputs, inputs)
    for assignment in assignments:
        lines += assignment_lines(graph, assignment)
    for i, clause in enumerate(program.clauses):
        tests = [f"({text[parts[c.node]]} {'>' if c.positive else '<='} 0.0)" for c in clause]
        condition = tests[0] if len(tests) == 1 else f"({' || '.join(tests)})"
        # A choice and no branch, so that compilers can look at several points at once.
        lines += wrap_assignment("stable[p] = ", f"{condition}{' ? stable[p] : 0' if i else ''};", WIDTH)
    return lines
