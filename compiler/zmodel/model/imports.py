"""`use`: one list of statements out of a file and what it imports."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from typing import Any

from zmodel.diagnostics import Diagnostic
from zmodel.limits import DEFAULT, Limits, hint
from zmodel.model.context import Context
from zmodel.model.gauge import coupling_name
from zmodel.source import SourceFile
from zmodel.syntax import ast, parse


class LoadError(Exception):
    """A file that `use` names cannot be had; carries the code and the words of the diagnostic, and similar names."""

    def __init__(self, code: str, message: str, hints: tuple[str, ...] = (), similar: tuple[str, ...] = ()) -> None:
        super().__init__(message)
        self.code, self.message, self.hints, self.similar = code, message, hints, similar


Loader = Callable[[str, bool, SourceFile], SourceFile]
"""Gives the file for (name or path, is it a path, the importing file), or raises LoadError."""

Statements = tuple[ast.Statement, ...]


@dataclass(frozen=True)
class _Imports:
    """What is known while files are read: each is read and expanded once."""

    load: Loader
    context: Context = field(default_factory=Context)
    expanded: dict[SourceFile, Statements] = field(default_factory=dict)


def expand_imports(
    tree: ast.SyntaxTree, load: Loader, limits: Limits = DEFAULT
) -> tuple[Statements, tuple[Diagnostic, ...]]:
    """Replaces every `use` by the statements of its file.

    Returns:
        The statements in order of meaning, imported ones first where the `use` stands, and what went wrong.
    """
    imports = _Imports(load, Context(limits=limits))
    statements = _expand(tree, (tree.span.file.name,), imports)
    return statements, tuple(imports.context.diagnostics)


def _expand(tree: ast.SyntaxTree, trail: tuple[str, ...], imports: _Imports) -> Statements:
    statements: list[ast.Statement] = []
    seen: dict[tuple[str, int], ast.Statement] = {}
    for statement in tree.statements:
        reached: Statements = (statement,)
        if isinstance(statement, ast.UseStatement):
            reached = _imported(statement, trail, imports)
        for found in reached:
            # What is reached on two ways, through two files that use a third, counts once.
            place = (found.span.file.name, found.span.start)
            if place not in seen or (seen[place] is not found and seen[place] != found):
                seen[place] = found
                statements.append(found)
    return tuple(statements)


def _imported(statement: ast.UseStatement, trail: tuple[str, ...], imports: _Imports) -> Statements:
    try:
        file = imports.load(statement.source, statement.is_path, statement.span.file)
    except LoadError as error:
        place, span = statement.source_span, statement.span
        imports.context.report(error.code, error.message, span, hints=error.hints, similar=error.similar, place=place)
        return ()
    if file.name in trail or len(trail) >= imports.context.limits.use_depth:
        is_circle = file.name in trail
        message = "files use each other in a circle"
        if not is_circle:
            message = f"files are used over {imports.context.limits.use_depth} steps"
        label = " -> ".join((*trail, file.name))
        hints = () if is_circle else (hint("use_depth"),)
        imports.context.report("Z118", message, statement.span, label=label, hints=hints)
        return ()
    if file not in imports.expanded:
        tree, errors = parse(file, imports.context.limits)
        imports.context.diagnostics.extend(errors)
        inner = () if tree is None else _expand(tree, (*trail, file.name), imports)
        imports.expanded[file] = tuple(s for s in inner if not isinstance(s, ast.ModelStatement))
    return _without(imports.expanded[file], statement.excluded, imports)


# ------------------------------------------------------------------ except
@dataclass(frozen=True)
class _Part:
    """A declaration, or a line of a block, that stays or goes as a whole.

    Attributes:
        owner: position of its statement.
        node: the declaration or line.
        declares: names that exist because of it.
        mentions: all names in it.
    """

    owner: int
    node: ast.Node
    declares: frozenset[str]
    mentions: frozenset[str]


# Statements that are made of parts, and the attribute that holds these.
_BLOCKS: dict[type[ast.Node], str] = {
    ast.ChargesStatement: "charges",
    ast.ParamStatement: "names",
    ast.PointStatement: "values",
    ast.PotentialStatement: "terms",
    ast.RequireStatement: "subjects",
    ast.SmallStatement: "parameters",
}


def _without(statements: Statements, excluded: tuple[ast.Identifier, ...], imports: _Imports) -> Statements:
    """Drops the named declarations and, again and again, whatever refers to what was dropped."""
    if not excluded:
        return statements
    parts = _parts(statements)
    available = {name for part in parts for name in part.declares}
    for identifier in excluded:
        if identifier.name not in available:
            message = f"the used file does not declare `{identifier.name}`"
            similar = imports.context.similar(identifier.name, available)
            imports.context.report("Z110", message, identifier.span, similar=similar)
    dropped = _dropped(parts, {identifier.name for identifier in excluded} & available)
    kept: dict[int, list[ast.Node]] = defaultdict(list)
    for number, part in enumerate(parts):
        if number not in dropped:
            kept[part.owner].append(part.node)
    affected = {parts[number].owner for number in dropped}
    return tuple(
        _rebuilt(statement, kept[owner]) if owner in affected else statement
        for owner, statement in enumerate(statements)
        if owner not in affected or kept[owner]
    )


def _rebuilt(statement: ast.Statement, kept: list[ast.Node]) -> ast.Statement:
    """A block with some of its parts."""
    changes: dict[str, Any] = {_BLOCKS[type(statement)]: tuple(kept)}
    return replace(statement, **changes)


def _dropped(parts: list[_Part], names: Iterable[str]) -> set[int]:
    """Numbers of the parts that mention a name, or a name that goes with such a part, and so on."""
    users: dict[str, list[int]] = defaultdict(list)
    for number, part in enumerate(parts):
        for name in part.mentions:
            users[name].append(number)
    declarations = Counter(name for part in parts for name in part.declares)
    queue, gone = list(names), set(names)
    dropped: set[int] = set()
    while queue:
        for number in users[queue.pop()]:
            if number in dropped:
                continue
            dropped.add(number)
            declarations.subtract(parts[number].declares)
            orphans = {name for name in parts[number].declares if not declarations[name]} - gone
            queue.extend(orphans)
            gone |= orphans
    return dropped


def _parts(statements: Statements) -> list[_Part]:
    found = [(owner, node) for owner, statement in enumerate(statements) for node in _nodes(statement)]
    explicit = frozenset().union(*(_declared(node) for _, node in found))
    parts = []
    for owner, node in found:
        declares = _declared(node) | (_implied(node) - explicit)
        statement = statements[owner]
        group = {statement.group.name} if isinstance(statement, ast.ChargesStatement) else set()
        parts.append(_Part(owner, node, declares, declares | group | _mentioned(node)))
    return parts


def _nodes(statement: ast.Statement) -> tuple[ast.Node, ...]:
    """The lines of a block, or the whole statement."""
    block = _BLOCKS.get(type(statement))
    nodes: tuple[ast.Node, ...] = (statement,) if block is None else getattr(statement, block)
    return nodes


def _declared(node: ast.Node) -> frozenset[str]:
    """The names that a statement or a line declares."""
    match node:
        case ast.Identifier(_, name):
            return frozenset([name])
        case ast.GaugeStatement(_, name, options=options):
            coupling = coupling_name(node)
            bosons = (option.name.name for option in options if option.kind == "boson")
            return frozenset([name.name, *bosons, *([] if coupling is None else [coupling.name])])
        case ast.MixingStatement(_, form, _, _, name):
            return frozenset([(name or form).name])
        case ast.CouplingStatement(_, _, name, _, _, kept):
            return frozenset([name.name, *(entry.name.name for entry in kept)])
        case (
            ast.FermionStatement(_, name)
            | ast.ScalarStatement(_, name)
            | ast.VectorStatement(_, name)
            | ast.LetStatement(_, name)
            | ast.BreakingStatement(_, name)
        ):
            return frozenset([name.name])
    return frozenset()


def _implied(node: ast.Node) -> frozenset[str]:
    """The symbols of a vacuum value and the mass of a boson, which are declared by being used."""
    match node:
        case ast.ScalarStatement(vev=vev):
            return _mentioned(vev)
        case ast.GaugeStatement(options=options):
            return frozenset(option.name.name for option in options if option.kind == "mass")
    return frozenset()


def _mentioned(node: object) -> frozenset[str]:
    names: set[str] = set()
    for inner in ast.walk(node):
        match inner:
            case ast.Identifier(_, name) | ast.Symbol(_, name) | ast.FieldFactor(_, name) | ast.ElementName(_, name):
                names.add(name)
            case ast.Component(_, field):
                names.add(field)
    return frozenset(names)
