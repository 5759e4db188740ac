"""Columns of datasets: names, types, values, and the solutions that they give back."""

from __future__ import annotations

from fractions import Fraction

import numpy as np
import pytest
from tests.helpers.models import compile_text

from zmodel.charges import LinearForm, SearchError, SearchProblem, search_problem, solutions
from zmodel.charges.atlas.columns import Column, column_values, find_roles, make_columns, needed_for_records, records_of
from zmodel.derive.requirements import unknown_conditions
from zmodel.model import Model

HIGGS = """model test
use sm
gauge X = U(1) coupling gX
fermion N[3] right (X: [?, ?, ?])
charges X { Q = ?q; U = ?u; D = ?d; L = [?, ?, ?]; E = [?, ?, ?]; H = ? }
scalar phi (X: ?)
require allowed Yu all, Yd all, Ye diagonal, N N phi^2 entry (1,2)
"""
PLAIN = "model test\ngauge X = U(1) coupling gX\n"


def columns_of(text: str, bound: int) -> tuple[Model, SearchProblem, tuple[Column, ...]]:
    analysis = compile_text(text)
    problem = search_problem(analysis.model, "X", unknown_conditions(analysis.model, analysis.couplings))
    return analysis.model, problem, make_columns(analysis.model, problem, bound, ("category", "class1"))


def test_names_are_those_of_fields_and_generations() -> None:
    _, _, columns = columns_of(HIGGS.replace(", N N phi^2 entry (1,2)", ""), 10)
    names = [f"{field}{i}" for field in "QUDLEN" for i in (1, 2, 3)]
    assert sorted(c.name for c in columns) == sorted([*names, "H"])
    assert all(column.stored == column.name for column in columns)


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ("fermion a[2] left (X: [?, ?])\nfermion a1 left (X: ?z)\nfermion b left (X: ?)", ["a1", "a2", "a1_", "b"]),
        ("fermion a left (X: ?)\nfermion A left (X: ?)\nfermion b left (X: ?)", ["a", "A_", "b"]),
        ("fermion Class[2] left (X: [?, ?])\nfermion category left (X: ?)", ["Class_1", "Class2", "category_"]),
        ("fermion a[2] left (X: [?s + ?t, ?s - ?t])\nfermion b left (X: -2*?s)", ["a1", "a2", "b", "s", "t"]),
    ],
)
def test_names_differ(fields: str, expected: list[str]) -> None:
    _, _, columns = columns_of(PLAIN + fields, 3)
    assert [column.name for column in columns] == expected


def test_fractions_are_stored_as_whole_numbers() -> None:
    _, problem, columns = columns_of(HIGGS, 12)
    (phi,) = (column for column in columns if column.name == "phi")
    assert (phi.stored, phi.form.denominator) == ("phi_times_2", 2)
    rows = np.concatenate(list(solutions(problem, 12)))
    values = dict(zip((c.name for c in columns), column_values(columns, rows, 12), strict=True))
    assert np.array_equal(values["phi"], -values["N1"] - values["N2"])
    assert (values["phi"] % 2).any()
    assert np.array_equal(values["U1"], values["Q1"] + values["H"])


@pytest.mark.parametrize(("bound", "name"), [(127, "int8"), (128, "int16"), (32000, "int16")])
def test_types_are_the_smallest(bound: int, name: str) -> None:
    _, _, columns = columns_of(PLAIN + "fermion a[3] left (X: [?, ?, ?])", bound)
    assert {column.type for column in columns} == {name}


def test_types_of_sums() -> None:
    form = LinearForm((1, 300))
    problem = SearchProblem("X", ("?a", "?b"), (), ((0,), (1,)), charges={("phi", 0): form})
    model = compile_text(PLAIN + "scalar phi (X: ?a)").model
    assert [c.type for c in make_columns(model, problem, 100, ())] == ["int16", "int8", "int8"]
    assert [c.type for c in make_columns(model, problem, 32_000, ())] == ["int32", "int16", "int16"]
    huge = SearchProblem("X", ("?a",), (), ((0,),), charges={("phi", 0): LinearForm((2**61,))})
    with pytest.raises(SearchError, match="64 bits"):
        make_columns(model, huge, 10, ())


@pytest.mark.parametrize(
    "text",
    [
        HIGGS,
        PLAIN + "fermion a[2] left (X: [?s + ?t, 2*?t - ?s])\nfermion b[3] right (X: [3*?t, ?, ?])",
    ],
)
def test_solutions_come_back(text: str) -> None:
    _, problem, columns = columns_of(text, 9)
    rows = np.concatenate(list(solutions(problem, 9)))
    assert len(rows) > 3
    values = dict(zip((c.stored for c in columns), column_values(columns, rows, 9), strict=True))
    kept = {name: values[name] for name in needed_for_records(columns)}
    assert np.array_equal(records_of(columns, kept, len(problem.unknowns)), rows)


def test_roles() -> None:
    model, problem, columns = columns_of(HIGGS, 10)
    roles = find_roles(model, problem, columns)
    assert set(roles) == {"q", "u", "d", "l", "e", "n"}
    assert [part.column for part in roles["l"]] == ["L1", "L2", "L3"]
    conjugate = """fermion C[3] left (SU3c: 3bar, Y: -2/3, X: [?, ?, ?])
gauge SU3c = SU(3) coupling g3
gauge SU2L = SU(2) coupling g2
gauge Y = U(1) coupling g1
fermion Q[3] left (SU3c: 3, SU2L: 2, Y: 1/6, X: 1/3)
"""
    model, problem, columns = columns_of(PLAIN + conjugate, 10)
    roles = find_roles(model, problem, columns)
    assert [(part.column, part.sign) for part in roles["u"]] == [("C1", -1), ("C2", -1), ("C3", -1)]
    assert [(part.column, part.value) for part in roles["q"]] == [(None, Fraction(1, 3))] * 3
