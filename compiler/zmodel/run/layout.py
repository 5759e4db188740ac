"""Which number of a state is which coupling."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from math import prod
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from zmodel.model.quantities import entry_label

ALPHA_POWERS = {"gauge": 1, "yukawa": 1, "quartic": 2}
"""alpha of a number is its square, or itself, over (4 pi)^2; other kinds have none."""


@dataclass(frozen=True)
class Slot:
    """A coupling, or a parameter, and where it lies in a state.

    Attributes:
        name: as in the model file.
        kind: gauge, mixing, yukawa, quartic, ...
        shape: () for a number; one axis per generation index.
        is_complex: whether each element takes two places, real and imaginary part.
        entries: allowed entries of an array, in order.
        symmetry: of an array under exchange of its two indices.
        offset: its first place.
    """

    name: str
    kind: str
    shape: tuple[int, ...]
    is_complex: bool
    entries: tuple[tuple[int, ...], ...]
    symmetry: Literal["none", "symmetric", "antisymmetric"]
    offset: int

    @property
    def size(self) -> int:
        """Its number of places."""
        return prod(self.shape) * (2 if self.is_complex else 1)


@dataclass(frozen=True)
class Element:
    """One number of a state: a coupling or an entry of one, called `Yd[2,3]` with indices from 1."""

    label: str
    slot: Slot
    place: int

    @property
    def power(self) -> int:
        """1 for a coupling with alpha = g^2/(4 pi)^2, 2 for one with alpha = lambda/(4 pi)^2, else 0."""
        return ALPHA_POWERS.get(self.slot.kind, 0)

    @property
    def is_pure(self) -> bool:
        """Whether it is a pure number, in no units of mass."""
        return self.slot.kind in ("mixing", *ALPHA_POWERS)


@dataclass(frozen=True)
class StateLayout:
    """All numbers of a state: couplings that run, then parameters."""

    running: tuple[Slot, ...]
    parameters: tuple[Slot, ...]

    @property
    def inputs(self) -> int:
        """Doubles of a state."""
        return sum(slot.size for slot in (*self.running, *self.parameters))

    @cached_property
    def elements(self) -> tuple[Element, ...]:
        """What runs, in order; entries of arrays that vanish identically are left out."""
        return tuple(element for slot in self.running for element in _elements(slot))

    @cached_property
    def places(self) -> Mapping[str, Element]:
        """Everything in a state by its label."""
        parameters = (element for slot in self.parameters for element in _elements(slot))
        return {element.label: element for element in (*self.elements, *parameters)}

    def states(self, values: Mapping[str, Any], points: int = 1) -> NDArray[np.float64]:
        """States with these numbers, one or one for each point; all others are zero.

        Args:
            values: by label, both triangles of symmetric arrays; names of other things are passed over.
            points: number of them.

        Returns:
            Doubles, (inputs, points).
        """
        states = np.zeros((self.inputs, points))
        for label in self.places.keys() & values.keys():
            element = self.places[label]
            states[element.place] = np.real(values[label])
            if element.slot.is_complex:
                states[element.place + 1] = np.imag(values[label])
        return states

    def numbers(self, states: NDArray[np.float64], real: bool = False) -> dict[str, NDArray[Any]]:
        """What runs, by label; complex where it may be.

        Args:
            states: at least the doubles that run, along the first axis.
            real: whether everything started real, so that it still is: coefficients of beta functions are.
        """
        result: dict[str, NDArray[Any]] = {}
        for element in self.elements:
            number = states[element.place]
            is_complex = element.slot.is_complex and not real
            result[element.label] = number + 1j * states[element.place + 1] if is_complex else number
        return result


def is_real(values: Mapping[str, Any]) -> bool:
    """Whether all numbers are real."""
    return not any(np.iscomplexobj(value) for value in values.values())


def _elements(slot: Slot) -> Iterator[Element]:
    width = 2 if slot.is_complex else 1
    if not slot.shape:
        yield Element(slot.name, slot, slot.offset)
        return
    for indices in slot.entries:
        position = 0
        for index, length in zip(indices, slot.shape, strict=True):
            position = position * length + index
        yield Element(entry_label(slot.name, indices), slot, slot.offset + width * position)
