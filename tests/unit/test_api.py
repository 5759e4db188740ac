"""The public names, pinned: a change here is a change for users."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest

import zmodel
from zmodel import SourceFile, analyse, library_loader
from zmodel.arguments import checked

NAMES = {
    "Analysis",
    "Diagnostic",
    "LoadedModel",
    "LoopOrders",
    "Model",
    "ModelError",
    "Run",
    "SourceFile",
    "__version__",
    "analyse",
    "compile_model",
    "library_loader",
    "load",
    "load_ipython_extension",
    "loads",
    "make_report",
    "render",
}


def test_public_names() -> None:
    assert set(zmodel.__all__) == NAMES
    assert all(getattr(zmodel, name) is not None for name in NAMES)


def test_no_module_has_the_name_of_anything_public() -> None:
    """Python sets a package's attribute to the module when that is imported."""
    assert not NAMES & {module.name for module in pkgutil.iter_modules(zmodel.__path__)}
    assert importlib.import_module("zmodel.derive") is zmodel.derive


def test_unknown_name() -> None:
    assert not hasattr(zmodel, "no_such_name")


def test_documented_use() -> None:
    """What the docstring of the package shows."""
    text = "model demo\nuse sm\n"
    analysis, diagnostics = analyse(SourceFile("demo.zmodel", text), library_loader())
    assert analysis is not None
    assert not diagnostics
    files = zmodel.compile_model(zmodel.Run(analysis), ("python", "c"))
    assert files is not None
    assert sorted(files) == ["Makefile", "demo.c", "demo.h", "demo.py"]


WRONG: dict[Callable[[zmodel.LoadedModel], Any], str] = {
    lambda _: zmodel.load(5): "load(): path must be str or PathLike, not int",
    lambda _: zmodel.loads(Path("x")): "loads(): text must be str, not PosixPath",
    lambda model: model.run(5, to=1e6): "run(): point must be str, not int",
    lambda model: model.run("p", to=[1]): "run(): to must be str or float, not list",
    lambda model: model.run("p", 1e6, samples="9"): "run(): samples must be int, not str",
    lambda model: model.run("p", 1e6, strong="9"): "run(): strong must be float or None, not str",
    lambda model: model.rge(True): "rge(): loops must be int or str, not bool",
    lambda model: model.equivalent("x"): "equivalent(): other must be LoadedModel, not str",
    lambda model: model.compile(1, "c"): "compile(): targets must be tuple or None, not str",
    lambda _: analyse("x", library_loader()): "analyse(): file must be SourceFile, not str",
    lambda _: analyse(SourceFile("x", ""), None): "analyse(): load must be Callable, not NoneType",
    lambda model: zmodel.compile_model(model, ("c",)): "compile_model(): run must be Run, not LoadedModel",
    lambda model: zmodel.make_report(model, "rge"): "make_report(): run must be Run, not LoadedModel",
}


@pytest.mark.parametrize(("call", "message"), WRONG.items())
def test_arguments_of_wrong_types(call: Callable[[zmodel.LoadedModel], Any], message: str) -> None:
    with pytest.raises(TypeError) as caught:
        call(zmodel.loads("model m\nuse sm\n"))
    assert str(caught.value) == message
    assert caught.value._render_traceback_() == [f"TypeError: {message}"]  # type: ignore[attr-defined]


def test_numbers_of_numpy_and_lists_are_taken() -> None:
    @checked
    def function(number: float, count: int = 1, names: tuple[str, ...] | None = None, other: Unknown = 0) -> Unknown:  # type: ignore[name-defined]  # noqa: F821
        """What it returns, and one of its arguments, have types that are not there."""
        return number, count, names, other

    assert function(np.float32(1), np.int64(2), ["a"], other="x") == (1, 2, ["a"], "x")
    assert function(1, count=3)[:2] == (1, 3)
    with pytest.raises(TypeError, match="missing 1 required positional argument"):
        function()
    with pytest.raises(TypeError, match="count must be int, not float"):
        function(1.0, 2.0)
