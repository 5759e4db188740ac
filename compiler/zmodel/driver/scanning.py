"""From a scan file to a scan that is ready to be computed."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from zmodel.derive.beta.loops import LoopOrders
from zmodel.derive.couplings import derive_couplings
from zmodel.derive.point_numbers import check_numbers, twin_labels, with_twins
from zmodel.diagnostics import Diagnostic
from zmodel.driver.analysis import Analysis, check_model, load_model
from zmodel.driver.run import Run
from zmodel.driver.running import point_numbers
from zmodel.limits import DEFAULT, Limits
from zmodel.model import Loader
from zmodel.model.expression import Value
from zmodel.model.model import PointValue
from zmodel.model.quantities import entry_label
from zmodel.model.scan import ScanFile, parse_scan
from zmodel.model.substitute import point_parameters, substitute_parameters
from zmodel.source import SourceFile


def analyse_scan(
    file: SourceFile, scan: SourceFile, load: Loader, limits: Limits = DEFAULT
) -> tuple[Run | None, ScanFile | None, tuple[Diagnostic, ...]]:
    """Reads a model and a scan file about it.

    Args:
        file: the model file.
        scan: the scan file.
        load: gives the files that `use` names.
        limits: how large the model may be.

    Returns:
        The run over the model, with the exact parameters of the scan's point put in, except those that vary or are set;
        what is asked for; None for both if there are errors. And all diagnostics.
    """
    model, diagnostics = load_model(file, load, limits)
    if model is None:
        return None, None, diagnostics
    table, _ = derive_couplings(model)
    twins = {label: twin for label, (twin, _) in twin_labels(table).items()}
    request, found = parse_scan(scan, model, LoopOrders.parse, twins)
    diagnostics += found
    if request is None:
        return None, None, diagnostics
    exact = {} if request.point is None else point_parameters(model, request.point)
    free = {axis.target.name for axis in request.axes} | {value.name for value in request.fixed}
    analysis, found = check_model(substitute_parameters(model, {k: v for k, v in exact.items() if k not in free}))
    diagnostics += found
    if analysis is None:
        return None, None, diagnostics
    request, found = _complete(request, analysis)
    diagnostics += found
    if any(item.severity == "error" for item in found):
        return None, None, diagnostics
    return Run(analysis, loops=LoopOrders.parse(request.loops), point=request.point), request, diagnostics


def _complete(scan: ScanFile, analysis: Analysis) -> tuple[ScanFile, tuple[Diagnostic, ...]]:
    """The scan with both triangles of symmetric matrices, and what is wrong with its numbers."""
    model, table = analysis.model, analysis.couplings
    varied = [PointValue(axis.target.name, axis.target.indices, 1.0, None, axis.span) for axis in scan.axes]
    found = [*check_numbers(model, table, scan.fixed, {})]
    for value in varied:
        found += check_numbers(model, table, (value,), {})
    twins = twin_labels(table)
    given = {entry_label(value.name, value.indices) for value in scan.fixed} | {axis.label for axis in scan.axes}
    for axis in scan.axes:
        if axis.label in twins and twins[axis.label][0] in given:
            symmetry = table.couplings[axis.target.name].symmetry
            message = f"`{axis.label}` gets a number twice: `{axis.target.name}` is {symmetry}"
            found.append(Diagnostic("Z121", message, axis.span))
    point = next((item for item in model.points if scan.point is not None and item.name == scan.point.name), None)
    return replace(scan, point=point, fixed=with_twins(table, scan.fixed)), tuple(found)


def start_numbers(scan: ScanFile) -> dict[str, Value]:
    """The numbers of the point, and those that are set instead, by label."""
    fixed = {entry_label(value.name, value.indices): value.value for value in scan.fixed}
    return {**({} if scan.point is None else point_numbers(scan.point)), **fixed}


def scan_header(run: Run, scan: ScanFile, version: str) -> dict[str, Any]:
    """What the manifest of a dataset says about its scan: no paths, no dates."""
    from zmodel.emit.conventions import conventions_of_numbers

    axes = [
        {
            "name": axis.shown,
            "column": axis.column,
            "spacing": axis.spacing,
            "from": axis.low,
            "to": axis.high,
            "steps": axis.size,
            "values": list(axis.values),
            "both_signs": axis.both_signs,
        }
        for axis in scan.axes
    ]
    start = start_numbers(scan)
    cross = {axis.shown: axis.target.number_of(start[axis.label]) for axis in scan.axes if axis.label in start}
    return {
        "kind": "scan",
        "zmodel": version,
        "model": run.model.name,
        "title": run.model.title,
        "conventions": conventions_of_numbers(run.model),
        "point": None if scan.point is None else scan.point.name,
        "from": scan.begin,
        "to": scan.end,
        "loops": str(run.loops),
        "rtol": scan.rtol,
        "atol": scan.atol,
        "strong": scan.strong,
        "check_along": scan.check_along,
        "axes": axes,
        "draws": scan.draws,
        "seed": scan.seed,
        "cross": {name: value for name, value in cross.items() if not isinstance(value, complex)},
        "points": scan.points,
    }
