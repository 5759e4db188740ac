"""Fermions after symmetry breaking: components of multiplets, and the Dirac fermions that they pair up to.

Components are told apart by the simple groups that some vacuum value touches; colour and global indices are counted,
not resolved. Left- and right-handed components pair up where a Yukawa coupling with vacuum values, or a mass term,
joins them, generation by generation; charged ones that no coupling joins pair up with what has the same electric charge
and colour. A field with a Majorana mass stays by itself. How a file writes a fermion does not matter: as the conjugate
field of the other chirality, or, for light fermions of the Standard Model, generation by generation as separate fields.
No sympy is needed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from typing import Literal, Protocol, Self, TypeVar

from zmodel.algebra import Polynomial
from zmodel.derive.contraction import component_indices
from zmodel.derive.contraction_choice import choose_contraction
from zmodel.derive.electroweak import (
    Axis,
    component_charge,
    component_weight,
    touched_groups,
    vacuum_support,
    weak_group,
)
from zmodel.derive.lorentz import fermion_positions
from zmodel.derive.standard_model import GENERATIONS, light_multiplets
from zmodel.derive.unbroken import electric_charge
from zmodel.model import Field, Group, Model, Monomial
from zmodel.model.model import DeclaredCoupling

STANDARD_NAMES: Mapping[tuple[bool, Fraction], str] = {
    (True, Fraction(2, 3)): "u",
    (True, Fraction(-1, 3)): "d",
    (False, Fraction(-1)): "e",
    (False, Fraction(0)): "nu",
}
"""By whether a fermion is a colour triplet, and its electric charge."""

Key = tuple[str, Literal["left", "right"]]
"""Name and chirality of half a species."""

Place = tuple[str, int]
"""A field and the index of a component."""

STANDARD_HALVES: Mapping[Key, str] = {
    ("u", "left"): "q",
    ("d", "left"): "q",
    ("nu", "left"): "l",
    ("e", "left"): "l",
    ("u", "right"): "u",
    ("d", "right"): "d",
    ("e", "right"): "e",
}
"""By name of a species and chirality the multiplet of the Standard Model that has this half."""


class _Number(Protocol):
    def __mul__(self, other: int, /) -> Self: ...


T = TypeVar("T", bound=_Number)


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
class Piece:
    """A generation of a component; `sign` is -1 if its conjugate is meant, whose charges are opposite."""

    component: FermionComponent
    generation: int
    sign: Literal[1, -1] = 1


@dataclass(frozen=True)
class Half:
    """The left- or right-handed half of a Dirac fermion, or a Weyl fermion.

    Attributes:
        pieces: one per generation.
        colour: irreps under the simple gauge groups that are not broken, by group.
    """

    pieces: tuple[Piece, ...]
    colour: tuple[tuple[str, str], ...]

    @property
    def name(self) -> str:
        """That of the first generation's component."""
        return self.pieces[0].component.name

    @property
    def field(self) -> str:
        """The first generation's field."""
        return self.pieces[0].component.field

    @property
    def generations(self) -> int:
        """Number of copies."""
        return len(self.pieces)

    @property
    def chirality(self) -> str:
        """Left or right: that of the declared field, or the other one for its conjugate."""
        declared = self.pieces[0].component.chirality
        return declared if self.pieces[0].sign == 1 else {"left": "right", "right": "left"}[declared]

    @property
    def electric_charge(self) -> Fraction | None:
        """Of the first generation; None if there is no photon, or it is no number."""
        charge = self.pieces[0].component.electric_charge
        return None if charge is None else charge * self.pieces[0].sign

    @cached_property
    def fields(self) -> frozenset[str]:
        """The fields of all generations."""
        return frozenset(piece.component.field for piece in self.pieces)

    def values(self, couplings: Mapping[str, Sequence[T]], zero: T) -> tuple[T, ...]:
        """One charge or coupling per generation.

        Args:
            couplings: by component one per generation of the declared field.
            zero: of components that are left out.
        """
        return tuple(
            couplings[piece.component.name][piece.generation] * piece.sign
            if piece.component.name in couplings
            else zero
            for piece in self.pieces
        )


@dataclass(frozen=True)
class Species:
    """A Dirac fermion in all its generations, or a Weyl fermion without partner.

    `name` is u, d, e or nu for the Standard Model's, else the left-handed component's, or the right-handed one's if
    there is no left-handed one or it is a conjugate; with a prime if the Standard Model has that name.
    """

    name: str
    left: Half | None
    right: Half | None

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


