"""Rows of linear equations over the rationals."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import product
from math import lcm

from flint import fmpq, fmpq_mat, fmpz_mat

from zmodel.algebra.polynomial import fraction

Row = tuple[Fraction, ...]


def reduced_rows(rows: Sequence[Row]) -> tuple[Row, ...]:
    """The reduced row echelon form, without rows of zeros; pivots are leftmost and 1."""
    if not rows:
        return ()
    matrix = fmpq_mat(len(rows), len(rows[0]), [fmpq(x.numerator, x.denominator) for row in rows for x in row])
    reduced, rank = matrix.rref()
    return tuple(tuple(fraction(reduced[i, j]) for j in range(len(rows[0]))) for i in range(rank))


def reduced_in_order(rows: Sequence[Row], order: Sequence[int]) -> Iterator[tuple[int, Row]]:
    """The reduced row echelon form for another order of columns: rows with the positions of their pivots."""
    places = [order.index(i) for i in range(len(order))]
    for row in reduced_rows([tuple(row[i] for i in order) for row in rows]):
        yield order[pivot(row)], tuple(row[place] for place in places)


def pivot(row: Row) -> int:
    """Position of the first entry that is not zero."""
    return next(i for i, value in enumerate(row) if value)


def matrix_rank(rows: Sequence[Sequence[Fraction]]) -> int:
    """The number of linearly independent rows."""
    return len(reduced_rows([tuple(row) for row in rows]))


def semidefinite_kernel(matrix: Sequence[Sequence[Fraction]]) -> tuple[Row, ...] | None:
    """Linear forms that all vanish exactly where a quadratic form does.

    Args:
        matrix: symmetric.

    Returns:
        As many forms as the rank, if the form has no two signs; else None.
    """
    rest = {(i, j): value for i, row in enumerate(matrix) for j, value in enumerate(row) if value}
    forms: list[Row] = []
    signs: set[bool] = set()
    while rest:
        diagonal = {i: value for (i, j), value in rest.items() if i == j}
        signs |= {value > 0 for value in diagonal.values()}
        if len(signs) != 1 or any(i not in diagonal for i, _ in rest):
            # Both signs, or a product of unknowns without the square of one of them, which takes both.
            return None
        lead = min(diagonal)
        row = {j: value for (i, j), value in rest.items() if i == lead}
        forms.append(tuple(row.get(j, Fraction(0)) for j in range(len(matrix))))
        for (i, first), (j, second) in product(row.items(), repeat=2):
            rest[i, j] = rest.get((i, j), Fraction(0)) - first * second / diagonal[lead]
        rest = {place: value for place, value in rest.items() if value}
    return tuple(forms)


def integer_kernel(rows: Sequence[Row], size: int) -> tuple[tuple[int, ...], ...]:
    """A short basis of all integer points at which linear forms vanish.

    The Hermite form of the transposed equations beside a unit matrix ends in a basis of the lattice, which is then
    reduced (LLL).

    Args:
        rows: coefficients of the forms; whatever comes after `size` of them is left out.
        size: number of unknowns.
    """
    scales = [lcm(*(value.denominator for value in row[:size])) for row in rows]
    columns = [[int(row[i] * scale) for row, scale in zip(rows, scales, strict=True)] for i in range(size)]
    matrix = fmpz_mat([[*column, *(int(i == j) for j in range(size))] for i, column in enumerate(columns)])
    hermite = matrix.hnf().tolist()
    basis = [row[len(rows) :] for row in hermite if not any(row[: len(rows)])]
    if not basis:
        return ()
    return tuple(tuple(int(value) for value in row) for row in fmpz_mat(basis).lll().tolist())
