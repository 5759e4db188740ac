"""Compares particles, U(1) couplings, vacuum values and declared terms of two models."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction

from zmodel.algebra import Ring
from zmodel.derive.couplings import CouplingTable
from zmodel.derive.equivalence.basis import Change, find_change, inverse
from zmodel.derive.equivalence.particles import (
    Matrix,
    Particle,
    abelian_names,
    canonical,
    particles,
    renamed,
    rotated,
)
from zmodel.model import Leg, Model

Label = tuple[str, int]
"""What a leg of a term is: the key of a particle as text, and 1 for it, -1 for its conjugate, 0 if it is real."""

Labels = Mapping[tuple[str, int], Label]
"""By field and generation."""


@dataclass(frozen=True)
class Relation:
    """An entry of one model's matrix of U(1) couplings h in terms of the other's, D = d - i q A.

    Attributes:
        other: name of the model whose entries the terms are.
        pair: two U(1)s of the one model.
        terms: numbers and pairs of U(1)s of the other model, whose entries of h are not zero there.
    """

    other: str
    pair: tuple[str, str]
    terms: tuple[tuple[Fraction, tuple[str, str]], ...]


@dataclass(frozen=True)
class Equivalence:
    """What two models have in common.

    Attributes:
        change: of names and basis; None if their particles differ.
        fields: names and generations of equal particles, in the first model and in the second.
        relations: between the matrices of U(1) couplings, arXiv:2107.07518, below Eq. (A.2); none if there are no
            U(1)s, or particles differ.
        conditions: entries of h that one model does not have, in terms of the other's, which must vanish: that model is
            a special case of the other one. The pair is of the model that does not have it.
        differences: what is different, one line each.
    """

    change: Change | None
    fields: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]
    relations: tuple[Relation, ...]
    conditions: tuple[Relation, ...]
    differences: tuple[str, ...]

    @property
    def holds(self) -> bool:
        """Whether the models are the same physics, if the conditions are met."""
        return not self.differences


def compare_models(first: Model, first_table: CouplingTable, second: Model, second_table: CouplingTable) -> Equivalence:
    """Compares two models up to names, the order of generations and the basis of U(1)s.

    Parameters of charges that have the same name in both models are the same. A global symmetry counts as one.

    Args:
        first: a resolved model.
        first_table: its couplings.
        second: another one.
        second_table: its couplings.
    """
    ring = Ring(tuple(dict.fromkeys((*first.ring.symbols, *second.ring.symbols))))
    here, there = particles(first, ring), particles(second, ring)
    change = find_change(first, second, ring, here, there)
    if change is None:
        return Equivalence(None, (), (), (), tuple(_different_particles(first, second, ring)))
    turned = [rotated(renamed(particle, change.groups), ring, change.matrix) for particle in here]
    relations = tuple(_relations(first, second, change.matrix))
    back = _relations(second, first, inverse(change.matrix))
    missing = [r for r in relations if r.terms and not _declares(first, r.pair)]
    conditions = (*missing, *(r for r in back if r.terms and not _declares(second, r.pair)))
    differences = [
        *_different_terms(first, first_table, _labels(turned, ring), second, second_table, _labels(there, ring)),
        *_different_vacua(first, _labels(turned, ring), second, _labels(there, ring)),
        *_impossible(conditions),
    ]
    return Equivalence(change, _matched(turned, there, ring), relations, conditions, tuple(differences))


# ------------------------------------------------------------------ particles
def _different_particles(first: Model, second: Model, ring: Ring) -> Iterator[str]:
    groups = [Counter((group.n, group.is_global) for group in model.groups) for model in (first, second)]
    spins = [Counter(particle.spin for particle in particles(model, ring)) for model in (first, second)]
    if groups[0] != groups[1]:
        yield "the groups are different"
    elif spins[0] != spins[1]:
        for spin in sorted(spins[0] | spins[1]):
            if spins[0][spin] != spins[1][spin]:
                yield f"{first.name} has {spins[0][spin]} {spin}s, {second.name} has {spins[1][spin]}"
    else:
        yield "no names of groups and no basis of the U(1)s make the representations and charges equal"


def _matched(
    here: list[Particle], there: tuple[Particle, ...], ring: Ring
) -> tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]:
    """Names of equal particles side by side."""
    groups: dict[str, tuple[list[str], list[str]]] = {}
    for side, items in enumerate((here, there)):
        for particle in items:
            key = repr(canonical(particle, ring).key(ring))
            groups.setdefault(key, ([], []))[side].append(f"{particle.field} {particle.generation + 1}")
    return tuple((tuple(left), tuple(right)) for left, right in groups.values())


# ------------------------------------------------------------------ U(1) couplings
def _relations(first: Model, second: Model, matrix: Matrix) -> Iterator[Relation]:
    """h_first = M^T h_second M, where charges of the second are M times those of the first."""
    old, new = abelian_names(first), abelian_names(second)
    gauged = [name for name in old if not first.group(name).is_global]
    for i, left in enumerate(gauged):
        for right in gauged[i:]:
            terms: dict[tuple[str, str], Fraction] = {}
            for a, row in enumerate(matrix):
                for b, other in enumerate(matrix):
                    factor = row[old.index(left)] * other[old.index(right)]
                    pair = (new[min(a, b)], new[max(a, b)])
                    terms[pair] = terms.get(pair, Fraction(0)) + factor
            kept = ((value, pair) for pair, value in terms.items() if value and _declares(second, pair))
            yield Relation(second.name, (left, right), tuple(kept))


def _declares(model: Model, pair: tuple[str, str]) -> bool:
    """Whether an entry of h is not zero by declaration."""
    return pair[0] == pair[1] or any({mixing.first, mixing.second} == set(pair) for mixing in model.mixings)


def _impossible(conditions: tuple[Relation, ...]) -> Iterator[str]:
    """Conditions that nothing can meet: squares of couplings that would have to vanish together."""
    for relation in conditions:
        if all(a == b for _, (a, b) in relation.terms) and len({value > 0 for value, _ in relation.terms}) == 1:
            names = " and ".join(relation.pair)
            yield f"in the basis of {names}, {relation.other} has kinetic mixing, and the other model has none"


# ------------------------------------------------------------------ terms and vacuum values
def _labels(items: Iterable[Particle], ring: Ring) -> Labels:
    found = {}
    for particle in items:
        plain = canonical(particle, ring)
        sign = 0 if plain.is_real else -1 if plain.is_conjugate else 1
        found[particle.field, particle.generation] = (repr(plain.key(ring)), sign)
    return found


def _different_terms(
    first: Model,
    first_table: CouplingTable,
    first_labels: Labels,
    second: Model,
    second_table: CouplingTable,
    second_labels: Labels,
) -> Iterator[str]:
    """Declared couplings of which the other model has not all entries."""
    here, there = _terms(first, first_table, first_labels), _terms(second, second_table, second_labels)
    for mine, other, model in ((here, there, second), (there, here, first)):
        known = sum(other.values(), Counter())
        owner = first if model is second else second
        for name, contents in mine.items():
            if not contents <= known:
                yield f"{owner.name} declares `{name}`, and {model.name} has no coupling of these fields"


def _terms(model: Model, table: CouplingTable, labels: Labels) -> dict[str, Counter[tuple[Label, ...]]]:
    """How many entries of each content a coupling has."""
    found = {}
    for coupling in table.couplings.values():
        contents: Counter[tuple[Label, ...]] = Counter()
        kept = [item.indices for item in coupling.kept]
        entries = kept or [i for i, entry in coupling.entries.items() if entry.allowed]
        if coupling.symmetry != "none":
            # Entries (i,j) and (j,i) are one, which the other model may have as a coupling of two fields.
            entries = sorted({tuple(sorted(indices)) for indices in entries})
        for indices in entries:
            for _, legs, _ in coupling.monomials:
                numbers = dict(zip(coupling.axes, indices, strict=True))
                content = [_label(leg, labels[leg.field, numbers.get(i, 0)]) for i, leg in enumerate(legs)]
                conjugate = [(key, -sign) for key, sign in content]
                contents[min(tuple(sorted(content)), tuple(sorted(conjugate)))] += 1
        found[coupling.name] = contents
    return found


def _label(leg: Leg, label: Label) -> Label:
    key, sign = label
    return key, -sign if leg.conjugated else sign


def _different_vacua(
    first: Model,
    first_labels: Labels,
    second: Model,
    second_labels: Labels,
) -> Iterator[str]:
    kinds = [
        {labels[scalar.name, 0][0]: scalar.name for scalar in model.scalars if scalar.vev}
        for model, labels in ((first, first_labels), (second, second_labels))
    ]
    for mine, other, owner in ((kinds[0], kinds[1], first), (kinds[1], kinds[0], second)):
        for key, name in mine.items():
            if key not in other:
                yield f"only in {owner.name} such a field as `{name}` has a vacuum value"
