"""Datasets that are read: their parts are those that were written."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest

from zmodel.dataset import DatasetError, Manifest, Part, read_whole, write_parts

HEADER = {"kind": "test", "zmodel": "0", "columns": [{"stored": "x"}]}


@pytest.fixture
def dataset(tmp_path: Path) -> Path:
    """Three parts of two rows."""
    parts = [Part(pa.table({"x": [2 * part, 2 * part + 1]}), (part,), (part + 1) / 3) for part in range(3)]
    write_parts(tmp_path / "data", Manifest(HEADER), lambda _: iter(parts))
    return tmp_path / "data"


def flip(folder: Path) -> None:
    content = bytearray((folder / "part-00001.parquet").read_bytes())
    content[len(content) // 2] ^= 1
    (folder / "part-00001.parquet").write_bytes(content)


def shorten(folder: Path) -> None:
    (folder / "part-00001.parquet").write_bytes((folder / "part-00001.parquet").read_bytes()[:-1])


def lead_out(folder: Path) -> None:
    (folder / "part-00001.parquet").rename(folder.parent / "elsewhere")
    (folder / "part-00001.parquet").symlink_to(folder.parent / "elsewhere")


def exchange(folder: Path) -> None:
    (folder / "part-00001.parquet").write_bytes((folder / "part-00000.parquet").read_bytes())


def remove(folder: Path) -> None:
    (folder / "part-00001.parquet").unlink()


def put_a_folder(folder: Path) -> None:
    remove(folder)
    (folder / "part-00001.parquet").mkdir()


def edit(change: Callable[[dict[str, Any]], object]) -> Callable[[Path], None]:
    def changed(folder: Path) -> None:
        data = json.loads((folder / "manifest.json").read_text())
        change(data)
        (folder / "manifest.json").write_text(json.dumps(data))

    return changed


def test_whole_ones(dataset: Path) -> None:
    assert read_whole(dataset).rows == 6


@pytest.mark.parametrize(
    ("damage", "message"),
    [
        (flip, "its part-00001.parquet is damaged"),
        (shorten, "its part-00001.parquet is damaged"),
        (lead_out, "its part-00001.parquet is damaged"),
        (exchange, "its part-00001.parquet is damaged"),
        (put_a_folder, "its part-00001.parquet is damaged"),
        (remove, "its part-00001.parquet is missing"),
        (edit(lambda data: data["chunks"].pop()), "its manifest.json is damaged"),
        (edit(lambda data: data.update(rows=4, chunks=data["chunks"][:2])), "its manifest.json is damaged"),
        (edit(lambda data: data["chunks"][1].update(rows=3)), "its manifest.json is damaged"),
        (edit(lambda data: data.update(kind="another")), "its manifest.json is damaged, or was changed by hand"),
        (edit(lambda data: data.pop("sha256")), "its manifest.json is damaged"),
        (edit(lambda data: data.pop("sha256") and data.update(format=2)), "it has format 2, and this .* reads 3"),
    ],
)
def test_damaged_ones(damage: Callable[[Path], None], message: str, dataset: Path) -> None:
    damage(dataset)
    with pytest.raises(DatasetError, match=message):
        read_whole(dataset)
