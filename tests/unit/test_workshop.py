"""Files appear whole and in one step, and what killed processes left goes."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from zmodel.figures import draw
from zmodel.workshop import put_in_place, workshop

KILLED = """
import pathlib, sys
from zmodel.workshop import workshop
with workshop(pathlib.Path(sys.argv[1])) as place:
    (place / "file").write_bytes(b"half of")
    print("ready", flush=True)
    sys.stdin.read()
"""


def test_what_a_killed_process_left_is_removed_by_the_next_one(tmp_path: Path) -> None:
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    command = [sys.executable, "-c", KILLED, str(tmp_path)]
    with subprocess.Popen(command, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None and process.stdout.readline() == b"ready\n"
        # While it lives its folder is its own.
        put_in_place(tmp_path / "other", b"new")
        assert len(list(tmp_path.iterdir())) == 2
        process.kill()
    put_in_place(tmp_path / "file", b"new")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["file", "other"]


def test_an_old_file_stays_until_the_new_one_is_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "file"
    put_in_place(path, b"old")

    def fail(*_: object) -> None:
        raise OSError("no space")

    monkeypatch.setattr("zmodel.workshop.os.fsync", fail)
    with pytest.raises(OSError, match="no space"):
        put_in_place(path, b"new")
    assert path.read_bytes() == b"old" and list(tmp_path.iterdir()) == [path]


def test_figures_leave_nothing_else(tmp_path: Path) -> None:
    """Not what a killed process left, and nothing of a figure that cannot be drawn."""
    pytest.importorskip("matplotlib")
    (tmp_path / ".zmodel-build-dead").mkdir()
    path = tmp_path / "figure.svg"
    draw(path, 1, 1, lambda figure: None)
    before = path.read_bytes()
    assert list(tmp_path.iterdir()) == [path]

    def paint(figure: Any) -> None:
        raise ValueError("nothing to paint")

    with pytest.raises(ValueError, match="nothing to paint"):
        draw(path, 1, 1, paint)
    assert list(tmp_path.iterdir()) == [path] and path.read_bytes() == before


def test_workshops_do_not_disturb_each_other(tmp_path: Path) -> None:
    with workshop(tmp_path) as first, workshop(tmp_path) as second:
        assert first != second and first.is_dir() and second.is_dir()
    assert not list(tmp_path.iterdir())
