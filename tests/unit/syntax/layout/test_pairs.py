"""Files before and after: what the layout is, letter by letter."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.conftest import Golden
from tests.helpers.layout import formatted

PAIRS = Path(__file__).parent / "pairs"
BEFORE = sorted(PAIRS.glob("*.zmodel"))


@pytest.mark.parametrize("path", BEFORE, ids=lambda path: path.stem)
def test_layout(path: Path, golden: Golden) -> None:
    text = formatted(path.read_bytes().decode())
    golden(path.with_suffix(".expected"), text)
    assert formatted(text) == text


def test_no_other_expected_output_lies_around() -> None:
    assert {path.stem for path in PAIRS.glob("*.expected")} == {path.stem for path in BEFORE}
