"""Exact linear algebra with rows of rational numbers."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from flint import fmpq, fmpq_mat

from zmodel.algebra.polynomial import fraction

Row = tuple[Fraction, ...]


def as_matrix(rows: Sequence[Sequence[Fraction]]) -> fmpq_mat:
    """Rows, of which there is at least one, as a matrix of flint."""
    return fmpq_mat([[fmpq(value.numerator, value.denominator) for value in row] for row in rows])


def as_rows(matrix: fmpq_mat) -> tuple[Row, ...]:
    """A matrix of flint as rows."""
    return tuple(tuple(map(fraction, row)) for row in matrix.tolist())


def rank(rows: Sequence[Sequence[Fraction]]) -> int:
    """The rank of some rows; 0 if they are empty."""
    return int(as_matrix(rows).rank()) if rows and rows[0] else 0


def independent(rows: Sequence[Sequence[Fraction]]) -> tuple[int, ...]:
    """Positions of the first rows that are independent."""
    if not rows or not rows[0]:
        return ()
    # The pivots of the transposed matrix are the first independent columns.
    reduced, size = as_matrix(tuple(zip(*rows, strict=True))).rref()
    found = []
    for row in as_rows(reduced)[:size]:
        found.append(next(i for i, value in enumerate(row) if value))
    return tuple(found)


def coordinates(basis: Sequence[Sequence[Fraction]], rows: Sequence[Sequence[Fraction]]) -> tuple[Row | None, ...]:
    """Each row as a sum of basis rows, which are independent: the factors, or None if it lies outside of their span."""
    if not rows:
        return ()
    if not basis or not basis[0]:
        return tuple(None if any(row) else () for row in rows)
    size = len(basis)
    columns = [[*(row[i] for row in basis), *(row[i] for row in rows)] for i in range(len(basis[0]))]
    reduced = as_rows(as_matrix(columns).rref()[0])
    found: list[Row | None] = []
    for j in range(size, size + len(rows)):
        outside = any(row[j] for row in reduced[size:])
        found.append(None if outside else tuple(row[j] for row in reduced[:size]))
    return tuple(found)
