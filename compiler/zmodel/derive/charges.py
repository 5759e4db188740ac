"""U(1) charges of a term: which of its entries they allow, and under which conditions."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import product

from zmodel.algebra import Polynomial
from zmodel.algebra.polynomial import constant_value
from zmodel.model import Model, Monomial


@dataclass(frozen=True)
class Entry:
    """One entry of a coupling: the charge sums, up to a sign, that do not vanish identically, by U(1)."""

    indices: tuple[int, ...]
    conditions: Mapping[str, Polynomial]

    @property
    def allowed(self) -> bool:
        """Whether the entry is invariant, identically in the parameters."""
        return not self.conditions

    @property
    def possible(self) -> bool:
        """Whether some values of the parameters may allow it."""
        return all(constant_value(condition) is None for condition in self.conditions.values())


def flavour_axes(model: Model, monomial: Monomial) -> tuple[int, ...]:
    """Positions of the legs with more than one generation."""
    return tuple(i for i, leg in enumerate(monomial.legs) if model.field(leg.field).generations > 1)


def charge_entries(model: Model, monomial: Monomial) -> dict[tuple[int, ...], Entry]:
    """The charge sums of a term for all generations of its legs."""
    axes = flavour_axes(model, monomial)
    sizes = [model.field(monomial.legs[i].field).generations for i in axes]
    groups = [group.name for group in model.groups if group.is_abelian]
    universal = all(model.has_universal_charge(leg.field, group) for leg in monomial.legs for group in groups)
    common = _conditions(model, monomial, groups, {}) if universal else {}
    entries = {}
    for indices in product(*(range(size) for size in sizes)):
        generation = dict(zip(axes, indices, strict=True))
        conditions = common if universal else _conditions(model, monomial, groups, generation)
        entries[indices] = Entry(indices, conditions)
    return entries


def _conditions(
    model: Model, monomial: Monomial, groups: list[str], generation: Mapping[int, int]
) -> dict[str, Polynomial]:
    conditions = {}
    for group in groups:
        total = model.ring.zero
        for position, leg in enumerate(monomial.legs):
            charge = model.charge(leg.field, group, generation.get(position, 0))
            total = total - charge if leg.conjugated else total + charge
        if not total.is_zero():
            conditions[group] = model.ring.with_positive_lead(total)
    return conditions


def describe_charges(model: Model, monomial: Monomial, indices: tuple[int, ...], group: str) -> str:
    """`Q -(-1/4), H 0, D +1/6: sum 5/12, must be 0`."""
    axes = flavour_axes(model, monomial)
    generation = dict(zip(axes, indices, strict=True))
    parts = [(leg.field, leg.conjugated, generation.get(i, 0)) for i, leg in enumerate(monomial.legs)]
    return f"{sum_of_charges(model, parts, group)}, must be 0"


def sum_of_charges(model: Model, parts: Iterable[tuple[str, bool, int]], group: str) -> str:
    """`Q -1/6, H +1/2, D -1/3: sum 0`, of fields, whether they are conjugated, and their generations."""
    words = []
    total = model.ring.zero
    for field, conjugated, generation in parts:
        charge = model.charge(field, group, generation)
        total = total - charge if conjugated else total + charge
        words.append(f"{field} {_signed(model.ring.format(charge), conjugated)}")
    return f"{', '.join(words)}: sum {model.ring.format(total)}"


def _signed(charge: str, negate: bool) -> str:
    if charge == "0":
        return "0"
    compound = charge.startswith("-") or " " in charge
    if negate:
        return f"-({charge})" if compound else f"-{charge}"
    return charge if charge.startswith("-") and " " not in charge else f"+({charge})" if compound else f"+{charge}"


def format_entry(indices: tuple[int, ...]) -> str:
    """Generations counted from 1, as in `keep (3,3)`."""
    return "(" + ",".join(str(i + 1) for i in indices) + ")"
