"""What breaking the gauge group does: decompositions, and the vector bosons that become massive."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from zmodel.algebra import Polynomial
from zmodel.groups import (
    Content,
    Irrep,
    Numbers,
    RepresentationError,
    Subgroup,
    adjoint,
    branch,
    charges_of_one,
    compose,
    conjugate_numbers,
    fundamental,
    ordered,
    product_content,
    trivial,
    whole_group,
)
from zmodel.model import Field, Model
from zmodel.model.model import Breaking

MAX_COMPONENTS = 1_000_000
"""Components of all fields and gauge bosons, times the factors of all unbroken groups."""

FieldNumbers = tuple[Irrep | Polynomial, ...]
"""Quantum numbers of a field, whose charges may be symbolic."""


@dataclass(frozen=True)
class FieldBranching:
    """A field under the unbroken group.

    Attributes:
        field: its name.
        generations: those that decompose like this, from 0.
        parts: quantum numbers and multiplicities.
    """

    field: str
    generations: tuple[int, ...]
    parts: tuple[tuple[FieldNumbers, int], ...]


@dataclass(frozen=True)
class IrrepBranching:
    """The fundamental or adjoint of a broken factor under the unbroken group."""

    group: str
    irrep: Irrep
    content: Content


@dataclass(frozen=True)
class Vector:
    """Massive vector bosons with equal quantum numbers; `is_real` unless the conjugates come beside them."""

    numbers: Numbers
    multiplicity: int
    is_real: bool


@dataclass(frozen=True)
class Splitting:
    """What vectors that an earlier step made massive are now; of conjugate pairs, what the given ones are."""

    step: str
    vector: Vector
    content: Content


@dataclass(frozen=True)
class Branching:
    """One step of a breaking.

    Attributes:
        name: of the breaking.
        after: the step before, or None.
        subgroups: factors of the unbroken group as they are embedded in the gauge group.
        fields: in declared order.
        irreps: fundamentals and adjoints of the factors that do not stay: of the gauge group and, in a later
            step, of the group before.
        massive: the vectors that become massive in this step, with their new quantum numbers.
        splittings: of the vectors of all earlier steps.
    """

    name: str
    after: str | None
    subgroups: tuple[Subgroup, ...]
    fields: tuple[FieldBranching, ...]
    irreps: tuple[IrrepBranching, ...]
    massive: tuple[Vector, ...]
    splittings: tuple[Splitting, ...]


def derive_branchings(model: Model) -> tuple[Branching, ...]:
    """Every `breaking` of the model, in declared order.

    Raises:
        RepresentationError: if the fields have too many components for that.
    """
    factors = sum(len(breaking.subgroups) for breaking in model.breakings)
    components = sum(field.dimension * field.generations for field in model.fields)
    components += sum(group.n**2 for group in model.gauge_groups)
    if factors * components > MAX_COMPONENTS:
        raise RepresentationError("fields and gauge bosons have too many components to decompose them")
    gauge = tuple(whole_group(group.name, group.n) for group in model.gauge_groups)
    sizes = {group.name: group.n for group in model.gauge_groups}
    found: dict[str, Branching] = {}
    for breaking in model.breakings:
        before = None if breaking.after is None else found[breaking.after]
        known = gauge if before is None else before.subgroups
        subgroups = tuple(compose(subgroup, known, sizes) for subgroup in breaking.subgroups)
        found[breaking.name] = Branching(
            breaking.name,
            breaking.after,
            subgroups,
            tuple(part for field in model.fields for part in _branch_field(model, field, subgroups)),
            _broken_irreps(gauge, known, breaking, subgroups),
            _massive(known, breaking.subgroups),
            () if before is None else _splittings(before, breaking),
        )
    return tuple(found.values())


# ------------------------------------------------------------------ fields
def _branch_field(model: Model, field: Field, subgroups: tuple[Subgroup, ...]) -> list[FieldBranching]:
    """One decomposition for all generations with the same charges."""
    content: Content = {trivial(subgroups): 1}
    for group in model.gauge_groups:
        if group.name in field.irreps:
            content = product_content(content, branch(field.irreps[group.name], group.name, subgroups))
    found: list[FieldBranching] = []
    for generation in range(field.generations):
        shifts = _charges(model, field.name, generation, subgroups)
        parts = tuple((_shifted(model, numbers, shifts), count) for numbers, count in content.items())
        for position, known in enumerate(found):
            if known.parts == parts:
                found[position] = replace(known, generations=(*known.generations, generation))
                break
        else:
            found.append(FieldBranching(field.name, (generation,), parts))
    return found


def _charges(model: Model, field: str, generation: int, subgroups: tuple[Subgroup, ...]) -> list[Polynomial]:
    """What the U(1) factors of the gauge group add to the charge under each unbroken U(1)."""
    totals = [model.ring.zero for subgroup in subgroups if subgroup.n == 1]
    for group in model.abelian_groups:
        charge = model.charge(field, group.name, generation)
        for position, coefficient in enumerate(charges_of_one(group.name, subgroups)):
            totals[position] += model.ring.constant(coefficient) * charge
    return totals


def _shifted(model: Model, numbers: Numbers, shifts: Iterable[Polynomial]) -> FieldNumbers:
    shift = iter(shifts)
    return tuple(
        number if isinstance(number, Irrep) else model.ring.constant(number) + next(shift) for number in numbers
    )


# ------------------------------------------------------------------ irreps
def _broken_irreps(
    gauge: tuple[Subgroup, ...], known: tuple[Subgroup, ...], breaking: Breaking, subgroups: tuple[Subgroup, ...]
) -> tuple[IrrepBranching, ...]:
    found = [item for factor in gauge for item in _fundamental_and_adjoint(factor, subgroups)]
    for factor in known:
        if factor not in gauge:
            found += _fundamental_and_adjoint(factor, breaking.subgroups)
    return tuple(found)


def _fundamental_and_adjoint(factor: Subgroup, subgroups: tuple[Subgroup, ...]) -> list[IrrepBranching]:
    """Of a simple factor, unless it is one of the subgroups as a whole."""
    whole = whole_group(factor.name, factor.n)
    if factor.n == 1 or any(replace(subgroup, name=factor.name) == whole for subgroup in subgroups):
        return []
    irreps = (fundamental(factor.n), adjoint(factor.n))
    return [IrrepBranching(factor.name, irrep, branch(irrep, factor.name, subgroups)) for irrep in irreps]


# ------------------------------------------------------------------ vector bosons
def _massive(known: Sequence[Subgroup], subgroups: tuple[Subgroup, ...]) -> tuple[Vector, ...]:
    """The adjoint of what was there without the adjoint of what is left."""
    total: Counter[Numbers] = Counter()
    for numbers in _adjoint_numbers(known):
        total.update(_branch_numbers(numbers, known, subgroups))
    total.subtract(_adjoint_numbers(subgroups))
    return _vectors(ordered({numbers: count for numbers, count in total.items() if count}))


def _adjoint_numbers(subgroups: Sequence[Subgroup]) -> list[Numbers]:
    """The gauge bosons of each factor."""
    neutral = trivial(subgroups)
    return [
        (*neutral[:i], neutral[i] if subgroup.n == 1 else adjoint(subgroup.n), *neutral[i + 1 :])
        for i, subgroup in enumerate(subgroups)
    ]


def _branch_numbers(numbers: Numbers, known: Sequence[Subgroup], subgroups: tuple[Subgroup, ...]) -> Content:
    """Quantum numbers under the factors that were there, under those that are left."""
    content: Content = {trivial(subgroups): 1}
    for factor, number in zip(known, numbers, strict=True):
        if isinstance(number, Irrep):
            content = product_content(content, branch(number, factor.name, subgroups))
        else:
            shift = iter([number * charge for charge in charges_of_one(factor.name, subgroups)])
            charged = tuple(x if isinstance(x, Irrep) else next(shift) for x in trivial(subgroups))
            content = product_content(content, {charged: 1})
    return content


def _vectors(content: Content) -> tuple[Vector, ...]:
    """Each conjugate pair once, by the one that comes first; two equal pseudoreal ones are such a pair."""
    found: dict[Numbers, Vector] = {}
    for numbers, count in content.items():
        conjugate = conjugate_numbers(numbers)
        pseudoreal = sum(isinstance(x, Irrep) and x.reality == "pseudoreal" for x in numbers) % 2 == 1
        if conjugate == numbers and pseudoreal:
            found[numbers] = Vector(numbers, count // 2, is_real=False)
        elif conjugate not in found:
            found[numbers] = Vector(numbers, count, conjugate == numbers)
    return tuple(found.values())


def _splittings(before: Branching, breaking: Breaking) -> tuple[Splitting, ...]:
    """All vectors that are massive already."""
    own = [Splitting(before.name, vector, {vector.numbers: vector.multiplicity}) for vector in before.massive]
    found = []
    for item in (*before.splittings, *own):
        total: Counter[Numbers] = Counter()
        for numbers, count in item.content.items():
            for part, multiplicity in _branch_numbers(numbers, before.subgroups, breaking.subgroups).items():
                total[part] += count * multiplicity
        found.append(replace(item, content=ordered(total)))
    return tuple(found)
