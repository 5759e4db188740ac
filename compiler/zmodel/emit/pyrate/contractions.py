"""Contractions of a product of fields: which indices meet in delta, in Eps and in generators of representations."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import count, islice, product

from zmodel.emit.pyrate.fields import Layout
from zmodel.groups import Irrep, RepresentationError, adjoint, fundamental
from zmodel.groups.wiring import Slot, SlotClass, wirings
from zmodel.model import Group, Leg, Model

LETTERS = "ijklmnopqrsuvwxyzabcdefgh"
MOST_CONTRACTIONS = 5000
MOST_EXCHANGED = 2
"""Generators between fields and conjugate fields; only four fields in large representations need more."""
Bond = tuple[Slot, ...]
"""Indices that carry one letter, or those of an Eps, which carry one each."""


@dataclass(frozen=True)
class Factor:
    """A field with indices; one with an adjoint as its matrix. Without a field it is Eps, or generators.

    Attributes:
        field: its name.
        conjugated: whether it stands conjugated.
        matrix: whether it is written as a matrix.
        indices: letters.
        generators: group and representation of those of which this is t^a_ij.
    """

    field: str
    conjugated: bool
    matrix: bool
    indices: tuple[str, ...]
    generators: tuple[str, Irrep] | None = None

    @property
    def is_epsilon(self) -> bool:
        """Whether it is an Eps."""
        return not self.field and self.generators is None


@dataclass(frozen=True)
class _Wired:
    """How the indices of one group are contracted.

    Attributes:
        deltas: pairs of indices.
        epsilons: indices of each Eps.
        exchanges: a conjugated field, another, their representation R, and matrices of the fundamental, which stand in
            the other bonds like fields with an adjoint: S^dag t^a_R t^b_R S goes with t^a and t^b.
    """

    deltas: tuple[Bond, ...]
    epsilons: tuple[Bond, ...]
    exchanges: tuple[tuple[int, int, Irrep, tuple[int, ...]], ...]

    @property
    def number(self) -> int:
        """How many generators stand between fields."""
        return sum(len(matrices) for *_, matrices in self.exchanges)


def index_names() -> Iterator[str]:
    """Names of indices: letters, and then letters with numbers."""
    yield from LETTERS
    yield from (f"{letter}{number}" for number in count(1) for letter in LETTERS)


def has_matrix(irreps: Mapping[str, Irrep]) -> bool:
    """Whether a field is written as a matrix: it has an adjoint."""
    return any(irrep == adjoint(irrep.n) for irrep in irreps.values())


def contractions(legs: tuple[Leg, ...], layout: Layout) -> Iterator[tuple[Factor, ...]]:
    """Complete contractions of a product of fields, those with the fewest generators and the natural ones first."""
    simple = [group for group in layout.groups if group.n > 1]
    per_group = [list(_of_group(legs, group, layout.model)) for group in simple]
    choices = islice(product(*per_group), MOST_CONTRACTIONS)
    for choice in sorted(choices, key=lambda choice: sum(wired.number for wired in choice)):
        yield _factors(legs, simple, choice, layout.model)


def _of_group(legs: tuple[Leg, ...], group: Group, model: Model) -> Iterator[_Wired]:
    """Contractions of the indices of one group."""
    classes: list[SlotClass] = []
    others: list[int] = []
    for position, leg in enumerate(legs):
        irrep = model.field(leg.field).irreps.get(group.name)
        if irrep is None:
            continue
        if irrep == adjoint(group.n):
            classes += _matrix_slots(position)
        elif irrep.dimension == group.n:
            sign = 1 if (irrep.labels[0] == 1) != leg.conjugated else -1
            classes.append(SlotClass(position, (0,), sign, False))
        else:
            others.append(position)
    for pairs in _pairings(others, legs, group, model):
        for numbers in product(range(MOST_EXCHANGED + 1), repeat=len(pairs)):
            exchanging = [pair for pair, number in zip(pairs, numbers, strict=True) if number]
            if sum(numbers) <= MOST_EXCHANGED and all(_is_of_conjugates(pair, legs) for pair in exchanging):
                yield from _wired(pairs, numbers, classes, legs, group, model)


def _matrix_slots(position: int) -> list[SlotClass]:
    return [SlotClass(position, (0,), 1, False), SlotClass(position, (1,), -1, False)]


def _is_of_conjugates(pair: Bond, legs: tuple[Leg, ...]) -> bool:
    (first, _), (second, _) = pair
    return legs[first].conjugated != legs[second].conjugated


def _wired(
    pairs: Sequence[Bond],
    numbers: Sequence[int],
    classes: Sequence[SlotClass],
    legs: tuple[Leg, ...],
    group: Group,
    model: Model,
) -> Iterator[_Wired]:
    """Contractions with so many generators between the fields of each pair."""
    exchanges: list[tuple[int, int, Irrep, tuple[int, ...]]] = []
    slots, free = list(classes), count(len(legs))
    for pair, number in zip(pairs, numbers, strict=True):
        if number:
            first, second = sorted((leg for leg, _ in pair), key=lambda leg: not legs[leg].conjugated)
            matrices = tuple(islice(free, number))
            exchanges.append((first, second, model.field(legs[first].field).irreps[group.name], matrices))
            slots += [slot for matrix in matrices for slot in _matrix_slots(matrix)]
    direct = [pair for pair, number in zip(pairs, numbers, strict=True) if not number]
    if not slots:
        yield _Wired(tuple(direct), (), ())
        return
    try:
        found = wirings(slots, group.n)
    except RepresentationError:
        return
    for wiring in found:
        if any(set(component) <= set(matrices) for component in wiring.components for *_, matrices in exchanges):
            continue  # t^a t^a is a number
        yield _Wired((*direct, *wiring.deltas), wiring.epsilons, tuple(exchanges))


def _pairings(positions: Sequence[int], legs: tuple[Leg, ...], group: Group, model: Model) -> Iterator[list[Bond]]:
    """Ways to contract fields of other representations with conjugates, component by component."""
    if not positions:
        yield []
        return
    first, rest = positions[0], positions[1:]
    for other in rest:
        left, right = (model.field(legs[i].field) for i in (first, other))
        same = left.irreps[group.name] == right.irreps[group.name]
        if same and (legs[first].conjugated != legs[other].conjugated or (left.is_real and right.is_real)):
            for pairs in _pairings([i for i in rest if i != other], legs, group, model):
                yield [((first, 0), (other, 0)), *pairs]


def _factors(
    legs: tuple[Leg, ...], groups: Sequence[Group], choice: Sequence[_Wired], model: Model
) -> tuple[Factor, ...]:
    """The fields in written order with letters for indices, generators behind theirs, and then the rest."""
    letters = index_names()
    names: dict[tuple[str, Slot], str] = {}
    others: list[Factor] = []
    behind: dict[int, list[Factor]] = defaultdict(list)
    for group, wired in zip(groups, choice, strict=True):
        for bond in wired.deltas:
            letter = next(letters)
            names |= {(group.name, slot): letter for slot in bond}
        for epsilon in wired.epsilons:
            indices = tuple(next(letters) for _ in epsilon)
            names |= {(group.name, slot): letter for slot, letter in zip(epsilon, indices, strict=True)}
            others.append(Factor("", False, False, indices))
        for first, second, irrep, matrices in wired.exchanges:
            row = names[group.name, (first, 0)] = next(letters)
            for matrix in matrices:
                a, column = next(letters), next(letters)
                small = names[group.name, (matrix, 0)], names[group.name, (matrix, 1)]
                behind[first].append(Factor("", False, False, (a, row, column), (group.name, irrep)))
                others.append(Factor("", False, False, (a, *small), (group.name, fundamental(group.n))))
                row = column
            names[group.name, (second, 0)] = row
    result: list[Factor] = []
    for position, leg in enumerate(legs):
        irreps = model.field(leg.field).irreps
        indices = tuple(
            names[group.name, (position, slot)]
            for group in groups
            if group.name in irreps
            for slot in range(2 if irreps[group.name] == adjoint(group.n) else 1)
        )
        result += [Factor(leg.field, leg.conjugated, has_matrix(irreps), indices), *behind[position]]
    return (*result, *others)
