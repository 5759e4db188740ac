"""A file in pieces: each statement is parsed by itself and kept, so that an edit costs the parsing of one."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from itertools import pairwise

from zmodel.lsp.symbols import Occurrence, left_by, names_in
from zmodel.source import SourceFile, Span
from zmodel.syntax import ast, parse
from zmodel.syntax.parser import FIRST_WORDS

MAX_TEXT = 200_000
"""Characters of a file whose names are looked for; far beyond any model, and read in a second."""
_CACHED_FILES, _CACHED_PIECES = 128, 8192

_BEGINNING = re.compile(f"^{FIRST_WORDS.pattern}", re.MULTILINE)
_ORDER = {"declaration": 0, "derived": 1, "implied": 2}


@dataclass(frozen=True, eq=False)
class Piece:
    """Some lines of a file, with the statements in them; their places count from `start`.

    Attributes:
        start: where the piece begins in the file.
        statements: none if it does not parse.
        names: in the statements.
        parses: whether it does.
    """

    start: int
    statements: tuple[ast.Statement, ...]
    names: tuple[Occurrence, ...]
    parses: bool


@dataclass(frozen=True)
class Use:
    """A `use` statement and the place of what it names; None if it stands in an older text only."""

    statement: ast.UseStatement
    span: Span | None


@dataclass(frozen=True, eq=False)
class Parsed:
    """A file in pieces.

    Attributes:
        file: the file.
        pieces: all of its text.
        names: in the whole file; those of an older text that this one lacks stand at -1.
        older_uses: `use` statements of an older text that this one lacks.
    """

    file: SourceFile
    pieces: tuple[Piece, ...]
    names: tuple[Occurrence, ...]
    older_uses: tuple[ast.UseStatement, ...] = ()

    @cached_property
    def parses(self) -> bool:
        """Whether all pieces do."""
        return all(piece.parses for piece in self.pieces)

    @property
    def statements(self) -> Iterator[ast.Statement]:
        """What parses."""
        return (statement for piece in self.pieces for statement in piece.statements)

    @cached_property
    def declarations(self) -> Mapping[tuple[str, str], tuple[Occurrence, ...]]:
        """What declares each name of each space, explicit declarations first."""
        found: dict[tuple[str, str], list[Occurrence]] = defaultdict(list)
        for item in self.names:
            if item.role != "reference":
                found[item.spaces[0], item.name].append(item)
        return {key: tuple(sorted(items, key=lambda item: _ORDER[item.role])) for key, items in found.items()}

    @cached_property
    def uses(self) -> tuple[Use, ...]:
        """The `use` statements."""
        found = []
        for piece in self.pieces:
            for statement in piece.statements:
                if isinstance(statement, ast.UseStatement):
                    place = statement.source_span
                    span = Span(self.file, piece.start + place.start, piece.start + place.end)
                    found.append(Use(statement, span))
        return (*found, *(Use(statement, None) for statement in self.older_uses))

    @cached_property
    def taken_over(self) -> Mapping[tuple[str, str], str]:
        """Groups that a breaking leaves as they are: the space from which their names come."""
        return {
            (left_by(item.node.name.name), item.name): item.spaces[0]
            for item in self.names
            if item.kind == "taken over" and isinstance(item.node, ast.BreakingStatement)
        }


@lru_cache(maxsize=_CACHED_FILES)
def parsed(file: SourceFile) -> Parsed:
    """The names of a file; pieces that do not parse have none."""
    if len(file.text) > MAX_TEXT:
        return Parsed(file, (Piece(0, (), (), False),), ())
    pieces = tuple(_pieces(file.text))
    return Parsed(file, pieces, tuple(_moved(item, piece.start) for piece in pieces for item in piece.names))


def with_older(new: Parsed, old: Parsed) -> Parsed:
    """A text that does not parse, with what an older one declares besides, at no place."""
    lost = tuple(
        replace(items[0], start=-1, end=-1) for key, items in old.declarations.items() if key not in new.declarations
    )
    present = [use.statement for use in new.uses]
    uses = tuple(use.statement for use in old.uses if use.statement not in present)
    return Parsed(new.file, new.pieces, (*new.names, *lost), uses)


def _pieces(text: str) -> Iterator[Piece]:
    cuts = sorted({0, *(match.start() for match in _BEGINNING.finditer(text)), len(text)})
    for start, end in pairwise(cuts):
        yield replace(_piece(text[start:end]), start=start)


@lru_cache(maxsize=_CACHED_PIECES)
def _piece(text: str) -> Piece:
    tree, _ = parse(SourceFile("", text))
    return Piece(0, (), (), False) if tree is None else Piece(0, tree.statements, names_in(tree), True)


def _moved(item: Occurrence, start: int) -> Occurrence:
    return Occurrence(
        item.start + start,
        item.end + start,
        item.name,
        item.spaces,
        item.role,
        item.kind,
        item.owner,
        item.node,
        item.through,
        start,
    )
