"""Places in a text as editors count them: lines from 0, columns from 0 in units of UTF-16."""

from __future__ import annotations

from zmodel.source import SourceFile

_BASIC = 0xFFFF
"""Characters beyond take two units of UTF-16."""


def utf16_length(text: str) -> int:
    """The number of units that a text takes."""
    return len(text) + sum(ord(char) > _BASIC for char in text) if not text.isascii() else len(text)


def position_at(file: SourceFile, offset: int) -> tuple[int, int]:
    """Line and column of a character; what lies outside the text counts as its beginning or end."""
    offset = min(max(offset, 0), len(file.text))
    line, column = file.line_column(offset)
    return line - 1, utf16_length(file.text[offset - column + 1 : offset])


def offset_at(file: SourceFile, line: int, character: int) -> int:
    """The character at a line and column.

    A line behind the last is the end of the text, a column behind the last the end of its line, and a column within a
    character that takes two units the beginning of this character.
    """
    if line < 0:
        return 0
    if line >= len(file.line_starts):
        return len(file.text)
    start, text = file.line_starts[line], file.line_text(line + 1)
    if text.isascii():
        return start + min(max(character, 0), len(text))
    units = 0
    for index, char in enumerate(text):
        units += 2 if ord(char) > _BASIC else 1
        if units > character:
            return start + index
    return start + len(text)
