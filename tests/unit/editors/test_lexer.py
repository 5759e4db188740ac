"""The Pygments lexer against the compiler's own lexer and parser, token by token."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lark import Token
from pygments.lexers import get_lexer_by_name, get_lexer_for_filename
from pygments.token import Comment, Error, Keyword, Name, Number, Operator, Punctuation, String
from tests.helpers.colours import INVALID, VALID, coloured, file_id

from zmodel.editors.lexer import ZmodelLexer
from zmodel.editors.words import language_vocabulary, language_words
from zmodel.syntax.lexing import tokens
from zmodel.syntax.table import grammar_parser

WORDS = language_words()
CONTEXTUAL = {*WORDS.forms, *WORDS.domains, *WORDS.families, *WORDS.predicates}
BY_TERMINAL = {
    "INT": {Number.Integer},
    "DECIMAL": {Number.Float},
    "REPRESENTATION": {Number.Other},
    "UNKNOWN": {Name.Variable},
    "STRING": {String.Double},
}


def own_tokens(text: str) -> Iterator[Token]:
    """What the parser sees, keywords told apart from names by what it expects; line ends left out."""
    parser = grammar_parser().parse_interactive(start="start")
    for token in tokens(text, language_vocabulary(), parser.choices):
        parser.feed_token(token)
        if token.type != "_SEP":
            yield token


def allowed_kinds(token: Token) -> set[object]:
    """The kinds that Pygments may give to a token of ours."""
    if token.type in BY_TERMINAL:
        return BY_TERMINAL[token.type]
    if token.type == "NAME":
        for words, kind in (
            (WORDS.units, Keyword.Constant),
            (WORDS.functions, Name.Function),
            ((*WORDS.constants, *WORDS.matrices), Name.Constant),
        ):
            if token in words:
                return {kind}
        return {Name, Name.Class, Name.Namespace, *((Keyword.Type, Name.Builtin.Pseudo) if token in CONTEXTUAL else ())}
    if token in WORDS.operators:
        return {Name.Builtin}
    if token in WORDS.statements:
        return {Keyword.Declaration, Keyword} if token == "mass" else {Keyword.Declaration}
    return {Keyword} if token in WORDS.keywords else {Operator, Punctuation}


@pytest.mark.parametrize("path", VALID, ids=file_id)
def test_tokens_are_those_of_the_compiler(path: Path) -> None:
    text = path.read_bytes().decode("utf-8-sig")
    assert "".join(word for _, _, word in ZmodelLexer().get_tokens_unprocessed(text)) == text
    kinds = {position: (kind, word) for position, kind, word in coloured(text)}
    assert Error not in {kind for kind, _ in kinds.values()}
    for token in own_tokens(text):
        kind, word = kinds.pop(token.start_pos or 0)
        assert word == token
        assert kind in allowed_kinds(token), token
    assert all(kind is Comment.Single or word == ";" for kind, word in kinds.values())


def test_words_mean_something_in_their_place_only() -> None:
    text = (
        "mixing epsilon (Y, X) as eta\nparam real_, x : real\ngauge U = U(1) mass mass_U\n"
        "require forbidden diquark, Q U\npoint p { epsilon = eta*U }\nscalar diquark real (Y: U)\nmass m = U Q"
    )
    found = [(word, kind) for _, kind, word in coloured(text) if kind not in (Punctuation, Operator, Number.Integer)]
    assert found == [
        *[("mixing", Keyword.Declaration), ("epsilon", Keyword.Type), ("Y", Name), ("X", Name)],
        *[("as", Keyword), ("eta", Name)],
        *[("param", Keyword.Declaration), ("real_", Name.Class), ("x", Name), ("real", Keyword.Type)],
        *[("gauge", Keyword.Declaration), ("U", Name.Class), ("U", Keyword.Type), ("mass", Keyword), ("mass_U", Name)],
        *[("require", Keyword.Declaration), ("forbidden", Keyword), ("diquark", Name.Builtin.Pseudo)],
        *[("Q", Name), ("U", Name)],
        *[("point", Keyword.Declaration), ("p", Name.Class), ("epsilon", Name), ("eta", Name), ("U", Name)],
        *[("scalar", Keyword.Declaration), ("diquark", Name.Class), ("real", Keyword), ("Y", Name), ("U", Name)],
        *[("mass", Keyword.Declaration), ("m", Name.Class), ("U", Name), ("Q", Name)],
    ]


def test_an_open_bracket_does_not_spoil_what_follows() -> None:
    assert [kind for _, kind, word in coloured("scalar S (Y: 1\nmass m = bar(a) b") if word == "mass"] == [
        Keyword.Declaration
    ]


@pytest.mark.parametrize("path", INVALID, ids=file_id)
def test_files_with_mistakes_are_coloured_whole(path: Path) -> None:
    text = path.read_bytes().decode("utf-8-sig")
    assert "".join(word for _, _, word in ZmodelLexer().get_tokens_unprocessed(text)) == text


@given(st.text(alphabet=st.sampled_from('?=;#\n\r \t"()[]{}.,+aU1λ†$é\u0000')) | st.text())
def test_any_text_is_coloured_whole(text: str) -> None:
    assert "".join(word for _, _, word in ZmodelLexer().get_tokens_unprocessed(text)) == text


def test_pygments_finds_it() -> None:
    assert isinstance(get_lexer_by_name("zmodel"), ZmodelLexer)
    assert isinstance(get_lexer_for_filename("bm2.zmodel"), ZmodelLexer)
