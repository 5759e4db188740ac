"""The contractions that tr(...) prescribes in one group: the trace of a product of matrices.

A field with one index in each of two groups is a matrix, whose row index belongs to the first group and
whose column index to the second; an adjoint is the matrix phi^A lambda^A in one group; a tensor with two
indices is a matrix in them. Column indices are contracted with the row indices of the next matrix around the
trace.
"""

from __future__ import annotations

from collections.abc import Sequence

from zmodel.groups.irrep import RepresentationError
from zmodel.groups.legs import Leg
from zmodel.groups.wiring import Slot, Wiring


def cyclic_pairing(legs: Sequence[Leg]) -> tuple[tuple[int, int], ...]:
    """Pairs of legs (p, q) such that the column index of p is contracted with the row index of q.

    For tr(dag(S) S dag(S) S) these are (0, 1), (2, 3) in the group of the rows of S and (1, 2), (3, 0) in
    that of its columns. Singlets of the group are passed over.

    Raises:
        RepresentationError: if a column index does not meet a row index next, or a leg is not a matrix.
    """
    return tuple((column[0], row[0]) for column, row in _bonds(legs))


def trace_wiring(legs: Sequence[Leg]) -> Wiring | None:
    """The contraction of a trace, or None if its neighbours do not form an invariant of the group.

    An upper and a lower index are contracted with delta; in SU(2) two upper or two lower ones with eps in
    written order.

    Raises:
        RepresentationError: as for `cyclic_pairing`.
    """
    deltas, epsilons = [], []
    for column, row in _bonds(legs):
        column_sign, row_sign = (legs[leg].signs[slot] for leg, slot in (column, row))
        if column[0] == row[0]:
            # The trace of a single matrix: an irreducible tensor has none.
            return None
        if column_sign != row_sign:
            deltas.append((column, row) if column_sign < 0 else (row, column))
        elif legs[column[0]].irrep.n == 2:
            epsilons.append((min(column, row), max(column, row)))
        else:
            return None
    return Wiring(tuple(deltas), tuple(epsilons))


def _bonds(legs: Sequence[Leg]) -> list[tuple[Slot, Slot]]:
    """Slots of a column index and of the row index that comes next around the trace."""
    # Around the trace, the row index of a matrix comes before its column index.
    around = [(slot, is_row) for position, leg in enumerate(legs) for slot, is_row in _matrix_slots(position, leg)]
    if around and around[0][1]:
        around = [*around[1:], around[0]]
    columns, rows = around[::2], around[1::2]
    if len(columns) != len(rows) or any(is_row for _, is_row in columns) or not all(is_row for _, is_row in rows):
        raise RepresentationError("the indices of this trace do not form a product of matrices")
    return [(column, row) for (column, _), (row, _) in zip(columns, rows, strict=True)]


def _matrix_slots(position: int, leg: Leg) -> list[tuple[Slot, bool]]:
    """The indices of a leg in the order of the matrix product, each with whether it is the row index."""
    # dag() transposes and conjugates, tilde() conjugates only, dag(tilde()) transposes only.
    transposed = leg.conjugated != leg.tilde
    count = len(leg.signs)
    if count > 2:
        raise RepresentationError(f"the {leg.irrep.name} of SU({leg.irrep.n}) is not a matrix, so it has no trace")
    if count == 2:
        order = (1, 0) if transposed else (0, 1)
        return [((position, slot), is_row) for slot, is_row in zip(order, (True, False), strict=True)]
    return [((position, 0), leg.row != transposed)] if count == 1 else []
