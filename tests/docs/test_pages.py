"""Every page holds: its models, its commands with their output, its programs."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.docs.blocks import PAGES, ROOT, blocks_of
from tests.docs.session import Session


@pytest.mark.parametrize("page", PAGES, ids=[str(page.relative_to(ROOT)) for page in PAGES])
def test_page(page: Path, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    text = page.read_text(encoding="utf-8")
    session = Session(tmp_path, update=request.config.getoption("--update-golden"))
    wrong = None
    for block in blocks_of(text):
        try:
            session.run(block)
        except AssertionError as error:
            wrong = f"{page.name}, line {block.line}: {error}"
            break
    for start, shown, output in reversed(session.changes):
        assert text[start : start + len(shown)] == shown
        text = text[:start] + output + text[start + len(shown) :]
    if session.changes:
        page.write_text(text, encoding="utf-8")
    if wrong is not None:
        pytest.fail(wrong, pytrace=False)
    if session.left_out:
        pytest.skip(f"all but this holds: {'; '.join(session.left_out)}")
