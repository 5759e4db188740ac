"""The folder of a dataset: it is ours alone, and files in it are whole or not there."""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from zmodel.dataset.difference import difference
from zmodel.dataset.manifest import Chunk, DatasetError, Manifest, is_manifest, part_name, read_manifest

MANIFEST = "manifest.json"
MAX_MANIFEST = 1 << 26

_UNFINISHED = re.compile(r"\.(manifest\.json|part-\d{5,}\.parquet)\.unfinished")


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Keeps other processes from writing to the folder.

    Raises:
        DatasetError: if another one does.
    """
    try:
        import fcntl
    except ImportError:  # no locks on this system
        yield
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            raise DatasetError("another process is writing to it") from None
        yield
    finally:
        os.close(handle)


def read_folder(folder: Path) -> Manifest:
    """The manifest of a dataset.

    Raises:
        DatasetError: if there is none.
    """
    path = folder / MANIFEST
    try:
        if path.is_symlink() or path.stat().st_size > MAX_MANIFEST:
            raise DatasetError("its manifest.json is none of ours")
        return read_manifest(path.read_bytes().decode())
    except (FileNotFoundError, NotADirectoryError):
        raise DatasetError("there is no manifest.json in it") from None
    except UnicodeDecodeError:
        raise DatasetError("its manifest.json is damaged") from None


def holds_dataset(folder: Path) -> bool:
    """Whether there is a dataset, be it damaged or of another version of zmodel."""
    path = folder / MANIFEST
    try:
        return path.stat().st_size <= MAX_MANIFEST and is_manifest(path.read_bytes().decode())
    except (OSError, UnicodeDecodeError):
        return False


def read_whole(folder: Path) -> Manifest:
    """The manifest of a dataset whose parts are those that it had when they were written.

    Raises:
        DatasetError: if there is none, or a part is missing or damaged.
    """
    manifest = read_folder(folder)
    for chunk in manifest.chunks:
        _check(folder / chunk.file, chunk)
    return manifest


def open_folder(folder: Path, wanted: Manifest) -> Manifest:
    """The manifest of a dataset that is to be continued; a new one in an empty folder. Nothing is changed.

    Raises:
        DatasetError: if the folder has anything but parts of the wanted dataset.
    """
    names = {entry.name for entry in folder.iterdir()}
    known = {name for name in names if _UNFINISHED.fullmatch(name)}
    if MANIFEST not in names:
        _refuse_others(names - known)
        return wanted
    found = read_folder(folder)
    # A model that is the same but for its name is another one: the name is in the manifest.
    if other := difference(found.header, wanted.header):
        raise DatasetError(f"it differs in {other}")
    ours = {MANIFEST, *(chunk.file for chunk in found.chunks)}
    if not found.complete:
        ours.add(part_name(len(found.chunks)))  # written, but not yet in the manifest
    _refuse_others(names - known - ours)
    for chunk in found.chunks:
        _check(folder / chunk.file, chunk)
    return found


def _refuse_others(names: set[str]) -> None:
    if names:
        raise DatasetError(f"it holds `{min(names)}`, which is no part of the dataset")


def _check(path: Path, chunk: Chunk) -> None:
    """Compares a part with its hash, so that no number is taken from a damaged part, and none is written behind it."""
    try:
        if path.is_symlink() or path.stat().st_size != chunk.bytes:
            raise DatasetError(f"its {chunk.file} is damaged")
        with path.open("rb") as file:
            if hashlib.file_digest(file, "sha256").hexdigest() != chunk.sha256:
                raise DatasetError(f"its {chunk.file} is damaged")
    except FileNotFoundError:
        raise DatasetError(f"its {chunk.file} is missing") from None
    except OSError as error:
        raise DatasetError(f"its {chunk.file} cannot be read: {error.strerror}") from None


def remove_unfinished(folder: Path) -> None:
    """Removes what a killed process left."""
    for entry in sorted(folder.iterdir()):
        if _UNFINISHED.fullmatch(entry.name):
            entry.unlink()


def put_in_place(folder: Path, name: str, content: bytes | memoryview) -> str:
    """Writes a file beside its place, on the disk, and moves it there.

    Args:
        folder: of the dataset.
        name: of the file.
        content: all of it.

    Returns:
        The hash of the content.
    """
    fresh = folder / f".{name}.unfinished"
    fresh.unlink(missing_ok=True)
    # A link that somebody puts there meanwhile is an error, not a way out of the folder.
    handle = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o644)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        os.replace(fresh, folder / name)
    except BaseException:
        fresh.unlink(missing_ok=True)
        raise
    _sync(folder)
    return hashlib.sha256(content).hexdigest()


def _sync(folder: Path) -> None:
    """Makes renames in the folder last."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
