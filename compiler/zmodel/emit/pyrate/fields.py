"""Groups and fields as PyR@TE has them: one charge for all generations, names that its reader takes as they are."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from zmodel.algebra.polynomial import constant_value
from zmodel.derive.beta.mixing import abelian_sector
from zmodel.diagnostics import Diagnostic
from zmodel.exchange.pyrate.content import Content, Gauge, Particle
from zmodel.exchange.pyrate.numbers import square_root
from zmodel.groups import Irrep, adjoint
from zmodel.model import Field, Group, Model

RESERVED = frozenset({"Eps", "kd", "sqrt", "Sqrt", "I", "pi"})
"""Words of its formulas."""


@dataclass(frozen=True)
class Block:
    """Generations of a field that have equal charges, and what they are called."""

    name: str
    field: Field
    generations: tuple[int, ...]

    @property
    def digits(self) -> str:
        """The generations, counted from 1, as part of a name."""
        return "".join(str(i + 1) for i in self.generations)


@dataclass(frozen=True)
class Layout:
    """The fields of a PyR@TE model file.

    Attributes:
        model: where they come from.
        groups: gauge groups in the order of the file, U(1)s first as kinetic mixing wants them; global SU(N)s are among
            them, with a coupling that is set to zero.
        blocks: by name of the field.
        content: groups and fields, one for each of ours, for working out formulas.
        taken: names of all fields.
        fermions: those of fermions.
    """

    model: Model
    groups: tuple[Group, ...]
    blocks: Mapping[str, tuple[Block, ...]]
    content: Content
    taken: frozenset[str]
    fermions: frozenset[str]


def lay_out(model: Model) -> tuple[Layout | None, tuple[Diagnostic, ...]]:
    """The fields of the file, or None with what stands against it."""
    errors = [
        Diagnostic("Z704", f"`{field.name}` is a massive vector field", field.span, label="PyR@TE has none")
        for field in model.vectors
    ]
    groups = (*abelian_sector(model).groups, *(group for group in model.groups if not group.is_abelian))
    abelian = [group.name for group in groups if group.is_abelian]
    for field in model.fields:
        if any(constant_value(c) is None for name in abelian for c in field.charges.get(name, ())):
            message = f"the charges of `{field.name}` are not numbers"
            hints = ("`--point NAME` puts in those of a point",)
            errors.append(Diagnostic("Z704", message, field.span, hints=hints))
    if not groups:
        errors.append(Diagnostic("Z704", "the model has no group", model.span))
    if errors:
        return None, tuple(errors)
    taken: set[str] = set()
    blocks = {field.name: _blocks(field, model, abelian, taken, ()) for field in model.fermions}
    fermions = frozenset(taken)
    blocks |= {field.name: _blocks(field, model, abelian, taken, fermions) for field in model.scalars}
    content = Content(
        tuple(Gauge(group.name, group.n, group.span) for group in groups),
        tuple(_particle(field, groups) for field in (*model.fermions, *model.scalars)),
    )
    return Layout(model, groups, blocks, content, frozenset(taken), fermions), ()


def _blocks(
    field: Field, model: Model, abelian: list[str], taken: set[str], fermions: Collection[str]
) -> tuple[Block, ...]:
    """Generations by their charges, in the order of the first of each."""
    by_charge: dict[tuple[Fraction | None, ...], list[int]] = {}
    for generation in range(field.generations):
        charges = tuple(constant_value(model.charge(field.name, name, generation)) for name in abelian)
        by_charge.setdefault(charges, []).append(generation)
    result = []
    for generations in by_charge.values():
        digits = "".join(str(i + 1) for i in generations) if len(by_charge) > 1 else ""
        wanted = _handed(field, digits)
        name = _free_fermion_name(wanted, taken) if field.is_fermion else free_name(wanted, taken, fermions)
        result.append(Block(name, field, tuple(generations)))
    return tuple(result)


def _handed(field: Field, digits: str) -> str:
    """A name that ends in L or R, which tells readers the chirality; scalars keep theirs."""
    if not field.is_fermion:
        return field.name + digits
    side = "L" if field.chirality == "left" else "R"
    base = field.name.removesuffix(side) if len(field.name) > 1 else field.name
    return f"{base.rstrip('_')}{digits}{side}"


def free_name(wanted: str, taken: set[str], fermions: Collection[str]) -> str:
    """A name that no other quantity has.

    PyR@TE finds the order of fermions by searching a formula for their names, so no other name may contain one.
    """
    name, number = wanted, 1
    while name in taken or name in RESERVED or name.endswith("bar") or any(fermion in name for fermion in fermions):
        number += 1
        name = f"{wanted}x{number}" if number < 10 else f"x{number}"
    taken.add(name)
    return name


def _free_fermion_name(wanted: str, taken: set[str]) -> str:
    """A name that no other contains, and which is none of a formula's own words."""
    name, number = wanted, 1
    while name.endswith("bar") or any(name in other for other in (*taken, *RESERVED)):
        number += 1
        name = f"{wanted}x{number}"
    taken.add(name)
    return name


def _particle(field: Field, groups: tuple[Group, ...]) -> Particle:
    """A field for the reader's formulas; complex scalars with the norm that makes them ours."""
    kind: Literal["fermion", "real", "complex"] = "real" if field.is_real else "complex"
    if field.is_fermion:
        kind = "fermion"
    irreps = {group.name: field.irreps[group.name] for group in groups if group.name in field.irreps}
    norm = square_root(Fraction(1, 2))
    return Particle(field.name, kind, field.generations, irreps, frozenset(), {}, norm, (), field.span)


def representation(irrep: Irrep) -> str:
    """A representation as PyR@TE takes it: a dimension where that is clear, or else Dynkin labels."""
    if irrep.dimension == irrep.n:
        return str(irrep.n) if irrep.labels[0] == 1 else f"-{irrep.n}"
    if irrep == adjoint(irrep.n) and irrep.n <= 3:
        return str(irrep.dimension)
    return f"[{', '.join(map(str, irrep.labels))}]"
