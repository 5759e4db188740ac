"""Massive vector fields: what derivations make of them."""

from __future__ import annotations

import pytest
from tests.helpers.models import compile_text, diagnose

from zmodel.driver import REPORTS, Run, make_report

SM = "model t\nuse sm\n"
U1 = "vector U1 (SU3c: 3, Y: 2/3)\nyukawa gL = bar(Q) U1 L\n"


def test_leptoquark_couplings() -> None:
    text = "vector V2 (SU3c: 3bar, SU2L: 2, Y: 5/6)\nyukawa gV = bar(cc(D)) V2 L\nyukawa gD = bar(cc(U)) dag(V2) Q"
    couplings = compile_text(SM + U1 + text).couplings.couplings
    assert set(couplings) >= {"gL", "gV", "gD"}
    assert len(couplings["gL"].texture) == 9
    assert couplings["gL"].dimension == 4


@pytest.mark.parametrize(
    "line",
    [
        "yukawa y = bar(Q) U1 E",
        "yukawa y = bar(cc(Q)) dag(U1) L",
        "mass m = bar(Q) U1 L",
        "potential { p = dag(U1) U1 }",
        "potential { p = dag(U1) U1 dag(H) H }",
    ],
)
def test_terms_that_are_refused(line: str) -> None:
    _, diagnostics = diagnose(SM + U1 + line)
    assert [item.code for item in diagnostics if item.severity == "error"] == ["Z201"]


def test_vectors_change_no_anomaly_and_no_gauge_boson() -> None:
    with_vector, without = compile_text(SM + U1), compile_text(SM)
    assert with_vector.anomalies == without.anomalies
    for name in ("masses", "currents"):
        found = [make_report(Run(analysis), name) for analysis in (with_vector, without)]
        assert found[0] == found[1] is not None


def test_beta_functions_are_refused() -> None:
    run = Run(compile_text(SM + U1))
    assert make_report(run, "rge") is None
    (diagnostic,) = run.diagnostics
    assert (diagnostic.code, diagnostic.span.text if diagnostic.span else "") == ("Z406", "U1")


@pytest.mark.parametrize("name", sorted({"fields", "anomalies", "couplings", "potential", "flavour"} & set(REPORTS)))
def test_other_reports_work(name: str) -> None:
    assert make_report(Run(compile_text(SM + U1)), name) is not None
