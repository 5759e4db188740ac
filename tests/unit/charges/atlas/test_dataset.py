"""Datasets on disk: the same bytes whatever happens, and folders of others left alone."""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pyarrow.parquet as pq
import pytest
from tests.helpers.datasets import SM_NEUTRINOS, contents, rewrite_manifest, search_of, written

from zmodel import __version__
from zmodel.charges import count, solutions
from zmodel.charges.atlas import dataset
from zmodel.charges.atlas.dataset import write_dataset
from zmodel.charges.atlas.manifest import position_of
from zmodel.charges.request import Search
from zmodel.charges.search import kernel, listing
from zmodel.dataset import DatasetError, Progress, folder, part_name, read_folder, read_manifest
from zmodel.resources import library_path

SUMS = """model sums
gauge X = U(1) coupling gX
fermion a[4] left (X: [?p + ?q, ?q + ?r, ?r + ?s, ?s + ?p])
fermion b[2] right (X: [?p, ?])
scalar phi (X: ?s/2)
"""
SEARCHES: dict[str, tuple[str, int, str | None]] = {
    "plain": (SM_NEUTRINOS, 3, None),
    "without shifts": (SM_NEUTRINOS, 3, "Y"),
    "memory": (SUMS, 8, None),
}


class Killed(BaseException):
    """A process that ends."""


@pytest.fixture(autouse=True)
def small_chunks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dataset, "CHUNK", 10)


def kill_after(number: int) -> Callable[..., None]:
    """A function that ends the process when it is called for the n-th time."""
    calls = iter(range(1, number))

    def step(*_: object) -> None:
        if next(calls, None) is None:
            raise Killed

    return step


def rows_of(path: Path) -> list[tuple[int, ...]]:
    tables = [pq.read_table(file) for file in sorted(path.glob("*.parquet"))]
    return [row for table in tables for row in zip(*(c.to_pylist() for c in table.columns), strict=True)]


# ------------------------------------------------------------------ what is written
@pytest.mark.parametrize("name", SEARCHES)
def test_datasets_hold_what_is_counted(name: str, tmp_path: Path) -> None:
    search = search_of(*SEARCHES[name])
    manifest, before = write_dataset(tmp_path, search, __version__)
    rows = rows_of(tmp_path)
    assert before == 0 and manifest.complete
    assert len(rows) == len(set(rows)) == manifest.rows == count(search.problem, search.bound, search.direction)
    assert len(manifest.chunks) > 2
    assert all(chunk.rows >= 10 for chunk in manifest.chunks[:-1])
    listed = json.loads((tmp_path / "manifest.json").read_text())
    assert (listed["rows"], listed["complete"], listed["max_charge"]) == (len(rows), True, search.bound)
    assert set(contents(tmp_path)) == {"manifest.json", *(part_name(i) for i in range(len(manifest.chunks)))}


def test_rows_are_the_solutions(tmp_path: Path) -> None:
    search = search_of(SM_NEUTRINOS, 3)
    write_dataset(tmp_path, search, __version__)
    table = pq.read_table(tmp_path / part_name(0))
    assert table.column_names == [f"{field}{i}" for field in "QUDLEN" for i in (1, 2, 3)]
    assert {str(kind) for kind in table.schema.types} == {"int8"}
    expected = np.concatenate(list(solutions(search.problem, 3)))
    order = [search.problem.unknowns.index(f"?{name}") for name in table.column_names]
    assert rows_of(tmp_path) == [tuple(row) for row in expected[:, order].tolist()]


def test_no_solutions(tmp_path: Path) -> None:
    search = search_of("model none\ngauge X = U(1) coupling gX\nfermion a[2] left (X: [1, ?])\nsearch X in -9..9\n")
    manifest, _ = write_dataset(tmp_path, search, __version__)
    assert manifest.rows == 1  # 1 and -1
    search = search_of("model none\ngauge X = U(1) coupling gX\nfermion a[3] left (X: [1, 1, ?])\nsearch X in -9..9\n")
    manifest, _ = write_dataset(tmp_path / "empty", search, __version__)
    assert manifest.complete and manifest.rows == 0 and not manifest.chunks


def test_threads_change_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    found = []
    for threads in (1, 2, 5):
        monkeypatch.setattr(kernel, "thread_count", lambda number=threads: number)
        found.append(contents(written(tmp_path / str(threads), SM_NEUTRINOS, 3)))
    assert found[0] == found[1] == found[2]


