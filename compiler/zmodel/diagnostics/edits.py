"""Where new lines go in a file: edits that put statements in."""

from __future__ import annotations

from collections.abc import Sequence

from zmodel.diagnostics.diagnostic import Edit
from zmodel.source import SourceFile, Span


def line_after(span: Span, lines: Sequence[str]) -> Edit:
    """Puts lines below a statement, with its indentation.

    What follows the statement on its line stays there if it is a comment; anything else, such as the bracket that
    closes a block, comes after the new lines.
    """
    file = span.file
    line = file.line_text(span.line)
    indent = line[: len(line) - len(line.lstrip())]
    last, column = file.line_column(span.end)
    rest = file.line_text(last)[column - 1 :]
    at = span.end + (len(rest) if rest.lstrip()[:1] in ("", "#") else 0)
    return Edit(Span(file, at, at), "".join(f"\n{indent}{text}" for text in lines))


def at_end(file: SourceFile, lines: Sequence[str]) -> Edit:
    """Puts lines at the end of a file."""
    end = len(file.text)
    gap = "" if file.text.endswith(("\n", "\r")) or not file.text else "\n"
    return Edit(Span(file, end, end), gap + "".join(f"{text}\n" for text in lines))
