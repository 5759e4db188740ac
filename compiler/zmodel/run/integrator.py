"""The integrator: C of templates/run behind the emitted C of a model, called for many points at once."""

from __future__ import annotations

import ctypes
import math
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass
from enum import IntEnum
from typing import Any

import numpy as np
from numpy.typing import NDArray

from zmodel import resources
from zmodel.native import load_library, thread_count

Numbers = NDArray[np.float64]

FLAGS = (
    "-march=native",
    "-ffp-contract=fast",
    "-fno-math-errno",
    "-fno-trapping-math",
    "-fno-semantic-interposition",
)
"""Beside those of every library; -ffast-math would rule out infinities and nan, which poles are told by."""

PARTS = ("task", "pace", "dop853", "lanes", "stiff", "integrate")
"""Files of templates/run, in this order behind the model's own source."""

LANES = 16
"""Points side by side; fewer for models with so many numbers that they would not fit a cache."""

CACHE = 1 << 18
"""Bytes that the work of all lanes may take."""

LEAST_ERROR = 1e-200
"""Stands for an absolute error of zero, so that 0/0 does not occur."""

LOWEST_LOG, HIGHEST_LOG = math.log(5e-324), math.log(sys.float_info.max)
"""ln(mu/GeV) of the lowest and the highest scale that is a floating-point number."""


def energies(logarithms: Any, *known: float) -> Any:
    """Scales in GeV from ln(mu/GeV); a pole that lies just beyond the last floating-point number is put there.

    Args:
        logarithms: of the scales.
        known: scales that are given back as they are for their logarithms, and not nearly.
    """
    scales = np.exp(np.clip(logarithms, LOWEST_LOG, HIGHEST_LOG))
    for scale in known:
        scales = np.where(logarithms == math.log(scale), scale, scales)
    return scales


class Status(IntEnum):
    """How a trajectory ends, as in templates/run/task.c."""

    REACHED = 0
    POLE = 1
    NOT_FINITE = 2
    STRONG = 3
    TOO_LONG = 4


class _Options(ctypes.Structure):
    _fields_ = (
        *((name, ctypes.c_double) for name in ("rtol", "atol", "strong", "large")),
        *((name, ctypes.c_int64) for name in ("max_steps", "checks")),
        ("loops", ctypes.c_int32),
    )


class _Task(ctypes.Structure):
    _fields_ = (
        *((name, ctypes.c_size_t) for name in ("points", "samples")),
        *((name, ctypes.c_void_p) for name in ("x0", "t0", "t1", "x", "t", "status", "sampled", "unstable")),
        ("waiting", ctypes.c_int64),
    )


@dataclass(frozen=True)
class RunOptions:
    """How precisely and how far is integrated.

    Attributes:
        rtol: relative error of each number in a step.
        atol: absolute error that is allowed besides, for numbers near zero.
        strong: alpha at which a trajectory ends, g^2/(4 pi)^2 or |lambda|/(4 pi)^2; None for any.
        large: a coupling beyond this is taken to have a pole, which is extrapolated.
        max_steps: of a trajectory.
        loops: highest order of the beta functions.
        checks: number of scales, equally spaced in ln(mu) with both ends, at which the potential's stability is looked
            at; 1 for the end alone.
    """

    rtol: float = 1e-8
    atol: float = 1e-14
    strong: float | None = None
    large: float = 1000.0
    max_steps: int = 100_000
    loops: int = 2
    checks: int = 0

    @property
    def least(self) -> float:
        """The absolute error that steps are made with."""
        return max(self.atol, LEAST_ERROR)

    def __post_init__(self) -> None:
        if self.checks < 0:
            raise ValueError("stability is looked at at no scale or more")


@dataclass(frozen=True)
class IntegratorSource:
    """The emitted C of a model, and what its numbers are.

    Attributes:
        header: text of NAME.h.
        source: text of NAME.c without its line that includes the header.
        prefix: of its functions.
        size: doubles that run.
        inputs: doubles of a state: what runs, then parameters.
        powers: for each number that runs, 1 for a coupling g with alpha = g^2/(4 pi)^2, 2 for one with
            alpha = |lambda|/(4 pi)^2, 0 for what is no dimensionless coupling.
        has_conditions: whether it can tell if the potential is stable, that is, bounded from below.
    """

    header: str
    source: str
    prefix: str
    size: int
    inputs: int
    powers: tuple[int, ...]
    has_conditions: bool


@dataclass(frozen=True, eq=False)
class Trajectories:
    """Where trajectories end.

    Attributes:
        values: numbers at the end, one row for each that runs, one column for each point.
        t: ln(mu/GeV) there; of a pole, where it lies.
        status: a `Status` for each point.
        samples: numbers at equal distances in ln(mu), (numbers, samples, points); nan beyond the end of a trajectory.
        unstable: ln(mu) of the first of the scales looked at (`RunOptions.checks`) where the potential is not stable,
            nan if there is none, or the model has no conditions.
    """

    values: Numbers
    t: Numbers
    status: NDArray[np.int32]
    samples: Numbers
    unstable: Numbers


