"""How long `zmodel check` takes to refuse what it must refuse. Target: one second, whole process."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

SM = "model m\nuse sm\n"
HOSTILE = {
    "brackets": "(" * 1_000_000,
    "a sum": SM + "let x = " + "a+" * 400_000 + "a\n",
    "a tower": SM + "let x = 10^10^10\n",
    "requirements": SM + "require allowed " + ", ".join(["Yu diagonal"] * 6000),
    "fields": SM + "".join(f"scalar s{n} (Y: 1)\n" for n in range(1600)),
}


@pytest.mark.parametrize("name", HOSTILE)
@pytest.mark.benchmark(group="hostile input")
def test_refusal(benchmark: BenchmarkFixture, tmp_path: Path, name: str) -> None:
    path = tmp_path / "hostile.zmodel"
    path.write_text(HOSTILE[name], encoding="utf-8")
    command = [sys.executable, "-m", "zmodel", "check", str(path)]
    done = benchmark.pedantic(subprocess.run, (command,), {"capture_output": True}, rounds=3)
    assert b"Traceback" not in done.stderr
