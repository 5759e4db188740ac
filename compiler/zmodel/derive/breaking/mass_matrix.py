"""The mass matrix of the massive canonical fields of a sector, as rational functions beside the roots in the norms."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from zmodel.derive.breaking.rational import cancelled
from zmodel.derive.breaking.states import Sector
from zmodel.derive.breaking.tidy import root, tidy
from zmodel.derive.to_sympy import Expr, Matrix, Symbol


@dataclass(frozen=True)
class MassMatrix:
    """Forms over fields that are to be divided by their norms: M_ij = form_ij / (root_i root_j).

    Attributes:
        heavy: from heavy scalars and declared masses.
        light: from the others.
        norms: the squared norm of each field.
        mixings: the kinetic mixings, small parameters that are zero where factors are positive.
    """

    heavy: Matrix
    light: Matrix
    norms: tuple[Expr, ...]
    mixings: tuple[Symbol, ...]

    @property
    def size(self) -> int:
        """Number of fields."""
        return len(self.norms)

    @cached_property
    def total(self) -> Matrix:
        """The sum of heavy and light."""
        return (self.heavy + self.light).applyfunc(cancelled)

    @cached_property
    def roots(self) -> tuple[Expr, ...]:
        """The norm of each field."""
        return tuple(root(norm, self.mixings) for norm in self.norms)

    def mass(self, form: Matrix, i: int) -> Expr:
        """A diagonal entry of the normalised matrix."""
        return tidy(form[i, i] / self.norms[i], self.mixings)

    def entry(self, form: Matrix, i: int, j: int) -> Expr:
        """Any entry of the normalised matrix."""
        return tidy(form[i, j], self.mixings) / (self.roots[i] * self.roots[j])


def mass_matrix(sector: Sector, mixings: Sequence[Symbol]) -> MassMatrix:
    """The mass matrix of a sector."""
    norms = tuple(tidy(state.norm, mixings) for state in sector.massive)
    return MassMatrix(sector.heavy, sector.light, norms, tuple(mixings))
