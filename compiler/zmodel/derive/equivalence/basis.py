"""Finds names of groups, bases of U(1)s and values of parameters that turn one model's charges into another's."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import islice, permutations, product

from zmodel.algebra import Polynomial, Ring
from zmodel.derive.equivalence.parameters import charge_columns, relate_charges
from zmodel.derive.equivalence.particles import (
    Irreps,
    Number,
    Particle,
    PolynomialMatrix,
    abelian_names,
    as_number,
    renamed,
)
from zmodel.derive.equivalence.rows import Row, coordinates, independent
from zmodel.model import Model

BATCHES = (4, 60)
"""Changes of basis that are looked at for one naming of the groups: those that are compared first, and then."""

MAX_STEPS = 50_000
"""Steps of the search for them."""

TaggedKind = tuple[str, bool, Irreps, int]
"""The kind of a particle, and what else tells it from others; the tag of a conjugate is the negative one."""

Classes = tuple[tuple[tuple[int, ...], tuple[int, ...]], ...]
"""Positions of equal particles of one model and of those of the other that they are."""

Images = tuple[list[tuple[int, int]], tuple[tuple[int, ...], tuple[int, ...]], Classes]


@dataclass(frozen=True)
class Change:
    """A change of names and basis that turns the particles of one model into those of another.

    Attributes:
        groups: for each simple group the other's name, and whether its fundamental is the other's conjugate.
        polynomials: of the matrix in charges of the other = matrix * charges of this one, both as in `abelian_names`.
        inverse: of the matrix.
        parameters: of the other model's charges, as polynomials in those of this one; those left out are free.
        signs: for each particle of this model and of the other 1, or -1 if it is the conjugate of its class's first.
        classes: positions of equal particles of this model, and of those of the other that they become.
    """

    groups: Mapping[str, tuple[str, bool]]
    polynomials: PolynomialMatrix
    inverse: PolynomialMatrix
    parameters: tuple[tuple[str, Polynomial], ...]
    signs: tuple[tuple[int, ...], tuple[int, ...]]
    classes: Classes

    @property
    def matrix(self) -> tuple[tuple[Number, ...], ...]:
        """The matrix of charges, with numbers as such."""
        return tuple(tuple(map(as_number, row)) for row in self.polynomials)

    @property
    def weight(self) -> tuple[int, ...]:
        """Plain changes come first: few mirrored groups, few new parameters and entries, and small ones."""
        mirrored = sum(is_mirrored for _, is_mirrored in self.groups.values())
        entries = [value for row in self.matrix for value in row if value != 0]
        numbers = [value for value in entries if isinstance(value, Fraction)]
        size = sum(2 * (abs(value.numerator) + value.denominator) + (value < 0) for value in numbers)
        length = sum(len(value.to_dict()) for _, value in self.parameters)
        return mirrored, len(entries) - len(numbers), length, len(entries), size


def find_changes(
    first: Model, second: Model, ring: Ring, here: Sequence[Particle], there: Sequence[Particle]
) -> Iterator[Change]:
    """Changes that make particles equal, the plainest ones of each naming of the groups first.

    Args:
        first: the model whose particles are `here`.
        second: the model whose particles are `there`.
        ring: of the charges of both.
        here: particles of the first model.
        there: particles of the second model.
    """
    if len(here) != len(there) or len(abelian_names(first)) != len(abelian_names(second)):
        return
    for groups in namings(first, second):
        named = [renamed(particle, groups) for particle in here]
        images_of_particles = _images(ring, named, there)
        for size in BATCHES:
            found = []
            for images, signs, classes in islice(images_of_particles, size):
                related = relate_charges(first, second, ring, named, there, images)
                if related is not None:
                    found.append(Change(groups, related.inverse, related.matrix, related.parameters, signs, classes))
            yield from sorted(found, key=lambda change: change.weight)


# ------------------------------------------------------------------ simple groups
def namings(first: Model, second: Model) -> Iterator[dict[str, tuple[str, bool]]]:
    """Ways to call the simple groups of one model by the names of the other's, equal names and no mirrors first."""
    kinds = {(group.n, group.is_global) for model in (first, second) for group in model.groups if not group.is_abelian}
    choices = []
    for kind in sorted(kinds):
        old, new = (
            [g.name for g in model.groups if not g.is_abelian and (g.n, g.is_global) == kind]
            for model in (first, second)
        )
        if len(old) != len(new):
            return
        mirrors = list(product((False, True), repeat=len(old))) if kind[0] > 2 else [(False,) * len(old)]
        orders = sorted(permutations(new), key=lambda order: sum(a != b for a, b in zip(old, order, strict=True)))
        choices.append(
            [
                {name: (other, mirror) for name, other, mirror in zip(old, order, mirrored, strict=True)}
                for mirrored in mirrors
                for order in orders
            ]
        )
    found = [{name: image for part in choice for name, image in part.items()} for choice in product(*choices)]
    # Sorting is stable, so what is left of the order is the one of the products.
    yield from sorted(
        found, key=lambda naming: (sum(m for _, m in naming.values()), sum(a != b for a, (b, _) in naming.items()))
    )