# ------------------------------------------------------------------ interruptions
@pytest.mark.parametrize("name", SEARCHES)
@pytest.mark.parametrize("stops", [(1,), (2,), (1, 1, 3, 2)])
def test_interrupted_between_parts(name: str, stops: tuple[int, ...], tmp_path: Path) -> None:
    search = search_of(*SEARCHES[name])
    write_dataset(tmp_path / "whole", search, __version__)
    for stop in stops:
        with pytest.raises(Killed):
            write_dataset(tmp_path / "parts", search, __version__, kill_after(stop))
    known = read_manifest((tmp_path / "parts" / "manifest.json").read_text())
    manifest, before = write_dataset(tmp_path / "parts", search, __version__)
    assert before == known.rows < manifest.rows
    assert contents(tmp_path / "parts") == contents(tmp_path / "whole")


@pytest.mark.parametrize("name", SEARCHES)
@pytest.mark.parametrize("call", range(1, 8))
def test_interrupted_before_a_file_is_in_place(
    name: str, call: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Parts and manifests in turn."""
    search = search_of(*SEARCHES[name])
    write_dataset(tmp_path / "whole", search, __version__)
    stop = kill_after(call)

    def replace(source: Path, target: Path) -> None:
        stop()
        os.rename(source, target)

    with monkeypatch.context() as patch:
        patch.setattr(folder.os, "replace", replace)
        with pytest.raises(Killed):
            write_dataset(tmp_path / "parts", search, __version__)
    # What kill -9 leaves.
    (tmp_path / "parts").mkdir(exist_ok=True)
    for left in ("part-00000.parquet", "part-00001.parquet", "manifest.json"):
        (tmp_path / "parts" / f".{left}.unfinished").write_bytes(b"PAR1")
    write_dataset(tmp_path / "parts", search, __version__)
    assert contents(tmp_path / "parts") == contents(tmp_path / "whole")


def test_nothing_is_searched_twice(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    search = search_of(SM_NEUTRINOS, 3)
    with pytest.raises(Killed):
        write_dataset(tmp_path, search, __version__, kill_after(3))
    position = position_of(read_folder(tmp_path))
    starts = []

    def steps(*arguments: object, **options: object) -> object:
        starts.append(arguments[2])
        return listing.list_steps(*arguments, **options)  # type: ignore[arg-type]

    monkeypatch.setattr(dataset, "list_steps", steps)
    write_dataset(tmp_path, search, __version__)
    write_dataset(tmp_path, search, __version__)  # it is complete
    assert starts == [position] and position.job > 0


def test_complete_datasets_are_left_as_they_are(tmp_path: Path) -> None:
    written(tmp_path, SM_NEUTRINOS, 2)
    times = {path.name: path.stat().st_mtime_ns for path in tmp_path.iterdir()}
    manifest, before = write_dataset(tmp_path, search_of(SM_NEUTRINOS, 2), __version__)
    assert before == manifest.rows == 358
    assert {path.name: path.stat().st_mtime_ns for path in tmp_path.iterdir()} == times


def test_progress(tmp_path: Path) -> None:
    told: list[Progress] = []
    search = search_of(SM_NEUTRINOS, 3)
    with pytest.raises(Killed):
        write_dataset(tmp_path, search, __version__, kill_after(5))
    manifest, before = write_dataset(tmp_path, search, __version__, told.append)
    assert [item.done for item in told] == sorted(item.done for item in told)
    assert told[-1].rows == manifest.rows and told[-1].done == 1
    assert all(item.fresh == item.rows - before for item in told)


# ------------------------------------------------------------------ folders that are refused
def other_bound(path: Path) -> Search:
    written(path, SM_NEUTRINOS, 2)
    return search_of(SM_NEUTRINOS, 3)


def other_model(path: Path) -> Search:
    written(path, SUMS, 3)
    return search_of(SUMS.replace("?q + ?r", "?q - ?r"), 3)


def other_name(path: Path) -> Search:
    written(path, SUMS, 3)
    return search_of(SUMS.replace("model sums", "model other"), 3)


def other_shifts(path: Path) -> Search:
    written(path, SM_NEUTRINOS, 2)
    return search_of(SM_NEUTRINOS, 2, "Y")


def other_version(path: Path) -> Search:
    written(path, SUMS, 3)
    rewrite_manifest(path, zmodel="0.0.1")
    return search_of(SUMS, 3)


def changed_by_hand(path: Path) -> Search:
    written(path, SUMS, 3)
    file = path / "manifest.json"
    file.write_text(file.read_text().replace('"model": "sums"', '"model": "other"'))
    return search_of(SUMS.replace("model sums", "model other"), 3)


def foreign_file(path: Path) -> Search:
    path.mkdir()
    (path / "thesis.tex").write_text("")
    return search_of(SUMS, 3)


def foreign_file_beside(path: Path) -> Search:
    written(path, SUMS, 3)
    (path / "part-00099.parquet").write_text("")
    return search_of(SUMS, 3)


def no_manifest(path: Path) -> Search:
    written(path, SUMS, 3)
    (path / "manifest.json").unlink()
    return search_of(SUMS, 3)


def damaged_manifest(path: Path) -> Search:
    written(path, SUMS, 3)
    text = (path / "manifest.json").read_text()
    (path / "manifest.json").write_text(text[: len(text) // 2])
    return search_of(SUMS, 3)


def manifest_that_leads_out(path: Path) -> Search:
    written(path, SUMS, 3)
    text = (path / "manifest.json").read_text()
    (path / "manifest.json").write_text(text.replace("part-00000.parquet", "../part-00000.parquet"))
    return search_of(SUMS, 3)


def damaged_part(path: Path) -> Search:
    written(path, SUMS, 3)
    file = path / part_name(0)
    file.write_bytes(file.read_bytes()[::-1])
    return search_of(SUMS, 3)


def short_part(path: Path) -> Search:
    written(path, SUMS, 3)
    file = path / part_name(0)
    file.write_bytes(file.read_bytes()[:-1])
    return search_of(SUMS, 3)


def missing_part(path: Path) -> Search:
    written(path, SUMS, 3)
    (path / part_name(0)).unlink()
    return search_of(SUMS, 3)


def other_format(path: Path) -> Search:
    written(path, SUMS, 3)
    data = json.loads((path / "manifest.json").read_text())
    (path / "manifest.json").write_text(json.dumps({**data, "format": 99}))
    return search_of(SUMS, 3)


REFUSED: dict[Callable[[Path], Search], str] = {
    other_bound: "differs in the largest charge: 2 there, 3 asked for",
    other_model: "differs in the equations and conditions for the charges",
    other_name: "differs in the name of the model: sums there, other asked for",
    other_shifts: "differs in which solutions count as one, `shifts_by`: none there, Y asked for",
    other_version: "differs in the version of zmodel: 0.0.1 there",
    changed_by_hand: "changed by hand",
    other_format: "format 99",
    foreign_file: "thesis.tex",
    foreign_file_beside: "part-00099.parquet",
    no_manifest: "part-00000.parquet",
    damaged_manifest: "damaged",
    manifest_that_leads_out: "damaged",
    damaged_part: "part-00000.parquet is damaged",
    short_part: "part-00000.parquet is damaged",
    missing_part: "part-00000.parquet is missing",
}


@pytest.mark.parametrize(("prepare", "message"), REFUSED.items(), ids=lambda item: getattr(item, "__name__", ""))
def test_refused_folders_are_left_as_they_are(prepare: Callable[[Path], Search], message: str, tmp_path: Path) -> None:
    path = tmp_path / "data"
    search = prepare(path)
    before = contents(path)
    with pytest.raises(DatasetError, match=message):
        write_dataset(path, search, __version__)
    assert contents(path) == before
    assert [item.name for item in tmp_path.iterdir()] == ["data"]


def test_two_processes(tmp_path: Path) -> None:
    search = search_of(SUMS, 3)
    with folder.locked(tmp_path), pytest.raises(DatasetError, match="another process"):
        write_dataset(tmp_path, search, __version__)
    write_dataset(tmp_path, search, __version__)


def test_links_lead_nowhere(tmp_path: Path) -> None:
    """A link in place of an unfinished file or of a part is replaced, and what it points to is left alone."""
    path, target = tmp_path / "data", tmp_path / "target"
    path.mkdir()
    target.write_text("mine")
    (path / ".part-00000.parquet.unfinished").symlink_to(target)
    (path / ".manifest.json.unfinished").symlink_to(target)
    written(path, SUMS, 3)
    assert target.read_text() == "mine"
    assert not any(item.is_symlink() for item in path.iterdir())
    (path / part_name(0)).unlink()
    (path / part_name(0)).symlink_to(target)
    with pytest.raises(DatasetError, match="damaged"):
        write_dataset(path, search_of(SUMS, 3), __version__)


# ------------------------------------------------------------------ kill -9
def test_killed_at_any_moment(tmp_path: Path) -> None:
    """Five times, wherever it happens to be; then the same bytes as without."""
    model = str(library_path().parent / "paper_d" / "sm_neutrinos.zmodel")

    def start(name: str) -> subprocess.Popen[bytes]:
        command = [sys.executable, "-m", "zmodel", "atlas", model, "--max-charge", "8", "-o", str(tmp_path / name)]
        environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
        return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment)

    begin = time.monotonic()
    out, err = start("whole").communicate(timeout=300)
    whole = time.monotonic() - begin
    assert not err and b"inequivalent" in out
    source = random.Random(5)
    killed = 0
    for _ in range(5):
        process = start("parts")
        time.sleep(source.uniform(0.2, 0.9) * whole)
        process.kill()
        process.communicate()
        killed += process.returncode != 0
    process = start("parts")
    out, err = process.communicate(timeout=300)
    assert killed and process.returncode == 0 and not err
    assert contents(tmp_path / "parts") == contents(tmp_path / "whole")
