"""A lexer for Pygments, and so for rich, Sphinx and notebooks.

Its tokens are those of the compiler's own lexer, whose regular expressions it uses. What a word means is seen from the
statement that it stands in; a statement word at the beginning of a line always begins a statement, so that colours
stay right below a bracket that is still open.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from pygments.lexer import Lexer
from pygments.token import Comment, Error, Keyword, Name, Number, Operator, Punctuation, String, Whitespace

from zmodel.editors.words import Words, language_vocabulary, language_words

# Pygments has no types of its own.
_Kind = Any

_KINDS: dict[str, _Kind] = {
    "REPRESENTATION": Number.Other,
    "DECIMAL": Number.Float,
    "INT": Number.Integer,
    "UNKNOWN": Name.Variable,
    "STRING": String.Double,
    "COMMENT": Comment.Single,
    "WHITESPACE": Whitespace,
    "BYTE_ORDER_MARK": Whitespace,
    "SIGN": Operator,
    "COMPARISON": Operator,
    "TIMES_OR_OVER": Operator,
}
_OPERATORS = frozenset("*/^=†")
_PIECES = re.compile(r"#[^\r\n]*|;|[^#;]+")


class ZmodelLexer(Lexer):  # type: ignore[misc]  # Pygments has no types
    """Colours `.zmodel` files; Pygments finds it by the name `zmodel`."""

    name = "zmodel"
    aliases = ("zmodel",)
    filenames = ("*.zmodel",)

    def get_tokens_unprocessed(self, text: str) -> Iterator[tuple[int, _Kind, str]]:
        """Yields position, kind and text of each token; together they are the text."""
        pattern = language_vocabulary().pattern
        place = _Place(language_words())
        position = 0
        while position < len(text):
            match = pattern.match(text, position)
            if match is None:
                yield position, Error, text[position]
                position += 1
                continue
            yield from place.tokens(position, str(match.lastgroup), match.group())
            position = match.end()


@dataclass
class _Place:
    """Where in a file the next token stands.

    Attributes:
        words: of the language.
        statement: the first word of the statement, empty before it.
        previous: the token before this one, comments and spaces left out.
        at_line_start: whether it is the first of its line.
        depth: how many brackets are open.
    """

    words: Words
    statement: str = ""
    previous: str = ""
    at_line_start: bool = True
    depth: int = 0
    _by_word: dict[str, _Kind] = field(init=False)

    def __post_init__(self) -> None:
        self._by_word = {
            **dict.fromkeys(self.words.matrices, Name.Constant),
            **dict.fromkeys(self.words.keywords, Keyword),
            **dict.fromkeys(self.words.statements, Keyword),
            **dict.fromkeys(self.words.operators, Name.Builtin),
            **dict.fromkeys(self.words.connectives, Operator.Word),
            **dict.fromkeys(self.words.functions, Name.Function),
            **dict.fromkeys(self.words.constants, Name.Constant),
            **dict.fromkeys(self.words.units, Keyword.Constant),
        }

    def tokens(self, position: int, terminal: str, word: str) -> Iterator[tuple[int, _Kind, str]]:
        """A token of our own lexer as one or, for separators, several of Pygments'."""
        if terminal == "_SEP":
            yield from self._separator(position, word)
            return
        if terminal == "NAME":
            yield position, self._name(word), word
        elif terminal in _KINDS:
            yield position, _KINDS[terminal], word
        else:
            yield position, Operator if word in _OPERATORS else Punctuation, word
        if terminal in ("WHITESPACE", "COMMENT", "BYTE_ORDER_MARK"):
            return
        self.depth = max(self.depth + (word in "([{") - (word in ")]}"), 0)
        self.previous, self.at_line_start = word, False

    def _separator(self, position: int, text: str) -> Iterator[tuple[int, _Kind, str]]:
        for piece in _PIECES.finditer(text):
            kind = {"#": Comment.Single, ";": Punctuation}.get(piece.group()[0], Whitespace)
            yield position + piece.start(), kind, piece.group()
        self.previous, self.at_line_start = "", True
        if self.depth == 0:
            self.statement = ""

    def _name(self, word: str) -> _Kind:
        if self.at_line_start and word in self.words.statements:
            self.statement, self.depth = word, 0
            return Keyword.Declaration
        if self.previous == self.statement and self.statement in self.words.declaring:
            return Name.Namespace if self.statement == "model" else Name.Class
        if word in self._contextual():
            return Name.Builtin.Pseudo if self.statement == "require" else Keyword.Type
        return self._by_word.get(word, Name)

    def _contextual(self) -> tuple[str, ...]:
        """The words that mean something only here."""
        match self.statement, self.previous:
            case "mixing", "mixing":
                return self.words.forms
            case "param", ":":
                return self.words.domains
            case "gauge" | "global", "=":
                return self.words.families
            case "require", _:
                return self.words.predicates
            case _:
                return ()
