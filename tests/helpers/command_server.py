"""Commands of zmodel that are killed at chosen moments, without the second that a start of Python takes each time.

Run as a program it has everything imported, and runs each command that it is told in a copy of itself (fork).
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

UNFINISHED = (".zmodel-build-", ".part-", ".manifest")
"""How names begin of what is being written."""

JOB, PART, CHUNK = 16, 128, 60
"""Sizes of pieces of scans and of searches, so that small datasets have several parts."""


@dataclass(frozen=True)
class Ended:
    """How a command ended: its status, negative for a signal, what it printed, and how long it took."""

    status: int
    text: str
    seconds: float


class CommandServer:
    """The program below, as a context."""

    def __init__(self, folder: Path) -> None:
        self.log = folder / "log"
        environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), "XDG_CACHE_HOME": str(folder / "cache")}
        self.process = subprocess.Popen(
            [sys.executable, __file__], env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )

    def __enter__(self) -> CommandServer:
        return self

    def __exit__(self, *_: object) -> None:
        assert self.process.stdin is not None and self.process.stdout is not None
        self.process.stdin.close()
        self.process.wait()
        self.process.stdout.close()

    def run(
        self, *arguments: str, after: float | None = None, writes_to: Path | None = None, number: int = signal.SIGKILL
    ) -> Ended:
        """Runs a command.

        Args:
            arguments: of the command line; `library TEXT` compiles C instead.
            after: seconds after which it gets a signal, if at all.
            writes_to: count them from when something unfinished appears in this folder.
            number: of the signal.
        """
        assert self.process.stdin is not None and self.process.stdout is not None
        request = [arguments, after, None if writes_to is None else str(writes_to), number, str(self.log)]
        self.process.stdin.write(json.dumps(request) + "\n")
        self.process.stdin.flush()
        status, seconds = json.loads(self.process.stdout.readline())
        return Ended(status, self.log.read_text(), seconds)


def _import_all() -> None:
    import duckdb  # noqa: F401
    import pyarrow.parquet  # noqa: F401
    import scipy.integrate  # noqa: F401
    import sympy  # noqa: F401

    import zmodel.charges.atlas.dataset as atlas
    import zmodel.cli.main
    import zmodel.driver.integration
    import zmodel.driver.outputs
    import zmodel.emit.bundle  # noqa: F401
    import zmodel.run.scan.dataset as scans

    scans.JOB, scans.PART, atlas.CHUNK = JOB, PART, CHUNK


def _child(arguments: Sequence[str], log: str) -> None:
    """Runs one command and ends the process."""
    from zmodel.cli import main
    from zmodel.native import load_library

    handle = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
    os.dup2(handle, 1)
    os.dup2(handle, 2)
    sys.stdout = os.fdopen(os.dup(1), "w")
    sys.stderr = os.fdopen(os.dup(2), "w")
    status = 0
    try:
        if arguments[0] == "library":
            sys.stdout.write(str(load_library(arguments[1], "library").answer()) + "\n")
        else:
            sys.argv = ["zmodel", *arguments]
            main()
    except SystemExit as stop:
        status = stop.code if isinstance(stop.code, int) else int(stop.code is not None)
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(status)


def _unfinished(folder: str) -> bool:
    try:
        return any(name.startswith(UNFINISHED) for name in os.listdir(folder))
    except OSError:
        return False


def _wait_and_kill(child: int, after: float, writes_to: str | None, number: int) -> int:
    """The status of a child that gets a signal, unless it ends before."""
    moment = time.monotonic() + after if writes_to is None else None
    while True:
        found, status = os.waitpid(child, os.WNOHANG)
        if found:
            return os.waitstatus_to_exitcode(status)
        if moment is None and writes_to is not None and _unfinished(writes_to):
            moment = time.monotonic() + after
        if moment is not None and time.monotonic() >= moment:
            os.kill(child, number)
            return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        time.sleep(1e-4 if moment is None else max(0.0, min(1e-2, moment - time.monotonic())))


def _serve() -> None:
    _import_all()
    for line in sys.stdin:
        arguments, after, writes_to, number, log = json.loads(line)
        begin = time.monotonic()
        child = os.fork()
        if not child:
            _child(arguments, log)
        if after is None:
            status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        else:
            status = _wait_and_kill(child, after, writes_to, number)
        sys.stdout.write(json.dumps([status, time.monotonic() - begin]) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    _serve()
