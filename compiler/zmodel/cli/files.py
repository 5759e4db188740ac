"""Reading model files and putting output in place."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path

from zmodel.diagnostics import Diagnostic, DiagnosticError
from zmodel.model import Loader, LoadError
from zmodel.model.library import library_loader
from zmodel.source import SourceFile
from zmodel.syntax.parser import MAX_FILE_SIZE


def read_source(path: Path, shown: str) -> SourceFile:
    """Reads a model file.

    Raises:
        DiagnosticError: Z001, Z002 or Z003.
    """
    try:
        if path.stat().st_size > 4 * MAX_FILE_SIZE:
            raise DiagnosticError([Diagnostic("Z003", f"{shown} is larger than {MAX_FILE_SIZE} characters")])
        data = path.read_bytes()
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise DiagnosticError([Diagnostic("Z001", f"cannot read {shown}: {reason}")]) from None
    try:
        return SourceFile(shown, data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        message = f"{shown} is not UTF-8 text: byte {error.start + 1} is not a character"
        raise DiagnosticError([Diagnostic("Z002", message)]) from None


def file_loader() -> Loader:
    """A loader that reads quoted paths from the folder of the importing file."""

    def read(path: str, importer: SourceFile) -> SourceFile:
        folder = Path(importer.name).parent
        target = folder / path
        if not target.resolve().is_relative_to(folder.resolve()):
            raise LoadError("Z006", f"`{path}` leads out of the folder of the model file")
        try:
            return read_source(target, os.path.normpath(target))
        except DiagnosticError as error:
            found = error.diagnostics[0]
            raise LoadError(found.code, found.message) from None

    return library_loader(read)


def write_file(path: Path, content: str | bytes) -> None:
    """Puts a file in place, text as UTF-8; an old one stays whole until the new one is.

    Raises:
        DiagnosticError: Z005, with the old file as it was.
    """
    try:
        handle, fresh = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(content.encode() if isinstance(content, str) else content)
            os.chmod(fresh, 0o644)
            os.replace(fresh, path)
        finally:
            Path(fresh).unlink(missing_ok=True)
    except OSError as error:
        raise DiagnosticError([Diagnostic("Z005", f"cannot write {path}: {error.strerror}")]) from None


def write_folder(folder: Path, files: Mapping[str, str]) -> None:
    """Replaces a folder by one with the given files; the old one stays whole until the new one is.

    Raises:
        DiagnosticError: Z005, with the old folder as it was.
    """
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        fresh = Path(tempfile.mkdtemp(prefix=f".{folder.name}.", dir=folder.parent))
    except OSError as error:
        raise DiagnosticError([Diagnostic("Z005", f"cannot write {folder}: {error.strerror}")]) from None
    try:
        fresh.chmod(0o755)
        for name, text in files.items():
            (fresh / name).write_bytes(text.encode())
        _swap(fresh, folder)
    except OSError as error:
        raise DiagnosticError([Diagnostic("Z005", f"cannot write {folder}: {error.strerror}")]) from None
    finally:
        shutil.rmtree(fresh, ignore_errors=True)


def _swap(fresh: Path, folder: Path) -> None:
    """Moves the new folder into place."""
    if not folder.exists():
        fresh.rename(folder)
        return
    old = fresh.with_name(fresh.name + ".old")
    folder.rename(old)
    try:
        fresh.rename(folder)
    except OSError:
        old.rename(folder)
        raise
    shutil.rmtree(old, ignore_errors=True)
