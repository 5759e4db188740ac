"""`zmodel fmt`: model files in their one layout."""

from __future__ import annotations

import difflib
import re
import sys
from dataclasses import dataclass
from pathlib import Path

import click

from zmodel.cli.files import rewrite_file
from zmodel.cli.options import given_limits, limit_option
from zmodel.cli.output import on_terminal, print_diagnostics
from zmodel.diagnostics import DiagnosticError
from zmodel.driver import format_model_file
from zmodel.files import read_source, source_of
from zmodel.source import SourceFile

STANDARD_INPUT = "-"
_COLOURS = {"-": "red", "+": "green", "@": "cyan"}
_LINE = re.compile(r"[^\n]*\n|[^\n]+")


@dataclass(frozen=True)
class Formatted:
    """A model file before and after.

    Attributes:
        source: as it is; a byte order mark is no part of it.
        text: as it shall be.
        changed: whether a single byte is different.
    """

    source: SourceFile
    text: str
    changed: bool


@click.command("fmt")
@click.argument("files", nargs=-1, required=True, type=click.Path())
@click.option("--check", is_flag=True, help="Write nothing; name files that are not in this layout, exit status 1.")
@click.option("--diff", is_flag=True, help="Write nothing; print what would change.")
@limit_option
def fmt(files: tuple[str, ...], check: bool, diff: bool) -> None:
    """Puts model files in their one layout, in place; `-` reads standard input and prints the result.

    White space, line breaks and columns change, and nothing else: what a file says and its comments stay. A file with a
    syntax error stays as it is, exit status 1.
    """
    if STANDARD_INPUT in files and len(files) > 1:
        raise click.UsageError("`-` stands alone: it reads one model file from standard input")
    failed = False
    for path in files:
        try:
            result = _formatted(path)
            if result is not None:
                _hand_over(path, result, check, diff)
        except DiagnosticError as error:
            print_diagnostics(error.diagnostics)
            result = None
        failed |= result is None or (check and result.changed)
    if failed:
        sys.exit(1)


def _formatted(path: str) -> Formatted | None:
    """Reads and lays out one file; None, and a printed diagnostic, if it has a syntax error."""
    limits = given_limits()
    if path == STANDARD_INPUT:
        data = sys.stdin.buffer.read()
        source = source_of(data, "<standard input>", limits)
    else:
        source = read_source(Path(path), path, limits)
        data = Path(path).read_bytes()
    text, diagnostics = format_model_file(source, limits)
    print_diagnostics(diagnostics)
    return None if text is None else Formatted(source, text, text.encode() != data)


def _hand_over(path: str, result: Formatted, check: bool, diff: bool) -> None:
    if diff:
        _print_difference(result)
    if check and result.changed:
        click.echo(f"{result.source.name}: not formatted")
    if check or diff:
        return
    if path == STANDARD_INPUT:
        sys.stdout.buffer.write(result.text.encode())
        sys.stdout.buffer.flush()
    elif result.changed:
        rewrite_file(Path(path), result.text)
        click.echo(f"{path}: formatted")


def _print_difference(result: Formatted) -> None:
    name = result.source.name
    before, after = _LINE.findall(result.source.text), _LINE.findall(result.text)
    colour = on_terminal(sys.stdout)
    for line in difflib.unified_diff(before, after, name, f"{name} (formatted)"):
        text = line.rstrip("\r\n")
        click.echo(click.style(text, fg=_COLOURS.get(line[0])) if colour else text, color=colour)
        if not line.endswith("\n"):
            click.echo("\\ No newline at end of file")
