"""Every name in a file: where it stands, what it can mean, and what it declares.

Groups, fields, couplings, parameters and the like share one space of names; bosons, points, the model, unknown charges
and the groups that a breaking leaves have spaces of their own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from zmodel.model.expression import CONSTANTS
from zmodel.model.statements import KNOWN_MATRICES
from zmodel.source import Span
from zmodel.syntax import ast
from zmodel.syntax.lexing import ascii_name

NAMES, BOSONS, POINTS, MODELS = ("name",), ("boson", "name"), ("point",), ("model",)
UNKNOWNS, OWN_UNKNOWNS = ("unknown",), ("own unknown",)

Role = Literal["reference", "implied", "derived", "declaration"]

_WORD = re.compile(r"[A-Za-z_\u0370-\u03FF\u00B5][A-Za-z0-9_\u0370-\u03FF\u00B5]*")
_COUPLINGS = {"yukawa": "Yukawa coupling", "mass": "mass term", "potential": "coupling of the potential"}


@dataclass(frozen=True)
class Occurrence:
    """A name at a place.

    Attributes:
        start, end: its characters.
        name: in its ASCII spelling.
        spaces: of names in which it is looked for, in this order.
        role: a declaration; implied by a use, as the symbol of a vacuum value is; derived from another name, as `g_X`
            is from the group `X`; or a reference.
        kind: what is declared, in words.
        owner: of a derived name, the name it is made of.
        node: the statement or line that declares it.
        through: the `use` statement that excludes it.
        base: what places in `node` count from.
    """

    start: int
    end: int
    name: str
    spaces: tuple[str, ...] = NAMES
    role: Role = "reference"
    kind: str = ""
    owner: str = ""
    node: ast.Node | None = None
    through: ast.UseStatement | None = None
    base: int = 0


def names_in(tree: ast.SyntaxTree) -> tuple[Occurrence, ...]:
    """All names of a file, by and large in order of place."""
    found = [item for statement in tree.statements for item in _statement(statement)]
    return tuple(sorted(found, key=lambda item: (_rank(item), item.end, item.role == "derived")))


def _rank(item: Occurrence) -> int:
    """Place in the order of names: a mixing comes before its groups, whether it is called after its form or by `as`."""
    return item.node.span.start if isinstance(item.node, ast.MixingStatement) else item.start


# ------------------------------------------------------------------ statements
def _statement(statement: ast.Statement) -> Iterator[Occurrence]:
    match statement:
        case ast.ModelStatement(_, name):
            yield _declared(name, "model", statement, MODELS)
        case ast.UseStatement():
            for name in statement.excluded:
                yield replace(_reference(name, ("name", "boson")), through=statement)
        case ast.GaugeStatement():
            yield from _gauge(statement)
        case ast.MixingStatement(_, form, first, second, name):
            yield _declared(name or form, "kinetic mixing", statement)
            yield from map(_reference, (first, second))
        case ast.FermionStatement() | ast.ScalarStatement() | ast.VectorStatement():
            yield from _field(statement)
        case ast.CouplingStatement():
            yield from _coupling(statement)
        case ast.PotentialStatement(_, terms):
            for term in terms:
                yield from _coupling(term)
        case ast.ChargesStatement(_, group, charges):
            yield _reference(group)
            for charge in charges:
                yield _reference(charge.field)
                yield from _charge(charge.value, charge.field.name)
        case _:
            yield from _other_statement(statement)


def _other_statement(statement: ast.Statement) -> Iterator[Occurrence]:
    match statement:
        case ast.ParamStatement(_, names):
            for name in names:
                yield _declared(name, "parameter", statement)
        case ast.LetStatement(_, name, value):
            yield _declared(name, "let", statement)
            yield from _charge(value, "")
        case ast.RequireStatement(_, _, subjects):
            for subject in subjects:
                yield from _term(subject.term)
        case ast.PointStatement(_, name, values):
            yield _declared(name, "point", statement, POINTS)
            for line in values:
                yield _reference(line.target.name)
        case ast.RotationStatement(_, target, matrix):
            yield _leading(target.span, target.field)
            yield from (item for item in _expression(matrix) if item.name not in KNOWN_MATRICES)
        case ast.SmallStatement(_, parameters):
            for parameter in parameters:
                yield _reference(parameter.name)
        case ast.IntegrateStatement(_, name, scale):
            yield _reference(name, BOSONS)
            yield from _expression(scale.value)
        case ast.SearchStatement(_, group):
            yield _reference(group)
        case ast.BreakingStatement():
            yield from _breaking(statement)


def _gauge(statement: ast.GaugeStatement) -> Iterator[Occurrence]:
    name = statement.name
    yield _declared(name, "global group" if statement.is_global else "gauge group", statement)
    for option in statement.options:
        if option.kind == "coupling":
            yield _declared(option.name, "gauge coupling", statement)
        elif option.kind == "boson":
            yield _declared(option.name, "gauge boson", statement, BOSONS[:1])
        else:
            yield replace(_declared(option.name, "mass of a boson", statement), role="implied")
    if not statement.is_global and not any(option.kind == "coupling" for option in statement.options):
        coupling = _declared(name, "gauge coupling", statement)
        yield replace(coupling, name=f"g_{name.name}", role="derived", owner=name.name)


def _field(statement: ast.FieldStatement) -> Iterator[Occurrence]:
    kind = type(statement).__name__.removesuffix("Statement").lower()
    yield _declared(statement.name, kind, statement)
    for assignment in statement.assignments:
        yield _reference(assignment.group)
        if not isinstance(assignment.value, str):
            yield from _charge(assignment.value, statement.name.name)
    if isinstance(statement, ast.ScalarStatement):
        for value in statement.vev:
            for item in _expression(value):
                yield replace(item, role="implied", kind="vacuum value", node=statement)


def _coupling(statement: ast.CouplingStatement) -> Iterator[Occurrence]:
    yield _declared(statement.name, _COUPLINGS[statement.kind], statement)
    yield from _term(statement.term)
    for kept in statement.kept:
        yield _declared(kept.name, "kept entry", statement)


def _breaking(statement: ast.BreakingStatement) -> Iterator[Occurrence]:
    """A step; a line without parts takes over a group that is there before, under its name."""
    yield _declared(statement.name, "breaking", statement)
    before = NAMES
    if statement.after is not None:
        yield _reference(statement.after)
        before = (left_by(statement.after.name),)
    own = (left_by(statement.name.name),)
    for line in statement.subgroups:
        if line.parts:
            yield _declared(line.name, "group that is left", line, own)
        else:
            yield replace(_reference(line.name, before), kind="taken over", node=statement)
        for part in line.parts:
            yield _reference(part.group, before)
            if isinstance(part.location, ast.Diagonal):
                for entry in part.location.entries:
                    yield from _expression(entry)


def left_by(step: str) -> str:
    """The space of the names of groups that a breaking leaves."""
    return f"left by {step}"


# ------------------------------------------------------------------ terms and expressions
def _term(node: object) -> Iterator[Occurrence]:
    for factor in ast.walk(node):
        if isinstance(factor, ast.FieldFactor):
            yield Occurrence(factor.name_span.start, factor.name_span.end, factor.name)


def _charge(value: ast.Expression, field: str) -> Iterator[Occurrence]:
    """Names in a charge; an unknown without a name is called after the field."""
    for item in _expression(value):
        own = item.spaces == UNKNOWNS and not item.name
        if not own:
            yield item
        elif field:
            yield replace(item, name=field, spaces=OWN_UNKNOWNS, role="derived", owner=field)


def _expression(node: ast.Expression) -> Iterator[Occurrence]:
    for inner in ast.walk(node):
        match inner:
            case ast.Symbol(span, name) if name not in CONSTANTS:
                yield Occurrence(span.start, span.end, name)
            case ast.ElementName(span, name) | ast.Component(span, name):
                yield _leading(span, name)
            case ast.Unknown(span, ""):
                yield Occurrence(span.start, span.end, "", UNKNOWNS, kind="unknown charge")
            case ast.Unknown(span, name):
                yield Occurrence(span.start + 1, span.end, name, UNKNOWNS, "implied", "unknown charge", node=inner)


def _leading(span: Span, name: str) -> Occurrence:
    """A name that something of more than one word begins with."""
    match = _WORD.match(span.file.text, span.start)
    return Occurrence(span.start, match.end() if match else span.end, name)


def _reference(name: ast.Identifier, spaces: tuple[str, ...] = NAMES) -> Occurrence:
    return Occurrence(name.span.start, name.span.end, name.name, spaces)


def _declared(name: ast.Identifier, kind: str, node: ast.Node, spaces: tuple[str, ...] = NAMES) -> Occurrence:
    return Occurrence(name.span.start, name.span.end, name.name, spaces, "declaration", kind, node=node)


def word_at(text: str, offset: int) -> tuple[int, int, str] | None:
    """The word that a place touches, in its ASCII spelling, with its beginning and end."""
    start = offset
    while start > 0 and _WORD.fullmatch(f"_{text[start - 1]}"):
        start -= 1
    match = _WORD.match(text, start)
    if match is None or match.end() < offset:
        return None
    return start, match.end(), _spelled(match.group())


def _spelled(word: str) -> str:
    try:
        return ascii_name(word)
    except ValueError:
        return word
