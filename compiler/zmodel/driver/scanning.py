"""From a scan file to a scan that is ready to be computed."""

from __future__ import annotations

import math
from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from zmodel.derive.beta.loops import LoopOrders
from zmodel.derive.beta.mixing import abelian_sector
from zmodel.derive.couplings import derive_couplings
from zmodel.derive.point_numbers import check_numbers, twin_labels, with_twins
from zmodel.diagnostics import Diagnostic, did_you_mean
from zmodel.driver.analysis import Analysis, check_model, load_model
from zmodel.driver.integration import module_source, observables_source, prepare_running, smeft_source
from zmodel.driver.run import Run
from zmodel.driver.running import Prepare, check_start, point_numbers, stretches, theory_of
from zmodel.limits import DEFAULT, Limits
from zmodel.model import Loader
from zmodel.model.expression import EvaluationError, Value, names_in
from zmodel.model.model import Model, PointValue
from zmodel.model.quantities import entry_label
from zmodel.model.scan import ScanFile, parse_scan
from zmodel.model.scan.questions import ENDS, RESULTS
from zmodel.model.substitute import point_parameters, substitute_parameters
from zmodel.source import SourceFile

if TYPE_CHECKING:
    from zmodel.run.layout import StateLayout
    from zmodel.run.maps import MapSource
    from zmodel.run.scan import ScanTask


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


def scan_task(run: Run, scan: ScanFile, prepare: Prepare = prepare_running) -> ScanTask | None:
    """The scan, or None after adding what is wrong to the run's diagnostics.

    Args:
        run: from `analyse_scan`.
        scan: likewise.
        prepare: makes the theory ready, `prepare_running` or something that remembers.
    """
    from zmodel.derive.beta.abelian_numbers import NOT_POSITIVE, is_fixed, is_positive
    from zmodel.run import RunOptions, make_integrator
    from zmodel.run.layout import StateLayout, is_real
    from zmodel.run.scan import ScanTask

    start = start_numbers(scan)
    given = start.keys() | {axis.label for axis in scan.axes}
    twins = twin_labels(run.analysis.couplings)
    follow = tuple(
        (twins[axis.label][0], axis.label, twins[axis.label][1]) for axis in scan.axes if axis.label in twins
    )
    # Half of the numbers are zero in real theories, and nobody asks for masses without a value.
    kept = {item.name for item in scan.keep or ()}
    asked = {label.partition("[")[0] for label in (*given, *scan.words, *kept)}
    run.real, run.massless = is_real(start), not asked & dimensionful_couplings(run.model)
    source, module, layout, sector, begin, end = None, None, StateLayout((), ()), None, 0.0, 0.0
    if scan.end is not None and scan.begin is not None:
        theory = _theory_of_scan(run, scan, start)
        running = None if theory is None else prepare(theory)
        if theory is None or running is None:
            run.diagnostics += [] if theory in (None, run) else theory.diagnostics
            return None
        source, layout = running.source, running.layout
        begin, end = math.log(scan.begin), math.log(scan.end)
        run.diagnostics += check_start(layout, {**start, **{axis.label: None for axis in scan.axes}}, scan.span)
        run.diagnostics += _check_stability(scan, source.has_conditions)
        sector = abelian_sector(theory.model)
        if is_fixed(sector, {axis.label for axis in scan.axes}):
            run.diagnostics += [] if is_positive(sector, start) else [Diagnostic("Z430", NOT_POSITIVE, scan.span)]
            sector = None
        _, found = make_integrator(source, partial(module_source, theory))
        run.diagnostics += found
        module = module_source(theory) if found else None
    run.diagnostics += _check_kept(scan, layout)
    maps = tuple(_maps(run, scan, start, given))
    if any(item.severity == "error" for item in run.diagnostics):
        return None
    options = RunOptions(scan.rtol, scan.atol, scan.strong, loops=run.loops.highest, checks=scan.check_along or 1)
    return ScanTask(
        scan, tuple(sorted(start.items())), follow, source, module, layout, sector, begin, end, options, maps
    )


