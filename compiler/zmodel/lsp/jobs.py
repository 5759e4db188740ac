"""Work for another process, of which only the newest request of a kind counts."""

from __future__ import annotations

import asyncio
import logging
import os
import pickle
import sys
from asyncio.subprocess import PIPE, Process, SubprocessStreamProtocol
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass

from zmodel.lsp.messages import LENGTH, READY, Reply, Request, pack

logger = logging.getLogger(__name__)

_BUFFER = 2**16

Done = Callable[[Reply | None], None]
"""Called with the reply, or None if there is none: the process was ended, or ran longer than its limit."""


@dataclass
class _Job:
    key: str
    request: Request
    done: Done


@dataclass
class _Worker:
    """A process, and the transport that its pipes belong to."""

    process: Process
    transport: asyncio.SubprocessTransport


class Jobs:
    """A queue in front of one process.

    A request takes the place of a waiting one with the same key. If one with the same key is being worked on, it may go
    on for `patience` seconds; then its process is ended and a new one started. So no answer waits for an old request.

    Args:
        patience: seconds that a request may go on when a newer one waits for it.
        limit: seconds that a request may take at all.
    """

    def __init__(self, patience: float, limit: float) -> None:
        self._patience, self._limit = patience, limit
        self._waiting: dict[str, _Job] = {}
        self._current: _Job | None = None
        self._worker: _Worker | None = None
        self._ended: list[_Worker] = []
        self._wake = asyncio.Event()
        self._task: asyncio.Task[None] | None = None

    def submit(self, key: str, request: Request, done: Done) -> None:
        """Puts a request in; `done` is not called if a newer one takes its place."""
        self._waiting.pop(key, None)
        self._waiting[key] = _Job(key, request, done)
        if self._task is None:
            self._task = asyncio.get_running_loop().create_task(self._run())
        current = self._current
        if current is not None and current.key == key:
            asyncio.get_running_loop().call_later(self._patience, self._abandon, current)
        self._wake.set()

    def drop(self, key: str) -> None:
        """Forgets a request, whether it waits or is being worked on."""
        self._waiting.pop(key, None)
        if self._current is not None and self._current.key == key:
            self._abandon(self._current)

    async def close(self) -> None:
        """Ends the process and the queue."""
        if self._task is not None:
            self._task.cancel()
            await asyncio.wait([self._task])
        self._end_process()
        for worker in self._ended:
            await worker.process.wait()

    def start(self) -> None:
        """Starts the process before it is needed, so that the first answer is as quick as others."""
        if self._task is None:
            self._task = asyncio.get_running_loop().create_task(self._run())
        self._wake.set()

    async def _run(self) -> None:
        while True:
            if self._worker is None:
                with suppress(OSError, asyncio.IncompleteReadError):  # the request that needs it will say so
                    self._worker = await _start_process()
            while not self._waiting:
                self._wake.clear()
                await self._wake.wait()
            key = next(iter(self._waiting))
            job = self._current = self._waiting.pop(key)
            reply = await self._ask(job.request)
            self._current = None
            if key not in self._waiting:
                try:
                    job.done(reply)
                except Exception:  # the next request must find a queue
                    logger.exception("a reply could not be used")

    async def _ask(self, request: Request) -> Reply | None:
        """The reply of the process, or None if it ended first."""
        try:
            if self._worker is None:
                self._worker = await _start_process()
            async with asyncio.timeout(self._limit):
                return await _exchange(self._worker.process, request)
        except (TimeoutError, asyncio.IncompleteReadError, OSError, pickle.UnpicklingError):
            self._end_process()
            return None

    def _abandon(self, job: _Job) -> None:
        if self._current is job:
            self._end_process()

    def _end_process(self) -> None:
        worker, self._worker = self._worker, None
        if worker is not None:
            worker.transport.close()  # which kills it, too
            self._ended = [ended for ended in self._ended if ended.process.returncode is None]
            self._ended.append(worker)


async def _start_process() -> _Worker:
    # The process finds the package wherever this one did.
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(path for path in sys.path if path)}
    loop = asyncio.get_running_loop()
    # As asyncio.create_subprocess_exec does it, which hides the transport that has to be closed.
    transport, protocol = await loop.subprocess_exec(
        lambda: SubprocessStreamProtocol(_BUFFER, loop),
        *(sys.executable, "-P", "-m", "zmodel.lsp.worker"),
        stdin=PIPE,
        stdout=PIPE,
        stderr=None,
        env=environment,
    )
    worker = _Worker(Process(transport, protocol, loop), transport)
    assert worker.process.stdout is not None
    try:
        await worker.process.stdout.readexactly(len(READY))
    except BaseException:
        transport.close()
        await worker.process.wait()
        raise
    return worker


async def _exchange(process: Process, request: Request) -> Reply:
    assert process.stdin is not None and process.stdout is not None
    process.stdin.write(pack(request))
    await process.stdin.drain()
    (size,) = LENGTH.unpack(await process.stdout.readexactly(LENGTH.size))
    reply = pickle.loads(await process.stdout.readexactly(size))  # noqa: S301  (of a process of ours)
    assert isinstance(reply, Reply)
    return reply
