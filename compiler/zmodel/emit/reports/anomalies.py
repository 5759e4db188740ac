"""Anomalies, factored, with what each field adds."""

from __future__ import annotations

from zmodel.derive.anomalies import Anomaly, AnomalyReport
from zmodel.emit.formula import Formula, formula_list, polynomial_formula
from zmodel.emit.report import Cell, Json, Report, Table
from zmodel.model import Model

NORM = (
    "Sums over left-handed Weyl fermions (right-handed ones count with opposite sign); Dynkin index 1/2 "
    "and cubic index 1 for the fundamental."
)


def anomalies_report(model: Model, report: AnomalyReport) -> Report:
    """All anomaly coefficients of the gauge group."""
    rows: list[tuple[Cell, ...]] = [_row(model, anomaly) for anomaly in report.anomalies]
    for witten in report.witten:
        verdict = "even" if witten.cancels else "odd: anomalous"
        rows.append((f"Witten {witten.group}", f"{witten.doublets} doublets", verdict))
    data: dict[str, Json] = {
        "model": model.name,
        "anomalies": [_json(model, anomaly) for anomaly in report.anomalies],
        "witten": [{"group": w.group, "doublets": w.doublets, "free": w.cancels} for w in report.witten],
        "free": report.free,
        "normalisation": NORM,
    }
    verdict = "free of anomalies" if report.free else "anomalous"
    table = Table("Anomalies", ("anomaly", "value", "contributions"), tuple(rows), NORM)
    return Report(f"{model.name} is {verdict}", (table,), data)


def _factored(model: Model, anomaly: Anomaly) -> Formula:
    return Formula(model.ring.format_factored(anomaly.value), polynomial_formula(model.ring, anomaly.value).latex)


def _row(model: Model, anomaly: Anomaly) -> tuple[Cell, ...]:
    parts = [(f"{c.field}: ", polynomial_formula(model.ring, c.value)) for c in anomaly.contributions]
    return anomaly.name, _factored(model, anomaly), formula_list(parts, "; ") if parts else "none"


def _json(model: Model, anomaly: Anomaly) -> Json:
    return {
        "name": anomaly.name,
        "value": model.ring.format(anomaly.value),
        "factored": model.ring.format_factored(anomaly.value),
        "contributions": {c.field: model.ring.format(c.value) for c in anomaly.contributions},
    }
