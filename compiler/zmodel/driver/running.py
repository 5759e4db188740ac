"""What runs between two scales: the theory of each stretch between thresholds, ready to be integrated."""

from __future__ import annotations

import math
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING

from zmodel.derive.beta.mixing import abelian_sector
from zmodel.derive.couplings import Coupling
from zmodel.diagnostics import Diagnostic
from zmodel.driver.analysis import check_model
from zmodel.driver.integration import Running, module_source, prepare_running
from zmodel.driver.run import Run
from zmodel.model.decouple import decoupled, mass_partners
from zmodel.model.expression import EvaluationError, Value, evaluate
from zmodel.model.model import Integration, Model, Point
from zmodel.model.quantities import entry_label
from zmodel.source import Span

if TYPE_CHECKING:
    from zmodel.derive.heavy_exchange import HeavyScalars
    from zmodel.run import RunOptions
    from zmodel.run.layout import StateLayout
    from zmodel.run.trajectory import Trajectory


@dataclass(frozen=True)
class Stretch:
    """A piece of a trajectory on which one theory holds.

    Attributes:
        begin: GeV.
        end: likewise.
        removed: names of what is integrated out there.
    """

    begin: float
    end: float
    removed: frozenset[str]


# ------------------------------------------------------------------ numbers of a point
def point_numbers(point: Point) -> dict[str, Value]:
    """The numbers of a point by label, `Yd[2,3]` for entries."""
    return {entry_label(value.name, value.indices): value.value for value in point.values}


def check_start(layout: StateLayout, values: Mapping[str, Value | None], span: Span) -> list[Diagnostic]:
    """What is left open at the start: gauge couplings and parameters are needed, all others are zero then.

    A number for an entry that is zero in the theory is an error.

    Args:
        layout: of the theory.
        values: all numbers that there are, by label; None for one that varies.
        span: of the point, or whatever gives numbers.
    """
    given = {label.partition("[")[0] for label in values}
    missing = [slot for slot in (*layout.running, *layout.parameters) if slot.name not in given]
    needed = [slot.name for slot in missing if slot.kind in ("gauge", "parameter")]
    others = [slot.name for slot in missing if slot.kind in ("mixing", "yukawa", "quartic")]
    found = []
    if needed:
        found.append(Diagnostic("Z430", f"there is no value for {', '.join(needed)}", span))
    if others:
        found.append(Diagnostic("Z512", f"there is no value for {', '.join(others)}: zero is taken", span))
    running = {slot.name for slot in layout.running}
    for label, value in values.items():
        if label.partition("[")[0] in running and label not in layout.places and value != 0:
            found.append(Diagnostic("Z127", f"`{label}` is zero in this theory, but gets a number", span))
    return found


# ------------------------------------------------------------------ thresholds
def stretches(model: Model, values: Mapping[str, Value], begin: float, end: float) -> tuple[Stretch, ...]:
    """The pieces of a trajectory between the scales at which something is integrated out.

    Args:
        model: whose `integrate` statements say what is integrated out where.
        values: numbers of the point.
        begin: GeV.
        end: likewise.

    Raises:
        EvaluationError: if a scale has no positive value.
    """
    thresholds = {step.name: _positive(evaluate(step.scale, values), step.name) for step in model.integrations}
    # Scales whose logarithms are the same number are one scale to the integrator.
    scales = {math.log(scale): scale for scale in (*thresholds.values(), begin, end)}
    first, last = math.log(begin), math.log(end)
    inside = sorted((t for t in scales if min(first, last) < t < max(first, last)), reverse=last < first)
    return tuple(
        Stretch(
            scales[t],
            scales[u],
            frozenset(name for name, scale in thresholds.items() if math.log(scale) > (t + u) / 2),
        )
        for t, u in pairwise([first, *inside, last])
    )


def _positive(scale: Value, name: str) -> float:
    if isinstance(scale, complex) or not scale > 0:
        raise EvaluationError(f"the scale of `{name}` is not positive")
    return scale


def theory_of(run: Run, removed: frozenset[str]) -> tuple[Run | None, tuple[Diagnostic, ...]]:
    """The run over the theory without some particles, or None and why there is none."""
    if not removed:
        return run, ()
    mixed = tuple(_mixed(run.model, step, removed) for step in run.model.integrations if step.name in removed)
    if any(mixed):
        return None, tuple(item for item in mixed if item is not None)
    model = decoupled(run.model, removed)
    analysis, found = check_model(model)
    errors = tuple(item for item in found if item.severity == "error")
    if analysis is None:
        return None, errors
    return Run(analysis, loops=run.loops), ()


def _mixed(model: Model, step: Integration, removed: frozenset[str]) -> Diagnostic | None:
    """Says so if a fermion has its mass with others than go with it, so that it is not clear what is left."""
    partners = mass_partners(model, step.name)
    if removed.issuperset(partners):
        return None
    (half, *more) = partners
    found = ""
    if more:
        found = f"`{step.name}` has mass terms with {_shown(partners, step.name)}"
    elif others := [name for name in mass_partners(model, half) if name not in removed]:
        found = f"`{half}`, the other half of `{step.name}`, has mass terms with {_shown(others, half)}, too"
    elif model.field(half).generations != model.field(step.name).generations:
        found = f"`{step.name}` and its other half `{half}` differ in the number of generations"
    hint = "rotate the fields so that it has its mass with one of them alone, or integrate all of them out at one scale"
    return Diagnostic("Z402", found, step.span, hints=(hint,)) if found else None


