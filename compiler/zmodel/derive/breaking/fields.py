"""Gauge fields: the ones of the model file, and the generators that they multiply.

A = sum_X V_X X over the basis of the complexified algebra of `zmodel.groups`, in which everything is rational: ladder
elements E_ij with V_ji = V_ij^*, and diagonal ones diag(1, ..., 1, -k, 0, ...). The kinetic term of a simple group is
-1/4 sum_X k_X |F_X|^2 with k_X = 2 for ladder elements and 2k(k+1) for diagonal ones. The fields of the model file are
the canonical ones: of an SU(2) W1, W2, W3 multiply T1, T2, T3, and for i < j V_ij = (V_s - i V_a)/2.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import sympy

from zmodel.derive.to_sympy import Expr
from zmodel.model import Group, Model

Generator = tuple[str, int]
"""An element of the complexified algebra: group, and number in its `algebra_basis`; 0 for a U(1)."""


@dataclass(frozen=True)
class GaugeField:
    """A real vector field of the model file.

    Attributes:
        name: of the boson with the number of the generator, such as W3; of a U(1) the boson alone.
        group: the group.
        parts: V_X = coefficient * field for each algebra element X.
    """

    name: str
    group: str
    parts: Mapping[Generator, Expr]


def boson_name(group: Group) -> str:
    """The boson of a group; the group's own name if the file does not name it."""
    return group.boson or group.name


def group_elements(group: Group) -> tuple[tuple[int, int, int, int], ...]:
    """Number, partner, i and j of each ladder element with i < j, in the order of the Gell-Mann matrices."""
    n = group.n
    pairs = [(i, j) for i in range(n) for j in range(n) if i != j]
    number = {pair: x for x, pair in enumerate(pairs)}
    upper = sorted((pair for pair in pairs if pair[0] < pair[1]), key=lambda pair: (pair[1], pair[0]))
    return tuple((number[i, j], number[j, i], i, j) for i, j in upper)


def partner(group: Group, number: int) -> int:
    """The number of the hermitian conjugate element."""
    for x, y, _, _ in group_elements(group):
        if number in (x, y):
            return y if number == x else x
    return number


def norm(group: Group, number: int) -> int:
    """k_X of the kinetic term of a simple group."""
    k = number - group.n * (group.n - 1) + 1
    return 2 if k <= 0 else 2 * k * (k + 1)


def group_fields(group: Group) -> tuple[GaugeField, ...]:
    """The fields of a group, in the order of the Gell-Mann matrices."""
    name = boson_name(group)
    if group.is_abelian:
        return (GaugeField(name, group.name, {(group.name, 0): sympy.Integer(1)}),)
    half = sympy.Rational(1, 2)
    parts: list[Mapping[Generator, Expr]] = []
    ladder = group_elements(group)
    for column in range(1, group.n):
        for x, y, _, j in ladder:
            if j == column:
                parts.append({(group.name, x): half, (group.name, y): half})
                parts.append({(group.name, x): -sympy.I / 2, (group.name, y): sympy.I / 2})
        diagonal = group.n * (group.n - 1) + column - 1
        parts.append({(group.name, diagonal): 1 / sympy.sqrt(norm(group, diagonal))})
    return tuple(GaugeField(f"{name}{i}", group.name, part) for i, part in enumerate(parts, start=1))


def gauge_fields(model: Model) -> tuple[GaugeField, ...]:
    """All gauge fields in declared order of the groups."""
    return tuple(field for group in model.gauge_groups for field in group_fields(group))
