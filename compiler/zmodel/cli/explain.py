"""`zmodel explain`: what a diagnostic means, with a wrong and a right example."""

from __future__ import annotations

import sys
import textwrap
from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from zmodel.cli.output import on_terminal, print_json
from zmodel.diagnostics import CODES, Code, did_you_mean

if TYPE_CHECKING:
    from rich.text import Text

    from zmodel.diagnostics.explanation import Example, Explanation
    from zmodel.emit.report import Json

# Lines of prose that are longer are hard to read.
_WIDEST = 100
_INDENT = "    "
_COLOURS = {"error": "bold red", "warning": "bold yellow", "note": "bold cyan"}


@click.command("explain")
@click.argument("code", required=False)
@click.option("--json", "as_json", is_flag=True, help="Print data for other programs.")
def explain(code: str | None, as_json: bool) -> None:
    """Tells what the diagnostic CODE means, such as Z203, with a wrong and a right example; without CODE lists all."""
    if code is None:
        _list_codes(as_json)
        return
    entry = _find(code)
    from zmodel.diagnostics.explanation import explanation

    found = explanation(entry.code)
    if as_json:
        print_json({**_entry_data(entry), "wrong": _data(found.wrong), "right": _data(found.right)}, ())
        return
    _print(_lines(found, min(_console_width(), _WIDEST)))


def _find(code: str) -> Code:
    """The entry of a code, which may be written in small letters.

    Raises:
        click.BadParameter: if there is none.
    """
    known = code.upper()
    if known not in CODES:
        similar = did_you_mean(known, CODES)
        hint = f"did you mean {' or '.join(similar)}?" if similar else "`zmodel explain` lists all codes."
        raise click.BadParameter(f"there is no diagnostic {code}: {hint}", param_hint="CODE")
    return CODES[known]


def _list_codes(as_json: bool) -> None:
    if as_json:
        print_json({"codes": [_entry_data(entry) for entry in CODES.values()]}, ())
        return
    from rich.text import Text

    _print(
        Text.assemble((f"{entry.code}  {entry.severity:<7}", _COLOURS[entry.severity]), f"  {entry.title}")
        for entry in CODES.values()
    )


# ------------------------------------------------------------------ data
def _entry_data(entry: Code) -> dict[str, Json]:
    return {
        "code": entry.code,
        "severity": entry.severity,
        "title": entry.title,
        "explanation": entry.explanation,
    }


def _data(example: Example) -> dict[str, Json]:
    return {
        "text": example.text,
        "files": dict(example.files),
        "commands": list(example.commands),
        "message": example.message,
    }


# ------------------------------------------------------------------ text
def _lines(found: Explanation, width: int) -> Iterator[Text]:
    from rich.text import Text

    entry = found.entry
    yield Text.assemble((f"{entry.severity}[{entry.code}]", _COLOURS[entry.severity]), (f": {entry.title}", "bold"))
    yield Text()
    yield from map(Text, textwrap.wrap(entry.explanation, width, break_on_hyphens=False))
    for title, example in (("Wrong", found.wrong), ("Right", found.right)):
        yield Text()
        yield Text(title, "bold")
        yield from _example_lines(example, width)


def _example_lines(example: Example, width: int) -> Iterator[Text]:
    from rich.text import Text

    if example.text:
        yield Text()
        yield from map(Text, textwrap.wrap(example.text, width, break_on_hyphens=False))
    for name, content in example.files:
        yield Text()
        yield Text(f"  {name}", "italic")
        yield from _indented(_coloured(name, content))
    if example.commands:
        yield Text()
        yield from (Text.assemble("  $ ", (command, "bold")) for command in example.commands)
    if example.message:
        yield from _indented(Text(example.message))


def _coloured(name: str, content: str) -> Text:
    """A model file, or a scan file, in the colours of its syntax."""
    from rich.syntax import Syntax

    from zmodel.editors.lexer import ZmodelLexer

    lexer = ZmodelLexer() if name.endswith(".zmodel") else "toml"
    text = Syntax("", lexer, theme="ansi_dark", background_color="default").highlight(content)
    text.rstrip()
    return text


def _indented(text: Text) -> Iterator[Text]:
    from rich.text import Text

    for line in text.split("\n", allow_blank=True):
        yield Text.assemble(_INDENT, line) if line.plain else Text()


def _print(lines: Iterator[Text]) -> None:
    """Prints lines as they are, with colours on a terminal only."""
    from rich.console import Console

    console = Console(highlight=False)
    for line in lines:
        console.print(line, soft_wrap=True)


def _console_width() -> int:
    from shutil import get_terminal_size

    return get_terminal_size((_WIDEST, 24)).columns if on_terminal(sys.stdout) else _WIDEST
