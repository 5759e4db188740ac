"""Compiled libraries and their cache."""

from __future__ import annotations

import fcntl
import hashlib
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from zmodel import native
from zmodel.native import BuildError

TRIVIAL = "int answer(void) { return 42; }\n"
EVIL = "int answer(void) { return 666; }\n"


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    return tmp_path / "zmodel"


@pytest.fixture
def compiler(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A program in the place of the compiler; it is written by the test."""
    path = tmp_path / "compiler"
    monkeypatch.setenv("CC", str(path))
    native._find_compiler.cache_clear()
    native._version.cache_clear()
    yield path
    native._find_compiler.cache_clear()
    native._version.cache_clear()


def script(path: Path, text: str) -> None:
    path.write_text(f'#!/bin/sh\nif [ "$1" = --version ]; then echo none; exit; fi\n{text}\n')
    path.chmod(0o755)


def built(cache: Path, text: str) -> bytes:
    """What the compiler makes of a text."""
    native.load_library(text, "made")
    (library,) = cache.glob("made-*.so")
    content = library.read_bytes()
    library.unlink()
    return content


def test_libraries_are_built_once(cache: Path) -> None:
    assert native.load_library(TRIVIAL, "test").answer() == 42
    (library,) = cache.iterdir()
    changed = library.stat().st_mtime_ns
    assert native.load_library(TRIVIAL, "test").answer() == 42
    assert library.stat().st_mtime_ns == changed
    assert cache.stat().st_mode & 0o077 == 0
    assert library.stat().st_mode & 0o077 == 0


def test_a_generous_umask_does_not_make_every_entry_a_miss(cache: Path) -> None:
    before = os.umask(0)
    try:
        native.load_library(TRIVIAL, "test")
    finally:
        os.umask(before)
    (library,) = cache.iterdir()
    assert native.find_entry(cache, library.name.rsplit("-", 1)[0], ".so") is not None


def test_a_clock_that_jumps_changes_nothing(cache: Path) -> None:
    native.load_library(TRIVIAL, "test")
    (library,) = cache.iterdir()
    for when in (0, 2**32):
        os.utime(library, (when, when))
        native.load_library(TRIVIAL, "test")
        assert library.stat().st_mtime == when


@pytest.mark.parametrize("damage", ["replaced", "cut short", "no library", "writable", "link", "pipe", "folder"])
def test_entries_that_are_not_what_was_built_are_built_again(cache: Path, damage: str) -> None:
    """Each in a process of its own, since libraries that are loaded once stay loaded."""
    evil = built(cache, EVIL)
    code = f"from zmodel import native; print(native.load_library({TRIVIAL!r}, 'test').answer())"
    native.load_library(TRIVIAL, "test")
    (library,) = cache.glob("test-*.so")
    good = library.read_bytes()
    elsewhere = cache.parent / "elsewhere.so"
    match damage:
        case "replaced":
            library.unlink()  # it is loaded, so the file itself must stay as it is
            library.write_bytes(evil)
            library.chmod(0o700)
        case "cut short":
            library.unlink()
            library.write_bytes(good[:1000])
            library.chmod(0o700)
        case "no library":
            fake = library.with_name(f"{library.name.rsplit('-', 1)[0]}-{hashlib.sha256(b'none').hexdigest()}.so")
            library.unlink()
            fake.write_bytes(b"none")
            fake.chmod(0o700)
        case "writable":
            library.chmod(0o722)
        case "link":
            elsewhere.write_bytes(evil)
            library.unlink()
            library.symlink_to(elsewhere)
        case "pipe":
            library.unlink()
            os.mkfifo(library)
        case "folder":
            library.unlink()
            library.mkdir()
            library = library.with_name("kept")
    done = subprocess.run(
        [sys.executable, "-c", code], env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}, capture_output=True
    )
    if damage == "folder":  # nothing of ours: it is not removed, and said
        assert b"cannot be kept" in done.stderr
        return
    assert done.stdout == b"42\n", done.stderr.decode()
    assert library.read_bytes() == good and library.stat().st_mode & 0o077 == 0 and not library.is_symlink()
    if damage == "link":
        assert elsewhere.read_bytes() == evil


def test_entries_of_others_are_not_loaded(cache: Path) -> None:
    native.load_library(TRIVIAL, "test")
    (library,) = cache.iterdir()
    try:
        os.chown(library, os.getuid() + 1, -1)
    except PermissionError:
        pytest.skip("only root can give files away")
    assert native.find_entry(cache, library.name.rsplit("-", 1)[0], ".so") is None


def test_errors_of_the_compiler(cache: Path) -> None:
    with pytest.raises(BuildError, match="failed"):
        native.load_library("this is no C\n", "test")
    assert not list(cache.iterdir())


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("exit 3", "failed"),
        ("exit 0", "gives no library and no error"),
        ("kill -9 $$", "stopped by signal 9"),
        (r"printf '\377\376'; printf '\377 wrong' >&2; exit 1", "wrong"),
        ('while [ "$1" != -o ]; do shift; done; echo rubbish >$2', "cannot be loaded"),
    ],
)
def test_compilers_that_fail(cache: Path, compiler: Path, text: str, message: str) -> None:
    script(compiler, text)
    with pytest.raises(BuildError, match=message):
        native.load_library(TRIVIAL, "test")
    assert not list(cache.glob(".*"))


def test_a_compiler_that_hangs(cache: Path, compiler: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    script(compiler, "exec sleep 100")
    native._version(str(compiler))
    monkeypatch.setattr(native, "TIMEOUT", 0.2)
    with pytest.raises(BuildError, match="timed out"):
        native.load_library(TRIVIAL, "test")
    assert not list(cache.iterdir())


def test_no_compiler(cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(cache))
    monkeypatch.setenv("CC", "no-such-compiler")
    native._find_compiler.cache_clear()
    try:
        with pytest.raises(BuildError, match="no C compiler"):
            native.load_library(TRIVIAL, "test")
    finally:
        native._find_compiler.cache_clear()


def test_folders_of_others_are_not_trusted(cache: Path) -> None:
    cache.mkdir()
    cache.chmod(0o777)
    with pytest.raises(BuildError, match="others"):
        native.load_library(TRIVIAL, "test")


def test_the_cache_is_no_link(cache: Path) -> None:
    target = cache.parent / "target"
    target.mkdir()
    cache.symlink_to(target)
    with pytest.raises(BuildError, match="symbolic link"):
        native.load_library(TRIVIAL, "test")
    assert not list(target.iterdir())


def test_no_folder_for_the_cache(cache: Path) -> None:
    cache.write_text("in the way")
    with pytest.raises(BuildError, match=r"no folder for compiled libraries.*\n.*XDG_CACHE_HOME"):
        native.load_library(TRIVIAL, "test")


def test_a_cache_that_cannot_be_written(cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> str:
        raise OSError(30, "Read-only file system")

    monkeypatch.setattr("zmodel.workshop.tempfile.mkdtemp", refuse)
    with pytest.raises(BuildError, match=r"cannot be kept in .*Read-only"):
        native.load_library(TRIVIAL, "test")


def test_what_killed_processes_left_is_removed_and_what_others_build_is_not(cache: Path) -> None:
    cache.mkdir(mode=0o700)
    dead, alive = cache / ".zmodel-build-dead", cache / ".zmodel-build-alive"
    for folder in (dead, alive):
        folder.mkdir()
        (folder / "library.c").write_text(TRIVIAL)
    handle = os.open(alive, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        native.load_library(TRIVIAL, "test")
        assert not dead.exists()
        assert (alive / "library.c").exists()
    finally:
        os.close(handle)
    native.load_library(TRIVIAL + "\n", "test")
    assert not alive.exists()


def test_processes_that_build_the_same_do_not_disturb_each_other(cache: Path) -> None:
    code = (
        "from zmodel import native\n"
        f"for i in range(3): assert native.load_library({TRIVIAL!r} + 'int n = %d;' % i, 'test').answer() == 42"
    )
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    running = [subprocess.Popen([sys.executable, "-c", code], env=environment, stderr=subprocess.PIPE) for _ in "1234"]
    assert [process.communicate()[1] for process in running] == [b""] * 4
    assert len(list(cache.iterdir())) == 3
