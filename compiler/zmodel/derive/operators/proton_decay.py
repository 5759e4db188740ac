"""Fields that couple to a quark and a lepton as well as to two quarks, and so let the proton decay at tree level."""

from __future__ import annotations

from zmodel.derive.candidates import allowed_contents
from zmodel.derive.operators.enumeration import build_operator
from zmodel.derive.standard_model import recognise_fermions
from zmodel.diagnostics import Diagnostic
from zmodel.groups import RepresentationError
from zmodel.model import Field, Model


def check_proton_decay(model: Model) -> tuple[Diagnostic, ...]:
    """Warns of renormalisable leptoquark and diquark couplings of one field that the symmetries allow."""
    bosons = [field for field in (*model.scalars, *model.vectors) if _is_coloured(model, field)]
    if not bosons:
        return ()
    known = {member.field for members in recognise_fermions(model).values() for member in members}
    terms: dict[tuple[str, str], str] = {}
    for numbers in ((2, 1, 0), (2, 0, 1)) if model.vectors else ((2, 1, 0),):
        for content in allowed_contents(model, *numbers):
            first, second, boson = (factor.field for factor in content)
            if {first, second} <= known and _is_coloured(model, model.field(boson)):
                try:
                    operator = build_operator(model, content)
                except RepresentationError:
                    continue  # as with declared terms, such a product is too large to be contracted
                if operator is not None and operator.structures:
                    terms.setdefault((boson, operator.class_name), operator.term)
    return tuple(
        _warning(field, terms[field.name, "leptoquark"], terms[field.name, "diquark"])
        for field in bosons
        if {(field.name, "leptoquark"), (field.name, "diquark")} <= set(terms)
    )


def _is_coloured(model: Model, field: Field) -> bool:
    """Whether a field has triality under a gauged SU(3)."""
    return any(
        irrep.n == 3 and irrep.n_ality % 3 and not model.group(name).is_global for name, irrep in field.irreps.items()
    )


def _warning(field: Field, leptoquark: str, diquark: str) -> Diagnostic:
    message = f"`{field.name}` has leptoquark and diquark couplings, so the proton decays at tree level"
    notes = (f"leptoquark: `{leptoquark}`", f"diquark: `{diquark}`")
    hint = "charges that forbid one of them, such as those of a gauged lepton flavour, protect the proton"
    return Diagnostic("Z508", message, field.span, notes=notes, hints=(hint,))
