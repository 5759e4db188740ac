"""The results of a scan on disk."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from zmodel.dataset import Manifest, Part, Progress, write_parts
from zmodel.model.expression import Value
from zmodel.run.columns import NUMBER, WORD, real_columns
from zmodel.run.integrator import Status
from zmodel.run.scan.executors import Compute
from zmodel.run.scan.task import CLASS, STATUS, Points, ScanTask, compute

if TYPE_CHECKING:
    import pyarrow as pa

JOB = 1 << 12
"""Points that one processor takes at a time at most; a multiple of four, see `drawn_numbers`."""

LEAST_JOB = 1 << 8
"""Points that it takes at least, likewise; fewer are hardly worth being given out."""

SHARE = 16
"""Towards the end a job is this part of what is left, so that no processor waits long for the last one."""

PART = 1 << 16
"""Points of a file, except the last one; a multiple of four."""


def count_classes(task: ScanTask, run: Compute, progress: Callable[[Progress], None]) -> dict[str, int]:
    """The number of points of each class; nothing is kept."""
    counts: Counter[str] = Counter()
    done = 0
    for points in run(task, jobs(0, task.scan.points)):
        counts += _counts(task, points)
        done += len(points.outcome)
        progress(Progress(done, done, done / task.scan.points))
    return {name: counts[name] for name in task.outcomes}


def write_scan(
    folder: Path, task: ScanTask, header: Mapping[str, Any], run: Compute, progress: Callable[[Progress], None]
) -> tuple[Manifest, int]:
    """Writes a scan to a dataset, or the rest of it. The bytes do not depend on interruptions, nor on who computes.

    Args:
        folder: of the dataset, which is made if it is missing.
        task: what is computed.
        header: what the manifest says besides; it identifies model and scan.
        run: computes jobs.
        progress: is told about the points that are computed.

    Returns:
        The manifest, and the number of points that were there before.

    Raises:
        DatasetError: if the folder holds anything else; it is left as it is.
        OSError: if the folder cannot be written.
    """
    wanted = Manifest({**header, "columns": _columns(task), **_identity(task)})
    return write_parts(folder, wanted, lambda manifest: _parts(task, manifest.rows, run, progress))


def _identity(task: ScanTask) -> dict[str, Any]:
    """What tells a scan from others: its numbers, hashes of its formulas, so that it is known which one is another."""
    return {
        "start": {label: _number(value) for label, value in task.start},
        "classes": [{"name": item.name, "condition": _hash(item.condition)} for item in task.scan.classes],
        "formulas": [{"name": item.name, "expression": _hash(item.expression)} for item in task.scan.columns],
        "functions": _hash((task.course and task.course.source, task.maps)),
        # The path of the model file makes no difference.
        "problem": _hash((replace(task, scan=replace(task.scan, model=None)), PART)),
    }


def _number(value: Value) -> float | str:
    return f"{value.real}{value.imag:+}i" if isinstance(value, complex) else value


def _hash(what: object) -> str:
    """Of plain data."""
    return hashlib.sha256(repr(what).encode()).hexdigest()


def class_counts(folder: Path, task: ScanTask, manifest: Manifest) -> dict[str, int]:
    """The number of points of each class in a dataset."""
    import pyarrow.parquet as pq

    counts: Counter[str] = Counter()
    for chunk in manifest.chunks:
        with pq.ParquetFile(folder / chunk.file) as file:  # takes less than half of the time of pq.read_table
            pieces = file.read([CLASS])[CLASS].chunks
        for piece in pieces:
            numbers = np.bincount(piece.indices, minlength=len(piece.dictionary))
            counts.update(dict(zip(piece.dictionary.to_pylist(), numbers.tolist(), strict=True)))
    return {name: counts[name] for name in task.outcomes}


def missing_numbers(folder: Path, task: ScanTask, manifest: Manifest) -> dict[str, int]:
    """At how many points each column of what is known at the start has no number; full columns are left out."""
    import pyarrow.compute as pc
    import pyarrow.parquet as pq

    stored = {column["stored"] for column in manifest.header["columns"]}
    # Of a complex number that is none the real part is none.
    names = {name: part for name in task.scan.columns_at_start for part in (name, f"{name}.re") if part in stored}
    counts: Counter[str] = Counter()
    for chunk in manifest.chunks if names else ():
        table = pq.read_table(folder / chunk.file, columns=list(names.values()))
        counts += Counter({name: pc.sum(pc.is_nan(table[part])).as_py() for name, part in names.items()})
    return dict(counts)


def jobs(first: int, points: int) -> Iterator[tuple[int, int]]:
    """Pieces of work from a point on, which is the beginning of a part."""
    while first < points:
        size = min(JOB, max(LEAST_JOB, (points - first) // SHARE // 4 * 4))
        last = min(first + size, points, (first // PART + 1) * PART)
        yield first, last
        first = last


def _parts(task: ScanTask, first: int, run: Compute, progress: Callable[[Progress], None]) -> Iterator[Part]:
    """Files of PART points each, but for the last one; progress is told with every job."""
    import pyarrow as pa

    tables: list[pa.Table] = []
    done = first
    for points in run(task, jobs(first, task.scan.points)):
        tables.append(_table(task, points))
        done += len(points.outcome)
        progress(Progress(done, done - first, done / task.scan.points))
        if done % PART == 0 or done == task.scan.points:
            yield Part(pa.concat_tables(tables).combine_chunks(), (done,), done / task.scan.points)
            tables = []


def _table(task: ScanTask, points: Points) -> pa.Table:
    """Rows as they are stored; dictionaries are the same in all parts."""
    import pyarrow as pa

    def coded(codes: Any, names: tuple[str, ...]) -> pa.DictionaryArray:
        return pa.DictionaryArray.from_arrays(pa.array(codes, pa.int8()), pa.array(names, pa.string()))

    statuses = tuple(status.name.lower() for status in Status)
    columns = {CLASS: coded(points.outcome, task.outcomes), STATUS: coded(points.status, statuses)}
    return pa.table({**columns, **real_columns(points.numbers)})


def _columns(task: ScanTask) -> list[dict[str, str]]:
    """What the manifest says about them; pyarrow is imported later, while points are being computed."""
    types = {CLASS: WORD, STATUS: WORD} | dict.fromkeys(real_columns(compute(task, 0, 0).numbers), NUMBER)
    return [{"stored": name, "type": kind} for name, kind in types.items()]


def _counts(task: ScanTask, points: Points) -> Counter[str]:
    found = Counter(points.outcome.tolist())
    return Counter({name: found[code] for code, name in enumerate(task.outcomes)})
