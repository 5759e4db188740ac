"""What stands below the terms of a PyR@TE 3 file: gauge couplings and vacuum values."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from fractions import Fraction
from itertools import combinations

from zmodel.derive.symbolic import symbolic
from zmodel.emit.pyrate.fields import Block, Layout
from zmodel.model import Field
from zmodel.model.expression import Constant, Expression, Function, Multiply, Name, Power, names_in
from zmodel.source import Span

Parts = Callable[[Block], tuple[str, str]]
"""Names of the real and the imaginary part of a complex field."""

Warn = Callable[[str, Span, str], None]
"""Takes what PyR@TE cannot express, where that is, and a label."""


def gauge_couplings(layout: Layout, warn: Warn) -> Iterator[str]:
    """Substitutions: gauge couplings get our names, and mixings that a model lacks are zero."""
    model = layout.model
    for group in layout.groups:
        if group.is_global:
            warn(f"`{group.name}` is a gauge group with coupling 0", group.span, "PyR@TE has no global groups")
            yield f"g_{group.name} : 0"
        elif group.coupling != f"g_{group.name}":
            yield f"g_{group.name} : {group.coupling}"
    for group in model.groups:
        if group.is_global and group.is_abelian:
            warn(f"`{group.name}` is left out", group.span, "PyR@TE has no global groups")
    abelian = [group for group in layout.groups if group.is_abelian]
    mixings = {frozenset((mixing.first, mixing.second)): mixing for mixing in model.mixings}
    for (i, first), (j, second) in combinations(enumerate(abelian, start=1), 2):
        mixing = mixings.get(frozenset((first.name, second.name)))
        yield f"g_{i}{j} : {mixing.name if mixing else 0}"
        if mixing and mixing.form != "triangular":
            label = f"there `{mixing.name}` and the couplings are those of the triangular form"
            warn(f"PyR@TE has no kinetic mixing `{mixing.form}`", mixing.span, label)


def vacuum_values(layout: Layout, parts: Parts, warn: Warn) -> Iterator[str]:
    """Entries of the table `Vevs`."""
    for scalar in layout.model.scalars:
        for position, value in enumerate(scalar.vev):
            if not symbolic(value).is_zero:
                entry = _vacuum_value(layout, parts, warn, scalar, position, value)
                if entry is None:
                    label = "it is no name, over sqrt(2) for a complex field, of a fundamental or a singlet"
                    warn(f"a vacuum value of `{scalar.name}` is left out", scalar.span, label)
                else:
                    yield entry


def _vacuum_value(
    layout: Layout, parts: Parts, warn: Warn, scalar: Field, position: int, value: Expression
) -> str | None:
    block = layout.blocks[scalar.name][0]
    names = names_in(value)
    sizes = [scalar.irreps[g.name] for g in layout.model.groups if g.name in scalar.irreps]
    if len(names) != 1 or any(irrep.dimension != irrep.n for irrep in sizes):
        return None
    (name,) = names
    root = Power(Function("sqrt", Constant(Fraction(2))), Constant(Fraction(-1)))
    forms: dict[str, Expression] = {block.name: Name(name)}
    if not scalar.is_real:
        real = Multiply((Name(name), root))
        forms = dict(zip(parts(block), (real, Multiply((Name("i"), real))), strict=True))
    part = next((part for part, form in forms.items() if (symbolic(form) - symbolic(value)).is_zero), None)
    if part is None and value == Name(name):
        part = parts(block)[0]
        label = f"`{name}` is sqrt(2) times as large there"
        warn(f"vacuum values of PyR@TE are those of real fields, as of `{part}`", scalar.span, label)
    if part is None:
        return None
    places: dict[str, int] = {}
    for group in reversed([g for g in layout.model.groups if g.name in scalar.irreps]):
        position, place = divmod(position, scalar.irreps[group.name].dimension)
        places[group.name] = place + 1
    order = [str(places[g.name]) for g in layout.groups if g.name in places]
    return f"{name} : {part}" + (f"[{','.join(order)}]" if order else "")
