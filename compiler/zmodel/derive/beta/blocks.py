"""All building blocks of the general formulas for one theory."""

from __future__ import annotations

from functools import cached_property

from zmodel.algebra.flavour import FlavourSum
from zmodel.derive.beta.gauge_blocks import GaugeBlocks
from zmodel.derive.beta.quartic_blocks import QuarticBlocks
from zmodel.derive.beta.theory import Theory
from zmodel.derive.beta.yukawa_blocks import YukawaBlocks


class Blocks:
    """Gauge, Yukawa and quartic structures that several formulas share."""

    def __init__(self, theory: Theory) -> None:
        self.theory = theory
        self.symmetrised: dict[object, FlavourSum] = {}

    @cached_property
    def gauge(self) -> GaugeBlocks:
        """Casimirs, indices and gauge-boson exchange."""
        return GaugeBlocks(self.theory)

    @cached_property
    def yukawa(self) -> YukawaBlocks:
        """Products and traces of Yukawa matrices."""
        return YukawaBlocks(self.theory, self.gauge)

    @cached_property
    def quartic(self) -> QuarticBlocks:
        """Products of quartic couplings."""
        return QuarticBlocks(self.theory)
