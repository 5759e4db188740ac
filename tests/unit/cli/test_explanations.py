"""The pages of `grammar/codes`: wrong examples get their code and nothing else, right ones get nothing."""

from __future__ import annotations

import re
import shlex
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.conftest import Golden
from tests.helpers.command import Command

from zmodel import native
from zmodel.charges.search import kernel
from zmodel.diagnostics import CODES
from zmodel.diagnostics.explanation import Example, explanation, page_head
from zmodel.driver import format_model_file
from zmodel.source import SourceFile

PAGES = Path(__file__).parent.parent.parent.parent / "grammar" / "codes"
HEAD = re.compile(r"^(error|warning|note)\[(Z\d{3})\]", re.MULTILINE)

# No command gets them on every machine.
NOT_RUN = {"Z004", "Z007", "Z416", "Z417"}
# Waits ten seconds for an answer; integration/test_cluster.py has real clusters.
SLOW = {"Z432"}
RUN = [code for code in CODES if code not in NOT_RUN]
# What these say is no part of their pages: a hundred errors, and a text of DuckDB's, which changes with it.
NOT_SHOWN = {"Z125", "Z412"}
WITHOUT_COMPILER = {"Z410", "Z510", "Z515"}
# Besides its own: a note that errors are hidden comes with the errors that are not.
COMPANIONS = {"Z125": {"Z110"}}


class Run:
    """Writes the files of an example and runs its commands, `zmodel` in this process and others by the shell."""

    def __init__(self, zmodel: Command, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.zmodel, self.folder, self.monkeypatch = zmodel, folder, monkeypatch
        monkeypatch.setenv("COLUMNS", "100")  # messages are drawn for this width

    def __call__(self, name: str, example: Example) -> tuple[int, str]:
        """The exit status of the last command, and what all of them say."""
        folder = self.folder / name
        folder.mkdir()
        for file, text in example.files:
            (folder / file).write_text(text, encoding="utf-8")
        self.monkeypatch.chdir(folder)
        status, said = 0, ""
        for command in example.commands:
            words = shlex.split(command)
            while "=" in words[0]:
                self.monkeypatch.setenv(*words.pop(0).split("="))
            if words[0] == "zmodel":
                outcome = self.zmodel(*words[1:])
                status, said = outcome.status, said + outcome.err
            else:
                subprocess.run(["sh", "-c", command], check=True)
        return status, said


@pytest.fixture
def run(zmodel: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    return Run(zmodel, tmp_path, monkeypatch)


@pytest.fixture
def no_compiler(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """Makes this a machine without a C compiler, and without what one has compiled before."""

    def remove() -> None:
        monkeypatch.setenv("PATH", str(tmp_path))
        monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
        monkeypatch.setattr(native, "_find_compiler", native._find_compiler.__wrapped__)
        monkeypatch.setattr(kernel, "_library", kernel._library.__wrapped__)

    return remove


@pytest.mark.parametrize("code", [code for code in RUN if code not in SLOW])
def test_wrong_examples_get_their_code(code: str, run: Run, no_compiler: Callable[[], None], golden: Golden) -> None:
    if code in WITHOUT_COMPILER:
        no_compiler()
    status, said = run("wrong", explanation(code).wrong)
    found = dict((code, severity) for severity, code in HEAD.findall(said))
    assert set(found) == {code} | COMPANIONS.get(code, set()), said
    assert status == (1 if "error" in found.values() else 0)
    golden(PAGES / f"{code}.md", page(code, "" if code in NOT_SHOWN else said))


@pytest.mark.parametrize("code", RUN)
def test_right_examples_get_nothing(code: str, run: Run) -> None:
    example = explanation(code).right
    assert example.commands
    assert run("right", example) == (0, "")


@pytest.mark.parametrize("code", sorted(NOT_RUN | SLOW))
def test_other_pages_repeat_the_table_and_say_how_a_code_comes_about(code: str, golden: Golden) -> None:
    assert explanation(code).wrong.text
    golden(PAGES / f"{code}.md", page(code, ""))


@pytest.mark.parametrize("code", RUN)
def test_right_examples_are_in_the_one_layout(code: str) -> None:
    for name, text in explanation(code).right.files:
        if name.endswith(".zmodel"):
            assert format_model_file(SourceFile(name, text)) == (text, ())


def page(code: str, said: str) -> str:
    """The page with its head and its message written anew."""
    old = (PAGES / f"{code}.md").read_text(encoding="utf-8")
    wrong, right = old[old.index("## Wrong") :].split("## Right\n")
    wrong = re.sub(r"\n```text\n.*?^```\n", "", wrong, flags=re.DOTALL | re.MULTILINE).rstrip("\n") + "\n\n"
    message = f"```text\n{said.rstrip()}\n```\n\n" if said else ""
    return f"{page_head(CODES[code])}{wrong}{message}## Right\n{right}"


def test_there_is_a_page_for_every_code_and_no_other() -> None:
    assert {path.stem for path in PAGES.iterdir()} == set(CODES)
