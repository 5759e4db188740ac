"""What `zmodel flavour` shows."""

from __future__ import annotations

import json

import pytest
from tests.helpers.models import compile_file, compile_text

from zmodel.driver import Analysis, Run, make_report
from zmodel.emit.report import Report, cell_text, report_latex


def report(analysis: Analysis) -> Report:
    found = make_report(Run(analysis), "flavour")
    assert found is not None
    return found


def cells(found: Report, title: str) -> list[list[str]]:
    table = next(table for table in found.tables if table.title == title)
    return [[cell_text(cell) for cell in row] for row in table.rows]


def test_tables_of_a_froggatt_nielsen_model() -> None:
    text = "model t\nuse sm { except Ye }\ngauge X = U(1) coupling g\ncharges X { L = [3, 1, 0]; E = [-1, 0, 0] }\n"
    found = report(compile_text(text + "scalar phi (X: 1)"))
    assert cells(found, "Insertions of spurions") == [["", "bar(L) H E", "phi", "4 3 3\n2 1 1\n1 x x"]]
    sectors = {row[0]: row for row in cells(found, "Mass matrices")}
    assert sectors["d"][1:6] == ["-1/3", "Dirac", "3 x 3", "3", "0"]
    assert sectors["e"][4:6] == ["0", "6"]
    assert [row[5] for row in cells(found, "Mixing")] == ["yes", "no masses"]


def test_majorana_matrices_name_the_scalars() -> None:
    found = report(compile_file("paper_b/alternative_dark"))
    ((fermions, entries),) = cells(found, "Majorana matrices")
    assert fermions == "N N"
    assert [line.split() for line in entries.splitlines()] == [
        [".", "dag(chi1)", "."],
        ["dag(chi1)", ".", "."],
        [".", ".", "dag(chi2)"],
    ]


def test_open_insertions_are_formulas() -> None:
    found = report(compile_file("paper_b/accidental"))
    rows = cells(found, "Insertions that charges leave open")
    assert ["Ye", "(1,2)", "Phi", "a_e - a_mu", ""] in rows


@pytest.mark.parametrize(
    "path", ["lib/sm", "paper_a/symbolic", "paper_b/accidental", "paper_d/muoquark", "paper_d/g5321"]
)
def test_data_and_latex_are_well_formed(path: str) -> None:
    found = report(compile_file(path))
    assert json.loads(json.dumps(found.data))["model"] == found.title.split(":")[0]
    latex = report_latex(found)
    assert latex.count("\\begin{matrix}") == latex.count("\\end{matrix}") > 0
    sectors = found.data["sectors"]
    assert isinstance(sectors, list)
    for sector in sectors:
        assert isinstance(sector, dict)
        rows, columns, texture = sector["rows"], sector["columns"], sector["texture"]
        assert isinstance(rows, list) and isinstance(columns, list) and isinstance(texture, list)
        assert len(texture) == len(rows)
        assert all(isinstance(line, list) and len(line) == len(columns) for line in texture)
