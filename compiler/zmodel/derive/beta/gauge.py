"""Structures of the gauge beta functions.

Every simple group has one number per structure, the abelian factors a symmetric matrix: with G the matrix of
squared couplings, dG/dt = G (sum of structures) G, so that d(g^2)/dt = g^4 (...) and d(h^-1)/dt = -(...).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from zmodel.algebra import Polynomial
from zmodel.algebra.flavour import FlavourSum
from zmodel.derive.beta.coefficients import GAUGE
from zmodel.derive.beta.invariants import Blocks
from zmodel.model import Field, Group


@dataclass(frozen=True)
class GaugePair:
    """What is asked for: a simple group with itself, or two U(1)s."""

    first: Group
    second: Group


def _adjoint_casimir(blocks: Blocks, pair: GaugePair) -> FlavourSum:
    """C2(G)."""
    alphabet = blocks.theory.alphabet
    return alphabet.scalar(alphabet.ring.constant(0 if pair.first.is_abelian else pair.first.n))


def _fermion_index(blocks: Blocks, pair: GaugePair) -> FlavourSum:
    """S2(F) over the doubled fermions: twice the sum over Weyl spinors."""
    theory = blocks.theory
    value = theory.ring.zero
    for field in theory.model.fermions:
        for generation in range(field.generations):
            value = value + 2 * _index(blocks, field, pair, generation)
    return theory.alphabet.scalar(value)


def _scalar_index(blocks: Blocks, pair: GaugePair) -> FlavourSum:
    """S2(S) over real scalars: a complex field counts twice."""
    theory = blocks.theory
    value = theory.ring.zero
    for field in theory.model.scalars:
        value = value + (1 if field.is_real else 2) * _index(blocks, field, pair, 0)
    return theory.alphabet.scalar(value)


def _index(blocks: Blocks, field: Field, pair: GaugePair, generation: int) -> Polynomial:
    """tr(T^A T^B) over the components of one generation."""
    theory = blocks.theory
    ring, model = theory.ring, theory.model
    if pair.first.is_abelian:
        product = model.charge(field.name, pair.first.name, generation) * model.charge(
            field.name, pair.second.name, generation
        )
        return ring.embed(product, model.ring) * field.dimension
    if pair.first.name not in field.irreps:
        return ring.zero
    irrep = field.irreps[pair.first.name]
    return ring.constant(irrep.dynkin_index * (field.dimension // irrep.dimension))


STRUCTURES: dict[int, tuple[Callable[[Blocks, GaugePair], FlavourSum], ...]] = {
    1: (_adjoint_casimir, _fermion_index, _scalar_index),
}


def gauge_sum(blocks: Blocks, pair: GaugePair, loop: int) -> FlavourSum:
    """The sum of structures with their coefficients at one loop order."""
    result = blocks.theory.alphabet.zero
    for coefficient, structure in zip(GAUGE[loop], STRUCTURES[loop], strict=True):
        if coefficient:
            result = result + structure(blocks, pair).scale(blocks.theory.ring.constant(coefficient))
    return result
