"""Which fields of two different models are meant to be the same: the pairs that leave the fewest differences."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations, islice, product
from random import Random

from scipy.optimize import linear_sum_assignment

from zmodel.algebra import Ring
from zmodel.algebra.polynomial import constant_value
from zmodel.derive.equivalence.basis import namings
from zmodel.derive.equivalence.particles import Kind, Particle, PolynomialMatrix, abelian_names
from zmodel.derive.equivalence.rows import Row, as_matrix, as_rows, independent
from zmodel.groups import Irrep
from zmodel.model import Field, Model

MAX_NAMINGS = 24
MAX_BASES = 200
"""Names of groups and bases of U(1)s that are tried."""

ALONE = 5.0
"""What a field without a partner costs; two with partners that differ in more than twice this are told apart."""

FORBIDDEN = 1e6
REPRESENTATION, CHARGE, GENERATIONS, REALITY, VACUUM, NAME, SPELLING = 3.0, 1.5, 1.0, 3.0, 0.5, 1.0, 0.4

Groups = Mapping[str, tuple[str, bool]]
Rotated = tuple[Row, ...]


@dataclass(frozen=True)
class Pairing:
    """What is taken for the same in two models.

    Attributes:
        groups: simple groups of the first by name: that of the second, and whether its fundamental is the conjugate.
        matrix: charges of the second = matrix * charges of the first; a row of zeros is a U(1) that the first lacks.
        images: for each particle of the first the position of one of the second, and whether that is its conjugate.
    """

    groups: Groups
    matrix: PolynomialMatrix
    images: tuple[tuple[int, bool] | None, ...]


def best_pairing(
    first: Model, here: Sequence[Particle], second: Model, there: Sequence[Particle], ring: Ring
) -> Pairing:
    """The pairs of fields that leave the fewest differences, in the best basis of U(1)s; the same ones every time.

    Args:
        first: a resolved model.
        here: its particles.
        second: another one.
        there: its particles.
        ring: of the charges of both.
    """
    values = _values(ring)
    other = _by_field(second, there, ring, values, {g.name: (g.name, False) for g in second.groups})
    plain = _basis_of_names(first, second)

    def items(groups: Groups) -> list[_Item]:
        return _by_field(first, here, ring, values, groups)

    def cost(groups: Groups) -> float:
        # Rounded, so that the first of equally good ones is taken.
        return round(_assign([_turned(item, plain) for item in items(groups)], other)[0], 6)

    groups = min(_all_namings(first, second), key=cost)
    has_parameters = any(not q.is_constant() for particle in (*here, *there) for q in particle.charges)
    matrix = plain if has_parameters else _best_basis(first, second, items(groups), other)
    mine = [_turned(item, matrix) for item in items(groups)]
    pairs = _assign(mine, other)[1]
    images: list[tuple[int, bool] | None] = [None] * len(here)
    for i, j in pairs:
        for left, right, conjugated in _generations(mine[i], other[j]):
            images[left] = (right, conjugated)
    _pair_what_is_left(mine, other, images)
    rows = tuple(tuple(ring.constant(value) for value in row) for row in matrix)
    return Pairing(groups, rows, tuple(images))


def _values(ring: Ring) -> dict[str, Fraction]:
    """A number for each parameter, so that charges can be compared quickly."""
    random = Random(1)
    return {name: Fraction(random.randint(10**5, 10**6), random.randint(1, 1000)) for name in ring.symbols}


# ------------------------------------------------------------------ groups
def _all_namings(first: Model, second: Model) -> Iterator[Groups]:
    """Names of simple groups; where numbers differ, those of equal names, and others in their order."""
    found = list(islice(namings(first, second), MAX_NAMINGS))
    if found:
        yield from found
        return
    groups: dict[str, tuple[str, bool]] = {}
    left = [group for group in second.groups if not group.is_abelian]
    ordered = sorted((g for g in first.groups if not g.is_abelian), key=lambda g: all(g.name != h.name for h in left))
    for group in ordered:
        fitting = sorted(
            (h for h in left if h.n == group.n), key=lambda h: (h.name != group.name, h.is_global != group.is_global)
        )
        if fitting:
            groups[group.name] = (fitting[0].name, False)
            left.remove(fitting[0])
    yield groups


# ------------------------------------------------------------------ fields
@dataclass(frozen=True)
class _Item:
    """A field: its particles by position, with numbers for charges."""

    field: Field
    order: int
    kind: Kind
    positions: tuple[int, ...]
    charges: Rotated
    is_conjugate: bool


def _by_field(
    model: Model, items: Sequence[Particle], ring: Ring, values: Mapping[str, Fraction], groups: Groups
) -> list[_Item]:
    positions: dict[str, list[int]] = defaultdict(list)
    for position, particle in enumerate(items):
        positions[particle.field].append(position)
    found = []
    for order, (name, places) in enumerate(positions.items()):
        plain = items[places[0]]
        irreps = tuple(sorted((groups.get(g, (f"{g} of {model.name}", False)), irrep) for g, irrep in plain.irreps))
        kind = (plain.spin, plain.is_real, tuple((g, irrep.conjugate if m else irrep) for (g, m), irrep in irreps))
        charges = tuple(
            tuple(constant_value(ring.substitute(q, values)) or Fraction(0) for q in items[i].charges) for i in places
        )
        found.append(_Item(model.field(name), order, kind, tuple(places), charges, plain.is_conjugate))
    return found


def _turned(item: _Item, matrix: Sequence[Sequence[Fraction]]) -> _Item:
    charges = tuple(_times(matrix, row) for row in item.charges)
    return _Item(item.field, item.order, item.kind, item.positions, charges, item.is_conjugate)


def _times(matrix: Sequence[Sequence[Fraction]], row: Row) -> Row:
    return tuple(sum((a * q for a, q in zip(line, row, strict=True) if a and q), Fraction(0)) for line in matrix)


def _orientations(item: _Item) -> Iterator[tuple[Kind, Rotated, bool]]:
    yield item.kind, item.charges, False
    spin, is_real, irreps = item.kind
    if spin != "fermion" and not is_real:
        mirrored = tuple((g, irrep.conjugate) for g, irrep in irreps)
        yield (spin, is_real, mirrored), tuple(tuple(-q for q in row) for row in item.charges), True


def _assign(mine: Sequence[_Item], other: Sequence[_Item]) -> tuple[float, list[tuple[int, int]]]:
    """The cheapest pairs, and what they cost with the fields that are left alone."""
    size = len(mine) + len(other)
    costs = [[0.0] * size for _ in range(size)]
    for i in range(size):
        for j in range(size):
            if i < len(mine) and j < len(other):
                # Of equally good pairs those in the order of the files.
                costs[i][j] = min(cost for cost, _ in _costs(mine[i], other[j])) + 1e-4 * abs(i - j) / size
            elif i < len(mine) or j < len(other):
                costs[i][j] = ALONE
    rows, columns = linear_sum_assignment(costs)
    pairs = [(int(i), int(j)) for i, j in zip(rows, columns, strict=True) if i < len(mine) and j < len(other)]
    return sum(costs[i][j] for i, j in zip(rows, columns, strict=True)), pairs


def _costs(mine: _Item, other: _Item) -> Iterator[tuple[float, bool]]:
    """What is different about two fields, for the one and for its conjugate."""
    for kind, charges, conjugated in _orientations(mine):
        if kind[0] != other.kind[0]:
            yield FORBIDDEN, conjugated
            continue
        irreps: tuple[dict[str, Irrep], dict[str, Irrep]] = (dict(kind[2]), dict(other.kind[2]))
        cost = REPRESENTATION * sum(irreps[0].get(g) != irreps[1].get(g) for g in {*irreps[0], *irreps[1]})
        cost += REALITY * (kind[1] != other.kind[1])
        common = sum((Counter(charges) & Counter(other.charges)).values())
        cost += CHARGE * (max(len(charges), len(other.charges)) - common)
        cost += GENERATIONS * (len(charges) != len(other.charges))
        cost += VACUUM * (bool(mine.field.vev) != bool(other.field.vev)) + 0.1 * conjugated
        if mine.field.name != other.field.name:
            cost += SPELLING if mine.field.name.lower() == other.field.name.lower() else NAME
        yield cost, conjugated


def _generations(mine: _Item, other: _Item) -> Iterator[tuple[int, int, bool]]:
    """Generations of two fields: those of equal charges, then the others in order.

    Another order of the same number of generations is taken only where it makes two more of them equal: textures speak
    of generations, too.
    """
    conjugated = min(_costs(mine, other))[1]
    charges = next(charges for _, charges, flag in _orientations(mine) if flag is conjugated)
    if len(charges) == len(other.charges):
        common = sum((Counter(charges) & Counter(other.charges)).values())
        if common - sum(a == b for a, b in zip(charges, other.charges, strict=True)) < 2:
            charges = other.charges  # in order
    free = list(range(len(other.charges)))
    pairs: dict[int, int] = {}
    straight = [i for i, row in enumerate(charges) if i in free and row == other.charges[i]]
    for i in straight:
        pairs[i] = i
        free.remove(i)
    for wanted in (True, False):
        for i, row in enumerate(charges):
            j = next((j for j in free if (row == other.charges[j]) or not wanted), None)
            if i not in pairs and j is not None:
                pairs[i] = j
                free.remove(j)
    flipped = conjugated != (mine.is_conjugate != other.is_conjugate)
    for i, j in sorted(pairs.items()):
        yield mine.positions[i], other.positions[j], flipped


def _pair_what_is_left(mine: Sequence[_Item], other: Sequence[_Item], images: list[tuple[int, bool] | None]) -> None:
    """Generations without a partner that are the same as some of another field: a field may have been split."""
    taken = {image[0] for image in images if image is not None}
    places: dict[tuple[Kind, Row], list[tuple[int, bool]]] = defaultdict(list)
    for item in other:
        for position, row in zip(item.positions, item.charges, strict=True):
            if position not in taken:
                places[item.kind, row].append((position, item.is_conjugate))
    for item in mine:
        for kind, charges, conjugated in _orientations(item):
            for position, row in zip(item.positions, charges, strict=True):
                if images[position] is None and places[kind, row]:
                    partner, flag = places[kind, row].pop(0)
                    images[position] = (partner, conjugated != (item.is_conjugate != flag))


# ------------------------------------------------------------------ U(1)s
def _best_basis(first: Model, second: Model, mine: Sequence[_Item], other: Sequence[_Item]) -> list[list[Fraction]]:
    """The basis of U(1)s in which most particles are the same; that of equal names if it is nearly as good."""
    plain = _basis_of_names(first, second)
    names = abelian_names(first)
    is_gauged = not any(m.group(g).is_global for m in (first, second) for g in abelian_names(m))
    if not names or len(names) != len(abelian_names(second)) or not is_gauged:
        return plain
    wanted = Counter((kind, row) for item in other for kind, row in _plain_rows(item))
    best, score = plain, _overlap(plain, mine, wanted)
    # Another basis has to explain most of the differences.
    score += (sum(wanted.values()) - score) // 2
    for matrix in islice(_bases(mine, other, len(names)), MAX_BASES):
        found = _overlap(matrix, mine, wanted)
        if found > score:
            best, score = matrix, found
    return best


def _basis_of_names(first: Model, second: Model) -> list[list[Fraction]]:
    """U(1)s of equal names are the same, and others in their order."""
    old, new = abelian_names(first), abelian_names(second)
    left = [name for name in old if name not in new]
    rows = []
    for name in new:
        fitting = [g for g in left if first.group(g).is_global == second.group(name).is_global]
        partner = name if name in old else fitting[0] if fitting else None
        if partner in left:
            left.remove(partner)
        rows.append([Fraction(int(g == partner)) for g in old])
    return rows


def _plain_rows(item: _Item) -> Iterator[tuple[Kind, Row]]:
    """What particles are, conjugates not told apart."""
    options = list(_orientations(item))
    for i in range(len(item.charges)):
        yield min((kind, charges[i]) for kind, charges, _ in options)


def _overlap(matrix: Sequence[Sequence[Fraction]], mine: Sequence[_Item], wanted: Counter[tuple[Kind, Row]]) -> int:
    found = Counter(pair for item in mine for pair in _plain_rows(_turned(item, matrix)))
    return sum((found & wanted).values())


def _bases(mine: Sequence[_Item], other: Sequence[_Item], size: int) -> Iterator[list[list[Fraction]]]:
    """Bases that turn a few particles into particles of the other model, fields of equal names first."""
    known: dict[Kind, list[Row]] = defaultdict(list)
    for item in other:
        for kind, charges, _ in _orientations(item):
            known[kind] += [row for row in charges if row not in known[kind] and any(row)]
    sources = list(dict.fromkeys((item.kind, row) for item in mine for row in item.charges if any(row)))
    sources.sort(key=lambda source: len(known[source[0]]))
    seen = set()
    for chosen in combinations(sources, size):
        if len(independent([row for _, row in chosen])) < size:
            continue
        inverse = as_matrix([row for _, row in chosen]).inv()
        for images in product(*(known[kind] for kind, _ in chosen)):
            # Rows are charges of particles: new = old * transposed matrix.
            transposed = as_rows(inverse * as_matrix(images))
            matrix = tuple(zip(*transposed, strict=True))
            if matrix not in seen and len(independent(matrix)) == size:
                seen.add(matrix)
                yield [list(row) for row in matrix]
