"""What there is to read about a code: its page in `grammar/codes`, with a wrong and a right example.

A page is Markdown of a fixed layout. Title and explanation are those of the table of codes and the messages are the
compiler's own, both written there by a test; the examples are written by hand.

    # Z203: term violates a U(1)
    ## Wrong
    ```zmodel model.zmodel      a file; `toml`, `yaml` and `sh` likewise: a scan file, a file of PyR@TE, commands
    ```text                     what zmodel then says
    ## Right
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from zmodel import resources
from zmodel.diagnostics.codes import CODES, Code

_SECTION = re.compile(r"^## (Wrong|Right)\n", re.MULTILINE)
_FENCE = re.compile(r"^```(\w+)(?: (\S+))?\n(.*?)^```\n", re.MULTILINE | re.DOTALL)
# What a file is called where the page gives no name.
_NAMES = {"zmodel": "model.zmodel", "toml": "scan.toml", "yaml": "theory.model"}
_CHECK = ("zmodel check model.zmodel",)


@dataclass(frozen=True)
class Example:
    """Whole files, and what is done with them.

    Attributes:
        text: what to say about it, Markdown; may be empty.
        files: names and contents.
        commands: for a shell, one per line; empty if no command gives the code reliably.
        message: what zmodel says; empty where it says nothing, or what depends on the machine.
    """

    text: str
    files: tuple[tuple[str, str], ...]
    commands: tuple[str, ...]
    message: str


@dataclass(frozen=True)
class Explanation:
    """A code with its examples.

    Attributes:
        entry: of the table of codes.
        wrong: gets the code.
        right: the same, corrected.
    """

    entry: Code
    wrong: Example
    right: Example


def explanation(code: str) -> Explanation:
    """All that is written about a code.

    Raises:
        KeyError: if there is no such code.
    """
    entry = CODES[code]
    _, *parts = _SECTION.split(resources.read_text("grammar", "codes", f"{code}.md"))
    sections = dict(zip(parts[::2], parts[1::2], strict=True))
    return Explanation(entry, _example(sections["Wrong"]), _example(sections["Right"]))


def page_head(entry: Code) -> str:
    """The beginning of a page, which repeats the table of codes."""
    kind = "" if entry.severity == "error" else f" ({entry.severity})"
    return f"# {entry.code}: {entry.title}{kind}\n\n{entry.explanation}\n\n"


def _example(section: str) -> Example:
    blocks = _FENCE.findall(section)
    files = tuple((name or _NAMES[kind], text) for kind, name, text in blocks if kind in _NAMES)
    written = "".join(text for kind, _, text in blocks if kind == "sh")
    message = "".join(text for kind, _, text in blocks if kind == "text")
    commands = tuple(written.splitlines()) or (_CHECK if files else ())
    return Example(_FENCE.sub("", section).strip(), files, commands, message.rstrip("\n"))
