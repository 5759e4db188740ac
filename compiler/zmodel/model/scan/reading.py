"""TOML values with their places: whatever is not what it should be is reported, and reading goes on."""

from __future__ import annotations

import math
import re
import tomllib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from zmodel.diagnostics import Diagnostic
from zmodel.model.context import Context
from zmodel.model.scan.places import Path, Place, find_places, find_repeated
from zmodel.model.scan.scan_file import Named
from zmodel.source import SourceFile, Span

MAX_FILE_SIZE = 100_000

_POSITION = re.compile(r" \(at (?:line (\d+), column (\d+)|end of document)\)$")
_REPEATED = ("Cannot", "Duplicate")
"""How messages of tomllib about keys that are there already begin."""
_OPENING = re.compile(r"(?:\"\"\"|''')(?:\r?\n)?|\"|'|")

_T = TypeVar("_T")


@dataclass(frozen=True)
class Sheet:
    """A file, where things stand in it, and where errors go."""

    file: SourceFile
    places: Mapping[Path, Place]
    context: Context

    def literal(self, span: Span, text: str) -> Span | None:
        """The inside of a quoted text, or None after reporting that it is not written out."""
        opening = _OPENING.match(span.text)
        assert opening is not None, "the pattern matches nothing, too"
        quotes = len(opening.group().rstrip())
        inside = Span(self.file, span.start + opening.end(), span.end - quotes)
        if inside.text.replace("\r\n", "\n") == text:
            return inside
        self.context.report("Z603", "an expression is written without `\\`", span)
        return None

    def parse(
        self, span: Span, text: str, parser: Callable[[SourceFile], tuple[_T, tuple[Diagnostic, ...]]]
    ) -> _T | None:
        """Parses the inside of a quoted text, or gives None after reporting what is wrong."""
        inside = self.literal(span, text)
        if inside is None:
            return None
        one_line = inside.text.replace("\n", " ").replace("\r", " ")
        found, diagnostics = parser(_Piece(self.file.name, one_line, self.file, inside.start))
        for item in diagnostics:
            self.context.report(
                item.code,
                _sayable(item.message),
                item.span or span,
                label=_sayable(item.label),
                hints=item.hints,
                related=item.related,
                fixes=item.fixes,
            )
        return found


@dataclass(frozen=True)
class _Piece(SourceFile):
    """A part of a file that is parsed by itself, on one line.

    Attributes:
        home: the file.
        start: where the part begins in it.
    """

    home: SourceFile
    start: int


def at_home(diagnostic: Diagnostic) -> Diagnostic:
    """A diagnostic about a piece of a file, with the places in that file."""
    related = tuple((_home(span), label) for span, label in diagnostic.related)
    fixes = tuple(replace(edit, span=_home(edit.span)) for edit in diagnostic.fixes)
    return replace(diagnostic, span=diagnostic.span and _home(diagnostic.span), related=related, fixes=fixes)


def _home(span: Span) -> Span:
    piece = span.file
    return Span(piece.home, piece.start + span.start, piece.start + span.end) if isinstance(piece, _Piece) else span


def _sayable(message: str) -> str:
    """A piece of text is no file, and no statement."""
    message = message.replace("the file ends in the middle of a statement", "something is missing at the end")
    return message.replace("the end of the file", "the end of the text")


def read_toml(file: SourceFile, context: Context) -> Table | None:
    """The top table of a file, or None after reporting what is wrong with it."""
    if len(file.text) > MAX_FILE_SIZE:
        message = f"the file has {len(file.text)} characters, the limit is {MAX_FILE_SIZE}"
        context.report("Z003", message, Span(file, 0, 0))
        return None
    try:
        values = tomllib.loads(file.text)
        return Table(values, (), Sheet(file, find_places(file), context))
    except RecursionError:
        context.report("Z103", "brackets are nested too deep", Span(file, 0, 0))
    except tomllib.TOMLDecodeError as error:
        _report(str(error), file, context)
    except ValueError:  # of Python's, which bounds the digits of whole numbers
        context.report("Z104", "a number of too many digits", Span(file, 0, 0))
    return None


def _report(message: str, file: SourceFile, context: Context) -> None:
    """Reports what tomllib says; of a key that is there already it tells neither its name nor its place."""
    place = _position(file, message)
    repeated = find_repeated(file, place.start) if message.startswith(_REPEATED) else None
    if repeated is None:
        context.report("Z601", _POSITION.sub("", message), place)
        return
    span, first = repeated
    context.report("Z601", f"the key `{span.text}` stands twice", span, related=[(first, "first here")])


