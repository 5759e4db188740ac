"""Which theory a scan runs in."""

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


# ------------------------------------------------------------------ symmetric matrices, entries that are zero
MATRICES = """
model t
use sm
gauge X = U(1) coupling gX
param a : rational
charges X { L = [0, a, -a]; E = [0, a, -1] }
scalar S (Y: 1)
yukawa f = bar(cc(L)) S L
potential { mS = dag(S) S }
point p at 1 TeV { a = 1; gX = 0.1; g1 = 0.36; g2 = 0.65; g3 = 1; f[2,3] = 0.5; Ye[3,3] = 0.01 }
"""
NUMBERS = """point = "p"
[set]
SET
[vary]
VARY
[columns]
first = "f[2,3]"
other = "f[3,2]"
[classes]
negative = "f[3,2] < -0.25"
"""


@pytest.mark.parametrize("runs", [False, True])
@pytest.mark.parametrize("entry", ["f[2,3]", "f[3,2]"])
def test_the_other_triangle_follows_what_varies(entry: str, runs: bool) -> None:
    scan = NUMBERS.replace("SET", "").replace("VARY", f'"{entry}" = {{ values = [0.1, 0.4] }}')
    scan = scan.replace("[set]", 'to = "2 TeV"\nloops = 1\n[set]') if runs else scan
    task, _ = scan_of(MATRICES, scan)
    found = compute(task, 0, 2)
    first, other = found.numbers["first"], found.numbers["other"]
    assert first == pytest.approx(-other, abs=0) and list(abs(first)) == [0.1, 0.4]
    assert bool(other[0] < 0) is (entry == "f[2,3]")
    names = [task.outcomes[i] for i in found.outcome]
    assert names == (["other", "negative"] if entry == "f[2,3]" else ["other", "other"])
    if runs:
        assert found.numbers["f[2,3]"] == pytest.approx(-found.numbers["f[3,2]"], abs=0)


def test_the_other_triangle_follows_what_is_set() -> None:
    scan = NUMBERS.replace("SET", '"f[3,2]" = 0.3').replace("VARY", "gX = { values = [0.2] }")
    task, _ = scan_of(MATRICES, scan)
    numbers = compute(task, 0, 1).numbers
    assert (numbers["first"][0], numbers["other"][0]) == (-0.3, 0.3)


@pytest.mark.parametrize(
    ("fixed", "varied", "message"),
    [
        ('"f[3,2]" = 0.3', '"f[2,3]"', "Z121.*`f.2,3.` gets a number twice: `f` is antisymmetric"),
        ('"f[3,2]" = 0.3\n"f[2,3]" = 0.3', "gX", "Z127.*must be -`f.3,2.`"),
        ("", '"Ye[1,2]"', "Z127.*`Ye.1,2.` is zero, but gets a number"),
        ('"Ye[1,2]" = 0.1', "gX", "Z127.*`Ye.1,2.` is zero, but gets a number"),
        ("", '"f[2,2]"', "Z127.*`f.2,2.` is zero, but gets a number"),
        ('gX = "0.1 + i"', "g1", "Z123.*`gX` is real, but this number is not"),
        ("", "a", "Z127.*`Ye.3,3.` is zero in this theory, but gets a number"),
    ],
)
def test_numbers_that_would_not_be_used(fixed: str, varied: str, message: str) -> None:
    scan = NUMBERS.replace("SET", fixed).replace("VARY", f"{varied} = {{ values = [0.1] }}")
    with pytest.raises(AssertionError, match=message):
        scan_of(MATRICES, scan.replace("[set]", 'to = "2 TeV"\nloops = 1\n[set]'))


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
