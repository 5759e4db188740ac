"""What a file declares, as a tree."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from zmodel.lsp.pieces import Parsed
from zmodel.source import SourceFile, Span
from zmodel.syntax import ast

Kind = Literal["model", "file", "group", "field", "coupling", "parameter", "block", "point", "rule"]


@dataclass(frozen=True)
class Entry:
    """A declaration: its name, what it is, its place and that of its name, and what is inside."""

    name: str
    detail: str
    kind: Kind
    span: Span
    name_span: Span
    children: tuple[Entry, ...] = ()


def outline(parsed: Parsed) -> tuple[Entry, ...]:
    """The declarations of a file, in written order."""
    return tuple(
        _moved(entry, parsed.file, piece.start)
        for piece in parsed.pieces
        for statement in piece.statements
        for entry in _entries(statement)
    )


def _moved(entry: Entry, file: SourceFile, start: int) -> Entry:
    """An entry with its places in the whole file."""
    span, name_span = (Span(file, old.start + start, old.end + start) for old in (entry.span, entry.name_span))
    children = tuple(_moved(child, file, start) for child in entry.children)
    return replace(entry, span=span, name_span=name_span, children=children)


def _entries(statement: ast.Statement) -> Iterator[Entry]:
    span = statement.span
    match statement:
        case ast.ModelStatement(_, name, title):
            yield Entry(name.name, title, "model", span, name.span)
        case ast.UseStatement():
            yield Entry(f"use {statement.source}", "", "file", span, statement.source_span)
        case ast.GaugeStatement(_, name, family, argument, is_global):
            kind = "global" if is_global else "gauge"
            yield Entry(name.name, f"{kind} {family}({argument})", "group", span, name.span)
        case ast.MixingStatement(_, form, first, second, name):
            label = name or form
            yield Entry(label.name, f"mixing of {first.name} and {second.name}", "parameter", span, label.span)
        case ast.FermionStatement() | ast.ScalarStatement() | ast.VectorStatement():
            yield Entry(_field_name(statement), _field_detail(statement), "field", span, statement.name.span)
        case ast.CouplingStatement(_, kind, name):
            yield Entry(name.name, f"{kind}: {statement.term.span.text}", "coupling", span, name.span, _kept(statement))
        case ast.ParamStatement(_, names, domain):
            for name in names:
                yield Entry(name.name, domain.name if domain else "rational", "parameter", name.span, name.span)
        case ast.LetStatement(_, name, value):
            yield Entry(name.name, f"= {value.span.text}", "parameter", span, name.span)
        case _:
            yield from _blocks(statement)


def _blocks(statement: ast.Statement) -> Iterator[Entry]:
    span = statement.span
    head = Span(span.file, span.start, span.start + len(span.text.split()[0]))
    match statement:
        case ast.PotentialStatement(_, terms):
            children = tuple(Entry(t.name.name, t.term.span.text, "coupling", t.span, t.name.span) for t in terms)
            yield Entry("potential", "", "block", span, head, children)
        case ast.ChargesStatement(_, group, charges):
            fields = (Entry(c.field.name, c.value.span.text, "parameter", c.span, c.field.span) for c in charges)
            yield Entry(f"charges {group.name}", "", "block", span, group.span, tuple(fields))
        case ast.PointStatement(_, name, _, scale):
            yield Entry(f"point {name.name}", f"at {scale.span.text}" if scale else "", "point", span, name.span)
        case ast.RotationStatement(_, target):
            yield Entry(f"rotation {target.span.text}", "", "rule", span, target.span)
        case ast.BreakingStatement(_, name, _, subgroups):
            lines = tuple(Entry(s.name.name, "", "group", s.span, s.name.span) for s in subgroups)
            yield Entry(f"breaking {name.name}", "", "block", span, name.span, lines)
        case ast.IntegrateStatement(_, name) | ast.SearchStatement(_, name):
            yield Entry(f"{head.text} {name.name}", "", "rule", span, name.span)
        case ast.RequireStatement():
            yield Entry(" ".join(span.text.split()), "", "rule", span, head)


def _field_name(statement: ast.FieldStatement) -> str:
    return statement.name.name + (f"[{statement.generations}]" if statement.generations else "")


def _field_detail(statement: ast.FieldStatement) -> str:
    words = [type(statement).__name__.removesuffix("Statement").lower()]
    if isinstance(statement, ast.FermionStatement):
        words.append(statement.chirality)
    inside = ", ".join(assignment.span.text for assignment in statement.assignments)
    return " ".join(words) + (f" ({inside})" if inside else "")


def _kept(statement: ast.CouplingStatement) -> tuple[Entry, ...]:
    return tuple(Entry(k.name.name, k.entry.span.text, "coupling", k.span, k.name.span) for k in statement.kept)
