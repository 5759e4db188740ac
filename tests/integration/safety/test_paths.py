"""Input and output stay in their folders, and nothing of the user's is lost or waited for."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from zmodel.cli.files import exchange, write_file, write_folder
from zmodel.diagnostics import DiagnosticError
from zmodel.files import file_loader, read_source
from zmodel.model import LoadError
from zmodel.source import SourceFile


def refused(folder: Path, files: dict[str, str]) -> str:
    """The code of the diagnostic; nothing has changed."""
    before = sorted((path.relative_to(folder.parent), path.lstat().st_ino) for path in folder.parent.rglob("*"))
    with pytest.raises(DiagnosticError) as caught:
        write_folder(folder, files)
    after = sorted((path.relative_to(folder.parent), path.lstat().st_ino) for path in folder.parent.rglob("*"))
    assert after == before
    return caught.value.diagnostics[0].code


def test_folders_with_anything_else_are_not_replaced(tmp_path: Path) -> None:
    """A stranger's model file may be called Documents."""
    folder = tmp_path / "Documents"
    folder.mkdir()
    (folder / "thesis.tex").write_text("years of work")
    assert refused(folder, {"Documents.c": "new"}) == "Z005"
    assert (folder / "thesis.tex").read_text() == "years of work"
    (folder / "thesis.tex").unlink()
    write_folder(folder, {"Documents.c": "new"})
    write_folder(folder, {"Documents.h": "newer"}, {"Documents.c"})
    assert [path.name for path in folder.iterdir()] == ["Documents.h"]


def test_output_does_not_follow_links(tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    out = tmp_path / "out"
    out.mkdir()
    for target in (elsewhere, tmp_path / "missing"):
        (out / "m").symlink_to(target)
        assert refused(out / "m", {"m.c": "text"}) == "Z006"
        (out / "m").unlink()
    assert not list(elsewhere.iterdir())


def test_a_file_takes_the_place_of_a_link(tmp_path: Path) -> None:
    target, link = tmp_path / "target", tmp_path / "link"
    target.write_text("old")
    link.symlink_to(target)
    write_file(link, "new")
    assert target.read_text() == "old" and link.read_text() == "new" and not link.is_symlink()


@pytest.mark.parametrize("kind", ["pipe", "folder", "device"])
def test_what_is_no_file_is_not_replaced(tmp_path: Path, kind: str) -> None:
    path = tmp_path / "output"
    match kind:
        case "pipe":
            os.mkfifo(path)
        case "folder":
            path.mkdir()
        case "device":
            path.symlink_to("/dev/null")
    with pytest.raises(DiagnosticError, match="Z005"):
        write_file(path, "text")
    assert [item.name for item in tmp_path.iterdir()] == ["output"]
    assert Path("/dev/null").is_char_device()


def test_folders_are_exchanged_in_one_step(tmp_path: Path) -> None:
    first, second = tmp_path / "first", tmp_path / "second"
    first.mkdir()
    second.mkdir()
    (first / "a").touch()
    if not exchange(first, second):
        pytest.skip("this system cannot exchange folders")
    assert not list(first.iterdir()) and [path.name for path in second.iterdir()] == ["a"]


def test_systems_that_cannot_exchange_rename_twice(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("zmodel.cli.files.exchange", lambda *_: False)
    folder = tmp_path / "m"
    for text in ("old", "new"):
        write_folder(folder, {"m.c": text})
    assert (folder / "m.c").read_text() == "new"
    assert [path.name for path in tmp_path.iterdir()] == ["m"]


# ------------------------------------------------------------------ use
@pytest.mark.parametrize(
    "kind", ["pipe", "folder", "link out", "link to a folder outside", "circle", "long", "../ in a link"]
)
def test_what_use_does_not_read(tmp_path: Path, kind: str) -> None:
    inner = tmp_path / "inner"
    inner.mkdir()
    (tmp_path / "secret.zmodel").write_text("model secret\n")
    name = "x.zmodel"
    match kind:
        case "pipe":
            os.mkfifo(inner / name)
        case "folder":
            (inner / name).mkdir()
        case "link out":
            (inner / name).symlink_to(tmp_path / "secret.zmodel")
        case "link to a folder outside":
            (inner / "sub").symlink_to(tmp_path)
            name = "sub/secret.zmodel"
        case "circle":
            (inner / name).symlink_to(inner / name)
        case "long":
            name = "ψ" * 150 + ".zmodel"
        case "../ in a link":
            (inner / name).symlink_to("../secret.zmodel")
    with pytest.raises(LoadError) as caught:
        file_loader()(name, True, SourceFile(str(inner / "main.zmodel"), ""))
    assert caught.value.code in ("Z001", "Z006")
    assert "secret\n" not in caught.value.message


def test_input_without_end(tmp_path: Path) -> None:
    with pytest.raises(DiagnosticError, match="Z003"):
        read_source(Path("/dev/zero"), "zero")
