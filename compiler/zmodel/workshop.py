"""Places beside their goal where files are made, so that they appear whole and in one step, and nothing else stays."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

_WORKSHOP = ".zmodel-build-"


def put_in_place(path: Path, content: bytes, mode: int = 0o644) -> None:
    """Puts a file in place, on the disk; an old one stays whole until the new one is.

    Args:
        path: of the file.
        content: of the file.
        mode: permissions of the new file, whatever the umask says.

    Raises:
        OSError: if the file cannot be written.
    """
    with workshop(path.parent) as place:
        fresh = place / "file"
        with fresh.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())  # before it takes the place of the old one
        fresh.chmod(mode)
        os.replace(fresh, path)


@contextmanager
def workshop(folder: Path) -> Iterator[Path]:
    """A folder inside another one to make something in; what killed processes left of theirs is removed.

    Raises:
        OSError: if there can be none.
    """
    _remove_abandoned(folder)
    place, lock = _locked_folder(folder)
    try:
        yield place
    finally:
        shutil.rmtree(place, ignore_errors=True)
        os.close(lock)


def _locked_folder(folder: Path) -> tuple[Path, int]:
    """A new folder and the handle that locks it; the system unlocks it when the process ends, in whatever way."""
    while True:
        place = Path(tempfile.mkdtemp(prefix=_WORKSHOP, dir=folder))
        with suppress(FileNotFoundError, BlockingIOError):  # another process took it for abandoned before it was locked
            lock = os.open(place, os.O_RDONLY)
            try:
                _lock(lock)
                if place.exists():
                    return place, os.dup(lock)  # holds the same lock
            finally:
                os.close(lock)


def _remove_abandoned(folder: Path) -> None:
    for place in folder.glob(f"{_WORKSHOP}*"):
        with suppress(OSError):  # in use, or gone meanwhile
            handle = os.open(place, os.O_RDONLY | os.O_NOFOLLOW)
            try:
                if _lock(handle):
                    shutil.rmtree(place, ignore_errors=True)
            finally:
                os.close(handle)


def _lock(handle: int) -> bool:
    """Locks a file; False where there are no locks.

    Raises:
        BlockingIOError: if another process holds the lock.
    """
    try:
        import fcntl
    except ImportError:
        return False
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        raise
    except OSError:  # some file systems of networks have none
        return False
    return True
