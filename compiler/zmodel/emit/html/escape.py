"""Text that HTML shows as it is."""

from __future__ import annotations

import html


def escape(text: str) -> str:
    """Text for elements and for attributes in quotes; what cannot be printed is dropped, but for line ends."""
    return html.escape("".join(char for char in text if char.isprintable() or char == "\n"), quote=True)
