"""Whole processes at two loops beside PyR@TE 3, which derives the same beta functions.

With ZMODEL_PYRATE=/path/to/pyR@TE.py (and ZMODEL_PYRATE_PYTHON, a Python that has what it needs) PyR@TE runs in the
same session; else its stored times are the reference, see `two_loops/pyrate.json`. Compared are seconds of CPU time,
which other users of the machine change least; PyR@TE has one thread. Targets: SM and B - L 10 times faster, the others
20 times, memory below 500 MB. `pytest tests/benchmarks/test_two_loops.py --benchmark-enable` shows the ratios.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from zmodel.resources import library_path

FOLDER = Path(__file__).parent / "two_loops"
FILES = {path.stem: path for path in sorted(FOLDER.glob("*.zmodel"))}
FILES["bm3"] = library_path().parent / "paper_a" / "bm3.zmodel"


@dataclass(frozen=True)
class Cost:
    """What a process took: CPU seconds and peak memory in MB."""

    cpu: float
    memory: float


def run(command: Sequence[str]) -> Cost:
    """Runs a process to its end."""
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    assert process.returncode == 0, " ".join(command)
    return Cost(usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def pyrate(name: str, folder: Path) -> Cost:
    """PyR@TE's cost, from a run if there is a checkout of it; LaTeX is written but not compiled."""
    program = os.environ.get("ZMODEL_PYRATE")
    if not program:
        stored = json.loads((FOLDER / "pyrate.json").read_text(encoding="utf-8"))["models"][name]
        return Cost(**stored)
    copy = folder / "pyrate"
    shutil.copytree(Path(program).parent, copy)
    settings = copy / "default.settings"
    settings.write_text(re.sub(r"(?m)^EndCommands.*", 'EndCommands : "true"', settings.read_text(encoding="utf-8")))
    python = os.environ.get("ZMODEL_PYRATE_PYTHON", sys.executable)
    model = str(FOLDER / f"{name}.model")
    return run([python, str(copy / Path(program).name), "-m", model, "-l", "2", "-res", str(folder / "results")])


@pytest.mark.parametrize("name", FILES)
@pytest.mark.benchmark(group="two loops, whole process")
def test_compile(benchmark: BenchmarkFixture, tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str) -> None:
    costs: list[Cost] = []
    command = [sys.executable, "-m", "zmodel", "compile", str(FILES[name]), "--loops", "2", "-o", str(tmp_path / "out")]
    benchmark.pedantic(lambda: costs.append(run(command)), rounds=3)
    if benchmark.disabled:
        return
    ours, theirs = median(cost.cpu for cost in costs), pyrate(name, tmp_path)
    memory = max(cost.memory for cost in costs)
    benchmark.extra_info.update(ratio=theirs.cpu / ours, memory=memory)
    with capsys.disabled():
        sys.stdout.write(
            f"\n{name}: {ours:.2f} s, {memory:.0f} MB; PyR@TE 3 {theirs.cpu:.1f} s, {theirs.memory:.0f} MB:"
            f" {theirs.cpu / ours:.1f} times\n"
        )
