"""Diagnostics in HTML, as they look on a terminal."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from zmodel.diagnostics import Diagnostic, render
from zmodel.emit.html import escape

WIDTH = 100
"""Columns to which source lines are cropped."""

# Middle tones, which can be read on white and on black.
_STYLES = {
    "1": "font-weight:bold",
    "31": "color:#d43a3a",
    "32": "color:#2b8a3e",
    "33": "color:#b8860b",
    "34": "color:#4c7fd0",
    "36": "color:#1a8f9e",
}
_SEQUENCE = re.compile(r"\x1b\[([\d;]+)m")


@dataclass(frozen=True)
class DiagnosticsView:
    """Diagnostics that show themselves."""

    diagnostics: tuple[Diagnostic, ...]

    def __repr__(self) -> str:
        return render(self.diagnostics, colour=False, width=WIDTH)

    def _repr_html_(self) -> str:
        return diagnostics_html(self.diagnostics)


def diagnostics_html(diagnostics: Sequence[Diagnostic]) -> str:
    """The terminal's drawing with its colours; nothing for no diagnostics.

    The renderer makes control characters of model files visible, so every escape sequence in its text is its own.
    """
    if not diagnostics:
        return ""
    html = []
    for number, part in enumerate(_SEQUENCE.split(render(diagnostics, colour=True, width=WIDTH))):
        if number % 2 == 0:
            html.append(escape(part))
        elif part == "0":
            html.append("</span>")
        else:
            style = ";".join(_STYLES[code] for code in part.split(";"))
            html.append(f'<span style="{style}">')
    # Notebooks have styles of their own for this element, and underlines need letters of equal width.
    style = "font-family:var(--jp-code-font-family,monospace);line-height:1.3;overflow-x:auto"
    return f'<pre class="zmodel-diagnostics" style="{style}">{"".join(html)}</pre>'
