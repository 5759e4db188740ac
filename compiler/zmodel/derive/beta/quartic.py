"""Structures of the quartic beta functions, read off one component lambda_abcd at a time.

Each structure is the average over all permutations of the four indices. Masses and trilinears are components
with dummy indices; the dummy has no self-energy and never runs in a loop.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from fractions import Fraction
from itertools import permutations

from zmodel.algebra import Polynomial
from zmodel.algebra.flavour import FlavourSum, total
from zmodel.derive.beta.coefficients import QUARTIC
from zmodel.derive.beta.invariants import Blocks
from zmodel.derive.beta.theory import FlavourMatrix, GaugeIndex

Component = tuple[int, int, int, int]

CHANNELS = ((0, 1, 2, 3), (0, 2, 1, 3), (0, 3, 1, 2))


def _channels(component: Component) -> Iterator[Component]:
    """The three ways to split four indices into two pairs."""
    for a, b, c, d in CHANNELS:
        yield component[a], component[b], component[c], component[d]


def _gauge(blocks: Blocks, component: Component) -> FlavourSum:
    """(T^A T^B)_ab (T_A T_B)_cd."""
    theory = blocks.theory
    result = theory.ring.zero
    for a, b, c, d in _channels(component):
        left, right = _seagull(blocks, a, b), _seagull(blocks, c, d)
        for (x, y), value in left.items():
            for upper_x, factor_x in blocks.gauge_metric[x]:
                for upper_y, factor_y in blocks.gauge_metric[y]:
                    other = right.get((upper_x, upper_y))
                    if other is not None:
                        result = result + value * other * factor_x * factor_y
    # Twelve different arrangements: three channels times the orders inside both pairs.
    return theory.alphabet.scalar(result * theory.ring.constant(Fraction(1, 12)))


def _seagull(blocks: Blocks, a: int, b: int) -> dict[tuple[GaugeIndex, GaugeIndex], Polynomial]:
    """{T^A, T^B}_ab."""
    theory = blocks.theory
    result: dict[tuple[GaugeIndex, GaugeIndex], Polynomial] = {}
    rows = blocks.generators_at
    for first, row in rows.get(a, ()):
        for second, other in rows.get(b, ()):
            value = theory.ring.zero
            for e, entry in row.items():
                partner = theory.scalars[e].partner
                if partner in other:
                    # theta_ea = -theta_ae turns (theta^B)_{partner, b} into minus the row of b.
                    value = value - entry * other[partner] * theory.ring.constant(theory.scalars[e].weight)
            if not value.is_zero():
                for key in ((first, second), (second, first)):
                    result[key] = result[key] + value if key in result else value
    return result


def _scalar_casimir(blocks: Blocks, component: Component) -> FlavourSum:
    """C2(S)_ae lambda_ebcd."""
    theory = blocks.theory
    entry = theory.quartic.get(_sorted(component))
    if entry is None:
        return theory.alphabet.zero
    casimirs = theory.ring.zero
    for a in component:
        if a != theory.dummy:
            casimirs = casimirs + blocks.scalar_casimirs[theory.scalars[a].field]
    return theory.alphabet.scalar(casimirs * entry * theory.ring.constant(Fraction(1, 4)))


def _bubble(blocks: Blocks, component: Component) -> FlavourSum:
    """lambda_abef lambda_efcd."""
    theory = blocks.theory
    pairs = blocks.quartic_pairs
    result = theory.ring.zero
    for a, b, c, d in _channels(component):
        left, right = pairs.get((min(a, b), max(a, b)), {}), pairs.get((min(c, d), max(c, d)), {})
        for (e, f), value in left.items():
            if theory.dummy in (e, f):
                continue
            first, second = theory.scalars[e], theory.scalars[f]
            other = right.get((min(first.partner, second.partner), max(first.partner, second.partner)))
            if other is not None:
                count = 1 if e == f else 2
                result = result + value * other * theory.ring.constant(count * first.weight * second.weight)
    return theory.alphabet.scalar(result * theory.ring.constant(Fraction(1, 3)))


def _self_energy(blocks: Blocks, component: Component) -> FlavourSum:
    """Y2(S)_ae lambda_ebcd."""
    theory = blocks.theory
    values = []
    for position, a in enumerate(component):
        rest = component[:position] + component[position + 1 :]
        for e, mixing in blocks.scalar_self_energy.get(a, {}).items():
            scalar = theory.scalars[e]
            entry = theory.quartic.get(_sorted((scalar.partner, *rest)))
            if entry is not None:
                values.append(mixing.scale(entry * theory.ring.constant(scalar.weight / 4)))
    return total(values, theory.alphabet.zero)


def _fermion_box(blocks: Blocks, component: Component) -> FlavourSum:
    """tr(y_a ybar_b y_c ybar_d) over both halves of the doubled fermions."""
    theory = blocks.theory
    a, *others = component
    counts: dict[tuple[int, ...], int] = {}
    for order in permutations(others):
        counts[order] = counts.get(order, 0) + 1
    values = []
    for (b, c, d), count in counts.items():
        weight = theory.ring.constant(Fraction(count, 6))
        y, bar = theory.yukawa, theory.yukawa_bar
        values.append(_trace(blocks, y[a], bar[b], y[c], bar[d]).scale(weight))
        values.append(_trace(blocks, bar[a], y[b], bar[c], y[d]).scale(weight))
    return total(values, theory.alphabet.zero)


def _trace(blocks: Blocks, first: FlavourMatrix, *others: FlavourMatrix) -> FlavourSum:
    theory = blocks.theory
    values = []
    for i, row in first.items():
        for matrix in others:
            row = blocks.row_times(row, matrix)
        if i in row:
            fermion = theory.fermions[i]
            values.append(row[i].trace(fermion.generations).scale(theory.ring.constant(fermion.weight)))
    return total(values, theory.alphabet.zero)


def _sorted(component: tuple[int, ...]) -> Component:
    a, b, c, d = sorted(component)
    return a, b, c, d


STRUCTURES: dict[int, tuple[Callable[[Blocks, Component], FlavourSum], ...]] = {
    1: (_gauge, _scalar_casimir, _bubble, _self_energy, _fermion_box),
}


def quartic_sum(blocks: Blocks, component: Component, loop: int) -> FlavourSum:
    """The beta function of lambda_abcd at one loop order."""
    result = blocks.theory.alphabet.zero
    for coefficient, structure in zip(QUARTIC[loop], STRUCTURES[loop], strict=True):
        if coefficient:
            result = result + structure(blocks, component).scale(blocks.theory.ring.constant(coefficient))
    return result
