"""The files in `grammar/editors`: up to date, and of the same opinion as the Pygments lexer."""

from __future__ import annotations

import dataclasses
import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest
from tests.conftest import Golden
from tests.helpers.colours import NAMES, VALID, coloured, file_id
from tests.helpers.textmate import Grammar

from zmodel import __version__, resources
from zmodel.editors import files
from zmodel.editors.files import editor_files
from zmodel.editors.words import language_words, terminal_patterns

FOLDER = Path(__file__).parent.parent.parent.parent / "grammar" / "editors"
VIM = shutil.which("vim")
NODE = shutil.which("node")


@pytest.mark.parametrize("path", editor_files(__version__))
def test_generated_files_are_up_to_date(path: str, golden: Golden) -> None:
    golden(FOLDER / path, editor_files(__version__)[path])


@pytest.mark.parametrize("path", sorted(FOLDER.rglob("*.json")), ids=lambda path: path.name)
def test_json_can_be_read(path: Path) -> None:
    assert isinstance(json.loads(path.read_text(encoding="utf-8")), dict)


@pytest.mark.parametrize(
    ("template", "view"),
    [
        ("zmodel.tmLanguage.json", files.textmate_view(language_words(), terminal_patterns())),
        ("zmodel.vim", files.vim_view(language_words())),
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
    return Grammar(json.loads((FOLDER / "vscode/syntaxes/zmodel.tmLanguage.json").read_text(encoding="utf-8")))


@pytest.mark.parametrize("path", VALID, ids=file_id)
def test_textmate_colours_like_pygments(path: Path, grammar: Grammar) -> None:
    text = path.read_bytes().decode("utf-8-sig").replace("\r\n", "\n")
    scopes = grammar.scopes(text)
    for position, kind, word in coloured(text):
        found = {scopes.get(position + offset) for offset in range(len(word))}
        assert found == {f"{NAMES[kind][0]}.zmodel"}, (position, word)


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


# ------------------------------------------------------------------ Vim
SCRIPT = """
set nocompatible encoding=utf-8 shortmess+=I runtimepath^={folder}
filetype plugin on
syntax on
let g:found = []
for [file, places] in json_decode(join(readfile('{request}'), ''))
  execute 'edit ' .. fnameescape(file)
  if &filetype !=# 'zmodel' || &commentstring !=# '# %s'
    call add(g:found, [])
    continue
  endif
  call add(g:found, map(places, {{_, place -> synIDattr(synID(place[0], place[1], 0), 'name')}}))
endfor
call writefile([json_encode(g:found)], '{answer}')
quitall!
"""


def vim_has_colours() -> bool:
    if VIM is None:
        return False
    version = subprocess.run([VIM, "--version"], capture_output=True, text=True, check=True).stdout
    return "+syntax" in version and "+multi_byte" in version


@pytest.mark.skipif(not vim_has_colours(), reason="there is no Vim with syntax colours")
def test_vim_colours_like_pygments(tmp_path: Path) -> None:
    chosen = VALID[::3]
    texts = [path.read_bytes().decode("utf-8-sig") for path in chosen]
    request = [(str(path), _places(text)) for path, text in zip(chosen, texts, strict=True)]
    (tmp_path / "request.json").write_text(json.dumps(request), encoding="utf-8")
    script = SCRIPT.format(folder=FOLDER / "vim", request=tmp_path / "request.json", answer=tmp_path / "answer.json")
    (tmp_path / "script.vim").write_text(script, encoding="utf-8")
    command = [str(VIM), "-es", "-u", "NONE", "-i", "NONE", "-n", "-S", str(tmp_path / "script.vim")]
    subprocess.run(command, check=True, timeout=60, stdin=subprocess.DEVNULL)
    answer = json.loads((tmp_path / "answer.json").read_text(encoding="utf-8"))
    for path, text, groups in zip(chosen, texts, answer, strict=True):
        ends = [token for token in coloured(text) for _ in ("first", "last")]
        for (position, kind, word), group in zip(ends, groups, strict=True):
            assert _same(group, kind), (path.name, position, word, group)


def _places(text: str) -> list[tuple[int, int]]:
    """Line and column of the first and last character of each coloured token, columns in bytes, as Vim counts."""
    places = []
    for position, _, word in coloured(text):
        line = text.count("\n", 0, position) + 1
        before = text[text.rfind("\n", 0, position) + 1 : position]
        places += [(line, len(before.encode()) + 1), (line, len((before + word[:-1]).encode()) + 1)]
    return places


def _same(group: str, kind: object) -> bool:
    """Vim has more groups where one leads to the next."""
    name = group.removeprefix("zmodel")
    same = {"Group": "Declared", "Equal": "Sign", "Form": "Type", "Family": "Type"}
    return same.get(name, name) == NAMES[kind][1]


# ------------------------------------------------------------------ VS Code
STUB = """
const Module = require("module");
const load = Module._load;
const calls = [];
class LanguageClient {
  constructor(...settings) { calls.push(settings); }
  start() { calls.push("start"); return Promise.resolve(); }
  stop() { calls.push("stop"); return Promise.resolve(); }
}
const modules = {
  vscode: { workspace: { getConfiguration: (name) => ({ get: (key) => `${name}.${key}` }) } },
  "vscode-languageclient/node": { LanguageClient },
};
Module._load = (name, ...rest) => modules[name] ?? load(name, ...rest);
const extension = require(process.argv[1]);
extension.activate().then(() => extension.deactivate()).then(() => console.log(JSON.stringify(calls)));
"""


@pytest.mark.skipif(NODE is None, reason="there is no Node.js")
def test_the_extension_starts_and_stops_the_language_server() -> None:
    command = [str(NODE), "-e", STUB, str(FOLDER / "vscode" / "extension.js")]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=True)
    settings, *rest = json.loads(done.stdout)
    assert rest == ["start", "stop"]
    assert settings[2] == {"command": "zmodel.command", "args": ["lsp"]}  # the command is the user's setting
    assert settings[3] == {"documentSelector": [{"scheme": "file", "language": "zmodel"}]}


def test_the_extension_has_the_files_that_it_names() -> None:
    package = json.loads((FOLDER / "vscode" / "package.json").read_text(encoding="utf-8"))
    [language], [grammar] = package["contributes"]["languages"], package["contributes"]["grammars"]
    for path in (package["main"], language["configuration"], grammar["path"], "README.md"):
        assert (FOLDER / "vscode" / path).is_file()
    assert language["id"] == grammar["language"] == "zmodel" and language["extensions"] == [".zmodel"]
    # A folder that somebody opens must not decide which program is run.
    assert package["contributes"]["configuration"]["properties"]["zmodel.command"]["scope"] == "machine"
