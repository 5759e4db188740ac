"""Conditions as clauses for the unknowns that are searched over: those without a bound are chosen so that they hold."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product
from math import prod

from zmodel.charges.conditions import row_support
from zmodel.charges.elimination import Row, reduced_in_order
from zmodel.charges.problem import SearchError
from zmodel.charges.symmetry import System, direction

MAX_BRANCHES = 10_000
"""Ways to choose what vanishes of conditions that share unknowns without a bound."""


@dataclass(frozen=True)
class RowBranch:
    """Rows that all vanish, and rows of which none does."""

    zero: tuple[Row, ...] = ()
    nonzero: tuple[Row, ...] = ()


@dataclass(frozen=True)
class _Cluster:
    """Conditions that have unknowns without a bound in common."""

    others: frozenset[int]
    alternatives: tuple[tuple[Row, ...], ...] = ()
    nonzero: tuple[Row, ...] = ()


def find_clauses(system: System, searched: frozenset[int]) -> Iterator[tuple[RowBranch, ...]]:
    """What the inequalities and alternatives of a system ask of the unknowns that are searched over.

    The other unknowns have no bound: rational values for them exist if and only if of each clause one branch holds.

    Args:
        system: whose equalities do not depend on the others.
        searched: positions of the unknowns that are kept.

    Raises:
        SearchError: if there are too many branches.
    """
    for cluster in _clusters(system, searched):
        if prod(map(len, cluster.alternatives)) > MAX_BRANCHES:
            raise SearchError("unknown charges of bosons meet the requirements in too many ways to search for")
        branches = [_branch(chosen, cluster) for chosen in product(*cluster.alternatives)]
        found = tuple(dict.fromkeys(branch for branch in branches if branch is not None))
        if RowBranch() not in found:
            yield found


def _clusters(system: System, searched: frozenset[int]) -> list[_Cluster]:
    found: list[_Cluster] = []
    parts = [_Cluster(frozenset().union(*map(row_support, rows)) - searched, (rows,)) for rows in system.alternatives]
    parts += [_Cluster(row_support(row) - searched, (), (row,)) for row in system.nonzero]
    for part in parts:
        joined = [cluster for cluster in found if cluster.others & part.others]
        found = [cluster for cluster in found if not cluster.others & part.others]
        together = [*joined, part]
        found.append(
            _Cluster(
                frozenset().union(*(cluster.others for cluster in together)),
                tuple(rows for cluster in together for rows in cluster.alternatives),
                tuple(row for cluster in together for row in cluster.nonzero),
            )
        )
    return found


def _branch(chosen: Sequence[Row], cluster: _Cluster) -> RowBranch | None:
    """What is asked if the chosen rows vanish; None if that cannot be."""
    width = len((*chosen, *cluster.nonzero)[0]) - 1
    order = [*sorted(cluster.others), *(i for i in range(width) if i not in cluster.others), width]
    rows = dict(reduced_in_order(chosen, order))
    if width in rows:
        return None
    zero = tuple(row for position, row in rows.items() if position not in cluster.others)
    nonzero: dict[Row, None] = {}
    for row in cluster.nonzero:
        for position in cluster.others & rows.keys():
            row = tuple(a - row[position] * b for a, b in zip(row, rows[position], strict=True))
        if not any(row):
            return None
        # What still depends on the others can always be avoided.
        if row_support(row) and not row_support(row) & cluster.others:
            nonzero[direction(row)] = None
    return RowBranch(zero, tuple(nonzero))
