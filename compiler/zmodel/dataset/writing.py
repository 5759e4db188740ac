"""Writes the parts of a dataset that are not there yet."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from zmodel.dataset.folder import MANIFEST, locked, open_folder, put_in_place, remove_unfinished
from zmodel.dataset.manifest import Chunk, Manifest, part_name
from zmodel.dataset.parquet import as_parquet

if TYPE_CHECKING:
    import pyarrow as pa


@dataclass(frozen=True, eq=False)
class Part:
    """Rows that become one file.

    Attributes:
        table: the rows; if there are none, no file is written.
        next: where the work goes on behind them.
        done: about what part of the whole work is done.
    """

    table: pa.Table
    next: tuple[int, ...]
    done: float


@dataclass(frozen=True)
class Progress:
    """How far the work is.

    Attributes:
        rows: rows that are there.
        fresh: those of them that this run has made.
        done: about what part of the work is done.
    """

    rows: int
    fresh: int
    done: float


def write_parts(
    folder: Path,
    wanted: Manifest,
    parts: Callable[[Manifest], Iterator[Part]],
    progress: Callable[[Progress], None] = lambda _: None,
) -> tuple[Manifest, int]:
    """Writes a dataset, or the rest of one. A complete one is left as it is.

    Args:
        folder: of the dataset, which is made if it is missing.
        wanted: without parts; its header tells what is to be written.
        parts: gives the parts behind those of a manifest.
        progress: is told after each part.

    Returns:
        The manifest, and the number of rows that were on disk before.

    Raises:
        DatasetError: if the folder holds anything else; it is left as it is.
        OSError: if the folder cannot be written.
    """
    is_new = not folder.exists()
    folder.mkdir(parents=True, exist_ok=True)
    try:
        with locked(folder):
            manifest = open_folder(folder, wanted)
            before = manifest.rows
            if not manifest.complete:
                remove_unfinished(folder)
                manifest = _write_rest(folder, manifest, parts(manifest), progress)
    except BaseException:
        if is_new:
            with suppress(OSError):
                folder.rmdir()  # only if it is still empty
        raise
    return manifest, before


def _write_rest(
    folder: Path, manifest: Manifest, parts: Iterator[Part], progress: Callable[[Progress], None]
) -> Manifest:
    before = manifest.rows
    for part in parts:
        if not manifest.chunks:
            _write_manifest(folder, manifest)  # tells whose the first part is
        if part.table.num_rows:
            manifest = _append(folder, manifest, part)
        progress(Progress(manifest.rows, manifest.rows - before, part.done))
    manifest = replace(manifest, complete=True)
    _write_manifest(folder, manifest)
    return manifest


def _append(folder: Path, manifest: Manifest, part: Part) -> Manifest:
    """The manifest with one more part, both on disk."""
    whole = memoryview(as_parquet(part.table))
    name = part_name(len(manifest.chunks))
    digest = put_in_place(folder, name, whole)
    chunk = Chunk(name, part.table.num_rows, whole.nbytes, digest, part.next)
    manifest = replace(manifest, chunks=(*manifest.chunks, chunk))
    _write_manifest(folder, manifest)
    return manifest


def _write_manifest(folder: Path, manifest: Manifest) -> None:
    put_in_place(folder, MANIFEST, manifest.as_text().encode())
