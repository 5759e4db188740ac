"""Reading model files, and the files that they use from their folder."""

from __future__ import annotations

import os
import stat
from collections.abc import Mapping
from pathlib import Path

from zmodel.diagnostics import Diagnostic, DiagnosticError
from zmodel.limits import DEFAULT, Limits, hint
from zmodel.model import Loader, LoadError
from zmodel.model.library import library_loader
from zmodel.source import SourceFile

_BYTES = 4
"""No character takes more."""


def read_source(path: Path, shown: str, limits: Limits | None = DEFAULT) -> SourceFile:
    """Reads a text file.

    Args:
        path: of the file.
        shown: how messages call it.
        limits: how large a model file may be; None for another file, which has a limit of its own.

    Raises:
        DiagnosticError: Z001, Z002 or Z003.
    """
    try:
        # A device or a pipe has no size, and may never end.
        with path.open("rb") as file:
            data = file.read(_BYTES * (limits or DEFAULT).file_size + 1)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise DiagnosticError([Diagnostic("Z001", f"cannot read {shown}: {reason}")]) from None
    return source_of(data, shown, limits)


def source_of(data: bytes, shown: str, limits: Limits | None = DEFAULT) -> SourceFile:
    """The file that bytes are the text of, see `read_source`.

    Raises:
        DiagnosticError: Z002 or Z003.
    """
    if len(data) > _BYTES * (limits or DEFAULT).file_size:
        raise _too_large(shown, limits)
    try:
        return SourceFile(shown, data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        message = f"{shown} is not UTF-8 text: byte {error.start + 1} is not a character"
        raise DiagnosticError([Diagnostic("Z002", message)]) from None


def _too_large(shown: str, limits: Limits | None) -> DiagnosticError:
    message = f"{shown} is larger than {(limits or DEFAULT).file_size} characters"
    hints = () if limits is None else (hint("file_size"),)
    return DiagnosticError([Diagnostic("Z003", message, hints=hints)])


def _is_plain(path: Path) -> bool | None:
    """Whether there is a plain file; None if there is nothing."""
    try:
        return stat.S_ISREG(path.stat().st_mode)
    except (FileNotFoundError, NotADirectoryError):
        return None


def file_loader(open_texts: Mapping[str, str] | None = None, limits: Limits = DEFAULT) -> Loader:
    """A loader that reads quoted paths from the folder of the importing file.

    Args:
        open_texts: of files by their name, where an editor has another text than the disk.
        limits: how large the files may be.
    """
    texts = open_texts or {}

    def read(path: str, importer: SourceFile) -> SourceFile:
        folder = Path(importer.name).parent
        target = folder / path
        try:
            is_inside = target.resolve().is_relative_to(folder.resolve())
            is_plain = _is_plain(target)
        except (OSError, RuntimeError, ValueError) as error:  # links in a circle, names that are too long
            raise LoadError("Z001", f"cannot read {path}: {getattr(error, 'strerror', None) or error}") from None
        if not is_inside:
            raise LoadError("Z006", f"`{path}` leads out of the folder of the model file")
        name = os.path.normpath(target)
        if name in texts:
            return SourceFile(name, texts[name])
        if is_plain is None:
            raise LoadError("Z119", f"there is no file {name}")
        if not is_plain:
            # Nobody has asked for what a model file names, so it is not waited for.
            raise LoadError("Z001", f"cannot read {name}: it is not a plain file")
        try:
            return read_source(target, name, limits)
        except DiagnosticError as error:
            found = error.diagnostics[0]
            raise LoadError(found.code, found.message) from None

    return library_loader(read)
