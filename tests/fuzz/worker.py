"""A process that judges inputs within bounds of processor time and memory, and the handle that others hold of it.

The bounds are the kernel's: a process that needs more is ended wherever it is, in compiled code too.
"""

from __future__ import annotations

import base64
import faulthandler
import json
import os
import re
import resource
import signal
import subprocess
import sys
import traceback
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from tests.fuzz.judge import judge

ROOT = Path(__file__).parent.parent.parent
SECONDS: Mapping[str, int] = {"parse": 10, "check": 30, "derive": 240}
"""Seconds of processor time that an input may take at each depth, at most."""
MEMORY = 3 << 30
"""Bytes of address space that the process may have."""


@dataclass(frozen=True)
class Verdict:
    """What became of one input.

    Attributes:
        find: what is wrong, the same for inputs that fail in the same way; empty if nothing is.
        digest: of what a user would see.
        details: where it went wrong, for people.
    """

    find: str = ""
    digest: str = ""
    details: str = ""


class Worker:
    """A process that judges one input after the other; it is started anew when an input ends it."""

    def __init__(self, cache: Path, hash_seed: int = 0) -> None:
        self._environment = {
            **os.environ,
            "PYTHONHASHSEED": str(hash_seed),
            "PYTHONPATH": os.pathsep.join([str(ROOT), os.environ.get("PYTHONPATH", "")]),
            "XDG_CACHE_HOME": str(cache),
            "OPENBLAS_NUM_THREADS": "1",
        }
        self._errors = cache / f"stderr-{os.getpid()}-{hash_seed}"
        self._process: subprocess.Popen[str] | None = None

    def judge(self, data: bytes, depth: str) -> Verdict:
        """The verdict on one input."""
        process = self._process or self._start()
        assert process.stdin is not None and process.stdout is not None
        try:
            process.stdin.write(json.dumps([base64.b64encode(data).decode(), depth]) + "\n")
            process.stdin.flush()
            answer = process.stdout.readline()
        except BrokenPipeError:
            answer = ""
        if answer:
            return Verdict(**json.loads(answer))
        status = process.wait()
        self.stop()
        return _ended(status, self._errors.read_text(encoding="utf-8", errors="replace"))

    def _start(self) -> subprocess.Popen[str]:
        self._errors.parent.mkdir(parents=True, exist_ok=True)
        with self._errors.open("w", encoding="utf-8") as errors:
            self._process = subprocess.Popen(
                [sys.executable, "-m", "tests.fuzz.worker"],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=errors,
                text=True,
                env=self._environment,
            )
        return self._process

    def stop(self) -> None:
        """Ends the process, if there is one."""
        if self._process is not None:
            self._process.kill()
            self._process.communicate()
            self._process = None

    def __enter__(self) -> Worker:
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()


def _ended(status: int, errors: str) -> Verdict:
    """What a process that ended over an input tells by how it ended."""
    what = "too much time" if status == -signal.SIGPROF else f"the process ends with {status}"
    return Verdict(find=f"{what} {_innermost(errors)}".rstrip(), details=errors[-6000:])


def _innermost(dump: str) -> str:
    """The file and function of ours that was at work, from what faulthandler wrote."""
    found = re.findall(r'File "[^"\n]*/compiler/(zmodel/[^"\n]*)", line \d+ in (\w+)', dump)
    return "in {} {}".format(*found[0]) if found else ""


# ------------------------------------------------------------------ in the process
def verdict(data: bytes, depth: str) -> Verdict:
    """Judges an input in this process, without bounds."""
    try:
        return Verdict(digest=judge(data, depth))
    except Exception as error:
        frames = traceback.extract_tb(error.__traceback__)
        ours = [frame for frame in frames if "/zmodel/" in frame.filename] or list(frames)
        place = f"{Path(ours[-1].filename).name} {ours[-1].name}"
        words = re.sub(r"\d+|'[^']*'|`[^`]*`", "_", str(error).split("\n")[0])[:100]
        return Verdict(
            f"{type(error).__name__}: {words} in {place}", details="".join(traceback.format_exception(error))
        )


def _serve(requests: IO[str], answers: IO[str]) -> None:
    faulthandler.register(signal.SIGPROF, all_threads=False, chain=True)
    for line in requests:
        text, depth = json.loads(line)
        signal.setitimer(signal.ITIMER_PROF, SECONDS[depth])
        found = verdict(base64.b64decode(text), depth)
        signal.setitimer(signal.ITIMER_PROF, 0)
        answers.write(json.dumps(found.__dict__) + "\n")
        answers.flush()


if __name__ == "__main__":
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    _answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)  # what somebody prints is no answer
    _serve(sys.stdin, _answers)
