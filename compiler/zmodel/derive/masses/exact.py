"""Fermion masses in closed form: blocks of a mass matrix with one or two masses."""

from __future__ import annotations

from dataclasses import dataclass

import sympy

from zmodel.algebra.connected import connected_parts
from zmodel.derive.masses.fermions import FermionSector
from zmodel.derive.to_sympy import Expr, Matrix


@dataclass(frozen=True)
class MassBlock:
    """Fermions that mass terms join.

    Attributes:
        rows: numbers of rows of the sector.
        columns: numbers of its columns.
        masses: the masses that do not vanish identically, positive; None if there is no closed form.
    """

    rows: tuple[int, ...]
    columns: tuple[int, ...]
    masses: tuple[Expr, ...] | None


def mass_blocks(sector: FermionSector) -> tuple[MassBlock, ...]:
    """The blocks of a sector, in the order of their rows; fermions without any mass term are left out."""
    matrix = sector.matrix
    shift = 0 if sector.is_majorana else matrix.rows
    edges = [(i, shift + j) for i in range(matrix.rows) for j in range(matrix.cols) if matrix[i, j] != 0]
    blocks = []
    for part in connected_parts(sorted({node for edge in edges for node in edge}), edges):
        rows = part if sector.is_majorana else tuple(i for i in part if i < shift)
        columns = part if sector.is_majorana else tuple(j - shift for j in part if j >= shift)
        blocks.append(MassBlock(rows, columns, _singular_values(Matrix(matrix.extract(list(rows), list(columns))))))
    return tuple(blocks)


def _singular_values(matrix: Matrix) -> tuple[Expr, ...] | None:
    """Of one row or column its length; of two by two from the trace and the determinant of M M^dag."""
    if 1 in matrix.shape:
        if len(matrix) == 1:
            return (modulus(matrix[0, 0]),)
        return (sympy.sqrt(sympy.Add(*(modulus(entry) ** 2 for entry in matrix))),)
    if matrix.shape != (2, 2):
        return None
    if matrix[0, 0] == matrix[1, 1] == 0:
        # Two Majorana spinors of one Dirac fermion.
        return modulus(matrix[0, 1]), modulus(matrix[1, 0])
    trace = sympy.Add(*(modulus(entry) ** 2 for entry in matrix))
    determinant = modulus(sympy.expand(matrix.det()))
    # The sum and the difference of the two are sqrt(tr M M^dag +- 2 |det M|).
    total, difference = (sympy.sqrt(sympy.factor_terms(trace + 2 * sign * determinant)) for sign in (1, -1))
    return (total + difference) / 2, (total - difference) / 2


def modulus(value: Expr) -> Expr:
    """|value|; a conjugate has the modulus of what is conjugated."""
    if value.is_Add:
        return sympy.Abs(value)
    return sympy.Abs(value.replace(sympy.conjugate, lambda argument: argument))
