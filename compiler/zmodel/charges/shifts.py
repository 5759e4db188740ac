"""Equivalence up to multiples of another U(1): X and X + a Y have the same solutions if Y is one itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from math import gcd, lcm

import numpy as np

from zmodel.algebra.polynomial import constant_value
from zmodel.charges.elimination import pivot, reduced_rows
from zmodel.charges.kernel import Records
from zmodel.charges.problem import SearchError, SearchProblem
from zmodel.charges.states import Integers
from zmodel.model import Model


def shift_direction(model: Model, problem: SearchProblem, group: str) -> tuple[int, ...]:
    """The charges under another U(1) as values of the unknowns, coprime integers.

    Raises:
        SearchError: if no values of the unknowns give these charges.
    """
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
    return tuple(value // gcd(*integers) for value in integers)


def without_shifts(problem: SearchProblem, direction: Sequence[int], chunks: Iterable[Records]) -> Iterator[Records]:
    """Leaves out solutions that differ from an earlier one by a multiple of a direction, and by sign and factor.

    The memory that this takes grows with the number of solutions that are left.

    Args:
        problem: a homogeneous one.
        direction: a solution, the same for interchangeable unknowns.
        chunks: solutions.
    """
    seen: set[bytes] = set()
    for records in chunks:
        fresh = []
        for i, row in enumerate(_remainders(problem, direction, records)):
            key = row.tobytes()
            if key not in seen:
                seen.add(key)
                fresh.append(i)
        if fresh:
            yield records[fresh]


def _remainders(problem: SearchProblem, direction: Sequence[int], records: Records) -> Integers:
    """What shifts do not change: with a multiple of the direction taken off, one class of unknowns sums to zero."""
    members = list(next(members for members in problem.classes if direction[members[0]]))
    wide, along = records.astype(np.int64), np.array(direction, dtype=np.int64)
    rest = wide * along[members].sum() - np.outer(wide[:, members].sum(axis=1), along)
    rest //= np.maximum(np.gcd.reduce(rest, axis=1), 1)[:, None]
    negative = -rest[:, list(problem.mirror)]
    differs = rest != negative
    first = differs.argmax(axis=1)
    index = np.arange(len(rest))
    larger = rest[index, first] >= negative[index, first]
    return np.asarray(np.where(larger[:, None], rest, negative))