# ------------------------------------------------------------------ U(1)s
@dataclass(frozen=True)
class _Class:
    """Particles of one kind with the same charges.

    Attributes:
        kind: spin and representations.
        row: their charges.
        members: their positions.
        names: fields and generations of those that are no conjugates of the others.
    """

    kind: TaggedKind
    row: Row
    members: tuple[int, ...]
    names: frozenset[tuple[str, int]]

    def sign(self, particle: Particle) -> int:
        """1 for a member that is what the class is, -1 for one whose conjugate is."""
        return 1 if (particle.field, particle.generation) in self.names else -1


def _images(ring: Ring, here: Sequence[Particle], there: Sequence[Particle]) -> Iterator[Images]:
    """Ways to take classes of equal particles for classes of the other model by a linear change of their charges.

    Where only some U(1)s have parameters in their charges, the others are sums of one another, since they stay what
    they are when parameters change. They are looked at first, and what they tell apart stays apart.
    """
    fixed = [_without_parameters(items) for items in (here, there)]
    if fixed[0] and len(fixed[0]) == len(fixed[1]) < len(here[0].charges):
        some = [
            [replace(p, charges=tuple(p.charges[g] for g in groups)) for p in items]
            for items, groups in zip((here, there), fixed, strict=True)
        ]
        plain = ((0,) * len(here), (0,) * len(there))
        for _, signs, classes in islice(_tagged_images(ring, some[0], some[1], plain), BATCHES[0]):
            tags = tuple(
                tuple(_tags(side, signs[number], [pair[number] for pair in classes]))
                for number, side in enumerate(some)
            )
            yield from _tagged_images(ring, here, there, (tags[0], tags[1]))
    yield from _tagged_images(ring, here, there, ((0,) * len(here), (0,) * len(there)))


def _without_parameters(items: Sequence[Particle]) -> list[int]:
    """The U(1)s whose charges are numbers."""
    size = len(items[0].charges) if items else 0
    return [g for g in range(size) if all(particle.charges[g].is_constant() for particle in items)]


def _tags(items: Sequence[Particle], signs: Sequence[int], classes: Sequence[tuple[int, ...]]) -> list[int]:
    """A number for each particle's class, negative for conjugates of bosons."""
    found = [0] * len(items)
    for number, members in enumerate(classes, start=1):
        for i in members:
            found[i] = number * (1 if items[i].is_self_conjugate or not items[i].has_twin else signs[i])
    return found


def _tagged_images(
    ring: Ring, here: Sequence[Particle], there: Sequence[Particle], tags: tuple[tuple[int, ...], tuple[int, ...]]
) -> Iterator[Images]:
    """Ways to take classes of equal particles for others with the same tag.

    Each is given as an image of each particle, with a sign for conjugates, as signs inside of classes, and as pairs of
    classes.
    """
    old, new = _classes(ring, here, tags[0]), _classes(ring, there, tags[1])
    if _census(old) != _census(new):
        return
    known: dict[tuple[TaggedKind, Row], tuple[int, int]] = {}
    for number, item in enumerate(new):
        known[item.kind, item.row] = (number, 1)
        if _has_twin(item.kind):
            known.setdefault((_conjugate(item.kind), tuple(-value for value in item.row)), (number, -1))
    signs = [0] * len(there)
    for item in new:
        for position in item.members:
            signs[position] = item.sign(there[position])
    for image in _linear_images(old, new, known):
        mine = [0] * len(here)
        images = [(0, 0)] * len(here)
        for item, (number, sign) in zip(old, image, strict=True):
            for position, other in zip(item.members, new[number].members, strict=True):
                mine[position] = sign * item.sign(here[position])
                images[position] = (other, mine[position] * signs[other])
        pairs = tuple((item.members, new[number].members) for item, (number, _) in zip(old, image, strict=True))
        yield images, (tuple(mine), tuple(signs)), pairs


