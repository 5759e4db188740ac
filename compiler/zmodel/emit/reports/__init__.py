"""One report per derivation."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from zmodel.derive.anomalies import AnomalyReport
from zmodel.derive.couplings import CouplingTable
from zmodel.emit.report import Report
from zmodel.model import Model
from zmodel.model.expression import Value


def build_report(
    name: str,
    model: Model,
    couplings: CouplingTable,
    anomalies: AnomalyReport,
    results: Mapping[str, Any],
    values: dict[str, Value],
) -> Report:
    """The report of a command.

    Args:
        name: of the command.
        model: what it is about.
        couplings: of the model.
        anomalies: of the model.
        results: of the derivations that the report needs, by the driver's names.
        values: numbers of a point, where one has been asked for.
    """
    match name:
        case "overview":
            from zmodel.emit.reports.overview import overview_report

            return overview_report(model)
        case "fields":
            from zmodel.emit.reports.fields import fields_report

            return fields_report(model)
        case "anomalies":
            from zmodel.emit.reports.anomalies import anomalies_report

            return anomalies_report(model, anomalies)
        case "couplings":
            from zmodel.emit.reports.couplings import couplings_report

            return couplings_report(model, couplings, results["operators"])
        case "potential":
            from zmodel.emit.reports.potential import potential_report

            return potential_report(model, results["potential_basis"], results["stability"])
        case "stability":
            from zmodel.emit.reports.potential import stability_report

            return stability_report(model, results["stability"])
        case "flavour":
            from zmodel.emit.reports.flavour import flavour_report

            return flavour_report(model, results["flavour"])
        case "rge":
            from zmodel.emit.reports.rge import rge_report

            return rge_report(model, results["betas"])
        case "solve":
            from zmodel.emit.reports.charges import solve_report

            return solve_report(model, results["families"], results["solutions"])
        case "masses":
            from zmodel.emit.reports.masses import masses_report

            names = ("masses", "scalar_masses", "fermion_masses", "heavy_mixings")
            return masses_report(model, *(results[name] for name in names))
        case "currents":
            from zmodel.emit.reports.currents import currents_report

            return currents_report(model, results["currents"], results["mass_basis"])
        case "branching":
            from zmodel.emit.reports.branching import branching_report

            return branching_report(model, results["branchings"])
        case "observables":
            from zmodel.emit.reports.observables import observables_report

            return observables_report(model, results["observables"])
        case "flavio":
            from zmodel.emit.reports.exchange import flavio_report

            return flavio_report(model, results["flavio"])
        case "smelli":
            from zmodel.emit.reports.exchange import smelli_report

            return smelli_report(model, results["smelli"])
        case "vector_couplings":
            from zmodel.emit.reports.exchange import vector_couplings_report

            return vector_couplings_report(model, results["vector_couplings"])
        case "matching":
            from zmodel.emit.reports.matching import matching_report

            return matching_report(model, results["matching"], values)
    raise AssertionError(f"no report is called {name}")
