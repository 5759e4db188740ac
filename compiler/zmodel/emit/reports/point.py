"""The numbers of a point."""

from __future__ import annotations

from zmodel.emit.formula import Formula, latex_name
from zmodel.emit.report import Cell, Json, Report, Table
from zmodel.model import Model
from zmodel.model.expression import Value
from zmodel.model.model import Point
from zmodel.model.quantities import Target, entry_label, model_quantities

NOTE = "alpha of g, Y and lambda is g^2, |Y|^2 and lambda over (4 pi)^2; energies are in GeV."


def point_report(model: Model, point: Point) -> Report:
    """Every number that a point gives, with its alpha if it is a dimensionless coupling."""
    quantities = model_quantities(model)
    rows: list[tuple[Cell, ...]] = []
    values: dict[str, Json] = {}
    for item in point.values:
        label = entry_label(item.name, item.indices)
        values[label] = _json(item.value)
        target = Target(item.name, item.indices, quantities.alpha_power(item.name))
        alpha = _text(target.number_of(item.value)) if target.power else ""
        rows.append((Formula(label, latex_name(label)), _text(item.value), alpha))
    scale = "" if point.scale is None else f" at {point.scale:.6g} GeV"
    table = Table(f"Values{scale}", ("name", "value", "alpha"), tuple(rows), NOTE)
    data: dict[str, Json] = {"model": model.name, "point": point.name, "scale": point.scale, "values": values}
    return Report(f"{model.name}: {point.name}", (table,), data)


def _text(value: Value) -> str:
    return f"{value.real:.6g}" + (f" {value.imag:+.6g} i" if value.imag else "")


def _json(value: Value) -> Json:
    return {"Re": value.real, "Im": value.imag} if isinstance(value, complex) else float(value)
