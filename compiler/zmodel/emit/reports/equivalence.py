"""Whether two models are the same physics, and how one becomes the other."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from zmodel.derive.equivalence import Equivalence
from zmodel.derive.equivalence.compare import Relation
from zmodel.derive.equivalence.particles import abelian_names
from zmodel.emit.report import Json, Report, Table
from zmodel.model import Model

NOTE = (
    "L = -1/4 F h^-1 F, D = d - i q A: h[a,a] is the square of a coupling for unmixed U(1)s, h[a,b] the mixing in any "
    "form. Running changes h, so that a mixing that vanishes at one scale does not at another."
)


def equivalence_report(first: Model, second: Model, found: Equivalence) -> Report:
    """The verdict, the change of names and basis, or the differences."""
    verdict = "the same physics" if found.holds else "not the same physics"
    if found.holds and found.conditions:
        verdict = "the same physics for particular kinetic mixing"
    tables = []
    if found.differences:
        tables.append(Table("Differences", ("",), tuple((line,) for line in found.differences)))
    if found.change is not None:
        rows = tuple((", ".join(left), ", ".join(right)) for left, right in found.fields)
        tables.append(Table("Fields", (first.name, second.name), rows, "Field and generation; equal ones together."))
        tables.append(_charges(first, second, found))
        if found.relations:
            lines = tuple((_side(relation.pair), _sum(relation)) for relation in found.relations)
            tables.append(Table("Couplings of the U(1)s", (first.name, second.name), lines, NOTE))
        if found.conditions:
            lines = tuple((relation.other, f"{_sum(relation)} = 0") for relation in found.conditions)
            tables.append(Table("Only if", ("in", "holds"), lines))
    conditions: list[Json] = [f"{relation.other}: {_sum(relation)} = 0" for relation in found.conditions]
    data: dict[str, Json] = {
        "first": first.name,
        "second": second.name,
        "equivalent": found.holds,
        "conditions": conditions,
        "differences": list(found.differences),
        "fields": [[list(left), list(right)] for left, right in found.fields],
        "charges": None if found.change is None else [[str(x) for x in row] for row in found.change.matrix],
        "couplings": {_side(relation.pair): _sum(relation) for relation in found.relations},
    }
    return Report(f"{first.name} and {second.name}: {verdict}", tuple(tables), data)


def _charges(first: Model, second: Model, found: Equivalence) -> Table:
    assert found.change is not None
    rows = [
        (name, _linear((value, old) for value, old in zip(row, abelian_names(first), strict=True) if value))
        for name, row in zip(abelian_names(second), found.change.matrix, strict=True)
    ]
    for old, (new, mirrored) in found.change.groups.items():
        rows.append((new, f"{old}, conjugated" if mirrored else old))
    return Table("Groups", (second.name, first.name), tuple(rows))


def _side(pair: tuple[str, str]) -> str:
    return f"h[{pair[0]},{pair[1]}]"


def _sum(relation: Relation) -> str:
    return _linear((value, _side(pair)) for value, pair in relation.terms)


def _linear(terms: Iterable[tuple[Fraction, str]]) -> str:
    """`Y + 2/3 X`."""
    text = ""
    for value, name in terms:
        sign = ("-" if value < 0 else "") if not text else (" - " if value < 0 else " + ")
        size = "" if abs(value) == 1 else f"{abs(value)} "
        text += f"{sign}{size}{name}"
    return text or "0"
