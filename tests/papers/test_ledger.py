"""The ledger itself: well-formed, and no row is tested twice."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

from tests.papers.ledger import inputs, rows


def ids_of_tests() -> list[str]:
    """Ids in the names of the tests of this folder."""
    folder = Path(__file__).parent
    texts = (path.read_text(encoding="utf-8") for path in sorted(folder.glob("test_paper_*.py")))
    return [found for text in texts for found in re.findall(r"^def test_([ABCD]\d\d)_", text, re.MULTILINE)]


def test_rows_are_numbered_without_gaps() -> None:
    for paper, last in (("A", 28), ("B", 20), ("C", 6), ("D", 18)):
        expected = [f"{paper}{number:02d}" for number in range(1, last + 1)]
        assert [row_id for row_id in rows() if row_id.startswith(paper)] == expected


def test_every_row_says_what_and_where() -> None:
    assert all(row.what and row.where and row.want is not None for row in rows().values())
    assert inputs()["M_Z"] == 91.1876


def test_each_row_has_at_most_one_test_and_every_test_a_row() -> None:
    counts = Counter(ids_of_tests())
    assert set(counts) <= set(rows())
    assert [row_id for row_id, count in counts.items() if count > 1] == []
