"""Putting output in place."""

from __future__ import annotations

import os
import shutil
import stat
import tempfile
from collections.abc import Mapping
from pathlib import Path

from zmodel.diagnostics import Diagnostic, DiagnosticError


def write_file(path: Path, content: str | bytes, mode: int = 0o644) -> None:
    """Puts a file in place, text as UTF-8; an old one stays whole until the new one is.

    Args:
        path: of the file.
        content: of the file.
        mode: permissions of the new file.

    Raises:
        DiagnosticError: Z005, with the old file as it was.
    """
    try:
        handle, fresh = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(content.encode() if isinstance(content, str) else content)
            os.chmod(fresh, mode)
            os.replace(fresh, path)
        finally:
            Path(fresh).unlink(missing_ok=True)
    except OSError as error:
        raise DiagnosticError([Diagnostic("Z005", f"cannot write {path}: {error.strerror}")]) from None


def rewrite_file(path: Path, content: str) -> None:
    """Replaces the text of a file that is there; its permissions stay, and a symbolic link goes on naming it.

    Raises:
        DiagnosticError: Z005, with the old file as it was; also if it is not a plain file, or may not be written.
    """
    try:
        target = path.resolve(strict=True)
        mode = target.stat().st_mode
    except (OSError, RuntimeError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise DiagnosticError([Diagnostic("Z005", f"cannot write {path}: {reason}")]) from None
    if not stat.S_ISREG(mode):
        raise DiagnosticError([Diagnostic("Z005", f"cannot write {path}: it is not a plain file")])
    if not os.access(target, os.W_OK):
        raise DiagnosticError([Diagnostic("Z005", f"cannot write {path}: it is read-only")])
    write_file(target, content, stat.S_IMODE(mode))


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
