"""Puts charges that have been found into the text of a model file, in place of its unknowns."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from zmodel.model import Model
from zmodel.model.parameters import unknown_names
from zmodel.source import SourceFile, Span
from zmodel.syntax import ast


class RewriteError(Exception):
    """Unknowns stand where the text cannot be changed."""


@dataclass(frozen=True)
class Charges:
    """What is put in.

    Attributes:
        values: an expression for each unknown; those that are left out stay unknown.
        parameters: names that the expressions mention and that have to be declared.
        name: of the new model.
        comment: a line that tells where the charges come from.
    """

    values: Mapping[str, str]
    parameters: Sequence[str]
    name: str
    comment: str


def write_charges(file: SourceFile, tree: ast.SyntaxTree, model: Model, charges: Charges) -> str:
    """The text of the file with charges instead of unknowns; all else stays as it is written.

    A `search` line goes, since nothing is left to be searched for.

    Args:
        file: that the tree was parsed from.
        tree: of the file.
        model: that the file describes.
        charges: what is put in.

    Raises:
        RewriteError: if an unknown is written in a file that this one uses.
    """
    generations = {field.name: field.generations for field in model.fields}
    edits: list[tuple[int, int, str]] = []
    found: set[str] = set()
    begin = len(file.text)
    for statement in tree.statements:
        for expression, own in _charge_expressions(statement, generations):
            for span, names, alone in _unknowns(expression, own, True):
                if all(name in charges.values for name in names):
                    edits.append((span.start, span.end, _spelled([charges.values[name] for name in names], alone)))
                    found.update(names)
                    begin = min(begin, statement.span.start)
        match statement:
            case ast.ModelStatement(_, name):
                edits.append((name.span.start, name.span.end, charges.name))
            case ast.SearchStatement(span):
                edits.append((*_whole_line(file, span), ""))
    missing = sorted(set(charges.values) - found)
    if missing:
        raise RewriteError(f"{', '.join(missing)} stand in a file that this one uses")
    if charges.parameters:
        edits.append((begin, begin, f"param {', '.join(charges.parameters)} : rational\n"))
    return f"# {charges.comment}\n{_edited(file.text, edits)}"


def _charge_expressions(
    statement: ast.Statement, generations: Mapping[str, int]
) -> Iterator[tuple[ast.Expression, tuple[str, ...]]]:
    """Expressions that unknowns can stand in, with what an unknown without a name is called in each generation."""
    match statement:
        case ast.LetStatement():
            yield statement.value, ()
        case ast.ChargesStatement():
            for charge in statement.charges:
                name = charge.field.name
                yield charge.value, unknown_names(name, generations[name])
        case ast.FermionStatement() | ast.ScalarStatement() | ast.VectorStatement():
            name = statement.name.name
            for assignment in statement.assignments:
                if not isinstance(assignment.value, str):
                    yield assignment.value, unknown_names(name, generations[name])


def _unknowns(node: ast.Expression, own: tuple[str, ...], alone: bool) -> Iterator[tuple[Span, tuple[str, ...], bool]]:
    """The unknowns of an expression: place, names, and whether one is all that stands there."""
    match node:
        case ast.Unknown(span, name):
            yield span, ((f"?{name}",) if name else own), alone
        case ast.ListLiteral(_, items):
            names = [(name,) for name in own] if len(items) == len(own) else [own] * len(items)
            for item, inner in zip(items, names, strict=True):
                yield from _unknowns(item, inner, True)
        case _:
            for operand in ast.operands(node):
                yield from _unknowns(operand, own, False)


def _whole_line(file: SourceFile, span: Span) -> tuple[int, int]:
    """A statement with its comment and its line, if nothing else stands there."""
    line, column = file.line_column(span.start)
    start = file.line_starts[line - 1]
    rest = file.text[span.end : file.line_starts[line] if line < len(file.line_starts) else len(file.text)]
    if file.text[start : start + column - 1].strip() or (rest.strip() and not rest.lstrip().startswith("#")):
        return span.start, span.end
    return start, span.end + len(rest)


def _spelled(values: Sequence[str], alone: bool) -> str:
    if len(values) > 1:
        return f"[{', '.join(values)}]"
    return values[0] if alone or values[0].isidentifier() or values[0].isdigit() else f"({values[0]})"


def _edited(text: str, edits: Sequence[tuple[int, int, str]]) -> str:
    # What is put in at a place comes before what replaces the text there.
    for start, end, new in sorted(edits, key=lambda edit: (edit[0], edit[1]), reverse=True):
        text = text[:start] + new + text[end:]
    return text
