"""Finds the Standard Model inside a model by quantum numbers, whatever its fields and groups are called."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from itertools import product
from typing import Literal

from zmodel.algebra import Polynomial
from zmodel.algebra.polynomial import constant_value
from zmodel.derive.unbroken import electric_charge
from zmodel.groups import Irrep, antifundamental, fundamental
from zmodel.model import Field, Group, Model
from zmodel.model.expression import exact_value

GENERATIONS = 3


@dataclass(frozen=True)
class Quantum:
    """Quantum numbers of a left-handed Weyl spinor under the Standard Model.

    `colour` is 3, -3 or 1, where -3 is the antitriplet; `weak` is 2 or 1.
    """

    colour: int
    weak: int
    hypercharge: Fraction

    @property
    def conjugate(self) -> Quantum:
        """Those of the antiparticle."""
        return Quantum(self.colour if self.colour == 1 else -self.colour, self.weak, -self.hypercharge)


@dataclass(frozen=True)
class Multiplet:
    """A multiplet of the Standard Model: its handedness, and the left-handed Weyl spinor behind it."""

    chirality: Literal["left", "right"]
    quantum: Quantum
    description: str


MULTIPLETS: Mapping[str, Multiplet] = {
    "q": Multiplet("left", Quantum(3, 2, Fraction(1, 6)), "left-handed quarks (3, 2, 1/6)"),
    "u": Multiplet("right", Quantum(-3, 1, Fraction(-2, 3)), "right-handed up quarks (3, 1, 2/3)"),
    "d": Multiplet("right", Quantum(-3, 1, Fraction(1, 3)), "right-handed down quarks (3, 1, -1/3)"),
    "l": Multiplet("left", Quantum(1, 2, Fraction(-1, 2)), "left-handed leptons (1, 2, -1/2)"),
    "e": Multiplet("right", Quantum(1, 1, Fraction(1)), "right-handed charged leptons (1, 1, -1)"),
}
"""By the names of the Warsaw basis."""

HYPERCHARGE: Mapping[str, Fraction] = {
    **{name: (-1 if m.chirality == "right" else 1) * m.quantum.hypercharge for name, m in MULTIPLETS.items()},
    "H": Fraction(1, 2),
}
"""Hypercharge of the multiplets themselves, not of the Weyl spinors behind them."""

NEUTRINO = Quantum(1, 1, Fraction(0))


@dataclass(frozen=True)
class Member:
    """A generation of a declared field that is a generation of a multiplet.

    `sign` is -1 if the field is the multiplet's conjugate, so that its charges are those of the multiplet
    negated.
    """

    field: str
    generation: int
    sign: Literal[1, -1]


@dataclass(frozen=True)
class StandardModel:
    """Where the Standard Model is in a model.

    Attributes:
        colour: name of the SU(3).
        weak: name of the SU(2).
        hypercharge: name of the U(1).
        multiplets: three generations of q, u, d, l and e.
        higgs: the doublet; its sign is -1 if the field is declared with hypercharge -1/2.
        neutrinos: fermions that no group but further U(1)s acts on; sign as for a right-handed field.
        others: names of all other fields.
    """

    colour: str
    weak: str
    hypercharge: str
    multiplets: Mapping[str, tuple[Member, ...]]
    higgs: Member
    neutrinos: tuple[Member, ...]
    others: tuple[str, ...]

    def charge(self, model: Model, multiplet: str, generation: int, group: str) -> Polynomial:
        """The charge of a generation of q, u, d, l, e, or of H (generation 0) under a U(1) of the model."""
        member = self.higgs if multiplet == "H" else self.multiplets[multiplet][generation]
        return model.charge(member.field, group, member.generation) * member.sign


@dataclass(frozen=True)
class MissingStandardModel:
    """Why a model does not contain the Standard Model, one line per reason."""

    reasons: tuple[str, ...]


def find_standard_model(model: Model) -> StandardModel | MissingStandardModel:
    """Finds groups, three generations and the Higgs doublet by their quantum numbers.

    A U(1) whose boson has a declared mass or is integrated out is not taken for hypercharge. Vector-like
    partners of multiplets are told from them by their mass terms, or by not coming in three generations.

    Returns:
        The Standard Model, or what is missing for the choice of groups that comes closest.
    """
    heavy = {item.name for item in model.integrations}
    candidates = (
        [group for group in model.gauge_groups if group.n == 3],
        [group for group in model.gauge_groups if group.n == 2],
        [g for g in model.abelian_groups if g.mass is None and not {g.name, g.boson} & heavy],
    )
    needed = ("SU(3) for colour", "SU(2) for the weak interaction", "U(1) without a mass for hypercharge")
    absent = [what for groups, what in zip(candidates, needed, strict=True) if not groups]
    if absent:
        return MissingStandardModel(tuple(f"no gauged {what}" for what in absent))
    best: MissingStandardModel | None = None
    # The conjugate of colour is as good a name for the same group.
    for mirrored, colour, weak, hypercharge in product((False, True), *candidates):
        found = _assign(_Reader(model, colour, weak, {hypercharge.name: Fraction(1)}, mirrored))
        if isinstance(found, StandardModel):
            return found
        if best is None or len(found.reasons) < len(best.reasons):
            best = found
    return best or MissingStandardModel(())


def recognise_fermions(model: Model) -> Mapping[str, tuple[Member, ...]]:
    """Fermions of the Standard Model by multiplet, with neutrinos as "n", also where it is not complete.

    Of several choices of groups the one that makes most fermions known ones is taken. Hypercharge may be normalised
    in any way, as by whole numbers, or be a sum of charges if vacuum values leave it. Vector-like partners are told
    apart only in a complete Standard Model.
    """
    found = find_standard_model(model)
    if isinstance(found, StandardModel):
        return {**found.multiplets, "n": found.neutrinos}
    reader = _closest_reader(model)
    return {} if reader is None else _known_fermions(reader)


def combined_hypercharge(model: Model) -> Mapping[str, Fraction]:
    """Hypercharge as a sum of several U(1)s, as of T3R and B - L, where vacuum values leave one; else nothing.

    It is the electric charge without T3.
    """
    charge = electric_charge(model) or {}
    abelian = {group.name for group in model.abelian_groups}
    combined = {name: value for (name, _), value in charge.items() if name in abelian}
    return combined if len(combined) > 1 and len(charge) == len(combined) + 1 else {}


def light_multiplets(model: Model) -> Mapping[str, tuple[Member, ...]]:
    """Those of q, u, d, l and e that come in three light generations, whatever else there is or is not."""
    found = find_standard_model(model)
    if isinstance(found, StandardModel):
        return found.multiplets
    reader = _closest_reader(model)
    members = {} if reader is None else {name: _find_generations(reader, name) for name in MULTIPLETS}
    return {name: item for name, item in members.items() if not isinstance(item, str)}


def _closest_reader(model: Model) -> _Reader | None:
    """The choice of groups that makes most fermions known ones, or None if there are no such groups."""
    candidates = (
        [group for group in model.gauge_groups if group.n == 3],
        [group for group in model.gauge_groups if group.n == 2],
        [
            *({group.name: 1 / unit} for group in model.abelian_groups for unit in _hypercharge_units(model, group)),
            *filter(None, (combined_hypercharge(model),)),
        ],
    )
    readers = [
        _Reader(model, colour, weak, hypercharge, mirrored)
        for mirrored, colour, weak, hypercharge in product((False, True), *candidates)
    ]
    return max(readers, key=lambda reader: sum(map(len, _known_fermions(reader).values())), default=None)


def _hypercharge_units(model: Model, group: Group) -> list[Fraction]:
    """What hypercharge one may be called in a model, if a group is hypercharge: 1, or as quark doublets have it."""
    units = [Fraction(1)]
    for field in model.fermions:
        if sorted(irrep.n for irrep in field.irreps.values()) == [2, 3]:
            for generation in range(field.generations):
                charge = constant_value(model.charge(field.name, group.name, generation))
                units += [sign * charge / HYPERCHARGE["q"] for sign in (1, -1) if charge]
    return list(dict.fromkeys(units))


def _known_fermions(reader: _Reader) -> dict[str, tuple[Member, ...]]:
    found: dict[str, list[Member]] = {}
    wanted = {**MULTIPLETS, "n": Multiplet("right", NEUTRINO, "right-handed neutrinos")}
    for field in reader.model.fermions:
        for generation in range(field.generations):
            quantum = reader.read_weyl(field, generation)
            for name, multiplet in wanted.items():
                if quantum == multiplet.quantum:
                    sign: Literal[1, -1] = 1 if field.chirality == multiplet.chirality else -1
                    found.setdefault(name, []).append(Member(field.name, generation, sign))
    return {name: tuple(members) for name, members in found.items()}


# ------------------------------------------------------------------ reading quantum numbers
@dataclass(frozen=True)
class _Reader:
    """Reads quantum numbers under one choice of groups.

    `hypercharge` is a sum of charges in the file; `mirrored` calls the colour antitriplet a triplet.
    """

    model: Model
    colour: Group
    weak: Group
    hypercharge: Mapping[str, Fraction]
    mirrored: bool

    def read(self, field: Field, generation: int) -> Quantum | None:
        """Quantum numbers as declared, or None if they are none of the Standard Model's."""
        if set(field.irreps) - {self.colour.name, self.weak.name}:
            return None
        colour = self._colour(field.irreps.get(self.colour.name))
        weak = field.irreps.get(self.weak.name)
        total = self.model.ring.zero
        for group, weight in self.hypercharge.items():
            total += self.model.charge(field.name, group, generation) * self.model.ring.constant(weight)
        hypercharge = constant_value(total)
        if colour is None or hypercharge is None or (weak is not None and weak != fundamental(2)):
            return None
        return Quantum(colour, 1 if weak is None else 2, hypercharge)

    def _colour(self, irrep: Irrep | None) -> int | None:
        sign = -1 if self.mirrored else 1
        return {None: 1, fundamental(3): 3 * sign, antifundamental(3): -3 * sign}.get(irrep)

    def read_weyl(self, field: Field, generation: int) -> Quantum | None:
        """Quantum numbers of the left-handed Weyl spinor."""
        quantum = self.read(field, generation)
        return quantum.conjugate if quantum is not None and field.chirality == "right" else quantum


