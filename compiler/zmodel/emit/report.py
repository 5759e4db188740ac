"""What a command shows: tables of formulas, with a JSON form and a LaTeX form."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import TypeAlias

from zmodel.emit.formula import Formula, FormulaList, latex_escape

Json: TypeAlias = "bool | int | float | str | list[Json] | dict[str, Json] | None"
Cell: TypeAlias = str | Formula


LARGEST_GRID = 8
"""Rows and columns up to which a matrix is shown as a whole."""


@dataclass(frozen=True)
class Grid:
    """A matrix with names of its rows and columns."""

    title: str
    rows: tuple[str, ...]
    columns: tuple[str, ...]
    entries: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True)
class Table:
    """A table with a title; columns that hold long formulas wrap.

    Attributes:
        title: above it.
        columns: their names.
        rows: cells, one for each column.
        note: below it.
        grids: where rows list the entries of matrices, the matrices themselves, if these are small; shown in place of
            the rows where there are ways to.
    """

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    note: str = ""
    grids: tuple[Grid, ...] = ()


@dataclass(frozen=True, eq=False)
class Report:
    """The result of one command."""

    title: str
    tables: tuple[Table, ...]
    contents: dict[str, Json] | Callable[[], dict[str, Json]]

    @cached_property
    def data(self) -> dict[str, Json]:
        """The JSON form; where it takes long to write, it is written when it is asked for."""
        return self.contents() if callable(self.contents) else self.contents

    def __eq__(self, other: object) -> bool:
        """Whether two reports show the same, as tables and as data."""
        return isinstance(other, Report) and (self.title, self.tables, self.data) == (
            other.title,
            other.tables,
            other.data,
        )


def cell_text(cell: Cell) -> str:
    """The plain spelling."""
    return cell if isinstance(cell, str) else cell.text


def cell_latex(cell: Cell) -> str:
    """The LaTeX spelling; the lines of a text stand below each other, and between formulas lines may break."""
    if isinstance(cell, FormulaList):
        return cell.separator.join(f"{latex_escape(label)}${formula.latex}$" for label, formula in cell.parts)
    if not isinstance(cell, str):
        return f"${cell.latex}$"
    # Behind the end of a line, `[` and `*` would be read as its options.
    lines = [f"{{}}{line}" if line[:1] in ("[", "*") else line for line in map(latex_escape, cell.split("\n"))]
    return lines[0] if len(lines) == 1 else "\\shortstack[l]{" + r" \\ ".join(lines) + "}"


def report_latex(report: Report) -> str:
    """All tables as LaTeX, ready to be put into a document that loads booktabs and amsmath."""
    parts = [f"% {' '.join(report.title.split())}"]
    parts += [_table_latex(table) for table in report.tables]
    return "\n\n".join(parts) + "\n"


def _table_latex(table: Table) -> str:
    # The last column holds what is long, so it may break.
    layout = "l" * (len(table.columns) - 1) + "p{0.7\\linewidth}"
    lines = [
        f"\\paragraph{{{latex_escape(table.title)}}}",
        f"\\begin{{longtable}}{{{layout}}}",
        "\\toprule",
        " & ".join(latex_escape(column) for column in table.columns) + r" \\",
        "\\midrule",
        *(" & ".join(cell_latex(cell) for cell in row) + r" \\" for row in table.rows),
        "\\bottomrule",
        "\\end{longtable}",
    ]
    if table.note:
        lines.append(latex_escape(table.note))
    return "\n".join(lines)
