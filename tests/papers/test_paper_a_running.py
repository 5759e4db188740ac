"""Paper A, Sec. IV: running of the four benchmarks."""

from __future__ import annotations

import numpy as np
from tests.helpers.models import compile_file
from tests.helpers.running import runner
from tests.papers.ledger import Row, inputs

from zmodel.run import RunOptions, Status

STANDARD = ("g1", "g2", "g3", "g4", "yt", "yb", "lambda")
"""What does not vanish at mu0 where y, the new quartics and kinetic mixing do."""


def landau_pole(name: str, point_of: str) -> float:
    """The two-loop pole of a model in TeV, from the couplings of the SM and g4 at a point of a model."""
    point = compile_file(point_of).model.points[0]
    assert point.scale is not None
    found = runner(compile_file(name))
    start = found.states({value.name: value.value for value in point.values if value.name in STANDARD})
    begin, end = np.log([point.scale]), np.log([inputs()["M_Pl"]])
    result = found.integrator.integrate(start, begin, end, RunOptions())
    assert result.status[0] == Status.POLE
    return float(np.exp(result.t[0])) / 1000


def test_A22_landau_poles_without_new_couplings(row: Row) -> None:
    row.assert_close([landau_pole(f"paper_a/bm{i}", f"paper_a/bm{i}") for i in (1, 2, 3, 4)])


def test_A23_landau_pole_without_new_fields(row: Row) -> None:
    row.assert_close(landau_pole("paper_a/bm3_bare", "paper_a/bm3"))
