"""One observable with its value and where its formula is from."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Observable:
    """A number.

    Attributes:
        name: such as `BR(Z' -> mu mu)`.
        value: in `unit`; infinite where the formula says so.
        unit: a power of GeV, or empty.
        inputs: names of what enters besides the model's charges.
        reference: of the formula.
    """

    name: str
    value: float
    unit: str
    inputs: tuple[str, ...]
    reference: str
