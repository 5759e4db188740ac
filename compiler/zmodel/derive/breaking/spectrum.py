"""From a model to its gauge bosons."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import fields as dataclass_fields
from dataclasses import is_dataclass, replace
from fractions import Fraction
from typing import TypeVar, cast

import sympy

from zmodel.derive.breaking.assemble import Assembly, assemble
from zmodel.derive.breaking.fields import GaugeField, Generator, boson_name, gauge_fields
from zmodel.derive.breaking.kinetic import abelian_basis
from zmodel.derive.breaking.matrix import GaugeForms, build_forms, find_blocks, real_entry
from zmodel.derive.breaking.results import Boson, GaugeSpectrum
from zmodel.derive.breaking.rho import derive_rho
from zmodel.derive.breaking.small.counting import ORDER
from zmodel.derive.breaking.states import find_states
from zmodel.derive.breaking.tidy import tidy
from zmodel.derive.breaking.vacuum import Vacuum, derive_vacuum
from zmodel.derive.electroweak import (
    colour_group,
    component_weight,
    hypercharge_group,
    touched_groups,
    vacuum_scalars,
    vacuum_support,
    weak_group,
)
from zmodel.derive.to_sympy import Expr, Symbol, Symbols, model_symbols, phases_split
from zmodel.diagnostics import Diagnostic
from zmodel.model import Field, Group, Model

T = TypeVar("T")

COLOUR_ROOTS = 3
"""An unbroken SU(3) has three complex massless bosons."""


def derive_masses(model: Model, order: int = ORDER) -> GaugeSpectrum:
    """The gauge bosons' mass matrix, mass eigenstates, unbroken charges and rho, from the vacuum values.

    Paper A, Eqs. (18)-(23); paper B, Eqs. (3.12)-(3.17); paper D, App. A.2.

    Args:
        model: a resolved model.
        order: of the series in parameters that the model declares small.

    Raises:
        MixingError: if the form of kinetic mixing has no meaning in the model.
    """
    symbols = model_symbols(model)
    basis = abelian_basis(model, symbols)
    vacuum = derive_vacuum(model, basis, symbols)
    forms = build_forms(model, basis, vacuum, symbols)
    sectors = find_states(model, find_blocks(model, forms), forms, basis.mixings)
    assembly = assemble(model, basis.mixings, sectors, symbols, order)
    rho = derive_rho(model, basis, assembly, symbols)
    listed = gauge_fields(model)
    touched = {group.name for group in touched_groups(model)}
    spectrum = GaugeSpectrum(
        tuple(field.name for field in listed),
        _mass_entries(model, vacuum, forms, listed, symbols),
        _kinetic_entries(forms, listed, touched),
        _couplings(model, forms, listed, symbols),
        assembly.canonical,
        (*assembly.bosons, *_untouched(model, vacuum, touched, assembly.has_charge)),
        assembly.angles,
        assembly.unbroken,
        vacuum.masses,
        rho,
        order,
        _check_vacuum(model, assembly),
    )
    return _put_in(spectrum, basis.placeholders)


# ------------------------------------------------------------------ the fields of the model file
def _mass_entries(
    model: Model, vacuum: Vacuum, forms: GaugeForms, listed: Sequence[GaugeField], symbols: Symbols
) -> dict[tuple[str, str], Expr]:
    total = {
        key: forms.heavy.get(key, sympy.Integer(0)) + forms.light.get(key, sympy.Integer(0))
        for key in (*forms.heavy, *(key for key in forms.light if key not in forms.heavy))
    }
    entries = {(a.name, b.name): real_entry(total, a, b) for a in listed for b in listed}
    added = {mass.group: mass.symbol for mass in vacuum.masses if mass.is_added}
    for field in listed:
        if field.group in added and not model.group(field.group).is_abelian:
            entries[field.name, field.name] += added[field.group] ** 2
    entries = {key: _with_cosines(value) for key, value in entries.items() if value != 0}
    return {key: tidy(value) if value.is_polynomial() else value for key, value in entries.items() if value != 0}


def _with_cosines(entry: Expr) -> Expr:
    """A real entry, in which phases and their conjugates are summed."""
    return sympy.expand(phases_split(entry)) if entry.has(sympy.exp) else entry


def _kinetic_entries(forms: GaugeForms, listed: Sequence[GaugeField], touched: set[str]) -> dict[tuple[str, str], Expr]:
    entries = {}
    for a in listed:
        for b in listed:
            value = real_entry(forms.kinetic, a, b)
            if a == b and value == 0 and a.group not in touched:
                value = sympy.Integer(1)
            if value != 0:
                entries[a.name, b.name] = value
    return entries


def _couplings(
    model: Model, forms: GaugeForms, listed: Sequence[GaugeField], symbols: Symbols
) -> dict[str, Mapping[Generator, Expr]]:
    result: dict[str, Mapping[Generator, Expr]] = {}
    for field in listed:
        group = model.group(field.group)
        if group.is_abelian:
            result[field.name] = forms.couplings[group.name, 0]
        else:
            result[field.name] = {x: symbols[group.coupling or ""] * part for x, part in field.parts.items()}
    return result


def _untouched(model: Model, vacuum: Vacuum, touched: set[str], has_charge: bool) -> tuple[Boson, ...]:
    """The bosons of simple groups that no vacuum value breaks: gluons."""
    masses = {mass.group: mass.symbol**2 for mass in vacuum.masses if mass.is_added}
    return tuple(
        Boson(
            boson_name(group),
            boson_name(group),
            group.n**2 - 1,
            False,
            sympy.Integer(0) if has_charge else None,
            masses.get(group.name, sympy.Integer(0)),
            {},
            None,
            None,
        )
        for group in model.gauge_groups
        if not group.is_abelian and group.name not in touched
    )


# ------------------------------------------------------------------ checks
def _check_vacuum(model: Model, assembly: Assembly) -> tuple[Diagnostic, ...]:
    """Z403 if colour is broken, or if no photon is left of an SU(2) x U(1)."""
    found = []
    colour, weak = colour_group(model), weak_group(model)
    touched = touched_groups(model)
    if colour is not None and colour in touched and assembly.massless_complex < COLOUR_ROOTS:
        scalar = next(field for field in vacuum_scalars(model) if colour.name in field.irreps)
        message = f"the vacuum value of `{scalar.name}` breaks {colour.name}"
        label = f"{scalar.name} transforms under {colour.name}"
        found.append(Diagnostic("Z403", message, scalar.span, label=label))
    if weak is not None and weak in touched and model.abelian_groups and not assembly.has_photon:
        scalars = [field for field in vacuum_scalars(model) if weak.name in field.irreps]
        message = "the vacuum values leave no massless photon"
        label = f"breaks {weak.name}"
        related = tuple((field.span, "and this one besides") for field in scalars[1:])
        hints = _neutral_components(model, scalars, weak)
        found.append(Diagnostic("Z403", message, scalars[0].span, label=label, related=related, hints=hints))
    return tuple(found)


def _neutral_components(model: Model, scalars: Sequence[Field], weak: Group) -> tuple[str, ...]:
    """Where T3 + Y vanishes, for each scalar that has vacuum values elsewhere."""
    hypercharge = hypercharge_group(model)
    if hypercharge is None:
        return ()
    hints = []
    for field in scalars:
        zero = model.ring.constant(Fraction(0))
        charges = [component_weight(model, field, m) for m in range(field.dimension)]
        sums = [c.get((weak.name, 0), zero) + 2 * c.get((hypercharge.name, 0), zero) for c in charges]
        neutral = [str(m + 1) for m, value in enumerate(sums) if value.is_zero()]
        if neutral and not {str(m + 1) for m in vacuum_support(field)} <= set(neutral):
            found = ("component " if len(neutral) == 1 else "components ") + ", ".join(neutral)
            hints.append(f"T3 + {hypercharge.name} vanishes for {found} of `{field.name}`")
    return tuple(hints)


def _put_in(value: T, placeholders: Mapping[Symbol, Expr]) -> T:
    """The same data with symbols replaced in every expression."""
    if not placeholders:
        return value
    return cast(T, _replaced(value, placeholders))


def _replaced(value: object, placeholders: Mapping[Symbol, Expr]) -> object:
    if isinstance(value, sympy.Basic):
        return value.xreplace(placeholders)
    if isinstance(value, tuple):
        return tuple(_replaced(item, placeholders) for item in value)
    if isinstance(value, Mapping):
        return {key: _replaced(item, placeholders) for key, item in value.items()}
    if is_dataclass(value) and not isinstance(value, type) and not isinstance(value, Diagnostic):
        return replace(
            value, **{item.name: _replaced(getattr(value, item.name), placeholders) for item in dataclass_fields(value)}
        )
    return value