# ------------------------------------------------------------------ halves
def _half(model: Model, pieces: Sequence[Piece]) -> Half:
    first = pieces[0]
    irreps = model.field(first.component.field).irreps
    colour = first.component.colour
    if first.sign == -1:
        colour = tuple((group, irreps[group].conjugate.name) for group, _ in colour)
    return Half(tuple(pieces), colour)


def _whole(component: FermionComponent, sign: Literal[1, -1] = 1) -> list[Piece]:
    """All generations of a component."""
    return [Piece(component, i, sign) for i in range(component.generations)]


def _standard_halves(model: Model, components: tuple[FermionComponent, ...]) -> dict[Key, Half]:
    """The halves of light fermions of the Standard Model, by species and chirality, from all the fields they are in.

    Right-handed neutrinos are not among them.

    A field belongs to them with all its generations or not at all.
    """
    charges = {name: charge for (_, charge), name in STANDARD_NAMES.items()}
    multiplets = light_multiplets(model)
    found: dict[Key, Half] = {}
    for key, multiplet in STANDARD_HALVES.items():
        pieces = [
            Piece(component, member.generation, member.sign)
            for member in multiplets.get(multiplet, ())
            for component in components
            if component.field == member.field and component.electric_charge == charges[key[0]] * member.sign
        ]
        if _are_generations(pieces):
            found[key] = _half(model, pieces)
    return found


def _are_generations(pieces: Sequence[Piece]) -> bool:
    """Whether they are three, and whole components."""
    sizes = {piece.component.name: piece.component.generations for piece in pieces}
    return len(pieces) == GENERATIONS == sum(sizes.values())


def _neutrino_partners(
    components: tuple[FermionComponent, ...], neutrino: Half, joined: Sequence[tuple[Place, Place]]
) -> list[Piece]:
    """What mass terms join to left-handed neutrinos."""
    places = _places(neutrino)
    others = {other for pair in joined for place, other in (pair, pair[::-1]) if place in places}
    return [
        Piece(component, i, 1 if component.chirality == "right" else -1)
        for component in components
        if (component.field, component.index) in others
        for i in range(component.generations)
    ]


# ------------------------------------------------------------------ pairs
def derive_species(model: Model) -> tuple[Species, ...]:
    """The Dirac and Weyl fermions of a model, in the order of their left-handed components."""
    components = fermion_components(model)
    standard = _standard_halves(model, components)
    neutrino = standard.get(("nu", "left"))
    joined = _dirac_pairs(_joined_places(model, components), neutrino)
    partners = [] if neutrino is None else _neutrino_partners(components, neutrino, joined)
    if _are_generations(partners):
        standard["nu", "right"] = _half(model, partners)
    of_component = {piece.component.name: half for half in standard.values() for piece in half.pieces}
    halves = {(c.field, c.index): of_component.get(c.name) or _half(model, _whole(c)) for c in components}
    pairs = _pairs(model, halves, standard, joined)
    usual = {half.name: name for (name, chirality), half in standard.items() if chirality == "left"}
    names = [_standard_name(model, usual, *parts) for parts in pairs]
    species: list[Species] = []
    for name, parts in zip(names, pairs, strict=True):
        if name is None or any(item.name == name for item in species):
            # What is not a conjugate has the charges that the name promises.
            own = max((part for part in parts if part is not None), key=lambda part: part.pieces[0].sign).name
            name = f"{own}'" if own in names else own
        species.append(Species(name, *parts))
    return tuple(species)


