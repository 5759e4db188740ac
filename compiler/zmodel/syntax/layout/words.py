"""Words of a model file: tokens as the author spelt them, with the white space that belongs around them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

OPENING = frozenset({"LPAR", "LSQB"})
CLOSING = frozenset({"RPAR", "RSQB"})


@dataclass(frozen=True)
class Word:
    """One token.

    Attributes:
        kind: the terminal of the grammar.
        text: as the author spelt it.
        before: spaces before it; none where the word on the left has none after it.
        after: likewise on its right.
        above: comments on lines of their own between the word before and this one, inside brackets.
        comment: what follows on the same line, inside brackets; a line ends after it.
        begins_line: whether the author began a line with it, inside brackets.
    """

    kind: str
    text: str
    before: int = 1
    after: int = 1
    above: tuple[str, ...] = ()
    comment: str = ""
    begins_line: bool = False


Words = tuple[Word, ...]


def gap(left: Word, right: Word) -> int:
    """Spaces between two words that stand side by side."""
    return max(left.after, right.before) if left.after and right.before else 0


def flat(words: Sequence[Word]) -> str:
    """The words on one line; comments are left out."""
    text = ""
    for number, word in enumerate(words):
        text += " " * (gap(words[number - 1], word) if number else 0) + word.text
    return text


def depths(words: Sequence[Word]) -> list[int]:
    """How many brackets each word stands in; a bracket itself counts as outside."""
    found, depth = [], 0
    for word in words:
        depth -= word.kind in CLOSING
        found.append(depth)
        depth += word.kind in OPENING
    return found


def matching(words: Sequence[Word], opening: int) -> int:
    """The position of the bracket that closes another."""
    depth = 0
    for position in range(opening, len(words)):
        depth += (words[position].kind in OPENING) - (words[position].kind in CLOSING)
        if depth == 0:
            return position
    raise ValueError("a bracket that is never closed")


def split_before(words: Sequence[Word], starts: Sequence[int]) -> list[Words]:
    """The words in pieces that begin at these positions, and at the first word."""
    cuts = [0, *(start for start in starts if start), len(words)]
    return [tuple(words[a:b]) for a, b in pairwise(cuts)]


def split_at_commas(words: Sequence[Word]) -> list[Words]:
    """Items, each with the comma behind it; commas inside of further brackets do not count."""
    levels = depths(words)
    starts = [i + 1 for i, word in enumerate(words) if word.kind == "COMMA" and not levels[i] and i + 1 < len(words)]
    return split_before(words, starts)


def ends_line_inside(words: Sequence[Word]) -> bool:
    """Whether comments between the words ask for line ends."""
    return any(word.above for word in words) or any(word.comment for word in words)


def is_matrix(words: Sequence[Word]) -> bool:
    """Whether what stands in brackets is several lists."""
    items = split_at_commas(words) if words else []
    return len(items) > 1 and all(item[0].kind == "LSQB" and _is_one_list(item) for item in items)


def _is_one_list(item: Words) -> bool:
    end = matching(item, 0)
    return all(word.kind == "COMMA" for word in item[end + 1 :])


def holds_matrix(words: Sequence[Word]) -> bool:
    """Whether a matrix is among the words."""
    return any(is_matrix(inner) for inner in _insides(words))


def is_written_in_rows(words: Sequence[Word]) -> bool:
    """Whether what stands in brackets is a matrix for which the author began lines with its rows."""
    return is_matrix(words) and any(item[0].begins_line for item in split_at_commas(words)[1:])


def must_fold(words: Sequence[Word]) -> bool:
    """Whether a statement takes several lines whatever its length: comments inside, or a matrix written in rows."""
    if ends_line_inside(words):
        return True
    return any(is_written_in_rows(inner) for inner in _insides(words))


def _insides(words: Sequence[Word]) -> Iterator[Sequence[Word]]:
    """What stands in each [ ]."""
    for position, word in enumerate(words):
        if word.kind == "LSQB":
            yield words[position + 1 : matching(words, position)]
