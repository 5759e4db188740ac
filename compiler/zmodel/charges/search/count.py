"""Counts integer solutions up to permutations, overall sign and common factor."""

from __future__ import annotations

from collections.abc import Callable

from zmodel.charges.problem import SearchProblem, clause_forms
from zmodel.charges.search.kernel import count_pairs
from zmodel.charges.search.listing import check_bound, cut_slices, list_steps, zero_is_solution
from zmodel.charges.search.plan import make_plan
from zmodel.charges.search.tables import is_local


def count(problem: SearchProblem, bound: int, direction: tuple[int, ...] | None = None) -> int:
    """The number of inequivalent integer solutions with |charge| <= bound, the zero solution included.

    Args:
        problem: what to solve.
        bound: of the charges.
        direction: divide out shifts along it, see `shifts.shift_direction`.

    Raises:
        SearchError: if the bound is too large for the search.
    """
    check_bound(bound)
    plan = make_plan(problem)
    if direction is None and problem.plain and all(is_local(plan, clause_forms(c)) for c in problem.clauses):
        return count_classes(problem, bound, _total)
    return sum(len(step.records) for step in list_steps(problem, bound, direction=direction))


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


def _total(problem: SearchProblem, bound: int, symmetric: bool) -> int:
    return sum(count_pairs(halves) for halves in cut_slices(problem, make_plan(problem), bound, symmetric))


def _moebius(number: int) -> int:
    sign = 1
    for prime in range(2, number + 1):
        if number % prime == 0:
            number //= prime
            sign = -sign
            if number % prime == 0:
                return 0
    return sign
