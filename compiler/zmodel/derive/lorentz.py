"""Spinors of a term: how many there are, and whether they form an invariant."""

from __future__ import annotations

from zmodel.diagnostics import Diagnostic
from zmodel.model import Leg, Model, Monomial
from zmodel.source import Span


def fermion_positions(model: Model, monomial: Monomial) -> tuple[int, ...]:
    """Positions of the fermions among the legs."""
    return tuple(i for i, leg in enumerate(monomial.legs) if model.field(leg.field).is_fermion)


def vector_positions(model: Model, monomial: Monomial) -> tuple[int, ...]:
    """Positions of the massive vector fields among the legs."""
    return tuple(i for i, leg in enumerate(monomial.legs) if model.field(leg.field).is_vector)


def dimension(model: Model, monomial: Monomial) -> int:
    """Mass dimension of the fields of a term."""
    fermions = len(fermion_positions(model, monomial))
    return len(monomial.legs) - fermions + (3 * fermions) // 2


def is_daggered(model: Model, leg: Leg) -> bool:
    """Whether the left-handed Weyl spinor behind a fermion leg appears daggered.

    A left-handed field is its Weyl spinor; a right-handed one is the dagger of its conjugate's.
    """
    return leg.conjugated == (model.field(leg.field).chirality == "left")


def check_lorentz(model: Model, monomial: Monomial, span: Span) -> Diagnostic | None:
    """Tests that the spinors and vectors of a term form an invariant; None if they do.

    A vector is a pair of a plain and a daggered index, so it takes one of each: bar(Q) gamma^mu V_mu L.
    """
    legs = [monomial.legs[i] for i in fermion_positions(model, monomial)]
    vectors = len(vector_positions(model, monomial))
    if not legs and vectors % 2:
        label = f"here are {vectors} and no fermion" if vectors > 1 else "here is one and no fermion"
        return Diagnostic("Z201", "vectors are contracted in pairs, or with fermions", span, label=label)
    if not legs:
        return None
    if len(legs) % 2:
        return Diagnostic("Z201", "a term has an even number of fermions", span, label=f"here are {len(legs)}")
    barred = [leg.barred for leg in legs]
    if len(legs) == 2 and barred == [False, True]:
        label = "the barred spinor comes first"
        return Diagnostic("Z201", "the spinor indices cannot be contracted", span, label=label)
    if len(legs) == 2 and all(barred):
        return Diagnostic(
            "Z201", "two barred spinors cannot be contracted", span, hints=("bar(cc(F)) G joins F and G",)
        )
    daggered = [is_daggered(model, leg) for leg in legs]
    if sum(daggered) % 2 == vectors % 2:
        return None
    if len(legs) == 2:
        names = " and ".join(f"`{leg.field}`" for leg in legs)
        chirality = [model.field(leg.field).chirality for leg in legs]
        label = f"{names} are {chirality[0]}-handed and {chirality[1]}-handed here"
        chiralities = ("equal", "opposite") if vectors % 2 else ("opposite", "equal")
        middle = " with an odd number of vectors" if vectors % 2 else ""
        hint = f"bar(F) f{middle} needs {chiralities[0]} chiralities, bar(cc(F)) f {chiralities[1]} ones"
        return Diagnostic("Z201", "the term is not Lorentz invariant", span, label=label, hints=(hint,))
    left = len(legs) - sum(daggered)
    label = f"as left-handed spinors, {left} are plain and {sum(daggered)} daggered"
    return Diagnostic("Z201", "the term is not Lorentz invariant", span, label=label)
