"""Runs inputs, counts them, and keeps those that fail; goes on where it stopped.

    nice -n 19 python -m tests.fuzz.run FOLDER --kinds bytes,tokens --depth check --minutes 10
    python -m tests.fuzz.run FOLDER --statistics

FOLDER receives `progress.json`, and one file with its explanation per way to fail.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path

from tests.fuzz.inputs import KINDS
from tests.fuzz.worker import SECONDS, Verdict, Worker

COMPARED = 25
"""One input of so many is judged by a second process with another hash seed, too."""
SAVED = 10
"""Seconds after which the numbers are written."""


@dataclass
class Progress:
    """What has been run into a folder, by kind and depth, and how often it failed in each way."""

    folder: Path
    batches: dict[str, int] = field(default_factory=dict)
    inputs: dict[str, int] = field(default_factory=dict)
    finds: dict[str, int] = field(default_factory=dict)
    seconds: float = 0.0

    @classmethod
    def of(cls, folder: Path) -> Progress:
        """What a folder holds; it is made if it is not there."""
        folder.mkdir(parents=True, exist_ok=True)
        path = folder / "progress.json"
        return cls(folder, **(json.loads(path.read_text()) if path.exists() else {}))

    def add(self, data: bytes, found: Verdict) -> None:
        """Notes a failure; the shortest input of each is kept."""
        self.finds[found.find] = self.finds.get(found.find, 0) + 1
        path = self.folder / hashlib.sha256(found.find.encode()).hexdigest()[:12]
        kept = path.with_suffix(".zmodel")
        if not kept.exists() or kept.stat().st_size > len(data):
            kept.write_bytes(data)
            path.with_suffix(".txt").write_text(f"{found.find}\n\n{found.details}", encoding="utf-8")

    def save(self) -> None:
        """Writes the numbers; a reader sees the old ones or the new ones."""
        fresh = self.folder / "progress.json.new"
        values = {name: value for name, value in self.__dict__.items() if name != "folder"}
        fresh.write_text(json.dumps(values, indent=1, sort_keys=True) + "\n")
        os.replace(fresh, self.folder / "progress.json")

    def lines(self) -> Iterator[str]:
        """The numbers for people."""
        yield from (f"{count:>9}  {name}" for name, count in sorted(self.inputs.items()))
        yield f"{sum(self.inputs.values()):>9}  in all, {self.seconds:.0f} s"
        yield from (f"{count:>9}  {find}" for find, count in sorted(self.finds.items(), key=lambda item: -item[1]))


def run(progress: Progress, kinds: list[str], depth: str, stride: tuple[int, int], until: float) -> None:
    """Runs batch after batch of some kinds.

    Args:
        progress: says where to go on, and receives what is found.
        kinds: from `KINDS`, taken in turn.
        depth: from `judge.DEPTHS`.
        stride: of several runs beside each other, which one this is and how many there are.
        until: monotonic time at which no further batch begins.
    """
    with ExitStack() as stack:
        first, second = (stack.enter_context(Worker(progress.folder / "cache", seed)) for seed in (1, 2))
        while time.monotonic() < until:
            for kind in kinds:
                begin, name = time.monotonic(), f"{kind} {depth}"
                number = progress.batches.get(name, 0)
                batch = KINDS[kind](stride[0] + stride[1] * number)
                for place, data in enumerate(batch):
                    if time.monotonic() - begin > SAVED:
                        progress.seconds += time.monotonic() - begin
                        begin = time.monotonic()
                        progress.save()
                    found = first.judge(data, depth)
                    if not found.find and place % COMPARED == 0 and second.judge(data, depth) != found:
                        found = Verdict("output differs between two processes")
                    if found.find:
                        progress.add(data, found)
                    progress.inputs[name] = progress.inputs.get(name, 0) + 1
                    if depth == "derive" and time.monotonic() > until:
                        break
                progress.batches[name] = number + 1
                progress.seconds += time.monotonic() - begin
                progress.save()


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--kinds", default=",".join(KINDS), help="with commas between; all by default")
    parser.add_argument("--depth", choices=tuple(SECONDS), default="check")
    parser.add_argument("--minutes", type=float, default=1)
    parser.add_argument("--stride", type=int, nargs=2, default=(0, 1), metavar=("THIS", "ALL"))
    parser.add_argument("--statistics", action="store_true", help="print what has been run, and run nothing")
    options = parser.parse_args()
    progress = Progress.of(options.folder)
    if not options.statistics:
        kinds = options.kinds.split(",")
        run(progress, kinds, options.depth, tuple(options.stride), time.monotonic() + 60 * options.minutes)
    sys.stdout.write("\n".join(progress.lines()) + "\n")


if __name__ == "__main__":
    main()
