"""Paper A, Sec. IV: running of the four benchmarks."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from tests.helpers.emitted import emit
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


def test_A24_sample_trajectories(row: Row, tmp_path: Path) -> None:
    """Figs. 4, 6, 9, 11: all the way to the Planck scale, at each of 250 scales between."""
    assert row.want == "V+"
    ends = {}
    for number in (1, 2, 3, 4):
        analysis = compile_file(f"paper_a/bm{number}")
        point = analysis.model.points[0]
        assert point.scale is not None
        found = runner(analysis)
        start = found.states({value.name: value.value for value in point.values if value.name in found.places})
        begin, end = np.log([point.scale]), np.log([inputs()["M_Pl"]])
        result = found.integrator.integrate(start, begin, end, RunOptions(), samples=250)
        assert result.status[0] == Status.REACHED
        along = {
            name: result.samples[place, :, 0]
            for name, place in found.places.items()
            if place < found.integrator.source.size
        }
        folder = tmp_path / f"bm{number}"
        folder.mkdir()
        stable = emit(analysis, folder, loops="2").python.stable
        last = {name: values[-1] for name, values in along.items()}
        assert np.all(stable(along)) and np.all(along["u"] > 0)
        row.record(f"BM{number}: V+ at all {len(along['u'])} scales")
        ends[number] = (last, along)
    alpha = {
        number: {name: (value**2 if name in ("g4", "y") else value) / (4 * np.pi) ** 2 for name, value in last.items()}
        for number, (last, _) in ends.items()
    }
    assert 1e-4 / 3 < abs(alpha[1]["delta"]) < 1e-3
    assert all(along[0] * along[-1] < 0 for along in (ends[1][1]["delta"], ends[1][1]["w"]))
    assert 0.3 < abs(ends[3][0]["eta"]) < 1
    assert all(0.03 < alpha[3][name] < 1 for name in ("g4", "y", "s", "u", "v"))
    assert 0.3 < abs(ends[4][0]["eta"]) < 1 and 0.1 < alpha[4]["y"] < 1
