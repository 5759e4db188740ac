"""`require`: what it accepts, what it reports, and what it leaves to the solver."""

from __future__ import annotations

import pytest
from tests.helpers.models import diagnose

from zmodel.diagnostics import Diagnostic

HEAD = """
model test
gauge SU3c = SU(3) coupling g3; gauge SU2L = SU(2) coupling g2; gauge Y = U(1) coupling g1
gauge X = U(1) coupling gX
fermion Q[3] left (SU3c: 3, SU2L: 2, Y: 1/6, X: [-1/4, -1/4, 1/6])
fermion U[3] right (SU3c: 3, Y: 2/3, X: [-1/4, -1/4, 1/6])
fermion D[3] right (SU3c: 3, Y: -1/3, X: [-1/4, -1/4, 1/6])
fermion L[3] left (SU2L: 2, Y: -1/2, X: [0, 1, 0])
fermion E[3] right (Y: -1, X: [0, 0, 1])
fermion N[3] right (X: [1/12, -1/12, 1])
scalar H (SU2L: 2, Y: 1/2)
scalar phi (X: 1/9)
scalar xi (X: -1/6)
yukawa Yd = bar(Q) H D
yukawa Ye = bar(L) H E
"""


def errors(requirement: str, head: str = HEAD) -> list[Diagnostic]:
    _, diagnostics = diagnose(f"{head}\nrequire {requirement}")
    return [d for d in diagnostics if d.severity == "error"]


@pytest.mark.parametrize(
    "requirement",
    [
        "anomaly_free",
        "allowed Yd",
        "allowed Yd diagonal",
        "allowed Yd entry (1,2), Yd entry (3,3)",
        "allowed bar(Q) tilde(H) U diagonal",
        "allowed N N xi entry (1,1)",
        "allowed dag(H) H",
        "forbidden Yd entry (1,3), Yd entry (3,2)",
        "forbidden N N phi",
        "forbidden bar(L) tilde(H) N diagonal",
        "forbidden Ye entry (1,3)",
        "forbidden dag(H) phi",
        "forbidden bar(Q) H E",
        "forbidden phi phi",
    ],
)
def test_requirements_that_hold(requirement: str) -> None:
    assert errors(requirement) == []


@pytest.mark.parametrize(
    ("requirement", "code", "message"),
    [
        ("allowed Ye diagonal", "Z302", "`Ye` lacks the required entries (2,2), (3,3)"),
        ("allowed Yd all", "Z302", "`Yd` lacks the required entries (1,3), (2,3), (3,1), (3,2)"),
        ("allowed Ye row 2", "Z302", "`Ye` lacks the required entries (2,1), (2,2)"),
        ("allowed Ye column 3", "Z302", "`Ye` lacks the required entries (1,3), (3,3)"),
        ("allowed N N phi", "Z302", "`N N phi` is not allowed"),
        ("allowed bar(Q) H E", "Z302", "`bar(Q) H E` is not allowed"),
        ("forbidden Yd", "Z303", "`Yd` is allowed in the entries (1,1), (1,2), (2,1), (2,2), (3,3)"),
        ("forbidden dag(H) H", "Z303", "`dag(H) H` is allowed"),
        ("forbidden Yd entry (3,3)", "Z303", "`Yd` is allowed in the entries (3,3)"),
        ("forbidden Ye row 2", "Z303", "`Ye` is allowed in the entries (2,3)"),
    ],
)
def test_requirements_that_fail(requirement: str, code: str, message: str) -> None:
    (error,) = errors(requirement)
    assert error.code == code
    assert error.message == message


def test_every_failure_is_reported() -> None:
    assert [d.code for d in errors("forbidden Yd, Ye")] == ["Z303", "Z303"]
    assert [d.code for d in errors("allowed N N phi\nrequire forbidden Yd")] == ["Z302", "Z303"]


def test_the_condition_of_a_missing_entry_is_a_hint() -> None:
    text = "model t\ngauge X = U(1) coupling g\nparam a, b\nscalar s\n"
    text += "fermion A[2] left (X: [a, b])\nfermion B[2] right (X: [a, 2*a])\nyukawa y = bar(A) s B"
    (error,) = errors("allowed y diagonal", text)
    assert error.hints == ("(2,2) needs 2*a - b = 0 under X",)


# ------------------------------------------------------------------ lines with `only`
MUOQUARK = """
model muoquark
use sm
gauge X = U(1) coupling gX
charges X { L = [0, 1, -1]; E = [0, 1, -1] }
scalar S3 (SU3c: 3bar, SU2L: 3, Y: 1/3, X: {})
yukawa YS3 = bar(cc(Q)) S3 L
"""


def muoquark(charge: str) -> str:
    return MUOQUARK.replace("{}", charge)


def test_a_column_and_nothing_else() -> None:
    assert errors("allowed YS3 column 2 only", muoquark("-1")) == []
    assert [d.code for d in errors("allowed YS3 column 2 only", muoquark("1"))] == ["Z302", "Z303"]
    shared = muoquark("-1").replace("L = [0, 1, -1]; E = [0, 1, -1]", "L = [0, 1, 1]; E = [0, 1, 1]")
    assert errors("allowed YS3 column 2", shared) == []
    (error,) = errors("allowed YS3 column 2 only", shared)
    assert error.code == "Z303"
    assert error.message == "`YS3` has more entries than required: (1,3), (2,3), (3,3)"


# ------------------------------------------------------------------ anomalies
def test_each_anomaly_is_named_with_what_fields_add() -> None:
    text = """
        model anomalous
        use sm
        gauge X = U(1) coupling gX
        charges X { L = 1; E = 1 }
        """
    found = {error.message: error for error in errors("anomaly_free", text)}
    assert set(found) == {f"the anomaly {name} does not cancel" for name in ("SU2L^2 X", "Y^2 X", "grav^2 X", "X^3")}
    gravitational = found["the anomaly grav^2 X does not cancel"]
    assert gravitational.code == "Z301"
    assert gravitational.label == "it is 3"
    assert gravitational.notes == ("L adds 6", "E adds -3")


def test_the_global_anomaly() -> None:
    (error,) = errors("anomaly_free", "model t\ngauge W = SU(2) coupling g\nfermion f left (W: 2)")
    assert error.code == "Z304"


def test_anomalies_with_unknown_charges_are_equations_to_solve() -> None:
    text = """
        model unknown
        use sm
        gauge X = U(1) coupling gX
        charges X { Q = ?q; U = ?q; D = ?q; L = [?, ?, ?]; E = [?, ?, ?] }
        """
    assert errors("anomaly_free", text) == []


def test_anomalies_with_parameters_must_cancel_identically() -> None:
    text = "model t\ngauge X = U(1) coupling g\nparam a\nfermion f left (X: a)\nfermion h right (X: {})"
    assert errors("anomaly_free", text.format("a")) == []
    messages = [error.message for error in errors("anomaly_free", text.format("2*a"))]
    assert messages == ["the anomaly grav^2 X does not cancel", "the anomaly X^3 does not cancel"]


def test_an_anomaly_that_nobody_asked_about_is_a_warning() -> None:
    text = "model t\ngauge X = U(1) coupling g\nfermion f left (X: 1)"
    analysis, diagnostics = diagnose(text)
    assert analysis is not None
    assert [(d.code, d.severity) for d in diagnostics] == [("Z503", "warning")]
