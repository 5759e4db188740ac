"""Structures of the gauge beta functions.

Every simple group has one number per structure, the abelian factors a symmetric matrix: with G the matrix of
squared couplings, dG/dt = G (sum of structures) G, so that d(g^2)/dt = g^4 (...) and d(h^-1)/dt = -(...).
"""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

from zmodel.algebra import Polynomial
from zmodel.algebra.flavour import FlavourSum, total
from zmodel.derive.beta.blocks import Blocks
from zmodel.derive.beta.coefficients import GAUGE
from zmodel.derive.beta.gauge_blocks import MetricName
from zmodel.derive.beta.generators import GroupPair
from zmodel.derive.beta.yukawa_blocks import Row, ScalarLeg

Structure = Callable[[Blocks, GroupPair], FlavourSum]


# ------------------------------------------------------------------ gauge bosons
def _number(value: Callable[[Blocks, GroupPair], Polynomial]) -> Structure:
    """A structure without flavour."""
    return lambda blocks, pair: blocks.theory.alphabet.scalar(value(blocks, pair))


def _with_self_interaction(structure: Structure) -> Structure:
    """C2(G) G, which a simple group has, before a structure."""

    def formula(blocks: Blocks, pair: GroupPair) -> FlavourSum:
        factor = blocks.gauge.adjoint_casimir(pair) * blocks.gauge.metric("G")[pair]
        return blocks.theory.alphabet.zero if factor.is_zero() else structure(blocks, pair).scale(factor)

    return formula


def _chain(*middles: MetricName) -> Structure:
    """C2(G) G M G N with adjoint Casimirs and indices M, N."""

    def value(blocks: Blocks, pair: GroupPair) -> Polynomial:
        result = blocks.gauge.adjoint_casimir(pair)
        for name in middles:
            if not result.is_zero():
                result = result * blocks.gauge.metric("G")[pair] * blocks.gauge.index(name, pair)
        return result

    return _number(value)


# ------------------------------------------------------------------ matter loops
def _fermions(line: Callable[[Blocks, int], FlavourSum]) -> Structure:
    """tr(T^A T^B L) with the diagonal of L by fermion component."""
    return lambda blocks, pair: blocks.gauge.fermion_trace(pair, lambda i: line(blocks, i))


def _scalars(line: Callable[[Blocks, int], FlavourSum]) -> Structure:
    """tr(T^A T^B L) with the diagonal of L by scalar component."""
    return lambda blocks, pair: blocks.gauge.scalar_trace(pair, lambda a: line(blocks, a))


def _fermion_casimir(metric: MetricName) -> Structure:
    return _fermions(lambda blocks, i: blocks.gauge.fermion_casimir(i, metric))


def _scalar_casimir(metric: MetricName) -> Structure:
    return _scalars(lambda blocks, a: blocks.theory.alphabet.scalar(blocks.gauge.scalar_casimir(a, metric)))


def _fermion_line(line: Callable[[Blocks, int], Row]) -> Structure:
    """tr(T^A T^B L) with the rows of L, whose second index is to be raised."""

    def diagonal(blocks: Blocks, i: int) -> FlavourSum:
        value = line(blocks, i).get(i, blocks.theory.alphabet.zero)
        return value.scale(blocks.theory.ring.constant(blocks.theory.fermions[i].weight))

    return _fermions(diagonal)


def _scalar_line(line: Callable[[Blocks, int], ScalarLeg]) -> Structure:
    """tr(T^A T^B L) with L_a^e."""
    return _scalars(lambda blocks, a: line(blocks, a).get(a, blocks.theory.alphabet.zero))


def _self_energy_squared(blocks: Blocks, i: int) -> Row:
    """Y2(F) Y2(F)."""
    return blocks.yukawa.times(blocks.yukawa.fermion_self_energy(i), blocks.yukawa.self_energy_matrix)


def _self_energy_with_casimir(blocks: Blocks, i: int) -> Row:
    """C2(F) Y2(F)."""
    casimir = blocks.gauge.fermion_casimir(i)
    return {k: casimir * value for k, value in blocks.yukawa.fermion_self_energy(i).items()}


def _scalar_self_energy_squared(blocks: Blocks, a: int) -> FlavourSum:
    """Y2(S)_ab Y2(S)^b_a."""
    line = blocks.yukawa.scalar_self_energy
    values = (value * other for e, value in line(a).items() if (other := line(e).get(a)) is not None)
    return total(values, blocks.theory.alphabet.zero)


def _scalar_self_energy_with_casimir(blocks: Blocks, a: int) -> FlavourSum:
    """C2(S) Y2(S)."""
    value = blocks.yukawa.scalar_self_energy(a).get(a, blocks.theory.alphabet.zero)
    return value.scale(blocks.gauge.scalar_casimir(a))


def _quartic_line(blocks: Blocks, a: int) -> FlavourSum:
    """lambda_abcd lambda^bcd_a."""
    return blocks.theory.alphabet.scalar(blocks.quartic.line(a).get(a, blocks.theory.ring.zero))


# ------------------------------------------------------------------ generators that stand apart
def _generator_count(blocks: Blocks, pair: GroupPair) -> int:
    """What the trace over A = B adds up; one for a pair of U(1)s."""
    group = blocks.gauge.group(pair[0])
    return 1 if group.is_abelian else group.n**2 - 1


