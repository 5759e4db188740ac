"""The files that an editor has open, and those around them."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import lru_cache
from pathlib import Path

from zmodel.diagnostics import DiagnosticError
from zmodel.files import file_loader, read_source
from zmodel.lsp.units import Parsed, Unit, load_unit, parsed
from zmodel.model import Loader
from zmodel.model.library import LIBRARY_FOLDER, SUFFIX, library_loader
from zmodel.resources import ResourceError, library_path
from zmodel.source import SourceFile
from zmodel.syntax import ast

MAX_NEIGHBOURS = 200
"""Files of a folder that are looked through for those that use another."""


@dataclass
class Project:
    """What is known of files.

    Attributes:
        texts: of open files, by name: the absolute path, or whatever else a file without one is called.
        folders: that the editor works in.
        good: the last text of each file whose names are known.
    """

    texts: dict[str, str] = field(default_factory=dict)
    folders: tuple[str, ...] = ()
    good: dict[str, Parsed] = field(default_factory=dict)

    def source(self, name: str) -> SourceFile | None:
        """A file as the editor has it, else as the disk does."""
        if name in self.texts:
            return SourceFile(name, self.texts[name])
        return _read(path_of(name), name)

    def loader(self, name: str) -> Loader:
        """What `use` in a file finds; a file without a folder finds the library alone."""
        return file_loader(self.texts) if os.path.isabs(name) else library_loader()

    def unit(self, root: str) -> Unit | None:
        """A file with all that it uses."""
        file = self.source(root)
        if file is None:
            return None
        unit = load_unit(file, self.loader(root))
        files = {name: self._best(item) for name, item in unit.files.items()}
        if unit.files[root].tree is not None or files[root].tree is None:
            return replace(unit, files=files)
        return _with_older_edges(files[root], self.loader(root))

    def _best(self, item: Parsed) -> Parsed:
        """A file that does not parse keeps the names that it had when it did."""
        name = item.file.name
        if item.diagnostics:
            return carried(self.good[name], item) if name in self.good else item
        if name in self.texts:
            self.good[name] = item
        return item

    def unit_of(self, name: str) -> Unit | None:
        """The unit in which a file has its meaning: its own, or for a part of a model one that uses it."""
        roots = self.roots(name)
        return self.unit(roots[0]) if roots else None

    def roots(self, name: str) -> tuple[str, ...]:
        """Main files of a file: itself if it names a model or nothing uses it, else those that use it."""
        file = self.source(name)
        if file is None:
            return ()
        item = parsed(file)
        statements = () if item.tree is None else item.tree.statements
        if item.tree is None or any(isinstance(statement, ast.ModelStatement) for statement in statements):
            return (name,)
        return tuple(unit.root for unit in self.users(name)) or (name,)

    def units_with(self, name: str) -> tuple[Unit, ...]:
        """All known units that a file is part of."""
        own = self.unit(name)
        return (*(() if own is None else (own,)), *self.users(name))

    def users(self, name: str) -> Iterator[Unit]:
        """Units of other files that use a file: of open ones, and of those in its folder and above it."""
        for candidate in sorted({*self.texts, *self._around(name)} - {name}):
            file = self.source(candidate)
            if file is None or (SUFFIX not in file.text and not is_library(name)):
                continue  # whoever uses a file of the same folder says its path
            unit = self.unit(candidate)
            if unit is not None and any(same_file(other, name) for other in unit.files):
                yield unit

    def _around(self, name: str) -> Iterator[str]:
        """Model files beside a file, and in the folders above it that the editor works in."""
        if not os.path.isabs(name) or is_library(name):
            return
        folder = os.path.dirname(name)
        while True:
            yield from model_files(folder)
            above = os.path.dirname(folder)
            if above == folder or not any(_is_inside(above, root) for root in self.folders):
                return
            folder = above

    def usable(self, name: str) -> tuple[str, ...]:
        """Paths that a file can use: of model files in its folder and one folder deeper."""
        if not os.path.isabs(name):
            return ()
        folder = os.path.dirname(name)
        try:
            inner = sorted(entry.path for entry in os.scandir(folder) if entry.is_dir())[:MAX_NEIGHBOURS]
        except OSError:
            return ()
        found = [path for place in (folder, *inner) for path in model_files(place)]
        return tuple(Path(path).relative_to(folder).as_posix() for path in found if path != name)


def carried(old: Parsed, new: Parsed) -> Parsed:
    """A text that does not parse, with names of an older one that did.

    If most of it parses, only what the older text declares besides is added, at no place (at -1). If nothing does, the
    names beside the change stay, and those within it stand nowhere.
    """
    if new.tree is not None:
        lost = [replace(item, start=-1, end=-1) for key, items in old.declarations.items() for item in items[:1]
                if key not in new.declarations]  # fmt: skip
        return Parsed(new.file, new.tree, (*lost, *new.names), new.diagnostics)
    before, after = old.file.text, new.file.text
    head = _common(before, after)
    tail = _common(before[head:][::-1], after[head:][::-1])
    moved = len(after) - len(before)
    names = []
    for item in old.names:
        if item.end < head or (item.end == head and not _in_word(after[head : head + 1])):
            names.append(item)
        elif item.start > len(before) - tail or (
            item.start == len(before) - tail and not _in_word(after[len(after) - tail - 1 :][:1])
        ):
            names.append(replace(item, start=item.start + moved, end=item.end + moved))
        else:
            names.append(replace(item, start=-1, end=-1))
    return Parsed(new.file, old.tree, tuple(names), new.diagnostics)


def _in_word(char: str) -> bool:
    return char.isalnum() or char == "_"


def _common(first: str, second: str) -> int:
    """Length of what two texts begin with."""
    different = (index for index, (a, b) in enumerate(zip(first, second, strict=False)) if a != b)
    return next(different, min(len(first), len(second)))


def _with_older_edges(root: Parsed, load: Loader) -> Unit:
    """The unit of a main file whose `use` statements are those of an older text."""
    assert root.tree is not None
    older = load_unit(SourceFile(root.file.name, root.tree.span.file.text), load)
    return Unit(older.root, {**older.files, older.root: root}, older.edges)


# ------------------------------------------------------------------ paths
def path_of(name: str) -> str:
    """The path of a file on disk; the library is called by its place in the package."""
    folder = "/".join(LIBRARY_FOLDER) + "/"
    if name.startswith(folder):
        try:
            return str(library_path() / name.removeprefix(folder))
        except ResourceError:
            return name
    return name


def is_library(name: str) -> bool:
    """Whether a file belongs to the model library."""
    try:
        return _is_inside(path_of(name), str(library_path()))
    except ResourceError:
        return False


def same_file(first: str, second: str) -> bool:
    """Whether two names are of one file."""
    return first == second or path_of(first) == path_of(second)


def _is_inside(path: str, folder: str) -> bool:
    return Path(path).is_relative_to(folder)


def model_files(folder: str) -> tuple[str, ...]:
    """Paths of the model files in a folder."""
    try:
        names = sorted(name for name in os.listdir(folder) if name.endswith(SUFFIX))
    except OSError:
        return ()
    return tuple(os.path.join(folder, name) for name in names[:MAX_NEIGHBOURS])


def _read(path: str, name: str) -> SourceFile | None:
    try:
        status = os.stat(path)
        return _content(path, name, status.st_mtime_ns, status.st_size)
    except (OSError, ValueError, DiagnosticError):
        return None


@lru_cache(maxsize=2 * MAX_NEIGHBOURS)
def _content(path: str, name: str, _changed: int, _size: int) -> SourceFile:
    return read_source(Path(path), name)
