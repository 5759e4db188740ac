"""`zmodel fmt`: files in place, standard input, `--check`, `--diff`, and files that must stay as they are."""

from __future__ import annotations

import io
import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from tests.helpers.command import Command

from zmodel.cli import files, fmt
from zmodel.resources import library_path

UGLY = "model  m # one\nparam a,b\n"
NICE = "model m  # one\nparam a, b\n"


@pytest.fixture
def ugly(tmp_path: Path) -> Path:
    path = tmp_path / "ugly.zmodel"
    path.write_bytes(UGLY.encode())
    return path


def give_input(monkeypatch: pytest.MonkeyPatch, data: bytes) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))


def test_in_place(zmodel: Command, ugly: Path) -> None:
    outcome = zmodel("fmt", str(ugly))
    assert (outcome.status, outcome.err) == (0, "")
    assert outcome.out == f"{ugly}: formatted\n"
    assert ugly.read_bytes() == NICE.encode()
    assert [path.name for path in ugly.parent.iterdir()] == ["ugly.zmodel"]


def test_a_formatted_file_is_not_written(zmodel: Command, ugly: Path) -> None:
    ugly.write_bytes(NICE.encode())
    before = ugly.stat()
    outcome = zmodel("fmt", str(ugly))
    assert (outcome.status, outcome.out, outcome.err) == (0, "", "")
    after = ugly.stat()
    assert (after.st_ino, after.st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


def test_permissions_and_links_stay(zmodel: Command, ugly: Path) -> None:
    ugly.chmod(0o640)
    folder = ugly.parent / "elsewhere"
    folder.mkdir()
    link = folder / "link.zmodel"
    link.symlink_to("../ugly.zmodel")
    assert zmodel("fmt", str(link)).status == 0
    assert link.is_symlink()
    assert ugly.read_bytes() == NICE.encode()
    assert stat.S_IMODE(ugly.stat().st_mode) == 0o640
    assert list(folder.iterdir()) == [link]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (b"model  m\r\nparam a", b"model m\r\nparam a\r\n"),
        (b"\xef\xbb\xbfmodel m\n", b"model m\n"),
        (b"model m", b"model m\n"),
        ("model m # ψ\tü\n".encode(), "model m  # ψ\tü\n".encode()),
    ],
)
def test_bytes(zmodel: Command, ugly: Path, before: bytes, after: bytes) -> None:
    ugly.write_bytes(before)
    assert zmodel("fmt", "--check", str(ugly)).status == 1
    assert zmodel("fmt", str(ugly)).status == 0
    assert ugly.read_bytes() == after
    assert zmodel("fmt", "--check", str(ugly)).status == 0


def test_check_names_files_and_writes_nothing(zmodel: Command, ugly: Path) -> None:
    nice = ugly.with_name("nice.zmodel")
    nice.write_bytes(NICE.encode())
    outcome = zmodel("fmt", "--check", str(nice), str(ugly))
    assert outcome.status == 1
    assert outcome.out == f"{ugly}: not formatted\n"
    assert ugly.read_bytes() == UGLY.encode()
    assert zmodel("fmt", "--check", str(nice)).status == 0


def test_diff_writes_nothing(zmodel: Command, ugly: Path) -> None:
    ugly.write_bytes(UGLY.rstrip().encode())
    outcome = zmodel("fmt", "--diff", str(ugly))
    assert outcome.status == 0
    assert outcome.out.splitlines() == [
        f"--- {ugly}",
        f"+++ {ugly} (formatted)",
        "@@ -1,2 +1,2 @@",
        "-model  m # one",
        "-param a,b",
        "\\ No newline at end of file",
        "+model m  # one",
        "+param a, b",
    ]
    assert ugly.read_bytes() == UGLY.rstrip().encode()
    assert zmodel("fmt", "--diff", "--check", str(ugly)).status == 1


def test_diff_has_colours_on_a_terminal(zmodel: Command, ugly: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fmt, "on_terminal", lambda stream: True)
    out = zmodel("fmt", "--diff", str(ugly)).out
    assert "\x1b[31m-model  m # one\x1b[0m" in out
    assert "\x1b[32m+model m  # one\x1b[0m" in out


