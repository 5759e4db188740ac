"""The functions of the emitted C: right-hand sides and their Jacobian."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from math import prod

from zmodel.emit.c.layout import Slot, StateReader, local_names
from zmodel.emit.c.parts import Block, cut
from zmodel.emit.c.statements import (
    Input,
    Output,
    assignment_lines,
    scheduled,
    statements,
    store,
    unused_lines,
    used_inputs,
)
from zmodel.emit.kernel.differentiate import tangents
from zmodel.emit.kernel.graph import Graph
from zmodel.emit.kernel.scalarize import scalarize
from zmodel.emit.kernel.schedule import Assignment
from zmodel.emit.kernel.share import share_sums
from zmodel.emit.program import LOOP_FACTOR_INPUT, BetaProgram

Rows = list[tuple[int, int]]
"""First place and node of each result."""


@dataclass(frozen=True)
class KernelView:
    """One loop order: the lines of its function, and of the one that differentiates it.

    Attributes:
        loop: the order.
        unused: statements for what the body does not use, where it is next to empty.
        body: of the loop over points.
        jacobian: of the function, behind what sets all entries to zero.
        parts: of the functions `jacobian_LOOP_1` and so on that it calls, if it would be too long.
    """

    loop: int
    unused: tuple[str, ...]
    body: tuple[str, ...]
    jacobian: tuple[str, ...]
    parts: tuple[tuple[str, ...], ...]


def kernel_view(program: BetaProgram, slots: tuple[Slot, ...], loop: int) -> KernelView:
    """Both functions of one loop order."""
    graph, rows = _right_hand_sides(program, slots, loop)
    body = _beta_lines(graph, rows, slots)
    parts, shared = cut(*_jacobian_blocks(graph, rows, slots, len(program.couplings)))
    jacobian = parts.pop() if len(parts) == 1 else _calls(f"jacobian_{loop}", len(parts), shared)
    # Where something runs, the Jacobian is set to zero first.
    unused = unused_lines(jacobian, *(("x",) if program.couplings else ("x", "jacobian")))
    return KernelView(
        loop,
        tuple(unused_lines(body, "x", "dx")),
        tuple(body),
        (*unused, *jacobian),
        tuple((*unused_lines(part, "x", "shared", "jacobian"), *part) for part in parts),
    )


def _calls(function: str, parts: int, shared: int) -> list[str]:
    """Calls the parts of a function."""
    calls = [f"{function}_{part}(x, shared, jacobian);" for part in range(1, parts + 1)]
    return [f"double shared[{shared}];", "", *calls] if calls else []


def _right_hand_sides(program: BetaProgram, slots: tuple[Slot, ...], loop: int) -> tuple[Graph, Rows]:
    reader = StateReader({slot.quantity.name: slot.offset for slot in slots})
    graph, values = scalarize(program.graph, program.sums[loop], reader)
    rows: Rows = []
    for slot in slots:
        value = values.get(slot.quantity.name)
        if isinstance(value, int):
            rows.append((slot.offset, value))
        elif value is not None:
            rows += [(slot.offset + part, value[part]) for part in range(slot.size)]
    graph, nodes = share_sums(graph, [node for _, node in rows])
    return graph, [(place, node) for (place, _), node in zip(rows, nodes, strict=True)]


# ------------------------------------------------------------------ right-hand sides
def _beta_lines(graph: Graph, rows: Rows, slots: tuple[Slot, ...]) -> list[str]:
    """Place i of point p of n is x[i*n + p]."""
    inputs = {LOOP_FACTOR_INPUT: Input("LOOP_FACTOR", ())}
    names = local_names(slots)
    for slot in slots:
        if slot.quantity.shape:
            name = names[slot.quantity.name]
            lines = (f"double {name}[{slot.size}];", f"load({slot.size}, x + {_place(slot.offset)}, n, {name});")
            inputs[slot.quantity.name] = Input(name, lines)
        for key, name in _numbers(slot, names):
            inputs[key] = Input(name, (f"const double {name} = x[{_place(int(key[2:-1]))}];",))
    outputs = [
        Output(node, f"dx + {_place(place)}", "n") if graph.shape(node) else Output(node, f"dx[{_place(place)}]")
        for place, node in rows
    ]
    return statements(graph, outputs, inputs)


def _numbers(slot: Slot, names: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Places and names of a quantity that is a number."""
    if not slot.quantity.shape:
        for place in range(slot.offset, slot.offset + slot.size):
            yield f"x[{place}]", names[f"x[{place}]"]


def _place(index: int) -> str:
    return {0: "p", 1: "n + p"}.get(index, f"{index}*n + p")