def _has_twin(kind: TaggedKind) -> bool:
    return kind[0] != "fermion" and not kind[1]


def _conjugate(kind: TaggedKind) -> TaggedKind:
    spin, is_real, irreps, tag = kind
    return spin, is_real, tuple((name, irrep.conjugate) for name, irrep in irreps), -tag


def _classes(ring: Ring, items: Sequence[Particle], tags: Sequence[int]) -> list[_Class]:
    columns = list(charge_columns(ring, [particle.charges for particle in items]).values())
    chosen = [columns[i] for i in independent(columns)]
    found: dict[tuple[TaggedKind, Row], list[int]] = defaultdict(list)
    straight: dict[tuple[TaggedKind, Row], set[tuple[str, int]]] = defaultdict(set)
    for position, particle in enumerate(items):
        row = tuple(column[position] for column in chosen)
        kind = (*particle.kind, tags[position])
        key, other = (kind, row), (_conjugate(kind), tuple(-value for value in row))
        if particle.has_twin and key not in found and other in found:
            found[other].append(position)
            continue
        found[key].append(position)
        straight[key].add((particle.field, particle.generation))
    return [_Class(kind, row, tuple(members), frozenset(straight[kind, row])) for (kind, row), members in found.items()]


def _census(items: Sequence[_Class]) -> tuple[int, Counter[object]]:
    """What does not depend on the basis: the number of independent charges, and sizes of classes by kind."""
    counts: Counter[object] = Counter()
    for item in items:
        kinds = (item.kind, _conjugate(item.kind)) if _has_twin(item.kind) else (item.kind,)
        counts[min(map(repr, kinds)), len(item.members), any(item.row)] += 1
    return (len(items[0].row) if items else 0), counts


def _linear_images(
    old: Sequence[_Class], new: Sequence[_Class], known: Mapping[tuple[TaggedKind, Row], tuple[int, int]]
) -> Iterator[tuple[tuple[int, int], ...]]:
    """Depth-first: a class at a time of some whose charges are independent; all that depend on them must fit, too."""
    size = len(old[0].row) if old else 0
    targets = {i: _targets(item, new, known) for i, item in enumerate(old)}
    order = sorted(range(len(old)), key=lambda i: (len(targets[i]), i))
    basis = [order[i] for i in independent([old[i].row for i in order])] if size else []
    if len(basis) != size:
        return
    factors = coordinates([old[i].row for i in basis], [item.row for item in old])
    levels: dict[int, list[int]] = defaultdict(list)
    for i, row in enumerate(factors):
        assert row is not None
        levels[max((j for j, value in enumerate(row) if value), default=-1)].append(i)
    steps = [0]

    def fits(chosen: Sequence[Row], level: int, image: dict[int, tuple[int, int]]) -> bool:
        for i in levels[level]:
            row = factors[i] or ()
            sums = tuple(
                sum((row[j] * chosen[j][k] for j in range(level + 1) if row[j]), Fraction(0)) for k in range(size)
            )
            target = known.get((old[i].kind, sums))
            if target is None or len(new[target[0]].members) != len(old[i].members):
                return False
            image[i] = target
        return True

    def extend(chosen: list[Row], image: dict[int, tuple[int, int]]) -> Iterator[tuple[tuple[int, int], ...]]:
        level = len(chosen)
        if level == size:
            if len({number for number, _ in image.values()}) == len(old):
                yield tuple(image[i] for i in range(len(old)))
            return
        for row in targets[basis[level]]:
            steps[0] += 1
            if steps[0] > MAX_STEPS:
                return
            grown, more = [*chosen, row], dict(image)
            if fits(grown, level, more) and len(independent(grown)) == len(grown):
                yield from extend(grown, more)

    start: dict[int, tuple[int, int]] = {}
    if fits([], -1, start):
        yield from extend([], start)


def _targets(item: _Class, new: Sequence[_Class], known: Mapping[tuple[TaggedKind, Row], tuple[int, int]]) -> list[Row]:
    """Charges that a class may be given, those of fields of the same names first."""
    found = []
    for (kind, row), (number, sign) in known.items():
        if kind == item.kind and len(new[number].members) == len(item.members) and any(row) == any(item.row):
            same = len(item.names & new[number].names)
            found.append((-same, row != item.row, sign < 0, number, row))
    return [row for *_, row in sorted(found)]
