"""How many independent invariants a product of fields has, by characters.

Each choice of generations is counted by itself. Its equal fields are symmetrised over gauge, global and Lorentz
indices at once, with the sign of the permutation if they anticommute, by averaging characters over cycle types:
left-handed spinors are doublets of the first SU(2) of the Lorentz group and right-handed ones of the second,
vectors are doublets of both. No derivatives occur, so no equation of motion and no total derivative removes any.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from itertools import combinations_with_replacement, groupby, product

from zmodel.derive.candidates import Content, Factor, is_daggered
from zmodel.groups import Irrep, fundamental
from zmodel.groups.plethysm import adams_invariants, cycle_types
from zmodel.model import Model

PLAIN, DAGGERED = -1, -2
"""The two SU(2)s of the Lorentz group, among groups that are numbered from 0."""


@dataclass(frozen=True, order=True)
class Block:
    """Equal fields of one generation.

    Attributes:
        irreps: number of each SU(N), those of the Lorentz group included, and the representation.
        anticommuting: whether the fields are fermions.
        size: how many there are.
    """

    irreps: tuple[tuple[int, Irrep], ...]
    anticommuting: bool
    size: int


@lru_cache(maxsize=65536)
def count_invariants(blocks: tuple[Block, ...]) -> int:
    """Number of independent invariants of a product of blocks of equal fields; sort them, for the cache.

    Raises:
        RepresentationError: if the product of representations is too large.
    """
    groups = sorted({group for block in blocks for group, _ in block.irreps})
    total = Fraction(0)
    for types in product(*(tuple(cycle_types(block.size)) for block in blocks)):
        weight = Fraction(1)
        powers: dict[int, list[tuple[Irrep, int]]] = {group: [] for group in groups}
        for block, (lengths, share, sign) in zip(blocks, types, strict=True):
            weight *= share * sign if block.anticommuting else share
            for group, irrep in block.irreps:
                powers[group] += [(irrep, length) for length in lengths]
        for group in groups:
            if not weight:
                break
            weight *= adams_invariants(tuple(sorted(powers[group])))
        total += weight
    return int(total)


def block_of(model: Model, factor: Factor, size: int) -> Block:
    """Equal factors of one generation."""
    field = model.field(factor.field)
    irreps = [
        (number, field.irreps[group.name].conjugate if factor.conjugated else field.irreps[group.name])
        for number, group in enumerate(model.groups)
        if group.name in field.irreps
    ]
    if field.is_vector:
        irreps += [(PLAIN, fundamental(2)), (DAGGERED, fundamental(2))]
    elif field.is_fermion:
        irreps.append((DAGGERED if is_daggered(model, factor) else PLAIN, fundamental(2)))
    return Block(tuple(irreps), field.is_fermion, size)


# ------------------------------------------------------------------ generations
Assignment = tuple[tuple[int, ...], ...]
"""For each distinct factor of a content the generations of its copies, sorted."""


def assignments(model: Model, content: Content) -> Iterator[Assignment]:
    """Choices of generations, equal factors in no order."""
    yield from product(
        *(
            combinations_with_replacement(range(model.field(factor.field).generations), len(tuple(copies)))
            for factor, copies in groupby(content)
        )
    )


def assignment_of(content: Content, factors: Content, generations: tuple[int, ...]) -> Assignment:
    """The choice that an entry of a coupling stands for, of which the factors are in any order."""
    chosen: dict[Factor, list[int]] = {factor: [] for factor in content}
    for factor, generation in zip(factors, generations, strict=True):
        chosen[factor].append(generation)
    return tuple(tuple(sorted(chosen[factor])) for factor in dict.fromkeys(content))


def count_for(model: Model, content: Content, assignment: Assignment) -> int:
    """Number of independent invariants of a content for one choice of generations.

    Raises:
        RepresentationError: if the product of representations is too large.
    """
    sizes = (
        (factor, assigned.count(generation))
        for factor, assigned in zip(dict.fromkeys(content), assignment, strict=True)
        for generation in dict.fromkeys(assigned)
    )
    return count_invariants(tuple(sorted(block_of(model, factor, size) for factor, size in sizes)))


def vanishes(model: Model, factors: Content, generations: tuple[int, ...]) -> bool:
    """Whether a product that the simple groups allow is zero by the statistics of equal factors in it.

    Args:
        model: a resolved model.
        factors: in any order.
        generations: of each factor.

    Raises:
        RepresentationError: if the product of representations is too large.
    """
    if len(set(factors)) == len(factors):
        return False
    content = tuple(factor for factor in dict.fromkeys(factors) for _ in range(factors.count(factor)))
    return count_for(model, content, assignment_of(content, factors, generations)) == 0
