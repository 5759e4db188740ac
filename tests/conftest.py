"""What all tests share: expected output in files, and the flag that rewrites it."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings

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
