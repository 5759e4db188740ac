"""Couplings of the gauge bosons to fermions: left and right, vector and axial, charged."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from zmodel.derive.currents import Couplings, CurrentTable
from zmodel.derive.species import Species
from zmodel.emit.report import Cell, Json, Report, Table
from zmodel.emit.reports.sympy_formula import sympy_formula
from zmodel.model import Model

CONVENTION = "L contains boson_mu fbar gamma^mu (g_V - g_A gamma5) f, g_V = (g_L + g_R)/2, g_A = (g_L - g_R)/2."

ROTATIONS = "Generations are those of the model file: its `rotation`s enter the matching, not this table."


def currents_report(model: Model, currents: CurrentTable) -> Report:
    """Couplings of all bosons; mass eigenstates where the model has vacuum values, else the fields of the file."""
    bosons = currents.bosons or currents.gauge
    tables = [_boson_table(currents, name, couplings) for name, couplings in bosons.items()]
    limits = {**currents.light_limit, **currents.heavy_limit}
    tables += [_boson_table(currents, f"{name}, leading order", couplings) for name, couplings in limits.items()]
    if currents.charged:
        rows: tuple[tuple[Cell, ...], ...] = tuple(
            (c.boson, f"bar({c.to}) {c.source}", sympy_formula(c.coupling)) for c in currents.charged
        )
        tables.append(Table("Charged currents", ("boson", "current", "coupling"), rows, "plus hermitian conjugates"))
    if model.rotations and tables:
        tables[0] = replace(tables[0], note=f"{tables[0].note} {ROTATIONS}")
    return Report(f"{model.name}: currents", tuple(tables), _json(model, currents))


def _boson_table(currents: CurrentTable, name: str, couplings: Couplings) -> Table:
    rows: list[tuple[Cell, ...]] = []
    for species in currents.species:
        for generation, pair in enumerate(currents.vector_axial(couplings, species)):
            if pair.vector == 0 and pair.axial == 0:
                continue
            label = species.name if species.generations == 1 else f"{species.name}[{generation + 1}]"
            rows.append((label, sympy_formula(pair.vector), sympy_formula(pair.axial)))
    merged = _merge_equal_generations(rows, currents.species)
    return Table(f"Couplings of {name}", ("fermion", "vector", "axial"), tuple(merged), CONVENTION)


def _merge_equal_generations(rows: list[tuple[Cell, ...]], species: tuple[Species, ...]) -> list[tuple[Cell, ...]]:
    """One row for a fermion whose generations all couple alike."""
    merged: list[tuple[Cell, ...]] = []
    by_name = {item.name: item.generations for item in species}
    position = 0
    while position < len(rows):
        label = str(rows[position][0])
        name, bracket, _ = label.partition("[")
        count = by_name.get(name, 1) if bracket else 1
        group = rows[position : position + count]
        alike = len(group) == count and all(row[1:] == group[0][1:] for row in group)
        if count > 1 and alike and all(str(row[0]).startswith(f"{name}[") for row in group):
            merged.append((name, *group[0][1:]))
            position += count
        else:
            merged.append(rows[position])
            position += 1
    return merged


def _json(model: Model, currents: CurrentTable) -> dict[str, Json]:
    return {
        "model": model.name,
        "convention": CONVENTION,
        "basis": ROTATIONS if model.rotations else "model file",
        "fields": _couplings_json(currents.gauge),
        "bosons": _couplings_json(currents.bosons),
        "vector_axial": {
            name: _vector_axial_json(currents, couplings)
            for name, couplings in (currents.bosons or currents.gauge).items()
        },
        "first_order": _couplings_json(currents.first_order),
        "heavy_limit": _couplings_json(currents.heavy_limit),
        "light_limit": _couplings_json(currents.light_limit),
        "charged": [
            {"boson": c.boson, "to": c.to, "from": c.source, "coupling": sympy_formula(c.coupling).text}
            for c in currents.charged
        ],
        "coloured": [
            {"boson": c.boson, "component": c.component, "coupling": sympy_formula(c.coupling).text}
            for c in currents.coloured
        ],
    }


def _couplings_json(bosons: Mapping[str, Couplings]) -> dict[str, Json]:
    """By boson and component one coupling per generation."""
    return {
        name: {component: [sympy_formula(value).text for value in values] for component, values in couplings.items()}
        for name, couplings in bosons.items()
    }


def _vector_axial_json(currents: CurrentTable, couplings: Couplings) -> Json:
    return {
        species.name: [
            {"vector": sympy_formula(pair.vector).text, "axial": sympy_formula(pair.axial).text}
            for pair in currents.vector_axial(couplings, species)
        ]
        for species in currents.species
    }
