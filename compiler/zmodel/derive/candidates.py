"""Which products of fields the gauge and global symmetries allow, and in how many independent ways.

A content is a product of fields with its indices uncontracted and its generations unspecified. Halves of it are
looked up by their charges, which are packed into one whole number each, so that the test is exact.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations_with_replacement, product
from math import comb, prod

from zmodel.derive.packed_charges import pack_charges
from zmodel.groups import Irrep
from zmodel.groups.plethysm import adams_invariants, cycle_types
from zmodel.model import Field, Group, Leg, Model


@dataclass(frozen=True)
class Factor:
    """A field or its conjugate in a product; real fields are never conjugated."""

    field: str
    conjugated: bool


Content = tuple[Factor, ...]
"""Fermions before scalars before vectors, each in the order of the model; a field before its conjugate."""


class TooManyContentsError(Exception):
    """There are more products of fields than one wants to look at; `limit` names what can be raised, if anything."""

    def __init__(self, limit: str = "") -> None:
        super().__init__("there are too many products of fields")
        self.limit = limit


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
def allowed_contents(
    model: Model,
    fermions: int,
    scalars: int,
    vectors: int = 0,
    *,
    groups: Collection[str] | None = None,
    limit: int | None = None,
) -> Iterator[Content]:
    """Contents that the U(1)s and the centres of the SU(N)s allow for some generations, one of each conjugate pair.

    Spinors and vectors are asked to have even numbers of plain and of daggered indices. Whether the SU(N)s have
    invariants is for `count_contractions`.

    Args:
        model: a resolved model.
        fermions: number of fermions.
        scalars: number of scalars.
        vectors: number of massive vectors, at least one field in all.
        groups: the U(1)s whose charges must cancel identically in the parameters; all of them if not given.
        limit: number of products that are looked at.

    Raises:
        TooManyContentsError: if there are more than `limit`.
    """
    factors = _factors(model)
    position = {factor: i for i, factor in enumerate(factors)}
    conjugates = [position[conjugate_factor(model, factor)] for factor in factors]
    numbers = (fermions, scalars, vectors)
    charges = _charge_values(model, factors, sum(numbers), groups)
    first = _first_half(numbers)
    second = tuple(number - half for number, half in zip(numbers, first, strict=True))
    if limit is not None and max(_multiset_count(model, half) for half in (first, second)) > limit:
        raise TooManyContentsError
    later = _by_charge(model, factors, charges, second)
    seen = 0
    for start, totals in _multisets(model, factors, charges, first):
        ends = {end for total in totals for end in later.get(-total, ()) if not end or end[0] >= start[-1]}
        seen += len(ends)
        if limit is not None and seen > limit:
            raise TooManyContentsError
        for end in sorted(ends):
            found = start + end
            content = tuple(factors[i] for i in found)
            if found <= tuple(sorted(conjugates[i] for i in found)) and _spins_and_centres_fit(model, content):
                yield content


def _kinds(model: Model) -> tuple[tuple[Field, ...], ...]:
    return model.fermions, model.scalars, model.vectors


def _factors(model: Model) -> list[Factor]:
    fields = (field for kind in _kinds(model) for field in kind)
    return [Factor(f.name, bar) for f in fields for bar in ((False,) if f.is_real else (False, True))]


def _first_half(numbers: tuple[int, ...]) -> tuple[int, ...]:
    """How many fields of each kind are among the first half of all."""
    left = (sum(numbers) + 1) // 2
    result = []
    for number in numbers:
        result.append(min(number, left))
        left -= result[-1]
    return tuple(result)


def _charge_values(
    model: Model, factors: list[Factor], legs: int, groups: Collection[str] | None
) -> list[frozenset[int]]:
    """All U(1) charges of a factor as one number, for each generation."""
    packed = pack_charges(model, legs, groups)
    return [frozenset(-value if factor.conjugated else value for value in packed[factor.field]) for factor in factors]


def _multiset_count(model: Model, numbers: tuple[int, ...]) -> int:
    sizes = [sum(1 if field.is_real else 2 for field in kind) for kind in _kinds(model)]
    return prod(comb(size + number - 1, number) if number else 1 for size, number in zip(sizes, numbers, strict=True))


def _multisets(
    model: Model, factors: list[Factor], charges: list[frozenset[int]], numbers: tuple[int, ...]
) -> Iterator[tuple[tuple[int, ...], frozenset[int]]]:
    """Products of some fields of each kind, with the charges that generations can give them."""
    spins = [model.field(factor.field).spin for factor in factors]
    choices = [
        combinations_with_replacement([i for i, spin in enumerate(spins) if spin == kind], number)
        for kind, number in zip(("fermion", "scalar", "vector"), numbers, strict=True)
    ]
    for parts in product(*choices):
        members = tuple(i for part in parts for i in part)
        totals = frozenset((0,))
        for i in members:
            totals = frozenset(total + charge for total in totals for charge in charges[i])
        yield members, totals


def _by_charge(
    model: Model, factors: list[Factor], charges: list[frozenset[int]], numbers: tuple[int, ...]
) -> dict[int, list[tuple[int, ...]]]:
    result: dict[int, list[tuple[int, ...]]] = {}
    for members, totals in _multisets(model, factors, charges, numbers):
        for total in totals:
            result.setdefault(total, []).append(members)
    return result


def is_daggered(model: Model, factor: Factor) -> bool:
    """Whether the left-handed Weyl spinor behind a fermion appears daggered."""
    return factor.conjugated == (model.field(factor.field).chirality == "left")


def _spins_and_centres_fit(model: Model, content: Content) -> bool:
    fields = [model.field(factor.field) for factor in content]
    vectors = sum(1 for field in fields if field.is_vector)
    fermions = sum(1 for field in fields if field.is_fermion)
    daggered = sum(1 for f, field in zip(content, fields, strict=True) if field.is_fermion and is_daggered(model, f))
    if (daggered + vectors) % 2 or (fermions - daggered + vectors) % 2:
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
