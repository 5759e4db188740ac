"""Classes of terms: yukawa, majorana, leptoquark, diquark, scalar, mass, operator."""

from __future__ import annotations

from typing import Literal

from zmodel.derive.candidates import Content, Factor
from zmodel.derive.electroweak import colour_groups
from zmodel.model import Model

OperatorClass = Literal["yukawa", "majorana", "leptoquark", "diquark", "scalar", "mass", "operator"]
CLASSES: tuple[OperatorClass, ...] = ("yukawa", "majorana", "leptoquark", "mass", "scalar", "operator", "diquark")
"""In the order in which terms fix the baryon and lepton numbers of new fields."""

RENORMALISABLE = 4


def operator_class(model: Model, content: Content) -> OperatorClass:
    """The class of a content.

    With one coloured fermion out of two a term is a leptoquark coupling, with two of equal triality a diquark
    coupling; with two alike ones without colour it is of Majorana type. What is not renormalisable, or has vectors
    that no such coupling has, is an operator.
    """
    fermions = [factor for factor in content if model.field(factor.field).is_fermion]
    bosons = [factor for factor in content if factor not in fermions]
    has_vector = any(model.field(factor.field).is_vector for factor in bosons)
    if content_dimension(model, content) > RENORMALISABLE:
        return "operator"
    if not fermions:
        if has_vector:
            return "mass" if len(bosons) == 2 else "operator"
        return "scalar"
    first, second = fermions
    if not bosons:
        return "majorana" if _are_alike(model, first, second) and _are_neutral(model, first, second) else "mass"
    trialities = [triality(model, factor) for factor in fermions]
    if sum(triality is None for triality in trialities) == 1:
        return "leptoquark"
    if trialities[0] and trialities[0] == trialities[1]:
        return "diquark"
    if has_vector:
        return "operator"
    if trialities[0] is not None or not _are_alike(model, first, second):
        return "yukawa"
    return "majorana"


def _are_alike(model: Model, first: Factor, second: Factor) -> bool:
    """Whether the left-handed Weyl spinors of two fermions, as they stand in a term, have equal representations.

    L L T and N N phi join a particle with itself; L H E joins it with an antiparticle, be the left-handed spinor of E
    declared as a right-handed lepton or as a left-handed antilepton.
    """
    if first.conjugated != second.conjugated:
        return False
    return model.field(first.field).irreps == model.field(second.field).irreps


def _are_neutral(model: Model, first: Factor, second: Factor) -> bool:
    """Whether two fermions are one field, or no U(1) tells them apart."""
    charges = (charge for factor in (first, second) for charge in model.field(factor.field).charges.values())
    return first.field == second.field or all(value.is_zero() for values in charges for value in values)


def content_dimension(model: Model, content: Content) -> int:
    """Mass dimension of a product of an even number of fermions and any number of bosons."""
    fermions = sum(1 for factor in content if model.field(factor.field).is_fermion)
    return len(content) + fermions // 2


def triality(model: Model, factor: Factor) -> int | None:
    """Triality under the SU(3)s of colour; None for a field without colour."""
    irreps = [irrep for group in colour_groups(model) if (irrep := model.field(factor.field).irreps.get(group.name))]
    total = sum(-irrep.n_ality if factor.conjugated else irrep.n_ality for irrep in irreps)
    return total % 3 if irreps else None
