"""Which contraction a declared term means, when brackets and names leave a choice."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction
from itertools import chain

from zmodel.derive.contraction import Contraction, Tensor, contractions
from zmodel.diagnostics import Diagnostic, Edit
from zmodel.groups import RepresentationError
from zmodel.groups.linear import Span
from zmodel.model import Model, Monomial
from zmodel.source import Span as SourceSpan

MAX_ENTRIES = 200_000
"""Products of components in one term: several groups with large representations multiply theirs."""


def choose_contraction(
    model: Model, monomial: Monomial, names: tuple[str, ...], coupling: str, span: SourceSpan
) -> tuple[Contraction | None, Diagnostic | None]:
    """The contraction that a term means, or the diagnostic that says why there is none.

    Args:
        model: a resolved model.
        monomial: the term.
        names: that choose a contraction; none if they need no choice.
        coupling: its name, for diagnostics.
        span: of the term.
    """
    try:
        found = contractions(model, monomial)
    except RepresentationError as error:
        return None, Diagnostic("Z202", f"`{coupling}` cannot be contracted", span, label=str(error))
    if not found:
        return None, _not_invariant(model, monomial, coupling, span)
    size = max(contraction.size for contraction in found)
    if size > MAX_ENTRIES:
        message = f"`{coupling}` has {size} products of components, more than {MAX_ENTRIES}"
        return None, Diagnostic("Z104", message, span)
    if names:
        wanted = ", ".join(names)
        matching = [c for c in found if c.name == wanted]
        if matching:
            return matching[0], None
        known = " or ".join(f"`{c.name}`" for c in found if c.name)
        hint = f"known contractions: {known}" if known else f"there is nothing to choose: leave out `: {wanted}`"
        return None, Diagnostic("Z204", f"`{coupling}` has no contraction called `{wanted}`", span, hints=(hint,))
    independent = tuple(independent_contractions(model, monomial, found))
    if len(independent) > 1:
        notes = tuple(f"{c.name}: {c.description}" for c in independent)
        hint = f"choose one, for instance `... : {independent[0].name}`, or use brackets"
        message = f"`{coupling}` can be contracted in {len(independent)} independent ways"
        end = SourceSpan(span.file, span.end, span.end)
        fixes = tuple(Edit(end, f" : {c.name}") for c in independent if c.name)
        return None, Diagnostic("Z204", message, span, notes=notes, hints=(hint,), fixes=fixes)
    return independent[0] if independent else found[0], None


def independent_contractions(model: Model, monomial: Monomial, found: Sequence[Contraction]) -> Iterator[Contraction]:
    """The contractions that stay independent once identical fields are exchanged, the first ones."""
    if len(found) == 1:
        yield found[0]
        return
    kinds = _kinds(model, monomial)
    largest = max(range(len(kinds)), key=lambda i: model.field(monomial.legs[i].field).dimension)
    span: Span[tuple[int, ...]] = Span()
    for contraction in found:
        if span.add(_symmetrised(kinds, kinds[largest], contraction.tensor)):
            yield contraction


def _kinds(model: Model, monomial: Monomial) -> list[int]:
    """A number for each leg, the same for legs that are one field in one generation.

    They commute: scalars, and the spinors of psi psi, too. Fermions of several generations differ, so that a
    contraction that is antisymmetric in their indices stands for an antisymmetric flavour matrix.
    """
    numbers: dict[tuple[str, bool, int], int] = {}
    keys = []
    for position, leg in enumerate(monomial.legs):
        several = model.field(leg.field).generations > 1
        keys.append((leg.field, leg.conjugated, position if several else -1))
    return [numbers.setdefault(key, len(numbers)) for key in keys]


def _symmetrised(kinds: Sequence[int], kind: int, tensor: Tensor) -> dict[tuple[int, ...], Fraction]:
    """The tensor as a vector, its entries added up where only equal legs are exchanged.

    Left out are entries without the first component of a kind: it generates all components of the field, so
    invariants are independent if they are where it occurs.
    """
    result: dict[tuple[int, ...], Fraction] = {}
    for indices, value in tensor.items():
        pairs = sorted(zip(kinds, indices, strict=True))
        if (kind, 0) in pairs:
            key = tuple(chain.from_iterable(pairs))
            known = result.get(key)
            result[key] = value if known is None else known + value
    return result


def _not_invariant(model: Model, monomial: Monomial, coupling: str, span: SourceSpan) -> Diagnostic:
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
