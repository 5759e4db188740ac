"""Whole model files: those in good/ pass, those in bad/ say what is wrong with them, letter by letter."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.conftest import Golden

from zmodel.diagnostics import CODES, Diagnostic, render
from zmodel.driver import Analysis, analyse
from zmodel.model import LoadError, library_loader
from zmodel.source import SourceFile
from zmodel.syntax import format_tree, parse

FOLDER = Path(__file__).parent
GOOD = sorted((FOLDER / "good").glob("*.zmodel"))
BAD = sorted((FOLDER / "bad").glob("*.zmodel"))
WIDTH = 100


def analyse_file(path: Path) -> tuple[Analysis | None, tuple[Diagnostic, ...]]:
    """Analyses a file whose name, and the names of those it uses, are shown relative to its folder."""

    def read(used: str, importer: SourceFile) -> SourceFile:
        name = (Path(importer.name).parent / used).as_posix()
        try:
            return SourceFile(name, (path.parent / name).read_bytes().decode())
        except FileNotFoundError:
            raise LoadError("Z119", f"there is no file {name}") from None

    return analyse(SourceFile(path.name, path.read_bytes().decode()), library_loader(read))


@pytest.mark.parametrize("path", GOOD, ids=lambda path: path.stem)
def test_good_files_pass(path: Path) -> None:
    analysis, diagnostics = analyse_file(path)
    assert analysis is not None, render(diagnostics, colour=False, width=WIDTH)


@pytest.mark.parametrize("path", [*GOOD, *(FOLDER / "good" / "parts").glob("*.zmodel")], ids=lambda path: path.stem)
def test_good_files_are_what_their_layout_says(path: Path) -> None:
    tree, diagnostics = parse(SourceFile(path.name, path.read_bytes().decode()))
    assert tree is not None, diagnostics
    text = format_tree(tree)
    again, _ = parse(SourceFile(path.name, text))
    assert again == tree
    assert format_tree(again) == text


@pytest.mark.parametrize("path", BAD, ids=lambda path: path.stem)
def test_bad_files_say_what_is_wrong(path: Path, golden: Golden) -> None:
    analysis, diagnostics = analyse_file(path)
    assert analysis is None
    golden(path.with_suffix(".expected"), render(diagnostics, colour=False, width=WIDTH) + "\n")


@pytest.mark.parametrize("path", BAD, ids=lambda path: path.stem)
def test_bad_files_are_named_after_their_code(path: Path) -> None:
    code = path.stem.split("_")[0].upper()
    errors = {item.code for item in analyse_file(path)[1] if item.severity == "error"}
    assert code in errors or (code == "SEVERAL" and len(errors) > 1)


def test_every_code_of_the_language_has_a_bad_file() -> None:
    wanted = {code for code, entry in CODES.items() if code[:2] in ("Z1", "Z2", "Z3") and entry.severity == "error"}
    found = {item.code for path in BAD for item in analyse_file(path)[1]}
    assert wanted <= found


def test_no_other_expected_output_lies_around() -> None:
    assert {path.stem for path in (FOLDER / "bad").glob("*.expected")} == {path.stem for path in BAD}
