"""The compiled search kernel, templates/charges, called with the tables of a slice."""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from zmodel import resources
from zmodel.charges.problem import SearchError, SearchProblem
from zmodel.charges.search.jobs import Half, Halves
from zmodel.native import load_library, thread_count

Records = NDArray[np.int16]
"""Solutions, one row each, one column per unknown."""

SOURCES = ("halves", "tables", "search", "shifts")
"""Files that are one source together, in their order."""

USE_TABLES = True
"""Whether solutions are counted with tables where these are good for it."""

FIRST_CAPACITY = 1 << 16
AHEAD = 2
"""Jobs per thread that are computed before their results are asked for."""

_HALF = np.dtype(
    [
        ("blocks", "i4"),
        *(
            (name, "u8")
            for name in ("rest", "lower", "upper", "start", "tuples", "first", "values", "offset", "size", "columns")
        ),
    ],
    align=True,
)
_JOB = np.dtype(
    [*((n, "i8") for n in ("left_from", "left_to", "right_from", "right_to")),
     *((n, "i4") for n in ("round", "round_bits", "mirrored", "weight"))],
    align=True,
)  # fmt: skip
_RULES = np.dtype([("width", "i4"), ("fixed", "u8"), ("mirror", "u8"), ("primitive", "i4")], align=True)
_SHIFT = np.dtype([("width", "i4"), ("unknowns", "i4"), ("along", "u8"), ("mirror", "u8")], align=True)


@lru_cache(maxsize=1)
def _library() -> ctypes.CDLL:
    texts = (resources.read_text("templates", "charges", f"{name}.c") for name in SOURCES)
    library = load_library("\n".join(texts), "search")
    pointer, number = ctypes.c_void_p, ctypes.c_int64
    library.search_count.argtypes = [
        pointer, pointer, pointer, number, pointer, number, number, number, ctypes.c_int, pointer
    ]  # fmt: skip
    library.search_list.argtypes = [pointer, pointer, pointer, number, pointer, pointer, number, pointer]
    library.smallest_of_class.argtypes = [pointer, number, pointer, pointer]
    library.smallest_of_class.restype = None
    return library


def _check(status: int) -> None:
    if status == 1:
        raise MemoryError("not enough memory for the search")
    if status:
        raise SearchError("there are too many solutions to count in 64 bits")


@dataclass(frozen=True, eq=False)
class _Struct:
    """A C struct, with the arrays that it points to."""

    data: NDArray[np.void]
    arrays: tuple[NDArray[Any], ...]

    @property
    def address(self) -> int:
        return self.data.ctypes.data


def _half_struct(half: Half, unit: int) -> _Struct:
    offsets = np.cumsum([0, *(len(block.states) for block in half.blocks)])
    cells = np.cumsum([0, *(block.states.size for block in half.blocks)])
    # Blocks lie one after the other, so the last mark of one is the first of the next.
    starts = [start[:-1] + offset for start, offset in zip(half.starts, offsets, strict=False)]
    groups = np.cumsum([0, *(len(start) for start in starts)])
    rest = _joined([block.rest for block in half.blocks], "i8")
    arrays = (
        rest,
        *split_rest(rest, unit),
        _joined([*starts, offsets[-1:]], "i8"),
        np.ascontiguousarray(half.tuples + groups[:-1], dtype="i4"),
        np.ascontiguousarray(offsets, dtype="i8"),
        _joined([block.states.ravel() for block in half.blocks], "i2"),
        np.ascontiguousarray(cells, dtype="i8"),
        np.array([len(block.columns) for block in half.blocks], dtype="i4"),
        np.array([column for block in half.blocks for column in block.columns], dtype="i4"),
    )
    data = np.zeros(1, dtype=_HALF)
    data[0] = (len(half.blocks), *(array.ctypes.data for array in arrays))
    return _Struct(data, arrays)


