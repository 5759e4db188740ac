"""The table of groups and fields: what the model is."""

from __future__ import annotations

from zmodel.algebra import Polynomial
from zmodel.emit.formula import formula_list, polynomial_formula
from zmodel.emit.report import Cell, Json, Report, Table
from zmodel.model import Field, Group, Model


def fields_report(model: Model) -> Report:
    """Groups, and every field with its representations and charges."""
    columns = ("field", "spin", "gen.", *(group.name for group in model.groups))
    rows = tuple(_row(model, field) for field in model.fields)
    data: dict[str, Json] = {
        "model": model.name,
        "title": model.title,
        "groups": [_group_json(group) for group in model.groups],
        "fields": [_field_json(model, field) for field in model.fields],
    }
    title = f"{model.name}: {model.title}" if model.title else model.name
    return Report(title, (Table("Fields", columns, rows),), data)


def _row(model: Model, field: Field) -> tuple[Cell, ...]:
    spin = field.chirality or (f"real {field.spin}" if field.is_real else field.spin)
    cells: list[Cell] = [field.name, spin, str(field.generations)]
    for group in model.groups:
        if group.is_abelian:
            cells.append(_charges(model, field.charges.get(group.name)))
        else:
            cells.append(field.irreps[group.name].name if group.name in field.irreps else "1")
    return tuple(cells)


def _charges(model: Model, charges: tuple[Polynomial, ...] | None) -> Cell:
    if charges is None:
        return "0"
    formulas = [polynomial_formula(model.ring, charge) for charge in charges]
    if len(set(formulas)) == 1:
        formulas = formulas[:1]
    # Unknown charges keep their question marks, which formulas in LaTeX do not have.
    if any("?" in formula.text for formula in formulas):
        return ", ".join(formula.text for formula in formulas)
    return formula_list((("", formula) for formula in formulas), ", ")


def _group_json(group: Group) -> Json:
    return {
        "name": group.name,
        "type": "U(1)" if group.is_abelian else f"SU({group.n})",
        "coupling": group.coupling,
        "boson": group.boson,
        "global": group.is_global,
    }


def _field_json(model: Model, field: Field) -> Json:
    representations: dict[str, Json] = {name: irrep.name for name, irrep in field.irreps.items()}
    charges: dict[str, Json] = {
        name: [model.ring.format(charge) for charge in entries] for name, entries in field.charges.items()
    }
    return {
        "name": field.name,
        "spin": field.spin,
        "chirality": field.chirality,
        "generations": field.generations,
        "real": field.is_real,
        "representations": representations,
        "charges": charges,
    }
