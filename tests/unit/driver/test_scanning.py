"""Which theory a scan runs in."""

from __future__ import annotations

import math

import pytest
from tests.helpers.scans import scan_of
from tests.unit.driver.test_running import DIRAC

from zmodel.run.scan import compute

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
