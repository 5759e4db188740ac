"""Integrates beta functions: the emitted C with an integrator behind it, compiled, and driven from Python."""

from zmodel.run.fallback import ModuleSource, ScipyIntegrator, make_integrator
from zmodel.run.integrator import Integrator, IntegratorSource, RunOptions, Status, Trajectories

__all__ = [
    "Integrator",
    "IntegratorSource",
    "ModuleSource",
    "RunOptions",
    "ScipyIntegrator",
    "Status",
    "Trajectories",
    "make_integrator",
]
