"""Tables and reports in HTML."""

from __future__ import annotations

from zmodel import resources
from zmodel.emit.html.escape import escape
from zmodel.emit.html.formula import formula_html
from zmodel.emit.report import Cell, Report, Table
from zmodel.emit.texture import Texture

_MARKS = {"x": "allowed", ".": "forbidden", "?": "open", "0": "vanishing"}


def style() -> str:
    """The rules of CSS for what this package writes, for light and for dark backgrounds."""
    return resources.read_text("templates", "html", "tables.css")


def report_html(report: Report, level: int = 3) -> str:
    """A report under a heading of this level, 1 to 6."""
    tables = "".join(map(table_html, report.tables))
    return f'<section class="zmodel"><h{level}>{escape(report.title)}</h{level}>{tables}</section>'


def table_html(table: Table) -> str:
    """A table with its title and its note; wide ones scroll inside of themselves."""
    head = "".join(f'<th scope="col">{escape(column)}</th>' for column in table.columns)
    body = "".join(map(_row, table.rows))
    note = f'<p class="note">{_lines(table.note)}</p>' if table.note else ""
    return (
        f'<div class="table"><table><caption>{escape(table.title)}</caption>'
        f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>{note}"
    )


def _row(row: tuple[Cell, ...]) -> str:
    first, *others = map(cell_html, row)
    return f'<tr><th scope="row">{first}</th>{"".join(f"<td>{cell}</td>" for cell in others)}</tr>'


def cell_html(cell: Cell) -> str:
    """Words as they are, formulas in MathML, textures as coloured matrices."""
    if isinstance(cell, Texture):
        return _texture(cell)
    return _lines(cell) if isinstance(cell, str) else formula_html(cell)


def _lines(text: str) -> str:
    return escape(text).replace("\n", "<br/>")


def _texture(texture: Texture) -> str:
    rows = "".join(f"<tr>{''.join(map(_mark, row))}</tr>" for row in texture.marks)
    return f'<table class="texture"><tbody>{rows}</tbody></table>'


def _mark(mark: str) -> str:
    return f'<td class="{_MARKS.get(mark, "filled")}">{escape(mark)}</td>'
