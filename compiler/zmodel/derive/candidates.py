"""Which products of fields the gauge and global symmetries allow, and in how many independent ways.

A content is a product of fields with its indices uncontracted and its generations unspecified. Charges are
compared at a random point of the parameters first, which finds all candidates by looking up sums; each is
then tested exactly.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations_with_replacement, product

from zmodel.derive.residues import PRIME, RandomPoint
from zmodel.groups import Irrep
from zmodel.groups.plethysm import adams_invariants, cycle_types
from zmodel.model import Field, Group, Leg, Model


@dataclass(frozen=True)
class Factor:
    """A field or its conjugate in a product; real fields are never conjugated."""

    field: str
    conjugated: bool


Content = tuple[Factor, ...]
"""Fermions before scalars, each in the order of the model; a field before its conjugate."""


def content_of(model: Model, legs: tuple[Leg, ...]) -> Content:
    """The content of a term; of a content and its conjugate, the one that stands for both."""
    factors = _factors(model)
    position = {factor: i for i, factor in enumerate(factors)}
    found = sorted(position[Factor(leg.field, leg.conjugated)] for leg in legs)
    conjugate = sorted(position[conjugate_factor(model, factors[i])] for i in found)
    return tuple(factors[i] for i in min(found, conjugate))


def conjugate_factor(model: Model, factor: Factor) -> Factor:
    """The conjugate of a factor; a real field is its own."""
    return factor if model.field(factor.field).is_real else Factor(factor.field, not factor.conjugated)


def is_self_conjugate(model: Model, content: Content) -> bool:
    """Whether the conjugate of a content is the same content."""
    return all(content.count(f) == content.count(conjugate_factor(model, f)) for f in content)


# ------------------------------------------------------------------ enumeration
def allowed_contents(model: Model, fermions: int, scalars: int) -> Iterator[Content]:
    """Contents that the U(1)s and the centres of the SU(N)s allow for some generations, one of each conjugate pair.

    Spinors are asked to pair up by handedness. Whether the SU(N)s have invariants is for `count_contractions`.

    Args:
        model: a resolved model.
        fermions: number of fermions.
        scalars: number of scalars, at least one field in all.
    """
    factors = _factors(model)
    position = {factor: i for i, factor in enumerate(factors)}
    conjugates = [position[conjugate_factor(model, factor)] for factor in factors]
    half = (fermions + scalars + 1) // 2
    charges = _charge_values(model, factors)
    first = (min(fermions, half), max(0, half - fermions))
    second = (fermions - first[0], scalars - first[1])
    later = _by_charge(model, factors, charges, *second)
    for start, totals in _multisets(model, factors, charges, *first):
        ends = {end for total in totals for end in later.get(-total % PRIME, ()) if not end or end[0] >= start[-1]}
        for end in sorted(ends):
            found = start + end
            content = tuple(factors[i] for i in found)
            if found <= tuple(sorted(conjugates[i] for i in found)) and _spins_and_centres_fit(model, content):
                yield content


def _factors(model: Model) -> list[Factor]:
    fields = (*model.fermions, *model.scalars)
    return [Factor(f.name, bar) for f in fields for bar in ((False,) if f.is_real else (False, True))]


def _charge_values(model: Model, factors: list[Factor]) -> list[frozenset[int]]:
    """All U(1) charges of a factor as one number, for each generation."""
    source = random.Random(len(factors))
    point = RandomPoint.of(model.ring, source)
    groups = [group.name for group in model.groups if group.is_abelian]
    scales = [source.randrange(1, PRIME) for _ in groups]
    result = []
    for factor in factors:
        field = model.field(factor.field)
        values = [0] * field.generations
        for group, scale in zip(groups, scales, strict=True):
            for generation, charge in enumerate(field.charges.get(group, ())):
                values[generation] += scale * point.evaluate(charge)
        result.append(frozenset((-value if factor.conjugated else value) % PRIME for value in values))
    return result


def _multisets(
    model: Model, factors: list[Factor], charges: list[frozenset[int]], fermions: int, scalars: int
) -> Iterator[tuple[tuple[int, ...], frozenset[int]]]:
    """Products of some fermions and some scalars, with the charges that generations can give them."""
    is_fermion = [model.field(factor.field).is_fermion for factor in factors]
    spinors = [i for i, fermion in enumerate(is_fermion) if fermion]
    others = [i for i, fermion in enumerate(is_fermion) if not fermion]
    for left in combinations_with_replacement(spinors, fermions):
        for right in combinations_with_replacement(others, scalars):
            totals = frozenset((0,))
            for i in left + right:
                totals = frozenset((total + charge) % PRIME for total in totals for charge in charges[i])
            yield left + right, totals


def _by_charge(
    model: Model, factors: list[Factor], charges: list[frozenset[int]], fermions: int, scalars: int
) -> dict[int, list[tuple[int, ...]]]:
    result: dict[int, list[tuple[int, ...]]] = {}
    for members, totals in _multisets(model, factors, charges, fermions, scalars):
        for total in totals:
            result.setdefault(total, []).append(members)
    return result


def _spins_and_centres_fit(model: Model, content: Content) -> bool:
    fields = [model.field(factor.field) for factor in content]
    handed = [f.conjugated == (field.chirality == "left") for f, field in zip(content, fields, strict=True)]
    daggered = sum(1 for field, hand in zip(fields, handed, strict=True) if field.is_fermion and hand)
    if daggered % 2 or (sum(1 for field in fields if field.is_fermion) - daggered) % 2:
        return False
    for group in model.groups:
        if not group.is_abelian and sum(_centre(f, field, group) for f, field in zip(content, fields, strict=True)) % (
            group.n
        ):
            return False
    return True


def _centre(factor: Factor, field: Field, group: Group) -> int:
    irrep = field.irreps.get(group.name)
    if irrep is None:
        return 0
    return -irrep.n_ality if factor.conjugated else irrep.n_ality


# ------------------------------------------------------------------ counting
def count_contractions(model: Model, content: Content, antisymmetric: frozenset[Factor] = frozenset()) -> int:
    """Number of independent invariants of all SU(N)s in a content, exactly.

    Repeated factors are symmetrised over all their indices at once, as equal scalars are and as equal
    fermions of a mass or Yukawa term with a symmetric matrix over generations are.

    Args:
        model: a resolved model.
        content: with charges that add up to zero.
        antisymmetric: factors that are antisymmetrised instead.

    Raises:
        RepresentationError: if the product of representations is too large.
    """
    groups = [group for group in model.groups if not group.is_abelian]
    distinct = tuple(dict.fromkeys(content))
    total = Fraction(0)
    for types in product(*(tuple(cycle_types(content.count(factor))) for factor in distinct)):
        weight = Fraction(1)
        for factor, (_, share, sign) in zip(distinct, types, strict=True):
            weight *= share * (sign if factor in antisymmetric else 1)
        for group in groups:
            if not weight:
                break
            cycles = {factor: lengths for factor, (lengths, _, _) in zip(distinct, types, strict=True)}
            weight *= adams_invariants(_powers(model, group, cycles))
        total += weight
    return int(total)


def _powers(model: Model, group: Group, cycles: Mapping[Factor, tuple[int, ...]]) -> tuple[tuple[Irrep, int], ...]:
    powers = []
    for factor, lengths in cycles.items():
        irrep = model.field(factor.field).irreps.get(group.name)
        if irrep is not None:
            powers += [(irrep.conjugate if factor.conjugated else irrep, length) for length in lengths]
    return tuple(sorted(powers))
