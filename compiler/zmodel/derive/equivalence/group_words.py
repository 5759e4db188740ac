"""Differences between groups, in words."""

from __future__ import annotations

from collections.abc import Iterator

from zmodel.derive.equivalence.linear_text import linear_text
from zmodel.derive.equivalence.matched import Matching
from zmodel.derive.equivalence.particles import abelian_names
from zmodel.derive.equivalence.words import Line, describe_group
from zmodel.model import Group, Model


def group_lines(first: Model, second: Model, matching: Matching) -> Iterator[Line]:
    """Groups of one model only, other names, another basis of U(1)s, other names of couplings and bosons."""
    pairs = dict(matching.groups_by_name)
    for group in first.groups:
        if group.name not in pairs:
            yield Line("first", f"{describe_group(group)} is in {first.name} only")
    taken = set(pairs.values())
    for group in second.groups:
        if group.name not in taken:
            yield Line("second", f"{describe_group(group)} is in {second.name} only")
    for name, other in pairs.items():
        yield from _group_pair(first.group(name), second.group(other), first, second)
    for name, (other, mirrored) in matching.groups.items():
        if mirrored:
            text = f"the fundamental of `{name}` in {first.name} is the conjugate of that of `{other}` in {second.name}"
            yield Line("rewritten", text)
    old = abelian_names(first)
    for name, row in zip(abelian_names(second), matching.matrix, strict=True):
        plain = {g: q for g, q in zip(old, row, strict=True) if not q.is_zero()}
        if plain and not (
            len(plain) == 1 and pairs.get(next(iter(plain))) == name and next(iter(plain.values())) == matching.ring.one
        ):
            total = linear_text([(q, g) for g, q in plain.items()], matching.ring)
            yield Line("rewritten", f"the charge `{name}` of {second.name} is {total} of {first.name}")


def _group_pair(mine: Group, other: Group, first: Model, second: Model) -> Iterator[Line]:
    if mine.is_global != other.is_global:
        kinds = ["global" if group.is_global else "gauged" for group in (mine, other)]
        yield Line("changed", f"`{other.name}` is {kinds[0]} in {first.name}, {kinds[1]} in {second.name}")
    if mine.name != other.name:
        yield Line("rewritten", f"the group `{mine.name}` is called `{other.name}`")
    for word, names in (("coupling", (mine.coupling, other.coupling)), ("boson", (mine.boson, other.boson))):
        if names[0] != names[1] and all(names):
            yield Line("rewritten", f"the {word} `{names[0]}` is called `{names[1]}`")
        elif names[0] != names[1] and word == "boson":
            yield Line(
                "rewritten", f"the boson of `{other.name}` has a name in {(first if names[0] else second).name} only"
            )
    if mine.mass != other.mass:
        words = [f"mass `{group.mass}`" if group.mass else "no name of its mass" for group in (mine, other)]
        yield Line(
            "rewritten", f"the boson of `{other.name}` has {words[0]} in {first.name}, {words[1]} in {second.name}"
        )
