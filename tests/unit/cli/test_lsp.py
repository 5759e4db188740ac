"""`zmodel lsp` without what it needs."""

from __future__ import annotations

import sys

import pytest
from tests.unit.cli.conftest import Command


def test_without_the_extra_it_says_what_is_missing(zmodel: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in sys.modules if name.startswith("zmodel.lsp")]:
        monkeypatch.delitem(sys.modules, name)
    for name in ("pygls", "lsprotocol"):
        monkeypatch.setitem(sys.modules, name, None)
    outcome = zmodel("lsp")
    assert outcome.status == 1
    assert 'pip install "zmodel[lsp]"' in outcome.err
    assert "Traceback" not in outcome.err
