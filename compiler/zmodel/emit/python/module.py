"""The view behind templates/python/module.py.jinja."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from textwrap import wrap

from zmodel.algebra.letters import SIGNS
from zmodel.emit.kernel.graph import Graph
from zmodel.emit.kernel.schedule import Text, schedule
from zmodel.emit.matching_program import MatchingProgram
from zmodel.emit.names import PYTHON_RESERVED, NameTable
from zmodel.emit.observables_program import ObservablesProgram
from zmodel.emit.program import DIMENSIONFUL, LOOP_FACTOR, BetaProgram, Quantity
from zmodel.emit.python.printer import PythonPrinter
from zmodel.emit.python.stable import READ_NUMBER, stable_lines
from zmodel.emit.stability_program import StabilityProgram
from zmodel.emit.templates import render_template
from zmodel.emit.wrap import wrap_assignment

WIDTH = 100
DOC_WIDTH = 112
"""Of docstrings, without their indentation."""


@dataclass(frozen=True)
class FunctionView:
    """A function of the module: its lines, those of the dict that it returns, and whether it computes on its own."""

    name: str
    doc: str
    body: tuple[str, ...]
    returns_dict: bool
    results: tuple[str, ...]
    computes: bool


@dataclass(frozen=True)
class ModuleView:
    """All that the template places."""

    title: str
    preamble: tuple[str, ...]
    model: str
    version: str
    loops: int
    orders: str
    loop_factor: str
    dimensionful: str
    couplings: tuple[str, ...]
    parameters: str
    textures: tuple[str, ...]
    symmetries: str
    has_matrices: bool
    functions: tuple[FunctionView, ...]
    term_functions: str
    other_inputs: str


def emit_python(
    model: str,
    title: str,
    version: str,
    preamble: tuple[str, ...],
    betas: BetaProgram,
    matching: MatchingProgram | None,
    stability: StabilityProgram | None,
    other_names: tuple[str, ...],
    observables: ObservablesProgram | None = None,
) -> str:
    """The text of the standalone module.

    Args:
        model: name of the model.
        title: one line for the docstring.
        version: of the compiler.
        preamble: conventions, one line each.
        betas: what `beta` computes.
        matching: what `smeft` computes, if the model file integrates something out.
        stability: what `stable` tests, if the conditions are known.
        other_names: further names of the model that callers may have among their values.
        observables: what `observables` computes, if the model has a boson for it.
    """
    known = {quantity.name for quantity in (*betas.couplings, *betas.parameters)}
    further = observables.inputs if observables else ()
    others = tuple(sorted({*other_names, *_input_names(matching), *further} - known))
    functions = [_terms_function(betas, loop) for loop in sorted(betas.terms)]
    functions.append(_smeft_function(matching) if matching else _no_smeft())
    functions.append(_stable_function(stability) if stability else _no_stable())
    functions.append(_observables_function(observables) if observables else _no_observables())
    view = ModuleView(
        _docstring(title),
        tuple(_docstring(line) for line in preamble),
        repr(model),
        repr(version),
        max(betas.terms),
        str(betas.orders),
        repr(LOOP_FACTOR),
        repr(tuple(q.name for q in betas.couplings if q.kind in DIMENSIONFUL)),
        tuple(f"{q.name!r}: {q.shape!r}," for q in betas.couplings),
        repr(tuple(q.name for q in betas.parameters)),
        tuple(f"{q.name!r}: {q.texture!r}," for q in betas.couplings if _has_texture(q)),
        repr({q.name: SIGNS[q.symmetry] for q in betas.couplings if q.symmetry in SIGNS}),
        any(quantity.shape for quantity in betas.couplings),
        tuple(functions),
        "{" + ", ".join(f"{loop}: _terms_{loop}" for loop in sorted(betas.terms)) + "}",
        repr(others),
    )
    return render_template("python/module.py.jinja", view)


def _docstring(text: str) -> str:
    """Text that cannot end a docstring or start an escape."""
    return text.replace("\\", "\\\\").replace('"""', "'''").replace('"', "'")


def _has_texture(quantity: Quantity) -> bool:
    size = 1
    for length in quantity.shape:
        size *= length
    return bool(quantity.shape) and len(quantity.texture) < size


def _terms_function(program: BetaProgram, loop: int) -> FunctionView:
    shapes = {quantity.name: quantity.shape for quantity in program.couplings}
    orders = {order: terms for order, terms in sorted(program.terms.items()) if order <= loop}
    body, results = _function_lines(program.graph, list(orders.values()), shapes, "values[{!r}]")
    lines = []
    for order, items in zip(orders, results, strict=True):
        lines += [f"{order}: {{", *(f"    {item}" for item in items), "},"]
    doc = f"Beta functions up to loop order {loop}, each order without its loop factor."
    return FunctionView(f"_terms_{loop}", doc, tuple(body), True, tuple(lines), computes=False)


