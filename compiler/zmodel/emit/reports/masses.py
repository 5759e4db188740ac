"""Masses and mixing of gauge bosons, scalars and fermions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import sympy

from zmodel.derive.breaking import Boson, GaugeSpectrum, MixingAngle
from zmodel.derive.masses.fermions import FermionSector
from zmodel.derive.masses.heavy_mixing import HeavyMixing
from zmodel.derive.masses.scalars import ScalarSpectrum
from zmodel.derive.to_sympy import Expr
from zmodel.emit.report import LARGEST_GRID, Cell, Grid, Json, Report, Table
from zmodel.emit.reports.fermion_masses import fermion_tables, fermions_json
from zmodel.emit.reports.scalar_masses import scalar_tables, scalars_json
from zmodel.emit.reports.sympy_formula import optional_text, sympy_formula
from zmodel.model import Model

EXPLANATION = (
    "L contains 1/2 M^2_ab V_a V_b - 1/4 F_a K_ab F_b in the fields of the model file. Leading masses are those with "
    "the scalars that leave the weak SU(2) alone far above the others."
)
SMALL_NOTE = "That of a squared mass is counted from its first term. What has no series mixes at order zero."


def masses_report(
    model: Model,
    spectrum: GaugeSpectrum,
    scalars: ScalarSpectrum | None,
    fermions: Sequence[FermionSector],
    mixings: Mapping[str, HeavyMixing],
) -> Report:
    """Mass matrices, mass eigenstates and mixing; of gauge bosons also unbroken charges and rho.

    Args:
        model: what it is about.
        spectrum: the gauge bosons.
        scalars: None if the model declares no potential.
        fermions: by sectors.
        mixings: of light with heavy fermions, by sector.
    """
    tables = [_matrix_table(spectrum), _bosons_table(spectrum)]
    if spectrum.angles:
        tables.append(_angles_table(spectrum))
    tables += _series_tables(model, spectrum)
    if spectrum.unbroken:
        tables.append(_unbroken_table(spectrum))
    if spectrum.rho is not None:
        tables.append(_rho_table(spectrum))
    if scalars is not None:
        tables += scalar_tables(scalars)
    tables += fermion_tables(fermions, mixings)
    data = _json(model, spectrum)
    data["scalars"] = None if scalars is None else scalars_json(scalars)
    data["fermions"] = fermions_json(fermions, mixings)
    return Report(f"{model.name}: masses", tuple(tables), data)


def _matrix_table(spectrum: GaugeSpectrum) -> Table:
    rows: list[tuple[Cell, ...]] = []
    names = list(spectrum.fields)
    for title, entries in (("M^2", spectrum.mass_entries), ("K", spectrum.kinetic_entries)):
        for (a, b), value in entries.items():
            is_trivial = title == "K" and a == b and value == 1
            if names.index(a) <= names.index(b) and not is_trivial:
                rows.append((f"{title}[{a},{b}]", sympy_formula(value)))
    found = (_grid("M^2", spectrum, spectrum.mass_entries, 0), _grid("K", spectrum, spectrum.kinetic_entries, 1))
    grids = tuple(grid for grid in found if grid.rows)
    if any(len(grid.rows) > LARGEST_GRID for grid in grids):
        grids = ()
    return Table("Gauge bosons: mass and kinetic matrix", ("entry", "value"), tuple(rows), EXPLANATION, grids)


def _grid(title: str, spectrum: GaugeSpectrum, entries: Mapping[tuple[str, str], Expr], trivial: int) -> Grid:
    """The part of a matrix that is no multiple of the unit matrix, `trivial` being the other part's number."""
    shown = {name for (a, b), value in entries.items() if a != b or value != trivial for name in (a, b)}
    names = tuple(name for name in spectrum.fields if name in shown)
    cells = tuple(tuple(sympy_formula(entries.get((a, b), sympy.Integer(0))) for b in names) for a in names)
    return Grid(title, names, names, cells)


def _bosons_table(spectrum: GaugeSpectrum) -> Table:
    rows: list[tuple[Cell, ...]] = []
    for boson in spectrum.bosons:
        limit = boson.heavy_limit or boson.light_limit
        rows.append(
            (
                boson.name if boson.multiplicity == 1 else f"{boson.name} ({boson.multiplicity})",
                "?" if boson.charge is None else str(boson.charge),
                "no closed form" if boson.mass_squared is None else sympy_formula(boson.mass_squared),
                "" if limit is None else sympy_formula(limit.leading_mass),
            )
        )
    columns = ("boson", "charge", "mass squared", "leading mass")
    return Table("Gauge bosons: mass eigenstates", columns, tuple(rows))


