"""What a page says, before it is laid out."""

from __future__ import annotations

from dataclasses import dataclass

from zmodel.diagnostics import Diagnostic
from zmodel.emit.report import Table


@dataclass(frozen=True)
class Block:
    """Tables under one heading.

    Attributes:
        tables: in order.
        title: of the heading; empty for none.
        words: a line of plain text below it; empty for none.
        figure: HTML of a picture; empty for none.
        messages: what is to be said about it.
    """

    tables: tuple[Table, ...] = ()
    title: str = ""
    words: str = ""
    figure: str = ""
    messages: tuple[Diagnostic, ...] = ()


@dataclass(frozen=True)
class Part:
    """A section.

    Attributes:
        anchor: its id.
        title: plain text.
        blocks: in order.
        kinds: of declared things whose rows in its tables others link to.
    """

    anchor: str
    title: str
    blocks: tuple[Block, ...]
    kinds: tuple[str, ...] = ()
