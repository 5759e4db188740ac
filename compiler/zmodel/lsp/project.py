"""The files that an editor has open, and those around them."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from zmodel.diagnostics import DiagnosticError
from zmodel.files import file_loader, read_source
from zmodel.lsp.pieces import Parsed, parsed, with_older
from zmodel.lsp.units import Unit, load_unit
from zmodel.model import Loader
from zmodel.model.library import LIBRARY_FOLDER, SUFFIX, library_loader
from zmodel.resources import ResourceError, library_path
from zmodel.source import SourceFile

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
        return load_unit(file, self.loader(root), self._best)

    def _best(self, file: SourceFile) -> Parsed:
        """A file that does not parse keeps the names that it had when it did."""
        item = parsed(file)
        if not item.parses:
            return with_older(item, self.good[file.name]) if file.name in self.good else item
        if file.name in self.texts:
            self.good[file.name] = item
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
        if any(space == "model" for space, _ in self._best(file).declarations):
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
