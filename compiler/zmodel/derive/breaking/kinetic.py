"""The U(1)s in the fields of the model file: how they couple and how their kinetic terms mix.

L = -1/4 F_b K_bc F_c and D = d - i sum_b (sum_a G_ab Q_a) A_b. The coupling matrix is h = G K^-1 G^T (paper D, App.
A.1). In every form but the triangular one G is diagonal; in the triangular one K is.
"""

from __future__ import annotations

from dataclasses import dataclass

import sympy

from zmodel.derive.beta.mixing import AbelianSector, abelian_sector
from zmodel.derive.breaking.rational import cancelled
from zmodel.derive.electroweak import ordered_abelian
from zmodel.derive.to_sympy import Expr, Matrix, Symbol, Symbols
from zmodel.model import Group, Model


@dataclass(frozen=True)
class AbelianBasis:
    """The U(1)s of a model, hypercharge first.

    Attributes:
        groups: order of all rows and columns.
        couplings: G; rows are charges, columns are fields.
        kinetic: K.
        mixings: the mixing parameters, or their placeholders.
        placeholders: short symbols in `kinetic` and what they stand for, to be put in at the end.
    """

    groups: tuple[Group, ...]
    couplings: Matrix
    kinetic: Matrix
    mixings: tuple[Symbol, ...]
    placeholders: dict[Symbol, Expr]

    def coupling_matrix(self) -> Matrix:
        """H = G K^-1 G^T, which does not depend on the choice of fields."""
        return (self.couplings * self.kinetic.inv() * self.couplings.T).applyfunc(sympy.factor)


def abelian_basis(model: Model, symbols: Symbols) -> AbelianBasis:
    """The couplings and kinetic terms of the U(1)s, in the form of mixing of the model file.

    Raises:
        MixingError: if the form has no meaning in the model.
    """
    sector = abelian_sector(model)
    groups = ordered_abelian(model)
    names = [group.name for group in groups]
    couplings = sympy.diag(*(symbols[group.coupling or ""] for group in groups))
    mixings = {pair: symbols[name] for pair, name in sector.mixings.items()}
    if sector.form == "triangular":
        for (first, second), symbol in mixings.items():
            couplings[names.index(first), names.index(second)] = symbol
        return _basis(groups, couplings, sympy.eye(len(groups)), tuple(mixings.values()), {})
    off_diagonal, placeholders = _off_diagonal(sector, symbols)
    kinetic = sympy.eye(len(groups))
    for (first, second), value in off_diagonal.items():
        i, j = names.index(first), names.index(second)
        kinetic[i, j] = kinetic[j, i] = value
    if sector.form == "eta":
        # Paper A, Eq. (18): h_ab = eta_ab g_a g_b.
        kinetic = kinetic.inv()
    return _basis(groups, couplings, kinetic, tuple(placeholders or mixings.values()), placeholders)


def _off_diagonal(sector: AbelianSector, symbols: Symbols) -> tuple[dict[tuple[str, str], Expr], dict[Symbol, Expr]]:
    """The entries of K, or of its inverse for eta, and placeholders for those that hold c_W."""
    result: dict[tuple[str, str], Expr] = {}
    placeholders: dict[Symbol, Expr] = {}
    for pair, name in sector.mixings.items():
        symbol = symbols[name]
        if sector.form == "epsilon_plus":
            result[pair] = -symbol
        elif sector.form == "dark_epsilon":
            weak, hyper = symbols[sector.weak_coupling], symbols[sector.coupling(sector.names[0])]
            short = sympy.Symbol(f"{name}/c_W", real=True)
            placeholders[short] = symbol * sympy.sqrt(weak**2 + hyper**2) / weak
            result[pair] = short
        else:
            result[pair] = symbol
    return result, placeholders


def _basis(
    groups: tuple[Group, ...],
    couplings: sympy.Matrix,
    kinetic: sympy.Matrix,
    mixings: tuple[Symbol, ...],
    placeholders: dict[Symbol, Expr],
) -> AbelianBasis:
    kinetic = kinetic.applyfunc(cancelled)
    return AbelianBasis(groups, Matrix(couplings), Matrix(kinetic), mixings, placeholders)
