"""Ways to contract the fundamental indices of several tensors with delta and epsilon.

By the first fundamental theorem for SU(n) the complete contractions span all invariants (H. Weyl, The
Classical Groups, section II.6). A product of an upper and a lower epsilon is a sum of products of deltas, so
epsilons occur on one side only: on the upper indices when these are more, else on the lower ones.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations, islice

from zmodel.groups.irrep import RepresentationError

MAX_WIRINGS = 20_000

Slot = tuple[int, int]
Bonds = tuple[tuple[Slot, Slot], ...]


@dataclass(frozen=True)
class SlotClass:
    """Equivalent indices of one leg: its tensors are symmetric or antisymmetric in them.

    Attributes:
        leg: position of the leg.
        slots: positions of the indices within the leg.
        sign: +1 for upper, -1 for lower indices.
        antisymmetric: how the tensors behave when two of the indices are exchanged.
    """

    leg: int
    slots: tuple[int, ...]
    sign: int
    antisymmetric: bool

    def is_exchangeable_with(self, other: SlotClass) -> bool:
        """Whether the two are columns of equal height in the Young diagram of one leg."""
        return (
            self.antisymmetric
            and other.antisymmetric
            and (self.leg, self.sign, len(self.slots)) == (other.leg, other.sign, len(other.slots))
        )


@dataclass(frozen=True)
class Wiring:
    """A complete contraction; a slot is a pair of the leg's position and the index's position in the leg.

    Attributes:
        deltas: pairs of a lower and an upper slot.
        epsilons: n-tuples of slots, all upper or all lower, in the order of the epsilon's indices.
    """

    deltas: Bonds
    epsilons: tuple[tuple[Slot, ...], ...]

    @cached_property
    def components(self) -> tuple[tuple[int, ...], ...]:
        """The connected sets of legs, each sorted, in the order of their first legs."""
        sets: list[set[int]] = []
        for bond in (*self.deltas, *self.epsilons):
            joined = {leg for leg, _ in bond}
            for other in [known for known in sets if known & joined]:
                joined |= other
                sets.remove(other)
            sets.append(joined)
        return tuple(sorted(tuple(sorted(legs)) for legs in sets))

    def restricted(self, legs: Sequence[int]) -> Wiring:
        """The contractions among the legs of one connected component."""
        return Wiring(
            tuple(bond for bond in self.deltas if bond[0][0] in legs),
            tuple(bond for bond in self.epsilons if bond[0][0] in legs),
        )


def wirings(classes: Sequence[SlotClass], n: int) -> list[Wiring]:
    """All complete contractions, the natural one first, without those that vanish by symmetry or trace.

    Natural is what has the nearest partners contracted. The others follow with the most products of small
    factors first.

    Raises:
        RepresentationError: if there are more than 20000.
    """
    upper = [item for item in classes if item.sign > 0]
    lower = [item for item in classes if item.sign < 0]
    excess = sum(len(item.slots) for item in upper) - sum(len(item.slots) for item in lower)
    if excess % n:
        return []
    many, few = (upper, lower) if excess >= 0 else (lower, upper)
    plans = _plans(few, many, abs(excess) // n, n)
    across = _across_matrices(classes)
    found = [_wire(plan, few, many, across) for plan in islice(plans, MAX_WIRINGS + 1)]
    if len(found) > MAX_WIRINGS:
        raise RepresentationError(f"a term with more than {MAX_WIRINGS} contractions of its SU({n}) indices")
    found.sort(key=lambda wiring: _distance(wiring, across, n))
    return found[:1] + sorted(found[1:], key=lambda wiring: -len(wiring.components))


# A plan says how often each pair of classes is contracted and how many indices of each an epsilon takes.
_Counts = tuple[int, ...]
_Plan = tuple[tuple[_Counts, ...], tuple[_Counts, ...]]


def _plans(few: Sequence[SlotClass], many: Sequence[SlotClass], epsilons: int, n: int) -> Iterator[_Plan]:
    free = tuple(len(item.slots) for item in many)
    rooms = _EpsilonRooms(many)
    for deltas, rest in _share_out(few, many, free):
        for chosen in _epsilon_counts(rest, rooms, epsilons, n, None):
            if _is_first_of_equals(few, many, deltas, chosen):
                yield deltas, chosen


def _is_first_of_equals(
    few: Sequence[SlotClass], many: Sequence[SlotClass], deltas: tuple[_Counts, ...], epsilons: tuple[_Counts, ...]
) -> bool:
    """Whether a plan stands for those that exchanging columns of equal height in Young diagrams makes of it.

    The tensors are symmetric under such an exchange. Of the plans that it and an exchange of epsilons make of
    each other, the greatest one, read row by row, has rows and columns in falling order.
    """
    columns = list(zip(*deltas, *epsilons, strict=True))
    for classes, counts in ((few, deltas), (many, columns)):
        for (left, first), (right, second) in combinations(zip(classes, counts, strict=True), 2):
            if first < second and left.is_exchangeable_with(right):
                return False
    return True


def _share_out(
    few: Sequence[SlotClass], many: Sequence[SlotClass], free: _Counts
) -> Iterator[tuple[tuple[_Counts, ...], _Counts]]:
    """For each class of the first list, how many of its indices meet each class of the second."""
    if not few:
        yield (), free
        return
    limits = tuple(min(room, _bond_limit(few[0], item)) for room, item in zip(free, many, strict=True))
    for counts in _bounded_counts(len(few[0].slots), limits):
        rest = tuple(room - count for room, count in zip(free, counts, strict=True))
        for others, left in _share_out(few[1:], many, rest):
            yield (counts, *others), left


def _bond_limit(left: SlotClass, right: SlotClass) -> int:
    """How many deltas between two classes are possible without the contraction being zero."""
    if left.leg == right.leg:
        return 0
    if left.antisymmetric != right.antisymmetric:
        return 1
    return len(left.slots)


def _bounded_counts(total: int, limits: _Counts) -> Iterator[_Counts]:
    """The tuples of numbers from 0 to the given limits with the given sum."""
    if not limits:
        if total == 0:
            yield ()
        return
    for first in range(min(total, limits[0]), -1, -1):
        if total - first <= sum(limits[1:]):
            for others in _bounded_counts(total - first, limits[1:]):
                yield (first, *others)


class _EpsilonRooms:
    """How many indices of each class, and of all classes of one leg, an epsilon can take without being zero.

    Of symmetric indices it takes one. To antisymmetrise more indices of a leg than its Young diagram has rows
    gives zero, and there are no more rows than the highest column has.
    """

    def __init__(self, classes: Sequence[SlotClass]) -> None:
        self.of_class = tuple(len(item.slots) if item.antisymmetric else 1 for item in classes)
        self._of_leg: dict[int, tuple[int, list[int]]] = {}
        for position, (item, room) in enumerate(zip(classes, self.of_class, strict=True)):
            most, members = self._of_leg.get(item.leg, (0, []))
            self._of_leg[item.leg] = max(most, room), [*members, position]

    def hold(self, counts: _Counts) -> bool:
        """Whether an epsilon can take these numbers of indices."""
        return all(sum(counts[i] for i in members) <= most for most, members in self._of_leg.values())


def _epsilon_counts(
    free: _Counts, rooms: _EpsilonRooms, epsilons: int, n: int, previous: _Counts | None
) -> Iterator[tuple[_Counts, ...]]:
    """What each epsilon takes; the epsilons are in falling order, as exchanging two changes nothing."""
    if epsilons == 0:
        if not any(free):
            yield ()
        return
    for counts in _bounded_counts(n, tuple(map(min, free, rooms.of_class))):
        if (previous is None or counts <= previous) and rooms.hold(counts):
            rest = tuple(room - count for room, count in zip(free, counts, strict=True))
            for others in _epsilon_counts(rest, rooms, epsilons - 1, n, counts):
                yield (counts, *others)


def _wire(plan: _Plan, few: Sequence[SlotClass], many: Sequence[SlotClass], across: Mapping[Slot, Slot]) -> Wiring:
    """Give each contraction of a plan its slots: those of a class meet their partners in written order."""
    delta_counts, epsilon_counts = plan
    free = {item: iter(item.slots) for item in (*few, *many)}
    deltas = []
    for item, counts in zip(few, delta_counts, strict=True):
        for partner, count in zip(many, counts, strict=True):
            for _ in range(count):
                ends = ((item.leg, next(free[item])), (partner.leg, next(free[partner])))
                deltas.append(ends if item.sign < 0 else ends[::-1])
    epsilons = []
    for counts in epsilon_counts:
        taken = [(item.leg, next(free[item])) for item, count in zip(many, counts, strict=True) for _ in range(count)]
        taken.sort(key=lambda slot: (_far_end(slot, across, deltas), slot))
        epsilons.append(tuple(taken))
    return Wiring(tuple(sorted(deltas)), tuple(sorted(epsilons)))


def _across_matrices(classes: Sequence[SlotClass]) -> dict[Slot, Slot]:
    """For each index of a matrix, a leg with one upper and one lower index, its other index."""
    signs: dict[int, dict[Slot, int]] = defaultdict(dict)
    for item in classes:
        signs[item.leg] |= {(item.leg, slot): item.sign for slot in item.slots}
    matrices = [tuple(slots) for slots in signs.values() if sorted(slots.values()) == [-1, 1]]
    return {slot: other for first, second in matrices for slot, other in ((first, second), (second, first))}


def _far_end(slot: Slot, across: Mapping[Slot, Slot], deltas: Sequence[tuple[Slot, Slot]]) -> int:
    """The leg at the end of a chain of matrices: that of b, for the first index of (Phi b)_i."""
    partner = {slot: other for bond in deltas for slot, other in (bond, bond[::-1])}
    while slot in across and across[slot] in partner:
        slot = partner[across[slot]]
    return slot[0]


def _distance(
    wiring: Wiring, across: Mapping[Slot, Slot], n: int
) -> tuple[int, list[int], int, Bonds, tuple[tuple[Slot, ...], ...]]:
    """Sorting key: how far a contraction is from pairing neighbours, in the order of a matrix product."""
    # a eps (Phi b) is preferred to (Phi a) eps b, wherever Phi stands; it is the same up to a sign.
    dressed = sum(slots[0] in across for slots in wiring.epsilons) if n == 2 else 0
    lengths = [abs(low[0] - up[0]) for low, up in wiring.deltas]
    for slots in wiring.epsilons:
        ends = [_far_end(slot, across, wiring.deltas) for slot in slots]
        lengths.append(max(ends) - min(ends))
    # In a matrix product the lower (column) index of the left factor meets the upper (row) one of the right.
    reversed_bonds = sum(low[0] > up[0] for low, up in wiring.deltas)
    return dressed, sorted(lengths), reversed_bonds, wiring.deltas, wiring.epsilons