def _theory_of_scan(run: Run, scan: ScanFile, start: Mapping[str, Value]) -> Run | None:
    """The run over the theory that holds between both ends, or None after adding what is wrong to the diagnostics."""
    assert scan.begin is not None and scan.end is not None, "only what runs has a theory"
    varied = {axis.label for axis in scan.axes}
    hint = "end the scan there, or follow points by `zmodel run`, which goes through thresholds"
    for step in run.model.integrations:
        if names_in(step.scale) & varied:
            message = f"the scale at which `{step.name}` is integrated out varies, but a scan runs in one theory"
            run.diagnostics.append(Diagnostic("Z605", message, scan.span, hints=(hint,)))
            return None
    try:
        first, *others = stretches(run.model, start, math.log(scan.begin), math.log(scan.end))
    except EvaluationError as error:
        run.diagnostics.append(Diagnostic("Z430", str(error), scan.span))
        return None
    if others:
        names = " and ".join(f"`{name}`" for name in sorted(first.removed ^ others[-1].removed))
        message = f"{names}: what is integrated out within the range, but a scan runs in one theory"
        run.diagnostics.append(Diagnostic("Z605", message, scan.span, hints=(hint,)))
        return None
    theory, found = theory_of(run, first.removed)
    run.diagnostics += found
    if theory is not None:
        theory.real, theory.massless = run.real, run.massless
    return theory


def dimensionful_couplings(model: Model) -> set[str]:
    """Names of masses and trilinear couplings."""
    return {
        name
        for coupling in model.couplings
        if coupling.kind == "mass" or (coupling.kind == "potential" and len(coupling.monomials[0].legs) < 4)
        for name in (coupling.name, *(kept.name for kept in coupling.kept))
    }


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
        "check_along": scan.check_along,
        "axes": axes,
        "draws": scan.draws,
        "seed": scan.seed,
        "cross": {name: value for name, value in cross.items() if not isinstance(value, complex)},
        "points": scan.points,
    }


def _check_stability(scan: ScanFile, has_conditions: bool) -> list[Diagnostic]:
    if has_conditions or not (scan.check_along or scan.words & {"stable", "unstable_at"}):
        return []
    message = "no conditions are known for a potential of this model that is bounded from below"
    hint = "`zmodel potential` tells what is known"
    return [Diagnostic("Z433", message, scan.span, hints=(hint,))]


def _check_kept(scan: ScanFile, layout: StateLayout) -> Iterator[Diagnostic]:
    """What is kept must be there: a coupling is stored entry by entry, without those that vanish identically."""
    there = [*scan.columns_at_start, *RESULTS]
    if scan.end is not None:
        there += [*ENDS, *(element.label for element in layout.elements)]
    for item in scan.keep or ():
        if item.name in there:
            continue
        entries = [name for name in there if name.startswith(f"{item.name}[")]
        hints = [f"name its entries, such as `{entries[0]}`"] if entries else []
        hints += [f"did you mean `{close}`?" for close in did_you_mean(item.name, there) if not entries]
        yield Diagnostic("Z110", f"no column is called `{item.name}`", item.span, hints=tuple(hints))


# ------------------------------------------------------------------ emitted functions
def _maps(run: Run, scan: ScanFile, start: dict[str, Value], given: Collection[str]) -> Iterator[MapSource]:
    """The functions whose results are asked for; measured numbers that they need are added to the start."""
    for asked, what, find in (
        (scan.matching, "SMEFT coefficients", smeft_source),
        (scan.observables, "emitted observables", observables_source),
    ):
        source = find(run) if asked else None
        outputs = () if source is None else source.outputs
        unknown = [item for item in asked if item.name not in outputs]
        for item in unknown:
            hints = tuple(f"did you mean `{close}`?" for close in did_you_mean(item.name, outputs))
            message = f"`{item.name}` is none of the model's {what}"
            run.diagnostics.append(Diagnostic("Z110", message, item.span, hints=hints))
        if source is not None and not unknown and _has_inputs(run, scan, source, start, given):
            yield source


def _has_inputs(run: Run, scan: ScanFile, source: MapSource, start: dict[str, Value], given: Collection[str]) -> bool:
    from zmodel.pheno.inputs import gather_inputs, numbers

    needed = {name for name, _ in source.inputs} - set(given) - set(source.optional)
    measured = numbers(gather_inputs(run.model, scan.point))
    start |= {name: measured[name] for name in sorted(needed & measured.keys())}
    for name, is_complex in source.inputs:
        if not is_complex and start.get(name, 0.0).imag:
            message = f"`{name}` is complex, but this function is emitted for real numbers"
            run.diagnostics.append(Diagnostic("Z123", message, scan.span))
            return False
    missing = sorted(needed - measured.keys())
    if missing:
        hint = "give it in the point, or under [set]"
        message = f"there is no value for {', '.join(missing)}"
        run.diagnostics.append(Diagnostic("Z430", message, scan.span, hints=(hint,)))
    return not missing
