"""Comments behind code: those that belong together begin in one column."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

WIDTH = 120
_GAP = 2
# A short line next to a long one gets no comment far from its code.
_LARGEST_SPREAD = 20
# Comments of the whole file begin in one column if code leaves room for them there.
_LAST_COMMON_COLUMN = 50


@dataclass(frozen=True)
class CodeLine:
    """A line without the comments behind it.

    Attributes:
        text: code or a comment of its own, with its indentation.
        comments: the one behind it, and lines of comment that go on below in the same column.
    """

    text: str
    comments: tuple[str, ...] = ()


def with_comments(lines: Sequence[CodeLine]) -> list[str]:
    """Puts comments behind their lines."""
    groups = list(_groups(lines))
    own = {number: _column(lines[start:end]) for start, end in groups for number in range(start, end)}
    common = _common_column(lines, own)
    texts = []
    for number, line in enumerate(lines):
        if not line.comments:
            texts.append(line.text)
            continue
        column = max(own[number], common) if own[number] <= common else own[number]
        # A long comment begins further to the left where that makes it fit.
        column = max(len(line.text) + _GAP, min(column, _last_column(line)))
        texts.append(line.text.ljust(column) + line.comments[0])
        texts += [" " * column + comment for comment in line.comments[1:]]
    return texts


def _common_column(lines: Sequence[CodeLine], own: Mapping[int, int]) -> int:
    """The column in which all comments begin that can: those that would become too long there lower it for all."""
    last = min((_last_column(lines[i]) for i, column in own.items() if column <= _last_column(lines[i])), default=0)
    return max((column for column in own.values() if column <= min(last, _LAST_COMMON_COLUMN)), default=0)


def _last_column(line: CodeLine) -> int:
    """Where the longest comment of a line must begin to fit."""
    return WIDTH - max(map(len, line.comments))


def _groups(lines: Sequence[CodeLine]) -> Iterator[tuple[int, int]]:
    """Runs of lines with comments whose lengths are not too different, as their first line and the one behind."""
    start = 0
    while start < len(lines):
        end = start
        lengths: list[int] = []
        while end < len(lines) and lines[end].comments:
            lengths.append(len(lines[end].text))
            if max(lengths) - min(lengths) > _LARGEST_SPREAD:
                break
            end += 1
        if end > start:
            yield start, end
        start = max(end, start + 1)


def _column(group: Sequence[CodeLine]) -> int:
    return max(len(line.text) for line in group) + _GAP
