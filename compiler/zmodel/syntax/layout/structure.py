"""The text of a file as blocks, rows and entries, with all comments and blank lines in their places."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from lark import Token

from zmodel.source import SourceFile
from zmodel.syntax.layout.spacing import spaced_words
from zmodel.syntax.layout.words import CLOSING, OPENING, Word, Words, must_fold

_BETWEEN_TOKENS = re.compile(r"(?P<comment>#[^\r\n]*)|(?P<newline>\r\n|\r|\n)|(?P<semicolon>;)")
# How far from each other two comments may begin that an author meant to stand in one column.
_SAME_COLUMN = 1


@dataclass(frozen=True)
class Entry:
    """A statement, or what a block holds one of per line.

    Attributes:
        head: its words, up to a block.
        block: what stands in its `{ }`, if it has them.
    """

    head: Words
    block: Body | None = None


@dataclass(frozen=True)
class Row:
    """Entries that the author wrote on one line, with the comment behind them and what goes on below that."""

    entries: tuple[Entry, ...]
    comments: tuple[str, ...] = ()


@dataclass(frozen=True)
class Remark:
    """A comment on a line of its own."""

    text: str


@dataclass(frozen=True)
class Blank:
    """One or several empty lines."""


Element = Row | Remark | Blank


@dataclass(frozen=True)
class Body:
    """A file, or what stands in `{ }`.

    Attributes:
        elements: what it holds, from top to bottom.
        opening: the comment behind `{`, and what goes on below it.
        on_one_line: whether the author wrote it on one line, and nothing in it takes several.
    """

    elements: tuple[Element, ...]
    opening: tuple[str, ...] = ()
    on_one_line: bool = False

    @property
    def rows(self) -> tuple[Row, ...]:
        """The rows, without comments and empty lines between them."""
        return tuple(element for element in self.elements if isinstance(element, Row))


def read_structure(file: SourceFile, tokens: Sequence[Token]) -> Body:
    """The structure of a file.

    Args:
        file: the source; it is free of syntax errors.
        tokens: as the parser has seen them.
    """
    return _Reader(list(_pieces(file, tokens))).body(outermost=True)


@dataclass(frozen=True)
class _Trivia:
    """A comment, a line end or a `;`.

    Attributes:
        kind: which of these.
        text: of a comment.
        column: of a comment.
    """

    kind: str
    text: str
    column: int


def _pieces(file: SourceFile, tokens: Sequence[Token]) -> Iterator[Word | _Trivia]:
    position = 0
    written = [token for token in tokens if token.type != "_SEP"]
    for token, word in zip(written, spaced_words(tokens), strict=True):
        start = token.start_pos or 0
        yield from _trivia(file, position, start)
        yield word
        position = start + len(token)
    yield from _trivia(file, position, len(file.text))


def _trivia(file: SourceFile, start: int, end: int) -> Iterator[_Trivia]:
    for match in _BETWEEN_TOKENS.finditer(file.text, start, end):
        text = match.group().rstrip() if match.lastgroup == "comment" else ""
        yield _Trivia(str(match.lastgroup), text, file.line_column(match.start())[1])


class _Reader:
    """Reads pieces from left to right.

    Attributes:
        pieces: all of them.
        position: of the next one.
        comment_column: where the comment behind the line before begins, if there is one.
    """

    def __init__(self, pieces: list[Word | _Trivia]) -> None:
        self.pieces = pieces
        self.position = 0
        self.comment_column: int | None = None

    def next_kind(self) -> str:
        """The kind of the next piece; empty at the end of the file."""
        return self.pieces[self.position].kind if self.position < len(self.pieces) else ""

    def take(self) -> Word | _Trivia:
        """The next piece."""
        self.position += 1
        return self.pieces[self.position - 1]

    def body(self, outermost: bool) -> Body:
        """What stands from here to the end of the file, or to the bracket that closes the block."""
        elements: list[Element] = []
        opening = () if outermost else self._comment_behind()
        lines = 0
        on_one_line = True
        while (kind := self.next_kind()) and (outermost or kind != "RBRACE"):
            if kind in ("newline", "semicolon"):
                self.take()
                lines += kind == "newline"
                on_one_line &= kind != "newline"
                continue
            if lines > 1:
                self.comment_column = None
                if elements:
                    elements.append(Blank())
            lines = 0
            if kind != "comment":
                row = self._row()
                on_one_line &= not any(must_fold(entry.head) for entry in row.entries)
                elements.append(row)
            elif not self._goes_on():
                elements.append(Remark(self._comment()))
                self.comment_column = None
            elif elements and isinstance(last := elements[-1], Row):
                elements[-1] = replace(last, comments=(*last.comments, self._comment()))
            else:
                opening = (*opening, self._comment())
        return Body(tuple(elements), opening, on_one_line)

    def _goes_on(self) -> bool:
        """Whether the next comment stands below one that is behind a line, and goes on with it."""
        piece = self.pieces[self.position]
        assert isinstance(piece, _Trivia)
        return self.comment_column is not None and abs(piece.column - self.comment_column) <= _SAME_COLUMN

    def _comment(self) -> str:
        piece = self.take()
        return piece.text

    def _comment_behind(self) -> tuple[str, ...]:
        """The comment that follows on the same line."""
        piece = self.pieces[self.position] if self.position < len(self.pieces) else None
        self.comment_column = None
        if not isinstance(piece, _Trivia) or piece.kind != "comment":
            return ()
        self.comment_column = piece.column
        return (self._comment(),)

    def _row(self) -> Row:
        entries = [self._entry()]
        while self.next_kind() == "semicolon":
            while self.next_kind() == "semicolon":
                self.take()
            if self.next_kind() not in ("", "newline", "comment", "RBRACE"):
                entries.append(self._entry())
        return Row(tuple(entries), self._comment_behind())

    def _entry(self) -> Entry:
        """Words up to the end of the statement, which does not come inside brackets, and a block behind them."""
        words: list[Word] = []
        above: list[str] = []
        depth = 0
        begins_line = False
        while self.next_kind() not in ("", "RBRACE", "LBRACE"):
            if not depth and self.next_kind() in ("newline", "comment", "semicolon"):
                break
            piece = self.take()
            if isinstance(piece, Word):
                depth += (piece.kind in OPENING) - (piece.kind in CLOSING)
                words.append(replace(piece, above=tuple(above), begins_line=begins_line))
                above, begins_line = [], False
            elif piece.kind == "newline":
                begins_line = True
            elif begins_line:
                above.append(piece.text)
            else:
                words[-1] = replace(words[-1], comment=piece.text)
        if self.next_kind() != "LBRACE":
            return Entry(tuple(words))
        self.take()
        block = self.body(outermost=False)
        self.take()
        return Entry(tuple(words), block)
