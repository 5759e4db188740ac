"""Numbers of scans: entries that are others, and those that would not be used."""

from __future__ import annotations

import pytest
from tests.helpers.scans import scan_of

from zmodel.run.scan import compute

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


@pytest.mark.parametrize(("along", "scale"), [("", 1e4), ("check_along = 7\n", 1000)])
def test_ends_are_the_scales_themselves(along: str, scale: float) -> None:
    text = "model phi\nscalar S real\npotential { l = S^4 }\npoint p at 1 TeV { l = -0.1 }\n"
    scan = f'point = "p"\nto = 1e4\nloops = 1\n{along}[vary]\nl = {{ range = [-0.1, -0.05], steps = 2 }}\n'
    numbers = compute(scan_of(text, scan)[0], 0, 2).numbers
    assert numbers["scale"].tolist() == [1e4, 1e4] and numbers["unstable_at"].tolist() == [scale, scale]
