"""Subgroups of a product of SU(n)s and U(1)s.

A simple subgroup is given by blocks: n indices of the fundamental of one factor that make up its own
fundamental, or antifundamental. Several blocks are a diagonal subgroup. An abelian subgroup is given by its
generator: a traceless diagonal matrix for each SU(n) and a coefficient for each U(1). Its charges are therefore
normalised by this generator, not by a trace.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations, pairwise, product

from zmodel.groups.basis import Matrix, commutator
from zmodel.groups.linear import rank


@dataclass(frozen=True)
class Block:
    """Indices, from 0, of the fundamental of one SU(n) factor, in the order of the subgroup's own."""

    group: str
    indices: tuple[int, ...]
    conjugated: bool = False


@dataclass(frozen=True)
class SimpleSubgroup:
    """An SU(n) whose fundamental is each of the blocks, or the conjugate of it."""

    name: str
    blocks: tuple[Block, ...]

    @property
    def n(self) -> int:
        """The n of SU(n)."""
        return len(self.blocks[0].indices)


@dataclass(frozen=True)
class AbelianSubgroup:
    """A U(1).

    Attributes:
        name: of the subgroup.
        diagonals: the generator on the fundamental of each SU(n) factor; traceless, factors without it left out.
        charges: how often the charge of each U(1) factor is contained in its own; zeros left out.
    """

    name: str
    diagonals: tuple[tuple[str, tuple[Fraction, ...]], ...]
    charges: tuple[tuple[str, Fraction], ...]

    @property
    def n(self) -> int:
        """1, as for all U(1)s."""
        return 1


Subgroup = SimpleSubgroup | AbelianSubgroup


class EmbeddingError(ValueError):
    """Subgroups that are not the factors of one.

    Attributes:
        names: of the subgroups that do not go together.
    """

    def __init__(self, message: str, names: tuple[str, ...]) -> None:
        super().__init__(message)
        self.names = names


# ------------------------------------------------------------------ one after the other
def whole_group(name: str, n: int) -> Subgroup:
    """A factor as a subgroup of itself; n is 1 for a U(1)."""
    if n == 1:
        return AbelianSubgroup(name, (), ((name, Fraction(1)),))
    return SimpleSubgroup(name, (Block(name, tuple(range(n))),))


def compose(inner: Subgroup, outer: Iterable[Subgroup], sizes: Mapping[str, int]) -> Subgroup:
    """A subgroup of a product of subgroups, as a subgroup of the group that these are embedded in.

    Args:
        inner: the subgroup; its groups are the names of `outer`.
        outer: subgroups of the group.
        sizes: n of each SU(n) factor of the group, and 1 for each U(1).
    """
    factors = {subgroup.name: subgroup for subgroup in outer}
    if isinstance(inner, SimpleSubgroup):
        return SimpleSubgroup(inner.name, tuple(found for block in inner.blocks for found in _inside(block, factors)))
    total: defaultdict[tuple[str, int], Fraction] = defaultdict(Fraction)
    for name, entries in inner.diagonals:
        for index, entry in enumerate(entries):
            for block in _inside(Block(name, (index,)), factors):
                total[block.group, block.indices[0]] += -entry if block.conjugated else entry
    for name, coefficient in inner.charges:
        for key, charge in _entries(factors[name]).items():
            total[key] += coefficient * charge
    return abelian_subgroup(inner.name, total, sizes)


def abelian_subgroup(
    name: str, entries: Mapping[tuple[str, int], Fraction], sizes: Mapping[str, int]
) -> AbelianSubgroup:
    """A U(1), from its charge on each index of the fundamentals, and index 0 of U(1) factors."""
    diagonals, charges = [], []
    for group, n in sizes.items():
        values = tuple(Fraction(entries.get((group, index), 0)) for index in range(n))
        if any(values) and n == 1:
            charges.append((group, values[0]))
        elif any(values):
            diagonals.append((group, values))
    return AbelianSubgroup(name, tuple(diagonals), tuple(charges))


def _inside(block: Block, factors: Mapping[str, Subgroup]) -> Iterator[Block]:
    """The indices that indices of a subgroup's fundamental are, once for each of its blocks."""
    factor = factors[block.group]
    assert isinstance(factor, SimpleSubgroup)
    for outer in factor.blocks:
        indices = tuple(outer.indices[index] for index in block.indices)
        yield Block(outer.group, indices, block.conjugated != outer.conjugated)


def _entries(subgroup: Subgroup) -> dict[tuple[str, int], Fraction]:
    """The generator of a U(1) by group and index."""
    assert isinstance(subgroup, AbelianSubgroup)
    entries = {(group, index): entry for group, values in subgroup.diagonals for index, entry in enumerate(values)}
    return entries | {(group, 0): charge for group, charge in subgroup.charges}


