"""Mixing of light with heavy fermions as a series: vector-like fermions, the seesaw.

M = ((m, A), (B, H)) with H of a lower power of the vacuum than everything else. Left-handed heavy states are
(P; 1) and right-handed ones (Q; 1) with M (Q; 1) = (P; 1) L and M^dag (P; 1) = (Q; 1) L', so that

    P = (A + m Q)(H + B Q)^-1,    Q = (B^dag + m^dag P)(H^dag + A^dag P)^-1,

solved order by order. H^-1 is written out where H is diagonal, and is a matrix of symbols else. Gauge eigenstates =
U * block eigenstates with U = ((c, P s), (-P^dag c, s)), c = (1 + P P^dag)^-1/2, s = (1 + P^dag P)^-1/2; to first
order P = A H^-1, paper B, Eq. (3.5). U_L^dag M U_R is block diagonal, with

    (1 + P P^dag)^-1/2 (m - P B) (1 + Q Q^dag)^1/2 = m - A H^-1 B + ...

for the light fermions, which is left to be diagonalised, and (1 + P^dag P)^1/2 (H + B Q) (1 + Q^dag Q)^-1/2.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import sympy

from zmodel.derive.breaking.small.counting import ORDER
from zmodel.derive.masses import series
from zmodel.derive.masses.fermions import FermionSector, heavy_lines
from zmodel.derive.masses.series import Series
from zmodel.derive.to_sympy import Expr, Matrix, Symbol


@dataclass(frozen=True)
class HeavyMixing:
    """The unitary matrices that separate light from heavy fermions.

    Attributes:
        left: gauge eigenstates (rows of the sector) = left * block eigenstates, by orders of the small ratios. Of a
            Majorana matrix psi = right * psi'.
        right: the same for its columns.
        heavy_rows: numbers of the rows that are heavy.
        heavy_columns: numbers of the columns that are heavy.
        light_mass: the matrix that is left of the light ones, up to `order`.
        heavy_mass: H, and what the mixing adds to it.
        definitions: what the symbols of H^-1 stand for; empty if it is written out.
        order: the highest power of the small ratios.
    """

    left: Series
    right: Series
    heavy_rows: tuple[int, ...]
    heavy_columns: tuple[int, ...]
    light_mass: Matrix
    heavy_mass: Matrix
    definitions: Mapping[Symbol, Expr]
    order: int


def derive_heavy_mixing(sector: FermionSector, order: int = ORDER) -> HeavyMixing | None:
    """The series for one sector.

    Heavy are the rows and columns with an entry of order zero, if these entries are an invertible matrix. In paper B
    v_Phi Y_Q/m_Q is of first and v Y/m_Q of second order.

    Returns:
        The mixing, or None if the orders do not separate light from heavy, or if they do not mix.
    """
    lines = heavy_lines(sector.parts)
    if lines is None:
        return None
    rows, columns = lines
    base = sector.parts[0]
    heavy = Matrix(base.extract(rows, columns))
    light_rows = [i for i in range(base.rows) if i not in rows]
    light_columns = [j for j in range(base.cols) if j not in columns]

    def part(some_rows: Sequence[int], some_columns: Sequence[int]) -> Series:
        return _extract(sector.parts, order, some_rows, some_columns)

    blocks = part(light_rows, light_columns), part(light_rows, columns), part(rows, light_columns), part(rows, columns)
    if not any(entry != 0 for item in (*blocks[1], *blocks[2]) for entry in item):
        return None
    inverse, definitions = _inverse_of(heavy, sector)
    p, q = _solve(blocks, inverse)
    light, heavy_mass = _diagonal_blocks(blocks, p, q)
    return HeavyMixing(
        _in_order(_rotation(p), (*light_rows, *rows)),
        _in_order(_rotation(q), (*light_columns, *columns)),
        tuple(rows),
        tuple(columns),
        light,
        heavy_mass,
        definitions,
        order,
    )


def _inverse_of(heavy: Matrix, sector: FermionSector) -> tuple[Matrix, Mapping[Symbol, Expr]]:
    """H^-1, and what its symbols stand for; `nu_inverse[1,2]` is an entry of that of neutrinos."""
    if heavy.is_diagonal():
        return Matrix(sympy.diag(*(1 / heavy[i, i] for i in range(heavy.rows)))), {}
    symmetric = sector.is_majorana

    def symbol(i: int, j: int) -> Symbol:
        i, j = (min(i, j), max(i, j)) if symmetric else (i, j)
        return sympy.Symbol(f"{sector.name}_inverse[{i + 1},{j + 1}]", complex=True)

    size, determinant, adjugate = heavy.rows, heavy.det(), heavy.adjugate()
    definitions = {
        symbol(i, j): adjugate[i, j] / determinant for i in range(size) for j in range(size) if adjugate[i, j] != 0
    }
    entries = [[symbol(i, j) if adjugate[i, j] != 0 else sympy.Integer(0) for j in range(size)] for i in range(size)]
    return Matrix(entries), definitions


def _extract(parts: Mapping[int, Matrix], order: int, rows: Sequence[int], columns: Sequence[int]) -> Series:
    result = [Matrix.zeros(len(rows), len(columns)) for _ in range(order + 1)]
    for power, matrix in parts.items():
        if power <= order:
            result[power] = Matrix(matrix.extract(rows, columns))
    return tuple(result)


def _solve(blocks: tuple[Series, Series, Series, Series], inverse: Matrix) -> tuple[Series, Series]:
    """P and Q order by order: each coefficient follows from lower ones, since m, A, B and H - H0 begin at order one."""
    m, a, b, h = blocks
    p: Series = (Matrix.zeros(*a[0].shape),)
    q: Series = (Matrix.zeros(*series.dagger(b)[0].shape),)
    daggers = series.dagger(m), series.dagger(b), series.dagger(a), series.dagger(h)
    for _ in range(len(m) - 1):
        p, q = (*p, _next((m, a, b, h), p, q, inverse)), (*q, _next(daggers, q, p, Matrix(inverse.H)))
    return p, q


def _next(blocks: tuple[Series, Series, Series, Series], p: Series, q: Series, inverse: Matrix) -> Matrix:
    """The next coefficient of P, which solves P (H + B Q) = A + m Q.

    The inverse of H + B Q would hold products that no coefficient of P needs.
    """
    m, a, b, h = blocks
    n = len(p)
    known = series.coefficient(m, q, n)
    for k in range(1, n):
        known -= p[n - k] * (h[k] + series.coefficient(b, q, k))
    return series.expanded(series.expanded(a[n] + known) * inverse)


HALF = sympy.Rational(1, 2)


def _rotation(p: Series) -> Series:
    c = series.power_of_one_plus(series.multiply(p, series.dagger(p)), -HALF)
    s = series.power_of_one_plus(series.multiply(series.dagger(p), p), -HALF)
    lower = series.scale(sympy.Integer(-1), series.multiply(series.dagger(p), c))
    return series.block((c, series.multiply(p, s)), (lower, s))


def _diagonal_blocks(blocks: tuple[Series, Series, Series, Series], p: Series, q: Series) -> tuple[Matrix, Matrix]:
    """The light and the heavy block of U_L^dag M U_R."""
    m, _, b, h = blocks
    minus_pb = series.scale(sympy.Integer(-1), series.multiply(p, b))
    light = series.multiply(
        series.power_of_one_plus(series.multiply(p, series.dagger(p)), -HALF),
        series.add(m, minus_pb),
        series.power_of_one_plus(series.multiply(q, series.dagger(q)), HALF),
    )
    heavy = series.multiply(
        series.power_of_one_plus(series.multiply(series.dagger(p), p), HALF),
        series.add(h, series.multiply(b, q)),
        series.power_of_one_plus(series.multiply(series.dagger(q), q), -HALF),
    )
    return series.total(light), series.total(heavy)


def _in_order(rotation: Series, members: Sequence[int]) -> Series:
    """Rows and columns back in the order of the sector."""
    position = [members.index(i) for i in range(len(members))]
    return tuple(Matrix(item.extract(position, position)) for item in rotation)
