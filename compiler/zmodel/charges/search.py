"""Counts and lists integer solutions up to permutations, overall sign and common factor."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import reduce

import numpy as np
from numpy.typing import NDArray

from zmodel.charges.jobs import Halves, cut
from zmodel.charges.kernel import Records, count_pairs, list_records
from zmodel.charges.plan import Plan, make_plan
from zmodel.charges.problem import LinearForm, SearchError, SearchProblem
from zmodel.charges.states import evaluate_form
from zmodel.charges.tables import conditions, is_local, slices

CHUNK = 1 << 18
"""Solutions in a chunk, at least, except the last one."""

MAX_BOUND = 32_000


def count(problem: SearchProblem, bound: int) -> int:
    """The number of inequivalent integer solutions with |charge| <= bound, the zero solution included.

    Raises:
        SearchError: if the bound is too large for the search.
    """
    _check_bound(bound)
    plan = make_plan(problem)
    if problem.plain and all(is_local(plan, forms) for forms, _ in conditions(problem)):
        return count_classes(problem, bound, _total)
    return sum(len(chunk) for chunk in solutions(problem, bound))


def count_classes(problem: SearchProblem, bound: int, total: Callable[[SearchProblem, int, bool], int]) -> int:
    """Classes up to sign and common factor, from numbers of solutions.

    Of the nonzero solutions those without common factor follow by Moebius inversion over the factor; a class has
    two of them, or one that is equal to its negative.

    Args:
        problem: what to solve.
        bound: of the charges.
        total: number of solutions up to permutations for a problem and bound; of those equal to their negatives
            if the flag is set.
    """
    if not problem.homogeneous:
        return total(problem, bound, False)
    zero = int(zero_is_solution(problem))
    all_found = symmetric = 0
    for factor in range(1, bound + 1):
        sign = _moebius(factor)
        if sign:
            all_found += sign * (total(problem, bound // factor, False) - zero)
            symmetric += sign * (total(problem, bound // factor, True) - zero)
    return (all_found + symmetric) // 2 + zero


def solutions(problem: SearchProblem, bound: int, chunk: int = CHUNK) -> Iterator[Records]:
    """One solution of each class as arrays of at least `chunk` rows, in a fixed order; the zero solution comes first.

    Interchangeable charges are in nondecreasing order; of a solution and its negative the one is given that is larger
    when compared from the first unknown on.

    Raises:
        SearchError: if the bound is too large for the search.
    """
    _check_bound(bound)
    collected: list[Records] = []
    found = _records(problem, bound)
    for records in found if problem.plain else _without_equivalent(problem, found, bound):
        collected.append(records)
        if sum(map(len, collected)) >= chunk:
            yield np.concatenate(collected)
            collected = []
    if collected:
        yield np.concatenate(collected)


def _records(problem: SearchProblem, bound: int) -> Iterator[Records]:
    plan = make_plan(problem)
    if problem.homogeneous and zero_is_solution(problem):
        yield np.zeros((1, len(problem.unknowns)), dtype=np.int16)
    fractional = any(form.denominator > 1 for form in problem.bounded)
    for halves in _halves(problem, plan, bound, False):
        for records in list_records(problem, halves, problem.homogeneous and not fractional):
            if fractional and problem.homogeneous:
                records = records[_is_primitive(problem, records, bound)]
            for forms, is_zero in conditions(problem):
                if not is_local(plan, forms):
                    records = records[_holds(forms, is_zero, records, bound)]
            yield records


def _halves(problem: SearchProblem, plan: Plan, bound: int, symmetric: bool) -> Iterator[Halves]:
    for part in slices(problem, plan, bound, symmetric):
        yield cut(part)


def _total(problem: SearchProblem, bound: int, symmetric: bool) -> int:
    return sum(count_pairs(halves) for halves in _halves(problem, make_plan(problem), bound, symmetric))


def zero_is_solution(problem: SearchProblem) -> bool:
    """Whether charges that are all zero meet the conditions of a homogeneous problem."""
    return not problem.nonzero and all(problem.alternatives)


def _moebius(number: int) -> int:
    sign = 1
    for prime in range(2, number + 1):
        if number % prime == 0:
            number //= prime
            sign = -sign
            if number % prime == 0:
                return 0
    return sign


def _check_bound(bound: int) -> None:
    if not 0 <= bound <= MAX_BOUND:
        raise SearchError(f"the bound {bound} is not between 0 and {MAX_BOUND}")


# ------------------------------------------------------------------ conditions on records
def _without_equivalent(problem: SearchProblem, found: Iterator[Records], bound: int) -> Iterator[Records]:
    """Leaves out what has the same charges in each kind as an earlier solution."""
    seen: set[bytes] = set()
    for records in found:
        fresh = []
        for i, key in enumerate(_keys(problem, records, bound)):
            if key not in seen:
                seen.add(key)
                fresh.append(i)
        yield records[fresh]


def _keys(problem: SearchProblem, records: Records, bound: int) -> Iterator[bytes]:
    """What equivalent solutions have in common: the sorted charges of each kind."""
    wide = records.astype(np.int64)
    columns = [
        np.column_stack([evaluate_form(f, wide, range(records.shape[1]), bound) // f.denominator for f in kind])
        for kind in problem.kinds
    ]
    if problem.homogeneous:
        factors = np.maximum(np.gcd.reduce(np.hstack(columns), axis=1), 1)[:, None]
        columns = [values // factors for values in columns]
    keys = np.hstack([np.sort(values, axis=1) for values in columns])
    negatives = np.hstack([np.sort(-values, axis=1) for values in columns])
    for key, negative in zip(keys, negatives, strict=True):
        yield max(key.tobytes(), negative.tobytes()) if problem.homogeneous else key.tobytes()


def _is_primitive(problem: SearchProblem, records: Records, bound: int) -> NDArray[np.bool_]:
    """Whether unknowns and charges have no common factor."""
    block = range(len(problem.unknowns))
    wide = records.astype(np.int64)
    values = [wide, *((evaluate_form(f, wide, block, bound) // f.denominator)[:, None] for f in problem.bounded)]
    return np.asarray(np.gcd.reduce(np.hstack(values), axis=1) == 1)


def _holds(forms: tuple[LinearForm, ...], is_zero: bool, records: Records, bound: int) -> NDArray[np.bool_]:
    wide = records.astype(np.int64)
    values = [evaluate_form(form, wide, range(records.shape[1]), bound) for form in forms]
    return reduce(np.logical_or, [(value == 0) == is_zero for value in values])
