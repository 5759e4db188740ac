"""The changes that are made, and that they are in effect wherever a function of the module has gone."""

from __future__ import annotations

import importlib
import json
import os
import signal
import subprocess
import sys
from functools import cache
from itertools import count
from pathlib import Path
from types import ModuleType

import pytest
from tests.mutation.children import in_child
from tests.mutation.mutants import Mutant, mutants
from tests.mutation.run import ROOT, Module, latest, statistics
from tests.mutation.swap import NotInPlace, Overlay, empty_caches, swap

TEXT = """
TABLE = [lambda x: x - 2]
NUMBERS = "1/2 -3"


def outer(shift: int | None, scale: int = 3):
    def inner(x):
        if shift is None:
            return x
        return x + shift

    return inner


def first(values):
    for value, _ in zip(values, values, strict=True):
        if value > 0 and value % 2:
            if not values:
                continue
            return value
    raise LookupError(f"none of {len(values) + 0}")
"""


def found(text: str) -> dict[str, Mutant]:
    return {mutant.key: mutant for mutant in mutants(text)}


def test_changes_of_a_text() -> None:
    """Each operator, comparison and number once; nothing of annotations and messages."""
    assert list(found(TEXT)) == [
        "(module): `TABLE = [lambda x: x - 2]` -> `TABLE = [lambda x: x + 2]`",
        "(module): `TABLE = [lambda x: x - 2]` -> `TABLE = [lambda x: x - 3]`",
        "(module): `NUMBERS = '1/2 -3'` -> `NUMBERS = '3/2 -3'`",
        "(module): `NUMBERS = '1/2 -3'` -> `NUMBERS = '1/2 -2'`",
        "outer: `int | None, scale: int=3): def inner(x):` -> `int | None, scale: int=4): def inner(x):`",
        "outer.inner: `if shift is None` -> `if shift is not None`",
        "outer.inner: `return x + shift` -> `return x - shift`",
        "first: `if value > 0 and value % 2` -> `if value > 0 or value % 2`",
        "first: `if value > 0 and value % 2` -> `if not (value > 0 and value % 2)`",
        "first: `if value > 0 and value % 2` -> `if value >= 0 and value % 2`",
        "first: `if value > 0 and value % 2` -> `if value > 1 and value % 2`",
        "first: `if value > 0 and value % 2` -> `if value > 0 and value // 2`",
        "first: `f value > 0 and value % 2` -> `f value > 0 and value % 3`",
        "first: `if not values` -> `if values`",
        "first: `continue` removed",
        "first: `raise LookupError(f'none of {len(values) + 0}')` removed",
    ]


def test_changes_of_one_look_are_told_apart() -> None:
    """Two equal statements in one function."""
    keys = list(found("def f(a):\n    a.append(1)\n    a.append(1)\n"))
    assert len(keys) == len(set(keys)) == 4


def test_a_sample_is_part_of_a_larger_one() -> None:
    every = list(found(TEXT).values())
    drawn = [{mutant.key for mutant in every if mutant.is_drawn(rate)} for rate in (0.0, 0.3, 0.6, 1.0)]
    assert not drawn[0] and len(drawn[3]) == len(every)
    assert drawn[1] <= drawn[2] < drawn[3]


