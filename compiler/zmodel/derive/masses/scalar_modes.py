"""The fields that scalars are expanded in around the vacuum.

A component of a multiplet is phi_m = <phi_m> + Z/sqrt(g_m), with its norm g_m: kinetic term g_m |d phi_m|^2. Components
that are charged stay complex, without a weak SU(2) coloured ones, too; of others Z = (a + i b)/sqrt(2) with real a and
b. Of a real multiplet phi_m^* = +-phi_n, so that one of m and n is enough. An atom is a component or its conjugate:
derivatives of the potential are taken with respect to atoms, which needs no roots.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

import sympy

from zmodel.derive.breaking.tidy import conjugate
from zmodel.derive.components import component_norms, conjugate_components
from zmodel.derive.contraction import component_indices
from zmodel.derive.to_sympy import Expr
from zmodel.derive.unbroken import Conserved, conserved_charges
from zmodel.model import Field, Model

Atom = tuple[str, int, bool]
"""Field, component, and whether it is conjugated."""

Part = Literal["real", "imaginary", "complex"]


@dataclass(frozen=True)
class ScalarMode:
    """A canonically normalised scalar.

    Attributes:
        name: such as `Re(H.down)` or `H.up`; `conj(H.down)` where the component has a negative charge.
        field: the multiplet.
        component: of the multiplet.
        part: real and imaginary parts are real fields.
        charge: electric charge, not negative; None if there is no photon, or it is no number.
        derivative: d/d(mode) = sum coefficient * d/d(atom).
        norm: of the component.
    """

    name: str
    field: str
    component: int
    part: Part
    charge: Fraction | None
    derivative: Mapping[Atom, Expr]
    norm: Fraction

    @property
    def is_complex(self) -> bool:
        """Whether the mode is a complex field."""
        return self.part == "complex"

    @property
    def conjugate_derivative(self) -> Mapping[Atom, Expr]:
        """The derivative with respect to the conjugate of a complex mode; of a real one the same as `derivative`."""
        if not self.is_complex:
            return self.derivative
        return {(name, m, not barred): value for (name, m, barred), value in self.derivative.items()}

    def amplitude(self, direction: Mapping[Atom, Expr]) -> Expr:
        """How much of the mode is in a direction that is given by changes of atoms."""
        norm = sympy.Rational(self.norm.numerator, self.norm.denominator)
        terms = [norm * conjugate(c) * direction[a] for a, c in self.derivative.items() if a in direction]
        return sympy.expand(sympy.Add(*terms))


def representative(model: Model, field: Field, component: int, conjugated: bool) -> tuple[Atom, Fraction]:
    """The atom that a component is, and a sign: of a real field one of two conjugate components is enough."""
    if not field.is_real:
        return (field.name, component, conjugated), Fraction(1)
    partners = conjugate_components(model, field)
    other, _ = partners[component]
    if other >= component:
        return (field.name, component, False), Fraction(1)
    # phi_n^* = f phi_m with a sign f.
    return (field.name, other, True), partners[other][1]


def scalar_modes(model: Model) -> tuple[ScalarMode, ...]:
    """All scalars of a model, in declared order."""
    conserved = conserved_charges(model)
    return tuple(mode for field in model.scalars for mode in _field_modes(model, field, conserved))


def _field_modes(model: Model, field: Field, conserved: Conserved) -> Iterator[ScalarMode]:
    norms = component_norms(model, field)
    partners = conjugate_components(model, field) if field.is_real else ()
    for m, name in enumerate(component_names(model, field)):
        norm = norms[m]
        scale = 1 / sympy.sqrt(sympy.Rational(norm.numerator, norm.denominator))
        atom, barred = (field.name, m, False), (field.name, m, True)
        value = conserved.electric_charge(field, m)
        if field.is_real:
            other, sign = partners[m]
            if other < m:
                continue
            if other == m:
                # phi^* = -phi is an imaginary number.
                factor = sympy.Integer(1) if sign > 0 else sympy.I
                yield ScalarMode(name, field.name, m, "real", value, {atom: factor * scale}, norm)
                continue
        numbers = conserved.numbers(field, m)
        if not numbers.is_neutral:
            positive = numbers.is_positive
            label = name if positive else f"conj({name})"
            derivative = {atom if positive else barred: scale}
            yield ScalarMode(label, field.name, m, "complex", abs(value) if value else value, derivative, norm)
            continue
        half = scale / sympy.sqrt(2)
        yield ScalarMode(f"Re({name})", field.name, m, "real", value, {atom: half, barred: half}, norm)
        imaginary = {atom: sympy.I * half, barred: -sympy.I * half}
        yield ScalarMode(f"Im({name})", field.name, m, "imaginary", value, imaginary, norm)


def component_names(model: Model, field: Field) -> tuple[str, ...]:
    """Names of the components of a multiplet: `H.down`, `S[1,3]`, `phi`."""
    carried = [group for group in model.groups if group.name in field.irreps]
    names = []
    for indices in component_indices(model, field):
        words, numbers = [field.name], []
        for group, index in zip(carried, indices, strict=True):
            if group.n == 2 and field.irreps[group.name].dimension == 2:
                words.append(("up", "down")[index])
            else:
                numbers.append(str(index + 1))
        names.append(".".join(words) + (f"[{','.join(numbers)}]" if numbers else ""))
    return tuple(names)
