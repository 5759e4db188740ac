"""What happens to tokens between lexer and parser: limits, line joining, ASCII names."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from decimal import Decimal

from lark import Token

MAX_TOKENS = 12_000
MAX_NESTING = 32
MAX_DIGITS = 60
MAX_DECIMAL_EXPONENT = 400
MAX_NUMBER_LENGTH = 100
MAX_NAME_LENGTH = 64
MAX_STRING_LENGTH = 200

_OPENING = frozenset({"LPAR", "LSQB", "LBRACE"})
_CLOSING = frozenset({"RPAR", "RSQB", "RBRACE"})
_COMMENT = re.compile(r"#[^\r\n]*")
_VARIANTS = {
    "ϕ": "phi",
    "ϵ": "epsilon",
    "ϑ": "theta",
    "ϱ": "rho",
    "ς": "sigma",
    "µ": "mu",
    "ϖ": "pi",
    "ϰ": "kappa",
}
_SPELLINGS = {"lamda": "lambda"}


class TokenLimitError(Exception):
    """A token that breaks a limit; the parser turns it into a diagnostic.

    Attributes:
        token: the token.
        code: of the diagnostic.
        message: of the diagnostic.
    """

    def __init__(self, token: Token, code: str, message: str) -> None:
        super().__init__(message)
        self.token, self.code, self.message = token, code, message


def ascii_name(text: str) -> str:
    """Spells Greek letters out: `ψL` becomes `psiL`, `Λ` becomes `Lambda`; a token becomes a plain string.

    Raises:
        ValueError: if a character has no ASCII spelling.
    """
    return "".join(char if char.isascii() else _spell(char) for char in text)


def _spell(char: str) -> str:
    if char in _VARIANTS:
        return _VARIANTS[char]
    words = unicodedata.name(char, "").split()
    if len(words) != 4 or words[0] != "GREEK" or words[2] != "LETTER":
        raise ValueError(f"no ASCII spelling for {char!r}")
    name = words[3].lower()
    name = _SPELLINGS.get(name, name)
    return name if words[1] == "SMALL" else name.capitalize()


class JoinLines:
    """Drops line ends inside ( ) and [ ] and checks the limits on each token (lark's `postlex`)."""

    # A line end is a token everywhere, and so is a name: without it `modelx` would be read as `model x` where
    # the grammar has a keyword and no name.
    always_accept = ("_SEP", "NAME")

    def process(self, stream: Iterator[Token]) -> Iterator[Token]:
        """Yields the tokens that the parser shall see.

        Raises:
            TokenLimitError: at the first token that is too much.
        """
        open_brackets: list[str] = []
        for count, token in enumerate(stream, start=1):
            if count > MAX_TOKENS:
                raise TokenLimitError(token, "Z003", f"the file has more than {MAX_TOKENS} words and symbols")
            _check_limits(token)
            if token.type in _OPENING:
                open_brackets.append(token.type)
                if len(open_brackets) > MAX_NESTING:
                    raise TokenLimitError(token, "Z103", f"brackets are nested more than {MAX_NESTING} deep")
            elif token.type in _CLOSING and open_brackets:
                open_brackets.pop()
            inside = bool(open_brackets) and open_brackets[-1] != "LBRACE"
            if not (token.type == "_SEP" and inside and semicolon(token) is None):
                yield token


def semicolon(separator: Token) -> int | None:
    """Where in a separator the first `;` stands that is not in a comment, or None."""
    blank = _COMMENT.sub(lambda comment: " " * len(comment.group()), separator)
    return blank.index(";") if ";" in blank else None


def _check_limits(token: Token) -> None:
    match token.type:
        case "INT" | "DECIMAL" | "REPRESENTATION":
            _check_number(token)
        case "NAME" | "UNKNOWN":
            _check_name(token)
        case "STRING":
            _check_string(token)


def _check_number(token: Token) -> None:
    """Bounds digits and magnitude, so that exact arithmetic stays small."""
    if len(token) > MAX_NUMBER_LENGTH:
        raise TokenLimitError(token, "Z104", f"a number of more than {MAX_NUMBER_LENGTH} characters")
    mantissa, _, exponent = token.lower().removesuffix("bar").partition("e")
    number = Decimal(mantissa)
    if len(number.as_tuple().digits) > MAX_DIGITS:
        raise TokenLimitError(token, "Z104", f"a number of more than {MAX_DIGITS} digits")
    if exponent and abs(number.adjusted() + int(exponent)) > MAX_DECIMAL_EXPONENT:
        raise TokenLimitError(token, "Z104", f"a number beyond 10^(+-{MAX_DECIMAL_EXPONENT})")


def _check_name(token: Token) -> None:
    if len(token) > MAX_NAME_LENGTH:
        raise TokenLimitError(token, "Z104", f"a name of more than {MAX_NAME_LENGTH} characters")
    try:
        ascii_name(token)
    except ValueError as error:
        raise TokenLimitError(token, "Z102", f"a letter that names cannot hold: {error}") from None


def _check_string(token: Token) -> None:
    if len(token) > MAX_STRING_LENGTH:
        raise TokenLimitError(token, "Z104", f"a text of more than {MAX_STRING_LENGTH} characters")
    if not token.isprintable():
        raise TokenLimitError(token, "Z102", "a text with a character that cannot be printed")
