"""Tests every `require` of a model."""

from __future__ import annotations

from collections.abc import Iterator

from zmodel.derive.anomalies import AnomalyReport
from zmodel.derive.couplings import CouplingTable
from zmodel.derive.requirements_terms import judge_term
from zmodel.derive.requirements_verdicts import UnknownCondition, Verdict, describe_conditions
from zmodel.diagnostics import Diagnostic
from zmodel.model import Model
from zmodel.model.model import Requirement


def check_requirements(model: Model, table: CouplingTable, report: AnomalyReport) -> tuple[Diagnostic, ...]:
    """What of the requirements does not hold, and what they ask of unknown charges."""
    diagnostics: list[Diagnostic] = []
    for requirement in model.requirements:
        if requirement.kind == "anomaly_free":
            diagnostics += _check_anomalies(model, report, requirement)
    for requirement, verdict in _judge_all(model, table):
        diagnostics += verdict.diagnostics
        diagnostics += describe_conditions(model, requirement, verdict.conditions)
    return tuple(diagnostics)


def unknown_conditions(model: Model, table: CouplingTable) -> tuple[UnknownCondition, ...]:
    """The equations and inequalities that `require allowed` and `require forbidden` are for unknown charges."""
    return tuple(condition for _, verdict in _judge_all(model, table) for condition in verdict.conditions)


def _judge_all(model: Model, table: CouplingTable) -> Iterator[tuple[Requirement, Verdict]]:
    """The verdicts on all lines about terms."""
    asked = [requirement for requirement in model.requirements if requirement.kind != "anomaly_free"]
    predicates = tuple(requirement for requirement in asked if requirement.predicate is not None)
    for requirement in asked:
        if requirement.predicate is None:
            yield requirement, judge_term(model, table, requirement)
    if predicates:
        # The enumeration of operators is heavy; models without such lines do without it.
        from zmodel.derive.requirements_predicates import judge_predicates

        yield from zip(predicates, judge_predicates(model, table, predicates), strict=True)


def _check_anomalies(model: Model, report: AnomalyReport, requirement: Requirement) -> list[Diagnostic]:
    diagnostics = []
    for anomaly in report.anomalies:
        if anomaly.cancels:
            continue
        if any(name.startswith("?") for name in model.ring.used_symbols(anomaly.value)):
            continue
        notes = tuple(f"{c.field} adds {model.ring.format(c.value)}" for c in anomaly.contributions)
        label = f"it is {model.ring.format_factored(anomaly.value)}"
        message = f"the anomaly {anomaly.name} does not cancel"
        diagnostics.append(Diagnostic("Z301", message, requirement.span, label=label, notes=notes))
    for witten in report.witten:
        if not witten.cancels:
            message = f"{witten.group} has the global anomaly: {witten.doublets} doublets, an odd number"
            diagnostics.append(Diagnostic("Z304", message, requirement.span))
    return diagnostics
