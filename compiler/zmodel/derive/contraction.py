"""Terms written with fields to tensors over their components.

A term is contracted group by group with the invariants of `zmodel.groups`; brackets and traces say which
fields belong together. The result is an exact sparse tensor whose indices run over the components of each
field, generations left out.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from itertools import product

from zmodel.groups import Invariant, invariants
from zmodel.groups import Leg as GroupLeg
from zmodel.model import Field, Group, Leg, Model, Monomial

Tensor = Mapping[tuple[int, ...], Fraction]


@dataclass(frozen=True)
class Contraction:
    """One way to contract a term to a singlet of all groups.

    Attributes:
        name: words to choose it by, when there are several.
        description: the invariants used, for people.
        tensor: over the component index of each leg, in written order.
    """

    name: str
    description: str
    tensor: Tensor


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
    """The tensor product of one invariant per factor, over flat component indices."""
    legs = monomial.legs
    entries: dict[tuple[tuple[int, ...], ...], Fraction] = {tuple(() for _ in legs): Fraction(1)}
    order = {group.name: i for i, group in enumerate(model.groups)}
    names, words = [], []
    ranked = sorted(zip(factors, choice, strict=True), key=lambda item: order[item[0][1].name])
    for (positions, group, found), invariant in ranked:
        entries = dict(_outer(entries, positions, invariant.tensor))
        words.append(f"{group.name}: {invariant.description}")
        if len(found) > 1:
            names.append(invariant.name)
    flat = [_flattener(model, model.field(leg.field)) for leg in legs]
    tensor = {tuple(f[i] for f, i in zip(flat, indices, strict=True)): value for indices, value in entries.items()}
    return Contraction(", ".join(names), "; ".join(words), tensor)


def _outer(
    entries: dict[tuple[tuple[int, ...], ...], Fraction], positions: tuple[int, ...], tensor: Tensor
) -> Iterator[tuple[tuple[tuple[int, ...], ...], Fraction]]:
    for indices, value in entries.items():
        for added, factor in tensor.items():
            changed = list(indices)
            for position, index in zip(positions, added, strict=True):
                changed[position] = (*changed[position], index)
            yield tuple(changed), value * factor


def _flattener(model: Model, field: Field) -> dict[tuple[int, ...], int]:
    return {indices: i for i, indices in enumerate(component_indices(model, field))}
