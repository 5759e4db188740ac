"""A compiler for model files of particle physics.

A `.zmodel` file describes a gauge theory: its groups, fields, charges and couplings. zmodel checks the theory, derives
its physics exactly and writes it out as Python, C, LaTeX and the exchange files of the field.

    model = zmodel.load("my.zmodel")
    model.anomalies, model.rge(loops=1), model.run("start", to="M_Pl")

In a notebook `%load_ext zmodel` adds `%%zmodel` cells. What lies beneath is text in, results or diagnostics out:

    from zmodel import Run, SourceFile, analyse, compile_model, library_loader
    analysis, diagnostics = analyse(SourceFile("my.zmodel", text), library_loader())
    files = compile_model(Run(analysis), ("python", "c"))
"""

from importlib import import_module  # noqa: TID251  (of names in a table of ours)
from typing import TYPE_CHECKING

__version__ = "0.1.0"

__all__ = [
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
]

if TYPE_CHECKING:
    from zmodel.derive.beta.loops import LoopOrders
    from zmodel.diagnostics import Diagnostic, render
    from zmodel.driver import Analysis, Run, analyse, compile_model, make_report
    from zmodel.model import Model
    from zmodel.model.library import library_loader
    from zmodel.notebook import LoadedModel, ModelError, load, load_ipython_extension, loads
    from zmodel.source import SourceFile
else:
    _HOMES = {
        "LoopOrders": "zmodel.derive.beta.loops",
        "Diagnostic": "zmodel.diagnostics",
        "render": "zmodel.diagnostics",
        "Analysis": "zmodel.driver",
        "Run": "zmodel.driver",
        "analyse": "zmodel.driver",
        "compile_model": "zmodel.driver",
        "make_report": "zmodel.driver",
        "Model": "zmodel.model",
        "library_loader": "zmodel.model.library",
        "LoadedModel": "zmodel.notebook",
        "ModelError": "zmodel.notebook",
        "load": "zmodel.notebook",
        "load_ipython_extension": "zmodel.notebook",
        "loads": "zmodel.notebook",
        "SourceFile": "zmodel.source",
    }

    def __getattr__(name):
        # Names are imported when first used, so that a module of the package costs only what it needs.
        if name not in _HOMES:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        return getattr(import_module(_HOMES[name]), name)
