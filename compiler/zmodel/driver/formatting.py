"""From the text of a model file to its text in the one layout."""

from __future__ import annotations

from zmodel.diagnostics import Diagnostic, DiagnosticError
from zmodel.limits import DEFAULT, Limits
from zmodel.source import SourceFile
from zmodel.syntax.layout import format_source


def format_model_file(file: SourceFile, limits: Limits = DEFAULT) -> tuple[str | None, tuple[Diagnostic, ...]]:
    """Lays a model file out anew; only its syntax has to be right.

    Returns:
        The text, which says the same and holds the same comments, and no diagnostics; or None and the syntax error.
    """
    try:
        return format_source(file, limits), ()
    except DiagnosticError as error:
        return None, error.diagnostics