# ------------------------------------------------------------------ Jacobian
@dataclass(frozen=True)
class _Columns:
    """The columns of one number of the state, or of one array, whose seed is the input `d NAME`."""

    slot: Slot
    seed: int | None
    outputs: tuple[Output, ...]


def _jacobian_blocks(
    graph: Graph, rows: Rows, slots: tuple[Slot, ...], running: int
) -> tuple[list[Block], dict[str, tuple[str, ...]]]:
    """Columns of numbers one by one, those of an array in a loop over its entries; and the definitions of inputs."""
    groups = list(_columns(graph, rows, slots[:running]))
    outputs = [output for columns in groups for output in columns.outputs]
    names = local_names(slots)
    inputs = _jacobian_inputs(slots, names)
    assignments, texts = scheduled(graph, outputs, inputs)
    section = _sections(graph, [columns.seed for columns in groups if columns.seed is not None])
    blocks: list[Block] = []
    text = iter(texts)
    for columns in groups:
        results = [tuple(store(graph, output, next(text))) for output in columns.outputs]
        # Temporaries come right before the first columns that need them, so that parts hand on few.
        needed = set(graph.reachable(output.node for output in columns.outputs))
        here = [item for item in assignments if item.number in needed]
        assignments = [item for item in assignments if item.number not in needed]
        blocks += [_temporary(graph, item) for item in here if item.number not in section]
        if columns.seed is None:
            blocks += map(Block, results)
        else:
            inner = [assignment_lines(graph, item) for item in here if item.number in section]
            seed = names[f"d {columns.slot.quantity.name}"]
            blocks.append(_loop(columns.slot, seed, [line for lines in (*inner, *results) for line in lines]))
    return blocks, {item.name: item.lines for item in used_inputs(graph, outputs, inputs)}


def _jacobian_inputs(slots: tuple[Slot, ...], names: Mapping[str, str]) -> dict[str, Input]:
    inputs = {LOOP_FACTOR_INPUT: Input("LOOP_FACTOR", ())}
    for slot in slots:
        inputs |= {key: Input(name, (f"const double {name} = {key};",)) for key, name in _numbers(slot, names)}
        if slot.quantity.shape:
            key, name = slot.quantity.name, names[slot.quantity.name]
            inputs[key] = Input(name, (f"const double *{name} = x + {slot.offset};",))
            inputs[f"d {key}"] = Input(names[f"d {key}"], ())
    return inputs


def _temporary(graph: Graph, item: Assignment) -> Block:
    shape = graph.shape(item.number)
    return Block(tuple(assignment_lines(graph, item)), item.target, 2 * prod(shape) if shape else 0)


def _columns(graph: Graph, rows: Rows, slots: tuple[Slot, ...]) -> Iterator[_Columns]:
    """Derivatives with respect to every quantity that runs."""
    size = sum(slot.size for slot in slots)
    order = graph.reachable(node for _, node in rows)
    inputs = {graph.nodes[n].data: n for n in order if graph.nodes[n].operation == "input"}
    for slot in slots:
        name = slot.quantity.name
        if slot.quantity.shape and name in inputs:
            seed = graph.input(f"d {name}", graph.shape(inputs[name]), True)
            found = tangents(graph, order, {inputs[name]: seed})
            yield _Columns(slot, seed, tuple(_entries(graph, rows, found, f"{slot.offset} + k", size)))
        for place in range(slot.offset, slot.offset + slot.size):
            if f"x[{place}]" in inputs:
                found = tangents(graph, order, {inputs[f"x[{place}]"]: graph.constant(1)})
                yield _Columns(slot, None, tuple(_entries(graph, rows, found, str(place), size)))


def _entries(graph: Graph, rows: Rows, found: Mapping[int, int], column: str, size: int) -> Iterator[Output]:
    """The entries of a column that do not vanish identically."""
    for place, node in rows:
        if node in found and graph.constant_value(found[node]) != 0:
            where = f"{place}*{size} + {column}"
            if graph.shape(node):
                yield Output(found[node], f"jacobian + {where}", str(size))
            else:
                yield Output(found[node], f"jacobian[{where}]")


def _sections(graph: Graph, seeds: Iterable[int]) -> dict[int, int]:
    """The seed that a node depends on, where it depends on one."""
    section = {seed: seed for seed in seeds}
    for number, node in enumerate(graph.nodes):
        for argument in node.arguments:
            if argument in section:
                section[number] = section[argument]
    return section


def _loop(slot: Slot, seed: str, lines: list[str]) -> Block:
    return Block(
        (
            "",
            f"for (size_t k = 0; k < {slot.size}; ++k) {{",
            f"    double {seed}[{slot.size}] = {{0.0}};",
            "",
            f"    {seed}[k] = 1.0;",
            *(f"    {line}" for line in lines),
            "}",
        )
    )
