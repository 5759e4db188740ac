"""Runs a page: its blocks in their order, in a folder of its own, as a reader would who types them."""

from __future__ import annotations

import difflib
import os
import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Callable
from dataclasses import dataclass, field
from importlib.util import find_spec
from pathlib import Path

from tests.docs.blocks import ROOT, Block

import zmodel
from zmodel.driver import analyse
from zmodel.driver.formatting import format_model_file
from zmodel.files import file_loader
from zmodel.source import SourceFile
from zmodel.syntax import parse

PATIENCE = 600  # seconds for one command; the machine may be busy
SECONDS = re.compile(r"\\\(\d+\\.\d+\\ s\\\)")
PROMPT = "$ "


@dataclass
class Session:
    """One page that is being run.

    Attributes:
        folder: where its files are, with a copy of `model_files`.
        left_out: blocks that need what this machine has not, and what.
        update: whether output that differs is kept in `changes` instead of being an error.
        changes: texts of the page to be replaced: position, old and new text.
    """

    folder: Path
    update: bool = False
    left_out: list[str] = field(default_factory=list)
    changes: list[tuple[int, str, str]] = field(default_factory=list)

    def __post_init__(self) -> None:
        shutil.copytree(ROOT / "model_files", self.folder / "model_files")
        programs = self.folder / ".programs"
        programs.mkdir()
        for name, arguments in {"zmodel": "-m zmodel", "python": ""}.items():
            path = programs / name
            path.write_text(f'#!/bin/sh\nexec "{sys.executable}" {arguments} "$@"\n', encoding="utf-8")
            path.chmod(0o755)

    def run(self, block: Block) -> None:
        """Runs one block.

        Raises:
            AssertionError: if it does not do what the page says.
        """
        if block.not_run is not None:
            assert block.not_run, "a block that is not run says why"
            return
        missing = [name for name in block.needs if shutil.which(name) is None and find_spec(name) is None]
        if missing:
            self.left_out.append(f"line {block.line} needs {', '.join(missing)}")
            return
        if block.file is not None:
            path = self.folder / block.file
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(block.body, encoding="utf-8")
        assert block.language in RUNNERS, f"no rule for blocks of {block.language!r}: see tests/README.md"
        RUNNERS[block.language](self, block)

    def command(self, command: str, folder: str = ".") -> subprocess.CompletedProcess[str]:
        """Runs a command in the shell, with both outputs as one."""
        # Beside this zmodel, wherever it was imported from, programs see their own settings only.
        environment = {
            **os.environ,
            "PATH": f"{self.folder / '.programs'}{os.pathsep}{os.environ['PATH']}",
            "PYTHONPATH": str(Path(zmodel.__file__).parents[1]),
            "COLUMNS": "100",
            "CHECKOUT": str(ROOT),
        }
        return subprocess.run(
            ["bash", "-euc", command],
            cwd=self.folder / folder,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            timeout=PATIENCE,
            check=False,
        )

    def succeed(self, command: str, folder: str = ".") -> str:
        """The output of a command that must not fail."""
        done = self.command(command, folder)
        assert done.returncode == 0, f"{command}\nends with status {done.returncode}:\n{done.stdout}"
        return done.stdout


# ------------------------------------------------------------------ what each language means
def run_model(session: Session, block: Block) -> None:
    """A block with a `model` line is checked; the codes of the fence are those that it gives, and no others.

    All blocks are in the layout of `zmodel fmt`.
    """
    file = SourceFile(str(session.folder / (block.file or "page.zmodel")), block.body)
    formatted, _ = format_model_file(file)
    if formatted not in (None, block.body):
        assert session.update, difference("zmodel fmt", block.body, formatted or "")
        session.changes.append((block.start, block.body, formatted or ""))
    tree, _ = parse(file)
    if tree is not None and not any(statement.span.text.startswith("model ") for statement in tree.statements):
        assert not block.codes, "only a whole model gives codes"
        return
    _, diagnostics = analyse(file, file_loader())
    found = {item.code for item in diagnostics if item.severity != "note"}
    assert found == block.codes, [f"{item.code}: {item.message}" for item in diagnostics]


def run_script(session: Session, block: Block) -> None:
    """All lines of a `sh` block at once."""
    session.succeed(block.body, block.folder)