@pytest.fixture
def loaded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """The text as a module that is imported."""
    (tmp_path / "changed_here.py").write_text(TEXT, encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.delitem(sys.modules, "changed_here", raising=False)
    importlib.invalidate_caches()
    return importlib.import_module("changed_here")


def change(loaded: ModuleType, key: str) -> None:
    path = Path(str(loaded.__file__))
    module = Module.of(path.parent, path.name)
    swap(module.functions, module.compiled(), found(TEXT)[key].code(TEXT, module.filename))


def test_functions_change_in_place(loaded: ModuleType) -> None:
    """A closure and a lambda that were made before have the new code; the next change takes back the last one."""
    closure, of_table = loaded.outer(10), loaded.TABLE[0]
    change(loaded, "outer.inner: `return x + shift` -> `return x - shift`")
    assert (closure(1), loaded.outer(10)(1), of_table(5)) == (-9, -9, 3)
    change(loaded, "(module): `TABLE = [lambda x: x - 2]` -> `TABLE = [lambda x: x - 3]`")
    assert (closure(1), loaded.outer(10)(1), of_table(5)) == (11, 11, 2)


def test_what_is_remembered_is_forgotten() -> None:
    calls = []

    @cache
    def remembering() -> None:
        calls.append(1)

    remembering()
    empty_caches()
    remembering()
    assert calls == [1, 1]


def test_what_is_no_function_does_not_change_in_place(loaded: ModuleType) -> None:
    with pytest.raises(NotInPlace):
        change(loaded, "(module): `NUMBERS = '1/2 -3'` -> `NUMBERS = '3/2 -3'`")


def test_a_module_is_imported_with_a_change(loaded: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    key = "(module): `NUMBERS = '1/2 -3'` -> `NUMBERS = '3/2 -3'`"
    overlay = Overlay("changed_here", found(TEXT)[key].code(TEXT, str(loaded.__file__)))
    monkeypatch.setattr(sys, "meta_path", [overlay, *sys.meta_path])
    monkeypatch.delitem(sys.modules, "changed_here")
    assert (loaded.NUMBERS, importlib.import_module("changed_here").NUMBERS) == ("1/2 -3", "3/2 -3")


@pytest.mark.filterwarnings("ignore:This process .* is multi-threaded")
def test_copies_answer_or_are_ended() -> None:
    """A copy that fails says so; one that takes too long, or dies, has no answer."""
    assert in_child(lambda: {"killer": "a test"}, 30.0) == {"killer": "a test"}
    assert in_child(lambda: {"killer": str(1 // 0)}, 30.0) == {
        "error": "ZeroDivisionError: integer division or modulo by zero"
    }
    assert in_child(lambda: {"killer": str(sum(count()))}, 0.2) is None
    assert in_child(lambda: {"killer": str(os.kill(os.getpid(), signal.SIGKILL))}, 30.0) is None


TESTS = """
import os

import zmodel.derive.charges

PARENT = os.getpid()
seen = []


def test_fails_in_every_copy():
    assert os.getpid() == PARENT


def test_quick():
    seen.append(1)


def test_slow_and_fails_behind_another():
    assert sum(range(2_000_000)) and not seen
"""


def test_tests_that_fail_without_a_change_are_left_out(tmp_path: Path) -> None:
    """They would seem to notice every change; of three tests one is left, and it looks at nothing."""
    (tmp_path / "test_made.py").write_text(TESTS, encoding="utf-8")
    words = ["tests.mutation.run", "results", "charges.py", "--unmapped", "--rate", "0.1", "--tests", "test_made.py"]
    paths = os.pathsep.join([str(ROOT), str(ROOT / "compiler")])
    environment = {**os.environ, "PYTHONPATH": paths}
    done = subprocess.run(
        [sys.executable, "-m", *words], cwd=tmp_path, env=environment, capture_output=True, text=True, check=False
    )
    lines = [line for line in done.stdout.splitlines() if line.startswith("left out")]
    assert lines == [
        "left out: test_made.py::test_fails_in_every_copy: fails by itself",
        "left out: test_made.py::test_slow_and_fails_behind_another: fails behind others",
    ], done.stdout + done.stderr
    results = latest(tmp_path / "results" / "results.jsonl")
    assert results and {(entry["outcome"], entry["tests"]) for entry in results.values()} == {("survived", 1)}


def test_the_last_result_counts(tmp_path: Path) -> None:
    path = tmp_path / "results.jsonl"
    rows = [("a.py", "f", "survived"), ("a.py", "g", "killed"), ("a.py", "f", "killed"), ("b.py", "f", "unreached")]
    path.write_text("".join(json.dumps({"file": a, "key": b, "outcome": c}) + "\n" for a, b, c in rows))
    assert latest(path)["a.py", "f"]["outcome"] == "killed"
    assert statistics(path).splitlines()[-1].split() == ["all", "2", "1"]
