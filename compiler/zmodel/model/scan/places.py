"""Where keys and values stand in a TOML text; tomllib, which reads it, does not tell."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass

from zmodel.source import SourceFile, Span

Path = tuple[str | int, ...]
"""Keys from the outside in; numbers count the elements of an array."""

_BLANK = re.compile(r"[ \t\r\n]*(?:#[^\n]*[\r\n \t]*)*")
_SPACE = re.compile(r"[ \t]*")
_STRING = re.compile(
    r'"""(?:\\.|[^\\])*?"""(?:"{0,2})' + r"|'''.*?'''(?:'{0,2})" + r'|"(?:\\.|[^"\\])*"' + r"|'[^']*'",
    re.DOTALL,
)
_BARE_KEY = re.compile(r"[A-Za-z0-9_-]+")
_SCALAR = re.compile(r"[^,\]}#\r\n]+")


@dataclass(frozen=True)
class Place:
    """Where a key and its value stand; an element of an array has its own place as key."""

    key: Span
    value: Span


def find_places(file: SourceFile) -> Mapping[Path, Place]:
    """The place of every key and value.

    Args:
        file: a text that tomllib reads; what this gives for any other is undefined.
    """
    scanner = _Scanner(file)
    scanner.document()
    return scanner.places


def find_repeated(file: SourceFile, end: int) -> tuple[Span, Span] | None:
    """The key of the last statement before a position that is there already, and where it stands first.

    Args:
        file: a text that tomllib reads up to the position, but for a key that is there already.
        end: the position.
    """
    scanner = _Scanner(file, end)
    with suppress(_End):
        scanner.document()
    whole = [key[-1] for key in scanner.keys]
    # If none is there as a whole, the first one leads into what has a value, as `a.b = 2` below `a = 1`.
    parts = scanner.keys[0][::-1] if scanner.keys else []
    return next(((span, first) for span, first in (*whole, *parts) if first is not None), None)


class _End(Exception):
    """The position up to which is scanned."""


class _Scanner:
    """Goes through a TOML text that is known to be valid, so that much need not be looked at.

    Attributes:
        keys: of the last statement, where each part stands, and where what it leads to stood first, if before.
    """

    def __init__(self, file: SourceFile, end: int | None = None) -> None:
        self.file = file
        self.end = len(file.text) if end is None else end
        self.position = 0
        self.places: dict[Path, Place] = {}
        self.elements: Counter[Path] = Counter()
        self.first: dict[Path, Span] = {}
        self.keys: list[list[tuple[Span, Span | None]]] = []

    def document(self) -> None:
        table: Path = ()
        while self._skip(_BLANK) < self.end:
            self.keys = []
            if self._at("["):
                table = self._header()
            else:
                self._pair(table)

    def _header(self) -> Path:
        """`[table]` or `[[array of tables]]`."""
        start = self.position
        brackets = 2 if self.file.text.startswith("[[", start) else 1
        self.position += brackets
        path, key = self._key(())
        self._skip(_SPACE)
        self.position += brackets
        place = Place(key, Span(self.file, start, self.position))
        if brackets == 2:
            self.places.setdefault(path, place)  # the whole array stands where its first table does
            self.elements[path] += 1
            path = (*path, self.elements[path] - 1)
        self.places[path] = place
        return path

    def _pair(self, table: Path) -> None:
        path, key = self._key(table)
        self._skip(_SPACE)
        self.position += 1  # the equals sign
        self.places[path] = Place(key, self._value(path))

    def _key(self, table: Path) -> tuple[Path, Span]:
        """A key with its dots: the path that it leads to, and where its last part stands."""
        path = table
        self.keys.append([])
        while True:
            self._skip(_SPACE)
            match = _STRING.match(self.file.text, self.position) or _BARE_KEY.match(self.file.text, self.position)
            assert match is not None, "tomllib has found a key here"
            self.position = match.end()
            (name,) = tomllib.loads(f"{match.group()} = 0")
            path = (*path, name)
            span = Span(self.file, *match.span())
            self.keys[-1].append((span, self.first.get(path)))
            self.first.setdefault(path, span)
            self._skip(_SPACE)
            if not self._at("."):
                return path, span
            self.places.setdefault(path, Place(span, span))
            self.position += 1

    def _value(self, path: Path) -> Span:
        self._skip(_BLANK)
        start = self.position
        if self._at("["):
            self._array(path)
        elif self._at("{"):
            self._inline_table(path)
        elif string := _STRING.match(self.file.text, start):
            self.position = string.end()
        elif scalar := _SCALAR.match(self.file.text, start):
            self.position = start + len(scalar.group().rstrip())
        return Span(self.file, start, self.position)

    def _array(self, path: Path) -> None:
        self.position += 1
        number = 0
        while not self._closes("]"):
            span = self._value((*path, number))
            self.places[(*path, number)] = Place(span, span)
            number += 1

    def _inline_table(self, path: Path) -> None:
        self.position += 1
        while not self._closes("}"):
            self._pair(path)

    def _closes(self, bracket: str) -> bool:
        """Goes on to the next element, or behind the closing bracket."""
        self._skip(_BLANK)
        if self.position >= self.end:
            raise _End
        if self._at(","):
            self.position += 1
            self._skip(_BLANK)
        closed = self._at(bracket)
        self.position += closed
        return closed

    def _at(self, text: str) -> bool:
        return self.file.text.startswith(text, self.position)

    def _skip(self, pattern: re.Pattern[str]) -> int:
        match = pattern.match(self.file.text, self.position)
        assert match is not None, "the pattern matches nothing, too"
        self.position = match.end()
        return self.position
