"""How tables are drawn on a page: what is folded, and what links where."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Layout:
    """Choices for the tables of one section.

    Attributes:
        fold: characters of LaTeX beyond which a sum is folded behind its first terms; 0 folds nothing.
        links: addresses by the name that a row begins with.
        ids: of rows, by the same name.
    """

    fold: int = 0
    links: Mapping[str, str] = field(default_factory=dict)
    ids: Mapping[str, str] = field(default_factory=dict)


PLAIN = Layout()
"""Everything is shown, nothing links."""
