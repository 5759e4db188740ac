"""Compiled libraries and their cache."""

from __future__ import annotations

from pathlib import Path

import pytest

from zmodel import native
from zmodel.native import BuildError

TRIVIAL = "int answer(void) { return 42; }\n"


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    return tmp_path / "zmodel"


def test_libraries_are_built_once(cache: Path) -> None:
    assert native.load_library(TRIVIAL, "test").answer() == 42
    (library,) = cache.iterdir()
    changed = library.stat().st_mtime_ns
    assert native.load_library(TRIVIAL, "test").answer() == 42
    assert library.stat().st_mtime_ns == changed
    assert cache.stat().st_mode & 0o077 == 0


def test_damaged_libraries_are_built_again(cache: Path) -> None:
    text = TRIVIAL.replace("42", "43")
    native.load_library(text, "test")
    (library,) = cache.iterdir()
    library.unlink()
    library.write_bytes(b"no library")
    assert native.load_library(text, "other").answer() == 43
    assert native.load_library(text, "test").answer() == 43


def test_errors_of_the_compiler(cache: Path) -> None:
    with pytest.raises(BuildError, match="failed"):
        native.load_library("this is no C\n", "test")
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
