"""The ledger itself: well-formed, and no row is tested twice."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from pathlib import Path

from tests.conftest import Golden
from tests.papers.ledger import inputs, rows
from tests.papers.reached import PAGE, agree, kept, page, reached_text


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


def test_each_row_has_one_test_and_every_test_a_row() -> None:
    assert Counter(ids_of_tests()) == dict.fromkeys(rows(), 1)


def test_page_of_results(golden: Golden) -> None:
    """Every row of `docs/ledger.md` has been reached, and the page is what is kept in `reached.json`."""
    golden(PAGE, page())
    assert set(kept()) == set(rows())


def test_texts_agree_but_for_the_last_digit() -> None:
    assert agree("BM1: 0.834, 25; holds", "BM1: 0.835, 25; holds")
    assert not agree("BM1: 0.834, 25", "BM1: 0.839, 25")
    assert not agree("BM1: 0.834, 25", "BM2: 0.834, 25")
    assert not agree("1, 2", "1, 2, 3")
    assert agree("9.54e+09", "9.55e+09") and agree("-0.1", "-0.0999")
    assert agree("1.7957", "1.795") and agree("4795", "4804")
    assert agree("38.7, 0.4", "38.4, 0.2", 0.5) and not agree("38.7", "38.1", 0.5)
    assert not agree("21546920", "21546921") and not agree("0", "0.1")


def test_values_as_text() -> None:
    found = [276, [0.12345, -2.0e5], {"BM1": (True, complex(-0.8304, 1e-17))}, 1e-17, [[1, 0], [0, 1]]]
    row = replace(rows()["A12"], found=found)
    assert reached_text(row) == "276; 0.1235, -200000; BM1: yes, -0.8304; 0; (1, 0), (0, 1)"
    assert reached_text(replace(row, found=[])) == "as wanted"
