"""The fields of a term as one SU(n) group sees them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from zmodel.groups.basis import Index, basis, component_weights
from zmodel.groups.irrep import Irrep, RepresentationError, adjoint
from zmodel.groups.wiring import SlotClass

# Component, indices of the tensor, coefficient. The tensors of a basis are integer.
Entry = tuple[int, Index, int]


@dataclass(frozen=True)
class Leg:
    """A field in a term.

    Attributes:
        irrep: the irrep of the field as it was declared.
        conjugated: whether phi* stands in the term (dag, bar, cc or tilde); components are then those of
            phi*, and the slots of the tensors are reversed.
        label: what descriptions call the field.
        tilde: whether every index is moved with eps of SU(2). With `conjugated` this is
            tilde(H)_i = eps_ij H*_j, without it the conjugate of that, dag(tilde(H))_i = eps_ij H_j.
        row: within tr(...), whether the index of a fundamental or antifundamental is the row index of the
            field's matrix as it was declared; dag() makes it the column index.

    Raises:
        RepresentationError: for `tilde` in a group other than SU(2).
    """

    irrep: Irrep
    conjugated: bool = False
    label: str = ""
    tilde: bool = False
    row: bool = True

    def __post_init__(self) -> None:
        if self.tilde and self.irrep.n != 2:
            raise RepresentationError("tilde() exists for SU(2) only")

    @property
    def is_adjoint(self) -> bool:
        """Whether the field is in the adjoint representation."""
        return self.irrep == adjoint(self.irrep.n)

    @property
    def signs(self) -> tuple[int, ...]:
        """+1 for each upper and -1 for each lower index, as the leg stands in the term."""
        sign = -1 if self.conjugated != self.tilde else 1
        return tuple(sign * slot for slot in basis(self.irrep).slots)

    @property
    def acting_irrep(self) -> Irrep:
        """The irrep in which the leg transforms as it stands in the term."""
        return self.irrep.conjugate if self.conjugated else self.irrep

    def extreme_component(self, sign: int) -> int:
        """The component with the highest weight of the leg as it stands in the term, or with the lowest for -1."""
        turned = -sign if self.conjugated else sign
        weights = component_weights(self.irrep)
        return max(range(len(weights)), key=lambda m: tuple(turned * x for x in weights[m]))

    def slot_classes(self, position: int) -> list[SlotClass]:
        """The equivalent indices of the leg, for a leg at the given position of a term."""
        components = basis(self.irrep)
        slots: dict[int, list[int]] = {}
        for slot, number in enumerate(components.classes):
            slots.setdefault(number, []).append(slot)
        return [
            SlotClass(position, tuple(members), self.signs[members[0]], components.antisymmetric[number])
            for number, members in slots.items()
        ]


@lru_cache(maxsize=512)
def leg_entries(irrep: Irrep, moved: tuple[int, ...]) -> tuple[Entry, ...]:
    """The nonzero entries of the tensors of a leg, after moving some of its indices with eps_ij of SU(2)."""
    tensors = basis(irrep).tensors
    entries = [(m, index, x.numerator) for m, tensor in enumerate(tensors) for index, x in tensor.items()]
    for slot in moved:
        entries = [_move_index(entry, slot) for entry in entries]
    return tuple(entries)


def _move_index(entry: Entry, slot: int) -> Entry:
    """Contract the second index of eps_ij with an index: e_1 becomes -e_2 and e_2 becomes e_1."""
    component, index, value = entry
    moved = (*index[:slot], 1 - index[slot], *index[slot + 1 :])
    return component, moved, value if index[slot] == 1 else -value
