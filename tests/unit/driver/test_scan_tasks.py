"""Which theory a scan runs in, where there is none, and what is kept of it."""

from __future__ import annotations

import math

import pytest
from tests.helpers.models import MODEL_FILES, load
from tests.helpers.scans import prepare, scan_of
from tests.unit.driver.test_running import DIRAC

from zmodel.driver.scan_tasks import scan_task
from zmodel.driver.scanning import analyse_scan
from zmodel.run import Status
from zmodel.run.scan import compute
from zmodel.source import SourceFile

MODEL = DIRAC.replace("NAME", "F")
VARYING = MODEL.replace("integrate F at 10 TeV", "param M : real\nintegrate F at M")
SCAN = """point = "p"
from = "FROM"
to = "TO"
loops = 1
[vary]
g = { values = [0.5] }
"""


def exact(squares: int, begin: float, end: float) -> float:
    """One loop with Weyl fermions of this sum of squared charges: d(1/g^2)/dlnmu = -(2/3) sum q^2/(8 pi^2)."""
    return float((4 - 2 / 3 * squares * math.log(end / begin) / (8 * math.pi**2)) ** -0.5)


@pytest.mark.parametrize(
    ("begin", "end", "squares"), [("1 TeV", "10 TeV", 2), ("10 TeV", "2 TeV", 2), ("10 TeV", "100 TeV", 20)]
)
def test_what_is_integrated_out_above_is_not_there(begin: str, end: str, squares: int) -> None:
    task, _ = scan_of(MODEL, SCAN.replace("FROM", begin).replace("TO", end))
    (found,) = compute(task, 0, 1).numbers["g"]
    first, last = (1e3 * float(scale.split()[0]) for scale in (begin, end))
    assert found == pytest.approx(exact(squares, first, last), rel=1e-7)


@pytest.mark.parametrize(("model", "message"), [(MODEL, "`F`"), (VARYING, "varies")])
def test_thresholds_within_the_range_are_refused(model: str, message: str) -> None:
    scan = SCAN.replace("FROM", "1 TeV").replace("TO", "100 TeV")
    scan = scan.replace("[vary]", "[vary]\nM = { range = [1e3, 2e3], steps = 2 }") if "varies" in message else scan
    with pytest.raises(AssertionError, match=f"Z605.*{message}"):
        scan_of(model, scan)


# ------------------------------------------------------------------ kinetic mixing
MIXED = """model t
use sm
gauge X = U(1) coupling gX
mixing FORM (Y, X) as k
point p at 1 TeV { g1 = 0.6; g2 = 0.8; g3 = 1; gX = 0.1 }
"""


@pytest.mark.parametrize(("form", "limit"), [("eta", 1.0), ("epsilon", 1.0), ("dark_epsilon", 0.8)])
def test_points_without_positive_kinetic_terms_have_no_numbers(form: str, limit: float) -> None:
    scan = 'point = "p"\nto = "2 TeV"\nloops = 1\n[vary]\nk = { values = [0, 0.79, 0.81, -1.5] }\n'
    task, _ = scan_of(MIXED.replace("FORM", form), scan)
    found = compute(task, 0, 4)
    assert (found.status == Status.REACHED).tolist() == [abs(k) < limit for k in (0, 0.79, 0.81, -1.5)]
    assert set(found.status.tolist()) == {Status.REACHED, Status.NOT_FINITE}


def test_fixed_mixing_must_leave_positive_kinetic_terms() -> None:
    scan = 'point = "p"\nto = "2 TeV"\nloops = 1\n[set]\nk = 1.1\n[vary]\ngX = { values = [0.1] }\n'
    with pytest.raises(AssertionError, match=r"Z430.*not positive"):
        scan_of(MIXED.replace("FORM", "eta"), scan)


SM = """model m
use sm
gauge X = U(1) coupling gX boson X mass M_X
point p at 1 TeV { g1 = 0.36; g2 = 0.64; g3 = 1.06; gX = 0.1; lambda = 0.1; "Yu[3,3]" = 0.9; M_X = 2 TeV }
""".replace('"', "")
KEPT = """point = "p"
to = "10 TeV"
loops = 1
keep = [NAMES]
[vary]
"alpha(gX)" = { values = [0.01] }
[columns]
twice = "2*g1"
"""


@pytest.mark.parametrize("name", ["gX", "alpha(gX)", "twice", "Yu[3,3]", "scale", "unstable_at", "mH2"])
def test_what_is_kept_is_there(name: str) -> None:
    """Also a mass that nobody else asks for, and which is left out otherwise."""
    task, _ = scan_of(SM, KEPT.replace("NAMES", f'"{name}", "class"'))
    assert list(compute(task, 0, 1).numbers) == [name]


@pytest.mark.parametrize(
    ("name", "hint"), [("Yu", "name its entries, such as `Yu[1,1]`"), ("Yu[4,1]", "did you mean `Yu[")]
)
def test_names_that_keep_nothing(name: str, hint: str) -> None:
    """Which entries there are is known when beta functions are."""
    file = SourceFile(str(MODEL_FILES / "lib" / "test.zmodel"), SM)
    run, scan, _ = analyse_scan(file, SourceFile("scan.toml", KEPT.replace("NAMES", f'"{name}"')), load)
    assert run is not None and scan is not None and scan_task(run, scan, prepare) is None
    (found,) = [item for item in run.diagnostics if item.severity == "error"]
    assert (found.code, found.span and found.span.text) == ("Z110", f'"{name}"')
    assert found.hints[0].startswith(hint)
