"""What a command of the command line leaves behind."""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable
from dataclasses import dataclass

import pytest

from zmodel.cli import main


@dataclass(frozen=True)
class Outcome:
    """Exit status and what was printed."""

    status: int
    out: str
    err: str


Command = Callable[..., Outcome]
"""Runs commands in this process."""


def commands(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Command:
    """`zmodel ARGUMENTS`."""
    # This process has tests to run when the command is done; hypothesis looks for objects that are frozen.
    monkeypatch.setattr(gc, "freeze", lambda: None)
    monkeypatch.setattr(gc, "set_threshold", lambda *_: None)

    def run(*arguments: str) -> Outcome:
        monkeypatch.setattr(sys, "argv", ["zmodel", *arguments])
        status = 0
        try:
            main()
        except SystemExit as stop:
            status = int(stop.code or 0)
        captured = capsys.readouterr()
        return Outcome(status, captured.out, captured.err)

    return run
