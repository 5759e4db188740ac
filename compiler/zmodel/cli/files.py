"""Putting output in place."""

from __future__ import annotations

import ctypes
import os
import shutil
import stat
import sys
import tempfile
from collections.abc import Collection, Iterator, Mapping
from contextlib import suppress
from pathlib import Path

from zmodel.diagnostics import Diagnostic, DiagnosticError
from zmodel.workshop import put_in_place, workshop

CACHE_OF_PYTHON = "__pycache__"

_EXCHANGE = {"linux": ("renameat2", 2), "darwin": ("renamex_np", 2)}
"""The function of the C library that exchanges two names, and its flags."""

_HERE = -100
"""AT_FDCWD: paths are relative to the working directory."""


def protect(output: Path, *inputs: Path) -> None:
    """Refuses output that would take the place of what is read, or put a foreign file into a dataset.

    Args:
        output: a file or folder that is to be written.
        inputs: files that the command reads.

    Raises:
        DiagnosticError: Z005, with everything as it was.
    """
    from zmodel.dataset import holds_dataset

    for path in inputs:
        with suppress(OSError):  # one of them is not there
            if output.samefile(path):
                message = f"cannot write {output}: this command reads that file"
                raise DiagnosticError([Diagnostic("Z005", message, hints=("give the output another name",))])
    for folder in output.parent.resolve().joinpath(output.name).parents:
        if holds_dataset(folder):
            message = f"cannot write {output}: {folder} is a dataset, and holds nothing else"
            raise DiagnosticError([Diagnostic("Z005", message, hints=("choose another folder",))])


def write_file(path: Path, content: str | bytes, mode: int = 0o644) -> None:
    """Puts a file in place, text as UTF-8; an old one stays whole until the new one is.

    Args:
        path: of the file.
        content: of the file.
        mode: permissions of the new file.

    Raises:
        DiagnosticError: Z005, with the old file as it was; also if it is no plain file but, say, a device.
    """
    try:
        if path.exists() and not path.is_file():
            raise DiagnosticError([Diagnostic("Z005", f"cannot write {path}: it is not a plain file")])
        put_in_place(path, content.encode() if isinstance(content, str) else content, mode)
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


def write_folder(folder: Path, files: Mapping[str, str], known: Collection[str] = ()) -> None:
    """Replaces a folder by one with the given files; the old one stays whole until the new one is.

    Args:
        folder: that is replaced; it may hold nothing but what is replaced, since a model file says how it is called.
        files: texts by name.
        known: further names that an old folder may have in it.

    Raises:
        DiagnosticError: Z005 or Z006, with the old folder as it was.
    """
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        _refuse_others(folder, {*files, *known})
        with workshop(folder.parent) as place:
            fresh = place / "folder"
            fresh.mkdir()
            fresh.chmod(0o755)  # whatever the umask says
            for name, text in files.items():
                (fresh / name).write_bytes(text.encode())
            _swap(fresh, folder)
    except OSError as error:
        raise DiagnosticError([Diagnostic("Z005", f"cannot write {folder}: {error.strerror}")]) from None


def _refuse_others(folder: Path, known: Collection[str]) -> None:
    """Raises DiagnosticError where a folder has something in it that would be lost."""
    if folder.is_symlink():
        message = f"{folder} is a symbolic link, and output stays in the folder that was asked for"
        raise DiagnosticError([Diagnostic("Z006", message)])
    if folder.is_dir():
        others = sorted(_foreign(folder, known))
        if others:
            message = f"cannot replace {folder}: it holds `{others[0]}`, which is no output of zmodel"
            hint = "choose another folder, or move away what is in this one"
            raise DiagnosticError([Diagnostic("Z005", message, hints=(hint,))])


def _foreign(folder: Path, known: Collection[str]) -> Iterator[str]:
    """What is neither a plain file of a known name nor what Python compiled from one."""
    for entry in folder.iterdir():
        if entry.name == CACHE_OF_PYTHON and entry.is_dir() and not entry.is_symlink():
            yield from (f"{entry.name}/{inner.name}" for inner in entry.iterdir() if inner.suffix != ".pyc")
        elif entry.name not in known or not entry.is_file():
            yield entry.name


def _swap(fresh: Path, folder: Path) -> None:
    """Moves the new folder into place; an old one goes where it was, to be removed."""
    if not folder.exists():
        fresh.rename(folder)
    elif not exchange(fresh, folder):
        # Not in the workshop: were the process killed now, this would be the only copy.
        old = Path(tempfile.mkdtemp(prefix=f".{folder.name}.old.", dir=folder.parent))
        folder.rename(old)
        try:
            fresh.rename(folder)
        except OSError:
            old.rename(folder)
            raise
        shutil.rmtree(old, ignore_errors=True)


def exchange(first: Path, second: Path) -> bool:
    """Exchanges two folders in one step, so that there is no moment without one; False where the system cannot."""
    name, *flags = _EXCHANGE.get(sys.platform, ("",))
    function = getattr(ctypes.CDLL(None), name, None) if name else None
    if function is None:
        return False
    if sys.platform == "darwin":
        return not function(os.fsencode(first), os.fsencode(second), *flags)
    return not function(_HERE, os.fsencode(first), _HERE, os.fsencode(second), *flags)
