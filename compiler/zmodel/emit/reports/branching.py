"""Breakings of the gauge group: generators of what is left, decompositions, massive vector bosons."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from fractions import Fraction

from zmodel.algebra import Polynomial
from zmodel.derive.branching import Branching, FieldNumbers, Vector
from zmodel.emit.formula import Formula, latex_name, polynomial_formula
from zmodel.emit.generators import embedding, number_formula, signed_sum, standard_coefficient, standard_form
from zmodel.emit.report import Cell, Json, Report, Table
from zmodel.groups import (
    AbelianSubgroup,
    Irrep,
    SimpleSubgroup,
    Subgroup,
    cartan_coefficients,
    inverse_couplings,
)
from zmodel.model import Model

NORM = (
    "T15[SU5] is the generator diag(1, 1, 1, -3, 0)/sqrt(24) of SU5, and so on, with tr(T T) = 1/2; couplings are "
    "matched at tree level, where no U(1)s mix kinetically before."
)

FIELDS = "Fields as they are declared: right-handed fermions are not conjugated."

Parts = Iterable[tuple[FieldNumbers | tuple[Irrep | Fraction, ...], int]]


def branching_report(model: Model, branchings: Sequence[Branching]) -> Report:
    """All steps of all breakings."""
    tables = [table for branching in branchings for table in _tables(model, branching)]
    tables[0] = replace(tables[0], note=NORM)
    data: dict[str, Json] = {
        "model": model.name,
        "breakings": [_json(model, branching) for branching in branchings],
        "normalisation": NORM,
    }
    return Report(f"{model.name}: breaking of the gauge group", tuple(tables), data)


def _tables(model: Model, branching: Branching) -> list[Table]:
    group = " x ".join(subgroup.name for subgroup in branching.subgroups) or "nothing"
    after = f" after {branching.after}" if branching.after else ""
    head = f"{branching.name}{after}"
    factors = tuple(_factor_row(model, subgroup) for subgroup in branching.subgroups)
    vectors: list[tuple[Cell, ...]] = [(branching.name, _vector(model, vector), "") for vector in branching.massive]
    for splitting in branching.splittings:
        vectors.append((splitting.step, _vector(model, splitting.vector), _sum(model, splitting.content.items())))
    irreps = [(item.group, item.irrep.name, _sum(model, item.content.items())) for item in branching.irreps]
    fields = [
        (item.field, _generations(model, item.field, item.generations), _sum(model, item.parts))
        for item in branching.fields
    ]
    return [
        Table(f"{head}: {group}", ("factor", "type", "generators", "standard form", "1/g^2"), factors),
        *_mixings(model, branching),
        Table(f"{head}: massive vectors", ("massive since", "quantum numbers", "now"), tuple(vectors)),
        Table(f"{head}: fundamentals and adjoints", ("group", "irrep", "contains"), tuple(irreps)),
        Table(f"{head}: fields", ("field", "generations", "contains"), tuple(fields), FIELDS),
    ]


# ------------------------------------------------------------------ generators and couplings
def _factor_row(model: Model, subgroup: Subgroup) -> tuple[Cell, ...]:
    kind = "U(1)" if subgroup.n == 1 else f"SU({subgroup.n})"
    return (
        subgroup.name,
        kind,
        embedding(subgroup, _sizes(model)),
        standard_form(subgroup),
        _inverse(model, subgroup, subgroup),
    )


def _inverse(model: Model, first: Subgroup, second: Subgroup) -> Formula:
    return signed_sum(
        (Fraction(1 if value > 0 else -1), _over_square(abs(value), str(model.group(group).coupling)))
        for group, value in inverse_couplings(first, second).items()
    )


def _over_square(value: Fraction, coupling: str) -> Formula:
    top, bottom = value.numerator, value.denominator
    square, latex = f"{coupling}^2", f"{{{latex_name(coupling)}}}^2"
    if bottom == 1:
        return Formula(f"{top}/{square}", rf"\frac{{{top}}}{{{latex}}}")
    return Formula(f"{top}/({bottom} {square})", rf"\frac{{{top}}}{{{bottom}\,{latex}}}")


def _mixings(model: Model, branching: Branching) -> list[Table]:
    """Kinetic mixing of the unbroken U(1)s, where there is any."""
    abelian = [subgroup for subgroup in branching.subgroups if isinstance(subgroup, AbelianSubgroup)]
    rows = [
        (f"{first.name} {second.name}", _inverse(model, first, second))
        for i, first in enumerate(abelian)
        for second in abelian[i + 1 :]
        if inverse_couplings(first, second)
    ]
    if not rows:
        return []
    return [Table(f"{branching.name}: kinetic mixing", ("U(1)s", "element of h^-1"), tuple(rows))]


# ------------------------------------------------------------------ quantum numbers
def _vector(model: Model, vector: Vector) -> Formula:
    one = _multiple(_tuple(model, vector.numbers), vector.multiplicity)
    return one if vector.is_real else Formula(f"{one.text} + c.c.", rf"{one.latex} + \text{{c.c.}}")


def _sum(model: Model, parts: Parts) -> Formula:
    found = [_multiple(_tuple(model, numbers), count) for numbers, count in parts]
    return Formula(" + ".join(part.text for part in found), r" \oplus ".join(part.latex for part in found))


def _multiple(formula: Formula, count: int) -> Formula:
    return formula if count == 1 else Formula(f"{count} {formula.text}", f"{count}\\,{formula.latex}")


def _tuple(model: Model, numbers: Sequence[Irrep | Polynomial | Fraction]) -> Formula:
    parts = [_quantum_number(model, number) for number in numbers]
    text, latex = ", ".join(part.text for part in parts), ", ".join(part.latex for part in parts)
    return Formula(f"({text})", f"({latex})")


def _quantum_number(model: Model, number: Irrep | Polynomial | Fraction) -> Formula:
    if isinstance(number, Fraction):
        return number_formula(number)
    if not isinstance(number, Irrep):
        return polynomial_formula(model.ring, number)
    name = number.name
    if name.endswith("bar"):
        return Formula(name, rf"\overline{{\mathbf{{{name[:-3]}}}}}")
    return Formula(name, rf"\mathbf{{{name}}}")


def _generations(model: Model, field: str, generations: Sequence[int]) -> str:
    total = model.field(field).generations
    return "all" if len(generations) == total else ", ".join(str(number + 1) for number in generations)


# ------------------------------------------------------------------ data
def _sizes(model: Model) -> dict[str, int]:
    return {group.name: group.n for group in model.gauge_groups}


def _json(model: Model, branching: Branching) -> Json:
    return {
        "name": branching.name,
        "after": branching.after,
        "group": [_factor_json(model, subgroup) for subgroup in branching.subgroups],
        "massive": [_vector_json(model, vector) for vector in branching.massive],
        "splittings": [
            {
                "step": splitting.step,
                "vector": _vector_json(model, splitting.vector),
                "content": _content_json(model, splitting.content.items()),
            }
            for splitting in branching.splittings
        ],
        "irreps": [
            {"group": item.group, "irrep": item.irrep.name, "content": _content_json(model, item.content.items())}
            for item in branching.irreps
        ],
        "fields": [
            {
                "field": item.field,
                "generations": [number + 1 for number in item.generations],
                "content": _content_json(model, item.parts),
            }
            for item in branching.fields
        ],
    }


def _factor_json(model: Model, subgroup: Subgroup) -> Json:
    couplings = inverse_couplings(subgroup, subgroup)
    data: dict[str, Json] = {
        "name": subgroup.name,
        "type": "U(1)" if subgroup.n == 1 else f"SU({subgroup.n})",
        "embedding": embedding(subgroup, _sizes(model)).text,
        "inverse_coupling": {str(model.group(group).coupling): str(value) for group, value in couplings.items()},
    }
    if isinstance(subgroup, SimpleSubgroup):
        data["blocks"] = [
            {"group": block.group, "indices": [index + 1 for index in block.indices], "conjugated": block.conjugated}
            for block in subgroup.blocks
        ]
        return data
    data["generator"] = {
        **{group: [str(value) for value in values] for group, values in subgroup.diagonals},
        **{group: [str(charge)] for group, charge in subgroup.charges},
    }
    data["standard"] = {
        group: {
            f"T{number}": standard_coefficient(value, number).text
            for number, value in cartan_coefficients(values).items()
        }
        for group, values in subgroup.diagonals
    }
    return data


def _vector_json(model: Model, vector: Vector) -> dict[str, Json]:
    numbers: list[Json] = [_quantum_number(model, number).text for number in vector.numbers]
    return {"numbers": numbers, "multiplicity": vector.multiplicity, "real": vector.is_real}


def _content_json(model: Model, parts: Parts) -> list[Json]:
    return [
        {"numbers": [_quantum_number(model, number).text for number in numbers], "multiplicity": count}
        for numbers, count in parts
    ]
