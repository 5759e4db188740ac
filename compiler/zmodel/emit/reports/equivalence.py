"""Whether two models are the same physics, and how one becomes the other."""

from __future__ import annotations

from collections.abc import Sequence

from zmodel.algebra import Ring
from zmodel.derive.equivalence import Equivalence
from zmodel.derive.equivalence.coupling_text import coupling_lines, relation_text
from zmodel.derive.equivalence.kinetic import Relation
from zmodel.derive.equivalence.linear_text import linear_text
from zmodel.derive.equivalence.particles import Number, abelian_names
from zmodel.emit.report import Json, Report, Table
from zmodel.model import Model

NOTE = (
    "L = -1/4 F h^-1 F, D = d - i q A: h[a,a] is the square of a coupling for unmixed U(1)s, h[a,b] the mixing in any "
    "form. Running changes h, so that a mixing that vanishes at one scale does not at another."
)


def equivalence_report(first: Model, second: Model, found: Equivalence) -> Report:
    """The verdict, the change of names and basis, or the differences."""
    tables = []
    if found.differences:
        tables.append(Table("Differences", ("",), tuple((line,) for line in found.differences)))
    if found.change is not None:
        rows = tuple((", ".join(left), ", ".join(right)) for left, right in found.fields)
        note = "Field and generation; equal ones together, in the same order."
        tables.append(Table("Fields", (first.name, second.name), rows, note))
        tables.append(_charges(first, second, found))
        if found.parameters:
            lines = tuple((name, found.ring.format(value)) for name, value in found.parameters)
            tables.append(Table("Parameters of charges", (second.name, first.name), lines))
        if found.relations:
            lines = tuple((_side(relation.pair), _sum(relation, found.ring)) for relation in found.relations)
            tables.append(Table("Couplings of the U(1)s", (first.name, second.name), lines, NOTE))
        if found.conditions:
            lines = tuple((relation.other, f"{_sum(relation, found.ring)} = 0") for relation in found.conditions)
            tables.append(Table("Only if", ("in", "holds"), lines))
        if found.couplings:
            lines = coupling_lines(found.couplings)
            note = "Matrices up to the order of generations in the table of fields, which gives their entries."
            tables.append(Table("Couplings", (first.name, second.name), lines, note))
    conditions: list[Json] = [f"{relation.other}: {_sum(relation, found.ring)} = 0" for relation in found.conditions]
    data: dict[str, Json] = {
        "first": first.name,
        "second": second.name,
        "equivalent": found.holds,
        "conditions": conditions,
        "differences": list(found.differences),
        "fields": [[list(left), list(right)] for left, right in found.fields],
        "charges": None
        if found.change is None
        else [[found.ring.format(x) for x in row] for row in found.change.polynomials],
        "parameters": {name: found.ring.format(value) for name, value in found.parameters},
        "gauge_couplings": {_side(relation.pair): _sum(relation, found.ring) for relation in found.relations},
        "couplings": {relation.term.name: relation_text(relation) for relation in found.couplings},
    }
    return Report(f"{first.name} and {second.name}: {verdict(found)}", tuple(tables), data)


def verdict(found: Equivalence) -> str:
    """What to say first."""
    if not found.holds:
        return "not the same physics"
    return "the same physics for particular kinetic mixing" if found.conditions else "the same physics"


def _charges(first: Model, second: Model, found: Equivalence) -> Table:
    assert found.change is not None
    rows = [
        (name, charge_sum(first, row, found.ring))
        for name, row in zip(abelian_names(second), found.change.matrix, strict=True)
    ]
    for old, (new, mirrored) in found.change.groups.items():
        rows.append((new, f"{old}, conjugated" if mirrored else old))
    return Table("Groups", (second.name, first.name), tuple(rows))


def charge_sum(model: Model, row: Sequence[Number], ring: Ring) -> str:
    """A U(1) as a sum of those of a model: `X + 2 Y`."""
    return linear_text(((value, old) for value, old in zip(row, abelian_names(model), strict=True)), ring)


def _side(pair: tuple[str, str]) -> str:
    return f"h[{pair[0]},{pair[1]}]"


def _sum(relation: Relation, ring: Ring) -> str:
    return linear_text(((value, _side(pair)) for value, pair in relation.terms), ring)
