"""`%%zmodel` and `%zmodel` in a session of IPython."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("IPython", reason="the extra `notebook` is not installed")

from IPython.core.interactiveshell import ExecutionResult, InteractiveShell
from IPython.utils.capture import capture_output
from traitlets.config import Config

from zmodel import LoadedModel

GOOD = "%%zmodel {}\nmodel demo\nuse sm\n"
BAD = "%%zmodel\nmodel demo\nuse sm\nyukawa Yz = bar(Q) Hh D\n"


@dataclass(frozen=True)
class Outcome:
    """What a cell leaves behind."""

    result: ExecutionResult
    printed: str
    shown: tuple[dict[str, Any], ...]


Execute = Callable[[str], Outcome]


@pytest.fixture
def shell(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[InteractiveShell]:
    monkeypatch.setenv("IPYTHONDIR", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    config = Config()
    config.HistoryManager.enabled = False
    session = InteractiveShell.instance(config=config, colors="nocolor")
    yield session
    InteractiveShell.clear_instance()


@pytest.fixture
def execute(shell: InteractiveShell) -> Execute:
    def run(cell: str) -> Outcome:
        with capture_output() as captured:
            result = shell.run_cell(cell, store_history=True)
        return Outcome(result, captured.stdout + captured.stderr, tuple(item.data for item in captured.outputs))

    assert run("%load_ext zmodel").printed == ""
    return run


def test_a_cell_binds_its_model(execute: Execute, shell: InteractiveShell) -> None:
    outcome = execute(GOOD.format(""))
    assert isinstance(outcome.result.result, LoadedModel)
    assert shell.user_ns["demo"] is outcome.result.result
    assert "│ Q     │ left" in outcome.printed
    execute(GOOD.format("m"))
    assert shell.user_ns["m"].name == "demo"


def test_a_model_takes_the_place_of_a_model_only(execute: Execute, shell: InteractiveShell) -> None:
    execute(GOOD.format(""))
    first = shell.user_ns["demo"]
    execute(GOOD.format(""))
    assert shell.user_ns["demo"] is not first
    execute("demo = 5")
    outcome = execute(GOOD.format(""))
    assert shell.user_ns["demo"] == 5
    assert shell.user_ns["demo_model"].name == "demo"
    assert outcome.shown[0]["text/plain"] == "The model is called demo_model here: demo has a meaning already."


@pytest.mark.parametrize("name", ["list", "lambda_", "display"])
def test_words_of_python_are_left_alone(execute: Execute, shell: InteractiveShell, name: str) -> None:
    before = shell.user_ns.get(name)
    execute(f"%%zmodel\nmodel {name}\nuse sm\n")
    if name == "lambda_":
        assert isinstance(shell.user_ns[name], LoadedModel)
    else:
        assert shell.user_ns.get(name) is before
        assert isinstance(shell.user_ns[f"{name}_model"], LoadedModel)


def test_errors_are_shown_where_they_are_in_the_cell(execute: Execute, shell: InteractiveShell) -> None:
    outcome = execute(BAD)
    (shown,) = outcome.shown
    assert "In[2]:4:20" in shown["text/plain"]
    assert '<span style="color:#d43a3a">^^</span>' in shown["text/html"]
    assert outcome.printed.strip() == "ModelError: 1 error"
    assert not outcome.result.success
    assert "demo" not in shell.user_ns


def test_errors_of_derivations_have_no_traceback(execute: Execute) -> None:
    execute(GOOD.format(""))
    outcome = execute("demo.values('nowhere')")
    assert "the model has no point called `nowhere`" in outcome.printed
    assert "Traceback" not in outcome.printed
    outcome = execute("demo.rge(loops=7)")
    assert outcome.printed.strip() == "UsageError: loop orders are 1 to 3, not 7"


def test_a_bug_is_a_message(execute: Execute, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise RuntimeError("boom")

    monkeypatch.setattr("zmodel.notebook.loading.analyse", fail)
    outcome = execute(GOOD.format(""))
    assert "error[Z004]: internal error: RuntimeError: boom" in outcome.shown[0]["text/plain"]
    assert "Traceback" not in outcome.printed


@pytest.mark.parametrize(
    ("cell", "message"),
    [
        ("%zmodel", "%%zmodel [NAME]"),
        ("%zmodel solve it", "%%zmodel [NAME]"),
        ("%zmodel load 'a b", "No closing quotation"),
        (GOOD.format("1x"), "'1x' is no name of a variable"),
        (GOOD.format("class"), "'class' is no name of a variable"),
        (GOOD.format("a b"), "%%zmodel [NAME]"),
    ],
)
def test_wrong_usage_is_one_line(execute: Execute, cell: str, message: str) -> None:
    outcome = execute(cell)
    assert not outcome.result.success
    assert message in outcome.printed
    assert len(outcome.printed.strip().splitlines()) == 1


def test_files(execute: Execute, shell: InteractiveShell, tmp_path: Path) -> None:
    (tmp_path / "my model.zmodel").write_text("model mine\nuse sm\n", encoding="utf-8")
    (tmp_path / "bad.zmodel").write_text("model bad\nuse smm\n", encoding="utf-8")
    execute("%zmodel load 'my model.zmodel' other")
    assert shell.user_ns["other"].name == "mine"
    good = execute("%zmodel check 'my model.zmodel'")
    assert good.result.success
    assert good.shown[0]["text/plain"].startswith("my model.zmodel: ok, ")
    bad = execute("%zmodel check 'my model.zmodel' bad.zmodel")
    assert not bad.result.success
    assert "bad.zmodel:2:1" in bad.shown[1]["text/plain"]
    assert bad.printed.strip() == "ModelError: 1 error"


def test_a_cell_uses_files_of_its_folder(execute: Execute, shell: InteractiveShell, tmp_path: Path) -> None:
    (tmp_path / "part.zmodel").write_text("model part\nuse sm\nscalar S (Y: 1)\n", encoding="utf-8")
    execute('%%zmodel\nmodel whole\nuse "part.zmodel"\n')
    assert "S" in [field.name for field in shell.user_ns["whole"].model.fields]


def test_the_extension_is_reached_without_heavy_packages() -> None:
    code = (
        "import sys, zmodel\n"
        "heavy = {'IPython', 'sympy', 'networkx', 'scipy', 'numpy', 'matplotlib', 'rich'}\n"
        "assert callable(zmodel.load_ipython_extension)\n"
        "heavy &= set(sys.modules)\n"
        "assert not heavy, heavy"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, env={"PYTHONPATH": ":".join(sys.path)}
    )
    assert done.returncode == 0, done.stderr
