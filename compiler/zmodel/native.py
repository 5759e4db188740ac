"""Compiles C to a shared library and keeps it in a private cache, by content.

The name of an entry of the cache ends in the hash of what is in it, and it is read only if it is a plain file of the
user's own that nobody else may write to. So whatever is damaged, cut short or put there by others is a miss, and an
entry appears in one step.
"""

from __future__ import annotations

import ctypes
import hashlib
import os
import platform
import shutil
import stat
import subprocess
from collections.abc import Sequence
from contextlib import suppress
from functools import lru_cache
from pathlib import Path

from zmodel.workshop import workshop

FLAGS = ("-std=c11", "-O3", "-funroll-loops", "-shared", "-fPIC")
CACHE_VERSION = 2
TIMEOUT = 120
"""Seconds that a compiler may take."""

_OTHERS_WRITE = stat.S_IWGRP | stat.S_IWOTH


class BuildError(Exception):
    """There is no C compiler, or it fails."""


def thread_count() -> int:
    """Processors that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def load_library(source: str, name: str, flags: Sequence[str] = ()) -> ctypes.CDLL:
    """Loads C source as a shared library; it is compiled once per user, compiler, processor and content.

    Args:
        source: of the library.
        name: first part of the file's name.
        flags: of the compiler, besides `FLAGS`.

    Raises:
        BuildError: if it cannot be compiled or loaded.
    """
    compiler = _find_compiler()
    words = (str(CACHE_VERSION), _version(compiler), _processor(), *FLAGS, *flags, source)
    key = hashlib.sha256("\0".join(words).encode()).hexdigest()
    start = f"{name}-{key[:32]}"
    folder = cache_folder()
    found = find_entry(folder, start, ".so")
    if found is not None:
        try:
            return ctypes.CDLL(str(found[0]))
        except OSError:
            found[0].unlink(missing_ok=True)  # of another system: a miss
    try:
        with workshop(folder) as place:
            library = keep_entry(_compile(compiler, source, place, flags), folder, start, ".so")
    except OSError as error:
        raise BuildError(f"the compiled library cannot be kept in {folder}: {error.strerror}") from error
    try:
        return ctypes.CDLL(str(library))
    except OSError as error:
        raise BuildError(f"the compiled library cannot be loaded: {error}") from error


# ------------------------------------------------------------------ the cache
def cache_folder() -> Path:
    """The folder of the cache, which nobody else may write to.

    Raises:
        BuildError: if there is none.
    """
    base = os.environ.get("XDG_CACHE_HOME")
    try:
        folder = (Path(base) if base else Path.home() / ".cache") / "zmodel"
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        status = folder.lstat()
    except (OSError, RuntimeError, ValueError) as error:  # no home, or no name of a folder
        reason = getattr(error, "strerror", None) or error
        hint = "name a folder of your own in the environment variable XDG_CACHE_HOME"
        raise BuildError(f"no folder for compiled libraries: {reason}\n{hint}") from error
    if not stat.S_ISDIR(status.st_mode):
        raise BuildError(f"{folder} is a symbolic link, so no library is loaded from it")
    if status.st_uid != os.getuid() or status.st_mode & _OTHERS_WRITE:
        raise BuildError(f"{folder} can be written to by others, so no library is loaded from it")
    return folder


def find_entry(folder: Path, start: str, suffix: str) -> tuple[Path, bytes] | None:
    """An entry of the cache and what is in it, or None; entries that are not what their names say are removed."""
    try:
        names = sorted(entry.name for entry in os.scandir(folder))
    except OSError:
        return None
    for name in names:
        if name.startswith(f"{start}-") and name.endswith(suffix):
            content = _own_content(folder / name)
            if content is not None and name == _entry_name(start, content, suffix):
                return folder / name, content
            with suppress(OSError):
                (folder / name).unlink()
    return None


def keep_entry(built: Path, folder: Path, start: str, suffix: str) -> Path:
    """Moves a file into the cache.

    Raises:
        OSError: if it cannot be moved.
    """
    target = folder / _entry_name(start, built.read_bytes(), suffix)
    built.chmod(0o700)  # whatever the umask says
    os.replace(built, target)
    return target


def _entry_name(start: str, content: bytes, suffix: str) -> str:
    return f"{start}-{hashlib.sha256(content).hexdigest()}{suffix}"


def _own_content(path: Path) -> bytes | None:
    """What is in a plain file that belongs to the user and that nobody else may write to; else None."""
    try:
        # Not to wait for a pipe that somebody put there.
        handle = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
        with os.fdopen(handle, "rb") as file:
            status = os.fstat(handle)
            if not stat.S_ISREG(status.st_mode) or status.st_uid != os.getuid() or status.st_mode & _OTHERS_WRITE:
                return None
            return file.read()
    except OSError:
        return None


# ------------------------------------------------------------------ the compiler
@lru_cache(maxsize=1)
def _find_compiler() -> str:
    wanted = os.environ.get("CC") or "cc"
    for name in (wanted, "gcc", "clang"):
        found = shutil.which(name)
        if found is not None:
            return found
    raise BuildError("no C compiler: install gcc or clang, or name one in the environment variable CC")


@lru_cache(maxsize=4)
def _version(compiler: str) -> str:
    return _run([compiler, "--version"])


@lru_cache(maxsize=1)
def _processor() -> str:
    """What the processor can do: a home folder may be shared by machines of which not all run the same library."""
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="ascii", errors="replace").splitlines()
    except OSError:
        lines = []
    features = next((line for line in lines if line.startswith(("flags", "Features"))), "")
    return f"{platform.machine()} {features}"


def _compile(compiler: str, source: str, place: Path, flags: Sequence[str]) -> Path:
    """The library that the compiler builds in a folder."""
    text, built = place / "library.c", place / "library.so"
    text.write_text(source, encoding="utf-8")
    _run([compiler, *FLAGS, *flags, str(text), "-o", str(built), "-lm"])
    if not built.is_file():
        raise BuildError(f"the C compiler {compiler} gives no library and no error")
    return built


def _run(command: list[str]) -> str:
    try:
        done = subprocess.run(command, capture_output=True, timeout=TIMEOUT, check=False)
    except (OSError, subprocess.TimeoutExpired) as error:
        raise BuildError(f"the C compiler cannot be run: {error}") from error
    # What a compiler says need not be text in the user's encoding.
    out, err = (part.decode(errors="replace") for part in (done.stdout, done.stderr))
    if done.returncode < 0:
        raise BuildError(f"the C compiler was stopped by signal {-done.returncode}\n{err.strip()}".rstrip())
    if done.returncode:
        raise BuildError(f"the C compiler failed:\n{err.strip()}")
    return out
