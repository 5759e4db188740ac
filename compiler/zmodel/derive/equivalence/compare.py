"""Compares particles, U(1) couplings, terms and vacuum values of two models."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from zmodel.algebra import Polynomial, Ring
from zmodel.derive.couplings import CouplingTable
from zmodel.derive.equivalence.basis import Change, find_changes
from zmodel.derive.equivalence.field_words import field_lines
from zmodel.derive.equivalence.group_words import group_lines
from zmodel.derive.equivalence.kinetic import KineticComparison, Relation, compare_kinetic_terms
from zmodel.derive.equivalence.matched import Matching
from zmodel.derive.equivalence.matching import (
    Agreement,
    assignments,
    first_agreement,
    natural_assignment,
    term_graph,
)
from zmodel.derive.equivalence.operators import (
    Image,
    Operator,
    Term,
    component_images,
    conjugate,
    lagrangian,
    moved,
)
from zmodel.derive.equivalence.pairing import best_pairing
from zmodel.derive.equivalence.particles import Particle, particles, renamed
from zmodel.derive.equivalence.spans import CouplingRelation, SpanComparison, compare_spans, plain_content
from zmodel.derive.equivalence.vacua import different_vacua
from zmodel.derive.equivalence.words import by_coupling
from zmodel.model import Model

MAX_CHANGES = 20
"""Changes of names and basis whose terms are compared."""


@dataclass(frozen=True)
class Equivalence:
    """What two models have in common.

    Attributes:
        change: of names and basis; None if their particles differ.
        matching: of groups and particles; the best one if particles differ.
        relations: between the matrices of U(1) couplings, arXiv:2107.07518, below Eq. (A.2); none if there are no
            U(1)s, or particles differ.
        conditions: entries of h that one model does not have, in terms of the other's, which must vanish: that model is
            a special case of the other one. The pair is of the model that does not have it.
        couplings: of the first model in terms of the second's.
        particle_differences: what is different about groups and fields, one line each.
        term_differences: about terms.
        vacuum_differences: about vacuum values.
        kinetic_differences: about kinetic mixing.
    """

    change: Change | None
    matching: Matching
    relations: tuple[Relation, ...]
    conditions: tuple[Relation, ...]
    couplings: tuple[CouplingRelation, ...]
    particle_differences: tuple[str, ...] = ()
    term_differences: tuple[str, ...] = ()
    vacuum_differences: tuple[str, ...] = ()
    kinetic_differences: tuple[str, ...] = ()

    @property
    def differences(self) -> tuple[str, ...]:
        """What is different, one line each."""
        return (
            *self.particle_differences,
            *self.term_differences,
            *self.vacuum_differences,
            *self.kinetic_differences,
        )

    @property
    def ring(self) -> Ring:
        """Of the charges of both models, with their parameters."""
        return self.matching.ring

    @property
    def holds(self) -> bool:
        """Whether the models are the same physics, if the conditions are met."""
        return not self.differences

    @property
    def parameters(self) -> tuple[tuple[str, Polynomial], ...]:
        """Parameters of the second model's charges, in terms of those of the first."""
        return () if self.change is None else self.change.parameters

    @property
    def fields(self) -> tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]:
        """Names and generations of equal particles, in the first model and in the second, one below the other."""
        here = self.matching.particles[0]
        found = []
        for old, _ in () if self.change is None else self.change.classes:
            left = tuple(f"{here[i].field} {here[i].generation + 1}" for i in old)
            right = tuple(self._named(i) for i in old)
            found.append((left, right))
        return tuple(found)

    def _named(self, position: int) -> str:
        """The partner of a particle."""
        partner = self.matching.positions[position]
        if partner is None:
            return ""
        particle = self.matching.particles[1][partner]
        name = f"{particle.field} {particle.generation + 1}"
        if not self.matching.conjugated[position]:
            return name
        return f"cc({name})" if particle.spin == "fermion" else f"dag({name})"


@dataclass(frozen=True)
class _Side:
    """A model with what is compared of it."""

    model: Model
    table: CouplingTable
    particles: tuple[Particle, ...]
    terms: tuple[Term, ...]


