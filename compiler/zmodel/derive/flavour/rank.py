"""Ranks of matrices over the finite field of `zmodel.derive.residues`."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from typing import TypeVar

from zmodel.derive.residues import PRIME

Row = TypeVar("Row", bound=Hashable)
Column = TypeVar("Column", bound=Hashable)


def rank(entries: Mapping[tuple[Row, Column], int], rows: Sequence[Row], columns: Sequence[Column]) -> int:
    """The rank of the block of a sparse matrix that some rows and columns are."""
    pivots: dict[Column, dict[Column, int]] = {}
    for row in rows:
        vector = {column: value for column in columns if (value := entries.get((row, column), 0))}
        # A pivot's row has nothing before its pivot, so that one pass over the columns eliminates all.
        for column in columns:
            if column not in vector:
                continue
            if column not in pivots:
                inverse = pow(vector[column], -1, PRIME)
                pivots[column] = {key: value * inverse % PRIME for key, value in vector.items()}
                break
            factor = vector[column]
            for key, value in pivots[column].items():
                vector[key] = (vector.get(key, 0) - factor * value) % PRIME
            vector = {key: value for key, value in vector.items() if value}
    return len(pivots)
