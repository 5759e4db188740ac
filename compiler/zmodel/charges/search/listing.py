"""Lists solutions step by step, from any step on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial

import numpy as np
from numpy.typing import NDArray

from zmodel.charges.problem import SearchError, SearchProblem, clause_forms
from zmodel.charges.search.equivalence import Sieve
from zmodel.charges.search.jobs import Halves, cut
from zmodel.charges.search.kernel import Records, list_records
from zmodel.charges.search.plan import Plan, make_plan
from zmodel.charges.search.shifts import smallest
from zmodel.charges.search.states import evaluate_form
from zmodel.charges.search.tables import clause_holds, is_local, slice_count, slices
from zmodel.model.statements import MAX_SEARCH

CHUNK = 1 << 18
"""Solutions in a chunk, at least, except the last one."""

ORDER_VERSION = 1
"""To be raised when the order of solutions or their division into jobs changes: positions mean something else then."""


@dataclass(frozen=True, order=True)
class Position:
    """Where a listing goes on: a slice and a job in it. Slice -1 is the zero solution."""

    slice: int
    job: int


BEGINNING = Position(-1, 0)


@dataclass(frozen=True, eq=False)
class Step:
    """Solutions that are listed together.

    Attributes:
        records: one solution per row, perhaps none.
        next: where the listing goes on.
        done: about what part of the listing is done.
    """

    records: Records
    next: Position
    done: float


def solutions(problem: SearchProblem, bound: int, chunk: int = CHUNK) -> Iterator[Records]:
    """One solution of each class as arrays of at least `chunk` rows, in a fixed order; the zero solution comes first.

    Interchangeable charges are in nondecreasing order; of a solution and its negative the one is given that is larger
    when compared from the first unknown on.

    Raises:
        SearchError: if the bound is too large for the search.
    """
    for step in chunks(list_steps(problem, bound), chunk):
        if len(step.records):
            yield step.records


def chunks(steps: Iterable[Step], size: int) -> Iterator[Step]:
    """Joins steps until they have at least `size` solutions; the last chunk may have fewer, or none."""
    collected: list[Records] = []
    last: Step | None = None
    for last in steps:
        collected.append(last.records)
        if sum(map(len, collected)) >= size:
            yield Step(np.concatenate(collected), last.next, last.done)
            collected = []
    if last is not None and collected:
        yield Step(np.concatenate(collected), last.next, last.done)


def list_steps(
    problem: SearchProblem,
    bound: int,
    start: Position = BEGINNING,
    direction: tuple[int, ...] | None = None,
    earlier: Iterable[Records] = (),
) -> Iterator[Step]:
    """Solutions job by job.

    Args:
        problem: what to solve.
        bound: of the charges.
        start: where to begin.
        direction: divide out shifts along it, see `shifts.shift_direction`.
        earlier: the solutions before the start, which are asked for where classes are told apart by memory.

    Raises:
        SearchError: if the bound is too large for the search.
    """
    check_bound(bound)
    steps = _steps(problem, bound, start, direction if problem.plain else None)
    if problem.plain:
        yield from steps
        return
    sieve = Sieve(problem, bound, direction)
    sieve.see(earlier)
    for step in steps:
        yield Step(sieve.fresh(step.records), step.next, step.done)


def _steps(problem: SearchProblem, bound: int, start: Position, direction: tuple[int, ...] | None) -> Iterator[Step]:
    plan = make_plan(problem)
    if start.slice < 0:
        start = Position(0, 0)
        zeros = int(problem.homogeneous and zero_is_solution(problem))
        yield Step(np.zeros((zeros, len(problem.unknowns)), dtype=np.int16), start, 0.0)
    fractional = any(form.denominator > 1 for form in problem.bounded)
    total = slice_count(problem, plan, bound)
    sieve = None if direction is None else partial(smallest, problem, direction, bound=bound)
    for halves in cut_slices(problem, plan, bound, False, start.slice):
        number = halves.slice.number
        first = start.job if number == start.slice else 0
        weights = np.cumsum([job.size for job in halves.jobs])
        primitive = problem.homogeneous and not fractional
        for job, records in enumerate(list_records(problem, halves, primitive, first, sieve), first):
            done = (number + float(weights[job] / weights[-1])) / total
            yield Step(_accepted(problem, plan, records, bound, fractional), Position(number, job + 1), min(done, 1.0))


def cut_slices(problem: SearchProblem, plan: Plan, bound: int, symmetric: bool, first: int = 0) -> Iterator[Halves]:
    """The slices of a search, cut in halves."""
    for part in slices(problem, plan, bound, symmetric, first):
        yield cut(part)


def zero_is_solution(problem: SearchProblem) -> bool:
    """Whether charges that are all zero meet the conditions of a homogeneous problem."""
    return all(any(not branch.nonzero for branch in clause) for clause in problem.clauses)


def check_bound(bound: int) -> None:
    """Refuses bounds beyond that of a `search` line, which fits 16 bits.

    Raises:
        SearchError: then.
    """
    if not 0 <= bound <= MAX_SEARCH:
        raise SearchError(f"the bound {bound} is not between 0 and {MAX_SEARCH}")


# ------------------------------------------------------------------ conditions on records
def _accepted(problem: SearchProblem, plan: Plan, records: Records, bound: int, fractional: bool) -> Records:
    """Records that meet what tables and kernel have not tested."""
    if fractional and problem.homogeneous:
        records = records[_is_primitive(problem, records, bound)]
    for clause in problem.clauses:
        if not is_local(plan, clause_forms(clause)):
            wide = records.astype(np.int64)
            records = records[clause_holds(clause, wide, range(wide.shape[1]), bound)]
    return records


def _is_primitive(problem: SearchProblem, records: Records, bound: int) -> NDArray[np.bool_]:
    """Whether unknowns and charges have no common factor."""
    block = range(len(problem.unknowns))
    wide = records.astype(np.int64)
    values = [wide, *((evaluate_form(f, wide, block, bound) // f.denominator)[:, None] for f in problem.bounded)]
    return np.asarray(np.gcd.reduce(np.hstack(values), axis=1) == 1)
