"""From text to tokens: keywords by context, limits, line joining, ASCII names."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Collection, Container, Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from lark import Token
from lark.lexer import PatternStr, TerminalDef

from zmodel.limits import DEFAULT, Limits

MAX_NAME_LENGTH = 64
MAX_STRING_LENGTH = 200
# Characters of a number beside its digits: a point, an exponent, zeros in front.
_OTHER_CHARACTERS = 40

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
        limit: a field of `Limits` that can be raised, or an empty string.
    """

    def __init__(self, token: Token, code: str, message: str, limit: str = "") -> None:
        super().__init__(message)
        self.token, self.code, self.message, self.limit = token, code, message, limit


class UnexpectedCharacterError(Exception):
    """A place at which no token begins.

    Attributes:
        position: of the character in the text.
    """

    def __init__(self, position: int) -> None:
        super().__init__(f"no token at {position}")
        self.position = position


def ascii_name(text: str) -> str:
    """Spells Greek letters out: `ψL` becomes `psiL`, `Λ` becomes `Lambda`; a token becomes a plain string.

    Raises:
        ValueError: if a character has no ASCII spelling.
    """
    return "".join(char if char.isascii() else _spell(char) for char in text)


def spelled_out(text: str) -> str:
    """A text that need not be a name, with its Greek letters spelled out: `alpha(λ)` becomes `alpha(lambda)`."""

    def spelled(char: str) -> str:
        try:
            return ascii_name(char)
        except ValueError:
            return char

    return "".join(map(spelled, text))


def _spell(char: str) -> str:
    if char in _VARIANTS:
        return _VARIANTS[char]
    words = unicodedata.name(char, "").split()
    if len(words) != 4 or words[0] != "GREEK" or words[2] != "LETTER":
        raise ValueError(f"no ASCII spelling for {char!r}")
    name = words[3].lower()
    name = _SPELLINGS.get(name, name)
    return name if words[1] == "SMALL" else name.capitalize()


@dataclass(frozen=True)
class Vocabulary:
    """What the lexer knows of the grammar.

    Attributes:
        pattern: one named group per terminal that is no keyword.
        literals: the terminal of each literal text, keywords among them.
        ignored: terminals between tokens.
    """

    pattern: re.Pattern[str]
    literals: Mapping[str, str]
    ignored: frozenset[str]


def vocabulary(terminals: Collection[TerminalDef], ignored: Iterable[str]) -> Vocabulary:
    """The vocabulary of a grammar, from its terminals and the names of those that it ignores."""
    literals = {item.pattern.value: item.name for item in terminals if isinstance(item.pattern, PatternStr)}
    keywords = {name for text, name in literals.items() if text.isidentifier()}
    others = [item for item in terminals if item.name not in keywords]
    # Python takes the first alternative that matches, so `1.5` comes before `1` and `..` before `.`.
    others.sort(key=lambda item: (item.name in literals.values(), -item.priority, -len(item.pattern.value)))
    pattern = "|".join(f"(?P<{item.name}>{item.pattern.to_regexp()})" for item in others)
    return Vocabulary(re.compile(pattern), literals, frozenset(ignored))


def tokens(
    text: str, known: Vocabulary, expected: Callable[[], Container[str]], limits: Limits = DEFAULT
) -> Iterator[Token]:
    """Yields the tokens that the parser shall see: the limits hold, no line ends inside ( ) and [ ].

    Args:
        text: the file.
        known: the vocabulary.
        expected: the terminals that the parser takes next; a literal is one only where it is among them.
        limits: what is too much.

    Raises:
        UnexpectedCharacterError: where no token begins.
        TokenLimitError: at the first token that is too much.
    """
    open_brackets: list[str] = []
    for count, token in enumerate(_all_tokens(text, known, expected), start=1):
        if count > limits.words:
            raise TokenLimitError(token, "Z003", f"the file has more than {limits.words} words and symbols", "words")
        _check_limits(token, limits)
        if token.type in _OPENING:
            open_brackets.append(token.type)
            if len(open_brackets) > limits.nesting:
                message = f"brackets are nested more than {limits.nesting} deep"
                raise TokenLimitError(token, "Z103", message, "nesting")
        elif token.type in _CLOSING and open_brackets:
            open_brackets.pop()
        inside = bool(open_brackets) and open_brackets[-1] != "LBRACE"
        if not (token.type == "_SEP" and inside and semicolon(token) is None):
            yield token


def _all_tokens(text: str, known: Vocabulary, expected: Callable[[], Container[str]]) -> Iterator[Token]:
    position = 0
    while position < len(text):
        match = known.pattern.match(text, position)
        if match is None:
            raise UnexpectedCharacterError(position)
        start, position = match.span()
        kind, word = str(match.lastgroup), match.group()
        if kind in known.ignored:
            continue
        if word in known.literals and known.literals[word] in expected():
            kind = known.literals[word]
        yield Token(kind, word, start, end_pos=position)


def semicolon(separator: Token) -> int | None:
    """Where in a separator the first `;` stands that is not in a comment, or None."""
    blank = _COMMENT.sub(lambda comment: " " * len(comment.group()), separator)
    return blank.index(";") if ";" in blank else None


def _check_limits(token: Token, limits: Limits) -> None:
    match token.type:
        case "INT" | "DECIMAL" | "REPRESENTATION":
            _check_number(token, limits)
        case "NAME" | "UNKNOWN":
            _check_name(token)
        case "STRING":
            _check_string(token)


def _check_number(token: Token, limits: Limits) -> None:
    """Bounds digits and magnitude, so that exact arithmetic stays small."""
    longest = limits.digits + _OTHER_CHARACTERS
    if len(token) > longest:
        raise TokenLimitError(token, "Z104", f"a number of more than {longest} characters", "digits")
    mantissa, _, exponent = token.lower().removesuffix("bar").partition("e")
    number = Decimal(mantissa)
    if len(number.as_tuple().digits) > limits.digits:
        raise TokenLimitError(token, "Z104", f"a number of more than {limits.digits} digits", "digits")
    if exponent and abs(number.adjusted() + int(exponent)) > limits.decimal_exponent:
        message = f"a number beyond 10^(+-{limits.decimal_exponent})"
        raise TokenLimitError(token, "Z104", message, "decimal_exponent")


def _check_name(token: Token) -> None:
    try:
        # What follows works with the spelling in ASCII, which may be longer.
        length = len(token) if len(token) > MAX_NAME_LENGTH else len(ascii_name(token))
    except ValueError as error:
        raise TokenLimitError(token, "Z102", f"a letter that names cannot hold: {error}") from None
    if length > MAX_NAME_LENGTH:
        raise TokenLimitError(token, "Z104", f"a name of more than {MAX_NAME_LENGTH} characters")


def _check_string(token: Token) -> None:
    if len(token) > MAX_STRING_LENGTH:
        raise TokenLimitError(token, "Z104", f"a text of more than {MAX_STRING_LENGTH} characters")
    if not token.isprintable():
        raise TokenLimitError(token, "Z102", "a text with a character that cannot be printed")