def _assign(reader: _Reader) -> StandardModel | MissingStandardModel:
    """Sorts all fields into multiplets."""
    reasons: list[str] = []
    multiplets: dict[str, tuple[Member, ...]] = {}
    for name in MULTIPLETS:
        members = _find_generations(reader, name)
        if isinstance(members, str):
            reasons.append(members)
        else:
            multiplets[name] = members
    higgs = _find_higgs(reader)
    if isinstance(higgs, str):
        reasons.append(higgs)
    if reasons or isinstance(higgs, str):
        return MissingStandardModel(tuple(reasons))
    neutrinos = tuple(
        Member(field.name, generation, 1 if field.chirality == "right" else -1)
        for field in reader.model.fermions
        for generation in range(field.generations)
        if reader.read(field, generation) == NEUTRINO
    )
    used = {m.field for members in (*multiplets.values(), neutrinos) for m in members} | {higgs.field}
    others = tuple(field.name for field in reader.model.fields if field.name not in used)
    (hypercharge,) = reader.hypercharge
    return StandardModel(reader.colour.name, reader.weak.name, hypercharge, multiplets, higgs, neutrinos, others)


def _find_generations(reader: _Reader, name: str) -> tuple[Member, ...] | str:
    """The three light generations of a multiplet, or what is wrong."""
    multiplet = MULTIPLETS[name]
    found: list[Member] = []
    partners: set[str] = set()
    for field in reader.model.fermions:
        for generation in range(field.generations):
            quantum = reader.read_weyl(field, generation)
            if quantum == multiplet.quantum:
                sign: Literal[1, -1] = 1 if field.chirality == multiplet.chirality else -1
                found.append(Member(field.name, generation, sign))
            elif quantum == multiplet.quantum.conjugate:
                partners.add(field.name)
    light = _without_vectorlike(reader.model, found, partners) if len(found) > GENERATIONS else found
    if len(light) == GENERATIONS:
        return tuple(light)
    what = f"{multiplet.description}: {GENERATIONS} generations are needed"
    if not light:
        return f"no {what}"
    names = ", ".join(dict.fromkeys(member.field for member in light))
    return f"{what}, {len(light)} are there ({names})"


