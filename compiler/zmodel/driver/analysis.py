"""From the text of a model file to a checked model."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from zmodel.arguments import checked
from zmodel.derive.anomalies import AnomalyReport, derive_anomalies
from zmodel.derive.beta.mixing import MixingError, abelian_sector
from zmodel.derive.couplings import CouplingTable, derive_couplings
from zmodel.derive.operators.proton_decay import check_proton_decay
from zmodel.derive.point_numbers import complete_points
from zmodel.derive.requirements import check_requirements
from zmodel.derive.same_terms import check_same_terms
from zmodel.diagnostics import Diagnostic
from zmodel.limits import DEFAULT, Limits
from zmodel.model import Loader, Model, resolve
from zmodel.model.model import Point
from zmodel.model.substitute import point_parameters, substitute_parameters
from zmodel.source import SourceFile
from zmodel.syntax import parse

Diagnostics = tuple[Diagnostic, ...]


@dataclass(frozen=True)
class Analysis:
    """A checked model: what every derivation starts from."""

    model: Model
    couplings: CouplingTable
    anomalies: AnomalyReport


def load_model(file: SourceFile, load: Loader, limits: Limits = DEFAULT) -> tuple[Model | None, Diagnostics]:
    """Parses and resolves a file.

    Args:
        file: the main file.
        load: gives the files that `use` names.
        limits: how large the files and what is in them may be.

    Returns:
        The model, or None if there are errors, and all diagnostics.
    """
    tree, diagnostics = parse(file, limits)
    if tree is None:
        return None, diagnostics
    return resolve(tree, load, limits)


@checked
def analyse(
    file: SourceFile, load: Loader, values: Mapping[str, Fraction] | None = None, limits: Limits = DEFAULT
) -> tuple[Analysis | None, Diagnostics]:
    """Parses, resolves and checks a file: invariance of every term, anomalies, every `require`.

    Args:
        file: the main file.
        load: gives the files that `use` names.
        values: rational numbers to put in for parameters first.
        limits: how large the files and what is in them may be.

    Returns:
        The analysis, or None if there are errors, and all diagnostics in order of the source.
    """
    model, diagnostics = load_model(file, load, limits)
    if model is None:
        return None, _in_order(diagnostics)
    analysis, found = check_model(substitute_parameters(model, values) if values else model)
    return analysis, _in_order(diagnostics + found)


def check_model(model: Model) -> tuple[Analysis | None, Diagnostics]:
    """Tests the physics of a resolved model.

    Returns:
        The analysis, or None if there are errors, and what was found.
    """
    table, diagnostics = derive_couplings(model)
    model, found = complete_points(model, table)
    diagnostics += found
    report = derive_anomalies(model)
    diagnostics += check_requirements(model, table, report)
    diagnostics += _unasked_anomalies(model, report)
    diagnostics += check_proton_decay(model)
    diagnostics += _check_mixing(model) or check_same_terms(model, table)
    failed = any(diagnostic.severity == "error" for diagnostic in diagnostics)
    return None if failed else Analysis(model, table, report), diagnostics


def check_at_point(model: Model, point: Point) -> tuple[Analysis | None, Point, Diagnostics]:
    """Tests the physics of a model with the exact parameters of a point put in.

    Returns:
        The analysis, or None if there are errors; the point with all its numbers; and what was found.
    """
    analysis, diagnostics = check_model(substitute_parameters(model, point_parameters(model, point)))
    points = () if analysis is None else analysis.model.points
    return analysis, next((item for item in points if item.name == point.name), point), diagnostics


def _unasked_anomalies(model: Model, report: AnomalyReport) -> Diagnostics:
    """An anomalous model that does not ask to be anomaly free is worth a warning."""
    if report.free or any(requirement.kind == "anomaly_free" for requirement in model.requirements):
        return ()
    ring = model.ring
    # An anomaly that depends on unknown charges is an equation for them.
    open_ones = [a for a in report.anomalies if any(name.startswith("?") for name in ring.used_symbols(a.value))]
    names = [anomaly.name for anomaly in report.anomalies if not anomaly.cancels and anomaly not in open_ones]
    names += [f"Witten {witten.group}" for witten in report.witten if not witten.cancels]
    if not names:
        return ()
    return (Diagnostic("Z503", f"anomalies do not cancel: {', '.join(names)}", model.span),)


def _check_mixing(model: Model) -> Diagnostics:
    """Kinetic mixing that has no meaning in the model."""
    try:
        abelian_sector(model)
    except MixingError as error:
        return (Diagnostic("Z124", str(error), model.mixings[0].span),)
    return ()


def _in_order(diagnostics: Diagnostics) -> Diagnostics:
    return tuple(sorted(diagnostics, key=lambda diagnostic: diagnostic.sort_key))
