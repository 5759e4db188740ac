"""Classes of terms: yukawa, majorana, leptoquark, diquark, scalar, mass, operator."""

from __future__ import annotations

from typing import Literal

from zmodel.derive.candidates import Content, Factor
from zmodel.model import Model

OperatorClass = Literal["yukawa", "majorana", "leptoquark", "diquark", "scalar", "mass", "operator"]
CLASSES: tuple[OperatorClass, ...] = ("yukawa", "majorana", "leptoquark", "mass", "scalar", "operator", "diquark")
"""In the order in which terms fix the baryon and lepton numbers of new fields."""

RENORMALISABLE = 4


def operator_class(model: Model, content: Content) -> OperatorClass:
    """The class of a content.

    With one coloured fermion out of two a term is a leptoquark coupling, with two of equal triality a diquark
    coupling. What is not renormalisable, or has vectors that no such coupling has, is an operator.
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
        return "mass" if first.field != second.field else "majorana"
    trialities = [triality(model, factor) for factor in fermions]
    if sum(triality is None for triality in trialities) == 1:
        return "leptoquark"
    if trialities[0] and trialities[0] == trialities[1]:
        return "diquark"
    if has_vector:
        return "operator"
    opposite = first.conjugated != second.conjugated or trialities[0] is not None
    return "yukawa" if opposite else "majorana"


def content_dimension(model: Model, content: Content) -> int:
    """Mass dimension of a product of an even number of fermions and any number of bosons."""
    fermions = sum(1 for factor in content if model.field(factor.field).is_fermion)
    return len(content) + fermions // 2


def triality(model: Model, factor: Factor) -> int | None:
    """Triality under the gauged SU(3)s; None for a field without colour."""
    irreps = [
        irrep
        for name, irrep in model.field(factor.field).irreps.items()
        if irrep.n == 3 and not model.group(name).is_global
    ]
    total = sum(-irrep.n_ality if factor.conjugated else irrep.n_ality for irrep in irreps)
    return total % 3 if irreps else None
