"""What words and numbers in arguments mean."""

from __future__ import annotations

import math

from zmodel.derive.beta.loops import LoopOrders
from zmodel.model.points import parse_energy
from zmodel.notebook.errors import ModelError, UsageError


def loop_orders(loops: int | str) -> LoopOrders:
    """Loop orders from 1, 2, 3 or "3-2-2".

    Raises:
        UsageError: if these are none.
    """
    try:
        return LoopOrders.parse(str(loops))
    except ValueError as error:
        raise UsageError(str(error)) from None


def energy(scale: str | float) -> float:
    """An energy in GeV from a number, or from words such as "10 TeV" and "M_Pl".

    Raises:
        UsageError: if a number is no scale.
        ModelError: if words are none.
    """
    if isinstance(scale, str):
        value, diagnostics = parse_energy(scale, "to")
        if value is None:
            raise ModelError(diagnostics)
        return value
    if not (math.isfinite(scale) and scale > 0):
        raise UsageError(f"a scale is a positive energy in GeV, not {scale}")
    return float(scale)
