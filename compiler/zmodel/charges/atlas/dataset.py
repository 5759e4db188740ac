"""Writes solutions to Parquet files, part by part, and goes on where it was stopped."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from zmodel.charges.atlas.columns import Column, column_values, find_roles, needed_for_records, records_of
from zmodel.charges.atlas.manifest import CHUNK, make_header, position_of
from zmodel.charges.request import Search
from zmodel.charges.search.kernel import Records
from zmodel.charges.search.listing import Step, chunks, list_steps
from zmodel.dataset import Manifest, Part, Progress, write_parts

if TYPE_CHECKING:
    import pyarrow as pa


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
    return write_parts(folder, wanted, lambda manifest: _parts(folder, search, manifest, columns), progress)


def _parts(folder: Path, search: Search, manifest: Manifest, columns: tuple[Column, ...]) -> Iterator[Part]:
    """The parts that a dataset lacks."""
    problem = search.problem
    earlier = () if problem.plain else _read_records(folder, manifest, columns, len(problem.unknowns))
    steps = list_steps(problem, search.bound, position_of(manifest), search.direction, earlier)
    for step in chunks(steps, CHUNK):
        yield Part(_table(columns, step, search.bound), (step.next.slice, step.next.job), step.done)


def _table(columns: tuple[Column, ...], step: Step, bound: int) -> pa.Table:
    import pyarrow as pa

    schema = pa.schema([pa.field(column.stored, pa.type_for_alias(column.type), nullable=False) for column in columns])
    arrays = [pa.array(values) for values in column_values(columns, step.records, bound)]
    return pa.Table.from_arrays(arrays, schema=schema)


def _read_records(folder: Path, manifest: Manifest, columns: tuple[Column, ...], width: int) -> Iterator[Records]:
    """The solutions of the parts on disk."""
    import pyarrow.parquet as pq

    wanted = needed_for_records(columns)
    for chunk in manifest.chunks:
        table = pq.read_table(folder / chunk.file, columns=wanted)
        yield records_of(columns, {name: table[name].to_numpy() for name in wanted}, width)
