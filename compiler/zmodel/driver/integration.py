"""What the integrator is made from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zmodel import __version__
from zmodel.driver.passes import derive
from zmodel.driver.run import Run

if TYPE_CHECKING:
    from zmodel.emit.program import BetaProgram
    from zmodel.emit.stability_program import StabilityProgram
    from zmodel.run import IntegratorSource, ModuleSource

ALPHA_POWERS = {"gauge": 1, "mixing": 1, "yukawa": 1, "quartic": 2}
"""alpha of a number is its square, or itself, over (4 pi)^2; other kinds are no dimensionless couplings."""


def integrator_source(run: Run) -> IntegratorSource | None:
    """What the integrator is compiled from, or None after adding what is wrong to the run's diagnostics."""
    if not derive(run, ("beta_program", "stability_program")):
        return None
    from zmodel.emit.c import emit_c
    from zmodel.emit.c.layout import state_layout
    from zmodel.emit.names import C_RESERVED, NameTable
    from zmodel.run import IntegratorSource

    program: BetaProgram = run.results["beta_program"]
    name = run.model.name
    conditions: StabilityProgram | None = run.results["stability_program"]
    header, source = emit_c(name, name, (), program, None, conditions)
    running = state_layout(program)[: len(program.couplings)]
    powers = [power for slot in running for power in [ALPHA_POWERS.get(slot.quantity.kind, 0)] * slot.size]
    inputs = sum(slot.size for slot in state_layout(program))
    text = source.replace(f'#include "{name}.h"\n', "", 1)
    prefix = NameTable(C_RESERVED)[name]
    has_conditions = conditions is not None and bool(conditions.clauses)
    return IntegratorSource(header, text, prefix, len(powers), inputs, tuple(powers), has_conditions)


def module_source(run: Run) -> ModuleSource:
    """The emitted Python of a model that `integrator_source` has succeeded for; it serves where no C can be compiled."""
    derive(run, ("beta_program", "stability_program"))
    from zmodel.driver.running import state_layout_of
    from zmodel.emit.python import emit_python
    from zmodel.run import ModuleSource

    program: BetaProgram = run.results["beta_program"]
    name = run.model.name
    text = emit_python(name, name, __version__, (), program, None, run.results["stability_program"], ())
    return ModuleSource(text, state_layout_of(program))
