"""Where a name is declared, and where else it stands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from zmodel.lsp.project import same_file
from zmodel.lsp.symbols import NAMES, POINTS, Occurrence, word_at
from zmodel.lsp.units import Symbol, Unit
from zmodel.source import SourceFile, Span


@dataclass(frozen=True)
class Found:
    """A name in a file and what it means."""

    item: Occurrence
    symbol: Symbol


def find_symbol(unit: Unit, file: str, offset: int) -> Found | None:
    """The name at a place, if something declares it."""
    touching = [item for item in unit.files[file].names if 0 <= item.start <= offset <= item.end]
    # A derived name shares its place with the one that it is made of.
    for item in sorted(touching, key=lambda item: (item.role == "derived", offset == item.end)):
        symbol = unit.meaning(file, item)
        if symbol is not None:
            return Found(item, symbol)
    return _in_broken_line(unit, file, offset)


def _in_broken_line(unit: Unit, file: str, offset: int) -> Found | None:
    """The same for a line that does not parse, where a word may mean anything."""
    word = word_at(unit.files[file].file.text, offset)
    if word is None or any(item.start == word[0] for item in unit.files[file].names):
        return None
    if unit.files[file].parses:
        return None  # a keyword, a unit or a function
    item = Occurrence(*word, spaces=(*NAMES, *POINTS))
    symbol = unit.meaning(file, item)
    return None if symbol is None else Found(item, symbol)


def used_file(unit: Unit, file: str, offset: int) -> SourceFile | None:
    """The file that the `use` at a place names."""
    for use, (target, _) in zip(unit.files[file].uses, unit.edges[file], strict=True):
        if use.span is not None and use.span.start <= offset <= use.span.end and target:
            return unit.files[target].file
    return None


def declaration_spans(unit: Unit, symbol: Symbol) -> tuple[Span, ...]:
    """Where a symbol is declared; a vacuum value where it stands first."""
    items = unit.declarations(symbol)
    explicit = [item for item in items if item.role != "implied"] or sorted(items, key=lambda item: item.start)[:1]
    file = unit.files[symbol.file].file
    return tuple(Span(file, item.start, item.end) for item in explicit if item.start >= 0)


@dataclass(frozen=True)
class Use:
    """One place where a symbol stands."""

    span: Span
    item: Occurrence
    is_declaration: bool


def references(units: Iterable[Unit], symbol: Symbol) -> tuple[Use, ...]:
    """Every place where a symbol stands, in all files of some units."""
    found: dict[tuple[str, int, int], Use] = {}
    for unit in units:
        # The library is called by its place in the package where it is used, and by its path where it is open.
        names = [name for name in unit.files if same_file(name, symbol.file)]
        wanted = replace(symbol, file=names[0]) if names else symbol
        for name, parsed in unit.files.items():
            for item in parsed.names:
                if item.start >= 0 and _could_mean(item, symbol) and unit.meaning(name, item) == wanted:
                    place = Span(parsed.file, item.start, item.end)
                    declares = name == wanted.file and item.role in ("declaration", "derived")
                    found[name, item.start, item.end] = Use(place, item, declares)
    return tuple(found[key] for key in sorted(found))


def _could_mean(item: Occurrence, symbol: Symbol) -> bool:
    """Quick to say no: unknown charges alone have another name than what they mean."""
    return item.name == symbol.name or (symbol.space == "own unknown" and item.name.startswith(symbol.name))


def derived_symbols(units: Iterable[Unit], symbol: Symbol) -> Iterator[Symbol]:
    """Symbols that are called after another: the coupling `g_X` of a group `X`, the unknowns `?L1` of a field `L`."""
    seen: set[Symbol] = set()
    for unit in units:
        for name, parsed in unit.files.items():
            for item in parsed.names:
                if item.role != "derived" or item.owner != symbol.name:
                    continue
                owner = unit.meaning(name, Occurrence(item.start, item.end, item.owner))
                derived = unit.meaning(name, item)
                if owner == symbol and derived is not None and derived not in seen:
                    seen.add(derived)
                    yield derived
