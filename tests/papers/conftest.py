"""Gives each test of this folder its row of the ledger: `test_A01_...` gets row A01.

What the test reached is compared with what is kept of it, and goes into the table that pytest prints at the end.
"""

from __future__ import annotations

import re
from collections.abc import Generator
from dataclasses import replace

import pytest
from tests.papers.ledger import Row, rows
from tests.papers.reached import agree, kept, reached_text

NAME = re.compile(r"test_([ABCD]\d\d)_\w+")


@pytest.fixture
def row(request: pytest.FixtureRequest) -> Row:
    """The row of the running test, by its name."""
    match = NAME.match(request.function.__name__)
    if match is None:
        raise LookupError(f"{request.function.__name__} does not begin with test_ and the id of a row")
    return replace(rows()[match[1]], found=[])


@pytest.hookimpl(wrapper=True)
def pytest_pyfunc_call(pyfuncitem: pytest.Function) -> Generator[None, object, object]:
    """After a test that passed, what it reached."""
    outcome = yield
    found = pyfuncitem.funcargs.get("row")
    if isinstance(found, Row):
        text = reached_text(found)
        # Reports bring this from the processes of pytest-xdist to the one that prints the table.
        pyfuncitem.user_properties.append(("reached", text))
        if not pyfuncitem.config.getoption("--update-golden"):
            old = kept().get(found.id, "nothing")
            same = agree(old, text, found.absolute)
            assert same, f"{found.id} reached {text}, and {old} before: run pytest --update-golden"
    return outcome