def _pairs(
    model: Model, places: Mapping[Place, Half], standard: Mapping[Key, Half], joined: Sequence[tuple[Place, Place]]
) -> list[tuple[Half | None, Half | None]]:
    """Left- and right-handed halves of fermions, those without a left-handed one last."""
    halves = {half.name: half for half in places.values()}
    known = {half.name for half in standard.values()}
    partner = {
        standard[name, "left"].name: standard[name, "right"].name
        for name in ("u", "d", "e", "nu")
        if (name, "left") in standard and (name, "right") in standard
    }
    for pair in joined:
        first, second = (halves[places[place].name] for place in pair)
        if {first.name, second.name} & {*partner, *partner.values()} or first.generations != second.generations:
            continue
        if first.chirality == second.chirality and not {first.name, second.name} <= known:
            # One of them is the conjugate of what the Dirac fermion has.
            turned = first if second.name in known else second
            halves[turned.name] = _half(model, _whole(turned.pieces[0].component, -1))
        sides = {halves[item.name].chirality: item.name for item in (first, second)}
        if len(sides) == 2:
            partner[sides["left"]] = sides["right"]
    taken = set(partner.values())
    for half in halves.values():
        if half.chirality != "left" or half.name in partner or not half.electric_charge:
            continue
        match = next((other for other in halves.values() if _fits(half, other) and other.name not in taken), None)
        if match is not None:
            partner[half.name] = match.name
            taken.add(match.name)
    pairs = [(half, halves.get(partner.get(half.name, ""))) for half in halves.values() if half.chirality == "left"]
    return [*pairs, *((None, h) for h in halves.values() if h.chirality == "right" and h.name not in taken)]


def _fits(left: Half, right: Half) -> bool:
    """Whether two halves may be those of a charged fermion."""
    return (
        right.chirality == "right"
        and right.generations == left.generations
        and right.colour == left.colour
        and right.electric_charge == left.electric_charge
    )


def _standard_name(model: Model, usual: Mapping[str, str], left: Half | None, right: Half | None) -> str | None:
    """u, d, e or nu: those that are known, else a weak doublet on the left and none on the right."""
    weak = weak_group(model)
    if left is None or weak is None or left.electric_charge is None:
        return None
    if left.name in usual:
        return usual[left.name]
    fields = [model.field(part.field) for part in (left, right) if part is not None]
    doublets = [weak.name in field.irreps and field.irreps[weak.name].dimension == 2 for field in fields]
    if doublets not in ([True], [True, False]):
        return None
    is_triplet = [name for _, name in left.colour] == ["3"]
    if left.colour and not is_triplet:
        return None
    name = STANDARD_NAMES.get((is_triplet, left.electric_charge))
    return None if name in usual.values() else name


def _joined_places(model: Model, components: tuple[FermionComponent, ...]) -> list[tuple[Place, Place]]:
    """The pairs of components that mass terms join, in the order of the file; a Majorana mass joins one to itself."""
    known = {(c.field, c.index) for c in components}
    first = {field.name: _first_colours(model, field) for field in model.fermions}
    found = {
        ((a, first[a][i]), (b, first[b][j])): None
        for declared in model.couplings
        for monomial in declared.monomials
        for (a, i), (b, j) in _joined_components(model, declared, monomial)
    }
    return [pair for pair in found if known.issuperset(pair)]


def _dirac_pairs(joined: Sequence[tuple[Place, Place]], neutrino: Half | None) -> list[tuple[Place, Place]]:
    """The pairs that Dirac mass terms join.

    A component that a term joins to itself has a Majorana mass and is no half of a Dirac fermion, as the neutral one
    of a triplet; its charged ones are joined to each other. Nor is one the partner of neutrinos that another term joins
    to something else, as in an inverse seesaw: this is what it has its mass with.
    """
    light = set() if neutrino is None else _places(neutrino)
    majorana = {a for a, b in joined if a == b}
    heavy = {place for pair in joined for place, other in (pair, pair[::-1]) if other not in light}
    return [
        (a, b)
        for a, b in joined
        if not {a, b} & majorana and not (a in light and b in heavy) and not (b in light and a in heavy)
    ]


def _places(half: Half) -> set[Place]:
    return {(piece.component.field, piece.component.index) for piece in half.pieces}


def _first_colours(model: Model, field: Field) -> tuple[int, ...]:
    """For each component of a field the one with the first colour: a mass term may join an octet's 12 to a 21."""
    resolved = {group.name for group in resolved_groups(model)}
    carried = [group.name in resolved for group in model.groups if group.name in field.irreps]
    indices = component_indices(model, field)
    position = {index: i for i, index in enumerate(indices)}
    return tuple(position[tuple(i if kept else 0 for i, kept in zip(index, carried, strict=True))] for index in indices)


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
    if not all(supports.values()):
        return
    contraction, _ = choose_contraction(model, monomial, declared.contraction, declared.name, declared.term_span)
    if contraction is None:
        return
    for indices in sorted(contraction.tensor):
        if all(indices[k] in support for k, support in supports.items()):
            yield (legs[i].field, indices[i]), (legs[j].field, indices[j])
