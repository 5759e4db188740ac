"""Masses of particles beyond the Standard Model, as far as the Lagrangian and a point give them."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping

from zmodel.derive.species import Species
from zmodel.model import Model
from zmodel.model.expression import Value
from zmodel.model.model import DeclaredCoupling


def _mass_terms(model: Model, field: str) -> Iterator[DeclaredCoupling]:
    for declared in model.couplings:
        fields = {leg.field for monomial in declared.monomials for leg in monomial.legs}
        if declared.kind == "mass" and field in fields:
            yield declared


def has_mass_term(model: Model, field: str) -> bool:
    """Whether the Lagrangian has a mass term with a fermion."""
    return any(True for _ in _mass_terms(model, field))


def mass_input(model: Model, field: str) -> str | None:
    """The name of a fermion's mass: None without a mass term, empty with several."""
    terms = list(_mass_terms(model, field))
    if not terms:
        return None
    return terms[0].name if len(terms) == 1 else ""


def fermion_mass(model: Model, field: str, values: Mapping[str, Value]) -> float | None:
    """The mass in GeV of a fermion without a mass matrix of its own, as `new_fermions` has them.

    0 without a mass term, None with one that has no value (or several entries).
    """
    name = mass_input(model, field)
    if name is None:
        return 0.0
    return abs(values[name]) if name in values else None


def is_majorana(model: Model, species: Species) -> bool:
    """Whether a Weyl fermion without partner has a mass term with itself."""
    part = species.left or species.right
    if part is None or (species.left is not None and species.right is not None):
        return False
    return any(
        {leg.field for monomial in term.monomials for leg in monomial.legs} == {part.field}
        for term in _mass_terms(model, part.field)
    )


def scalar_mass_input(model: Model, field: str) -> str | None:
    """The name of the coupling of phi^dag phi alone, or None if there is none."""
    for declared in model.couplings:
        for monomial in declared.monomials:
            legs = monomial.legs
            if declared.kind == "potential" and len(legs) == 2 and {leg.field for leg in legs} == {field}:
                return declared.name
    return None


def scalar_mass(model: Model, field: str, values: Mapping[str, Value]) -> float | None:
    """The mass in GeV from the term m^2 phi^dag phi alone, or None if it has no positive value."""
    value = values.get(scalar_mass_input(model, field) or "")
    return math.sqrt(value.real) if value is not None and value.real > 0 else None
