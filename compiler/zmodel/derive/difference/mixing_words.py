"""Differences between kinetic mixing and parameters, in words."""

from __future__ import annotations

from collections.abc import Iterator

from zmodel.derive.equivalence import Equivalence
from zmodel.derive.equivalence.linear_text import linear_text
from zmodel.derive.equivalence.matched import Matching
from zmodel.derive.equivalence.words import Line
from zmodel.model import Model
from zmodel.model.model import DOMAINS


def mixing_lines(first: Model, second: Model, matching: Matching, equivalence: Equivalence) -> Iterator[Line]:
    """Pairs that mix in one model only, other forms and names, and what must hold if one model is more special."""
    pairs = matching.groups_by_name
    here = {frozenset((pairs.get(m.first, ""), pairs.get(m.second, ""))): m for m in first.mixings}
    there = {frozenset((m.first, m.second)): m for m in second.mixings}
    for key, mixing in here.items():
        if key not in there:
            text = f"`{mixing.first}` and `{mixing.second}` mix kinetically ({mixing.form}) in {first.name} only"
            yield Line("first", text)
    for key, mixing in there.items():
        mine = here.get(key)
        if mine is None:
            text = f"`{mixing.first}` and `{mixing.second}` mix kinetically ({mixing.form}) in {second.name} only"
            yield Line("second", text)
            continue
        names = f"kinetic mixing of `{mixing.first}` and `{mixing.second}`"
        ordered = [(m.form, m.form == "triangular" and m.first) for m in (mine, mixing)]
        if mine.form != mixing.form:
            yield Line(
                "rewritten", f"{names} is of the form {mine.form} in {first.name}, {mixing.form} in {second.name}"
            )
        elif ordered[0][1] and pairs.get(mine.first) != mixing.first:
            yield Line("rewritten", f"in the triangular {names} the other charge comes first")
        if mine.name != mixing.name and (mine.name, mixing.name) != (mine.form, mixing.form):
            yield Line("rewritten", f"the mixing `{mine.name}` is called `{mixing.name}`")
    for relation in equivalence.conditions:
        total = linear_text([(v, f"h[{a},{b}]") for v, (a, b) in relation.terms], matching.ring)
        yield Line("changed", f"{relation.other} is the same only where {total} = 0")
    for text in equivalence.kinetic_differences:
        yield Line("changed", text)


def parameter_lines(first: Model, second: Model, equivalence: Equivalence) -> Iterator[Line]:
    """Parameters of one model only, other domains, and relations between them."""
    related = {name for name, _ in equivalence.parameters}
    for name, value in equivalence.parameters:
        yield Line("rewritten", f"`{name}` of {second.name} is {equivalence.ring.format(value)} of {first.name}")
    here, there = ({p.name: p.domain for p in model.parameters if p.domain in DOMAINS} for model in (first, second))
    used = {name for _, value in equivalence.parameters for name in equivalence.ring.used_symbols(value)}
    for name, domain in here.items():
        if name not in there and name not in used:
            yield Line("first", f"the parameter `{name}` is in {first.name} only")
        elif name in there and domain != there[name]:
            yield Line("changed", f"`{name}` is {domain} in {first.name}, {there[name]} in {second.name}")
    for name in there:
        if name not in here and name not in related:
            yield Line("second", f"the parameter `{name}` is in {second.name} only")
