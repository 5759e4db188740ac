"""Bugs of the compiler as diagnostics, for the edges where they end."""

from __future__ import annotations

import traceback
from pathlib import Path

from zmodel.diagnostics.diagnostic import Diagnostic


def internal_error(error: BaseException) -> Diagnostic:
    """What a user is told about an exception that nothing has foreseen (Z004)."""
    frames = traceback.extract_tb(error.__traceback__)
    place = f"{Path(frames[-1].filename).name}:{frames[-1].lineno}" if frames else "unknown place"
    message = f"internal error: {type(error).__name__}: {error}"
    return Diagnostic("Z004", message, notes=(f"at {place}",), hints=("please report this with the model file",))
