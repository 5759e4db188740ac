"""What flavio and smelli make of the coefficients, and couplings of neutral bosons to single fermions."""

from __future__ import annotations

import math

from zmodel.emit.report import Cell, Json, Report, Table
from zmodel.exchange.flavio_table import FlavioRow, FlavioTable, Measurement
from zmodel.exchange.light_vectors import VectorCouplings, VectorCouplingTable
from zmodel.exchange.smelli_table import SmelliTable
from zmodel.model import Model

CONVENTION = (
    "L contains V_mu fbar gamma^mu (vector - axial gamma5) f, and V_mu nubar_L gamma^mu vector nu_L for neutrinos, in "
    "mass eigenstates."
)


def flavio_report(model: Model, table: FlavioTable) -> Report:
    """Observables in the Standard Model and at the point, beside measurements."""
    rows: tuple[tuple[Cell, ...], ...] = tuple(
        (row.name, f"{row.standard_model:.4g}", f"{row.prediction:.4g}", *_measurement_cells(row.measurement))
        for row in table.rows
    )
    note = (
        f"flavio {table.version}: central values, in powers of GeV; bins in GeV^2. Errors are experimental. "
        "Elements of the CKM matrix are flavio's, not fitted anew."
    )
    columns = ("observable", "Standard Model", "at the point", "experiment", "measurement")
    data: dict[str, Json] = {
        "model": model.name,
        "program": "flavio",
        "version": table.version,
        "observables": [_flavio_json(row) for row in table.rows],
    }
    return Report(f"{model.name}: observables by flavio", (Table("Observables", columns, rows, note),), data)


def _measurement_cells(measurement: Measurement | None) -> tuple[str, str]:
    if measurement is None:
        return "", ""
    return f"{measurement.value:.4g} +- {measurement.uncertainty:.2g}", measurement.name


def _flavio_json(row: FlavioRow) -> Json:
    found = row.measurement
    measured: Json = None
    if found is not None:
        measured = {"name": found.name, "value": _number(found.value), "uncertainty": _number(found.uncertainty)}
    return {
        "name": row.name,
        "standard_model": _number(row.standard_model),
        "prediction": _number(row.prediction),
        "measurement": measured,
    }


def _number(value: float) -> Json:
    """JSON has no word for what is no number, which these programs may return."""
    return value if math.isfinite(value) else None


def smelli_report(model: Model, table: SmelliTable) -> Report:
    """How much better each set of measurements is described than by the Standard Model."""
    rows: tuple[tuple[Cell, ...], ...] = tuple(
        (row.name, f"{row.chi_squared + row.improvement:.1f}", f"{row.chi_squared:.1f}", f"{row.improvement:+.2f}")
        for row in table.rows
    )
    note = (
        f"smelli {table.version}: a positive difference is a better fit, `global` the sum over what is listed. "
        "Elements of the CKM matrix are fitted anew at the point."
    )
    columns = ("likelihood", "chi2(SM)", "chi2", "chi2(SM) - chi2")
    data: dict[str, Json] = {
        "model": model.name,
        "program": "smelli",
        "version": table.version,
        "likelihoods": [
            {"name": row.name, "improvement": _number(row.improvement), "chi_squared": _number(row.chi_squared)}
            for row in table.rows
        ],
    }
    return Report(f"{model.name}: likelihoods by smelli", (Table("Likelihoods", columns, rows, note),), data)


def vector_couplings_report(model: Model, found: VectorCouplingTable) -> Report:
    """A table per boson."""
    tables = []
    for boson in found.bosons:
        rows: tuple[tuple[Cell, ...], ...] = tuple(
            (name, f"{numbers.vector:.6g}", f"{numbers.axial:.6g}") for name, numbers in boson.fermions.items()
        )
        note = CONVENTION
        if boson.largest_change:
            note += f" Couplings that change flavour, up to {boson.largest_change:.3g}, are left out."
        title = f"Couplings of {boson.boson}, M = {boson.mass:.6g} GeV"
        tables.append(Table(title, ("fermion", "vector", "axial"), rows, " ".join((note, *found.notes))))
    if not tables:
        tables.append(Table("Couplings", ("fermion", "vector", "axial"), (), "There is no neutral boson beside the Z."))
    data: dict[str, Json] = {
        "model": model.name,
        "convention": CONVENTION,
        "bosons": [_boson_json(boson) for boson in found.bosons],
        "notes": list(found.notes),
    }
    return Report(f"{model.name}: couplings of neutral bosons", tuple(tables), data)


def _boson_json(boson: VectorCouplings) -> Json:
    fermions: dict[str, Json] = {
        name: {"vector": numbers.vector, "axial": numbers.axial} for name, numbers in boson.fermions.items()
    }
    return {
        "name": boson.boson,
        "mass": boson.mass,
        "fermions": fermions,
        "largest_change": boson.largest_change,
    }
