"""Which tests pass by themselves, how long each takes, and which lines of `derive/` it reaches."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

import pytest
from tests.mutation.children import Answer, in_child, measured, tried

DERIVE = Path(__file__).parents[2] / "compiler" / "zmodel" / "derive"


@dataclass
class Reach:
    """Which tests pass in a copy of the process, how long each takes, and which lines it reaches.

    Attributes:
        path: where it is kept.
        has_lines: whether lines are looked for, which makes tests slower; else any test may reach any line.
        tests: by node id, what `measured` or `tried` says, or why the test is left out.
    """

    path: Path
    has_lines: bool
    tests: dict[str, Answer] = field(default_factory=dict)

    @classmethod
    def read(cls, folder: Path, has_lines: bool) -> Reach:
        """What a folder holds."""
        path = folder / ("map.json" if has_lines else "alone.json")
        return cls(path, has_lines, json.loads(path.read_text()) if path.exists() else {})

    def complete(self, items: dict[str, pytest.Item], longest: float) -> None:
        """Runs the tests that it does not know, or left out, each in a copy of the process and without any change.

        Those that do not pass there would notice every change, and those that take longer than so much are too slow:
        both are left out.
        """
        left_out = {name for name, answer in self.tests.items() if "left out" in answer and answer["seconds"] < longest}
        new = [item for name, item in items.items() if name not in self.tests or name in left_out]
        for number, item in enumerate(new, 1):
            work = partial(measured, item, DERIVE) if self.has_lines else partial(tried, item)
            self.tests[item.nodeid] = _kept(in_child(work, longest), longest)
            if number % 20 == 0 or number == len(new):
                self.path.write_text(json.dumps(self.tests))

    def keep(self, names: Iterable[str]) -> None:
        """Forgets all other tests, but not in its file."""
        self.tests = {name: self.tests[name] for name in names if name in self.tests}

    def left_out(self) -> list[str]:
        """A line for each test that is left out."""
        return [
            f"left out: {name}: {answer['left out']}" for name, answer in self.tests.items() if "left out" in answer
        ]

    def choose(self, file: str, line: int | None, seconds: float) -> tuple[list[str], float]:
        """Names of tests that reach a line, or a file, and their time: quick ones first, not more than asked for."""
        found = [
            (answer["seconds"], name)
            for name, answer in self.tests.items()
            if "left out" not in answer and (not self.has_lines or _reaches(answer, file, line))
        ]
        chosen, sum_ = [], 0.0
        for needed, name in sorted(found):
            if chosen and sum_ + needed > seconds:
                break
            chosen.append(name)
            sum_ += needed
        return chosen, sum_


def _kept(answer: Answer | None, longest: float) -> Answer:
    if answer is not None and answer.get("outcome") == "passed":
        return answer
    reason = f"takes more than {longest:g} s" if answer is None else answer.get("outcome", "fails by itself")
    return {"seconds": longest, "left out": reason}


def _reaches(answer: Answer, file: str, line: int | None) -> bool:
    return file in answer["lines"] and (line is None or line in answer["lines"][file])


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
