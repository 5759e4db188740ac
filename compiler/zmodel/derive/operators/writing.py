"""Products of any number of fields as people write them: `(dag(H) H) bar(Q) H D`, `(bar(L) L) (bar(Q) Q)`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from zmodel.derive.candidates import Content, Factor, conjugate_factor, is_daggered
from zmodel.derive.spelling import write
from zmodel.model import Model

RENORMALISABLE = 4


@dataclass(frozen=True)
class Written:
    """A product of fields in the language's syntax.

    Attributes:
        text: without the name of a contraction.
        factors: in written order; those of the content or of its conjugate.
    """

    text: str
    factors: Content


def write_content(model: Model, content: Content) -> Written:
    """The most natural way to write a content or its conjugate."""
    fermions = tuple(factor for factor in content if model.field(factor.field).is_fermion)
    bosons = tuple(factor for factor in content if factor not in fermions)
    if len(fermions) > 2:
        return _join(_bilinears(model, fermions), _written(model, bosons))
    few = 1 if fermions else RENORMALISABLE
    if len(bosons) <= few:
        return _written(model, content)
    pairs, rest = _split_pairs(model, bosons)
    return _join(_brackets(pairs), _written(model, (*fermions, *rest)))


def _join(first: Written, second: Written) -> Written:
    return Written(f"{first.text} {second.text}".strip(), first.factors + second.factors)


def _written(model: Model, content: Content) -> Written:
    if not content:
        return Written("", ())
    monomial = write(model, content)
    return Written(monomial.text, tuple(Factor(leg.field, leg.conjugated) for leg in monomial.legs))


# ------------------------------------------------------------------ bosons
def _split_pairs(model: Model, bosons: Content) -> tuple[Content, Content]:
    """Complex fields that have their conjugates beside them, named once per pair, and the others."""
    pairs: list[Factor] = []
    rest = list(bosons)
    for factor in bosons:
        conjugate = conjugate_factor(model, factor)
        if factor != conjugate and not factor.conjugated and factor in rest and conjugate in rest:
            pairs.append(factor)
            rest.remove(factor)
            rest.remove(conjugate)
    return tuple(pairs), tuple(rest)


def _brackets(pairs: Content) -> Written:
    words = []
    factors: list[Factor] = []
    for factor in dict.fromkeys(pairs):
        count = pairs.count(factor)
        words.append(f"(dag({factor.field}) {factor.field})" + (f"^{count}" if count > 1 else ""))
        factors += [Factor(factor.field, True), factor] * count
    return Written(" ".join(words), tuple(factors))


# ------------------------------------------------------------------ many fermions
def _bilinears(model: Model, fermions: Content) -> Written:
    """Fermions paired so that as many pairs as possible look like currents or Yukawa terms, and are singlets."""

    def strangeness(pairs: tuple[Content, ...]) -> tuple[int, ...]:
        return tuple(map(sum, zip(*(_strangeness(model, pair) for pair in pairs), strict=True)))

    pairs = min(_pairings(fermions), key=strangeness)
    text = " ".join(f"({_bilinear(pair)})" for pair in pairs)
    return Written(text, tuple(factor for pair in pairs for factor in pair))


def _pairings(fermions: Content) -> Iterator[tuple[Content, ...]]:
    """All ways to pair fermions, the conjugated one of a pair first."""
    if not fermions:
        yield ()
        return
    first, *rest = fermions
    for i, second in enumerate(rest):
        pair = (second, first) if second.conjugated and not first.conjugated else (first, second)
        for pairs in _pairings((*rest[:i], *rest[i + 1 :])):
            yield (pair, *pairs)


def _strangeness(model: Model, pair: Content) -> tuple[int, int, int]:
    """Whether a pair is no bar(F) f, how many groups it breaks, and whether it takes a gamma^mu."""
    first, second = pair
    broken = 0
    for group in model.groups:
        if not group.is_abelian:
            left, right = (model.field(factor.field).irreps.get(group.name) for factor in pair)
            if first.conjugated == second.conjugated:
                right = right.conjugate if right is not None else None
            broken += left != right
    takes_gamma = is_daggered(model, first) != is_daggered(model, second)
    return int(first.conjugated == second.conjugated), broken, int(takes_gamma)


def _bilinear(pair: Content) -> str:
    first, second = pair
    left = f"bar({first.field})" if first.conjugated else f"bar(cc({first.field}))"
    return f"{left} cc({second.field})" if second.conjugated else f"{left} {second.field}"
