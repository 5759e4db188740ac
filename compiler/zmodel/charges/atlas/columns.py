"""Columns of a dataset of solutions: the charge of each field and generation."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

import numpy as np
from numpy.typing import NDArray

from zmodel.charges.problem import LinearForm, SearchError, SearchProblem
from zmodel.charges.search.kernel import Records
from zmodel.charges.search.states import MAX_MAGNITUDE, evaluate_form
from zmodel.derive.standard_model import recognise_fermions
from zmodel.model import Model

Json = Any


@dataclass(frozen=True)
class Column:
    """A column of whole numbers: charges times a denominator that all of them have.

    Attributes:
        name: of the charge, such as `L2`.
        form: the charge in terms of the unknowns.
        type: numpy's and Arrow's name of the smallest integer type that fits.
    """

    name: str
    form: LinearForm
    type: str

    @property
    def stored(self) -> str:
        """The name in Parquet files, which tells that fractions have been multiplied."""
        return _stored(self.name, self.form.denominator)

    def as_json(self) -> Json:
        """For the manifest."""
        return {"name": self.name, "stored": self.stored, "type": self.type, "denominator": self.form.denominator}


@dataclass(frozen=True)
class Part:
    """The charge of a generation of a multiplet of the Standard Model: that of a column times a sign, or a number."""

    column: str | None
    sign: int
    value: Fraction

    def as_json(self) -> Json:
        """For the manifest."""
        return str(self.value) if self.column is None else [self.column, self.sign]

    @classmethod
    def from_json(cls, data: Json) -> Part:
        """The inverse of `as_json`."""
        if isinstance(data, str):
            return cls(None, 1, Fraction(data))
        column, sign = data
        return cls(str(column), int(sign), Fraction(0))


Roles = Mapping[str, tuple[Part, ...]]
"""Multiplets of the Standard Model by the names of `derive.standard_model`, neutrinos as "n"."""


def make_columns(model: Model, problem: SearchProblem, bound: int, reserved: Iterable[str]) -> tuple[Column, ...]:
    """A column for every charge that depends on unknowns, by field and generation, as declared.

    Unknowns that are no field's charge have a column of their own, so that a row determines its solution.

    Args:
        model: whose charges they are.
        problem: the search.
        bound: of its charges.
        reserved: names that no column has, whatever the case of their letters.
    """
    forms: dict[tuple[str, str, int], LinearForm] = {}
    for (name, generation), form in problem.charges.items():
        if form.support:
            forms["", name, generation if model.field(name).generations > 1 else -1] = form
    seen = set(forms.values())
    for i, name in enumerate(problem.unknowns):
        unit = LinearForm(tuple(int(i == k) for k in range(len(problem.unknowns))))
        if unit not in seen:
            forms["unknown", name.removeprefix("?"), -1] = unit
    names = _unique_names({key: form.denominator for key, form in forms.items()}, reserved)
    return tuple(Column(name, form, _type(form, bound)) for name, form in zip(names, forms.values(), strict=True))


def _unique_names(keys: Mapping[tuple[str, str, int], int], reserved: Iterable[str]) -> list[str]:
    """Field and generation, with as many `_` between them or behind as make it a name of its own.

    SQL does not tell upper from lower case.
    """
    names: list[str] = []
    taken = {name.lower() for name in reserved}
    for (_, field, generation), denominator in keys.items():
        number = "" if generation < 0 else str(generation + 1)
        gap = ""
        while {f"{field}{gap}{number}".lower(), _stored(f"{field}{gap}{number}", denominator).lower()} & taken:
            gap += "_"
        names.append(f"{field}{gap}{number}")
        taken |= {names[-1].lower(), _stored(names[-1], denominator).lower()}
    return names


def _stored(name: str, denominator: int) -> str:
    return name if denominator == 1 else f"{name}_times_{denominator}"


def _type(form: LinearForm, bound: int) -> str:
    reach = abs(form.constant) + bound * sum(map(abs, form.coefficients))
    if reach >= MAX_MAGNITUDE:
        raise SearchError(f"charges up to {bound} could exceed 64 bits in a sum of charges")
    return next(name for name in ("int8", "int16", "int32", "int64") if reach <= np.iinfo(name).max)


def column_values(columns: Sequence[Column], records: Records, bound: int) -> list[NDArray[np.integer]]:
    """The numbers of each column."""
    found: list[NDArray[np.integer]] = []
    for column in columns:
        position = _unknown(column.form)
        if position is not None:
            found.append(records[:, position].astype(column.type))
        else:
            wide = records.astype(np.int64)
            found.append(evaluate_form(column.form, wide, range(wide.shape[1]), bound).astype(column.type))
    return found


def records_of(columns: Sequence[Column], values: Mapping[str, NDArray[np.integer]], width: int) -> Records:
    """The solutions of rows: the inverse of `column_values`.

    Args:
        columns: from `make_columns`.
        values: of columns by stored name, at least of those that are an unknown.
        width: number of unknowns.
    """
    found: list[NDArray[np.integer] | None] = [None] * width
    for column in columns:
        position = _unknown(column.form)
        if position is not None:
            found[position] = values[column.stored]
    return np.column_stack([column for column in found if column is not None]).astype(np.int16)


def needed_for_records(columns: Sequence[Column]) -> list[str]:
    """Stored names of the columns that are an unknown."""
    return [column.stored for column in columns if _unknown(column.form) is not None]


def _unknown(form: LinearForm) -> int | None:
    """The unknown that a form is, if it is one."""
    if form.constant or form.denominator != 1 or sum(map(abs, form.coefficients)) != 1:
        return None
    (position,) = form.support
    return position if form.coefficients[position] == 1 else None


def find_roles(model: Model, problem: SearchProblem, columns: Sequence[Column]) -> Roles:
    """Which columns are which multiplet of the Standard Model, where all charges of the multiplet are known."""
    by_form = {column.form: column.name for column in columns}
    roles: dict[str, tuple[Part, ...]] = {}
    for role, members in recognise_fermions(model).items():
        parts = []
        for member in members:
            form = problem.charges.get((member.field, member.generation))
            if form is not None:
                value = Fraction(form.constant * member.sign, form.denominator)
                parts.append(Part(by_form[form], member.sign, Fraction(0)) if form.support else Part(None, 1, value))
        if parts and len(parts) == len(members):
            roles[role] = tuple(parts)
    return dict(sorted(roles.items()))
