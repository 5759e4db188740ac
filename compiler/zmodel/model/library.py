"""Where `use` finds files: the model library by name, other files by a path that stays in their folder."""

from __future__ import annotations

from collections.abc import Callable

from zmodel import resources
from zmodel.diagnostics import did_you_mean
from zmodel.model.imports import Loader, LoadError
from zmodel.source import SourceFile

SUFFIX = ".zmodel"
LIBRARY_FOLDER = ("model_files", "lib")
MAX_PATH_LENGTH = 200

Read = Callable[[str, SourceFile], SourceFile]
"""Gives the file at a path relative to the folder of the importing file, or raises LoadError.

The path has passed `check_path`. That no symbolic link leads out of the folder is for the reader to see to,
since nothing in this package touches the disk.
"""


def library_loader(read: Read | None = None) -> Loader:
    """A loader of library files, and of files at paths in quotes if they can be read.

    Args:
        read: reads a file at a path; None where there are no files, as in a notebook.

    Returns:
        The loader for `resolve`; it raises LoadError: Z119 for a file that is not there, Z006 for a path that
        leaves its folder.
    """

    def load(source: str, is_path: bool, importer: SourceFile) -> SourceFile:
        if not is_path:
            return _library_file(source)
        path = check_path(source)
        if read is None:
            raise LoadError("Z119", f'only files of the library can be used here, not "{path}"')
        return read(path, importer)

    return load


def library_names() -> tuple[str, ...]:
    """The names that `use` takes without quotes."""
    names = resources.list_names(*LIBRARY_FOLDER)
    return tuple(name.removesuffix(SUFFIX) for name in names if name.endswith(SUFFIX))


def check_path(path: str) -> str:
    """The path in its plain form: `dark/sector.zmodel`, with forward slashes and no `.` in it.

    Raises:
        LoadError: Z006 if it is absolute or could leave its folder, Z119 if it does not name a model file.
    """
    if len(path) > MAX_PATH_LENGTH or not path.isprintable():
        raise LoadError("Z119", "this is not the path of a file")
    # A backslash or a colon leads elsewhere on some systems; refused everywhere, so that a file means the
    # same everywhere.
    if path.startswith(("/", "~")) or any(char in path for char in "\\:") or ".." in path.split("/"):
        hint = "put the file into the same folder or into a folder in it, and separate folders with `/`"
        raise LoadError("Z006", f'"{path}" leads out of the folder of this file', (hint,))
    parts = [part for part in path.split("/") if part not in ("", ".")]
    if not parts or not parts[-1].endswith(SUFFIX) or parts[-1] == SUFFIX:
        raise LoadError("Z119", f'"{path}" is not a model file', (f"its name must end in {SUFFIX}",))
    return "/".join(parts)


def _library_file(name: str) -> SourceFile:
    known = library_names()
    if name not in known:
        similar = did_you_mean(name, known)
        hints = (f"did you mean `{similar[0]}`?",) if similar else ("the library has " + ", ".join(known),)
        raise LoadError("Z119", f"the library has no model called `{name}`", hints, similar)
    text = resources.read_text(*LIBRARY_FOLDER, name + SUFFIX)
    return SourceFile("/".join((*LIBRARY_FOLDER, name + SUFFIX)), text)
