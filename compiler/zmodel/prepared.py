"""Theories that are ready to run are kept, by content: to derive beta functions takes longer than many a scan."""

from __future__ import annotations

import hashlib
import json
import os
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import zmodel
from zmodel import __version__
from zmodel.driver import Run
from zmodel.driver.integration import Running, prepare_running
from zmodel.native import BuildError, cache_folder, find_entry, keep_entry
from zmodel.workshop import workshop

if TYPE_CHECKING:
    from zmodel.run.layout import Slot

FORMAT = 2
SUFFIX = ".running.json"


def prepared(run: Run) -> Running | None:
    """What the integrator needs, from the cache or derived now; None after adding what is wrong to the diagnostics.

    Only what has been derived without a warning is kept, so that nothing is left unsaid.
    """
    start = _start(run)
    try:
        folder = cache_folder()
    except BuildError:  # a cache that there cannot be is no mistake of the user's
        return prepare_running(run)
    found = _read(folder, start)
    if found is not None:
        return found
    said = len(run.diagnostics)
    running = prepare_running(run)
    if running is not None and len(run.diagnostics) == said:
        _write(folder, start, running)
    return running


def _start(run: Run) -> str:
    """First part of the entry's name in the cache: of the model, the loop orders, and the compiler that derives."""
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
    return f"{model.name}-{key[:32]}"


def _compiler() -> str:
    """Size and time of every file of the package, since a checkout changes without its version."""
    root = Path(zmodel.__file__).parent
    files = sorted(os.path.join(at, name) for at, _, names in os.walk(root) for name in names if name.endswith(".py"))
    stats = [(os.path.relpath(file, root), os.stat(file)) for file in files if os.path.isfile(file)]
    text = "\n".join(f"{name} {status.st_size} {status.st_mtime_ns}" for name, status in stats)
    return hashlib.sha256(text.encode()).hexdigest()


def _read(folder: Path, start: str) -> Running | None:
    """What is in the cache; a damaged file is a miss. There is C source in it, so it is looked at like a library."""
    from zmodel.run import IntegratorSource
    from zmodel.run.layout import StateLayout

    found = find_entry(folder, start, SUFFIX)
    if found is None:
        return None
    try:
        data = json.loads(found[1])
        source = IntegratorSource(**{**data["source"], "powers": tuple(data["source"]["powers"])})
        running, parameters = (tuple(map(_slot, data[name])) for name in ("running", "parameters"))
    except (ValueError, TypeError, KeyError):
        return None
    return Running(source, StateLayout(running, parameters))


def _slot(data: dict[str, Any]) -> Slot:
    from zmodel.run.layout import Slot

    entries = tuple(tuple(entry) for entry in data["entries"])
    return Slot(**{**data, "shape": tuple(data["shape"]), "entries": entries})


def _write(folder: Path, start: str, running: Running) -> None:
    layout = running.layout
    slots = {"running": layout.running, "parameters": layout.parameters}
    data = {"source": asdict(running.source)} | {name: list(map(asdict, items)) for name, items in slots.items()}
    with suppress(OSError), workshop(folder) as place:  # a cache that cannot be written is no mistake of the user's
        built = place / "running.json"
        built.write_text(json.dumps(data), encoding="utf-8")
        keep_entry(built, folder, start, SUFFIX)
