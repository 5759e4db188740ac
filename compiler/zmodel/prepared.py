"""Theories that are ready to run are kept, by content: to derive beta functions takes longer than many a scan."""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import zmodel
from zmodel import __version__
from zmodel.driver import Run
from zmodel.driver.integration import Running, prepare_running
from zmodel.native import BuildError, cache_folder

if TYPE_CHECKING:
    from zmodel.run.layout import Slot

FORMAT = 1


def prepared(run: Run) -> Running | None:
    """What the integrator needs, from the cache or derived now; None after adding what is wrong to the diagnostics.

    Only what has been derived without a warning is kept, so that nothing is left unsaid.
    """
    path = _path(run)
    found = None if path is None else _read(path)
    if found is not None:
        return found
    said = len(run.diagnostics)
    running = prepare_running(run)
    if running is not None and path is not None and len(run.diagnostics) == said:
        _write(path, running)
    return running


def _path(run: Run) -> Path | None:
    """The file in the cache: it is named by the model, the loop orders, and the compiler that derives."""
    model = run.model
    words = (
        FORMAT,
        __version__,
        _compiler(),
        repr(model),
        repr(model.ring.symbols),
        str(run.loops),
        run.real,
        run.massless,
    )
    key = hashlib.sha256("\0".join(map(str, words)).encode()).hexdigest()
    try:
        return cache_folder() / f"{model.name}-{key[:32]}.running.json"
    except BuildError:
        return None


def _compiler() -> str:
    """Size and time of every file of the package, since a checkout changes without its version."""
    root = Path(zmodel.__file__).parent
    files = sorted(path for path in root.rglob("*.py") if path.is_file())
    stats = [(path.relative_to(root).as_posix(), path.stat()) for path in files]
    text = "\n".join(f"{name} {status.st_size} {status.st_mtime_ns}" for name, status in stats)
    return hashlib.sha256(text.encode()).hexdigest()


def _read(path: Path) -> Running | None:
    """What is in the cache; a damaged file is a miss."""
    from zmodel.run import IntegratorSource
    from zmodel.run.layout import StateLayout

    try:
        data = json.loads(path.read_text(encoding="utf-8"))
        source = IntegratorSource(**{**data["source"], "powers": tuple(data["source"]["powers"])})
        running, parameters = (tuple(map(_slot, data[name])) for name in ("running", "parameters"))
    except (OSError, ValueError, TypeError, KeyError):
        return None
    return Running(source, StateLayout(running, parameters))


def _slot(data: dict[str, Any]) -> Slot:
    from zmodel.run.layout import Slot

    entries = tuple(tuple(entry) for entry in data["entries"])
    return Slot(**{**data, "shape": tuple(data["shape"]), "entries": entries})


def _write(path: Path, running: Running) -> None:
    layout = running.layout
    slots = {"running": layout.running, "parameters": layout.parameters}
    data = {"source": asdict(running.source)} | {name: list(map(asdict, items)) for name, items in slots.items()}
    with suppress(OSError):  # a cache that cannot be written is no mistake of the user's
        handle, fresh = tempfile.mkstemp(dir=path.parent)
        try:
            with os.fdopen(handle, "w", encoding="utf-8") as file:
                json.dump(data, file)
            os.replace(fresh, path)
        finally:
            Path(fresh).unlink(missing_ok=True)
