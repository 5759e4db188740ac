"""Entries of coupling matrices as names in expressions: `YS3[1,2]` for the first and second generation."""

from __future__ import annotations

from collections.abc import Mapping

from zmodel.derive.couplings import Coupling, analyse_coupling
from zmodel.derive.symbolic import Symbolic, named, zero
from zmodel.model import Model


def coupling_entry_name(name: str, indices: tuple[int, ...]) -> str:
    """The name under which an entry stands in expressions; indices count from 0."""
    return f"{name}[{','.join(str(i + 1) for i in indices)}]" if indices else name


def coupling_entry(coupling: Coupling, indices: tuple[int, ...]) -> Symbolic:
    """An entry of a coupling: its name, or zero where charges, statistics or `keep` forbid it."""
    if coupling.kept:
        names = [kept.name for kept in coupling.kept if kept.indices == indices]
        return named(names[0]) if names else zero()
    return named(coupling_entry_name(coupling.name, indices)) if indices in coupling.texture else zero()


def valid_couplings(model: Model) -> Mapping[str, Coupling]:
    """The declared couplings without errors, by name."""
    found = (analyse_coupling(model, declared)[0] for declared in model.couplings)
    return {coupling.name: coupling for coupling in found if coupling is not None}


def complex_entries(model: Model) -> frozenset[str]:
    """The names of all entries of couplings that may be complex."""
    names: set[str] = set()
    for coupling in valid_couplings(model).values():
        if not coupling.is_real:
            names |= {coupling_entry_name(coupling.name, indices) for indices in coupling.entries}
            names |= {kept.name for kept in coupling.kept}
    return frozenset(names)
