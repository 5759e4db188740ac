"""The integrator where there is no C compiler: the emitted Python module, and SciPy for one point after the other."""

from __future__ import annotations

import importlib.util
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np
from numpy.typing import NDArray

from zmodel.diagnostics import Diagnostic
from zmodel.native import BuildError
from zmodel.run.integrator import Integrator, IntegratorSource, RunOptions, Trajectories, check_request
from zmodel.run.layout import Slot, StateLayout
from zmodel.run.solver_path import Marks, SolverPath

Numbers = NDArray[np.float64]


@dataclass(frozen=True)
class ModuleSource:
    """The emitted Python of a model.

    Attributes:
        text: of NAME.py.
        layout: which number of a state is which of its quantities.
    """

    text: str
    layout: StateLayout


def make_integrator(
    source: IntegratorSource, module: Callable[[], ModuleSource]
) -> tuple[Integrator | ScipyIntegrator, tuple[Diagnostic, ...]]:
    """The compiled integrator, or without a compiler the one that needs none, and a warning.

    Args:
        source: the emitted C.
        module: emits the Python; called only if it is needed.
    """
    try:
        return Integrator(source), ()
    except BuildError as error:
        message = "SciPy integrates, as there is no compiled code"
        warning = Diagnostic("Z515", message, notes=tuple(str(error).splitlines()))
        return ScipyIntegrator(source, module()), (warning,)


class ScipyIntegrator:
    """The emitted Python module of a model, ready to integrate: in all but speed what `Integrator` is."""

    def __init__(self, source: IntegratorSource, module: ModuleSource) -> None:
        self.source = source
        self._layout = module.layout
        self._module = import_text(module.text)

    def beta(self, states: Numbers, loops: int) -> Numbers:
        """The beta functions, (numbers that run, points), at states (inputs, points); nan where those are not finite.

        Raises:
            ValueError: if there is no such loop order.
        """
        if not 1 <= loops <= self._module.LOOPS:
            raise ValueError(f"there are no beta functions of loop order {loops}")
        return self._rates(np.asarray(states, dtype=np.float64).T, loops).T

    def stable(self, states: Numbers) -> NDArray[np.bool_]:
        """Whether the potential is bounded from below at states (inputs, points).

        Raises:
            ValueError: if the model has no conditions for that.
        """
        if not self.source.has_conditions:
            raise ValueError(f"{self.source.prefix} has no conditions for a stable potential")
        found = self._module.stable(self._values(np.asarray(states, dtype=np.float64).T))
        return np.broadcast_to(found, states.shape[1:]).astype(np.bool_)

    def integrate(
        self,
        states: Numbers,
        begin: Numbers,
        end: Numbers,
        options: RunOptions,
        samples: int = 0,
        threads: int | None = None,
    ) -> Trajectories:
        """Integrates from one scale to another, upwards or downwards.

        Args:
            states: numbers and parameters at the beginning, (inputs, points).
            begin: ln(mu/GeV) for each point.
            end: likewise.
            options: precision and limits.
            samples: numbers of places, both ends included, at which the trajectory is kept; 0 or at least 2.
            threads: not used: one processor works.

        Raises:
            ValueError: if the shapes do not fit, or there is no such loop order.
        """
        del threads
        points = check_request(self.source, states, begin, end, samples)
        self.beta(states[:, :0], options.loops)
        size = self.source.size
        values, kept = np.full((size, points), np.nan), np.full((size, samples, points), np.nan)
        t, unstable = np.full((2, points), np.nan)
        status = np.zeros(points, dtype=np.int32)
        checks = options.checks if self.source.has_conditions else 0
        for p in range(points):
            sampled, checked = Marks(begin[p], end[p], samples), Marks(begin[p], end[p], checks)
            path = SolverPath(self._slope(states[:, p], options.loops), options, self.source.powers)
            status[p] = path.follow(states[:size, p], begin[p], end[p], (sampled, checked))
            values[:, p], t[p] = path.x, path.t
            for k, x in enumerate(sampled.found):
                kept[:, k, p] = x
            if checked.found:
                stable = self.stable(_with_parameters(np.stack(checked.found, axis=1), states[:, p]))
                unstable[p] = np.nan if stable.all() else checked.scales[stable.argmin()]
        return Trajectories(values, t, status, kept, unstable)

    def _slope(self, state: Numbers, loops: int) -> Callable[[float, Numbers], Numbers]:
        parameters = state[self.source.size :]

        def slope(_: float, x: Numbers) -> Numbers:
            return self._rates(np.concatenate([x, parameters]), loops)

        return slope

    def _rates(self, states: Numbers, loops: int) -> Numbers:
        """The beta functions (..., numbers that run) at states (..., inputs)."""
        finite = np.isfinite(states).all(axis=-1, keepdims=True)
        # Where entries vanish by symmetry the module wants zeros, so it sees no nan; results there are dropped.
        values = self._values(np.where(finite, states, 0.0))
        rates = np.empty((*states.shape[:-1], self.source.size))
        with np.errstate(all="ignore"):
            found = self._module.beta(values, loops)
        for slot in self._layout.running:
            _write(slot, rates, found[slot.name])
        return np.where(finite, rates, np.nan)

    def _values(self, states: Numbers) -> dict[str, Any]:
        """Quantities by name, from states (..., inputs)."""
        return {slot.name: _read(slot, states) for slot in (*self._layout.running, *self._layout.parameters)}


def import_text(text: str) -> ModuleType:
    """Imports what the compiler has emitted; the file is private and does not stay."""
    with tempfile.TemporaryDirectory(prefix="zmodel-") as folder:
        path = Path(folder) / "emitted.py"
        path.write_text(text, encoding="utf-8")
        # Emitted by us; tests/integration/safety/test_injection.py holds what that may be.
        spec = importlib.util.spec_from_file_location("zmodel_emitted", path)  # noqa: TID251  (see above)
        assert spec is not None and spec.loader is not None
        module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
    return module


def _with_parameters(x: Numbers, state: Numbers) -> Numbers:
    """States (inputs, places) of what runs, (numbers, places), and the parameters of one state."""
    return np.concatenate([x, np.repeat(state[len(x) :, None], x.shape[1], axis=1)])


def _read(slot: Slot, states: Numbers) -> Any:
    """A quantity as the emitted module takes it, from states (..., inputs)."""
    numbers: NDArray[Any] = states[..., slot.offset : slot.offset + slot.size]
    if slot.is_complex:
        numbers = numbers[..., 0::2] + 1j * numbers[..., 1::2]
    if not slot.shape:
        return numbers[..., 0][()]  # a scalar, far faster than an array of none, if there is one point
    array = numbers.reshape((*states.shape[:-1], *slot.shape))
    if slot.symmetry == "none":
        return array
    mirrored = array.swapaxes(-1, -2)  # the same but for rounding
    return (array + mirrored) / 2 if slot.symmetry == "symmetric" else (array - mirrored) / 2


def _write(slot: Slot, rates: Numbers, value: Any) -> None:
    """A quantity's beta function put in its place in rates (..., numbers that run)."""
    parts = (value.real, value.imag) if slot.is_complex else (value.real,)
    for i, part in enumerate(parts):
        if not slot.shape:
            rates[..., slot.offset + i] = part
            continue
        array = np.broadcast_to(part, (*rates.shape[:-1], *slot.shape))
        rates[..., slot.offset + i : slot.offset + slot.size : len(parts)] = array.reshape(
            (*rates.shape[:-1], slot.size // len(parts))
        )
