"""Clusters that are none."""

from __future__ import annotations

from concurrent.futures import CancelledError

import pytest

from zmodel.run.scan import ClusterError, cluster


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
