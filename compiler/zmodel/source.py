"""Source files and the places in them that a message can point at."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property

# The line ends of the grammar. str.splitlines knows more of them, which would shift the line numbers.
_LINE_END = re.compile(r"\r\n|\r|\n")


@dataclass(frozen=True)
class SourceFile:
    """The text of one file.

    Attributes:
        name: the path as the user gave it, for display only.
        text: the whole text, with its line ends as they are in the file.
    """

    name: str
    text: str

    @cached_property
    def line_starts(self) -> tuple[int, ...]:
        """The offset at which each line begins; the first is 0."""
        return (0, *(match.end() for match in _LINE_END.finditer(self.text)))

    def line_column(self, offset: int) -> tuple[int, int]:
        """Line and column of a character, both counted from 1 and in characters.

        A line end belongs to the line that it ends. The end of the text is a valid offset.

        Raises:
            ValueError: if the offset lies outside the text.
        """
        if not 0 <= offset <= len(self.text):
            raise ValueError(f"offset {offset} lies outside a text of {len(self.text)} characters")
        line = bisect_right(self.line_starts, offset)
        return line, offset - self.line_starts[line - 1] + 1

    def line_text(self, line: int) -> str:
        """The text of a line, counted from 1, without its line end.

        Raises:
            ValueError: if there is no such line.
        """
        if not 1 <= line <= len(self.line_starts):
            raise ValueError(f"no line {line} in a text of {len(self.line_starts)} lines")
        start = self.line_starts[line - 1]
        match = _LINE_END.search(self.text, start)
        return self.text[start : match.start() if match else len(self.text)]


@dataclass(frozen=True)
class Span:
    """A stretch of a file, from `start` up to but not including `end`; both are character offsets.

    An empty span marks the place before the character at `start`.

    Raises:
        ValueError: if the offsets are out of order or outside the text.
    """

    file: SourceFile
    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end <= len(self.file.text):
            raise ValueError(f"span {self.start}..{self.end} does not fit a text of {len(self.file.text)} characters")

    @property
    def line(self) -> int:
        """The line of the first character, counted from 1."""
        return self.file.line_column(self.start)[0]

    @property
    def column(self) -> int:
        """The column of the first character, counted from 1."""
        return self.file.line_column(self.start)[1]

    @property
    def text(self) -> str:
        """The characters of the span."""
        return self.file.text[self.start : self.end]

    def to(self, other: Span) -> Span:
        """The smallest span that covers both, in whatever order they stand.

        Raises:
            ValueError: if the spans lie in different files.
        """
        if self.file != other.file:
            raise ValueError(f"spans of two files: {self.file.name!r} and {other.file.name!r}")
        return Span(self.file, min(self.start, other.start), max(self.end, other.end))
