"""What is compiled to run couplings, and to evaluate matching and observables: emitted sources with their layouts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from zmodel import __version__
from zmodel.driver.passes import derive
from zmodel.driver.run import Run

if TYPE_CHECKING:
    from zmodel.emit.matching_program import MatchingProgram
    from zmodel.emit.observables_program import ObservablesProgram
    from zmodel.emit.program import BetaProgram, Quantity
    from zmodel.emit.stability_program import StabilityProgram
    from zmodel.run import IntegratorSource, ModuleSource
    from zmodel.run.layout import Slot, StateLayout
    from zmodel.run.maps import MapSource

DIMENSIONLESS = {"gauge": 1, "mixing": 1, "yukawa": 1, "quartic": 2}
"""What a pole is told by: alpha of a number is its square, or itself, over (4 pi)^2."""


@dataclass(frozen=True)
class Running:
    """A theory that is ready to run."""

    source: IntegratorSource
    layout: StateLayout


def prepare_running(run: Run) -> Running | None:
    """What the integrator needs, or None after adding what is wrong to the run's diagnostics."""
    source = integrator_source(run)
    return None if source is None else Running(source, _layout(run.results["beta_program"]))


def integrator_source(run: Run) -> IntegratorSource | None:
    """What the integrator is compiled from, or None after adding what is wrong to the run's diagnostics."""
    if not derive(run, ("beta_program", "stability_program")):
        return None
    from zmodel.run import IntegratorSource

    conditions: StabilityProgram | None = run.results["stability_program"]
    layout = _layout(run.results["beta_program"])
    powers = tuple(power for slot in layout.running for power in [DIMENSIONLESS.get(slot.kind, 0)] * slot.size)
    has_conditions = conditions is not None and bool(conditions.clauses)
    texts = _emitted(run, stability=conditions)
    return IntegratorSource(*texts, _prefix(run), len(powers), layout.inputs, powers, has_conditions)


def module_source(run: Run) -> ModuleSource:
    """The emitted Python of a model that `integrator_source` succeeds for; it serves where no C can be compiled."""
    derive(run, ("beta_program", "stability_program"))
    from zmodel.emit.python import emit_python
    from zmodel.run import ModuleSource

    program: BetaProgram = run.results["beta_program"]
    name = run.model.name
    text = emit_python(name, name, __version__, (), program, None, run.results["stability_program"], ())
    return ModuleSource(text, _layout(program))


def smeft_source(run: Run) -> MapSource | None:
    """The emitted matching, if the model integrates anything out and there is no error."""
    if not derive(run, ("matching_program", "beta_program")) or run.results["matching_program"] is None:
        return None
    from zmodel.run.maps import MapSource

    program: MatchingProgram = run.results["matching_program"]
    inputs = tuple((item.name, item.is_complex) for item in program.inputs)
    texts = _emitted(run, matching=program)
    return MapSource(*texts, f"{_prefix(run)}_smeft", inputs, (), tuple(program.coefficients), complex_outputs=True)


def observables_source(run: Run) -> MapSource | None:
    """The emitted observables, if the model has any and there is no error."""
    if not derive(run, ("observables_program", "beta_program")) or run.results["observables_program"] is None:
        return None
    from zmodel.run.maps import MapSource

    program: ObservablesProgram = run.results["observables_program"]
    inputs = tuple((name, False) for name in program.inputs)
    texts = _emitted(run, observables=program)
    name, outputs = f"{_prefix(run)}_observables", tuple(program.outputs)
    return MapSource(*texts, name, inputs, program.optional, outputs, complex_outputs=False)


# ------------------------------------------------------------------ emitted C
def _emitted(
    run: Run,
    matching: MatchingProgram | None = None,
    stability: StabilityProgram | None = None,
    observables: ObservablesProgram | None = None,
) -> tuple[str, str]:
    """Header and source, which does not include the header, so that one text can follow the other."""
    from zmodel.emit.c import emit_c
    from zmodel.emit.file_names import file_stem

    name = run.model.name
    header, source = emit_c(name, name, (), run.results["beta_program"], matching, stability, observables)
    return header, source.replace(f'#include "{file_stem(name)}.h"\n', "", 1)


def _prefix(run: Run) -> str:
    from zmodel.emit.names import C_RESERVED, NameTable

    return NameTable(C_RESERVED)[run.model.name]


def _layout(program: BetaProgram) -> StateLayout:
    """The layout of the states that emitted C takes."""
    from zmodel.emit.c.layout import state_layout
    from zmodel.run.layout import StateLayout

    slots = [_slot(item.quantity, item.offset) for item in state_layout(program)]
    running = len(program.couplings)
    return StateLayout(tuple(slots[:running]), tuple(slots[running:]))


def _slot(quantity: Quantity, offset: int) -> Slot:
    from zmodel.run.layout import Slot

    entries = quantity.texture if quantity.shape else ()
    return Slot(quantity.name, quantity.kind, quantity.shape, quantity.is_complex, entries, quantity.symmetry, offset)
