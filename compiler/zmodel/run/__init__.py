"""Integrates beta functions: the emitted C with an integrator behind it, compiled, and driven from Python."""

from zmodel.run.integrator import Integrator, IntegratorSource, RunOptions, Status, Trajectories

__all__ = ["Integrator", "IntegratorSource", "RunOptions", "Status", "Trajectories"]
