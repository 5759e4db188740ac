"""What pages say beside their blocks: the model in the picture, names of commands and options in the text."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from click import Command, Group
from tests.docs.blocks import PAGES, ROOT
from tests.helpers.resolving import mistakes

from zmodel.cli.main import commands
from zmodel.derive.beta.loops import HIGHEST
from zmodel.derive.operators import HIGHEST_DIMENSION

README = (ROOT / "README.md").read_text(encoding="utf-8")
# A command in backticks, with its options.
COMMAND = re.compile(r"`zmodel ([a-z]+)([^`]*)`")
OPTION = re.compile(r"(?<![\w-])--[a-z][a-z-]*")


def test_the_model_in_the_picture_is_one() -> None:
    picture = (ROOT / "docs" / "pipeline.svg").read_text(encoding="utf-8")
    model = "\n".join(re.findall(r'xml:space="preserve">([^<]*)<', picture))
    assert "require anomaly_free" in model
    assert mistakes("model my\n" + model.replace("...", "g = 0.3")) == []


def test_the_table_beside_other_programs_has_our_orders() -> None:
    rows = {cells[1].strip(): cells[2].strip() for line in README.splitlines() if len(cells := line.split("|")) == 10}
    loops = "-".join(map(str, HIGHEST.values()))
    assert rows["beta functions: gauge, Yukawa, potential"] == f"{loops} loops"
    assert rows["terms that symmetries allow"].startswith(f"to dimension {HIGHEST_DIMENSION} ")


def options(command: Command) -> set[str]:
    found = {name for parameter in command.params for name in parameter.opts} | {"--help"}
    parts = command.commands.values() if isinstance(command, Group) else ()
    return found.union(*map(options, parts))


@pytest.mark.parametrize("page", PAGES, ids=[str(page.relative_to(ROOT)) for page in PAGES])
def test_commands_in_text_exist(page: Path) -> None:
    for name, rest in COMMAND.findall(page.read_text(encoding="utf-8")):
        assert name in commands.commands, f"zmodel {name}"
        known = options(commands.commands[name])
        assert set(OPTION.findall(rest)) <= known, f"zmodel {name}{rest}"
