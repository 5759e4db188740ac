"""Structures of the Yukawa beta functions, read off one component y_aij at a time.

In the doubled notation of arXiv:1906.04625 y_a stands for the pair (y_a, ybar_a); here only the half with psi
psi is needed. Fermion mass matrices are the Yukawa couplings of the dummy scalar, which has no self-energy.
The names y1.3, y2.12 are those of the structures in PyR@TE 3's numbering.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple

from zmodel.algebra import Polynomial
from zmodel.algebra.flavour import FlavourSum, total
from zmodel.algebra.letters import TRANSPOSED
from zmodel.derive.beta.blocks import Blocks
from zmodel.derive.beta.coefficients import YUKAWA
from zmodel.derive.beta.gauge_blocks import MetricName
from zmodel.derive.beta.yukawa_blocks import Row, YukawaBlocks

Component = tuple[int, int, int]
"""Scalar a, fermions i and j."""
Formula = Callable[[Blocks, int, int, int], FlavourSum]


class Structure(NamedTuple):
    """A structure; a one-sided one is given for the first fermion and is to be averaged over both."""

    formula: Formula
    one_sided: bool


# ------------------------------------------------------------------ legs
def _entry(blocks: Blocks, a: int, i: int, j: int) -> FlavourSum:
    return blocks.theory.yukawa[a].get(i, {}).get(j, blocks.theory.alphabet.zero)


def _scalar_number(factor: Callable[[Blocks, int], Polynomial]) -> Structure:
    """A number for each scalar times y_a."""

    def formula(blocks: Blocks, a: int, i: int, j: int) -> FlavourSum:
        return _entry(blocks, a, i, j).scale(factor(blocks, a))

    return Structure(formula, False)


def _scalar_casimir(metric: MetricName) -> Structure:
    """C2(S) y_a with a metric."""
    return _scalar_number(lambda blocks, a: blocks.gauge.scalar_casimir(a, metric))


def _fermion_matrix(factor: Callable[[Blocks, int], FlavourSum]) -> Structure:
    """A diagonal matrix in flavour for each fermion times y_a."""

    def formula(blocks: Blocks, a: int, i: int, j: int) -> FlavourSum:
        entry = _entry(blocks, a, i, j)
        return factor(blocks, i) * entry if entry else entry

    return Structure(formula, True)


def _both_casimirs(blocks: Blocks, a: int, i: int, j: int) -> FlavourSum:
    """C2(S)_a C2(F) y_a."""
    return (blocks.gauge.fermion_casimir(i) * _entry(blocks, a, i, j)).scale(blocks.gauge.scalar_casimir(a))


def _fermion_casimir(metric: MetricName) -> Structure:
    """C2(F) y_a with a metric."""
    return _fermion_matrix(lambda blocks, i: blocks.gauge.fermion_casimir(i, metric))


def _fermion_line(line: Callable[[Blocks, int], Row]) -> Structure:
    """L y_a for a line L from one fermion to another."""

    def formula(blocks: Blocks, a: int, i: int, j: int) -> FlavourSum:
        product = blocks.yukawa.times(line(blocks, i), blocks.theory.yukawa[a])
        return product.get(j, blocks.theory.alphabet.zero)

    return Structure(formula, True)


def _scalar_line(line: Callable[[Blocks, int], Mapping[int, FlavourSum]]) -> Structure:
    """L_a^b y_b for a line L from one scalar to another."""

    def formula(blocks: Blocks, a: int, i: int, j: int) -> FlavourSum:
        values = [mixing * entry for b, mixing in line(blocks, a).items() if (entry := _entry(blocks, b, i, j))]
        return total(values, blocks.theory.alphabet.zero)

    return Structure(formula, False)


def _quartic_line(blocks: Blocks, a: int) -> dict[int, FlavourSum]:
    """lambda_abcd lambda^bcd_e."""
    return {e: blocks.theory.alphabet.scalar(value) for e, value in blocks.quartic.line(a).items()}


# ------------------------------------------------------------------ vertices
def _vertex(blocks: Blocks, a: int, i: int, j: int) -> FlavourSum:
    """y_b ybar_a y^b."""
    return blocks.yukawa.vertex_row(a, i).get(j, blocks.theory.alphabet.zero)


def _vertex_with_external_scalar(blocks: Blocks, a: int, i: int, j: int) -> FlavourSum:
    """C2(S)_a y_b ybar_a y^b."""
    return _vertex(blocks, a, i, j).scale(blocks.gauge.scalar_casimir(a))


def _vertex_with_external_fermion(blocks: Blocks, a: int, i: int, j: int) -> FlavourSum:
    """C2(F) y_b ybar_a y^b."""
    return blocks.gauge.fermion_casimir(i) * _vertex(blocks, a, i, j)


def _sandwich(row: Callable[[YukawaBlocks, int, int, int], Row]) -> Formula:
    """The sum of X_b y^b over scalars b; of each X_b a row is given for the fermion i and the outer scalar a."""

    def formula(blocks: Blocks, a: int, i: int, j: int) -> FlavourSum:
        found = blocks.yukawa.closed(lambda b: row(blocks.yukawa, b, a, i))
        return found.get(j, blocks.theory.alphabet.zero)

    return formula


def _with_internal_scalar(yukawa: YukawaBlocks, b: int, a: int, i: int) -> Row:
    """C2(S)_b y_b ybar_a."""
    return yukawa.scalar_casimir_left(b, yukawa.pair_row(b, a, i))


def _with_dressed_scalar(yukawa: YukawaBlocks, b: int, a: int, i: int) -> Row:
    """Y2(S)_b^c y_c ybar_a."""
    return yukawa.times(yukawa.dressed_row(b, i), yukawa.theory.yukawa_bar[a])


def _with_internal_fermion(yukawa: YukawaBlocks, b: int, a: int, i: int) -> Row:
    """y_b C2(F) ybar_a."""
    return yukawa.times(yukawa.casimir_right(yukawa.row(b, i)), yukawa.theory.yukawa_bar[a])


def _with_dressed_fermion(yukawa: YukawaBlocks, b: int, a: int, i: int) -> Row:
    """y_b ybar_a Y2(F)."""
    return yukawa.times(yukawa.pair_row(b, a, i), yukawa.self_energy_matrix)


def _with_ladder(yukawa: YukawaBlocks, b: int, a: int, i: int) -> Row:
    """y_b ybar_c y_a ybar^c."""
    return yukawa.times(yukawa.row(b, i), yukawa.vertex_bar(a))


def _with_crossed_scalar(yukawa: YukawaBlocks, c: int, a: int, i: int) -> Row:
    """y_b ybar_c y_a ybar^b."""
    return yukawa.add(
        yukawa.scale(yukawa.times(yukawa.pair_row(b, c, i), yukawa.pair(a, partner)), weight)
        for b, partner, weight in yukawa.summed()
    )


def _quartic_vertex(blocks: Blocks, a: int, i: int, j: int) -> FlavourSum:
    """lambda_abcd y^b ybar^c y^d."""
    yukawa, theory = blocks.yukawa, blocks.theory
    rows = (
        yukawa.scale(yukawa.times(yukawa.pair_row(b, c, i), theory.yukawa[d]), value)
        for b, c, d, value in blocks.quartic.triples(a)
    )
    return yukawa.add(rows).get(j, theory.alphabet.zero)


def _gauge_across_self_energy(blocks: Blocks, a: int, i: int, j: int) -> FlavourSum:
    """y_b T^A ybar^b y_a T_A."""
    yukawa, theory = blocks.yukawa, blocks.theory
    values = []
    for b, c, w in yukawa.summed():
        inner = yukawa.bar_pair(c, a)
        for k, y in yukawa.row(b, i).items():
            for m, n, left, right in blocks.gauge.fermion_exchange(k, j):
                middle = inner.get(m, {}).get(n)
                if middle is not None:
                    weight = w * theory.ring.constant(theory.fermions[m].weight)
                    values.append((y * left * middle * right).scale(weight))
    return total(values, theory.alphabet.zero)


# ------------------------------------------------------------------ the tables
STRUCTURES: dict[int, tuple[Structure | None, ...]] = {
    1: (
        None,
        _fermion_casimir("G"),
        Structure(_vertex, False),
        _fermion_line(lambda blocks, i: blocks.yukawa.fermion_self_energy(i)),
        _scalar_line(lambda blocks, a: blocks.yukawa.scalar_self_energy(a)),
    ),
    2: (
        _scalar_number(lambda blocks, a: blocks.gauge.scalar_casimir(a) ** 2),
        Structure(_both_casimirs, True),
        None,
        _fermion_matrix(lambda blocks, i: blocks.gauge.fermion_casimir(i) * blocks.gauge.fermion_casimir(i)),
        _scalar_casimir("C2G"),
        _scalar_casimir("S2S"),
        _scalar_casimir("S2F"),
        _fermion_casimir("C2G"),
        _fermion_casimir("S2S"),
        _fermion_casimir("S2F"),
        _scalar_line(_quartic_line),
        Structure(_gauge_across_self_energy, True),
        None,
        Structure(_sandwich(_with_internal_scalar), False),
        Structure(_vertex_with_external_scalar, False),
        Structure(_sandwich(_with_internal_fermion), True),
        Structure(_vertex_with_external_fermion, True),
        _scalar_line(lambda blocks, a: blocks.yukawa.scalar_line_with_casimir(a)),
        _fermion_line(lambda blocks, i: blocks.yukawa.line_with_scalar_casimir(i)),
        _fermion_line(lambda blocks, i: blocks.yukawa.line_with_casimir(i)),
        _fermion_line(
            lambda blocks, i: {
                k: blocks.gauge.fermion_casimir(i) * value for k, value in blocks.yukawa.fermion_self_energy(i).items()
            }
        ),
        None,
        Structure(_quartic_vertex, False),
        Structure(_sandwich(_with_crossed_scalar), False),
        None,
        Structure(_sandwich(_with_ladder), False),
        None,
        _scalar_line(lambda blocks, a: blocks.yukawa.crossed_scalar_line(a)),
        Structure(_sandwich(_with_dressed_fermion), True),
        _fermion_line(lambda blocks, i: blocks.yukawa.line_with_self_energy(i)),
        _scalar_line(lambda blocks, a: blocks.yukawa.scalar_line_with_self_energy(a)),
        Structure(_sandwich(_with_dressed_scalar), False),
        _fermion_line(lambda blocks, i: blocks.yukawa.line_with_scalar_self_energy(i)),
    ),
}
"""One entry per coefficient of `coefficients.YUKAWA`; None where that is zero."""


def yukawa_sum(blocks: Blocks, component: Component, loop: int) -> FlavourSum:
    """The beta function of y_aij at one loop order."""
    a, i, j = component
    constant = blocks.theory.ring.constant
    values = []
    for coefficient, structure in zip(YUKAWA[loop], STRUCTURES[loop], strict=True):
        if structure is None:
            continue
        value = structure.formula(blocks, a, i, j)
        if structure.one_sided:
            other = structure.formula(blocks, a, j, i).operate(TRANSPOSED)
            values += [value.scale(constant(coefficient / 2)), other.scale(constant(coefficient / 2))]
        else:
            values.append(value.scale(constant(coefficient)))
    return total(values, blocks.theory.alphabet.zero)