def _angles_table(spectrum: GaugeSpectrum) -> Table:
    rows: list[tuple[Cell, ...]] = []
    for angle in spectrum.angles:
        fields = f"{angle.first}, {angle.second}"
        rows.append((f"tan(2 {angle.symbol})", fields, sympy_formula(angle.tan_double)))
        if angle.leading is not None:
            rows.append((f"sin({angle.symbol}), leading", fields, sympy_formula(angle.leading)))
    note = "first' = cos first + sin second, second' = -sin first + cos second; Z0, X0 are canonical fields."
    return Table("Mixing angles", ("angle", "fields", "value"), tuple(rows), note)


def _series_tables(model: Model, spectrum: GaugeSpectrum) -> list[Table]:
    """What is declared small, and the bosons that mix in it."""
    if not model.small:
        return []
    small: list[tuple[Cell, ...]] = [(item.name, str(item.order)) for item in model.small]
    rows: list[tuple[Cell, ...]] = []
    for boson in spectrum.bosons:
        if boson.series is not None:
            rows.append((f"M^2({boson.name})", sympy_formula(boson.series.mass_squared)))
            rows += [(f"{boson.name} in {name}", sympy_formula(c)) for name, c in boson.series.content.items()]
    note = f"Series go up to order {spectrum.order} in all of these together. {SMALL_NOTE}"
    tables = [Table("Small parameters", ("name", "order"), tuple(small), note)]
    if rows:
        tables.append(Table("Gauge bosons in small parameters", ("quantity", "value"), tuple(rows)))
    return tables


def _unbroken_table(spectrum: GaugeSpectrum) -> Table:
    rows = []
    for charge in spectrum.unbroken:
        terms = [f"{sympy_formula(value).text} {name}" for name, value in charge.generator.items()]
        rows.append((charge.boson, " + ".join(terms), sympy_formula(charge.coupling)))
    columns = ("boson", "generator", "coupling")
    return Table("Unbroken charges", columns, tuple(rows), "A field stands for its generator.")


def _rho_table(spectrum: GaugeSpectrum) -> Table:
    rho = spectrum.rho
    assert rho is not None
    rows: list[tuple[Cell, ...]] = [("sin^2(theta_W), physical", sympy_formula(rho.sin_squared))]
    named = (
        ("rho, physical angle, second order in the mixing", rho.second_order),
        ("rho, tan(theta_W) = g1/g2, second order", rho.coupling_second_order),
        ("(M_Z/M_Z')^2 without mixing", rho.z_squared),
    )
    rows += [(name, sympy_formula(value)) for name, value in named if value is not None]
    return Table("rho = M_W^2/(M_Z^2 cos^2(theta_W))", ("quantity", "value"), tuple(rows))


# ------------------------------------------------------------------ JSON
def _json(model: Model, spectrum: GaugeSpectrum) -> dict[str, Json]:
    mass: dict[str, Json] = {f"{a},{b}": sympy_formula(v).text for (a, b), v in spectrum.mass_entries.items()}
    kinetic: dict[str, Json] = {f"{a},{b}": sympy_formula(v).text for (a, b), v in spectrum.kinetic_entries.items()}
    rho = spectrum.rho
    return {
        "model": model.name,
        "small": {item.name: item.order for item in model.small},
        "fields": list(spectrum.fields),
        "mass_matrix": mass,
        "kinetic_matrix": kinetic,
        "bosons": [_boson_json(boson) for boson in spectrum.bosons],
        "angles": [_angle_json(angle) for angle in spectrum.angles],
        "unbroken": [
            {
                "boson": charge.boson,
                "generator": {name: sympy_formula(value).text for name, value in charge.generator.items()},
                "coupling": sympy_formula(charge.coupling).text,
            }
            for charge in spectrum.unbroken
        ],
        "rho": None
        if rho is None
        else {
            "sin_squared": sympy_formula(rho.sin_squared).text,
            "exact": optional_text(rho.exact),
            "second_order": optional_text(rho.second_order),
            "coupling_second_order": optional_text(rho.coupling_second_order),
        },
    }


def _boson_json(boson: Boson) -> Json:
    content: dict[str, Json] = {name: sympy_formula(value).text for name, value in (boson.content or {}).items()}
    heavy, light, series = boson.heavy_limit, boson.light_limit, boson.series
    return {
        "name": boson.name,
        "origin": boson.origin,
        "multiplicity": boson.multiplicity,
        "complex": boson.is_complex,
        "charge": optional_text(boson.charge),
        "mass_squared": optional_text(boson.mass_squared),
        "content": content,
        "heavy_limit": None if heavy is None else optional_text(heavy.mass_squared),
        "light_limit": None if light is None else optional_text(light.mass_squared),
        "series": None
        if series is None
        else {
            "mass_squared": sympy_formula(series.mass_squared).text,
            "content": {name: sympy_formula(value).text for name, value in series.content.items()},
        },
    }


def _angle_json(angle: MixingAngle) -> Json:
    return {
        "symbol": str(angle.symbol),
        "first": angle.first,
        "second": angle.second,
        "tan_double": sympy_formula(angle.tan_double).text,
        "leading": optional_text(angle.leading),
        "coefficient": optional_text(angle.coefficient),
    }
