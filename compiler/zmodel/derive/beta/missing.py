"""Which invariants have no coupling in a model although nothing forbids them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import product

from zmodel.derive.beta.rephasing import Rephasing
from zmodel.derive.candidates import (
    Content,
    allowed_contents,
    content_of,
    count_contractions,
    is_self_conjugate,
)
from zmodel.derive.couplings import Coupling
from zmodel.derive.scalar_polynomial import conjugate_scalar_polynomial, scalar_polynomial
from zmodel.groups import RepresentationError
from zmodel.model import Model

MAX_CONTENTS = 100_000
"""Products of fields that are looked at; beyond them a theory is refused."""


def missing_contents(
    model: Model, couplings: Iterable[Coupling], symmetry: Rephasing, fermions: int, scalars: int
) -> Iterator[tuple[Content, int]]:
    """Contents with more invariants than couplings, and how many more.

    Args:
        model: a resolved model.
        couplings: those that do not vanish.
        symmetry: the phases that protect terms.
        fermions: number of fermions in a content, 0 or 2.
        scalars: number of scalars.

    Raises:
        TooManyContentsError: if there are too many contents.
    """
    declared = _declared(model, couplings)
    for content in list(allowed_contents(model, fermions, scalars, limit=MAX_CONTENTS)):
        entries = _unprotected_entries(model, symmetry, content)
        more = _invariants(model, content, entries) - declared.get(content, 0) if entries else 0
        if more > 0:
            yield content, more


def _unprotected_entries(model: Model, symmetry: Rephasing, content: Content) -> list[tuple[int, ...]]:
    """Generations of all factors for which the term is allowed."""
    sizes = [model.field(factor.field).generations for factor in content]
    return [
        generations
        for generations in product(*(range(size) for size in sizes))
        if symmetry.allows((f.field, i, f.conjugated) for f, i in zip(content, generations, strict=True))
    ]


def _invariants(model: Model, content: Content, entries: list[tuple[int, ...]]) -> int:
    """Number of couplings that a content can have, a matrix over generations counted once."""
    try:
        count = count_contractions(model, content)
        # The matrix of two equal fermions is symmetric or antisymmetric, as the contraction is.
        pair = model.field(content[0].field).is_fermion and content[0] == content[1]
        if pair and any(entry[0] != entry[1] for entry in entries):
            count += count_contractions(model, content, antisymmetric=frozenset((content[0],)))
    except RepresentationError:
        return 0  # as with declared terms, such a product is too large to be contracted
    return count


def _declared(model: Model, couplings: Iterable[Coupling]) -> dict[Content, int]:
    """Number of invariants of each content that couplings of their own multiply."""
    result: dict[Content, int] = {}
    for coupling in couplings:
        contents = {content_of(model, legs) for _, legs, _ in coupling.monomials}
        if len(contents) == 1:
            (content,) = contents
            result[content] = result.get(content, 0) + _multiplied(model, coupling, content)
    return result


def _multiplied(model: Model, coupling: Coupling, content: Content) -> int:
    """Number of invariants that one coupling multiplies: c P + c^* P^* are two if they are of one content."""
    if coupling.kind != "potential" or coupling.is_real or not is_self_conjugate(model, content):
        return 1
    polynomial = scalar_polynomial(coupling.monomials, model)
    conjugate = conjugate_scalar_polynomial(polynomial, model)
    return 1 if conjugate == {key: -value for key, value in polynomial.items()} else 2
