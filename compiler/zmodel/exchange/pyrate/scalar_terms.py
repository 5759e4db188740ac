"""Terms of scalars written in our language."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from fractions import Fraction
from itertools import permutations

from zmodel.algebra.combinations import combination, ratio
from zmodel.derive.candidates import Content, Factor
from zmodel.derive.contraction import contractions
from zmodel.derive.scalar_polynomial import ScalarKey, scalar_polynomial
from zmodel.derive.spelling import spell
from zmodel.exchange.pyrate.trial import TRIAL, Skeleton, UnmatchedError, statement_coupling
from zmodel.groups import RepresentationError
from zmodel.model import Leg, Model, Monomial
from zmodel.model.model import LegGroup


def write_content(
    content: tuple[tuple[str, bool], ...], part: Mapping[ScalarKey, Fraction], skeleton: Skeleton
) -> tuple[list[tuple[Fraction, str]], str]:
    """Numbers and texts whose sum is a polynomial in the components of one content, and the name of a contraction."""
    known: list[tuple[str, Mapping[ScalarKey, Fraction]]] = []
    named: list[tuple[Fraction, str]] = []
    for text, polynomial in _spellings(content, skeleton):
        factor = ratio(part, polynomial)
        if factor is not None and " : " not in text:
            return [(factor, text)], ""
        if factor is not None:
            named.append((factor, text))
        elif " : " not in text:
            known.append((text, polynomial))
    for factor, text in named or _in_other_orders(content, part, skeleton.model):
        word, _, name = text.partition(" : ")
        return [(factor, word)], name
    solution = combination(part, [polynomial for _, polynomial in known])
    if solution is None:
        raise UnmatchedError("it is not invariant under the groups, or no contraction of ours is equal to it")
    return [(factor, text) for factor, (text, _) in zip(solution, known, strict=True) if factor], ""


def _spellings(
    content: tuple[tuple[str, bool], ...], skeleton: Skeleton
) -> Iterator[tuple[str, Mapping[ScalarKey, Fraction]]]:
    """Ways to write a content, and what they are in components."""
    model = skeleton.model
    position = {field.name: i for i, field in enumerate(model.fields)}
    ordered = sorted(content, key=lambda item: (position[item[0]], item[1]))
    wanted: Content = tuple(Factor(name, conjugated) for name, conjugated in ordered)
    for spelling in spell(model, wanted):
        legs = spelling.coupling.monomials[0][1]
        found = scalar_polynomial(spelling.coupling.monomials, model)
        if sorted((leg.field, leg.conjugated) for leg in legs) == sorted(content):
            yield spelling.text, found
            continue
        # It is the conjugate that has been spelled: the same text with each field conjugated.
        text = _conjugated(spelling.text, {leg.field for leg in legs if not model.field(leg.field).is_real})
        coupling, _ = statement_coupling(skeleton, "potential", f"{TRIAL} = {text}", {name for name, _ in content})
        if coupling is not None:
            yield text, scalar_polynomial(coupling.monomials, model)


def _in_other_orders(
    content: tuple[tuple[str, bool], ...], part: Mapping[ScalarKey, Fraction], model: Model
) -> Iterator[tuple[Fraction, str]]:
    """Contractions by name of a content written without brackets, in any order: neighbours are contracted first."""
    seen: set[tuple[tuple[str, bool], ...]] = set()
    # Conjugated and plain fields take turns first, as one would write it.
    for order in sorted(permutations(content), key=lambda o: sum(c != (i % 2 == 0) for i, (_, c) in enumerate(o))):
        if order in seen or order[::-1] in seen:
            continue
        seen.add(order)
        legs = tuple(Leg(name, conjugated, False, False, model.span) for name, conjugated in order)
        text = " ".join(f"dag({name})" if conjugated else name for name, conjugated in order)
        monomial = Monomial(Fraction(1), (LegGroup(legs, trace=False),), text)
        try:
            found = contractions(model, monomial)
        except RepresentationError:
            return
        for contraction in found if len(found) > 1 else ():
            polynomial = scalar_polynomial(((Fraction(1), legs, contraction.tensor),), model)
            factor = ratio(part, polynomial)
            if factor is not None:
                yield factor, f"{text} : {contraction.name}"


def _conjugated(text: str, fields: set[str]) -> str:
    """A term with each complex field conjugated; what follows a colon names a contraction."""
    term, colon, name = text.partition(" : ")

    def change(match: re.Match[str]) -> str:
        plain, daggered = match["plain"], match["daggered"]
        if daggered:
            return daggered
        return f"dag({plain})" if plain in fields else plain

    return re.sub(r"dag\((?P<daggered>\w+)\)|(?P<plain>\w+)", change, term) + colon + name
