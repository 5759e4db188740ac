"""The abelian coupling matrix h, and what a form of kinetic mixing makes of it.

`L = -1/4 F_a (h^-1)_ab F_b`, `D = d - i q_a A_a`: h is free of any choice of fields. Every form of kinetic mixing that
the language knows is a set of variables for h; see "Kinetic mixing" in docs/conventions.md.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from zmodel.algebra import Polynomial, Ring
from zmodel.model import Group, Model

POLYNOMIAL_FORMS = ("eta", "triangular")
"""The forms in which h is polynomial in the couplings; in the others its entries are symbols of their own."""


def h_symbol(first: str, second: str) -> str:
    """The symbol of an entry of h."""
    return f"h[{first},{second}]"


@dataclass(frozen=True)
class AbelianSector:
    """The gauged U(1)s of a model.

    Attributes:
        groups: in declared order.
        form: of kinetic mixing, or "" without any.
        mixings: name of the mixing coupling by pair of groups (declared order of the pair).
    """

    groups: tuple[Group, ...]
    form: str
    mixings: Mapping[tuple[str, str], str]

    def mixing_name(self, first: str, second: str) -> str | None:
        """The mixing coupling of two groups, in either order."""
        return self.mixings.get((first, second)) or self.mixings.get((second, first))

    @property
    def h_symbols(self) -> tuple[str, ...]:
        """Symbols for entries of h that are not polynomial in the couplings; none in most forms."""
        if self.form in ("", *POLYNOMIAL_FORMS):
            return ()
        names = [group.name for group in self.groups]
        return tuple(h_symbol(a, b) for i, a in enumerate(names) for b in names[i:])


def abelian_sector(model: Model) -> AbelianSector:
    """The gauged U(1)s and their kinetic mixing."""
    mixings = {(mixing.first, mixing.second): mixing.name for mixing in model.mixings}
    form = model.mixings[0].form if model.mixings else ""
    return AbelianSector(model.abelian_groups, form, mixings)


def coupling_matrix(sector: AbelianSector, ring: Ring) -> dict[tuple[str, str], Polynomial]:
    """h as polynomials of a ring that has the gauge couplings, the mixings and `h_symbols`."""
    names = [group.name for group in sector.groups]
    if sector.h_symbols:
        return {(a, b): ring.symbol(h_symbol(*sorted((a, b), key=names.index))) for a in names for b in names}
    if sector.form == "triangular":
        factor = triangular_factor(sector, ring)
        return {
            (a, b): sum((factor[a, c] * factor[b, c] for c in names), ring.zero) for a in names for b in names
        }
    coupling = {group.name: ring.symbol(group.coupling or "") for group in sector.groups}
    h = {}
    for a in names:
        for b in names:
            name = sector.mixing_name(a, b)
            off_diagonal = ring.zero if name is None else ring.symbol(name)
            h[a, b] = coupling[a] * coupling[b] * (ring.one if a == b else off_diagonal)
    return h


def triangular_factor(sector: AbelianSector, ring: Ring) -> dict[tuple[str, str], Polynomial]:
    """G with h = G G^T: row = charge, column = boson; a boson couples to its own charge and to earlier groups'."""
    factor = {}
    for i, a in enumerate(sector.groups):
        for j, b in enumerate(sector.groups):
            name = sector.mixings.get((a.name, b.name))
            if i == j:
                factor[a.name, b.name] = ring.symbol(a.coupling or "")
            else:
                factor[a.name, b.name] = ring.zero if name is None else ring.symbol(name)
    return factor
