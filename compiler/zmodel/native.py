"""Compiles C to a shared library and keeps it in a private cache, by content."""

from __future__ import annotations

import ctypes
import hashlib
import os
import platform
import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

FLAGS = ("-std=c11", "-O3", "-funroll-loops", "-shared", "-fPIC")
CACHE_VERSION = 1
TIMEOUT = 120
"""Seconds that a compiler may take."""


class BuildError(Exception):
    """There is no C compiler, or it fails."""


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
    library = cache_folder() / f"{name}-{key[:32]}.so"
    if library.is_file():
        try:
            return ctypes.CDLL(str(library))
        except OSError:
            library.unlink(missing_ok=True)  # damaged: a miss
    _compile(compiler, source, library, flags)
    try:
        return ctypes.CDLL(str(library))
    except OSError as error:
        raise BuildError(f"the compiled library cannot be loaded: {error}") from error


def cache_folder() -> Path:
    """The folder of compiled libraries, which nobody else may write to.

    Raises:
        BuildError: if there is none.
    """
    base = os.environ.get("XDG_CACHE_HOME")
    folder = (Path(base) if base else Path.home() / ".cache") / "zmodel"
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        status = folder.stat()
    except OSError as error:
        raise BuildError(f"no folder for compiled libraries: {error}") from error
    if status.st_uid != os.getuid() or status.st_mode & 0o022:
        raise BuildError(f"{folder} can be written to by others, so no library is loaded from it")
    return folder


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


def _compile(compiler: str, source: str, library: Path, flags: Sequence[str]) -> None:
    with tempfile.TemporaryDirectory(dir=library.parent) as folder:
        text, built = Path(folder) / "library.c", Path(folder) / "library.so"
        text.write_text(source, encoding="utf-8")
        _run([compiler, *FLAGS, *flags, str(text), "-o", str(built), "-lm"])
        os.replace(built, library)


def _run(command: list[str]) -> str:
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=TIMEOUT, check=False)
    except (OSError, subprocess.TimeoutExpired) as error:
        raise BuildError(f"the C compiler cannot be run: {error}") from error
    if done.returncode:
        raise BuildError(f"the C compiler failed:\n{done.stderr.strip()}")
    return done.stdout
