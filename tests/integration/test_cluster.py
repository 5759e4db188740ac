"""Scans on a real Dask cluster: a scheduler and two workers, each a process of its own."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from tests.helpers.datasets import contents
from tests.helpers.models import MODEL_FILES

from zmodel.dataset import read_folder

pytest.importorskip("distributed")

BM3 = MODEL_FILES / "paper_a" / "bm3.zmodel"
PATIENCE = 90
"""Seconds in which a process must have started, or done something."""

SCAN = """point = "fig9"
to = "M_Pl"
rtol = 1e-6
[vary]
random = POINTS
"alpha(y)" = { log10 = [-3, 1] }
"alpha(delta_t)" = { log10 = [-6, 0] }
[classes]
pole = "pole"
"V+" = "stable"
"""


@dataclass
class Cluster:
    address: str
    workers: list[subprocess.Popen[bytes]]


def start(*arguments: str) -> subprocess.Popen[bytes]:
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    command = [sys.executable, "-m", "dask", *arguments]
    return subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def wait_for(happened: Callable[[], bool], what: str) -> None:
    end = time.monotonic() + PATIENCE
    while not happened():
        assert time.monotonic() < end, what
        time.sleep(0.05)


@pytest.fixture
def cluster(tmp_path: Path) -> Iterator[Cluster]:
    file = tmp_path / "scheduler.json"
    processes = [
        start("scheduler", "--port", "0", "--no-dashboard", "--host", "127.0.0.1", "--scheduler-file", str(file))
    ]
    try:
        wait_for(file.exists, "no scheduler")
        options = ("--nworkers", "1", "--nthreads", "1", "--no-dashboard", "--no-nanny", "--scheduler-file", str(file))
        workers = [start("worker", *options, "--local-directory", str(tmp_path)) for _ in range(2)]
        processes += workers
        yield Cluster(address_in(file), workers)
    finally:
        for process in processes:
            process.kill()
        for process in processes:
            process.wait()


def address_in(file: Path) -> str:
    return str(json.loads(file.read_text())["address"])


def scan(tmp_path: Path, points: int, output: str, *more: str) -> subprocess.Popen[bytes]:
    file = tmp_path / f"scan{points}.toml"
    file.write_text(SCAN.replace("POINTS", str(points)))
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    command = [sys.executable, "-m", "zmodel", "scan", str(BM3), str(file), "-o", str(tmp_path / output), *more]
    return subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE)


def finished(process: subprocess.Popen[bytes]) -> str:
    out, err = process.communicate(timeout=10 * PATIENCE)
    assert process.returncode == 0, err.decode()
    return out.decode()


def rows(folder: Path) -> int:
    return read_folder(folder).rows if (folder / "manifest.json").exists() else 0


def test_a_cluster_gives_the_bytes_of_one_machine(cluster: Cluster, tmp_path: Path) -> None:
    """Although a worker and the client are killed on the way: nothing is lost, nothing is there twice."""
    points, remote = 300_000, tmp_path / "remote"
    client = scan(tmp_path, points, "remote", "--cluster", cluster.address)
    wait_for(lambda: rows(remote) > 0, "nothing is computed")
    cluster.workers[0].kill()
    seen = rows(remote)
    wait_for(lambda: rows(remote) > seen, "nothing is computed after a worker's death")
    client.send_signal(signal.SIGKILL)
    client.communicate()
    left = rows(remote)
    assert 0 < left < points
    out = finished(scan(tmp_path, points, "remote", "--cluster", cluster.address))
    assert f"{left:,} points there before" in out
    finished(scan(tmp_path, points, "local"))
    assert contents(remote) == contents(tmp_path / "local")
    assert read_folder(remote).rows == points


def test_no_cluster(tmp_path: Path) -> None:
    process = scan(tmp_path, 100, "data", "--cluster", "tcp://127.0.0.1:9")
    _, err = process.communicate(timeout=PATIENCE)
    assert process.returncode == 1 and b"error[Z432]" in err
    assert not (tmp_path / "data").exists()
