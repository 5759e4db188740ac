"""How much is given out at a time, and clusters that are none."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import CancelledError

import pytest

from zmodel.run.scan import ClusterError, cluster, executors, local


def test_points_that_are_given_out_are_bounded_however_small_jobs_are(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(executors, "WAITING", 10)
    monkeypatch.setattr(executors, "thread_count", lambda: 2)
    monkeypatch.setattr(executors, "compute", lambda _, first, last: last - first)
    sizes = [8, 8, 8, 8, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 30, 5]
    given: list[int] = []

    def jobs() -> Iterator[tuple[int, int]]:
        for size in sizes:
            given.append(size)
            yield sum(given) - size, sum(given)

    ahead, fetched = [], 0
    for result in local(None, jobs()):  # type: ignore[arg-type]
        ahead.append(sum(given) - fetched)
        assert ahead[-1] - given[-1] < 20  # the last one was given out only since there was room
        assert result == sizes[len(ahead) - 1]
        fetched += sizes[len(ahead) - 1]
    assert len(ahead) == len(sizes)
    assert min(ahead[:-7]) >= 20  # as long as there are more jobs, all room is used


@pytest.mark.parametrize("address", ["scheduler", "http://host:8786", "tcp://host", "tcp://a b:1", ""])
def test_what_is_no_address_is_refused_at_once(address: str) -> None:
    pytest.importorskip("distributed")
    with pytest.raises(ClusterError, match="no address of a scheduler"), cluster(address):
        raise AssertionError("there is no such cluster")


class FakeFuture:
    def __init__(self, error: Exception) -> None:
        self.error = error

    def result(self, timeout: float) -> object:
        raise self.error

    def cancel(self) -> None:
        raise CancelledError


class FakeClient:
    """Of a cluster that is lost as soon as it has its jobs."""

    def __init__(self, error: Exception) -> None:
        self.error, self.submitted = error, 0

    def __enter__(self) -> FakeClient:
        return self

    def __exit__(self, *_: object) -> None:
        pass

    def ncores(self) -> dict[str, int]:
        return {} if self.submitted else {"worker": 1}

    def submit(self, *_: object, **__: object) -> FakeFuture:
        self.submitted += 1
        return FakeFuture(self.error)


@pytest.mark.parametrize(
    ("error", "message"),
    [
        (OSError("closed"), "was lost: OSError"),
        (CancelledError("lost"), "was lost: CancelledError"),
        (TimeoutError(), "lost all of its workers"),
    ],
)
def test_clusters_that_are_lost(error: Exception, message: str, monkeypatch: pytest.MonkeyPatch) -> None:
    distributed = pytest.importorskip("distributed")
    client = FakeClient(error)
    monkeypatch.setattr(distributed, "Client", lambda *_, **__: client)
    with pytest.raises(ClusterError, match=message), cluster("tcp://host:8786") as execute:
        list(execute(None, iter([(0, 1), (1, 2)])))  # type: ignore[arg-type]
    assert client.submitted
