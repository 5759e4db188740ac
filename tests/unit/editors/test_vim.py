"""Vim colours model files like Pygments."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest
from tests.helpers.colours import EDITORS, NAMES, VALID, coloured

VIM = shutil.which("vim")
CHOSEN = VALID[::3]
# What leads to another group has one of its own.
SAME = {"Group": "Declared", "Equal": "Sign", "Form": "Type", "Family": "Type"}

SCRIPT = """
set nocompatible encoding=utf-8 shortmess+=I runtimepath^={folder}
filetype plugin on
syntax on
let g:found = []
for [file, places] in json_decode(join(readfile('{request}'), ''))
  execute 'edit ' .. fnameescape(file)
  if &filetype !=# 'zmodel' || &commentstring !=# '# %s' || &formatprg !=# 'zmodel fmt -'
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
    texts = [path.read_bytes().decode("utf-8-sig") for path in CHOSEN]
    request = [(str(path), _places(text)) for path, text in zip(CHOSEN, texts, strict=True)]
    (tmp_path / "request.json").write_text(json.dumps(request), encoding="utf-8")
    script = SCRIPT.format(folder=EDITORS / "vim", request=tmp_path / "request.json", answer=tmp_path / "answer.json")
    (tmp_path / "script.vim").write_text(script, encoding="utf-8")
    command = [str(VIM), "-es", "-u", "NONE", "-i", "NONE", "-n", "-S", str(tmp_path / "script.vim")]
    subprocess.run(command, check=True, timeout=60, stdin=subprocess.DEVNULL)
    answer = json.loads((tmp_path / "answer.json").read_text(encoding="utf-8"))
    for path, text, groups in zip(CHOSEN, texts, answer, strict=True):
        ends = [token for token in coloured(text) for _ in ("first", "last")]
        for (position, kind, word), group in zip(ends, groups, strict=True):
            name = group.removeprefix("zmodel")
            assert SAME.get(name, name) == NAMES[kind].group, (path.name, position, word)


def _places(text: str) -> list[tuple[int, int]]:
    """Line and column of the first and last character of each coloured token, columns in bytes, as Vim counts."""
    places = []
    for position, _, word in coloured(text):
        line = text.count("\n", 0, position) + 1
        before = text[text.rfind("\n", 0, position) + 1 : position]
        places += [(line, len(before.encode()) + 1), (line, len((before + word[:-1]).encode()) + 1)]
    return places
