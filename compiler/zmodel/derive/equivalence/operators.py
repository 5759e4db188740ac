"""The Lagrangian of a model as couplings times polynomials in the components of its particles.

Two spinors of a term commute in their contraction, so products of components are commuting symbols, fermions included.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from zmodel.derive.charges import format_entry
from zmodel.derive.components import conjugate_components, invariant_form
from zmodel.derive.contraction import component_indices
from zmodel.derive.couplings import Coupling, CouplingTable
from zmodel.derive.equivalence.particles import Particle
from zmodel.groups import Irrep
from zmodel.model import Field, Model

Symbol = tuple[int, bool, int]
"""Position of the particle, whether its declared field is conjugated, and the component of the field."""

Operator = Mapping[tuple[Symbol, ...], Fraction]
"""Coefficient of each product of components, which are sorted."""

Content = tuple[tuple[int, bool], ...]
"""Particles of a product, and whether they are conjugated; sorted."""


@dataclass(frozen=True)
class Term:
    """A free number of the Lagrangian and what it multiplies.

    Attributes:
        coupling: that it belongs to.
        entry: of the coupling, () for a single number.
        name: `Yu(1,2)`, or the name of a kept entry.
        is_real: whether the number is real; else the conjugate is added.
        operator: what it multiplies.
    """

    coupling: str
    entry: tuple[int, ...]
    name: str
    is_real: bool
    operator: Operator

    @property
    def contents(self) -> frozenset[Content]:
        """What its products are made of."""
        return frozenset(content_of(key) for key in self.operator)


def content_of(key: tuple[Symbol, ...]) -> Content:
    """The particles of a product of components."""
    return tuple(sorted((particle, conjugated) for particle, conjugated, _ in key))


def lagrangian(model: Model, table: CouplingTable, items: Sequence[Particle]) -> tuple[Term, ...]:
    """All declared terms, entry by entry; of a symmetric matrix each entry once.

    Args:
        model: a resolved model.
        table: its couplings.
        items: its particles; terms name them by their positions.
    """
    position = {(particle.field, particle.generation): i for i, particle in enumerate(items)}
    return tuple(term for coupling in table.couplings.values() for term in _terms(model, coupling, position, items))


def _terms(
    model: Model, coupling: Coupling, position: Mapping[tuple[str, int], int], items: Sequence[Particle]
) -> Iterator[Term]:
    kept = {item.indices: item.name for item in coupling.kept}
    sign = {"none": 0, "symmetric": 1, "antisymmetric": -1}[coupling.symmetry]
    seen: set[tuple[int, ...]] = set()
    for indices in kept or coupling.texture:
        if sign and indices[::-1] in seen:
            continue
        seen.add(indices)
        operator = _operator(coupling, indices, position)
        if sign and indices != indices[::-1]:
            operator = _added(operator, _operator(coupling, indices[::-1], position), sign)
        name = kept.get(indices) or coupling.name + (format_entry(indices) if indices else "")
        is_real = coupling.is_real and operator == conjugate(model, items, operator)
        yield Term(coupling.name, indices, name, is_real, operator)


def _operator(
    coupling: Coupling, indices: tuple[int, ...], position: Mapping[tuple[str, int], int]
) -> dict[tuple[Symbol, ...], Fraction]:
    generation = dict(zip(coupling.axes, indices, strict=True))
    result: dict[tuple[Symbol, ...], Fraction] = {}
    for coefficient, legs, tensor in coupling.monomials:
        heads = [(position[leg.field, generation.get(i, 0)], leg.conjugated) for i, leg in enumerate(legs)]
        for components, value in tensor.items():
            key = tuple(sorted([(*head, index) for head, index in zip(heads, components, strict=True)]))
            result[key] = result.get(key, Fraction(0)) + coefficient * value
    return {key: value for key, value in result.items() if value}


def _added(one: Operator, other: Operator, sign: int) -> dict[tuple[Symbol, ...], Fraction]:
    result = dict(one)
    for key, value in other.items():
        result[key] = result.get(key, Fraction(0)) + sign * value
    return {key: value for key, value in result.items() if value}


def conjugate(model: Model, items: Sequence[Particle], operator: Operator) -> Operator:
    """The complex conjugate."""
    real = {
        i: conjugate_components(model, model.field(items[i].field))
        for i in sorted({i for key in operator for i, _, _ in key})
        if items[i].is_real
    }
    result: dict[tuple[Symbol, ...], Fraction] = {}
    for key, value in operator.items():
        changed = []
        for particle, conjugated, component in key:
            if particle in real:
                partner, factor = real[particle][component]
                changed.append((particle, False, partner))
                value *= factor
            else:
                changed.append((particle, not conjugated, component))
        place = tuple(sorted(changed))
        result[place] = result.get(place, Fraction(0)) + value
    return result


# ------------------------------------------------------------------ in terms of another model's particles
@dataclass(frozen=True)
class Image:
    """What a particle is in another model.

    Attributes:
        position: of the other particle.
        conjugated: whether the declared field is the conjugate of the other declared field.
        components: for each component that of the other field, and a sign.
    """

    position: int
    conjugated: bool
    components: tuple[tuple[int, int], ...]


def translate(operator: Operator, images: Sequence[Image]) -> Operator:
    """The operator in terms of the other model's particles."""
    result: dict[tuple[Symbol, ...], Fraction] = {}
    for key, value in operator.items():
        changed = []
        for particle, conjugated, component in key:
            image = images[particle]
            index, sign = image.components[component]
            changed.append((image.position, conjugated != image.conjugated, index))
            value *= sign
        place = tuple(sorted(changed))
        result[place] = result.get(place, Fraction(0)) + value
    return {key: value for key, value in result.items() if value}


def moved(term: Term, images: Sequence[Image]) -> Term:
    """A term with its operator in the other model's particles."""
    return replace(term, operator=translate(term.operator, images))


def component_images(
    first: Model, mine: Field, second: Model, other: Field, groups: Mapping[str, tuple[str, bool]], conjugated: bool
) -> tuple[tuple[int, int], ...]:
    """Components of a field in terms of those of a field with the same representations, with signs.

    Args:
        first: the model of the one field.
        mine: the one field.
        second: the model of the other field.
        other: the other field.
        groups: name of each simple group in the other model, and whether its fundamental is the conjugate there.
        conjugated: whether the one field is the conjugate of the other.
    """
    old = [group.name for group in first.groups if group.name in mine.irreps]
    new = [group.name for group in second.groups if group.name in other.irreps]
    slots = [new.index(groups[name][0]) for name in old]
    maps = [_index_map(mine.irreps[name], conjugated != groups[name][1]) for name in old]
    place = {index: i for i, index in enumerate(component_indices(second, other))}
    result = []
    for indices in component_indices(first, mine):
        turned, sign = [0] * len(new), 1
        for slot, mapping, index in zip(slots, maps, indices, strict=True):
            turned[slot], factor = mapping[index]
            sign *= factor
        result.append((place[tuple(turned)], sign))
    return tuple(result)


def _index_map(irrep: Irrep, flipped: bool) -> tuple[tuple[int, int], ...]:
    """Of a field and its conjugate in one group: bases of R and of its conjugate are the same tensors."""
    if not flipped or irrep.conjugate != irrep:
        return tuple((i, 1) for i in range(irrep.dimension))
    found = {n: (m, 1 if value > 0 else -1) for (m, n), value in invariant_form(irrep).items()}
    return tuple(found[n] for n in range(irrep.dimension))
