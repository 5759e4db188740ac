"""The same search in plain Python: slow, short, and the check of the compiled one.

It shares the layout of the search with it, but packs nothing, hashes whole tuples, and divides out equivalences by
looking at each solution.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import combinations_with_replacement, product
from math import gcd, prod

from zmodel.charges.problem import Branch, IntegerPolynomial, LinearForm, SearchProblem
from zmodel.charges.search.plan import make_plan
from zmodel.charges.search.states import fix

Values = Mapping[int, int]
"""Unknowns by position."""


def count_python(problem: SearchProblem, bound: int) -> int:
    """What `count` gives."""
    return len(solutions_python(problem, bound))


def solutions_python(problem: SearchProblem, bound: int) -> list[tuple[int, ...]]:
    """What `solutions` gives, sorted."""
    plan = make_plan(problem)
    found: set[tuple[int, ...]] = set()
    for fixed in _assignments(problem, plan.outer, bound):
        blocks = [list(_assignments(problem, block, bound)) for block in plan.blocks + plan.divided]
        middle = len(blocks) // 2
        left = _table(problem, fixed, blocks[:middle])
        constant = [sum(c for c, powers in fix(equation, fixed) if not powers) for equation in problem.equations]
        for values in _products(blocks[middle:]):
            wanted = tuple(-a - c for a, c in zip(_sums(problem, fixed, values), constant, strict=True))
            for partner in left.get(wanted, ()):
                found.add(_canonical(problem, {**fixed, **partner, **values}))
    accepted = sorted(solution for solution in found if _is_wanted(problem, solution, bound))
    if problem.plain:
        return accepted
    return sorted({_key(problem, solution): solution for solution in reversed(accepted)}.values())


def _assignments(problem: SearchProblem, positions: tuple[int, ...], bound: int) -> Iterator[dict[int, int]]:
    """All values of some unknowns, interchangeable ones in nondecreasing order."""
    inside = [members for members in problem.classes if members[0] in positions]
    numbers = range(-bound, bound + 1)
    for choice in product(*(combinations_with_replacement(numbers, len(members)) for members in inside)):
        yield {
            i: v for members, values in zip(inside, choice, strict=True) for i, v in zip(members, values, strict=True)
        }


def _products(blocks: list[list[dict[int, int]]]) -> Iterator[dict[int, int]]:
    for parts in product(*blocks):
        yield {position: value for part in parts for position, value in part.items()}


def _table(
    problem: SearchProblem, fixed: Values, blocks: list[list[dict[int, int]]]
) -> dict[tuple[int, ...], list[dict[int, int]]]:
    table: dict[tuple[int, ...], list[dict[int, int]]] = {}
    for values in _products(blocks):
        table.setdefault(_sums(problem, fixed, values), []).append(values)
    return table


def _sums(problem: SearchProblem, fixed: Values, values: Values) -> tuple[int, ...]:
    """What values add to each equation besides the terms of fixed unknowns alone."""
    return tuple(_terms(equation, fixed, values) for equation in problem.equations)


def _terms(equation: IntegerPolynomial, fixed: Values, values: Values) -> int:
    total = 0
    for coefficient, powers in equation:
        inner = [i for i, _ in powers if i not in fixed]
        if inner and all(i in values for i in inner):
            total += coefficient * prod((fixed[i] if i in fixed else values[i]) ** power for i, power in powers)
    return total


# ------------------------------------------------------------------ equivalence and conditions
def _canonical(problem: SearchProblem, values: Values) -> tuple[int, ...]:
    solution = tuple(values[i] for i in range(len(problem.unknowns)))
    if not problem.homogeneous:
        return solution
    return max(solution, tuple(-solution[problem.mirror[i]] for i in range(len(solution))))


def _key(problem: SearchProblem, values: tuple[int, ...]) -> tuple[tuple[int, ...], ...]:
    """The charges of each kind, up to a common sign and factor."""
    kinds = [[_numerator(form, values) // form.denominator for form in kind] for kind in problem.kinds]
    factor = gcd(*(charge for kind in kinds for charge in kind)) if problem.homogeneous else 1
    signs = (1, -1) if problem.homogeneous else (1,)
    return max(tuple(tuple(sorted(s * charge // (factor or 1) for charge in kind)) for kind in kinds) for s in signs)


def _is_wanted(problem: SearchProblem, values: tuple[int, ...], bound: int) -> bool:
    bounded = [_numerator(form, values) for form in problem.bounded]
    denominators = [form.denominator for form in problem.bounded]
    if any(n % d or abs(n) > bound * d for n, d in zip(bounded, denominators, strict=True)):
        return False
    charges = [n // d for n, d in zip(bounded, denominators, strict=True)]
    if problem.homogeneous and gcd(*values, *charges) > 1:
        return False
    return all(any(_is_met(branch, values) for branch in clause) for clause in problem.clauses)


def _is_met(branch: Branch, values: tuple[int, ...]) -> bool:
    return all(_numerator(form, values) for form in branch.nonzero) and not any(
        _numerator(form, values) for form in branch.zero
    )


def _numerator(form: LinearForm, values: tuple[int, ...]) -> int:
    return form.constant + sum(c * value for c, value in zip(form.coefficients, values, strict=True))
