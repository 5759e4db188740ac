"""Fermions after symmetry breaking: components of multiplets, and the Dirac fermions that they pair up to.

Components are told apart by the simple groups that some vacuum value touches; colour and global indices are counted,
not resolved. Left- and right-handed components pair up where a Yukawa coupling with vacuum values, or a mass term,
joins them, generation by generation; charged ones that no coupling joins pair up with what has the same electric charge
and colour. A field with a Majorana mass stays by itself. No sympy is needed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction

from zmodel.algebra import Polynomial
from zmodel.derive.contraction import component_indices
from zmodel.derive.contraction_choice import choose_contraction
from zmodel.derive.electroweak import (
    Axis,
    component_charge,
    component_weight,
    electric_charge,
    touched_groups,
    vacuum_support,
    weak_group,
)
from zmodel.derive.lorentz import fermion_positions
from zmodel.model import Field, Group, Model, Monomial
from zmodel.model.model import DeclaredCoupling

STANDARD_NAMES: Mapping[tuple[bool, Fraction], str] = {
    (True, Fraction(2, 3)): "u",
    (True, Fraction(-1, 3)): "d",
    (False, Fraction(-1)): "e",
    (False, Fraction(0)): "nu",
}
"""By whether a fermion is a colour triplet, and its electric charge."""


@dataclass(frozen=True)
class FermionComponent:
    """A component of a fermion multiplet, with all its generations.

    Attributes:
        field: the multiplet.
        label: up and down in a doublet of SU(2), T3 in larger multiplets, a number for SU(n); joined by dots for
            several groups, empty if no broken group resolves the multiplet.
        index: position among the field's components, the one with the first colour.
        chirality: left or right.
        generations: number of copies.
        colour: irreps under the simple gauge groups that are not broken, by group.
        weights: eigenvalues of diagonal generators and charges, one per generation; zeros left out.
        electric_charge: of the first generation; None if there is no photon, or it is no number.
    """

    field: str
    label: str
    index: int
    chirality: str
    generations: int
    colour: tuple[tuple[str, str], ...]
    weights: Mapping[Axis, tuple[Polynomial, ...]]
    electric_charge: Fraction | None

    @property
    def name(self) -> str:
        """Field and label: `Q.up`, or the field alone."""
        return f"{self.field}.{self.label}" if self.label else self.field


@dataclass(frozen=True)
class Species:
    """A Dirac fermion in all its generations, or a Weyl fermion without partner.

    `name` is u, d, e or nu for the Standard Model's, else the left-handed component's (or the right-handed one's), with
    a prime if the Standard Model has that name.
    """

    name: str
    left: FermionComponent | None
    right: FermionComponent | None

    @property
    def generations(self) -> int:
        """Number of copies."""
        part = self.left or self.right
        return 0 if part is None else part.generations


# ------------------------------------------------------------------ components
def resolved_groups(model: Model) -> tuple[Group, ...]:
    """The simple groups whose components are told apart: broken ones, or SU(2)s where nothing is broken."""
    touched = touched_groups(model)
    return touched or tuple(group for group in model.gauge_groups if group.n == 2)


def fermion_components(model: Model) -> tuple[FermionComponent, ...]:
    """The components of all fermions, in declared order."""
    charge = electric_charge(model)
    groups = resolved_groups(model)
    return tuple(item for field in model.fermions for item in _field_components(model, field, groups, charge))


def _field_components(
    model: Model, field: Field, groups: tuple[Group, ...], charge: Mapping[Axis, Fraction] | None
) -> Iterator[FermionComponent]:
    resolved = {group.name for group in groups}
    carried = [group for group in model.groups if group.name in field.irreps]
    colour = tuple(
        (group.name, field.irreps[group.name].name)
        for group in carried
        if group.name not in resolved and not group.is_global
    )
    for position, indices in enumerate(component_indices(model, field)):
        if any(index for group, index in zip(carried, indices, strict=True) if group.name not in resolved):
            continue
        weights: dict[Axis, list[Polynomial]] = {}
        for generation in range(field.generations):
            for axis, value in component_weight(model, field, position, generation).items():
                weights.setdefault(axis, [model.ring.zero] * field.generations)[generation] = value
        yield FermionComponent(
            field.name,
            _label(model, field, groups, position, dict(zip((g.name for g in carried), indices, strict=True))),
            position,
            field.chirality,
            field.generations,
            colour,
            {axis: tuple(values) for axis, values in weights.items()},
            None if charge is None else component_charge(model, field, position, charge),
        )


def _label(model: Model, field: Field, groups: tuple[Group, ...], position: int, indices: Mapping[str, int]) -> str:
    words = []
    weight = component_weight(model, field, position)
    for group in groups:
        if group.name not in field.irreps:
            continue
        if group.n > 2:
            words.append(str(indices[group.name] + 1))
        elif field.irreps[group.name].dimension == 2:
            words.append(("up", "down")[indices[group.name]])
        else:
            words.append(f"T3={model.ring.format(weight.get((group.name, 0), model.ring.zero) / 2)}")
    return ".".join(words)


# ------------------------------------------------------------------ pairs
def derive_species(model: Model) -> tuple[Species, ...]:
    """The Dirac and Weyl fermions of a model, in the order of their left-handed components."""
    components = fermion_components(model)
    partner = _mass_partners(model, components)
    taken = set(partner.values())
    for left in components:
        if left.chirality != "left" or left.name in partner or not left.electric_charge:
            continue
        match = next((right for right in components if _fits(left, right) and right.name not in taken), None)
        if match is not None:
            partner[left.name] = match.name
            taken.add(match.name)
    by_name = {component.name: component for component in components}
    pairs = [(c, by_name.get(partner.get(c.name, ""))) for c in components if c.chirality == "left"]
    alone = [(None, c) for c in components if c.chirality == "right" and c.name not in taken]
    names = [_standard_name(model, *parts) for parts in (*pairs, *alone)]
    species: list[Species] = []
    for name, parts in zip(names, (*pairs, *alone), strict=True):
        if name is None or any(item.name == name for item in species):
            own = next(part.name for part in parts if part is not None)
            name = f"{own}'" if own in names else own
        species.append(Species(name, *parts))
    return tuple(species)


def _fits(left: FermionComponent, right: FermionComponent) -> bool:
    """Whether two components may be the two halves of a charged fermion."""
    return (
        right.chirality == "right"
        and right.generations == left.generations
        and right.colour == left.colour
        and right.electric_charge == left.electric_charge
    )


def _standard_name(model: Model, left: FermionComponent | None, right: FermionComponent | None) -> str | None:
    """u, d, e or nu: a weak doublet on the left and none on the right."""
    weak = weak_group(model)
    if left is None or weak is None or left.electric_charge is None:
        return None
    fields = [model.field(part.field) for part in (left, right) if part is not None]
    doublets = [weak.name in field.irreps and field.irreps[weak.name].dimension == 2 for field in fields]
    if doublets not in ([True], [True, False]):
        return None
    is_triplet = [name for _, name in left.colour] == ["3"]
    if left.colour and not is_triplet:
        return None
    return STANDARD_NAMES.get((is_triplet, left.electric_charge))


def _mass_partners(model: Model, components: tuple[FermionComponent, ...]) -> dict[str, str]:
    """For each left-handed component the right-handed one that the first mass term joins it to."""
    at_index = {(c.field, c.index): c for c in components if c.field not in _majorana_fields(model)}
    partner: dict[str, str] = {}
    for declared in model.couplings:
        for monomial in declared.monomials:
            for first, second in _joined_components(model, declared, monomial):
                pair = [at_index.get(first), at_index.get(second)]
                left = next((c for c in pair if c is not None and c.chirality == "left"), None)
                right = next((c for c in pair if c is not None and c.chirality == "right"), None)
                if left is None or right is None or left.generations != right.generations:
                    continue
                if left.name not in partner and right.name not in partner.values():
                    partner[left.name] = right.name
    return partner


def _majorana_fields(model: Model) -> frozenset[str]:
    """The fermions with a mass term of their own, such as N N: they are no halves of Dirac fermions."""
    found = set()
    for declared in model.couplings:
        for monomial in declared.monomials:
            positions = fermion_positions(model, monomial)
            names = {monomial.legs[i].field for i in positions}
            scalars = [leg.field for i, leg in enumerate(monomial.legs) if i not in positions]
            if len(positions) == 2 and len(names) == 1 and all(vacuum_support(model.field(f)) for f in scalars):
                found |= names
    return frozenset(found)


def _joined_components(
    model: Model, declared: DeclaredCoupling, monomial: Monomial
) -> Iterator[tuple[tuple[str, int], tuple[str, int]]]:
    """The pairs of components that a Dirac mass term joins once scalars have their vacuum values."""
    positions = fermion_positions(model, monomial)
    if declared.kind == "potential" or len(positions) != 2:
        return
    legs = monomial.legs
    i, j = positions
    scalars = [k for k in range(len(legs)) if k not in positions]
    supports = {k: vacuum_support(model.field(legs[k].field)) for k in scalars}
    if legs[i].conjugated == legs[j].conjugated or not all(supports.values()):
        return
    contraction, _ = choose_contraction(model, monomial, declared.contraction, declared.name, declared.term_span)
    if contraction is None:
        return
    for indices in sorted(contraction.tensor):
        if all(indices[k] in support for k, support in supports.items()):
            yield (legs[i].field, indices[i]), (legs[j].field, indices[j])
