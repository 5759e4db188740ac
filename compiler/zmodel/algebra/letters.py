"""What words in flavour are made of: coupling matrices, charge matrices, matrix units; and what closed words are."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Word = tuple[int, ...]
Symmetry = Literal["none", "symmetric", "antisymmetric"]

SIGNS = {"symmetric": 1, "antisymmetric": -1}
"""What the other triangle of a matrix is times this one; nothing for `none`."""

PLAIN, TRANSPOSED, CONJUGATED, DAGGERED = range(4)


@dataclass(frozen=True)
class Matrix:
    """A coupling matrix with an operation on it; `rows` and `columns` are those of the plain matrix."""

    name: str
    rows: int
    columns: int
    operation: int


@dataclass(frozen=True)
class Diagonal:
    """A product of diagonal charge matrices: ((group, field), power) in sorted order."""

    factors: tuple[tuple[tuple[str, str], int], ...]
    size: int


@dataclass(frozen=True)
class Unit:
    """The matrix whose only entry is a one at (row, column)."""

    row: int
    column: int
    rows: int
    columns: int


Letter = Matrix | Diagonal | Unit


@dataclass(frozen=True)
class Scalar:
    """What a word becomes when it is closed: its trace, or one element (row, column)."""

    word: Word
    element: tuple[int, int] | None = None


Key = tuple[Word, tuple[Scalar, ...]]


def letter_order(letter: Letter) -> tuple[object, ...]:
    """A sort key: charge matrices first, then coupling matrices by name, daggered last."""
    match letter:
        case Diagonal(factors):
            return (0, str(factors), 0)
        case Matrix(name, _, _, operation):
            return (1, name, operation)
        case Unit(row, column, _, _):
            return (2, "", row * 1000 + column)


def letter_shape(letter: Letter) -> tuple[int, int]:
    """Rows and columns."""
    match letter:
        case Matrix(_, rows, columns, operation):
            return (columns, rows) if operation in (TRANSPOSED, DAGGERED) else (rows, columns)
        case Diagonal(_, size):
            return size, size
        case Unit(_, _, rows, columns):
            return rows, columns
