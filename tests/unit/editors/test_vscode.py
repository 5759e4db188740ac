"""The extension for VS Code."""

from __future__ import annotations

import json
import shutil
import subprocess

import pytest
from tests.helpers.colours import EDITORS

NODE = shutil.which("node")
FOLDER = EDITORS / "vscode"

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
    command = [str(NODE), "-e", STUB, str(FOLDER / "extension.js")]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=True)
    settings, *rest = json.loads(done.stdout)
    assert rest == ["start", "stop"]
    assert settings[2] == {"command": "zmodel.command", "args": ["lsp"]}  # the command is the user's setting
    assert settings[3] == {"documentSelector": [{"scheme": "file", "language": "zmodel"}]}


def test_the_extension_has_the_files_that_it_names() -> None:
    package = json.loads((FOLDER / "package.json").read_text(encoding="utf-8"))
    [language], [grammar] = package["contributes"]["languages"], package["contributes"]["grammars"]
    for path in (package["main"], language["configuration"], grammar["path"], "README.md"):
        assert (FOLDER / path).is_file()
    assert language["id"] == grammar["language"] == "zmodel" and language["extensions"] == [".zmodel"]
    # A folder that somebody opens must not decide which program is run.
    assert package["contributes"]["configuration"]["properties"]["zmodel.command"]["scope"] == "machine"