def split_rest(rest: NDArray[np.int64], unit: int) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """What packed numbers give to all equations but the last, packed, and to the last one.

    Args:
        rest: lower parts, which are smaller than half a unit, plus units times upper parts.
        unit: an odd number.
    """
    lower = (rest + unit // 2) % unit - unit // 2
    return lower, (rest - lower) // unit


def _joined(arrays: list[NDArray[Any]], dtype: str) -> NDArray[Any]:
    return np.concatenate([np.zeros(0, dtype=dtype), *arrays]).astype(dtype)


def _job_array(halves: Halves) -> NDArray[np.void]:
    rows = [(*job.left, *job.right, job.round, job.round_bits, job.mirrored, job.weight) for job in halves.jobs]
    return np.array(rows, dtype=_JOB)


def count_pairs(halves: Halves) -> int:
    """Solutions of a slice, each with the weight of its job.

    Raises:
        SearchError: if the number exceeds 64 bits.
    """
    if not halves.jobs:
        return 0
    unit = halves.slice.rest_unit
    left, right, jobs = _half_struct(halves.left, unit), _half_struct(halves.right, unit), _job_array(halves)
    lower, upper = (int(part[0]) for part in split_rest(np.array([halves.slice.rest_target]), unit))
    threads = min(thread_count(), len(jobs))
    results, following = np.zeros((threads, 1), dtype=np.uint64), np.zeros(1, dtype=np.int64)

    def work(number: int) -> int:
        status: int = _library().search_count(
            left.address, right.address, jobs.ctypes.data, len(jobs), following.ctypes.data,
            halves.slice.rest_target, lower, upper, USE_TABLES, results[number].ctypes.data,
        )  # fmt: skip
        return status

    with ThreadPoolExecutor(threads) as pool:
        for status in pool.map(work, range(threads)):
            _check(status)
    return sum(int(result) for result in results[:, 0])


def list_records(
    problem: SearchProblem,
    halves: Halves,
    primitive: bool,
    first: int = 0,
    sieve: Callable[[Records], Records] | None = None,
) -> Iterator[Records]:
    """Solutions of a slice, job by job in a fixed order.

    Args:
        problem: whose slice it is.
        halves: the slice.
        primitive: leave out solutions whose unknowns have a common factor.
        first: number of the first job that is wanted.
        sieve: picks from the solutions of a job, in several threads at once.
    """
    unit = halves.slice.rest_unit
    left, right, jobs = _half_struct(halves.left, unit), _half_struct(halves.right, unit), _job_array(halves)
    rules = _rules(problem, halves, primitive)

    def work(number: int) -> Records:
        job, found = jobs[number : number + 1], np.zeros(1, dtype=np.int64)
        capacity = FIRST_CAPACITY
        while True:
            out = np.empty((capacity, len(problem.unknowns)), dtype=np.int16)
            status = _library().search_list(
                left.address, right.address, job.ctypes.data, halves.slice.rest_target,
                rules.address, out.ctypes.data, capacity, found.ctypes.data,
            )  # fmt: skip
            _check(status)
            if found[0] <= capacity:
                return out[: found[0]].copy() if sieve is None else sieve(out[: found[0]])
            capacity = int(found[0])

    yield from _in_order(work, range(first, len(jobs)))


def _rules(problem: SearchProblem, halves: Halves, primitive: bool) -> _Struct:
    fixed = np.zeros(len(problem.unknowns), dtype=np.int16)
    for position, value in halves.slice.fixed.items():
        fixed[position] = value
    mirror = np.array(problem.mirror, dtype=np.int32)
    data = np.zeros(1, dtype=_RULES)
    data[0] = (len(fixed), fixed.ctypes.data, mirror.ctypes.data if problem.homogeneous else 0, primitive)
    return _Struct(data, (fixed, mirror))


def smallest_of_class(
    values: NDArray[np.int64], along: NDArray[np.int64], mirror: NDArray[np.int32]
) -> NDArray[np.bool_]:
    """Whether no other integer vector p v + r along, with p not 0, is smaller than v, for each row v.

    Of two vectors the one with the smaller largest entry is smaller; of two with the same, the one whose unknowns are
    larger when compared from the first one on, where a vector and its negative count as the same.

    Args:
        values: one vector per row; the unknowns come first, in the form of `choose_sign` in the C source.
        along: the direction, without common factor.
        mirror: where unknowns stand in the negative of a solution.
    """
    rows, keep = np.require(values, requirements=["C", "A"]), np.zeros(len(values), dtype=np.uint8)
    data = np.zeros(1, dtype=_SHIFT)
    data[0] = (rows.shape[1], len(mirror), along.ctypes.data, mirror.ctypes.data)
    _library().smallest_of_class(rows.ctypes.data, len(rows), data.ctypes.data, keep.ctypes.data)
    return keep.astype(bool)


def _in_order(work: Callable[[int], Records], numbers: range) -> Iterator[Records]:
    """Results of numbered work in order, computed a little ahead of what is asked for."""
    threads = thread_count()
    with ThreadPoolExecutor(threads) as pool:
        waiting: list[Future[Records]] = []
        try:
            for number in numbers:
                waiting.append(pool.submit(work, number))
                if len(waiting) > AHEAD * threads:
                    yield waiting.pop(0).result()
            while waiting:
                yield waiting.pop(0).result()
        finally:
            for future in waiting:
                future.cancel()
