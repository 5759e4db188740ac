"""Texts that are being written."""

import pytest

from zmodel.syntax.partial import expected_after, inside_comment_or_text, loose_tokens, statement_start

TEXT = """model m   # a title; no more
scalar H (SU2L: 2,
  Y: 1/2)  vev v; scalar S
potential {
  m2 = dag(H) H
  l = (dag(H) H)^2
}
yukawa Y = bar(Q H
fermion N right
"""


@pytest.mark.parametrize(
    ("within", "begins"),
    [
        ("title", "model"),
        ("Y: 1", "scalar H"),
        ("lar S", "scalar S"),
        ("l = ", "potential"),
        ("(Q H", "yukawa"),
        ("right", "fermion N"),
    ],
)
def test_where_a_statement_begins(within: str, begins: str) -> None:
    start = statement_start(TEXT, TEXT.index(within) + 2)
    assert TEXT[start:].startswith(begins)


def test_a_statement_can_begin_behind_the_last_one() -> None:
    assert statement_start("model m\n\n", 9) == 9
    assert statement_start("", 0) == 0
    assert statement_start("model m; sc", 11) == 9


@pytest.mark.parametrize(
    ("before", "words"),
    [
        ("", {"model", "fermion", "yukawa"}),
        ("fermion N[3] ", {"left", "right"}),
        ("scalar S ", {"real", "vev", "("}),
        ("gauge X = U(1) ", {"coupling", "boson", "mass"}),
        ("require ", {"anomaly_free", "allowed", "forbidden"}),
        ("require allowed Yu ", {"diagonal", "column", "entry", "all"}),
        ("yukawa Y = bar(Q) H D ", {"keep", ":"}),
        ("use sm { ", {"except"}),
    ],
)
def test_what_can_come_next(before: str, words: set[str]) -> None:
    assert words <= expected_after(before)


@pytest.mark.parametrize("wrong", ["fermion fermion = ", ")", "let x = $", "(" * 100])
def test_nothing_comes_after_what_is_wrong(wrong: str) -> None:
    assert expected_after(wrong) == frozenset()


def test_comments_and_texts_in_quotes() -> None:
    assert inside_comment_or_text('use "a', 6) == '"'
    assert inside_comment_or_text('use "a" # b', 11) == "#"
    assert inside_comment_or_text('use "a#b" ', 10) == ""
    assert inside_comment_or_text("# a\nuse ", 8) == ""


def test_loose_tokens_pass_over_what_is_none() -> None:
    assert [str(token) for token in loose_tokens("a $ 1/2 𝔛 b")] == ["a", "1", "/", "2", "b"]
