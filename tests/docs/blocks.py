"""The fenced blocks of a page, and what their first lines say about them. The rules stand in tests/README.md."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

ROOT = Path(__file__).parents[2]
PAGES = (ROOT / "README.md", ROOT / "grammar" / "README.md", *sorted((ROOT / "docs").rglob("*.md")))

# A fence with its indentation, or a command that a page runs without showing it.
BLOCK = re.compile(
    r"^(?P<indent> *)```(?P<info>[^\n`]*)\n(?P<body>.*?)^(?P=indent)```$|^<!-- run: (?P<hidden>.*?) -->$",
    re.DOTALL | re.MULTILINE,
)
# `# name`, `// name`, `! name`, `/* name */` or `{# name #}`, and nothing else.
FILE_NAME = re.compile(r"^(?:#|//|!|/\*|\{#) (?P<name>[\w./-]+\.\w+)(?: \*/| #\})?$")
CODE = re.compile(r"Z\d{3}")
NOT_RUN = "not run:"


@dataclass(frozen=True)
class Block:
    """One fenced block.

    Attributes:
        line: where its text begins on the page, counted from 1.
        start: the same as a position in the page's text.
        language: the first word of the fence.
        words: the other words.
        body: its text.
    """

    line: int
    start: int
    language: str
    words: tuple[str, ...]
    body: str

    @cached_property
    def not_run(self) -> str | None:
        """Why the block is not run, or None if it is."""
        rest = " ".join(self.words)
        return rest.removeprefix(NOT_RUN).strip() if rest.startswith(NOT_RUN) else None

    @cached_property
    def codes(self) -> frozenset[str]:
        """The diagnostics that it gives."""
        return frozenset(word for word in self.words if CODE.fullmatch(word))

    @cached_property
    def needs(self) -> tuple[str, ...]:
        """Programs and Python packages without which it is left out."""
        return tuple(name for word in self.words if word.startswith("needs=") for name in word[6:].split(","))

    @cached_property
    def folder(self) -> str:
        """Where it is run, seen from the page's folder."""
        return next((word.removeprefix("in=") for word in self.words if word.startswith("in=")), ".")

    @cached_property
    def file(self) -> str | None:
        """The file that it becomes: the one that its first line names."""
        match = FILE_NAME.match(self.body.split("\n", 1)[0])
        return match["name"] if match else None


def blocks_of(text: str) -> list[Block]:
    """All blocks of a page in their order; directives of the documentation, `{toctree}` and so on, are none."""
    found = []
    for match in BLOCK.finditer(text):
        group = "hidden" if match["hidden"] is not None else "body"
        language, *words = "sh" if group == "hidden" else "", *(match["info"] or "").split()
        if group == "body":
            language = words.pop(0) if words else ""
        if language.startswith("{"):
            continue
        indent = match["indent"] or ""
        body = re.sub(f"^{indent}", "", match[group], flags=re.MULTILINE)
        start = match.start(group)
        found.append(Block(text.count("\n", 0, start) + 1, start, language, tuple(words), body))
    return found
