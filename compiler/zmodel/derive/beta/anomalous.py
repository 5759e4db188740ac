"""Anomalous dimensions of fields, mu d(field)/d(mu) = -gamma field, in R_xi gauge (xi = 0 Landau, 1 Feynman).

They depend on the gauge, and so does nothing else here. Coefficients: Machacek and Vaughn, Nucl. Phys. B222
(1983) 83, and Luo et al., hep-ph/0211440, in the structures of arXiv:1906.04625.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from fractions import Fraction as F

from zmodel.algebra import Polynomial
from zmodel.algebra.flavour import FlavourSum, total
from zmodel.algebra.letters import CONJUGATED
from zmodel.derive.beta.blocks import Blocks
from zmodel.derive.beta.gauge_blocks import MetricName
from zmodel.derive.beta.yukawa_blocks import Row, ScalarLeg

Gamma = Mapping[tuple[str, str], FlavourSum]
"""gamma by two fields: d(first)/dlnmu contains -gamma times the second. `phi^*` is a conjugate scalar."""
Coefficient = tuple[F, F, F]
"""Factors of 1, xi and xi^2."""
Line = Callable[[Blocks, int], Mapping[int, FlavourSum]]
"""What replaces an index by what, the new one raised."""


def _fixed(value: F) -> Coefficient:
    return value, F(0), F(0)


# ------------------------------------------------------------------ lines
def _number(factor: Callable[[Blocks, int], Polynomial]) -> Line:
    """A number for each scalar."""
    return lambda blocks, a: {a: blocks.theory.alphabet.scalar(factor(blocks, a))}


def _scalar_casimir(metric: MetricName) -> Line:
    return _number(lambda blocks, a: blocks.gauge.scalar_casimir(a, metric))


def _quartic(blocks: Blocks, a: int) -> ScalarLeg:
    """lambda_abcd lambda^bcd_e."""
    return {e: blocks.theory.alphabet.scalar(value) for e, value in blocks.quartic.line(a).items()}


def _fermion_casimir(metric: MetricName) -> Line:
    return lambda blocks, i: {i: blocks.gauge.fermion_casimir(i, metric)}


def _casimir_squared(blocks: Blocks, i: int) -> Row:
    casimir = blocks.gauge.fermion_casimir(i)
    return {i: casimir * casimir}


def _raised(row: Callable[[Blocks, int], Row]) -> Line:
    """A row of a matrix with two lower indices, the second one raised."""

    def line(blocks: Blocks, i: int) -> Row:
        theory = blocks.theory
        return {k: v.scale(theory.ring.constant(theory.fermions[k].weight)) for k, v in row(blocks, i).items()}

    return line


def _casimir_times_self_energy(blocks: Blocks, i: int) -> Row:
    casimir = blocks.gauge.fermion_casimir(i)
    return {k: casimir * value for k, value in blocks.yukawa.fermion_self_energy(i).items()}


SCALARS: dict[int, tuple[tuple[Coefficient, Line], ...]] = {
    1: (
        ((F(-3), F(1), F(0)), _scalar_casimir("G")),
        (_fixed(F(1, 2)), lambda blocks, a: blocks.yukawa.scalar_self_energy(a)),
    ),
    2: (
        ((F(-35, 3), F(2), F(1, 4)), _scalar_casimir("C2G")),
        (_fixed(F(5, 6)), _scalar_casimir("S2F")),
        (_fixed(F(11, 12)), _scalar_casimir("S2S")),
        (_fixed(F(3, 2)), _number(lambda blocks, a: blocks.gauge.scalar_casimir(a) ** 2)),
        (_fixed(F(1, 12)), _quartic),
        (_fixed(F(-3, 4)), lambda blocks, a: blocks.yukawa.scalar_line_with_self_energy(a)),
        (_fixed(F(-1, 2)), lambda blocks, a: blocks.yukawa.crossed_scalar_line(a)),
        (_fixed(F(5, 2)), lambda blocks, a: blocks.yukawa.scalar_line_with_casimir(a)),
    ),
}
FERMIONS: dict[int, tuple[tuple[Coefficient, Line], ...]] = {
    1: (
        ((F(0), F(1), F(0)), _fermion_casimir("G")),
        (_fixed(F(1, 2)), _raised(lambda blocks, i: blocks.yukawa.fermion_self_energy(i))),
    ),
    2: (
        (_fixed(F(-1, 8)), _raised(lambda blocks, i: blocks.yukawa.line_with_self_energy(i))),
        (_fixed(F(-3, 8)), _raised(lambda blocks, i: blocks.yukawa.line_with_scalar_self_energy(i))),
        (_fixed(F(9, 2)), _raised(lambda blocks, i: blocks.yukawa.line_with_scalar_casimir(i))),
        (_fixed(F(-7, 4)), _raised(_casimir_times_self_energy)),
        (_fixed(F(-1, 4)), _raised(lambda blocks, i: blocks.yukawa.line_with_casimir(i))),
        ((F(25, 4), F(2), F(1, 4)), _fermion_casimir("C2G")),
        (_fixed(F(-1, 2)), _fermion_casimir("S2F")),
        (_fixed(F(-1, 4)), _fermion_casimir("S2S")),
        (_fixed(F(-3, 2)), _casimir_squared),
    ),
}


def scalar_dimensions(blocks: Blocks, loop: int) -> Gamma:
    """Gamma of all scalars at one loop order."""
    theory = blocks.theory
    result: dict[tuple[str, str], FlavourSum] = {}
    for a, name in _scalar_sources(blocks):
        for e, value in _sum(blocks, SCALARS[loop], a).items():
            target = theory.scalars[e]
            if not target.conjugated:
                result[target.field, name] = value
    return result


def _scalar_sources(blocks: Blocks) -> Iterator[tuple[int, str]]:
    """One component of every scalar, and one of its conjugate."""
    for field, first in blocks.gauge.first_scalars:
        yield first, field.name
        if not field.is_real:
            yield blocks.theory.scalars[first].partner, f"{field.name}^*"


def fermion_dimensions(blocks: Blocks, loop: int) -> Gamma:
    """Gamma of all fermions at one loop order; matrices over generations, rows for the first field.

    For spinors of the other chirality with conjugate quantum numbers the field stands for its conjugate.
    """
    theory = blocks.theory
    result: dict[tuple[str, str], FlavourSum] = {}
    for field, first in blocks.gauge.first_fermions:
        for k, value in _sum(blocks, FERMIONS[loop], first).items():
            # A lower index is turned by the conjugate of what turns the spinor; a right-handed field is one more.
            turned = value if field.chirality == "right" else value.operate(CONJUGATED)
            result[field.name, theory.fermions[k].field] = turned
    return result


def _sum(blocks: Blocks, terms: tuple[tuple[Coefficient, Line], ...], index: int) -> dict[int, FlavourSum]:
    ring = blocks.theory.ring
    xi = ring.symbol(blocks.theory.gauge_parameter)
    parts: dict[int, list[FlavourSum]] = {}
    for (constant, linear, square), line in terms:
        factor = ring.constant(constant) + ring.constant(linear) * xi + ring.constant(square) * xi * xi
        for other, value in line(blocks, index).items():
            parts.setdefault(other, []).append(value.scale(factor))
    sums = {other: total(values, blocks.theory.alphabet.zero) for other, values in parts.items()}
    return {other: value for other, value in sums.items() if value}
