"""Differences between vacuum values, requirements, points and other statements, in words."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Literal

from zmodel.derive.equivalence import Equivalence
from zmodel.derive.equivalence.matched import Matching
from zmodel.derive.equivalence.words import Line
from zmodel.model import Field, Model
from zmodel.model.expression import Expression
from zmodel.model.model import Point, PointValue

TextOf = Callable[[Expression], str]
Names = Mapping[str, str]

_WORD = re.compile(r"[^\W\d]\w*")


def vacuum_lines(matching: Matching, equivalence: Equivalence, text_of: TextOf) -> Iterator[Line]:
    """Vacuum values of one model only, in other components, or written otherwise."""
    first, second = matching.models
    here, there = matching.particles
    for i, j in enumerate(matching.positions):
        if here[i].generation or here[i].spin != "scalar" or j is None:
            continue
        mine, other = first.field(here[i].field), second.field(there[j].field)
        if bool(mine.vev) != bool(other.vev):
            owner, name = (first, mine.name) if mine.vev else (second, other.name)
            kind: Literal["first", "second"] = "first" if mine.vev else "second"
            yield Line(kind, f"`{name}` has a vacuum value in {owner.name} only")
        elif mine.vev != other.vev:
            words = [_vev_text(field, text_of) for field in (mine, other)]
            text = f"the vacuum value of `{other.name}` is {words[0]} in {first.name}, {words[1]} in {second.name}"
            yield Line("rewritten", text)
    for text in equivalence.vacuum_differences:
        if text.startswith("other components"):
            yield Line("changed", text)


def _vev_text(field: Field, text_of: TextOf) -> str:
    words = [text_of(value) for value in field.vev]
    return words[0] if len(words) == 1 else f"({', '.join(words)})"


# ------------------------------------------------------------------ requirements and other statements
def requirement_lines(first: Model, second: Model, names: Names) -> Iterator[Line]:
    """Requirements of one model only."""
    here, there = (
        {
            _plain(f"{'' if r.kind == 'anomaly_free' else f'require {r.kind} '}{r.span.text}"): None
            for r in m.requirements
        }
        for m in (first, second)
    )
    yield from _only(here, there, first, second, names)


def other_lines(first: Model, second: Model, names: Names) -> Iterator[Line]:
    """Rotations, steps of breaking, what is integrated out, small parameters and searches of one model only."""

    def texts(model: Model) -> dict[str, None]:
        statements = (model.breakings, model.rotations, model.integrations, model.small, model.searches)
        spans = [item.span for items in statements for item in items]
        return {_plain(span.text): None for span in spans}

    yield from _only(texts(first), texts(second), first, second, names)


def _only(
    here: Mapping[str, None], there: Mapping[str, None], first: Model, second: Model, names: Names
) -> Iterator[Line]:
    renamed = {_WORD.sub(lambda found: names.get(found[0], found[0]), text): text for text in here}
    for text, original in renamed.items():
        if text not in there:
            yield Line("first", f"`{original}` is in {first.name} only")
    for text in there:
        if text not in renamed:
            yield Line("second", f"`{text}` is in {second.name} only")


def _plain(text: str) -> str:
    """A statement on one line, however it was laid out."""
    lines = (line.split("#")[0] for line in text.splitlines())
    return re.sub(r"\s+", " ", " ".join(lines)).strip()


# ------------------------------------------------------------------ points
def point_lines(first: Model, second: Model, names: Names, norms: Mapping[str, float]) -> Iterator[Line]:
    """Points of one model only, and numbers that differ.

    Args:
        first: a resolved model.
        second: another one.
        names: names of the first that are others in the second.
        norms: couplings of the first divided by those of the second.
    """
    here, there = ({point.name: point for point in model.points} for model in (first, second))
    for name in here:
        if name not in there:
            yield Line("first", f"the point `{name}` is in {first.name} only")
    for name, point in there.items():
        if name not in here:
            yield Line("second", f"the point `{name}` is in {second.name} only")
        else:
            yield from _numbers(here[name], point, first, second, names, norms)


def _numbers(
    mine: Point, other: Point, first: Model, second: Model, names: Names, norms: Mapping[str, float]
) -> Iterator[Line]:
    if mine.scale != other.scale:
        words = ["no scale" if point.scale is None else f"{point.scale:.10g} GeV" for point in (mine, other)]
        yield Line("changed", f"point `{other.name}`: {words[0]} in {first.name}, {words[1]} in {second.name}")
    here = {(names.get(v.name, v.name), v.indices): v for v in mine.values}
    there = {(v.name, v.indices): v for v in other.values}
    for key, value in here.items():
        if key not in there:
            yield Line("first", f"point `{other.name}`: {_written(value)} is in {first.name} only")
        elif value.value != there[key].value * norms.get(value.name, 1):
            numbers = f"{_number(value)} in {first.name}, {_number(there[key])} in {second.name}"
            yield Line("changed", f"point `{other.name}`: {_place(there[key])} is {numbers}")
    for key, value in there.items():
        if key not in here:
            yield Line("second", f"point `{other.name}`: {_written(value)} is in {second.name} only")


def _place(value: PointValue) -> str:
    indices = f"({','.join(str(i + 1) for i in value.indices)})" if value.indices else ""
    return value.name + indices


def _number(value: PointValue) -> str:
    return f"{value.value:.10g}"


def _written(value: PointValue) -> str:
    return f"{_place(value)} = {_number(value)}"
