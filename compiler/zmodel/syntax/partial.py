"""What can be said about a text that is being written and does not parse: its tokens, and what may come next."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lark import Token
from lark.exceptions import UnexpectedToken

from zmodel.syntax.lexing import TokenLimitError, UnexpectedCharacterError, tokens
from zmodel.syntax.parser import FIRST_WORDS, known_vocabulary
from zmodel.syntax.table import grammar_parser

_CLOSING = {"LPAR": "RPAR", "LSQB": "RSQB", "LBRACE": "RBRACE"}
_UNFINISHED = re.compile(r'(?:[^#"]|"[^"]*")*(?P<rest>[#"]?)')


def loose_tokens(text: str, position: int = 0, end: int | None = None) -> Iterator[Token]:
    """All tokens of a text, or of a stretch of it, keywords as names; where none begins, a character is passed over."""
    known = known_vocabulary()
    end = len(text) if end is None else end
    while position < end:
        match = known.pattern.match(text, position, end)
        if match is None:
            position += 1
            continue
        start, position = match.span()
        if match.lastgroup not in known.ignored:
            yield Token(str(match.lastgroup), match.group(), start, end_pos=position)


def statement_start(text: str, offset: int) -> int:
    """Where the statement begins that a place lies in, or that could begin there.

    A line that looks like a new statement is one, whatever is still open before it.
    """
    start = _line_start(text, offset)
    while start > 0 and not FIRST_WORDS.match(text, start, offset):
        start = _line_start(text, start - 1)
    open_brackets: list[str] = []
    begin = start
    for token in loose_tokens(text, start, offset):
        if token.type in _CLOSING:
            open_brackets.append(_CLOSING[token.type])
        elif open_brackets and token.type == open_brackets[-1]:
            open_brackets.pop()
        elif token.type == "_SEP" and not open_brackets:
            begin = int(token.end_pos or 0)
    return begin


def _line_start(text: str, offset: int) -> int:
    return max(text.rfind("\n", 0, offset), text.rfind("\r", 0, offset)) + 1


def inside_comment_or_text(text: str, offset: int) -> str:
    """`#` if a place lies in a comment, `"` if in a text in quotes, else nothing."""
    match = _UNFINISHED.match(text[_line_start(text, offset) : offset])
    return match.group("rest") if match else ""


def expected_after(text: str) -> frozenset[str]:
    """The terminals that can come after the beginning of a statement: literals as they are written, others by name.

    Empty if no statement begins like this.
    """
    parser = grammar_parser().parse_interactive(start="start")
    known = known_vocabulary()
    try:
        for token in tokens(text, known, parser.choices):
            parser.feed_token(token)
    except (TokenLimitError, UnexpectedCharacterError, UnexpectedToken):
        return frozenset()
    written = {name: word for word, name in known.literals.items()}
    return frozenset(written.get(name, name) for name in parser.accepts())  # type: ignore[no-untyped-call]  # lark's has none
