"""Matrices of marks: which entries of a coupling are allowed, forbidden, or open."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from zmodel.emit.formula import Formula, latex_escape


@dataclass(frozen=True)
class Texture(Formula):
    """A matrix of marks, as text with a line for each row.

    Attributes:
        marks: the rows.
    """

    marks: tuple[tuple[str, ...], ...]


def texture_of(marks: Sequence[Sequence[str]]) -> Texture:
    """Rows of marks, columns lined up."""
    widths = [max(map(len, column)) for column in zip(*marks, strict=True)]
    lines = (" ".join(mark.ljust(width) for mark, width in zip(row, widths, strict=True)) for row in marks)
    latex = r" \\ ".join(" & ".join(f"\\text{{{latex_escape(mark)}}}" for mark in row) for row in marks)
    if any(len(row) > 1 for row in marks) or len(marks) > 1:
        latex = f"\\begin{{matrix}} {latex} \\end{{matrix}}"
    return Texture("\n".join(line.rstrip() for line in lines), latex, tuple(map(tuple, marks)))
