"""`use`: one list of statements out of a file and what it imports."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass

from zmodel.diagnostics import Diagnostic, did_you_mean
from zmodel.source import SourceFile, Span
from zmodel.syntax import ast, parse

MAX_DEPTH = 16


class LoadError(Exception):
    """A file that `use` names cannot be had; carries the code and the words of the diagnostic."""

    def __init__(self, code: str, message: str, hints: tuple[str, ...] = ()) -> None:
        super().__init__(message)
        self.code, self.message, self.hints = code, message, hints


Loader = Callable[[str, bool, SourceFile], SourceFile]
"""Gives the file for (name or path, is it a path, the importing file), or raises LoadError."""


def expand_imports(
    tree: ast.SyntaxTree, load: Loader
) -> tuple[tuple[ast.Statement, ...], tuple[Diagnostic, ...]]:
    """Replaces every `use` by the statements of its file.

    Returns:
        The statements in order of meaning, imported ones first where the `use` stands, and what went wrong.
    """
    diagnostics: list[Diagnostic] = []
    file = tree.span.file
    statements = tuple(_expand(tree, load, (file.name,), diagnostics))
    return statements, tuple(diagnostics)


def _expand(
    tree: ast.SyntaxTree, load: Loader, trail: tuple[str, ...], diagnostics: list[Diagnostic]
) -> Iterator[ast.Statement]:
    for statement in tree.statements:
        if isinstance(statement, ast.UseStatement):
            yield from _imported(statement, load, trail, diagnostics)
        else:
            yield statement


def _imported(
    statement: ast.UseStatement, load: Loader, trail: tuple[str, ...], diagnostics: list[Diagnostic]
) -> tuple[ast.Statement, ...]:
    try:
        file = load(statement.source, statement.is_path, statement.span.file)
    except LoadError as error:
        diagnostics.append(Diagnostic(error.code, error.message, statement.span, hints=error.hints))
        return ()
    if file.name in trail or len(trail) > MAX_DEPTH:
        message = "`use` comes back to its own file: " + " -> ".join((*trail, file.name))
        diagnostics.append(Diagnostic("Z118", message, statement.span))
        return ()
    tree, errors = parse(file)
    diagnostics.extend(errors)
    if tree is None:
        return ()
    inner = tuple(_expand(tree, load, (*trail, file.name), diagnostics))
    kept = tuple(s for s in inner if not isinstance(s, ast.ModelStatement))
    return _without(kept, statement.excluded, diagnostics)


def _without(
    statements: tuple[ast.Statement, ...], excluded: tuple[ast.Identifier, ...], diagnostics: list[Diagnostic]
) -> tuple[ast.Statement, ...]:
    """Drops the named declarations and, again and again, whatever refers to what was dropped."""
    if not excluded:
        return statements
    available = {name for statement in statements for name in _declared_names(statement)}
    for identifier in excluded:
        if identifier.name not in available:
            hints = tuple(
                f"did you mean `{s}`?" for s in did_you_mean(identifier.name, sorted(available))[:1]
            )
            message = f"the imported file does not declare `{identifier.name}`"
            diagnostics.append(Diagnostic("Z110", message, identifier.span, hints=hints))
    gone = {identifier.name for identifier in excluded}
    while True:
        kept = tuple(s for s in (_prune(statement, gone) for statement in statements) if s is not None)
        remaining = {name for statement in kept for name in _declared_names(statement)}
        newly_gone = (
            {name for statement in statements for name in _declared_names(statement)} - remaining - gone
        )
        statements = kept
        if not newly_gone:
            return kept
        gone |= newly_gone


def _prune(statement: ast.Statement, gone: set[str]) -> ast.Statement | None:
    """The statement without its parts that refer to a dropped name; None if nothing is left."""
    match statement:
        case ast.PotentialStatement(span, terms):
            kept = tuple(term for term in terms if not _mentions(term, gone))
            return ast.PotentialStatement(span, kept) if kept else None
        case ast.ChargesStatement(span, group, charges):
            kept_charges = tuple(charge for charge in charges if not _mentions(charge, gone))
            return (
                ast.ChargesStatement(span, group, kept_charges)
                if kept_charges and group.name not in gone
                else None
            )
        case ast.PointStatement(span, name, values, scale):
            kept_values = tuple(value for value in values if not _mentions(value, gone))
            return ast.PointStatement(span, name, kept_values, scale) if name.name not in gone else None
        case ast.ParamStatement(span, names, domain):
            kept_names = tuple(name for name in names if name.name not in gone)
            return ast.ParamStatement(span, kept_names, domain) if kept_names else None
        case ast.RequireStatement(span, kind, subjects) if subjects:
            kept_subjects = tuple(subject for subject in subjects if not _mentions(subject, gone))
            return ast.RequireStatement(span, kind, kept_subjects) if kept_subjects else None
    return None if _mentions(statement, gone) else statement


def _declared_names(statement: ast.Statement) -> tuple[str, ...]:
    match statement:
        case ast.ParamStatement(_, names):
            return tuple(name.name for name in names)
        case ast.PotentialStatement(_, terms):
            return tuple(term.name.name for term in terms)
        case ast.GaugeStatement(_, name, coupling=coupling):
            return (name.name,) if coupling is None else (name.name, coupling.name)
        case ast.MixingStatement(_, form, _, _, name):
            return (form.name if name is None else name.name,)
        case ast.CouplingStatement(_, _, name, _, _, kept):
            return (name.name, *(entry.name.name for entry in kept))
        case ast.FermionStatement() | ast.ScalarStatement() | ast.LetStatement() | ast.PointStatement():
            return (statement.name.name,)
    return ()


def _mentions(node: object, names: set[str]) -> bool:
    """Whether any name inside a node is one of the given ones."""
    match node:
        case ast.Identifier(_, name) | ast.Symbol(_, name) | ast.FieldFactor(_, name):
            return name in names
        case ast.Component(_, field):
            return field in names
        case Span():
            return False
        case tuple():
            return any(_mentions(item, names) for item in node)
    if is_dataclass(node) and not isinstance(node, type):
        return any(_mentions(getattr(node, item.name), names) for item in fields(node))
    return False