class Integrator:
    """A compiled model, ready to integrate.

    Raises:
        BuildError: if it cannot be compiled.
    """

    def __init__(self, source: IntegratorSource) -> None:
        self.source = source
        self._library = load_library(_whole_text(source), source.prefix, FLAGS)

    def beta(self, states: Numbers, loops: int) -> Numbers:
        """The beta functions, (numbers that run, points), at states (inputs, points).

        Raises:
            ValueError: if there is no such loop order.
        """
        given = _as_doubles(states)
        rates = np.empty((self.source.size, given.shape[1]))
        function = getattr(self._library, f"{self.source.prefix}_beta_batch")
        function.argtypes = [ctypes.c_size_t, ctypes.c_void_p, ctypes.c_int, ctypes.c_void_p]
        if function(given.shape[1], given.ctypes.data, loops, rates.ctypes.data):
            raise ValueError(f"there are no beta functions of loop order {loops}")
        return rates

    def stable(self, states: Numbers) -> NDArray[np.bool_]:
        """Whether the potential is bounded from below at states (inputs, points).

        Raises:
            ValueError: if the model has no conditions for that.
        """
        if not self.source.has_conditions:
            raise ValueError(f"{self.source.prefix} has no conditions for a stable potential")
        given = _as_doubles(states)
        found = np.empty(given.shape[1], dtype=np.intc)
        function = getattr(self._library, f"{self.source.prefix}_stable_batch")
        function.argtypes = [ctypes.c_size_t, ctypes.c_void_p, ctypes.c_void_p]
        function.restype = None
        function(given.shape[1], given.ctypes.data, found.ctypes.data)
        return found.astype(np.bool_)

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
            threads: processors to use; all if None. They make no difference to the result.

        Raises:
            ValueError: if the shapes do not fit, or there is no such loop order.
        """
        points = check_request(self.source, states, begin, end, samples)
        self.beta(states[:, :0], options.loops)
        arrays = [_as_doubles(array) for array in (states, begin, end)]
        values, t = np.full((self.source.size, points), np.nan), np.full(points, np.nan)
        status = np.zeros(points, dtype=np.int32)
        kept = np.full((self.source.size, samples, points), np.nan)
        unstable = np.full(points, np.nan)
        task = _Task(points, samples, *(array.ctypes.data for array in (*arrays, values, t, status, kept, unstable)))
        strong = math.inf if options.strong is None else options.strong
        numbers = asdict(options) | {"atol": options.least, "strong": strong}
        chosen = _Options(*(numbers[field[0]] for field in _Options._fields_))
        self._run(task, chosen, threads or thread_count())
        return Trajectories(values, t, status, kept, unstable)

    def _run(self, task: _Task, options: _Options, threads: int) -> None:
        """Lets threads take points from one queue."""
        run = self._library.run_points
        with ThreadPoolExecutor(threads) as pool:
            for done in [pool.submit(run, ctypes.byref(task), ctypes.byref(options)) for _ in range(threads)]:
                done.result()


def check_request(source: IntegratorSource, states: Numbers, begin: Numbers, end: Numbers, samples: int) -> int:
    """The number of points of what is to be integrated.

    Raises:
        ValueError: if the shapes do not fit.
    """
    points = states.shape[1] if states.ndim == 2 else -1
    if states.shape != (source.inputs, points) or begin.shape != (points,) or end.shape != (points,):
        raise ValueError(f"states are {source.inputs} numbers for each point, with one scale at each end")
    if samples == 1 or samples < 0:
        raise ValueError("a trajectory is kept at two places or more")
    return points


def _as_doubles(array: Numbers) -> Numbers:
    """An array as C takes it: the same one, or a copy if it has another type, byte order, layout or alignment."""
    return np.require(array, np.float64, ["C", "A"])


def _whole_text(source: IntegratorSource) -> str:
    macros: dict[str, object] = {
        "RUN_SIZE": source.size,
        "RUN_INPUTS": source.inputs,
        "RUN_BETA": f"{source.prefix}_beta_batch",
        "RUN_JACOBIAN": f"{source.prefix}_jacobian",
        "LANES": _lanes(source),
    }
    if source.has_conditions:
        macros["RUN_STABLE"] = f"{source.prefix}_stable_batch"
    lines = [f"#define {name} {value}" for name, value in macros.items()]
    table = ", ".join(map(str, source.powers))
    lines.append(f"static const unsigned char run_power[RUN_SIZE] = {{{table}}};")
    files = [resources.read_text("templates", "run", f"{name}.c") for name in PARTS]
    return "\n".join((source.header, source.source, *lines, *files))


def _lanes(source: IntegratorSource) -> int:
    """As many as fit: three states and 26 numbers for each that runs."""
    lanes = LANES
    while lanes > 1 and lanes * 8 * (3 * source.inputs + 26 * source.size) > CACHE:
        lanes //= 2
    return lanes
