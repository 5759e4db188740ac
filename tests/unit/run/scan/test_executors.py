"""Clusters that are none."""

from __future__ import annotations

import pytest

from zmodel.run.scan import ClusterError, cluster


@pytest.mark.parametrize("address", ["scheduler", "http://host:8786", "tcp://host", "tcp://a b:1", ""])
def test_what_is_no_address_is_refused_at_once(address: str) -> None:
    pytest.importorskip("distributed")
    with pytest.raises(ClusterError, match="no address of a scheduler"), cluster(address):
        raise AssertionError("there is no such cluster")
