"""A new user on an empty machine: every command of a page, installing included, one after the other in one shell.

It takes minutes and the network, so it runs on request only: `ZMODEL_NEW_USER=1 pytest tests/docs/test_new_user.py`.
Without it `test_pages.py` runs all that does not install. Reading and typing take the rest of the fifteen minutes.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from tests.docs.blocks import ROOT, blocks_of
from tests.docs.session import PATIENCE, PROMPT, matches

PAGE = ROOT / "docs" / "guide" / "fifteen-minutes.md"
MARK = "== next command =="


@pytest.mark.skipif("ZMODEL_NEW_USER" not in os.environ, reason="installs from the network: set ZMODEL_NEW_USER")
def test_fifteen_minutes(tmp_path: Path) -> None:
    clone = tmp_path / "zmodel"
    for name in subprocess.check_output(["git", "ls-files", "-z"], cwd=ROOT, encoding="utf-8").split("\0"):
        if (ROOT / name).is_file():
            (clone / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, clone / name)
    commands, outputs = [], []
    for block in blocks_of(PAGE.read_text(encoding="utf-8")):
        if block.language == "sh":
            commands.append(block.body)
            outputs.append("...\n")
        elif block.language == "console":
            command, _, shown = block.body.removeprefix(PROMPT).partition("\n")
            commands.append(command)
            outputs.append(shown)
    # The interpreter of the tests is the machine's Python; nothing that it has installed is seen.
    (tmp_path / "bin").mkdir()
    (tmp_path / "bin" / "python3").symlink_to(Path(sys.base_prefix) / "bin" / "python3")
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "VIRTUAL"))}
    environment["PATH"] = f"{tmp_path / 'bin'}{os.pathsep}{os.environ['PATH']}"
    environment["XDG_CACHE_HOME"] = str(tmp_path / "cache")
    done = subprocess.run(
        ["bash", "-euc", f"\necho {MARK!r}\n".join(["", *commands])],
        cwd=clone,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        timeout=3 * PATIENCE,
        check=False,
    )
    assert done.returncode == 0, done.stdout
    for shown, printed in zip(outputs, done.stdout.split(MARK + "\n")[1:], strict=True):
        assert matches(shown, printed), printed
    assert (clone / "fig9.pdf").read_bytes().startswith(b"%PDF-")
