"""Whether two sets of terms span the same Lagrangians, and how the couplings of one are made of the other's.

A real number r in front of P, or a complex one c in front of O with the conjugate added, makes a space of real
Lagrangians, which is known by its complex span: of P, O and O^*. Terms of different fields cannot be turned into one
another, so that spaces are compared content by content, those that a coupling ties together side by side.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import product

from flint import fmpz_mat

from zmodel.derive.equivalence.operators import Content, Operator, Term, content_of
from zmodel.derive.equivalence.rows import Row, coordinates, independent

MAX_SIGNS = 10
"""Contents tied together by shared couplings for which signs of fields are tried."""

Conjugate = Callable[[Operator], Operator]


@dataclass(frozen=True)
class CouplingRelation:
    """A number of one Lagrangian as a sum of numbers of the other.

    Attributes:
        term: of the one.
        sum: factors, terms of the other, and whether the conjugate of their number enters.
    """

    term: Term
    sum: tuple[tuple[Fraction, Term, bool], ...]


@dataclass(frozen=True)
class SpanComparison:
    """What two Lagrangians have in common.

    Attributes:
        relations: couplings of the first in terms of the second's.
        only_first: terms of the first that are no sum of terms of the second.
        only_second: terms of the second that are no sum of terms of the first.
        known: contents that both have, positions being those of the second model.
    """

    relations: tuple[CouplingRelation, ...]
    only_first: tuple[Term, ...]
    only_second: tuple[Term, ...]
    known: frozenset[Content]

    @property
    def agrees(self) -> bool:
        """Whether both span the same."""
        return not (self.only_first or self.only_second)


def plain_content(content: Content, real: frozenset[int]) -> Content:
    """Of a content and its conjugate, the one that stands for both."""
    other = tuple(sorted((i, conjugated if i in real else not conjugated) for i, conjugated in content))
    return min(content, other)


def compare_spans(
    first: Sequence[Term], second: Sequence[Term], conjugate: Conjugate, real: frozenset[int]
) -> SpanComparison:
    """Compares terms in the same particles.

    Args:
        first: terms, in the second model's particles.
        second: terms of the second model.
        conjugate: of operators of the second model.
        real: positions of its real particles.
    """
    clusters = list(_clusters(first, second, real))
    spaces = [_Space(cluster, conjugate, real) for cluster in clusters]
    signs = _common_signs(spaces, real)
    relations: list[CouplingRelation] = []
    alone: tuple[list[Term], list[Term]] = ([], [])
    for number, space in enumerate(spaces):
        chosen = signs[number] if signs is not None else space.plain_signs
        if space.agrees(chosen):
            relations += space.relations(chosen)
        for side, found in enumerate(space.strangers(chosen)):
            alone[side].extend(found)
    contents = [{plain_content(c, real) for term in side for c in term.contents} for side in (first, second)]
    return SpanComparison(tuple(relations), tuple(alone[0]), tuple(alone[1]), frozenset(contents[0] & contents[1]))


def _clusters(
    first: Sequence[Term], second: Sequence[Term], real: frozenset[int]
) -> Iterator[tuple[list[Term], list[Term], tuple[Content, ...]]]:
    """Terms whose contents are tied together, and their contents."""
    leader: dict[Content, Content] = {}

    def find(content: Content) -> Content:
        while leader.setdefault(content, content) != content:
            content = leader[content]
        return content

    lists = [[(term, sorted({plain_content(c, real) for c in term.contents})) for term in s] for s in (first, second)]
    for _, contents in (*lists[0], *lists[1]):
        for content in contents:
            leader[find(content)] = find(contents[0])
    groups: dict[Content, tuple[list[Term], list[Term]]] = {}
    for side in (0, 1):
        for term, contents in lists[side]:
            groups.setdefault(find(contents[0]), ([], []))[side].append(term)
    for head, (left, right) in groups.items():
        yield left, right, tuple(sorted(content for content in leader if find(content) == head))


class _Space:
    """The space that tied terms of both Lagrangians span."""

    def __init__(
        self, cluster: tuple[list[Term], list[Term], tuple[Content, ...]], conjugate: Conjugate, real: frozenset[int]
    ) -> None:
        self.first, self.second, self.contents = cluster
        self._real = real
        sides = [[(term.operator, conjugate(term.operator)) for term in side] for side in (self.first, self.second)]
        self._keys = sorted({key for side in sides for pair in side for operator in pair for key in operator})
        self._place = [self.contents.index(plain_content(content_of(key), real)) for key in self._keys]
        self._rows = [[(self._row(o), self._row(c)) for o, c in side] for side in sides]
        self._spans: dict[tuple[int, ...], bool] = {}

    @property
    def plain_signs(self) -> tuple[int, ...]:
        """No sign at all."""
        return (1,) * len(self.contents)

    def _row(self, operator: Operator) -> Row:
        return tuple(operator.get(key, Fraction(0)) for key in self._keys)

    def _signed(self, row: Row, signs: tuple[int, ...]) -> Row:
        if signs == self.plain_signs:
            return row
        return tuple(value * signs[place] for value, place in zip(row, self._place, strict=True))

    def _all_rows(self, side: int, signs: tuple[int, ...]) -> tuple[list[Row], list[tuple[int, bool]]]:
        """Rows of terms and of their conjugates; those of the second side have no signs."""
        rows, labels = [], []
        terms = (self.first, self.second)[side]
        for conjugated in (False, True):
            for number, (term, pair) in enumerate(zip(terms, self._rows[side], strict=True)):
                if not (conjugated and term.is_real):
                    rows.append(self._signed(pair[conjugated], signs) if side == 0 else pair[conjugated])
                    labels.append((number, conjugated))
        return rows, labels

    def agrees(self, signs: tuple[int, ...]) -> bool:
        """Whether both sides span the same if contents of the first side have these signs."""
        if signs not in self._spans:
            mine, other = self._all_rows(0, signs)[0], self._all_rows(1, signs)[0]
            sizes = {len(independent(rows)) for rows in (mine, other, mine + other)}
            self._spans[signs] = len(sizes) == 1
        return self._spans[signs]

    def strangers(self, signs: tuple[int, ...]) -> tuple[list[Term], list[Term]]:
        """Terms of each side that lie outside of what the other spans."""
        if self.agrees(signs):
            return [], []
        found: list[list[Term]] = []
        for side, terms in enumerate((self.first, self.second)):
            rows = self._all_rows(1 - side, signs)[0]
            basis = [rows[i] for i in independent(rows)]
            mine = self._all_rows(side, signs)[0][: len(terms)]
            inside = coordinates(basis, mine)
            found.append([term for term, sums in zip(terms, inside, strict=True) if sums is None])
        return found[0], found[1]

    def relations(self, signs: tuple[int, ...]) -> Iterator[CouplingRelation]:
        """Couplings of the first side in terms of the second's, where both span the same."""
        rows, labels = self._all_rows(0, signs)
        chosen = independent(rows)
        others, targets = self._all_rows(1, signs)
        straight = coordinates([rows[i] for i in chosen], others[: len(self.second)])
        sums: dict[int, list[tuple[Fraction, Term, bool]]] = {}
        for (number, _), factors in zip(targets, straight, strict=False):
            target = self.second[number]
            for i, factor in zip(chosen, factors or (), strict=True):
                term, conjugated = labels[i]
                mirrored = [conjugated]
                if self.first[term].is_real and not target.is_real:
                    mirrored = [False, True]
                elif conjugated and target.is_real:
                    continue
                if factor:
                    sums.setdefault(term, []).extend((factor, target, flag) for flag in mirrored)
        for number in sorted(sums):
            yield CouplingRelation(self.first[number], tuple(sums[number]))

    def sign_choices(self) -> list[tuple[int, ...]]:
        """Signs of the contents for which both sides span the same."""
        if self.agrees(self.plain_signs) or len(self.contents) > MAX_SIGNS:
            return [self.plain_signs]
        found = [(1, *rest) for rest in product((1, -1), repeat=len(self.contents) - 1) if self.agrees((1, *rest))]
        # To turn all signs of a cluster is a change of its couplings.
        return [signs for choice in found for signs in (choice, tuple(-s for s in choice))] or [self.plain_signs]


