"""The page of a model: sections with numbered messages, and the listings of its files that they link to."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from zmodel.diagnostics import Diagnostic
from zmodel.emit.conventions import conventions_of_numbers
from zmodel.emit.html.escape import escape
from zmodel.emit.html.layout import Layout
from zmodel.emit.html.listing import Colouring, listing_html
from zmodel.emit.html.messages import file_name, messages_html
from zmodel.emit.html.page import Section, page_html
from zmodel.emit.html.parts import Block, Part
from zmodel.emit.html.places import Places, find_places
from zmodel.emit.html.tables import row_name, table_html
from zmodel.emit.report import Table
from zmodel.model import Model
from zmodel.source import SourceFile

FOLD = 500
"""Characters of LaTeX from which on sums are folded: some four lines on a desktop."""

_ID = re.compile(r'\bid="([^"]+)"')


def model_page(
    model: Model, file: SourceFile, summary: str, parts: Sequence[Part], colouring: Colouring, version: str
) -> str:
    """The page, as text of HTML.

    Args:
        model: what it is about.
        file: the model file.
        summary: a line below the title.
        parts: all sections but the listings.
        colouring: of the listings.
        version: of the compiler.
    """
    said = [item for part in parts for block in part.blocks for item in block.messages]
    numbers = {item: number for number, item in enumerate(dict.fromkeys(said), start=1)}
    spans = [span for item in numbers for span in (item.span, *(related for related, _ in item.related)) if span]
    drawing = _Drawing(find_places(model, file, spans), numbers)
    sections = [drawing.section(part) for part in parts]
    sections += _listings(drawing, sections, colouring)
    title = f"{model.name}: {model.title}" if model.title else model.name
    return page_html(title, summary, tuple(sections), version, " ".join(conventions_of_numbers(model)))


def _listings(drawing: _Drawing, sections: Sequence[Section], colouring: Colouring) -> Iterator[Section]:
    """A section for each file; names link only to what there is above."""
    ids = {found for section in sections for found in _ID.findall(section.body)} | {s.anchor for s in sections}
    numbered = [(number, item) for item, number in drawing.numbers.items() if f"message-{number}" in ids]
    for number, file in enumerate(drawing.places.files, start=1):
        title = f"Model file {file_name(file.name)}" if number == 1 else f"Used file {file_name(file.name)}"
        yield Section(f"file-{number}", title, listing_html(file, drawing.places, colouring, ids, numbered))


@dataclass
class _Drawing:
    """What is known while sections are drawn.

    Attributes:
        places: of the page.
        numbers: of the messages.
        said: messages that stand on the page already.
        taken: ids of rows that are taken already.
    """

    places: Places
    numbers: Mapping[Diagnostic, int]
    said: set[Diagnostic] = field(default_factory=set)
    taken: set[str] = field(default_factory=set)

    def section(self, part: Part) -> Section:
        """A part laid out."""
        before = len(self.said)
        body = "\n".join(self._block(block, part) for block in part.blocks)
        return Section(part.anchor, part.title, body, len(self.said) - before)

    def _block(self, block: Block, part: Part) -> str:
        title = f"<h3>{escape(block.title)}</h3>" if block.title else ""
        words = f"<p>{escape(block.words)}</p>" if block.words else ""
        tables = "\n".join(table_html(table, self._layout(table, part)) for table in block.tables)
        return title + words + self._messages(block.messages) + block.figure + tables

    def _messages(self, messages: Sequence[Diagnostic]) -> str:
        """Each once; an error is the reason why a derivation is missing, and is told wherever one is."""
        fresh = [item for item in dict.fromkeys(messages) if item not in self.said]
        again = [item for item in dict.fromkeys(messages) if item in self.said and item.severity == "error"]
        self.said.update(fresh)
        return messages_html([(self.numbers[item], item) for item in fresh], self.places) + messages_html(
            [(None, item) for item in again], self.places
        )

    def _layout(self, table: Table, part: Part) -> Layout:
        targets = {
            item.name: item.target
            for item in self.places.declared
            if item.kind in part.kinds and item.name == item.owner and item.target not in self.taken
        }
        ids = {name: targets[name] for name in map(row_name, table.rows) if name in targets}
        self.taken.update(ids.values())
        return Layout(FOLD, self.places.links, ids)
