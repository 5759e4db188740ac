"""Where `use` finds files."""

from __future__ import annotations

import pytest

from zmodel import resources
from zmodel.model import LoadError, library_loader
from zmodel.model.library import check_path, library_names
from zmodel.source import SourceFile

IMPORTER = SourceFile("folder/main.zmodel", "")


def read(path: str, importer: SourceFile) -> SourceFile:
    return SourceFile(f"{importer.name}>{path}", "scalar s")


def test_library_files_by_name() -> None:
    file = library_loader()("sm", False, IMPORTER)
    assert file.name == "model_files/lib/sm.zmodel"
    assert file.text == resources.read_text("model_files", "lib", "sm.zmodel")
    assert "sm" in library_names()


def test_unknown_library_names_get_a_suggestion() -> None:
    with pytest.raises(LoadError) as caught:
        library_loader()("smm", False, IMPORTER)
    assert (caught.value.code, caught.value.hints) == ("Z119", ("did you mean `sm`?",))
    with pytest.raises(LoadError) as caught:
        library_loader()("zzzzzzzz", False, IMPORTER)
    assert "sm" in caught.value.hints[0]


def test_paths_are_read_by_the_caller() -> None:
    assert library_loader(read)("./dark//x.zmodel", True, IMPORTER).name == "folder/main.zmodel>dark/x.zmodel"


def test_without_a_reader_there_is_only_the_library() -> None:
    with pytest.raises(LoadError) as caught:
        library_loader()("x.zmodel", True, IMPORTER)
    assert caught.value.code == "Z119"


@pytest.mark.parametrize(
    ("path", "plain"),
    [
        ("x.zmodel", "x.zmodel"),
        ("a/b/x.zmodel", "a/b/x.zmodel"),
        ("./a/./x.zmodel", "a/x.zmodel"),
        ("..x.zmodel", "..x.zmodel"),
        ("ψ x.zmodel", "ψ x.zmodel"),
        ("x.zmodel/", "x.zmodel"),
    ],
)
def test_paths_in_the_folder(path: str, plain: str) -> None:
    assert check_path(path) == plain


@pytest.mark.parametrize(
    "path",
    [
        "../x.zmodel",
        "a/../x.zmodel",
        "a/../../x.zmodel",
        "..",
        "/etc/x.zmodel",
        "//host/x.zmodel",
        "~/x.zmodel",
        "C:x.zmodel",
        "C:\\x.zmodel",
        "..\\x.zmodel",
        "file:x.zmodel",
    ],
)
def test_paths_that_leave_the_folder(path: str) -> None:
    with pytest.raises(LoadError) as caught:
        library_loader(read)(path, True, IMPORTER)
    assert caught.value.code == "Z006"


@pytest.mark.parametrize(
    "path",
    ["", ".", "x", "x.txt", "x.zmodel.py", ".zmodel", "a/.zmodel", "x\0.zmodel", "x" * 300 + ".zmodel"],
)
def test_paths_that_name_no_model_file(path: str) -> None:
    with pytest.raises(LoadError) as caught:
        library_loader(read)(path, True, IMPORTER)
    assert caught.value.code == "Z119"
