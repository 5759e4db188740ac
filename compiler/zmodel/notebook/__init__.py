"""Models in notebooks and scripts: derivations as attributes, results that show themselves.

`load` and `loads` give a `LoadedModel`; nothing of it needs IPython. `load_ipython_extension` is what
`%load_ext zmodel` calls.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from zmodel.notebook.errors import ModelError
from zmodel.notebook.loaded_model import LoadedModel
from zmodel.notebook.loading import load, loads

if TYPE_CHECKING:
    from IPython.core.interactiveshell import InteractiveShell

__all__ = ["LoadedModel", "ModelError", "load", "load_ipython_extension", "loads"]


def load_ipython_extension(shell: InteractiveShell) -> None:
    """Adds `%%zmodel` and `%zmodel` to a session of IPython."""
    from zmodel.notebook.magics import ModelMagics

    shell.register_magics(ModelMagics)
