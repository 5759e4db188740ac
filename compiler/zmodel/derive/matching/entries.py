"""Entries of coupling matrices as names in expressions: `YS3[1,2]` for the first and second generation."""

from __future__ import annotations

from collections.abc import Mapping

from zmodel.derive.couplings import Coupling, analyse_coupling
from zmodel.derive.symbolic import Symbolic, named, rational, zero
from zmodel.model import Model
from zmodel.model.quantities import entry_label


def coupling_entry(coupling: Coupling, indices: tuple[int, ...]) -> Symbolic:
    """An entry of a coupling, or zero where charges, statistics or `keep` forbid it."""
    sign, name = coupling.signed_entry(indices)
    return rational(sign) * named(name) if sign else zero()


def valid_couplings(model: Model) -> Mapping[str, Coupling]:
    """The declared couplings without errors, by name."""
    found = (analyse_coupling(model, declared)[0] for declared in model.couplings)
    return {coupling.name: coupling for coupling in found if coupling is not None}


def complex_entries(model: Model) -> frozenset[str]:
    """The names of all entries of couplings that may be complex."""
    names: set[str] = set()
    for coupling in valid_couplings(model).values():
        if not coupling.is_real:
            names |= {entry_label(coupling.name, indices) for indices in coupling.entries}
            names |= {kept.name for kept in coupling.kept}
    return frozenset(names)
