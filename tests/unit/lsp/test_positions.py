"""Columns in UTF-16."""

from hypothesis import given
from hypothesis import strategies as st

from zmodel.lsp.positions import offset_at, position_at, utf16_length
from zmodel.source import SourceFile

TEXTS = st.text(st.sampled_from("a λ𝔛😀\n\r\t\x0c\u2028"), max_size=40)


@given(TEXTS)
def test_every_place_comes_back(text: str) -> None:
    file = SourceFile("f", text)
    for offset in range(len(text) + 1):
        line, character = position_at(file, offset)
        start = file.line_starts[line]
        assert character == len(text[start:offset].encode("utf-16-le")) // 2
        in_line_end = text[offset - 1 : offset + 1] == "\r\n"
        assert offset_at(file, line, character) == (offset - 1 if in_line_end else offset)


@given(TEXTS, st.integers(-5, 60), st.integers(-5, 60))
def test_every_position_is_a_place(text: str, line: int, character: int) -> None:
    assert 0 <= offset_at(SourceFile("f", text), line, character) <= len(text)


def test_a_column_within_a_character() -> None:
    assert offset_at(SourceFile("f", "𝔛x"), 0, 1) == 0
    assert utf16_length("𝔛x") == 3
    assert position_at(SourceFile("f", "ab"), 99) == (0, 2)
