"""Which contraction a declared term means, when brackets and names leave a choice."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from zmodel.derive.contraction import Contraction, Tensor, contractions
from zmodel.diagnostics import Diagnostic
from zmodel.groups import RepresentationError
from zmodel.model import Model, Monomial
from zmodel.source import Span

Row = dict[tuple[tuple[int, int], ...], Fraction]
"""A tensor as a vector: sorted (kind of leg, component) to value."""


def choose_contraction(
    model: Model, monomial: Monomial, names: tuple[str, ...], coupling: str, span: Span
) -> tuple[Contraction | None, Diagnostic | None]:
    """The contraction that a term means, or the diagnostic that says why there is none."""
    try:
        found = contractions(model, monomial)
    except RepresentationError as error:
        return None, Diagnostic("Z202", f"`{coupling}` cannot be contracted", span, label=str(error))
    if not found:
        return None, _not_invariant(model, monomial, coupling, span)
    if names:
        wanted = ", ".join(names)
        matching = [c for c in found if c.name == wanted]
        if matching:
            return matching[0], None
        hint = "known contractions: " + " or ".join(f"`{c.name}`" for c in found if c.name)
        return None, Diagnostic("Z204", f"`{coupling}` has no contraction called `{wanted}`", span, hints=(hint,))
    independent = _independent(model, monomial, found)
    if len(independent) > 1:
        notes = tuple(f"{c.name}: {c.description}" for c in independent)
        hint = f"choose one, for instance `... : {independent[0].name}`, or use brackets"
        message = f"`{coupling}` can be contracted in {len(independent)} independent ways"
        return None, Diagnostic("Z204", message, span, notes=notes, hints=(hint,))
    return independent[0] if independent else found[0], None


def _independent(model: Model, monomial: Monomial, found: tuple[Contraction, ...]) -> list[Contraction]:
    """The contractions that stay independent once identical scalars are symmetrised."""
    if len(found) == 1:
        return list(found)
    rows: list[Row] = []
    kept = []
    for contraction in found:
        row = _symmetrised(monomial, contraction.tensor)
        reduced = _reduce(row, rows)
        if reduced:
            rows.append(reduced)
            kept.append(contraction)
    return kept


def _symmetrised(monomial: Monomial, tensor: Tensor) -> Row:
    """The tensor with the indices of equal legs sorted."""
    kinds: dict[tuple[str, bool], int] = {}
    labels = [kinds.setdefault((leg.field, leg.conjugated), len(kinds)) for leg in monomial.legs]
    result: Row = {}
    for indices, value in tensor.items():
        key = tuple(sorted(zip(labels, indices, strict=True)))
        result[key] = result.get(key, Fraction(0)) + value
    return {key: value for key, value in result.items() if value}


def _reduce(row: Row, rows: list[Row]) -> Row:
    """Gaussian elimination of one row by earlier ones, whose least key is their pivot."""
    row = dict(row)
    for other in rows:
        pivot = min(other)
        if pivot in row:
            factor = row[pivot] / other[pivot]
            for key, value in other.items():
                changed = row.get(key, Fraction(0)) - factor * value
                if changed:
                    row[key] = changed
                else:
                    row.pop(key, None)
    return row


def _not_invariant(model: Model, monomial: Monomial, coupling: str, span: Span) -> Diagnostic:
    """Names the simple group that forbids a term and the representation of each leg."""
    for group in model.groups:
        if group.is_abelian:
            continue
        alone = Monomial(monomial.coefficient, monomial.groups, monomial.text)
        words = []
        for leg in monomial.legs:
            irrep = model.field(leg.field).irreps.get(group.name)
            if irrep is not None:
                words.append(f"{leg.field} {(irrep.conjugate if leg.conjugated and not leg.tilde else irrep).name}")
        if words and not _invariant_under(model, alone, group.name):
            label = f"under {group.name}: {', '.join(words)} hold no singlet"
            return Diagnostic("Z202", f"`{coupling}` violates {group.name}", span, label=label)
    return Diagnostic("Z202", f"`{coupling}` is not invariant", span, label="no contraction of all indices exists")


def _invariant_under(model: Model, monomial: Monomial, group: str) -> bool:
    only = tuple(g for g in model.groups if g.name == group)
    fields = tuple(replace(f, irreps={k: v for k, v in f.irreps.items() if k == group}, vev=()) for f in model.fields)
    return bool(contractions(replace(model, groups=only, fields=fields), monomial))
