"""What is integrated out at a threshold, as far as the potential below knows of it: heavy scalars, at tree level."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from fractions import Fraction

import numpy as np
from numpy.typing import NDArray

from zmodel.derive.components import component_norms, real_form, vacuum_coefficients
from zmodel.derive.couplings import Coupling
from zmodel.derive.electroweak import vacuum_support
from zmodel.derive.heavy_exchange import Atom, HeavyScalars, Term
from zmodel.derive.scalar_polynomial import conjugate_scalar_polynomial, scalar_polynomial
from zmodel.model import Field, Model

Couplings = Mapping[str, Coupling]


def heavy_scalars(
    model: Model, couplings: Couplings, light: Model, light_couplings: Couplings, removed: Collection[str]
) -> HeavyScalars:
    """The scalars that a threshold takes away, with their potential.

    Args:
        model: with the heavy fields.
        couplings: of it.
        light: the model without them.
        light_couplings: of that.
        removed: names of what is integrated out; what is no scalar does nothing.
    """
    heavy = {field.name: field for field in model.scalars if field.name in removed}
    atoms, form = _components(model, tuple(heavy.values()))
    return HeavyScalars(
        tuple(
            (number, polynomial)
            for number, polynomial in _terms(model, couplings)
            if any(name in heavy for key in polynomial for name, _, _ in key)
        ),
        atoms,
        form,
        {
            (name, False, index): vacuum_coefficients(model, field)[index]
            for name, field in heavy.items()
            for index in vacuum_support(field)
        },
        tuple(_terms(light, light_couplings)),
        frozenset(name for name, coupling in light_couplings.items() if coupling.is_real),
    )


def _components(model: Model, heavy: tuple[Field, ...]) -> tuple[tuple[Atom, ...], NDArray[np.float64]]:
    """All components of fields, S and S^* apart, and the matrix of the sum of S^* S, or S^2/2 of real fields."""
    atoms: list[Atom] = []
    entries: dict[tuple[Atom, Atom], Fraction] = {}
    for field in heavy:
        plain = [(field.name, False, i) for i in range(field.dimension)]
        if field.is_real:
            atoms += plain
            entries |= {(plain[i], plain[j]): value for i, (j, value) in enumerate(real_form(model, field))}
        else:
            conjugates = [(name, True, i) for name, _, i in plain]
            atoms += [*plain, *conjugates]
            for first, second, norm in zip(plain, conjugates, component_norms(model, field), strict=True):
                entries |= {(first, second): norm, (second, first): norm}
    form = np.zeros((len(atoms),) * 2)
    for (first, second), value in entries.items():
        form[atoms.index(first), atoms.index(second)] = value
    return tuple(atoms), form


def _terms(model: Model, couplings: Couplings) -> Iterator[Term]:
    """The potential as a sum of couplings times polynomials."""
    for coupling in couplings.values():
        if coupling.kind == "potential":
            polynomial = scalar_polynomial(coupling.monomials, model)
            yield (coupling.name, False), polynomial
            if not coupling.is_real:
                yield (coupling.name, True), conjugate_scalar_polynomial(polynomial, model)
