"""Whether textures can give full mixing between the upper and the lower members of weak doublets.

M M^dagger of each sector mixes left-handed particles whose rows share a column, so it falls into blocks; for generic
numbers the rotation to mass eigenstates fills each block. The mixing matrix V = U_upper^dagger U_lower then has an
entry between an upper and a lower block exactly if they share a doublet. If blocks of both sectors taken together fall
apart into several sets, generation numbers are conserved.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from zmodel.derive.electroweak import weak_group
from zmodel.derive.flavour.mass_matrix import FermionMasses, Particle, weyl_sign
from zmodel.derive.flavour.sectors import Sector
from zmodel.model import Model

Doublet = tuple[str, int]
"""Field and generation."""

Block = frozenset[Doublet]

T = TypeVar("T")


@dataclass(frozen=True)
class Mixing:
    """The mixing matrix of two sectors.

    Attributes:
        name: CKM, PMNS, or the names of the two sectors.
        upper, lower: names of the sectors.
        upper_blocks, lower_blocks: doublets that mass eigenstates of a sector mix.
        joint_blocks: doublets that both together mix.
        zeros: number of entries of the mixing matrix that vanish, doublets counted.
        massless: whether one of the sectors has no masses at all, so that it may be rotated freely.
    """

    name: str
    upper: str
    lower: str
    upper_blocks: tuple[Block, ...]
    lower_blocks: tuple[Block, ...]
    joint_blocks: tuple[Block, ...]
    zeros: int
    massless: bool

    @property
    def connected(self) -> bool:
        """Whether no generation number is conserved."""
        return len(self.joint_blocks) == 1 and not self.massless

    @property
    def full(self) -> bool:
        """Whether every entry of the mixing matrix may differ from zero."""
        return self.zeros == 0 and not self.massless


NAMES = {("u", "d"): "CKM", ("nu", "e"): "PMNS"}


def mixings(model: Model, masses: FermionMasses, sectors: Sequence[Sector]) -> tuple[Mixing, ...]:
    """The mixing matrices of sectors that hold the two members of left-handed weak doublets."""
    doublets = _doublets(model, masses)
    found = []
    for upper in sectors:
        for lower in sectors:
            shared = [d for d, (up, down) in doublets.items() if up in upper.rows and down in lower.rows]
            if shared and upper is not lower:
                found.append(_mixing(upper, lower, {d: doublets[d] for d in shared}))
    return tuple(found)


def _doublets(model: Model, masses: FermionMasses) -> dict[Doublet, tuple[Particle, Particle]]:
    """The two members of each doublet of the weak SU(2), the upper one first; of a conjugate it is the lower one."""
    weak = weak_group(model)
    members: dict[Doublet, list[Particle]] = {}
    for state, particle in masses.particles.items():
        field = model.field(state.field)
        if weak is not None and weak.name in field.irreps:
            names = members.setdefault((state.field, state.generation), [])
            if particle not in names:
                names.append(particle)
    return {
        doublet: (names[0], names[1]) if weyl_sign(model, model.field(doublet[0])) > 0 else (names[1], names[0])
        for doublet, names in members.items()
        if len(names) == 2
    }


def _mixing(upper: Sector, lower: Sector, doublets: dict[Doublet, tuple[Particle, Particle]]) -> Mixing:
    upper_blocks = _doublet_blocks(upper, {up: doublet for doublet, (up, _) in doublets.items()})
    lower_blocks = _doublet_blocks(lower, {down: doublet for doublet, (_, down) in doublets.items()})
    zeros = sum(len(a) * len(b) for a in upper_blocks for b in lower_blocks if not a & b)
    return Mixing(
        NAMES.get((upper.name, lower.name), f"{upper.name} - {lower.name}"),
        upper.name,
        lower.name,
        upper_blocks,
        lower_blocks,
        connected_sets(doublets, (*upper_blocks, *lower_blocks)),
        zeros,
        not upper.rank or not lower.rank,
    )


def _doublet_blocks(sector: Sector, doublet_of: dict[Particle, Doublet]) -> tuple[Block, ...]:
    """Blocks of M M^dagger as sets of doublets; rows of other fields only join them."""
    by_column: dict[int, set[int]] = {}
    for row, column in sorted(sector.texture):
        by_column.setdefault(column, set()).add(row)
    blocks = connected_sets(range(len(sector.rows)), by_column.values())
    named = (frozenset(doublet_of[p] for i in block if (p := sector.rows[i]) in doublet_of) for block in blocks)
    return tuple(block for block in named if block)


def connected_sets(nodes: Iterable[T], links: Iterable[Iterable[T]]) -> tuple[frozenset[T], ...]:
    """The connected sets of nodes, in the order of the nodes; each link joins all of its members."""
    order = list(nodes)
    sets = [frozenset([node]) for node in order]
    for link in map(frozenset, links):
        touched = [item for item in sets if item & link]
        sets = [item for item in sets if item not in touched] + [frozenset().union(*touched)]
    return tuple(sorted(sets, key=lambda item: min(map(order.index, item))))
