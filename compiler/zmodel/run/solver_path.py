"""One trajectory after the other with SciPy: the criteria by which they end are those of the C in templates/run."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import NDArray

from zmodel.run.integrator import RunOptions, Status

Numbers = NDArray[np.float64]

STIFF_AFTER = 2_000
"""Steps after which an implicit method takes over; trajectories that are not stiff take fewer by far."""

LOOP_FACTOR = 1 / (4 * np.pi) ** 2


class Marks:
    """Scales at equal distances, and the numbers found at those that have been passed; a single one is the end."""

    def __init__(self, begin: float, end: float, count: int) -> None:
        self.scales = np.linspace(begin, end, count) if count != 1 else np.array([end])
        self.found: list[Numbers] = []

    def begin(self, t: float, x: Numbers) -> None:
        """Takes the numbers at t, where nothing has been integrated yet."""
        self.found.extend([x] * int((self.scales == t).sum()))

    def visit(self, solver: Any, t: float) -> None:
        """Finds the numbers at scales within the last step, as far as t."""
        ahead = self.scales[len(self.found) :]
        passed = ahead[solver.direction * (ahead - t) <= 0]
        if passed.size:
            self.found.extend(solver.dense_output()(passed).T)


class SolverPath:
    """One point on its way: x at t = ln(mu/GeV), and the limits at which it ends."""

    def __init__(
        self, slope: Callable[[float, Numbers], Numbers], options: RunOptions, powers: tuple[int, ...]
    ) -> None:
        self._slope, self._options = slope, options
        self._powers = np.array(powers)
        self.x, self.t = np.empty(0), np.nan

    def follow(self, x: Numbers, begin: float, end: float, marks: tuple[Marks, ...]) -> Status:
        """Goes from one scale to another as far as possible, and visits marks on the way."""
        self.x, self.t = x, begin
        if not (np.isfinite(x).all() and np.isfinite(self._slope(begin, x)).all()):
            return Status.NOT_FINITE
        beyond = self._limit()
        if beyond is not None:
            for kind in marks:
                kind.begin(begin, x)
            return beyond
        with np.errstate(all="ignore"):
            return self._steps(begin, end, marks)

    def _steps(self, begin: float, end: float, marks: tuple[Marks, ...]) -> Status:
        from scipy.integrate import DOP853, Radau

        rtol, atol = self._options.rtol, self._options.least
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
