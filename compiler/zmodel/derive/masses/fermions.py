"""Fermion mass matrices after all vacuum values, as exact expressions in couplings and vacuum values.

Fermions of equal electric charge and colour form a sector. Charged or coloured ones have a Dirac matrix,
L = -bar(f_L)_i M_ij f_Rj + h.c., others a symmetric Majorana matrix, L = -1/2 M_ij psi_i psi_j + h.c. over left-handed
Weyl spinors; a right-handed field N stands for its conjugate there. An entry is a sum over orders that expansions
count: powers of declared small parameters, or else of the vacuum, of which those that occur in a sector are numbered. A
declared mass has power 0, a vacuum value that leaves the weak SU(2) alone 1, any other 2.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from itertools import product

import sympy

from zmodel.derive.breaking.small.counting import power_counting
from zmodel.derive.components import component_norms
from zmodel.derive.couplings import Coupling, CouplingTable
from zmodel.derive.electroweak import vacuum_support, weak_group
from zmodel.derive.flavour.mass_matrix import FermionMasses, Particle, State, fermion_masses
from zmodel.derive.flavour.sectors import Sector, sectors
from zmodel.derive.lorentz import is_daggered
from zmodel.derive.to_sympy import Expr, Matrix, Symbols, model_symbols, to_sympy
from zmodel.model import Leg, Model

Entries = Mapping[tuple[State, State], Mapping[int, Expr]]
"""M_ab of L = -1/2 M_ab psi_a psi_b + h.c. by powers of the vacuum or of small parameters."""


@dataclass(frozen=True)
class FermionSector:
    """The mass matrix of fermions that may mix.

    Attributes:
        name: u, d, e or nu for fermions with the colour and charge of the Standard Model's, else made of fields.
        charge: electric charge of the particles in the rows, None if there is no photon.
        rows: left-handed particles (Weyl spinors of a Majorana matrix).
        columns: right-handed particles; of a Majorana matrix the same as the rows.
        parts: the mass matrix by orders in what is small, beginning with 0; orders without an entry are left out.
        is_majorana: whether rows and columns are the same spinors.
        massless: number of Weyl spinors without mass for generic couplings, one colour counted.
    """

    name: str
    charge: Fraction | None
    rows: tuple[Particle, ...]
    columns: tuple[Particle, ...]
    parts: Mapping[int, Matrix]
    is_majorana: bool
    massless: int

    @property
    def matrix(self) -> Matrix:
        """The mass matrix."""
        total = Matrix.zeros(len(self.rows), len(self.columns))
        for part in self.parts.values():
            total += part
        return Matrix(total)


def derive_fermion_masses(model: Model, table: CouplingTable) -> tuple[FermionSector, ...]:
    """The mass matrices of all sectors, in the order of their first left-handed fields; paper B, Eq. (3.3).

    Args:
        model: a resolved model.
        table: its couplings.

    Raises:
        TooManyStatesError: if there are too many Weyl spinors.
    """
    symbols, counting = model_symbols(model), power_counting(model)
    entries: dict[tuple[State, State], dict[int, Expr]] = {}
    for coupling in table.couplings.values():
        if coupling.kind != "potential":
            for pair, power, value in _entries(model, coupling, symbols):
                by_order = {power: value} if counting is None else counting.parts(value)
                for key in (pair, pair[::-1]):
                    powers = entries.setdefault(key, {})
                    for order, part in by_order.items():
                        powers[order] = powers.get(order, sympy.Integer(0)) + part
    masses = fermion_masses(model, table)
    return tuple(_sector(sector, masses, entries, counting is not None) for sector in sectors(model, masses))


def _sector(sector: Sector, masses: FermionMasses, entries: Entries, declared: bool) -> FermionSector:
    """Takes one colour of each row and what it is joined to; `declared` orders are not numbered anew."""
    first: dict[Particle, State] = {}
    members: dict[Particle, list[State]] = {}
    for state, particle in masses.particles.items():
        first.setdefault(particle, state)
        members.setdefault(particle, []).append(state)
    found: dict[int, dict[tuple[int, int], Expr]] = {}
    for i, j in sorted(sector.texture):
        row, column = sector.rows[i], sector.columns[j]
        for state in members[column]:
            for power, value in entries.get((first[row], state), {}).items():
                if value != 0:
                    found.setdefault(power, {})[i, j] = value if sector.is_majorana else sympy.conjugate(value)
    shape = len(sector.rows), len(sector.columns)
    powers = sorted(found)
    parts = {
        power - powers[0] if declared else number: Matrix(
            *shape, lambda i, j, power=power: found[power].get((i, j), sympy.Integer(0))
        )
        for number, power in enumerate(powers)
    }
    return FermionSector(
        sector.name, sector.charge, sector.rows, sector.columns, parts, sector.is_majorana, sector.massless
    )


def _entries(model: Model, coupling: Coupling, symbols: Symbols) -> Iterator[tuple[tuple[State, State], int, Expr]]:
    """What one coupling adds, before symmetrisation: spinors, power of the vacuum, value."""
    ((coefficient, legs, tensor),) = coupling.monomials
    spinors = [i for i, leg in enumerate(legs) if model.field(leg.field).is_fermion]
    bosons = [i for i in range(len(legs)) if i not in spinors]
    norms = {i: component_norms(model, model.field(legs[i].field)) for i in spinors}
    power = _power(model, [legs[i] for i in bosons])
    daggered = is_daggered(model, legs[spinors[0]])
    chosen_entries = [
        (chosen, value)
        for chosen in product(*(range(model.field(legs[i].field).generations) for i in spinors))
        if (value := coupling_entry(coupling, tuple(chosen[spinors.index(axis)] for axis in coupling.axes))) != 0
    ]
    for components, number in tensor.items():
        vacuum = sympy.Mul(*(_vacuum_value(model, legs[i], components[i], symbols) for i in bosons))
        if vacuum == 0:
            continue
        exact = coefficient * Fraction(number)
        length = Fraction(1)
        for i in spinors:
            length *= norms[i][components[i]]
        factor = sympy.Rational(exact.numerator, exact.denominator) * vacuum
        factor /= sympy.sqrt(sympy.Rational(length.numerator, length.denominator))
        for chosen, entry in chosen_entries:
            pair = tuple(
                State(legs[i].field, components[i], generation) for i, generation in zip(spinors, chosen, strict=True)
            )
            # The conjugate of a term in daggered spinors is the one in plain spinors.
            yield (pair[0], pair[1]), power, sympy.conjugate(factor * entry) if daggered else factor * entry


def coupling_entry(coupling: Coupling, indices: tuple[int, ...]) -> Expr:
    """An entry of a coupling as a complex symbol: `Yd[1,2]`, `yt` for a kept entry; zero if it is not allowed.

    Args:
        coupling: a Yukawa coupling or fermion mass.
        indices: from 0, one for each leg with several generations.
    """
    if not coupling.entries[indices].allowed:
        return sympy.Integer(0)
    sign = 1
    if coupling.symmetry == "antisymmetric" and len(indices) == 2:
        if indices[0] == indices[1]:
            return sympy.Integer(0)
        sign = 1 if indices[0] < indices[1] else -1
    if coupling.kept:
        for kept in coupling.kept:
            if kept.indices == indices:
                return sympy.Symbol(kept.name, complex=True)
            if kept.indices == indices[::-1] and coupling.symmetry != "none":
                return (1 if coupling.symmetry == "symmetric" else -1) * sympy.Symbol(kept.name, complex=True)
        return sympy.Integer(0)
    shown = tuple(sorted(indices)) if coupling.symmetry != "none" else indices
    name = f"{coupling.name}[{','.join(str(i + 1) for i in shown)}]" if shown else coupling.name
    return sign * sympy.Symbol(name, complex=True)


def _power(model: Model, scalars: list[Leg]) -> int:
    weak = weak_group(model)
    if not scalars:
        return 0
    return 2 if any(weak is not None and weak.name in model.field(leg.field).irreps for leg in scalars) else 1


def _vacuum_value(model: Model, leg: Leg, component: int, symbols: Symbols) -> Expr:
    field = model.field(leg.field)
    if component not in vacuum_support(field):
        return sympy.Integer(0)
    value = to_sympy(field.vev[component], symbols)
    return sympy.conjugate(value) if leg.conjugated else value
