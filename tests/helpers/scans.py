"""Scans of models, from the texts of scan files."""

from __future__ import annotations

from typing import Any

from tests.helpers.models import MODEL_FILES, load

from zmodel import __version__
from zmodel.driver import Run
from zmodel.driver.integration import Running, prepare_running
from zmodel.driver.scan_tasks import scan_task
from zmodel.driver.scanning import analyse_scan, scan_header
from zmodel.run.scan import ScanTask
from zmodel.source import SourceFile

_PREPARED: dict[str, Running | None] = {}


def prepare(run: Run) -> Running | None:
    """Derives the beta functions of a model once for all tests."""
    key = repr((run.model, str(run.loops), run.real, run.massless))
    if key not in _PREPARED:
        _PREPARED[key] = prepare_running(run)
    return _PREPARED[key]


def scan_of(model: str, text: str) -> tuple[ScanTask, dict[str, Any]]:
    """The scan of a file of the model library, or of a text, and its header; there must be no errors."""
    path = MODEL_FILES / f"{model}.zmodel"
    content = model if "\n" in model else path.read_text(encoding="utf-8")
    file = SourceFile(str(MODEL_FILES / "lib" / "test.zmodel") if "\n" in model else str(path), content)
    run, request, found = analyse_scan(file, SourceFile("scan.toml", text), load)
    assert run is not None and request is not None, found
    task = scan_task(run, request, prepare)
    assert task is not None, run.diagnostics
    return task, scan_header(run, request, __version__)
