"""What the vacuum values of the scalars make of the generators.

The mass terms are 1/2 N_XY f_X^* f_Y for D = d - i sum_X f_X X, with N_XY = 2 sum_m g_m (X phi)_m^* (Y phi)_m over the
components of the complex scalars (norms g_m), and half of that for real ones. Scalars that leave the weak SU(2) alone
are called heavy and kept apart from the others: expansions in the ratio of scales start from them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

import sympy

from zmodel.derive.breaking.fields import Generator, partner
from zmodel.derive.breaking.kinetic import AbelianBasis
from zmodel.derive.breaking.rational import cancelled
from zmodel.derive.breaking.tidy import conjugate
from zmodel.derive.components import component_norms, field_generators, vacuum_coefficients
from zmodel.derive.electroweak import touched_groups, vacuum_scalars, weak_group
from zmodel.derive.to_sympy import Expr, Symbol, Symbols, polynomial_to_sympy, to_sympy
from zmodel.model import Field, Group, Model
from zmodel.model.expression import names_in

Form = Mapping[tuple[Generator, Generator], Expr]
Row = Mapping[Generator, Expr]


@dataclass(frozen=True)
class MassSymbol:
    """A mass that `gauge ... mass M` declares.

    Attributes:
        symbol: M.
        group: of the boson.
        value: the mass that scalars which leave the weak SU(2) alone give, in terms of vacuum values; else None.
        replaces: the vacuum value that M stands for in all results, or None.
        is_added: whether M^2 is added to the diagonal entries, as no scalar gives the mass.
    """

    symbol: Symbol
    group: str
    value: Expr | None
    replaces: Symbol | None
    is_added: bool


@dataclass(frozen=True)
class Vacuum:
    """The broken generators.

    Attributes:
        heavy: N_XY of the scalars that leave the weak SU(2) alone.
        light: N_XY of the others.
        rows: sum_X c_X row_X = 0 for each of them if and only if the generator sum_X c_X X is unbroken.
        masses: the declared masses.
    """

    heavy: Form
    light: Form
    rows: tuple[Row, ...]
    masses: tuple[MassSymbol, ...]


def derive_vacuum(model: Model, basis: AbelianBasis, symbols: Symbols) -> Vacuum:
    """Lets every generator act on the vacuum values of all scalars."""
    groups = (*touched_groups(model), *model.abelian_groups)
    weak = weak_group(model)
    forms: dict[bool, dict[tuple[Generator, Generator], Expr]] = {True: {}, False: {}}
    rows: list[Row] = []
    for field in vacuum_scalars(model):
        values = [sympy.expand(to_sympy(value, symbols)) for value in vacuum_coefficients(model, field)]
        if not any(values):
            continue
        is_heavy = weak is None or weak.name not in field.irreps
        moved = moved_components(model, field, groups, values, symbols)
        _add_form(forms[is_heavy], model, field, moved)
        rows += _rows(field, moved, groups, values)
    vacuum = Vacuum(forms[True], forms[False], tuple(rows), ())
    for group in model.gauge_groups:
        if group.mass is not None:
            vacuum = _with_mass(vacuum, model, group, basis, symbols)
    return vacuum


def moved_components(
    model: Model, field: Field, groups: tuple[Group, ...], values: list[Expr], symbols: Symbols
) -> dict[Generator, dict[int, Expr]]:
    """The components of X phi for each generator X; zeros are left out."""
    moved: dict[Generator, dict[int, Expr]] = {}
    for group in groups:
        if group.is_abelian:
            if group.name in field.charges:
                charge = polynomial_to_sympy(field.charges[group.name][0], model.ring, symbols)
                moved[group.name, 0] = {m: charge * value for m, value in enumerate(values) if value != 0}
            continue
        for number, matrix in enumerate(field_generators(model, field, group)):
            result: dict[int, Expr] = {}
            for (m, n), entry in matrix.items():
                if values[n] != 0:
                    number_entry = sympy.Rational(entry.numerator, entry.denominator)
                    result[m] = result.get(m, sympy.Integer(0)) + number_entry * values[n]
            moved[group.name, number] = {m: value for m, value in result.items() if value != 0}
    return {generator: vector for generator, vector in moved.items() if vector}


def _add_form(
    form: dict[tuple[Generator, Generator], Expr],
    model: Model,
    field: Field,
    moved: Mapping[Generator, Mapping[int, Expr]],
) -> None:
    weight = 1 if field.is_real else 2
    norms = [sympy.Rational(g.numerator, g.denominator) for g in component_norms(model, field)]
    for x, left in moved.items():
        for y, right in moved.items():
            terms = [weight * norms[m] * conjugate(value) * right[m] for m, value in left.items() if m in right]
            total = sympy.expand(form.get((x, y), 0) + sympy.Add(*terms))
            if total != 0:
                form[x, y] = total
            else:
                form.pop((x, y), None)


def _rows(
    field: Field, moved: Mapping[Generator, Mapping[int, Expr]], groups: tuple[Group, ...], values: list[Expr]
) -> list[Row]:
    """The conditions for a generator to annihilate the vacuum, and for its conjugate to do so."""
    first = next(value for value in values if value != 0)
    by_name = {group.name: group for group in groups}
    rows: list[Row] = []
    for m in range(field.dimension):
        plain = {x: cancelled(vector[m] / first) for x, vector in moved.items() if m in vector}
        mirrored: dict[Generator, Expr] = {}
        for x, vector in moved.items():
            if m in vector:
                group = by_name[x[0]]
                mirror = x if group.is_abelian else (x[0], partner(group, x[1]))
                mirrored[mirror] = conjugate(plain[x])
        rows += [row for row in (plain, mirrored) if row]
    return rows


# ------------------------------------------------------------------ declared masses
def _with_mass(vacuum: Vacuum, model: Model, group: Group, basis: AbelianBasis, symbols: Symbols) -> Vacuum:
    """Takes a declared mass into account.

    For a U(1) it is the Lagrangian mass of its boson: what the scalars that leave the weak SU(2) alone give it. If it
    can stand for the one vacuum value behind it, it does. If there are no such scalars, M^2 is the caller's to add.
    """
    symbol = symbols[group.mass or ""]
    diagonal = _diagonal(vacuum.heavy, group, basis)
    if diagonal == 0:
        mass = MassSymbol(symbol, group.name, None, None, group not in touched_groups(model))
        return replace(vacuum, masses=(*vacuum.masses, mass))
    value = sympy.sqrt(sympy.factor(diagonal))
    names = {name for field in model.scalars for entry in field.vev for name in names_in(entry)}
    involved = [symbols[name] for name in sorted(names) if symbols[name] in diagonal.free_symbols]
    ratio = cancelled(diagonal / involved[0] ** 2)
    if len(involved) > 1 or involved[0] in ratio.free_symbols or not involved[0].is_positive:
        return replace(vacuum, masses=(*vacuum.masses, MassSymbol(symbol, group.name, value, None, False)))
    replaced = {involved[0]: symbol / sympy.sqrt(ratio)}
    heavy, light = (
        {key: sympy.expand(entry.xreplace(replaced)) for key, entry in form.items()}
        for form in (vacuum.heavy, vacuum.light)
    )
    mass = MassSymbol(symbol, group.name, value, involved[0], False)
    return replace(vacuum, heavy=heavy, light=light, masses=(*vacuum.masses, mass))


def _diagonal(form: Form, group: Group, basis: AbelianBasis) -> Expr:
    """The diagonal entry of the mass matrix for the boson of a U(1); 0 for other groups."""
    if not group.is_abelian:
        return sympy.Integer(0)
    names = [item.name for item in basis.groups]
    column = names.index(group.name)
    terms = [
        basis.couplings[i, column] * basis.couplings[j, column] * form.get(((a, 0), (b, 0)), 0)
        for i, a in enumerate(names)
        for j, b in enumerate(names)
    ]
    return sympy.expand(sympy.Add(*terms))
