"""Structures of the Yukawa beta functions, read off one component y_aij at a time.

In the doubled notation of arXiv:1906.04625 y_a stands for the pair (y_a, ybar_a); here only the half with psi
psi is needed. Fermion mass matrices are the Yukawa couplings of the dummy scalar.
"""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

from zmodel.algebra.flavour import FlavourSum, total
from zmodel.derive.beta.coefficients import YUKAWA
from zmodel.derive.beta.invariants import Blocks

Component = tuple[int, int, int]
"""Scalar a, fermions i and j."""


def _entry(blocks: Blocks, component: Component) -> FlavourSum:
    a, i, j = component
    return blocks.theory.yukawa[a].get(i, {}).get(j, blocks.theory.alphabet.zero)


def _scalar_casimir(blocks: Blocks, component: Component) -> FlavourSum:
    """C2(S)_ab y_b."""
    theory = blocks.theory
    if component[0] == theory.dummy:
        return theory.alphabet.zero
    return _entry(blocks, component).scale(blocks.scalar_casimirs[theory.scalars[component[0]].field])


def _fermion_casimir(blocks: Blocks, component: Component) -> FlavourSum:
    """Half of C2(F) y_a + y_a C2(F)."""
    theory = blocks.theory
    _, i, j = component
    entry = _entry(blocks, component)
    left = blocks.fermion_casimirs[theory.fermions[i].field] * entry
    right = entry * blocks.fermion_casimirs[theory.fermions[j].field]
    return (left + right).scale(theory.ring.constant(Fraction(1, 2)))


def _vertex(blocks: Blocks, component: Component) -> FlavourSum:
    """y_b ybar_a y_b."""
    theory = blocks.theory
    a, i, j = component
    values = []
    for b, scalar in enumerate(theory.scalars):
        row = theory.yukawa[b].get(i)
        if row is None:
            continue
        row = blocks.row_times(blocks.row_times(row, theory.yukawa_bar[a]), theory.yukawa[scalar.partner])
        if j in row:
            values.append(row[j].scale(theory.ring.constant(scalar.weight)))
    return total(values, theory.alphabet.zero)


def _fermion_self_energy(blocks: Blocks, component: Component) -> FlavourSum:
    """Half of Y2(F) y_a + y_a Y2(F)."""
    a, i, j = component
    y = blocks.theory.yukawa[a]
    left = _half_self_energy(blocks, i, {k: row[j] for k, row in y.items() if j in row})
    # y_a is symmetric: the other half is the transpose with i and j exchanged.
    right = _half_self_energy(blocks, j, {k: row[i] for k, row in y.items() if i in row}).operate(1)
    return (left + right).scale(blocks.theory.ring.constant(Fraction(1, 2)))


def _half_self_energy(blocks: Blocks, i: int, column: dict[int, FlavourSum]) -> FlavourSum:
    row = blocks.fermion_self_energy.get(i, {})
    result = blocks.row_times(row, {k: {0: value} for k, value in column.items()})
    return result.get(0, blocks.theory.alphabet.zero)


def _scalar_self_energy(blocks: Blocks, component: Component) -> FlavourSum:
    """Y2(S)_ab y_b."""
    theory = blocks.theory
    a, i, j = component
    values = []
    for b, mixing in blocks.scalar_self_energy.get(a, {}).items():
        entry = _entry(blocks, (theory.scalars[b].partner, i, j))
        if entry:
            values.append((mixing * entry).scale(theory.ring.constant(theory.scalars[b].weight)))
    return total(values, theory.alphabet.zero)


STRUCTURES: dict[int, tuple[Callable[[Blocks, Component], FlavourSum], ...]] = {
    1: (_scalar_casimir, _fermion_casimir, _vertex, _fermion_self_energy, _scalar_self_energy),
}


def yukawa_sum(blocks: Blocks, component: Component, loop: int) -> FlavourSum:
    """The beta function of y_aij at one loop order."""
    result = blocks.theory.alphabet.zero
    for coefficient, structure in zip(YUKAWA[loop], STRUCTURES[loop], strict=True):
        if coefficient:
            result = result + structure(blocks, component).scale(blocks.theory.ring.constant(coefficient))
    return result
