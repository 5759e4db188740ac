"""Scalar masses: minimum conditions, mass matrices, Goldstone directions, mass eigenstates."""

from __future__ import annotations

from collections.abc import Mapping

import sympy

from zmodel.derive.masses.scalars import ScalarBlock, ScalarSpectrum
from zmodel.derive.to_sympy import Expr
from zmodel.emit.report import Cell, Json, Table
from zmodel.emit.reports.sympy_formula import sympy_formula


def scalar_tables(spectrum: ScalarSpectrum) -> list[Table]:
    """The tables of the scalars."""
    tables = [_conditions_table(spectrum), _matrix_table(spectrum), _states_table(spectrum), _series_table(spectrum)]
    return [table for table in tables if table.rows]


def _conditions_table(spectrum: ScalarSpectrum) -> Table:
    rows: list[tuple[Cell, ...]] = []
    for condition in spectrum.conditions:
        if condition.fixes is None or condition.solution is None:
            rows.append((condition.mode, "must vanish", sympy_formula(condition.value)))
        else:
            rows.append((condition.mode, sympy_formula(condition.fixes), sympy_formula(condition.solution)))
    note = "dV/d(mode) = 0 in the vacuum; masses below have these values put in."
    if not spectrum.is_extremum:
        note += " Where no mass parameter is fixed the vacuum is no extremum, and Goldstone bosons may have masses."
    return Table("Minimum conditions", ("mode", "fixes", "value"), tuple(rows), note)


def _matrix_table(spectrum: ScalarSpectrum) -> Table:
    rows: list[tuple[Cell, ...]] = []
    for block in spectrum.blocks:
        size = len(block.modes)
        for i in range(size if size > 1 else 0):
            for j in range(i, size):
                if block.matrix[i, j] != 0:
                    entry = f"M^2[{block.modes[i].name},{block.modes[j].name}]"
                    rows.append((entry, sympy_formula(block.matrix[i, j])))
        if block.angle is not None:
            rows.append((f"tan(2 {block.angle.symbol})", sympy_formula(block.angle.tan_double)))
    note = (
        "1/2 M^2_ij a_i a_j for real and M^2_ij Z_i^* Z_j for complex modes; first' = cos first + sin second, "
        "second' = -sin first + cos second."
    )
    return Table("Scalars that mix", ("entry", "value"), tuple(rows), note)


def _states_table(spectrum: ScalarSpectrum) -> Table:
    """Goldstone bosons and masses; equal modes of one field share a row."""
    merged: dict[tuple[object, ...], list[ScalarBlock]] = {}
    for block in spectrum.blocks:
        alone = len(block.modes) == 1
        key = (
            (block.modes[0].field, block.charge, block.masses_squared, len(block.goldstones))
            if alone
            else (block.modes[0].name,)
        )
        merged.setdefault(key, []).append(block)
    rows: list[tuple[Cell, ...]] = []
    for blocks in merged.values():
        block = blocks[0]
        names = ", ".join(mode.name for mode in block.modes)
        if len(blocks) > 1:
            names += f" and {len(blocks) - 1} more"
        charge = "?" if block.charge is None else str(block.charge)
        rows += [(names, charge, f"Goldstone: {_direction(direction)}") for direction in block.goldstones]
        if block.masses_squared is None:
            rows.append((names, charge, "no closed form"))
        else:
            rows += [(names, charge, sympy_formula(mass)) for mass in block.masses_squared]
    goldstones = sum(len(block.goldstones) * (2 if block.is_complex else 1) for block in spectrum.blocks)
    note = f"{spectrum.eaten} real Goldstone bosons are eaten by gauge bosons."
    if goldstones > spectrum.eaten:
        note += f" {goldstones - spectrum.eaten} more stay massless: the potential has a larger symmetry."
    return Table("Scalar mass eigenstates", ("modes", "charge", "mass squared"), tuple(rows), note)


def _series_table(spectrum: ScalarSpectrum) -> Table:
    """Masses and mixing in declared small parameters."""
    rows: list[tuple[Cell, ...]] = []
    for block in spectrum.blocks:
        for mode, state in zip(block.modes, block.series or (), strict=False):
            name = f"{mode.name}'"
            rows.append((f"M^2({name})", sympy_formula(sympy.Add(*state.mass_squared))))
            rows += [(f"{name} in {block.modes[k].name}", sympy_formula(c)) for k, c in state.content.items()]
    note = "A state is called after the mode that it becomes without mixing."
    return Table("Scalars in small parameters", ("quantity", "value"), tuple(rows), note)


def _direction(direction: Mapping[str, Expr]) -> str:
    return " + ".join(
        name if value == 1 else f"({sympy_formula(value).text}) {name}" for name, value in direction.items()
    )


# ------------------------------------------------------------------ JSON
def scalars_json(spectrum: ScalarSpectrum) -> dict[str, Json]:
    """Everything the tables show, as data."""
    return {
        "conditions": [
            {
                "mode": c.mode,
                "value": sympy_formula(c.value).text,
                "fixes": None if c.fixes is None else sympy_formula(c.fixes).text,
                "solution": None if c.solution is None else sympy_formula(c.solution).text,
            }
            for c in spectrum.conditions
        ],
        "is_extremum": spectrum.is_extremum,
        "goldstones": spectrum.eaten,
        "blocks": [_block_json(block) for block in spectrum.blocks],
    }


def _block_json(block: ScalarBlock) -> Json:
    masses = block.masses_squared
    angle = block.angle
    return {
        "modes": [mode.name for mode in block.modes],
        "complex": block.is_complex,
        "charge": None if block.charge is None else str(block.charge),
        "mass_matrix": [[sympy_formula(entry).text for entry in row] for row in block.matrix.tolist()],
        "goldstones": [{name: sympy_formula(v).text for name, v in g.items()} for g in block.goldstones],
        "masses_squared": None if masses is None else [sympy_formula(mass).text for mass in masses],
        "angle": None
        if angle is None
        else {"symbol": str(angle.symbol), "tan_double": sympy_formula(angle.tan_double).text},
        "series": None
        if block.series is None
        else [
            {
                "mass_squared": sympy_formula(sympy.Add(*state.mass_squared)).text,
                "content": {block.modes[k].name: sympy_formula(c).text for k, c in state.content.items()},
            }
            for state in block.series
        ],
    }
