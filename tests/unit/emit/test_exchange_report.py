"""Tables of what flavio and smelli return."""

from __future__ import annotations

import json
import math

from tests.helpers.models import compile_file

from zmodel.emit.report import cell_text, report_latex
from zmodel.emit.reports.exchange import flavio_report, smelli_report, vector_couplings_report
from zmodel.exchange.flavio_table import FlavioRow, FlavioTable, Measurement
from zmodel.exchange.light_vectors import VectorCouplingTable
from zmodel.exchange.smelli_table import SmelliRow, SmelliTable

MODEL = compile_file("paper_c/malaphoric").model


def test_flavio() -> None:
    rows = (
        FlavioRow("BR(Bs->mumu)", 3.63e-9, 3.65e-9, Measurement("LHC 2022", 3.361e-9, 2.8e-10)),
        FlavioRow("BR(Bs->tautau)", 7.7e-7, math.nan, None),
    )
    report = flavio_report(MODEL, FlavioTable(rows, "2.7.1"))
    (table,) = report.tables
    assert [cell_text(cell) for cell in table.rows[0]][1:4] == ["3.63e-09", "3.65e-09", "3.361e-09 +- 2.8e-10"]
    assert [cell_text(cell) for cell in table.rows[1]][3:] == ["", ""]
    assert "flavio 2.7.1" in table.note
    data = json.loads(json.dumps(report.data, allow_nan=False))
    assert data["observables"][0]["measurement"] == {"name": "LHC 2022", "value": 3.361e-9, "uncertainty": 2.8e-10}
    assert data["observables"][1]["prediction"] is None and data["observables"][1]["measurement"] is None
    assert r"\begin{longtable}" in report_latex(report)


def test_smelli() -> None:
    table = SmelliTable((SmelliRow("global", 39.1, 600.0), SmelliRow("lfu_fcnc", -4.5, 23.0)), "2.4.3")
    report = smelli_report(MODEL, table)
    cells = [[cell_text(cell) for cell in row] for row in report.tables[0].rows]
    assert cells == [["global", "639.1", "600.0", "+39.10"], ["lfu_fcnc", "18.5", "23.0", "-4.50"]]
    assert report.data["likelihoods"] == [
        {"name": "global", "improvement": 39.1, "chi_squared": 600.0},
        {"name": "lfu_fcnc", "improvement": -4.5, "chi_squared": 23.0},
    ]


def test_no_boson() -> None:
    (table,) = vector_couplings_report(MODEL, VectorCouplingTable((), ())).tables
    assert table.rows == () and table.note == "There is no neutral boson beside the Z."
