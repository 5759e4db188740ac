"""Observables at a point, with what enters and where the formulas are from."""

from __future__ import annotations

import math

from zmodel.emit.report import Cell, Json, Report, Table
from zmodel.model import Model
from zmodel.model.expression import Value
from zmodel.pheno.constants import CONSTANTS
from zmodel.pheno.observable import Observable
from zmodel.pheno.table import ObservableTable


def observables_report(model: Model, table: ObservableTable) -> Report:
    """A table of observables, one of the model's numbers, and one of the measured constants."""
    tables = [_observables_table(table)]
    if table.inputs:
        numbers: tuple[tuple[Cell, ...], ...] = tuple(
            (name, _value_text(item.value), item.origin) for name, item in table.inputs.items()
        )
        tables.append(Table("Numbers of the model", ("name", "value", "origin"), numbers, "Energies are in GeV."))
    used = {name for item in table.observables for name in item.inputs} & set(CONSTANTS)
    if used:
        rows: tuple[tuple[Cell, ...], ...] = tuple(
            (name, f"{c.value:.10g}", f"{c.uncertainty:.2g}", c.unit, c.source)
            for name, c in CONSTANTS.items()
            if name in used
        )
        tables.append(Table("Constants", ("name", "value", "uncertainty", "unit", "source"), rows))
    return Report(f"{model.name}: observables", tuple(tables), _json(model, table))


def _observables_table(table: ObservableTable) -> Table:
    rows: tuple[tuple[Cell, ...], ...] = tuple(
        (item.name, _number(item.value), item.unit, ", ".join(item.inputs), item.reference)
        for item in table.observables
    )
    notes = list(table.notes)
    if table.missing:
        names = ", ".join(table.missing)
        notes.insert(0, f"Without numbers for {names} there are no observables of bosons: give them in a `point`.")
    return Table("Observables", ("observable", "value", "unit", "inputs", "formula"), rows, " ".join(notes))


def _number(value: float) -> str:
    return "infinite" if math.isinf(value) else "not a number" if math.isnan(value) else f"{value:.5g}"


def _value_text(value: Value) -> str:
    return f"{value.real:.8g}" if value.imag == 0 else f"{value.real:.6g} {value.imag:+.6g} i"


# ------------------------------------------------------------------ JSON
def _json(model: Model, table: ObservableTable) -> dict[str, Json]:
    inputs: dict[str, Json] = {
        name: {"value": _value_json(item.value), "origin": item.origin} for name, item in table.inputs.items()
    }
    return {
        "model": model.name,
        "observables": [_observable_json(item) for item in table.observables],
        "inputs": inputs,
        "missing": list(table.missing),
        "notes": list(table.notes),
    }


def _observable_json(item: Observable) -> Json:
    """What is infinite or no number is null: JSON has no other word for it."""
    return {
        "name": item.name,
        "value": item.value if math.isfinite(item.value) else None,
        "unit": item.unit,
        "inputs": list(item.inputs),
        "reference": item.reference,
    }


def _value_json(value: Value) -> Json:
    return float(value.real) if value.imag == 0 else {"Re": value.real, "Im": value.imag}