def test_a_file_with_an_error_stays_and_others_do_not(zmodel: Command, ugly: Path) -> None:
    broken = ugly.with_name("broken.zmodel")
    broken.write_bytes(b"model  m\nparam (\n")
    outcome = zmodel("fmt", str(broken), "no_such_file.zmodel", str(ugly))
    assert outcome.status == 1
    assert "error[Z101]" in outcome.err
    assert "error[Z001]: cannot read no_such_file.zmodel" in outcome.err
    assert broken.read_bytes() == b"model  m\nparam (\n"
    assert ugly.read_bytes() == NICE.encode()


def test_names_need_not_be_right(zmodel: Command, ugly: Path) -> None:
    ugly.write_bytes(b"yukawa y=bar(Nobody)H  U")
    assert zmodel("fmt", str(ugly)).status == 0
    assert ugly.read_bytes() == b"yukawa y = bar(Nobody) H U\n"


def test_standard_input(zmodel: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    give_input(monkeypatch, UGLY.encode())
    written = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(written, write_through=True))
    assert zmodel("fmt", "-").status == 0
    assert written.getvalue() == NICE.encode()


def test_standard_input_with_an_error(zmodel: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    give_input(monkeypatch, b"model (")
    outcome = zmodel("fmt", "-")
    assert (outcome.status, outcome.out) == (1, "")
    assert "<standard input>:1:7" in outcome.err
    give_input(monkeypatch, b"\xff\xfe")
    assert "error[Z002]" in zmodel("fmt", "-").err


def test_check_of_standard_input(zmodel: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    give_input(monkeypatch, UGLY.encode())
    outcome = zmodel("fmt", "--check", "-")
    assert (outcome.status, outcome.out) == (1, "<standard input>: not formatted\n")


@pytest.mark.parametrize("arguments", [["fmt"], ["fmt", "-", "a.zmodel"], ["fmt", "--nonsense", "a.zmodel"]])
def test_wrong_usage(zmodel: Command, arguments: list[str]) -> None:
    outcome = zmodel(*arguments)
    assert outcome.status == 2
    assert "Usage" in outcome.err


def test_what_may_not_be_written_stays(zmodel: Command, ugly: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ugly.chmod(0o444)
    # Root may write everything, so the question is answered for it.
    monkeypatch.setattr(files.os, "access", lambda path, mode: mode != os.W_OK)
    outcome = zmodel("fmt", str(ugly))
    assert outcome.status == 1
    assert f"error[Z005]: cannot write {ugly}: it is read-only" in outcome.err
    assert ugly.read_bytes() == UGLY.encode()


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_what_is_no_plain_file_is_not_replaced(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with pytest.raises(files.DiagnosticError, match="not a plain file"):
        files.rewrite_file(pipe, NICE)
    assert stat.S_ISFIFO(pipe.stat().st_mode)


def test_a_write_that_fails_leaves_the_old_file(zmodel: Command, ugly: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*arguments: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(files.os, "replace", fail)
    outcome = zmodel("fmt", str(ugly))
    assert outcome.status == 1
    assert "error[Z005]" in outcome.err
    assert ugly.read_bytes() == UGLY.encode()
    assert [path.name for path in ugly.parent.iterdir()] == ["ugly.zmodel"]


def test_it_needs_no_heavy_package(ugly: Path) -> None:
    code = (
        "import sys; sys.argv = ['zmodel', 'fmt', '--diff', sys.argv[1]]\nfrom zmodel.cli import main\nmain()\n"
        "heavy = {'sympy', 'networkx', 'scipy', 'numpy', 'matplotlib', 'jinja2', 'rich'} & set(sys.modules)\n"
        "assert not heavy, heavy"
    )
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    done = subprocess.run([sys.executable, "-c", code, str(ugly)], capture_output=True, text=True, env=environment)
    assert done.returncode == 0, done.stderr


def test_the_library_is_formatted(zmodel: Command) -> None:
    outcome = zmodel("fmt", "--check", str(library_path() / "sm.zmodel"))
    assert (outcome.status, outcome.out) == (0, "")
