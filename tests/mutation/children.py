"""Tests run in copies of a process that has collected them all, so that each copy starts with nothing remembered."""

from __future__ import annotations

import json
import math
import os
import resource
import select
import shutil
import signal
import tempfile
import time
import warnings
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from _pytest.runner import runtestprotocol

MEMORY = 6 * 2**30
"""Bytes of address space that a copy may use."""

Answer = dict[str, Any]


PATIENCE = 20
"""Seconds that may pass for one of processor time: others may be at work, too."""


def in_child(work: Callable[[], Answer], seconds: float) -> Answer | None:
    """What a function answers in a copy of this process; None after that much processor time, or if the copy died.

    The copy has an empty cache folder of its own, and writes nowhere.
    """
    cache = tempfile.mkdtemp(prefix="zmodel-mutation-")
    reader, writer = os.pipe()
    pid = os.fork()
    if pid == 0:
        os.close(reader)
        _child(work, writer, cache, seconds)
    os.close(writer)
    try:
        return _answer(reader, time.monotonic() + PATIENCE * seconds)
    finally:
        os.close(reader)
        # It leads a group of its own, with the compilers that it may have started.
        for send in (lambda: os.killpg(pid, signal.SIGKILL), lambda: os.kill(pid, signal.SIGKILL)):
            try:
                send()
            except ProcessLookupError:
                continue
        os.waitpid(pid, 0)
        shutil.rmtree(cache, ignore_errors=True)


def _child(work: Callable[[], Answer], writer: int, cache: str, seconds: float) -> None:
    """Never returns: what stands above on the stack is the parent's business."""
    os.setpgid(0, 0)
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    limit = math.ceil(seconds)
    resource.setrlimit(resource.RLIMIT_CPU, (limit, limit))
    os.environ["XDG_CACHE_HOME"] = cache
    nothing = os.open(os.devnull, os.O_RDWR)
    for descriptor in (0, 1, 2):
        os.dup2(nothing, descriptor)
    try:
        answer = work()
    except BaseException as error:
        answer = {"error": f"{type(error).__name__}: {error}"[:300]}
    os.write(writer, json.dumps(answer).encode() + b"\n")
    os._exit(0)


def _answer(reader: int, end: float) -> Answer | None:
    data = b""
    while not data.endswith(b"\n"):
        ready, _, _ = select.select([reader], [], [], max(0.0, end - time.monotonic()))
        piece = os.read(reader, 65536) if ready else b""
        if not piece:
            return None
        data += piece
    return json.loads(data)


def first_failure(items: list[pytest.Item]) -> str | None:
    """Runs tests until one fails, and gives its name; skipped tests do not fail."""
    for item, following in zip(items, [*items[1:], None], strict=True):
        reports = runtestprotocol(item, log=False, nextitem=following)
        if any(report.failed for report in reports):
            return item.nodeid
    return None


def tried(item: pytest.Item) -> Answer:
    """Runs a test alone: its processor time, and whether it passes."""
    start = time.process_time()
    reports = runtestprotocol(item, log=False, nextitem=None)
    seconds = time.process_time() - start
    if any(report.failed for report in reports):
        return {"seconds": seconds, "outcome": "fails by itself"}
    return {"seconds": seconds, "outcome": "is skipped" if any(report.skipped for report in reports) else "passed"}


def measured(item: pytest.Item, folder: Path) -> Answer:
    """What `tried` says, and the lines that a test reaches in files of a folder."""
    import coverage  # what follows a map does without

    watch = coverage.Coverage(data_file=None, source=[str(folder)], config_file=False)
    watch.start()
    answer = tried(item)
    watch.stop()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # says so where a test reaches nothing of the folder
        data = watch.get_data()
    lines = {str(Path(file).relative_to(folder)): data.lines(file) for file in data.measured_files()}
    return answer | {"lines": {file: sorted(found) for file, found in lines.items() if found}}
