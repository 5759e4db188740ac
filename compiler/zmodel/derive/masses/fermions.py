"""Fermion mass matrices after all vacuum values, as exact expressions in couplings and vacuum values.

Fermions of equal electric charge and colour form a sector. Charged or coloured ones have a Dirac matrix,
L = -bar(f_L)_i M_ij f_Rj + h.c., others a symmetric Majorana matrix, L = -1/2 M_ij psi_i psi_j + h.c. over left-handed
Weyl spinors; a right-handed field N stands for its conjugate there. An entry is a sum over orders that expansions
count: powers of declared small parameters, or, where these do not tell light from heavy fermions, of the vacuum, of
which those that occur in a sector are numbered. A declared mass has power 0, a vacuum value that leaves the weak SU(2)
alone 1, any other 2.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from itertools import product

import sympy

from zmodel.derive.breaking.small.counting import power_counting
from zmodel.derive.breaking.tidy import conjugate
from zmodel.derive.components import component_norms, vacuum_coefficients
from zmodel.derive.couplings import Coupling, CouplingTable
from zmodel.derive.electroweak import vacuum_support, weak_group
from zmodel.derive.flavour.mass_matrix import FermionMasses, Particle, State, fermion_masses
from zmodel.derive.flavour.sectors import Sector, sectors
from zmodel.derive.lorentz import is_daggered
from zmodel.derive.to_sympy import Expr, Matrix, Symbols, model_symbols, to_sympy
from zmodel.model import Leg, Model

Orders = tuple[int, int]
"""The power of the vacuum, and the order in declared small parameters."""

Entries = Mapping[tuple[State, State], Mapping[Orders, Expr]]
"""M_ab of L = -1/2 M_ab psi_a psi_b + h.c. by orders."""

Parts = Mapping[int, Matrix]


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
    parts: Parts
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
    entries: dict[tuple[State, State], dict[Orders, Expr]] = {}
    for coupling in table.couplings.values():
        if coupling.kind != "potential":
            for pair, power, value in _entries(model, coupling, symbols):
                by_order = {0: value} if counting is None else counting.parts(value)
                for key in (pair, pair[::-1]):
                    powers = entries.setdefault(key, {})
                    for order, part in by_order.items():
                        powers[power, order] = powers.get((power, order), sympy.Integer(0)) + part
    masses = fermion_masses(model, table)
    return tuple(_sector(sector, masses, entries) for sector in sectors(model, masses))


def _sector(sector: Sector, masses: FermionMasses, entries: Entries) -> FermionSector:
    """Takes one colour of each row and what it is joined to."""
    first: dict[Particle, State] = {}
    members: dict[Particle, list[State]] = {}
    for state, particle in masses.particles.items():
        first.setdefault(particle, state)
        members.setdefault(particle, []).append(state)
    found: dict[Orders, dict[tuple[int, int], Expr]] = {}
    for i, j in sorted(sector.texture):
        row, column = sector.rows[i], sector.columns[j]
        for state in members[column]:
            for orders, value in entries.get((first[row], state), {}).items():
                if value != 0:
                    found.setdefault(orders, {})[i, j] = value if sector.is_majorana else conjugate(value)
    shape = len(sector.rows), len(sector.columns)
    matrices = {
        orders: Matrix(*shape, lambda i, j, orders=orders: found[orders].get((i, j), sympy.Integer(0)))
        for orders in sorted(found)
    }
    declared = _summed(matrices, lambda orders: orders[1])
    powers = sorted({power for power, _ in matrices})
    parts = declared if heavy_lines(declared) else _summed(matrices, lambda orders: powers.index(orders[0]))
    return FermionSector(
        sector.name, sector.charge, sector.rows, sector.columns, parts, sector.is_majorana, sector.massless
    )


def _summed(matrices: Mapping[Orders, Matrix], order: Callable[[Orders], int]) -> dict[int, Matrix]:
    """The matrices of equal order added up, the lowest order 0."""
    found: dict[int, Matrix] = {}
    for orders, matrix in matrices.items():
        found[order(orders)] = Matrix(found[order(orders)] + matrix) if order(orders) in found else matrix
    lowest = min(found, default=0)
    return {number - lowest: found[number] for number in sorted(found)}


def heavy_lines(parts: Parts) -> tuple[list[int], list[int]] | None:
    """The rows and columns that are heavy, or None if the orders do not tell them from light ones.

    They are those with an entry of order zero, if these entries are an invertible matrix smaller than the whole one.
    """
    if len(parts) < 2:
        return None
    base = parts[0]
    rows = [i for i in range(base.rows) if any(base[i, j] != 0 for j in range(base.cols))]
    columns = [j for j in range(base.cols) if any(base[i, j] != 0 for i in range(base.rows))]
    if len(rows) != len(columns) or len(rows) == base.rows or base.extract(rows, columns).det() == 0:
        return None
    return rows, columns


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
        if (value := _coupling_entry(coupling, tuple(chosen[spinors.index(axis)] for axis in coupling.axes))) != 0
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
            yield (pair[0], pair[1]), power, conjugate(factor * entry) if daggered else factor * entry


def _coupling_entry(coupling: Coupling, indices: tuple[int, ...]) -> Expr:
    """An entry of a Yukawa coupling or fermion mass as a complex symbol; zero if it is not allowed."""
    sign, name = coupling.signed_entry(indices)
    return sign * sympy.Symbol(name, complex=True) if sign else sympy.Integer(0)


def _power(model: Model, scalars: list[Leg]) -> int:
    weak = weak_group(model)
    if not scalars:
        return 0
    return 2 if any(weak is not None and weak.name in model.field(leg.field).irreps for leg in scalars) else 1


def _vacuum_value(model: Model, leg: Leg, component: int, symbols: Symbols) -> Expr:
    field = model.field(leg.field)
    if component not in vacuum_support(field):
        return sympy.Integer(0)
    value = to_sympy(vacuum_coefficients(model, field)[component], symbols)
    return conjugate(value) if leg.conjugated else value
