"""Where on a page the lines of model files are, and what is declared on them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from zmodel.model import Model
from zmodel.source import SourceFile, Span


@dataclass(frozen=True)
class Declared:
    """A name of the model.

    Attributes:
        kind: group, field, coupling or point; the ids of rows begin with it.
        name: as declared.
        owner: the name whose row tells of it, that of a coupling for a kept entry.
        span: of the declaration.
    """

    kind: str
    name: str
    owner: str
    span: Span

    @property
    def place(self) -> int:
        """Where the name stands in its file."""
        match = re.compile(rf"(?<!\w){re.escape(self.name)}(?!\w)").search(self.span.file.text, self.span.start)
        return self.span.start if match is None else match.start()

    @property
    def target(self) -> str:
        """The id of the row, or of the section, that tells of it."""
        return f"{self.kind}-{self.owner}"


@dataclass(frozen=True)
class Places:
    """The files that a page lists, and what they declare.

    Attributes:
        files: the model file, and those that it uses.
        declared: groups, fields, couplings, kept entries and points.
    """

    files: tuple[SourceFile, ...]
    declared: tuple[Declared, ...]

    def line_id(self, file: SourceFile, line: int) -> str:
        """The id of a line: `L31` of the model file, `F2-L8` of the second one."""
        number = self.files.index(file)
        return f"L{line}" if number == 0 else f"F{number + 1}-L{line}"

    def address(self, span: Span) -> str | None:
        """The address of the line on which a span begins; None if its file is not listed."""
        return f"#{self.line_id(span.file, span.line)}" if span.file in self.files else None

    @cached_property
    def links(self) -> Mapping[str, str]:
        """Addresses of lines by what is declared there, points left out."""
        found = {item.name: self.address(item.span) for item in self.declared if item.kind != "point"}
        return {name: address for name, address in found.items() if address is not None}


def find_places(model: Model, file: SourceFile, further: Iterable[Span]) -> Places:
    """The places of a page.

    Args:
        model: what it is about.
        file: the model file.
        further: other places that the page mentions.
    """
    declared = tuple(_declared(model))
    spans = [item.span for item in declared] + list(further)
    return Places(tuple(dict.fromkeys([file, *(span.file for span in spans)])), declared)


def _declared(model: Model) -> Iterator[Declared]:
    # A later item of the same name takes over its link: `X` is a group before it is a boson.
    for parameter in model.parameters:
        yield Declared("parameter", parameter.name, parameter.name, parameter.span)
    for mixing in model.mixings:
        yield Declared("mixing", mixing.name, mixing.name, mixing.span)
    for group in model.groups:
        for name in (group.coupling, group.name):
            if name is not None:
                yield Declared("group", name, group.name, group.span)
    for field in model.fields:
        yield Declared("field", field.name, field.name, field.span)
    for coupling in model.couplings:
        yield Declared("coupling", coupling.name, coupling.name, coupling.span)
        for kept in coupling.kept:
            yield Declared("coupling", kept.name, coupling.name, kept.span)
    for point in model.points:
        yield Declared("point", point.name, point.name, point.span)
