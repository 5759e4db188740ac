"""The map that says which tests reach which lines of `derive/`."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

import pytest
from tests.mutation.children import Answer, in_child, measured

DERIVE = Path(__file__).parents[2] / "compiler" / "zmodel" / "derive"


@dataclass
class Reach:
    """Which tests reach which lines, and how long each takes.

    Attributes:
        path: where it is kept.
        tests: by node id, what `measured` says.
    """

    path: Path
    tests: dict[str, Answer] = field(default_factory=dict)

    @classmethod
    def read(cls, folder: Path) -> Reach:
        """What a folder holds."""
        path = folder / "map.json"
        return cls(path, json.loads(path.read_text()) if path.exists() else {})

    def complete(self, items: dict[str, pytest.Item], longest: float) -> None:
        """Runs the tests that it does not know, or left out; those that take longer than so much are left out."""
        left_out = {
            name for name, answer in self.tests.items() if "passed" not in answer and answer["seconds"] < longest
        }
        new = [item for name, item in items.items() if name not in self.tests or name in left_out]
        for number, item in enumerate(new, 1):
            answer = in_child(partial(measured, item, DERIVE), longest) or {}
            self.tests[item.nodeid] = answer if answer.get("passed") else {"seconds": longest, "lines": {}}
            if number % 20 == 0 or number == len(new):
                self.path.write_text(json.dumps(self.tests))

    def choose(self, file: str, line: int | None, seconds: float) -> tuple[list[str], float]:
        """Names of tests that reach a line, or a file, and their time: quick ones first, not more than asked for."""
        found = [
            (answer["seconds"], name)
            for name, answer in self.tests.items()
            if file in answer["lines"] and (line is None or line in answer["lines"][file])
        ]
        chosen, sum_ = [], 0.0
        for needed, name in sorted(found):
            if chosen and sum_ + needed > seconds:
                break
            chosen.append(name)
            sum_ += needed
        return chosen, sum_


def thinned(items: list[pytest.Item], variants: int) -> list[pytest.Item]:
    """Tests with at most so many of those that are one function with different arguments, evenly spread."""
    groups: dict[str, list[pytest.Item]] = {}
    for item in items:
        groups.setdefault(item.nodeid.split("[")[0], []).append(item)
    kept = []
    for group in groups.values():
        count = min(variants, len(group))
        kept += [group[number * len(group) // count] for number in range(count)]
    return kept
