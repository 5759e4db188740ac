"""Edits that add what a model file leaves out: couplings and kinetic mixings."""

from __future__ import annotations

from collections.abc import Sequence

from zmodel.diagnostics.diagnostic import Edit
from zmodel.diagnostics.edits import at_end, line_after
from zmodel.model import Model
from zmodel.model.model import DeclaredCoupling
from zmodel.source import Span


def add_coupling(model: Model, statement: str, line: str) -> Edit:
    """Adds a `yukawa` or `mass` statement below the last one of the main file."""
    text = f"{statement} {line}"
    spans = [_in_main_file(model, item) for item in model.couplings if item.kind == statement]
    return _below(model, spans, text)


def add_to_potential(model: Model, lines: Sequence[str]) -> Edit:
    """Adds terms to the last `potential` block of the main file, or a block if there is none."""
    spans = [_in_main_file(model, item) for item in model.couplings if item.kind == "potential"]
    last = max((span for span in spans if span is not None), key=lambda span: span.end, default=None)
    if last is not None:
        return line_after(last, lines)
    return at_end(model.span.file, ["", "potential {", *(f"  {line}" for line in lines), "}"])


def add_mixing(model: Model, line: str) -> Edit:
    """Adds a `mixing` statement below the last group of the main file."""
    file = model.span.file
    return _below(model, [group.span if group.span.file == file else None for group in model.groups], line)


def _below(model: Model, spans: Sequence[Span | None], line: str) -> Edit:
    last = max((span for span in spans if span is not None), key=lambda span: span.end, default=None)
    return at_end(model.span.file, [line]) if last is None else line_after(last, [line])


def _in_main_file(model: Model, coupling: DeclaredCoupling) -> Span | None:
    """The place of a coupling, if it can be written beside: used files are not the ones to be changed."""
    return coupling.span if coupling.span.file == model.span.file else None
