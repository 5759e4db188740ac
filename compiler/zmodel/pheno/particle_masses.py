"""Masses of particles beyond the Standard Model, as far as the Lagrangian and a point give them."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping

from zmodel.derive.couplings import analyse_coupling
from zmodel.derive.electroweak import vacuum_support
from zmodel.derive.species import Species
from zmodel.derive.squared_mass import SquaredMass, squared_mass
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


def scalar_squared_mass(model: Model, field: str) -> SquaredMass:
    """M^2 of a scalar from its terms M^2 phi^dag phi alone, M^2 phi^2/2 of a real one: couplings and their factors.

    Empty without such a term.
    """
    terms = [
        declared
        for declared in model.couplings
        if declared.kind == "potential"
        and any(
            len(monomial.legs) == 2 and {leg.field for leg in monomial.legs} == {field}
            for monomial in declared.monomials
        )
    ]
    found = (analyse_coupling(model, declared)[0] for declared in terms)
    return squared_mass(model, model.field(field), {item.name: item for item in found if item is not None})


def has_further_mass(model: Model, field: str, values: Mapping[str, Value]) -> bool:
    """Whether other terms of the potential with a value add to the mass of a scalar, or mix it with another one.

    They are two scalars without vacuum values, one of them this one, times any number of those that have some.
    """
    own = {name for name, _ in scalar_squared_mass(model, field)}
    for declared in model.couplings:
        if declared.kind == "potential" and declared.name not in own and values.get(declared.name):
            for monomial in declared.monomials:
                rest = [leg.field for leg in monomial.legs if not vacuum_support(model.field(leg.field))]
                if field in rest and len(rest) == 2:
                    return True
    return False


def scalar_mass(model: Model, field: str, values: Mapping[str, Value]) -> float | None:
    """The mass in GeV from terms M^2 phi^dag phi alone, or None if they have no positive value."""
    terms = scalar_squared_mass(model, field)
    if not terms or any(name not in values for name, _ in terms):
        return None
    squared = sum(float(factor) * values[name].real for name, factor in terms)
    return math.sqrt(squared) if squared > 0 else None
