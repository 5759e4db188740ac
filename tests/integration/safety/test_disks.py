"""Full disks and folders that may not be written: a clear message, old output as it was, and going on later."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.helpers.datasets import contents
from tests.integration.safety.test_kills import ATLAS, MODEL

FULL = Path("/dev/full")


def run(*arguments: str, largest_file: int | None = None, stdout: Path | None = None) -> tuple[int, str]:
    """Status and errors of a command, with files that cannot grow beyond a size, as on a disk that is full."""
    limit: Callable[[], None] | None = None
    if largest_file is not None:
        size = largest_file

        def limit() -> None:
            resource.setrlimit(resource.RLIMIT_FSIZE, (size, resource.RLIM_INFINITY))

    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    with (stdout or Path(os.devnull)).open("wb") as out:
        done = subprocess.run(
            [sys.executable, "-m", "zmodel", *arguments],
            stdout=out,
            stderr=subprocess.PIPE,
            text=True,
            env=environment,
            preexec_fn=limit,
        )
    assert "Traceback" not in done.stderr and "Z004" not in done.stderr, done.stderr
    return done.returncode, done.stderr


@pytest.fixture
def model(tmp_path: Path) -> Path:
    path = tmp_path / "tiny.zmodel"
    path.write_text(MODEL)
    return path


def test_compile_on_a_full_disk(model: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    command = ("compile", str(model), "-o", str(out))
    status, _ = run(*command)
    assert status == 0
    before = contents(out / "tiny")
    model.write_text(MODEL.replace("TITLE", "new"))
    status, errors = run(*command, largest_file=2000)
    assert status == 1 and "error[Z005]" in errors and "File too large" in errors
    assert contents(out / "tiny") == before
    assert [path.name for path in out.iterdir()] == ["tiny"]


def test_a_dataset_on_a_full_disk_goes_on_later(tmp_path: Path) -> None:
    model, folder = tmp_path / "tiny.zmodel", tmp_path / "data"
    model.write_text(ATLAS)
    command = ("atlas", str(model), "--max-charge", "8", "-o", str(folder))
    whole = tmp_path / "whole"
    assert run(*command[:-1], str(whole))[0] == 0  # and compiles
    status, errors = run(*command, largest_file=1500)
    assert status == 1 and "error[Z005]" in errors and "File too large" in errors
    assert not [path.name for path in folder.glob(".*")] if folder.exists() else True
    assert run(*command)[0] == 0
    assert contents(folder) == contents(whole)


def test_no_room_for_what_is_printed(model: Path) -> None:
    if not FULL.is_char_device():
        pytest.skip("this system has no /dev/full")
    status, errors = run("check", str(model), stdout=FULL)
    assert status == 1 and "error[Z005]: cannot write output: No space left on device" in errors


def test_no_room_for_the_compiled_search(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    model = tmp_path / "tiny.zmodel"
    model.write_text(ATLAS)
    status, errors = run("atlas", str(model), "--max-charge", "50", "-o", str(tmp_path / "data"), largest_file=1000)
    assert status == 1 and "error[Z410]" in errors
    assert not list((tmp_path / "cache" / "zmodel").iterdir())
    assert not (tmp_path / "data").exists()


def test_folders_that_may_not_be_written(model: Path, tmp_path: Path) -> None:
    if not os.geteuid():
        pytest.skip("root may write everywhere")
    folder = tmp_path / "out"
    folder.mkdir(mode=0o500)
    status, errors = run("compile", str(model), "-o", str(folder))
    assert status == 1 and "error[Z005]" in errors and "Permission denied" in errors
