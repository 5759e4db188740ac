"""The parse table in grammar/ is the grammar's, is used, and is done without where it does not fit."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import lark
import pytest
from tests.conftest import Golden
from tests.helpers.resolving import parse_text

from zmodel import resources
from zmodel.syntax.table import TABLE, grammar_parser, table_text

PATH = Path(__file__).parents[3] / "grammar" / TABLE
TEXT = "model m\nfermion Q[3] left (SU3c: 3bar, X: [1, 1/2, a*b])\nyukawa y = 2 bar(Q) H† * D keep (3, 3) as yt"


@pytest.fixture
def fresh_parser() -> Iterator[None]:
    grammar_parser.cache_clear()
    yield
    grammar_parser.cache_clear()


def test_the_table_is_up_to_date(golden: Golden) -> None:
    written_with = json.loads(PATH.read_text(encoding="utf-8"))["made_for"]["lark"] if PATH.is_file() else ""
    if written_with and not lark.__version__.startswith(written_with + "."):
        pytest.skip(f"the table is that of lark {written_with}")
    golden(PATH, table_text())


@pytest.mark.parametrize("seed", ["1", "2"])
def test_the_table_does_not_depend_on_the_seed_of_hashes(seed: str) -> None:
    code = "import sys; from zmodel.syntax.table import table_text; sys.stdout.buffer.write(table_text().encode())"
    environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": os.pathsep.join(sys.path)}
    process = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, env=environment)
    assert process.stdout.decode() == table_text()


@pytest.mark.usefixtures("fresh_parser")
def test_the_table_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    table = table_text()
    built = parse_text(TEXT)
    grammar_parser.cache_clear()
    replace(monkeypatch, TABLE, table)
    monkeypatch.setattr(lark.Lark, "__init__", None)
    assert parse_text(TEXT) == built


@pytest.mark.usefixtures("fresh_parser")
@pytest.mark.parametrize("problem", ["another lark", "cut off", "missing"])
def test_a_table_that_does_not_fit_is_not_used(problem: str, monkeypatch: pytest.MonkeyPatch) -> None:
    expected = parse_text(TEXT)
    grammar_parser.cache_clear()
    table = table_text()
    texts = {"another lark": json.dumps({**json.loads(table), "made_for": {}, "states": []}), "cut off": table[:-10]}
    replace(monkeypatch, TABLE, texts.get(problem))
    assert parse_text(TEXT) == expected


@pytest.mark.usefixtures("fresh_parser")
def test_a_changed_grammar_is_obeyed(monkeypatch: pytest.MonkeyPatch) -> None:
    grammar = resources.read_text("grammar", "zmodel.lark")
    replace(monkeypatch, "zmodel.lark", grammar.replace('"model"', '"theory"'))
    literals = {item.pattern.value for item in grammar_parser().terminals}
    assert "theory" in literals and "model" not in literals


def replace(monkeypatch: pytest.MonkeyPatch, file: str, text: str | None) -> None:
    """Lets a data file hold another text, or not be there."""
    read = resources.read_text

    def read_text(folder: str, *parts: str) -> str:
        if parts != (file,):
            return read(folder, *parts)
        if text is None:
            raise resources.ResourceError(f"no data file {file}")
        return text

    monkeypatch.setattr(resources, "read_text", read_text)
