"""What the integrator is made from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zmodel.driver.passes import derive
from zmodel.driver.run import Run

if TYPE_CHECKING:
    from zmodel.emit.program import BetaProgram
    from zmodel.run import IntegratorSource

ALPHA_POWERS = {"gauge": 1, "mixing": 1, "yukawa": 1, "quartic": 2}
"""alpha of a number is its square, or itself, over (4 pi)^2; other kinds are no dimensionless couplings."""


def integrator_source(run: Run) -> IntegratorSource | None:
    """What the integrator is compiled from, or None after adding what is wrong to the run's diagnostics."""
    if not derive(run, ("beta_program",)):
        return None
    from zmodel.emit.c import emit_c
    from zmodel.emit.c.layout import state_layout
    from zmodel.emit.names import C_RESERVED, NameTable
    from zmodel.run import IntegratorSource

    program: BetaProgram = run.results["beta_program"]
    name = run.model.name
    header, source = emit_c(name, name, (), program, None, None)
    running = state_layout(program)[: len(program.couplings)]
    powers = [power for slot in running for power in [ALPHA_POWERS.get(slot.quantity.kind, 0)] * slot.size]
    inputs = sum(slot.size for slot in state_layout(program))
    text = source.replace(f'#include "{name}.h"\n', "", 1)
    return IntegratorSource(header, text, NameTable(C_RESERVED)[name], len(powers), inputs, tuple(powers))
