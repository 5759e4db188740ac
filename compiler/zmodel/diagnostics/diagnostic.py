"""A diagnostic as data: what is wrong, where, and what helps."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypedDict

from zmodel.diagnostics.codes import CODES, Severity
from zmodel.source import Span


class PlaceJson(TypedDict):
    """A span for other programs; every key is None where a diagnostic concerns no place in a file."""

    file: str | None
    line: int | None
    column: int | None
    end_line: int | None
    end_column: int | None
    text: str | None


class RelatedJson(PlaceJson):
    """A second place, and what it has to do with the first."""

    label: str


class EditJson(PlaceJson):
    """A piece of text that another one replaces."""

    replacement: str


class DiagnosticJson(PlaceJson):
    """A diagnostic for other programs; lines and columns count from 1, `end_column` is one past the text."""

    code: str
    severity: Severity
    message: str
    label: str
    notes: list[str]
    hints: list[str]
    related: list[RelatedJson]
    fixes: list[EditJson]


@dataclass(frozen=True)
class Edit:
    """A change of a file: `replacement` takes the place of the span, which is empty where text is put in."""

    span: Span
    replacement: str


@dataclass(frozen=True)
class Diagnostic:
    """One thing to tell the user.

    Attributes:
        code: a key of `CODES`; it also decides the severity.
        message: what is wrong in this case, one line without a full stop.
        span: the text to underline, if the message concerns a place in a file.
        label: short text beside the underline.
        related: further places, each with its own label.
        notes: facts that explain the message.
        hints: what the user can do, shown as `help`.
        fixes: changes of the text that editors offer, the best one first; each of them is enough.

    Raises:
        ValueError: if the code is not in the table.
    """

    code: str
    message: str
    span: Span | None = None
    label: str = ""
    related: tuple[tuple[Span, str], ...] = ()
    notes: tuple[str, ...] = ()
    hints: tuple[str, ...] = ()
    fixes: tuple[Edit, ...] = ()

    def __post_init__(self) -> None:
        if self.code not in CODES:
            raise ValueError(f"{self.code!r} is not in the table of diagnostic codes")

    @property
    def severity(self) -> Severity:
        """The severity of the code: error, warning or note."""
        return CODES[self.code].severity

    @property
    def sort_key(self) -> tuple[str, int, str]:
        """Orders by file, place and code; what concerns no place comes first."""
        if self.span is None:
            return "", -1, self.code
        return self.span.file.name, self.span.start, self.code

    def as_json(self) -> DiagnosticJson:
        """The diagnostic as a dict of plain values that `json.dumps` takes."""
        return {
            "code": self.code,
            "severity": self.severity,
            "message": self.message,
            **_place(self.span),
            "label": self.label,
            "notes": list(self.notes),
            "hints": list(self.hints),
            "related": [{**_place(span), "label": label} for span, label in self.related],
            "fixes": [{**_place(edit.span), "replacement": edit.replacement} for edit in self.fixes],
        }


class DiagnosticError(Exception):
    """Diagnostics on their way out through code that can only raise; for the edges of the compiler.

    Attributes:
        diagnostics: what to tell the user.
    """

    def __init__(self, diagnostics: Iterable[Diagnostic]) -> None:
        self.diagnostics = tuple(diagnostics)
        super().__init__(self.diagnostics)

    def __str__(self) -> str:
        return "; ".join(f"{item.severity}[{item.code}]: {item.message}" for item in self.diagnostics)


def _place(span: Span | None) -> PlaceJson:
    if span is None:
        return {
            "file": None,
            "line": None,
            "column": None,
            "end_line": None,
            "end_column": None,
            "text": None,
        }
    end_line, end_column = span.file.line_column(span.end)
    return {
        "file": span.file.name,
        "line": span.line,
        "column": span.column,
        "end_line": end_line,
        "end_column": end_column,
        "text": span.text,
    }
