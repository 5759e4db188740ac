"""The rules for blocks fail where they should."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.docs.blocks import blocks_of
from tests.docs.session import Session, matches


@pytest.mark.parametrize(
    ("shown", "output", "same"),
    [
        ("a\nb\n", "a  \nb", True),
        ("a\nb\n", "a\nc\n", False),
        ("a\n...\nd\n", "a\nb\nc\nd\n", True),
        ("a\n...\nd\n", "a\nb\n", False),
        ("x = 1...\n", "x = 1.25\n", True),
        ("x = 1...\n", "x = 2.25\n", False),
        ("done (0.13 s)\n", "done (12.5 s)\n", True),
        ("done 0.13 s\n", "done 12.5 s\n", False),
    ],
)
def test_output_is_compared(shown: str, output: str, same: bool) -> None:
    assert matches(shown, output) == same


def test_blocks_know_their_words_and_files() -> None:
    text = "```text\n```\n\n```{toctree}\n```\n<!-- run: true -->\n\n"
    text += "- \n  ```c needs=gcc,make in=out\n  /* use.c */\n  int x;\n  ```\n"
    first, hidden, last = blocks_of(text)
    assert (first.language, hidden.language, hidden.body) == ("text", "sh", "true")
    assert (last.language, last.needs, last.folder, last.file) == ("c", ("gcc", "make"), "out", "use.c")
    assert (last.body, last.line) == ("/* use.c */\nint x;\n", 10)


GOOD = "model m\nuse sm\n"
WRONG_PAGES = [
    "```console\n$ echo a\nb\n```\n",
    "```console\n$ false\n```\n",
    "```console Z301\n$ echo Z301\n```\n",
    "```console Z301\n$ echo Z302; false\n```\n",
    "```sh\nfalse\ntrue\n```\n",
    f"```zmodel Z203\n{GOOD}```\n",
    f"```zmodel\n{GOOD}gauge X = U(1)\ncharges X {{ L = 1 }}\n```\n",
    "```python\nassert False\n```\n",
    "```sh not run:\ntrue\n```\n",
    "```c\nint x;\n```\n",
    "```cobol\nDISPLAY 1.\n```\n",
]


@pytest.mark.parametrize("page", WRONG_PAGES)
def test_wrong_pages_fail(page: str, tmp_path: Path) -> None:
    (block,) = blocks_of(page)
    with pytest.raises(AssertionError):
        Session(tmp_path).run(block)


def test_what_is_missing_is_told(tmp_path: Path) -> None:
    session = Session(tmp_path)
    (block,) = blocks_of("```sh needs=no_such_program\nfalse\n```\n")
    session.run(block)
    assert session.left_out == ["line 2 needs no_such_program"]