def _shown(names: Sequence[str], of: str) -> str:
    return " and ".join("itself" if name == of else f"`{name}`" for name in names)


def _threshold(
    before: Run, behind: Run, change: frozenset[str], values: Mapping[str, Value], scale: float
) -> tuple[HeavyScalars, tuple[Diagnostic, ...]]:
    """The heavy scalars between two theories, of which one has particles that the other lacks."""
    from zmodel.derive.thresholds import heavy_scalars

    above, below = (before, behind) if len(before.model.fields) > len(behind.model.fields) else (behind, before)
    couplings = above.analysis.couplings.couplings
    heavy = heavy_scalars(above.model, couplings, below.model, below.analysis.couplings.couplings, change)
    kept = {field.name for field in below.model.fields}
    return heavy, tuple(_left_out(above.model, couplings, heavy, kept, values, scale))


def _left_out(
    model: Model,
    couplings: Mapping[str, Coupling],
    heavy: HeavyScalars,
    kept: Collection[str],
    values: Mapping[str, Value],
    scale: float,
) -> Iterator[Diagnostic]:
    shift = heavy.shift(values, scale)
    reasons = {
        **dict.fromkeys(shift.left_out, "it gives a term that the theory below has no coupling for"),
        **dict.fromkeys(shift.mixing, "it gives a tadpole, or mixes a heavy scalar with a light one"),
    }
    for name, reason in reasons.items():
        yield Diagnostic("Z513", f"`{name}` is left out at the threshold", couplings[name].span, label=reason)
    for name in heavy.unknown(values):
        yield Diagnostic("Z513", f"the vacuum value of `{name}` has no number: it is zero", model.field(name).span)
    given = {label.partition("[")[0] for label, value in values.items() if value}
    for name in _fermion_masses(couplings, heavy.in_vacuum(values), kept):
        if not given.isdisjoint([name, *(entry.name for entry in couplings[name].kept)]):
            message = f"masses that `{name}` gives fermions are left out at the threshold"
            yield Diagnostic("Z513", message, couplings[name].span, label="it has a scalar with a vacuum value")


def _fermion_masses(
    couplings: Mapping[str, Coupling], in_vacuum: Collection[str], kept: Collection[str]
) -> Iterator[str]:
    """Yukawa couplings of scalars that are in the vacuum to fermions that stay."""
    for coupling in couplings.values():
        products = [{leg.field for leg in legs} for _, legs, _ in coupling.monomials if coupling.kind == "yukawa"]
        if any(not names.isdisjoint(in_vacuum) and names <= {*in_vacuum, *kept} for names in products):
            yield coupling.name


# ------------------------------------------------------------------ one point
Prepare = Callable[[Run], Running | None]


def run_point(
    run: Run, goal: float, options: RunOptions, samples: int, prepare: Prepare = prepare_running
) -> Trajectory | None:
    """Integrates from the point of a run to another scale, through thresholds.

    Args:
        run: with a point, whose exact parameters are put in; receives diagnostics.
        goal: GeV.
        options: precision and limits.
        samples: about the number of scales in the table.
        prepare: makes a theory ready, `prepare_running` or something that remembers.

    Returns:
        The trajectory, or None after adding what is wrong to the run's diagnostics.
    """
    from zmodel.derive.beta.abelian_numbers import NOT_POSITIVE, is_positive
    from zmodel.run import make_integrator
    from zmodel.run.trajectory import Piece, follow

    point = run.point
    assert point is not None, "a trajectory starts at a point"
    values = point_numbers(point)
    pieces: list[Piece] = []
    before: tuple[Run, frozenset[str]] | None = None
    try:
        for stretch in stretches(run.model, values, start_of(point), goal):
            theory, found = theory_of(run, stretch.removed)
            run.diagnostics += found
            running = None if theory is None else prepare(theory)
            if theory is None or running is None:
                run.diagnostics += [] if theory in (None, run) else theory.diagnostics
                return None
            run.diagnostics += check_start(running.layout, values, point.span)
            integrator, found = make_integrator(running.source, partial(module_source, theory))
            run.diagnostics += found
            heavy, comes_in = None, False
            if before is not None:
                change = before[1] ^ stretch.removed
                heavy, found = _threshold(before[0], theory, change, values, stretch.begin)
                run.diagnostics += found
                comes_in = stretch.removed < before[1]
            sector = abelian_sector(theory.model)
            if before is None and not is_positive(sector, values):
                run.diagnostics.append(Diagnostic("Z430", NOT_POSITIVE, point.span))
            pieces.append(Piece(integrator, running.layout, sector, stretch.begin, stretch.end, heavy, comes_in))
            before = theory, stretch.removed
    except EvaluationError as error:
        run.diagnostics.append(Diagnostic("Z430", str(error), point.span))
    if any(item.severity == "error" for item in run.diagnostics):
        return None
    try:
        return follow(pieces, values, options, samples)
    except ValueError as error:
        run.diagnostics.append(Diagnostic("Z430", str(error), point.span))
        return None


def start_of(point: Point) -> float:
    """The scale of a point in GeV.

    Raises:
        EvaluationError: if it has no scale.
    """
    if point.scale is None:
        raise EvaluationError(f"the point `{point.name}` has no scale to start from")
    return point.scale
