"""What all tests share: expected output in files, and the flag that rewrites it."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings
from tests.papers.reached import keep, terminal_lines

# Small matrices on busy cores: threads of BLAS that wait for each other cost ten times what they save.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

# A machine that is busy is no reason to fail.
settings.register_profile("zmodel", deadline=None)
settings.load_profile("zmodel")

Golden = Callable[[Path, str], None]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-golden", action="store_true", help="rewrite the files of expected output instead of comparing"
    )


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Golden:
    """Compares a text with a file, byte for byte, or writes it there with --update-golden."""

    def compare(path: Path, text: str) -> None:
        if request.config.getoption("--update-golden"):
            path.write_bytes(text.encode())
        assert path.is_file(), f"{path.name} is missing: run pytest --update-golden, and read what it writes"
        assert path.read_bytes().decode() == text

    return compare


ROW = re.compile(r"tests/papers/test_paper_\w+\.py::test_([ABCD]\d\d)_")


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """The table of the rows of the ledger that were tested; with --update-golden it is kept, too."""
    passed, others = {}, {}
    for outcome, reports in terminalreporter.stats.items():
        for report in reports:
            match = ROW.search(getattr(report, "nodeid", ""))
            if match and outcome == "passed":
                passed[match[1]] = dict(report.user_properties).get("reached", "")
            elif match and outcome in ("failed", "error", "skipped"):
                others[match[1]] = outcome.upper()
    if passed or others:
        terminalreporter.section("ledger")
        for line in terminal_lines(passed | others):
            terminalreporter.line(line)
        terminalreporter.line(f"{len(passed.keys() - others.keys())} of {len(passed | others)} rows reached")
    if passed and config.getoption("--update-golden"):
        keep({key: text for key, text in passed.items() if key not in others})
