"""Beta functions per coupling and loop order."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict

from zmodel.algebra.flavour import FlavourSum
from zmodel.derive.beta.derive import BetaFunctions
from zmodel.derive.beta.mixing import INVERSE_FORMS
from zmodel.emit.formula import Formula, flavour_formula, latex_name
from zmodel.emit.report import Cell, Json, Report, Table
from zmodel.model import Model
from zmodel.model.conventions import FORM_NOTES


def rge_report(model: Model, betas: BetaFunctions) -> Report:
    """d(coupling)/dlnmu = sum over loop orders of beta/(16 pi^2)^order, and the anomalous dimensions of fields."""
    functions = {name: _formulas(per_loop) for name, per_loop in betas.by_name.items()}
    gammas = {fields: _formulas(per_loop) for fields, per_loop in betas.anomalous.items()}
    tables = [_beta_table(functions, loop) for loop in betas.loops]
    matter = range(1, max(betas.orders.yukawa, betas.orders.quartic) + 1)
    tables += [_anomalous_table(gammas, betas.gauge_parameter, loop) for loop in matter]
    data: dict[str, Json] = {
        "model": model.name,
        "loops": asdict(betas.orders),
        "scheme": "MS-bar, hypercharge as in the model file, no loop factors",
        "mixing_form": betas.sector.form,
        "beta": {name: _json(formulas) for name, formulas in functions.items()},
        "gauge_parameter": betas.gauge_parameter,
        "anomalous_dimensions": [
            {"fields": list(fields), "gamma": _json(formulas)} for fields, formulas in gammas.items()
        ],
    }
    if betas.sector.form:
        note = f"{tables[0].note} {FORM_NOTES[betas.sector.form]}"
        tables[0] = Table(tables[0].title, tables[0].columns, tables[0].rows, note)
    if betas.sector.form in INVERSE_FORMS:
        data["definitions"] = FORM_NOTES[betas.sector.form]
    return Report(f"{model.name}: beta functions", tuple(tables), data)


def _formulas(per_loop: Mapping[int, FlavourSum]) -> dict[int, Formula]:
    return {loop: flavour_formula(value) for loop, value in per_loop.items()}


def _json(formulas: Mapping[int, Formula]) -> dict[str, Json]:
    return {str(loop): {"text": formula.text, "latex": formula.latex} for loop, formula in formulas.items()}


def _beta_table(functions: Mapping[str, Mapping[int, Formula]], loop: int) -> Table:
    rows: list[tuple[Cell, ...]] = [
        (Formula(name, latex_name(name)), formulas[loop]) for name, formulas in functions.items() if loop in formulas
    ]
    note = f"d(coupling)/dlnmu contains beta/(16 pi^2)^{loop}."
    if loop == 1:
        note = "d(coupling)/dlnmu = beta/(16 pi^2) + ..."
    return Table(f"Beta functions, loop order {loop}", ("coupling", "beta"), tuple(rows), note)


def _anomalous_table(gammas: Mapping[tuple[str, str], Mapping[int, Formula]], xi: str, loop: int) -> Table:
    rows: list[tuple[Cell, ...]] = [
        (_pair(fields), formulas[loop]) for fields, formulas in gammas.items() if loop in formulas
    ]
    note = (
        f"d(field)/dlnmu contains -gamma/(16 pi^2)^{loop} times the field, or times the second of two; "
        f"in R_{xi} gauge, {xi} = 0 (Landau) or 1 (Feynman)."
    )
    return Table(f"Anomalous dimensions, loop order {loop}", ("fields", "gamma"), tuple(rows), note)


def _pair(fields: tuple[str, str]) -> Formula:
    names = fields[:1] if fields[0] == fields[1] else fields
    return Formula(" ".join(names), r"\,".join(latex_name(name) for name in names))
