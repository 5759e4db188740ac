from __future__ import annotations

import pytest
from tests.helpers.command import Command, commands


@pytest.fixture
def zmodel(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Command:
    """`zmodel ARGUMENTS`."""
    return commands(monkeypatch, capsys)
