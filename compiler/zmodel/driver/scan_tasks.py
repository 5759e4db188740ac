"""From a scan that is read to one that is ready to be computed."""

from __future__ import annotations

import math
from collections.abc import Collection, Iterator, Mapping
from functools import partial
from typing import TYPE_CHECKING

from zmodel.derive.beta.mixing import abelian_sector
from zmodel.derive.point_numbers import twin_labels
from zmodel.diagnostics import Diagnostic, did_you_mean
from zmodel.driver.integration import module_source, observables_source, prepare_running, smeft_source
from zmodel.driver.run import Run
from zmodel.driver.running import Prepare, check_start, stretches, theory_of
from zmodel.driver.scanning import start_numbers
from zmodel.model.expression import EvaluationError, Value, names_in
from zmodel.model.model import Model
from zmodel.model.scan import ScanFile
from zmodel.model.scan.questions import ENDS, RESULTS

if TYPE_CHECKING:
    from zmodel.run.maps import MapSource
    from zmodel.run.scan import Course, ScanTask


def scan_task(run: Run, scan: ScanFile, prepare: Prepare = prepare_running) -> ScanTask | None:
    """The scan, or None after adding what is wrong to the run's diagnostics.

    Args:
        run: from `analyse_scan`.
        scan: likewise.
        prepare: makes the theory ready, `prepare_running` or something that remembers.
    """
    from zmodel.run.layout import is_real
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
    course = None
    if scan.end is not None:
        course = _course(run, scan, start, prepare)
        if course is None:
            return None
    run.diagnostics += _check_kept(scan, course)
    maps = tuple(_maps(run, scan, start, given))
    if any(item.severity == "error" for item in run.diagnostics):
        return None
    return ScanTask(scan, tuple(sorted(start.items())), follow, course, maps)


# ------------------------------------------------------------------ running
def _course(run: Run, scan: ScanFile, start: Mapping[str, Value], prepare: Prepare) -> Course | None:
    """What couplings run through, or None after adding what is wrong to the run's diagnostics."""
    from zmodel.derive.beta.abelian_numbers import NOT_POSITIVE, is_fixed, is_positive
    from zmodel.run import RunOptions, make_integrator
    from zmodel.run.scan import Course

    theory = _theory_of_scan(run, scan, start)
    running = None if theory is None else prepare(theory)
    if theory is None or running is None:
        run.diagnostics += [] if theory in (None, run) else theory.diagnostics
        return None
    assert scan.begin is not None and scan.end is not None, "only what runs has a course"
    source, layout = running.source, running.layout
    varied = {axis.label for axis in scan.axes}
    run.diagnostics += check_start(layout, {**start, **dict.fromkeys(varied)}, scan.span)
    run.diagnostics += _check_stability(scan, source.has_conditions)
    sector = abelian_sector(theory.model)
    is_sure = is_fixed(sector, varied)
    if is_sure and not is_positive(sector, start):
        run.diagnostics.append(Diagnostic("Z430", NOT_POSITIVE, scan.span))
    _, found = make_integrator(source, partial(module_source, theory))
    run.diagnostics += found
    module = module_source(theory) if found else None
    options = RunOptions(scan.rtol, scan.atol, scan.strong, loops=run.loops.highest, checks=scan.check_along or 1)
    return Course(
        source, module, layout, None if is_sure else sector, math.log(scan.begin), math.log(scan.end), options
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
        first, *others = stretches(run.model, start, scan.begin, scan.end)
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


def _check_stability(scan: ScanFile, has_conditions: bool) -> list[Diagnostic]:
    if has_conditions or not (scan.check_along or scan.words & {"stable", "unstable_at"}):
        return []
    message = "no conditions are known for a potential of this model that is bounded from below"
    hint = "`zmodel potential` tells what is known"
    return [Diagnostic("Z433", message, scan.span, hints=(hint,))]


def _check_kept(scan: ScanFile, course: Course | None) -> Iterator[Diagnostic]:
    """What is kept must be there: a coupling is stored entry by entry, without those that vanish identically."""
    there = [*scan.columns_at_start, *RESULTS]
    if course is not None:
        there += [*ENDS, *(element.label for element in course.layout.elements)]
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
