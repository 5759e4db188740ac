"""Columns: where the cells of several lines begin, so that what belongs together stands together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from graphlib import CycleError, TopologicalSorter
from itertools import pairwise

from zmodel.syntax.layout.words import Words, flat, gap


@dataclass(frozen=True)
class Cell:
    """Words that begin in a column.

    Attributes:
        words: at least one.
        column: cells of the same column begin at the same place; one without a name follows the cell before.
        optional: whether the column is given up first where a line would become too long, and where lines
            have columns in different orders.
    """

    words: Words
    column: str = ""
    optional: bool = False


@dataclass(frozen=True)
class Line:
    """The cells of one line.

    Attributes:
        cells: from left to right; the first begins where the line does.
        open_end: whether the last cell goes on over several lines, so that its length does not count.
    """

    cells: tuple[Cell, ...]
    open_end: bool = False

    def without_columns(self, optional_only: bool) -> Line:
        """The same with cells that follow each other."""
        cells = (replace(c, column="") if c.optional or not optional_only else c for c in self.cells)
        return replace(self, cells=tuple(cells))


def align(lines: Sequence[Line], indent: int, width: int) -> list[str]:
    """The text of each line, with cells in columns.

    A column begins where the longest line before it ends; lines that do not have it do not count. Lines that would
    become wider than allowed give up columns.
    """
    lines = _in_one_order(lines)
    for optional_only in (True, False):
        texts = _place(lines, indent)
        too_long = [len(text) > width and not line.open_end for text, line in zip(texts, lines, strict=True)]
        if not any(too_long):
            return texts
        lines = [
            line.without_columns(optional_only) if over else line for line, over in zip(lines, too_long, strict=True)
        ]
    return _place(lines, indent)


def _in_one_order(lines: Sequence[Line]) -> list[Line]:
    """Gives up optional columns of lines that have them in another order than lines before."""
    before: dict[str, set[str]] = {}
    kept = []
    for line in lines:
        tried = {column: set(others) for column, others in before.items()}
        columns = [cell.column for cell in line.cells if cell.column]
        for left, right in pairwise(columns):
            tried.setdefault(right, set()).add(left)
        try:
            TopologicalSorter(tried).prepare()
        except CycleError:
            kept.append(line.without_columns(optional_only=True))
            continue
        before = tried
        kept.append(line)
    return kept


def _place(lines: Sequence[Line], indent: int) -> list[str]:
    columns: dict[str, int] = {}
    # Each round moves columns to the right, and the orders of all lines agree, so this ends.
    while _widen(lines, indent, columns):
        pass
    return [_text(line, indent, columns) for line in lines]


def _widen(lines: Sequence[Line], indent: int, columns: dict[str, int]) -> bool:
    """Moves columns to where all lines have room for what is before them; tells whether any has moved."""
    moved = False
    for line in lines:
        end = indent
        for number, cell in enumerate(line.cells):
            start = end + (gap(line.cells[number - 1].words[-1], cell.words[0]) if number else 0)
            if cell.column and columns.get(cell.column, -1) < start:
                columns[cell.column] = start
                moved = True
            end = columns.get(cell.column, start) + len(flat(cell.words))
    return moved


def _text(line: Line, indent: int, columns: dict[str, int]) -> str:
    text = " " * indent
    for number, cell in enumerate(line.cells):
        start = len(text) + (gap(line.cells[number - 1].words[-1], cell.words[0]) if number else 0)
        text = text.ljust(columns.get(cell.column, start))
        if not (line.open_end and number == len(line.cells) - 1):
            text += flat(cell.words)
    return text
