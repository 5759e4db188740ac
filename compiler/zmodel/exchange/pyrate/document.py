"""The text of a PyR@TE model file to a tree of tables, lists and texts, each with its place.

The files are YAML, but for sections with formulas: `Yu : Qbar[i,a] H[i] dR[a]` inside braces is none. Entries of these
sections are put into quotes first; a table of offsets leads back to the text as it is in the file.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import yaml

from zmodel.diagnostics import Diagnostic, DiagnosticError
from zmodel.source import SourceFile, Span

MAX_SIZE = 200_000
MAX_DEPTH = 12
"""Far more than any model needs; a file that is larger or nested deeper is none."""

FORMULA_SECTIONS = (
    *("Definitions", "Yukawas", "QuarticTerms", "TrilinearTerms", "ScalarMasses", "FermionMasses"),
    *("Vevs", "Substitutions", "Latex", "UFOMapping"),
)

_COMMENT = re.compile(
    r"""(?<![^\s:,\[{(])('[^'\r\n]*'|"(?:[^"\\\r\n]|\\[^\r\n])*")  # in quotes, which begin where a value may
    |(?<!\w)\#[^\r\n]*""",
    re.VERBOSE,
)
"""A comment, or a text in quotes that may look as if it held one."""
_SECTION = re.compile(rf"(?<![\w\\])({'|'.join(FORMULA_SECTIONS)})\s*:\s*\{{")
_NEXT_ENTRY = re.compile(r"\s*(?:'[^'\n]*'|\"[^\"\n]*\"|\w+)\s*(?:\[[^\]\n]*\])?\s*:")
_OPENING, _CLOSING = "([{", ")]}"


@dataclass(frozen=True)
class Text:
    """A word, a number or a formula."""

    value: str
    span: Span


@dataclass(frozen=True)
class Items:
    """A list."""

    items: tuple[Node, ...]
    span: Span


@dataclass(frozen=True)
class Table:
    """Keys and values in the order of the file; no key stands twice."""

    entries: tuple[tuple[Text, Node], ...]
    span: Span

    def get(self, key: str) -> Node | None:
        """The value of a key, if it is there."""
        return next((value for name, value in self.entries if name.value == key), None)


Node = Text | Items | Table


def read_document(file: SourceFile) -> Table:
    """The tree of a file.

    Raises:
        DiagnosticError: Z701 if the file is too large, no YAML, or no table of sections.
    """
    if len(file.text) > MAX_SIZE:
        raise _error(file, 0, f"the file has {len(file.text)} characters, the limit is {MAX_SIZE}")
    quoted = _quote(file)
    try:
        root = _Builder(file, quoted).build()
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        place = quoted.origin(mark.index) if mark else 0
        raise _error(file, place, f"not YAML: {error.problem or error.context}") from None
    except yaml.reader.ReaderError as error:
        raise _error(file, quoted.origin(error.position), "a character that YAML does not allow") from None
    if not isinstance(root, Table):
        raise _error(file, 0, "no table of sections such as Groups and Potential")
    return root


def _error(file: SourceFile, place: int, message: str) -> DiagnosticError:
    place = min(place, len(file.text))
    return DiagnosticError([Diagnostic("Z701", message, Span(file, place, min(place + 1, len(file.text))))])


# ------------------------------------------------------------------ quotes around formulas
@dataclass(frozen=True)
class _Quoted:
    """YAML, and for each of its characters the offset in the file that it comes from."""

    text: str
    origins: tuple[int, ...]

    def origin(self, index: int) -> int:
        return self.origins[min(index, len(self.origins) - 1)]


def _quote(file: SourceFile) -> _Quoted:
    """Comments blanked out, a space behind each colon, and formulas in quotes."""
    text = _COMMENT.sub(lambda match: match[0] if match[1] else " " * len(match[0]), file.text)
    pieces: list[tuple[str, int, bool]] = []
    position = 0
    for match in _SECTION.finditer(text):
        if match.start() < position:
            continue
        end = _closing(file, text, match.end() - 1)
        pieces.append((text[position : match.end()], position, False))
        for start, stop, mark in _entries(text, match.end(), end):
            if mark:
                pieces.append((mark, stop, False))
            else:
                pieces.append((text[start:stop], start, True))
        position = end
    pieces.append((text[position:], position, False))
    characters: list[str] = []
    origins: list[int] = []
    for piece, start, is_formula in pieces:
        shown = _in_quotes(piece, start) if is_formula else _spaced(piece, start)
        for character, origin in shown:
            characters.append(character)
            origins.append(min(origin, len(text)))
    return _Quoted("".join(characters), (*origins, len(text)))


def _in_quotes(piece: str, start: int) -> Iterator[tuple[str, int]]:
    """A formula between single quotes, in which a quote is written twice; line ends become spaces."""
    inner = piece.strip()
    start += piece.find(inner)
    if len(inner) > 1 and inner[0] == inner[-1] and inner[0] in "'\"" and inner[0] not in inner[1:-1]:
        inner, start = inner[1:-1], start + 1
    yield "'", start
    for offset, character in enumerate(inner):
        yield (" " if character in "\r\n" else character), start + offset
        if character == "'":
            yield character, start + offset
    yield "'", start + len(inner)


def _spaced(piece: str, start: int) -> Iterator[tuple[str, int]]:
    for offset, character in enumerate(piece):
        yield character, start + offset
        if character == ":" and not piece[offset + 1 : offset + 2].isspace():
            yield " ", start + offset


def _closing(file: SourceFile, text: str, opening: int) -> int:
    """The place of the brace that closes one."""
    depth = 0
    for position in range(opening, len(text)):
        if text[position] == "{":
            depth += 1
        elif text[position] == "}":
            depth -= 1
            if depth == 0:
                return position
    raise _error(file, opening, "this brace is never closed")


def _entries(text: str, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    """Keys and values of a section: their ends, or a mark that YAML wants between them.

    A value ends at a comma outside of brackets, or with its line where a key follows.
    """
    position = start
    while True:
        while position < end and (text[position].isspace() or text[position] == ","):
            position += 1
        if position == end:
            return
        stop = _end_of_key(text, position, end)
        yield position, stop, ""
        if stop < end and text[stop] == ":":
            yield stop, stop, ": "
            value = stop + 1
            stop = _end_of_value(text, value, end)
            yield value, stop, ""
        yield stop, stop, ", "
        position = stop


def _end_of_key(text: str, start: int, end: int) -> int:
    depth = 0
    for position in range(start, end):
        character = text[position]
        depth += (character in _OPENING) - (character in _CLOSING)
        if depth == 0 and character in ":,":
            return position
    return end


def _end_of_value(text: str, start: int, end: int) -> int:
    depth = 0
    for position in range(start, end):
        character = text[position]
        depth += (character in _OPENING) - (character in _CLOSING)
        if depth == 0 and character == ",":
            return position
        if depth == 0 and character == "\n" and text[start:position].strip() and _NEXT_ENTRY.match(text, position, end):
            return position
    return end


# ------------------------------------------------------------------ YAML
class _Builder:
    """Makes the tree from the events of the YAML parser, which calls itself nowhere and expands nothing."""

    def __init__(self, file: SourceFile, quoted: _Quoted) -> None:
        self._file = file
        self._quoted = quoted
        self._events = iter(yaml.parse(quoted.text, Loader=yaml.SafeLoader))

    def build(self) -> Node:
        """The only document of the file."""
        root: Node | None = None
        for event in self._events:
            if isinstance(event, yaml.DocumentStartEvent):
                if root is not None:
                    raise _error(self._file, self._place(event.start_mark), "a second document in one file")
                root = self._node(next(self._events), 0)
        if root is None:
            raise _error(self._file, 0, "the file is empty")
        return root

    def _node(self, event: yaml.Event, depth: int) -> Node:
        place = self._place(event.start_mark)
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None) is not None:
            raise _error(self._file, place, "anchors and aliases have no place in a model file")
        if getattr(event, "tag", None) is not None:
            raise _error(self._file, place, "tags have no place in a model file")
        if depth > MAX_DEPTH:
            raise _error(self._file, place, f"nested deeper than {MAX_DEPTH} levels")
        if isinstance(event, yaml.ScalarEvent):
            return Text(event.value.strip(), self._span(event, event))
        if isinstance(event, yaml.SequenceStartEvent):
            items = []
            while not isinstance(inner := next(self._events), yaml.SequenceEndEvent):
                items.append(self._node(inner, depth + 1))
            return Items(tuple(items), self._span(event, inner))
        entries: list[tuple[Text, Node]] = []
        known: dict[str, Text] = {}
        while not isinstance(inner := next(self._events), yaml.MappingEndEvent):
            key = self._node(inner, depth + 1)
            if not isinstance(key, Text):
                raise _error(self._file, key.span.start, "a key is a name")
            if key.value in known:
                related = ((known[key.value].span, "first here"),)
                message = f"`{key.value}` stands twice"
                raise DiagnosticError([Diagnostic("Z701", message, key.span, related=related)])
            known[key.value] = key
            entries.append((key, self._node(next(self._events), depth + 1)))
        return Table(tuple(entries), self._span(event, inner))

    def _place(self, mark: Any) -> int:
        return self._quoted.origin(mark.index)

    def _span(self, first: yaml.Event, last: yaml.Event) -> Span:
        start, end = self._place(first.start_mark), self._place(last.end_mark)
        text = self._file.text
        if isinstance(first, yaml.ScalarEvent):
            # Marks of quotes that are not in the file stand beside the text, those of plain words behind blanks.
            stripped = text[start:end].strip()
            start += text[start:end].find(stripped) if stripped else 0
            end = start + len(stripped)
        return Span(self._file, start, max(start, end))
