"""Offsets, lines and columns."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zmodel.source import SourceFile, Span

TEXTS = st.text(st.sampled_from("ab ψ\t\r\n\x0b\u2028\x85中\u0301")) | st.text()


@pytest.mark.parametrize(
    ("text", "offset", "place"),
    [
        ("", 0, (1, 1)),
        ("ab\ncd", 0, (1, 1)),
        ("ab\ncd", 2, (1, 3)),
        ("ab\ncd", 3, (2, 1)),
        ("ab\ncd", 5, (2, 3)),
        ("ab\n", 3, (2, 1)),
        ("ab\r\ncd", 2, (1, 3)),
        ("ab\r\ncd", 3, (1, 4)),
        ("ab\r\ncd", 4, (2, 1)),
        ("ab\rcd", 3, (2, 1)),
        ("a\n\r\n\rb", 5, (4, 1)),
        ("ψχ = 1", 3, (1, 4)),
    ],
)
def test_line_column(text: str, offset: int, place: tuple[int, int]) -> None:
    assert SourceFile("f", text).line_column(offset) == place


@pytest.mark.parametrize("offset", [-1, 3])
def test_line_column_outside_the_text(offset: int) -> None:
    with pytest.raises(ValueError, match="outside"):
        SourceFile("f", "ab").line_column(offset)


def test_line_text_is_without_its_line_end() -> None:
    file = SourceFile("f", "one\r\ntwo\rthree\n\nfive")
    assert [file.line_text(line) for line in range(1, 6)] == ["one", "two", "three", "", "five"]


def test_other_separators_do_not_end_a_line() -> None:
    assert SourceFile("f", "a\x0bb\x0cc\u2028d\x85e").line_starts == (0,)


@pytest.mark.parametrize("line", [-1, 0, 3])
def test_line_text_of_no_line(line: int) -> None:
    with pytest.raises(ValueError, match="no line"):
        SourceFile("f", "a\nb").line_text(line)


@given(TEXTS, st.data())
def test_line_column_round_trip(text: str, data: st.DataObject) -> None:
    file = SourceFile("f", text)
    offset = data.draw(st.integers(0, len(text)))
    line, column = file.line_column(offset)
    assert file.line_starts[line - 1] + column - 1 == offset


@given(TEXTS)
def test_places_grow_with_the_offset(text: str) -> None:
    file = SourceFile("f", text)
    places = [file.line_column(offset) for offset in range(len(text) + 1)]
    assert places == sorted(set(places))


@given(TEXTS)
def test_lines_are_the_text_split_at_its_line_ends(text: str) -> None:
    file = SourceFile("f", text)
    lines = [file.line_text(line) for line in range(1, len(file.line_starts) + 1)]
    assert lines == re.split(r"\r\n|\r|\n", text)


def test_span_knows_its_place_and_text() -> None:
    span = Span(SourceFile("f", "gauge X\nscalar φ"), 15, 16)
    assert (span.line, span.column, span.text) == (2, 8, "φ")


def test_empty_span_at_the_end() -> None:
    span = Span(SourceFile("f", "a\n"), 2, 2)
    assert (span.line, span.column, span.text) == (2, 1, "")


@pytest.mark.parametrize(("start", "end"), [(-1, 0), (2, 1), (0, 4), (4, 4)])
def test_span_must_fit_the_text(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="does not fit"):
        Span(SourceFile("f", "abc"), start, end)


def test_to_covers_both_in_any_order() -> None:
    file = SourceFile("f", "0123456789")
    left, right, around = Span(file, 1, 3), Span(file, 5, 8), Span(file, 0, 9)
    assert left.to(right) == right.to(left) == Span(file, 1, 8)
    assert left.to(around) == around.to(left) == around
    assert left.to(left) == left


def test_to_needs_one_file() -> None:
    with pytest.raises(ValueError, match="two files"):
        Span(SourceFile("f", "a"), 0, 1).to(Span(SourceFile("g", "a"), 0, 1))


def test_files_and_spans_are_values() -> None:
    left, right = (Span(SourceFile("f", "a\nb"), 2, 3) for _ in range(2))
    assert left.line == 2  # fills the table of one of them only
    assert left == right
    assert hash(left) == hash(right)
