"""Reports as text: tables of characters."""

from __future__ import annotations

import io

from rich.console import Console
from rich.table import Table as RichTable
from rich.text import Text

from zmodel.emit.report import Report, cell_text


def draw_report(report: Report, console: Console) -> None:
    """Draws all tables on a console; nothing in them is taken for markup."""
    console.print(Text(report.title, style="bold"))
    for table in report.tables:
        # Titles of the library would be folded to the width of the table.
        console.print(Text(table.title, style="table.title"))
        drawn = RichTable()
        for column in table.columns:
            drawn.add_column(Text(column), overflow="fold")
        for row in table.rows:
            drawn.add_row(*(Text(cell_text(cell)) for cell in row))
        if table.rows:
            console.print(drawn)
        if table.note:
            console.print(Text(table.note, style="italic"))


def report_text(report: Report, width: int) -> str:
    """All tables as plain text, at most so many columns wide."""
    stream = io.StringIO()
    # In a notebook a console would display what it is to draw.
    plain = Console(
        file=stream, width=width, highlight=False, color_system=None, force_terminal=False, force_jupyter=False
    )
    draw_report(report, plain)
    return stream.getvalue()
