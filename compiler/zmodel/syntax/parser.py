"""Text to AST, or the diagnostics that say why not. Every error of lark ends here."""

from __future__ import annotations

from functools import lru_cache

from lark import Lark, Token
from lark.exceptions import LarkError, UnexpectedCharacters, UnexpectedEOF, UnexpectedToken

from zmodel import resources
from zmodel.diagnostics import Diagnostic, did_you_mean
from zmodel.source import SourceFile, Span
from zmodel.syntax import ast
from zmodel.syntax.builder import build_ast
from zmodel.syntax.lexing import JoinLines, TokenLimitExceeded

MAX_FILE_SIZE = 1_000_000

STATEMENTS = (
    "model use gauge global mixing fermion scalar yukawa mass potential charges param let require point "
    "rotation integrate search"
).split()

_TOKEN_NAMES = {
    "_SEP": "the end of the statement",
    "$END": "the end of the file",
    "NAME": "a name",
    "INT": "a whole number",
    "DECIMAL": "a decimal number",
    "STRING": 'a text in "quotes"',
    "UNKNOWN": "an unknown `?`",
    "REPRESENTATION": "a representation such as 3bar",
    "OPERATOR": "an operator bar, tilde, dag, cc or tr",
    "CHIRALITY": "`left` or `right`",
    "PERMISSION": "`allowed` or `forbidden`",
    "LINE": "`column` or `row`",
    "SIGN": "`+` or `-`",
    "TIMES_OR_OVER": "`*` or `/`",
    "DAGGER": "`†`",
    "LPAR": "`(`",
    "RPAR": "`)`",
    "LSQB": "`[`",
    "RSQB": "`]`",
    "LBRACE": "`{`",
    "RBRACE": "`}`",
    "EQUAL": "`=`",
    "COLON": "`:`",
    "COMMA": "`,`",
    "CIRCUMFLEX": "`^`",
    "SLASH": "`/`",
    "STAR": "`*`",
    "DOT": "`.`",
    "__ANON_0": "`..`",
}


@lru_cache(maxsize=1)
def _parser() -> Lark:
    return Lark(
        resources.read_text("grammar", "zmodel.lark"),
        parser="lalr",
        propagate_positions=True,
        maybe_placeholders=True,
        postlex=JoinLines(),
    )


def parse(file: SourceFile) -> tuple[ast.SyntaxTree | None, tuple[Diagnostic, ...]]:
    """Parses one file.

    Args:
        file: the source; its name is what diagnostics show.

    Returns:
        The tree and no diagnostics, or None and the first syntax error.
    """
    if len(file.text) > MAX_FILE_SIZE:
        message = f"the file has {len(file.text)} characters, the limit is {MAX_FILE_SIZE}"
        return None, (Diagnostic("Z003", message, Span(file, 0, 0)),)
    try:
        tree = _parser().parse(file.text)
    except TokenLimitExceeded as error:
        return None, (Diagnostic(error.code, error.message, _token_span(file, error.token)),)
    except UnexpectedCharacters as error:
        return None, (_unexpected_characters(file, error),)
    except UnexpectedToken as error:
        return None, (_unexpected_token(file, error),)
    except UnexpectedEOF:
        end = len(file.text)
        return None, (Diagnostic("Z101", "the file ends in the middle of a statement", Span(file, end, end)),)
    except LarkError as error:
        return None, (Diagnostic("Z101", f"the file cannot be parsed: {error}", Span(file, 0, 0)),)
    return build_ast(tree, file), ()


def _token_span(file: SourceFile, token: Token) -> Span:
    start = len(file.text) if token.start_pos is None else token.start_pos
    return Span(file, start, start + len(token) if token.type != "$END" else start)


def _unexpected_characters(file: SourceFile, error: UnexpectedCharacters) -> Diagnostic:
    start = error.pos_in_stream
    char = file.text[start]
    span = Span(file, start, start + 1)
    if char == '"':
        return Diagnostic(
            "Z105", "a text in quotes does not end on its line", span, hints=('close it with `"`',)
        )
    if char.isdigit():
        end = start
        while end < len(file.text) and (file.text[end].isalnum() or file.text[end] == "_"):
            end += 1
        message = f"`{file.text[start:end]}` is neither a number nor a name"
        return Diagnostic("Z101", message, Span(file, start, end), hints=("write products with `*`",))
    shown = char if char.isprintable() else f"U+{ord(char):04X}"
    return Diagnostic(
        "Z102", f"unexpected character `{shown}`", span, label=_expectation(error.allowed or set())
    )


def _unexpected_token(file: SourceFile, error: UnexpectedToken) -> Diagnostic:
    token = error.token
    expected = set(error.accepts or error.expected)
    span = _token_span(file, token)
    if token.type == "$END":
        return Diagnostic(
            "Z101", "the file ends in the middle of a statement", span, label=_expectation(expected)
        )
    found = "the line ends" if token.type == "_SEP" else f"unexpected `{_shorten(str(token))}`"
    hints = _hints(token, expected)
    if token.type == "_SEP":
        span = Span(file, span.start, span.start + 1)
    code = "Z103" if token.type in ("RPAR", "RSQB", "RBRACE") else "Z101"
    return Diagnostic(code, found, span, label=_expectation(expected), hints=hints)


def _hints(token: Token, expected: set[str]) -> tuple[str, ...]:
    if token.type == "NAME" and "MODEL" in expected:
        similar = did_you_mean(str(token), STATEMENTS)
        if similar:
            return (f"did you mean `{similar[0]}`?",)
        return ("a statement begins with one of " + ", ".join(STATEMENTS),)
    if token.type == "_SEP" and expected & {"RPAR", "RSQB"}:
        return ("a bracket is still open",)
    return ()


def _shorten(text: str) -> str:
    line = text.splitlines()[0] if text.splitlines() else text
    return line if len(line) <= 40 else line[:37] + "..."


def _expectation(expected: set[str]) -> str:
    """What could have stood here, in words, when it is short enough to help."""
    if "MODEL" in expected:
        return "expected a statement"
    names = sorted(_TOKEN_NAMES.get(name, f"`{name.lower()}`") for name in expected)
    if not names or len(names) > 6:
        return ""
    return "expected " + (names[0] if len(names) == 1 else ", ".join(names[:-1]) + " or " + names[-1])
