"""Terms written with fields to tensors over their components.

A term is contracted group by group with the invariants of `zmodel.groups`; brackets and traces say which
fields belong together. The result is an exact sparse tensor whose indices run over the components of each
field, generations left out.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from functools import cached_property
from itertools import product
from math import lcm, prod

from zmodel.groups import Invariant, invariants
from zmodel.groups import Leg as GroupLeg
from zmodel.model import Field, Group, Leg, Model, Monomial

Tensor = Mapping[tuple[int, ...], Fraction]


@dataclass(frozen=True)
class Part:
    """An invariant of one group over some legs of a term.

    Attributes:
        legs: positions of the legs.
        sizes: dimension of the irrep of each of them.
        tensor: over their components in this group.
    """

    legs: tuple[int, ...]
    sizes: tuple[int, ...]
    tensor: Tensor = field(hash=False)


@dataclass(frozen=True)
class Contraction:
    """One way to contract a term to a singlet of all groups.

    Attributes:
        name: words to choose it by, when there are several.
        description: the invariants used, for people.
        legs: number of legs of the term.
        parts: invariants of single groups, groups in the model's order.
    """

    name: str
    description: str
    legs: int
    parts: tuple[Part, ...]

    @property
    def size(self) -> int:
        """Number of entries of `tensor`, known without making it."""
        return prod(len(part.tensor) for part in self.parts)

    @cached_property
    def tensor(self) -> Tensor:
        """The product of the parts over the component index of each leg, in written order. Not to be altered.

        It is made when it is asked for: of dozens of contractions of a term one may be wanted.
        """
        entries: dict[tuple[int, ...], int] = {(0,) * self.legs: 1}
        scale = 1
        for part in self.parts:
            # Whole numbers are several times faster than fractions.
            denominator = lcm(*(value.denominator for value in part.tensor.values()))
            factors = {i: x.numerator * (denominator // x.denominator) for i, x in part.tensor.items()}
            entries = dict(_outer(entries, part, factors))
            scale *= denominator
        fractions = {value: Fraction(value, scale) for value in set(entries.values())}
        return {indices: fractions[value] for indices, value in entries.items()}


def component_indices(model: Model, field: Field) -> tuple[tuple[int, ...], ...]:
    """Components of a field as tuples of one index per non-trivial group, groups in the model's order."""
    sizes = [field.irreps[group.name].dimension for group in model.groups if group.name in field.irreps]
    return tuple(product(*(range(size) for size in sizes)))


def contractions(model: Model, monomial: Monomial) -> tuple[Contraction, ...]:
    """All independent contractions of a monomial, the natural one first; none if a group forbids it."""
    groups = [group for group in model.groups if not group.is_abelian]
    clusters = _clusters(model, monomial, groups)
    per_factor: list[tuple[tuple[int, ...], Group, tuple[Invariant, ...]]] = []
    for positions, trace in clusters:
        for group in groups:
            legs = tuple(i for i in positions if group.name in _field(model, monomial, i).irreps)
            if legs:
                found = _group_invariants(model, monomial, legs, group, trace)
                if not found:
                    return ()
                per_factor.append((legs, group, found))
    return tuple(_combine(model, monomial, per_factor, choice) for choice in product(*(f for _, _, f in per_factor)))


def _field(model: Model, monomial: Monomial, position: int) -> Field:
    return model.field(monomial.legs[position].field)


def _clusters(model: Model, monomial: Monomial, groups: list[Group]) -> list[tuple[tuple[int, ...], bool]]:
    """Positions of the legs that are contracted among themselves.

    A bracket that is no singlet by itself, such as (bar(Q) U) H, is read as if it were not there.
    """
    clusters: list[tuple[tuple[int, ...], bool]] = []
    loose: list[int] = []
    position = 0
    for leg_group in monomial.groups:
        positions = tuple(range(position, position + len(leg_group.legs)))
        position += len(leg_group.legs)
        if len(monomial.groups) > 1 and not _is_singlet(model, monomial, positions, groups, leg_group.trace):
            loose.extend(positions)
        else:
            clusters.append((positions, leg_group.trace))
    return [(tuple(loose), False), *clusters] if loose else clusters


def _is_singlet(model: Model, monomial: Monomial, positions: tuple[int, ...], groups: list[Group], trace: bool) -> bool:
    for group in groups:
        legs = tuple(i for i in positions if group.name in _field(model, monomial, i).irreps)
        if legs and not _group_invariants(model, monomial, legs, group, trace):
            return False
    return True


def _group_invariants(
    model: Model, monomial: Monomial, legs: tuple[int, ...], group: Group, trace: bool
) -> tuple[Invariant, ...]:
    """Invariants of one group over some legs."""
    group_legs = tuple(
        GroupLeg(
            _field(model, monomial, i).irreps[group.name],
            monomial.legs[i].conjugated,
            monomial.legs[i].field,
            monomial.legs[i].tilde and group.n == 2 and not group.is_global,
            _is_row(model, monomial.legs[i], group),
        )
        for i in legs
    )
    return invariants(group_legs, group.n, cyclic=trace)


def _is_row(model: Model, leg: Leg, group: Group) -> bool:
    """Whether a group's index is the row of a field's matrix inside tr(...): that of the first group is."""
    return next(g.name for g in model.groups if g.name in model.field(leg.field).irreps) == group.name


def _combine(
    model: Model,
    monomial: Monomial,
    factors: list[tuple[tuple[int, ...], Group, tuple[Invariant, ...]]],
    choice: tuple[Invariant, ...],
) -> Contraction:
    """One invariant per factor."""
    order = {group.name: i for i, group in enumerate(model.groups)}
    names, words, parts = [], [], []
    ranked = sorted(zip(factors, choice, strict=True), key=lambda item: order[item[0][1].name])
    for (positions, group, found), invariant in ranked:
        sizes = tuple(_field(model, monomial, i).irreps[group.name].dimension for i in positions)
        parts.append(Part(positions, sizes, invariant.tensor))
        words.append(f"{group.name}: {invariant.description}")
        if len(found) > 1:
            names.append(invariant.name)
    return Contraction(", ".join(names), "; ".join(words), len(monomial.legs), tuple(parts))


def _outer(
    entries: Mapping[tuple[int, ...], int], part: Part, factors: Mapping[tuple[int, ...], int]
) -> Iterator[tuple[tuple[int, ...], int]]:
    """Multiplies with one more part; its index runs fastest among those of a leg, as in `component_indices`."""
    for indices, value in entries.items():
        for added, factor in factors.items():
            changed = list(indices)
            for position, size, index in zip(part.legs, part.sizes, added, strict=True):
                changed[position] = changed[position] * size + index
            yield tuple(changed), value * factor
