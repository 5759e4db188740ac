"""Canonical states: what the vacuum leaves massless, and for the rest a basis with canonical kinetic terms.

Massless states come first, the photon before all; then each field of a block as far as it is orthogonal to what came
before. In the Standard Model these are A and Z; a further U(1) adds the combination of its boson and B that is free of
kinetic mixing and leaves B its pure charge, that is, the triangular form. No mass mixing is resolved here.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import sympy

from zmodel.derive.breaking.fields import Generator, group_elements
from zmodel.derive.breaking.matrix import Block, GaugeForms
from zmodel.derive.breaking.orthogonal import Vector, echelon, inner, nullspace, orthogonalise, rank
from zmodel.derive.breaking.rational import cancelled
from zmodel.derive.electroweak import hypercharge_group, weak_group
from zmodel.derive.to_sympy import Expr, Matrix, Symbol
from zmodel.model import Model


@dataclass(frozen=True)
class State:
    """A vector field with canonical kinetic term.

    Attributes:
        element: name of the field of the block that it began with; for massless ones, that its charge is named after.
        group: the group of that field.
        vector: V_F = coefficient * state for each algebra element, up to `norm`.
        norm: the square of what `vector` is to be divided by.
        generator: D = d - i state * sum_X coefficient_X X / sqrt(norm), couplings included.
        is_complex: whether the state is complex.
        is_abelian: whether its generator commutes with all unbroken ones.
    """

    element: str
    group: str
    vector: Mapping[Generator, Expr]
    norm: Expr
    generator: Mapping[Generator, Expr]
    is_complex: bool
    is_abelian: bool


@dataclass(frozen=True)
class Sector:
    """The states of a block.

    Attributes:
        massless: without a mass.
        massive: all others, in the order of the block.
        heavy: mass matrix of the massive states (canonical) from heavy scalars, times sqrt(norm_i norm_j).
        light: the same from the other scalars.
    """

    massless: tuple[State, ...]
    massive: tuple[State, ...]
    heavy: Matrix
    light: Matrix


def find_states(
    model: Model, blocks: Sequence[Block], forms: GaugeForms, mixings: Sequence[Symbol]
) -> tuple[Sector, ...]:
    """The states of all blocks; complex blocks must come first."""
    sectors: list[Sector] = []
    roots: list[Mapping[Generator, int]] = []
    for block in blocks:
        sector = _block_states(model, block, forms, roots, mixings)
        sectors.append(sector)
        if block.is_complex and sector.massless:
            roots += [_root(model, element.group, next(iter(element.vector))[1]) for element in block.elements]
    return tuple(sectors)


def _root(model: Model, name: str, number: int) -> dict[Generator, int]:
    """[D, E_ij] = alpha(D) E_ij for the diagonal elements D."""
    group = model.group(name)
    i, j = next((i, j) if number == x else (j, i) for x, y, i, j in group_elements(group) if number in (x, y))
    root = {}
    for k in range(1, group.n):
        diagonal = [1] * k + [-k] + [0] * (group.n - k - 1)
        if diagonal[i] != diagonal[j]:
            root[name, group.n * (group.n - 1) + k - 1] = diagonal[i] - diagonal[j]
    return root


def _block_states(
    model: Model,
    block: Block,
    forms: GaugeForms,
    roots: Sequence[Mapping[Generator, int]],
    mixings: Sequence[Symbol],
) -> Sector:
    zero_modes = _zero_modes(model, block, forms, roots)
    size = len(block.elements)
    massless = [vector for _, vector in orthogonalise(zero_modes, block.kinetic, (), mixings)]
    units = [tuple(sympy.Integer(i == j) for j in range(size)) for i in range(size)]
    started = orthogonalise(units, block.kinetic, massless, mixings)
    massive = [vector for _, vector in started]
    heavy, light = (
        Matrix(len(massive), len(massive), [inner(left, form, right) for left in massive for right in massive])
        for form in (block.heavy, block.light)
    )
    unbroken = (_state(block, forms, vector, _named_after(model, block, vector), roots) for vector in massless)
    states = (_state(block, forms, vector, i, roots) for i, vector in started)
    return Sector(tuple(unbroken), tuple(states), heavy, light)


def _named_after(model: Model, block: Block, vector: Vector) -> int:
    """The field that a massless state is named after: the last U(1) but hypercharge, else the first in it."""
    hypercharge = hypercharge_group(model)
    involved = [i for i, entry in enumerate(vector) if entry != 0]
    extra = [
        i
        for i in involved
        if model.group(block.elements[i].group).is_abelian and model.group(block.elements[i].group) != hypercharge
    ]
    return extra[-1] if extra else involved[0]


def _state(
    block: Block,
    forms: GaugeForms,
    vector: Vector,
    position: int,
    roots: Sequence[Mapping[Generator, int]],
) -> State:
    fields: dict[Generator, Expr] = {}
    for element, coefficient in zip(block.elements, vector, strict=True):
        for field, part in element.vector.items():
            if coefficient != 0:
                fields[field] = sympy.expand(fields.get(field, 0) + coefficient * part)
    generator: dict[Generator, Expr] = {}
    for field, coefficient in fields.items():
        for x, coupling in forms.couplings[field].items():
            generator[x] = sympy.factor_terms(sympy.expand(generator.get(x, 0) + coefficient * coupling))
    start = block.elements[position]
    return State(
        start.name,
        start.group,
        fields,
        sympy.factor(inner(vector, block.kinetic, vector)),
        {x: value for x, value in generator.items() if value != 0},
        block.is_complex,
        not block.is_complex and all(_commutes(generator, root) for root in roots),
    )


def _commutes(generator: Mapping[Generator, Expr], root: Mapping[Generator, int]) -> bool:
    """Whether a diagonal generator commutes with the ladder element of a root."""
    overlap: Expr = sympy.Add(*(value * generator.get(axis, 0) for axis, value in root.items()))
    return bool(cancelled(overlap) == 0)


# ------------------------------------------------------------------ zero modes
def _zero_modes(
    model: Model, block: Block, forms: GaugeForms, roots: Sequence[Mapping[Generator, int]]
) -> tuple[Vector, ...]:
    """Massless directions, those that commute with everything unbroken first."""
    elements = block.elements
    rows = []
    for row in forms.rows:
        entries = [
            sympy.Add(*(row.get(field, 0) * part for field, part in element.vector.items())) for element in elements
        ]
        if any(entry != 0 for entry in entries):
            rows.append(entries)
    vectors = nullspace(rows, len(elements))
    if not vectors:
        return ()
    order = _charge_order(model)
    charges = [_charges(block, forms, vector) for vector in vectors]
    keys = sorted({key for charge in charges for key in charge}, key=order)
    table = [
        (*(charge.get(key, sympy.Integer(0)) for key in keys), *vector)
        for charge, vector in zip(charges, vectors, strict=True)
    ]
    # Echelon form in terms of charges, the fields carried along: Q = T3 + Y and not T3 + Y + X.
    modes = echelon(table, range(len(table[0])))
    centre = _commuting(modes, keys, roots)
    ordered = list(centre)
    for mode in modes:
        if len(ordered) < len(modes) and rank([*ordered, mode]) > len(ordered):
            ordered.append(mode)
    return tuple(mode[len(keys) :] for mode in ordered)


def _charges(block: Block, forms: GaugeForms, vector: Vector) -> dict[Generator, Expr]:
    result: dict[Generator, Expr] = {}
    for element, coefficient in zip(block.elements, vector, strict=True):
        for field, part in element.vector.items():
            for x, coupling in forms.couplings[field].items():
                result[x] = cancelled(result.get(x, 0) + coefficient * part * coupling)
    return {x: value for x, value in result.items() if value != 0}


def _charge_order(model: Model) -> Callable[[Generator], tuple[bool, bool, bool, int, int]]:
    """Sorting key: T3 of the weak SU(2), other simple generators, U(1)s from the last to hypercharge."""
    weak, hypercharge = weak_group(model), hypercharge_group(model)
    position = {group.name: i for i, group in enumerate(model.groups)}

    def key(generator: Generator) -> tuple[bool, bool, bool, int, int]:
        group = model.group(generator[0])
        index = -position[group.name] if group.is_abelian else position[group.name]
        return group.is_abelian, group != weak, group == hypercharge, index, generator[1]

    return key


def _commuting(
    modes: Sequence[Vector], keys: Sequence[Generator], roots: Sequence[Mapping[Generator, int]]
) -> tuple[Vector, ...]:
    """The combinations that are neutral under all massless complex bosons' roots."""
    conditions = []
    for root in roots:
        row = [cancelled(sympy.Add(*(root.get(key, 0) * mode[i] for i, key in enumerate(keys)))) for mode in modes]
        if any(entry != 0 for entry in row):
            conditions.append(row)
    if not conditions:
        return tuple(modes)
    columns = range(len(modes[0]))
    combined = [
        [sympy.Add(*(c * mode[i] for c, mode in zip(weights, modes, strict=True))) for i in columns]
        for weights in nullspace(conditions, len(modes))
    ]
    return echelon(combined, columns)
