"""The bar of long work: what it tells does not depend on the clock on the wall."""

from __future__ import annotations

import re
import sys
import time
from typing import Any

import pytest
from rich.progress import Progress as Bar

from zmodel.cli import progress
from zmodel.dataset import Progress


def test_rate_and_time_left_when_the_clock_goes_back(monkeypatch: pytest.MonkeyPatch) -> None:
    """Half of the work takes ten seconds of the steady clock, while the one on the wall jumps."""
    steady, wall = [100.0], [1e9]
    monkeypatch.setattr(progress, "perf_counter", lambda: steady[0])
    monkeypatch.setattr("rich.console.monotonic", lambda: steady[0])
    monkeypatch.setattr(time, "time", lambda: wall[0])
    monkeypatch.setattr(progress, "on_terminal", lambda _: True)
    told: list[tuple[str, Any]] = []
    update = Bar.update

    def watch(bar: Bar, task: Any, **known: Any) -> None:
        update(bar, task, **known)
        told.append((known["description"], bar.tasks[0].time_remaining))

    monkeypatch.setattr(Bar, "update", watch)
    with progress.progress_bar("scanning", "points") as show:
        for second in range(1, 11):
            steady[0] += 1
            wall[0] += -1e6 if second % 2 else 2e6
            show(Progress(1000 + 50 * second, 50 * second, second / 20))
    assert [text for text, _ in told][-1] == "1,500 points, 50 a second"
    rates = [int(re.findall(r"(\d+) a second", text)[0]) for text, _ in told]
    assert rates == [50] * 10
    left = [seconds for _, seconds in told if seconds is not None]
    assert left and all(0 <= seconds <= 20 for seconds in left) and left[-1] == pytest.approx(10, abs=1.5)


def test_nobody_looks(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(progress, "on_terminal", lambda stream: stream is not sys.stderr)
    with progress.progress_bar("scanning", "points") as show:
        show(Progress(10, 10, 0.5))
    assert capsys.readouterr() == ("", "")
