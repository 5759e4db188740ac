"""Draws diagnostics for a terminal.

Everything that comes from a file or a user passes through `_cell`, which replaces whatever could steer a
terminal or hide text (escape sequences, bidirectional overrides, invisible spaces) by a visible escape.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from zmodel.diagnostics.codes import Severity
from zmodel.diagnostics.diagnostic import Diagnostic
from zmodel.source import Span

_MIN_GUTTER = 5
# A narrower excerpt shows nothing that helps.
_MIN_EXCERPT = 20
_ELLIPSIS = "…"

_BOLD = "1"
_GUTTER = "34"
_HELP = "32"
_RELATED = "36"
_SEVERITY_COLOURS: dict[Severity, str] = {"error": "31", "warning": "33", "note": "36"}


class _Cell(NamedTuple):
    """How one source character appears: its text on the screen and the columns that it fills."""

    text: str
    width: int


_TAB = _Cell("    ", 4)


class _Style(NamedTuple):
    """How places are drawn: with or without colour, excerpts this wide, line numbers this wide."""

    colour: bool
    width: int
    gutter: int

    def paint(self, text: str, sgr: str) -> str:
        """The text in a colour, if there are any."""
        return f"\x1b[{sgr}m{text}\x1b[0m" if self.colour and text else text


def render(diagnostics: Iterable[Diagnostic], *, colour: bool, width: int) -> str:
    """Draws diagnostics in the order of their places, and a last line that counts them.

    Args:
        diagnostics: what to draw; empty gives an empty string.
        colour: whether to use ANSI colours; without them the result holds no control character but line ends.
        width: columns of the terminal; source lines are cropped to it, messages are left to the terminal.

    Returns:
        The text, without a line end at its end.
    """
    ordered = sorted(diagnostics, key=lambda item: item.sort_key)
    if not ordered:
        return ""
    blocks = [_block(item, colour, width) for item in ordered]
    return "\n\n".join([*blocks, _summary(ordered)])


def _block(item: Diagnostic, colour: bool, width: int) -> str:
    places = [] if item.span is None else [(item.span, item.label)]
    places.extend(item.related)
    last_line = max((span.line for span, _ in places), default=0)
    style = _Style(colour, width, max(_MIN_GUTTER, len(str(last_line)) + 2))
    severity_colour = _SEVERITY_COLOURS[item.severity]

    head = style.paint(f"{item.severity}[{item.code}]", f"{_BOLD};{severity_colour}")
    lines = [f"{head}: {style.paint(_visible(item.message), _BOLD)}"]
    if item.span is not None:
        lines += _excerpt(item.span, item.label, "^", severity_colour, style)
    for span, label in item.related:
        lines += _excerpt(span, label, "-", _RELATED, style)
    for note in item.notes:
        lines += _remark("note", note, _BOLD, style)
    for hint in item.hints:
        lines += _remark("help", hint, _HELP, style)
    return "\n".join(lines)


def _excerpt(span: Span, label: str, mark: str, sgr: str, style: _Style) -> list[str]:
    """The place, its first line, and the underline, which ends with that line at the latest."""
    line, column = span.file.line_column(span.start)
    source = span.file.line_text(line)
    first = min(column - 1, len(source))
    last = min(first + span.end - span.start, len(source))
    room = max(style.width - style.gutter - len(" | "), _MIN_EXCERPT)
    shown, indent, length = _underlined(source, first, last, room)
    number = style.paint(f"{line:>{style.gutter}} |", _GUTTER)
    blank = style.paint(f"{'':>{style.gutter}} |", _GUTTER)
    underline = style.paint(f"{mark * length} {_visible(label)}".rstrip(), sgr)
    return [
        f"  {_visible(span.file.name)}:{line}:{column}",
        f"{number} {shown}".rstrip(),
        f"{blank} {' ' * indent}{underline}",
    ]


def _underlined(source: str, first: int, last: int, room: int) -> tuple[str, int, int]:
    """The part of a line that fits, and where to underline `source[first:last]`: (text, indent, length)."""
    while 0 < first < len(source) and _cell(source[first]).width == 0:
        first -= 1  # an accent is underlined with the letter that carries it
    start, stop = _crop(source, first, last, room)
    before = _ELLIPSIS if start > 0 else ""
    after = _ELLIPSIS if stop < len(source) else ""
    text = before + _visible(source[start:stop]) + after
    indent = len(before) + _width(source[start:first])
    return text, indent, max(1, _width(source[first : min(last, stop)]))


def _crop(source: str, first: int, last: int, room: int) -> tuple[int, int]:
    """The slice of a line to show: the underlined part as far as it fits, then as much on both sides.

    Looks only at as many characters as fit, so that a line of a million of them costs nothing.
    """
    if _fits(source, room):
        return 0, len(source)
    room -= 2 * len(_ELLIPSIS)
    start = stop = first
    while stop < last and _cell(source[stop]).width <= room:
        room -= _cell(source[stop]).width
        stop += 1
    if stop < last:
        return start, stop
    while True:
        to_left = start > 0 and _cell(source[start - 1]).width <= room
        if to_left:
            start -= 1
            room -= _cell(source[start]).width
        to_right = stop < len(source) and _cell(source[stop]).width <= room
        if to_right:
            room -= _cell(source[stop]).width
            stop += 1
        if not (to_left or to_right):
            return start, stop


def _fits(source: str, room: int) -> bool:
    for char in source:
        room -= _cell(char).width
        if room < 0:
            return False
    return True


def _remark(kind: str, text: str, sgr: str, style: _Style) -> list[str]:
    """A note or hint; further lines of its text are indented below the first."""
    first, *rest = (_visible(line) for line in text.split("\n"))
    margin = " " * len(f"  {kind}: ")
    return [f"  {style.paint(f'{kind}:', sgr)} {first}", *(margin + line for line in rest)]


def _summary(diagnostics: Sequence[Diagnostic]) -> str:
    severities = [item.severity for item in diagnostics]
    counts = {severity: severities.count(severity) for severity in _SEVERITY_COLOURS}
    return ", ".join(f"{count} {severity}{'' if count == 1 else 's'}" for severity, count in counts.items() if count)


def _visible(text: str) -> str:
    """The text in one line, without control characters."""
    return "".join(_cell(char).text for char in text)


def _width(text: str) -> int:
    """How many columns `_visible(text)` fills."""
    return sum(_cell(char).width for char in text)


def _cell(char: str) -> _Cell:
    if char == "\t":
        return _TAB
    if not char.isprintable():
        escape = char.encode("unicode_escape").decode("ascii")
        return _Cell(escape, len(escape))
    if unicodedata.category(char) in ("Mn", "Me"):
        return _Cell(char, 0)
    return _Cell(char, 2 if unicodedata.east_asian_width(char) in ("F", "W") else 1)