@dataclass(frozen=True)
class _Attempt:
    """A comparison with one change of names and basis."""

    change: Change
    images: tuple[Image, ...]
    kinetic: KineticComparison
    spans: SpanComparison
    vacua: tuple[str, ...]

    @property
    def rank(self) -> tuple[int, int, int]:
        """How much is different; conditions count least."""
        terms = len(self.spans.only_first) + len(self.spans.only_second)
        return len(self.kinetic.differences) + len(self.vacua) + terms, terms, len(self.kinetic.conditions)


def compare_models(first: Model, first_table: CouplingTable, second: Model, second_table: CouplingTable) -> Equivalence:
    """Compares two models up to names, the order of generations, conjugation and the basis of U(1)s and of couplings.

    Parameters of charges that have the same name in both models are the same if that is possible. A global symmetry
    counts as one.

    Args:
        first: a resolved model.
        first_table: its couplings.
        second: another one.
        second_table: its couplings.
    """
    ring = Ring(tuple(dict.fromkeys((*first.ring.symbols, *second.ring.symbols))))
    sides = []
    for model, table in ((first, first_table), (second, second_table)):
        items = particles(model, ring)
        sides.append(_Side(model, table, items, lagrangian(model, table, items)))
    here, there = sides
    best: _Attempt | None = None
    for change in islice(find_changes(first, second, ring, here.particles, there.particles), MAX_CHANGES):
        attempt = _attempt(change, here, there, ring)
        if best is None or attempt.rank < best.rank:
            best = attempt
        if best.rank == (0, 0, 0):
            break
    if best is None:
        matching = _closest(here, there, ring)
        return Equivalence(None, matching, (), (), (), tuple(_different_particles(matching)))
    moved_terms = [moved(term, best.images) for term in here.terms]
    real = frozenset(i for i, particle in enumerate(there.particles) if particle.is_real)
    terms = (
        *_different_terms(first.name, best.spans.only_first, second.name, there.terms, real),
        *_different_terms(second.name, best.spans.only_second, first.name, moved_terms, real),
    )
    kinetic = best.kinetic
    return Equivalence(
        best.change,
        _exact(best, here, there, ring),
        kinetic.relations,
        kinetic.conditions,
        best.spans.relations,
        (),
        terms,
        best.vacua,
        kinetic.differences,
    )


def _exact(found: _Attempt, here: _Side, there: _Side, ring: Ring) -> Matching:
    return Matching(
        ring,
        (here.model, there.model),
        (here.particles, there.particles),
        found.change.groups,
        found.change.polynomials,
        tuple(image.position for image in found.images),
        tuple(image.conjugated for image in found.images),
        found.images,
        True,
    )


def _closest(here: _Side, there: _Side, ring: Ring) -> Matching:
    """The best matching of models with different particles."""
    pairing = best_pairing(here.model, here.particles, there.model, there.particles, ring)
    images: list[Image | None] = []
    for particle, image in zip(here.particles, pairing.images, strict=True):
        if image is None or not _is_comparable(particle, there.particles[image[0]], image[1], pairing.groups):
            images.append(None)
            continue
        j, conjugated = image
        fields = here.model.field(particle.field), there.model.field(there.particles[j].field)
        components = component_images(here.model, fields[0], there.model, fields[1], pairing.groups, conjugated)
        images.append(Image(j, conjugated, components))
    return Matching(
        ring,
        (here.model, there.model),
        (here.particles, there.particles),
        pairing.groups,
        pairing.matrix,
        tuple(None if image is None else image[0] for image in pairing.images),
        tuple(image is not None and image[1] for image in pairing.images),
        tuple(images),
        False,
    )


def _is_comparable(mine: Particle, other: Particle, conjugated: bool, groups: Mapping[str, tuple[str, bool]]) -> bool:
    """Whether two particles have the same representations."""
    if any(name not in groups for name, _ in mine.irreps):
        return False
    flipped = conjugated != (mine.is_conjugate != other.is_conjugate)
    return renamed(mine.conjugate if flipped else mine, groups).kind == other.kind