def _without_vectorlike(model: Model, found: list[Member], partners: set[str]) -> list[Member]:
    """Drops fields with a mass term with a partner, or else all but the one field of three generations."""
    massive = set()
    for coupling in model.couplings:
        if coupling.kind == "mass":
            fields = {leg.field for leg in coupling.monomials[0].legs}
            if fields & partners:
                massive |= fields
    light = [member for member in found if member.field not in massive]
    if len(light) == GENERATIONS or not partners:
        return light
    complete = {m.field for m in light if model.field(m.field).generations == GENERATIONS}
    return [member for member in light if member.field in complete] if len(complete) == 1 else light


def _find_higgs(reader: _Reader) -> Member | str:
    """The doublet with a vacuum value, or the only one."""
    half = HYPERCHARGE["H"]
    doublets: list[tuple[Field, Member]] = []
    for field in reader.model.scalars:
        quantum = reader.read(field, 0)
        if quantum is not None and not field.is_real:
            if quantum == Quantum(1, 2, half):
                doublets.append((field, Member(field.name, 0, 1)))
            elif quantum == Quantum(1, 2, -half):
                doublets.append((field, Member(field.name, 0, -1)))
    if not doublets:
        return "no Higgs doublet (1, 2, 1/2)"
    chosen = [item for item in doublets if any(exact_value(v) != 0 for v in item[0].vev)] or doublets
    if len(chosen) > 1:
        names = ", ".join(field.name for field, _ in chosen)
        return f"one Higgs doublet with a vacuum value is needed, {len(chosen)} are there ({names})"
    return chosen[0][1]
