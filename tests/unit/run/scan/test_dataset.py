"""Scans on disk: the same bytes whatever happens, and folders of others left alone."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from tests.helpers.datasets import contents
from tests.helpers.scans import scan_of

from zmodel.dataset import DatasetError, Manifest, Progress, read_folder
from zmodel.emit.formula import latex_name
from zmodel.run import Integrator, Status
from zmodel.run.plots.load import read_scan
from zmodel.run.plots.surface import SurfaceFigure
from zmodel.run.scan import class_counts, compute, count_classes, dataset, local, write_scan

SCAN = """point = "fig9"
to = "M_Pl"
rtol = 1e-6
[vary]
"alpha(y)" = { log10 = [-1.5, 1], steps = 9 }
"alpha(delta_t)" = { log10 = [-6, 0], steps = 11 }
[columns]
ratio = "u/v"
[classes]
pole = "pole"
higgs_metastable = "alpha(lambda) < 0"
unstable = "not stable"
"V+" = "u > 0"
"""


def quiet(_: Progress) -> None:
    pass


def write(folder: Path, text: str = SCAN, progress: Callable[[Progress], None] = quiet) -> tuple[Manifest, int]:
    task, header = scan_of("paper_a/bm3", text)
    return write_scan(folder, task, header, local, progress)


@pytest.fixture(autouse=True)
def small_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dataset, "JOB", 8)
    monkeypatch.setattr(dataset, "PART", 32)


def test_what_is_stored(tmp_path: Path) -> None:
    manifest, before = write(tmp_path)
    task, _ = scan_of("paper_a/bm3", SCAN)
    assert manifest.complete and before == 0 and manifest.rows == 99
    assert [chunk.rows for chunk in manifest.chunks] == [32, 32, 32, 3]
    table = pa.concat_tables(pq.read_table(path) for path in sorted(tmp_path.glob("*.parquet")))
    assert table.column_names[:5] == ["class", "status", "alpha(y)", "alpha(delta_t)", "ratio"]
    assert [column["stored"] for column in manifest.header["columns"]] == table.column_names
    points = compute(task, 0, 99)
    assert table["u"].to_numpy().tobytes() == points.numbers["u"].tobytes()
    assert table["class"].to_pylist() == [task.outcomes[code] for code in points.outcome]
    assert set(table["status"].to_pylist()) == {"reached", "pole"}
    assert np.all(table["ratio"].to_numpy() == pytest.approx(10.0))
    assert manifest.header["cross"] == pytest.approx({"alpha(y)": 10**-0.5, "alpha(delta_t)": 10**-2.5})


def test_scans_by_other_conventions_are_not_continued(tmp_path: Path) -> None:
    task, header = scan_of("paper_a/bm3", SCAN)
    assert "Kinetic mixing, form eta: eta (Y, X)." in header["conventions"]
    write_scan(tmp_path, task, {**header, "conventions": header["conventions"][:2]}, local, quiet)
    with pytest.raises(DatasetError, match=r"the conventions of its numbers: .* is asked for, and not there"):
        write(tmp_path)


def test_couplings_that_vary_by_themselves_are_stored_at_both_ends(tmp_path: Path) -> None:
    """A plane of two couplings is drawn where they start, though columns of their names hold the ends."""
    text = """point = "fig9"\nto = "1e5 GeV"\n[vary]\ny = { range = [0.5, 2], steps = 3 }
