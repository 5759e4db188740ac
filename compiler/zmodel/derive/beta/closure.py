"""Whether the running generates couplings that a model does not declare.

Every product of fields that the symmetries allow is a candidate unless the file declares all its invariants.
Those that a phase of the fields protects are left out; of the others the beta function is projected on the
missing invariants, whose own couplings are zero.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property, partial
from typing import Literal

from zmodel.algebra.flavour import FlavourSum, total
from zmodel.derive.beta.blocks import Blocks
from zmodel.derive.beta.derive import BetaFunctions
from zmodel.derive.beta.missing import missing_contents
from zmodel.derive.beta.probe import Probe
from zmodel.derive.beta.project import matrix_beta, potential_beta, project, quartic_columns, yukawa_column
from zmodel.derive.beta.rephasing import Rephasing
from zmodel.derive.beta.theory import build_theory, matrix_indices, matrix_shape
from zmodel.derive.candidates import Content, content_of, is_self_conjugate
from zmodel.derive.couplings import Coupling, CouplingTable
from zmodel.derive.spelling import Spelling, spell
from zmodel.groups.linear import Span
from zmodel.model import Model

Kind = Literal["quartic", "trilinear", "scalar mass", "tadpole", "yukawa", "fermion mass"]
POTENTIAL: Mapping[int, Kind] = {4: "quartic", 3: "trilinear", 2: "scalar mass", 1: "tadpole"}
"""Kinds of terms by number of scalars."""
FERMIONIC: Mapping[int, Kind] = {1: "yukawa", 0: "fermion mass"}
"""Kinds of terms with two fermions by number of scalars."""


@dataclass(frozen=True)
class Generated:
    """An invariant without a coupling in the file, whose beta function does not vanish.

    Attributes:
        kind: of the coupling that it would have.
        content: its fields.
        term: as a model file writes it, with the name of the contraction if it takes one.
        loop: lowest loop order at which it is generated.
    """

    kind: Kind
    content: Content
    term: str
    loop: int


@dataclass(frozen=True)
class GeneratedEntries:
    """Entries that the running gives to a matrix of which only kept entries run; indices count from 0."""

    coupling: Coupling
    entries: tuple[tuple[int, ...], ...]


@dataclass(frozen=True)
class GeneratedMixing:
    """Kinetic mixing of two U(1)s that the file does not declare."""

    first: str
    second: str
    loop: int


@dataclass(frozen=True)
class Closure:
    """All that the running generates although it is not declared."""

    invariants: tuple[Generated, ...]
    entries: tuple[GeneratedEntries, ...]
    mixings: tuple[GeneratedMixing, ...]


def derive_closure(model: Model, table: CouplingTable, betas: BetaFunctions) -> Closure:
    """Finds what the beta functions of a model lack.

    Args:
        model: a resolved model.
        table: its couplings, none of them degenerate.
        betas: their beta functions; closure is tested at the same loop orders.
    """
    scope = _Scope(model, table, betas)
    return Closure(
        (*_generated_yukawas(scope), *_generated_potential(scope)),
        tuple(_generated_entries(scope)),
        tuple(_generated_mixings(scope)),
    )


@dataclass(frozen=True)
class _Scope:
    """A model with what is computed once, and only if something is missing."""

    model: Model
    table: CouplingTable
    betas: BetaFunctions

    @cached_property
    def couplings(self) -> tuple[Coupling, ...]:
        return tuple(coupling for coupling in self.table.couplings.values() if coupling.texture)

    @cached_property
    def blocks(self) -> Blocks:
        return Blocks(build_theory(self.model, self.table))

    @cached_property
    def probe(self) -> Probe:
        return Probe(self.blocks.theory.alphabet, self.table.couplings)

    @cached_property
    def _dimensionless(self) -> Rephasing:
        return Rephasing(self.model, (coupling for coupling in self.couplings if coupling.dimension == 4))

    @cached_property
    def _all(self) -> Rephasing:
        return Rephasing(self.model, self.couplings)

    def symmetry(self, dimension: int) -> Rephasing:
        """What protects terms of a dimension: masses are no symmetry breaking for terms without dimension."""
        return self._dimensionless if dimension == 4 else self._all

    def first_loop(self, beta: Callable[[int], FlavourSum], highest: int) -> int | None:
        """The lowest loop order at which a beta function does not vanish."""
        return next((loop for loop in range(1, highest + 1) if not self.probe.vanishes(beta(loop))), None)


def _missing(scope: _Scope, fermions: int, scalars: int) -> Iterator[tuple[Content, int]]:
    """What `missing_contents` finds, or nothing where there is nothing that could generate a mass."""
    dimension = scalars + 3 * fermions // 2
    if dimension == 4 or any(coupling.dimension < 4 for coupling in scope.couplings):
        yield from missing_contents(scope.model, scope.couplings, scope.symmetry(dimension), fermions, scalars)


# ------------------------------------------------------------------ terms with fermions
def _generated_yukawas(scope: _Scope) -> Iterator[Generated]:
    for scalars, kind in FERMIONIC.items():
        for content, more in _missing(scope, 2, scalars):
            yield from _generated_matrices(scope, kind, content, more)


def _generated_matrices(scope: _Scope, kind: Kind, content: Content, more: int) -> Iterator[Generated]:
    """The missing contractions of one content that are generated."""
    theory = scope.blocks.theory
    columns: dict[str, Mapping[tuple[int, int, int], Fraction]] = {
        coupling.name: yukawa_column(theory, coupling)
        for coupling in scope.couplings
        if coupling.kind != "potential" and content_of(scope.model, coupling.monomials[0][1]) == content
    }
    span: Span[tuple[int, int, int]] = Span()
    for column in columns.values():
        span.add(column)
    missing: list[Spelling] = []
    for spelling in spell(scope.model, content):
        column = yukawa_column(theory, spelling.coupling)
        if span.add(column):
            missing.append(spelling)
            columns[spelling.text] = column
        if len(missing) == more:
            break
    projections = project(columns)
    for spelling in missing:
        beta = partial(matrix_beta, scope.blocks, spelling.coupling, projections[spelling.text])
        loop = scope.first_loop(beta, scope.betas.orders.yukawa)
        if loop is not None:
            yield Generated(kind, content, spelling.text, loop)


# ------------------------------------------------------------------ the potential
def _generated_potential(scope: _Scope) -> Iterator[Generated]:
    contents = [(kind, *found) for scalars, kind in POTENTIAL.items() for found in _missing(scope, 0, scalars)]
    if not contents:
        return
    theory = scope.blocks.theory
    columns: dict[str, Mapping[tuple[int, int, int, int], Fraction]] = {}
    for coupling in scope.couplings:
        if coupling.kind == "potential":
            columns |= quartic_columns(theory, coupling)
    span: Span[tuple[int, int, int, int]] = Span()
    for column in columns.values():
        span.add(column)
    missing: list[tuple[Kind, Content, str, list[str]]] = []
    for kind, content, more in contents:
        # Columns of c and of c^* are found one by one.
        wanted = more if is_self_conjugate(scope.model, content) else 2 * more
        wanted += span.dimension
        for spelling in spell(scope.model, content):
            own = quartic_columns(theory, spelling.coupling)
            found = {f"{name}: {spelling.text}": column for name, column in own.items() if span.add(column)}
            columns |= found
            if found:
                missing.append((kind, content, spelling.text, list(found)))
            if span.dimension == wanted:
                break
    projections = project(columns)
    for kind, content, text, names in missing:
        betas = [partial(potential_beta, scope.blocks, projections[name]) for name in names]
        loops = [scope.first_loop(beta, scope.betas.orders.quartic) for beta in betas]
        known = [loop for loop in loops if loop is not None]
        if known:
            yield Generated(kind, content, text, min(known))


# ------------------------------------------------------------------ entries that `keep` leaves out
def _generated_entries(scope: _Scope) -> Iterator[GeneratedEntries]:
    for coupling in scope.couplings:
        left_out = _left_out(coupling)
        unprotected = [i for i in left_out if scope.symmetry(coupling.dimension).allows_entry(coupling, i)]
        if not unprotected:
            continue
        theory = scope.blocks.theory
        rows, _ = matrix_shape(coupling, scope.model)
        fermionic = [c for c in scope.couplings if c.kind != "potential"]
        projection = project({c.name: yukawa_column(theory, c) for c in fermionic})[coupling.name]
        generated = frozenset[tuple[int, int]]()
        for loop in range(1, scope.betas.orders.yukawa + 1):
            generated |= scope.probe.nonzero_entries(matrix_beta(scope.blocks, coupling, projection, loop))
        entries = tuple(indices for indices in left_out if matrix_indices(indices, rows) in generated)
        if entries:
            yield GeneratedEntries(coupling, entries)


def _left_out(coupling: Coupling) -> list[tuple[int, ...]]:
    """Allowed entries that are not kept; of a symmetric matrix each pair once."""
    kept = {entry.indices for entry in coupling.kept}
    if not kept:
        return []
    if coupling.symmetry == "none":
        return [indices for indices in coupling.texture if indices not in kept]
    return [
        indices
        for indices in coupling.texture
        if indices == tuple(sorted(indices)) and indices not in kept and indices[::-1] not in kept
    ]


# ------------------------------------------------------------------ kinetic mixing
def _generated_mixings(scope: _Scope) -> Iterator[GeneratedMixing]:
    """Pairs of U(1)s with (h S h)_ab different from zero but without a mixing."""
    betas = scope.betas
    probe = Probe(betas.alphabet, scope.table.couplings)
    names = betas.sector.names
    for i, first in enumerate(names):
        for second in names[i + 1 :]:
            if betas.sector.mixing_name(first, second) is not None:
                continue
            for loop, running in betas.abelian_running.items():
                rate = total(
                    (running[a, b].scale(betas.h[first, a] * betas.h[b, second]) for a in names for b in names),
                    betas.alphabet.zero,
                )
                if not probe.vanishes(rate):
                    yield GeneratedMixing(first, second, loop)
                    break
