"""A file with all that it uses, and what a name in any of them means."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from zmodel.lsp.pieces import Parsed, parsed
from zmodel.lsp.symbols import OWN_UNKNOWNS, Occurrence
from zmodel.model import Loader, LoadError
from zmodel.source import SourceFile
from zmodel.syntax import ast

MAX_FILES = 64
"""Files of a unit; beyond them names are not looked for."""

_DIGITS = re.compile(r"\d+$")


@dataclass(frozen=True)
class Symbol:
    """What a name means: the file that declares it, the space and the name."""

    file: str
    space: str
    name: str


@dataclass(frozen=True, eq=False)
class Unit:
    """A file and all that it uses.

    Attributes:
        root: name of the main file.
        files: by name, the main file first.
        edges: per file the names of the files that it uses, each with the names that it leaves out.
    """

    root: str
    files: Mapping[str, Parsed]
    edges: Mapping[str, tuple[tuple[str, frozenset[str]], ...]]

    @property
    def lacks_files(self) -> bool:
        """Whether some `use` names a file that cannot be had."""
        return any(not target for targets in self.edges.values() for target, _ in targets)

    def meaning(self, file: str, item: Occurrence) -> Symbol | None:
        """What a name in a file means, or None if nothing declares it."""
        if item.through is not None:
            uses = self.files[file].uses
            number = [use.statement for use in uses].index(item.through)
            target = self.edges[file][number][0]
            return self._first(item, self._reachable(target, item.name)) if target else None
        return self._first(item, self._reachable(file, item.name)) or self._first(item, tuple(self.files))

    def declarations(self, symbol: Symbol) -> tuple[Occurrence, ...]:
        """What declares a symbol, the best first."""
        return self.files[symbol.file].declarations.get((symbol.space, symbol.name), ())

    def visible(self) -> Iterator[tuple[Symbol, Occurrence]]:
        """Everything that is declared, as the main file sees it."""
        seen: set[tuple[str, str]] = set()
        for file in (*self._reachable(self.root, ""), *self.files):
            for (space, name), items in self.files[file].declarations.items():
                if (space, name) not in seen:
                    seen.add((space, name))
                    yield Symbol(file, space, name), items[0]

    def _first(self, item: Occurrence, files: tuple[str, ...]) -> Symbol | None:
        for space in item.spaces:
            found = self._in_space(space, item.name, files)
            if found is not None:
                return found
        return None

    def _in_space(self, space: str, name: str, files: tuple[str, ...]) -> Symbol | None:
        for file in files:
            before = self.files[file].taken_over.get((space, name))
            if before is not None:
                return self._in_space(before, name, files)
        if space == "unknown":
            # `?L2` is the unknown that stands as a mere `?` in the charges of L.
            for field in (name, _DIGITS.sub("", name)):
                owner = self._in_space(OWN_UNKNOWNS[0], field, files)
                if owner is not None:
                    return owner
        candidates = [(file, self.files[file].declarations.get((space, name), ())) for file in files]
        for strong in (True, False):
            for file, items in candidates:
                if items and (items[0].role != "implied") == strong:
                    return Symbol(file, space, name)
        return None

    def _reachable(self, file: str, name: str) -> tuple[str, ...]:
        """A file and those that it uses without leaving the name out, the nearest first."""
        found = [file]
        for current in found:
            for target, excluded in self.edges.get(current, ()):
                if target and name not in excluded and target not in found:
                    found.append(target)
        return tuple(found)


def load_unit(root: SourceFile, load: Loader, read: Callable[[SourceFile], Parsed] = parsed) -> Unit:
    """Reads a file and all that it uses; what cannot be read is left out.

    Args:
        root: the main file.
        load: gives the files that `use` names.
        read: finds the names of a file.
    """
    files = {root.name: read(root)}
    edges: dict[str, tuple[tuple[str, frozenset[str]], ...]] = {}
    waiting = [root.name]
    while waiting:
        current = files[waiting.pop(0)]
        targets = []
        for use in current.uses:
            target = _loaded(use.statement, current.file, load)
            if target is not None and target.name not in files and len(files) < MAX_FILES:
                files[target.name] = read(target)
                waiting.append(target.name)
            known = target.name if target is not None and target.name in files else ""
            targets.append((known, frozenset(name.name for name in use.statement.excluded)))
        edges[current.file.name] = tuple(targets)
    return Unit(root.name, files, edges)


def _loaded(use: ast.UseStatement, importer: SourceFile, load: Loader) -> SourceFile | None:
    try:
        return load(use.source, use.is_path, importer)
    except LoadError:
        return None
