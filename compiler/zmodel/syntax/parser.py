"""Text to AST, or the diagnostics that say why not. Every error of lark ends here."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal, cast

from lark import Token
from lark.exceptions import UnexpectedToken

from zmodel.diagnostics import Diagnostic, Edit, did_you_mean
from zmodel.limits import DEFAULT, Limits, hint
from zmodel.source import SourceFile, Span
from zmodel.syntax import ast
from zmodel.syntax.builder import build_ast
from zmodel.syntax.lexing import (
    TokenLimitError,
    UnexpectedCharacterError,
    Vocabulary,
    semicolon,
    tokens,
    vocabulary,
)
from zmodel.syntax.table import grammar_parser

# The first word of each statement.
STATEMENTS = (
    *("model", "use", "gauge", "global", "mixing", "fermion", "scalar", "vector", "yukawa", "mass", "potential"),
    *("charges", "param", "let", "require", "point", "rotation", "small", "integrate", "search", "breaking"),
)

Start = Literal["start", "condition", "quantity", "target"]

# What a terminal of the grammar is called where it is no literal text.
_TOKEN_NAMES = {
    "_SEP": "the end of the statement",
    "$END": "the end of the file",
    "NAME": "a name",
    "INT": "a whole number",
    "DECIMAL": "a decimal number",
    "STRING": 'a text in "quotes"',
    "UNKNOWN": "an unknown `?`",
    "REPRESENTATION": "a representation such as 3bar",
    "SIGN": "`+` or `-`",
    "TIMES_OR_OVER": "`*` or `/`",
    "COMPARISON": "a comparison such as `<`",
}
_MAX_EXPECTED = 6
_MAX_SHOWN = 40
_QUOTED_OR_BRACKET = re.compile(r'#[^\r\n]*|"[^"\r\n]*"|[()\[\]{}]')
# A line that begins like a statement, with more than the word `mass` or `vector` that a block may hold as a name.
FIRST_WORDS = re.compile(rf'[ \t]*(?:{"|".join(STATEMENTS)})[ \t]+[\w"{{]')
_WORD = re.compile(r"[\w.]+")
_CLOSING = {"(": ")", "[": "]", "{": "}"}


def parse(file: SourceFile, limits: Limits = DEFAULT) -> tuple[ast.SyntaxTree | None, tuple[Diagnostic, ...]]:
    """Parses one file.

    Args:
        file: the source; its name is what diagnostics show.
        limits: how large the file and what is in it may be.

    Returns:
        The tree and no diagnostics, or None and the first syntax error.
    """
    return _parse_file(file, [], limits)


def parse_with_tokens(
    file: SourceFile, limits: Limits = DEFAULT
) -> tuple[ast.SyntaxTree | None, tuple[Token, ...], tuple[Diagnostic, ...]]:
    """Parses one file, and tells the tokens that the parser has seen, those between statements included.

    Args:
        file: the source.
        limits: how large it may be.

    Returns:
        The tree, its tokens and no diagnostics, or None, nothing and the first syntax error.
    """
    seen: list[Token] = []
    tree, diagnostics = _parse_file(file, seen, limits)
    return tree, tuple(seen) if tree is not None else (), diagnostics


def parse_condition(file: SourceFile) -> tuple[ast.Condition | None, tuple[Diagnostic, ...]]:
    """Parses a condition such as `alpha(lambda) < 0 and not pole`."""
    found, diagnostics = _parse(file, "condition")
    return cast(ast.Condition | None, found), diagnostics


def parse_quantity(file: SourceFile) -> tuple[ast.Quantity | None, tuple[Diagnostic, ...]]:
    """Parses an expression with an optional unit, such as `10^-0.5` or `5 TeV`."""
    found, diagnostics = _parse(file, "quantity")
    return cast(ast.Quantity | None, found), diagnostics


def parse_target(file: SourceFile) -> tuple[ast.Target | None, tuple[Diagnostic, ...]]:
    """Parses what a number is given to, such as `g1`, `Yd[2,3]` or `alpha(y)`."""
    found, diagnostics = _parse(file, "target")
    return cast(ast.Target | None, found), diagnostics


def _parse_file(
    file: SourceFile, seen: list[Token], limits: Limits
) -> tuple[ast.SyntaxTree | None, tuple[Diagnostic, ...]]:
    if len(file.text) > limits.file_size:
        message = f"the file has {len(file.text)} characters, the limit is {limits.file_size}"
        return None, (Diagnostic("Z003", message, Span(file, 0, 0), hints=(hint("file_size"),)),)
    found, diagnostics = _parse(file, "start", seen, limits)
    return (None if found is None else cast(ast.SyntaxTree, found)), diagnostics


def _parse(
    file: SourceFile, start: Start, seen: list[Token] | None = None, limits: Limits = DEFAULT
) -> tuple[object, tuple[Diagnostic, ...]]:
    """The AST of a whole text, or None and the first syntax error; the tokens are added to those seen."""
    seen = [] if seen is None else seen
    parser = grammar_parser().parse_interactive(start=start)
    try:
        for token in tokens(file.text, known_vocabulary(), parser.choices, limits):
            parser.feed_token(token)
            seen.append(token)
        tree = parser.feed_token(Token("$END", ""))
    except TokenLimitError as error:
        hints = (hint(error.limit),) if error.limit else ()
        return None, (Diagnostic(error.code, error.message, _token_span(file, error.token), hints=hints),)
    except UnexpectedCharacterError as error:
        return None, (_unexpected_character(file, error.position),)
    except UnexpectedToken as error:
        expected = parser.accepts() or error.expected  # type: ignore[no-untyped-call]  # lark's has none
        return None, (_unexpected_token(file, error.token, expected),)
    return build_ast(tree, file), ()


@lru_cache(maxsize=1)
def known_vocabulary() -> Vocabulary:
    """What the lexer knows of the grammar."""
    parser = grammar_parser()
    return vocabulary(parser.terminals, parser.lexer_conf.ignore)


def _token_span(file: SourceFile, token: Token) -> Span:
    if token.type == "$END":
        return Span(file, len(file.text), len(file.text))
    start = token.start_pos or 0
    if token.type != "_SEP":
        return Span(file, start, start + len(token))
    start += semicolon(token) or 0
    return Span(file, start, start + 1)


# ------------------------------------------------------------------ what the lexer refuses
def _unexpected_character(file: SourceFile, start: int) -> Diagnostic:
    char = file.text[start]
    span = Span(file, start, start + 1)
    if char == '"':
        message = "a text in quotes does not end on its line"
        end = start + len(file.line_text(span.line)) - span.column + 1
        fixes = (Edit(Span(file, end, end), '"'),)
        return Diagnostic("Z105", message, span, hints=('close it with `"`',), fixes=fixes)
    word = _WORD.match(file.text, start)
    if word and char in "0123456789":
        message = f"`{_shorten(word.group())}` is neither a number nor a name"
        hint = "put a space between a number and its unit, and `*` between the factors of a product"
        return Diagnostic("Z101", message, Span(file, start, word.end()), hints=(hint,))
    shown = char if char.isprintable() else f"U+{ord(char):04X}"
    return Diagnostic("Z102", f"unexpected character `{shown}`", span)


# ------------------------------------------------------------------ what the parser refuses
def _unexpected_token(file: SourceFile, token: Token, expected: set[str]) -> Diagnostic:
    span = _token_span(file, token)
    bracket = _open_bracket(file, span.start)
    if bracket is not None and (token.type == "$END" or _begins_statement(file, span, bracket)):
        return _never_closed(bracket, span)
    label = _expectation(expected)
    if token.type == "$END":
        return Diagnostic("Z101", "the file ends in the middle of a statement", span, label=label)
    if token.type in ("RPAR", "RSQB", "RBRACE"):
        related = () if bracket is None else ((bracket, f"`{bracket.text}` is opened here"),)
        return Diagnostic("Z103", f"unexpected `{token}`", span, label=label, related=related)
    line_ends = token.type == "_SEP" and semicolon(token) is None
    message = "the line ends too early" if line_ends else f"unexpected `{_shorten(span.text)}`"
    similar = _similar_keywords(token, expected)
    fixes = tuple(Edit(span, keyword) for keyword in similar)
    return Diagnostic("Z101", message, span, label=label, hints=_hints(similar, expected, token), fixes=fixes)


def _open_bracket(file: SourceFile, end: int) -> Span | None:
    """The innermost bracket that is open at a place."""
    open_brackets: list[int] = []
    for match in _QUOTED_OR_BRACKET.finditer(file.text, 0, end):
        if match.group() in _CLOSING:
            open_brackets.append(match.start())
        elif open_brackets and match.group() in _CLOSING.values():
            open_brackets.pop()
    return Span(file, open_brackets[-1], open_brackets[-1] + 1) if open_brackets else None


def _begins_statement(file: SourceFile, span: Span, bracket: Span) -> bool:
    """Whether the line of a place looks like a new statement, begun while a bracket was still open."""
    line = span.line
    return line > bracket.line and FIRST_WORDS.match(file.line_text(line)) is not None


def _never_closed(bracket: Span, end: Span) -> Diagnostic:
    missing = _CLOSING[bracket.text]
    related = () if end.start == end.end else ((end, "a new statement begins"),)
    return Diagnostic(
        "Z103",
        f"`{bracket.text}` is never closed",
        bracket,
        label=f"`{missing}` is missing",
        related=related,
    )


def _similar_keywords(token: Token, expected: set[str]) -> tuple[str, ...]:
    if token.type != "NAME":
        return ()
    return did_you_mean(_shorten(token), [text for text in map(_literal, expected) if text.isidentifier()])


def _hints(similar: tuple[str, ...], expected: set[str], token: Token) -> tuple[str, ...]:
    if similar:
        return (f"did you mean `{similar[0]}`?",)
    if token.type == "NAME" and "MODEL" in expected:
        return ("a statement begins with one of " + ", ".join(STATEMENTS),)
    return ()


def _shorten(text: str) -> str:
    return text if len(text) <= _MAX_SHOWN else text[: _MAX_SHOWN - 3] + "..."


def _expectation(expected: set[str]) -> str:
    """What could have stood here, in words, when it is short enough to help."""
    if "MODEL" in expected:
        return "expected a statement"
    if "SIGN" in expected and "INT" in expected and "NAME" in expected:
        # Both may begin with a number, but no term begins with a list.
        return "expected an expression" if "LSQB" in expected else "expected a term"
    names = sorted(_TOKEN_NAMES.get(name) or f"`{_literal(name)}`" for name in expected)
    if not names or len(names) > _MAX_EXPECTED:
        return ""
    return "expected " + (names[0] if len(names) == 1 else ", ".join(names[:-1]) + " or " + names[-1])


def _literal(terminal: str) -> str:
    """The text of a terminal that has only one, else an empty string."""
    return next((text for text, name in known_vocabulary().literals.items() if name == terminal), "")
