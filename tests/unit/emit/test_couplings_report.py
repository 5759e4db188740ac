"""What `zmodel couplings` shows of declared and other operators."""

from __future__ import annotations

from typing import Any

from tests.helpers.models import compile_text

from zmodel.driver import Run, make_report
from zmodel.emit.report import Report, cell_text, report_latex

S3 = """model test
use sm
scalar S3 (SU3c: 3bar, SU2L: 3, Y: 1/3)
yukawa YS3 = bar(cc(Q)) S3 L
potential { l1 = (dag(H) H) (dag(S3) S3) }
"""
SYMBOLIC = (
    "model test\nuse sm\ngauge X = U(1) coupling g\nparam a : rational\ncharges X { L = [a, 0, 0]; E = [a, 0, 0] }"
)


def report(text: str, dimension: int = 4) -> Report:
    found = make_report(Run(compile_text(text), dimension=dimension), "couplings")
    assert found is not None
    return found


def terms(text: str, dimension: int = 4) -> list[dict[str, Any]]:
    found = report(text, dimension).data["terms"]
    assert isinstance(found, list)
    return [item for item in found if isinstance(item, dict)]


def test_declared_terms_come_first_and_then_what_is_not_declared() -> None:
    found = terms(S3)
    assert [item["declared"] for item in found] == ["Yu", "Yd", "Ye", "mH2", "lambda", "YS3", "l1"] + 4 * [None]
    assert [item["term"] for item in found[7:]] == [
        "dag(S3) S3",
        "(dag(H) H) (dag(S3) S3)",
        "(dag(S3) S3)^2",
        "Q Q dag(S3)",
    ]
    assert [item["missing_contractions"] for item in found] == 7 * [0] + [1, 1, 3, 1]


def test_data_of_a_term() -> None:
    diquark = terms(S3)[-1]
    assert (diquark["class"], diquark["dimension"], diquark["declared"]) == ("diquark", 4, None)
    assert diquark["texture"] == [[1, 1, 1]] * 3
    assert diquark["vanishing"] == [[1, 1], [2, 2], [3, 3]]
    assert (diquark["structures"], diquark["violates"]) == (3, ["B", "L"])


def test_textures_of_four_fermions_have_four_levels() -> None:
    by_term = {item["term"]: item for item in terms(S3, 6)}
    assert by_term["(bar(L) L) (bar(E) E)"]["texture"] == [[[[1, 1, 1]] * 3] * 3] * 3
    assert by_term["(dag(H) H)^3"]["texture"] == 1
    texts = {cell_text(row[3]): cell_text(row[4]) for row in report(S3, 6).tables[0].rows}
    assert texts["(bar(L) L) (bar(E) E)"] == "81 x"
    assert texts["Q Q dag(S3)"] == "0 x x\nx 0 x\nx x 0"


def test_totals_count_conjugates_apart() -> None:
    totals = report("model test\nuse sm", 6).data["totals"]
    assert totals == [
        {"dimension": 2, "terms": 1, "operators": 1, "violating_B": 0, "violating_L": 0},
        {"dimension": 4, "terms": 4, "operators": 55, "violating_B": 0, "violating_L": 0},
        {"dimension": 5, "terms": 1, "operators": 12, "violating_B": 0, "violating_L": 12},
        {"dimension": 6, "terms": 26, "operators": 2806, "violating_B": 546, "violating_L": 546},
    ]


def test_conditions_are_gathered_by_what_must_vanish() -> None:
    found = report(SYMBOLIC, 5)
    (conditions,) = (table for table in found.tables if table.title == "Conditions of entries")
    rows = {tuple(map(cell_text, row)) for row in conditions.rows}
    assert ("L L H H", "X", "2*a", "(1,1)") in rows
    assert ("L L H H", "X", "a", "(1,2) (1,3) (2,1) (3,1)") in rows
    assert ("bar(L) H E", "X", "a", "(1,2) (1,3) (2,1) (3,1)") in rows


def test_operators_for_some_charges_stand_apart() -> None:
    text = SYMBOLIC + "\nscalar S3 (SU3c: 3bar, SU2L: 3, Y: 1/3, X: -a)"
    tables = {table.title: table for table in report(text).tables}
    rows = tables["Operators that some values of the charges allow"].rows
    assert [cell_text(row[3]) for row in rows] == ["Q Q dag(S3)"]
    assert [cell_text(row[7]) for row in rows] == ["B L L_e"]


def test_lines_of_a_cell_stand_below_each_other_in_latex() -> None:
    text = "model test\nuse sm { except Yu }\nyukawa Yt = bar(Q) tilde(H) U keep (3,3) as yt\n"
    latex = report_latex(report(text))
    assert r"\shortstack[l]{Yt \\ yt = (3,3)}" in latex
    row = " & ".join([r"\text{x}"] * 3)
    assert rf"\begin{{matrix}} {row} \\ {row} \\ {row} \end{{matrix}}" in latex


def test_too_many_operators_are_a_diagnostic() -> None:
    run = Run(compile_text("model test\n" + "\n".join(f"fermion F{i} left" for i in range(24))), dimension=6)
    assert make_report(run, "couplings") is None
    assert [item.code for item in run.diagnostics] == ["Z407"]
