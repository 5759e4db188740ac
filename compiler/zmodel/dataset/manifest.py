"""What a dataset on disk says about itself: what it holds, and the parts that are there."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

FORMAT = 3

HASH = "sha256"
"""The entry of a manifest that is the hash of all others."""


class DatasetError(Exception):
    """A folder that is no dataset, or not the one that is asked for."""


@dataclass(frozen=True)
class Chunk:
    """A finished part.

    Attributes:
        file: its name in the folder.
        rows: rows in it.
        bytes: size of the file.
        sha256: of its content.
        next: where the work goes on behind it.
    """

    file: str
    rows: int
    bytes: int
    sha256: str
    next: tuple[int, ...]


@dataclass(frozen=True)
class Manifest:
    """A dataset.

    Attributes:
        header: all that is known before the work: `kind`, what is to be done, and columns, a list of objects with the
            name `stored`. It has no paths and no dates.
        chunks: finished parts in order.
        complete: whether these are all.
    """

    header: Mapping[str, Any]
    chunks: tuple[Chunk, ...] = ()
    complete: bool = False

    @property
    def rows(self) -> int:
        """Rows of finished parts."""
        return sum(chunk.rows for chunk in self.chunks)

    @property
    def position(self) -> tuple[int, ...] | None:
        """Where the work goes on; None at the beginning."""
        return self.chunks[-1].next if self.chunks else None

    def as_text(self) -> str:
        """As JSON."""
        chunks = [asdict(chunk) for chunk in self.chunks]
        data = {"format": FORMAT, **self.header, "rows": self.rows, "complete": self.complete, "chunks": chunks}
        return json.dumps({**data, HASH: _hash(data)}, indent=1) + "\n"


def part_name(number: int) -> str:
    """The file of a part."""
    return f"part-{number:05d}.parquet"


def _hash(data: Mapping[str, Any]) -> str:
    """Of all that a manifest says, whatever its layout."""
    return hashlib.sha256(json.dumps(data, sort_keys=True).encode()).hexdigest()


def is_manifest(text: str) -> bool:
    """Whether a text looks like a manifest of any format."""
    try:
        data = json.loads(text)
    except ValueError:
        return False
    return isinstance(data, dict) and {"format", "kind", "chunks"} <= data.keys()


def read_manifest(text: str) -> Manifest:
    """The inverse of `Manifest.as_text`.

    Raises:
        DatasetError: if the text is no manifest, or not as it was written.
    """
    try:
        data = json.loads(text)
        if data["format"] != FORMAT:
            raise DatasetError(f"it has format {data['format']}, and this version of zmodel reads {FORMAT}")
        if data.pop(HASH) != _hash(data):
            raise DatasetError("its manifest.json is damaged, or was changed by hand")
        chunks = tuple(
            Chunk(str(c["file"]), int(c["rows"]), int(c["bytes"]), str(c["sha256"]), tuple(map(int, c["next"])))
            for c in data.pop("chunks")
        )
        complete = bool(data.pop("complete"))
        rows = data.pop("rows")
        data.pop("format")
        names = [column["stored"] for column in data["columns"]]
        well_formed = rows == sum(chunk.rows for chunk in chunks) and all(
            isinstance(name, str) for name in (*names, data["kind"], data["zmodel"])
        )
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise DatasetError("its manifest.json is damaged") from error
    # Names of files are ours, so that a manifest cannot point out of its folder.
    if not well_formed or [chunk.file for chunk in chunks] != [part_name(i) for i in range(len(chunks))]:
        raise DatasetError("its manifest.json is damaged")
    return Manifest(data, chunks, complete)
