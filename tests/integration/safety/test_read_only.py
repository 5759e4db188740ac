"""Where zmodel may not write: an installation that is read-only, and a home folder that is."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

import zmodel
from zmodel import resources

MODEL = """model sm_top
use sm { except Yu, Yd, Ye }
yukawa Yu = bar(Q) tilde(H) U  keep (3,3) as yt
point mt at 173 GeV { g1 = 0.36; g2 = 0.65; g3 = 1.16; yt = 0.9; lambda = 0.1 }
"""
SCAN = """point = "mt"
to = "1 TeV"
loops = 1
[vary]
yt = { range = [0.8, 1], steps = 5 }
[classes]
pole = "pole"
"V+" = "stable"
"""
RUN = ("run", "m.zmodel", "--point", "mt", "--to", "1 TeV", "--loops", "1", "-o", "run.json", "--samples", "3")
COMMANDS = (
    ("check", "m.zmodel"),
    ("compile", "m.zmodel", "-o", "out", "--loops", "1"),
    RUN,
    ("scan", "m.zmodel", "scan.toml", "-o", "data"),
)
# All commands in one process, as the imports of each would take longer than its work.
PROGRAM = """
import json, sys, zmodel.cli
for command in json.loads(sys.argv[1]):
    sys.argv = ["zmodel", *command]
    try:
        zmodel.cli.main()
    except SystemExit as stop:
        if stop.code:
            raise
"""
WITHOUT_RIGHTS = ("setpriv", "--bounding-set=-dac_override", "--inh-caps=-dac_override")


def may_not_write() -> list[str]:
    """What stands before a command so that permissions hold for it, although root runs it."""
    if os.geteuid():
        return []
    if shutil.which(WITHOUT_RIGHTS[0]) is None:
        pytest.skip("root may write everywhere, and there is no setpriv")
    return list(WITHOUT_RIGHTS)


def run(
    commands: tuple[tuple[str, ...], ...], folder: Path, home: Path, package: Path
) -> subprocess.CompletedProcess[str]:
    """Runs commands in a folder that has a model and a scan."""
    folder.mkdir()
    (folder / "m.zmodel").write_text(MODEL)
    (folder / "scan.toml").write_text(SCAN)
    environment = {key: value for key, value in os.environ.items() if not key.startswith("XDG_")}
    environment |= {"HOME": str(home), "PYTHONPATH": os.pathsep.join([str(package.parent), *sys.path])}
    command = [*may_not_write(), sys.executable, "-c", PROGRAM, json.dumps(commands)]
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True)
    assert "Traceback" not in done.stderr and "Z004" not in done.stderr, done.stderr
    return done


@pytest.fixture
def read_only() -> Iterator[Callable[[Path], Path]]:
    """Takes away the right to write from a folder and all that is in it, until the end of the test."""
    taken: list[Path] = []

    def take(folder: Path) -> Path:
        taken.append(folder)
        for path in (folder, *folder.rglob("*")):
            path.chmod(path.stat().st_mode & ~0o222)
        return folder

    yield take
    for folder in taken:
        for path in (folder, *folder.rglob("*")):
            path.chmod(path.stat().st_mode | 0o200)


def installed(site: Path) -> Path:
    """The package as a wheel puts it into a folder: the code, with the data folders inside."""
    package = site / "zmodel"
    shutil.copytree(Path(zmodel.__file__).parent, package, ignore=shutil.ignore_patterns("__pycache__"))
    for name in resources.FOLDERS:
        if not (package / name).is_dir():
            shutil.copytree(resources.library_path().parent.parent / name, package / name)
    return package


def test_folders_that_cannot_be_written(tmp_path: Path, read_only: Callable[[Path], Path]) -> None:
    """An installation; and then the home folder, without which numbers come from Python, and it is said why."""
    package = installed(tmp_path / "site")
    read_only(package.parent)
    before = sorted(path.relative_to(package) for path in package.rglob("*"))
    touch = subprocess.run([*may_not_write(), "touch", str(package / "new")], capture_output=True)
    assert touch.returncode != 0, "the permissions do not hold"
    home, work = tmp_path / "home", tmp_path / "work"
    home.mkdir()
    done = run(COMMANDS, work, home, package)
    assert done.returncode == 0 and "Z515" not in done.stderr, done.stderr
    assert (work / "out" / "sm_top" / "sm_top.c").is_file() and (work / "data" / "manifest.json").is_file()
    assert sorted(path.relative_to(package) for path in package.rglob("*")) == before
    assert list((home / ".cache" / "zmodel").glob("*.so"))

    home, again = tmp_path / "locked", tmp_path / "again"
    home.mkdir()
    read_only(home)
    done = run((COMMANDS[0], RUN), again, home, package)
    assert done.returncode == 0, done.stderr
    assert "warning[Z515]" in done.stderr and "Permission denied" in done.stderr and "XDG_CACHE_HOME" in done.stderr
    assert not list(home.iterdir())
    ends = [json.loads((folder / "run.json").read_text())["runs"][0]["values"] for folder in (work, again)]
    assert ends[0] == pytest.approx(ends[1], rel=1e-6)
