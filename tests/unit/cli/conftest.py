"""Runs commands in this process."""

from __future__ import annotations

import sys

import pytest
from tests.helpers.command import Command, Outcome

from zmodel.cli import main


@pytest.fixture
def zmodel(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Command:
    """`zmodel ARGUMENTS`."""

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
