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
from zmodel.run.integrator import Integrator, IntegratorSource, RunOptions, Status, Trajectories, check_request
from zmodel.run.layout import Slot, StateLayout

Numbers = NDArray[np.float64]

STIFF_AFTER = 2_000
"""Steps after which an implicit method takes over; trajectories that are not stiff take fewer by far."""

LOOP_FACTOR = 1 / (4 * np.pi) ** 2


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
        warning = Diagnostic("Z515", "there is no C compiler: SciPy integrates", notes=tuple(str(error).splitlines()))
        return ScipyIntegrator(source, module()), (warning,)


class ScipyIntegrator:
    """The emitted Python module of a model, ready to integrate: in all but speed what `Integrator` is."""

    def __init__(self, source: IntegratorSource, module: ModuleSource) -> None:
        self.source = source
        self._layout = module.layout
        self._module = _import_text(module.text)

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
            sampled, checked = _Marks(begin[p], end[p], samples), _Marks(begin[p], end[p], checks)
            path = _Path(self._slope(states[:, p], options.loops), options, self.source.powers)
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


class _Marks:
    """Scales at equal distances, and the numbers found at those that have been passed; a single one is the end."""

    def __init__(self, begin: float, end: float, count: int) -> None:
        self.scales = np.linspace(begin, end, count) if count != 1 else np.array([end])
        self.found: list[Numbers] = []

    def visit(self, solver: Any, t: float) -> None:
        """Finds the numbers at scales within the last step, as far as t."""
        ahead = self.scales[len(self.found) :]
        passed = ahead[solver.direction * (ahead - t) <= 0]
        if passed.size:
            self.found.extend(solver.dense_output()(passed).T)


class _Path:
    """One point on its way: x at t = ln(mu/GeV), and the limits at which it ends.

    The criteria are those of the C in templates/run.
    """

    def __init__(
        self, slope: Callable[[float, Numbers], Numbers], options: RunOptions, powers: tuple[int, ...]
    ) -> None:
        self._slope, self._options = slope, options
        self._powers = np.array(powers)
        self.x, self.t = np.empty(0), np.nan

    def follow(self, x: Numbers, begin: float, end: float, marks: tuple[_Marks, ...]) -> Status:
        """Goes from one scale to another as far as possible, and visits marks on the way."""
        self.x, self.t = x, begin
        if not (np.isfinite(x).all() and np.isfinite(self._slope(begin, x)).all()):
            return Status.NOT_FINITE
        with np.errstate(all="ignore"):
            return self._steps(begin, end, marks)

    def _steps(self, begin: float, end: float, marks: tuple[_Marks, ...]) -> Status:
        from scipy.integrate import DOP853, Radau

        rtol, atol = self._options.rtol, self._options.atol
        solver: Any = DOP853(self._slope, begin, self.x, end, rtol=rtol, atol=atol)
        for step in range(1, self._options.max_steps + 1):
            if step == STIFF_AFTER:
                solver = Radau(self._slope, self.t, self.x, end, rtol=rtol, atol=atol)
            solver.step()
            if solver.status == "failed":
                return Status.POLE if np.isfinite(self._slope(self.t, self.x)).all() else Status.NOT_FINITE
            before, self.x, self.t = (self.t, self.x), solver.y, float(solver.t)
            status = self._limit()
            if status == Status.STRONG:
                self._cut(solver.dense_output(), before[0])
            for kind in marks:
                kind.visit(solver, self.t)
            if status == Status.POLE:
                self.t = self._pole(*before)
            if status is None and solver.status == "finished":
                status = Status.REACHED
            if status is not None:
                return status
        return Status.TOO_LONG

    def _limit(self) -> Status | None:
        """The limit that couplings are beyond."""
        if self._sizes(self.x).max() > self._options.large:
            return Status.POLE
        strong = self._options.strong
        return Status.STRONG if strong and self._alpha(self.x) > strong else None

    def _sizes(self, x: Numbers) -> Numbers:
        """Of dimensionless couplings."""
        return np.where(self._powers > 0, np.abs(x), 0.0)

    def _alpha(self, x: Numbers) -> float:
        """The largest one."""
        sizes = self._sizes(x)
        return float(np.where(self._powers == 1, sizes**2, sizes).max()) * LOOP_FACTOR

    def _cut(self, between: Callable[[float], Numbers], t: float) -> None:
        """Ends the step that began at t where an alpha reaches its limit, by bisection."""
        assert self._options.strong is not None
        low, high = t, self.t
        for _ in range(52):
            middle = (low + high) / 2
            if self._alpha(between(middle)) > self._options.strong:
                high = middle
            else:
                low = middle
        self.x, self.t = between(high), high

    def _pole(self, t: float, x: Numbers) -> float:
        """Where the largest coupling has its pole, behind a step that began with x at t.

        One that goes like (t_pole - t)^(-1/(m-1)), dx/dt = c x^m, has it x/((m-1) dx/dt) ahead.
        """
        i = int(self._sizes(self.x).argmax())
        rates = abs(self._slope(t, x)[i]), abs(self._slope(self.t, self.x)[i])
        m = np.log(rates[1] / rates[0]) / np.log(abs(self.x[i] / x[i]))
        ahead = abs(self.x[i]) / ((m if m > 1.5 else 1.5) - 1) / rates[1]
        return float(self.t + np.copysign(ahead, self.t - t))


def _import_text(text: str) -> ModuleType:
    """Imports what the compiler has emitted; the file is private and does not stay."""
    with tempfile.TemporaryDirectory(prefix="zmodel-") as folder:
        path = Path(folder) / "emitted.py"
        path.write_text(text, encoding="utf-8")
        spec = importlib.util.spec_from_file_location("zmodel_emitted", path)
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
