"""What happens to tokens between lexer and parser: bounds, line joining, ASCII names."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from lark import Token

MAX_NESTING = 32
MAX_DIGITS = 60
MAX_DECIMAL_EXPONENT = 400
MAX_NAME_LENGTH = 64

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


@dataclass
class TokenLimitExceeded(Exception):
    """A token that breaks a limit; the parser turns it into a diagnostic."""

    token: Token
    code: str
    message: str


def ascii_name(text: str) -> str:
    """Spells Greek letters out: `ψL` becomes `psiL`, `Λ` becomes `Lambda`.

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

    always_accept = ("_SEP",)

    def process(self, stream: Iterator[Token]) -> Iterator[Token]:
        """Yields the tokens that the parser shall see."""
        depth = 0
        nesting = 0
        for token in stream:
            if token.type in ("LPAR", "LSQB"):
                depth += 1
            elif token.type in ("RPAR", "RSQB"):
                depth -= 1
            nesting += (token.type in ("LPAR", "LSQB", "LBRACE")) - (token.type in ("RPAR", "RSQB", "RBRACE"))
            if nesting > MAX_NESTING:
                raise TokenLimitExceeded(token, "Z103", f"brackets are nested more than {MAX_NESTING} deep")
            _check_limits(token)
            if token.type == "_SEP" and depth > 0 and not _holds_semicolon(token):
                continue
            yield token


def _holds_semicolon(token: Token) -> bool:
    return any(line.split("#", 1)[0].strip() for line in token.splitlines())


def _check_limits(token: Token) -> None:
    if token.type in ("INT", "DECIMAL", "REPRESENTATION"):
        digits = sum(char.isdigit() for char in token)
        if digits > MAX_DIGITS:
            raise TokenLimitExceeded(token, "Z104", f"a number with more than {MAX_DIGITS} digits")
        _, _, exponent = token.lower().partition("e")
        if exponent and abs(int(exponent)) > MAX_DECIMAL_EXPONENT:
            raise TokenLimitExceeded(token, "Z104", f"a decimal exponent beyond {MAX_DECIMAL_EXPONENT}")
    elif token.type in ("NAME", "UNKNOWN"):
        if len(token) > MAX_NAME_LENGTH:
            raise TokenLimitExceeded(token, "Z104", f"a name longer than {MAX_NAME_LENGTH} characters")
        try:
            ascii_name(token)
        except ValueError as error:
            raise TokenLimitExceeded(token, "Z102", f"a letter that names cannot hold: {error}") from None
