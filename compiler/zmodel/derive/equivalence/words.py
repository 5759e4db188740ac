"""Lines of a comparison, and what they are made of."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from zmodel.derive.equivalence.operators import Term
from zmodel.model import Field, Group, Model

Kind = Literal["first", "second", "changed", "rewritten"]


@dataclass(frozen=True)
class Line:
    """A difference.

    Attributes:
        kind: what only the `first` or `second` model has, what is `changed`, or is the same in other words.
        text: in words.
    """

    kind: Kind
    text: str


def by_coupling(terms: Sequence[Term]) -> Mapping[str, tuple[Term, ...]]:
    """Terms of each coupling, in order."""
    found: dict[str, list[Term]] = {}
    for term in terms:
        found.setdefault(term.coupling, []).append(term)
    return {name: tuple(items) for name, items in found.items()}


def describe_group(group: Group) -> str:
    """`gauge X = U(1)`."""
    kind = "global symmetry" if group.is_global else "gauge group"
    return f"{kind} `{group.name}` = {'U(1)' if group.is_abelian else f'SU({group.n})'}"


def describe_field(model: Model, field: Field) -> str:
    """`right-handed fermion N[3] (X: [0, 1, -1])`."""
    kind = f"{field.chirality}-handed fermion" if field.is_fermion else field.spin
    if field.is_real:
        kind = f"real {kind}"
    size = f"[{field.generations}]" if field.generations > 1 else ""
    parts = [f"{g.name}: {field.irreps[g.name].name}" for g in model.groups if g.name in field.irreps]
    for group in model.groups:
        if group.name in field.charges:
            charges = [model.ring.format(charge) for charge in field.charges[group.name]]
            parts.append(f"{group.name}: {charge_list(charges)}")
    return f"{kind} `{field.name}{size}` ({', '.join(parts) or 'singlet'})"


def charge_list(charges: Sequence[str]) -> str:
    """`1/6` if all are equal, else `[0, 1, -1]`."""
    return charges[0] if len(set(charges)) == 1 else f"[{', '.join(charges)}]"


def listed(words: Sequence[str]) -> str:
    """`a, b and c`."""
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"
