"""Writes solutions to Parquet files, part by part, and goes on where it was stopped."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import BinaryIO

from zmodel.charges.atlas.columns import Column, column_values, find_roles, needed_for_records, records_of
from zmodel.charges.atlas.folder import MANIFEST, locked, open_folder, put_in_place, remove_unfinished
from zmodel.charges.atlas.manifest import CHUNK, Chunk, Manifest, make_header, part_name
from zmodel.charges.request import Search
from zmodel.charges.search.kernel import Records
from zmodel.charges.search.listing import Step, chunks, list_steps

ROW_GROUP = 1 << 18


@dataclass(frozen=True)
class Progress:
    """How far the writing is.

    Attributes:
        rows: solutions on disk.
        fresh: those of them that this run has found.
        done: about what part of the search is done.
    """

    rows: int
    fresh: int
    done: float


def write_dataset(
    folder: Path, search: Search, version: str, progress: Callable[[Progress], None] = lambda _: None
) -> tuple[Manifest, int]:
    """Writes a dataset, or the rest of one. A complete one is left as it is.

    The bytes of all files depend on the search alone, neither on interruptions nor on the number of threads.

    Args:
        folder: of the dataset, which is made if it is missing.
        search: what to write.
        version: of zmodel; a dataset is of one version.
        progress: is told after each part.

    Returns:
        The manifest, and the number of solutions that were on disk before.

    Raises:
        DatasetError: if the folder holds anything else; it is left as it is.
        SearchError: if the bound is too large for the search.
        OSError: if the folder cannot be written.
    """
    columns = search.columns()
    roles = find_roles(search.model, search.problem, columns)
    name, problem = search.model.name, search.problem
    wanted = Manifest(make_header(version, name, problem, search.bound, columns, roles, search.modulo))
    is_new = not folder.exists()
    folder.mkdir(parents=True, exist_ok=True)
    try:
        with locked(folder):
            manifest = open_folder(folder, wanted)
            before = manifest.rows
            if not manifest.complete:
                remove_unfinished(folder)
                manifest = _write_rest(folder, search, manifest, columns, progress)
    except BaseException:
        if is_new:
            with suppress(OSError):
                folder.rmdir()  # only if it is still empty
        raise
    return manifest, before


def _write_rest(
    folder: Path,
    search: Search,
    manifest: Manifest,
    columns: tuple[Column, ...],
    progress: Callable[[Progress], None],
) -> Manifest:
    """Writes the parts that a dataset lacks."""
    problem, before = search.problem, manifest.rows
    earlier = () if problem.plain else _read_records(folder, manifest, columns, len(problem.unknowns))
    steps = list_steps(problem, search.bound, manifest.position, search.direction, earlier)
    for step in chunks(steps, CHUNK):
        if not manifest.chunks:
            _write_manifest(folder, manifest)  # tells whose the first part is
        if len(step.records):
            manifest = _append(folder, manifest, columns, step, search.bound)
        progress(Progress(manifest.rows, manifest.rows - before, step.done))
    manifest = replace(manifest, complete=True)
    _write_manifest(folder, manifest)
    return manifest


def _append(folder: Path, manifest: Manifest, columns: tuple[Column, ...], step: Step, bound: int) -> Manifest:
    """The manifest with one more part, both on disk."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    schema = pa.schema([pa.field(column.stored, pa.type_for_alias(column.type), nullable=False) for column in columns])
    arrays = [pa.array(values) for values in column_values(columns, step.records, bound)]
    table = pa.Table.from_arrays(arrays, schema=schema)

    def write(file: BinaryIO) -> None:
        pq.write_table(table, file, compression="zstd", compression_level=1, row_group_size=ROW_GROUP)

    name = part_name(len(manifest.chunks))
    size, digest = put_in_place(folder, name, write)
    chunk = Chunk(name, len(step.records), size, digest, step.next)
    manifest = replace(manifest, chunks=(*manifest.chunks, chunk))
    _write_manifest(folder, manifest)
    return manifest


def _write_manifest(folder: Path, manifest: Manifest) -> None:
    put_in_place(folder, MANIFEST, lambda file: _write_text(file, manifest.as_text()))


def _write_text(file: BinaryIO, text: str) -> None:
    file.write(text.encode())


def _read_records(folder: Path, manifest: Manifest, columns: tuple[Column, ...], width: int) -> Iterator[Records]:
    """The solutions of the parts on disk."""
    import pyarrow.parquet as pq

    wanted = needed_for_records(columns)
    for chunk in manifest.chunks:
        table = pq.read_table(folder / chunk.file, columns=wanted)
        yield records_of(columns, {name: table[name].to_numpy() for name in wanted}, width)
