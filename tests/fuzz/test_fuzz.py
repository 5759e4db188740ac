"""A short run of the fuzzer, and every input that is kept because it once failed or reaches much."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.fuzz import worker
from tests.fuzz.inputs import CORPUS, KINDS, mutated_bytes, mutated_lines, mutated_tokens
from tests.fuzz.judge import Fault, judge
from tests.fuzz.models import random_model
from tests.fuzz.run import Progress
from tests.fuzz.worker import Verdict, Worker
from tests.helpers.patience import patience

DRAWS = st.randoms(use_true_random=False)


@pytest.mark.parametrize("path", sorted(CORPUS.glob("*.zmodel")), ids=lambda path: path.stem)
def test_kept_inputs(path: Path) -> None:
    with patience():
        judge(path.read_bytes(), "check")


@settings(max_examples=100)
@given(st.one_of(st.binary(max_size=60), DRAWS.map(mutated_bytes), DRAWS.map(mutated_tokens)))
def test_hostile_bytes_and_words(data: bytes) -> None:
    with patience():
        judge(data, "check")


@settings(max_examples=20)
@given(DRAWS)
def test_mutated_models(draw: object) -> None:
    with patience():
        judge(mutated_lines(draw), "check")


@settings(max_examples=20)
@given(DRAWS)
def test_models_made_up(draw: object) -> None:
    with patience():
        judge(random_model(draw).encode(), "check")


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "grammar"])
def test_a_number_stands_for_its_inputs(kind: str) -> None:
    assert KINDS[kind](3) == KINDS[kind](3) != KINDS[kind](4)


# ------------------------------------------------------------------ the fuzzer finds what there is to find
def test_a_crash_is_a_find(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(worker, "judge", lambda data, depth: 1 / 0)
    assert worker.verdict(b"", "check").find.startswith("ZeroDivisionError: division by zero in")


def test_a_broken_promise_is_a_find(monkeypatch: pytest.MonkeyPatch) -> None:
    from tests.fuzz import judge as module

    monkeypatch.setattr(module, "analyse", lambda file, load: (None, ()))
    with pytest.raises(Fault, match="no result and no error"):
        judge(b"model m", "check")


@pytest.mark.skipif(sys.platform != "linux", reason="the bounds of a worker are those of Linux")
def test_a_worker_outlives_what_hangs(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    with Worker(tmp_path) as process:
        good = process.judge(b"model m", "check")
        assert good == worker.verdict(b"model m", "check") and not good.find
        running = process._process
        assert running is not None
        running.kill()
        running.wait()
        assert process.judge(b"model m", "check").find == "the process ends with -9"
        assert process.judge(b"model m", "check") == good


def test_progress_goes_on(tmp_path: Path) -> None:
    progress = Progress.of(tmp_path)
    progress.inputs["bytes check"] = 7
    progress.add(b"longer input", Verdict("a find", details="where"))
    progress.add(b"short", Verdict("a find"))
    progress.save()
    again = Progress.of(tmp_path)
    assert again.inputs == {"bytes check": 7} and again.finds == {"a find": 2}
    assert [path.read_bytes() for path in tmp_path.glob("*.zmodel")] == [b"short"]
