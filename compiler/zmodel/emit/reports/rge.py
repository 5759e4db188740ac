"""Beta functions per coupling and loop order."""

from __future__ import annotations

from dataclasses import asdict

from zmodel.derive.beta.derive import BetaFunctions
from zmodel.derive.beta.mixing import INVERSE_FORMS
from zmodel.emit.formula import Formula, flavour_formula, latex_name
from zmodel.emit.report import Cell, Json, Report, Table
from zmodel.model import Model

_INVERSE_NOTE = "beside canonical ones; h[a,b] is the U(1) coupling matrix of L = -1/4 F h^-1 F."
FORM_NOTES = {
    "eta": "U(1) coupling matrix h[a,b] = eta g_a g_b of L = -1/4 F h^-1 F, D = d - i q A.",
    "triangular": "h = G G^T, G upper triangular: the second boson couples to its charge and, mixed, to the first.",
    "epsilon": f"Kinetic term -(epsilon/2) A B {_INVERSE_NOTE}",
    "epsilon_plus": f"Kinetic term +(epsilon/2) A B {_INVERSE_NOTE}",
    "dark_epsilon": f"Kinetic term -(epsilon/(2 c_W)) A B {_INVERSE_NOTE}",
}
"""What each form of kinetic mixing means, see docs/conventions.md."""


def rge_report(model: Model, betas: BetaFunctions) -> Report:
    """d(coupling)/dlnmu = sum over loop orders of beta/(16 pi^2)^order."""
    tables = []
    terms: dict[str, Json] = {}
    for loop in betas.loops:
        rows: list[tuple[Cell, ...]] = []
        for name, per_loop in betas.by_name.items():
            if loop not in per_loop:
                continue
            formula = flavour_formula(per_loop[loop])
            rows.append((Formula(name, latex_name(name)), formula))
            entry = terms.setdefault(name, {})
            assert isinstance(entry, dict)
            entry[str(loop)] = {"text": formula.text, "latex": formula.latex}
        note = (
            f"d(coupling)/dlnmu contains beta/(16 pi^2)^{loop}."
            if loop > 1
            else "d(coupling)/dlnmu = beta/(16 pi^2) + ..."
        )
        tables.append(Table(f"Beta functions, loop order {loop}", ("coupling", "beta"), tuple(rows), note))
    data: dict[str, Json] = {
        "model": model.name,
        "loops": asdict(betas.orders),
        "scheme": "MS-bar, hypercharge as in the model file, no loop factors",
        "mixing_form": betas.sector.form,
        "beta": terms,
    }
    if betas.sector.form:
        tables[0] = Table(
            tables[0].title,
            tables[0].columns,
            tables[0].rows,
            f"{tables[0].note} {FORM_NOTES[betas.sector.form]}",
        )
    if betas.sector.form in INVERSE_FORMS:
        data["definitions"] = FORM_NOTES[betas.sector.form]
    return Report(f"{model.name}: beta functions", tuple(tables), data)