u = { values = [0.1, 0.2] }\n[classes]\npole = "pole"\n"V+" = "u > 0"\n"""
    write(tmp_path / "data", text)
    (table,) = (pq.read_table(path) for path in (tmp_path / "data").glob("*.parquet"))
    assert table["start(y)"].to_pylist() == [0.5, 0.5, 1.25, 1.25, 2.0, 2.0]
    assert table["start(u)"].to_pylist() == [0.1, 0.2] * 3
    assert (np.abs(table["y"].to_numpy() - table["start(y)"].to_numpy()) > 1e-4).all()
    figure = read_scan(tmp_path / "data", latex_name)
    assert isinstance(figure, SurfaceFigure) and figure.x.label == "$y$"
    assert [list(places) for places in figure.places] == [[0.5, 1.25, 2.0], [0.1, 0.2]]


def test_each_point_is_what_the_integrator_says(tmp_path: Path) -> None:
    """One point after the other, without anything of the scan but its states."""
    task, _ = scan_of("paper_a/bm3", SCAN)
    course = task.course
    assert course is not None
    points = compute(task, 0, 99)
    values = dict(task.start)
    for number in (0, 40, 98):
        for name, shown in (("y", "alpha(y)"), ("delta_t", "alpha(delta_t)")):
            alpha = points.numbers[shown][number] * (4 * np.pi) ** 2
            values[name] = np.sqrt(alpha) if name == "y" else alpha
        found = Integrator(course.source).integrate(
            course.layout.states(values), np.array([course.begin]), np.array([course.end]), course.options
        )
        assert found.status[0] == points.status[number]
        assert course.layout.numbers(found.values, real=True)["u"][0] == points.numbers["u"][number]
        assert (found.status[0] == Status.POLE) == (task.outcomes[points.outcome[number]] == "pole")


def test_columns_are_of_one_type_whatever_the_points_are(tmp_path: Path) -> None:
    """Roots are not real at the first points, but conditions see them as they are; what is made of i is complex."""
    first, second = (
        '"alpha(y)" = { log10 = [-1.5, 1], steps = 9 }',
        '"alpha(delta_t)" = { log10 = [-6, 0], steps = 11 }',
    )
    text = SCAN.replace(second, "").replace(first, '"alpha(delta_t)" = { range = [-1, 1], steps = 99 }')
    text = text.replace('ratio = "u/v"', 'root = "sqrt(alpha(delta_t))"\nphase = "i*root"')
    text = text.replace('pole = "pole"', 'imaginary = "root^2 < 0"\nreal = "root > 0"')
    manifest, _ = write(tmp_path, text)
    table = pa.concat_tables(pq.read_table(path) for path in sorted(tmp_path.glob("*.parquet")))
    assert [column["stored"] for column in manifest.header["columns"]] == table.column_names
    alpha, root = table["alpha(delta_t)"].to_numpy(), table["root"].to_numpy()
    expected = np.sqrt(alpha.astype(complex))
    assert np.allclose(root[alpha >= 0], expected.real[alpha >= 0]) and np.all(np.isnan(root[alpha < 0]))
    assert np.allclose(table["phase.re"].to_numpy() + 1j * table["phase.im"].to_numpy(), 1j * expected)
    wanted = np.select([alpha < 0, alpha > 0], ["imaginary", "real"], "")
    assert all(found == word for found, word in zip(table["class"].to_pylist(), wanted, strict=True) if word)


COMPLEX = """model majoron
scalar S
fermion N[2] left
yukawa k = N N S
potential { lam = (dag(S) S)^2 }
point p at 1 TeV { k = [[0.1, 0.2], [0.2, 0.3]]; lam = 0.1 }
"""


def test_absolute_values_of_complex_numbers_are_real(tmp_path: Path) -> None:
    """In conditions and columns; conj(z) z is complex by rounding where numbers are multiplied and added at once."""
    text = """point = "p"
to = "2 TeV"
[vary]
lam = { range = [0.1, 1], steps = 10 }
[set]
"k[1,1]" = "0.3+0.7*i"
[columns]
size = "abs(k[1,1])"
[classes]
large = "abs(k[1,1]) > 0.01 and alpha(k[1,1]) > 0 and size > 0"
"""
    task, header = scan_of(COMPLEX, text)
    write_scan(tmp_path, task, header, local, quiet)
    table = pq.read_table(tmp_path / "part-00000.parquet")
    assert table["size"].to_numpy() == pytest.approx(np.full(10, 0.58**0.5))
    assert table["class"].to_pylist() == ["large"] * 10


def test_own_columns_do_not_make_couplings_complex(tmp_path: Path) -> None:
    text = """point = "p"
