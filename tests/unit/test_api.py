"""The public names, pinned: a change here is a change for users."""

from __future__ import annotations

import zmodel
from zmodel import SourceFile, analyse, library_loader

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
    "derive",
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
