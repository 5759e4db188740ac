"""Where quantities lie in a state, and what they are called in C."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import prod

from zmodel.emit.kernel.graph import Graph
from zmodel.emit.kernel.scalarize import Pair
from zmodel.emit.names import C_RESERVED, NameTable
from zmodel.emit.program import BetaProgram, Quantity


@dataclass(frozen=True)
class Slot:
    """Where a quantity lies in the state."""

    quantity: Quantity
    offset: int

    @property
    def size(self) -> int:
        """Number of doubles."""
        return prod(self.quantity.shape) * (2 if self.quantity.is_complex else 1)

    @property
    def rows(self) -> int:
        """Rows of the array; a single generation index counts as rows."""
        return self.quantity.shape[0] if self.quantity.shape else 1

    @property
    def columns(self) -> int:
        """Columns of the array."""
        return self.quantity.shape[1] if len(self.quantity.shape) == 2 else 1


def state_layout(program: BetaProgram) -> tuple[Slot, ...]:
    """Couplings, then parameters, one after the other."""
    slots = []
    offset = 0
    for quantity in (*program.couplings, *program.parameters):
        slots.append(Slot(quantity, offset))
        offset += slots[-1].size
    return tuple(slots)


def local_names(slots: tuple[Slot, ...]) -> dict[str, str]:
    """Names of local copies: of each number of the state by its place `x[i]`, of arrays and their tangents."""
    table = NameTable(C_RESERVED)
    names = {}
    for slot in slots:
        name = slot.quantity.name
        if slot.quantity.shape:
            names[name] = table[name]
        elif slot.quantity.is_complex:
            names[f"x[{slot.offset}]"] = table[f"{name}_re"]
            names[f"x[{slot.offset + 1}]"] = table[f"{name}_im"]
        else:
            names[f"x[{slot.offset}]"] = table[name]
    return names | {f"d {s.quantity.name}": table[f"d_{s.quantity.name}"] for s in slots if s.quantity.shape}


@dataclass(frozen=True)
class StateReader:
    """Takes numbers apart into places of the state; other names stay as they are."""

    places: Mapping[str, int]

    def __call__(self, graph: Graph, name: str, is_complex: bool) -> Pair:
        """Real and imaginary part of a number."""
        zero = graph.constant(0)
        if name not in self.places:
            return graph.input(name), zero
        place = self.places[name]
        return graph.input(f"x[{place}]"), graph.input(f"x[{place + 1}]") if is_complex else zero
