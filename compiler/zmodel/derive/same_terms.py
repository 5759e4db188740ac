"""Couplings of one term: no result could tell them apart."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from zmodel.derive.couplings import Coupling, CouplingTable
from zmodel.diagnostics import Diagnostic
from zmodel.model import Model

Content = tuple[tuple[str, bool], ...]
"""Fields of a product, and whether each is conjugated."""


def check_same_terms(model: Model, table: CouplingTable) -> tuple[Diagnostic, ...]:
    """Z209 for couplings whose terms are linearly dependent.

    Products of different fields are independent, so that in most models no component is looked at.
    """
    contents = {c.name: set(_contents(model, c)) for c in table.couplings.values() if not _has_vector(model, c)}
    counts = Counter(content for found in contents.values() for content in found)
    suspects = [name for name, found in contents.items() if any(counts[content] > 1 for content in found)]
    if not suspects:
        return ()
    from zmodel.derive.beta.project import DegenerateCouplings, tell_apart
    from zmodel.derive.beta.theory import find_components

    try:
        tell_apart(find_components(model, CouplingTable({name: table.couplings[name] for name in suspects})))
    except DegenerateCouplings as error:
        *others, last = (table.couplings[name] for name in error.names)
        related = tuple((other.span, f"the term of `{other.name}`") for other in others)
        names = ", ".join(f"`{name}`" for name in error.names)
        are_two = len(error.names) == 2
        message = f"{names} multiply the same term" if are_two else f"the terms of {names} are not independent"
        return (Diagnostic("Z209", message, last.span, related=related),)
    return ()


def _contents(model: Model, coupling: Coupling) -> Iterator[Content]:
    """Of each product; a product and its conjugate have one content."""
    for _, legs, _ in coupling.monomials:
        heads = [(leg.field, leg.conjugated, model.field(leg.field).is_real) for leg in legs]
        plain = tuple(sorted((name, bar and not is_real) for name, bar, is_real in heads))
        yield min(plain, tuple(sorted((name, not bar and not is_real) for name, bar, is_real in heads)))


def _has_vector(model: Model, coupling: Coupling) -> bool:
    """Whether a massive vector takes part: its terms run in no theory."""
    vectors = {vector.name for vector in model.vectors}
    return any(leg.field in vectors for _, legs, _ in coupling.monomials for leg in legs)
