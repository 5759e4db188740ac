"""Differences between fields, in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from zmodel.derive.equivalence.matched import Matching
from zmodel.derive.equivalence.particles import Particle, abelian_names
from zmodel.derive.equivalence.words import Line, charge_list, describe_field, listed
from zmodel.model import Field, Model


def field_lines(first: Model, second: Model, matching: Matching) -> Iterator[Line]:
    """Fields of one model only, changed ones, and those that are written otherwise."""
    here, there = matching.particles
    partners: dict[str, list[int | None]] = {}
    for i, particle in enumerate(here):
        partners.setdefault(particle.field, []).append(matching.positions[i])
    owners: dict[str, set[str]] = {}
    for i, j in enumerate(matching.positions):
        if j is not None:
            owners.setdefault(there[j].field, set()).add(here[i].field)
    for name, places in partners.items():
        field = first.field(name)
        found = [j for j in places if j is not None]
        names = list(dict.fromkeys(there[j].field for j in found))
        if not found:
            yield Line("first", f"{describe_field(first, field)} is in {first.name} only")
        elif len(names) == 1 and owners[names[0]] == {name}:
            yield from _pair_lines(first, second, matching, field, second.field(names[0]))
        else:
            yield from _split_lines(first, second, field, places, there)
    for field in second.fields:
        if field.name not in owners:
            yield Line("second", f"{describe_field(second, field)} is in {second.name} only")
    whole = {name for name, mine in owners.items() if len(mine) > 1}
    taken = {j for j in matching.positions if j is not None}
    for name in sorted(whole):
        rest = [p.generation + 1 for j, p in enumerate(there) if p.field == name and j not in taken]
        for number in rest:
            yield Line("second", f"generation {number} of `{name}` is in {second.name} only")


def _split_lines(
    first: Model, second: Model, field: Field, places: Sequence[int | None], there: Sequence[Particle]
) -> Iterator[Line]:
    """Generations that are spread over several fields of the other model, or share one with others."""
    parts: dict[str, list[str]] = {}
    for generation, j in enumerate(places):
        number = str(generation + 1)
        if j is None:
            yield Line("first", f"generation {number} of `{field.name}` is in {first.name} only")
        else:
            parts.setdefault(there[j].field, []).append(f"{number} is {there[j].generation + 1}")
    words = [f"{', '.join(numbers)} of `{other}`" for other, numbers in parts.items()]
    text = f"of the generations of `{field.name}` in {first.name}, {listed(words)} in {second.name}"
    yield Line("rewritten", text)


def _pair_lines(first: Model, second: Model, matching: Matching, mine: Field, other: Field) -> Iterator[Line]:
    """One field and its partner."""
    here, there = matching.particles
    own = [i for i, particle in enumerate(here) if particle.field == mine.name]
    order = [matching.positions[i] for i in own]
    flags = [matching.conjugated[i] for i in own]
    conjugated = any(flags)
    name = f"`{mine.name}`"
    if mine.name != other.name:
        yield Line("rewritten", f"the {mine.spin} `{mine.name}` is called `{other.name}`")
    if conjugated and mine.is_fermion:
        hands = f"{mine.chirality}-handed in {first.name}, as its {other.chirality}-handed conjugate in {second.name}"
        if mine.chirality == other.chirality:
            hands = f"as it is in {first.name}, as its conjugate in {second.name}"
        yield Line("rewritten", f"{name} is written {hands}")
    elif conjugated:
        yield Line("rewritten", f"{name} of {first.name} is the conjugate of `{other.name}` of {second.name}")
    if mine.is_real != other.is_real:
        kinds = ["real" if field.is_real else "complex" for field in (mine, other)]
        yield Line("changed", f"{name} is {kinds[0]} in {first.name}, {kinds[1]} in {second.name}")
    if mine.generations != other.generations:
        numbers = f"{_generations(mine)} in {first.name}, {other.generations} in {second.name}"
        yield Line("changed", f"{name} has {numbers}")
    yield from _representation_lines(first, second, matching, mine, other, conjugated)
    known = [j for j in order if j is not None]
    generations = [there[j].generation + 1 for j in known]
    if generations != sorted(generations):
        written = ", ".join(map(str, generations))
        yield Line(
            "rewritten", f"the generations of {name} are in another order: 1, 2, ... are {written} of `{other.name}`"
        )
    yield from _charge_lines(first, second, matching, mine, other)


def _generations(field: Field) -> str:
    return f"{field.generations} generation{'s' if field.generations > 1 else ''}"


def _representation_lines(
    first: Model, second: Model, matching: Matching, mine: Field, other: Field, conjugated: bool
) -> Iterator[Line]:
    """Representations, as they would be in the second model's conventions."""
    for group in first.groups:
        if group.is_abelian or group.name not in matching.groups:
            continue
        partner, mirrored = matching.groups[group.name]
        irreps = mine.irreps.get(group.name), other.irreps.get(partner)
        wanted = irreps[0] if irreps[0] is None or conjugated == mirrored else irreps[0].conjugate
        if wanted != irreps[1]:
            words = ["a singlet" if irrep is None else _with_article(irrep.name) for irrep in (wanted, irreps[1])]
            yield Line(
                "changed", f"`{mine.name}` is {words[0]} of {partner} in {first.name}, {words[1]} in {second.name}"
            )


def _with_article(name: str) -> str:
    return f"{'an' if name.startswith(('8', '11', '18')) else 'a'} {name}"


def _charge_lines(first: Model, second: Model, matching: Matching, mine: Field, other: Field) -> Iterator[Line]:
    """Charges by generation, those of the first model in the second's basis and for the second's field."""
    if matching.is_exact:
        return
    here, there = matching.particles
    ring = matching.ring
    own = [i for i, particle in enumerate(here) if particle.field == mine.name]
    partners = [j for j, particle in enumerate(there) if particle.field == other.name]
    back = {matching.positions[i]: i for i in own}
    ordered = [back[j] for j in partners if j in back] + [i for i in own if matching.positions[i] is None]
    for row, group in enumerate(abelian_names(second)):
        if all(entry.is_zero() for entry in matching.matrix[row]):
            continue
        sign = -1 if there[partners[0]].is_conjugate else 1
        wanted = [ring.constant(sign) * there[j].charges[row] for j in partners]
        found = [ring.constant(sign) * matching.charges(i)[row] for i in ordered]
        # Other numbers of generations are told elsewhere.
        if wanted != found and (len(set(map(ring.format, (*wanted, *found)))) > 1):
            words = [charge_list([ring.format(q) for q in charges]) for charges in (found, wanted)]
            basis = "" if matching.keeps(row) else f", in {second.name}'s basis"
            text = f"{group} of `{mine.name}` is {words[0]} in {first.name}{basis}, {words[1]} in {second.name}"
            yield Line("changed", text)