# ------------------------------------------------------------------ what makes a subgroup
def check_subgroups(subgroups: Sequence[Subgroup]) -> None:
    """Tests that subgroups are the factors of one: each closes, they commute, their U(1)s are independent.

    Raises:
        EmbeddingError: if they are not.
    """
    for subgroup in subgroups:
        _check_one(subgroup)
    images = [_generating(subgroup) for subgroup in subgroups]
    for (first, ours), (second, theirs) in combinations(zip(subgroups, images, strict=True), 2):
        for group in ours.keys() & theirs.keys():
            if any(commutator(a, b) for a, b in product(ours[group], theirs[group])):
                message = f"`{first.name}` and `{second.name}` do not commute"
                raise EmbeddingError(message, (first.name, second.name))
    abelian = [subgroup for subgroup in subgroups if isinstance(subgroup, AbelianSubgroup)]
    if rank(_numbered(abelian)) < len(abelian):
        names = tuple(subgroup.name for subgroup in abelian)
        raise EmbeddingError(f"the generators of {', '.join(names)} are linearly dependent", names)


def _check_one(subgroup: Subgroup) -> None:
    name = subgroup.name
    if isinstance(subgroup, SimpleSubgroup):
        used = Counter((block.group, index) for block in subgroup.blocks for index in block.indices)
        for (group, index), count in used.items():
            if count > 1:
                raise EmbeddingError(f"`{name}` has the index {index + 1} of `{group}` twice", (name,))
    elif not subgroup.diagonals and not subgroup.charges:
        raise EmbeddingError(f"the generator of `{name}` is zero", (name,))
    else:
        for group, values in subgroup.diagonals:
            if sum(values):
                message = f"the generator of `{name}` has the trace {sum(values)} in `{group}`, must be 0"
                raise EmbeddingError(message, (name,))


def _generating(subgroup: Subgroup) -> dict[str, list[Matrix]]:
    """Matrices in each SU(n) factor whose commutators give all generators of the subgroup.

    For SU(n) two are enough: a diagonal matrix under which all simple roots and their negatives differ takes
    the sum of the raising and lowering operators to pieces.
    """
    if isinstance(subgroup, AbelianSubgroup):
        return {group: [{(i, i): x for i, x in enumerate(values) if x}] for group, values in subgroup.diagonals}
    n = subgroup.n
    cartan = [Fraction(2**i) - Fraction(2**n - 1, n) for i in range(n)]
    matrices: dict[str, list[Matrix]] = {}
    diagonal: dict[str, dict[tuple[int, int], Fraction]] = {}
    ladder: dict[str, dict[tuple[int, int], Fraction]] = {}
    for block in subgroup.blocks:
        sign = -1 if block.conjugated else 1
        diagonal.setdefault(block.group, {}).update(
            {(i, i): sign * x for i, x in zip(block.indices, cartan, strict=True)}
        )
        steps = {pair: Fraction(sign) for a, b in pairwise(block.indices) for pair in ((a, b), (b, a))}
        ladder.setdefault(block.group, {}).update(steps)
    for group, values in diagonal.items():
        matrices[group] = [values, ladder[group]]
    return matrices


def _numbered(subgroups: Sequence[AbelianSubgroup]) -> list[dict[tuple[int, ...], Fraction]]:
    """The generators of U(1)s as vectors."""
    entries = [_entries(subgroup) for subgroup in subgroups]
    numbers = {key: (number,) for number, key in enumerate(dict.fromkeys(key for item in entries for key in item))}
    return [{numbers[key]: value for key, value in item.items() if value} for item in entries]


# ------------------------------------------------------------------ generators and couplings
def cartan_coefficients(values: Sequence[Fraction]) -> dict[int, Fraction]:
    """A traceless diagonal matrix in the standard generators T^3, T^8, T^15, ..., without the roots.

    With T^(k^2-1) = diag(1, ..., 1, -(k-1), 0, ...)/sqrt(2 k (k-1)) and k - 1 ones, the coefficient is
    sqrt(2/(k (k-1))) times the value given here under k^2 - 1; zeros are left out.
    """
    found = {}
    for k in range(2, len(values) + 1):
        value = sum(values[: k - 1], Fraction(0)) - (k - 1) * values[k - 1]
        if value:
            found[k**2 - 1] = value
    return found


def inverse_couplings(first: Subgroup, second: Subgroup) -> dict[str, Fraction]:
    """By factor, how much of 1/g^2 goes into the subgroup's own: the index of the embedding.

    From the kinetic terms, with tr T^A T^B = delta^AB/2 on fundamentals: an SU(n) gets 1/g^2 once for each
    block, and the matrix h^-1 of U(1)s gets 2 tr(X Y)/g^2. Two different simple subgroups get nothing.
    """
    found: defaultdict[str, Fraction] = defaultdict(Fraction)
    if isinstance(first, AbelianSubgroup) and isinstance(second, AbelianSubgroup):
        others = _entries(second)
        doubled = {group for group, _ in first.diagonals}
        for (group, index), value in _entries(first).items():
            found[group] += (2 if group in doubled else 1) * value * others.get((group, index), Fraction(0))
    elif isinstance(first, SimpleSubgroup) and first == second:
        for block in first.blocks:
            found[block.group] += Fraction(1)
    return {group: value for group, value in found.items() if value}
