"""Mass and kinetic forms over gauge fields, and the blocks of fields that do not mix with others.

L = -1/4 sum K_FG F_F^* F_G + 1/2 sum M_FG V_F^* V_G over the fields V_F of the algebra elements. A block is a set of
fields that neither form connects to the rest. Ladder fields whose conjugates lie in another block stay complex (W+);
otherwise, as when electric charge is broken, the block is written in real fields.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

import sympy

from zmodel.algebra.connected import connected_parts
from zmodel.derive.breaking.fields import (
    GaugeField,
    Generator,
    boson_name,
    group_elements,
    group_fields,
    norm,
    partner,
)
from zmodel.derive.breaking.kinetic import AbelianBasis
from zmodel.derive.breaking.tidy import conjugate
from zmodel.derive.breaking.vacuum import Form, Vacuum
from zmodel.derive.electroweak import diagonal_numbers, hypercharge_group, touched_groups, weak_group
from zmodel.derive.to_sympy import Expr, Matrix, Symbols
from zmodel.model import Group, Model

Vector = Mapping[Generator, Expr]


@dataclass(frozen=True)
class GaugeForms:
    """Mass and kinetic forms, and how fields couple.

    Attributes:
        heavy: M_FG from heavy scalars and declared masses.
        light: M_FG from the others.
        kinetic: K_FG.
        couplings: for each field F the generator that it multiplies, couplings included.
        rows: linear conditions on fields for not being given a mass.
    """

    heavy: Form
    light: Form
    kinetic: Form
    couplings: Mapping[Generator, Vector]
    rows: tuple[Vector, ...]


@dataclass(frozen=True)
class Element:
    """A basis vector of a block: V_F = coefficient * field for each algebra element."""

    name: str
    group: str
    vector: Vector


@dataclass(frozen=True)
class Block:
    """Fields that mix among themselves only.

    Attributes:
        elements: the fields, in the order in which they are made orthogonal to what is massless.
        is_complex: whether the fields are complex.
        heavy: mass matrix from heavy scalars.
        light: mass matrix from the others.
        kinetic: kinetic matrix.
    """

    elements: tuple[Element, ...]
    is_complex: bool
    heavy: Matrix
    light: Matrix
    kinetic: Matrix


def build_forms(model: Model, basis: AbelianBasis, vacuum: Vacuum, symbols: Symbols) -> GaugeForms:
    """Puts couplings into what the vacuum does to the generators."""
    groups = {group.name: group for group in model.gauge_groups}
    couplings: dict[Generator, Vector] = {}
    kinetic: dict[tuple[Generator, Generator], Expr] = {}
    for group in touched_groups(model):
        for x in range(group.n**2 - 1):
            couplings[group.name, x] = {(group.name, x): symbols[group.coupling or ""]}
            kinetic[(group.name, x), (group.name, x)] = sympy.Integer(norm(group, x))
    names = [group.name for group in basis.groups]
    for j, column in enumerate(names):
        entries = {(row, 0): basis.couplings[i, j] for i, row in enumerate(names)}
        couplings[column, 0] = {generator: value for generator, value in entries.items() if value != 0}
        for i, row in enumerate(names):
            if basis.kinetic[i, j] != 0:
                kinetic[(row, 0), (column, 0)] = basis.kinetic[i, j]
    heavy = _field_form(_symmetrised(vacuum.heavy, groups), couplings)
    light = _field_form(_symmetrised(vacuum.light, groups), couplings)
    rows = [_field_row(row, couplings) for row in vacuum.rows]
    for mass in vacuum.masses:
        field = (mass.group, 0)
        if mass.is_added and field in couplings and groups[mass.group].is_abelian:
            heavy[field, field] = heavy.get((field, field), 0) + mass.symbol**2
            rows.append({field: sympy.Integer(1)})
    return GaugeForms(heavy, light, kinetic, couplings, tuple(row for row in rows if row))


def _symmetrised(form: Form, groups: Mapping[str, Group]) -> dict[tuple[Generator, Generator], Expr]:
    """f_X^* f_Y is the same as f_Xbar f_Ybar^*, as the fields of conjugate elements are conjugate."""

    def mirror(generator: Generator) -> Generator:
        group = groups[generator[0]]
        return generator if group.is_abelian else (group.name, partner(group, generator[1]))

    result: dict[tuple[Generator, Generator], Expr] = {}
    for (x, y), value in form.items():
        for key in ((x, y), (mirror(y), mirror(x))):
            result[key] = sympy.expand(result.get(key, 0) + value / 2)
    return {key: value for key, value in result.items() if value != 0}


def _field_form(form: Form, couplings: Mapping[Generator, Vector]) -> dict[tuple[Generator, Generator], Expr]:
    fields_of: dict[Generator, list[tuple[Generator, Expr]]] = {}
    for field, generators in couplings.items():
        for generator, coupling in generators.items():
            fields_of.setdefault(generator, []).append((field, coupling))
    result: dict[tuple[Generator, Generator], Expr] = {}
    for (x, y), value in form.items():
        for left, a in fields_of[x]:
            for right, b in fields_of[y]:
                result[left, right] = sympy.expand(result.get((left, right), 0) + a * b * value)
    return {key: value for key, value in result.items() if value != 0}


def _field_row(row: Vector, couplings: Mapping[Generator, Vector]) -> Vector:
    entries = {
        field: sympy.expand(sympy.Add(*(value * row.get(generator, 0) for generator, value in generators.items())))
        for field, generators in couplings.items()
    }
    return {field: value for field, value in entries.items() if value != 0}


def real_entry(form: Form, left: GaugeField, right: GaugeField) -> Expr:
    """The entry of a form between two fields of the model file."""
    terms = [
        conjugate(a) * b * form[x, y] for x, a in left.parts.items() for y, b in right.parts.items() if (x, y) in form
    ]
    return sympy.factor_terms(sympy.expand(sympy.Add(*terms)))


# ------------------------------------------------------------------ blocks
def find_blocks(model: Model, forms: GaugeForms) -> tuple[Block, ...]:
    """The blocks, complex ones first."""
    groups = {group.name: group for group in model.gauge_groups}
    edges = [*forms.heavy, *forms.light, *forms.kinetic]
    for group in touched_groups(model):
        # Diagonal fields of a group stay together: an unbroken charge may need several, even if none has a mass.
        edges += pairwise((group.name, x) for x in diagonal_numbers(group))
    blocks: list[Block] = []
    seen: set[Generator] = set()
    for part in connected_parts(forms.couplings, edges):
        if seen.issuperset(part):
            continue
        mirrored = {(name, x if groups[name].is_abelian else partner(groups[name], x)) for name, x in part}
        seen |= {*part, *mirrored}
        is_complex = not mirrored & set(part)
        elements = _complex_elements(part, mirrored, groups) if is_complex else _real_elements(part, groups, model)
        blocks.append(_make_block(elements, is_complex, forms))
    return tuple(sorted(blocks, key=lambda block: not block.is_complex))


def _complex_elements(
    part: Sequence[Generator], mirrored: set[Generator], groups: Mapping[str, Group]
) -> list[Element]:
    """Complex fields, named after the raising element: W+, or U14 for E_14 of an SU(n)."""
    first = groups[part[0][0]]
    raising = {x for x, _, _, _ in group_elements(first)}
    chosen = part if part[0][1] in raising else sorted(mirrored)
    elements = []
    for name, x in chosen:
        group = groups[name]
        label = next(
            (f"{i + 1}{j + 1}" if x == up else f"{j + 1}{i + 1}")
            for up, down, i, j in group_elements(group)
            if x in (up, down)
        )
        suffix = {"12": "+", "21": "-"}[label] if group.n == 2 else label
        elements.append(Element(f"{boson_name(group)}{suffix}", name, {(name, x): sympy.Integer(1)}))
    return elements


def _real_elements(part: Sequence[Generator], groups: Mapping[str, Group], model: Model) -> list[Element]:
    """Real fields: T3 of the weak SU(2), other diagonal ones, the rest of the simple groups, U(1)s."""
    weak, hypercharge = weak_group(model), hypercharge_group(model)
    elements = []
    for name in sorted({name for name, _ in part}, key=list(groups).index):
        for field in group_fields(groups[name]):
            if set(field.parts) <= set(part):
                elements.append(Element(field.name, name, _rational(field, groups[name])))

    def rank(element: Element) -> tuple[bool, bool, bool, bool]:
        group = groups[element.group]
        return group.is_abelian, len(element.vector) > 1, group != weak, group != hypercharge

    return sorted(elements, key=rank)


def _rational(field: GaugeField, group: Group) -> Vector:
    """The parts of a field, times the root in those of a diagonal one: its kinetic entry is then not 1."""
    if len(field.parts) > 1 or group.is_abelian:
        return field.parts
    return {x: sympy.Integer(1) for x in field.parts}


def _make_block(elements: list[Element], is_complex: bool, forms: GaugeForms) -> Block:
    heavy, light, kinetic = (
        Matrix([[_sandwich(form, left.vector, right.vector) for right in elements] for left in elements])
        for form in (forms.heavy, forms.light, forms.kinetic)
    )
    return Block(tuple(elements), is_complex, heavy, light, kinetic)


def _sandwich(form: Form, left: Vector, right: Vector) -> Expr:
    terms = [conjugate(a) * b * form[x, y] for x, a in left.items() for y, b in right.items() if (x, y) in form]
    return sympy.expand(sympy.Add(*terms))
