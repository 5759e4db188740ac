"""What a model is made of beside its fields: groups, kinetic mixing, parameters, and what it requires."""

from __future__ import annotations

from zmodel.emit.formula import Formula, latex_name
from zmodel.emit.report import Cell, Json, Report, Table
from zmodel.model import Group, Model
from zmodel.model.model import Requirement


def overview_report(model: Model) -> Report:
    """Groups, mixing, parameters and requirements, as far as there are any."""
    groups = tuple(map(_group_row, model.groups))
    mixings: tuple[tuple[Cell, ...], ...] = tuple(
        (_name(mixing.name), mixing.form, f"{mixing.first}, {mixing.second}") for mixing in model.mixings
    )
    parameters: tuple[tuple[Cell, ...], ...] = tuple(
        (_name(item.name), item.domain) for item in model.parameters if not item.name.startswith("?")
    )
    requirements: tuple[tuple[Cell, ...], ...] = tuple((_required(item),) for item in model.requirements)
    tables = (
        Table("Groups", ("name", "group", "coupling", "boson", "mass"), groups),
        Table("Kinetic mixing", ("name", "form", "of"), mixings),
        Table("Parameters", ("name", "kind"), parameters),
        Table("Requirements", ("none is violated",), requirements),
    )
    data: dict[str, Json] = {
        "model": model.name,
        "groups": [group.name for group in model.groups],
        "parameters": {item.name: item.domain for item in model.parameters},
        "requirements": [_required(item) for item in model.requirements],
    }
    return Report(f"{model.name}: overview", tuple(table for table in tables if table.rows), data)


def _group_row(group: Group) -> tuple[Cell, ...]:
    kind = "U(1)" if group.is_abelian else f"SU({group.n})"
    others = (_name(name) if name else "" for name in (group.coupling, group.boson, group.mass))
    return group.name, f"{kind}, global" if group.is_global else kind, *others


def _name(name: str) -> Formula:
    return Formula(name, latex_name(name))


def _required(item: Requirement) -> str:
    """A requirement as it is written, in one line; one statement may hold several."""
    text = " ".join(item.span.text.removeprefix("require").split())
    return text if text.startswith(item.kind) else f"{item.kind} {text}"
