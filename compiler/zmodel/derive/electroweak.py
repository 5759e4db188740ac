"""Which groups of a model play the parts of the Standard Model's, and the weights of components.

Plain exact arithmetic on weights: nothing here needs sympy. A weight of a component holds its eigenvalues under the
diagonal elements diag(1, ..., 1, -k, 0, ...) of each simple algebra (see `zmodel.groups.algebra_basis`) and its
charges; for an SU(2) the eigenvalue is 2 T3.
"""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from zmodel.algebra import Polynomial
from zmodel.algebra.polynomial import constant_value
from zmodel.derive.components import field_generators
from zmodel.model import Field, Group, Model
from zmodel.model.expression import exact_value

Axis = tuple[str, int]
"""A diagonal generator: group, and number within the group's diagonal elements; 0 for a U(1)."""


def vacuum_support(field: Field) -> tuple[int, ...]:
    """The components of a scalar whose vacuum value is not zero."""
    return tuple(m for m, value in enumerate(field.vev) if exact_value(value) != 0)


def vacuum_scalars(model: Model) -> tuple[Field, ...]:
    """The scalars with a vacuum value, in declared order."""
    return tuple(field for field in model.scalars if vacuum_support(field))


def touched_groups(model: Model) -> tuple[Group, ...]:
    """The simple gauge groups that some scalar with a vacuum value transforms under."""
    scalars = vacuum_scalars(model)
    return tuple(
        group
        for group in model.gauge_groups
        if not group.is_abelian and any(group.name in field.irreps for field in scalars)
    )


def weak_group(model: Model) -> Group | None:
    """The SU(2)_L: the first gauged SU(2) with left-handed fermions, or the first one; else None."""
    candidates = [group for group in model.gauge_groups if group.n == 2]
    for group in candidates:
        if any(group.name in field.irreps and field.chirality == "left" for field in model.fermions):
            return group
    return candidates[0] if candidates else None


def leading_group(model: Model) -> Group | None:
    """The weak SU(2), or where there is none the first broken group beside a U(1), as SU(3)_L of 331 models."""
    touched = touched_groups(model) if model.abelian_groups else ()
    return weak_group(model) or next(iter(touched), None)


def colour_groups(model: Model) -> tuple[Group, ...]:
    """The gauged SU(3)s that stand for colour; there are several where colour is deconstructed.

    Fermions of both chiralities have colour, and no vacuum value has; SU(3)s of which that is true go before others.
    """
    found = tuple(group for group in model.gauge_groups if group.n == 3)
    both = tuple(group for group in found if _chiralities(model, group) == {"left", "right"})
    found = both or found
    touched = touched_groups(model)
    return tuple(group for group in found if group not in touched) or found


def _chiralities(model: Model, group: Group) -> set[str]:
    return {field.chirality for field in model.fermions if group.name in field.irreps}


def colour_group(model: Model) -> Group | None:
    """The first SU(3) of colour, or None."""
    return next(iter(colour_groups(model)), None)


def hypercharge_group(model: Model) -> Group | None:
    """The U(1) named Y or with the boson B; else the first that a scalar with a vacuum value and weak isospin has."""
    abelian = model.abelian_groups
    for group in abelian:
        if group.name == "Y" or group.boson == "B":
            return group
    weak = weak_group(model)
    doublets = [field for field in vacuum_scalars(model) if weak is not None and weak.name in field.irreps]
    for group in abelian:
        if any(group.name in field.charges for field in doublets):
            return group
    return abelian[0] if abelian else None


def ordered_abelian(model: Model) -> tuple[Group, ...]:
    """The gauged U(1)s, hypercharge first, the others as declared."""
    hypercharge = hypercharge_group(model)
    return tuple(sorted(model.abelian_groups, key=lambda group: group != hypercharge))


# ------------------------------------------------------------------ weights
def diagonal_numbers(group: Group) -> range:
    """Numbers of the diagonal elements in `algebra_basis` of an SU(n)."""
    return range(group.n * (group.n - 1), group.n**2 - 1)


def weights(model: Model, field: Field, group: Group) -> tuple[tuple[Fraction, ...], ...]:
    """For each component the eigenvalues of the diagonal elements of one simple group."""
    if group.name not in field.irreps:
        return ((Fraction(0),) * (group.n - 1),) * field.dimension
    diagonal = [field_generators(model, field, group)[number] for number in diagonal_numbers(group)]
    return tuple(tuple(matrix.get((m, m), Fraction(0)) for matrix in diagonal) for m in range(field.dimension))


def isospin_axis(model: Model) -> Axis | None:
    """T3 of the leading group."""
    group = leading_group(model)
    return None if group is None else (group.name, 0)


def axes(model: Model) -> tuple[Axis, ...]:
    """All diagonal generators that the vacuum may break: the U(1)s, then touched groups, T3 of the leading one last."""
    isospin = isospin_axis(model)
    abelian = [(group.name, 0) for group in ordered_abelian(model)]
    simple = [(group.name, k) for group in touched_groups(model) for k in range(group.n - 1)]
    return (*abelian, *sorted(simple, key=lambda axis: axis == isospin))


def component_weight(model: Model, field: Field, component: int, generation: int = 0) -> dict[Axis, Polynomial]:
    """The weight of one component; zeros are left out."""
    result: dict[Axis, Polynomial] = {}
    for group in model.gauge_groups:
        if group.is_abelian:
            if group.name in field.charges:
                result[group.name, 0] = field.charges[group.name][generation]
        elif group.name in field.irreps:
            for k, value in enumerate(weights(model, field, group)[component]):
                result[group.name, k] = model.ring.constant(value)
    return {axis: value for axis, value in result.items() if not value.is_zero()}


def component_charge(
    model: Model, field: Field, component: int, charge: Mapping[Axis, Fraction], generation: int = 0
) -> Fraction | None:
    """The charge of one component, given as a combination of diagonal generators; None if it is no number."""
    total = model.ring.zero
    for axis, value in component_weight(model, field, component, generation).items():
        total += value * model.ring.constant(charge.get(axis, Fraction(0)))
    return constant_value(total)