def run_console(session: Session, block: Block) -> None:
    """Commands behind `$ `, each with its output; the last one fails with the codes of the fence."""
    parts = re.split(rf"^{re.escape(PROMPT)}", block.body, flags=re.MULTILINE)
    assert not parts[0], "a console block begins with `$ `"
    position = block.start
    for number, part in enumerate(parts[1:], 1):
        position += len(PROMPT)
        *_, last = typed = typed_lines(part)
        command = "".join(typed)
        shown = part[len(command) :]
        done = session.command(command, block.folder)
        codes = block.codes if number == len(parts) - 1 else frozenset()
        assert (done.returncode != 0) == bool(codes), f"{command}ends with status {done.returncode}:\n{done.stdout}"
        assert codes <= set(re.findall(r"Z\d{3}", done.stdout)), done.stdout
        if shown.strip() and not matches(shown, done.stdout):
            assert session.update, difference(command, shown, done.stdout)
            assert last.endswith("\n")
            session.changes.append((position + len(command), shown, tidy(done.stdout) + "\n"))
        position += len(part)


def typed_lines(part: str) -> list[str]:
    """The lines of a command: the first one, and those after a backslash."""
    lines = part.splitlines(keepends=True)
    count = next(number for number, line in enumerate(lines, 1) if not line.endswith("\\\n"))
    return lines[:count]


def run_python(session: Session, block: Block) -> None:
    """A block without a file name runs by itself; one with a name may be a module that others import."""
    if block.file is not None:
        compile(block.body, block.file, "exec")
        return
    path = session.folder / block.folder / "block.py"
    path.write_text(block.body, encoding="utf-8")
    session.succeed("python block.py", block.folder)


def read_toml(_: Session, block: Block) -> None:
    """Scan files are run by the commands that name them."""
    tomllib.loads(block.body)


def needs_a_name(_: Session, block: Block) -> None:
    """Programs are compiled by commands of the page."""
    assert block.file is not None, f"the first line of a block of {block.language} names its file"


def change_file(session: Session, block: Block) -> None:
    """Lines with blank or minus, which the file has once, become those with blank or plus; hunks end at `@@`."""
    first, *lines = block.body.splitlines()
    path = session.folder / first.removeprefix("--- ")
    text = path.read_text(encoding="utf-8")
    for hunk in re.split(r"^@@.*$", "\n".join(lines), flags=re.MULTILINE):
        marked = hunk.strip("\n").splitlines()
        old, new = ("".join(f"{line[1:]}\n" for line in marked if line[:1] != other) for other in "+-")
        assert text.count(old) == 1, f"{first}: there is not one place with\n{old}"
        text = text.replace(old, new)
    path.write_text(text, encoding="utf-8")


def nothing(_: Session, __: Block) -> None:
    """Text to be read."""


RUNNERS: dict[str, Callable[[Session, Block], None]] = {
    "zmodel": run_model,
    "sh": run_script,
    "console": run_console,
    "python": run_python,
    "toml": read_toml,
    "c": needs_a_name,
    "cpp": needs_a_name,
    "fortran": needs_a_name,
    "jinja": needs_a_name,
    "diff": change_file,
    "text": nothing,
}


# ------------------------------------------------------------------ comparing output
def tidy(text: str) -> str:
    """Without blanks at the end of lines and of the text."""
    return "\n".join(line.rstrip() for line in text.rstrip().splitlines())


def matches(shown: str, output: str) -> bool:
    """Whether output is what a page shows: a line `...` is any lines, `...` in a line anything, `(0.13 s)` any time."""
    lines = []
    for line in tidy(shown).splitlines():
        if line.strip() == "...":
            lines.append(r"(?:[^\n]*\n)*?")
            continue
        pattern = SECONDS.sub(r"\\(\\d+\\.\\d+ s\\)", re.escape(line)).replace(r"\.\.\.", r"[^\n]*")
        lines.append(pattern + r"\n")
    return re.fullmatch("".join(lines), tidy(output) + "\n") is not None


def difference(command: str, shown: str, output: str) -> str:
    """What a page shows beside what there is."""
    lines = difflib.unified_diff(tidy(shown).splitlines(), tidy(output).splitlines(), "shown", "printed", lineterm="")
    return "\n".join((f"$ {command}", *lines))
