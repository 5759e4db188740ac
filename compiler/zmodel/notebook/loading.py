"""Model files and texts as loaded models."""

from __future__ import annotations

import os
from pathlib import Path

from zmodel.arguments import checked
from zmodel.diagnostics import DiagnosticError
from zmodel.driver import analyse
from zmodel.files import file_loader, read_source
from zmodel.notebook.errors import ModelError
from zmodel.notebook.loaded_model import LoadedModel
from zmodel.source import SourceFile


@checked
def load(path: str | os.PathLike[str]) -> LoadedModel:
    """Reads and checks a model file.

    Raises:
        ModelError: if it cannot be read, or has errors.
    """
    try:
        file = read_source(Path(path), os.fspath(path))
    except DiagnosticError as error:
        raise ModelError(error.diagnostics) from None
    return load_source(file)


@checked
def loads(text: str, name: str = "model") -> LoadedModel:
    """Checks the text of a model; files that it uses are looked for in the working directory.

    Args:
        text: of a model file.
        name: that messages call it.

    Raises:
        ModelError: if it has errors.
    """
    return load_source(SourceFile(name, text))


def load_source(file: SourceFile) -> LoadedModel:
    """Checks a file that has been read.

    Raises:
        ModelError: if it has errors.
    """
    analysis, diagnostics = analyse(file, file_loader())
    if analysis is None:
        raise ModelError(diagnostics)
    return LoadedModel(file, analysis, diagnostics)
