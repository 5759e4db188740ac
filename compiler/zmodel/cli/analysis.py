"""From the path of a model file to what every command starts from."""

from __future__ import annotations

from pathlib import Path

import click

from zmodel.cli.options import given_limits
from zmodel.diagnostics import Diagnostic
from zmodel.driver import Run, analyse, check_at_point, load_model
from zmodel.files import file_loader, read_source


def analyse_path(path: str, point: str | None) -> tuple[Run | None, tuple[Diagnostic, ...]]:
    """Analyses a file, with the exact parameter values of one of its points if asked for.

    Raises:
        BadParameter: if the file has no such point.
        DiagnosticError: if the file cannot be read.
    """
    limits = given_limits()
    file, load = read_source(Path(path), path, limits), file_loader(limits=limits)
    if point is None:
        analysis, diagnostics = analyse(file, load, limits=limits)
        return (None if analysis is None else Run(analysis, limits=limits)), diagnostics
    model, diagnostics = load_model(file, load, limits)
    if model is None:
        return None, diagnostics
    for candidate in model.points:
        if candidate.name == point:
            analysis, chosen, found = check_at_point(model, candidate)
            return (None if analysis is None else Run(analysis, point=chosen, limits=limits)), diagnostics + found
    known = ", ".join(candidate.name for candidate in model.points) or "none"
    raise click.BadParameter(f"{path} has no point called {point!r}; it has: {known}", param_hint="--point")
