"""The ledger of results of the four source papers, one row per result; see ledger.toml."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

PATH = Path(__file__).parent / "ledger.toml"


@dataclass(frozen=True)
class Row:
    """One result.

    Attributes:
        id: paper letter and number, such as A01.
        where: equation, table or figure.
        what: the result in words.
        want: the value to reach, or words.
        tol: relative tolerance where it is a number, else words.
        note: what to watch, among them misprints.
        found: what the row's test has reached, in the order in which it says so.
    """

    id: str
    where: str
    what: str
    want: Any
    tol: Any
    note: str
    found: list[Any] = field(default_factory=list, compare=False)

    @property
    def absolute(self) -> float:
        """The tolerance if it is absolute, else zero."""
        number, _, kind = str(self.tol).partition(" ")
        return float(number) if kind == "absolute" else 0.0

    def record(self, value: Any) -> None:
        """Keeps what was reached, for the table: a number, words, or sequences and mappings of them."""
        self.found.append(value)

    def assert_close(self, got: float | Sequence[float], *, absolute: float | None = None) -> None:
        """Compares numbers with `want`, within `tol` of it or an absolute tolerance, and keeps them."""
        self.record(got)
        numbers = list(got) if isinstance(got, Sequence) else [got]
        wanted = list(self.want) if isinstance(self.want, Sequence) else [self.want]
        assert len(numbers) == len(wanted), f"{self.id}: {len(numbers)} numbers instead of {len(wanted)}"
        for number, expected in zip(numbers, wanted, strict=True):
            allowed = abs(expected) * self.tol if absolute is None else absolute
            assert abs(number - expected) <= allowed, f"{self.id}: {number} instead of {expected}"


@cache
def _data() -> Mapping[str, Any]:
    return tomllib.loads(PATH.read_text(encoding="utf-8"))


@cache
def rows() -> Mapping[str, Row]:
    """All rows by id."""
    return {
        item["id"]: Row(
            item["id"], item["where"], item["what"], item.get("want"), item.get("tol"), item.get("note", "")
        )
        for item in _data()["row"]
    }


def inputs() -> Mapping[str, Any]:
    """Numbers that all rows use unless they say otherwise."""
    inputs_: Mapping[str, Any] = _data()["inputs"]
    return inputs_
