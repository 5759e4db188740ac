"""The operator of Weinberg, (phi~^dag l_i)^T C (phi~^dag l_j), which gives neutrinos Majorana masses -v^2 C."""

from __future__ import annotations

from collections.abc import Mapping

from zmodel.derive.symbolic import Symbolic
from zmodel.derive.warsaw import WEINBERG, equal_operators, key, representatives

WEINBERG_NOTE = f"{WEINBERG} is of dimension five, in GeV^-1: lepton number is violated, and neutrinos get masses"


def symmetric_terms(matrix: Mapping[tuple[int, int], Symbolic]) -> dict[str, list[Symbolic]]:
    """The terms of coefficients by WCxf key, from C by generations; (i, j) and (j, i) are one operator."""
    found: dict[str, list[Symbolic]] = {}
    for i, j in representatives(WEINBERG):
        parts = [matrix[a, b] for a, b in sorted(equal_operators(WEINBERG, (i, j)))]
        kept = [part for part in parts if not part.is_zero]
        if kept:
            found[key(WEINBERG, (i, j))] = kept
    return found
