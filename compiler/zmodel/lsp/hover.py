"""What to show where the mouse rests."""

from __future__ import annotations

from dataclasses import dataclass

from zmodel.lsp.facts import Facts
from zmodel.lsp.navigation import Found, declaration_spans, find_symbol, used_file
from zmodel.lsp.units import Symbol, Unit
from zmodel.source import SourceFile, Span

PENDING = "*beta function: being derived, look again*"
MAX_LINES = 12


@dataclass(frozen=True)
class Hover:
    """Markdown, and the text that it is about."""

    markdown: str
    span: Span


def hover(unit: Unit, file: str, offset: int, facts: Facts, pending: frozenset[str]) -> Hover | None:
    """What is known of the name at a place.

    Args:
        unit: the main file and what it uses.
        file: name of the file that the place lies in.
        offset: of the place.
        facts: of the last text of the main file that could be derived; may be empty.
        pending: names whose beta functions are still being derived.
    """
    found = find_symbol(unit, file, offset)
    if found is None:
        used = used_file(unit, file, offset)
        return None if used is None else _file(unit, file, offset, used)
    symbol = found.symbol
    text = facts.get((symbol.space, _key(found))) or _declaration(unit, symbol)
    if symbol.name in pending and symbol.space == "name":
        text += f"\n\n{PENDING}"
    if symbol.file != file:
        text += f"\n\ndeclared in `{_shown(symbol.file)}`"
    return Hover(text, Span(unit.files[file].file, found.item.start, found.item.end))


def _key(found: Found) -> str:
    """The name in the facts: unknowns of a field have names with a generation."""
    return found.item.name if found.item.spaces == ("unknown",) else found.symbol.name


def _declaration(unit: Unit, symbol: Symbol) -> str:
    """The statement that declares a name, for want of more."""
    items = unit.declarations(symbol)
    kind = items[0].kind if items else ""
    node = items[0].node if items else None
    head = f"**{kind}** `{symbol.name}`"
    if node is None:
        return head
    lines = node.span.text.splitlines()
    shown = "\n".join(lines[:MAX_LINES] + ["..."] * (len(lines) > MAX_LINES))
    return f"{head}\n\n```zmodel\n{shown}\n```"


def _file(unit: Unit, file: str, offset: int, used: SourceFile) -> Hover:
    names: dict[str, list[str]] = {}
    for (space, name), items in unit.files[used.name].declarations.items():
        if space == "name" and items[0].kind:
            names.setdefault(items[0].kind, []).append(f"`{name}`")
    lines = [f"- {kind}: {', '.join(found)}" for kind, found in names.items()]
    markdown = "\n".join([f"**file** `{_shown(used.name)}`", "", *lines])
    spans = (use.span for use in unit.files[file].uses if use.span is not None)
    return Hover(markdown, next(span for span in spans if span.start <= offset <= span.end))


def _shown(name: str) -> str:
    return name.replace("\\", "/").rsplit("/", 1)[-1]


def declared_at(unit: Unit, file: str, offset: int) -> tuple[Span, ...]:
    """Where the name at a place is declared; of a `use` the beginning of the file."""
    found = find_symbol(unit, file, offset)
    if found is not None:
        return declaration_spans(unit, found.symbol)
    used = used_file(unit, file, offset)
    return () if used is None else (Span(used, 0, 0),)
