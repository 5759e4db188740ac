"""What is said about texts that are no model files, and how long that takes."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.helpers.patience import patience
from tests.helpers.resolving import FILE, parse_text, syntax_error

from zmodel.limits import DEFAULT
from zmodel.source import SourceFile
from zmodel.syntax import parse
from zmodel.syntax.parser import STATEMENTS

SECONDS = 1.0


@pytest.mark.parametrize(
    ("text", "code", "line", "column", "message"),
    [
        ("gauge X U(1) coupling gX", "Z101", 1, 9, "unexpected `U`"),
        ("model m\nfoo bar", "Z101", 2, 1, "unexpected `foo`"),
        ("fermion Q[3]\nmodel m", "Z101", 1, 13, "the line ends too early"),
        ("yukawa Y =", "Z101", 1, 11, "the file ends in the middle of a statement"),
        ("param x$y : rational", "Z102", 1, 8, "unexpected character `$`"),
        ("model m\0", "Z102", 1, 8, "unexpected character `U+0000`"),
        ("scalar H (SU2L: 2, Y: 1/2", "Z103", 1, 10, "`(` is never closed"),
        ("scalar H (SU2L: 2\ngauge X = U(1)", "Z103", 1, 10, "`(` is never closed"),
        ("potential {\n a = H\nrequire anomaly_free", "Z103", 1, 11, "`{` is never closed"),
        ("fermion Q left (X: [1, 2)", "Z103", 1, 25, "unexpected `)`"),
        ("model m }", "Z103", 1, 9, "unexpected `}`"),
        ('model m "title\nuse sm', "Z105", 1, 9, "a text in quotes does not end on its line"),
    ],
)
def test_errors(text: str, code: str, line: int, column: int, message: str) -> None:
    error = syntax_error(text)
    assert error.span is not None
    assert (error.code, error.span.line, error.span.column, error.message) == (code, line, column, message)


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("yukwa Y = bar(Q) H D", "did you mean `yukawa`?"),
        ("fermion Q lef", "did you mean `left`?"),
        ("gauge X = U(1) bosn X", "did you mean `boson`?"),
        ("require allow Y", "did you mean `allowed`?"),
        ("zzz", "a statement begins with one of " + ", ".join(STATEMENTS)),
    ],
)
def test_misspelt_keywords_get_a_suggestion(text: str, hint: str) -> None:
    assert syntax_error(text).hints == (hint,)


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("gauge X U(1)", "expected `=`"),
        ("mixing eta (Y X)", "expected `,`"),
        ("let x = ", "expected an expression"),
        ("yukawa y = ", "expected a term"),
        ("(", "expected a statement"),
        ("small v_h order", "expected a whole number"),
        ("search X in 1..", "expected `+` or `-` or a whole number"),
    ],
)
def test_what_could_have_stood_there(text: str, label: str) -> None:
    assert syntax_error(text).label == label


def test_the_other_end_of_a_bracket_is_shown() -> None:
    error = syntax_error("fermion Q left (X: [1, 2)")
    assert [(span.text, label) for span, label in error.related] == [("[", "`[` is opened here")]
    error = syntax_error("scalar H (SU2L: 2\ngauge X = U(1)")
    assert [(span.text, label) for span, label in error.related] == [("gauge", "a new statement begins")]


def test_brackets_in_comments_and_texts_do_not_count() -> None:
    error = syntax_error('model m "(" # [\nparam a,')
    assert error.code == "Z101"


def test_a_name_that_is_a_keyword_does_not_end_a_block() -> None:
    parse_text("potential {\n mass = H† H\n let = H^2\n}")


@pytest.mark.parametrize("text", ["", "\n", "# comment", "\n\n;;\n", "\ufeff", "   "])
def test_empty_files(text: str) -> None:
    assert parse_text(text).statements == ()


# ------------------------------------------------------------------ hostile input
HOSTILE = {
    "open brackets": "(" * DEFAULT.file_size,
    "open brackets in an expression": "let x = " + "(" * 900_000,
    "open squares": "let x = " + "[" * 900_000,
    "a long sum": "let x = " + "a+" * 499_990 + "a",
    "a long list": "fermion N[3] left (X: [" + "1," * 100_000 + "1])",
    "many statements": "let x = 1\n" * 90_000,
    "line ends": "\n" * DEFAULT.file_size,
    "semicolons": ";" * DEFAULT.file_size,
    "blanks": " " * DEFAULT.file_size,
    "blanks and semicolons": " ;" * (DEFAULT.file_size // 2),
    "one comment": "#" * DEFAULT.file_size,
    "comments": "#\n" * (DEFAULT.file_size // 2),
    "quotes": '"' * DEFAULT.file_size,
    "an open text": 'model m "' + "a" * 900_000,
    "digits": "let x = " + "1" * 900_000,
    "digits and a letter": "let x = " + "1" * 900_000 + "a",
    "a long exponent": "let x = 1e" + "1" * 900_000,
    "a long name": "let x = " + "a" * 900_000,
    "daggers": "potential { a = H" + "†" * 900_000 + " }",
    "operators": "potential { a = " + "dag(" * 200_000,
    "too large": "a" * (DEFAULT.file_size + 1),
    "zeros": "\0" * DEFAULT.file_size,
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_input_is_answered(text: str) -> None:
    parse_text("model warm_up")
    with patience():
        tree, diagnostics = parse(SourceFile(FILE, text))
    assert (tree is None) == bool(diagnostics)
    assert all(item.span is not None for item in diagnostics)


def test_size_limits_are_reported_as_such() -> None:
    assert syntax_error(HOSTILE["too large"]).code == "Z003"
    error = syntax_error(HOSTILE["a long sum"])
    assert (error.code, error.message) == ("Z003", f"the file has more than {DEFAULT.words} words and symbols")


def test_a_file_of_the_largest_size_is_parsed() -> None:
    parse_text("param a\n" * (DEFAULT.words // 3))


@pytest.mark.parametrize("seed", range(5))
def test_bytes_that_are_no_text(seed: int) -> None:
    data = random.Random(seed).randbytes(50_000)
    assert syntax_error(data.decode("latin-1")).span is not None


WORDS = [*STATEMENTS, "left", "as", "keep", "3bar", "1e5", "?", "?q", "..", "†", '"t"', *"()[]{}=:,^*/+-.;#\n\r\tψQ1"]


@given(st.lists(st.sampled_from(WORDS), max_size=30), st.sampled_from(["", " "]))
def test_any_sequence_of_words_gives_a_tree_or_a_place(words: list[str], glue: str) -> None:
    tree, diagnostics = parse(SourceFile(FILE, glue.join(words)))
    assert (tree is None) == (len(diagnostics) == 1)
    assert all(item.span is not None and item.severity == "error" for item in diagnostics)


@given(st.text(max_size=60))
def test_any_text_gives_a_tree_or_a_place(text: str) -> None:
    tree, diagnostics = parse(SourceFile(FILE, text))
    assert (tree is None) == (len(diagnostics) == 1)
    assert all(item.span is not None for item in diagnostics)