def _smeft_function(matching: MatchingProgram) -> FunctionView:
    body, (results,) = _function_lines(matching.graph, [matching.coefficients], {}, READ_NUMBER)
    axes = {item.name.split("[")[0]: item.name.count(",") + 1 for item in matching.inputs if "[" in item.name}
    entries = [
        "values = dict(values)",
        f"for name, axes in {axes!r}.items():",
        "    if name in values:",
        "        matrix = _array(name, values[name]) if name in COUPLINGS else np.asarray(values[name])",
        "        for index in np.ndindex(matrix.shape[-axes:]):",
        "            values[f\"{name}[{','.join(str(i + 1) for i in index)}]\"] = matrix[(..., *index)]",
    ]
    missing = _missing_lines(_input_names(matching))
    doc = f"Tree-level SMEFT coefficients in {matching.units} by their WCxf names (basis Warsaw)."
    if axes:
        doc = (
            f"Tree-level SMEFT coefficients in {matching.units}, basis Warsaw; matrices are given whole or by entries."
        )
    lines = (*(entries if axes else ()), *missing, *body)
    return FunctionView("smeft", doc, lines, True, tuple(results), computes=True)


def _missing_lines(names: tuple[str, ...]) -> list[str]:
    return [
        f"missing = [name for name in {names!r} if name not in values]",
        "if missing:",
        "    raise KeyError(f\"no value for {', '.join(missing)}\")",
    ]


def _input_names(matching: MatchingProgram | None) -> tuple[str, ...]:
    return tuple(item.name for item in matching.inputs) if matching else ()


def _no_smeft() -> FunctionView:
    body = ('raise ValueError("the model file integrates nothing out")',)
    return FunctionView("smeft", "Tree-level SMEFT coefficients.", body, False, (), computes=False)


def _stable_function(stability: StabilityProgram) -> FunctionView:
    doc = "Whether the quartic potential is bounded from below at tree level: a bool, or one for each point."
    return FunctionView("stable", doc, tuple(stable_lines(stability, WIDTH)), False, (), computes=True)


def _no_stable() -> FunctionView:
    body = ('raise ValueError("no conditions for a stable potential that are necessary and sufficient are known")',)
    return FunctionView(
        "stable", "Whether the quartic potential is bounded from below.", body, False, (), computes=False
    )


OBSERVABLES_DOC = """Masses and widths of new neutral bosons in GeV and what they do, at tree level; poles at one loop.

    Needs the couplings and angles listed below, without units, and the masses and vacuum values, in GeV. All else
    that is measured (masses of quarks and leptons, CKM, G_F, ...) is written in as zmodel.pheno.constants has it.
    What gives masses of new fermions, and squared masses of scalars, may be left out, for no decay into them. Couplings
    that give masses are absolute values.
    {notes}"""


def _observables_function(observables: ObservablesProgram) -> FunctionView:
    body, (results,) = _function_lines(observables.graph, [observables.outputs], {}, READ_NUMBER)
    needed = tuple(name for name in observables.inputs if name not in observables.optional)
    heavy = (
        [f"values = {{**dict.fromkeys({observables.optional!r}, np.inf), **values}}"] if observables.optional else []
    )
    lines = (*_missing_lines(needed), *(heavy if observables.optional else ()), *body)
    notes = "".join(f"{line}\n    " for note in observables.notes for line in wrap(_docstring(note), DOC_WIDTH))
    return FunctionView("observables", OBSERVABLES_DOC.format(notes=notes), lines, True, tuple(results), computes=True)


def _no_observables() -> FunctionView:
    body = ('raise ValueError("the model has no U(1) of known charges, and no massive neutral boson beyond the Z")',)
    return FunctionView("observables", "What neutral bosons do.", body, False, (), computes=False)


def _function_lines(
    graph: Graph, dicts: Sequence[Mapping[str, int]], shapes: Mapping[str, tuple[int, ...]], reader: str
) -> tuple[list[str], list[list[str]]]:
    """Lines that read inputs and compute temporaries, and the items of each returned dict."""
    names = NameTable(PYTHON_RESERVED)
    outputs = [number for items in dicts for number in items.values()]
    order = graph.reachable(outputs)
    inputs: dict[int, str] = {}
    body = []
    for number in order:
        node = graph.nodes[number]
        if node.operation == "input":
            name = str(node.data)
            inputs[number] = names[name]
            reading = reader.format(name)
            if len(shapes.get(name, ())) == 1:
                # A column or a row; axes before it count points.
                reading += "[..., np.newaxis]" if node.shape[1] == 1 else "[..., np.newaxis, :]"
            body.append(f"{names[name]} = {reading}")
    assignments, texts = schedule(graph, outputs, PythonPrinter(), inputs)
    for assignment in assignments:
        body.extend(wrap_assignment(f"{assignment.target} = ", assignment.text, WIDTH))
    results = [
        [line for name, number in items.items() for line in _item(name, texts[number], graph.shape(number), shapes)]
        for items in dicts
    ]
    return body, results


def _item(name: str, text: Text, matrix: tuple[int, ...], shapes: Mapping[str, tuple[int, ...]]) -> list[str]:
    """A line of a dict."""
    return wrap_assignment(f"{name!r}: ", f"{_result(text, matrix, shapes.get(name, ()))},", WIDTH, indent="    ")


def _result(text: Text, matrix: tuple[int, ...], shape: tuple[int, ...]) -> str:
    if len(shape) != 1:
        return text.text
    return f"({text.text})[..., 0]" if matrix[1] == 1 else f"({text.text})[..., 0, :]"
