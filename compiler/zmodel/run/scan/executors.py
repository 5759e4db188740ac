"""Who computes the jobs of a scan: threads of this process, or the workers of a Dask cluster."""

from __future__ import annotations

import logging
import re
from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import CancelledError, ThreadPoolExecutor
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from typing import Any, Protocol

from zmodel.native import thread_count
from zmodel.run.scan.task import Points, ScanTask, compute

Jobs = Iterator[tuple[int, int]]
Compute = Callable[[ScanTask, Jobs], Iterator[Points]]
"""Gives the points of each job, in order of the jobs."""

_ADDRESS = re.compile(r"((tcp|tls|ucx|ws|wss)://)?(\[[0-9a-fA-F:.]+\]|[\w.-]+):\d+")
"""What distributed would otherwise wait for: it does not tell an address that cannot be one."""

WAITING = 1 << 14
"""Points per processor that are given out at a time, so that memory is bounded and nobody waits."""

LOOK = 10
"""Seconds without a result after which it is looked whether there are workers."""


class ClusterError(Exception):
    """A cluster that cannot be used."""


class _Future(Protocol):
    def result(self) -> Any: ...

    def cancel(self) -> Any: ...


@dataclass(frozen=True)
class _Remote:
    """A job that a cluster has; dask would wait for new workers for ever."""

    client: Any
    future: Any

    def result(self) -> Any:
        while True:
            try:
                return self.future.result(timeout=LOOK)
            except TimeoutError:
                if not self.client.ncores():
                    raise ClusterError("the cluster has lost all of its workers") from None

    def cancel(self) -> None:
        with suppress(OSError, CancelledError, TimeoutError):  # of a cluster that is lost
            self.future.cancel()


def local(task: ScanTask, jobs: Jobs) -> Iterator[Points]:
    """Computes with all processors of this machine; numbers do not depend on how many there are."""
    threads = thread_count()
    with ThreadPoolExecutor(threads) as pool:
        yield from _in_order(lambda job: pool.submit(compute, task, *job), jobs, WAITING * threads)


@contextmanager
def cluster(address: str) -> Iterator[Compute]:
    """Computes on a Dask cluster that is running. The workers need this version of zmodel and a C compiler.

    Args:
        address: of its scheduler, such as tcp://host:8786.

    Raises:
        ClusterError: if it cannot be reached, or has no workers.
        ImportError: without the extra `cluster`.
    """
    import distributed

    if not _ADDRESS.fullmatch(address):
        raise ClusterError(f"`{address}` is no address of a scheduler, such as tcp://host:8786")
    # What goes wrong is told by us, and not by tracebacks in its log.
    for name in ("distributed", "distributed.client"):
        logging.getLogger(name).setLevel(logging.CRITICAL)
    client_type: Any = distributed.Client
    try:
        client = client_type(address, timeout=10, set_as_default=False)
    except (OSError, ValueError) as error:
        raise ClusterError(f"no cluster at {address}: {error}") from None
    with client:
        if not client.ncores():
            raise ClusterError(f"the cluster at {address} has no workers")

        def run(task: ScanTask, jobs: Jobs) -> Iterator[Points]:
            window = WAITING * sum(client.ncores().values())

            def submit(job: tuple[int, int]) -> _Future:
                # The task goes along with every job, so that no worker's death takes it away.
                return _Remote(client, client.submit(compute, task, *job, pure=False))

            try:
                yield from _in_order(submit, jobs, window)
            except (OSError, CancelledError, distributed.scheduler.KilledWorker) as error:
                raise ClusterError(f"the cluster at {address} was lost: {type(error).__name__}") from None

        yield run


def _in_order(submit: Callable[[tuple[int, int]], _Future], jobs: Jobs, window: int) -> Iterator[Points]:
    """Results in order of the jobs, with fewer points than `window` given out and not yet fetched."""
    waiting: deque[tuple[_Future, int]] = deque()
    given = 0
    try:
        for first, last in jobs:
            waiting.append((submit((first, last)), last - first))
            given += last - first
            while given >= window:
                future, points = waiting.popleft()
                given -= points
                yield future.result()
        while waiting:
            yield waiting.popleft()[0].result()
    finally:
        for future, _ in waiting:
            future.cancel()
