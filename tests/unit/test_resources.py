"""Finding the data folders, and never leaving them."""

import zipfile
from collections.abc import Callable
from importlib.resources.abc import Traversable
from pathlib import Path

import pytest

from zmodel import resources
from zmodel.resources import ResourceError, library_path, list_names, read_text


def fill(root: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return root


@pytest.fixture
def use_roots(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    def use(*roots: Traversable) -> None:
        monkeypatch.setattr(resources, "_roots", lambda: roots)

    return use


def test_the_real_folders_are_found() -> None:
    assert "start:" in read_text("grammar", "zmodel.lark")
    assert "zmodel.lark" in list_names("grammar")
    assert library_path().is_dir()


def test_reads_utf8(tmp_path: Path, use_roots: Callable[..., None]) -> None:
    use_roots(fill(tmp_path, {"templates/c/module.h.jinja": "ψ†"}))
    assert read_text("templates", "c", "module.h.jinja") == "ψ†"


def test_the_package_comes_before_the_checkout(tmp_path: Path, use_roots: Callable[..., None]) -> None:
    package = fill(tmp_path / "package", {"grammar/a": "package"})
    checkout = fill(tmp_path / "checkout", {"grammar/a": "checkout", "templates/t": "checkout"})
    use_roots(package, checkout)
    assert read_text("grammar", "a") == "package"
    assert read_text("templates", "t") == "checkout"


def test_a_folder_is_taken_from_one_place_only(tmp_path: Path, use_roots: Callable[..., None]) -> None:
    package = fill(tmp_path / "package", {"grammar/a": ""})
    checkout = fill(tmp_path / "checkout", {"grammar/stale": ""})
    use_roots(package, checkout)
    assert list_names("grammar") == ("a",)
    with pytest.raises(ResourceError):
        read_text("grammar", "stale")


def test_names_are_sorted_and_not_hidden(tmp_path: Path, use_roots: Callable[..., None]) -> None:
    names = ("b.zmodel", "B.zmodel", "a/x", ".git/x", "__pycache__/x")
    use_roots(fill(tmp_path, {f"model_files/{name}": "" for name in names}))
    assert list_names("model_files") == ("B.zmodel", "a", "b.zmodel")


def test_an_archive_is_read_but_has_no_library_path(tmp_path: Path, use_roots: Callable[..., None]) -> None:
    with zipfile.ZipFile(tmp_path / "package.zip", "w") as archive:
        archive.writestr("model_files/lib/sm.zmodel", "model sm")
    with zipfile.ZipFile(tmp_path / "package.zip") as archive:
        use_roots(zipfile.Path(archive))
        assert read_text("model_files", "lib", "sm.zmodel") == "model sm"
        assert list_names("model_files", "lib") == ("sm.zmodel",)
        with pytest.raises(ResourceError, match="on disk"):
            library_path()


@pytest.mark.parametrize("part", ["", ".", "..", "/", "/etc", "a/b", "..\\x", "a\\b", "C:", "C:x", "x\0y"])
def test_names_cannot_lead_out(part: str, tmp_path: Path, use_roots: Callable[..., None]) -> None:
    use_roots(fill(tmp_path, {"grammar/a/b": "", "secret": ""}))
    for parts in ((part,), ("a", part), (part, "secret")):
        with pytest.raises(ResourceError, match="not the name"):
            read_text("grammar", *parts)
        with pytest.raises(ResourceError, match="not the name"):
            list_names("grammar", *parts)


@pytest.mark.parametrize("folder", ["", ".", "..", "compiler", "generated", "/etc", "grammar/..", "Grammar"])
def test_only_the_data_folders_are_known(folder: str) -> None:
    with pytest.raises(ResourceError, match="no data folder"):
        list_names(folder)


def test_what_is_missing_is_named(tmp_path: Path, use_roots: Callable[..., None]) -> None:
    use_roots(fill(tmp_path, {"grammar/file": ""}))
    with pytest.raises(ResourceError, match=r"grammar/none\.lark"):
        read_text("grammar", "none.lark")
    with pytest.raises(ResourceError, match=r"no data file grammar$"):
        read_text("grammar")
    with pytest.raises(ResourceError, match="grammar/file"):
        list_names("grammar", "file")
    with pytest.raises(ResourceError, match="not installed completely"):
        read_text("templates", "t")
    with pytest.raises(ResourceError, match="not installed completely"):
        library_path()


def test_a_resource_error_is_a_lookup_error() -> None:
    assert issubclass(ResourceError, LookupError)
