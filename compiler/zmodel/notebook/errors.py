"""Exceptions that show what is wrong instead of a traceback."""

from __future__ import annotations

from collections.abc import Iterable

from zmodel.diagnostics import Diagnostic, DiagnosticError, render
from zmodel.notebook.diagnostics import WIDTH


class ModelError(DiagnosticError):
    """A model, or a derivation from it, has errors.

    IPython shows the diagnostics, as the command line does; a script that ends with it shows them, too.

    Attributes:
        diagnostics: errors, and the warnings beside them.
        shown: whether they stand above already, so that one line is enough.
    """

    def __init__(self, diagnostics: Iterable[Diagnostic], shown: bool = False) -> None:
        super().__init__(diagnostics)
        self.shown = shown

    def __str__(self) -> str:
        if self.shown:
            count = sum(item.severity == "error" for item in self.diagnostics)
            return f"{count} error{'' if count == 1 else 's'}"
        return "\n" + render(self.diagnostics, colour=False, width=WIDTH)

    def _render_traceback_(self) -> list[str]:
        """What IPython shows in place of a traceback."""
        if self.shown:
            return [f"ModelError: {self}"]
        return render(self.diagnostics, colour=True, width=WIDTH).split("\n")


class UsageError(ValueError):
    """An argument that means nothing, told in one line."""

    def _render_traceback_(self) -> list[str]:
        return [f"UsageError: {self}"]