def _position(file: SourceFile, message: str) -> Span:
    found = _POSITION.search(message)
    if found is None:
        return Span(file, 0, 0)
    offset = len(file.text)
    if found[1] is not None:
        lines = file.text.split("\n")
        offset = sum(len(line) + 1 for line in lines[: int(found[1]) - 1]) + int(found[2]) - 1
    start = min(offset, len(file.text))
    return Span(file, start, min(start + 1, len(file.text)))


@dataclass(frozen=True)
class Table:
    """A table of a scan file."""

    values: Mapping[str, Any]
    path: Path
    sheet: Sheet

    def key(self, key: str) -> Span:
        """Where a key stands."""
        return self.sheet.places[(*self.path, key)].key

    def span(self, key: str, *inside: int) -> Span:
        """Where a value stands, or an element of it."""
        return self.sheet.places[(*self.path, key, *inside)].value

    def report(self, code: str, message: str, span: Span, hints: Iterable[str] = ()) -> None:
        """Reports a mistake."""
        self.sheet.context.report(code, message, span, hints=hints)

    def check_keys(self, known: Iterable[str], what: str) -> None:
        """Reports keys that mean nothing."""
        known = tuple(known)
        for key in [key for key in self.values if key not in known]:
            similar = self.sheet.context.similar(key, known)
            hints = (f"did you mean `{similar[0]}`?",) if similar else ("known keys: " + ", ".join(known),)
            self.report("Z602", f"`{key}` means nothing {what}", self.key(key), hints)

    def refuse_keys(self, keys: Iterable[str], where: str, hints: Iterable[str] = ()) -> None:
        """Reports keys that would not be used."""
        for key in keys:
            if key in self.values:
                self.report("Z602", f"`{key}` means nothing {where}", self.key(key), hints)

    # -------------------------------------------------------------- values
    def table(self, key: str) -> Table:
        """A table inside; an empty one if it is missing or something else."""
        value = self.values.get(key, {})
        if not isinstance(value, dict):
            self.wrong(key, "a table")
            value = {}
        return Table(value, (*self.path, key), self.sheet)

    def text(self, key: str) -> Named | None:
        """A text, if it is there."""
        value = self.values.get(key)
        if value is None or isinstance(value, str):
            return None if value is None else Named(value, self.span(key))
        self.wrong(key, "a text in quotes")
        return None

    def texts(self, key: str) -> tuple[Named, ...]:
        """A list of texts; empty if it is missing."""
        values = self.values.get(key, [])
        if not isinstance(values, list) or not all(isinstance(value, str) for value in values):
            self.wrong(key, "a list of texts in quotes")
            return ()
        return tuple(Named(value, self.span(key, number)) for number, value in enumerate(values))

    def integer(self, key: str, low: int, high: int) -> int | None:
        """A whole number, if it is there."""
        value = self.values.get(key)
        if value is None:
            return None
        if not isinstance(value, int) or isinstance(value, bool):
            self.wrong(key, "a whole number")
            return None
        if not low <= value <= high:
            self.report("Z605", f"`{key}` must be a whole number from {low:,} to {high:,}", self.span(key))
            return None
        return value

    def number(self, key: str, low: float, high: float) -> float | None:
        """A real number, if it is there."""
        value = self.values.get(key)
        if value is None:
            return None
        number = as_number(value)
        if number is None:
            self.wrong(key, "a number")
            return None
        if not low <= number <= high:
            self.report("Z605", f"`{key}` must be a number from {low:g} to {high:g}", self.span(key))
            return None
        return number

    def numbers(self, key: str, count: int | None = None) -> tuple[float, ...] | None:
        """A list of finite real numbers, of that length if one is given, if it is there."""
        values = self.values.get(key)
        if values is None:
            return None
        numbers = [as_number(value) for value in values] if isinstance(values, list) else []
        found = tuple(number for number in numbers if number is not None and math.isfinite(number))
        if not found or len(found) < len(numbers) or (count is not None and len(found) != count):
            size = "" if count is None else f"{count} "
            self.wrong(key, f"a list of {size}finite numbers")
            return None
        return found

    def wrong(self, key: str, wanted: str) -> None:
        """Reports a value that is not of the kind it should be."""
        self.report("Z603", f"`{key}` must be {wanted}", self.span(key))


def as_number(value: object) -> float | None:
    """The real number that a value of TOML is; infinite if it is too large, None if it is no number."""
    if not isinstance(value, (int, float)) or isinstance(value, bool):
        return None
    try:
        return float(value)
    except OverflowError:
        return math.inf
