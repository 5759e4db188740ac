"""Formatting keeps what a file says, its comments and its blank lines, and formatting twice is formatting once."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.helpers.layout import BREAKS, SEPARATORS, formatted, respaced
from tests.helpers.resolving import parse_text
from tests.helpers.syntax_trees import TREES

from zmodel.diagnostics import DiagnosticError
from zmodel.resources import library_path
from zmodel.source import SourceFile
from zmodel.syntax import ast, format_tree, layout, parse

ROOT = Path(__file__).parents[4]
MODEL_FILES = sorted(library_path().parent.rglob("*.zmodel"))
GOOD = sorted((ROOT / "tests" / "good").rglob("*.zmodel"))
BAD = sorted((ROOT / "tests" / "bad").rglob("*.zmodel"))
PAGES = [ROOT / "grammar" / "README.md", ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
_BLOCK = re.compile(r"^```zmodel\n(.*?)^```", re.MULTILINE | re.DOTALL)
BLOCKS = [(path, block) for path in PAGES for block in _BLOCK.findall(path.read_text(encoding="utf-8"))]


def comment_lines(text: str) -> list[str]:
    """Comments of a text that has no `#` in quotes."""
    return [line.partition("#")[2].rstrip() for line in text.splitlines() if "#" in line]


def assert_only_the_layout_changes(text: str) -> str:
    """Formats a text and tests what must hold for all texts."""
    result = formatted(text)
    assert parse_text(result) == parse_text(text)
    assert formatted(result) == result
    lines = result.replace("\r\n", "\n").split("\n")
    assert lines.pop() == ""
    assert not any(line != line.rstrip() for line in lines)
    assert not any(a == b == "" for a, b in pairwise(lines))
    assert not lines or (lines[0] and lines[-1])
    return result


@pytest.mark.parametrize("path", [*MODEL_FILES, *GOOD], ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_of_every_model_file_only_the_layout_changes(path: Path) -> None:
    text = path.read_bytes().decode()
    result = assert_only_the_layout_changes(text)
    assert comment_lines(result) == comment_lines(text)


@pytest.mark.parametrize("path", MODEL_FILES, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_model_files_are_formatted(path: Path) -> None:
    text = path.read_bytes().decode()
    assert formatted(text) == text, f"run: zmodel fmt {path.relative_to(library_path().parent.parent)}"


def test_examples_of_the_language_reference_are_formatted() -> None:
    blocks = [block for path, block in BLOCKS if path == ROOT / "grammar" / "README.md"]
    assert len(blocks) > 5
    assert [formatted(block) for block in blocks] == blocks


def test_every_block_of_the_documentation_and_every_file_with_other_mistakes() -> None:
    texts = [block for _, block in BLOCKS] + [path.read_bytes().decode() for path in BAD]
    assert len(BLOCKS) > 8
    seen = 0
    for text in texts:
        if parse(SourceFile("block.zmodel", text))[0] is not None:
            assert_only_the_layout_changes(text)
            seen += 1
    assert seen > 45


@given(TREES, st.data())
@settings(max_examples=50)
def test_comments_and_blank_lines_anywhere(tree: ast.SyntaxTree, data: st.DataObject) -> None:
    drawn: list[str] = []

    def draw(strategy: st.SearchStrategy[str]) -> str:
        drawn.append(data.draw(strategy))
        return drawn[-1]

    text = respaced(format_tree(tree), draw, SEPARATORS, BREAKS)
    assert parse_text(text) == tree
    result = assert_only_the_layout_changes(text)
    comments = iter(line.strip() for piece in drawn for line in piece.splitlines() if "#" in line)
    rest = result
    for comment in comments:
        _, found, rest = rest.partition(comment[comment.index("#") :])
        assert found, comment


@given(TREES, st.data())
@settings(max_examples=25)
def test_spaces_of_the_author_make_no_difference(tree: ast.SyntaxTree, data: st.DataObject) -> None:
    text = format_tree(tree)
    assert formatted(respaced(text, data.draw)) == formatted(text)


# ------------------------------------------------------------------ one by one
@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("", ""),
        ("\n\n", ""),
        ("# only this", "# only this\n"),
        ("\ufeffmodel m", "model m\n"),
        ("model m\r\nparam a\r\n\r\n", "model m\r\nparam a\r\n"),
        ("model m\nparam a\r\n", "model m\nparam a\n"),
        ("model m\rparam a", "model m\nparam a\n"),
        ("\tmodel\tm\t# x\t", "model m  # x\n"),
        ("let λ=a·b−1", "let λ = a·b − 1\n"),
        ("let x = 1.50e-3*.5", "let x = 1.50e-3*.5\n"),
        ("let x = ((a))", "let x = ((a))\n"),
        ("let x = - a^ - 2", "let x = -a^-2\n"),
        (["let x = f( a ,b )", " 1"][0], "let x = f(a, b)\n"),
        ("let x = (a<1 and not b or c>= 2 GeV)", "let x = (a < 1 and not b or c >= 2 GeV)\n"),
        ("rotation Q . up=V†*W·U/2", "rotation Q.up = V† * W · U/2\n"),
        ("rotation Q.up = f(V * W)", "rotation Q.up = f(V*W)\n"),
        ("mass m = -2 / 3*H*K^2*(H K)", "mass m = -2/3*H * K^2 * (H K)\n"),
        ("require allowed Yu entry( 1 ,2 ),N N column 2 only", "require allowed Yu entry (1,2), N N column 2 only\n"),
        ("search X in - 10 .. 10", "search X in -10..10\n"),
        ("scalar H vev f (a)", "scalar H  vev f(a)\n"),
        ("scalar H (X: - 1)vev(a,b)", "scalar H (X: -1)  vev (a, b)\n"),
        ("param a:real", "param a : real\n"),
        ("small a order 2,b", "small a order 2, b\n"),
        ("breaking b { C=cc( G [1,2] );D }", "breaking b { C = cc(G[1, 2]); D }\n"),
        ("point p{};", "point p {}\n"),
        ("point p{;}", "point p {}\n"),
        ("point p {\n\n}", "point p {}\n"),
        ("point p { # why\n}", "point p {  # why\n}\n"),
        ("param a; point p {\n a = 1 }; param b", "param a\npoint p {\n  a = 1\n}\nparam b\n"),
        ("use sm { except H,Yu }", "use sm { except H, Yu }\n"),
    ],
)
def test_small_things(written: str, expected: str) -> None:
    assert formatted(written) == expected
    assert formatted(expected) == expected


def test_a_syntax_error_is_that_of_the_parser() -> None:
    with pytest.raises(DiagnosticError) as caught:
        formatted("model m (")
    assert [item.code for item in caught.value.diagnostics] == ["Z101"]


def test_a_result_that_says_something_else_is_never_handed_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(layout, "with_comments", lambda lines: ["model other"])
    with pytest.raises(layout.LayoutError):
        formatted("model m")
    monkeypatch.setattr(layout, "with_comments", lambda lines: ["model m"])
    with pytest.raises(layout.LayoutError):
        formatted("model m # a comment")


def test_long_lines_end_where_they_can() -> None:
    charges = ", ".join(f"parameter_{number}" for number in range(30))
    result = formatted(f"fermion Q[30] left (SU3c: 3, X: [{charges}])\nparam {charges}")
    *fields, params = result.splitlines()
    assert max(map(len, fields)) <= 120
    assert len(params) > 120


def test_a_matrix_beside_other_entries_stays_on_its_line() -> None:
    matrix = "[[" + ", ".join(["1000000000"] * 4) + "], [" + ", ".join(["200000000"] * 4) + "]]"
    text = formatted(f"point p {{\naaaaaa = 1; M = {matrix}\nbbbbbbbbbbbb = 22; c = 3\nN={matrix}\n}}")
    assert text.splitlines()[1:4] == [
        f"  aaaaaa = 1;  M = {matrix}",
        "  bbbbbbbbbbbb = 22;  c = 3",
        f"  N = {matrix}",
    ]
    assert formatted(text) == text


def test_many_lines_take_no_time_that_grows_with_their_square() -> None:
    # 12000 words are the most that a file may have; a table of all of them must not take forever.
    block = "\n".join(f"x{number} = {number}; y{number} = {number % 7}" for number in range(1200))
    assert formatted(f"point p {{\n{block}\n}}").count("\n") == 1202
