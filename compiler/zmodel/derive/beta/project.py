"""From components of y and lambda back to the couplings of the model.

Each coupling fills certain components with certain factors. Where couplings share components, a linear system
is solved; couplings that cannot be told apart are an error.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from fractions import Fraction
from typing import TypeVar

from zmodel.algebra.flavour import FlavourSum, total
from zmodel.algebra.letters import CONJUGATED, TRANSPOSED
from zmodel.derive.beta.blocks import Blocks
from zmodel.derive.beta.quartic import quartic_sum
from zmodel.derive.beta.theory import (
    Components,
    Theory,
    conjugate_name,
    coupling_symbols,
    matrix_indices,
    matrix_shape,
    quartic_entries,
    yukawa_entries,
)
from zmodel.derive.beta.yukawa import yukawa_sum
from zmodel.derive.couplings import Coupling

K = TypeVar("K")


class DegenerateCouplings(ValueError):
    """Two or more couplings of a model multiply the same term."""

    def __init__(self, names: tuple[str, ...]) -> None:
        super().__init__(", ".join(names))
        self.names = names


YukawaComponent = tuple[int, int, int]
QuarticComponent = tuple[int, int, int, int]
Projection = tuple[tuple[K, Fraction], ...]
"""Components and their weights."""


def tell_apart(theory: Components) -> None:
    """Tests that no coupling multiplies what others do.

    Raises:
        DegenerateCouplings: if one does.
    """
    _yukawa_projections(theory)
    _potential_projections(theory)


def yukawa_betas(blocks: Blocks, loop: int) -> dict[str, FlavourSum]:
    """Beta functions of Yukawa couplings and fermion masses; matrices unless entries are kept."""
    theory = blocks.theory
    projections = _yukawa_projections(theory)
    result: dict[str, FlavourSum] = {}
    for coupling in _bilinears(theory):
        result |= _entries(theory, coupling, matrix_beta(blocks, coupling, projections[coupling.name], loop))
    return result


def _bilinears(theory: Components) -> list[Coupling]:
    """Yukawa couplings and fermion masses."""
    return [c for c in theory.couplings if c.kind != "potential"]


def _yukawa_projections(theory: Components) -> dict[str, Projection[YukawaComponent]]:
    return project({c.name: yukawa_column(theory, c) for c in _bilinears(theory)})


def matrix_beta(blocks: Blocks, coupling: Coupling, projection: Projection[YukawaComponent], loop: int) -> FlavourSum:
    """The beta function of a whole Yukawa or mass matrix, be it that of a kept entry or of no coupling yet.

    Args:
        blocks: of the theory.
        coupling: whose rows and columns are meant.
        projection: components and weights, from `project`.
        loop: loop order.
    """
    theory = blocks.theory
    beta = total(
        (yukawa_sum(blocks, component, loop).scale(theory.ring.constant(factor)) for component, factor in projection),
        theory.alphabet.zero,
    )
    if _is_transposed(theory, coupling):
        beta = beta.operate(TRANSPOSED)
    return beta.operate(CONJUGATED) if _is_daggered(theory, coupling) else beta


def _entries(theory: Theory, coupling: Coupling, beta: FlavourSum) -> dict[str, FlavourSum]:
    """One beta function per kept entry, else the whole matrix."""
    if not coupling.kept:
        return {coupling.name: beta}
    rows, _ = matrix_shape(coupling, theory.model)
    return {kept.name: beta.element(*matrix_indices(kept.indices, rows)) for kept in coupling.kept}


def _is_daggered(theory: Components, coupling: Coupling) -> bool:
    entries = yukawa_entries(coupling, theory.model, theory.positions, theory.dummy)
    return next(iter(entries))[4]


def _is_transposed(theory: Components, coupling: Coupling) -> bool:
    """Components are read with the fermion that comes first in the theory as row."""
    entries = yukawa_entries(coupling, theory.model, theory.positions, theory.dummy)
    _, i, j, _, _ = next(iter(entries))
    first, second = theory.fermions[i].field, theory.fermions[j].field
    names = [field.name for field in theory.model.fermions]
    return names.index(first) > names.index(second)


def yukawa_column(theory: Components, coupling: Coupling) -> dict[YukawaComponent, Fraction]:
    """Factor of the coupling matrix in y_aij, for i of the first and j of the second fermion."""
    column: dict[YukawaComponent, Fraction] = {}
    transposed = _is_transposed(theory, coupling)
    same = coupling.symmetry != "none"
    sign = -1 if coupling.symmetry == "antisymmetric" else 1
    for a, i, j, factor, _ in yukawa_entries(coupling, theory.model, theory.positions, theory.dummy):
        key = (a, j, i) if transposed else (a, i, j)
        column[key] = column.get(key, Fraction(0)) + factor
        if same:
            # psi psi of one field: the transposed entry is the same matrix up to the sign of its symmetry.
            column[a, j, i] = column.get((a, j, i), Fraction(0)) + sign * factor
    return column


def quartic_betas(blocks: Blocks, loop: int) -> dict[str, FlavourSum]:
    """Beta functions of quartics, trilinears and scalar masses."""
    projections = _potential_projections(blocks.theory)
    return {
        coupling_symbols(coupling)[0]: potential_beta(blocks, projections[coupling.name], loop)
        for coupling in blocks.theory.couplings
        if coupling.kind == "potential"
    }


def _potential_projections(theory: Components) -> dict[str, Projection[QuarticComponent]]:
    columns: dict[str, Mapping[QuarticComponent, Fraction]] = {}
    for coupling in theory.couplings:
        if coupling.kind == "potential":
            columns |= quartic_columns(theory, coupling)
    return project(columns)


def potential_beta(blocks: Blocks, projection: Projection[QuarticComponent], loop: int) -> FlavourSum:
    """The beta function that a combination of components of lambda gives."""
    theory = blocks.theory
    return total(
        (quartic_sum(blocks, component, loop).scale(theory.ring.constant(factor)) for component, factor in projection),
        theory.alphabet.zero,
    )


def quartic_columns(theory: Components, coupling: Coupling) -> dict[str, Mapping[QuarticComponent, Fraction]]:
    """Factors of a coupling c, and of c^* where V contains c P + c^* P^*, in the components of lambda.

    Of a term with P^* = -P, such as i f^ABC of three real fields, only the imaginary part of c is there: then
    lambda is 2 c P for the imaginary c that the beta function keeps.
    """
    plain: dict[QuarticComponent, Fraction] = {}
    conjugate: dict[QuarticComponent, Fraction] = {}
    for key, factor, conjugated in quartic_entries(coupling, theory.model, theory.positions, theory.dummy):
        column = conjugate if conjugated else plain
        column[key] = column.get(key, Fraction(0)) + factor
    if coupling.is_real:
        return {coupling.name: plain}
    if coupling.is_imaginary:
        return {coupling.name: {key: 2 * factor for key, factor in plain.items()}}
    return {coupling.name: plain, conjugate_name(coupling.name): conjugate}


def project(columns: Mapping[str, Mapping[K, Fraction]]) -> dict[str, Projection[K]]:
    """Finds for each coupling a combination of components that gives it and no other coupling.

    Args:
        columns: factor of each coupling in each component that it fills.

    Returns:
        Components and their weights by coupling.

    Raises:
        DegenerateCouplings: if couplings are linearly dependent.
    """
    result: dict[str, Projection[K]] = {}
    for names in _sharing_components(columns):
        result |= _project_block({name: column for name, column in columns.items() if name in names})
    return {name: result[name] for name in columns}


def _sharing_components(columns: Mapping[str, Mapping[K, Fraction]]) -> list[set[str]]:
    """Couplings that are connected by components that they share."""
    blocks: list[set[str]] = []
    filled: list[set[K]] = []
    for name, column in columns.items():
        touched = [i for i, keys in enumerate(filled) if not keys.isdisjoint(column)]
        names = {name}.union(*(blocks[i] for i in touched))
        keys = set(column).union(*(filled[i] for i in touched))
        blocks = [block for i, block in enumerate(blocks) if i not in touched] + [names]
        filled = [old for i, old in enumerate(filled) if i not in touched] + [keys]
    return blocks


def _project_block(columns: Mapping[str, Mapping[K, Fraction]]) -> dict[str, Projection[K]]:
    chosen: list[tuple[K, dict[str, Fraction]]] = []
    pivots: list[str] = []
    filling = Counter(key for column in columns.values() for key in column)
    for name in columns:
        found = _pivot_component(name, columns, filling, pivots, chosen)
        if found is None:
            touching = [n for n in (*pivots, name) if set(columns[n]) & set(columns[name])]
            raise DegenerateCouplings(tuple(dict.fromkeys(n.removesuffix("^*") for n in touching)))
        chosen.append(found)
        pivots.append(name)
    inverse = _inverse([[row.get(name, Fraction(0)) for name in columns] for _, row in chosen])
    return {
        name: tuple((key, f) for (key, _), f in zip(chosen, inverse[i], strict=True) if f)
        for i, name in enumerate(columns)
    }


def _pivot_component(
    name: str,
    columns: Mapping[str, Mapping[K, Fraction]],
    filling: Mapping[K, int],
    pivots: list[str],
    chosen: list[tuple[K, dict[str, Fraction]]],
) -> tuple[K, dict[str, Fraction]] | None:
    """A component that tells the coupling from the earlier ones; one that it alone fills if there is any.

    `filling` is the number of couplings that fill each component.
    """
    for key in sorted(columns[name], key=lambda key: (filling[key], str(key))):
        row = {other: column[key] for other, column in columns.items() if key in column}
        candidate = [*chosen, (key, row)]
        square = [[r.get(n, Fraction(0)) for n in (*pivots, name)] for _, r in candidate]
        if _rank(square) == len(square):
            return key, row
    return None


def _rank(matrix: list[list[Fraction]]) -> int:
    rows = [list(row) for row in matrix]
    rank = 0
    for column in range(len(rows[0]) if rows else 0):
        pivot = next((r for r in range(rank, len(rows)) if rows[r][column]), None)
        if pivot is None:
            continue
        rows[rank], rows[pivot] = rows[pivot], rows[rank]
        for r in range(rank + 1, len(rows)):
            factor = rows[r][column] / rows[rank][column]
            if factor:
                rows[r] = [x - factor * y for x, y in zip(rows[r], rows[rank], strict=True)]
        rank += 1
    return rank


def _inverse(matrix: list[list[Fraction]]) -> list[list[Fraction]]:
    """The inverse of a small regular matrix by Gauss and Jordan."""
    n = len(matrix)
    rows = [[*row, *(Fraction(int(i == j)) for j in range(n))] for i, row in enumerate(matrix)]
    for column in range(n):
        pivot = next(r for r in range(column, n) if rows[r][column])
        rows[column], rows[pivot] = rows[pivot], rows[column]
        scale = rows[column][column]
        rows[column] = [value / scale for value in rows[column]]
        for r in range(n):
            factor = rows[r][column]
            if r != column and factor:
                rows[r] = [x - factor * y for x, y in zip(rows[r], rows[column], strict=True)]
    return [row[n:] for row in rows]
