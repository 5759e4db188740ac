"""Gives each test of this folder its row of the ledger: `test_A01_...` gets row A01."""

from __future__ import annotations

import re

import pytest
from tests.papers.ledger import Row, rows

NAME = re.compile(r"test_([ABCD]\d\d)_\w+")


@pytest.fixture
def row(request: pytest.FixtureRequest) -> Row:
    """The row of the running test, by its name."""
    match = NAME.match(request.function.__name__)
    if match is None:
        raise LookupError(f"{request.function.__name__} does not begin with test_ and the id of a row")
    return rows()[match[1]]
