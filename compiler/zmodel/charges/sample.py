"""The first integer solutions of a search, to look at."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from zmodel.charges.atlas.columns import column_values, make_columns
from zmodel.charges.problem import SearchProblem
from zmodel.charges.search.count import count
from zmodel.charges.search.listing import solutions
from zmodel.model import Model


@dataclass(frozen=True)
class Sample:
    """Solutions in the order of the search.

    Attributes:
        bound: of the charges.
        count: of all solutions.
        columns: names of charges that depend on unknowns.
        rows: the charges of each solution.
        unknowns: values of the unknowns but free ones, one mapping for each solution.
        free: unknowns that nothing fixes.
    """

    bound: int
    count: int
    columns: tuple[str, ...]
    rows: tuple[tuple[int | Fraction, ...], ...]
    unknowns: tuple[dict[str, Fraction], ...]
    free: tuple[str, ...]


def take_sample(model: Model, problem: SearchProblem, bound: int, size: int) -> Sample:
    """Counts the solutions of a search and takes the first ones.

    Args:
        model: whose charges they are.
        problem: the search.
        bound: of the charges.
        size: solutions that are taken at most.

    Raises:
        SearchError: if the bound is too large for the search.
    """
    columns = make_columns(model, problem, bound, ())
    names = tuple(column.name for column in columns)
    found = next(iter(solutions(problem, bound, chunk=size)), None)
    if found is None:
        return Sample(bound, 0, names, (), (), problem.free)
    records = found[:size]
    denominators = [column.form.denominator for column in columns]
    values = [column.tolist() for column in column_values(columns, records, bound)]
    rows = tuple(
        tuple(_quotient(column[place], denominator) for column, denominator in zip(values, denominators, strict=True))
        for place in range(len(records))
    )
    unknowns = tuple(_unknowns(problem, row) for row in records.tolist())
    return Sample(bound, count(problem, bound), names, rows, unknowns, problem.free)


def _quotient(value: int, denominator: int) -> int | Fraction:
    found = Fraction(value, denominator)
    return int(found) if found.denominator == 1 else found


def _unknowns(problem: SearchProblem, row: list[int]) -> dict[str, Fraction]:
    """The values of all unknowns but free ones."""
    values = {name: Fraction(value) for name, value in zip(problem.unknowns, row, strict=True)}
    for name, form in problem.solved.items():
        total = form.constant + sum(c * value for c, value in zip(form.coefficients, row, strict=True))
        values[name] = Fraction(total, form.denominator)
    return values