to = "2 TeV"
[vary]
lam = { range = [-1, 1], steps = 99 }
[columns]
root = "sqrt(lam)"
"""
    task, header = scan_of(COMPLEX, text)
    manifest, _ = write_scan(tmp_path, task, header, local, quiet)
    stored = [column["stored"] for column in manifest.header["columns"]]
    assert "k[1,1]" in stored
    assert all(pq.read_schema(path).names == stored for path in tmp_path.glob("*.parquet"))


@pytest.mark.parametrize("points", [0, 1, 7, 8, 99, 640])
def test_jobs_become_smaller_towards_the_end(points: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each point once, none over the end of a part, and all of them begin where draws have a counter of their own."""
    monkeypatch.setattr(dataset, "LEAST_JOB", 4)
    for first in range(0, points, dataset.PART):
        found = list(dataset.jobs(first, points))
        assert [point for begin, end in found for point in range(begin, end)] == list(range(first, points))
        assert all(begin % 4 == 0 and begin // dataset.PART == (end - 1) // dataset.PART for begin, end in found)
        sizes = [end - begin for begin, end in found]
        assert max(sizes) <= dataset.JOB and sizes[-1] <= dataset.LEAST_JOB
        if points == 640 and first == 0:
            assert sizes[0] == dataset.JOB


def test_counts(tmp_path: Path) -> None:
    task, _ = scan_of("paper_a/bm3", SCAN)
    manifest, _ = write(tmp_path)
    counts = count_classes(task, local, quiet)
    assert counts == class_counts(tmp_path, task, manifest)
    assert sum(counts.values()) == 99 and counts["V+"] > 5 and counts["pole"] > 20 and list(counts)[-1] == "other"


class Killed(Exception):
    pass


@pytest.mark.parametrize("parts", range(4))
def test_an_interrupted_scan_ends_in_the_same_bytes(parts: int, tmp_path: Path) -> None:
    def kill(progress: Progress) -> None:
        if progress.rows > 32 * parts:
            raise Killed  # in the middle of the next part

    write(tmp_path / "whole")
    with pytest.raises(Killed):
        write(tmp_path / "parts", progress=kill)
    told: list[Progress] = []
    manifest, before = write(tmp_path / "parts", progress=told.append)
    assert before == 32 * parts and manifest.complete
    assert [item.rows for item in told] == [min(before + 8 * (n + 1), 99) for n in range(len(told))]
    assert told[-1] == Progress(99, 99 - before, 1.0)
    assert contents(tmp_path / "parts") == contents(tmp_path / "whole")
    assert write(tmp_path / "parts") == (manifest, 99)  # it is complete


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("steps = 9", "steps = 10", "what varies, `alpha(y)`, `steps`: 9 there, 10 asked for"),
        ("[vary]", "[vary]\nu = { values = [1, 2] }", "what varies: `u` is asked for, and not there"),
        ("rtol = 1e-6", "rtol = 1e-7", "the relative precision: 1e-06 there, 1e-07 asked for"),
        ("rtol = 1e-6", "rtol = 1e-6\nstrong = 2", "trajectories end: none there, 2.0 asked for"),
        ("u > 0", "u > 1", "the classes, `V+`, `condition`: another one"),
        ('"V+" = "u > 0"', "", "the classes: `V+` is there, and not asked for"),
        ('pole = "pole"\n', "", "the classes: `pole` is there, and not asked for"),
        ('ratio = "u/v"', 'ratio = "v/u"', "the columns of the scan file, `ratio`, `expression`: another one"),
        ("[vary]", "[set]\ng4 = 1\n[vary]", "the numbers that are given, `g4`: 2.695186234604534 there, 1.0 asked for"),
    ],
)
def test_a_changed_scan_is_refused(old: str, new: str, message: str, tmp_path: Path) -> None:
    write(tmp_path)
    before = contents(tmp_path)
    with pytest.raises(DatasetError, match=re.escape(message)):
        write(tmp_path, SCAN.replace(old, new))
    assert contents(tmp_path) == before


def test_the_path_of_the_model_makes_no_difference(tmp_path: Path) -> None:
    write(tmp_path)
    assert write(tmp_path, 'model = "bm3.zmodel"\n' + SCAN)[1] == 99


def test_a_changed_model_is_refused(tmp_path: Path) -> None:
    task, header = scan_of("paper_a/bm3", SCAN)
    write_scan(tmp_path, task, header, local, quiet)
    other, other_header = scan_of("paper_a/bm4", SCAN.replace("fig9", "fig11"))
    with pytest.raises(DatasetError, match="differs in the name of the model: bm3 there, bm4 asked for"):
        write_scan(tmp_path, other, other_header, local, quiet)
    with pytest.raises(DatasetError, match="differs in the numbers that are given"):
        write_scan(tmp_path, other, {**header, "point": "fig9"}, local, quiet)


def test_draws_are_written_and_resumed(tmp_path: Path) -> None:
    drawn = SCAN.replace(", steps = 9", "").replace(", steps = 11", "")
    text = drawn.replace("[vary]", "[vary]\nrandom = 70\nseed = 3")
    manifest, _ = write(tmp_path, text)
    assert manifest.rows == 70 and manifest.header["draws"] == 70
    shown = json.loads((tmp_path / "manifest.json").read_text())
    assert shown["kind"] == "scan" and shown["to"] == 1.22e19 and shown["from"] == 5000
    assert read_folder(tmp_path) == manifest


def test_keep(tmp_path: Path) -> None:
    write(tmp_path, 'keep = ["alpha(y)", "u"]\n' + SCAN)
    assert pq.read_table(tmp_path / "part-00000.parquet").column_names == ["class", "status", "alpha(y)", "u"]
