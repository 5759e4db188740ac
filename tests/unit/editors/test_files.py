"""The files in `grammar/editors`: up to date, and of the same opinion as the Pygments lexer."""

from __future__ import annotations

import dataclasses
import json
import re
from pathlib import Path

import pytest
from tests.conftest import Golden
from tests.helpers.colours import EDITORS, NAMES, VALID, coloured, file_id
from tests.helpers.textmate import Grammar

from zmodel import __version__, resources
from zmodel.editors import files
from zmodel.editors.files import editor_files
from zmodel.editors.words import language_words, terminal_patterns


@pytest.mark.parametrize("path", editor_files(__version__))
def test_generated_files_are_up_to_date(path: str, golden: Golden) -> None:
    golden(EDITORS / path, editor_files(__version__)[path])


@pytest.mark.parametrize("path", sorted(EDITORS.rglob("*.json")), ids=lambda path: path.name)
def test_json_can_be_read(path: Path) -> None:
    assert isinstance(json.loads(path.read_text(encoding="utf-8")), dict)


@pytest.mark.parametrize(
    ("template", "view"),
    [
        ("zmodel.tmLanguage.json", files.textmate_view(language_words(), terminal_patterns())),
        ("zmodel.vim", files.vim_view(language_words())),
        ("zmodel-mode.el", files.emacs_view(language_words(), "1")),
        ("package.json", files.PackageView("1")),
    ],
)
def test_templates_use_every_field_of_their_view(template: str, view: object) -> None:
    text = resources.read_text("templates", "editors", f"{template}.jinja")
    fields = {field.name for field in dataclasses.fields(view)}  # type: ignore[arg-type]
    assert set(re.findall(r"v\.(\w+)", text)) == fields


# ------------------------------------------------------------------ TextMate
@pytest.fixture(scope="module")
def grammar() -> Grammar:
    return Grammar(json.loads((EDITORS / "vscode/syntaxes/zmodel.tmLanguage.json").read_text(encoding="utf-8")))


@pytest.mark.parametrize("path", VALID, ids=file_id)
def test_textmate_colours_like_pygments(path: Path, grammar: Grammar) -> None:
    text = path.read_bytes().decode("utf-8-sig").replace("\r\n", "\n")
    scopes = grammar.scopes(text)
    for position, kind, word in coloured(text):
        found = {scopes.get(position + offset) for offset in range(len(word))}
        assert found == {f"{NAMES[kind].scope}.zmodel"}, (position, word)


def test_textmate_words_in_their_place(grammar: Grammar) -> None:
    text = "param a, x : real; mixing eta (Y, X) as eta\nscalar real_ real (Y: 1)  # real\nrequire diquark"
    scopes = grammar.scopes(text)
    places = [(match.group(), scopes[match.start()]) for match in re.finditer(r"\b(real|eta|diquark)\b", text)]
    assert places == [
        ("real", "support.type.zmodel"),
        ("eta", "support.type.zmodel"),
        ("eta", "variable.other.zmodel"),
        ("real", "keyword.other.zmodel"),
        ("real", "comment.line.number-sign.zmodel"),
        ("diquark", "support.constant.zmodel"),
    ]
