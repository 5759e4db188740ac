"""Generators on components, and the exchange of gauge bosons between two lines.

A gauge boson enters every formula as T^A G_AB T^B, so what is kept is not a generator but the pair: one
`Exchange` for each simple group and each ordered pair of U(1)s, without coupling constants.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from zmodel.algebra import Polynomial
from zmodel.algebra.flavour import FlavourSum
from zmodel.derive.beta.theory import Theory
from zmodel.derive.components import component_norms, field_generators
from zmodel.groups import algebra_metric
from zmodel.model import Field, Group

GroupPair = tuple[str, str]
"""A simple group with itself, or two U(1)s in order."""

ScalarGenerator = dict[int, dict[int, Polynomial]]
"""T_a^e: lambda_a of the turned fields is T_a^e lambda_e."""
FermionGenerator = dict[int, dict[int, FlavourSum]]
"""T^k_l: (T psi)_k = T^k_l psi_l; a lower index k of y turns into l."""


@dataclass(frozen=True)
class Generators:
    """The generators of one gauge group on all components."""

    scalars: tuple[ScalarGenerator, ...]
    fermions: tuple[FermionGenerator, ...]


def group_pairs(theory: Theory) -> tuple[GroupPair, ...]:
    """All pairs of groups between which the matrix of squared couplings can have an entry."""
    simple = [(g.name, g.name) for g in theory.model.gauge_groups if not g.is_abelian]
    abelian = [g.name for g in theory.model.abelian_groups]
    return (*simple, *((a, b) for a in abelian for b in abelian))


def exchanged(theory: Theory, pair: GroupPair) -> Iterator[tuple[int, int, Polynomial]]:
    """Numbers of the generators of both groups and the metric between them, coupling constants left out."""
    group = next(g for g in theory.model.gauge_groups if g.name == pair[0])
    if group.is_abelian:
        yield 0, 0, theory.ring.one
        return
    for (x, y), value in algebra_metric(group.n).items():
        yield x, y, theory.ring.constant(value)


def build_generators(theory: Theory) -> Mapping[str, Generators]:
    """The generators of every gauge group, by its name."""
    return {group.name: _generators(theory, group) for group in theory.model.gauge_groups}


def _generators(theory: Theory, group: Group) -> Generators:
    count = 1 if group.is_abelian else group.n**2 - 1
    scalars: tuple[ScalarGenerator, ...] = tuple({} for _ in range(count))
    fermions: tuple[FermionGenerator, ...] = tuple({} for _ in range(count))
    for field in theory.model.scalars:
        _add_scalar(theory, group, field, scalars)
    for field in theory.model.fermions:
        _add_fermion(theory, group, field, fermions)
    return Generators(scalars, fermions)


def _add_scalar(theory: Theory, group: Group, field: Field, generators: tuple[ScalarGenerator, ...]) -> None:
    """T turns phi and its dual phi^*, so that lambda_m phi_m gets lambda_m T_mn phi_n."""
    ring = theory.ring
    plain = theory.positions.scalar(field.name, False)
    if group.is_abelian:
        if group.name in field.charges:
            charge = ring.embed(field.charges[group.name][0], theory.model.ring)
            for position in plain.values():
                generators[0][position] = {position: charge}
                generators[0][theory.scalars[position].partner] = {theory.scalars[position].partner: -charge}
        return
    norms = component_norms(theory.model, field)
    for generator, matrix in zip(generators, field_generators(theory.model, field, group), strict=False):
        for (m, n), value in matrix.items():
            generator.setdefault(plain[n], {})[plain[m]] = ring.constant(value)
            if not field.is_real:
                row, column = theory.scalars[plain[m]].partner, theory.scalars[plain[n]].partner
                generator.setdefault(row, {})[column] = ring.constant(-value * norms[m] / norms[n])


def _add_fermion(theory: Theory, group: Group, field: Field, generators: tuple[FermionGenerator, ...]) -> None:
    """The left-handed spinor behind a right-handed field is its conjugate, with the dual generator."""
    alphabet, ring = theory.alphabet, theory.ring
    positions = theory.positions.fermion(field.name)
    right = field.chirality == "right"
    if group.is_abelian:
        if group.name in field.charges:
            charge = alphabet.diagonal(group.name, field.name)
            for position in positions.values():
                generators[0][position] = {position: charge.scale(-1) if right else charge}
        return
    norms = component_norms(theory.model, field)
    for generator, matrix in zip(generators, field_generators(theory.model, field, group), strict=False):
        for (m, n), value in matrix.items():
            row, column = (n, m) if right else (m, n)
            number = -value * norms[m] / norms[n] if right else value
            generator.setdefault(positions[row], {})[positions[column]] = alphabet.scalar(ring.constant(number))
