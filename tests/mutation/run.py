"""Changes modules of `derive/` one place at a time, and tells which changes no test notices.

    nice -n 19 python -m tests.mutation.run FOLDER beta anomalies.py --rate 0.2
    nice -n 19 python -m tests.mutation.run FOLDER beta --again survived --seconds 90
    python -m tests.mutation.run FOLDER --statistics

FOLDER receives `map.json`, which test reaches which line, `alone.json`, which test passes by itself, and
`results.jsonl`, one line per changed place.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from types import CodeType, FunctionType

import pytest
from tests.mutation.children import PATIENCE, Answer, first_failure, in_child
from tests.mutation.mutants import Mutant, mutants
from tests.mutation.reach import DERIVE, Reach, thinned
from tests.mutation.swap import NotInPlace, functions_of, swap

ROOT = Path(__file__).parents[2]
USER = {"beta/coefficients.py": "beta/gauge.py"}
"""A file without functions, and one that uses it: what reaches this one is run for the other."""


class Runner:
    """A plugin of pytest that runs mutants instead of tests."""

    def __init__(self, options: argparse.Namespace) -> None:
        self.options = options
        self.items: dict[str, pytest.Item] = {}
        self.reach = Reach.read(options.folder, has_lines=not options.unmapped)
        self.end = time.monotonic() + 60 * options.minutes
        self.results: Path = options.folder / "results.jsonl"

    @pytest.hookimpl(tryfirst=True)
    def pytest_collection(self) -> None:
        """The same examples each time, and no search for the smallest one that fails."""
        from hypothesis import Phase, settings  # pytest wants to be the first to import it

        phases = (Phase.explicit, Phase.generate)
        settings.register_profile("mutation", deadline=None, derandomize=True, database=None, phases=phases)
        settings.load_profile("mutation")

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """All that was asked for."""
        self.items = {item.nodeid: item for item in thinned(session.items, self.options.variants)}
        self.reach.complete(self.items, self.options.longest)
        self.reach.keep(self.items)
        if self.options.unmapped:
            self.run_together()
        sys.stdout.write("".join(f"{line}\n" for line in self.reach.left_out()))
        for file in chosen_files(self.options.files):
            module = Module.of(DERIVE, file)
            for mutant in self.wanted(module):
                if time.monotonic() > self.end:
                    return True
                start = time.monotonic()
                found = self.judged(module, mutant)
                entry = {"file": file, "key": mutant.key, "line": mutant.line, **found}
                with self.results.open("a") as out:
                    out.write(json.dumps(entry | {"seconds": round(time.monotonic() - start, 2)}) + "\n")
        return True

    def run_together(self) -> None:
        """Runs all tests in one copy without any change, and leaves out those that fail only behind others."""
        while True:
            names, needed = self.reach.choose("", None, self.options.seconds)
            answer = in_child(lambda names=names: self.first_failure(names), 3 * needed + 10)
            failing = names[-1:] if answer is None else [answer["killer"]] if answer.get("killer") else []
            if not failing:
                return
            self.reach.tests[failing[0]] = {"seconds": needed, "left out": "fails behind others"}

    def first_failure(self, names: list[str]) -> Answer:
        """What the first test that fails is called; only for a copy of the process."""
        return {"killer": first_failure([self.items[name] for name in names])}

    def wanted(self, module: Module) -> Iterator[Mutant]:
        """Those of the sample that have not been run, or those that are to be run again."""
        done = latest(self.results)
        for mutant in mutants(module.text):
            before = done.get((module.file, mutant.key))
            if self.options.again:
                chosen = before is not None and before["outcome"] in self.options.again
            else:
                chosen = before is None and mutant.is_drawn(self.options.rate)
            if chosen:
                yield mutant

    def judged(self, module: Module, mutant: Mutant) -> Answer:
        """Whether a test fails."""
        seconds = self.options.seconds
        names, needed = self.reach.choose(module.file, mutant.line if mutant.is_inside else None, seconds)
        if module.file in USER:
            names, needed = self.reach.choose(USER[module.file], None, seconds)
        if not names:
            return {"outcome": "unreached"}
        limit = 3 * needed + 10
        if mutant.is_inside:
            answer = in_child(lambda: self.in_place(module, mutant, names), limit)
            if answer is None:
                return {"outcome": "timeout", "tests": len(names)}
            if answer.get("error") != "NotInPlace":
                outcome = "killed" if answer.get("killer") or "error" in answer else "survived"
                return {"outcome": outcome, "tests": len(names), **answer}
        return in_fresh_process(module.file, mutant, names, limit)

    def in_place(self, module: Module, mutant: Mutant, names: list[str]) -> Answer:
        """What the first test that fails is called; only for a copy of the process."""
        try:
            swap(module.functions, module.compiled(), mutant.code(module.text, module.filename))
        except NotInPlace:
            return {"error": "NotInPlace"}
        return self.first_failure(names)


@dataclass(frozen=True)
class Module:
    """A file of `derive/`, its text, and the functions that are loaded from it."""

    file: str
    filename: str
    text: str
    functions: list[FunctionType]

    @classmethod
    def of(cls, folder: Path, file: str) -> Module:
        """One that has been imported, by its path in a folder."""
        path = folder / file
        return cls(file, str(path), path.read_text(encoding="utf-8"), functions_of(path))

    def compiled(self) -> CodeType:
        """It as it is."""
        return compile(self.text, self.filename, "exec", dont_inherit=True)


def in_fresh_process(file: str, mutant: Mutant, names: list[str], limit: float) -> Answer:
    """Runs tests in a process that imports the changed module."""
    words = [sys.executable, "-m", "pytest", "-x", "-q", "-p", "tests.mutation.fresh", "-p", "no:cacheprovider", *names]
    environment = {**os.environ, "ZMODEL_MUTANT": f"{file}:{mutant.number}", "PYTHONPATH": f"{ROOT}/compiler:{ROOT}"}
    try:
        done = subprocess.run(
            words, cwd=ROOT, env=environment, capture_output=True, timeout=PATIENCE * limit, check=False
        )
    except subprocess.TimeoutExpired:
        return {"outcome": "timeout"}
    if done.returncode == 0:
        return {"outcome": "survived"}
    lines = done.stdout.decode(errors="replace").strip().splitlines()
    return {"outcome": "killed", "killer": next((x for x in lines if x.startswith(("FAILED", "ERROR"))), "")[:200]}


def latest(path: Path) -> dict[tuple[str, str], Answer]:
    """The last result of each mutant."""
    lines = path.read_text().splitlines() if path.exists() else []
    return {(entry["file"], entry["key"]): entry for entry in map(json.loads, lines)}


def statistics(path: Path) -> str:
    """A table of files and outcomes."""
    entries = latest(path).values()
    names = sorted({entry["outcome"] for entry in entries})
    counts = Counter((entry["file"], entry["outcome"]) for entry in entries)
    counts.update(("all", entry["outcome"]) for entry in entries)
    lines = ["".join([f"{'file':36}", *(f"{name:>11}" for name in names)])]
    for file in [*sorted({file for file, _ in counts} - {"all"}), "all"]:
        lines.append("".join([f"{file:36}", *(f"{counts[file, name]:11}" for name in names)]))
    return "\n".join(lines) + "\n"


def chosen_files(words: list[str]) -> Iterator[str]:
    """Files of `derive/` that are named or lie in a named folder, in the order of the names."""
    for word in words:
        place = DERIVE / word
        files = sorted(place.rglob("*.py")) if place.is_dir() else [place]
        yield from (str(file.relative_to(DERIVE)) for file in files)


def main() -> int:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("files", nargs="*", default=[])
    parser.add_argument("--tests", nargs="+", default=["tests/unit/derive"], help="which tests are used")
    parser.add_argument(
        "--unmapped", action="store_true", help="runs the same tests for each mutant, whatever they reach"
    )
    parser.add_argument("--variants", type=int, default=4, help="how many of the tests that differ in arguments only")
    parser.add_argument("--rate", type=float, default=1.0, help="the part of all mutants that is run")
    parser.add_argument("--again", nargs="+", default=[], metavar="OUTCOME", help="runs those with an outcome again")
    parser.add_argument("--seconds", type=float, default=15.0, help="what the tests of one mutant may take together")
    parser.add_argument("--longest", type=float, default=4.0, help="what a test may take by itself")
    parser.add_argument("--minutes", type=float, default=float("inf"), help="when to stop")
    parser.add_argument("--statistics", action="store_true", help="only counts what has been run")
    options = parser.parse_intermixed_args()
    options.folder.mkdir(parents=True, exist_ok=True)
    if options.statistics:
        sys.stdout.write(statistics(options.folder / "results.jsonl"))
        return 0
    os.environ["CI"] = "true"
    words = ["-q", "-p", "no:cacheprovider", "-p", "no:xdist", "-m", "not long", *options.tests]
    return int(pytest.main(words, plugins=[Runner(options)]))


if __name__ == "__main__":
    sys.exit(main())
