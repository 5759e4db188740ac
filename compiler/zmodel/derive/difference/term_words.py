"""Differences between terms, in words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from zmodel.derive.couplings import Coupling, CouplingTable
from zmodel.derive.equivalence.coupling_text import coupling_lines
from zmodel.derive.equivalence.matched import Matching
from zmodel.derive.equivalence.operators import (
    Content,
    Image,
    Operator,
    Term,
    conjugate,
    lagrangian,
    moved,
)
from zmodel.derive.equivalence.spans import compare_spans, plain_content
from zmodel.derive.equivalence.words import Line, by_coupling


def term_lines(matching: Matching, first_table: CouplingTable, second_table: CouplingTable) -> Iterator[Line]:
    """Terms of one model only, other textures, other names and norms of couplings."""
    first, second = matching.models
    here, there = matching.particles
    mine, other = lagrangian(first, first_table, here), lagrangian(second, second_table, there)
    real = frozenset(i for i, particle in enumerate(there) if particle.is_real)
    # What has another representation in the other model cannot be compared component by component.
    images = {i: image for i, image in enumerate(matching.images) if image is not None}
    solid = [term for term in mine if _particles(term) <= set(images)]
    targets = {image.position for image in images.values()}
    known = [term for term in other if _particles(term) <= targets]
    complete = [images.get(i, Image(-1, False, ())) for i in range(len(here))]

    def mirror(operator: Operator) -> Operator:
        return conjugate(second, there, operator)

    spans = compare_spans([moved(term, complete) for term in solid], known, mirror, real)
    loose = [term for term in mine if not _particles(term) <= set(images)]
    unknown = [term for term in other if not _particles(term) <= targets]
    loose, unknown = _without_common(matching, loose, unknown, real)
    alone = [term for term in mine if term.name in {t.name for t in (*spans.only_first, *loose)}]
    added = [term for term in other if term.name in {t.name for t in (*spans.only_second, *unknown)}]
    partners = _partners(matching, alone, added, real)
    yield from _only("first", first.name, alone, mine, first_table.couplings, partners[0])
    yield from _only("second", second.name, added, other, second_table.couplings, partners[1])
    for name, text in coupling_lines(spans.relations):
        if name != text:
            yield Line("rewritten", f"`{name}` of {first.name} is {text} of {second.name}")


def _particles(term: Term) -> set[int]:
    return {i for content in term.contents for i, _ in content}


def _content(matching: Matching, term: Term, real: frozenset[int]) -> frozenset[Content] | None:
    """Contents of a term of the first model, in particles of the second."""
    found = set()
    for content in term.contents:
        moved_content = []
        for i, flag in content:
            j = matching.positions[i]
            if j is None:
                return None
            moved_content.append((j, flag != matching.conjugated[i]))
        found.add(plain_content(tuple(sorted(moved_content)), real))
    return frozenset(found)


def _without_common(
    matching: Matching, loose: Sequence[Term], unknown: Sequence[Term], real: frozenset[int]
) -> tuple[list[Term], list[Term]]:
    """Terms of fields that have changed, without those that the other model has of the same fields, too."""
    there = {frozenset(plain_content(c, real) for c in term.contents) for term in unknown}
    here = {_content(matching, term, real) for term in loose}
    return (
        [term for term in loose if _content(matching, term, real) not in there],
        [term for term in unknown if frozenset(plain_content(c, real) for c in term.contents) not in here],
    )


def _partners(
    matching: Matching, alone: Sequence[Term], added: Sequence[Term], real: frozenset[int]
) -> tuple[set[str], set[str]]:
    """Names of terms whose fields the other model couples, too, but in another way."""
    here = {term.name: _content(matching, term, real) for term in alone}
    there = {term.name: frozenset(plain_content(c, real) for c in term.contents) for term in added}
    contents = {c for found in here.values() if found for c in found}
    others = {c for found in there.values() for c in found}
    return (
        {name for name, found in here.items() if found and found & others},
        {name for name, found in there.items() if found & contents},
    )


def _only(
    kind: str,
    owner: str,
    alone: Sequence[Term],
    everything: Sequence[Term],
    couplings: Mapping[str, Coupling],
    other_ways: set[str],
) -> Iterator[Line]:
    """Terms of one model only; a matrix by its entries if the other model has some of them."""
    sizes = {name: len(terms) for name, terms in by_coupling(everything).items()}
    for name, terms in by_coupling(alone).items():
        coupling = couplings[name]
        text = f"`{name} = {coupling.term}`"
        if terms[0].entry and len(terms) < sizes[name]:
            entries = ", ".join(f"({','.join(str(i + 1) for i in term.entry)})" for term in terms)
            text = f"entr{'ies' if len(terms) > 1 else 'y'} {entries} of {text}"
        verb = "are" if terms[0].entry and 1 < len(terms) < sizes[name] else "is"
        reason = ""
        if all(term.name in other_ways for term in terms):
            reason = "; the other model has these fields contracted or tied otherwise"
        yield Line("first" if kind == "first" else "second", f"{text} {verb} in {owner} only{reason}")
