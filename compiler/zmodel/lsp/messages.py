"""What is said between the server and the processes that derive: pickles behind their lengths."""

from __future__ import annotations

import pickle
import struct
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from zmodel.diagnostics import Diagnostic
from zmodel.lsp.facts import Facts

LENGTH = struct.Struct(">Q")
READY = b"+"
"""What a process says first, when it has loaded what it needs."""

Stage = Literal["check", "betas", "potential"]


@dataclass(frozen=True)
class Request:
    """A model to be looked at.

    Attributes:
        name: of its main file.
        text: of its main file.
        open_texts: of files by name, where the editor has another text than the disk.
        on_disk: whether the file has a folder, from which it can use others.
        stage: what is asked for: the check, or what may take long, beta functions and the complete potential.
    """

    name: str
    text: str
    open_texts: Mapping[str, str]
    on_disk: bool
    stage: Stage


@dataclass(frozen=True)
class Reply:
    """What was found.

    Attributes:
        diagnostics: as the command line shows them.
        facts: what there is to say about names; None if the model has errors.
        running: names that have a beta function.
        model: the same for texts that say the same, so that its beta functions are derived once.
    """

    diagnostics: tuple[Diagnostic, ...]
    facts: Facts | None = None
    running: frozenset[str] = field(default_factory=frozenset)
    model: str = ""


def pack(message: object) -> bytes:
    """A message with its length before it."""
    data = pickle.dumps(message)
    return LENGTH.pack(len(data)) + data
