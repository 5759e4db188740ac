"""Rows of linear equations over the rationals."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from flint import fmpq, fmpq_mat

from zmodel.algebra.polynomial import fraction

Row = tuple[Fraction, ...]


def reduced_rows(rows: Sequence[Row]) -> tuple[Row, ...]:
    """The reduced row echelon form, without rows of zeros; pivots are leftmost and 1."""
    if not rows:
        return ()
    matrix = fmpq_mat(len(rows), len(rows[0]), [fmpq(x.numerator, x.denominator) for row in rows for x in row])
    reduced, rank = matrix.rref()
    return tuple(tuple(fraction(reduced[i, j]) for j in range(len(rows[0]))) for i in range(rank))


def pivot(row: Row) -> int:
    """Position of the first entry that is not zero."""
    return next(i for i, value in enumerate(row) if value)