def _quartic_between_generators(blocks: Blocks, pair: GroupPair) -> FlavourSum:
    """(T^A T^C)_ab lambda^abcd (T^B T_C)_cd."""
    theory, gauge = blocks.theory, blocks.gauge
    result = theory.ring.zero
    for a, scalar in enumerate(theory.scalars):
        for b, c, d, value in blocks.quartic.triples(a):
            second, fourth = theory.scalars[b], theory.scalars[d]
            box = theory.ring.zero
            for (e, f), first in gauge.unit_scalar_exchange(scalar.partner, c, pair).items():
                other = gauge.scalar_exchange(e, f).get((second.partner, fourth.partner))
                if other is not None:
                    box = box + first * other
            if not box.is_zero():
                weight = scalar.weight / (second.weight * fourth.weight)
                result = result + value * box * theory.ring.constant(weight)
    return theory.alphabet.scalar(result * theory.ring.constant(Fraction(1, _generator_count(blocks, pair))))


def _yukawas_between_generators(blocks: Blocks, pair: GroupPair) -> FlavourSum:
    """tr(T^A ybar_a y_b T^B ybar^b y^a) over the doubled fermions."""
    theory, yukawa = blocks.theory, blocks.yukawa
    fermions, values = theory.fermions, []
    for a, a_bar, a_weight in yukawa.summed():
        for b, b_bar, b_weight in yukawa.summed():
            inner = yukawa.bar_pair(a, b)
            for m, row in yukawa.bar_pair(b_bar, a_bar).items():
                for i, first in row.items():
                    for j, n, left, right in blocks.gauge.unit_fermion_exchange(i, m, pair):
                        second = inner.get(j, {}).get(n)
                        if second is not None:
                            trace = (first * left * second * right).trace(fermions[m].generations)
                            weight = theory.ring.constant(fermions[m].weight * fermions[j].weight)
                            values.append(trace.scale(a_weight * b_weight * weight))
    factor = theory.ring.constant(Fraction(2, _generator_count(blocks, pair)))
    return total(values, theory.alphabet.zero).scale(factor)


# ------------------------------------------------------------------ the tables
FERMION_SELF_ENERGY = _fermion_line(lambda blocks, i: blocks.yukawa.fermion_self_energy(i))
SCALAR_SELF_ENERGY = _scalar_line(lambda blocks, a: blocks.yukawa.scalar_self_energy(a))

STRUCTURES: dict[int, tuple[Structure | None, ...]] = {
    1: (
        _chain(),
        _number(lambda blocks, pair: blocks.gauge.index("S2F", pair)),
        _number(lambda blocks, pair: blocks.gauge.index("S2S", pair)),
    ),
    2: (
        _fermion_casimir("G"),
        _scalar_casimir("G"),
        _chain("C2G"),
        _chain("S2F"),
        _chain("S2S"),
        FERMION_SELF_ENERGY,
        None,
    ),
    3: (
        _fermions(lambda blocks, i: blocks.gauge.fermion_casimir(i) * blocks.gauge.fermion_casimir(i)),
        _scalars(lambda blocks, a: blocks.theory.alphabet.scalar(blocks.gauge.scalar_casimir(a) ** 2)),
        _fermion_casimir("C2G"),
        _scalar_casimir("C2G"),
        _fermion_casimir("S2F"),
        _scalar_casimir("S2F"),
        _fermion_casimir("S2S"),
        _scalar_casimir("S2S"),
        _with_self_interaction(_fermion_casimir("G")),
        _with_self_interaction(_scalar_casimir("G")),
        _chain("C2G", "C2G"),
        _chain("S2F", "S2F"),
        _chain("S2S", "S2S"),
        _chain("C2G", "S2F"),
        _chain("C2G", "S2S"),
        _chain("S2F", "S2S"),
        _quartic_between_generators,
        _scalars(_quartic_line),
        _fermion_line(_self_energy_with_casimir),
        _fermion_line(lambda blocks, i: blocks.yukawa.line_with_casimir(i)),
        _scalar_line(lambda blocks, a: blocks.yukawa.scalar_line_with_casimir(a)),
        _fermion_line(lambda blocks, i: blocks.yukawa.line_with_scalar_casimir(i)),
        _scalars(_scalar_self_energy_with_casimir),
        _with_self_interaction(FERMION_SELF_ENERGY),
        _with_self_interaction(SCALAR_SELF_ENERGY),
        _yukawas_between_generators,
        _scalar_line(lambda blocks, a: blocks.yukawa.crossed_scalar_line(a)),
        _fermion_line(lambda blocks, i: blocks.yukawa.crossed_line(i)),
        _fermion_line(lambda blocks, i: blocks.yukawa.line_with_scalar_self_energy(i)),
        _scalar_line(lambda blocks, a: blocks.yukawa.scalar_line_with_self_energy(a)),
        _fermion_line(_self_energy_squared),
        _fermion_line(lambda blocks, i: blocks.yukawa.line_with_self_energy(i)),
        _scalars(_scalar_self_energy_squared),
    ),
}
"""One entry per coefficient of `coefficients.GAUGE`; None where that is zero."""


def gauge_sum(blocks: Blocks, pair: GroupPair, loop: int) -> FlavourSum:
    """The sum of structures with their coefficients at one loop order."""
    constant = blocks.theory.ring.constant
    values = (
        structure(blocks, pair).scale(constant(coefficient))
        for coefficient, structure in zip(GAUGE[loop], STRUCTURES[loop], strict=True)
        if structure is not None
    )
    return total(values, blocks.theory.alphabet.zero)
