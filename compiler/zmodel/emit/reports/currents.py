"""Couplings of the gauge bosons to fermions: left and right, vector and axial, charged."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import sympy

from zmodel.derive.currents import Couplings, CurrentTable, VectorAxial
from zmodel.derive.masses.currents import MassBasisCurrents, approximate_couplings
from zmodel.derive.species import Species
from zmodel.derive.to_sympy import Matrix
from zmodel.emit.report import Cell, Json, Report, Table
from zmodel.emit.reports.sympy_formula import sympy_formula
from zmodel.model import Model

CONVENTION = "L contains boson_mu fbar gamma^mu (g_V - g_A gamma5) f, g_V = (g_L + g_R)/2, g_A = (g_L - g_R)/2."

MASS_BASIS = (
    "Generations are mass eigenstates: `rotation`s and mixing with heavy fermions are put in. Couplings with a series "
    "hold up to its order."
)
FILE_BASIS = (
    "Generations are those of the model file: no `rotation` changes them, and it has no heavy fermions that mix in and "
    "that orders of masses tell from light ones."
)


def currents_report(model: Model, currents: CurrentTable, mass_basis: MassBasisCurrents) -> Report:
    """Couplings of all bosons; mass eigenstates where the model has vacuum values, else the fields of the file.

    Args:
        model: what it is about.
        currents: between gauge eigenstates of fermions.
        mass_basis: where mass eigenstates are others.
    """
    basis = MASS_BASIS if mass_basis.bases else FILE_BASIS
    tables: list[Table] = []
    for name in currents.bosons or currents.gauge:
        tables.append(_boson_table(currents, name, _exact_pairs(currents, mass_basis, name)))
        tables.append(_changing_table(mass_basis, name, mass_basis.exact[name]))
    suffix = f", to order {currents.order} in small parameters" if currents.series else ", leading order"
    for name, couplings in approximate_couplings(currents).items():
        diagonal = mass_basis.diagonal(couplings, mass_basis.leading[name])
        pairs = {item.name: currents.series_vector_axial(name, diagonal, item) for item in currents.species}
        tables.append(_boson_table(currents, f"{name}{suffix}", pairs))
        tables.append(_changing_table(mass_basis, f"{name}{suffix}", mass_basis.leading[name]))
    tables += [_charged_table(currents, mass_basis), _rotation_table(mass_basis)]
    tables = [table for table in tables if table.rows or table.note.startswith(CONVENTION)]
    if tables:
        tables[0] = replace(tables[0], note=" ".join((tables[0].note, basis, *mass_basis.notes)))
    return Report(f"{model.name}: currents", tuple(tables), lambda: _json(model, currents, mass_basis, basis))


Pairs = Mapping[str, tuple[VectorAxial, ...]]
"""By species the vector and axial coupling of each generation."""


def _pairs(currents: CurrentTable, couplings: Couplings) -> Pairs:
    return {species.name: currents.vector_axial(couplings, species) for species in currents.species}


def _exact_pairs(currents: CurrentTable, mass_basis: MassBasisCurrents, boson: str) -> Pairs:
    """Those of a mass eigenstate, as the combination of canonical fields that it is."""
    fields = currents.canonical or currents.gauge
    content = currents.contents[boson] if currents.contents else {boson: sympy.Integer(1)}
    parts = [(c, _pairs(currents, mass_basis.diagonal(fields[f], mass_basis.fields[f]))) for f, c in content.items()]
    return {
        species.name: tuple(
            VectorAxial(
                sympy.Add(*(c * pairs[species.name][i].vector for c, pairs in parts)),
                sympy.Add(*(c * pairs[species.name][i].axial for c, pairs in parts)),
            )
            for i in range(species.generations)
        )
        for species in currents.species
    }


def _changing_table(mass_basis: MassBasisCurrents, boson: str, matrices: Mapping[str, Matrix]) -> Table:
    """Couplings between different mass eigenstates; those below the diagonal are the conjugates."""
    rows: list[tuple[Cell, ...]] = []
    for basis in mass_basis.bases:
        matrix = matrices[basis.name]
        for i in range(matrix.rows):
            for j in range(i + 1, matrix.cols):
                if matrix[i, j] != 0:
                    rows.append((f"bar({basis.states[i]}) {basis.states[j]}", sympy_formula(matrix[i, j])))
    return Table(f"Flavour-changing couplings of {boson}", ("current", "coupling"), tuple(rows), "plus conjugates")


def _charged_table(currents: CurrentTable, mass_basis: MassBasisCurrents) -> Table:
    """What a rotation touches entry by entry, the rest by components."""
    rows: list[tuple[Cell, ...]] = []
    touched = set()
    for item in mass_basis.charged:
        touched |= {(item.boson, *pair) for pair in item.components}
        for i in range(item.couplings.rows):
            for j in range(item.couplings.cols):
                if item.couplings[i, j] != 0:
                    current = f"bar({item.to.states[i]}) {item.source.states[j]}"
                    rows.append((item.boson, current, sympy_formula(item.couplings[i, j])))
    rows += [
        (c.boson, f"bar({c.to}) {c.source}", sympy_formula(c.coupling))
        for c in currents.charged
        if (c.boson, c.to, c.source) not in touched
    ]
    return Table("Charged currents", ("boson", "current", "coupling"), tuple(rows), "plus hermitian conjugates")


def _rotation_table(mass_basis: MassBasisCurrents) -> Table:
    rows: list[tuple[Cell, ...]] = []
    for basis in mass_basis.bases:
        for i, state in enumerate(basis.states):
            order = "" if basis.order is None else f", to order {basis.order}"
            rows.append((state, f"{basis.gauge[i]}{order}"))
    note = "Each mass eigenstate with the gauge eigenstate that it becomes without mixing."
    return Table("Mass eigenstates of fermions", ("state", "gauge eigenstate"), tuple(rows), note)


def _boson_table(currents: CurrentTable, name: str, pairs: Pairs) -> Table:
    rows: list[tuple[Cell, ...]] = []
    for species in currents.species:
        for generation, pair in enumerate(pairs[species.name]):
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


def _json(model: Model, currents: CurrentTable, mass_basis: MassBasisCurrents, basis: str) -> dict[str, Json]:
    return {
        "model": model.name,
        "convention": CONVENTION,
        "basis": basis,
        "notes": list(mass_basis.notes),
        "fields": _couplings_json(currents.gauge),
        "bosons": _couplings_json(currents.bosons),
        "vector_axial": {
            name: _vector_axial_json(_exact_pairs(currents, mass_basis, name))
            for name in currents.bosons or currents.gauge
        },
        "first_order": _couplings_json(currents.first_order),
        "heavy_limit": _couplings_json(currents.heavy_limit),
        "light_limit": _couplings_json(currents.light_limit),
        "series": _couplings_json(currents.series),
        "charged": [
            {"boson": c.boson, "to": c.to, "from": c.source, "coupling": sympy_formula(c.coupling).text}
            for c in currents.charged
        ],
        "mass_basis": _mass_basis_json(mass_basis),
        "coloured": [
            {"boson": c.boson, "component": c.component, "coupling": sympy_formula(c.coupling).text}
            for c in currents.coloured
        ],
    }


def _mass_basis_json(mass_basis: MassBasisCurrents) -> Json:
    def matrices(table: Mapping[str, Mapping[str, Matrix]]) -> Json:
        return {boson: {name: _matrix_json(m) for name, m in found.items()} for boson, found in table.items()}

    return {
        "states": {
            basis.name: {
                "states": list(basis.states),
                "gauge": [str(particle) for particle in basis.gauge],
                "order": basis.order,
                "rotation": _matrix_json(mass_basis.rotations[basis.name]),
            }
            for basis in mass_basis.bases
        },
        "bosons": matrices(mass_basis.exact),
        "leading": matrices(mass_basis.leading),
        "charged": [
            {"boson": item.boson, "to": list(item.to.states), "from": list(item.source.states), "couplings": matrix}
            for item in mass_basis.charged
            for matrix in [_matrix_json(item.couplings)]
        ],
    }


def _matrix_json(matrix: Matrix) -> Json:
    return [[sympy_formula(entry).text for entry in row] for row in matrix.tolist()]


def _couplings_json(bosons: Mapping[str, Couplings]) -> dict[str, Json]:
    """By boson and component one coupling per generation."""
    return {
        name: {component: [sympy_formula(value).text for value in values] for component, values in couplings.items()}
        for name, couplings in bosons.items()
    }


def _vector_axial_json(pairs: Pairs) -> Json:
    return {
        species: [{"vector": sympy_formula(p.vector).text, "axial": sympy_formula(p.axial).text} for p in found]
        for species, found in pairs.items()
    }
