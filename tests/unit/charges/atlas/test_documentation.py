"""docs/atlas.md says what is there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from tests.helpers.datasets import SM_NEUTRINOS, search_of, written

from zmodel.charges import count
from zmodel.charges.atlas.derived import DERIVED_NAMES
from zmodel.charges.atlas.query import query_dataset

TEXT = (Path(__file__).parents[4] / "docs" / "atlas.md").read_text(encoding="utf-8")
(SQL,) = re.findall(r"```sql[^\n]*\n(.*?)```", TEXT, re.DOTALL)
QUERIES = SQL.strip().split("\n\n")
COUNTS = re.findall(r"^\| (\d+) \| ([\d,]+) \|", TEXT, re.MULTILINE)


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return written(tmp_path_factory.mktemp("data"), SM_NEUTRINOS, 3)


def test_every_derived_column_is_described() -> None:
    assert [name for name in re.findall(r"^\| `(\w+)` \|", TEXT, re.MULTILINE) if name in DERIVED_NAMES][
        : len(DERIVED_NAMES)
    ] == list(DERIVED_NAMES)


@pytest.mark.parametrize("sql", QUERIES)
def test_queries_can_be_asked(sql: str, data: Path) -> None:
    _, answer = query_dataset(data, sql)
    assert next(answer.rows)


def test_numbers_of_solutions() -> None:
    problem = search_of(SM_NEUTRINOS).problem
    assert len(COUNTS) > 10
    for bound, number in COUNTS:
        if int(bound) <= 12:
            assert count(problem, int(bound)) == int(number.replace(",", ""))
