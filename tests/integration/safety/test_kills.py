"""Killed at any moment (kill -9): old output or new output, whole; what goes on is what would have been.

Moments are drawn at random, half of them over the whole time of a command and half from when it begins to write.
"""

from __future__ import annotations

import json
import random
import signal
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from tests.helpers.command_server import CommandServer, Ended
from tests.helpers.datasets import contents

MODEL = """model tiny "TITLE"
gauge X = U(1) coupling gX
fermion psi left (X: 2)
fermion chi right (X: 2)
scalar phi (X: 1)
mass M = bar(psi) chi
potential { m2 = dag(phi) phi; l = (dag(phi) phi)^2 }
point start at 100 GeV { gX = 0.3; l = 0.1; M = 10 GeV; m2 = -100 GeV }
"""

SCAN = """point = "start"
to = "1e6 GeV"
[vary]
"gX" = { log10 = [-1, 0.3], steps = 30 }
"l" = { log10 = [-1, 0.3], steps = 30 }
[classes]
pole = "pole"
rest = "gX > 0"
"""

ATLAS = """model tiny
gauge X = U(1) coupling gX
fermion a[3] left (X: [?, ?, ?])
fermion b[3] left (X: [?, ?, ?])
"""

KILLS = pytest.mark.parametrize("kills", [5, pytest.param(200, marks=pytest.mark.long)])


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[CommandServer]:
    with CommandServer(tmp_path_factory.mktemp("server")) as server:
        yield server


def done(ended: Ended) -> Ended:
    assert ended.status == 0, ended.text
    return ended


class Killer:
    """Runs commands and kills them until that has been done so often."""

    def __init__(self, server: CommandServer, kills: int, whole: float) -> None:
        self.server, self.left, self.whole = server, kills, whole
        self.random = random.Random(kills)
        self.tries = 0

    def run(self, *arguments: str, writes_to: Path) -> bool:
        """Whether the command was killed; else it has come to its end."""
        self.tries += 1
        if self.tries % 2:
            after, watched = self.random.uniform(0, self.whole), None
        else:
            after, watched = self.random.expovariate(1 / 3e-3), writes_to
        ended = self.server.run(*arguments, after=after, writes_to=watched)
        if ended.status == -signal.SIGKILL:
            self.left -= 1
            return True
        done(ended)
        return False


def leftovers(folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir() if path.name.startswith(".")]


@KILLS
def test_compile(server: CommandServer, tmp_path: Path, kills: int) -> None:
    output = tmp_path / "out"
    commands, versions = [], []
    for title in ("first", "second"):
        path = tmp_path / f"{title}.zmodel"
        path.write_text(MODEL.replace("TITLE", title))
        commands.append(("compile", str(path), "-o", str(output)))
        whole = done(server.run(*commands[-1])).seconds
        versions.append(contents(output / "tiny"))
    assert versions[0] != versions[1]
    killer = Killer(server, kills, whole)
    while killer.left:
        number = killer.tries % 2
        killed = killer.run(*commands[number], writes_to=output)
        found = contents(output / "tiny")
        assert found in versions if killed else found == versions[number]
    for command, version in zip(commands, versions, strict=True):
        done(server.run(*command))
        assert contents(output / "tiny") == version
        assert not leftovers(output)


def datasets_killed(
    server: CommandServer, tmp_path: Path, kills: int, command: Callable[[Path], tuple[str, ...]]
) -> None:
    """Writes datasets with kills on the way; all of them must be the one that is written without."""
    reference = tmp_path / "whole"
    whole = done(server.run(*command(reference))).seconds
    wanted = contents(reference)
    assert len(wanted) > 4
    killer = Killer(server, kills, whole)
    number = 0
    while killer.left:
        number += 1
        folder = tmp_path / f"parts{number}"
        rows = 0
        while killer.left and killer.run(*command(folder), writes_to=folder):
            if (folder / "manifest.json").exists():
                now = json.loads((folder / "manifest.json").read_text())["rows"]
                assert now >= rows, "something is lost"
                rows = now
        done(server.run(*command(folder)))
        assert contents(folder) == wanted


@KILLS
def test_scan(server: CommandServer, tmp_path: Path, kills: int) -> None:
    model, scan = tmp_path / "tiny.zmodel", tmp_path / "scan.toml"
    model.write_text(MODEL)
    scan.write_text(SCAN)
    done(server.run("scan", str(model), str(scan)))  # compiles
    datasets_killed(server, tmp_path, kills, lambda folder: ("scan", str(model), str(scan), "-o", str(folder)))


@KILLS
def test_atlas(server: CommandServer, tmp_path: Path, kills: int) -> None:
    model = tmp_path / "tiny.zmodel"
    model.write_text(ATLAS)
    done(server.run("atlas", str(model), "--max-charge", "2"))  # compiles
    datasets_killed(
        server, tmp_path, kills, lambda folder: ("atlas", str(model), "--max-charge", "14", "-o", str(folder))
    )


@KILLS
def test_library(server: CommandServer, kills: int) -> None:
    """The next process builds what the killed one did not, whatever that has left in the cache."""
    cache = server.log.parent / "cache" / "zmodel"
    text = "int answer(void) { return NUMBER; }"
    whole = done(server.run("library", text.replace("NUMBER", "-1"))).seconds
    killer = Killer(server, kills, whole)
    while killer.left:
        number = str(killer.tries)
        killer.run("library", text.replace("NUMBER", number), writes_to=cache)
        assert done(server.run("library", text.replace("NUMBER", number))).text == f"{number}\n"
    done(server.run("library", text.replace("NUMBER", "-2")))
    assert not leftovers(cache)


@pytest.mark.parametrize("moment", [0.3, 0.8])
def test_interrupted(server: CommandServer, tmp_path: Path, moment: float) -> None:
    """Ctrl-C ends a scan with a word and without a traceback, and it goes on where it stopped."""
    model, scan = tmp_path / "tiny.zmodel", tmp_path / "scan.toml"
    model.write_text(MODEL)
    scan.write_text(SCAN)
    whole = done(server.run("scan", str(model), str(scan), "-o", str(tmp_path / "whole"))).seconds
    command = ("scan", str(model), str(scan), "-o", str(tmp_path / "parts"))
    ended = server.run(*command, after=moment * whole, number=signal.SIGINT)
    assert ended.status in (0, 130) and "Traceback" not in ended.text
    assert ended.status == 0 or ended.text.endswith("stopped\n")
    done(server.run(*command))
    assert contents(tmp_path / "parts") == contents(tmp_path / "whole")
