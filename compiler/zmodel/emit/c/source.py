"""The view behind templates/c: layout of the state, kernels, tables."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import prod

from zmodel.emit.c.printer import CPrinter
from zmodel.emit.kernel.graph import Graph
from zmodel.emit.kernel.scalarize import Block, scalarize
from zmodel.emit.kernel.schedule import schedule
from zmodel.emit.matching_program import MatchingProgram
from zmodel.emit.names import C_RESERVED, NameTable
from zmodel.emit.program import LOOP_FACTOR, BetaProgram, Quantity, loop_sums
from zmodel.emit.templates import render_template
from zmodel.emit.wrap import wrap_assignment

WIDTH = 110


@dataclass(frozen=True)
class KernelView:
    """One loop order: the lines of its function."""

    loop: int
    body: tuple[str, ...]


@dataclass(frozen=True)
class SmeftView:
    """The matching function and its tables; `size` counts coefficients, of two doubles each."""

    inputs: tuple[str, ...]
    input_count: int
    names: tuple[str, ...]
    size: int
    body: tuple[str, ...]


@dataclass(frozen=True)
class SourceView:
    """All that the two templates place."""

    title: str
    preamble: tuple[str, ...]
    prefix: str
    macro: str
    guard: str
    header: str
    loops: int
    size: int
    inputs: int
    count: int
    loop_factor: str
    needs_math: bool
    couplings: tuple[str, ...]
    kernels: tuple[KernelView, ...]
    smeft: SmeftView | None


@dataclass(frozen=True)
class Slot:
    """Where a quantity lies in the state."""

    quantity: Quantity
    offset: int

    @property
    def size(self) -> int:
        """Number of doubles."""
        return prod(self.quantity.shape) * (2 if self.quantity.is_complex else 1)

    @property
    def rows(self) -> int:
        """Rows of the array; a single generation index counts as rows."""
        return self.quantity.shape[0] if self.quantity.shape else 1

    @property
    def columns(self) -> int:
        """Columns of the array."""
        return self.quantity.shape[1] if len(self.quantity.shape) == 2 else 1


def state_layout(program: BetaProgram) -> tuple[Slot, ...]:
    """Couplings, then parameters, one after the other."""
    slots = []
    offset = 0
    for quantity in (*program.couplings, *program.parameters):
        slots.append(Slot(quantity, offset))
        offset += slots[-1].size
    return tuple(slots)


def emit_c(
    model: str, title: str, preamble: tuple[str, ...], betas: BetaProgram, matching: MatchingProgram | None
) -> tuple[str, str]:
    """The texts of header and source.

    Args:
        model: name of the model; files are called after it.
        title: one line for the comment at the top.
        preamble: conventions, one line each.
        betas: what the beta functions compute.
        matching: what the matching function computes, if there is one.
    """
    prefix = NameTable(C_RESERVED)[model]
    slots = state_layout(betas)
    running = slots[: len(betas.couplings)]
    kernels = tuple(_kernel(betas, slots, loop) for loop in sorted(betas.terms))
    smeft = _smeft(matching) if matching else None
    bodies = [line for kernel in kernels for line in kernel.body] + list(smeft.body if smeft else ())
    view = SourceView(
        _comment(title),
        tuple(_comment(line) for line in preamble),
        prefix,
        prefix.upper(),
        f"ZMODEL_{prefix.upper()}_H",
        f"{model}.h",
        max(betas.terms),
        sum(slot.size for slot in running),
        sum(slot.size for slot in slots),
        len(running),
        repr(LOOP_FACTOR),
        any(f"{name}(" in line for line in bodies for name in ("sqrt", "sin", "cos", "tan", "exp", "log")),
        tuple(_coupling_line(slot) for slot in slots),
        kernels,
        smeft,
    )
    return render_template("c/header.h.jinja", view), render_template("c/source.c.jinja", view)


def _comment(text: str) -> str:
    """Text that can neither end a comment nor continue a line."""
    return text.replace("*/", "* /").replace("/*", "/ *").replace("\\", "/").replace("??", "? ?")


def _string(text: str) -> str:
    """A C string literal; names are ASCII letters, digits and underscores already."""
    escaped = "".join(c if c.isascii() and (c.isalnum() or c in "_ ^*[],.?-") else f"\\{ord(c):03o}" for c in text)
    return f'"{escaped}"'.replace("??", "?\\?")


def _coupling_line(slot: Slot) -> str:
    complex_flag = int(slot.quantity.is_complex)
    return f"{{{_string(slot.quantity.name)}, {slot.offset}, {slot.rows}, {slot.columns}, {complex_flag}}},"


def _kernel(program: BetaProgram, slots: tuple[Slot, ...], loop: int) -> KernelView:
    by_name = {slot.quantity.name: slot for slot in slots}
    reader = _StateReader({name: (slot.offset, slot.quantity.is_complex) for name, slot in by_name.items()})
    graph, blocks = scalarize(program.graph, loop_sums(program, loop), reader)
    outputs: list[tuple[str, int]] = []
    for name, block in blocks.items():
        slot = by_name[name]
        place = slot.offset
        for pair in (pair for row in block for pair in row):
            for part in pair if slot.quantity.is_complex else pair[:1]:
                outputs.append((f"dx[{_place(place)}]", part))
                place += 1
    texts = {f"x[{i}]": f"x[{_place(i)}]" for i in range(sum(slot.size for slot in slots))}
    texts["LOOP_FACTOR"] = "LOOP_FACTOR"
    names = _readable_names(slots)
    return KernelView(loop, tuple(_lines(graph, outputs, texts, names)))


def _place(index: int) -> str:
    return {0: "0", 1: "n"}.get(index, f"{index}*n")


def _readable_names(slots: tuple[Slot, ...]) -> dict[str, str]:
    """Names of the local copies of the state."""
    table = NameTable(C_RESERVED)
    names = {}
    for slot in slots:
        for place in range(slot.size):
            element, part = divmod(place, 2) if slot.quantity.is_complex else (place, 0)
            suffix = "_im" if part else "_re" if slot.quantity.is_complex else ""
            if slot.quantity.shape:
                row, column = divmod(element, slot.columns)
                position = f"_{row + 1}{column + 1}" if len(slot.quantity.shape) == 2 else f"_{row + 1}"
            else:
                position = ""
            names[f"x[{slot.offset + place}]"] = table[f"{slot.quantity.name}{position}{suffix}"]
    return names


@dataclass(frozen=True)
class _StateReader:
    """Takes inputs apart into places of the state."""

    places: Mapping[str, tuple[int, bool]]

    def __call__(self, graph: Graph, name: str, shape: tuple[int, ...], is_complex: bool) -> Block:
        zero = graph.constant(0)
        if name == "LOOP_FACTOR":
            return (((graph.input(name), zero),),)
        offset, _ = self.places[name]
        rows, columns = shape if shape else (1, 1)
        step = 2 if is_complex else 1

        def pair(element: int) -> tuple[int, int]:
            place = offset + step * element
            imaginary = graph.input(f"x[{place + 1}]") if is_complex else zero
            return graph.input(f"x[{place}]"), imaginary

        return tuple(tuple(pair(i * columns + j) for j in range(columns)) for i in range(rows))


def _lines(
    graph: Graph, outputs: list[tuple[str, int]], texts: Mapping[str, str], names: Mapping[str, str]
) -> list[str]:
    """Local copies of inputs, temporaries, results."""
    lines: list[str] = []
    inputs: dict[int, str] = {}
    for number in graph.reachable(node for _, node in outputs):
        node = graph.nodes[number]
        if node.operation == "input":
            name = str(node.data)
            inputs[number] = names.get(name, name)
            if name in names:
                lines.append(f"const double {names[name]} = {texts[name]};")
    assignments, results = schedule(graph, [node for _, node in outputs], CPrinter(), inputs)
    for item in assignments:
        lines += wrap_assignment(f"const double {item.target} = ", f"{item.text};", WIDTH)
    lines.append("")
    for target, result in outputs:
        lines += wrap_assignment(f"{target} = ", f"{results[result].text};", WIDTH)
    return lines


def _smeft(matching: MatchingProgram) -> SmeftView:
    table = NameTable(C_RESERVED | {"in", "out"})
    labels: list[str] = []
    places: dict[str, tuple[int, bool]] = {}
    for item in matching.inputs:
        places[item.name] = (len(labels), item.is_complex)
        labels += [f"Re {item.name}", f"Im {item.name}"] if item.is_complex else [item.name]
    graph, blocks = scalarize(matching.graph, matching.coefficients, _StateReader(places))
    parts = [part for block in blocks.values() for part in block[0][0]]
    outputs = [(f"out[{i}]", part) for i, part in enumerate(parts)]
    names = {f"x[{i}]": table[label] for i, label in enumerate(labels)}
    texts = {f"x[{i}]": f"in[{i}]" for i in range(len(labels))}
    return SmeftView(
        tuple(_string(label) for label in labels),
        len(labels),
        tuple(_string(name) for name in matching.coefficients),
        len(matching.coefficients),
        tuple(_lines(graph, outputs, texts, names)),
    )
