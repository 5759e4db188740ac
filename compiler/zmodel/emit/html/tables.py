"""Tables and reports in HTML."""

from __future__ import annotations

from collections.abc import Sequence

from zmodel import resources
from zmodel.emit.formula import FormulaList
from zmodel.emit.html.escape import escape
from zmodel.emit.html.formula import formula_html
from zmodel.emit.html.layout import PLAIN, Layout
from zmodel.emit.report import Cell, Grid, Report, Table, cell_text
from zmodel.emit.texture import Texture

_MARKS = {"x": "allowed", ".": "forbidden", "?": "open", "0": "vanishing"}


def style() -> str:
    """The rules of CSS for what this package writes, for light and for dark backgrounds."""
    return resources.read_text("templates", "html", "tables.css")


def report_html(report: Report, level: int = 3) -> str:
    """A report under a heading of this level, 1 to 6."""
    tables = "".join(map(table_html, report.tables))
    return f'<section class="zmodel"><h{level}>{escape(report.title)}</h{level}>{tables}</section>'


def table_html(table: Table, layout: Layout = PLAIN) -> str:
    """A table, or the matrices that it lists, with title and note; wide ones scroll inside of themselves."""
    if table.grids:
        tables = "".join(_grid(f"{table.title}: {grid.title}", grid, layout) for grid in table.grids)
    else:
        tables = _table(table.title, table.columns, table.rows, "", layout)
    note = f'<p class="note">{_lines(table.note)}</p>' if table.note else ""
    return tables + note


def _grid(title: str, grid: Grid, layout: Layout) -> str:
    rows = [(name, *entries) for name, entries in zip(grid.rows, grid.entries, strict=True)]
    return _table(title, ("", *grid.columns), rows, ' class="matrix"', layout)


def _table(title: str, columns: Sequence[str], rows: Sequence[Sequence[Cell]], attributes: str, layout: Layout) -> str:
    head = "".join(f'<th scope="col">{escape(column)}</th>' for column in columns)
    body = "".join(_row(row, layout) for row in rows)
    return (
        f'<div class="table"><table{attributes}><caption>{escape(title)}</caption>'
        f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>"
    )


def _row(row: Sequence[Cell], layout: Layout) -> str:
    first, *others = (cell_html(cell, layout.fold) for cell in row)
    name = row_name(row)
    if name in layout.links:
        first = f'<a href="{escape(layout.links[name])}">{first}</a>'
    identity = f' id="{escape(layout.ids[name])}"' if name in layout.ids else ""
    return f'<tr{identity}><th scope="row">{first}</th>{"".join(f"<td>{cell}</td>" for cell in others)}</tr>'


def row_name(row: Sequence[Cell]) -> str:
    """The name that a row begins with; of several lines the first."""
    return cell_text(row[0]).partition("\n")[0]


def cell_html(cell: Cell, fold: int = 0) -> str:
    """Words as they are, formulas in MathML, those longer than `fold` folded, textures as coloured matrices."""
    if isinstance(cell, Texture):
        return _texture(cell)
    if isinstance(cell, FormulaList):
        return _formulas(cell, fold)
    return _lines(cell) if isinstance(cell, str) else formula_html(cell, fold)


def _lines(text: str) -> str:
    return escape(text).replace("\n", "<br/>")


def _formulas(cell: FormulaList, fold: int) -> str:
    """Each formula with its label and separator in an element of its own, between which lines break."""
    separators = [cell.separator.strip()] * (len(cell.parts) - 1) + [""]
    return " ".join(
        f'<div class="part">{formula_html(formula, fold, label, separator)}</div>'
        for (label, formula), separator in zip(cell.parts, separators, strict=True)
    )


def _texture(texture: Texture) -> str:
    rows = "".join(f"<tr>{''.join(map(_mark, row))}</tr>" for row in texture.marks)
    return f'<table class="texture"><tbody>{rows}</tbody></table>'


def _mark(mark: str) -> str:
    return f'<td class="{_MARKS.get(mark, "filled")}">{escape(mark)}</td>'
