"""Loop orders, sector by sector: `2` or `3-2-2`."""

from __future__ import annotations

import re
from dataclasses import dataclass

HIGHEST = {"gauge": 3, "yukawa": 2, "quartic": 2}
"""The highest loop order that is available in each sector."""


@dataclass(frozen=True)
class LoopOrders:
    """How many loops the beta functions of each sector have, at least one.

    Attributes:
        gauge: of gauge couplings and kinetic mixings.
        yukawa: of Yukawa couplings and fermion masses.
        quartic: of the scalar potential: quartics, trilinears and masses.
    """

    gauge: int
    yukawa: int
    quartic: int

    def __post_init__(self) -> None:
        for sector, highest in HIGHEST.items():
            if not 1 <= getattr(self, sector) <= highest:
                raise ValueError(f"the {sector} sector has 1 to {highest} loops, not {getattr(self, sector)}")

    @classmethod
    def up_to(cls, loops: int) -> LoopOrders:
        """That many loops everywhere, or the highest order that a sector has: 3 means 3-2-2."""
        if not 1 <= loops <= max(HIGHEST.values()):
            raise ValueError(f"loop orders are 1 to {max(HIGHEST.values())}, not {loops}")
        return cls(*(min(loops, highest) for highest in HIGHEST.values()))

    @classmethod
    def parse(cls, text: str) -> LoopOrders:
        """Reads `2` or `3-2-2`, in the order gauge, Yukawa, quartic.

        Raises:
            ValueError: with a message for the user.
        """
        if re.fullmatch(r"[0-9]{1,2}", text):
            return cls.up_to(int(text))
        if re.fullmatch(r"[0-9]{1,2}(-[0-9]{1,2}){2}", text):
            gauge, yukawa, quartic = (int(part) for part in text.split("-"))
            return cls(gauge, yukawa, quartic)
        raise ValueError(f"{text!r} is no loop order such as 2 or 3-2-2 (gauge-Yukawa-quartic)")

    @property
    def highest(self) -> int:
        """The highest order of any sector."""
        return max(self.gauge, self.yukawa, self.quartic)

    def __str__(self) -> str:
        return f"{self.gauge}-{self.yukawa}-{self.quartic}"
