"""Fermions that may mix, the generic rank of their mass matrix, and who stays massless.

Fermions of equal conserved charges and colour form a sector. A sector of complex fermions has a Dirac matrix, with the
left-handed particles in its rows and the left-handed antiparticles in its columns; neutral colourless fermions have a
symmetric Majorana matrix. Without an electric charge, only those of them that mass terms join form a sector.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction
from math import prod

from zmodel.derive.electroweak import weak_group
from zmodel.derive.flavour.mass_matrix import FermionMasses, Particle, State, weyl_sign
from zmodel.derive.flavour.rank import rank
from zmodel.derive.species import STANDARD_NAMES
from zmodel.derive.unbroken import Numbers
from zmodel.model import Model


@dataclass(frozen=True)
class Sector:
    """A mass matrix after all vacuum values.

    Attributes:
        name: u, d, e or nu for fermions with the colour and charge of the Standard Model's, else made of fields.
        charge: electric charge of the particles in the rows, None if there is no photon.
        rows: left-handed Weyl spinors of the particles.
        columns: those of the antiparticles; of a Majorana matrix the same as the rows.
        texture: the entries that are not zero.
        rank: of a generic matrix of this texture, one colour counted.
        light_rank: of the matrix of weak multiplets after singlets with an invertible Majorana matrix are integrated
            out; None if there are no such singlets.
    """

    name: str
    charge: Fraction | None
    rows: tuple[Particle, ...]
    columns: tuple[Particle, ...]
    texture: frozenset[tuple[int, int]]
    rank: int
    light_rank: int | None

    @property
    def is_majorana(self) -> bool:
        """Whether rows and columns are the same spinors."""
        return self.rows == self.columns

    @property
    def massless(self) -> int:
        """Number of Weyl spinors that stay without mass."""
        states = len(self.rows) if self.is_majorana else len(self.rows) + len(self.columns)
        return states - (self.rank if self.is_majorana else 2 * self.rank)


Key = tuple[Numbers, str]
"""Conserved numbers, and the first of the fermions that mass terms join; no name where the numbers are enough."""


def sectors(model: Model, masses: FermionMasses) -> tuple[Sector, ...]:
    """The sectors of a model, in the order of their first left-handed fields."""
    keys = _keys(model, masses)
    members: dict[Key, list[State]] = {}
    for state, key in keys.items():
        members.setdefault(key, []).append(state)
    done: set[Key] = set()
    found = []
    for key, states in members.items():
        if key in done:
            continue
        opposite = (key[0].conjugate, key[1])
        done |= {key, opposite}
        others = states if opposite == key else members.get(opposite, [])
        if opposite != key and _preference(model, masses, others) > _preference(model, masses, states):
            states, others = others, states
        found.append(_sector(model, masses, states, others))
    return _with_names_of_their_own(found)


def _with_names_of_their_own(found: list[Sector]) -> tuple[Sector, ...]:
    """The first sector of a name keeps it, others are named after all their particles."""
    taken: set[str] = set()
    result = []
    for sector in found:
        if sector.name in taken:
            particles = dict.fromkeys(map(str, (*sector.rows, *sector.columns)))
            sector = replace(sector, name=", ".join(particles))
        taken.add(sector.name)
        result.append(sector)
    return tuple(result)


def _preference(model: Model, masses: FermionMasses, states: list[State]) -> tuple[bool, int, bool]:
    """What makes particles of Weyl spinors, and antiparticles of the others: more left-handed fields, or a known name.

    With a weak SU(2) names come first, as some of its fermions may be declared as their conjugates.
    """
    known = bool(states) and _name(masses.particles[states[0]], _charge(model, masses, states[0])) is not None
    left_handed = sum(model.field(state.field).chirality == "left" for state in states)
    return known and weak_group(model) is not None, left_handed, known


# ------------------------------------------------------------------ who may mix with whom
def _keys(model: Model, masses: FermionMasses) -> dict[State, Key]:
    """What the vacuum conserves of each Weyl spinor; conjugate spinors have conjugate numbers."""
    known = all(particle.electric_charge is not None for particle in masses.particles.values())
    joined = {} if known else _joined(masses)
    keys: dict[State, Key] = {}
    for state, particle in masses.particles.items():
        sign = weyl_sign(model, model.field(state.field))
        keys[state] = particle.numbers if sign > 0 else particle.numbers.conjugate, joined.get(particle.name, "")
    return keys


def _joined(masses: FermionMasses) -> dict[str, str]:
    """For each component of a field the first one that mass terms join it to, directly or not."""
    root = {particle.name: particle.name for particle in masses.particles.values()}

    def find(name: str) -> str:
        while root[name] != name:
            name = root[name]
        return name

    for first, second in masses.entries:
        a, b = find(masses.particles[first].name), find(masses.particles[second].name)
        order = list(root)
        low, high = sorted((a, b), key=order.index)
        root[high] = low
    return {name: find(name) for name in root}


# ------------------------------------------------------------------ one sector
def _sector(model: Model, masses: FermionMasses, rows: list[State], columns: list[State]) -> Sector:
    first = masses.particles[rows[0]]
    charge = _charge(model, masses, rows[0])
    row_particles, column_particles = _particles(masses, rows), _particles(masses, columns)
    texture = frozenset(
        (row_particles.index(masses.particles[a]), column_particles.index(masses.particles[b]))
        for a in rows
        for b in columns
        if (a, b) in masses.entries
    )
    return Sector(
        _name(first, charge) or ", ".join(dict.fromkeys(item.name for item in (*row_particles, *column_particles))),
        charge,
        row_particles,
        column_particles,
        texture,
        rank(masses.entries, rows, columns) // prod(irrep.dimension for _, irrep in first.irreps),
        _light_rank(model, masses, rows) if rows is columns else None,
    )


def _charge(model: Model, masses: FermionMasses, state: State) -> Fraction | None:
    """The electric charge of a left-handed Weyl spinor."""
    charge = masses.particles[state].electric_charge
    return None if charge is None else charge * weyl_sign(model, model.field(state.field))


def _particles(masses: FermionMasses, states: list[State]) -> tuple[Particle, ...]:
    return tuple(dict.fromkeys(masses.particles[state] for state in states))


def _name(particle: Particle, charge: Fraction | None) -> str | None:
    """u, d, e or nu, by charge and colour, if no other charge is conserved."""
    dimensions = [(irrep.n, irrep.dimension) for _, irrep in particle.irreps]
    if charge is None or len(particle.charges) > 1 or dimensions not in ([], [(3, 3)]):
        return None
    return STANDARD_NAMES.get((bool(dimensions), charge))


def _light_rank(model: Model, masses: FermionMasses, states: list[State]) -> int | None:
    """The rank of the Schur complement of the singlets' block: rank is additive if that block is invertible."""
    weak = weak_group(model)
    singlets = [s for s in states if weak is None or weak.name not in model.field(s.field).irreps]
    if not singlets or len(singlets) == len(states) or rank(masses.entries, singlets, singlets) < len(singlets):
        return None
    return rank(masses.entries, states, states) - len(singlets)
