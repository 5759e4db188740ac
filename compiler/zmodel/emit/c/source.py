"""The view behind templates/c: layout of the state, kernels, tables."""

from __future__ import annotations

import re
from dataclasses import dataclass
from textwrap import wrap

from zmodel.emit.c.kernels import KernelView, kernel_view
from zmodel.emit.c.layout import Slot, StateReader, state_layout
from zmodel.emit.c.stable import stable_lines
from zmodel.emit.c.statements import Input, Output, statements, unused_lines
from zmodel.emit.file_names import file_stem
from zmodel.emit.kernel.scalarize import scalarize
from zmodel.emit.matching_program import MatchingProgram
from zmodel.emit.names import C_FUNCTIONS, C_RESERVED, NameTable
from zmodel.emit.observables_program import ObservablesProgram
from zmodel.emit.program import LOOP_FACTOR, BetaProgram
from zmodel.emit.stability_program import StabilityProgram
from zmodel.emit.templates import render_template

COMMENT_WIDTH = 112

MATH_FUNCTIONS = {"sqrt", "sin", "cos", "tan", "asin", "acos", "atan", "exp", "log"}


@dataclass(frozen=True)
class SmeftView:
    """The matching function and its tables; `size` counts coefficients, of two doubles each."""

    inputs: tuple[str, ...]
    input_count: int
    names: tuple[str, ...]
    size: int
    units: str
    body: tuple[str, ...]


@dataclass(frozen=True)
class ObservablesView:
    """The function for masses and widths, and its tables."""

    inputs: tuple[str, ...]
    input_count: int
    names: tuple[str, ...]
    size: int
    body: tuple[str, ...]
    notes: tuple[str, ...]


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
    orders: str
    size: int
    inputs: int
    count: int
    loop_factor: str
    needs_math: bool
    matrix_functions: tuple[str, ...]
    couplings: tuple[str, ...]
    kernels: tuple[KernelView, ...]
    smeft: SmeftView | None
    has_minimum: bool
    stable: tuple[str, ...]
    observables: ObservablesView | None


def emit_c(
    model: str,
    title: str,
    preamble: tuple[str, ...],
    betas: BetaProgram,
    matching: MatchingProgram | None,
    stability: StabilityProgram | None,
    observables: ObservablesProgram | None = None,
) -> tuple[str, str]:
    """The texts of header and source.

    Args:
        model: name of the model; files are called after it.
        title: one line for the comment at the top.
        preamble: conventions, one line each.
        betas: what the beta functions compute.
        matching: what the matching function computes, if there is one.
        stability: what the stability function tests, if there is one.
        observables: masses and widths of bosons, if the model has some in closed form.
    """
    prefix = NameTable(C_RESERVED)[model]
    slots = state_layout(betas)
    running = slots[: len(betas.couplings)]
    kernels = tuple(kernel_view(betas, slots, loop) for loop in sorted(betas.sums))
    smeft = _smeft(matching) if matching else None
    bodies = [line for kernel in kernels for lines in (kernel.body, kernel.jacobian, *kernel.parts) for line in lines]
    stable = tuple(stable_lines(stability, slots)) if stability else ()
    pheno = _observables(observables) if observables else None
    lines = (*bodies, *(smeft.body if smeft else ()), *stable, *(pheno.body if pheno else ()))
    called = {name for line in lines for name in re.findall(r"(\w+)\(", line)}
    view = SourceView(
        _comment(title),
        tuple(_comment(line) for line in preamble),
        prefix,
        prefix.upper(),
        f"ZMODEL_{prefix.upper()}_H",
        f"{file_stem(model)}.h",
        max(betas.sums),
        str(betas.orders),
        sum(slot.size for slot in running),
        sum(slot.size for slot in slots),
        len(running),
        repr(LOOP_FACTOR),
        bool(called & MATH_FUNCTIONS),
        tuple(f"c/matrix/{name}.c.jinja" for name in C_FUNCTIONS if name in called),
        tuple(_coupling_line(slot) for slot in slots),
        kernels,
        smeft,
        "minimum" in called,
        stable,
        pheno,
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


def _smeft(matching: MatchingProgram) -> SmeftView:
    table = NameTable(C_RESERVED | {"in", "out"})
    labels: list[str] = []
    places: dict[str, int] = {}
    for item in matching.inputs:
        places[item.name] = len(labels)
        labels += [f"Re {item.name}", f"Im {item.name}"] if item.is_complex else [item.name]
    graph, values = scalarize(matching.graph, matching.coefficients, StateReader(places))
    parts = [part for value in values.values() if not isinstance(value, int) for part in value]
    names = [table[label] for label in labels]
    inputs = {f"x[{i}]": Input(name, (f"const double {name} = in[{i}];",)) for i, name in enumerate(names)}
    body = statements(graph, [Output(part, f"out[{i}]") for i, part in enumerate(parts)], inputs)
    return SmeftView(
        tuple(_string(label) for label in labels),
        len(labels),
        tuple(_string(name) for name in matching.coefficients),
        len(matching.coefficients),
        matching.units,
        (*unused_lines(body, "in", "out"), *body),
    )


def _observables(program: ObservablesProgram) -> ObservablesView:
    graph, values = scalarize(program.graph, program.outputs, StateReader({n: i for i, n in enumerate(program.inputs)}))
    table = NameTable(C_RESERVED | {"in", "out"})
    names = [table[name] for name in program.inputs]
    inputs = {f"x[{i}]": Input(name, (f"const double {name} = in[{i}];",)) for i, name in enumerate(names)}
    outputs = []
    for i, value in enumerate(values.values()):
        assert not isinstance(value, int), "an observable is a number"
        outputs.append(Output(value[0], f"out[{i}]"))
    body = statements(graph, outputs, inputs)
    return ObservablesView(
        tuple(_string(name) for name in program.inputs),
        len(program.inputs),
        tuple(_string(name) for name in program.outputs),
        len(program.outputs),
        (*unused_lines(body, "in", "out"), *body),
        tuple(line for note in program.notes for line in wrap(_comment(note), COMMENT_WIDTH)),
    )