def _different_particles(matching: Matching) -> Iterator[str]:
    """The differences of groups and fields that are no matter of names."""
    first, second = matching.models
    found = [*group_lines(first, second, matching), *field_lines(first, second, matching)]
    lines = [line.text for line in found if line.kind != "rewritten"]
    yield from lines or ["no names of groups and no basis of the U(1)s make the representations and charges equal"]


def _different_terms(
    owner: str, terms: Sequence[Term], other: str, others: Sequence[Term], real: frozenset[int]
) -> Iterator[str]:
    """What a model declares and the other one does not have."""
    known = {plain_content(content, real) for term in others for content in term.contents}
    for name, items in by_coupling(terms).items():
        contents = {plain_content(content, real) for term in items for content in term.contents}
        entries = ", ".join(term.name.removeprefix(name) for term in items if term.entry)
        missing = contents - known
        reason = "has no coupling of these fields"
        if not missing:
            reason = "contracts these fields otherwise, or ties their couplings together in another way"
        elif missing != contents:
            reason = "has no coupling of some of these fields"
        yield f"{owner} declares `{name}`{f' {entries}' if entries else ''}, and {other} {reason}"


def _attempt(change: Change, here: _Side, there: _Side, ring: Ring) -> _Attempt:
    kinetic = compare_kinetic_terms(here.model, there.model, change.polynomials, change.inverse, ring)
    real = frozenset(i for i, particle in enumerate(there.particles) if particle.is_real)
    free = [i for i, particle in enumerate(here.particles) if particle.is_self_conjugate]
    others = frozenset(i for i, particle in enumerate(there.particles) if particle.is_self_conjugate)
    graphs = (
        term_graph(here.terms, here.particles, change.signs[0], frozenset(free)),
        term_graph(there.terms, there.particles, change.signs[1], others),
    )

    def images(assigned: tuple[int, ...], turned: frozenset[int]) -> tuple[Image, ...]:
        return tuple(_image(change, here, there, i, j, i in turned) for i, j in enumerate(assigned))

    def compared(found: tuple[Image, ...]) -> SpanComparison:
        terms = [moved(term, found) for term in here.terms]

        def mirror(operator: Operator) -> Operator:
            return conjugate(there.model, there.particles, operator)

        return compare_spans(terms, there.terms, mirror, real)

    movable = {j for _, new in change.classes if len(new) > 1 for j in new} | others

    def agrees(assigned: tuple[int, ...], turned: frozenset[int]) -> Agreement:
        found = images(assigned, turned)
        spans = compared(found)
        if not spans.agrees:
            wrong = (*spans.only_first, *spans.only_second)
            fixed = any(not any(i in movable for content in term.contents for i, _ in content) for term in wrong)
            # Exchanges of equal particles do not help a term that has none.
            return "never" if fixed else "no"
        vacua = different_vacua(here.model, here.particles, there.model, there.particles, found)
        return "no" if strict and any(vacua) else "yes"

    def search(labels: tuple[list[bool], list[bool]]) -> tuple[tuple[int, ...], frozenset[int]] | None:
        return first_agreement(assignments(change, here.particles, there.particles, graphs, labels), free, agrees)

    vacuum = [[bool(side.model.field(p.field).vev) for p in side.particles] for side in (here, there)]
    strict = True
    result = search((vacuum[0], vacuum[1]))
    if result is None:
        # Fields may be the same although only one of them has a vacuum value.
        strict = False
        result = search(([False] * len(vacuum[0]), [False] * len(vacuum[1])))
    if result is None:
        result = natural_assignment(change, here.particles, there.particles), frozenset()
    found = images(*result)
    vacua = tuple(different_vacua(here.model, here.particles, there.model, there.particles, found))
    return _Attempt(change, found, kinetic, compared(found), vacua)


def _image(change: Change, here: _Side, there: _Side, i: int, j: int, turned: bool) -> Image:
    mine, other = here.particles[i], there.particles[j]
    mirrored = change.signs[0][i] != change.signs[1][j] and not mine.is_real
    conjugated = (mirrored != (mine.is_conjugate != other.is_conjugate)) != turned
    fields = here.model.field(mine.field), there.model.field(other.field)
    components = component_images(here.model, fields[0], there.model, fields[1], change.groups, conjugated)
    return Image(j, conjugated, components)
