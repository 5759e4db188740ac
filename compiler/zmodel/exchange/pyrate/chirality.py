"""Which fermions of a PyR@TE model file are left-handed and which right-handed.

The file does not say it. A term without `bar`, or with two, joins fermions of equal chirality, one with a single `bar`
fermions of opposite ones; names decide the choice that is left for each connected set.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

_RIGHT = re.compile(r".+_?R[0-9]*|.*_\{?R\}?[0-9]*")
_LEFT = re.compile(r".+_?L[0-9]*|.*_\{?L\}?[0-9]*")


@dataclass(frozen=True)
class Chiralities:
    """The result.

    Attributes:
        left: whether each fermion is left-handed.
        guessed: sets of fermions of which nothing tells it, or names contradict each other.
        contradictions: numbers of terms that do not fit to the terms before.
    """

    left: Mapping[str, bool]
    guessed: tuple[tuple[str, ...], ...]
    contradictions: frozenset[int]


def find_chiralities(
    fermions: Sequence[str], terms: Sequence[tuple[tuple[str, bool], ...]], latex: Mapping[str, str]
) -> Chiralities:
    """Chiralities of all fermions.

    Args:
        fermions: names in the order of the file.
        terms: fermions of each term and whether they are barred.
        latex: names in LaTeX.
    """
    links: dict[str, list[tuple[str, bool, int]]] = {name: [] for name in fermions}
    for number, legs in enumerate(terms):
        if len(legs) == 2:
            (first, bar), (second, other) = legs
            opposite = bar != other
            links[first].append((second, opposite, number))
            links[second].append((first, opposite, number))
    left: dict[str, bool] = {}
    guessed: list[tuple[str, ...]] = []
    contradictions: set[int] = set()
    for start in fermions:
        if start in left:
            continue
        members, bad = _connected(start, links)
        contradictions |= bad
        votes = [_vote((name, latex.get(name, ""))) for name in members]
        seen = {vote == side for vote, side in zip(votes, members.values(), strict=True) if vote is not None}
        if len(seen) != 1:
            guessed.append(tuple(members))
        # `members` says which have the chirality of the first; that is left-handed unless names say otherwise.
        flip = seen == {False}
        left |= {name: side != flip for name, side in members.items()}
    return Chiralities(left, tuple(guessed), frozenset(contradictions))


def _connected(
    start: str, links: Mapping[str, Iterable[tuple[str, bool, int]]]
) -> tuple[dict[str, bool], frozenset[int]]:
    """The fermions that terms connect with one, whether they have its chirality, and terms that contradict others."""
    members, bad = {start: True}, set()
    queue = deque([start])
    while queue:
        name = queue.popleft()
        for other, opposite, number in links[name]:
            side = members[name] != opposite
            if other not in members:
                members[other] = side
                queue.append(other)
            elif members[other] != side:
                bad.add(number)
    return members, frozenset(bad)


def _vote(names: Iterable[str]) -> bool | None:
    """Whether names mean a left-handed field; None if they do not say."""
    for name in names:
        if len(name) > 1 and _RIGHT.fullmatch(name):
            return False
        if len(name) > 1 and _LEFT.fullmatch(name):
            return True
    return None
