"""Vacuum values of scalars without charges of the Standard Model, which stay where its fields are integrated out."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from functools import reduce

from zmodel.derive.components import component_norms, vacuum_coefficients
from zmodel.derive.contraction import Tensor
from zmodel.derive.couplings import Coupling
from zmodel.derive.electroweak import vacuum_support
from zmodel.derive.matching.bilinears import Surroundings
from zmodel.derive.matching.boson_mass import is_singlet
from zmodel.derive.matching.errors import MatchingError
from zmodel.derive.symbolic import Symbolic, named, rational, symbolic, zero
from zmodel.model import Field, Leg


def vacuum_values(surroundings: Surroundings, leg: Leg) -> Mapping[int, Symbolic]:
    """The vacuum values of a scalar without charges of the Standard Model, by component."""
    model = surroundings.model
    field = model.field(leg.field)
    if not field.vev or not is_singlet(model, surroundings.standard_model, field):
        return {}
    names = surroundings.complex_names
    coefficients = vacuum_coefficients(model, field)
    values = {m: symbolic(coefficients[m], names) for m in vacuum_support(field)}
    return {m: value.conjugate(names) if leg.conjugated else value for m, value in values.items()}


def mass_from_vacuum(surroundings: Surroundings, field: Field, couplings: Mapping[str, Coupling]) -> Symbolic:
    """What vacuum values add to M^2 of a heavy field, V = M^2 S^* S, or M^2 S^2/2 of a real one.

    Args:
        surroundings: the model and the Standard Model in it.
        field: the heavy field.
        couplings: by name.

    Raises:
        MatchingError: if they do anything else to it.
    """
    total = zero()
    for coupling in couplings.values():
        for monomial in coupling.monomials if coupling.kind == "potential" else ():
            part = named(coupling.name) * _portal(surroundings, field, coupling.name, *monomial)
            whole = part + part.conjugate(surroundings.complex_names)
            # V has the conjugate, too, of what is not hermitian as a whole.
            total += whole * rational(Fraction(1, 2) if coupling.is_real else 1) * rational(2 if field.is_real else 1)
    return total


def _portal(
    surroundings: Surroundings, field: Field, name: str, factor: Fraction, legs: tuple[Leg, ...], tensor: Tensor
) -> Symbolic:
    """What multiplies S^* S in a product with two S, and vacuum values besides; zero without such values."""
    heavy = [i for i, leg in enumerate(legs) if leg.field == field.name]
    values = {i: vacuum_values(surroundings, leg) for i, leg in enumerate(legs) if i not in heavy}
    without = {legs[i].field for i, found in values.items() if not found}
    # Other heavy fields are looked at together, and light ones left out with a note.
    if not heavy or not any(values.values()) or without - {surroundings.standard_model.higgs.field}:
        return zero()
    if len(heavy) != 2 or without:
        scalar = next(legs[i].field for i, found in values.items() if found)
        raise MatchingError(f"`{name}` has `{field.name}` and the vacuum value of `{scalar}`, which is not known here")
    first, second = heavy
    if not field.is_real and legs[first].conjugated == legs[second].conjugated:
        raise MatchingError(f"`{name}` splits the masses of `{field.name}`: use two real fields")
    norms = component_norms(surroundings.model, field)
    parts = [zero()] * field.dimension
    for indices, number in tensor.items():
        if all(indices[i] in found for i, found in values.items()):
            vacuum = reduce(Symbolic.__mul__, (found[indices[i]] for i, found in values.items()))
            parts[indices[first]] += vacuum * rational(factor * number / norms[indices[first]])
    # Invariants of real fields have signs in a basis of charges.
    if any(not (part - parts[0]).is_zero and not (part + parts[0]).is_zero for part in parts):
        raise MatchingError(f"`{name}` gives the components of `{field.name}` different masses")
    return parts[0]
