"""Fermion mass matrices, masses in closed form, and mixing with heavy fermions."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

import sympy

from zmodel.derive.flavour.mass_matrix import Particle
from zmodel.derive.masses.exact import mass_blocks
from zmodel.derive.masses.fermions import FermionSector
from zmodel.derive.masses.heavy_mixing import HeavyMixing
from zmodel.derive.to_sympy import Expr, Matrix
from zmodel.emit.report import LARGEST_GRID, Cell, Grid, Json, Table
from zmodel.emit.reports.sympy_formula import sympy_formula

CONVENTION = (
    "L contains -bar(f_L)_i M_ij f_Rj + h.c. for charged or coloured fermions and -1/2 M_ij psi_i psi_j + h.c. for "
    "neutral ones, where N stands for the conjugate of a right-handed N. A whole coupling stands for its matrix."
)
MATRIX_ENTRY = re.compile(r"(.*)\[(\d+),(\d+)\]")


def fermion_tables(sectors: Sequence[FermionSector], mixings: Mapping[str, HeavyMixing]) -> list[Table]:
    """The tables of the fermions; `mixings` are those with heavy fermions, by sector."""
    tables = [_matrix_table(sectors), _masses_table(sectors)]
    tables += [_mixing_table(sector, mixings[sector.name]) for sector in sectors if sector.name in mixings]
    return [table for table in tables if table.rows]


# ------------------------------------------------------------------ matrices
def _matrix_table(sectors: Sequence[FermionSector]) -> Table:
    rows: list[tuple[Cell, ...]] = []
    for sector in sectors:
        for left in _segments(sector.rows):
            for right in _segments(sector.columns):
                if not (sector.is_majorana and right[0] < left[0]):
                    rows += _block_rows(sector, left, right)
    grids = tuple(map(_grid, sectors))
    if any(len(grid.rows) > LARGEST_GRID or len(grid.columns) > LARGEST_GRID for grid in grids):
        grids = ()
    return Table("Fermion mass matrices", ("sector", "left", "right", "M"), tuple(rows), CONVENTION, grids)


def _grid(sector: FermionSector) -> Grid:
    cells = tuple(tuple(map(sympy_formula, row)) for row in sector.matrix.tolist())
    return Grid(sector.name, tuple(map(str, sector.rows)), tuple(map(str, sector.columns)), cells)


def _segments(particles: Sequence[Particle]) -> Iterator[tuple[int, ...]]:
    """Positions of the generations of each component."""
    for _, group in groupby(range(len(particles)), key=lambda i: particles[i].name):
        yield tuple(group)


def _block_rows(
    sector: FermionSector, left: tuple[int, ...], right: tuple[int, ...]
) -> Iterator[tuple[Cell, Cell, Cell, Cell]]:
    """One row if the block is a number times a coupling matrix, else one for each entry."""
    block = sector.matrix.extract(list(left), list(right))
    row, column = sector.rows[left[0]].name, sector.columns[right[0]].name
    whole = _whole(Matrix(block)) if len(left) > 1 and len(right) > 1 else None
    if whole is not None:
        yield sector.name, row, column, sympy_formula(whole)
        return
    for i, a in enumerate(left):
        for j, b in enumerate(right):
            if block[i, j] != 0 and not (sector.is_majorana and b < a):
                yield sector.name, str(sector.rows[a]), str(sector.columns[b]), sympy_formula(block[i, j])


def _whole(block: Matrix) -> Expr | None:
    """The common form of all entries, with the indices of coupling matrices left out; None if there is none."""
    forms = set()
    for i in range(block.rows):
        for j in range(block.cols):
            entry = block[i, j]
            replaced = {}
            for symbol in entry.free_symbols:
                match = MATRIX_ENTRY.fullmatch(symbol.name)
                if match is not None:
                    if (int(match[2]), int(match[3])) != (i + 1, j + 1):
                        return None
                    replaced[symbol] = sympy.Symbol(match[1], complex=True)
            if entry != 0 and not replaced:
                return None
            if entry != 0:
                forms.add(entry.xreplace(replaced))
    return forms.pop() if len(forms) == 1 else None


# ------------------------------------------------------------------ masses
def _masses_table(sectors: Sequence[FermionSector]) -> Table:
    rows: list[tuple[Cell, ...]] = []
    for sector in sectors:
        for block in mass_blocks(sector):
            names = ", ".join(dict.fromkeys(str(sector.rows[i]) for i in block.rows))
            if block.masses is None:
                rows.append((sector.name, names, "no closed form"))
            else:
                rows += [(sector.name, names, sympy_formula(mass)) for mass in dict.fromkeys(block.masses)]
        if sector.massless:
            rows.append((sector.name, f"{sector.massless} Weyl spinors", "0"))
    return Table("Fermion masses", ("sector", "fermions", "mass"), tuple(rows))


def _mixing_table(sector: FermionSector, mixing: HeavyMixing) -> Table:
    rows: list[tuple[Cell, ...]] = []
    sides = [("U", sector.rows, mixing.right, mixing.heavy_columns)]
    if not sector.is_majorana:
        sides = [
            ("U_L", sector.rows, mixing.left, mixing.heavy_rows),
            ("U_R", sector.columns, mixing.right, mixing.heavy_columns),
        ]
    for name, particles, series, heavy in sides:
        for i, particle in enumerate(particles):
            for j in heavy:
                if i not in heavy and (value := sum(item[i, j] for item in series[1:])) != 0:
                    rows.append((f"{name}[{particle},{particles[j]}]", sympy_formula(value)))
    light_rows = [i for i in range(len(sector.rows)) if i not in mixing.heavy_rows]
    light_columns = [j for j in range(len(sector.columns)) if j not in mixing.heavy_columns]
    changed = mixing.light_mass != sector.matrix.extract(light_rows, light_columns)
    for i, a in enumerate(light_rows if changed else []):
        for j, b in enumerate(light_columns):
            if mixing.light_mass[i, j] != 0 and not (sector.is_majorana and j < i):
                rows.append((f"m[{sector.rows[a]},{sector.columns[b]}]", sympy_formula(mixing.light_mass[i, j])))
    rows += [(str(symbol), sympy_formula(value)) for symbol, value in mixing.definitions.items()]
    note = (
        f"Gauge eigenstates = U * mass eigenstates, to order {mixing.order} in the ratios of light to heavy entries "
        "of M; m is the mass matrix that is left of the light fermions."
    )
    return Table(f"Mixing with heavy fermions, sector {sector.name}", ("entry", "value"), tuple(rows), note)


# ------------------------------------------------------------------ JSON
def fermions_json(sectors: Sequence[FermionSector], mixings: Mapping[str, HeavyMixing]) -> Json:
    """Everything the tables show, as data."""
    return [_sector_json(sector, mixings.get(sector.name)) for sector in sectors]


def _sector_json(sector: FermionSector, mixing: HeavyMixing | None) -> Json:
    return {
        "name": sector.name,
        "charge": None if sector.charge is None else str(sector.charge),
        "majorana": sector.is_majorana,
        "left": [str(particle) for particle in sector.rows],
        "right": [str(particle) for particle in sector.columns],
        "mass_matrix": _matrix_json(sector.matrix),
        "massless": sector.massless,
        "masses": [
            {
                "rows": list(block.rows),
                "columns": list(block.columns),
                "values": None if block.masses is None else [sympy_formula(mass).text for mass in block.masses],
            }
            for block in mass_blocks(sector)
        ],
        "heavy_mixing": None
        if mixing is None
        else {
            "order": mixing.order,
            "left": [_matrix_json(item) for item in mixing.left],
            "right": [_matrix_json(item) for item in mixing.right],
            "light_mass": _matrix_json(mixing.light_mass),
            "definitions": {str(symbol): sympy_formula(value).text for symbol, value in mixing.definitions.items()},
        },
    }


def _matrix_json(matrix: Matrix) -> Json:
    return [[sympy_formula(entry).text for entry in row] for row in matrix.tolist()]
