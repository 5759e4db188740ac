"""Results of derivations that show themselves as tables."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from zmodel.diagnostics import Diagnostic, did_you_mean, render
from zmodel.emit.html import report_html, style
from zmodel.emit.report import Cell, Json, Report, Table, cell_text, report_latex
from zmodel.notebook.diagnostics import diagnostics_html
from zmodel.notebook.errors import UsageError

WIDTH = 120
"""Columns of plain text."""


@dataclass(frozen=True, eq=False, repr=False)
class Result:
    """The result of one derivation.

    `result["g4"]` is the part of its tables whose rows begin with that name.

    Attributes:
        report: its tables.
        diagnostics: warnings that came with it.
    """

    report: Report
    diagnostics: tuple[Diagnostic, ...] = ()

    @property
    def data(self) -> dict[str, Json]:
        """The same as numbers and words: what `--json` prints."""
        return self.report.data

    @property
    def tables(self) -> tuple[Table, ...]:
        """Title, columns and rows of each table."""
        return self.report.tables

    def __getitem__(self, name: str) -> Result:
        tables = [(table, tuple(row for row in table.rows if _key(row) == name)) for table in self.tables]
        found = tuple(replace(table, rows=rows, grids=()) for table, rows in tables if rows)
        if not found:
            raise UsageError(_unknown(name, self._ipython_key_completions_()))
        return Result(Report(self.report.title, found, self.report.contents))

    def __repr__(self) -> str:
        from zmodel.emit.report_text import report_text

        said = render(self.diagnostics, colour=False, width=WIDTH)
        return (f"{said}\n\n" if said else "") + report_text(self.report, WIDTH).rstrip("\n")

    def _repr_html_(self) -> str:
        # MathJax, if the page has it, must take nothing in names and titles for TeX.
        ignored = '<div class="tex2jax_ignore mathjax_ignore">'
        html = diagnostics_html(self.diagnostics) + report_html(self.report)
        return f"<style>{style()}</style>{ignored}{html}</div>"

    def _repr_latex_(self) -> str | None:
        return report_latex(self.report)

    def _ipython_key_completions_(self) -> list[str]:
        return list(dict.fromkeys(_key(row) for table in self.tables for row in table.rows))


def _key(row: tuple[Cell, ...]) -> str:
    """The name that a row begins with; of several lines the first."""
    return cell_text(row[0]).partition("\n")[0]


def _unknown(name: str, known: Iterable[str]) -> str:
    names = list(known)
    similar = did_you_mean(name, names)
    hint = f"did you mean {similar[0]!r}?" if similar else f"there are {', '.join(names[:20])}"
    return f"no row begins with {name!r}; {hint}"
