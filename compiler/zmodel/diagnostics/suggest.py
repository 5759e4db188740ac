"""Suggestions for misspelt names."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import SequenceMatcher

_SIMILAR_ENOUGH = 0.6
# The comparison takes quadratic time, and no name that long was misspelt by hand.
_MAX_LENGTH = 100


def did_you_mean(name: str, candidates: Iterable[str], limit: int = 3) -> tuple[str, ...]:
    """The candidates most like a name, best first, equally good ones in alphabetical order.

    Upper and lower case count as equal, so `h` finds `H`; the name itself is never suggested.
    """
    ranked = []
    for candidate in set(candidates) - {name}:
        similarity = _similarity(name.casefold(), candidate.casefold())
        if similarity >= _SIMILAR_ENOUGH:
            ranked.append((-similarity, candidate))
    return tuple(candidate for _, candidate in sorted(ranked)[: max(limit, 0)])


def _similarity(left: str, right: str) -> float:
    if max(len(left), len(right)) > _MAX_LENGTH:
        return 0.0
    return SequenceMatcher(None, left, right, autojunk=False).ratio()
