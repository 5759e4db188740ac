"""What nothing has foreseen, as diagnostics for the edges where it ends: bugs of the compiler, too little memory."""

from __future__ import annotations

import traceback
from pathlib import Path

from zmodel.diagnostics.diagnostic import Diagnostic


def unforeseen_error(error: BaseException) -> Diagnostic:
    """What a user is told about an exception that nothing has foreseen: Z004, or Z007 where the memory ran out."""
    if isinstance(error, MemoryError):
        # What filled the memory is still held by the calls that have failed, and a message takes some, too.
        traceback.clear_frames(error.__traceback__)
        hints = ("ask for less at once, or allow more memory",)
        return Diagnostic("Z007", "there is not enough memory", notes=tuple(filter(None, [str(error)])), hints=hints)
    frames = traceback.extract_tb(error.__traceback__)
    place = f"{Path(frames[-1].filename).name}:{frames[-1].lineno}" if frames else "unknown place"
    message = f"internal error: {type(error).__name__}: {error}"
    return Diagnostic("Z004", message, notes=(f"at {place}",), hints=("please report this with the model file",))
