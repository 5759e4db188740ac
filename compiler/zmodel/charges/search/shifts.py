"""Equivalence up to multiples of another U(1): X and X + a Y have the same solutions if Y is one itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from math import gcd, lcm

import numpy as np

from zmodel.algebra.polynomial import constant_value
from zmodel.charges.elimination import pivot, reduced_rows
from zmodel.charges.problem import IntegerPolynomial, LinearForm, SearchError, SearchProblem, clause_forms
from zmodel.charges.search.kernel import Records, smallest_of_class
from zmodel.charges.search.states import evaluate_form
from zmodel.model import Model


def shift_direction(model: Model, problem: SearchProblem, group: str) -> tuple[int, ...]:
    """The charges under another U(1) as values of the unknowns, coprime integers.

    Raises:
        SearchError: if shifts by these charges do not map solutions to solutions.
    """
    if not problem.homogeneous:
        raise SearchError(f"charges under {problem.group} are fixed to numbers, so they cannot be shifted by {group}")
    if group == problem.group or model.group(group).is_global:
        raise SearchError(f"shifts are by the charges of another gauged U(1), which {group} is not")
    rows = []
    for (name, generation), form in problem.charges.items():
        if model.field(name).is_fermion:
            charge = constant_value(model.charge(name, group, generation))
            if charge is None or form.constant:
                raise SearchError(f"the charges under {group} are no charges that {problem.group} can have")
            rows.append((*(Fraction(c, form.denominator) for c in form.coefficients), charge))
    values = [Fraction(0)] * len(problem.unknowns)
    for row in reduced_rows(rows):
        if pivot(row) == len(values):
            raise SearchError(f"the charges under {group} are no charges that {problem.group} can have")
        values[pivot(row)] = row[-1]
    if not any(values):
        raise SearchError(f"no fermion with an unknown charge has a charge under {group}")
    scale = lcm(*(value.denominator for value in values))
    integers = [int(value * scale) for value in values]
    direction = tuple(value // gcd(*integers) for value in integers)
    _check_invariance(problem, direction, group)
    return direction


def _check_invariance(problem: SearchProblem, direction: Sequence[int], group: str) -> None:
    """Mixed anomalies are among the equations, but those of the group alone and conditions may not be met."""
    forms = [form for clause in problem.clauses for form in clause_forms(clause)]
    if any(_value(equation, direction) for equation in problem.equations) or any(
        sum(c * value for c, value in zip(form.coefficients, direction, strict=True)) for form in forms
    ):
        raise SearchError(f"the charges under {group} do not meet the conditions that {problem.group} must meet")


def _value(equation: IntegerPolynomial, values: Sequence[int]) -> int:
    total = 0
    for coefficient, powers in equation:
        for position, power in powers:
            coefficient *= values[position] ** power
        total += coefficient
    return total


def without_shifts(
    problem: SearchProblem, direction: Sequence[int], chunks: Iterable[Records], bound: int
) -> Iterator[Records]:
    """Keeps one solution of each class up to multiples of a direction: the one whose largest charge is smallest.

    Args:
        problem: a plain one.
        direction: from `shift_direction`.
        chunks: solutions.
        bound: of their charges.
    """
    for records in chunks:
        yield smallest(problem, direction, records, bound)


def smallest(problem: SearchProblem, direction: Sequence[int], records: Records, bound: int) -> Records:
    """The solutions that are the smallest ones of their class, see `smallest_of_class`.

    The smallest one is within every bound that another one is within, so each class has exactly one within a bound.
    """
    block = range(len(problem.unknowns))
    wide = records.astype(np.int64)
    forms = [(evaluate_form(form, wide, block, bound) // form.denominator)[:, None] for form in problem.bounded]
    along = np.array(_along(problem.bounded, direction), dtype=np.int64)
    mirror = np.array(problem.mirror, dtype=np.int32)
    return records[smallest_of_class(np.hstack([wide, *forms]), along, mirror)]


def _along(bounded: Sequence[LinearForm], direction: Sequence[int]) -> list[int]:
    """The direction of the unknowns and of forms in them, in integers without common factor."""
    values = [Fraction(value) for value in direction]
    for form in bounded:
        total = sum(c * value for c, value in zip(form.coefficients, direction, strict=True))
        values.append(Fraction(total, form.denominator))
    scale = lcm(*(value.denominator for value in values))
    return [int(value * scale) for value in values]
