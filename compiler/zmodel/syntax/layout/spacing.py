"""White space around each token: what the grammar makes of it decides, not what the author typed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from lark import Token

from zmodel.syntax.layout.words import Word

_ENDS_OF_OPERANDS = frozenset({"NAME", "INT", "DECIMAL", "UNKNOWN", "REPRESENTATION", "RPAR", "RSQB", "DAGGER"})
_OPERATORS = frozenset({"BAR", "TILDE", "DAG", "CC", "TR", "DIAG"})
# A name before a bracket: in terms it is a field and the bracket the next factor, elsewhere a function, but for the
# brackets that these statements have behind a name.
_WITH_TERMS = frozenset({"YUKAWA", "MASS", "POTENTIAL", "REQUIRE"})
_WITH_BRACKETS = frozenset({"FERMION", "SCALAR", "VECTOR", "MIXING"})
_TIGHT = (0, 0)
_LOOSE = (1, 1)


@dataclass
class _Place:
    """Where in a statement a token stands.

    Attributes:
        statement: the terminal of the statement's first word.
        braces: how many are open.
        tight: for each open ( and [, whether its commas have no space behind them.
        previous: the token before, in the same entry.
        before_previous: and the one before that.
        last_word: of the keywords that change what brackets mean, the last one.
    """

    statement: str = ""
    braces: int = 0
    tight: list[bool] = field(default_factory=list)
    previous: str = ""
    before_previous: str = ""
    last_word: str = ""


def spaced_words(tokens: Iterable[Token]) -> list[Word]:
    """The words of a file in order, with their spaces.

    Args:
        tokens: as the parser has seen them, separators of statements included.
    """
    place = _Place()
    words = []
    for token in tokens:
        if token.type == "_SEP":
            place.previous = place.before_previous = place.last_word = ""
            if not place.braces:
                place.statement = ""
            continue
        place.statement = place.statement or token.type
        before, after = _spaces(token, place)
        words.append(Word(token.type, str(token), before, after))
        _go_on(token, place)
    return words


def _go_on(token: Token, place: _Place) -> None:
    match token.type:
        case "LPAR" | "LSQB":
            place.tight.append(_holds_indices(token, place))
        case "RPAR" | "RSQB":
            place.tight.pop()
        case "LBRACE":
            place.braces += 1
        case "RBRACE":
            place.braces -= 1
        case "VEV" | "KEEP" | "ENTRY":
            place.last_word = token.type
    place.before_previous, place.previous = place.previous, token.type


def _spaces(token: Token, place: _Place) -> tuple[int, int]:
    match token.type:
        case "LPAR" | "LSQB":
            return (0 if _belongs_to_what_is_before(token, place) else 1), 0
        case "RPAR" | "RSQB" | "DAGGER":
            return 0, 1
        case "COMMA":
            return 0, 0 if place.tight and place.tight[-1] else 1
        case "COLON":
            return (0, 1) if place.tight else _LOOSE
        case "CIRCUMFLEX" | "DOT" | "SLASH":
            return _TIGHT
        case "SIGN":
            return _LOOSE if place.previous in _ENDS_OF_OPERANDS else (1, 0)
        case "STAR" | "TIMES_OR_OVER":
            return _LOOSE if _is_loose_product(token, place) else _TIGHT
        case "VEV" | "KEEP":
            return 2, 1
    return _TIGHT if token == ".." else _LOOSE


def _belongs_to_what_is_before(bracket: Token, place: _Place) -> bool:
    """Whether a bracket is that of a call, a group, an index or a number of generations."""
    if bracket.type == "LSQB" or place.previous in _OPERATORS:
        return place.previous in _OPERATORS or place.previous == "NAME"
    if place.previous != "NAME" or place.statement in _WITH_TERMS:
        return False
    return place.statement not in _WITH_BRACKETS or bool(place.tight) or place.last_word == "VEV"


def _holds_indices(bracket: Token, place: _Place) -> bool:
    """Whether a bracket holds generations, as in `(3,3)` and `Yu[3,3]`."""
    if bracket.type == "LSQB":
        return place.previous == "NAME" and place.statement != "BREAKING"
    return not place.tight and place.last_word in ("KEEP", "ENTRY")


def _is_loose_product(token: Token, place: _Place) -> bool:
    """Products of matrices and of fields have spaces, those with numbers and in expressions have none."""
    if token.type == "STAR":
        return place.previous != "INT" or place.before_previous == "CIRCUMFLEX"
    return place.statement == "ROTATION" and not place.tight and token != "/"