# ------------------------------------------------------------------ signs of fields
def _common_signs(spaces: Sequence[_Space], real: frozenset[int]) -> list[tuple[int, ...]] | None:
    """Signs of contents that phases of the fields can make, and that make the spans equal as far as possible."""
    tied = [space for space in spaces if len(space.contents) > 1]
    choices = [space.sign_choices() for space in tied]
    contents = [content for space in tied for content in space.contents]
    if all(len(choice) == 1 for choice in choices):
        return None
    for count, picked in enumerate(product(*choices)):
        if count >= 2**MAX_SIGNS:
            break
        if _can_be_made(contents, [sign for signs in picked for sign in signs], real):
            signs = iter(picked)
            return [next(signs) if len(space.contents) > 1 else space.plain_signs for space in spaces]
    return None


def _can_be_made(contents: Sequence[Content], signs: Sequence[int], real: frozenset[int]) -> bool:
    """Whether phases of fields, signs of real ones, give products of fields these signs.

    They do unless some products of contents, which no phase changes, would change its sign.
    """
    particles = sorted({i for content in contents for i, _ in content})
    rows = []
    for content in contents:
        net = [
            sum((1 if i in real or not conjugated else -1) for i, conjugated in content if i == p) for p in particles
        ]
        rows.append(net)
    # Two signs of a real field are none.
    rows += [[2 * (p == q) for q in particles] for p in particles if p in real]
    width, height = len(particles), len(rows)
    system = fmpz_mat([[*row, *(int(i == j) for j in range(height))] for i, row in enumerate(rows)]).hnf()
    for i in range(height):
        values = [int(system[i, j]) for j in range(width + height)]
        if not any(values[:width]):
            turned = sum(value for value, sign in zip(values[width:], signs, strict=False) if sign < 0)
            if turned % 2:
                return False
    return True
